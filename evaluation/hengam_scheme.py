"""What a reading holds, put into the scheme of Hengam's gold: its spans are wider, more, and of two types.

The differences, and no others:

1. Times of day and durations are spans there; here durations are figures, and a time of day belongs to its day.
2. A part of day and a clock are spans of type TIM of their own there, «فردا | ساعت ۸ صبح»; here one expression of its day.
3. «از», «تا», «طی», «هر», «این», «آن», «همان», «بعد», «پس از», «به وقت …», «یک بار», and «در» before a noun of time are within the span
   there; here they never are. «طی» and «از» stand before days and counts only, not before hours.
4. «از شنبه تا چهارشنبه», «شنبه و یکشنبه», «۲ ساعت و سی دقیقه», «۱۴۰۱ هجری شمسی ۲۳ فروردین», «سال ۸۸ در ۱۵ مرداد», «ساعت ۸ تا ۱۰» are one
   span there; here two.
5. How often («هر روز», «سالی دو بار»), open counts («چند ماه») and nights counted («سه شب») are spans there; here none.
6. A count from an event («سه روز قبل از سفر») is a span there; here none. Words of measure before a count are not in it («حداقل»).
7. An hour with its part of day needs no «ساعت» there («۸ صبح», «هشت و نیم صبح»), and a part of day alone is a span behind «تا», «در»,
   «از», as are first and last hours («دقایق پایانی»); here a time of day without its day is none.
8. Quarters are spans of time of day there, «سه ربع»; here a quarter is three months.
9. Which of its kind a unit is («سال نهم») and a unit pointed at («آن روز», «همون شب») are spans there; here they tell
   no calendar time.
10. A year in four digits alone, a month with no more than a preposition («توی مهر»), and a month or season beside a year («پارسال
    تابستان») are spans there; here a word must say that the number is a year, the name a month.
"""

from typing import NamedTuple

from rayzan.extract.almanac import Times
from rayzan.extract.draft import Draft
from rayzan.extract.time import grammar
from rayzan.lang.fa import calendar as cal
from rayzan.lang.fa.numerals import glued, number_at, ordinal_at, pair_at

CLOCKED = frozenset(["hour", "minute", "second"])
SPANNED = CLOCKED | {"day", "week", "month", "year", "decade", "century"}
NOUNS = frozenset(["تاریخ", "ماه", "سال", "سالهای", "قرن", "هفته", "فصل", "روز", "روزهای", "شب", "ماههای", "هفتههای", "دهه", "ساعت", "طی"])
SEASONS = frozenset(["بهار", "تابستان", "پاییز", "زمستان", "تابستون", "زمستون"])
PARTS = frozenset(["بامداد", "صبح", "ظهر", "عصر", "شب"])
OF_CLOCK = frozenset(["ساعت", "دقیقه", "ثانیه"])
OFTEN = frozenset(["روز", "شب", "هفته", "ماه", "سال", "ساعت", "دقیقه", "ثانیه", "ساله"])
UNITS = OFTEN - {"ساله"} | {"دهه", "قرن"}
EACH = {"سالی": "DAT", "ماهی": "DAT", "هفتهای": "DAT", "روزی": "DAT", "شبی": "DAT", "ساعتی": "TIM", "دقیقهای": "TIM", "ثانیهای": "TIM"}
POINTED = frozenset(["این", "آن", "اون", "همان", "همون", "همین"])
FEW_HOURS = frozenset(["ساعات", "ساعتهای", "دقایق", "دقیقههای", "لحظات", "ثانیههای"])
MOMENTS = frozenset(["ساعتی", "ساعاتی", "دقایقی", "لحظاتی"])
WHICH = frozenset(["اولیه", "نخست", "اول", "ابتدایی", "آغازین", "پایانی", "آخر"])
BEFORE_MONTH = frozenset(["توی", "تو", "در", "تا", "از", "برای", "واسه"])


class Span(NamedTuple):
    """Words `first` to `last` (exclusive) of a type, DAT or TIM."""

    first: int
    last: int
    type: str


