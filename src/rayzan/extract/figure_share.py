"""Shares and decimals in words: halves, thirds, tenths."""

from collections.abc import Sequence

from rayzan.extract.counted import PARTS
from rayzan.lang.fa.numerals import Number, number_at


def share_at(keys: Sequence[str], n: Number) -> tuple[float, int] | None:
    """The value of «دو سوم», «سه دهم», and the word behind it; None if the number is no part of one."""
    whole = PARTS.get(keys[n.last]) if n.last < len(keys) else None
    return (n.value / whole, n.last + 1) if whole and n.value < min(whole, 10) and not n.digits else None


def tenths(keys: Sequence[str], n: Number) -> Number:
    """«دو و سه دهم»: a number with the tenths or hundredths behind it; the number itself where there are none."""
    if n.last + 2 >= len(keys) or keys[n.last] != "و":
        return n
    more = number_at(keys, n.last + 1, len(keys))
    if more is None or more.last >= len(keys) or keys[more.last] not in ("دهم", "صدم", "هزارم"):
        return n
    whole = PARTS.get(keys[more.last], 1000)
    return n._replace(last=more.last + 1, value=round(n.value + more.value / whole, 6), digits=False) if more.value < whole else n
