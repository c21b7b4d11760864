"""The report's head."""

import msgspec

from rayzan.text.span import Span


class Head(msgspec.Struct, frozen=True):
    """Who published what, when, under which headline.

    `published` is an ISO date or month, None where the report leaves it open; `published_known_from` is stamp,
    metadata, text, bounds or unknown. `not_before` and `not_after` bound an undated report, for the reasons in
    `bounds`: the terms of the office-holders it names.
    """

    id: str
    lang: str
    sha256: str
    outlet: str | None = None
    published: str | None = None
    published_known_from: str = "unknown"
    not_before: str | None = None
    not_after: str | None = None
    bounds: tuple[str, ...] = ()
    headline: Span | None = None
    furniture: tuple[Span, ...] = ()
    url: str | None = None
    encoding: str | None = None
