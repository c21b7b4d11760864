"""The folded view of one report: its words, lines and sentences."""

from collections.abc import Sequence
from functools import cached_property

from rayzan.text.segment import Stretch, lines, sentences
from rayzan.text.span import Span
from rayzan.text.word import Join, Word, words


class View:
    """What rules read. Positions are word indexes; `span` turns them into raw offsets.

    Its last word is always a line break, of no width where the text has none: a rule may look one word behind any word that it read,
    also in a text that was cut in the middle of a sentence.
    """

    def __init__(self, raw: str, join: Join) -> None:
        self.raw = raw
        found = words(raw, join)
        self.words: Sequence[Word] = found if found and found[-1].key == "\n" else [*found, Word("\n", len(raw), len(raw))]
        self.keys: list[str] = [w.key for w in self.words]
        self.lines: list[Stretch] = lines(self.words)

    @cached_property
    def sentences(self) -> list[Stretch]:
        return [s for line in self.lines for s in sentences(self.words, line)]

    @cached_property
    def sentence_of(self) -> list[int]:
        """For each word the index of its sentence; -1 for a line break."""
        out = [-1] * len(self.words)
        for number, s in enumerate(self.sentences):
            out[s.first : s.last] = [number] * (s.last - s.first)
        return out

    def span(self, first: int, last: int) -> Span:
        """The raw span of words `first` to `last` (exclusive)."""
        return Span.of(self.raw, self.words[first].start, self.words[last - 1].end)
