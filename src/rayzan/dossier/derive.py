"""A record as rows of the derived tables."""

from collections.abc import Iterator, Mapping

from rayzan.dossier.key import keyed
from rayzan.record import Commitment, Event, Figure, Note, Question, Record, State, Statement, Time
from rayzan.text.span import Span

Values = tuple[object, ...]
NOWHERE = (None, None, None)


def rows(record: Record, names: Mapping[int, tuple[str, str]] = {}) -> Iterator[tuple[str, Values]]:
    """(table, values) of each row, without the report's number, in the order of the record.

    `names`: key and verdict of a fact by its identity, where a person has judged: an edited fact keeps the key it had.
    """
    for key, kind, fact, of in keyed(record):
        key, verdict = names.get(id(fact), (key, None))
        match fact:
            case Statement() as s:
                name = record.actors[s.speaker].name_en if s.speaker in record.actors else None
                yield kind, (
                    key, verdict, s.id, s.speaker, name, s.cue.text if s.cue else None, *_at(s.content), s.directness, s.act, s.within, s.answers,
                    " ".join(s.topics), s.rule,
                )  # fmt: skip
            case Question() as q:
                yield kind, (key, verdict, q.id, q.by, q.to, *_at(q.text))
            case Event() as e:
                code = ":".join(filter(None, (e.plover.event_type, e.plover.mode)))
                yield kind, (
                    key, verdict, e.id, e.type, code, " ".join(e.who), " ".join(e.whom), e.when, e.where, e.status, " ".join(e.flags), e.claimed_by,
                    *_at(e.evidence), e.rule,
                )  # fmt: skip
            case State() as x:
                yield (
                    "instrument_state",
                    (key, verdict, of.key if of else None, x.state, x.when, x.claimed_by, " ".join(x.flags), *_at(x.evidence)),
                )
            case Commitment() as c:
                yield kind, (key, verdict, c.by, c.to, c.kind, c.due, c.what.text, c.claimed_by, *_at(c.evidence), c.rule)
            case Figure() as f:
                what = f.what.text if f.what else None
                yield kind, (key, verdict, f.value, f.high, f.unit, f.bound, f.change, what, f.window, f.speaker, *_at(f.evidence))
            case Time() as t:
                yield kind, (key, verdict, t.value, t.precision, t.calendar, t.part, *_at(t.text))
            case Note() as n:
                yield kind, (key, verdict, n.kind, n.text, *(_at(n.span) if n.span else NOWHERE))
    yield from _named(record)


def _named(record: Record) -> Iterator[tuple[str, Values]]:
    """The rows of what has a name and mentions: instruments and actors; then the facets."""
    for i in record.instruments:
        yield "instrument", (i.key, i.kind, i.name_en, i.name_fa, " ".join(i.parties), len(i.mentions))
        for m in i.mentions:
            yield "mention", ("instrument", i.key, *_at(m))
    for id_, a in record.actors.items():
        yield "actor", (id_, a.type, a.name_en, a.name_fa, a.office, a.office_en, a.state, len(a.mentions))
        for m in a.mentions:
            yield "mention", ("actor", id_, *_at(m))
    for facet in sorted(facets(record)):
        yield "facet", facet


def facets(record: Record) -> set[tuple[str, str]]:
    """What a search can be narrowed to: (kind, value) pairs."""
    head = record.report
    out = {("lang", head.lang), *(("outlet", o) for o in (head.outlet,) if o)}
    out |= {("actor", id_) for id_ in record.actors} | {("topic", t) for t in record.topics}
    out |= {("speaker", s.speaker) for s in record.statements if s.speaker} | {("act", s.act) for s in record.statements}
    return out | {("instrument", i.key) for i in record.instruments} | {("event", e.type) for e in record.events}


def _at(span: Span) -> Values:
    return span.text, span.start, span.end
