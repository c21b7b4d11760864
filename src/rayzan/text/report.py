"""A report as it came: immutable text and what its carrier says of it."""

import hashlib
import re

import msgspec

from rayzan.errors import ReportError

_HALF = re.compile("[\ud800-\udfff]")  # of a pair of UTF-16: no character, and no encoding writes it


class Report(msgspec.Struct, frozen=True):
    """One news report. `text` is never rewritten; every offset of its record points into it.

    `published` is the ISO date that the carrier (index, feed, command line) gives, None where it gives none;
    `outlet` the publisher's name likewise. `encoding` tells how the bytes were read.
    """

    id: str
    text: str
    lang: str = "fa"
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    encoding: str | None = None

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def whole(self) -> "Report":
        """This report, all of whose words can be written and kept.

        Raises `ReportError` where half of a character stands in its text or in what its carrier says of it.

        >>> Report("a", "وی گفت").whole().id
        'a'
        """
        for name in ("text", "id", "outlet", "published", "url", "lang"):
            found = _HALF.search(getattr(self, name) or "")
            if found:
                shown = _HALF.sub("\ufffd", self.id)
                raise ReportError(f"{shown}: its {name} holds half of a character (U+{ord(found[0]):X}) at {found.start()}, which is no text; take it out")
        return self
