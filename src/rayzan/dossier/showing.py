"""How long work on a whole dossier shows how far it is: whoever runs it sets what its steps go through."""

from collections.abc import Callable, Iterable, Sequence
from contextvars import ContextVar

Shown = Callable[[Sequence[int], str], Iterable[int]]


def _unseen(numbers: Sequence[int], what: str) -> Iterable[int]:
    return numbers


# Numbers of reports, and what is done with each, go through it one by one; unseen where nobody watches.
SHOWN: ContextVar[Shown] = ContextVar("shown", default=_unseen)
