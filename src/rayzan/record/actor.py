"""An actor of a report."""

import msgspec

from rayzan.text.span import Span


class Actor(msgspec.Struct, frozen=True):
    """A person, state, body, group or outlet that the report names.

    `name_fa` is in Persian letters, however the report spells it. `office` is the office held at the report's date (None: none known), `known_from` lexicon or report.
    """

    type: str
    name_en: str
    name_fa: str
    aliases: tuple[str, ...] = ()
    office: str | None = None
    office_en: str | None = None
    state: str | None = None
    wikidata: str | None = None
    mentions: tuple[Span, ...] = ()
    known_from: str = "lexicon"
