"""Commitments."""

import msgspec

from rayzan.text.span import Span


class Commitment(msgspec.Struct, frozen=True):
    """Who is to do what. `kind`: pledge, mandate or request; `by` whoever is to act; `due` ISO, None if open."""

    by: str | None
    to: str | None
    what: Span
    due: str | None
    condition: Span | None
    kind: str
    claimed_by: str | None
    evidence: Span
    rule: str
