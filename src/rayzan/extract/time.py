"""Times: every expression of calendar time, resolved against the report's own date or openly left unresolved."""

from collections.abc import Callable
from functools import cache

from rayzan.extract.almanac import Tables, Times
from rayzan.extract.draft import Draft, TimeDraft
from rayzan.extract.time_day import day, day_of_month, named, numeric, told, visit_day
from rayzan.extract.time_month import feast, month, part_of_year, season
from rayzan.extract.time_period import counted, relative, told_year
from rayzan.extract.time_year import century, decade, years
from rayzan.lang.fa.language import Persian

# Order: counted before day because «دو روز قبل» is no «روز قبل»; part_of_year before counted and years because «سه ماهه دوم
# سال ۲۰۱۹» holds a year; told before day because «روز بعد» counts from a day of the text; month before relative because
# «پایان ماه مارس» holds a month; relative before years so that «سال جاری» is no head of a number.
RULES: tuple[Callable[[Times, int], TimeDraft | None], ...] = (
    numeric,
    named,
    visit_day,
    day_of_month,
    part_of_year,
    counted,
    told,
    day,
    decade,
    century,
    month,
    told_year,
    relative,
    feast,
    season,
    years,
)


@cache
def tables(language: Persian) -> Tables:
    """The words of time of a language, read once."""
    return Tables(language)


def find(draft: Draft) -> None:
    """Fills `draft.times`, in order, not overlapping."""
    t = Times(draft, tables(draft.language))
    furniture = [(s.start, s.end) for s in draft.furniture]
    words, triggers = draft.view.words, t.tables.triggers
    at = 0
    while at < t.end:
        key = t.keys[at]
        if key in triggers or key[0].isdigit():
            found = next((x for rule in RULES if (x := rule(t, at)) is not None), None)
            if found is not None and not any(a <= words[found.first].start < b for a, b in furniture):
                draft.times.append(found)
                at = found.last
                continue
        at += 1
