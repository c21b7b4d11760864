"""Times: every expression of calendar time, resolved against the report's own date or openly left unresolved."""

from collections.abc import Callable

from rayzan.extract.almanac import Times
from rayzan.extract.draft import Draft, TimeDraft
from rayzan.lang.fa import calendar as cal
from rayzan.lang.fa.numerals import GLUED, number_at, ordinal_at, plain


def numeric(t: Times, at: int) -> TimeDraft | None:
    """«1404/06/10», «2025-12-17», «98/12/22»."""
    pieces = t.keys[at].replace("-", "/").split("/")
    if len(pieces) != 3 or not all(p.isdigit() for p in pieces) or len(pieces[1]) > 2 or len(pieces[2]) > 2:
        return None
    year, month, day = (int(p) for p in pieces)
    calendar = "jalali" if year < 1700 and not (len(pieces[0]) == 2 and year <= 40) else "gregorian"
    if len(pieces[0]) not in (2, 4):
        return None
    full = cal.full_year(year, calendar)
    found = (cal.jalali_day if calendar == "jalali" else cal.gregorian_day)(full, month, day)
    return t.made(at, at + 1, str(found), "day", calendar) if found else None


def day(t: Times, at: int) -> TimeDraft | None:
    """«بامداد جمعه ۱۳ دی», «روز سه‌شنبه هفته جاری», «۱۰ شهریور ۱۴۰۴», «امروز (یکشنبه)», «۲۰ ژانویه (۳۰ دی ماه)»."""
    first = at
    size, part = t.table_at(t.parts, at)
    at += size
    if size and at < t.end and t.keys[at] == "به" and at + 2 < t.end and t.keys[at + 1] == "وقت":
        at += 3
    rod = at < t.end and t.keys[at] == "روز"
    at += rod
    shift_size, shift = t.table_at(t.days, at - rod if rod else at)
    if shift_size:
        at = (at - rod if rod else at) + shift_size
        return _shifted(t, first, at, int(str(shift)), part)
    weekday, behind = t.weekday_at(at)
    if (
        weekday >= 0
        and behind < t.end
        and t.keys[behind] in ("،", "(")
        and t.day_number(behind + 1)[0]
        and t.month_at(t.day_number(behind + 1)[1])[1]
    ):
        dated = _dated(t, behind + 1)
        if dated is not None:
            close = dated.last + (t.keys[behind] == "(" and dated.last < t.end and t.keys[dated.last] == ")")
            return t.made(first, close, dated.value, "day", dated.calendar, str(part) if part else None)
    if weekday >= 0:
        at = behind
        if not part:
            more, part = t.table_at(t.parts, at)
            at += more
        dated = _dated(t, at + (at < t.end and t.keys[at] == "مورخ"))
        if dated is not None:
            return t.made(first, dated.last, dated.value, dated.precision, dated.calendar, str(part) if part else None)
        return _weekday(t, first, at, weekday, str(part) if part else None)
    dated = _dated(t, at)
    if dated is None:
        return None
    last = dated.last
    if last + 2 < t.end and t.keys[last] == "(":
        inner = _dated(t, last + 1)
        wd, wd_last = t.weekday_at(last + 1)
        if inner is not None and inner.last < t.end and t.keys[inner.last] == ")":
            value = dated.value if dated.value else inner.value
            if inner.value and dated.value and inner.value != dated.value:
                t.clock.clash(dated, inner)
            return t.made(first, inner.last + 1, value, "day", dated.calendar, str(part) if part else None)
        if wd >= 0 and wd_last < t.end and t.keys[wd_last] == ")":
            last = wd_last + 1
    return t.made(first, last, dated.value, dated.precision, dated.calendar, str(part) if part else None)


