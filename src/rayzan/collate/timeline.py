"""Timelines: an instrument's states, an actor's statements, two states' dealings, each step with what carries it, as of any day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from rayzan.collate.occasion import Occasion
from rayzan.collate.position import issues, positions
from rayzan.collate.regress import STAGE, Stand, stands
from rayzan.collate.told import Days, Place, Told, days, rank, told_on

LAST = date.max
DEED = {"signing": "signed", "agreement": "agreed", "mandate": "mandated", "vote": "ratified"}  # an event by the state it brings about


class Step(msgspec.Struct, frozen=True):
    """One step of a timeline.

    `date` is ISO as far as the reports tell it; where they leave it open, `by` is the day by which the first of them tells it (None: that report
    has no day either). `what` is an instrument's state, an event's type, or an act of speech; `note` marks a change or what else to know.
    """

    kind: str
    what: str
    about: str
    date: str | None
    by: str | None
    claimed_by: tuple[str | None, ...]
    evidence: tuple[Place, ...]
    note: str | None = None


class Timeline(msgspec.Struct, frozen=True):
    """Steps in order, and what an ordinary course would have between them but no report tells (`gaps`)."""

    of: str
    as_of: str | None
    steps: tuple[Step, ...]
    gaps: tuple[str, ...] = ()


def known_by(every: Iterable[Told], as_of: date | None) -> list[Told]:
    """The reports that there were on a day: dated ones up to it, undated ones only if their latest day is before it."""
    if as_of is None:
        return list(every)
    return [t for t in every if (latest := _latest(t)) is not None and latest <= as_of]


def _latest(told: Told) -> date | None:
    """The last day that a report may be of, by its bounds where it has no date."""
    found = told_on(told) or days(told.record.report.not_after)
    return found[1] if found else None


def _day_of(told: Told, story_days: Mapping[str, str]) -> date | None:
    """The last day a report may be of; a report of an open day has that of its story."""
    found = days(story_days.get(told.id))
    latest = _latest(told)
    return found[1] if found and (latest is None or found[1] <= latest) else latest


def instrument(
    key: str, every: Sequence[Told], keys: Mapping[str, Mapping[str, str]], story_days: Mapping[str, str] = {}, as_of: date | None = None
) -> Timeline:
    """An instrument's states in order, each with who claims it and where. A state that several reports tell is one step."""
    told = known_by(every, as_of)
    rows = stands(told, keys).get(key, [])
    steps = [_state(key, state, group, told, story_days) for state, group in _by_state(rows)]
    ordered = sorted(steps, key=_order)
    return Timeline(key, as_of.isoformat() if as_of else None, tuple(ordered), tuple(_gaps(ordered)))


def _by_state(rows: Sequence[Stand]) -> list[tuple[str, list[Stand]]]:
    """The states with those who tell them: what is only planned stands apart from what holds."""
    rooms: dict[tuple[str, bool], list[Stand]] = {}
    for r in rows:
        rooms.setdefault((r.state, bool(r.flags)), []).append(r)
    return [(state, group) for (state, _), group in rooms.items()]


def _state(key: str, state: str, group: Sequence[Stand], every: Sequence[Told], story_days: Mapping[str, str]) -> Step:
    by_id = {t.id: t for t in every}
    narrowest = min((r.when for r in group if r.when), key=lambda w: (w[1] - w[0], w), default=None)
    reported = [d for r in group if (d := _day_of(by_id[r.place.report], story_days))]
    return Step(
        "state", state, key, _iso(narrowest), min(reported).isoformat() if reported else None,
        tuple(dict.fromkeys(r.claimed_by for r in group)), tuple(r.place for r in group), "planned" if group[0].flags else None,
    )  # fmt: skip


def _iso(when: Days | None) -> str | None:
    """A stretch of days as short as it is: a day, a month, a year, else an interval."""
    if when is None:
        return None
    start, end = when
    for short in (start.isoformat(), start.isoformat()[:7], str(start.year)):
        if days(short) == when:
            return short
    return f"{start}/{end}"


