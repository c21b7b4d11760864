"""Calendars of Persian news: Jalali, Gregorian and Hijri days as ISO values. Conversions by persiantools and hijridate."""

from calendar import monthrange
from datetime import date, timedelta

ERAS = {"میلادی": "gregorian", "شمسی": "jalali", "خورشیدی": "jalali"}
JALALI = {
    "فروردین": 1, "اردیبهشت": 2, "خرداد": 3, "تیر": 4, "مرداد": 5, "امرداد": 5, "شهریور": 6, "مهر": 7, "آبان": 8, "آذر": 9, "دی": 10, "بهمن": 11, "اسفند": 12,
}  # fmt: skip
GREGORIAN = {
    "ژانویه": 1, "فوریه": 2, "فبریه": 2, "مارس": 3, "مارچ": 3, "آوریل": 4, "اوریل": 4, "آپریل": 4, "مه": 5, "می": 5, "ژوین": 6, "جون": 6, "ژوییه": 7, "جولای": 7,
    "اوت": 8, "آگوست": 8, "اگوست": 8, "آگست": 8, "سپتامبر": 9, "اکتبر": 10, "نوامبر": 11, "دسامبر": 12,
}  # fmt: skip
HIJRI = {
    "محرم": 1, "صفر": 2, "ربیعالاول": 3, "ربیعالثانی": 4, "جمادیالاول": 5, "جمادیالاولی": 5, "جمادیالثانی": 6, "جمادیالثانیه": 6, "رجب": 7,
    "شعبان": 8, "رمضان": 9, "شوال": 10, "ذیقعده": 11, "ذیالقعده": 11, "ذیحجه": 12, "ذیالحجه": 12,
}  # fmt: skip
HIJRI_PAIRS = {
    ("ربیع", "الاول"): 3, ("ربیع", "الثانی"): 4, ("جمادی", "الاول"): 5, ("جمادی", "الثانی"): 6, ("ذی", "القعده"): 11, ("ذی", "قعده"): 11,
    ("ذی", "الحجه"): 12, ("ذی", "حجه"): 12,
}  # fmt: skip
WEEKDAYS = {"دوشنبه": 0, "سهشنبه": 1, "چهارشنبه": 2, "پنجشنبه": 3, "پنچشنبه": 3, "جمعه": 4, "شنبه": 5, "یکشنبه": 6}


def jalali_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian date of a Jalali day; None where there is no such day.

    >>> jalali_day(1404, 6, 10)
    datetime.date(2025, 9, 1)
    """
    from persiantools.jdatetime import JalaliDate

    try:
        found: date = JalaliDate(year, month, day).to_gregorian()
    except ValueError:
        return None
    return found


def jalali_of(day: date) -> tuple[int, int, int]:
    """Year, month and day in the Jalali calendar."""
    from persiantools.jdatetime import JalaliDate

    found = JalaliDate(day)
    return found.year, found.month, found.day


def jalali_month(year: int, month: int) -> str | None:
    """A Jalali month as an ISO interval."""
    first = jalali_day(year, month, 1)
    following = jalali_day(year + (month == 12), month % 12 + 1, 1)
    if first is None or following is None:
        return None
    return f"{first}/{following - timedelta(days=1)}"


def jalali_year(year: int) -> str | None:
    """A Jalali year as an ISO interval."""
    first, following = jalali_day(year, 1, 1), jalali_day(year + 1, 1, 1)
    return f"{first}/{following - timedelta(days=1)}" if first and following else None


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian date of a Hijri day (Umm al-Qura); None outside 1343–1500."""
    from hijridate import Hijri

    try:
        found: date = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return found


def hijri_month(year: int, month: int) -> str | None:
    """A Hijri month (Umm al-Qura) as an ISO interval; None outside 1343–1500."""
    first, following = hijri_day(year, month, 1), hijri_day(year + (month == 12), month % 12 + 1, 1)
    return f"{first}/{following - timedelta(days=1)}" if first and following else None


