"""Kind words of instruments, and a name that one of them heads."""

from functools import cache
from typing import Any, NamedTuple

import msgspec

from rayzan.lang.fa.language import Persian
from rayzan.lexicon.wordlist import Wordlist


class Kind(NamedTuple):
    """A kind of instrument and its words; `strong`, `foreign`, `alone`, `again` as in instrument.toml."""

    kind: str
    words: Wordlist
    strong: bool
    foreign: bool
    alone: bool
    again: bool


class Shape(NamedTuple):
    """A name found by shape: words `first` to `last`, its qualifiers, numbers, parties."""

    kind: str
    first: int
    last: int
    qualifiers: tuple[str, ...]
    numbers: tuple[str, ...]
    parties: tuple[str, ...]
    titled: bool = False


class Words(msgspec.Struct):
    """The kind words and qualifiers of a language."""

    kinds: tuple[Kind, ...]
    starts: frozenset[str]
    qualifiers: dict[str, str]
    vague: frozenset[str]
    stops: frozenset[str]
    never: Wordlist
    demonstratives: frozenset[str]
    bare: frozenset[str]
    signing: frozenset[str]
    counted: frozenset[str]
    making: frozenset[str]
    pointing: Wordlist


@cache
def words(language: Persian) -> Words:
    """The words of a language, built once."""
    table: dict[str, Any] = language.table("instrument")
    kinds = tuple(
        Kind(
            row["kind"],
            Wordlist(language.variants, row["words"]),
            row.get("strong", False),
            row.get("foreign", False),
            row.get("alone", False),
            row.get("again", False),
        )
        for row in table["kind"]
    )
    lists = table["words"]
    return Words(
        kinds,
        frozenset(p[0] for row in table["kind"] for w in row["words"] for p in language.variants(w)),
        {p[0]: en for fa, en in table["qualifiers"].items() for p in language.variants(fa)},
        frozenset(p[0] for w in lists["vague"] for p in language.variants(w)),
        frozenset(p[0] for w in lists["stops"] for p in language.variants(w)),
        Wordlist(language.variants, lists["never"]),
        frozenset(lists["demonstratives"]),
        frozenset(p[0] for w in lists["bare"] for p in language.variants(w) if len(p) == 1),
        frozenset(p[0] for w in lists["signing"] for p in language.variants(w)),
        frozenset(p[0] for w in lists["counted"] for p in language.variants(w) if len(p) == 1),
        frozenset(p[0] for w in lists["making"] for p in language.variants(w)),
        Wordlist(language.variants, lists["pointing"]),
    )