def _shifted(t: Times, first: int, at: int, shift: int, part: object) -> TimeDraft:
    """A day counted from the report's; the weekday in brackets or behind it settles it."""
    open_bracket = at < t.end and t.keys[at] == "("
    weekday, behind = t.weekday_at(at + open_bracket)
    words = t.keys[first:at]
    if part is None:
        part = "night" if any("شب" in w for w in words) else None
        size, named = t.table_at(t.parts, at)
        if (
            part is None
            and size
            and weekday < 0
            and shift in (0, -1)
            and t.keys[first] in ("امروز", "دیروز")
            and t.keys[at] in ("صبح", "ظهر", "عصر", "بامداد", "شب")
        ):
            at, part = at + size, named
    if weekday >= 0 and (not open_bracket or (behind < t.end and t.keys[behind] == ")")):
        last = behind + open_bracket
        dated = _dated(t, last) if not open_bracket else None
        if dated is not None:
            return t.made(first, dated.last, dated.value, "day", dated.calendar, str(part) if part else None)
        return t.made(first, last, t.clock.weekday(weekday, 0), "day", "relative", str(part) if part else None)
    if weekday >= 0 and open_bracket and (dated := _dated(t, behind)) is not None and dated.last < t.end and t.keys[dated.last] == ")":
        return t.made(first, dated.last + 1, dated.value, "day", dated.calendar, str(part) if part else None)
    if open_bracket:
        dated = _dated(t, at + 1)
        if dated is not None and dated.last < t.end and t.keys[dated.last] == ")":
            return t.made(first, dated.last + 1, dated.value, "day", dated.calendar, str(part) if part else None)
    return t.made(first, at, t.clock.day(shift), "day", "relative", str(part) if part else None)


def _weekday(t: Times, first: int, at: int, weekday: int, part: str | None) -> TimeDraft:
    """«سه‌شنبه هفته گذشته», «دوشنبه آینده», a bare weekday: the last such day on or before the report's."""
    week, last = 0, at
    following = t.keys[at : at + 2]
    if following[:1] == ["هفته"] and len(following) == 2 and following[1] in t.past | t.present | t.coming:
        week = -7 if following[1] in t.past else 7 if following[1] in t.coming else 0
        last = at + 2
        return t.made(first, last, t.clock.weekday_of_week(weekday, week), "day", "relative", part)
    if following[:1] == ["این"] and following[1:] == ["هفته"]:
        return t.made(first, at + 2, t.clock.weekday_of_week(weekday, 0), "day", "relative", part)
    if following and following[0] in ("گذشته", "اخیر"):
        return t.made(first, at + 1, t.clock.weekday(weekday, 0, strictly=True), "day", "relative", part)
    if following and following[0] in ("آینده", "بعد"):
        return t.made(first, at + 1, t.clock.weekday(weekday, 1), "day", "relative", part)
    ahead = 1 if t.clock.future_near(first) else 0
    return t.made(first, last, t.clock.weekday(weekday, ahead), "day", "relative", part)


def _dated(t: Times, at: int) -> TimeDraft | None:
    """A day and month, with a year if it stands there."""
    number, behind = t.day_number(at)
    if not number:
        return None
    calendar, month, last = t.month_at(behind)
    if not month or (t.keys[behind] == "می" and (last >= t.end or not t.keys[last].isdigit()) and not t.keys[at].isdigit()):
        return None
    if t.keys[behind] == "مه" and last < t.end and t.keys[last][0] == "‌":
        return None
    year, last, calendar = t.year_at(last, calendar)
    if year is None:
        year = t.clock.nearest(month, number, calendar)
    if year is None:
        return t.made(at, last, None, "day", calendar)
    found = (cal.jalali_day if calendar == "jalali" else cal.gregorian_day)(year, month, number)
    return t.made(at, last, str(found) if found else None, "day", calendar)