class Scheme:
    """What a draft holds, in Hengam's scheme; positions are the draft's words."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys = draft, draft.view.keys
        self.times = Times(draft, grammar(draft.language).tables)
        self.label: list[str] = [""] * len(self.keys)
        self.begin: set[int] = set()

    def spans(self) -> list[Span]:
        for t in self.draft.times:
            self._put(t.first, t.last, "TIM" if self._of_hours(t.first, t.last) else "DAT")
        for f in self.draft.figures:
            if f.unit in SPANNED:
                number = next(at for at in range(f.first, f.last) if self.keys[at] not in ("بیشتر", "کمتر", "بیش", "از", "حداقل"))
                self._put(number, f.last, "TIM" if f.unit in CLOCKED else "DAT")
        self._open_counts()
        self._each()
        self._from_events()
        self._which()
        self._quarters()
        self._bare()
        self._clocks()
        found: list[Span] = []
        for at, label in enumerate(self.label):
            if label and (at in self.begin or not found or found[-1].last != at or found[-1].type != label):
                found.append(Span(at, at + 1, label))
            elif label:
                found[-1] = found[-1]._replace(last=at + 1)
        parted = [p for s in found for p in self._parted(s)]
        return self._joined([self._widened(s) for s in parted])

    def _of_hours(self, first: int, last: int) -> bool:
        """Whether an expression counts hours or less: «سه ساعت پیش», «دقایقی بعد»; «فردا ساعت ۴» is a day."""
        unit = next((at for at in range(first, last) if self.keys[at] in OF_CLOCK | FEW_HOURS | MOMENTS), last)
        dated = any(self.label[first:unit]) or self.times.month_at(unit - 1)[1] or self.times.weekday_at(unit - 1)[0] >= 0
        return unit < last and not dated and self.times.clock_at(unit) == unit and not self.times.table_at(self.times.tables.days, first)[0]

    def _parted(self, s: Span) -> list[Span]:
        """«چهارشنبه مورخ ۲۲ شهریور» is two there."""
        cut = next((at for at in range(s.first, s.last) if self.keys[at] == "مورخ"), None)
        return [s] if cut is None else [s._replace(last=cut), s._replace(first=cut + 1)]

    def _key(self, at: int) -> str:
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def _put(self, first: int, last: int, label: str) -> None:
        self.begin.add(first)
        last = min(last, len(self.label))
        self.label[first:last] = [label] * (last - first)

    def _free(self, first: int, last: int) -> bool:
        return not any(self.label[first:last])

    def _open_counts(self) -> None:
        """Difference 5, and counts that are left open: «هر سه روز یک بار», «چند ماه», «سه شب»."""
        for at, key in enumerate(self.keys[:-1]):
            number = number_at(self.keys, at + 1, len(self.keys)) if key == "هر" else None
            unit = number.last if number else at + 1
            if unit < len(self.keys) and key in ("هر", "چند", "چندین", "یه") and self.keys[unit] in OFTEN and not self.label[at]:
                last = unit + 1
                if self.keys[last : last + 2] == ["یک", "بار"]:
                    last += 2
                elif self.keys[last : last + 1] == ["یکبار"]:
                    last += 1
                self._put(at, last, "TIM" if self.keys[unit] in OF_CLOCK else "DAT")
            counted = number_at(self.keys, at, len(self.keys))
            if counted is not None and self._key(counted.last) == "شب" and counted.value < 100 and self._free(at, counted.last + 1):
                self._put(at, counted.last + 1, "DAT")
            if self._free(at, at + 1) and glued(key, ("هفتگی", "ماهگی", "روزگی")):
                self._put(at, at + 1, "DAT")

    def _each(self) -> None:
        """«سالی دو بار», «ساعتی ۵۰ تومان», difference 5."""
        for at, key in enumerate(self.keys):
            joined = key if key in EACH else key + self._key(at + 1) if key in ("هفته", "دقیقه", "ثانیه") and self._key(at + 1) == "ای" else ""
            behind = at + 1 + (joined != key)
            counted = number_at(self.keys, behind, len(self.keys)) is not None or self._key(behind) in ("چند", "یه", "دوبار", "یکبار")
            if joined in EACH and counted and self._free(at, behind):
                self._put(at, behind, EACH[joined])

    def _from_events(self) -> None:
        """Difference 6: «سه روز قبل از», «۳ سال پس از» count from an event."""
        for at in range(len(self.keys)):
            number = None if self.label[at] or self.label[at - 1] and at else number_at(self.keys, at, len(self.keys))
            pair = pair_at(self.keys, at, len(self.keys)) if not self.label[at] else None
            unit = pair[2] if pair else number.last if number else len(self.keys)
            if self._key(unit) in OFTEN and self._key(unit + 1) in ("قبل", "پیش", "پس", "بعد"):
                self._put(at, unit + (2 if self._key(unit + 1) in ("قبل", "پیش") else 1), "TIM" if self._key(unit) in ("ساعت", "دقیقه") else "DAT")

    def _which(self) -> None:
        """Difference 9, and the first and last hours of 7: «سال نهم», «آن شب», «نخستین ساعات»."""
        for at, key in enumerate(self.keys):
            label = "TIM" if key in OF_CLOCK else "DAT"
            if key in FEW_HOURS and self._free(at, at + 1):
                behind, before = self._key(at + 1) in WHICH, self._key(at - 1).endswith("ین")
                if behind or before:
                    self._put(at - before, at + 1 + behind, "TIM")
            if key not in UNITS or not self._free(at, at + 1):
                continue
            ordinal, last = ordinal_at(self.keys, at + 1, len(self.keys)) if self._key(at + 1) not in ("سی",) else (0, at)
            if ordinal and self._free(at, last):
                self._put(at, last, label)
            elif self._key(at - 1) in POINTED:
                self._put(at - 1, at + 1, label)

    def _quarters(self) -> None:
        """Difference 8: «یک ربع», «سه ربع دیگه»."""
        for at in range(len(self.keys) - 1):
            if self.keys[at + 1] == "ربع" and self.keys[at] in ("یک", "یه", "سه") and self._free(at, at + 2):
                last = at + 2 + (self._key(at + 2) in ("دیگر", "دیگه", "پیش", "قبل", "بعد"))
                self._put(at, last, "TIM")

    def _bare(self) -> None:
        """Difference 10: a year in four digits, a month behind a preposition, a month or season beside a year."""
        for at, key in enumerate(self.keys):
            if not self._free(at, at + 1):
                continue
            if key.isdigit() and len(key) == 4 and (1300 <= int(key) <= 1420 or 1900 <= int(key) <= 2050) and self._key(at + 1) not in self.times.tables.not_year:
                self._put(at, at + 1, "DAT")
            months = key in cal.JALALI or key in SEASONS
            if months and self._key(at - 1) in BEFORE_MONTH and key not in ("دی", "تیر") or months and at and self.label[at - 1] == "DAT":
                self._put(at, at + 1, "DAT")

    def _clocks(self) -> None:
        """Differences 1, 2 and 7: clocks and parts of day get a type of their own, wherever they stand."""
        at, end = 0, len(self.keys)
        while at < end:
            last = self.times.clock_at(at)
            if last == at and ":" in self.keys[at] and self.keys[at][0].isdigit():
                last = at + 1
            last = max(last, self._hour(at))
            last = self._until(last) if last > at else at
            if last == at and self._key(at - 1) in ("تا", "از", "در") and self.keys[at] in PARTS:
                last = at + 1
            part, _ = self.times.table_at(self.times.tables.parts, at)
            if last == at and part and self._key(at + part) == "حدود":
                part += 1
            if last == at and part and (self.label[at] or self.times.clock_at(at + part) > at + part):
                last = max(at + part, self.times.clock_at(at + part))
            if last > at and part and self.keys[at] == "شب" and self.label[at]:
                last = at  # «شنبه شب», «شب یلدا» are days there
            if last > at:
                more, _ = self.times.table_at(self.times.tables.parts, last) if last < end else (0, None)
                last += more
                if self.keys[last : last + 2] == ["به", "وقت"]:
                    last += 3
                elif self._key(last).lower() in ("am", "pm"):
                    last += 1
                if last < end and self.label[last] and last not in self.begin:
                    self.begin.add(last)
                self._put(at, last, "TIM")
                self.begin -= set(range(at + 1, last))
            at = max(last, at + 1)

    def _hour(self, at: int) -> int:
        """«۸ صبح», «۲ تا ۳ صبح», «هشت و نیم صبح», «یازده و ربع»: the word behind the hour; `at` if none stands there."""
        hour = number_at(self.keys, at, min(at + 1, len(self.keys)))
        if hour is None or not 1 <= hour.value <= 12:
            return at
        half = self._key(at + 1) == "و" and self._key(at + 2) in ("نیم", "ربع")
        if half and (self._key(at + 2) == "ربع" or self._key(at + 3) in PARTS):
            return at + 3
        upper = number_at(self.keys, at + 2, min(at + 3, len(self.keys))) if self._key(at + 1) in ("تا", "الی", "و") else None
        behind = upper.last if upper else at + 1
        if upper and self._key(behind) == "و" and self._key(behind + 1) in ("نیم", "ربع"):
            behind += 2  # «۱۱ و ۱۱ و نیم شب»
        return behind if self._key(behind) in PARTS and (hour.digits or self._key(behind) != "شب") else at

    def _until(self, last: int) -> int:
        """«ساعت ۸ تا ۱۰», «۸ صبح لغایت ۶ عصر»: the word behind the second hour; `last` if none stands there."""
        if self._key(last) not in ("تا", "الی", "لغایت"):
            return last
        behind = max(self.times.clock_at(last + 1), self._hour(last + 1)) if last + 1 < len(self.keys) else last + 1
        if behind > last + 1:
            return behind
        hour = number_at(self.keys, last + 1, min(last + 2, len(self.keys)))
        return hour.last if hour and hour.value <= 24 and self._key(hour.last) not in OFTEN else last

    def _widened(self, s: Span) -> Span:
        """Difference 3 and 5."""
        first, before = s.first, self._key(s.first - 1)
        if self._key(s.first) in ("حداقل", "حداکثر", "کمتر", "بیشتر") and s.last > s.first + 1:
            return s._replace(first=s.first + 1)
        if self.keys[s.last : s.last + 2] == ["تا", "کنون"] or self.keys[s.last : s.last + 1] == ["تاکنون"]:
            s = s._replace(last=s.last + (2 if self.keys[s.last] == "تا" else 1))
        hours = s.type == "TIM" and not OF_CLOCK & set(self.keys[s.first : s.last])
        if before in ("هر", "تا") or before in POINTED or (before == "از" and not hours) or before == "طی" and s.type == "DAT":
            first -= 1
        elif before == "در" and (self.keys[s.first] in NOUNS | SEASONS) or before == "تاریخ" and s.first > 1 and self.keys[s.first - 2] == "در":
            first -= 1 if before == "در" else 2
        elif before == "بعد":
            first -= 1
        if first == s.first - 1 and before == "از" and s.first > 1 and self.keys[s.first - 2] in ("پس", "بعد"):
            first -= 1
        return s._replace(first=first)

    def _joined(self, found: list[Span]) -> list[Span]:
        """Difference 4: neighbours of one type, and those that «و», «در» or «لغایت» joins, are one."""
        out: list[Span] = []
        for s in found:
            before = out[-1] if out and out[-1].type == s.type else None
            gap = self.keys[before.last : s.first] if before else None
            within = self._key(s.last - 1) in ("دقیقه", "ثانیه") or s.type == "DAT"
            dated = s.type == "DAT" and before is not None and any(k.isdigit() and len(k) in (2, 4) for k in self.keys[before.last - 1 : before.last])
            dates = dated and gap == ["در"] and bool(number_at(self.keys, s.first, s.first + 1))
            if before and (gap == [] and self.keys[s.first] != "از" or gap == ["و"] and within or gap in (["لغایت"], ["به", "مدت"]) or dates):
                out[-1] = before._replace(last=s.last)
            else:
                out.append(s)
        return out
