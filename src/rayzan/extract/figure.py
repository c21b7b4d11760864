"""Figures: a number with a meaning, its unit, bound, change and window."""

from functools import cache
from math import prod

from rayzan.extract.almanac import clock_at
from rayzan.extract.counted import FRACTIONS, PARTS, Counted, Unit
from rayzan.extract.draft import Draft, FigureDraft
from rayzan.extract.figure_bare import Bare
from rayzan.extract.figure_label import Labels
from rayzan.extract.figure_share import share_at, tenths
from rayzan.extract.figure_unit import Units
from rayzan.extract.measured import Measured
from rayzan.extract.window import DURATIONS, change, window
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.numerals import SCALES, Number, glued, number_at, pair_at

SCALED_TAILS = {scale + "ی": value for scale, value in SCALES.items()}  # «۳ میلیونی»

@cache
def counted(language: Persian) -> Counted:
    """The words round figures of a language, read once."""
    return Counted(language)


FINER = {"hour": ("minute", 60), "minute": ("second", 60), "year": ("month", 12)}


class Figures:
    """Walks the words of a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys, self.end = draft, draft.view.keys, len(draft.view.keys)
        self.words = counted(draft.language)
        self.timed = [False] * (self.end + 1)
        self.units, self.labels = Units(draft, self.words, self.timed), Labels(draft, self.words, self.timed)
        self.bare, self.measured = Bare(draft, self.words, self.timed, self.labels), Measured(draft, self.words)
        for t in draft.times:
            self.timed[t.first : t.last] = [True] * (t.last - t.first)
        self.clocked = [False] * (self.end + 1)
        at = -1
        for _ in range(self.keys.count("ساعت")):
            at = self.keys.index("ساعت", at + 1)
            last = clock_at(self.keys, at, self.end)
            self.clocked[at:last] = [True] * (last - at)

    def run(self) -> None:
        at, begins, timed = 0, self.words.begins, self.timed
        for here, key in enumerate(self.keys):
            if here < at or timed[here] or self.clocked[here] or not begins(key):
                continue
            found, at = self._at(here)
            if found is not None and found.first not in self.draft.in_furniture:
                self.draft.figures.append(found)

    def _at(self, at: int) -> tuple[FigureDraft | None, int]:
        """The figure whose number begins at a word, and the word to go on from."""
        key = self.keys[at]
        if key in FRACTIONS:
            found = self._half(at)
            if found or key != "نیم":
                return found, found.last if found else at + 1
        if not key[0].isdigit():
            joined = self._joined(at)
            if joined is not None:
                return joined, joined.last
        pair = pair_at(self.keys, at, self.end)
        if pair is not None:
            found = self._pair(at, *pair)
            return found, found.last if found else pair[2]
        number = number_at(self.keys, at, self.end)
        if number is None:
            return None, at + 1
        found = self._figure(number)
        return found, found.last if found else number.last

    def _half(self, at: int) -> FigureDraft | None:
        """«نیمی از درآمدها», «نصف جمعیت», «نیم ساعت»."""
        if self.keys[at] == "نیم":
            row = self.words.units.get((self.key(at + 1),))
            measure = self.units.at(at + 1, 0.5, Number(at, at + 1, 0.5, digits=False), "exact") if self.key(at - 1) != "و" else None
            if measure is not None and measure.measure:
                first, bound = self._bound(at)
                return self._made(first, at + 1, measure.last, 0.5, None, measure.name, bound)
            if self.key(at - 1) == "و" or row is None or not row.duration or not self.units.lasts(at + 2, 2, self.key(at + 1)):
                return None
            first, bound = self._bound(at)
            return self._made(first, at + 1, at + 2, 0.5, None, row.unit, bound)
        if self.key(at + 1) != "از" and self.keys[at] != "نصف" or self.key(at + 1) == "شب":
            return None
        first, bound = self._bound(at)
        return self._made(first, at + 1, at + 1, round(FRACTIONS[self.keys[at]], 4), None, "share", bound)

    def _joined(self, at: int) -> FigureDraft | None:
        """«صددرصد», «دوبار», «بیست‌ساله», «یک‌سوم»: number and unit in one word."""
        if self.keys[at : at + 3] == ["صد", "در", "صد"]:
            return self._made(at, at + 3, at + 3, 100, None, "percent", "exact")
        joined = glued(self.keys[at], self.words.tails)
        if joined is None and self.keys[at].startswith("صد") and self.keys[at][2:] in ("درصد", "درصدی"):
            joined = 100, "درصد"
        if joined is None:
            return None
        value, tail = joined
        if tail in PARTS:
            return self._made(at, at + 1, at + 1, round(value / PARTS[tail], 4), None, "share", "exact") if value < PARTS[tail] else None
        row = self.words.units[(tail,)]
        if value < row.floor:
            return None
        if value == 1 and not row.measure and not (row.duration and tail.endswith("ه")):
            return None
        if row.duration and not self.units.lasts(at + 1, value, tail):
            return None
        first, bound = self._bound(at)
        unit = self.words.counted(self.keys, at) if row.unit == "time" else row.unit
        return self._made(first, at, at + 1, value, None, unit, bound)

    def _pair(self, at: int, low: int, high: int, last: int) -> FigureDraft | None:
        """«دو سه روز», «یکی دو سال»: a range."""
        upper = number_at(self.keys, last - 1, self.end)  # «یک یا دو میلیون»
        scaled = upper is not None and upper.value % high == 0 and upper.last > last
        found = self._figure(upper._replace(first=at, digits=False) if upper and scaled else Number(at, last, high, digits=False))
        if found is None or found.high is not None:
            return None
        scale = found.value / high
        found.value, found.high = low * scale, found.value
        return found

    def key(self, at: int) -> str:
        return self.keys[at] if 0 <= at < self.end else ""

    def _figure(self, n: Number) -> FigureDraft | None:
        keys = self.keys
        if "+" in keys[n.first] or ":" in keys[n.first] or "-" in keys[n.first] or n.vague:
            return None
        if keys[n.first] == "نه" and n.last == n.first + 1 and not self.units.nine(n):
            return None
        if self.words.idioms.at(keys, n.first, self.end) and not self.units.one(n):
            return None
        first, bound = self._bound(n.first)
        n = tenths(keys, n)
        last, value, high = n.last, n.value, None
        if (
            (self.key(last) in ("تا", "الی", "-", "یا") or self.key(last) == "و" and self.key(first - 1) in ("بین", "میان"))
            and (upper := number_at(keys, last + 1, self.end))
            and upper.value > 0
            and not upper.vague
        ):
            low = value if value * 100 > upper.value else value * _scale(upper)
            if low < upper.value:
                value, high, last = low, upper.value, upper.last
        if high is None and (share := share_at(keys, n)) is not None:
            measure = self.units.at(share[1], share[0], n, bound)
            if measure is None or not measure.measure:
                return self._made(first, share[1], share[1], round(share[0], 4), None, "share", bound)
            value, last = round(share[0], 4), share[1]  # «سه دهم درصد»
        if self.key(last) in SCALED_TAILS:
            value, high, last = value * SCALED_TAILS[self.key(last)], high * SCALED_TAILS[self.key(last)] if high else None, last + 1
        if self.key(n.first - 1) == "چند" and not n.digits or self.labels.enumerates(n):
            return None  # «چند صد هزار»
        unit = self.units.at(last, value, n, bound)
        if unit is None and (reached := self._from_to(n) or self._beside(n, first, bound)) is not None:
            return reached
        if unit is None and self.labels.label(n) or unit is not None and not unit.measure and not unit.halves and self.labels.named(n):
            return None
        if unit is None and not self.bare.counts(n, last, value, first, bound):
            return None
        end = unit.last if unit else last
        if unit and not unit.measure and self.key(end) == "و" and self.key(end + 1) in ("نیم", "نیمه", "ربع"):
            value, end = value + (0.25 if self.key(end + 1) == "ربع" else 0.5), end + 2  # «یک ماه و نیم»
        if unit and high is None and (wide := self._reaches(unit, end, value)) is not None:
            high, end = wide
        if unit and high is None and (finer := self._finer(unit, end)) is not None:
            number, part, end = finer
            value, unit = value * FINER[unit.name][1] + number, part
        if unit and self.key(end) == "و" and (more := number_at(keys, end + 1, self.end)) and self.key(more.last) == "سنت":
            value, end = value + more.value / 100, more.last + 1  # «۲۱ دلار و ۵۰ سنت»
        if self.key(first - 1) in self.words.negative and unit is not None and unit.name in ("percent", "degree"):
            first, value = first - 1, -value
        return self._made(first, last, end, value, high, unit.name if unit else None, bound)

    def _reaches(self, unit: Unit, at: int, value: float) -> tuple[float, int] | None:
        """The upper end of «۲۵ درصد تا ۳۰ درصد», and the word behind it."""
        more = number_at(self.keys, at + 1, self.end) if unit.measure and self.key(at) in ("تا", "الی") else None
        same = self.units.at(more.last, more.value, more, "exact") if more else None
        return (more.value, same.last) if more and same and same.name == unit.name and more.value > value else None

    def _beside(self, n: Number, first: int, bound: str) -> FigureDraft | None:
        """The first of «۲۰ و ۳۰ درصد», «۳۰ میلیون، ۴۰ میلیون تومان»: its unit stands behind the next."""
        more = number_at(self.keys, n.last + 1, self.end) if self.key(n.last) in ("و", "،") and self.key(first - 1) != "و" else None
        unit = self.units.at(more.last, more.value, more, "exact") if more else None
        if more is None or unit is None or not unit.measure or self.labels.named(n):
            return None
        scaled = n.last > n.first + 1 and self.keys[n.last - 1] == self.keys[more.last - 1] and self.keys[n.last - 1] in SCALES
        if not scaled and (unit.name != "percent" or self.timed[n.first - 1] or more.last > more.first + 1):
            return None
        return self._made(first, n.last, n.last, n.value, None, unit.name, bound)

    def _finer(self, unit: Unit, at: int) -> tuple[float, Unit, int] | None:
        """The rest of a duration in the next finer unit: «یک ساعت و بیست دقیقه», «دو سال و سه ماه»."""
        if unit.name not in FINER or self.key(at) != "و":
            return None
        more = number_at(self.keys, at + 1, self.end)
        part = self.units.at(more.last, more.value, more, "exact") if more else None
        if more is None or part is None or part.name != FINER[unit.name][0] or self.timed[more.first]:
            return None
        return more.value, part, part.last

    def _made(self, first: int, at: int, last: int, value: float, high: float | None, unit: str | None, bound: str) -> FigureDraft:
        """A figure over words `first` to `last`; its unit begins at `at`."""
        d = self.draft
        turn = "down" if value < 0 else "none" if unit in DURATIONS else change(d, self.words, first, last, unit)
        what = self.measured.of(first, at, last, unit)
        return FigureDraft(first, last, value, high, unit, bound, turn, what, window(d, self.words, first, last, unit))

    def _from_to(self, n: Number) -> FigureDraft | None:
        """The first number of «از ۲ به ۵ میلیارد دلار رسید»: its scale and unit are those of the second."""
        if self.key(n.first - 1) != "از" or self.key(n.last) != "به":
            return None
        upper = number_at(self.keys, n.last + 1, self.end)
        unit = self.units.at(upper.last, upper.value, upper, "exact") if upper else None
        if upper is None or unit is None or not unit.measure:
            return None
        scale = _scale(upper) if n.last == n.first + 1 and n.value < 1000 <= upper.value else 1.0
        own, shared = self.keys[n.first + 1 : n.last], self.keys[upper.first + 1 : upper.last]
        if own and shared[: len(own)] == own and all(key in SCALES for key in shared):  # «۴۴۸ هزار به ۴۴۱ هزار میلیارد»
            scale = prod(SCALES[key] for key in shared[len(own) :])
        return self._made(n.first, n.last, n.last, n.value * scale, None, unit.name, "exact")

    def _bound(self, at: int) -> tuple[int, str]:
        for size in (3, 2, 1):
            phrase = tuple(self.keys[max(0, at - size) : at])
            if len(phrase) == size and phrase in self.words.bounds and not self.timed[at - size]:
                return at - size, self.words.bounds[phrase]
        return at, "exact"


def _scale(n: Number) -> float:
    scale = 1.0
    while n.value / (scale * 1000) >= 1:
        scale *= 1000
    return scale


def find(draft: Draft) -> None:
    """Fills `draft.figures`, in order."""
    Figures(draft).run()