def month(t: Times, at: int) -> TimeDraft | None:
    """«شهریورماه», «ژانویه ۲۰۲۰», «بهمن سال گذشته», «دی ماه گذشته», «اواسط فوریه»."""
    first = at
    size, edge = t.table_at(t.edges, at)
    if size and t.month_at(at + size)[1]:
        at += size
    if t.keys[at] == "ماه" and at + 1 < t.end and t.month_at(at + 1)[0] == "gregorian":
        at += 1
    calendar, number, last = t.month_at(at)
    if not number:
        return None
    word = t.keys[at]
    year, behind, calendar = t.year_at(last, calendar)
    dated = behind > last
    shift = None
    if not dated and last < t.end and t.keys[last] in t.past | t.present | t.coming and t.keys[last] not in ("پیش", "قبل", "بعد"):
        shift, last = t.keys[last], last + 1
    else:
        last = behind
    full = t.keys[last - 1] == "ماه" or word.endswith("ماه")
    if word in ("دی", "مهر", "تیر", "مه", "می", "آذر", "مارس", "اوت", "جون") and not (dated or shift or full or (first < at)):
        return None
    if word == "می" and not dated:
        return None
    if word in cal.JALALI and not (
        dated or shift or full or first < at or (first > 0 and t.keys[first - 1] in ("در", "از", "تا", "و", "اول", "آخر", "پایان"))
    ):
        return None
    if year is None:
        year = t.clock.nearest(number, 15, calendar, shift)
    if year is None:
        return t.made(first, last, None, "month", calendar)
    value = cal.jalali_month(year, number) if calendar == "jalali" else f"{year}-{number:02}"
    return t.made(first, last, value, "interval" if calendar == "jalali" else "month", calendar)


def decade(t: Times, at: int) -> TimeDraft | None:
    """«اواخر دهه ۷۰», «دهه ۱۹۹۰»."""
    first = at
    size, edge = t.table_at(t.edges, at)
    at += size
    if at + 1 >= t.end or t.keys[at] != "دهه":
        return None
    number = number_at(t.keys, at + 1, min(at + 2, t.end))
    if number is None or number.value % 10 or number.value < 10:
        return None
    last = number.last
    iranian = number.value < 100 and t.draft.homeland in (None, "iran", "afghanistan") or 1300 <= number.value < 1500
    if last < t.end and t.keys[last] == "میلادی":
        iranian, last = False, last + 1
    elif last < t.end and t.keys[last] in ("شمسی", "خورشیدی"):
        last += 1
    start = int(number.value) if number.value >= 100 else int(number.value) + (1300 if iranian else 1900)
    low, high = {"early": (0, 3), "mid": (3, 6), "late": (6, 9), "end": (6, 9)}.get(str(edge), (0, 9))
    if iranian:
        value = f"{start + low + 621}/{start + high + 622}"
    else:
        value = f"{start + low}/{start + high}"
    return t.made(first, last, value, "decade", "jalali" if iranian else "gregorian")


def years(t: Times, at: int) -> TimeDraft | None:
    """«سال ۲۰۲۵», «سال‌های ۲۰۲۶ تا ۲۰۲۸», «۲۰۲۶- ۲۰۲۸», «سال 98», a bare year where the context makes it one."""
    first = at
    size, _ = t.table_at(t.edges, at)
    if size and at + size < t.end and t.keys[at + size] in ("سال", "سالهای"):
        at += size
    headed = t.keys[at] in ("سال", "سالهای", "سالهایی")
    at += headed
    value = plain(t.keys[at]) if at < t.end else None
    if value is None or value != int(value) or "/" in t.keys[at] or "," in t.keys[at]:
        return None
    number = int(value)
    if not (1250 <= number <= 1450 or 1800 <= number <= 2100 or (headed and 30 <= number < 100)):
        return None
    last = at + 1
    following = t.keys[last] if last < t.end else ""
    if following in t.not_year or (not headed and first > 0 and (t.keys[first - 1] in t.not_year or not _bare_year(t, first, last))):
        return None
    calendar = "jalali" if 1250 <= number <= 1450 or number < 100 else "gregorian"
    if era := t.era.at(t.keys, last, t.end):
        calendar = "gregorian" if t.keys[last] == "میلادی" else calendar
        last += era
    begin = cal.full_year(number, calendar)
    if last + 1 < t.end and t.keys[last] in ("تا", "-", "الی"):
        other = plain(t.keys[last + 1])
        if other is not None and begin < cal.full_year(int(other), calendar) <= begin + 80 and (1250 <= other <= 2100 or other < 100):
            end = cal.full_year(int(other), calendar)
            last += 2
            return t.made(first, last, f"{_iso_year(begin, calendar, 0)}/{_iso_year(end, calendar, 1)}", "interval", calendar)
    whole = cal.jalali_year(begin) if calendar == "jalali" else str(begin)
    return t.made(first, last, whole, "interval" if calendar == "jalali" else "year", calendar)


