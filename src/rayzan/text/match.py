"""Many phrases found in one pass over the keys of a text: whole words only."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

import ahocorasick_rs

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A phrase found: words `first` to `last` (exclusive), and what the phrase stands for."""

    first: int
    last: int
    value: T


class Phrases(Generic[T]):
    """A set of phrases (tuples of word keys), each with its value; one phrase may have several values, each counted once."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], T]]) -> None:
        values: dict[tuple[str, ...], list[T]] = {}
        for phrase, value in entries:
            told = values.setdefault(phrase, [])
            if value not in told:
                told.append(value)
        values.pop((), None)
        self._values, self._sizes = list(values.values()), list(map(len, values))
        patterns = [f" {' '.join(phrase)} " for phrase in values]
        self._automaton = ahocorasick_rs.AhoCorasick(patterns) if patterns else None

    def find(self, keys: Sequence[str]) -> list[Hit[T]]:
        """Every hit, overlapping ones too, by first word, longest first."""
        if self._automaton is None:
            return []
        starts: list[int] = []
        at = 0
        for key in keys:
            starts.append(at)
            at += len(key) + 1
        text = f" {' '.join(keys)} "
        out: list[Hit[T]] = []
        for which, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            first = bisect_right(starts, start) - 1
            last = first + self._sizes[which]
            out.extend(Hit(first, last, value) for value in self._values[which])
        out.sort(key=lambda hit: (hit.first, -hit.last))
        return out


def longest(hits: Iterable[Hit[T]]) -> list[Hit[T]]:
    """Those hits that no longer or earlier hit covers: leftmost, then longest; hits of one stretch all stay."""
    out: list[Hit[T]] = []
    for hit in hits:
        if out and hit.first < out[-1].last and (hit.first, hit.last) != (out[-1].first, out[-1].last):
            continue
        out.append(hit)
    return out
