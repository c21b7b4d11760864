"""The passages that two texts have in common, with their spans in both."""

from collections import defaultdict
from typing import NamedTuple

import msgspec
import numpy as np

from rayzan.collate.shingle import SIZE, hashes, letters_with_offsets
from rayzan.text.span import Span


class Passage(msgspec.Struct, frozen=True):
    """One stretch of common text: where it stands in either report; `letters` without blanks and signs."""

    first: Span
    copy: Span
    letters: int


class Lettered(NamedTuple):
    """A text as its letters, with their raw offsets and the hash of each run of letters."""

    raw: str
    text: str
    at: list[int]
    places: dict[int, list[int]]

    @classmethod
    def of(cls, raw: str) -> "Lettered":
        text, at = letters_with_offsets(raw)
        places: dict[int, list[int]] = defaultdict(list)
        for i, h in enumerate(hashes(text).tolist()):
            places[h].append(i)
        return cls(raw, text, at, places)

    def span(self, start: int, end: int) -> Span:
        return Span.of(self.raw, self.at[start], self.at[end - 1] + 1)


def passages(one: Lettered, other: Lettered) -> list[Passage]:
    """The maximal common runs of at least `SIZE` letters, in the order of `one`; no letter of `one` is told twice."""
    out: list[Passage] = []
    at = 0
    runs = hashes(one.text).tolist()
    size = min(SIZE, len(one.text), len(other.text)) if len(one.text) < SIZE or len(other.text) < SIZE else SIZE
    while at < len(runs):
        found = other.places.get(runs[at])
        if not found:
            at += 1
            continue
        start, length = max(((b, _common(one.text, at, other.text, b)) for b in found), key=lambda x: (x[1], -x[0]))
        if length < size:  # two runs of one hash, or texts shorter than a shingle
            at += 1
            continue
        out.append(Passage(one.span(at, at + length), other.span(start, start + length), length))
        at += length
    return out


def _common(a: str, i: int, b: str, j: int) -> int:
    """How many letters two texts have in common from two places on."""
    most = min(len(a) - i, len(b) - j)
    step = 64
    done = 0
    while done < most:
        n = min(step, most - done)
        if a[i + done : i + done + n] == b[j + done : j + done + n]:
            done += n
            continue
        return done + next(k for k in range(n) if a[i + done + k] != b[j + done + k])
    return done


def share(passages_: list[Passage], text: str, of_copy: bool) -> float:
    """The share of a text's letters that stands in the passages, 0 to 1."""
    if not text:
        return 0.0
    if not of_copy:
        return min(1.0, sum(p.letters for p in passages_) / len(text))
    return min(1.0, _covered([(p.copy.start, p.copy.end, p.letters) for p in passages_]) / len(text))


def _covered(rows: list[tuple[int, int, int]]) -> int:
    """Letters told by passages that may repeat: of two that overlap the longer counts."""
    total, end = 0, -1
    for start, stop, n in sorted(rows):
        if start >= end:
            total, end = total + n, stop
    return total


def in_order(passages_: list[Passage]) -> bool:
    """Whether the copy tells the passages in the order of the first."""
    starts = np.array([p.copy.start for p in passages_])
    return bool((np.diff(starts) > 0).all()) if len(starts) > 1 else True
