"""What rayzan asserts of a report: frozen types, the exchange form `rayzan/1`."""

from rayzan.record.actor import Actor
from rayzan.record.commitment import Commitment
from rayzan.record.event import Event, Plover
from rayzan.record.figure import Figure
from rayzan.record.head import Head
from rayzan.record.instrument import Instrument, State
from rayzan.record.note import Note
from rayzan.record.record import Record
from rayzan.record.statement import Question, Statement
from rayzan.record.time import Time

__all__ = [
    "Actor", "Commitment", "Event", "Figure", "Head", "Instrument", "Note", "Plover", "Question", "Record", "State",
    "Statement", "Time",
]  # fmt: skip
