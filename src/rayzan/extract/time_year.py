"""Rules of time for years, decades and centuries."""

from rayzan.extract.almanac import Times
from rayzan.extract.draft import TimeDraft
from rayzan.lang.fa import calendar as cal
from rayzan.lang.fa.numerals import number_at, ordinal_at, plain

HEADS = ("سال", "سالهای", "سالهایی")


def decade(t: Times, at: int) -> TimeDraft | None:
    """«اواخر دهه ۷۰», «دهه ۱۹۹۰», «نیمه نخست دهه شصت»."""
    first = at
    size, edge = t.table_at(t.tables.edges, at)
    at += size
    if t.key(at) not in ("دهه", "دهههای"):
        return None
    number = number_at(t.keys, at + 1, min(at + 2, t.end))
    if number is None or number.value % 10 or number.value < 10:
        return None
    last = number.last
    iranian = number.value < 100 and t.draft.homeland in (None, "iran", "afghanistan") or 1300 <= number.value < 1500
    if t.key(last) == "میلادی":
        iranian, last = False, last + 1
    elif t.key(last) in ("شمسی", "خورشیدی"):
        last += 1
    start = int(number.value) if number.value >= 100 else int(number.value) + (1300 if iranian else 1900)
    edges = {"early": (0, 3), "mid": (3, 6), "late": (6, 9), "end": (6, 9), "first half": (0, 4), "second half": (5, 9)}
    low, high = edges.get(str(edge), (0, 9))
    value = f"{start + low + 621}/{start + high + 622}" if iranian else f"{start + low}/{start + high}"
    return t.made(first, last, value, "decade", "jalali" if iranian else "gregorian")


def century(t: Times, at: int) -> TimeDraft | None:
    """«قرن بیستم», «اوایل قرن ۲۱ میلادی»; «معامله قرن» is none."""
    first = at
    size, _ = t.table_at(t.tables.edges, at)
    at += size
    if t.key(at) not in ("قرن", "سده"):
        return None
    number, last = ordinal_at(t.keys, at + 1, t.end)
    if not number:
        value = plain(t.key(at + 1)) if at + 1 < t.end else None
        if value is None or not 5 <= value <= 21:
            return None
        number, last = int(value), at + 2
    if not 5 <= number <= 21:
        return None
    era = t.tables.era.at(t.keys, last, t.end)
    if era and t.key(last) != "میلادی":
        return t.made(first, last + era, None, "century", "jalali")
    last += era
    return t.made(first, last, f"{number * 100 - 99}/{number * 100}", "century", "gregorian")


def years(t: Times, at: int) -> TimeDraft | None:
    """«سال ۲۰۲۵», «سال‌های ۲۰۲۶ تا ۲۰۲۸», «۲۰۲۶- ۲۰۲۸», «سال 98», «انتخابات ۸۸», a bare year where the context makes it one."""
    first = at
    size, _ = t.table_at(t.tables.edges, at)
    edged = size > 0 and t.key(at + size)[:1].isdigit()  # «اواخر ۹۶»
    if size and (edged or t.key(at + size) in HEADS):
        at += size
    headed = t.key(at) in HEADS
    at += headed
    at += headed and t.key(at) in t.tables.year_kinds  # «سال مالی ۲۰۲۱»
    value = plain(t.keys[at]) if at < t.end else None
    if headed and value is None and (told := number_at(t.keys, at, t.end)) is not None and 50 <= told.value < 100 and told.last <= at + 3:
        return t.made(first, told.last, cal.year_of("jalali", 1300 + int(told.value)), "interval", "jalali")  # «سال نود و یک»
    if headed and value is None and (told := number_at(t.keys, at, t.end)) is not None and 1300 <= told.value <= 2100:
        calendar = "jalali" if told.value <= 1450 else "gregorian"  # «سال دو هزار و بیست»
        last = told.last + t.tables.era.at(t.keys, told.last, t.end)
        return t.made(first, last, cal.year_of(calendar, int(told.value)), "interval" if calendar == "jalali" else "year", calendar)
    if value is None or not t.keys[at].isdigit():
        return None
    number, last = int(value), at + 1
    if 0 < number < 1250 and (early := _early(t, first, last, number, headed)) is not None:
        return early
    joined = not headed and (_joined(t, first) or _of_election(t, first))
    short = (
        len(t.keys[at]) == 2
        and (headed or joined or edged or t.key(at - 1) in t.tables.short_year_heads)
        and (number >= 50 or headed)
    )
    old = 1450 < number < 1800 and (headed or t.key(first - 1) == "از" and t.keys[last : last + 2] == ["به", "بعد"])  # «از ۱۶۴۸ به بعد»
    if not (1250 <= number <= 1450 or 1800 <= number <= 2100 or short or old):
        return None
    following = t.key(last)
    certain = headed and (1800 <= number <= 2100 or following == "سال")  # «سال ۲۰۲۴ نفر اول شد», «سال ۹۹ سال شادی است»
    if headed and short and t.key(at - 2) in ("این", "آن", "همان", "هر", "یک", "همین"):
        return None  # «در این سال ۹۰ نفر»
    if headed and short and first and number_at(t.keys, first - 1, first) is not None:
        return None  # «در طول ۶ سال ۵۹ پله»
    again = following == "بار" and t.key(last + 1) == "دیگر"  # «در ۲۰۰۱ بار دیگر گشوده شد»
    if following in t.tables.not_year and not certain and not again or t.key(first - 1) in t.tables.not_year and not headed:
        return None
    if not (headed or short or joined or edged or old) and not _bare_year(t, first, last):
        return None
    calendar = "jalali" if 1250 <= number <= 1450 or number < 100 else "gregorian"
    if era := t.tables.era.at(t.keys, last, t.end):
        calendar = "gregorian" if following == "میلادی" else calendar
        last += era
    begin = cal.full_year(number, calendar)
    if t.key(last) in ("تا", "-", "الی"):
        upper = last + 1 + (t.key(last + 1) == "سال")
        other = plain(t.keys[upper]) if upper < t.end else None
        if other is not None and begin < cal.full_year(int(other), calendar) <= begin + 80 and (1250 <= other <= 2100 or other < 100):
            end = cal.full_year(int(other), calendar)
            last = upper + 1 + t.tables.era.at(t.keys, upper + 1, t.end)
            return t.made(first, last, f"{_iso_year(begin, calendar, 0)}/{_iso_year(end, calendar, 1)}", "interval", calendar)
    return t.made(first, last, cal.year_of(calendar, begin), "interval" if calendar == "jalali" else "year", calendar)


