"""A record as persons have judged it: what a dossier shows. The record itself stays as it was read."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, cast

import msgspec

from rayzan.dossier.key import Fact, keyed
from rayzan.record import Record
from rayzan.text.span import Span

Verdicts = Mapping[str, Sequence[tuple[str, Mapping[str, Any] | None]]]
LISTS = ("statements", "questions", "events", "commitments", "figures", "times", "notes")


class Settled(NamedTuple):
    """A record as judged. `names`: key and verdict by the identity of each fact that was judged."""

    record: Record
    names: dict[int, tuple[str, str]]


def settle(record: Record, raw: str, verdicts: Verdicts, merged: Mapping[str, str]) -> Settled:
    """The record with verdicts applied: `verdicts` of each fact's key in the order they were made, `merged` ids by what they became.

    A rejected fact goes, an edited one has its new values; the last of accept and reject counts. An edit of a place that the raw text no
    longer has is left out.
    """
    names: dict[int, tuple[str, str]] = {}
    became: dict[int, Fact | None] = {}
    for key, _, fact, _ in keyed(record):
        if key in verdicts:
            new, last = _judged(fact, raw, verdicts[key])
            became[id(fact)] = new
            if new is not None:
                names[id(new)] = (key, last)
    if not became and not merged:
        return Settled(record, names)

    def kept(facts: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(f for f in (became.get(id(f), f) for f in facts) if f is not None)

    states = {i.key: kept(i.states) for i in record.instruments}
    record = msgspec.structs.replace(
        record,
        instruments=tuple(msgspec.structs.replace(i, states=states[i.key]) for i in record.instruments),
        **{name: kept(getattr(record, name)) for name in LISTS},
    )
    return Settled(_merged(record, merged, names), names) if merged else Settled(record, names)


def _judged(fact: Fact, raw: str, verdicts: Sequence[tuple[str, Mapping[str, Any] | None]]) -> tuple[Fact | None, str]:
    last = "accept"
    new: Fact = fact
    for verdict, value in verdicts:
        last = verdict
        if verdict == "edit" and value:
            new = edited(new, raw, value)
    return (None if last == "reject" else new), last


def edited(fact: Fact, raw: str, value: Mapping[str, Any]) -> Fact:
    """The fact with new values; a span is {"start", "end", "text"}, found again by its text where the raw text has moved.

    Raises `msgspec.ValidationError` for a field there is not, or a value of the wrong kind.
    """
    had = cast(dict[str, Any], msgspec.to_builtins(fact))
    for name, given in value.items():
        if name not in had:
            raise msgspec.ValidationError(f"a {type(fact).__name__.lower()} has no `{name}`; it has {', '.join(had)}")
        if isinstance(given, Mapping) and "start" in given:
            at = _again(raw, given)
            if at is None:
                continue
            given = {"start": at, "end": at + len(given["text"]), "text": given["text"]}
        had[name] = given
    return msgspec.convert(had, type(fact))


def _again(raw: str, span: Mapping[str, Any]) -> int | None:
    """Where the words of a span start: its own place, else the only place that has them, else None."""
    start, text = int(span["start"]), str(span["text"])
    if raw[start : start + len(text)] == text:
        return start
    at = raw.find(text)
    return at if at >= 0 and raw.find(text, at + 1) < 0 else None


def _merged(record: Record, merged: Mapping[str, str], names: dict[int, tuple[str, str]]) -> Record:
    """The record with the ids of actors and instruments that were merged into others."""

    def one(id_: str | None) -> str | None:
        return merged.get(id_, id_) if id_ else id_

    def many(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(merged.get(i, i) for i in ids))

    def again(fact: Any, **changed: Any) -> Any:
        if all(getattr(fact, k) == v for k, v in changed.items()):
            return fact
        new = msgspec.structs.replace(fact, **changed)
        if id(fact) in names:
            names[id(new)] = names[id(fact)]
        return new

    actors = dict(record.actors)
    for old, new in merged.items():
        if old in actors:
            gone = actors.pop(old)
            stays = actors.get(new)
            actors[new] = (
                msgspec.structs.replace(stays, mentions=tuple(sorted((*stays.mentions, *gone.mentions), key=_order))) if stays else gone
            )
    instruments: dict[str, Any] = {}
    for i in record.instruments:
        key = merged.get(i.key, i.key)
        states = tuple(again(x, claimed_by=one(x.claimed_by)) for x in i.states)
        held = instruments.get(key)
        base = msgspec.structs.replace(i, key=key, parties=many(i.parties), states=states)
        if held is not None:
            main, other = (base, held) if i.key == key else (held, base)
            base = msgspec.structs.replace(
                main, mentions=tuple(sorted((*main.mentions, *other.mentions), key=_order)), states=(*main.states, *other.states)
            )
        instruments[key] = base
    return msgspec.structs.replace(
        record,
        actors=dict(sorted(actors.items())),
        statements=tuple(again(s, speaker=one(s.speaker)) for s in record.statements),
        questions=tuple(again(q, to=one(q.to), by=one(q.by)) for q in record.questions),
        events=tuple(again(e, who=many(e.who), whom=many(e.whom), claimed_by=one(e.claimed_by)) for e in record.events),
        instruments=tuple(instruments.values()),
        commitments=tuple(again(c, by=one(c.by), to=one(c.to), claimed_by=one(c.claimed_by)) for c in record.commitments),
        figures=tuple(again(f, speaker=one(f.speaker)) for f in record.figures),
    )


def _order(span: Span) -> tuple[int, int]:
    return span.start, span.end
