"""Why two reports are on one event: the reasons and their weights."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

import msgspec

from rayzan.collate.alike import alike, contained
from rayzan.collate.copies import Copy
from rayzan.collate.digest import is_digest
from rayzan.collate.occasion import Occasion, Reason
from rayzan.collate.occurrence import Occurrence
from rayzan.collate.saying import sayings, told_twice
from rayzan.collate.series import SHORT, headline, is_series
from rayzan.collate.shingle import letters
from rayzan.collate.told import Days, Told, one_day, overlap, told_on
from rayzan.record import Statement

ENOUGH = 4.0
WITHIN = 1  # days between two reports on one event
FRESH = 3  # days between what a report tells as its event and the report
LEAD = 600  # characters in which a report says what it is about
HEAD = 20  # letters in which two headlines begin alike
LIKE = 0.9  # of the shorter of two headlines that are one
SAME = 0.5  # of the figures of two reports on one thing
MANY = 4  # figures that make a report one of figures
SPOKEN = 2  # sayings that two reports on one speech have in common at least
MOST = 0.6  # of a report's sayings, by one speaker: then it is on what that one said
MOSTLY = 0.5  # of either text: a copy that is more is an item of a digest
COVERED = 0.3  # share of either text that the same sayings must make: less is a quotation
HELD = frozenset(
    {"meeting", "call", "signing", "press_conference", "summit", "consultation", "attack", "vote", "appointment", "mandate", "agreement"}
)
SCENE = frozenset({"meeting", "signing", "press_conference"})


class Merge(msgspec.Struct, frozen=True):
    """Why two reports are on one event."""

    a: str
    b: str
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> float:
        return sum(r.weight for r in self.reasons)


def merges(by_id: Mapping[str, Told], occasions: list[Occasion], copies: list[Copy]) -> Iterator[Merge]:
    """The pairs of reports that are on one event, each with its reasons, the weightiest first; digests only as whole copies."""
    single = {id: t for id, t in by_id.items() if not is_digest(t)}
    leading: dict[tuple[str, str], list[Reason]] = {}
    for pair, reason in (
        *_by_event(single, occasions),
        *_by_scene(single, occasions),
        *_by_headline(single),
        *_by_saying(single),
        *_by_copy(copies),
    ):
        leading.setdefault(pair, []).append(reason)
    for (a, b), told in sorted(leading.items()):
        reasons = [r for r in told if r.kind == "copy" or not _is_installment(by_id[a], by_id[b])]
        if not reasons:
            continue
        every = (*_heaviest(reasons), *_beside(by_id[a], by_id[b]))
        merge = Merge(a, b, tuple(sorted(every, key=lambda r: (-r.weight, r.kind, r.what))))
        if merge.weight >= ENOUGH:
            yield merge


def _is_installment(a: Told, b: Told) -> bool:
    """Whether two reports are of one series on two days: prices, tolls, briefings under one title or in one form with other numbers."""
    one, other = told_on(a), told_on(b)
    if one is None or other is None or one == other:
        return False
    mine, its = _figures(a), _figures(b)
    told_anew = len(mine & its) < SAME * min(len(mine), len(its)) and min(len(mine), len(its)) >= MANY
    return told_anew or is_series(a.text, b.text)


def _heaviest(reasons: Iterable[Reason]) -> Iterator[Reason]:
    """Of several events in common the two weightiest count in full."""
    events = sorted((r for r in reasons if r.kind == "event"), key=lambda r: (-r.weight, r.what))
    yield from events[:2]
    yield from (r for r in reasons if r.kind != "event")


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)


def is_leading(told: Told, o: Occurrence) -> bool:
    """Whether an occurrence is what its report is about: told as fresh, by the narrator or at the head, and not as one of many."""
    if o.status != "happened" or o.count is not None or o.past or o.type not in HELD:
        return False
    day = told_on(told)
    if o.when and day and not overlap(o.when, day, FRESH):
        return False
    return o.place.start < LEAD or (o.claimed_by is None and o.id.startswith("talks"))


def _by_event(by_id: Mapping[str, Told], occasions: Iterable[Occasion]) -> Iterator[tuple[tuple[str, str], Reason]]:
    for o in occasions:
        told = [x for x in o.told if x.place.report in by_id]
        tellers = {x.place.report for x in told if is_leading(by_id[x.place.report], x)}
        also = sorted(
            tellers | {x.place.report for x in told if x.status == "happened" and x.count is None and not x.past and x.claimed_by is None}
        )
        for a, b in combinations(also, 2):
            if a in tellers or b in tellers:
                full = a in tellers and b in tellers
                what = f"{o.type} {' '.join(o.who)} {o.when or ''}".strip()
                yield (
                    _pair(a, b),
                    Reason(
                        "event",
                        what,
                        min(4.0, sum(r.weight for r in o.reasons))
                        * (1.0 if full else 0.6)
                        * (1.0 if len(o.who) + len(o.whom) > 1 else 0.6),
                    ),
                )


def _by_scene(by_id: Mapping[str, Told], occasions: Iterable[Occasion]) -> Iterator[tuple[tuple[str, str], Reason]]:
    """Talks, signing and press conference of the same persons on one day are one event, though one report tells this and another that."""
    scenes: dict[tuple[frozenset[str], Days], list[Occurrence]] = {}
    for o in occasions:
        for x in o.told:
            if (
                x.place.report in by_id
                and x.family in SCENE
                and len(x.persons) > 1
                and one_day(x.when)
                and is_leading(by_id[x.place.report], x)
            ):
                assert x.when
                scenes.setdefault((x.persons, x.when), []).append(x)
    for (persons, when), found in scenes.items():
        for a, b in combinations(sorted(found), 2):
            if a.place.report != b.place.report and a.family != b.family and not (a.where and b.where and a.where != b.where):
                what = f"{a.family} and {b.family} {' '.join(sorted(persons))} {when[0].isoformat()}"
                yield _pair(a.place.report, b.place.report), Reason("scene", what, 3.5)


def _by_headline(by_id: Mapping[str, Told]) -> Iterator[tuple[tuple[str, str], Reason]]:
    """Reports of one time under one headline; a title of a series is none."""
    rooms: dict[str, list[str]] = {}
    for id, told in by_id.items():
        title = headline(told.text)
        if len(title.split()) >= SHORT:
            rooms.setdefault(letters(title)[:HEAD], []).append(id)
    for a, b in (_pair(a, b) for room in rooms.values() for a, b in combinations(room, 2)):
        one, other = told_on(by_id[a]), told_on(by_id[b])
        first, second = headline(by_id[a].text), headline(by_id[b].text)
        if one and other and overlap(one, other, WITHIN) and contained(first, second) >= LIKE and not is_series(first, second):
            yield (a, b), Reason("headline", first, 3.5)


def _by_copy(copies: Iterable[Copy]) -> Iterator[tuple[tuple[str, str], Reason]]:
    for c in copies:
        least = min(c.share, c.share_of_first)
        if least >= COVERED:
            yield _pair(c.first, c.copy), Reason("copy", c.kind, 6.0 if c.whole and least >= MOSTLY else round(4.0 * least, 2))


def _by_saying(by_id: Mapping[str, Told]) -> Iterator[tuple[tuple[str, str], Reason]]:
    """Pairs of one time in which the same sayings make a fair part of both."""
    rooms: dict[str, list[str]] = {}
    for id, told in by_id.items():
        for speaker in sayings(told):
            rooms.setdefault(speaker, []).append(id)
    days_of = {id: told_on(t) for id, t in by_id.items()}
    pairs = {_pair(a, b) for room in rooms.values() for a, b in combinations(room, 2)}
    for a, b in sorted(pairs):
        one, other = days_of[a], days_of[b]
        if one is None or other is None or not overlap(one, other, WITHIN):
            continue
        same = told_twice(by_id[a], by_id[b])
        if covered(by_id[a], [t.a for t in same]) >= COVERED and covered(by_id[b], [t.b for t in same]) >= COVERED:
            yield (a, b), Reason("sayings", f"{len(same)}", min(4.0, 1.0 + len(same)))
        elif len(same) >= SPOKEN and one == other and (lead := main_speaker(by_id[a])) and lead == main_speaker(by_id[b]):
            yield (a, b), Reason("speech", f"{lead}, {len(same)} sayings", min(4.0, 2.5 + 0.5 * len(same)))


def main_speaker(told: Told) -> str | None:
    """Who says most of what a report tells; None where nobody does, or where it tells too little to say so."""
    found = sayings(told)
    most = max(found, key=lambda s: (len(found[s]), s), default="")
    total = sum(len(x) for x in found.values())
    return most if total >= SPOKEN and len(found[most]) >= MOST * total else None


def covered(told: Told, said: Iterable[Statement]) -> float:
    """The share of a report's text that some of its statements make, 0 to 1."""
    return sum(s.content.end - s.content.start for s in said if s.within is None) / max(1, len(told.text))


def _beside(a: Told, b: Told) -> Iterator[Reason]:
    """What else two reports share: persons, instruments, figures, wording of the lead."""
    persons = _led_by(a) & _led_by(b)
    if persons:
        yield Reason("persons", " ".join(sorted(persons)), min(1.0, 0.5 * len(persons)))
    instruments = {i.key for i in a.record.instruments} & {i.key for i in b.record.instruments}
    if instruments:
        yield Reason("instruments", " ".join(sorted(instruments)), 0.5)
    figures = _figures(a) & _figures(b)
    if figures:
        yield Reason("figures", " ".join(f"{v:g} {u}" for v, u in sorted(figures)), min(1.0, 0.5 * len(figures)))
    likeness = alike(a.text[:LEAD], b.text[:LEAD])
    if likeness >= 0.1:
        yield Reason("wording", f"{likeness:.2f}", round(min(1.0, 2 * likeness), 2))


def _led_by(told: Told) -> set[str]:
    return {id for id, a in told.record.actors.items() if a.type == "person" and any(m.start < LEAD for m in a.mentions)}


def _figures(told: Told) -> set[tuple[float, str]]:
    return {(f.value, f.unit) for f in told.record.figures if f.unit and f.value >= 3}
