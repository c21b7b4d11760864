"""The words round figures: units, bounds, labels, what no figure is made of."""

from collections.abc import Sequence
from typing import NamedTuple

from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.numerals import COMPOUND, COUNTS, SCALED, SCALES, UNITS, VAGUE, glued

NUMBER_WORDS = frozenset(UNITS) | frozenset(SCALES) | frozenset(SCALED) | frozenset(COMPOUND) | frozenset(VAGUE) | {"چند", "چندین"}


FRACTIONS = {"نیم": 0.5, "نیمی": 0.5, "نصف": 0.5, "ثلث": 1 / 3, "ربع": 0.25}
COUNT_WORDS = tuple(COUNTS)
PARTS = {"سوم": 3, "چهارم": 4, "پنجم": 5, "ششم": 6, "هفتم": 7, "هشتم": 8, "دهم": 10, "صدم": 100, "هزارم": 1000}


QUALIFYING = frozenset(["ی", "ه", "ای", "ه‌ای", "یی"])  # «دلاری», «ساله», «لحظه‌ای»
UNJOINED = frozenset(["ولت", "بات", "رند"])  # «سهولت» is ease and no three volts
WHOSE = ("اش", "شان", "مان", "ام")  # «دلاری‌اش», «ساله‌ام»


class Row(NamedTuple):
    """A unit: its English name; `measure`: a number with it is never a label; `floor`: fewer are no figure."""

    unit: str
    measure: bool
    duration: bool
    floor: int


class Unit(NamedTuple):
    """The unit read behind a number, and the word behind it; `halves`: «و نیم» may follow."""

    name: str
    last: int
    measure: bool
    halves: bool = False


class Counted:
    """The tables of figures and units of one language, as keys."""

    def __init__(self, language: Persian) -> None:
        table = language.table("figure")

        def keys(name: str) -> frozenset[str]:
            return frozenset(p[0] for form in table[name] for p in language.variants(form) if len(p) == 1)

        self.units: dict[tuple[str, ...], Row] = {
            phrase: Row(row["unit"], row.get("measure", False), row.get("duration", False), row.get("floor", 0))
            for row in language.table("unit")["unit"]
            for form in row["forms"]
            for spelt in ((form, form + "ی") if form[-1] in "او" else (form,))  # «پنج هواپیمای روسی»
            for phrase in language.variants(spelt)
        }
        self.counters = counters = keys("counters")
        self.tails = frozenset(PARTS) | frozenset(
            p[0] for p, row in self.units.items() if len(p) == 1 and (p[0] in counters or len(p[0]) > 2 and (row.measure or row.duration) and p[0] not in UNJOINED)
        )
        self.bounds: dict[tuple[str, ...], str] = {p: bound for form, bound in table["bounds"].items() for p in language.variants(form)}
        self.rates: dict[tuple[str, ...], str] = {p: rate for form, rate in table["rates"].items() for p in language.variants(form)}
        names = ("rises", "falls", "idioms", "so_far")
        self.rises, self.falls, self.idioms, self.so_far = (language.words("figure", n) for n in names)
        self.no_figure, self.no_count, self.names_before, self.names_all, self.negative, self.pointing = (
            keys(n) for n in ("no_figure", "no_count", "names_before", "names_all", "negative", "pointing")
        )
        self.amounts, self.given, self.deeds, self.fates = (keys(n) for n in ("amounts", "given", "deeds", "fates"))
        self.relations, self.turns, self.nouns = (keys(n) for n in ("relations", "turns", "nouns"))
        self.lasted = keys("lasted")
        self.qualities, self.plurals = keys("qualities"), keys("plurals")
        self.qualifying = frozenset(
            phrase
            for row in language.table("unit")["unit"]
            for form in row["forms"]
            if (row.get("measure") or row.get("duration") or form[-2:] in ("ای", "ره", "دی", "ده"))
            and any(form != base and form.startswith(base) and form[len(base) :].strip("\u200c") in QUALIFYING for base in row["forms"])
            for phrase in language.variants(form)
        )
        self.measures = frozenset(row.unit for row in self.units.values() if row.measure) - {"times", "vote"}
        self.numbers, self.reaches, self.ranks = (keys(n) for n in ("numbers", "reaches", "ranks"))
        self.agents = keys("agents")
        self.casualties, self.lasting, self.tonnes, self.tonnage = (keys(n) for n in ("casualties", "lasting", "tonnes", "tonnage"))
        self.counts_behind, self.ends_phrase = keys("counts_behind"), keys("ends_phrase")
        self.starts = frozenset(FRACTIONS) | NUMBER_WORDS | {"یکی", "صددرصد", "صددرصدی"}
        self.counts: dict[str, str] = {language.keys(w)[0]: unit for w, unit in table["counts"].items()}

    def begins(self, key: str) -> bool:
        """Whether a figure can begin at a word, «دوبار» and «بیست‌ساله» written as one among them."""
        return key in self.starts or key[0].isdigit() or (key.startswith(COUNT_WORDS) and glued(key, self.tails) is not None)

    def unit(self, words: Sequence[str], at: int, size: int) -> Row | None:
        """The unit that so many words from `at` name, «کشور» and «کشوری که»; None if they name none."""
        row = self.units.get(tuple(words[at : at + size]))
        if row is not None or not words[at : at + size]:
            return row
        *head, key = words[at : at + size]
        if size == 1 and key[-1] == "ی" and words[at + 1 : at + 2] in (["که"], ["است"]):
            return self.units.get((key[:-1],))
        return next((row for end in WHOSE if key.endswith(end) and (row := self.units.get((*head, key[: -len(end)])))), None)

    def qualifies(self, told: Sequence[str]) -> bool:
        """Whether a unit qualifies the noun before it: «سه ساله», «سه‌ساله», «۱۰۰ میلیون دلاری‌اش»."""
        if not told:
            return False
        *head, key = told
        tail = glued(key, self.tails)
        kinds = [key, *(key[: -len(end)] for end in WHOSE if key.endswith(end)), *(tail[1:] if tail else ())]
        return any((*head, kind) in self.qualifying for kind in kinds)

    def counted(self, words: Sequence[str], at: int) -> str:
        """What happened so many times: «پنج بار … دیدار»; "time" where no such noun is near."""
        return next((self.counts[key] for key in words[at : at + 8] if key in self.counts), "time")
