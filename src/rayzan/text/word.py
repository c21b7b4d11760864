"""Words: the units that rules see, cut with their raw offsets at birth."""

import re
from collections.abc import Callable
from typing import NamedTuple

from rayzan.text.fold import fold, fold_with_offsets


class Word(NamedTuple):
    """`key`: the folded letters without half-space or inner blank; `start`, `end`: raw offsets, end exclusive.

    A key of one character may be a sign; a line break is the word "\\n".
    """

    key: str
    start: int
    end: int


# Order is precedence: dates and clock times before numbers, «3+3» and decimals whole, a decimal that a line
# break cut («8.⏎3 درصد», 497 times in 798 reports) whole where a unit follows.
_UNIT = (
    r"(?=[ ]?(?:درصد|میلی|ملی|هزار|بیلیون|تریلیون|برابر|ریشتر|متر|کیلو|دلار|یورو|روبل|یوان|پوند|لیر|ین |ریال|تومان|واحد|بشکه|روز|سال|دهم|صدم"
    r"|وون|فرانک|کرون|درهم|دینار|پزو|هکتار|تن |مگاوات|گیگاوات|اونس|امتیاز|مایل|گرم|درجه|%))"
)
_CUT = re.compile(
    r"\d{4}[-/]\d{1,2}[-/]\d{1,2}(?![\d/])"
    r"|\d{1,2}:\d{2}(?!\d)"
    r"|\d{1,2}\+\d{1,2}(?!\d)"
    rf"|(?:\d{{1,3}}|(?!1[34]|19|20)\d{{4}})[./]\n\d{{1,4}}{_UNIT}"
    r"|\d{1,3}(?:،\d{3})+(?!\d)"
    r"|\d+(?:[.,/]\d+)*"
    r"|[A-Za-z\u00c0-\u024f](?:[A-Za-z0-9\u00c0-\u024f'’._-]*[A-Za-z0-9\u00c0-\u024f])?"
    r"|[^\W\d_A-Za-z\u00c0-\u024f]+"
    r"|\n|\.\.\.|[^\s]"
)

Join = Callable[[list[str]], list[int]]
"""How many neighbouring pieces each word takes; minus n for one piece that is two words run together, n letters the first."""


def _no_join(keys: list[str]) -> list[int]:
    return [1] * len(keys)


def words(raw: str, join: Join = _no_join) -> list[Word]:
    """The words of a raw text. `join` says how many neighbouring pieces make one word («می رود» is one, «دراین» two).

    >>> [w.key for w in words("رشد ۳.۵ درصدي، ۳+۳")]
    ['رشد', '3.5', 'درصدی', '،', '3+3']
    """
    folded, at = fold_with_offsets(raw)
    pieces = [m for first, last in _parts(folded) for m in _CUT.finditer(folded, first, last)]
    texts = [m[0] for m in pieces]
    out: list[Word] = []
    i = 0
    for size in join(texts):
        start, end = pieces[i].span()
        if size == 1:
            key = texts[i]
            if "\n" in key and key != "\n":  # a decimal that a line break cut
                key = key.replace("\n", "")
            out.append(Word(key, at[start], at[end - 1] + 1))
            i += 1
        elif size < 0:
            cut = start - size
            out += (Word(texts[i][:-size], at[start], at[cut - 1] + 1), Word(texts[i][-size:], at[cut], at[end - 1] + 1))
            i += 1
        else:
            out.append(Word("".join(texts[i : i + size]), at[start], at[pieces[i + size - 1].end() - 1] + 1))
            i += size
    return out


SHORTEST_TITLE = 15  # letters of a first line that a later one can hardly begin with by chance


def _parts(folded: str) -> list[tuple[int, int]]:
    """The stretches of a text between which no word runs on: it is parted where a line begins with the first line, run into what follows.

    >>> _parts("راه تازه بندر باز شد\\nراه تازه بندر باز شدوزیر گفت")
    [(0, 41), (41, 49)]
    """
    title = folded.lstrip().split("\n", 1)[0].strip()
    if len(title) < SHORTEST_TITLE or not title[-1].isalpha():
        return [(0, len(folded))]
    ends, at = [], folded.find("\n" + title)
    while at >= 0:
        end = at + 1 + len(title)
        if end < len(folded) and folded[end].isalpha():
            ends.append(end)
        at = folded.find("\n" + title, end)
    return list(zip([0, *ends], [*ends, len(folded)], strict=True))


def keys(form: str, join: Join = _no_join) -> tuple[str, ...]:
    """The keys of a lexicon form, cut and joined as a text is, so that one form matches its three spellings."""
    pieces = _CUT.findall(fold(form))
    sizes = join(pieces)
    if len(sizes) == len(pieces) and min(sizes, default=1) > 0:  # nearly every form: no piece joins another, none is two words
        return tuple(pieces)
    out: list[str] = []
    i = 0
    for size in sizes:
        if size < 0:
            out += (pieces[i][:-size], pieces[i][-size:])
        else:
            out.append("".join(pieces[i : i + size]))
        i += max(1, size)
    return tuple(out)


HALF_SPACE = "\u200c"


def variants(form: str, join: Join = _no_join) -> tuple[tuple[str, ...], ...]:
    """The keys of a form whichever way each of its half-spaces is spelt: joined or as a blank.

    >>> variants("رئیس\u200cجمهور")
    (('رییسجمهور',), ('رییس', 'جمهور'))
    """
    if HALF_SPACE not in form:
        return (keys(form, join),)
    parts = form.split(HALF_SPACE)
    spelt = [parts[0]]
    for part in parts[1:]:
        spelt = [head + mark + part for head in spelt for mark in (HALF_SPACE, " ")]
        if len(spelt) > 8:  # a form with more than three half-spaces: all joined or all apart
            spelt = [form, form.replace(HALF_SPACE, " ")]
            break
    return tuple(dict.fromkeys(keys(s, join) for s in spelt))
