"""The lists of the record: rows, facets that open the very rows they count, pages."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from litestar import get
from litestar.exceptions import NotFoundException

from rayzan.dossier.about import offices_at
from rayzan.dossier.columns import EVERYWHERE, HELD, LISTS
from rayzan.dossier.listing import count, facets, named, rows
from rayzan.dossier.store import Dossier
from rayzan.web import address
from rayzan.web.bench import LANG, Answer, Ask, workbench
from rayzan.web.when import iso_of

ROWS = 50
SHOWN = 8  # values of a facet before «all»
ACTORS = frozenset(("actor", "speaker", "by", "to", "who", "whom", "claimed_by", "id"))
FACETS = {
    "report": ("outlet", "topic", "actor", "instrument", "event", "text_lang"),
    "statement": ("speaker", "topics", "act", "directness", "cue", "outlet", "instrument", "verdict"),
    "question": ("to", "by", "outlet"),
    "event": ("type", "status", "who", "whom", "where", "flags", "plover", "claimed_by", "outlet", "verdict"),
    "state": ("instrument", "state", "claimed_by", "flags", "outlet", "verdict"),
    "commitment": ("standing", "later", "kind", "by", "to", "claimed_by", "outlet", "verdict"),
    "figure": ("unit", "bound", "change", "speaker", "outlet", "verdict"),
    "time": ("precision", "calendar", "part", "outlet"),
    "note": ("kind", "outlet"),
    "instrument": ("kind", "parties", "outlet"),
    "actor": ("type", "state", "outlet", "topic"),
}  # fmt: skip


class Value(NamedTuple):
    """A value of a facet with how many rows it has and the address that opens them."""

    value: str
    rows: int
    address: str
    on: bool


class Facet(NamedTuple):
    """A facet: its first values, how many there are in all, where all of them stand."""

    field: str
    values: list[Value]
    number: int
    all: str


def narrowing(kind: str, query: Mapping[str, str]) -> dict[str, str]:
    """What the query of an address narrows a list to: only fields that the list has, never the language of the page; days as ISO.

    Raises `DossierError` for a day that cannot be read.
    """
    known = {*LISTS[kind].facets, *EVERYWHERE, *HELD} - {LANG}
    known |= {"among"} if kind == "event" else set()
    where = {k: v for k, v in query.items() if k in known or (k == "q" and v.strip())}
    for field in ("since", "until"):
        if day := iso_of(query.get(field, ""), last=field == "until"):
            where[field] = day
    return where


def faceted(store: Dossier, kind: str, where: Mapping[str, str], fields: tuple[str, ...] | None = None, shown: int = SHOWN) -> list[Facet]:
    """The facets of a list as links. A facet that is narrowed shows its value to be taken off."""
    out = []
    for field in fields or FACETS[kind]:
        rest = {k: v for k, v in where.items() if k != field}
        if field in where:
            out.append(Facet(field, [Value(where[field], count(store, kind, where), address.rows(kind, rest), True)], 1, ""))
            continue
        found = facets(store, kind, where, [field])[field]
        if len(found) < 2 and (not found or found[0][0] == ""):
            continue
        values = [Value(v, n, address.rows(kind, {**where, field: v}), False) for v, n in found[:shown]]
        out.append(Facet(field, values, len(found), address.at(f"/{address.PAGES[kind]}/by/{field}", dict(where))))
    return out


def ids_of(found: list[dict[str, Any]], told: list[Facet], where: Mapping[str, str]) -> set[str]:
    """The actors that rows and facets speak of."""
    out = {str(r[c]) for r in found for c in ACTORS if r.get(c)}
    out |= {v.value for f in told if f.field in (*ACTORS, "parties", "state") for v in f.values} | {v for k, v in where.items() if k in ACTORS}
    out |= {p for r in found for p in str(r.get("parties") or "").split()} | set(where.get("among", "").split())
    return out | {p for r in found for c in ("who", "whom") for p in (r.get(c) or "").split()}


def view(store: Dossier, kind: str, query: Mapping[str, str]) -> dict[str, Any]:
    """Everything that a list page shows."""
    where = narrowing(kind, query)
    total = count(store, kind, where)
    page = min(max(int(query.get("page", "1")) if query.get("page", "1").isdigit() else 1, 1), max(1, -(-total // ROWS)))
    found = rows(store, kind, where, ROWS, (page - 1) * ROWS)
    told = faceted(store, kind, where)
    return {
        "kind": kind, "rows": found, "total": total, "facets": told, "where": where, "page_number": page, "pages": -(-total // ROWS), "per_page": ROWS,
        "names": named(store, "actor", ids_of(found, told, where)), "offices_at": offices_at(store, ((r["report"], r["speaker"]) for r in found)) if kind == "statement" else {},
        "instruments": named(store, "instrument", {str(r["instrument"]) for r in found if r.get("instrument")} | _instruments(told, where)),
    }  # fmt: skip


def _instruments(told: list[Facet], where: Mapping[str, str]) -> set[str]:
    return {v.value for f in told if f.field == "instrument" for v in f.values} | ({where["instrument"]} if "instrument" in where else set())


@get("/{page:str}", sync_to_thread=True)
def listing(request: Ask) -> Answer:
    bench = workbench(request)
    page = str(request.path_params["page"])
    kind = address.LISTED.get(page)
    if kind is None:
        raise NotFoundException(page)
    with bench.open() as store:
        return bench.page(request, f"{page}.html", **view(store, kind, request.query_params))


@get("/{page:str}/by/{field:str}", sync_to_thread=True)
def values(request: Ask) -> Answer:
    """All values of a facet."""
    bench = workbench(request)
    page = str(request.path_params["page"])
    field = str(request.path_params["field"])
    kind = address.LISTED.get(page)
    if kind is None or field not in FACETS[kind]:
        raise NotFoundException(page)
    with bench.open() as store:
        where = narrowing(kind, request.query_params)
        told = faceted(store, kind, {k: v for k, v in where.items() if k != field}, (field,), shown=1_000_000)
        return bench.page(
            request, "values.html", kind=kind, field=field, facet=told[0] if told else None, where=where,
            names=named(store, "actor", ids_of([], told, {})), instruments=named(store, "instrument", _instruments(told, {})),
        )  # fmt: skip


HANDLERS = (listing, values)