def _order(s: Step) -> tuple[date, int, int, date, str, tuple[Place, ...]]:
    """Order of steps: by the day by which a step has happened, open ones before those of that very day, then by stage."""
    when, by = days(s.date), days(s.by)
    latest = min((d[1] for d in (when, by) if d), default=LAST)
    exact = bool(when and when[0] == when[1])
    return latest, exact, STAGE.get(DEED.get(s.what, s.what), 9), when[0] if when else date.min, s.about, s.evidence


def _gaps(steps: Sequence[Step]) -> Iterator[str]:
    """Stages that lie between two told ones and that no report tells: a signing without a ratification before entry into force."""
    told = {s.what for s in steps if s.note is None}
    reached = max((STAGE[s] for s in told if s in STAGE), default=-1)
    for stage, level in (("signed", 4), ("ratified", 5)):
        if level < reached and stage not in told:
            yield stage


def relation(
    one: str, other: str, every: Sequence[Told], keys: Mapping[str, Mapping[str, str]], occasions: Iterable[Occasion],
    story_days: Mapping[str, str] = {}, as_of: date | None = None,
) -> Timeline:  # fmt: skip
    """The dealings of two states: what happened between them and where their common instruments stand, in order."""
    told = known_by(every, as_of)
    by_id = {t.id: t for t in told}
    sides = {one, other}
    shown = [o for o in occasions if any(x.family != "state" for x in o.told)]
    steps = [s for o in shown if (s := _event(o, by_id, sides, story_days))]
    happened = {(x.instrument, x.state) for o in shown for x in o.told if x.state}
    common = {keys[t.id][i.key] for t in told for i in t.record.instruments if sides <= {t.state(p) or p for p in i.parties}}
    for key in sorted(common):
        for s in instrument(key, told, keys, story_days).steps:
            if (key, s.what) not in happened:
                steps.append(s)
    return Timeline(f"{one} {other}", as_of.isoformat() if as_of else None, tuple(sorted(steps, key=_order)))


def _event(o: Occasion, by_id: Mapping[str, Told], sides: set[str], story_days: Mapping[str, str]) -> Step | None:
    """A step for what happened between both states, told in reports that there were."""
    told = [x for x in o.told if x.place.report in by_id]
    both = set[str]().union(*(x.sides | {by_id[x.place.report].state(w) or w for w in x.whom} for x in told)) if told else set()
    if not sides <= both or (o.status == "denied"):
        return None
    when = min((x.when for x in told if x.when), key=lambda w: (w[1] - w[0], w), default=None)
    reported = [d for x in told if (d := _day_of(by_id[x.place.report], story_days))]
    about = " ".join((*o.who, *o.whom)) if o.instrument is None else o.instrument
    note = f"{o.count:g} times" if o.count is not None else o.status if o.status != "happened" else None
    return Step(
        "event", o.type, about, _iso(when), min(reported).isoformat() if reported else None, tuple(dict.fromkeys(x.claimed_by for x in told)),
        tuple(x.place for x in told), note,
    )  # fmt: skip


def actor(
    id: str, every: Sequence[Told], topic: str | None = None, story_days: Mapping[str, str] = {}, as_of: date | None = None
) -> Timeline:
    """What an actor said over time, on one topic if given; a stand on an issue that differs from the one before is marked."""
    names = {i.id: i.en for i in issues()}
    steps: list[Step] = []
    stand: dict[str, bool] = {}
    for told in sorted(known_by(every, as_of), key=lambda t: (_day_of(t, story_days) or LAST, rank(t))):
        latest = _day_of(told, story_days)
        day = latest.isoformat() if latest else None
        held = [p for p in positions(told) if p.speaker == id]
        for s in told.record.statements:
            if s.speaker != id or (topic and topic not in s.topics):
                continue
            changed = [
                f"now {'for' if p.holds else 'against'} {names[p.issue]}"
                for p in held
                if s.content.start <= p.place.start < s.content.end and stand.get(p.issue, p.holds) != p.holds
            ]
            exact = told_on(told)
            known = day if exact and exact[0] == exact[1] else None
            place = Place.of(told.id, s.content)
            steps.append(Step("statement", s.act, " ".join(s.topics), known, day, (s.speaker,), (place,), "; ".join(changed) or None))
        stand |= {p.issue: p.holds for p in held}
    return Timeline(id, as_of.isoformat() if as_of else None, tuple(steps))
