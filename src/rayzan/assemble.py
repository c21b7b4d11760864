"""A draft in word positions into a record in raw offsets."""

from rayzan.extract.draft import Draft, Found
from rayzan.record import Actor, Commitment, Event, Figure, Head, Instrument, Plover, Question, Record, State, Statement, Time
from rayzan.text.fold import respell
from rayzan.text.span import Span


def assemble(draft: Draft) -> Record:
    """The record of a finished draft."""
    return Record(
        report=_head(draft),
        actors=_actors(draft),
        statements=_statements(draft),
        questions=tuple(Question(f"q{n}", _span(draft, q.first, q.last), q.to, q.by) for n, q in enumerate(draft.questions, 1)),
        events=_events(draft),
        instruments=_instruments(draft),
        commitments=_commitments(draft),
        figures=_figures(draft),
        times=tuple(Time(_span(draft, t.first, t.last), t.value, t.precision, t.calendar, t.part, t.anchor) for t in draft.times),
        topics=draft.topics,
        notes=tuple(draft.notes),
    )


def _span(draft: Draft, first: int, last: int) -> Span:
    return draft.view.span(first, last)


def _found(draft: Draft, found: Found | None) -> Span | None:
    return draft.view.span(*found) if found else None


def _head(draft: Draft) -> Head:
    r = draft.report
    return Head(
        id=r.id, lang=r.lang, sha256=r.sha256, outlet=draft.outlet,
        published=draft.published.isoformat() if draft.published else draft.published_month,
        published_known_from=draft.published_known_from, not_before=draft.not_before, not_after=draft.not_after, bounds=draft.bounds,
        headline=_found(draft, draft.headline), furniture=tuple(draft.furniture), url=r.url, encoding=r.encoding,
    )  # fmt: skip


def _actors(draft: Draft) -> dict[str, Actor]:
    mentions: dict[str, list[Span]] = {id: [] for id in draft.actors}
    for m in draft.mentions:
        for id in m.actors:
            if id in mentions:
                mentions[id].append(_span(draft, m.first, m.last))
    return {
        id: Actor(
            a.type,
            a.name_en,
            respell(a.name_fa) if a.known_from == "report" else a.name_fa,
            _aliases(a.aliases, a.office_en),
            a.office,
            a.office_en,
            a.state,
            a.wikidata,
            tuple(mentions[id]),
            a.known_from,
        )
        for id, a in sorted(draft.actors.items())
    }


def _aliases(names: tuple[str, ...], office: str | None) -> tuple[str, ...]:
    return (*names, office) if office and office not in names else names


def _statements(draft: Draft) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            id=f"s{n}", speaker=s.speaker, source=_found(draft, s.source), cue=_found(draft, s.cue), content=_span(draft, s.first, s.last),
            directness=s.directness, act=s.act, within=f"s{s.within + 1}" if s.within is not None else None,
            answers=f"q{s.answers + 1}" if s.answers is not None else None, topics=s.topics, rule=s.rule,
        )
        for n, s in enumerate(draft.statements, 1)
    )  # fmt: skip


def _figures(draft: Draft) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            f.value,
            f.high,
            f.unit,
            f.bound,
            f.change,
            _found(draft, f.what),
            f.window,
            draft.speaker_at(f.first),
            _span(draft, f.first, f.last),
        )
        for f in draft.figures
    )


def _events(draft: Draft) -> tuple[Event, ...]:
    return tuple(
        Event(
            f"e{n}", e.type, Plover(*e.plover), e.who, e.whom, e.when, e.where, e.status, e.flags, e.claimed_by, _span(draft, e.first, e.last), e.rule
        )
        for n, e in enumerate(draft.events, 1)
    )  # fmt: skip


def _instruments(draft: Draft) -> tuple[Instrument, ...]:
    return tuple(
        Instrument(
            i.key, i.kind, i.name_en, i.name_fa, i.parties, tuple(_span(draft, *m) for m in i.mentions),
            tuple(State(s.state, s.when, s.claimed_by, _span(draft, s.first, s.last), s.flags) for s in i.states), i.known_from,
        )
        for i in draft.instruments
    )  # fmt: skip


def _commitments(draft: Draft) -> tuple[Commitment, ...]:
    return tuple(
        Commitment(
            c.by, c.to, _span(draft, *c.what), c.due, _found(draft, c.condition), c.kind, c.claimed_by, _span(draft, c.first, c.last), c.rule
        )
        for c in draft.commitments
    )  # fmt: skip
