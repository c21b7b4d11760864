"""Reads the parts of time expressions: weekdays, months, day numbers, years; what rules of time are made of."""

from collections.abc import Sequence
from datetime import date

from rayzan.extract.draft import Draft, TimeDraft
from rayzan.extract.moment import Clock
from rayzan.extract.timewords import Tables, V
from rayzan.lang.fa import calendar as cal
from rayzan.lang.fa.numerals import COMPOUND, UNITS, number_at, ordinal_at, plain

NUMBERED = {"1": "یک", "2": "دو", "3": "سه", "4": "چهار", "5": "پنج"}  # «۵ شنبه»
LONGEST = 5  # words of a phrase of the tables


class Times:
    """Reads the parts of expressions of one draft."""

    def __init__(self, draft: Draft, tables: Tables) -> None:
        self.draft, self.keys, self.end = draft, draft.view.keys, len(draft.view.keys)
        self.tables = tables
        self.clock = Clock(draft)

    # what was found before a word

    def last_before(self, at: int) -> TimeDraft | None:
        """The last expression before a word, in its sentence or the one before."""
        if not self.draft.times:
            return None
        t = self.draft.times[-1]
        of = self.draft.view.sentence_of
        return t if of[t.first] >= of[at] - 1 else None

    def published_is(self, value: str | None, shift: int) -> bool:
        """Whether a date is the report's own moved by `shift` days, or near it: «دیروز ۵ مارس» posted after midnight."""
        if value is None or self.clock.published is None:
            return False
        return abs((date.fromisoformat(value) - self.clock.published).days - shift) <= 1

    # readers of parts

    def key(self, at: int) -> str:
        """The word at a place; "" behind the end."""
        return self.keys[at] if 0 <= at < self.end else ""

    def table_at(self, table: dict[tuple[str, ...], V], at: int) -> tuple[int, V | None]:
        """The longest phrase of a table at a word: how many words it takes, and its value."""
        for size in range(min(LONGEST, self.end - at), 0, -1):
            phrase = tuple(self.keys[at : at + size])
            if phrase in table:
                return size, table[phrase]
        return 0, None

    def weekday_at(self, at: int) -> tuple[int, int]:
        """A weekday, «سه شنبه» in two words too: its number and the word behind it; (-1, at) if none."""
        key = self.key(at)
        if self.key(at + 1) == "شنبه" and key + "شنبه" in cal.WEEKDAYS:
            return cal.WEEKDAYS[key + "شنبه"], at + 2
        if self.key(at + 1) == "شنبه" and key in NUMBERED:
            return cal.WEEKDAYS[NUMBERED[key] + "شنبه"], at + 2
        if key.endswith("شب") and key[:-2] in cal.WEEKDAYS:  # «سه‌شنبه‌شب»
            return cal.WEEKDAYS[key[:-2]], at + 1
        return (cal.WEEKDAYS[key], at + 1) if key in cal.WEEKDAYS else (-1, at)

    def month_at(self, at: int) -> tuple[str, int, int]:
        """A month's name: calendar, number, and the word behind it with «ماه»; ("", 0, at) if none. Hijri months too."""
        key = self.key(at)
        bare = key[:-3] if key.endswith("ماه") and key[:-3] in cal.JALALI else key
        for name, months in (("jalali", cal.JALALI), ("gregorian", cal.GREGORIAN), ("hijri", cal.HIJRI)):
            if bare in months:
                return name, months[bare], at + (2 if self.key(at + 1) == "ماه" and name != "hijri" else 1)
        if tuple(self.keys[at : at + 2]) in cal.HIJRI_PAIRS:
            return "hijri", cal.HIJRI_PAIRS[self.keys[at], self.keys[at + 1]], at + 2
        return "", 0, at

    def day_number(self, at: int) -> tuple[int, int]:
        """A day of the month in digits, as an ordinal or in words («بیست و دو بهمن»); (0, at) if none."""
        value = plain(self.keys[at]) if at < self.end else None
        if value is not None:
            last = at + 1 + (self.key(at + 1) in ("ام", "م") and self.month_at(at + 2)[1] > 0)
            return (int(value), last) if 1 <= value <= 31 and value == int(value) else (0, at)
        ordinal, last = ordinal_at(self.keys, at, self.end)
        if ordinal:
            return (ordinal, last) if ordinal <= 31 else (0, at)
        if self.key(at) in UNITS or self.key(at) in COMPOUND:
            number = number_at(self.keys, at, min(at + 3, self.end))
            if number is not None and 3 <= number.value <= 31:
                month = self.key(number.last)
                if self.month_at(number.last)[1] and month not in self.tables.common_months:
                    return int(number.value), number.last
        return 0, at

    def year_at(self, at: int, calendar: str) -> tuple[int | None, int, str]:
        """A year behind a day or month: digits with «سال» or an era, or «سال گذشته», «امسال»; its word behind; calendar it settles."""
        start = at
        if self.key(at) == "،" and (self.key(at + 1) == "سال" or self.key(at + 1).isdigit() and len(self.key(at + 1)) == 4):
            at += 1
        if self.key(at) in ("امسال", "پارسال"):
            year = self.clock.year(calendar)
            return (year - (self.key(at) == "پارسال") if year else None), at + 1, calendar
        headed = self.key(at) == "سال"
        if headed:
            at += 1
            word = self.key(at)
            if word in self.tables.past | self.tables.present | self.tables.coming:
                shift = -1 if word in self.tables.past else 0 if word in self.tables.present else 1
                settled = "gregorian" if self.key(at + 1) == "میلادی" else calendar
                year = self.clock.year(settled)
                return (year + shift if year else None), at + 1 + (self.key(at + 1) == "میلادی"), calendar
        value = plain(self.keys[at]) if at < self.end else None
        if headed and value is None and (told := number_at(self.keys, at, self.end)) is not None and 1300 <= told.value <= 2100:
            last = told.last + self.tables.era.at(self.keys, told.last, self.end)
            return int(told.value), last, "jalali" if told.value <= 1450 else "gregorian"
        if value is None or not self.keys[at].isdigit():
            return None, start, calendar
        short = len(self.keys[at]) == 2 and (
            headed
            or (calendar == "jalali" and value >= 50)
            and (self.key(at + 1) not in self.tables.not_year or self.clock_at(at + 1) > at + 1)  # «۲۲ مهر ۹۸ ساعت ۱۰»
        )
        if not (1200 <= value <= 2100 or short):
            return None, start, calendar
        last, settled = at + 1, calendar
        if size := self.tables.era.at(self.keys, last, self.end):
            settled = "gregorian" if self.keys[last] == "میلادی" else calendar
            last += size
        elif value >= 1800 and calendar == "jalali":
            settled = "gregorian"  # «اسفند ۲۰۱۹»: two calendars in one date
        return cal.full_year(int(value), settled), last, settled

    def year_joined(self, at: int, calendar: str, month: int) -> int | None:
        """The year that a month joined to this one carries for both: «آبان و دی ۹۸», «۳۰ شهریور تا ۵ مهر ۹۸»; None if none does."""
        while self.key(at) in ("و", "،", "تا", "یا"):
            number, behind = self.day_number(at + 1)
            begin = behind if number else at + 1
            other, following, last = self.month_at(begin + (self.key(begin) == "ماه"))
            if other != calendar:
                return None
            year, end, settled = self.year_at(last, calendar)
            if year is not None and end > last:
                return year - (following < month) if settled == calendar else None
            at = last
        return None

    def year_told(self, at: int, calendar: str) -> int | None:
        """The past year that the sentence told before a day or month without one: «در سال ۲۰۱۱ … در ماه مارس آغاز شد»; None where it told
        none, or one so near that the report's own tells more."""
        told, of = (self.draft.times[-1] if self.draft.times else None), self.draft.view.sentence_of
        if told is None or of[told.first] != of[at] or told.calendar != calendar or not told.value or not self.clock.told_past(at + 1):
            return None
        last = self.keys[told.last - 1]
        begin = cal.begin_of(told.value)
        if self.key(told.first - 1) != "در" or not (last.isdigit() and len(last) in (2, 4)) or begin is None or told.value.count("/") and told.precision != "interval":
            return None
        year = cal.jalali_of(begin)[0] if calendar == "jalali" else begin.year
        own = self.clock.year(calendar)
        return year if own is None or own - year > 1 else None

    def year_beside(self, at: int, calendar: str, month: int) -> int | None:
        """The year of a date of the same month told before in the sentence: «۱ بهمن ۱۳۹۱، اولین روز بهمن»; None if none has one."""
        of = self.draft.view.sentence_of
        for told in reversed(self.draft.times):
            if of[told.first] != of[at] or told.calendar != calendar or not told.value or told.precision not in ("day", "month", "interval"):
                continue
            begin, year_told = cal.begin_of(told.value), any(len(k) == 4 and k.isdigit() for k in self.keys[told.first : told.last])
            year, its_month, _ = cal.jalali_of(begin) if begin and calendar == "jalali" else (begin.year, begin.month, 0) if begin else (0, 0, 0)
            if year_told and calendar in ("jalali", "gregorian") and its_month == month:
                return year
        return None

    def era_of(self, at: int, calendar: str) -> int:
        """How many words name the era of a calendar at a word: «دسامبر گذشته میلادی»."""
        return int(cal.ERAS.get(self.key(at)) == calendar)

    def clock_at(self, at: int) -> int:
        """The word behind a time of day; `at` if none begins there."""
        return clock_at(self.keys, at, self.end)

    def hour_at(self, at: int) -> int:
        """The word behind an hour told without «ساعت», «۸ و نیم»; `at` if none stands there."""
        hour = number_at(self.keys, at, min(at + 1, self.end))
        if hour is None or not 1 <= hour.value <= 12 or hour.value != int(hour.value):
            return at
        half = self.key(hour.last) == "و" and self.key(hour.last + 1) in ("نیم", "ربع")
        return hour.last + 2 * half

    def made(self, first: int, last: int, value: str | None, precision: str, calendar: str, part: str | None = None) -> TimeDraft:
        """A draft of words `first` to `last`; relative ones carry the date that they were counted from."""
        return TimeDraft(first, last, value, precision, calendar, part, self.clock.anchor if calendar == "relative" else None)


def clock_at(keys: Sequence[str], at: int, end: int) -> int:
    """The word behind a time of day, «ساعت ۱۰:۳۰», «ساعت ۵ و ۳۲ دقیقه», «راس ساعت ۱۸»; `at` if none begins there."""

    def key(at: int) -> str:
        return keys[at] if at < end else ""

    hour_at = at + (key(at) == "راس")
    if key(hour_at) != "ساعت":
        return at
    number = key(hour_at + 1)
    if ":" in number and number[0].isdigit():
        last = hour_at + 2
    else:
        hour = number_at(keys, hour_at + 1, min(hour_at + 2, end))
        if hour is None or hour.value > 24:
            return at
        last = hour.last
        minute = number_at(keys, last + 1, end) if key(last) == "و" else None
        if minute is not None and minute.value < 60 and key(minute.last) != "ساعت":
            last = minute.last
            second = number_at(keys, last + 2, end) if key(last) == "دقیقه" and key(last + 1) == "و" else None
            if second is not None and key(second.last) == "ثانیه":
                last = second.last + 1
        elif key(last) == "و" and key(last + 1) in ("نیم", "ربع"):
            last += 2
    return last + (key(last) == "دقیقه")