def _iso_year(year: int, calendar: str, end: int) -> str:
    if calendar == "gregorian":
        return str(year)
    whole = cal.jalali_year(year)
    return whole.split("/")[end] if whole else str(year)


def _bare_year(t: Times, first: int, last: int) -> bool:
    """A bare number is a year behind a word that years follow, or when a range or bracket holds it."""
    before = t.keys[first - 1]
    if before in ("(", "-"):
        return last < t.end and t.keys[last] in (")", "-", "تا")
    return before in t.year_heads or (last < t.end and t.keys[last] in ("تا", "میلادی"))


def relative(t: Times, at: int) -> TimeDraft | None:
    """«هفته گذشته», «ماه آینده», «سال جاری», «امسال», «سال‌های اخیر», «سال جدید میلادی»."""
    if size := t.new_year.at(t.keys, at, t.end):
        year = t.clock.year("gregorian")
        return t.made(at, at + size, str(year + 1) if year else None, "year", "relative")
    key = t.keys[at]
    if key in ("امسال", "پارسال"):
        return t.made(at, at + 1, t.clock.whole("Y", 0 if key == "امسال" else -1), "year", "relative")
    if size := t.these.at(t.keys, at, t.end):
        week = t.clock.whole("W", 0) if t.keys[at + 1] == "هفته" else None
        return t.made(at, at + size, week, "interval", "relative")
    if key in t.plurals and at + 1 < t.end and t.keys[at + 1] in t.past | t.coming | {"جاری", "پایانی", "ابتدایی", "نخست"}:
        return t.made(at, at + 2, None, "interval", "relative")
    first = at
    size, _ = t.table_at(t.edges, at)
    if size and at + size < t.end and t.keys[at + size] in ("سال", "ماه", "هفته"):
        at += size
    if t.keys[at] in t.units and t.units[t.keys[at]] in ("W", "M", "Y", "10Y") and at + 1 < t.end:
        word, unit = t.keys[at + 1], t.units[t.keys[at]]
        shift = (
            -1 if word in ("گذشته", "قبل", "پیش", "پیشین") else 0 if word in t.present else 1 if word in ("آینده", "بعد", "آتی") else None
        )
        if shift is None or (word in ("قبل", "پیش", "بعد") and at + 2 < t.end and t.keys[at + 2] == "از"):
            return None
        last = at + 2
        if last < t.end and t.keys[last] == "میلادی":
            last += 1
        precision = {"W": "interval", "M": "month", "Y": "year", "10Y": "decade"}[unit]
        return t.made(first, last, t.clock.whole(unit, shift) if unit != "10Y" else None, precision, "relative")
    return None


