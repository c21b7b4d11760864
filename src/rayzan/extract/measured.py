"""What a figure is of: the noun phrase that its number counts or measures."""

from rayzan.extract.counted import Counted
from rayzan.extract.draft import Draft, Found
from rayzan.extract.phrase_end import Phrase

DURATIONS = frozenset(["year", "month", "week", "day", "hour", "minute", "second", "decade", "century"])
WIDE = frozenset(["percent", "share", "times", "percentage point"])  # of these what stands before them is the whole
NOUNS = frozenset(["کشور"])  # it counts and is named


class Measured:
    """Finds the phrases of one draft."""

    def __init__(self, draft: Draft, words: Counted) -> None:
        self.draft, self.keys, self.words = draft, draft.view.keys, words
        self.phrase = Phrase(draft, words)

    def key(self, at: int) -> str:
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def of(self, first: int, at: int, last: int, unit: str | None) -> Found | None:
        """The phrase of a figure over words `first` to `last` whose unit begins at `at`; None if none is told.

        «وام ۱۰۰ میلیون دلاری» the head before a unit that qualifies it, «دو شهروند اردنی» the counted noun itself, «۱۵ نفر از کودکان» the whole
        that the counted are part of, «۱۰۰ میلیون دلار کمک» what stands behind, «بهای نفت به ۶۰ دلار رسید» or before.
        """
        if unit == "vote" and at < last:
            return Found(at, last)
        if self.words.qualifies(self.keys[at:last]):
            return self.phrase.head(first) or self.phrase.behind(last)
        if at < last and unit not in WIDE and self._noun(at, last):
            return Found(at, max(last, self.phrase.end(last)))
        if at == last and unit is None and self.key(first - 1) != "به":
            return self.phrase.behind(last) or self._amount(first)
        if unit in WIDE and (self.key(last) in self.words.turns or at < last and not self.phrase.behind(last)):
            return self._whole(last, unit) or self._before(first, unit) or self.phrase.behind(last)
        return self._whole(last, unit) or self.phrase.behind(last) or self._fate(last, unit) or self._before(first, unit)

    def _noun(self, at: int, last: int) -> bool:
        """Whether the unit is the thing itself, «شهروند», and no measure and no word that only counts, «نفر»."""
        row = self.words.units.get(tuple(self.keys[at:last]))
        return row is not None and not row.measure and not row.duration and not set(self.keys[at:last]) <= self.words.counters - NOUNS

    def _whole(self, last: int, unit: str | None) -> Found | None:
        """«۱۵ نفر از کودکان», «۵ درصد از نفت ایران», «نیمی از درآمدها»."""
        if self.key(last) != "از" or unit in DURATIONS:
            return None
        begin = last + 1 + (self.key(last + 1) in ("این", "آن", "کل", "مجموع"))
        end = self.phrase.end(begin, whole=True)
        many = self.key(begin) in self.words.plurals or not self.key(begin).endswith("ستان") and self.key(begin).endswith(("ها", "های", "ان", "ین", "ات", "هایی", "هایش"))
        return Found(begin, end) if end > begin and (many or unit in WIDE) else None

    def _fate(self, last: int, unit: str | None) -> Found | None:
        """What befell people, where nothing nearer says who they are: «۱۴۳ نفر در تهران مبتلا شدند»."""
        of = self.draft.view.sentence_of[last - 1]
        if unit != "person" or of < 0:
            return None
        for at in range(last, min(last + 12, self.draft.view.sentences[of].last)):
            if self.key(at)[0].isdigit() and not self.phrase.timed(at):
                return None
            if self.key(at) in self.words.fates:
                return Found(at, at + 1 + (self.key(at) == "جان"))
            if self.draft.language.verbs.form(self.key(at)):
                return None
        return None

    def _before(self, first: int, unit: str | None) -> Found | None:
        """«مرگ ۳ نفر», «بهای نفت به ۶۰ دلار رسید», «تورم در سال گذشته ۷ درصد بود»: the phrase before a number, over a time."""
        if self.key(first - 1) in ("مرز", "رکورد", "رقم", "حدود") and self.key(first - 2) in ("از", "به"):
            first -= 1
        if unit in DURATIONS and (self.key(first - 1) in ("به", "از", "را", "با", "تا") or self.key(first - 1) in self.words.relations):
            return None  # «پس از ۲ سال», «در طول ۱۴ قرن»
        if self.key(first - 1) in ("به", "از", "را", "با", "تا"):
            found = self.phrase.before(self.phrase.over_time(first - 1))
            return self._amount(first) if found is None or self._adjunct(found) else found
        if unit == "person" and self.key(first - 1) in ("شدن", "باختن") and self.key(first - 2)[:1].isalpha():
            return Found(first - 2, first)  # «کشته شدن ۲ نفر»
        at = self.phrase.over_time(first)
        moved = at < first
        found = self.phrase.before(at)
        if found is None:
            return self._amount(first) if self._weighed(unit) else None
        if unit in WIDE and self._adjunct(found):
            return self._amount(first)
        head, near = self.keys[found.first], self.keys[found.last - 1]
        if unit in WIDE or head in self.words.amounts and unit not in DURATIONS or not moved and (near in self.words.deeds or near in self.words.amounts):
            return self.phrase.wider(found) if near in self.words.relations else found
        return self._amount(first) if self._weighed(unit) else None

    def _adjunct(self, found: Found) -> bool:
        """Whether a phrase hangs on a preposition: «در این کشور»."""
        at = found.first - 1
        while self.key(at) in ("این", "آن", "همین", "کل", "یک"):
            at -= 1
        return self.key(at) in ("در", "با", "برای", "به", "از", "بر", "طی")

    def _weighed(self, unit: str | None) -> bool:
        """Whether a unit is of money, mass, length and their like."""
        return unit in self.words.measures

    def _amount(self, first: int) -> Found | None:
        """«تعداد مبتلایان به ویروس در تهران به ۶۱۳ نفر رسید»: the amount that a clause begins with, over what stands between."""
        of, said = self.draft.view.sentence_of[first], self.words.amounts | self.words.numbers
        for at in range(first - 2, max(self.draft.view.sentences[of].first, first - 14) - 1, -1) if of >= 0 else ():
            if self.keys[at] in said and self.key(at - 1) != "در":
                whole = self.phrase.before(at + 1)
                return Found(whole.first if whole else at, max(at + 1, self.phrase.end(at)))
            if self.draft.language.verbs.form(self.keys[at]) or self.keys[at] == "که":
                return None
        return None
