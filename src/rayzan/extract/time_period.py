"""Rules of time for weeks, months and years counted from the report's own: «هفته گذشته», «سه ماه پیش», «ظرف ۳۰ روز»."""

from datetime import date

from rayzan.extract.almanac import Times
from rayzan.extract.draft import TimeDraft
from rayzan.lang.fa import calendar as cal
from rayzan.lang.fa.numerals import glued, number_at, ordinal_at, pair_at

PRECISIONS = {"W": "interval", "M": "month", "Y": "year", "10Y": "decade", "100Y": "century"}

# How exactly a count of units back or ahead tells its point; a count of years tells a year.
POINTS = {"D": "day", "h": "day", "m": "day", "s": "day", "W": "month", "M": "month"}
LONG = frozenset({"D", "W", "M", "Y", "10Y", "100Y"})  # units by which a day is counted from another
LASTING = frozenset({"ظرف", "تا", "طی", "مدت", "برای"})  # before a count that lasts: «تا دو سال پس از آن»
LEFT = frozenset({"باقی", "باقیمانده", "آینده", "آتی", "پیش", "پایانی", "آخر", "اول", "نخست"})
NO_NOUN = frozenset({"نیز", "هم", "و", "که", "در", "با", "به", "از", "بود"})  # behind «پیش از این»: nothing that «این» could determine


def relative(t: Times, at: int) -> TimeDraft | None:
    """«هفته گذشته», «ماه آینده», «سال جاری», «امسال», «سال‌های اخیر», «سال جدید میلادی», «پایان سال»."""
    tables = t.tables
    key = t.key(at)
    if key in ("امسال", "پارسال"):
        return _reckoned(t, at, at + 1, "Y", 0 if key == "امسال" else -1)
    if size := tables.day_and_night.at(t.keys, at, t.end):
        return t.made(at, at + size, t.clock.window(1, "D", -1), "interval", "relative")
    if size := tables.these.at(t.keys, at, t.end):
        week = t.clock.whole("W", 0) if t.key(at + 1) == "هفته" else None
        return t.made(at, at + size, week, "interval", "relative")
    if key in tables.plurals and t.key(at + 1) in tables.past | tables.coming | {"جاری", "پیش"}:
        return t.made(at, at + (3 if t.keys[at + 1 : at + 3] == ["پیش", "رو"] else 2), None, "interval", "relative")
    if key in tables.plurals_past and t.key(at + 1) == "و" and t.key(at + 2) in tables.plurals and t.key(at + 3) in tables.past | tables.coming and t.key(at + 4) != "از":
        return t.made(at, at + 4, None, "interval", "relative")  # «هفته‌ها و ماه‌های آینده»
    later = t.key(at + 1) == "بعد" and key not in tables.moments  # «سال‌ها بعد»
    if key in tables.plurals_past and (t.key(at + 1) in ("پیش", "قبل") or later) and t.key(at + 2) not in ("از", "به"):
        return t.made(at, at + 2, None, "interval", "relative")
    first = at
    size, _ = t.table_at(tables.edges, at)
    if size and t.key(at + size) in ("سال", "ماه", "هفته", "امسال", "پارسال"):
        at += size
    else:
        size = 0
    if t.key(at) in ("امسال", "پارسال"):
        return _reckoned(t, first, at + 1, "Y", 0 if t.key(at) == "امسال" else -1)
    if n := tables.new_year.at(t.keys, at, t.end):
        year = t.clock.year("gregorian")
        return t.made(first, at + n, str(year + 1) if year else None, "year", "relative")
    if key == "سال" and t.key(at + 1) in tables.year_kinds and t.key(at + 2) in tables.past | tables.present | tables.coming:
        return t.made(first, at + 3, None, "year", "relative")  # «سال مالی جاری»: when it begins is not told
    if (n := tables.new_year_iranian.at(t.keys, at, t.end)) and t.key(at + n) not in ("چینی", "قمری"):
        return t.made(first, at + n, _new_year(t, t.key(at + 1) == "نو"), "interval", "jalali")
    unit = tables.units.get(t.key(at))
    if unit not in PRECISIONS:
        return None
    return _counted_unit(t, first, at, unit) or (_edge_of(t, first, at, unit) if size else None)


