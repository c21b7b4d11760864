"""The interface in one language: its words, the closed terms of the record, names; numbers and days it has from `dates`."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from rayzan.collate.position import issues
from rayzan.lexicon.lexicon import DATA
from rayzan.web.dates import Dates
from rayzan.web.naming import Names, shipped

LANGUAGES = ("fa", "en")
STANDS = frozenset(("for", "against", "matters", "wanting", "goes_on_or_grows"))  # taken on what stands before them
GROWS = "goes on or grows"
QUOTED = re.compile("([“«][^”»]*[”»])")
Named = Mapping[str, Any]


@cache
def _said() -> dict[str, dict[str, tuple[str, str]]]:
    told = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
    return {room: {word: (pair[0], pair[1]) for word, pair in rows.items()} for room, rows in told.items()}


@cache
def _units() -> dict[str, str]:
    """The Persian name of each unit: its first form in the word list that reads it."""
    told = tomllib.loads((DATA / "fa" / "unit.toml").read_text(encoding="utf-8"))
    return {u["unit"]: u["forms"][0] for u in told.get("unit", ()) if u.get("forms")}


@cache
def _counted_units() -> re.Pattern[str]:
    """A number and a unit behind it."""
    return re.compile(rf"(?<![\w.,])([\d,.]+) ({'|'.join(sorted(map(re.escape, _units()), key=lambda u: (-len(u), u)))})\b")


def plural(unit: str) -> str:
    """The English plural of a unit: «meetings», «people», «kilometres per hour»; a currency, a share and what is its own plural stay.

    >>> plural("city"), plural("kilometre per hour"), plural("USD")
    ('cities', 'kilometres per hour', 'USD')
    """
    if not unit.islower() or unit in _said()["plurals"]:
        return _said()["plurals"].get(unit, ("", unit))[1]
    head, *rest = unit.split(" per ")
    many = f"{head[:-1]}ies" if head.endswith("y") and head[-2] not in "aeiou" else head if head.endswith("s") else f"{head}s"
    return " per ".join((many, *rest))


@cache
def _issues() -> dict[str, tuple[str, str]]:
    return {i.id: (i.fa, i.en) for i in issues()}


def parts(about: str) -> list[str]:
    """What a discrepancy or corroboration is about, part by part: ids, numbers, and the stand that is taken on them.

    >>> parts("trade goes on or grows iran russia")
    ['trade', 'goes_on_or_grows', 'iran', 'russia']
    """
    return about.replace(GROWS, GROWS.replace(" ", "_")).split()


def words() -> dict[str, tuple[str, str]]:
    """What pages say, by key: Persian, English."""
    return _said()["words"]


class Speech(Dates):
    """The interface in Persian («fa») or English («en»)."""

    def __init__(self, lang: str, names: Names | None = None) -> None:
        super().__init__(lang)
        self.names = names or shipped()
        self._at = 0 if self.rtl else 1

    @property
    def other(self) -> str:
        """The language that the switch leads to."""
        return "en" if self.rtl else "fa"

    def __call__(self, word: str) -> str:
        return words()[word][self._at]

    def field(self, name: str) -> str:
        """The name of a field or facet; one that has no word stands as it is."""
        return self(name) if name in words() else name

    def term(self, word: str | None) -> str:
        """A term of the record; one that no list has stands as it is."""
        if not word:
            return "–"
        pair = _said()["terms"].get(word)
        return pair[self._at] if pair else word.replace("_", " ")

    def about(self, id: str) -> str:
        """A topic, issue, unit, number, day or place that a discrepancy is about; what is none of them as it stands."""
        if id[:1].isdigit():
            return self.day(id) if "/" in id or "-" in id else self.digits(id)
        if id in _issues():
            return _issues()[id][self._at]
        if id in _said()["terms"]:
            return self.term(id)
        return self.unit(id) if id in _units() else self.place(id)

    def worded(self, text: str) -> str:
        """A sentence with its ISO durations and days, its terms and what it counts in words: «4 against 5 meeting over P1Y6M» is «4 against 5
        meetings over 1 year 6 months». What stands in quotes is left as it is."""
        return "".join(part if QUOTED.fullmatch(part) else self._in_words(part) for part in QUOTED.split(text))

    def _in_words(self, text: str) -> str:
        said = re.sub(r"\bP(?=\d|T\d)(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?", lambda m: self.window(m[0]), text)
        said = re.sub(r"\b\d{4}-\d\d-\d\d\b", lambda m: self.day(m[0]), said)
        said = re.sub(r"\b[a-z]+(?:_[a-z]+)+\b", lambda m: self.term(m[0]), said)
        return said if self.rtl else re.sub(_counted_units(), lambda m: f"{m[1]} {plural(m[2]) if m[1] != '1' else m[2]}", said)

    def note(self, text: str, words: str | None) -> str:
        """What a reading notes of some words, in this language; as the record has it where no pattern tells how."""
        return self._by_pattern("notes", text, words or "")

    def refusal(self, text: str) -> str:
        """Why something was refused, in this language; as it was said where no pattern tells how."""
        return self._by_pattern("refusals", text)

    def _by_pattern(self, room: str, text: str, words: str = "") -> str:
        for persian, pattern in _said()[room].values() if self.rtl else ():
            if m := re.fullmatch(pattern, text, re.DOTALL):
                return persian.format(*(self._noted(part) for part in m.groups()), words=words)
        return text

    def _noted(self, part: str) -> str:
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", part):
            return self.day(part)
        return self.names.persons.get(part) or self.note(part, None)

    def unit(self, unit: str | None, number: object = None) -> str:
        """A unit; behind a `number` other than one in the English plural."""
        if not unit:
            return ""
        return _units().get(unit, unit) if self.rtl else unit if number is None or number == 1 else plural(unit)

    def outlet(self, outlet: str | None) -> str:
        if not outlet:
            return self("no_outlet")
        return self.names.outlets.get(outlet, outlet) if self.rtl else outlet

    def place(self, place: str | None) -> str:
        if not place:
            return ""
        return self.names.places.get(place, place) if self.rtl else place

    def name(self, actor: Named | None, id: str | None) -> str:
        """An actor's or instrument's name in this language, else in the other one, else its id."""
        if actor is None:
            return id or self("unknown")
        first, second = ("name_fa", "name_en") if self.rtl else ("name_en", "name_fa")
        return str(actor.get(first) or actor.get(second) or id)

    def office(self, id: str) -> str:
        """An office by its id: «iran-foreign-minister» is «وزیر امور خارجه ایران», «iran-ambassador-japan» «سفیر ایران در ژاپن»."""
        return self.names.office(id, self.rtl)

    def noun(self, number: int, word: str) -> str:
        """What is counted; one thing in the English singular, which Persian has for every number."""
        said = self(word)
        if self.rtl or number != 1:
            return said
        first, *rest = said.split(" ")
        return " ".join([first.removesuffix("ies") + "y" if first.endswith("ies") else first.removesuffix("s"), *rest])

    def counted(self, number: int, word: str) -> str:
        """A number with what is counted: «1 report», «۲ گزارش»."""
        return f"{self.number(number)} {self.noun(number, word)}"

    def day(self, value: str | None) -> str:
        """A day, month, year or interval, as `Dates.day` has it; what has none is said to have none."""
        return super().day(value) if value else self("undated")
