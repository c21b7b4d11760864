"""A report with its record, and what collating asks of the two: the days it may be of, the states behind its actors."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from rayzan.record import Actor, Record
from rayzan.text.report import Report
from rayzan.text.span import Span

Days = tuple[date, date]


class Told(NamedTuple):
    """One report of a collation: its raw text and what was read of it."""

    report: Report
    record: Record

    @property
    def id(self) -> str:
        return self.record.report.id

    @property
    def text(self) -> str:
        return self.report.text

    @property
    def outlet(self) -> str | None:
        return self.record.report.outlet

    def actor(self, id: str) -> Actor | None:
        return self.record.actors.get(id)

    def state(self, id: str) -> str | None:
        """The state that an actor stands for: a state itself, a person's or body's state; None where it has none."""
        found = self.record.actors.get(id)
        if found is None:
            return None
        return id if found.type == "state" else found.state

    def called(self, ids: Iterable[str]) -> str:
        """Actors by their English names, in the order of their ids; by its id one that the record has none for."""
        return ", ".join(found.name_en if (found := self.actor(id)) else id for id in sorted(ids))

    def headline_end(self) -> int:
        """Where the body begins: behind the headline, or 0."""
        headline = self.record.report.headline
        return headline.end if headline else 0


class Place(msgspec.Struct, frozen=True, order=True):
    """Words of a report: its id and the span."""

    report: str
    start: int
    end: int
    text: str

    @classmethod
    def of(cls, report: str, span: Span) -> "Place":
        return cls(report, span.start, span.end, span.text)

    def overlaps(self, other: "Place") -> bool:
        return self.report == other.report and self.start < other.end and other.start < self.end


def days(value: str | None) -> Days | None:
    """First and last day of an ISO day, month, year or interval; None where it is none.

    >>> days("2025-12")
    (datetime.date(2025, 12, 1), datetime.date(2025, 12, 31))
    >>> days("2026/2028")
    (datetime.date(2026, 1, 1), datetime.date(2028, 12, 31))
    """
    if not value or value.startswith("P"):
        return None
    first, _, last = value.partition("/")
    try:
        start, end = _bounds(first), _bounds(last or first)
    except ValueError:
        return None
    return (start[0], end[1]) if start[0] <= end[1] else None


def _bounds(value: str) -> Days:
    parts = [int(p) for p in value.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return date(parts[0], parts[1], 1), after - timedelta(days=1)
    day = date(parts[0], parts[1], parts[2])
    return day, day


def overlap(a: Days, b: Days, slack: int = 0) -> bool:
    """Whether two stretches of days touch, give or take some days."""
    return (a[0] - b[1]).days <= slack and (b[0] - a[1]).days <= slack


def one_day(span: Days | None) -> bool:
    return span is not None and span[0] == span[1]


NARRATED = ("meeting", "call", "visit", "signing", "press_conference", "summit", "consultation", "vote")


def told_on(told: Told) -> Days | None:
    """The days that a report may be of: its date, else the latest day of what its narrator tells as happened."""
    head = told.record.report
    found = days(head.published)
    if found:
        return found
    own = [days(e.when) for e in told.record.events if e.claimed_by is None and e.status == "happened" and e.type in NARRATED]
    single = [d for d in own if d and one_day(d)]
    if single:
        return max(single)
    return None


def rank(told: Told) -> tuple[str, str]:
    """By what reports are put in order: the last day they may be of, then the id; reports of no day come last."""
    found = told_on(told)
    return (found[1].isoformat() if found else "9999", told.id)
