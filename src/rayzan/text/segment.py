"""Lines and sentences over words: ordered rules that close a sentence or hold it open."""

from collections.abc import Sequence
from typing import NamedTuple

from rayzan.text.word import Word


class Stretch(NamedTuple):
    """Words `first` to `last` (exclusive) of a text; `line` counts from 0."""

    first: int
    last: int
    line: int


STOPS = frozenset({".", "؟", "!", "...", "…", "?"})
CLOSERS = frozenset({"»", '"', "”", "’", ")", "]"})
LETTER_NAMES = frozenset(["ای", "بی", "سی", "دی", "اف", "جی", "اچ", "آی", "کی", "ال", "ام", "ان", "او", "پی", "آر", "اس", "تی", "یو", "وی"])
TELLING = frozenset(["گفت", "گفته", "گفتند", "نوشت", "نوشته", "افزود", "پرسید"])  # what follows a question in the same sentence
QUOTE_ENDS = frozenset({"»", "”"})


def lines(words: Sequence[Word]) -> list[Stretch]:
    """The non-empty lines of a text."""
    out: list[Stretch] = []
    first = number = 0
    for at, word in enumerate((*words, Word("\n", 0, 0))):
        if word.key == "\n":
            if at > first:
                out.append(Stretch(first, at, number))
            first, number = at + 1, number + 1
    return out


def initial(words: Sequence[Word], stop: int, first: int) -> bool:
    """«م. ج. کریمی», «S.A. کریمی»: a full stop after one letter or after letters with stops between them."""
    if words[stop].key != "." or stop == first:
        return False
    key = words[stop - 1].key
    return key.isalpha() and len(key) == 1 or "." in key and key[0].isalpha()


def letter_name(words: Sequence[Word], stop: int, first: int) -> bool:
    """«سی. ان. ان»: a full stop between the names of Latin letters."""
    return (
        words[stop].key == "." and stop > first and words[stop - 1].key in LETTER_NAMES
        and stop + 1 < len(words) and words[stop + 1].key in LETTER_NAMES
    )  # fmt: skip


def item(words: Sequence[Word], stop: int, first: int) -> bool:
    """«۲. ساخت راه»: a full stop behind the number of an item."""
    return words[stop].key == "." and stop == first + 1 and words[first].key.isdigit() and len(words[first].key) < 3


def and_so_on(words: Sequence[Word], stop: int, first: int) -> bool:
    """«آهن، مس و... را صادر می‌کند»: dots that stand for the rest of a list."""
    return words[stop].key in ("...", "…") and stop > first and words[stop - 1].key == "و"


def asked(words: Sequence[Word], stop: int, first: int) -> bool:
    """«در پاسخ به اینکه چرا رفت؟ گفت: …»: a question within the sentence that tells of it."""
    if words[stop].key not in ("؟", "?", "!"):
        return False
    behind = stop + 1
    while behind < len(words) and (words[behind].key in CLOSERS or words[behind].key in STOPS):
        behind += 1
    return behind < len(words) and words[behind].key in TELLING


# What holds a sentence open at a stop; decimals, dates and «۳+۳» never come here, they are words of their own.
HELD = (initial, letter_name, item, and_so_on, asked)


def sentences(words: Sequence[Word], line: Stretch) -> list[Stretch]:
    """The sentences of one line, each with its closing marks.

    A stop closes a sentence unless a rule of `HELD` holds it open; closing quotes and brackets go with it. A closing quote that a break
    moved to the head of a line («.⏎»وی افزود») ends the quotation before it and is in no sentence.
    """
    out: list[Stretch] = []
    first = line.first
    while first < line.last and words[first].key in QUOTE_ENDS:
        first += 1
    at = first
    while at < line.last:
        if words[at].key in STOPS and not any(held(words, at, first) for held in HELD):
            at += 1
            while at < line.last and (words[at].key in STOPS or words[at].key in CLOSERS):
                at += 1
            out.append(Stretch(first, at, line.line))
            first = at
        else:
            at += 1
    if first < line.last:
        out.append(Stretch(first, line.last, line.line))
    return out
