"""Instruments and their states."""

import msgspec

from rayzan.text.span import Span


class State(msgspec.Struct, frozen=True):
    """Where the report says that the instrument stands, by whom claimed (None: the narrator), since when.

    `flags`: future or hypothetical where the text does not assert it of now.
    """

    state: str
    when: str | None
    claimed_by: str | None
    evidence: Span
    flags: tuple[str, ...] = ()


class Instrument(msgspec.Struct, frozen=True):
    """A treaty, programme, mechanism, corridor …: one key under all its names."""

    key: str
    kind: str
    name_en: str
    name_fa: str
    parties: tuple[str, ...]
    mentions: tuple[Span, ...]
    states: tuple[State, ...]
    known_from: str = "lexicon"
