"""Rules of time for dates: a day and its month, in digits or in words, in one calendar or in two side by side."""

from rayzan.extract.almanac import Times
from rayzan.extract.draft import TimeDraft
from rayzan.lang.fa import calendar as cal
from rayzan.lang.fa.numerals import ORDINALS, plain


def numeric(t: Times, at: int) -> TimeDraft | None:
    """«1404/06/10», «2025-12-17», «98/12/22», «10/06/1404»."""
    pieces = t.keys[at].replace("-", "/").split("/")
    if len(pieces) != 3 or not all(p.isdigit() for p in pieces):
        return None
    if len(pieces[2]) == 4 and len(pieces[0]) <= 2:
        pieces.reverse()
    if len(pieces[1]) > 2 or len(pieces[2]) > 2 or len(pieces[0]) not in (2, 4):
        return None
    year, month, day = (int(p) for p in pieces)
    calendar = "jalali" if year < 1700 and not (len(pieces[0]) == 2 and year <= 40) else "gregorian"
    found = cal.day_of(calendar, cal.full_year(year, calendar), month, day)
    return t.made(at, at + 1, str(found), "day", calendar) if found else None


def named(t: Times, at: int) -> TimeDraft | None:
    """«حملات ۱۱ سپتامبر»: the day behind a name; the name's first word is none of it. «پس از ۱۱ سپتامبر», far from that day of a year."""
    size, day = t.table_at(t.tables.lone_days, at)
    if size and day and t.year_at(at + size, "gregorian")[0] is None and t.key(at + size) not in t.tables.past and not t.clock.near(day):
        return t.made(at, at + size, day, "day", "gregorian")
    size, day = t.table_at(t.tables.named_days, at)
    if not size or t.month_at(at + size)[1] or (plain(t.key(at + size)) if t.key(at + size) else None):
        return None
    first = next(i for i in range(at, at + size) if t.day_number(i)[0])
    return t.made(first, at + size, day, "day", "gregorian")


def day_of_month(t: Times, at: int) -> TimeDraft | None:
    """«چهاردهمین روز خرداد ماه», «آخرین روز اسفند»."""
    key = t.key(at)
    number = 1 if key in ("نخستین", "اولین") else ORDINALS.get(key[:-2], 0) if key.endswith("ین") else 0
    if not number or t.key(at + 1) != "روز":
        return None
    calendar, month, last = t.month_at(at + 2 + (t.key(at + 2) == "ماه"))
    if not month:
        return None
    year, last, calendar = t.year_at(last, calendar)
    year = year or t.year_beside(at, calendar, month)
    year = t.clock.nearest(month, number, calendar, None, t.clock.direction(at, last - 1)) if year is None else year
    found = cal.day_of(calendar, year, month, number) if year is not None else None
    return t.made(at, last, str(found) if found else None, "day", calendar)


def dated_at(t: Times, at: int) -> TimeDraft | None:
    """A day and month, with a year if it stands there: «۱۰ شهریور ۱۴۰۴», «۲۱ ماه مه», «۲۰ تا ۲۵ اوت»."""
    if at >= t.end:
        return None
    if "/" in t.keys[at] or t.keys[at].count("-") == 2:
        return numeric(t, at)
    number, behind = t.day_number(at)
    if not number:
        return None
    until, upper_last = number, behind
    while t.key(upper_last) in ("تا", "الی", "و", "-", "،") and t.day_number(upper_last + 1)[0] > until:  # «۱۱، ۱۲ و ۱۳ ژوئیه»
        until, upper_last = t.day_number(upper_last + 1)
    if until > number and t.month_at(upper_last)[1]:
        behind = upper_last
    else:
        until = 0
    day_of_month = t.key(behind) in ("ماه", "روز") and t.month_at(behind + 1)[1] > 0
    calendar, month, last = t.month_at(behind + day_of_month)
    if not month or not _is_month(t, at, behind + day_of_month, last, calendar):
        return None
    behind_month = last
    year, last, calendar = t.year_at(last, calendar)
    shift = None
    if last == behind_month and t.key(last) in ("گذشته", "آینده", "جاری", "آتی"):
        shift, last = t.key(last), last + 1
        last += t.era_of(last, calendar)
    if year is None and shift is None:
        year = t.year_joined(last, calendar, month) or t.year_beside(at, calendar, month) or t.year_told(at, calendar)
    if year is None:
        year = t.clock.nearest(month, number, calendar, shift, t.clock.direction(at, last - 1))
    found = cal.day_of(calendar, year, month, number) if year is not None else None
    if until:
        end = cal.day_of(calendar, year, month, until) if year is not None else None
        return t.made(at, last, f"{found}/{end}" if found and end else None, "interval", calendar)
    return t.made(at, last, str(found) if found else None, "day", calendar)


def _is_month(t: Times, at: int, month: int, last: int, calendar: str) -> bool:
    """Whether a common word is a month here: «۵ می» and «۵ مه» are, «سوم می» and a verb's «می» are none."""
    key = t.key(month)
    if key == "می":
        return t.keys[at].isdigit() or (t.key(last).isdigit() and len(t.key(last)) == 4) or t.key(month - 1) == "ماه"
    if calendar == "hijri" and key in ("صفر", "رجب"):
        return t.key(month - 1) == "ماه" or t.key(last).isdigit() or t.key(last) == "سال" or at + 1 == month
    return True


def bracketed(t: Times, first: int, dated: TimeDraft | None, part: str | None) -> TimeDraft | None:
    """A date with the other calendar's, or its weekday, in brackets behind it: «۱۲ فروردین (۳۱ مارس)»; a clash is a note."""
    if dated is None:
        return None
    last = dated.last
    at = last + (t.key(last) == "،" and t.key(last + 1) == "(")
    if t.key(at) == "(" and dated.precision == "interval":
        inner = dated_at(t, at + 1)  # «۴ و ۵ مارس (۱۴ و ۱۵ اسفند)»
        if inner is not None and inner.precision == "interval" and t.key(inner.last) == ")":
            dated.value, dated.last = dated.value or inner.value, inner.last + 1
    if t.key(at) == "(" and dated.precision == "day":
        inner = dated_at(t, at + 1)
        weekday, behind = t.weekday_at(at + 1)
        if weekday >= 0 and behind < t.end and t.key(behind) != ")":
            inner = dated_at(t, behind)
        if inner is not None and inner.precision == "day" and t.key(inner.last) == ")":
            if inner.value and dated.value and inner.value != dated.value:
                t.clock.clash(dated, inner)
            dated.value, dated.last = dated.value or inner.value, inner.last + 1
        elif weekday >= 0 and t.key(behind) == ")":
            dated.last = behind + 1
    return with_clock(t, whole(t, first, dated, part))


def whole(t: Times, first: int, dated: TimeDraft, part: str | None) -> TimeDraft:
    return t.made(first, dated.last, dated.value, dated.precision, dated.calendar, part)


def with_clock(t: Times, found: TimeDraft) -> TimeDraft:
    """«روز شنبه ساعت ۱۷»."""
    found.last = t.clock_at(found.last)
    return found
