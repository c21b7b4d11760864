"""Lists with more to them than rows: figures of one unit drawn over time, commitments as of the last day that reports tell of."""

from collections.abc import Mapping
from datetime import date
from math import ceil, floor, log10
from typing import Any, NamedTuple

from litestar import get

from rayzan.dossier.about import covered
from rayzan.dossier.listing import rows
from rayzan.web import lists
from rayzan.web.bench import Answer, Ask, workbench
from rayzan.web.timeline import Tick, ticks
from rayzan.web.when import day_of

WIDE, HIGH = 900.0, 260.0
SIDE, TOP, FOOT = 90.0, 20.0, 40.0
FEWEST = 2  # figures that are a course


OFTEN, FAR = 0.95, 4.0  # a value so many times that of so great a share of all others stands at the edge, so that these do not lie flat
LEVELS = 4


class Point(NamedTuple):
    """A figure at its place on the drawing; `beyond`: at the edge, since its value lies further on."""

    x: float
    y: float
    row: Mapping[str, Any]
    beyond: bool


class Chart(NamedTuple):
    """Points by the day of their report, levels of value, ticks of the reader's calendar (`ends` where the days are too few for them);
    `undated`: figures that have no place on it."""

    points: list[Point]
    levels: list[tuple[float, float]]
    ticks: list[tuple[float, Tick]]
    ends: list[tuple[float, str, str]]
    undated: int
    wide: float = WIDE
    high: float = HIGH
    left: float = SIDE
    right: float = WIDE - SIDE


def chart(found: list[dict[str, Any]], rtl: bool) -> Chart | None:
    """Figures of one unit over the days of their reports; later days on the left where reading goes so. None where fewer than two have a day."""
    dated = sorted(((day, r) for r in found if (day := day_of(r["published"]))), key=lambda p: (p[0], p[1]["key"]))
    if len(dated) < FEWEST:
        return None
    first, last = dated[0][0], dated[-1][0]
    values = [float(r["value"]) for _, r in dated]
    step = _step(values)
    low, top = floor(min(0.0, *_near(values)) / step) * step, ceil(max(0.0, *_near(values)) / step) * step

    def x(day: date) -> float:
        part = (day - first).days / max((last - first).days, 1) if first != last else 0.5
        return round(SIDE + (WIDE - 2 * SIDE) * (1 - part if rtl else part), 1)

    def y(value: float) -> float:
        return round(TOP + (HIGH - TOP - FOOT) * (1 - (min(max(value, low), top) - low) / ((top - low) or 1)), 1)

    points = [Point(x(day), y(float(r["value"])), r, not low <= float(r["value"]) <= top) for day, r in dated]
    levels = [(y(low + n * step), low + n * step) for n in range(round((top - low) / step) + 1)]
    ends = ("end", "start") if rtl else ("start", "end")
    marked = [(x(t.day), t) for t in ticks(first, last, rtl)]
    edges = [(x(first), first.isoformat(), ends[0]), (x(last), last.isoformat(), ends[1])] if first != last else [(x(first), first.isoformat(), "middle")]
    return Chart(points, levels, marked if len(marked) > 1 else [], [] if len(marked) > 1 else edges, len(found) - len(dated))


def _near(values: list[float]) -> list[float]:
    """The values without those far beyond nearly all others."""
    most = sorted(map(abs, values))[int((len(values) - 1) * OFTEN)]
    return [v for v in values if abs(v) <= FAR * most] if most else values


def _step(values: list[float]) -> float:
    """A round distance of levels, 1, 2 or 5 of some power of ten, with which there are at most `LEVELS` above and below nothing."""
    most = max(map(abs, _near(values))) or 1.0
    size = 10.0 ** floor(log10(most / LEVELS))
    return next(n * size for n in (1, 2, 5, 10) if n * size * LEVELS >= most)


@get("/figures", sync_to_thread=True)
def figures(request: Ask) -> Answer:
    bench = workbench(request)
    with bench.open() as store:
        values = lists.view(store, "figure", request.query_params)
        drawn = chart(rows(store, "figure", values["where"]), bench.lang(request) == "fa") if values["where"].get("unit") else None
        return bench.page(request, "figures.html", **values, chart=drawn)


@get("/commitments", sync_to_thread=True)
def commitments(request: Ask) -> Answer:
    bench = workbench(request)
    with bench.open() as store:
        return bench.page(request, "commitments.html", **lists.view(store, "commitment", request.query_params), last=covered(store)[1])


HANDLERS = (figures, commitments)