def counted(t: Times, at: int) -> TimeDraft | None:
    """«دو دهه قبل», «حدود سه ماه پیش», «یکسال و نیم گذشته», «یک یا دو روز آینده», «۲۴ ساعت گذشته»."""
    first = at
    at += t.about.at(t.keys, at, t.end)
    count: float | None
    if at < t.end and t.keys[at] in GLUED:
        count, word, at = GLUED[t.keys[at]], t.keys[at][-3:] if not t.keys[at].endswith("هفته") else "هفته", at + 1
        word = "روز" if word.endswith("روز") else word
    else:
        number = number_at(t.keys, at, t.end)
        if number is None or number.vague:
            if at < t.end and t.keys[at] == "چند" and at + 2 < t.end and t.keys[at + 1] in t.units:
                count, at = None, at + 1
            else:
                return None
        else:
            count, at = number.value, number.last
            if at + 1 < t.end and t.keys[at] == "یا" and (other := number_at(t.keys, at + 1, t.end)):
                count, at = None, other.last
        if at >= t.end or t.keys[at] not in t.units:
            return None
        word, at = t.keys[at], at + 1
    unit = t.units.get(word)
    if unit is None:
        return None
    if at + 1 < t.end and t.keys[at] == "و" and t.keys[at + 1] == "نیم":
        count, at = (count + 0.5 if count else None), at + 2
    if at >= t.end:
        return None
    behind = t.keys[at]
    if behind in ("پیش", "قبل") and not (at + 1 < t.end and t.keys[at + 1] == "از"):
        return t.made(first, at + 1, t.clock.counted(count, unit, -1), "month" if unit in ("M", "W") else "year", "relative")
    if behind in ("گذشته", "اخیر"):
        return t.made(first, at + 1, t.clock.window(count, unit, -1), "interval", "relative")
    if behind in ("آینده", "آتی"):
        return t.made(first, at + 1, t.clock.window(count, unit, 1), "interval", "relative")
    if behind in ("دیگر", "بعد") and not (at + 1 < t.end and t.keys[at + 1] == "از"):
        return t.made(first, at + 1, t.clock.counted(count, unit, 1), "day", "relative")
    return None


def feast(t: Times, at: int) -> TimeDraft | None:
    """«عید کریسمس», «نوروز»."""
    size, day = t.table_at(t.feasts, at)
    if not size:
        return None
    return t.made(at, at + size, t.clock.feast(str(day)), "day", str(day).split(":")[0])


def season(t: Times, at: int) -> TimeDraft | None:
    """«زمستان ۱۳۹۸», «تابستان گذشته»."""
    if t.keys[at] not in t.seasons or at + 1 >= t.end:
        return None
    year, last, calendar = t.year_at(at + 1, "jalali")
    if last == at + 1:
        if t.keys[at + 1] not in ("گذشته", "آینده", "امسال"):
            return None
        last = at + 2
    if year is None or calendar != "jalali" or year > 1500:
        return t.made(at, last, None, "interval", "jalali")
    first_month = t.seasons[t.keys[at]]
    begin, end = cal.jalali_month(year, first_month), cal.jalali_month(year, first_month + 2)
    return t.made(at, last, f"{begin.split('/')[0]}/{end.split('/')[1]}" if begin and end else None, "interval", "jalali")


def visit_day(t: Times, at: int) -> TimeDraft | None:
    """«دومین روز سفر»: a day counted from an event, the report's own day."""
    if t.keys[at] in ("دومین", "نخستین", "اولین", "سومین", "چهارمین", "آخرین") and t.keys[at + 1 : at + 3] == ["روز", "سفر"]:
        return t.made(at, at + 3, t.clock.day(0), "day", "relative")
    return None


RULES: tuple[Callable[[Times, int], TimeDraft | None], ...] = (
    numeric,
    visit_day,
    counted,
    day,
    decade,
    month,
    relative,
    feast,
    season,
    years,
)


def find(draft: Draft) -> None:
    """Fills `draft.times`, in order, not overlapping."""
    t = Times(draft)
    at = 0
    while at < t.end:
        key = t.keys[at]
        if key in t.triggers or key[0].isdigit() or ordinal_at(t.keys, at, t.end)[0]:
            found = next((x for rule in RULES if (x := rule(t, at)) is not None), None)
            if found is not None and found.first not in draft.in_furniture:
                draft.times.append(found)
                at = found.last
                continue
        at += 1
