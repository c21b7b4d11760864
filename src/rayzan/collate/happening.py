"""One happening with other particulars: its day, its place, who did it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from rayzan.collate.disagreement import CONTRADICTION, VARIANCE, Discrepancy, differ
from rayzan.collate.occasion import BETWEEN, PAST, Occasion
from rayzan.collate.occurrence import Occurrence
from rayzan.collate.told import Told, one_day, overlap

DEEDS = frozenset({"attack", "sanction"})
CLOSE = 3  # days between two days given for one happening; further apart they are two happenings


def disagreements(by_id: Mapping[str, Told], occasions: Iterable[Occasion], story_of: Mapping[str, str]) -> Iterator[Discrepancy]:
    """Particulars in which reports of one happening differ. A report that only says less differs in nothing."""
    every = list(occasions)
    for o in every:
        for a, b in combinations(o.told, 2):
            if a.place.report == b.place.report:
                continue
            if o.told[0].family in DEEDS and not _says_less(a, b) and (a.named | a.persons) and (b.named | b.persons):
                yield _agents(by_id, a, b, o.id)
                break
        for a, b in combinations(o.told, 2):
            if a.place.report != b.place.report and _elsewhere(by_id, a, b):
                yield differ(
                    "place",
                    CONTRADICTION,
                    a.place,
                    b.place,
                    o.id,
                    f"{a.where} in one report, {b.where} in the other",
                    "دو گزارش جای رویداد را یکی نمی‌دانند",
                )
                break
    yield from _deeds(by_id, every)
    yield from _days(every, story_of)
    yield from _participants(by_id, every, story_of)


def _deeds(by_id: Mapping[str, Told], every: Iterable[Occasion]) -> Iterator[Discrepancy]:
    """One deed of one time by doers that exclude each other; the first pair of places for each two reports."""
    rooms: dict[tuple[str, frozenset[str]], list[Occurrence]] = {}
    for o in every:
        for x in o.told:
            if x.family in DEEDS and x.matter and x.status == "happened" and (x.named | x.persons):
                rooms.setdefault((x.family, x.matter), []).append(x)
    for (_, matter), found in sorted(rooms.items(), key=lambda r: (r[0][0], sorted(r[0][1]))):
        told: set[frozenset[str]] = set()
        for a, b in combinations(sorted(found, key=lambda x: (x.place, x.id)), 2):
            pair = frozenset((a.place.report, b.place.report))
            near = a.of is not None and b.of is not None and overlap(a.of, b.of, PAST)
            if len(pair) > 1 and pair not in told and near and not _says_less(a, b):
                told.add(pair)
                yield _agents(by_id, a, b, " ".join(sorted(matter)))


def _agents(by_id: Mapping[str, Told], a: Occurrence, b: Occurrence, about: str) -> Discrepancy:
    one, other = (by_id[x.place.report].called(x.named | x.persons) for x in (a, b))
    en = f"{one} in one report, {other} in the other"
    return differ("agents", VARIANCE, a.place, b.place, about, en, "دو گزارش کنندهٔ کار را یکی نمی‌دانند")


def _participants(by_id: Mapping[str, Told], every: Iterable[Occasion], story_of: Mapping[str, str]) -> Iterator[Discrepancy]:
    """Meetings of one day in one story with two persons in common and others of whom either report names its own."""
    rooms: dict[tuple[str, str, object], list[Occurrence]] = {}
    for o in every:
        for x in o.told:
            if x.family in BETWEEN and one_day(x.when) and x.status == "happened" and x.count is None:
                rooms.setdefault((story_of[x.place.report], x.family, x.when), []).append(x)
    for found in rooms.values():
        for a, b in combinations(sorted(found, key=lambda x: (x.place, x.id)), 2):
            shared, apart = a.persons & b.persons, (a.persons - b.persons, b.persons - a.persons)
            if a.place.report != b.place.report and len(shared) > 1 and all(apart):
                one, other = (by_id[x.place.report].called(p) for x, p in zip((a, b), apart, strict=True))
                en = f"besides {by_id[a.place.report].called(shared)}: {one} in one report, {other} in the other"
                yield differ("participants", VARIANCE, a.place, b.place, a.family, en, "دو گزارش شرکت‌کنندگان را یکی نمی‌دانند")
                break


def _says_less(a: Occurrence, b: Occurrence) -> bool:
    """Whether one of two names no doer that the other does not, a person counted for the state."""
    return a.sides <= b.sides or b.sides <= a.sides


def _elsewhere(by_id: Mapping[str, Told], a: Occurrence, b: Occurrence) -> bool:
    """Whether two places exclude each other: neither is a state that the other may lie in."""
    if not a.where or not b.where or a.where == b.where:
        return False
    states = {
        x.name_en for told in (by_id[a.place.report], by_id[b.place.report]) for x in told.record.actors.values() if x.type == "state"
    }
    return a.where not in states and b.where not in states


def _days(every: Iterable[Occasion], story_of: Mapping[str, str]) -> Iterator[Discrepancy]:
    """Two days for what reports of one story tell of the same persons: kept apart as happenings, too near to be two."""
    rooms: dict[tuple[str, str, frozenset[str]], list[Occurrence]] = {}
    for o in every:
        for x in o.told:
            if x.family in BETWEEN and len(x.persons) > 1 and one_day(x.when) and x.status == "happened" and x.count is None and not x.past:
                rooms.setdefault((story_of[x.place.report], x.family, x.persons), []).append(x)
    for (_, family, _), found in sorted(rooms.items(), key=lambda r: (r[0][0], r[0][1], sorted(r[0][2]))):
        for a, b in combinations(found, 2):
            assert a.when and b.when
            if a.place.report != b.place.report and 0 < abs((a.when[0] - b.when[0]).days) <= CLOSE:
                yield differ(
                    "date",
                    CONTRADICTION,
                    a.place,
                    b.place,
                    family,
                    f"{a.when[0]} in one report, {b.when[0]} in the other",
                    "دو گزارش روز رویداد را یکی نمی‌دانند",
                )
                break
