"""What the days on which an undated report can have been written settle: the year of «۱۶ مه», where each of them gives it the same one.

A day that the report tells in two ways at once, «جمعه ۲۸ اکتبر (۷ آبان)», falls into few years; that narrows those days further.
"""

from datetime import date, timedelta
from typing import NamedTuple

from rayzan.extract import time
from rayzan.extract.almanac import Times
from rayzan.extract.draft import Draft, TimeDraft
from rayzan.lang.fa import calendar as cal

# A weekday with a day of both calendars comes back after 28 years: in so many years round the terms that a lexicon holds it is one day.
FIRST_YEAR, LAST_YEAR = 2000, 2027
# Days: a date without a year is the nearest, so no report is farther from the day that it means; one told with its weekday is near.
MOST_AHEAD, MOST_BEHIND = 121, 243
WITH_WEEKDAY = 60


class Told(NamedTuple):
    """A day as a report tells it: its weekday, -1 where it tells none, and month and day by each calendar that it tells."""

    weekday: int
    dates: tuple[tuple[str, int, int], ...]

    def days(self, first: date, last: date) -> list[date]:
        """The days between two that are all that is told."""
        calendar, month, number = self.dates[0]
        base = {"jalali": 621, "gregorian": 0, "hijri": 579}[calendar]
        days = (cal.day_of(calendar, year - base, month, number) for year in range(first.year - 1, last.year + 2))
        return [d for d in days if d is not None and first <= d <= last and self._holds(d)]

    def _holds(self, day: date) -> bool:
        if self.weekday not in (-1, day.weekday()):
            return False
        by = {"jalali": cal.jalali_of(day)[1:], "gregorian": (day.month, day.day)}
        return all((month, number) == by.get(calendar, (month, number)) for calendar, month, number in self.dates)


def settle(draft: Draft) -> None:
    """Fills, in a report without a date, the values that all its possible days agree on, and its date where a day word names it."""
    if draft.published is not None or draft.published_month is not None:
        return
    days = _bounded(draft)
    tables = Times(draft, time.grammar(draft.language).tables)
    for t in [t for t in draft.times if t.value is None and t.precision == "day"]:
        told = _told(tables, t)
        meant = _only_day(told, days) if told else None
        if meant is None:
            continue
        if (shift := time.DAYS_MEANT.get(draft.view.keys[t.first])) is not None:
            _date(draft, meant - timedelta(days=shift), t)
            return
        t.value = str(meant)
        before, behind = (WITH_WEEKDAY, WITH_WEEKDAY) if told and told.weekday >= 0 else (MOST_AHEAD, MOST_BEHIND)
        first, last = meant - timedelta(days=before), meant + timedelta(days=behind)
        days = (max(first, days[0]), min(last, days[1])) if days else (first, last)
        if days[0] > days[1]:
            return  # the report tells of several years
    if days is not None and not _told_later(draft, tables, days[1]):
        draft.days = days
        _agree(draft, days)


def _bounded(draft: Draft) -> tuple[date, date] | None:
    """The first and last possible day by the report's bounds; None where one of them is open or they exclude each other."""
    if not draft.not_before or not draft.not_after:
        return None
    first = date.fromisoformat(draft.not_before + "-01-01"[len(draft.not_before) - 4 :])
    last = date.fromisoformat(draft.not_after + "-12-28"[len(draft.not_after) - 4 :])
    return (first, last) if first <= last else None


def _told_later(draft: Draft, t: Times, last: date) -> bool:
    """Whether the report tells of a later day as past: then it names people by offices that they had left."""
    dated = (x for x in draft.times if x.value and x.calendar in ("gregorian", "jalali"))
    return any((x.value or "")[: len(str(last))].split("/")[0] > str(last) and t.clock.told_past(x.last) for x in dated)


def _told(t: Times, x: TimeDraft) -> Told | None:
    """What an expression tells of its day; None where it is less than two things."""
    weekday, dates, at = -1, list[tuple[str, int, int]](), x.first
    while at < x.last:
        day, behind = t.weekday_at(at)
        if day >= 0:
            weekday, at = day, behind
            continue
        number, behind = t.day_number(at)
        calendar, month, last = t.month_at(behind + (t.key(behind) == "ماه")) if number else ("", 0, at)
        if month:
            dates.append((calendar, month, number))
        at = last if month else at + 1
    return Told(weekday, tuple(dates)) if dates and len(dates) + (weekday >= 0) > 1 else None


def _only_day(told: Told, days: tuple[date, date] | None) -> date | None:
    """The one day that is meant; None where there are several, or none."""
    if days is not None:
        found = told.days(days[0] - timedelta(days=MOST_BEHIND), days[1] + timedelta(days=MOST_AHEAD))
    elif told.weekday >= 0 and len(told.dates) > 1:
        found = told.days(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
    else:
        return None
    return found[0] if len(found) == 1 else None


def _date(draft: Draft, day: date, t: TimeDraft) -> None:
    """Dates the report by a day word that it sets beside a day: «فردا جمعه ۲۸ اکتبر (۷ آبان)»."""
    draft.published, draft.published_known_from = day, "text"
    words = draft.view.span(t.first, t.last).text
    draft.bounds = (f"«{words}» is one day only",)
    draft.not_before = draft.not_after = None
    time.find(draft)


def _agree(draft: Draft, days: tuple[date, date]) -> None:
    """Gives open times the value that they have on the first and on the last possible day alike."""
    open_times = [t for t in draft.times if t.value is None]
    first, last = (_values(draft, day) for day in days)
    for t in open_times:
        value = first.get((t.first, t.last))
        if value is not None and value == last.get((t.first, t.last)):
            t.value = value


def _values(draft: Draft, day: date) -> dict[tuple[int, int], str | None]:
    """The value of each time, were the report of this day."""
    times, notes = draft.times, draft.notes
    draft.times, draft.notes, draft.published = [], [], day
    time.find(draft)
    draft.today = None
    found = {(t.first, t.last): t.value for t in draft.times}
    draft.times, draft.notes, draft.published = times, notes, None
    return found
