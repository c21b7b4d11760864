"""What is wrong with a pack beyond its schema: ids that nothing has, dates that are none, two in one seat. Each with file and line."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rayzan.lexicon.entry import Body, Held, Instrument, Outlet, Person, Place, Title
from rayzan.lexicon.lexicon import Lexicon
from rayzan.lexicon.load import entries, line_of

DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def faults(path: Path, lexicon: Lexicon) -> Iterator[str]:
    """The faults of one file of a pack, `lexicon` holding the pack too: `file:line: [[kind]] id: what and what to do`.

    Raises `LexiconError` where the file breaks the schema.
    """
    text = path.read_text(encoding="utf-8")
    seen: set[tuple[str, str]] = set()
    numbers: dict[str, int] = {}
    for kind, entry in entries(path):
        number = numbers[kind] = numbers.get(kind, -1) + 1
        id: str = entry.id  # type: ignore[attr-defined]
        told = [*_of(entry, lexicon)]
        if (kind, id) in seen:
            told.append("the id stands twice in this file; the later entry would hide the earlier")
        seen.add((kind, id))
        for fault in told:
            yield f"{path}:{line_of(text, kind, number)}: [[{kind}]] {id}: {fault}"


def _of(entry: object, lexicon: Lexicon) -> Iterator[str]:
    """The faults of one entry."""
    match entry:
        case Person():
            yield from _known("state", entry.state, lexicon)
            for held in entry.held:
                yield from _held(held, lexicon)
            yield from _seats(entry, lexicon)
        case Body():
            yield from _known("state", entry.state, lexicon)
        case Outlet():
            yield from _known("homeland", entry.homeland, lexicon)
        case Place():
            yield from _known("state", entry.state, lexicon)
        case Title():
            if entry.owner is not None and entry.owner not in lexicon.states and entry.owner not in lexicon.bodies:
                yield f"owner {entry.owner!r} is the id of no state and no body"
            if entry.of not in ("state", "body", "none"):
                yield f"of {entry.of!r} is none of state, body, none"
        case Instrument():
            for party in entry.parties:
                if party not in lexicon.states and party not in lexicon.bodies and party not in lexicon.persons:
                    yield f"party {party!r} is the id of no state, body or person"
            for name in ("signed", "in_force", "ended"):
                yield from _day(name, getattr(entry, name))
        case _:
            return


def _known(field: str, id: str | None, lexicon: Lexicon) -> Iterator[str]:
    if id is not None and id not in lexicon.states:
        yield f"{field} {id!r} is the id of no state; see data/world/state.toml or add a [[state]] of that id"


def is_date(told: str) -> bool:
    """Whether it is a day, month or year that the calendar has, as YYYY-MM-DD, YYYY-MM or YYYY.

    >>> is_date("2020-12"), is_date("2020-13-01")
    (True, False)
    """
    try:
        date.fromisoformat(told + "-01-01"[len(told) - 4 :] if len(told) < 10 else told)
    except ValueError:
        return False
    return DAY.fullmatch(told) is not None


def _day(field: str, day: str | None) -> Iterator[str]:
    """A day, month or year that the calendar has."""
    if day is not None and not is_date(day):
        yield f"{field} {day!r} is no date; give YYYY-MM-DD, YYYY-MM or YYYY"


def _held(held: Held, lexicon: Lexicon) -> Iterator[str]:
    if lexicon.split(held.office)[0] is None and held.office not in lexicon.titles:
        yield f"office {held.office!r} is no id of a state or body, a hyphen and the id of a title"
    wrong = [*_day("start", held.start), *_day("end", held.end)]
    yield from wrong
    if not wrong and held.start and held.end and held.start[: len(held.end)] > held.end[: len(held.start)]:
        yield f"{held.office} ends ({held.end}) before it starts ({held.start})"


def _seats(person: Person, lexicon: Lexicon) -> Iterator[str]:
    """Another sure holder of a single seat at the same time."""
    for held in person.held:
        _, title, to = lexicon.split(held.office)
        entry = lexicon.titles.get(title)
        if held.uncertain or held.acting or to is not None or entry is None or not entry.single:
            continue
        for other, at in lexicon.holders.get(held.office, ()):
            term = other.held[at]
            if other.id != person.id and not term.uncertain and not term.acting and _overlap(held, term):
                yield f"{held.office} is held by {other.id} too, {term.start or '?'} to {term.end or 'open'}; mark one uncertain or mend the dates"


def _overlap(one: Held, other: Held) -> bool:
    starts, ends = (one.start or "", other.start or ""), (one.end or "9999", other.end or "9999")
    first, last = max(starts), min(ends)
    size = min(len(first), len(last))
    return first[:size] < last[:size]
