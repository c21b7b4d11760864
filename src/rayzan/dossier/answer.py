"""Answers kept in this process until the dossier changes: what a page counts over all rows is counted once."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock

from rayzan.dossier.contract import Row

Moment = tuple[object, ...]
Question = tuple[str, tuple[object, ...]]
ROWS = 400_000  # kept in all; the answers asked for longest ago go first
LONGEST = 20_000  # rows of an answer that is kept


class Answers:
    """The answers of one dossier as it stood at one moment."""

    def __init__(self) -> None:
        self._moment: Moment = ()
        self._kept: OrderedDict[Question, list[Row]] = OrderedDict()
        self._rows, self._lock = 0, Lock()

    def ask(self, moment: Moment, sql: str, values: Sequence[object], rows: Callable[[], list[Row]]) -> list[Row]:
        """What `rows` gives, asked only if it has not been since the dossier changed; `moment` is another after each change."""
        question = (sql, tuple(values))
        with self._lock:
            if moment != self._moment:
                self._moment, self._rows = moment, 0
                self._kept.clear()
            if question in self._kept:
                self._kept.move_to_end(question)
                return self._kept[question]
        found = rows()
        with self._lock:
            if moment == self._moment and question not in self._kept and len(found) <= LONGEST:
                self._kept[question] = found
                self._rows += len(found) + 1
                while self._rows > ROWS:
                    self._rows -= len(self._kept.popitem(last=False)[1]) + 1
        return found


_OF: dict[str, Answers] = {}
_LOCK = Lock()


def answers(name: str) -> Answers:
    """The kept answers of a dossier, by the name it was opened by."""
    with _LOCK:
        return _OF.setdefault(name, Answers())
