"""Meetings and visits: a month in either calendar, or a list."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from litestar import get

from rayzan.dossier.listing import count, events_by, named, rows
from rayzan.dossier.store import Dossier
from rayzan.lang.fa.calendar import jalali_day, jalali_of
from rayzan.web import lists
from rayzan.web.bench import Answer, Ask, workbench
from rayzan.web.when import day_of

WEEK = {True: 5, False: 0}  # the weekday a week begins with: Saturday in the Jalali calendar, Monday in the Gregorian
UNDATED = 12  # events without a day that are shown; the page says how many there are


class Day(NamedTuple):
    """A day of the calendar: its number in the calendar shown and in the other one, its events; `inside` the month shown."""

    day: date
    number: int
    other: int
    inside: bool
    events: list[dict[str, Any]]


def month_days(year: int, month: int, jalali: bool) -> tuple[date, date]:
    """First and last day of a month of either calendar.

    >>> month_days(1404, 9, True)
    (datetime.date(2025, 11, 22), datetime.date(2025, 12, 21))
    """
    if not jalali:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    first = jalali_day(year, month, 1)
    after = jalali_day(year + month // 12, month % 12 + 1, 1)
    assert first and after
    return first, after - timedelta(days=1)


def grid(events: list[dict[str, Any]], year: int, month: int, jalali: bool) -> list[list[Day]]:
    """The weeks of a month, whole, with the events of each day."""
    first, last = month_days(year, month, jalali)
    by_day: dict[str, list[dict[str, Any]]] = {}
    for e in events:
        by_day.setdefault(e["when"], []).append(e)
    at = first - timedelta(days=(first.weekday() - WEEK[jalali]) % 7)
    weeks: list[list[Day]] = []
    while at <= last:
        weeks.append([_day(at + timedelta(days=n), first, last, jalali, by_day) for n in range(7)])
        at += timedelta(days=7)
    return weeks


def _day(day: date, first: date, last: date, jalali: bool, by_day: Mapping[str, list[dict[str, Any]]]) -> Day:
    its, other = (jalali_of(day)[2], day.day) if jalali else (day.day, jalali_of(day)[2])
    return Day(day, its, other, first <= day <= last, by_day.get(day.isoformat(), []))


def view(store: Dossier, query: Mapping[str, str], jalali: bool) -> dict[str, Any]:
    """A month of events: the one asked for, else that of the newest event with a day."""
    where = lists.narrowing("event", query)
    dated = {when: n for (when,), n in events_by(store, ("when",), where).items() if len(when) == 10}
    year, month = _month(query.get("month", ""), max(dated, default=None), jalali)
    first, last = month_days(year, month, jalali)
    here = rows(store, "event", {**where, "on": f"{first}/{last}"})
    undated = rows(store, "event", {**where, "on": ""}, UNDATED)
    months: dict[tuple[int, int], int] = {}
    for when, n in dated.items():
        if day := day_of(when):
            key = jalali_of(day)[:2] if jalali else (day.year, day.month)
            months[key] = months.get(key, 0) + n
    step = year * 12 + month - 1
    return {
        "kind": "event", "where": where, "jalali": jalali, "year": year, "month": month, "first": first, "last": last, "weeks": grid(here, year, month, jalali),
        "here": sorted(here, key=lambda e: (e["when"], e["key"])), "months": sorted(months.items(), reverse=True), "total": count(store, "event", where),
        "before": divmod(step - 1, 12), "after": divmod(step + 1, 12), "undated": undated,
        "all_undated": count(store, "event", {**where, "on": ""}),
        "names": named(store, "actor", lists.ids_of([*here, *undated], [], where)),
        "instruments": named(store, "instrument", [where["instrument"]] if "instrument" in where else []),
    }  # fmt: skip


def _month(asked: str, newest: str | None, jalali: bool) -> tuple[int, int]:
    year, _, month = asked.partition("-")
    if year.isdigit() and month.isdigit() and 1 <= int(month) <= 12 and (1 <= int(year) < 3000 if jalali else 1000 <= int(year) < 9999):
        return int(year), int(month)
    day = day_of(newest) or date.today()
    return (jalali_of(day)[0], jalali_of(day)[1]) if jalali else (day.year, day.month)


@get("/meetings", sync_to_thread=True)
def month(request: Ask) -> Answer:
    bench = workbench(request)
    cal = request.query_params.get("cal", "")
    jalali = cal == "jalali" or (cal != "gregorian" and bench.lang(request) == "fa")
    with bench.open() as store:
        return bench.page(request, "meetings.html", **view(store, dict(request.query_params), jalali))


HANDLERS = (month,)
