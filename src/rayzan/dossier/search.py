"""Words found in a dossier, whichever way their half-spaces were typed, with their exact places."""

from collections.abc import Sequence

from rayzan.dossier.contract import Filters, Hit
from rayzan.dossier.mark import places
from rayzan.dossier.match import days, narrowed
from rayzan.dossier.query import Asked, Phrase, parse
from rayzan.dossier.store import Dossier

MARKS = 3  # places shown of one report


def ask(store: Dossier, line: str) -> tuple[Asked, Filters]:
    """What a search line means: see `query.parse`."""
    asked = parse(line)
    return asked, Filters(asked.fields, asked.since, asked.until)


def numbers(store: Dossier, line: str, limit: int, ranked: bool = False, offset: int = 0) -> list[int]:
    """Numbers of the reports that a search line finds, newest first, undated last; by rank over the newest ones if `ranked`."""
    return _found(store, *ask(store, line), limit, ranked, offset)


def _found(store: Dossier, asked: Asked, filters: Filters, limit: int, ranked: bool, offset: int) -> list[int]:
    if asked.query is not None:
        return store.backend.matches(asked.query, filters, limit + offset, ranked)[offset:]
    where, values = narrowed(filters, "r.number")
    if filters.since or filters.until:
        where += " AND r.day >= ? AND r.day < ?"
        values += days(filters)
    sql = f"SELECT r.number FROM latest r WHERE {where} ORDER BY r.day DESC, r.number DESC LIMIT ? OFFSET ?"
    return [n for (n,) in store.backend.rows(sql, [*values, limit, offset])]


def find(store: Dossier, line: str, limit: int = 20, ranked: bool = False, offset: int = 0) -> tuple[str, list[Hit]]:
    """The folded query that was searched, and the places in up to `limit` reports, newest first, with their exact spans.

    A half-space may be typed, left out or typed as a blank. A search without words gives each report's first line.

    >>> from pathlib import Path; from tempfile import TemporaryDirectory
    >>> from rayzan import Report, open_dossier, read
    >>> with TemporaryDirectory() as home, open_dossier(Path(home) / "a.dossier") as store:
    ...     report = Report("a", "وی از همکاری‌های دو کشور گفت.")
    ...     _ = store.add(report, read(report), store.begin_run("1", "shipped"))
    ...     query, hits = find(store, "همکاری های")
    >>> report.text[hits[0].start : hits[0].end] == "همکاری‌های"
    True
    """
    asked, filters = ask(store, line)
    leaves = asked.query.leaves() if asked.query else []
    alone = [Phrase((key,)) for leaf in leaves for key in leaf.keys]
    hits: list[Hit] = []
    for id, number, text in _texts(store, _found(store, asked, filters, limit, ranked, offset)):
        for start, end in _spans(text, leaves, alone):
            first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
            hits.append(Hit(id, number, start, end, text[first : last if last >= 0 else len(text)]))
    return asked.query.shown() if asked.query else "", hits


def _texts(store: Dossier, found: Sequence[int]) -> list[tuple[str, int, str]]:
    """Id, number and text of reports in their order; one that was forgotten meanwhile is left out."""
    marks = ", ".join("?" * len(found)) or "NULL"
    told = {n: (id, n, text) for n, id, text in store.query(f"SELECT number, id, text FROM report WHERE number IN ({marks})", *found)}
    return [told[n] for n in found if n in told]


def _spans(text: str, leaves: list[Phrase], alone: list[Phrase]) -> list[tuple[int, int]]:
    """The places to show of a text: phrases, else their words, else where the text begins."""
    found = places(text, leaves, MARKS, alone)
    begins = len(text) - len(text.lstrip()) if not found else 0
    return found or [(begins, begins)]
