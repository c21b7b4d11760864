"""A line of time: events, states of instruments and statements on lanes, Jalali above and Gregorian below."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from litestar import get

from rayzan.dossier.about import sides
from rayzan.dossier.listing import count, named, rows
from rayzan.dossier.store import Dossier
from rayzan.lang.fa.calendar import jalali_day, jalali_of
from rayzan.web import address, lists
from rayzan.web.bench import Answer, Ask, workbench
from rayzan.web.speech import Speech
from rayzan.web.when import day_of

LANES = ("event", "state", "statement")
MOST = 150  # rows of a kind; the page says how many there are
PARTIES = 9  # lanes of parties; the rest share one
TICKS = 8
NEAR = 1.1  # per cent of the line within which two marks would touch
DEEP = 12  # marks above one another
FAR = 0.03  # of the rows: so few that stand far before all others are left off the line, and the page says so


class Mark(NamedTuple):
    """A mark on a lane: where it begins and ends in per cent of the line, how deep it lies, the row it stands for."""

    start: float
    end: float
    depth: int
    row: dict[str, Any]
    kind: str


class Lane(NamedTuple):
    """The marks of a kind, or of a party: a state with all who stand for it, or another actor; of no party where `name` is empty."""

    name: str
    marks: list[Mark]

    @property
    def deep(self) -> int:
        return max((m.depth for m in self.marks), default=0) + 1


class Tick(NamedTuple):
    """A tick at a per cent of the line; `day` is its day, `year` whether only a year is meant."""

    at: float
    day: date
    year: bool

Row = tuple[str, dict[str, Any]]  # its kind and what it tells


def span_of(row: Mapping[str, Any]) -> tuple[date, date] | None:
    """First and last day that a row is of, by the day it gives or else its report's; None where neither is known."""
    value = row.get("when") or row["published"]
    first = day_of(value)
    if first is None or not value:
        return None
    if "/" in value:
        end = day_of(value.split("/")[1])
        return first, end if end and end >= first else first
    if len(value) == 4:
        return first, date(first.year, 12, 31)
    if len(value) == 7:
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return first, after - timedelta(days=1)
    return first, first


def marks(found: list[Row], first: date, last: date) -> list[Mark]:
    """The rows that have a day within the line, each as deep as it must lie not to cover another."""
    size = max((last - first).days, 1)
    free: list[float] = []
    out = []
    for kind, row, (start, end) in sorted(((k, r, s) for k, r in found if (s := span_of(r))), key=lambda x: (x[2], x[1]["key"])):
        if end < first or start > last:
            continue
        a, b = (max(start, first) - first).days / size * 100, (min(end, last) - first).days / size * 100
        depth = next((n for n, edge in enumerate(free) if edge + NEAR <= a), len(free))
        if depth == len(free) and depth < DEEP:
            free.append(b)
        depth = min(depth, DEEP - 1)
        free[depth] = max(free[depth], b)
        out.append(Mark(round(a, 3), round(b, 3), depth, row, kind))
    return out


def extent(spans: list[tuple[date, date]], asked: bool) -> tuple[date, date]:
    """First and last day of the line. Unless a first day was asked for, a few rows far before all others do not stretch it."""
    if not spans:
        return date.today(), date.today()
    starts, last = sorted(s[0] for s in spans), max(s[1] for s in spans)
    main = starts[int(len(starts) * FAR)]
    return (main if not asked and (last - main) * 2 < last - starts[0] else starts[0]), last


def ticks(first: date, last: date, jalali: bool) -> list[Tick]:
    """Beginnings of years or months of a calendar, at most `TICKS` of them."""
    size = max((last - first).days, 1)
    step = next(s for s in (1, 2, 3, 6, 12, 24, 60, 120, 600, 6000) if size / (s * 30.4) <= TICKS)
    year, month = jalali_of(first)[:2] if jalali else (first.year, first.month)
    at = (year * 12 + month - 1) // step * step
    out: list[Tick] = []
    while True:
        y, m = divmod(at, 12)
        day = jalali_day(y, m + 1, 1) if jalali else date(y, m + 1, 1)
        if day is None or day > last:
            return out
        if day >= first:
            out.append(Tick(round((day - first).days / size * 100, 3), day, step >= 12))
        at += step


