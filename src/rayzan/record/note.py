"""Notes."""

import msgspec

from rayzan.text.span import Span


class Note(msgspec.Struct, frozen=True):
    """Something a reader should know of the reading: a garbled name, a lost space, two calendars that clash."""

    kind: str
    span: Span | None
    text: str