def _counted_unit(t: Times, first: int, at: int, unit: str) -> TimeDraft | None:
    """«هفته گذشته», «سال میلادی جاری»."""
    behind = at + 1
    calendar = cal.ERAS.get(t.key(behind), "") if unit in ("M", "Y") else ""
    behind += bool(calendar)
    word = t.key(behind)
    if word == "پیش" and t.key(behind + 1) == "رو":  # «سال پیش رو»
        return _reckoned(t, first, behind + 2, unit, 1) if unit in ("M", "Y", "W") else None
    shift = (
        -1
        if word in ("گذشته", "قبل", "پیش", "پیشین", "اخیر")
        else 0
        if word in t.tables.present
        else 1
        if word in ("آینده", "بعد", "بعدی", "آتی", "دیگه")
        else None
    )
    if shift is None or (word in ("قبل", "پیش", "بعد") and t.key(behind + 1) == "از"):
        return None
    last = behind + 1
    if word == "اخیر":
        return t.made(first, last, t.clock.window(1, unit, -1), "interval", "relative")
    if not calendar and t.key(last) in cal.ERAS and unit in ("M", "Y"):
        calendar, last = cal.ERAS[t.key(last)], last + 1
    if calendar:
        value = t.clock.whole(unit, shift, calendar)
        precision = PRECISIONS[unit] if calendar == "gregorian" else "interval"
        return t.made(first, last, value, precision, "relative")
    return _reckoned(t, first, last, unit, shift) if unit in ("M", "Y", "W") else t.made(first, last, None, PRECISIONS[unit], "relative")


def _edge_of(t: Times, first: int, at: int, unit: str) -> TimeDraft | None:
    """«تا پایان سال», «ابتدای ماه», «آخر هفته»: of the report's own year or month; a weekend stays open."""
    following = t.key(at + 1)
    if (
        following[:1].isdigit()
        or following in ("تحصیلی", "مالی", "زراعی", "های", "قمری", "هجری")
        or t.tables.edges.get((t.key(first),)) == "whole"
    ):
        return None
    if t.month_at(at + 1)[1] or ordinal_at(t.keys, at + 1, t.end)[0]:
        return None  # «پایان ماه مارس», «پایان سال دوم»
    if following in cal.ERAS and unit in ("M", "Y"):
        calendar = cal.ERAS[following]
        return t.made(
            first, at + 2, t.clock.whole(unit, 0, calendar), PRECISIONS[unit] if calendar == "gregorian" else "interval", "relative"
        )
    return _reckoned(t, first, at + 1, unit, 0) if unit in ("M", "Y") else t.made(first, at + 1, None, "interval", "relative")


def _reckoned(t: Times, first: int, last: int, unit: str, shift: int) -> TimeDraft:
    """A unit counted from the report's own; whose calendar, Iranian or Gregorian, is settled once the speakers are known."""
    found = t.made(first, last, t.clock.whole(unit, shift), PRECISIONS[unit], "relative")
    found.reckoned = (unit, shift, 0, 0) if unit in ("M", "Y") else None
    return found


def up_to_now(t: Times, at: int) -> TimeDraft | None:
    """«این یک هفته», «این چند ماه»: the period up to the report's day; none with what is left, «این یک سال باقی‌مانده»."""
    some = t.key(at + 1) in ("چند", "چندین")
    number = None if some else number_at(t.keys, at + 1, t.end)
    unit_at = at + 2 if some else number.last if number else t.end
    unit = t.tables.units.get(t.key(unit_at), "")
    if unit not in LONG or t.key(at - 1) in ("از", "برای", "به", "طول") or t.key(unit_at + 1) in LEFT or t.key(unit_at + 1) == "و":
        return None
    value = t.clock.window(number.value, unit, -1) if number and not number.vague else None
    return t.made(at, unit_at + 1, value, "interval", "relative")


def _new_year(t: Times, festive: bool) -> str | None:
    """«سال جدید»: from Dey on the Jalali year to come, in spring the one just begun; «سال نو» (`festive`) may be another's save in the months round it."""
    if t.clock.published is None:
        return None
    year, month, _ = cal.jalali_of(t.clock.published)
    if festive and month not in (12, 1):
        return None
    return cal.jalali_year(year + (month >= 10))


