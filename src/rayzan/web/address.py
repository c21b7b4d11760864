"""The permanent addresses of the workbench."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

LETTERS = {
    "statement": "s", "event": "m", "commitment": "c", "figure": "f", "question": "q", "state": "x", "time": "w", "note": "n",
}  # fmt: skip
KINDS = {letter: kind for kind, letter in LETTERS.items()}
PAGES = {
    "report": "reports", "statement": "statements", "question": "questions", "event": "events", "state": "states", "commitment": "commitments",
    "figure": "figures", "time": "times", "note": "notes", "instrument": "instruments", "actor": "actors",
}  # fmt: skip
LISTED = {page: kind for kind, page in PAGES.items()}


def report(id: str, start: int | None = None, end: int | None = None) -> str:
    """A report, or a place in it by code points.

    >>> report("w01", 3, 9)
    '/r/w01#c=3-9'
    """
    return f"/r/{_safe(id)}" + (f"#c={start}-{end}" if start is not None else "")


def fact(kind: str, key: str) -> str:
    return f"/{LETTERS[kind]}/{_safe(key)}"


def actor(id: str) -> str:
    return f"/a/{_safe(id)}"


def instrument(key: str) -> str:
    return f"/i/{_safe(key)}"


def story(id: str) -> str:
    return f"/t/{_safe(id)}"


def discrepancy(id: str) -> str:
    return f"/d/{_safe(id)}"


def rows(kind: str, where: Mapping[str, str] = {}, **more: object) -> str:
    """The list of a kind, narrowed.

    >>> rows("statement", {"speaker": "lavrov"}, topics="energy")
    '/statements?speaker=lavrov&topics=energy'
    """
    return at(f"/{PAGES[kind]}", {**where, **{k: str(v) for k, v in more.items() if v is not None}})


def at(path: str, query: Mapping[str, str]) -> str:
    """A path with its query."""
    return f"{path}?{urlencode(query)}" if query else path


def _safe(id: str) -> str:
    return quote(id, safe="/:@") if not id.startswith("/") else quote(id, safe="")
