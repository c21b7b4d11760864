"""Talks that a report tells only by what came of them: a press conference or a signing at their end."""

from collections.abc import Iterable, Iterator

from rayzan.collate.occurrence import Occurrence, occurrence
from rayzan.collate.told import Told
from rayzan.collate.views import view as view_of
from rayzan.lang.fa.language import persian
from rayzan.text.segment import Stretch
from rayzan.text.view import View

BEHIND = ("press_conference", "signing")


def talks_behind(told: Told, found: Iterable[Occurrence]) -> list[Occurrence]:
    """The talks of those who sign or meet the press together, where the report has no meeting of theirs: «در پایان مذاکرات خود در مسکو»."""
    found = list(found)
    ends = [o for o in found if o.type in BEHIND and len(o.persons) > 1 and o.status == "happened" and o.claimed_by is None]
    if not ends or any(o.family == "meeting" and o.count is None and o.persons >= end.persons for o in found for end in ends):
        return []
    end = ends[0]
    where = next((o.where for o in ends if o.where), None)
    when = next((o.when for o in ends if o.when), None)
    view = view_of(told)
    spans = [*_at_the_end(view, ends), *_told_by_one(view, told, end.persons)]
    return [
        occurrence(told, view.span(first, last), f"talks:{n}", "meeting", end.persons, when=when, where=where)
        for n, (first, last) in enumerate(spans, 1)
    ]


def _within(view: View, sentence: Stretch, start: int, end: int) -> bool:
    return view.words[sentence.first].start < end and start < view.words[sentence.last - 1].end


def _at_the_end(view: View, ends: list[Occurrence]) -> Iterator[tuple[int, int]]:
    """Talks named in the sentence that tells the signing: up to the comma behind them."""
    talks = persian().words("across", "talks")
    for s in view.sentences:
        if any(_within(view, s, o.place.start, o.place.end) for o in ends):
            for at in range(s.first, s.last):
                size = talks.at(view.keys, at, s.last)
                if size:
                    stop = next((i for i in range(at, s.last) if view.keys[i] == "،"), at + size)
                    yield s.first, min(stop, s.last)
                    break


def _told_by_one(view: View, told: Told, persons: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Talks of today that one of them tells of: «امروز مذاکرات نزدیکی داشتیم»."""
    took, held, today = (persian().words("across", name) for name in ("took_part", "held", "today"))
    for s in view.sentences:
        start, end = view.words[s.first].start, view.words[s.last - 1].end
        if not any(x.speaker in persons and x.content.start < end and start < x.content.end for x in told.record.statements):
            continue
        heads = [[w.at(view.keys, at, s.last) for at in range(s.first, s.last)] for w in (today, took, held)]
        if all(any(row) for row in heads):
            first = s.first + next(i for i, n in enumerate(heads[0]) if n)
            last = s.first + next(i + n for i, n in enumerate(heads[2]) if n)
            if first < last:
                yield first, last