def counted(t: Times, at: int) -> TimeDraft | None:
    """«دو دهه قبل», «حدود سه ماه پیش», «یکسال و نیم گذشته», «یکی دو روز آینده», «۲۴ ساعت گذشته», «ظرف ۳۰ روز»."""
    first = at
    within = t.key(at) == "ظرف"  # part of a deadline only, «ظرف ۳۰ روز»
    at += within
    at += t.tables.about.at(t.keys, at, t.end) if within else 0
    inner = at
    count, unit, at = _count(t, at)
    if not unit:
        return None
    inner -= t.tables.about.ending(t.keys, inner, t.draft.times[-1].last if t.draft.times else 0)
    if t.key(at) == "و" and t.key(at + 1) == "نیم":
        count, at = (count + 0.5 if count else None), at + 2
    behind = t.key(at)
    of = t.key(at + 1) == "از"
    if behind in ("پیش", "قبل") and not of and not (behind == "پیش" and t.key(at + 1) == "رو"):
        return t.made(inner, at + 1, t.clock.counted(count, unit, -1), POINTS.get(unit, "year"), "relative")
    if behind in ("گذشته", "اخیر"):
        return t.made(inner, at + 1, t.clock.window(count, unit, -1), "interval", "relative")
    if behind in ("پیش", "قبل") and of and t.key(at + 2) == "این" and (not t.key(at + 3)[:1].isalpha() or t.key(at + 3) in NO_NOUN):
        return t.made(inner, at + 3, t.clock.counted(count, unit, -1), POINTS.get(unit, "year"), "relative")
    if behind in ("پیش", "قبل") and t.key(at + 1) in ("از", "در") and t.keys[at + 2 : at + 4] == ["چنین", "روزی"]:
        return t.made(inner, at + 1, t.clock.counted(count, unit, -1), POINTS.get(unit, "year"), "relative")
    if behind in ("پس", "بعد") and of and t.key(at + 2) in ("آن", "این") and unit in LONG and t.key(inner - 1) not in LASTING:
        return _after(t, inner, at + 3, count, unit)
    if behind == "پیش" and of:
        return t.made(inner, at + 1, None, POINTS.get(unit, "year"), "relative")  # «یک روز پیش از سفر»
    if behind in ("آینده", "آتی") or behind == "پیش" and t.key(at + 1) == "رو":
        return t.made(inner, at + (1 if behind != "پیش" else 2), t.clock.window(count, unit, 1), "interval", "relative")
    if behind == "بعد" and not of:
        return _after(t, inner, at + 1, count, unit)
    if behind in ("دیگر", "دیگه"):
        if t.key(inner - 1) in ("مدت", "برای"):
            return None  # «به مدت یک سال دیگر», «برای پنج سال دیگر تمدید شد»: how long, not when
        return t.made(inner, at + 1, t.clock.counted(count, unit, 1), POINTS.get(unit, "year"), "relative")
    if within and count is not None and behind not in ("پس", "بعد") and not t.clock.told_past(at):
        return t.made(first, at, t.clock.window(count, unit, 1), "interval", "relative")
    return None


def _after(t: Times, first: int, last: int, count: float | None, unit: str) -> TimeDraft:
    """«سه روز بعد»: counted from the day that the text named last; open where it names none."""
    before = t.last_before(first) if t.key(last) != "که" and "که" not in t.keys[last : last + 4] else None  # «دو روز پس از آن شد که …»
    found = t.made(first, last, None, "day", "relative")
    if before is not None and before.value and before.precision == "year" and unit == "Y" and count is not None and before.value.isdigit():
        found.value, found.anchor, found.precision = str(int(before.value) + int(count)), before.value, "year"  # «در سال ۲۰۱۸ …، یک سال بعد»
    if before is not None and before.value and before.precision == "day" and count is not None:
        found.value, found.anchor = t.clock.counted(count, unit, 1, date.fromisoformat(before.value)), before.value
    return found


def _count(t: Times, at: int) -> tuple[float | None, str, int]:
    """A count and its unit: the number (None where it is open), the unit ("" if none), the word behind."""
    joined = glued(t.key(at), t.tables.units)
    if joined:
        return joined[0], t.tables.units[joined[1]], at + 1
    pair = pair_at(t.keys, at, t.end)
    if pair is not None:
        count, at = None, pair[2]
    elif t.key(at) in ("چند", "چندین"):
        count, at = None, at + 1
    elif t.key(at) in ("نیم", "یه"):  # «یه سال پیش», as spoken
        count, at = (0.5 if t.key(at) == "نیم" else 1.0), at + 1
    else:
        number = number_at(t.keys, at, t.end)
        if number is None:
            return None, "", at
        count, at = (None if number.vague else number.value), number.last
        upper = number_at(t.keys, at + 1, t.end) if t.key(at) in ("تا", "الی") else None
        if upper is not None and count is not None and upper.value > count:
            count, at = None, upper.last  # «۴۸ تا ۷۲ ساعت آینده»
    unit = t.tables.units.get(t.key(at), "")
    if t.key(at) == "شب" and t.key(at + 1) in ("پیش", "قبل", "بعد", "گذشته", "اخیر"):
        unit = "D"  # «دو شب پیش»
    return count, unit, at + bool(unit)
