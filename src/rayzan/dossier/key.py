"""Permanent names of facts: by their words, so that reading again with newer rules, or a text that grew, leaves them as they are."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from rayzan.record import Commitment, Event, Figure, Instrument, Note, Question, Record, State, Statement, Time

Fact = Statement | Question | Event | State | Commitment | Figure | Time | Note
LETTERS = {"statement": "s", "question": "q", "event": "e", "state": "i", "commitment": "c", "figure": "f", "time": "t", "note": "n"}
KINDS = {letter: kind for kind, letter in LETTERS.items()}


class Keyed(NamedTuple):
    """A fact with its permanent key, such as «w01.s3fa9c1d2»; `of` is the instrument of a state, None of all else."""

    key: str
    kind: str
    fact: Fact
    of: Instrument | None = None


def keyed(record: Record) -> Iterator[Keyed]:
    """All facts of a record with their keys, kind by kind in the order of the record.

    A key is made of the report's id, the kind and the fact's words; of several facts alike the second ends in «-2».
    """
    seen: dict[str, int] = {}
    for kind, fact, of, words in _facts(record):
        name = f"{record.report.id}.{LETTERS[kind]}{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
        seen[name] = seen.get(name, 0) + 1
        yield Keyed(name if seen[name] == 1 else f"{name}-{seen[name]}", kind, fact, of)


def kind_of(key: str) -> tuple[str, str]:
    """Report and kind of a fact's key.

    >>> kind_of("a.b.s3fa9c1d2-2")
    ('a.b', 'statement')

    Raises `ValueError` for what is no key of a fact.
    """
    report, _, rest = key.rpartition(".")
    if not report or rest[:1] not in KINDS:
        raise ValueError(f"{key}: no key of a fact")
    return report, KINDS[rest[0]]


def _facts(record: Record) -> Iterator[tuple[str, Fact, Instrument | None, str]]:
    for s in record.statements:
        yield "statement", s, None, s.content.text
    for q in record.questions:
        yield "question", q, None, q.text.text
    for e in record.events:
        yield "event", e, None, f"{e.type}\n{e.evidence.text}"
    for i in record.instruments:
        for x in i.states:
            yield "state", x, i, f"{i.key}\n{x.state}\n{x.evidence.text}"
    for c in record.commitments:
        yield "commitment", c, None, c.evidence.text
    for f in record.figures:
        yield "figure", f, None, f.evidence.text
    for t in record.times:
        yield "time", t, None, t.text.text
    for n in record.notes:
        yield "note", n, None, f"{n.kind}\n{n.span.text if n.span else n.text}"