def day_of(calendar: str, year: int, month: int, day: int) -> date | None:
    """The Gregorian date of a day of a calendar: jalali, gregorian, hijri; None where there is no such day."""
    return {"jalali": jalali_day, "gregorian": gregorian_day, "hijri": hijri_day}[calendar](year, month, day)


def day_in_year(calendar: str, month: int, day: int, counted_by: str, year: int) -> date | None:
    """The day of one calendar that falls into a year of another: the Feast of Fitr of 1398; the first where two do."""
    first, following = day_of(counted_by, year, 1, 1), day_of(counted_by, year + 1, 1, 1)
    near = nearest_year(first, month, day, calendar) if first else None
    if first is None or following is None or near is None:
        return None
    days = (day_of(calendar, y, month, day) for y in (near - 1, near, near + 1, near + 2))
    return next((d for d in days if d is not None and first <= d < following), None)


def month_of(calendar: str, year: int, month: int) -> str | None:
    """A month: an ISO month of the Gregorian calendar, an ISO interval of another.

    >>> month_of("gregorian", 2020, 2), month_of("jalali", 1398, 12)
    ('2020-02', '2020-02-20/2020-03-19')
    """
    if calendar == "gregorian":
        return f"{year}-{month:02}"
    return jalali_month(year, month) if calendar == "jalali" else hijri_month(year, month)


def last_day(calendar: str, year: int, month: int) -> date | None:
    """The last day of a month."""
    following = day_of(calendar, year + (month == 12), month % 12 + 1, 1)
    return following - timedelta(days=1) if following else None


def weekday_of_month(calendar: str, year: int, month: int, weekday: int, which: int) -> date | None:
    """The `which`-th weekday (Monday is 0) of a month, the last for -1; None where it has no such day."""
    first, last = day_of(calendar, year, month, 1), last_day(calendar, year, month)
    if first is None or last is None:
        return None
    if which < 0:
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    return found if found <= last else None


def year_of(calendar: str, year: int) -> str | None:
    """A year: an ISO year of the Gregorian calendar, an ISO interval of the Jalali."""
    return jalali_year(year) if calendar == "jalali" else str(year)


def begin_of(value: str) -> date | None:
    """The first day of an ISO value: a year, a month, a day or an interval; None where it tells none.

    >>> begin_of("2020-02"), begin_of("2019-03-21/2020-03-19")
    (datetime.date(2020, 2, 1), datetime.date(2019, 3, 21))
    """
    told = value.split("/")[0]
    try:
        return date.fromisoformat(told + "0000-01-01"[len(told) :])
    except ValueError:
        return None


def before(calendar: str, unit: str, day: date) -> str | None:
    """The month or year, M or Y, before that of a day, by a calendar."""
    year, month = jalali_of(day)[:2] if calendar == "jalali" else (day.year, day.month)
    if unit == "Y":
        return year_of(calendar, year - 1)
    year, month = divmod(year * 12 + month - 2, 12)
    return month_of(calendar, year, month + 1)


def gregorian_day(year: int, month: int, day: int) -> date | None:
    """A Gregorian day; None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_months(day: date, months: int) -> date:
    """A date moved by months, at the month's last day where it has no such day."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def nearest_year(published: date, month: int, day: int, calendar: str) -> int | None:
    """The year that puts a day or month nearest to a report's date, the past by preference: a day ahead counts twice as far."""
    base = {"jalali": jalali_of(published)[0], "gregorian": published.year, "hijri": round((published.year - 622) * 1.0307)}[calendar]
    best: tuple[int, int] | None = None
    for year in range(base - 2, base + 3):
        there = day_of(calendar, year, month, day)
        if there is None:
            continue
        gap = (there - published).days
        weight = abs(gap) if gap <= 0 else gap * 2
        if best is None or weight < best[0]:
            best = (weight, year)
    return best[1] if best else None


def full_year(number: int, calendar: str) -> int:
    """A year in two digits in full: 98 is 1398 by Jalali reckoning, 20 is 2020 by Gregorian."""
    if number >= 100:
        return number
    if calendar == "jalali":
        return 1300 + number if number > 20 else 1400 + number
    return 2000 + number if number < 50 else 1900 + number
