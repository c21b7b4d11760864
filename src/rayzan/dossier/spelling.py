"""The words of a text as a search knows them: one key for the spellings of a word, cut in one pass so that indexing is quick.

Like `text.word` with the Persian joins, but without signs, and with numbers that are written in two ways as one («۳/۵» is 3.5).
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from rayzan.lang.fa.join import AFTER_HE, BEHIND_MAY, PREFIXES, SUFFIXES, TALK
from rayzan.lang.fa.pair import first_words
from rayzan.text.fold import fold
from rayzan.text.gap import Gaps

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


_MET = 65_536  # pieces that are remembered


def _keys(word: str) -> str:
    """The key of a word, or the two keys of words run together, with a blank between."""
    letters = first_words().get(word)
    if letters:
        return f"{word[:letters]} {word[letters:]}"
    return _number(word) if word[0].isdigit() else word


class _Pieces(dict[str, str]):
    """The keys of what stands between two blanks, cut once: most pieces of a text have been met before."""

    def __missing__(self, piece: str) -> str:
        if len(self) >= _MET:
            self.clear()
        self[piece] = keys = " ".join(map(_keys, _WORD.findall(small(piece))))
        return keys


_keys_of = _Pieces().__getitem__


def search_text(text: str) -> str:
    """The keys of a text in its order, with a blank between two.

    >>> search_text("می رود، کشورها و کشور ها: دراین ۳/۵ درصد")
    'میرود کشورها و کشورها در این 3·5 درصد'
    """
    return " ".join(filter(None, map(_keys_of, _JOIN.sub(_kept, fold(text)).split())))


def search_keys(text: str) -> list[str]:
    """The keys of a text in its order, each by itself."""
    return search_text(text).split()


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
    return _JOIN.sub(_kept, small(fold(text)))


def joined_with_gaps(folded: str) -> tuple[str, Gaps]:
    """The `joined` text of a folded one, and where its characters stand in that.

    >>> text, gaps = joined_with_gaps("می رود")
    >>> text, gaps.back(1), gaps.back(2)
    ('میرود', 1, 3)
    """
    lower = small(folded)
    gaps = Gaps([], [])
    behind = 0
    for m in _JOIN.finditer(lower):
        place, kept = m.start() - behind, m.group().find("و")
        if kept >= 0:  # in «گفت و گو»
            gaps.places.append(place)
            gaps.behind.append(behind + kept)
            place, behind = place + 1, behind - 1
        behind += m.end() - m.start()
        gaps.places.append(place)
        gaps.behind.append(behind)
    return (_JOIN.sub(_kept, lower) if behind else lower), gaps


def _kept(join: re.Match[str]) -> str:
    return "و" if "و" in join.group() else ""


def seek(keys: Sequence[str]) -> str | re.Pattern[str]:
    """What finds keys side by side in a folded text, its blanks taken out or not: where it is found they may stand, where not they don't."""
    told = [_loosely(key) for key in keys]
    return keys[0] if told == [keys[0]] else re.compile(r"[\W_]*".join(told))


def _signed(key: str) -> str:
    """A key with the signs that a number may have been written with."""
    return ",?".join(key) if key.isdigit() else re.escape(key).replace("·", "[.,/:-]")


def _loosely(key: str) -> str:
    """A key with blanks wherever one may have been taken out."""
    cuts = [at for at in range(1, len(key)) if _may_part(key[:at], key[at:])]
    return " *".join(map(_signed, (key[a:b] for a, b in zip((0, *cuts), (*cuts, len(key)), strict=True))))


@cache
def _heads() -> tuple[str, ...]:
    return (*PREFIXES, *(first for first, _ in TALK), *(f"{first}و" for first, _ in TALK))


@cache
def _tails() -> tuple[str, ...]:
    return (*SUFFIXES, *AFTER_HE, *(f"و{last}" for _, last in TALK))


def _may_part(before: str, behind: str) -> bool:
    """Whether a blank between two parts of a key may be one that `_JOIN` takes out, be the key whole or half of words run together."""
    return any(head.endswith(before) for head in _heads()) or any(tail.startswith(behind) or behind.startswith(tail) for tail in _tails())


def small(folded: str) -> str:
    """The text in small letters, none longer or shorter for it, and each by itself: «ς» is as any «σ».

    >>> small("ΤΑΣΣ İ")
    'τασσ İ'
    """
    lower = folded.lower()
    if len(lower) != len(folded):
        lower = "İ".join(part.lower() for part in folded.split("İ"))  # the one letter that grows
    return lower.replace("ς", "σ")


def _number(key: str) -> str:
    """A number without the commas of thousands and with one sign for all that part its digits, which no index takes for a border."""
    if "," in key and _THOUSANDS.fullmatch(key):
        return key.replace(",", "")
    return re.sub("[.,/:-]", "·", key) if not key.isdigit() else key
