"""Numbers that name and do not count: labels, list numbers, years, ranks."""

from collections.abc import Sequence

from rayzan.extract.counted import Counted
from rayzan.extract.draft import Draft
from rayzan.lang.fa.numerals import Number

BACK = frozenset(["گذشته", "اخیر", "آینده", "جاری"])  # a number behind a time that ends so is no part of it


class Labels:
    """Tells the labels of one draft. `timed`: whether each word belongs to a time."""

    def __init__(self, draft: Draft, words: Counted, timed: list[bool]) -> None:
        self.draft, self.keys, self.words, self.timed = draft, draft.view.keys, words, timed

    def key(self, at: int) -> str:
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def named(self, n: Number) -> bool:
        """Whether the number is a label, «ماده ۳۶», «مواد ۳، ۵۵ و ۵۶», whatever stands behind it."""
        if self.key(n.first - 1) in self.words.names_all:
            return not self.draft.figures or self.draft.figures[-1].last < n.first  # «در چهار فصل هفت جام»
        return n.digits and n.value < 10000 and self.key(self._before(n)) in self.words.names_before

    def label(self, n: Number) -> bool:
        """Whether a number without a unit is a label, «قطعه‌های ۵ و ۶», or goes on a time, «۱۳ اسفند ۹۸»."""
        at = self._before(n)
        before = self.key(at)
        goes_on = at < n.first - 1 and before[:1].isalpha() and before not in self.words.counts_behind
        told = self.timed[n.first - 1] and n.first > 0 and self.key(n.first - 1) not in BACK
        return self.named(n) or n.digits and n.value < 10000 and (told or goes_on)

    def _before(self, n: Number) -> int:
        """The word before a number and those that it is listed with."""
        at = n.first - 1
        while n.digits and self.key(at) in ("و", "،") and self.key(at - 1).isdigit() and not self.timed[at - 1]:
            at -= 2
        return at

    def enumerates(self, n: Number) -> bool:
        """«۶ـ دولت باید …»: a number that counts off the lines of a list."""
        view = self.draft.view
        if n.first and self.keys[n.first - 1] not in ("\n", ".") or n.last >= len(self.keys) or not n.digits:
            return False
        gap = view.raw[view.words[n.last - 1].end : view.words[n.last].start]
        return "ـ" in gap


def like_year(keys: Sequence[str], n: Number) -> bool:
    """Whether a number looks like a year: four digits, 1250 to 2100."""
    return n.digits and n.last == n.first + 1 and len(keys[n.first]) == 4 and 1250 <= n.value <= 2100
