"""Lists with more to them than rows: figures of one unit drawn over time, commitments as of the last day that reports tell of."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from litestar import get

from rayzan.dossier.about import covered
from rayzan.dossier.listing import rows
from rayzan.web import lists
from rayzan.web.bench import Answer, Ask, workbench
from rayzan.web.when import day_of

WIDE, HIGH = 900.0, 260.0
SIDE, TOP, FOOT = 90.0, 20.0, 40.0
FEWEST = 2  # figures that are a course


class Point(NamedTuple):
    """A figure at its place on the drawing."""

    x: float
    y: float
    row: Mapping[str, Any]


class Chart(NamedTuple):
    """Points by the day of their report, levels of value and the first and last day; `undated`: figures that have no place on it."""

    points: list[Point]
    levels: list[tuple[float, float]]
    days: list[tuple[float, str, str]]
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
    low, top = min(0.0, *values), max(0.0, *values)

    def x(day: date) -> float:
        part = (day - first).days / max((last - first).days, 1) if first != last else 0.5
        return round(SIDE + (WIDE - 2 * SIDE) * (1 - part if rtl else part), 1)

    def y(value: float) -> float:
        return round(TOP + (HIGH - TOP - FOOT) * (1 - (value - low) / ((top - low) or 1)), 1)

    points = [Point(x(day), y(float(r["value"])), r) for day, r in dated]
    levels = [(y(v), v) for v in (low, (low + top) / 2, top)]
    ends = ("end", "start") if rtl else ("start", "end")
    days = [(x(first), first.isoformat(), ends[0]), (x(last), last.isoformat(), ends[1])] if first != last else [(x(first), first.isoformat(), "middle")]
    return Chart(points, levels, days, len(found) - len(dated))


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
