"""A record as rows of the derived tables."""

from collections.abc import Iterable

from rayzan.record import Record

Rows = Iterable[tuple[str, tuple[object, ...]]]


def rows(record: Record) -> Rows:
    """(table, values) of each row, without the report's number, in the order of the record."""
    for s in record.statements:
        name = record.actors[s.speaker].name_en if s.speaker in record.actors else None
        yield "statement", (
            s.id, s.speaker, name, s.cue.text if s.cue else None, s.content.text, s.content.start, s.content.end, s.directness, s.act, s.within,
            " ".join(s.topics),
        )  # fmt: skip
    for e in record.events:
        code = ":".join(filter(None, (e.plover.event_type, e.plover.mode)))
        yield "event", (
            e.id, e.type, code, " ".join(e.who), " ".join(e.whom), e.when, e.where, e.status, e.claimed_by, e.evidence.text, e.evidence.start, e.evidence.end,
        )  # fmt: skip
    for i in record.instruments:
        yield "instrument", (i.key, i.kind, i.name_en, i.name_fa, " ".join(i.parties), len(i.mentions))
        for x in i.states:
            yield (
                "instrument_state",
                (i.key, x.state, x.when, x.claimed_by, " ".join(x.flags), x.evidence.text, x.evidence.start, x.evidence.end),
            )
    for c in record.commitments:
        yield "commitment", (c.by, c.to, c.kind, c.due, c.what.text, c.claimed_by, c.evidence.start, c.evidence.end)
    for f in record.figures:
        yield "figure", (f.value, f.high, f.unit, f.bound, f.change, f.window, f.speaker, f.evidence.text, f.evidence.start, f.evidence.end)
    for t in record.times:
        yield "time", (t.value, t.precision, t.calendar, t.part, t.text.text, t.text.start, t.text.end)
    for id, a in record.actors.items():
        yield "actor", (id, a.type, a.name_en, a.name_fa, a.office, a.office_en, len(a.mentions))
