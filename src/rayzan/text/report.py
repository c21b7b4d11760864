"""A report as it came: immutable text and what its carrier says of it."""

import hashlib

import msgspec


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
