"""The words of a text as a search knows them: one key for the spellings of a word, cut in one pass so that indexing is quick.

Like `text.word` with the Persian joins, but without signs, and with numbers that are written in two ways as one («۳/۵» is 3.5).
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rayzan.lang.fa.join import AFTER_HE, BEHIND_MAY, PREFIXES, SUFFIXES, TALK
from rayzan.lang.fa.pair import first_words
from rayzan.text.fold import fold, fold_with_offsets

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_L = "[\u0621-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff]"  # a letter of the Arabic script; by range, which is a third quicker than by kind


class Found(NamedTuple):
    """A word with its raw offsets, end exclusive."""

    key: str
    start: int
    end: int


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))


def _first(words: Iterable[str]) -> str:
    return "".join(sorted({w[0] for w in words}))


# «گفت و گو»; letters with «می» before and «ها» behind them, whether or not a blank is between; a number; a Latin word; one of other letters.
_WORD = re.compile(
    rf"(?=[{_first(a for a, _ in TALK)}])(?:{'|'.join(f'{a} و ?{b}' for a, b in TALK)}){_L}*"
    rf"|(?:(?:{_any(PREFIXES)}) +(?!(?:{_any(BEHIND_MAY)})(?!{_L}))(?={_L}{_L}))?{_L}+"
    rf"(?: +(?=[{_first((*SUFFIXES, *AFTER_HE))}])(?:(?<={_L}{_L} )(?:{_any(SUFFIXES)})(?!{_L})|(?<={_L}ه )(?:{_any(AFTER_HE)})(?!{_L})))*"
    r"|\d+(?:[.,/:-]\d+)*"
    r"|[a-z\u00c0-\u024f](?:[a-z0-9\u00c0-\u024f'’._-]*[a-z0-9\u00c0-\u024f])?"
    rf"|(?:(?!{_L})[^\W\d_])+"
)


def search_keys(text: str) -> list[str]:
    """The keys of a text in its order.

    >>> search_keys("می رود، کشورها و کشور ها: دراین ۳/۵ درصد")
    ['میرود', 'کشورها', 'و', 'کشورها', 'در', 'این', '3·5', 'درصد']
    """
    pairs = first_words()
    out: list[str] = []
    for piece in _WORD.findall(_small(fold(text))):
        key = piece.replace(" ", "") if " " in piece else piece
        letters = pairs.get(key)
        if letters and key is piece:
            out += (key[:letters], key[letters:])
        else:
            out.append(_number(key) if key[0].isdigit() else key)
    return out


def search_words(folded: str, at: Sequence[int], first: int = 0, last: int | None = None) -> list[Found]:
    """The words between two places of a folded text (see `small_with_offsets`), with their raw places: the keys of `search_keys`.

    >>> search_words(*small_with_offsets("در کشور‌ها"))
    [Found(key='در', start=0, end=2), Found(key='کشورها', start=3, end=10)]
    """
    pairs = first_words()
    out: list[Found] = []
    for m in _WORD.finditer(folded, first, len(folded) if last is None else last):
        piece = m.group()
        key = piece.replace(" ", "")
        letters = pairs.get(key) if " " not in piece else None
        if letters:
            middle = m.start() + letters
            out.append(Found(key[:letters], at[m.start()], at[middle - 1] + 1))
            out.append(Found(key[letters:], at[middle], at[m.end() - 1] + 1))
        else:
            out.append(Found(_number(key) if key[0].isdigit() else key, at[m.start()], at[m.end() - 1] + 1))
    return out


def small_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text in small letters and, for each of its characters, the raw offset that it stands at."""
    folded, at = fold_with_offsets(text)
    return _small(folded), at


def written(keys: Sequence[str]) -> re.Pattern[str]:
    """A quick pattern of keys side by side in a folded text: where it matches they may stand, where not they don't."""
    said = []
    for key in keys:
        letters = ["[.,/:-]" if c == "·" else re.escape(c) for c in key]
        said.append((",?" if key.isdigit() else " *").join(letters))
    return re.compile(r"[\W_]*".join(said))


def _small(folded: str) -> str:
    """The text in small letters, none longer or shorter for it."""
    small = folded.lower()
    return small if len(small) == len(folded) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def _number(key: str) -> str:
    """A number without the commas of thousands and with one sign for all that part its digits, which no index takes for a border."""
    if "," in key and _THOUSANDS.fullmatch(key):
        return key.replace(",", "")
    return re.sub("[.,/:-]", "·", key) if not key.isdigit() else key
