"""The words of a report, cut once for all that collating asks of them."""

from collections.abc import Iterator
from functools import lru_cache

from rayzan.collate.told import Place, Told
from rayzan.lang.fa.language import persian
from rayzan.lexicon.wordlist import Wordlist
from rayzan.text.segment import Stretch
from rayzan.text.view import View

BREAKS = frozenset("،؛:")


@lru_cache(maxsize=1024)
def _view(text: str) -> View:
    return persian().view(text)


def view(told: Told) -> View:
    return _view(told.text)


def words(name: str) -> Wordlist:
    """A word list of `across.toml`."""
    return persian().words("across", name)


def has(v: View, name: str, first: int, last: int) -> bool:
    """Whether a stretch has a word of a list."""
    found = words(name)
    return any(found.at(v.keys, at, last) for at in range(first, last))


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
    return next((s for s in v.sentences if v.words[s.first].start <= offset < v.words[s.last - 1].end), None)
