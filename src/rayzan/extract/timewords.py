"""The words of time of one language, as keys, and the words at which each rule of time can begin."""

from typing import TypeVar

from rayzan.lang.fa import calendar as cal
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.numerals import COMPOUND, COUNTS, ORDINALS, UNITS, VAGUE

V = TypeVar("V", str, int, list[str])
YEARLY = frozenset({"سالگرد", "سالروز"})


class Tables:
    """The words of time of one language, as keys."""

    def __init__(self, language: Persian) -> None:
        table = language.table("time")

        def phrases(words: dict[str, V]) -> dict[tuple[str, ...], V]:
            return {phrase: value for form, value in words.items() for phrase in language.variants(form)}

        def keys(name: str) -> frozenset[str]:
            return frozenset(p[0] for form in table[name] for p in language.variants(form) if len(p) == 1)

        self.parts, self.feasts, self.edges = (phrases(table[n]) for n in ("parts", "feasts", "edge"))
        self.moving_feasts = phrases(table["moving_feasts"])
        self.anniversaries = phrases(table["anniversaries"])
        self.named_days, self.lone_days = phrases(table["named_days"]), phrases(table["lone_days"])
        self.feast_weeks: dict[tuple[str, ...], list[str]] = {
            phrase: ends for form, ends in table["feast_weeks"].items() for phrase in language.variants(form)
        }
        self.days, self.days_told, self.months_told, self.years_told = (phrases(table[n]) for n in ("days", "days_told", "months_told", "years_told"))
        self.units: dict[str, str] = {language.keys(word)[0]: unit for word, unit in table["units"].items()}
        self.seasons: dict[str, int] = table["seasons"]
        self.quarters: dict[str, int] = table["quarters"]
        self.past, self.coming, self.present = (frozenset(language.keys(w)[0] for w in table[k]) for k in ("past", "coming", "present"))
        self.plurals, self.plurals_past, self.common_months = (keys(n) for n in ("plurals", "plurals_past", "common_months"))
        self.day_names, self.moments, self.occasions = (keys(n) for n in ("day_names", "moments", "occasions"))
        self.not_year, self.year_heads, self.short_year_heads = (keys(n) for n in ("not_year", "year_heads", "short_year_heads"))
        self.year_kinds = keys("year_kinds")
        lists = ("about", "these", "day_and_night", "new_year", "new_year_iranian", "era", "month_heads")
        self.about, self.these, self.day_and_night, self.new_year, self.new_year_iranian, self.era, self.month_heads = (
            language.words("time", k) for k in lists
        )
        self.glued = frozenset(word + tail for word in COUNTS for unit in self.units for tail in (unit, unit + "ه"))

    def starts(self) -> dict[str, frozenset[str]]:
        """For each rule of time, by its name, the words that it can begin at."""

        def first(*tables: dict[tuple[str, ...], V]) -> frozenset[str]:
            return frozenset(p[0] for t in tables for p in t)

        numbers = frozenset(UNITS) | frozenset(COMPOUND)
        months = frozenset(cal.JALALI) | {m + "ماه" for m in cal.JALALI} | frozenset(cal.GREGORIAN) | frozenset(cal.HIJRI)
        months |= {pair[0] for pair in cal.HIJRI_PAIRS}
        weekdays = frozenset(day + tail for day in cal.WEEKDAYS for tail in ("", "شب", "ها"))
        weekdays |= {day.removesuffix("شنبه") for day in cal.WEEKDAYS if day != "شنبه"}
        nth = frozenset(w + "ین" for w in ORDINALS) | {"نخستین", "اولین", "آخرین"}
        edges, heads = first(self.edges), frozenset(["سال", "سالهای", "سالهایی"])
        return {
            "numeric": frozenset(),
            "named": frozenset(word for word in first(self.named_days, self.lone_days) if not word[0].isdigit()),
            "visit_day": nth | {"روز"},
            "day_of_month": nth,
            "weekday_of_month": nth,
            "part_of_year": edges | numbers | self.glued,
            "counted": numbers | self.glued | frozenset(VAGUE) | {"یه", "چند", "چندین", "یکی", "نیم", "هزار", "ظرف"},
            "told": first(self.days_told) | first(self.parts),
            "day": first(self.parts, self.days) | weekdays | numbers | frozenset(ORDINALS) | {"روز", "روزهای", "ساعت", "راس"},
            "decade": edges | {"دهه", "دهههای"},
            "century": edges | {"قرن", "سده"},
            "month": edges | months | {"ماه", "ماههای"},
            "told_year": edges | first(self.years_told),
            "told_month": edges | first(self.months_told),
            "up_to_now": frozenset(["این"]),
            "compared": frozenset(word for word, unit in self.units.items() if unit in ("M", "Y")),
            "relative": edges | frozenset(self.units) | self.plurals | self.plurals_past | self.these.starts | self.day_and_night.starts | {"امسال", "پارسال"},
            "feast": first(self.feasts, self.moving_feasts) | first(self.feast_weeks),
            "anniversary": YEARLY,
            "season": edges | frozenset(self.seasons) | {"فصل"},
            "part_of_month": frozenset(["دهه", "هفته", "نیمه"]),
            "every": weekdays,
            "years": edges | heads,
        }
