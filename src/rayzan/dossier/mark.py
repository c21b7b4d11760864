"""The exact places of a query in a raw text."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from rayzan.dossier.query import Phrase
from rayzan.dossier.spelling import joined_with_gaps, search_words, seek, small
from rayzan.text.fold import fold, fold_gaps
from rayzan.text.gap import Gaps

_BREAK = re.compile("[\n\r\u2028\u2029]")  # what folding makes a line break of
_sought = lru_cache(maxsize=4_096)(seek)
Stretch = tuple[int, int]


def places(text: str, leaves: Sequence[Phrase], most: int, else_: Sequence[Phrase] = ()) -> list[Stretch]:
    """Spans of a text that the phrases of a query stand at, longest phrases first, then in the order of the text; at most `most`.

    Those of `else_` where no phrase of `leaves` stands.
    """
    page = _Page(text)
    return _apart(page, leaves, most) or _apart(page, else_, most)


def _apart(page: "_Page", leaves: Sequence[Phrase], most: int) -> list[Stretch]:
    """Where the phrases stand, none over another."""
    out: list[Stretch] = []
    for leaf in leaves:
        for start, end in page.standing(leaf):
            if not any(start < b and end > a for a, b in out):
                out.append((start, end))
                if len(out) == most:
                    return out
    return out


class _Page:
    """A text of which only the lines in which a phrase may stand are cut into words."""

    def __init__(self, text: str) -> None:
        self.text, self.folded = text, fold(text)
        self._lines: dict[Stretch, _Line] = {}

    @cached_property
    def _small(self) -> str:
        return small(self.folded)

    @cached_property
    def _borders(self) -> list[int]:
        """Where the lines of the raw text begin, and where one would after the last."""
        return [0, *(m.end() for m in _BREAK.finditer(self.text)), len(self.text) + 1]

    def standing(self, leaf: Phrase) -> Iterator[Stretch]:
        """Where a phrase stands in the raw text, line by line; where it goes over the end of a line, these lines together."""
        looked = self.folded if all(key.upper() == key for key in leaf.keys) else self._small
        met = _next(looked, leaf, 0)
        while met:
            at, end = met[0], _end(looked, met[1])
            first = looked.rfind("\n", 0, at) + 1
            while (met := _next(looked, leaf, at + 1 if len(leaf.keys) > 1 else end)) and met[0] < end:
                at, end = met[0], max(end, _end(looked, met[1]))
            yield from self._within(leaf, first, end)

    def _within(self, leaf: Phrase, first: int, end: int) -> Iterator[Stretch]:
        """Where a phrase stands in whole lines of the folded text."""
        if (first, end) not in self._lines:
            number = self.folded.count("\n", 0, first)
            raw = self._borders[number]
            after = self._borders[number + 1 + self.folded.count("\n", first, end)]
            self._lines[first, end] = _Line(*joined_with_gaps(self.folded[first:end]), fold_gaps(self.text[raw:after]), raw)
        line = self._lines[first, end]
        for start, after in _standing(line.joined, leaf):
            yield line.back(start), line.back(after - 1) + 1


class _Line(NamedTuple):
    """A joined line, or some, that lies over the folded text and that over the raw text, in which it begins at `begins`."""

    joined: str
    gaps: Gaps
    folding: Gaps
    begins: int

    def back(self, at: int) -> int:
        return self.begins + self.folding.back(self.gaps.back(at))


def _end(text: str, at: int) -> int:
    """The end of the line that the character before a place stands in."""
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _next(text: str, leaf: Phrase, at: int) -> Stretch | None:
    """The next place from `at` on where a phrase may stand."""
    sought = _sought(leaf.keys)
    if isinstance(sought, str):
        start = text.find(sought, at)
        return (start, start + len(sought)) if start >= 0 else None
    m = sought.search(text, at)
    return m.span() if m else None


def _standing(joined: str, leaf: Phrase) -> Iterator[Stretch]:
    """Where a phrase stands in a joined text: around a place where it may, the words between blanks are cut."""
    wanted, size = list(leaf.keys), len(leaf.keys)
    at = 0
    while met := _next(joined, leaf, at):
        at = met[0] + 1
        blank = max(joined.rfind(" ", 0, met[0]), joined.rfind("\n", 0, met[0]))
        ends = [end for end in (joined.find(" ", met[1]), joined.find("\n", met[1])) if end >= 0]
        told = search_words(joined, blank + 1, min(ends, default=len(joined)))
        keys = [w.key for w in told]
        for i in range(len(keys) - size + 1):
            here = keys[i : i + size]
            if here == wanted or leaf.prefix and here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1]):
                yield told[i].start, told[i + size - 1].end
                at = max(at, told[i + size - 1].end)