def by_party(store: Dossier, found: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows by the parties that speak, act or claim in them, those with most rows first; one with several parties stands with each."""
    told = [(row, [i for c in ("who", "whom", "speaker", "claimed_by") if c != "claimed_by" or row[0] == "state" for i in (row[1].get(c) or "").split()]) for row in found]
    state = sides(store, {id for _, ids in told for id in ids})
    out: dict[str, list[Row]] = {}
    for row, ids in told:
        for party in dict.fromkeys(state[id] for id in ids) or ("",):
            out.setdefault(party, []).append(row)
    order = sorted((p for p in out if p), key=lambda p: (-len(out[p]), p))
    rest = [row for p in order[PARTIES:] for row in out[p]] + out.get("", [])
    return {p: out[p] for p in order[:PARTIES]} | ({"": list({r["key"]: (k, r) for k, r in rest}.values())} if rest else {})


def view(store: Dossier, query: Mapping[str, str], speech: Speech) -> dict[str, Any]:
    kinds = [k for k in LANES if query.get("lanes", "") in ("", k)]
    found = {kind: rows(store, kind, _where(kind, query), MOST) for kind in kinds}
    totals = {kind: count(store, kind, _where(kind, query)) for kind in kinds}
    spans = [s for told in found.values() for r in told if (s := span_of(r))]
    first, last = extent(spans, asked="since" in query)
    if last - first < timedelta(days=20):
        first, last = first - timedelta(days=10), last + timedelta(days=10)
    first, last = first - (last - first) / 30, last + (last - first) / 30
    every = [(kind, row) for kind in kinds for row in found[kind]]
    party = query.get("by") == "party"
    groups = by_party(store, every) if party else {kind: [(kind, row) for row in found[kind]] for kind in kinds}
    told = [Lane(name, marks(rows_, first, last)) for name, rows_ in groups.items()]
    table = sorted({m.row["key"]: m for lane in told for m in lane.marks}.values(), key=lambda m: (m.row.get("when") or m.row["published"] or "", m.kind, m.row["key"]), reverse=True)
    ids = {i for kind in kinds for i in lists.ids_of(found[kind], [], {})} | (set(groups) if party else set()) | {v for k, v in query.items() if k in lists.ACTORS}
    states = speech.names.lexicon.states
    names = {p: {"name_fa": states[p].name_fa, "name_en": states[p].name_en, "type": "state"} for p in groups if party and p in states} | named(store, "actor", ids)
    keys = {r["instrument"] for r in found.get("state", ())} | ({query["instrument"]} if query.get("instrument") else set())
    return {
        "lanes": told, "party": party, "most": MOST, "totals": totals, "first": first, "last": last,
        "jalali": ticks(first, last, True), "gregorian": ticks(first, last, False), "table": table, "names": names,
        "instruments": named(store, "instrument", keys), "undated": {k: sum(span_of(r) is None for r in found[k]) for k in kinds},
        "earlier": min((s[0] for s in spans), default=first), "left_off": len(spans) - len(table),
        "where": {k: v for k, v in query.items() if k in ("actor", "instrument", "topic", "speaker", "topics", "since", "until", "lanes") and v},
        "right": query.get("dir", "rtl" if speech.rtl else "ltr") == "rtl", "kinds": LANES, "address_of": address.fact,
    }  # fmt: skip


def _where(kind: str, query: Mapping[str, str]) -> dict[str, str]:
    """What a lane is narrowed to; an actor means whoever speaks, acts or claims by name of a report that holds it."""
    where = lists.narrowing(kind, {k: v for k, v in query.items() if v and k in ("actor", "instrument", "topic", "since", "until", "outlet")})
    if kind == "statement":
        where |= {k: query[k] for k in ("speaker", "topics") if query.get(k)}
    elif query.get("speaker"):
        where["speaker"] = query["speaker"]
    if query.get("topics") and kind != "statement":
        where["topic"] = query["topics"]
    return where


@get("/timeline", sync_to_thread=True)
def line(request: Ask) -> Answer:
    bench = workbench(request)
    with bench.open() as store:
        return bench.page(request, "timeline.html", **view(store, dict(request.query_params), bench.speech(request)))


HANDLERS = (line,)
