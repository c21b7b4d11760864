"""Seams: a sub-heading that lost its line end and runs into the sentence behind it: «… استوی افزود», «… رسیدکیانوش …», «… تهرانمحمود …»."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rayzan.lang.fa.pair import common
from rayzan.lexicon.lexicon import DATA
from rayzan.lexicon.load import toml
from rayzan.text.fold import fold

SHORTEST_NOUN = 3  # letters of the noun before a name
SHORTEST_NAME = 5  # letters of a given name behind a noun: a shorter one ends words
LONG_NAME = 6  # letters from which on hardly a word ends so


class Seams(NamedTuple):
    """How what runs together may end and begin."""

    verbs: re.Pattern[str]
    begins: frozenset[str]
    people: frozenset[str]  # how a sentence begins that tells of a person: a given name, an office
    words: frozenset[str]
    before_names: frozenset[str]  # what stands before a given name within a name or a word


@cache
def _read() -> Seams:
    table = toml(DATA / "fa" / "seam.toml")
    given = toml(DATA / "fa" / "given.toml")
    names = [name for name in given["given"] if " " not in name and len(name) > 2]
    names += [f"سید{name}" for name in names]
    verbs = sorted(map(fold, table["verbs"]), key=len, reverse=True)

    def joined(*lists: list[str]) -> frozenset[str]:
        return frozenset(fold(word).replace("\u200c", "") for words in lists for word in words)

    return Seams(
        re.compile(rf"\w+?هاند|(?:ن?می)?(?:{'|'.join(verbs)})"),
        joined(table["begins"], names),
        joined(table["people"], [name for name in names if len(name) >= SHORTEST_NAME]),
        frozenset(map(fold, table["words"])),
        joined(table["before_names"], names, given["weak"]),
    )


@lru_cache(maxsize=1 << 15)
def seam(letters: str) -> int:
    """How many letters the verb, or the noun, has that a word runs together with how a sentence on a speaker begins; 0 if it is no such word.

    >>> seam("استوی"), seam("نشستوی"), seam("تهرانمحمود"), seam("سیدمحمود")
    (3, 0, 5, 0)
    """
    seams = _read()
    found = seams.verbs.match(letters)
    if found and letters[found.end() :] in seams.begins and letters not in seams.words:
        return found.end()
    return _noun(seams, letters)


def _noun(seams: Seams, letters: str) -> int:
    """The letters of a common noun that runs together with a given name or an office: «تهرانمحمود», «انتخاباتسخنگوی»."""
    if len(letters) < SHORTEST_NOUN + SHORTEST_NAME - 1 or letters in seams.words or common(letters, beside=True):
        return 0
    for at in range(len(letters) - 4, SHORTEST_NOUN - 1, -1):
        noun = letters[:at]
        sure = len(letters) - at >= LONG_NAME
        if letters[at:] in seams.people and noun not in seams.before_names and common(noun, beside=sure):
            return at
    return 0
