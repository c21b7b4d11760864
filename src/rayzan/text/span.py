"""A span: where in the raw text a fact stands."""

import msgspec


class Span(msgspec.Struct, frozen=True):
    """Characters `start` to `end` (code points, end exclusive) of the raw text, and the text itself.

    >>> Span.of("نشست تهران", 5, 10).text
    'تهران'
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, raw: str, start: int, end: int) -> "Span":
        return cls(start, end, raw[start:end])

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end
