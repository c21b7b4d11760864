"""Statements and questions."""

import msgspec

from rayzan.text.span import Span


class Statement(msgspec.Struct, frozen=True):
    """Who (`speaker`, by the words `source`) said (`cue`) what (`content`).

    `source` and `cue` are None where the text leaves them out; `within` is the statement whose content reports this
    one, `answers` the question it answers.
    """

    id: str
    speaker: str | None
    source: Span | None
    cue: Span | None
    content: Span
    directness: str
    act: str
    within: str | None
    answers: str | None
    topics: tuple[str, ...]
    rule: str


class Question(msgspec.Struct, frozen=True):
    """A question put: `text` is its subject phrase or its words; `to` and `by` are actors, None if not told."""

    id: str
    text: Span
    to: str | None = None
    by: str | None = None
