"""Occasions: one happening told in several reports, with the reasons why it is one."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

import msgspec

from rayzan.collate.cluster import clusters
from rayzan.collate.occurrence import Occurrence, occurrences
from rayzan.collate.support import supports
from rayzan.collate.talks import talks_behind
from rayzan.collate.told import Told, one_day, overlap

ENOUGH = 3.5  # with the day known on both sides
OPEN = 4.5  # with a day open: then place, instrument or further actors must speak for it
NEAR = 3  # days between two reports that may tell an undated happening of now
PAST = 60  # days between two reports that may recall one undated happening
FINAL = frozenset({"signed", "terminated", "replaced", "initialled"})  # an instrument comes into these once
BETWEEN = frozenset({"meeting", "call", "signing", "press_conference"})  # held by those who are named, not by their like


class Reason(msgspec.Struct, frozen=True, order=True):
    """Why two reports tell of one thing: `kind` (participants, day, place, instrument …), what is shared, its weight."""

    kind: str
    what: str
    weight: float


class Occasion(msgspec.Struct, frozen=True):
    """One happening and where it is told. `when` is the narrowest stretch of days any report gives, ISO; None if all leave it open."""

    id: str
    type: str
    status: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    when: str | None
    where: str | None
    instrument: str | None
    count: float | None
    told: tuple[Occurrence, ...]
    reasons: tuple[Reason, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        return tuple(sorted({o.place.report for o in self.told}))


def happenings(told: Told, keys: dict[str, str]) -> list[Occurrence]:
    """All occurrences of a report, also those that its record has by their traces only."""
    found = occurrences(told, keys)
    return sorted([*found, *talks_behind(told, found), *supports(told)])


def same(a: Occurrence, b: Occurrence) -> tuple[Reason, ...]:
    """The reasons why two occurrences are one happening; empty if they are not, or if nothing says so."""
    if apart(a, b):
        return ()
    reasons = [*_who(a, b), *_when(a, b), *_what(a, b)]
    known = any(r.kind == "day" for r in reasons)
    total = sum(r.weight for r in reasons)
    return tuple(reasons) if total >= (ENOUGH if known else OPEN) and any(r.kind in ("participants", "instrument") for r in reasons) else ()


def apart(a: Occurrence, b: Occurrence) -> bool:
    """Whether two occurrences can't be one: other kind, planned against happened, other persons, other days, other instrument."""
    one_state = a.instrument is not None and a.instrument == b.instrument and a.state is not None and a.state == b.state
    if not one_state and a.family != b.family:
        return True
    if a.status != b.status or (a.count is None) != (b.count is None):
        return True
    if a.instrument and b.instrument and a.instrument != b.instrument:
        return True
    if a.when and b.when and not overlap(a.when, b.when) and a.count is None:
        return True
    return _other_actors(a, b, one_state) or _other_days(a, b, one_state)


def _other_actors(a: Occurrence, b: Occurrence, one_state: bool) -> bool:
    if a.persons and b.persons and not (a.persons <= b.persons or b.persons <= a.persons):
        return a.family in BETWEEN or not a.persons & b.persons
    if a.family == "support" and (a.sides != b.sides or a.whom != b.whom or not a.matter & b.matter):
        return True
    if one_state:
        return False
    if a.whom and b.whom and not a.whom & b.whom:
        return True
    return bool(a.sides and b.sides and not a.sides & b.sides)


def _other_days(a: Occurrence, b: Occurrence, one_state: bool) -> bool:
    """Whether two reports lie too far apart to tell of one undated happening."""
    if (a.when and b.when) or (one_state and a.state in FINAL):
        return False
    if a.of is None or b.of is None:
        return True
    known = a.when or b.when
    if known and not (a.past or b.past):  # what the other report tells without a day is of about its own day
        other = b.of if a.when else a.of
        return not overlap(known, other, NEAR)
    recalled = a.past or b.past or a.family in ("attack", "sanction", "support", "state") or one_state
    return not overlap(a.of, b.of, PAST if recalled else NEAR)


