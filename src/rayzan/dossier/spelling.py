"""The words of a text as a search knows them: one key for the spellings of a word, cut in one pass so that indexing is quick.

Like `text.word` with the Persian joins, but without signs, and with numbers that are written in two ways as one («۳/۵» is 3.5).
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rayzan.lang.fa.join import AFTER_HE, BEHIND_MAY, PREFIXES, SUFFIXES, TALK
from rayzan.lang.fa.pair import first_words
from rayzan.text.fold import fold, fold_with_offsets

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_L = "[\u0621-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff]"  # a letter of the Arabic script; by range, which is a third quicker than by kind


class Found(NamedTuple):
    """A word of a `joined` text with its place, end exclusive."""

    key: str
    start: int
    end: int


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))


def _first(words: Iterable[str]) -> str:
    return "".join(sorted({w[0] for w in words}))


def _behind(word: str) -> str:
    """That a whole word and a blank stand before."""
    return f"(?<={word} )(?<!{_L}{word} )"


# A blank that parts no words: before «ها», before «ای» behind a silent «ه», behind «می», in «گفت و گو» (whose «و» stays). Few blanks get past
# the guards, one letter each, which is what makes it quick.
_JOIN = re.compile(
    rf" (?:(?=[{_first((*SUFFIXES, *AFTER_HE))}])"
    rf"(?:(?<={_L}{_L} )(?=(?:{_any(SUFFIXES)})(?!{_L}))|(?<={_L}ه )(?=(?:{_any(AFTER_HE)})(?!{_L})))"
    rf"|(?<=می )(?:{'|'.join(map(_behind, sorted(PREFIXES)))}) *(?!(?:{_any(BEHIND_MAY)})(?!{_L}))(?={_L}{_L})"
    rf"|(?=و)(?:{'|'.join(f'{_behind(first)}و ?(?={last})' for first, last in TALK)}))"
)
# Letters of the Arabic script; a number; a Latin word; one of other letters.
_WORD = re.compile(
    rf"{_L}+|\d+(?:[.,/:-]\d+)*|[a-z\u00c0-\u024f](?:[a-z0-9\u00c0-\u024f'’._-]*[a-z0-9\u00c0-\u024f])?|(?:(?!{_L})[^\W\d_])+"
)


@lru_cache(maxsize=65_536)  # most words of a text have been met before
def _keys(piece: str) -> str:
    """The key of a piece, or the two keys of words run together, with a blank between."""
    letters = first_words().get(piece)
    if letters:
        return f"{piece[:letters]} {piece[letters:]}"
    return _number(piece) if piece[0].isdigit() else piece


def search_keys(text: str) -> list[str]:
    """The keys of a text in its order.

    >>> search_keys("می رود، کشورها و کشور ها: دراین ۳/۵ درصد")
    ['میرود', 'کشورها', 'و', 'کشورها', 'در', 'این', '3·5', 'درصد']
    """
    return " ".join(map(_keys, _WORD.findall(joined(text)))).split()


def search_words(joined: str, first: int = 0, last: int | None = None) -> list[Found]:
    """The words between two places of a `joined` text, with their places in it: the keys of `search_keys`.

    >>> search_words(joined("در کشور‌ها"))
    [Found(key='در', start=0, end=2), Found(key='کشورها', start=3, end=9)]
    """
    out: list[Found] = []
    for m in _WORD.finditer(joined, first, len(joined) if last is None else last):
        keys = _keys(m.group()).split()
        middle = m.start() + len(keys[0]) if len(keys) > 1 else m.end()
        out += (Found(*word) for word in zip(keys, (m.start(), middle), (middle, m.end()), strict=False))
    return out


def joined(text: str) -> str:
    """The folded text in small letters, each word in one piece; it breaks into lines where the raw text does.

    >>> joined("گفت و گو می\u200cشود")
    'گفتوگو میشود'
    """
    return _JOIN.sub(_kept, _small(fold(text)))


def joined_offsets(text: str) -> list[int]:
    """For each character of a `joined` text the raw offset that it stands at.

    >>> joined_offsets("می\u200cرود")
    [0, 1, 3, 4, 5, 6]
    """
    folded, at = fold_with_offsets(text)
    for m in reversed(list(_JOIN.finditer(_small(folded)))):
        at[m.start() : m.end()] = [at[m.start() + m.group().index(kept)] for kept in _kept(m)]
    return at


def _kept(join: re.Match[str]) -> str:
    return "و" if "و" in join.group() else ""


def written(keys: Sequence[str]) -> re.Pattern[str]:
    """A quick pattern of keys side by side in a `joined` text: where it matches they may stand, where not they don't."""
    return re.compile(r"[\W_]*".join(",?".join(key) if key.isdigit() else re.escape(key).replace("·", "[.,/:-]") for key in keys))


def _small(folded: str) -> str:
    """The text in small letters, none longer or shorter for it."""
    small = folded.lower()
    return small if len(small) == len(folded) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def _number(key: str) -> str:
    """A number without the commas of thousands and with one sign for all that part its digits, which no index takes for a border."""
    if "," in key and _THOUSANDS.fullmatch(key):
        return key.replace(",", "")
    return re.sub("[.,/:-]", "·", key) if not key.isdigit() else key
