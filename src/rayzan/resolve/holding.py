"""Role at date, both ways: who held an office, which office a person held.

A date is ISO, as precise as known. Where a holding's own dates are months or years, the days they leave open give no
answer when two holders could be meant: unknown is an answer, a wrong one is not.
"""

from typing import NamedTuple

from rayzan.lexicon.entry import Held, Person
from rayzan.lexicon.lexicon import Lexicon

# The lexicon tells of holdings up to here: behind it an open end is no answer, since nobody has looked.
COVERED_UNTIL = "2026-12-31"


class Holding(NamedTuple):
    """A person in an office; `sure` is False where the lexicon marks the holding uncertain or the date falls in an open day."""

    person: Person
    held: Held
    sure: bool

HEADS = frozenset({"president", "prime-minister", "chancellor"})


def _low(day: str) -> str:
    return day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day


def _high(day: str) -> str:
    return day + "-12-31"[len(day) - 4 :] if len(day) < 10 else day


def _covers(held: Held, day: str) -> tuple[bool, bool]:
    """Whether a holding may cover a date, and whether it surely does."""
    first, last = _low(day), _high(day)
    start, end = held.start or "0000", held.end or "9999"
    may = _low(start) <= last and first <= (_high(end) if held.end else COVERED_UNTIL)
    return may, may and _high(start) <= first and last <= _low(end) and not held.uncertain


def holders(lexicon: Lexicon, office: str, day: str) -> list[Holding]:
    """All who may have held an office on a date, the sure ones first, acting ones last."""
    out: list[Holding] = []
    for person, at in lexicon.holders.get(office, ()):
        held = person.held[at]
        may, sure = _covers(held, day)
        if may:
            out.append(Holding(person, held, sure))
    out.sort(key=lambda h: (not h.sure, h.held.acting, _reverse(h.held.start or "")))
    return out


def _reverse(day: str) -> tuple[int, ...]:
    return tuple(-ord(c) for c in day)


def holder(lexicon: Lexicon, office: str, day: str | None) -> Person | None:
    """The holder of a single-seat office on a date; None where none is known, or two could be meant.

    On a handover day the one who comes in is meant.
    """
    if day is None:
        return None
    found = holders(lexicon, office, day)
    if not found:
        return None
    sure = [h for h in found if h.sure]
    people = {h.person.id for h in (sure or found)}
    if len(people) == 1:
        first = (sure or found)[0]
        return first.person if first.sure or not first.held.uncertain else None
    if sure and any(h.held.start == day for h in sure):
        return next(h.person for h in sure if h.held.start == day)
    return None


def offices(person: Person, day: str | None) -> list[Held]:
    """The offices a person held on a date, those surely held first, of them the latest taken up; without a date none."""
    if day is None:
        return []
    found = [h for h in person.held if _covers(h, day)[0]]
    return sorted(found, key=lambda h: (h.uncertain, not _covers(h, day)[1], _reverse(h.start or "")))


def led(lexicon: Lexicon, person: str) -> str | None:
    """The state whose government a person heads or headed; None for others, and where it is not one."""
    known = lexicon.persons.get(person)
    heads = [lexicon.split(h.office) for h in known.held] if known is not None else []
    states = {owner for owner, title, _ in heads if title in HEADS and owner in lexicon.states}
    return states.pop() if len(states) == 1 else None


def split(lexicon: Lexicon, office: str) -> tuple[str | None, str, str | None]:
    """An office id in its parts, as the lexicon keeps them."""
    return lexicon.split(office)


def owner_name(lexicon: Lexicon, id: str) -> str:
    """The English name of a state, body or place; the id in words where none is known."""
    entry = lexicon.states.get(id) or lexicon.bodies.get(id)
    return entry.name_en if entry else id.replace("-", " ")


def office_en(lexicon: Lexicon, office: str) -> str:
    """An office in English: «foreign minister of Iran», «ambassador of Iran to Russia»."""
    owner, title, to = lexicon.split(office)
    name = lexicon.titles[title].name_en if title in lexicon.titles else title.replace("-", " ")
    text = f"{name} of {owner_name(lexicon, owner)}" if owner else name
    return f"{text} to {owner_name(lexicon, to)}" if to else text
