"""Which of many stretches stand over a place, found without looking at all of them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate


class Over:
    """Stretches `(first, last)` (last exclusive) in the order of their first place; they may nest and overlap.

    >>> list(Over([(0, 9), (2, 5), (6, 8)]).at(3))
    [1, 0]
    """

    def __init__(self, stretches: Sequence[tuple[int, int]]) -> None:
        self.stretches = stretches
        self._firsts = [first for first, _ in stretches]
        self._reach = list(accumulate((last for _, last in stretches), max))

    def at(self, place: int) -> Iterator[int]:
        """The numbers of the stretches over a place, the last begun first."""
        for n in range(bisect_right(self._firsts, place) - 1, -1, -1):
            if self._reach[n] <= place:
                return
            if self.stretches[n][1] > place:
                yield n
