"""Rules of time for days that no month dates: weekdays, days counted from the report's or from a day that the text names."""

from datetime import date, timedelta

from rayzan.extract.almanac import Times
from rayzan.extract.draft import TimeDraft
from rayzan.extract.time_date import bracketed, dated_at, whole, with_clock
from rayzan.lang.fa import calendar as cal
from rayzan.lang.fa.numerals import ORDINALS

NTH = ("نخستین", "اولین", "آخرین", "واپسین")
AFTER_SHIFT = ("صبح", "ظهر", "عصر", "بامداد", "شب", "بعد", "بعدازظهر")  # «امروز صبح»; elsewhere they begin what follows


def day(t: Times, at: int) -> TimeDraft | None:
    """«بامداد جمعه ۱۳ دی», «روز سه‌شنبه هفته جاری», «۱۰ شهریور ۱۴۰۴», «ساعت ۱۰ صبح امروز (یکشنبه)», «۲۰ ژانویه (۳۰ دی ماه)»."""
    if t.key(at - 1) in t.tables.day_names:
        return None
    first = at
    hour = t.hour_at(at)  # «هشت و نیم صبح امروز»
    at = hour if t.table_at(t.tables.parts, hour)[0] else t.clock_at(at)
    size, shift = t.table_at(t.tables.days, at)
    part: str | None = None
    if not size:
        size, part = t.table_at(t.tables.parts, at)
        at += size
        if size and t.key(at) == "به" and t.key(at + 1) == "وقت":
            at += 3
        if t.key(at) == "ساعت":
            at = t.clock_at(at)
        size, shift = t.table_at(t.tables.days, at)
    if size and shift is not None:
        return _shifted(t, first, at, at + size, shift, part)
    at += t.key(at) == "روز" or (t.key(at) == "روزهای" and (t.weekday_at(at + 1)[0] >= 0 or t.day_number(at + 1)[0] > 0))
    weekday, behind = t.weekday_at(at)
    if weekday >= 0 and t.key(at - 1) == "روزهای" and not (t.key(behind) in ("و", "،", "تا") and t.weekday_at(behind + 1)[0] >= 0):
        return t.made(first, behind, None, "day", "relative", part)  # «روزهای جمعه»: a day that comes back
    return _of_weekday(t, first, weekday, behind, part) if weekday >= 0 else bracketed(t, first, dated_at(t, at), part)


def every(t: Times, at: int) -> TimeDraft | None:
    """«شنبه‌ها»: a day that comes back, open."""
    return (
        t.made(at, at + 1, None, "day", "relative") if t.key(at).removesuffix("ها") in cal.WEEKDAYS and t.key(at).endswith("ها") else None
    )


def _of_weekday(t: Times, first: int, weekday: int, at: int, part: str | None) -> TimeDraft | None:
    """«سه‌شنبه (۱۲ فروردین)», «دوشنبه، ۱۰ شهریور», «یکشنبه شب», «جمعه هفته گذشته»; «دوشنبه‌بازار» is none, «چهارشنبه‌سوری» a feast."""
    if t.key(at) in ("بازار", "سوری"):
        return None
    if part is None and t.key(at - 1).endswith("شب"):
        part = "night"
    elif part is None:
        size, part = t.table_at(t.tables.parts, at)
        at += size
    mark = t.key(at)
    if mark in ("،", "("):
        dated = dated_at(t, at + 1)
        if dated is not None and dated.precision == "day" and (mark == "،" or t.key(dated.last) == ")"):
            dated.last += mark == "("
            return with_clock(t, whole(t, first, dated, part))
    at += mark == "مورخ" or (mark == "در" and t.key(at + 1) == "تاریخ") * 2
    dated = dated_at(t, at)
    if dated is not None:
        found = bracketed(t, first, dated, part)
        return found if found is not None else whole(t, first, dated, part)
    return with_clock(t, _weekday(t, first, at, weekday, part))


def _shifted(t: Times, first: int, at: int, last: int, shift: int, part: str | None) -> TimeDraft | None:
    """A day counted from the report's; the weekday in brackets or behind it settles it."""
    words = t.keys[at:last]
    if words[0] == "روز" and (t.key(last) == "از" and words[-1] == "قبل" or _counted_before(t, first)):
        return None  # «دو روز قبل از انتخابات»
    if part is None:
        part = "night" if any("شب" in w for w in words) else None
        size, named_part = t.table_at(t.tables.parts, last)
        if part is None and size and len(words) == 1 and t.key(last) in AFTER_SHIFT and shift in (0, -1, 1) and t.weekday_at(last)[0] < 0:
            last, part = last + size, named_part
    bracket = t.key(last) in ("(", "،") and (t.key(last) == "(" or t.weekday_at(last + 1)[0] >= 0)
    weekday, behind = t.weekday_at(last + bracket)
    closed = t.key(last) == "("
    if closed and weekday >= 0 and t.key(behind) == "،":
        dated = dated_at(t, behind + 1)  # «امروز (دوشنبه، ۱۴ بهمن)»
        if dated is not None and dated.precision == "day" and t.key(dated.last) == ")":
            dated.last += 1
            return whole(t, first, dated, part)
    if closed and weekday >= 0 and t.key(behind) in ("شب", "صبح", "عصر", "ظهر", "بامداد") and t.key(behind + 1) == ")":
        behind += 1
    if weekday >= 0 and (not closed or t.key(behind) == ")"):
        end = behind + closed
        dated = dated_at(t, end) if not closed else None
        if dated is None and not closed and t.key(end) == "،":
            dated = dated_at(t, end + 1)
        if dated is not None:
            return bracketed(t, first, dated, part)
        return with_clock(t, t.made(first, end, t.clock.weekday_near(weekday, shift), "day", "relative", part))
    if closed:
        dated = dated_at(t, behind if weekday >= 0 else last + 1)
        if dated is not None and t.key(dated.last) == ")":
            dated.last += 1
            return whole(t, first, dated, part)
    dated = dated_at(t, last + (t.key(last) == "،"))
    if dated is not None and dated.precision == "day" and (t.published_is(dated.value, shift) or dated.value is None):
        return bracketed(t, first, dated, part)
    return with_clock(t, t.made(first, last, t.clock.day(shift), "day", "relative", part))


