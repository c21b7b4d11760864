"""Events."""

import msgspec

from rayzan.text.span import Span


class Plover(msgspec.Struct, frozen=True):
    """The event in PLOVER's terms (PLOVER manual, 2021): one of its 16 event types, a mode where the type has modes, contexts."""

    event_type: str
    mode: str | None = None
    context: tuple[str, ...] = ()


class Event(msgspec.Struct, frozen=True):
    """What happened between actors outside the talking. `when` is ISO, None if open; `where` an English place name."""

    id: str
    type: str
    plover: Plover
    who: tuple[str, ...]
    whom: tuple[str, ...]
    when: str | None
    where: str | None
    status: str
    flags: tuple[str, ...]
    claimed_by: str | None
    evidence: Span
    rule: str
