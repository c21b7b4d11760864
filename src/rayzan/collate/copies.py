"""Copies and near-copies: which reports share text, how much, and who came first.

Candidates come from an index of sampled shingles, exact for any passage of some length: the sample keeps a shingle by its own
hash, so both texts keep the same ones. Each candidate is then compared letter by letter.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

import msgspec
import numpy as np
from numpy.typing import NDArray

from rayzan.collate.passage import Lettered, Passage, in_order, passages, share
from rayzan.collate.series import is_background, is_series, is_template
from rayzan.collate.shingle import Hashes, sketch

INSERT = 240  # letters of a common passage that alone make an insert: a paragraph, more than a formula or the name of a law
STANDING = 60  # days: a paragraph told again after so long is standing background, not taken from the other report
PART = 0.25  # a smaller share of the shorter text makes no copy
WHOLE = 0.7  # from here on the copy is one of the whole report
SAME = 0.9
COMMON = 5  # a run of letters in so many reports may be boilerplate: it is where these reports hold little else in common
EVERYWHERE = 200  # and in more than so many it is


class Copy(msgspec.Struct, frozen=True):
    """Two reports with common text.

    `first` came first by `order`: date, credit (the other names its outlet as source) or unknown (then the smaller id stands first).
    `share` of the copy's letters stands in the first, `share_of_first` the other way. `kind`: same, shortened,
    lengthened, reordered, part (some common text), insert (one passage of a paragraph's length in otherwise different texts).
    """

    first: str
    copy: str
    kind: str
    order: str
    share: float
    share_of_first: float
    passages: tuple[Passage, ...]

    @property
    def whole(self) -> bool:
        """Whether one of the two is in the main the other's text: then they are one original."""
        return self.kind in ("same", "shortened", "lengthened", "reordered")


class Source(msgspec.Struct, frozen=True):
    """What a report says of itself for the question who came first: text, date, outlet and the outlets that it names as sources."""

    id: str
    text: str
    published: str | None = None
    outlet: str | None = None
    credits: frozenset[str] = frozenset()


def copies(sources: Iterable[Source]) -> list[Copy]:
    """All pairs of reports that share text, by first and copy. The order of the sources makes no difference."""
    rows = sorted(sources, key=lambda s: s.id)
    sketches = [sketch(s.text) for s in rows]
    lettered: dict[int, Lettered] = {}

    def of(n: int) -> Lettered:
        if n not in lettered:
            lettered[n] = Lettered.of(rows[n].text)
        return lettered[n]

    common = _boilerplate(sketches)
    out = []
    for a, b in sorted(_candidates(sketches, common)):
        found = _compare(rows[a], rows[b], of(a), of(b), common)
        if found:
            out.append(found)
    return sorted(out, key=lambda c: (c.first, c.copy))


def _groups(sketches: Sequence[Hashes]) -> list[tuple[int, NDArray[np.int64]]]:
    """Each shingle that stands in more than one report, with the numbers of those reports."""
    if not sketches:
        return []
    every = np.concatenate(sketches)
    owner = np.repeat(np.arange(len(sketches)), [len(s) for s in sketches])
    order = np.lexsort((owner, every))
    every, owner = every[order], owner[order]
    cuts = np.flatnonzero(np.diff(every)) + 1
    starts, ends = np.concatenate(([0], cuts)), np.concatenate((cuts, [len(every)]))
    many = ends - starts > 1
    return [(int(every[s]), owner[s:e]) for s, e in zip(starts[many], ends[many], strict=True)]


def _pairs(groups: Iterable[tuple[int, NDArray[np.int64]]]) -> Counter[tuple[int, int]]:
    out: Counter[tuple[int, int]] = Counter()
    for _, owners in groups:
        if len(owners) <= EVERYWHERE:
            out.update(combinations(owners.tolist(), 2))
    return out


def _boilerplate(sketches: Sequence[Hashes]) -> frozenset[int]:
    """Shingles that many reports share which share little else: footers, formulas, standing background."""
    groups = _groups(sketches)
    counts = _pairs(groups)
    out = set()
    for shingle, owners in groups:
        if len(owners) < COMMON:
            continue
        if len(owners) > EVERYWHERE:
            out.add(shingle)
            continue
        alike = [counts[a, b] / min(len(sketches[a]), len(sketches[b])) >= PART for a, b in combinations(owners.tolist(), 2)]
        if sum(alike) * 2 < len(alike):
            out.add(shingle)
    return frozenset(out)


def _candidates(sketches: Sequence[Hashes], common: frozenset[int]) -> set[tuple[int, int]]:
    """Pairs worth comparing: by sampled shingles they may share a paragraph or a fair part of the shorter."""
    counts = _pairs(g for g in _groups(sketches) if g[0] not in common)
    return {(a, b) for (a, b), n in counts.items() if n >= PART / 2 * min(len(sketches[a]), len(sketches[b])) or n * 8 >= INSERT / 2}


def _compare(a: Source, b: Source, one: Lettered, other: Lettered, common: frozenset[int]) -> Copy | None:
    first, copy, order = _order(a, b)
    if first is b:
        one, other = other, one
    found = [p for p in passages(one, other) if not _is_common(p, common)]
    longest = max((p.letters for p in found), default=0)
    of_first, of_copy = share(found, one.text, False), share(found, other.text, True)
    most = max(of_first, of_copy)
    if most < SAME and (sum(p.letters for p in found) < INSERT or (most < PART and longest < INSERT)):
        return None
    apart = _days(first, copy)
    if apart and (most < WHOLE and apart > STANDING or is_template(found, first.text, copy.text)):
        return None
    if apart and most < SAME and is_series(first.text, copy.text):
        return None
    if most < WHOLE and is_background(found, first.text, copy.text):
        return None
    kind = _kind(of_first, of_copy, in_order(found))
    return Copy(first.id, copy.id, kind, order, round(of_copy, 3), round(of_first, 3), tuple(found))


def _is_common(passage: Passage, common: frozenset[int]) -> bool:
    """Whether most sampled shingles of a passage are boilerplate."""
    if not common:
        return False
    found = sketch(passage.first.text).tolist()
    return sum(h in common for h in found) * 2 > len(found)


def _kind(of_first: float, of_copy: float, ordered: bool) -> str:
    if max(of_first, of_copy) < WHOLE:
        return "part" if max(of_first, of_copy) >= PART else "insert"
    if not ordered:
        return "reordered"
    if min(of_first, of_copy) >= SAME:
        return "same"
    return "shortened" if of_copy >= of_first else "lengthened"


def _days(a: Source, b: Source) -> int:
    """Days between two reports; 0 where a day is unknown."""
    if not (a.published and b.published and len(a.published) >= 10 and len(b.published) >= 10):
        return 0
    return abs((date.fromisoformat(a.published[:10]) - date.fromisoformat(b.published[:10])).days)


def _order(a: Source, b: Source) -> tuple[Source, Source, str]:
    """Which of two reports came first, and how that is known."""
    if a.outlet and a.outlet in b.credits and b.outlet not in a.credits:
        return a, b, "credit"
    if b.outlet and b.outlet in a.credits and a.outlet not in b.credits:
        return b, a, "credit"
    if a.published and b.published and a.published[:10] != b.published[:10]:
        size = min(len(a.published), len(b.published))
        if a.published[:size] != b.published[:size]:
            return (a, b, "date") if a.published < b.published else (b, a, "date")
    return (a, b, "unknown") if a.id <= b.id else (b, a, "unknown")
