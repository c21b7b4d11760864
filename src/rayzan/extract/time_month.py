"""Rules of time for months, seasons, parts of a year and feasts."""

from datetime import timedelta

from rayzan.extract.almanac import Times
from rayzan.extract.draft import TimeDraft
from rayzan.lang.fa import calendar as cal
from rayzan.lang.fa.numerals import glued, number_at, ordinal_at

MONTHS_OF = ("ماهه", "ماه")
NAME_ENDS = ("پور", "زاده", "نژاد", "نیا")  # «رمضان پور»
QUOTES = ('"', "«", "»", "“", "”")


def month(t: Times, at: int) -> TimeDraft | None:
    """«شهریورماه», «ژانویه ۲۰۲۰», «بهمن سال گذشته», «دی ماه گذشته», «اواسط فوریه», «ماه رمضان», «ماه "می"»."""
    first = at
    size, _ = t.table_at(t.tables.edges, at)
    if size and (t.month_at(at + size)[1] or (t.key(at + size) == "ماه" and t.month_at(at + size + 1)[1])):
        at += size
    heading = 0
    if t.key(at) in ("ماه", "ماههای"):
        heading = 2 if t.key(at + 1) == "مبارک" else 1
    if heading and t.key(at + heading) in QUOTES and t.month_at(at + heading + 1)[2] == at + heading + 2 and t.key(at + heading + 2) in QUOTES:
        return _quoted(t, first, at + heading + 1)
    calendar, number, last = t.month_at(at + heading)
    if heading and not number:
        return None
    at += heading
    if not number:
        return None
    if calendar == "hijri" and not heading and (t.key(at) != "رمضان" or t.key(last) in NAME_ENDS) and not (t.key(last) == "سال" or t.key(last).isdigit()):
        return None
    year, behind, calendar = t.year_at(last, calendar)
    dated = behind > last
    shift = None
    if not dated and t.key(last) in t.tables.past | t.tables.present | t.tables.coming and t.key(last) not in ("پیش", "قبل", "بعد", "دیگر"):
        shift, last = t.key(last), last + 1
        last += t.era_of(last, calendar)
    else:
        last = behind
    if not (dated or shift or heading) and not _plainly(t, first, at, last):
        return None
    if year is None and shift is None:
        year = t.year_joined(last, calendar, number) or t.year_beside(first, calendar, number) or t.year_told(at, calendar)
    if year is None:
        year = t.clock.nearest(number, 15, calendar, shift, t.clock.direction(first, last - 1))
    value = cal.month_of(calendar, year, number) if year is not None else None
    return t.made(first, last, value, "month" if calendar == "gregorian" else "interval", calendar)


def _quoted(t: Times, first: int, at: int) -> TimeDraft:
    """«ماه "می"»: a month in quotation marks."""
    calendar, number, _ = t.month_at(at)
    year, last, calendar = t.year_at(at + 2, calendar)
    year = t.clock.nearest(number, 15, calendar, None, t.clock.direction(first, last - 1)) if year is None else year
    value = cal.month_of(calendar, year, number) if year is not None else None
    return t.made(first, last, value, "month" if calendar == "gregorian" else "interval", calendar)


def _plainly(t: Times, first: int, at: int, last: int) -> bool:
    """Whether a bare month's name, without a year or «ماه» before it, is the month: common words and Jalali names need more."""
    word = t.key(at)
    full = t.key(last - 1) == "ماه" or word.endswith("ماه")
    if word == "می":
        return False
    before = t.last_before(first)
    joined = before is not None and before.last + 1 == first and t.key(first - 1) in ("و", "،", "تا")
    before_last = before.last - 1 if before is not None else -1
    if word in t.tables.common_months:
        return full or first < at or (joined and word in cal.GREGORIAN and word != "مه") or (joined and word in cal.JALALI and t.key(before_last) in cal.JALALI)
    if word in cal.JALALI or word == "اوت":
        return full or joined or first < at or t.tables.month_heads.ending(t.keys, first) > 0
    return True


