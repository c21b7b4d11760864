"""What a number counts: the unit behind it, and whether it counts at all."""

from rayzan.extract.counted import Counted, Unit
from rayzan.extract.draft import Draft
from rayzan.extract.figure_label import like_year
from rayzan.lang.fa.numerals import Number, number_at

LEADS = frozenset(["ظرف", "تا", "طی", "در", "مدت", "برای", "عرض", "طول"])  # a duration behind these lasts, whatever it is counted from


class Units:
    """Reads the units of one draft. `timed`: whether each word belongs to a time."""

    def __init__(self, draft: Draft, words: Counted, timed: list[bool]) -> None:
        self.draft, self.keys, self.end = draft, draft.view.keys, len(draft.view.keys)
        self.words, self.timed = words, timed

    def key(self, at: int) -> str:
        return self.keys[at] if 0 <= at < self.end else ""

    def at(self, at: int, value: float, n: Number, bound: str) -> Unit | None:
        """The unit behind a number; None where none stands there or it is a mere count of partners, «دو کشور»."""
        for size in (4, 3, 2, 1):
            row = self.words.unit(self.keys, at, size)
            if row is None or at + size > self.end:
                continue
            if value < row.floor and (bound == "exact" or value < 3):
                return None
            if value == 1 and not (n.digits or row.measure or row.duration) and bound == "exact" and not self.one(n):
                return None  # «یک نفتکش» is an article and no count
            if row.unit == "degree" and value in (180, 360) or row.unit == "time" and like_year(self.keys, n):
                return None
            if row.duration and (self.key(n.first - 1) == "هر" or self.key(n.first - 1) in ("این", "همین", "همان") and value < 10):
                return None  # «هر چهار سال»: how often, not how long; «این یک هفته»: told before
            if row.unit == "times" and self.key(at + size) in ("کردن", "شدن", "نمودن", "کنند", "کند", "کنیم"):
                return None  # «دو برابر کردن»: to double, no ratio told
            if row.duration and (self.timed[at] or not self.lasts(at + size, value, self.keys[at], bound, n.first)):
                return None
            if not row.measure and not row.duration and value < 10 and bound == "exact" and self.key(n.first - 1) in self.words.pointing:
                return None
            if self.keys[at] == "تن" and self._tonnes(at, value):
                return Unit("tonne", at + 1, True)
            if self.keys[at] in ("واحد", "واحدی") and self._of_index(n):
                return Unit("index point", at + 1, True)
            return Unit(self.words.counted(self.keys, at) if row.unit == "time" else row.unit, at + size, row.measure, row.duration)
        return None

    def _of_index(self, n: Number) -> bool:
        """«شاخص بورس به ۵۷۵۵.۶۹ واحد رسید»."""
        s = self.draft.view.sentences[self.draft.view.sentence_of[n.first]]
        return any(key in ("شاخص", "بورس", "نمره") for key in self.keys[max(s.first, n.first - 20) : n.first])

    def lasts(self, behind: int, value: float, unit: str, bound: str = "exact", first: int = 0) -> bool:
        """A duration is a figure unless it counts to or from a day («دو سال پیش»); one unit only where it is told as lasting."""
        if self.key(behind) in ("پس", "بعد") and self.key(behind + 1) == "از" and self.key(first - 1) in LEADS:
            return True  # «ظرف ۲۴ ساعت پس از تزریق»
        if self.key(behind) in ("پیش", "قبل", "گذشته", "آینده", "اخیر", "بعد", "دیگر", "پس"):
            return self.key(behind) == "دیگر" and self.key(first - 1) in ("مدت", "برای")
        if self.key(behind) == "و" and self.key(behind + 1) in ("نیم", "نیمه") and self.key(behind + 2) in ("پیش", "قبل", "گذشته", "اخیر"):
            return False
        half = self.key(behind) == "و" and self.key(behind + 1) in ("نیم", "نیمه")
        if value > 1 or half or bound != "exact" or unit[-1] == "ه" or unit[-3:] == "های" or self.key(first - 1) in self.words.lasting:
            return True
        return self._goes_on(behind) or bool({self.key(behind), self.key(behind + 1)} & self.words.lasted)

    def _goes_on(self, at: int) -> bool:
        """Whether a duration goes on in a finer unit: «یک ساعت و بیست دقیقه»."""
        more = number_at(self.keys, at + 1, self.end) if self.key(at) == "و" else None
        row = self.words.units.get((self.key(more.last),)) if more is not None else None
        return row is not None and row.duration

    def one(self, n: Number) -> bool:
        """«یک نفر کشته شد», «حدود یک ساعت», «به مدت یک سال»: one, and counted."""
        row = self.words.units.get((self.key(n.last),))
        if row is not None and row.unit == "person" and self.key(n.first - 1) in self.words.agents:
            return False  # «از سوی یک مقام»
        if row is not None and row.unit == "person":
            s = self.draft.view.sentences[self.draft.view.sentence_of[n.first]]
            near = self.keys[max(s.first, n.first - 5) : min(n.first + 11, s.last)]
            before = self.key(n.first - 1)
            pointed = self.key(n.first - 2) in self.words.pointing  # «در این حادثه یک نفر»
            soon = any(k in self.words.casualties for k in self.keys[n.last + 1 : n.last + 6])
            loose = before[:1].isalpha() and not pointed and not soon and before not in self.words.counts_behind | self.words.deeds
            if loose or self.key(n.last + 1)[:1].isdigit():
                return False  # «همسر یک دیپلمات», «یک نوجوان ۱۹ ساله»
            told = self.draft.figures[-1] if self.draft.figures else None
            beside = told is not None and told.first >= s.first and told.unit == "person" and n.first - told.last < 6  # «سه نظامی و یک غیرنظامی»
            return beside or any(k in self.words.casualties for k in near)
        return row is not None and row.duration

    def nine(self, n: Number) -> bool:
        """Whether «نه» is nine: a unit behind it and no other «نه» near («نه دولت و نه مجلس»)."""
        around = self.keys[max(0, n.first - 12) : n.first] + self.keys[n.first + 1 : n.first + 12]
        row = self.words.units.get((self.key(n.last),))
        return (
            "نه" not in around
            and row is not None
            and (row.measure or row.duration or row.unit in ("person", "ship", "aircraft", "item", "time"))
        )

    def _tonnes(self, at: int, value: float) -> bool:
        """«هشت میلیون تن گندم», «یازده تُن تجهیزات» are tonnes, «۶۰ میلیون تن در قرنطینه» people."""
        word = self.draft.view.words[at]
        if "\u064f" in self.draft.view.raw[word.start : word.end] or self.key(at + 1) in self.words.tonnes:
            return True
        if "وزن" in self.keys[max(0, at - 7) : at]:
            return True
        if value < 100 or self.key(at + 1) == "از":
            return False
        s = self.draft.view.sentences[self.draft.view.sentence_of[at]]
        near = self.keys[max(s.first, at - 15) : min(at + 12, s.last)]
        return any(k in self.words.tonnage for k in near) and not any(k in self.words.casualties for k in near)