def _who(a: Occurrence, b: Occurrence) -> Iterator[Reason]:
    persons = a.persons & b.persons
    others = (a.named & b.named) | ({s for s in a.sides & b.sides if not _spoken_for(s, persons, a)})
    whom = a.whom & b.whom
    weight = min(3.0, 1.5 * len(persons)) + min(1.5, 0.75 * len(others)) + min(1.5, 0.75 * len(whom))
    if weight:
        yield Reason("participants", " ".join(sorted(persons | others | whom)), weight)
    if (a.persons | a.named, a.whom) == (b.persons | b.named, b.whom) and len(a.persons | a.named | a.whom) > 1:
        yield Reason("all participants", "", 0.75)


def _spoken_for(side: str, persons: frozenset[str], a: Occurrence) -> bool:
    """Whether a shared side only comes of shared persons."""
    return bool(persons) and side not in a.named


def _when(a: Occurrence, b: Occurrence) -> Iterator[Reason]:
    if a.when and b.when:
        if one_day(a.when) and one_day(b.when):
            yield Reason("day", a.when[0].isoformat(), 2.0)
        elif a.count is None:
            yield Reason("time", "", 0.75)
    elif a.of and b.of and overlap(a.of, b.of, NEAR):
        yield Reason("reports of one time", "", 0.5)


def _what(a: Occurrence, b: Occurrence) -> Iterator[Reason]:
    if a.type == b.type:
        yield Reason("type", a.type, 0.5)
    if a.where and a.where == b.where:
        yield Reason("place", a.where, 1.0)
    if a.instrument and a.instrument == b.instrument:
        yield Reason("instrument", a.instrument, 2.0)
        if a.state and a.state == b.state:
            yield Reason("state", a.state, 2.5)
    if a.matter & b.matter:
        yield Reason("matter", " ".join(sorted(a.matter & b.matter)), 2.0)
    if a.count is not None and a.count == b.count:
        yield Reason("count", f"{a.count:g}", 1.5)


def occasions(found: Mapping[str, Iterable[Occurrence]]) -> list[Occasion]:
    """The happenings of all reports, one each, those told in a single report included. `found`: occurrences by report."""
    nodes = [o for rows in found.values() for o in rows]
    reasons: dict[tuple[Occurrence, Occurrence], tuple[Reason, ...]] = {}
    for a, b in _candidates(nodes):
        why = same(a, b)
        if why:
            reasons[a, b] = why
    pairs = [(sum(r.weight for r in why), a, b) for (a, b), why in reasons.items()]
    groups = clusters(nodes, pairs, apart, lambda o: (o.place, o.id))
    return [_occasion(g, [why for (a, b), why in reasons.items() if a in g and b in g] if len(g) > 1 else []) for g in groups]


def _candidates(nodes: Iterable[Occurrence]) -> list[tuple[Occurrence, Occurrence]]:
    """Pairs of occurrences that share an actor or an instrument; all others can't be one."""
    rooms: dict[tuple[str, str], list[Occurrence]] = {}
    for o in nodes:
        for name in {*o.persons, *o.named, *o.sides, *o.whom, *((f"instrument:{o.instrument}",) if o.instrument else ())}:
            rooms.setdefault(("any" if name.startswith("instrument:") else o.family, name), []).append(o)
    return sorted({(a, b) if (a.place, a.id) < (b.place, b.id) else (b, a) for room in rooms.values() for a, b in combinations(room, 2)},
                  key=lambda p: (p[0].place, p[0].id, p[1].place, p[1].id))  # fmt: skip


def _occasion(group: list[Occurrence], why: list[tuple[Reason, ...]]) -> Occasion:
    first = group[0]
    best: dict[tuple[str, str], Reason] = {}
    for r in (r for row in why for r in row):
        best[r.kind, r.what] = max(r, best.get((r.kind, r.what), r), key=lambda x: x.weight)
    dated = sorted((o.when for o in group if o.when), key=lambda d: (d[1] - d[0], d))
    when = None
    if dated:
        start, end = dated[0]
        when = start.isoformat() if start == end else f"{start}/{end}"
    who = frozenset[str]().union(*(o.persons | o.named for o in group))
    return Occasion(
        f"{first.place.report}:{first.id}", first.type, first.status, tuple(sorted(who)), tuple(sorted(frozenset[str]().union(*(o.whom for o in group)))),
        when, next((o.where for o in group if o.where), None), next((o.instrument for o in group if o.instrument), None),
        next((o.count for o in group if o.count), None), tuple(group), tuple(sorted(best.values(), key=lambda r: (-r.weight, r.kind, r.what))),
    )  # fmt: skip
