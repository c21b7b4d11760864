"""Where the characters of a shortened text stand in the text it was made of, told by what fell out of it."""

from bisect import bisect_right
from typing import NamedTuple


class Gaps(NamedTuple):
    """From each of `places`, an offset in the shortened text, on it lags behind by as many characters as `behind` says."""

    places: list[int]
    behind: list[int]

    def back(self, at: int) -> int:
        """The offset, in the text it was made of, of a character of the shortened text.

        >>> Gaps([2], [1]).back(1), Gaps([2], [1]).back(2)
        (1, 3)
        """
        before = bisect_right(self.places, at)
        return at + self.behind[before - 1] if before else at
