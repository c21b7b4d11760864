"""The words of a report, cut once for all that collating asks of them."""

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import overload

from rayzan.collate.told import Place, Told
from rayzan.lang.fa.language import persian
from rayzan.lexicon.wordlist import Wordlist
from rayzan.text.fold import fold
from rayzan.text.segment import Stretch
from rayzan.text.view import View
from rayzan.text.word import Word

KEPT = 8192  # reports of which the words are kept; each stage goes through all reports, so that fewer kept than there are would help none
BREAKS = frozenset("،؛:")


class Kept(Sequence[Word]):
    """The words of a report as they are kept: keys that all reports share, and offsets as bare numbers; a tenth of the room that words take."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.keys = [sys.intern(w.key) for w in words]
        self._starts, self._ends = array("I", (w.start for w in words)), array("I", (w.end for w in words))

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> list[Word]: ...
    def __getitem__(self, at: int | slice) -> Word | list[Word]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        return Word(self.keys[at], self._starts[at], self._ends[at])

    def __iter__(self) -> Iterator[Word]:
        return map(Word, self.keys, self._starts, self._ends)

    def __len__(self) -> int:
        return len(self.keys)


@lru_cache(maxsize=KEPT)
def _view(text: str) -> View:
    found = persian().view(text)
    words = Kept(found.words)
    found.words, found.keys = words, words.keys
    return found


def view(told: Told) -> View:
    return _view(told.text)


def words(name: str) -> Wordlist:
    """A word list of `across.toml`."""
    return persian().words("across", name)


def lacks(told: Told, *names: str) -> bool:
    """Whether a report surely has no word of one of some lists, by its letters alone: cutting it into words takes a hundred times as long."""
    letters = _letters(told.text)
    return any(not any(start in letters for start in words(name).starts) for name in names)


@lru_cache(maxsize=KEPT)
def _letters(text: str) -> str:
    return fold(text).replace(" ", "")


@lru_cache(maxsize=KEPT)
def _index(text: str) -> dict[str, tuple[int, ...]]:
    """Where each word of a text stands."""
    out: dict[str, list[int]] = {}
    for at, key in enumerate(_view(text).keys):
        out.setdefault(key, []).append(at)
    return {key: tuple(at) for key, at in out.items()}


@lru_cache(maxsize=KEPT * 32)
def _spots(text: str, table: str, name: str) -> tuple[tuple[int, int], ...]:
    index, keys, found = _index(text), _view(text).keys, persian().words(table, name)
    return tuple(sorted((at, size) for start in found.starts for at in index.get(start, ()) if (size := found.at(keys, at))))


def spots(v: View, name: str, first: int = 0, last: int | None = None, table: str = "across") -> list[tuple[int, int]]:
    """Where phrases of a word list stand within a stretch, in order: first word, and how many words each takes."""
    found = _spots(v.raw, table, name)
    start = bisect_left(found, (first, 0))
    end = len(v.keys) if last is None else last
    out = []
    for at, size in found[start:]:
        if at >= end:
            break
        if at + size <= end:
            out.append((at, size))
    return out


def places(v: View, found: Wordlist) -> list[int]:
    """The words at which phrases of a list of one's own begin."""
    index = _index(v.raw)
    return sorted(at for start in found.starts for at in index.get(start, ()) if found.at(v.keys, at))


def has(v: View, name: str, first: int, last: int) -> bool:
    """Whether a stretch has a word of a list."""
    return bool(spots(v, name, first, last))


def place(told: Told, v: View, first: int, last: int) -> Place:
    return Place.of(told.id, v.span(first, last))


def clauses(v: View, s: Stretch) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between commas, and at «اما» and «ولی»."""
    first = s.first
    for at in range(s.first, s.last):
        if v.keys[at] in BREAKS or (v.keys[at] in ("اما", "ولی") and at > first):
            if at > first:
                yield first, at
            first = at if v.keys[at] in ("اما", "ولی") else at + 1
    last = s.last
    while last > first and not v.keys[last - 1][0].isalnum():
        last -= 1
    if last > first:
        yield first, last


def sentence_at(v: View, offset: int) -> Stretch | None:
    """The sentence that a raw offset stands in."""
    at = bisect_right(v.sentences, offset, key=lambda s: v.words[s.last - 1].end)
    return v.sentences[at] if at < len(v.sentences) and v.words[v.sentences[at].first].start <= offset else None


def word_from(v: View, offset: int) -> int:
    """The first word that begins at a raw offset or behind it; the number of words where none does."""
    return bisect_left(v.words, offset, key=lambda w: w.start)
