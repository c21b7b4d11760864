"""What a text says that one instrument is to another: it follows from it, contributes to it, replaces it."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from rayzan.collate.told import Place, Told, rank
from rayzan.collate.views import has, lacks, spots, view, words
from rayzan.record import Instrument
from rayzan.text.segment import Stretch
from rayzan.text.view import View

KINDS = ("follows_from", "contributes_to", "replaces", "part_of")
FAR = 6  # words from the cue to the instrument that it leads to


class Relation(msgspec.Struct, frozen=True):
    """`of` stands in relation `kind` to `to`: instruments' keys across reports; `place`: the words from one to the other."""

    of: str
    kind: str
    to: str
    place: Place


def relations(every: Sequence[Told], keys: Mapping[str, Mapping[str, str]]) -> list[Relation]:
    """The relations between instruments that the reports tell, by report and place."""
    out = [r for told in sorted(every, key=rank) for r in _of(told, keys[told.id])]
    return list(dict.fromkeys(out))


def _of(told: Told, keys: Mapping[str, str]) -> Iterator[Relation]:
    if len(told.record.instruments) < 2 or all(lacks(told, kind) for kind in KINDS):
        return
    v = view(told)
    for number, s in enumerate(v.sentences):
        if not any(has(v, kind, s.first, s.last) for kind in KINDS):
            continue
        named = _named(told, v, s)
        for kind in KINDS:
            for at, size in spots(v, kind, s.first, s.last):
                to = next(((i, x) for i, x in named if at + size <= i <= at + size + FAR), None)
                of = next(((i, x) for i, x in reversed(named) if i < at), None) or _meant(told, v, number, at)
                if to and of and of[1].key != to[1].key:
                    place = Place.of(told.id, v.span(max(of[0], s.first), to[0] + 1))
                    yield Relation(keys[of[1].key], kind, keys[to[1].key], place)


def _named(told: Told, v: View, s: Stretch) -> list[tuple[int, Instrument]]:
    """The instruments named in a sentence by the word that each mention begins at."""
    start, end = v.words[s.first].start, v.words[s.last - 1].end
    found = sorted(((m.start, i) for i in told.record.instruments for m in i.mentions if start <= m.start < end), key=lambda f: f[0])
    return [(next(n for n in range(s.first, s.last) if v.words[n].end > at), i) for at, i in found]


def _meant(told: Told, v: View, number: int, at: int) -> tuple[int, Instrument] | None:
    """The instrument of the sentence before, where this one begins with «این» alone."""
    s = v.sentences[number]
    if not number or v.keys[s.first] not in words("this").starts or at > s.first + 2 or v.sentences[number - 1].line != s.line:
        return None
    before = _named(told, v, v.sentences[number - 1])
    return before[-1] if before else None