def _counted_before(t: Times, at: int) -> bool:
    """«دو روز قبل»: the number before «روز» makes it a count."""
    return at > 0 and (
        t.key(at - 1) in ("چند", "چندین", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده") or t.key(at - 1).isdigit()
    )


def _weekday(t: Times, first: int, at: int, weekday: int, part: str | None) -> TimeDraft:
    """«سه‌شنبه هفته گذشته», «دوشنبه آینده», a bare weekday: the last such day on or before the report's, ahead where its verb is."""
    tables = t.tables
    word, following = t.key(at), t.key(at + 1)
    if word == "هفته" and (following == "پیشرو" or following == "پیش" and t.key(at + 2) == "رو"):
        return t.made(first, at + 2 + (following == "پیش"), t.clock.weekday_of_week(weekday, 7), "day", "relative", part)
    if word == "هفته" and following in tables.past | tables.present | tables.coming:
        week = -7 if following in tables.past else 7 if following in tables.coming else 0
        return t.made(first, at + 2, t.clock.weekday_of_week(weekday, week), "day", "relative", part)
    if word in ("این", "همین", "همان") and following == "هفته":
        return t.made(first, at + 2, t.clock.weekday_of_week(weekday, 0), "day", "relative", part)
    if word in ("گذشته", "اخیر"):
        return t.made(first, at + 1, t.clock.weekday(weekday, 0, strictly=True), "day", "relative", part)
    if word == "جاری":
        return t.made(first, at + 1, t.clock.weekday_of_week(weekday, 0), "day", "relative", part)
    if word in ("آینده", "بعد", "بعدی", "آتی", "دیگه"):
        return t.made(first, at + 1, t.clock.weekday(weekday, 1, strictly=True), "day", "relative", part)
    before = t.last_before(first)
    if before is not None and before.value and before.precision == "day" and before.last + 1 == first and t.key(first - 1) in ("و", "تا"):
        there = date.fromisoformat(before.value)  # «شنبه و یکشنبه»: the second follows the first
        return t.made(first, at, str(there + timedelta(days=(weekday - there.weekday()) % 7 or 7)), "day", "relative", part)
    ahead = 1 if t.clock.ahead(at) or "آستانه" in t.keys[max(0, first - 3) : first] else 0  # «در آستانه نشست روز پنجشنبه»
    return t.made(first, at, t.clock.weekday(weekday, ahead), "day", "relative", part)


def weekday_of_month(t: Times, at: int) -> TimeDraft | None:
    """«آخرین جمعه ماه رمضان», «سومین پنجشنبه مارس ۲۰۲۰»."""
    key = t.key(at)
    which = -1 if key == "آخرین" else 1 if key in ("نخستین", "اولین") else ORDINALS.get(key[:-2], 0) if key.endswith("ین") else 0
    weekday, behind = t.weekday_at(at + 1)
    if not which or weekday < 0:
        return None
    heading = (2 if t.key(behind + 1) == "مبارک" else 1) if t.key(behind) == "ماه" else 0
    calendar, month, last = t.month_at(behind + heading)
    if not month:
        return t.made(at, behind + 1, None, "day", "relative") if heading == 1 else None
    year, last, calendar = t.year_at(last, calendar)
    year = t.clock.nearest(month, 28, calendar, None, t.clock.direction(at, last - 1)) if year is None else year
    if year is None:
        return t.made(at, last, None, "day", calendar)
    found = cal.weekday_of_month(calendar, year, month, weekday, which)
    return t.made(at, last, str(found) if found else None, "day", calendar)


def visit_day(t: Times, at: int) -> TimeDraft | None:
    """«دومین روز سفر», «روز دوم اجلاس»: a day counted from an event that goes on for days, the report's own day."""
    key, following = t.key(at), t.key(at + 1)
    counted = (key in NTH or ORDINALS.get(key[:-2]) and key.endswith("ین")) and following == "روز"
    counted = counted or key == "روز" and (following in ("نخست", "پایانی") or following in ORDINALS) and t.key(at - 1) != "از"
    if counted and t.key(at + 2) in t.tables.occasions:
        return t.made(at, at + 3, t.clock.day(0), "day", "relative")
    return None


def told(t: Times, at: int) -> TimeDraft | None:
    """«روز بعد», «همان روز»: counted from the day that the text named last; unresolved where it names none."""
    first = at
    at += t.table_at(t.tables.parts, at)[0] if t.table_at(t.tables.days_told, at)[1] is None else 0  # «صبح همان روز»
    size, shift = t.table_at(t.tables.days_told, at)
    if not size or shift is None or t.key(at + size) == "از" or (t.key(at) == "روز" and _counted_before(t, at)):
        return None
    before = t.last_before(first)
    anchored = before is not None and before.value is not None and before.precision == "day"
    if not anchored and shift == 0:
        return None
    value = str(date.fromisoformat(before.value) + timedelta(days=shift)) if anchored and before and before.value else None
    part = t.table_at(t.tables.parts, first)[1] or ("night" if t.keys[at] == "شب" or t.key(at + 1) == "شب" else None)
    found = t.made(first, at + size, value, "day", "relative", part)
    found.anchor = before.value if anchored and before else None
    return found