def feast(t: Times, at: int) -> TimeDraft | None:
    """«عید کریسمس», «نوروز ۱۳۹۹», «عاشورا», «دهه فجر»."""
    size, ends = t.table_at(t.tables.feast_weeks, at)
    if size and ends is not None:
        return _feast_week(t, at, at + size, ends)
    size, day = t.table_at(t.tables.moving_feasts, at)
    if size and day is not None:
        return _moving_feast(t, at, at + size, day)
    size, day = t.table_at(t.tables.feasts, at)
    if not size or day is None:
        return None
    calendar, month_number, number = day.split(":")
    year, last, counted_by = t.year_at(at + size, calendar if calendar != "hijri" else "jalali")
    if year is not None:
        month_number, number = int(month_number), int(number)
        found = (
            cal.day_in_year(calendar, month_number, number, counted_by, year)
            if calendar != counted_by
            else cal.day_of(calendar, year, month_number, number)
        )
        return t.made(at, last, str(found) if found else None, "day", calendar)
    return t.made(at, at + size, t.clock.feast(day), "day", calendar)


def _moving_feast(t: Times, first: int, last: int, told: str) -> TimeDraft:
    """«روز قدس», «چهارشنبه‌سوری ۹۸»: a feast by the last weekday of its month, of the year behind it or the nearest."""
    calendar, month_number, weekday, shift = told.split(":")
    year, behind, counted_by = t.year_at(last, "jalali")
    if year is None or counted_by != calendar:
        year, behind = t.clock.nearest(int(month_number), 25, calendar, None, t.clock.direction(first, last - 1)), last
    found = cal.weekday_of_month(calendar, year, int(month_number), int(weekday), -1) if year else None
    return t.made(first, behind, str(found + timedelta(days=int(shift))) if found else None, "day", calendar)


def anniversary(t: Times, at: int) -> TimeDraft | None:
    """«چهل و یکمین سالگرد پیروزی انقلاب اسلامی»: the day kept each year, of the year that the ordinal counts to, else nearest to the report's."""
    size, told = t.table_at(t.tables.anniversaries, at + 1)
    if not size or told is None:
        return None
    calendar, month_number, number, began = told.split(":")
    first = next((i for i in range(max(0, at - 3), at) if ordinal_at(t.keys, i, at)[1] == at), at)
    if first == at:
        return t.made(at, at + 1 + size, t.clock.feast(f"{calendar}:{month_number}:{number}"), "day", calendar)
    day = cal.day_of(calendar, int(began) + ordinal_at(t.keys, first, at)[0], int(month_number), int(number))
    return t.made(first, at + 1 + size, str(day) if day else None, "day", calendar)


def _feast_week(t: Times, first: int, last: int, ends: list[str]) -> TimeDraft:
    """«دهه فجر امسال»: the days of a feast of several, of the year behind it or the nearest."""
    (calendar, month_number, day), (_, until_month, until) = (end.split(":") for end in ends)
    year, behind, counted_by = t.year_at(last, "jalali")
    if year is None or counted_by != calendar:
        year, behind = t.clock.nearest(int(month_number), int(day), calendar), last
    begin, end = (cal.day_of(calendar, year, int(m), int(d)) if year else None for m, d in ((month_number, day), (until_month, until)))
    return t.made(first, behind, f"{begin}/{end}" if begin and end else None, "interval", calendar)


