"""Times."""

import msgspec

from rayzan.text.span import Span


class Time(msgspec.Struct, frozen=True):
    """An expression of calendar time. `value` is ISO 8601, as short as the truth; None where the text leaves it open.

    `precision`: day, month, year, decade, interval, duration; `calendar`: jalali, gregorian, hijri, relative;
    `part`: dawn, morning, noon, afternoon, evening, night; `anchor`: the ISO date it was counted from.
    """

    text: Span
    value: str | None
    precision: str
    calendar: str
    part: str | None = None
    anchor: str | None = None