def _early(t: Times, first: int, last: int, number: int, headed: bool) -> TimeDraft | None:
    """«سال ۵۷۰ میلادی», «۶۱ هجری قمری», «سال ۳۰۰ پیش از میلاد»: an early year, by the era behind it; Hijri years and those before Christ are open."""
    if t.key(last) in ("پیش", "قبل") and t.keys[last + 1 : last + 3] == ["از", "میلاد"]:
        return t.made(first, last + 3, None, "year", "gregorian") if headed else None
    era = t.tables.era.at(t.keys, last, t.end)
    if not era or not (headed or era > 1 or number > 31) or number < 100 and t.key(last) in cal.ERAS:
        return None  # «سال ۹۸ شمسی» is of this century
    calendar = cal.ERAS.get(t.key(last + era - 1), "hijri")
    value = cal.year_of(calendar, number) if calendar == "jalali" else f"{number:04}" if calendar == "gregorian" else None
    return t.made(first, last + era, value, "interval" if calendar == "jalali" else "year", calendar)


def _joined(t: Times, first: int) -> bool:
    """«سال‌های ۹۷ و ۹۸»: a year joined to one told just before."""
    before = t.last_before(first)
    return (
        before is not None and before.last + 1 == first and t.key(first - 1) in ("و", "،", "تا", "یا", "/") and t.key(before.last - 1).isdigit()
        and (before.precision == "year" or before.calendar == "jalali" and before.precision == "interval")
    )  # fmt: skip


def _of_election(t: Times, first: int) -> bool:
    """«انتخابات ریاست جمهوری ۲۰۲۰», «انتخابات مجلس ۹۸»."""
    near = t.keys[max(0, first - 4) : first]
    return "انتخابات" in near and near[-1] in ("جمهوری", "ریاستجمهوری", "مجلس", "پارلمانی", "سراسری", "کنگره", "آمریکا", "ایران")


def _iso_year(year: int, calendar: str, end: int) -> str:
    if calendar == "gregorian":
        return str(year)
    whole = cal.jalali_year(year)
    return whole.split("/")[end] if whole else str(year)


def _bare_year(t: Times, first: int, last: int) -> bool:
    """A bare number is a year behind a word that years follow, or when a range or bracket holds it."""
    before = t.key(first - 1)
    if before == "به":
        return any(k.startswith(("برمیگ", "بازمیگ", "برگشت", "بازگشت", "مربوط")) for k in t.keys[last : last + 2])  # «به ۲۰۱۰ برمی‌گردد»
    if before in ("(", "-"):
        return t.key(last) in (")", "-", "تا")
    ranged = t.key(last) == "-" and t.key(last + 1).isdigit() and len(t.key(last + 1)) == 4 and t.key(last + 1) > t.key(first)
    return ranged or before in t.tables.year_heads or t.key(last) == "تا" or t.tables.era.at(t.keys, last, t.end) > 0
