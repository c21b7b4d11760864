"""Days and periods counted from a report's date; None wherever the date does not settle them."""

from datetime import date, timedelta

from rayzan.extract.draft import Draft, TimeDraft
from rayzan.lang.fa import calendar as cal
from rayzan.lang.fa.verbs import Tense
from rayzan.record import Note

# Verbs whose present tells what is fixed for a day to come: «روز شنبه آغاز می‌شود».
GOING_ON = frozenset(["شدن", "کردن", "رفتن", "آمدن", "رسیدن", "دادن", "یافتن", "پیوستن", "نشستن"])
# Days: a date so near is the nearest whatever the verb («راهپیمایی ۲۲ بهمن» is told of in the past before its day).
NEAR_AHEAD, NEAR_BEHIND = 45, 75
EARLY_HOURS = 6  # a stamp between midnight and six leaves open which day «امروز» means


class Clock:
    """Counts from the report's date, or from a `day` given, never from the machine's clock."""

    def __init__(self, draft: Draft, day: date | None = None) -> None:
        self.draft = draft
        self.published: date | None = day or draft.today or draft.published
        self.month: str | None = draft.published_month
        self.open_day = draft.stamp_hour is not None and draft.stamp_hour < EARLY_HOURS and draft.today is None

    @property
    def anchor(self) -> str | None:
        return self.published.isoformat() if self.published else self.month

    def day(self, shift: int) -> str | None:
        """The day `shift` days from the report's."""
        if self.published is None or self.open_day:
            return None
        return str(self.published + timedelta(days=shift))

    def weekday(self, weekday: int, ahead: int, strictly: bool = False) -> str | None:
        """The last such weekday on or before the report's day (`strictly`: before it), or with `ahead` the next on or behind it."""
        if self.published is None:
            return None
        back = (self.published.weekday() - weekday) % 7
        if back == 0 and strictly:
            back = -7 if ahead else 7
        elif ahead and back:
            back -= 7
        return str(self.published - timedelta(days=back))

    def weekday_near(self, weekday: int, shift: int) -> str | None:
        """The weekday nearest to the day `shift` days from the report's: «فردا (چهارشنبه)», posted after midnight or not."""
        if self.published is None:
            return None
        there = self.published + timedelta(days=shift)
        apart = (weekday - there.weekday() + 3) % 7 - 3
        return str(there + timedelta(days=apart))

    def weekday_of_week(self, weekday: int, shift: int) -> str | None:
        """The weekday of the report's week, which begins on Saturday, moved by `shift` days."""
        if self.published is None:
            return None
        saturday = self.published - timedelta(days=(self.published.weekday() - 5) % 7)
        return str(saturday + timedelta(days=(weekday - 5) % 7 + shift))

    def direction(self, first: int, at: int) -> int:
        """Where the verb behind word `at` puts a time that begins at `first`: 1 for «در نوامبر برگزار خواهد شد», «در پی آن است که در نوامبر برود», -1 for «برگزار شد»,
        0 where it is open, as in «تا ۱۵ ژوئن مهلت داد»."""
        s = self.draft.view.sentences[self.draft.view.sentence_of[at]]
        following = next(iter(self.draft.verbs_in(at, s.last)), None)
        if following is None:
            return 0
        if self.draft.view.keys[following.first - 2 : following.first] == ["در", "پیش"]:
            return 1  # «اکتبر پرحادثه‌ای در پیش داریم»
        if following.form.tense is Tense.PAST:
            return 0 if first > 0 and self.draft.view.keys[first - 1] in ("تا", "برای") else -1
        return int(following.form.tense is Tense.FUTURE or following.form.tense is Tense.SUBJUNCTIVE and self.ahead(at))

    def told_past(self, at: int) -> bool:
        """Whether the verb behind a word tells of the past: «ظرف دو سال ساخته شد» is no deadline."""
        s = self.draft.view.sentences[self.draft.view.sentence_of[at - 1]]
        following = next(iter(self.draft.verbs_in(at, s.last)), None)
        return following is not None and following.form.tense in (Tense.PAST, Tense.PLUPERFECT, Tense.PERFECT, Tense.IMPERFECT)

    def ahead(self, at: int) -> bool:
        """Whether the verb that governs a word looks ahead: «برگزار خواهد شد», «قرار است … برگزار شود», «روز شنبه آغاز می‌شود»."""
        of = self.draft.view.sentence_of[min(at, len(self.draft.view.sentence_of) - 1)]  # a text may end here
        s = self.draft.view.sentences[of]
        following = next(iter(self.draft.verbs_in(at, s.last)), None)
        if following is None:
            return False
        tense = following.form.tense
        if tense is Tense.SUBJUNCTIVE:
            expected = self.draft.language.words("time", "expected")
            return any(expected.at(self.draft.view.keys, i, following.first) for i in range(s.first, following.first))
        return tense is Tense.FUTURE or (tense is Tense.PRESENT and following.form.lemma in GOING_ON and not following.form.negative)

    def year(self, calendar: str) -> int | None:
        """The report's year."""
        if calendar == "jalali" and self.published:
            return cal.jalali_of(self.published)[0]
        if calendar == "hijri":
            return None
        if self.published:
            return self.published.year
        return int(self.month[:4]) if self.month and calendar != "jalali" else None

    def nearest(self, month: int, day: int, calendar: str, shift: str | None = None, direction: int = 0) -> int | None:
        """The year that a day or month without one belongs to; the nearest, save where the verb puts a far one on
        the other side (`direction`: 1 ahead, -1 behind)."""
        if self.published is None:
            return None
        if shift in ("گذشته", "اخیر"):
            year = self.year(calendar) or 0
            there = cal.day_of(calendar, year, month, 28) if year else None
            return year if there and there < self.published else year - 1
        if shift == "جاری":
            return self.year(calendar)
        if shift in ("آینده", "آتی"):
            year = self.year(calendar) or 0
            there = cal.day_of(calendar, year, month, 1) if year else None
            return year if there and there > self.published else year + 1
        found = cal.nearest_year(self.published, month, min(day, 29), calendar)
        there = cal.day_of(calendar, found, month, min(day, 29)) if found is not None else None
        if found is None or there is None:
            return None
        ahead = (there - self.published).days
        if direction < 0 and ahead > NEAR_AHEAD:
            return found - 1
        return found + 1 if direction > 0 and -ahead > NEAR_BEHIND else found

    def near(self, day: str) -> bool:
        """Whether the report is of the days round this day of any year: «مراسم ۱۱ سپتامبر» told in September."""
        if self.published is None:
            return False
        there = date.fromisoformat(day)
        year = cal.nearest_year(self.published, there.month, there.day, "gregorian") or there.year
        return abs((there.replace(year=year) - self.published).days) <= NEAR_AHEAD

    def whole(self, unit: str, shift: int, calendar: str = "gregorian") -> str | None:
        """The report's week, month or year moved by `shift`; months and years are those of a calendar."""
        if unit == "Y":
            year = self.year(calendar)
            return cal.year_of(calendar, year + shift) if year else None
        if self.published is None:
            return None
        if unit == "M" and calendar == "jalali":
            year, month, _ = cal.jalali_of(self.published)
            year, month = divmod(year * 12 + month - 1 + shift, 12)
            return cal.jalali_month(year, month + 1)
        if unit == "M":
            return cal.shift_months(self.published.replace(day=1), shift).isoformat()[:7]
        saturday = self.published - timedelta(days=(self.published.weekday() - 5) % 7) + timedelta(days=7 * shift)
        return f"{saturday}/{saturday + timedelta(days=6)}"

    @staticmethod
    def months(year: int | None, calendar: str, first: int, last: int) -> str | None:
        """The months `first` to `last` of a year as an ISO interval."""
        if year is None:
            return None
        begin, end = cal.month_of(calendar, year, first), cal.month_of(calendar, year, last)
        return f"{begin.split('/')[0]}/{end.split('/')[-1]}" if begin and end else None

    def part_of_year(self, shift: int, calendar: str, first: int, last: int) -> str | None:
        """The months `first` to `last` of the report's year moved by `shift`."""
        year = self.year(calendar)
        return self.months(year + shift, calendar, first, last) if year else None

    def _moved(self, count: float, unit: str, sign: int, start: date | None = None) -> date | None:
        start = start or self.published
        if start is None:
            return None
        if unit in ("D", "W", "h"):
            days = count * {"D": 1, "W": 7, "h": 1 / 24}[unit]
            return start + timedelta(days=sign * round(days))
        months = round(count * {"M": 1, "Y": 12, "10Y": 120, "100Y": 1200, "1000Y": 12000}.get(unit, 0))
        try:
            return cal.shift_months(start, sign * months)
        except ValueError:
            return None

    def counted(self, count: float | None, unit: str, sign: int, start: date | None = None) -> str | None:
        """From the report's day or `start` a point so many units off: a day for days, a month for weeks and months, a year for years and decades."""
        if count is None or unit in ("m", "s") or count > 3000:
            return None
        if start is None and self.published is None and self.month and unit in ("Y", "10Y"):
            return str(int(self.month[:4]) + sign * int(count * (10 if unit == "10Y" else 1)))
        there = self._moved(count, unit, sign, start)
        if there is None:
            return None
        return there.isoformat()[: {"D": 10, "h": 10, "W": 10, "M": 7}.get(unit, 4)]

    def window(self, count: float | None, unit: str, sign: int) -> str | None:
        """The period of so many units before or behind the report's day."""
        if count is None or unit in ("m", "s") or count > 3000:
            return None
        if self.published is None and self.month and unit in ("Y", "M"):
            year, month = int(self.month[:4]), int(self.month[5:7])
            there = cal.shift_months(date(year, month, 1), sign * round(count * (12 if unit == "Y" else 1))).isoformat()[:7]
            return f"{there}/{self.month}" if sign < 0 else f"{self.month}/{there}"
        there_day = self._moved(count, unit, sign)
        if there_day is None or self.published is None:
            return None
        size = 4 if unit in ("10Y", "100Y", "1000Y") or unit == "Y" and count >= 10 else 10  # «چهل سال گذشته» is not told to the day
        there_told, here_told = str(there_day)[:size], str(self.published)[:size]
        return f"{there_told}/{here_told}" if sign < 0 else f"{here_told}/{there_told}"

    def feast(self, day: str) -> str | None:
        """A feast's day nearest to the report's; a month alone settles a feast of that or the next month."""
        calendar, month, number = day.split(":")
        if calendar == "gregorian" and self.published is None and self.month:
            return f"{self.month[:4]}-{int(month):02}-{int(number):02}"
        if self.published is None:
            return None
        year_found = cal.nearest_year(self.published, int(month), int(number), calendar)
        found = cal.day_of(calendar, year_found, int(month), int(number)) if year_found else None
        return str(found) if found else None

    def clash(self, one: TimeDraft, other: TimeDraft) -> None:
        """Two calendars side by side that name different days: a note."""
        span = self.draft.view.span(one.first, other.last)
        self.draft.notes.append(Note("calendar-clash", span, f"two calendars name different days: {one.value} and {other.value}"))
