"""Rules of time for months and years counted from a time that the text told: «همان سال», «در آوریل نسبت به ماه قبل»."""

from datetime import date

from rayzan.extract.almanac import Times
from rayzan.extract.draft import TimeDraft
from rayzan.extract.time_period import PRECISIONS
from rayzan.lang.fa import calendar as cal


def told_year(t: Times, at: int) -> TimeDraft | None:
    """«همان سال», «سال بعد»: counted from the year that the text named last; nothing where it names none."""
    first = at
    at += t.table_at(t.tables.edges, at)[0]  # «اواخر همان سال»
    size, shift = t.table_at(t.tables.years_told, at)
    before = t.last_before(first) if size else None
    if not size or shift is None or before is None or not before.value or before.calendar not in ("gregorian", "jalali"):
        return None
    if t.key(at + size) == "از":
        return None
    begin = before.value.split("/")[0]
    year = cal.jalali_of(date.fromisoformat(begin))[0] if before.calendar == "jalali" and len(begin) == 10 else int(begin[:4])
    if before.precision == "decade" or before.calendar == "jalali" and len(begin) != 10:
        return None
    found = t.made(first, at + size, cal.year_of(before.calendar, year + shift), "year", "relative")
    found.anchor = before.value
    return found


def told_month(t: Times, at: int) -> TimeDraft | None:
    """«همان ماه», «اواخر آن ماه»: the month that the text named last; nothing where it names none."""
    first = at
    at += t.table_at(t.tables.edges, at)[0]
    size, _ = t.table_at(t.tables.months_told, at)
    before = t.last_before(first) if size else None
    begin = cal.begin_of(before.value) if before is not None and before.value and before.precision in ("day", "month", "interval") else None
    if before is None or begin is None or before.calendar not in ("gregorian", "jalali") or t.key(before.last - 1)[:1] == "":
        return None
    year, month, _ = cal.jalali_of(begin) if before.calendar == "jalali" else (begin.year, begin.month, 0)
    found = t.made(first, at + size, cal.month_of(before.calendar, year, month), "month" if before.calendar == "gregorian" else "interval", "relative")
    found.anchor = before.value
    return found


def compared(t: Times, at: int) -> TimeDraft | None:
    """«در آوریل نسبت به ماه قبل», «در ۲۰۱۹ نسبت به دوره مشابه سال پیش»: counted from the month or year that the sentence told."""
    unit, near = t.tables.units.get(t.key(at)), t.keys[max(0, at - 3) : at]
    if unit not in ("M", "Y") or t.key(at + 1) not in ("قبل", "پیش", "پیشین", "گذشته") or t.key(at + 2) == "از":
        return None
    if not ("مشابه" in near or near[-2:] == ["نسبت", "به"] or near[-2:] == ["مقایسه", "با"]):
        return None
    of = t.draft.view.sentence_of
    told = [x for x in t.draft.times if of[x.first] == of[at] and x.calendar in ("gregorian", "jalali") and x.value]
    begin = cal.begin_of(told[-1].value or "") if told and told[-1].precision in ("year", "month", "interval") else None
    if begin is None or unit == "M" and told[-1].precision == "year":
        return None
    value = cal.before(told[-1].calendar, unit, begin)
    last = at + 2 + (cal.ERAS.get(t.key(at + 2)) == told[-1].calendar)
    found = t.made(at, last, value, PRECISIONS[unit] if told[-1].calendar == "gregorian" else "interval", "relative")
    found.anchor = told[-1].value
    return found
