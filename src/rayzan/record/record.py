"""The record of one report."""

import msgspec

from rayzan.record.actor import Actor
from rayzan.record.commitment import Commitment
from rayzan.record.event import Event
from rayzan.record.figure import Figure
from rayzan.record.head import Head
from rayzan.record.instrument import Instrument
from rayzan.record.note import Note
from rayzan.record.statement import Question, Statement
from rayzan.record.time import Time

SCHEMA = "rayzan/1"


class Record(msgspec.Struct, frozen=True):
    """All that is asserted of one report; the exchange form, one JSON line a record."""

    report: Head
    actors: dict[str, Actor]
    statements: tuple[Statement, ...]
    questions: tuple[Question, ...]
    events: tuple[Event, ...]
    instruments: tuple[Instrument, ...]
    commitments: tuple[Commitment, ...]
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    topics: tuple[str, ...]
    notes: tuple[Note, ...]
    schema: str = SCHEMA


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Record)


def to_json(record: Record) -> bytes:
    """The record as one JSON line, without line break; the same record gives the same bytes."""
    return _ENCODER.encode(record)


def from_json(line: bytes | str) -> Record:
    """The record of a JSON line.

    Raises `msgspec.ValidationError` where the line is no record of schema rayzan/1.
    """
    return _DECODER.decode(line)
