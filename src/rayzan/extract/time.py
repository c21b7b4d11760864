"""Times: every expression of calendar time, resolved against the report's own date or openly left unresolved."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from rayzan.extract.almanac import Times
from rayzan.extract.draft import Draft, TimeDraft
from rayzan.extract.time_date import day_of_month, named, numeric
from rayzan.extract.time_day import day, every, told, visit_day, weekday_of_month
from rayzan.extract.time_month import anniversary, feast, month, part_of_month, part_of_year, season
from rayzan.extract.time_period import counted, relative, up_to_now
from rayzan.extract.time_told import compared, told_month, told_year
from rayzan.extract.time_year import century, decade, years
from rayzan.extract.timewords import Tables
from rayzan.lang.fa.language import Persian

Rule = Callable[[Times, int], TimeDraft | None]

# Order: counted before day because «دو روز قبل» is no «روز قبل»; part_of_month before day because «دهه دوم شهریور» is no «دوم شهریور»; part_of_year before counted and years because «سه ماهه دوم
# سال ۲۰۱۹» holds a year; told before day because «روز بعد» counts from a day of the text; compared before relative because «نسبت به
# ماه قبل» counts from a told month; month before relative because
# «پایان ماه مارس» holds a month; relative before years so that «سال جاری» is no head of a number.
RULES: tuple[Rule, ...] = (
    numeric,
    named,
    visit_day,
    day_of_month,
    weekday_of_month,
    part_of_month,
    part_of_year,
    counted,
    told,
    every,
    day,
    decade,
    century,
    month,
    told_year,
    told_month,
    up_to_now,
    compared,
    relative,
    feast,
    anniversary,
    season,
    years,
)
DAYS_MEANT = {"امروز": 0, "دیروز": -1, "فردا": 1}
ON_DIGITS = (numeric, named, part_of_year, counted, day, years)


class Grammar:
    """The words of time of a language and, for each, the rules that may begin at it."""

    def __init__(self, language: Persian) -> None:
        self.tables = Tables(language)
        starts = self.tables.starts()
        self.rules: dict[str, tuple[Rule, ...]] = {}
        for rule in RULES:
            for word in starts[rule.__name__]:
                self.rules[word] = (*self.rules.get(word, ()), rule)


@cache
def grammar(language: Persian) -> Grammar:
    """The grammar of time of a language, built once."""
    return Grammar(language)


def find(draft: Draft) -> None:
    """Fills `draft.times`, in order, not overlapping; where the report calls the day before its own today, day words count from that."""
    noted = len(draft.notes)
    _fill(draft)
    if draft.published is not None and draft.today is None and (today := _called_today(draft)) is not None:
        draft.today = today
        del draft.notes[noted:]
        _fill(draft)


def _called_today(draft: Draft) -> date | None:
    """The day before the report's own, where it calls that today: by weekday or date, «امروز (دوشنبه)», or in what was told on its evening,
    «شامگاه دوشنبه گزارش داد که عصر امروز …»; posted after midnight."""
    assert draft.published is not None
    told = (t for t in draft.times if t.value and t.precision == "day" and t.last > t.first + 1)
    days = {
        date.fromisoformat(t.value or "") - timedelta(days=DAYS_MEANT[key])
        for t in told
        if (key := next((k for k in draft.view.keys[t.first : t.last] if k in DAYS_MEANT), None)) and _fixed(draft, t)
    }
    eve = draft.published - timedelta(days=1)
    return eve if days == {eve} or not days and _evening_told(draft, eve) else None


def _evening_told(draft: Draft, eve: date) -> bool:
    """Whether words reported on the evening of a weekday, which was that day, speak of today."""
    of, keys = draft.view.sentence_of, draft.view.keys
    for evening, today in pairwise(draft.times):
        dated = evening.value == str(eve) and evening.part in ("evening", "night") and not DAYS_MEANT.keys() & set(keys[evening.first : evening.last])
        said = any(DAYS_MEANT.get(key) == 0 for key in keys[today.first : today.last]) and "که" in keys[evening.last : today.first]
        if dated and said and of[evening.first] == of[today.first]:
            return True
    return False


def _fixed(draft: Draft, t: TimeDraft) -> bool:
    """Whether a day word has its weekday or its date beside it."""
    tables, keys = Times(draft, grammar(draft.language).tables), draft.view.keys
    return any(tables.weekday_at(at)[0] >= 0 or keys[at].isdigit() and tables.month_at(at + 1)[1] for at in range(t.first, t.last))


def _fill(draft: Draft) -> None:
    g = grammar(draft.language)
    draft.times = []
    t = Times(draft, g.tables)
    rules, at = g.rules, 0
    for here, key in enumerate(t.keys):
        if here < at:
            continue
        tried = rules.get(key) or (ON_DIGITS if key[0].isdigit() else ())
        for rule in tried:
            found = rule(t, here)
            if found is not None:
                if found.first not in draft.in_furniture:
                    draft.times.append(found)
                    at = found.last
                break
