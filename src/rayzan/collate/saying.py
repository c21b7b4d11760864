"""One statement told twice: the same speaker, the same words or nearly."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rayzan.collate.alike import contained, grams
from rayzan.collate.told import Told
from rayzan.record import Statement
from rayzan.text.fold import fold

_NUMBER = re.compile(r"\d+")
LEAST = 25  # grams of a statement that says enough to be known again
LIKE = 0.6  # of the shorter one's grams


class Twice(NamedTuple):
    """Two statements of two reports that are one saying, and how alike they are."""

    a: Statement
    b: Statement
    likeness: float


def told_twice(one: Told, other: Told) -> list[Twice]:
    """The statements that two reports have in common, each at most once, the likest first."""
    found = sorted(_pairs(one, other), key=lambda t: (-t.likeness, t.a.content.start, t.b.content.start))
    used: set[tuple[int, str]] = set()
    out = []
    for t in found:
        if (0, t.a.id) not in used and (1, t.b.id) not in used:
            used |= {(0, t.a.id), (1, t.b.id)}
            out.append(t)
    return out


def sayings(told: Told) -> dict[str, list[Statement]]:
    """The statements of a report that say enough, by speaker."""
    out: dict[str, list[Statement]] = {}
    for s in told.record.statements:
        if s.speaker and len(grams(s.content.text)) >= LEAST:
            out.setdefault(s.speaker, []).append(s)
    return out


def _other_numbers(a: Statement, b: Statement) -> bool:
    """Whether most numbers of two statements differ: the figures of two days in one form."""
    one, other = (set(_NUMBER.findall(fold(s.content.text))) for s in (a, b))
    return bool(one and other) and len(one & other) * 2 < min(len(one), len(other))


def _pairs(one: Told, other: Told) -> Iterator[Twice]:
    mine, its = sayings(one), sayings(other)
    for speaker in mine.keys() & its.keys():
        for a in mine[speaker]:
            for b in its[speaker]:
                likeness = contained(a.content.text, b.content.text)
                if likeness >= LIKE and not _other_numbers(a, b):
                    yield Twice(a, b, likeness)
