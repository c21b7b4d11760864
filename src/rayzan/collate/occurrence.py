"""Occurrences: what a single report tells as one happening, be it an event, a state of an instrument or talks behind a press conference."""

from collections.abc import Iterable
from functools import cache

import msgspec

from rayzan.collate.told import Days, Place, Told, days, told_on
from rayzan.lang.fa.language import persian
from rayzan.lang.fa.numerals import number_at
from rayzan.lexicon.wordlist import Wordlist
from rayzan.record import Event
from rayzan.text.span import Span

# Types that one reporter may write for what is another's word for it.
FAMILY = {"consultation": "meeting", "summit": "meeting", "agreement": "signing"}
ONCE = frozenset({"signed", "ratified", "terminated", "replaced", "denied", "implementing", "suspended", "initialled"})


class Occurrence(msgspec.Struct, frozen=True, order=True):
    """One happening in one report.

    `family` is the event's type, near types taken as one, or "state". `persons`, `named` (states and bodies), `sides` (these and the
    persons' states) and `whom` are actor ids. `state`: the instrument's state that the words tell. `matter`: fields that support is given in, or the deed that a sanction or an attack is. `count`: how often, where several are
    told as one. `past`: told as something earlier. `of`: the days that the report may be of.
    """

    place: Place
    id: str
    family: str
    type: str
    status: str
    persons: frozenset[str]
    sides: frozenset[str]
    named: frozenset[str]
    whom: frozenset[str]
    when: Days | None
    where: str | None
    instrument: str | None
    state: str | None
    matter: frozenset[str]
    count: float | None
    claimed_by: str | None
    past: bool
    of: Days | None


def occurrences(told: Told, keys: dict[str, str]) -> list[Occurrence]:
    """What a report tells as happening, in its order. `keys`: for each of its instruments the key that all reports share."""
    out = [_event(told, e, keys) for e in told.record.events]
    return [*out, *_states(told, keys, out)]


def _event(told: Told, e: Event, keys: dict[str, str]) -> Occurrence:
    instrument, state = _instrument(told, e.evidence, keys)
    return occurrence(
        told, e.evidence, e.id, e.type, e.who, e.whom, status=e.status, when=days(e.when), where=e.where, instrument=instrument, state=state,
        count=_count(e), matter=_deed(e), claimed_by=e.claimed_by, past="historical" in e.flags,
    )  # fmt: skip


def occurrence(
    told: Told, span: Span, id: str, type: str, who: Iterable[str], whom: Iterable[str] = (), *, status: str = "happened", when: Days | None = None,
    where: str | None = None, instrument: str | None = None, state: str | None = None, matter: frozenset[str] = frozenset(), count: float | None = None, claimed_by: str | None = None,
    past: bool = False,
) -> Occurrence:  # fmt: skip
    """An occurrence of a report, its actors sorted into persons and sides."""
    who = frozenset(who)
    persons = frozenset(a for a in who if (actor := told.actor(a)) and actor.type == "person")
    named = who - persons
    sides = named | {s for a in persons if (s := told.state(a))}
    place = Place.of(told.id, span)
    return Occurrence(
        place, id, FAMILY.get(type, type), type, status, persons, sides, named, frozenset(whom), when, where, instrument, state, matter, count,
        claimed_by, past, told_on(told),
    )  # fmt: skip


def _deed(e: Event) -> frozenset[str]:
    """The deed that several reports may name by its means or by its aim: «فعال کردن مکانیسم ماشه», «بازگرداندن تحریم‌ها»."""
    keys = persian().keys(e.evidence.text)
    return frozenset(name for name, forms in _deeds() if any(forms.at(keys, at) for at in range(len(keys))))


@cache
def _deeds() -> tuple[tuple[str, Wordlist], ...]:
    return tuple((name, Wordlist(persian().variants, forms)) for name, forms in persian().table("across")["deed"].items())


def _count(e: Event) -> float | None:
    """How many meetings, visits or attacks an event stands for: «پنج بار دیدار داشته‌اند»; None for a single one."""
    keys, times = persian().keys(e.evidence.text), persian().words("across", "times")
    for at in range(len(keys)):
        number = number_at(keys, at, len(keys))
        if number and number.value > 1 and times.at(keys, number.last):
            return number.value
    return None


def _instrument(told: Told, evidence: Span, keys: dict[str, str]) -> tuple[str | None, str | None]:
    """The instrument that an event's words name, the longest name first, and the state they tell of it."""
    found = [(m.end - m.start, i.key) for i in told.record.instruments for m in i.mentions if m.overlaps(evidence)]
    states = [
        (s.evidence.end - s.evidence.start, i.key, s.state)
        for i in told.record.instruments
        for s in i.states
        if s.evidence.overlaps(evidence)
    ]
    if states:
        _, key, state = max(states)
        return keys[key], state
    return (keys[max(found)[1]], None) if found else (None, None)


def _states(told: Told, keys: dict[str, str], events: list[Occurrence]) -> Iterable[Occurrence]:
    """States that an instrument comes into once; one that an event of the report tells already is left to it."""
    for i in told.record.instruments:
        key = keys[i.key]
        for n, s in enumerate(i.states, 1):
            if s.state in ONCE and not any(e.instrument == key and e.state == s.state for e in events):
                status = "planned" if s.flags else "happened"
                yield occurrence(
                    told, s.evidence, f"{key}:{n}", "state", i.parties, status=status, when=days(s.when), instrument=key, state=s.state,
                    claimed_by=s.claimed_by, past=True,
                )  # fmt: skip
