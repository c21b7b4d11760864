"""Stories: the reports on one event, merged by shared facts, each merge with its reasons and their weights."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from rayzan.collate.cluster import clusters
from rayzan.collate.copies import Copy
from rayzan.collate.merge import FRESH, Merge, merges
from rayzan.collate.occasion import Occasion
from rayzan.collate.told import Days, Told, overlap, rank, told_on


class Story(msgspec.Struct, frozen=True):
    """The reports on one event, first report first. `originals`: how many of them are no copies of one another; `day` as far as known."""

    id: str
    reports: tuple[str, ...]
    originals: int
    day: str | None
    merges: tuple[Merge, ...]


def stories(every: Sequence[Told], occasions: Iterable[Occasion], copies: Iterable[Copy]) -> list[Story]:
    """The stories of a set of reports, a story of one report included."""
    by_id = {t.id: t for t in every}
    copied = list(copies)
    merged = {(m.a, m.b): m for m in merges(by_id, list(occasions), copied)}
    days_of = {t.id: told_on(t) for t in every}
    pairs = [(m.weight, m.a, m.b) for m in merged.values()]
    groups = clusters(by_id, pairs, lambda a, b: not _near(days_of[a], days_of[b]), lambda id: rank(by_id[id]))
    return grouped(groups, by_id, merged, copied)


def grouped(
    groups: Iterable[Iterable[str]], by_id: Mapping[str, Told], merged: Mapping[tuple[str, str], Merge], copies: Iterable[Copy]
) -> list[Story]:
    """The stories of given groups of reports, in order of their first reports."""
    whole = [c for c in copies if c.whole]
    rows = [sorted((by_id[id] for id in g), key=rank) for g in groups]
    return [_story(g, merged, whole) for g in sorted(rows, key=lambda g: rank(g[0]))]


def _near(a: Days | None, b: Days | None) -> bool:
    return a is None or b is None or overlap(a, b, FRESH)


def _story(group: list[Told], merged: Mapping[tuple[str, str], Merge], whole: Sequence[Copy]) -> Story:
    ids = {t.id for t in group}
    inside = tuple(m for (a, b), m in sorted(merged.items()) if a in ids and b in ids)
    copied = [(1.0, c.first, c.copy) for c in whole if c.first in ids and c.copy in ids] + [
        (1.0, a.id, b.id) for a, b in combinations(group, 2) if is_credited(a, b)
    ]
    originals = len(clusters(ids, copied, lambda a, b: False, str))
    found = [d for t in group if (d := told_on(t))]
    single = sorted(d for d in found if d[0] == d[1])
    day = next(iter(single or sorted(found)), None)
    shown = None if day is None else day[0].isoformat() if day[0] == day[1] else day[0].isoformat()[:7]
    return Story(group[0].id, tuple(t.id for t in group), originals, shown, inside)


def is_credited(a: Told, b: Told) -> bool:
    """Whether one of two reports names the other's outlet as its source."""
    return bool(
        (a.outlet and a.outlet in credits(b) and a.outlet != b.outlet) or (b.outlet and b.outlet in credits(a) and a.outlet != b.outlet)
    )


def credits(told: Told) -> frozenset[str]:
    """The outlets that a report names besides its own."""
    return frozenset(a.name_en for a in told.record.actors.values() if a.type == "outlet" and a.name_en != told.outlet)
