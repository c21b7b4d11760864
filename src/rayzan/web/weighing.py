"""Two to four reports side by side, aligned by fact rather than by line: the same, only here, or otherwise."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from litestar import get

from rayzan.collate.occasion import BETWEEN
from rayzan.dossier.difference import texts
from rayzan.dossier.listing import count, named, rows
from rayzan.dossier.store import Dossier
from rayzan.errors import DossierError
from rayzan.web.bench import Answer, Ask, workbench
from rayzan.web.lists import ids_of

FEWEST, MOST = 2, 4
OFFERED = 300  # newest reports to choose from; the page says how many there are
Rows = list[dict[str, Any]]


class Slot(NamedTuple):
    """One fact over the reports: what it is about, what each report says of it, and how these stand to one another."""

    kind: str
    about: tuple[str, ...]
    cells: list[Rows]
    how: str


def slots(reports: list[dict[str, Rows]]) -> Iterator[Slot]:
    """The facts of reports by what they are about; those that all of them have first."""
    for kind, (about, says) in ABOUT.items():
        found: dict[tuple[str, ...], list[Rows]] = {}
        turned: dict[tuple[str, ...], tuple[str, ...]] = {}  # by both sides the other way round, the key that they came under first
        for n, told in enumerate(reports):
            for row in told[kind]:
                key = tuple(str(row.get(c) or "") for c in about)
                if kind == "event" and row["whom"]:
                    key = turned.get((row["type"], row["who"], row["whom"]), key)
                    turned.setdefault((row["type"], row["whom"], row["who"]), key)
                if any(key):
                    found.setdefault(key, [[] for _ in reports])[n].append(row)
        # Who met whom is the same either way round; who struck whom is not.
        made = [Slot(kind, key, cells, _how(cells, tuple(f for f in says if f != "who" or key[0] not in BETWEEN))) for key, cells in found.items()]
        yield from sorted(made, key=lambda s: (-sum(bool(c) for c in s.cells), s.about))


# For each kind: the fields that say what a fact is about, and those in which two reports may differ.
ABOUT: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "event": (("type", "who"), ("who", "when", "where", "status")),
    "state": (("instrument",), ("state", "when")),
    "figure": (("unit", "speaker"), ("value", "high", "window", "bound")),
    "statement": (("speaker", "topics"), ()),
    "commitment": (("by", "kind"), ("due",)),
}  # fmt: skip


def _how(cells: list[Rows], says: tuple[str, ...]) -> str:
    """same, differs, some (several reports but not all) or only."""
    full = [c for c in cells if c]
    if len(full) == 1:
        return "only"
    for field in says:  # what a report does not tell is no difference
        told = [{r[field] for r in c if r[field] not in (None, "")} for c in full]
        if any(a and b and not a & b for n, a in enumerate(told) for b in told[n + 1 :]):
            return "differs"
    return "same" if len(full) == len(cells) else "some"


def view(store: Dossier, ids: list[str]) -> dict[str, Any]:
    """Raises `DossierError` for a report there is not."""
    chosen = list(dict.fromkeys(ids))[:MOST]
    heads = [store.one(id)[1].report for id in chosen]
    told = [{kind: rows(store, kind, {"report": id}) for kind in ABOUT} for id in chosen]
    found = list(slots(told)) if len(chosen) >= FEWEST else []
    every = [r for report in told for rows_ in report.values() for r in rows_]
    return {
        "heads": heads, "slots": found, "ids": chosen, "reports": rows(store, "report", limit=OFFERED), "total": count(store, "report"), "fewest": FEWEST, "most": MOST,
        "diff": texts(store.one(chosen[0])[0].text, store.one(chosen[1])[0].text) if len(chosen) == FEWEST else [],
        "names": named(store, "actor", ids_of(every, [], {})), "counts": {how: sum(s.how == how for s in found) for how in ("same", "some", "differs", "only")},
        "instruments": named(store, "instrument", {r["instrument"] for r in every if r.get("instrument")}),
    }  # fmt: skip


def asked(query: Mapping[str, Any]) -> list[str]:
    """The reports of an address: `r`, once each, empty ones left out."""
    given = query.getall("r", []) if hasattr(query, "getall") else []
    return [id for id in given if id]


@get("/compare", sync_to_thread=True)
def compare(request: Ask) -> Answer:
    bench = workbench(request)
    with bench.open() as store:
        ids = asked(request.query_params)
        try:
            return bench.page(request, "compare.html", **view(store, ids), wrong=None)
        except DossierError as e:
            return bench.page(request, "compare.html", 404, **view(store, []), wrong=str(e))


HANDLERS = (compare,)
