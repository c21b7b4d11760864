"""Figures."""

import msgspec

from rayzan.text.span import Span


class Figure(msgspec.Struct, frozen=True):
    """A number with a meaning. `high` closes a range; `bound`: exact, about, at_least, at_most, more_than, less_than;
    `change`: up, down, none; `window`: ISO duration or interval that the figure covers, None if not told."""

    value: float
    high: float | None
    unit: str | None
    bound: str
    change: str
    what: Span | None
    window: str | None
    speaker: str | None
    evidence: Span
