"""Two to four reports side by side, aligned by fact rather than by line: the same, only here, or otherwise."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from litestar import get

from rayzan.collate.occasion import BETWEEN
from rayzan.collate.told import Place
from rayzan.dossier.difference import texts
from rayzan.dossier.listing import count, named, rows
from rayzan.dossier.store import Dossier
from rayzan.errors import DossierError
from rayzan.web.bench import Answer, Ask, workbench
from rayzan.web.collating import Across
from rayzan.web.lists import ids_of

FEWEST, MOST = 2, 4
OFFERED = 300  # newest reports to choose from; the page says how many there are
ALIKE = frozenset(("number", "window", "unit"))  # discrepancies between figures of one thing
Rows = list[dict[str, Any]]


class Slot(NamedTuple):
    """One fact over the reports: what it is about, what each report says of it, and how these stand to one another."""

    kind: str
    about: tuple[str, ...]
    cells: list[Rows]
    how: str


def slots(reports: list[dict[str, Rows]], alike: Iterable[tuple[Place, Place]] = ()) -> Iterator[Slot]:
    """The facts of reports by what they are about; those that all of them have first. `alike`: places of two reports that tell of one thing."""
    other = {_spot(b.report, b.start, b.end): _spot(a.report, a.start, a.end) for a, b in alike}
    for kind, (about, says) in ABOUT.items():
        found: dict[tuple[str, ...], list[Rows]] = {}
        keys: dict[tuple[object, ...], tuple[str, ...]] = {}  # by the place of a fact, what it came under
        turned: dict[tuple[str, ...], tuple[str, ...]] = {}  # by both sides the other way round, the same
        for n, told in enumerate(reports):
            for row in told[kind]:
                spot, key = _spot(row.get("report"), row.get("start"), row.get("end")), _key(kind, about, row)
                if kind == "event" and row["whom"]:
                    who, whom = _sides(row)
                    key = turned.get((row["type"], who, whom), key)
                    turned.setdefault((row["type"], whom, who), key)
                key = keys[spot] = keys.get(other[spot], key) if spot in other else key
                if any(key):
                    found.setdefault(key, [[] for _ in reports])[n].append(row)
        # Who met whom is the same either way round; who struck whom is not.
        made = [Slot(kind, key, cells, _how(cells, tuple(f for f in says if f != "who" or key[0] not in BETWEEN))) for key, cells in found.items()]
        yield from sorted(made, key=lambda s: (-sum(bool(c) for c in s.cells), s.about))


def _spot(report: object, start: object, end: object) -> tuple[object, ...]:
    return report, start, end


def _sides(row: Mapping[str, Any]) -> tuple[str, str]:
    """Those on either side of an event, in one order whichever way they are told."""
    who, whom = (" ".join(sorted(str(row[side] or "").split())) for side in ("who", "whom"))
    return who, whom


def _key(kind: str, about: tuple[str, ...], row: Mapping[str, Any]) -> tuple[str, ...]:
    """What a row is about. Of what is held together (a meeting, a call) all who take part, on whichever side they are told."""
    if kind != "event":
        return tuple(str(row.get(c) or "") for c in about)
    who, whom = _sides(row)
    return str(row["type"] or ""), " ".join(sorted({*who.split(), *whom.split()})) if row["type"] in BETWEEN else who


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
        told = [{_sides(r)[0] if field == "who" else r[field] for r in c if r[field] not in (None, "")} for c in full]
        if any(a and b and not a & b for n, a in enumerate(told) for b in told[n + 1 :]):
            return "differs"
    return "same" if len(full) == len(cells) else "some"


def view(store: Dossier, ids: list[str], across: Across | None = None) -> dict[str, Any]:
    """All that the page shows; `across`: what differs between reports, where that is known already. Raises `DossierError` for a report there is not."""
    chosen = list(dict.fromkeys(ids))[:MOST]
    heads = [store.one(id)[1].report for id in chosen]
    told = [{kind: rows(store, kind, {"report": id}) for kind in ABOUT} for id in chosen]
    differ = [(d.a, d.b) for d in across.collation.discrepancies if d.kind in ALIKE and {d.a.report, d.b.report} <= set(chosen)] if across else []
    # Whichever of the two stands first on the page: the other one comes under it.
    alike = [(a, b) if chosen.index(a.report) < chosen.index(b.report) else (b, a) for a, b in differ]
    found = list(slots(told, alike)) if len(chosen) >= FEWEST else []
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
            return bench.page(request, "compare.html", **view(store, ids, bench.collated.ready(store)), wrong=None)
        except DossierError as e:
            return bench.page(request, "compare.html", 404, **view(store, []), wrong=str(e))


HANDLERS = (compare,)