def season(t: Times, at: int) -> TimeDraft | None:
    """«زمستان ۱۳۹۸», «تابستان گذشته», «پاییز امسال», «تابستان ۲۰۱۸», «فصل تابستان»."""
    first = at
    named = t.key(at) == "فصل" or t.key(at - 1) in ("در", "تا", "از")
    at += t.key(at) == "فصل"
    size, _ = t.table_at(t.tables.edges, at)
    if size and t.key(at + size) in t.tables.seasons:
        at += size
    if t.key(at) not in t.tables.seasons:
        return None
    following = t.key(at + 1)
    year, last, calendar = t.year_at(at + 1, "jalali")
    if last == at + 1:
        of_play = t.key(at + 1) == "فصل" and t.key(at + 2) in ("گذشته", "قبل")  # «زمستان فصل گذشته»: of the season of play before this one
        shift = "گذشته" if of_play else following if following in ("گذشته", "آینده", "جاری") else None
        if shift is None and not named:
            return None
        year, last = t.clock.nearest(t.tables.seasons[t.key(at)] + 1, 15, "jalali", shift), at + 1 + (shift is not None) + of_play
    if year is None:
        return t.made(first, last, None, "interval", "jalali")
    begin = t.tables.seasons[t.key(at)]
    if calendar == "gregorian" or year > 1700:  # the season of a Gregorian year: its Jalali months
        year = year - 621 if begin < 10 else year - 622
    return t.made(first, last, t.clock.months(year, "jalali", begin, begin + 2), "interval", "jalali")


def part_of_month(t: Times, at: int) -> TimeDraft | None:
    """«دهه دوم شهریور», «هفته اول آبان», «نیمه دوم مارس ۲۰۲۰»."""
    which = t.tables.quarters.get(t.key(at + 1))
    calendar, month_number, last = t.month_at(at + 2 + (t.key(at + 2) == "ماه"))
    if which is None or which < 0 or not month_number:
        return None
    size, most = {"دهه": (10, 3), "هفته": (7, 4), "نیمه": (15, 2)}[t.key(at)]
    year, last, calendar = t.year_at(last, calendar)
    year = t.clock.nearest(month_number, 15, calendar, None, t.clock.direction(at, last - 1)) if year is None else year
    whole = cal.month_of(calendar, year, month_number) if year is not None else None
    if which >= most or year is None or whole is None:
        return t.made(at, last, None, "interval", calendar)
    begin = cal.day_of(calendar, year, month_number, which * size + 1)
    end = cal.last_day(calendar, year, month_number) if which == most - 1 else cal.day_of(calendar, year, month_number, (which + 1) * size)
    return t.made(at, last, f"{begin}/{end}", "interval", calendar)


def part_of_year(t: Times, at: int) -> TimeDraft | None:
    """«سه ماهه دوم سال ۲۰۱۹», «ده ماهه سال جاری», «۶ ماهه نخست امسال», «نیمه دوم سال ۹۸»."""
    first = at
    size, half = t.table_at(t.tables.edges, at)
    which: int | None
    if size and half in ("first half", "second half"):
        count, which, at = 6, int(half == "second half"), at + size
    else:
        joined = glued(t.key(at), MONTHS_OF)
        if joined:
            count, at = joined[0], at + 1
        else:
            number = number_at(t.keys, at, min(at + 2, t.end))
            if number is None or t.key(number.last) not in MONTHS_OF:
                return None
            count, at = int(number.value), number.last + 1
        which = t.tables.quarters.get(t.key(at))
        at += which is not None
        if which is None and t.key(at - 1) == "ماه" and not joined:
            return None
        if which == 0 or which is None:
            which = 0
        elif 12 % max(count, 1):
            return None
        elif which == -1:
            which = 12 // count - 1
    if not 1 <= count <= 11 or count * (which + 1) > 12:
        return None
    year, last, calendar = t.year_at(at, "jalali")
    shift = -1 if t.key(last - 1) in t.tables.past | {"پارسال"} else 0 if t.key(last - 1) in t.tables.present | {"امسال"} else None
    if last == at and t.key(at).isdigit() and len(t.key(at)) == 2 and t.key(at + 1) not in t.tables.not_year:
        year, last = cal.full_year(int(t.key(at)), "jalali"), at + 1
    if last == at:
        return None
    if year is not None and year > 1700:
        calendar = "gregorian"
    months = count * which + 1, count * (which + 1)
    found = t.made(first, last, t.clock.months(year, calendar, *months), "interval", calendar)
    if shift is not None and last > at:  # «امسال»: whose year is settled once the speakers are known
        found.calendar, found.reckoned = "relative", ("Y", shift, *months)
        found.anchor, found.value = t.clock.anchor, t.clock.part_of_year(shift, "gregorian", *months)
    return found
