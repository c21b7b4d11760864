"""What is no copy though much is alike: a form filled in twice (prices of the day, notices of a series), and standing background."""

import re
from collections import Counter

from rayzan.collate.passage import Passage
from rayzan.text.fold import fold

GAP = 250  # characters of a longer gap between passages are other matter, no filled-in form
FILLED = 2  # numbers replaced by others
SHORT = 5  # words that make a title
ROWS = 5  # lines among which it is
TITLE = 10  # words of a first line that are compared
LIKE = 0.6  # of them the same
REAR = 0.3  # from this part of a text on
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\d+|[^\W\d_]+")


def is_template(passages_: list[Passage], first: str, copy: str) -> bool:
    """Whether two texts are one form with other numbers: where the common passages break off, either has numbers that the other lacks."""
    ordered = sorted(passages_, key=lambda p: p.first.start)
    a = b = 0
    mine: set[str] = set()
    other: set[str] = set()
    for first_end, copy_end, first_start, copy_start in [
        *((p.first.end, p.copy.end, p.first.start, p.copy.start) for p in ordered),
        (0, 0, -1, -1),
    ]:
        left = first[a : first_start if first_start >= 0 else len(first)]
        right = copy[b : copy_start if copy_start >= 0 else len(copy)] if copy_start < 0 or copy_start >= b else ""
        if len(left) <= GAP and len(right) <= GAP:
            mine.update(_NUMBER.findall(fold(left)))
            other.update(_NUMBER.findall(fold(right)))
        a, b = first_end, copy_end
    return len(mine - other) >= FILLED and len(other - mine) >= FILLED


def is_series(first: str, copy: str) -> bool:
    """Whether the first lines are one title with other numbers.

    >>> is_series("قیمت سکه امروز شنبه ۱۰ اسفند ۹۸", "قیمت سکه امروز یکشنبه ۱۱ اسفند ۹۸")
    True
    >>> is_series("دیدار وزیران در مسکو", "دیدار وزیران در مسکو")
    False
    """
    one, other = Counter(_title(first)), Counter(_title(copy))
    if min(one.total(), other.total()) < SHORT or (one & other).total() < LIKE * max(one.total(), other.total(), 1):
        return False
    return any(w.isdigit() for w in one - other) and any(w.isdigit() for w in other - one)


def headline(text: str) -> str:
    """The first of a text's first lines that has words enough to be a title; a stamp has not. Empty if none has,
    or if that is a sentence with its full stop."""
    found = next((line.strip() for line in text.split("\n", ROWS)[:ROWS] if len(_WORD.findall(line)) >= SHORT), "")
    return "" if found.endswith((".", "…", ":")) else found


def _title(text: str) -> list[str]:
    return _WORD.findall(fold(headline(text)))[:TITLE]


def is_background(passages_: list[Passage], first: str, copy: str) -> bool:
    """Whether all that two texts have in common stands in the rear of both: what is told again of the matter so far."""
    return bool(passages_) and all(p.first.start > REAR * len(first) and p.copy.start > REAR * len(copy) for p in passages_)
