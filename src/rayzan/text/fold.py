"""The spelling-insensitive view of a text, each character of which knows where it stands in the raw text.

Half-spaces, vowel signs, tatweel and bidi controls fall out; Arabic letters, hamza seats, digits and kinds of blank
are folded to one form. Blanks stay, so folding never joins two words.
"""

import re
import unicodedata
from functools import cache

from rayzan.text.gap import Gaps

DROPPED = (
    "\u200c\u200b\u200d\u200e\u200f\u061c\ufeff\u00ad\u00ac"  # half-space and its stand-ins, joiners, marks
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # bidi embeddings and isolates
    "\u0640"  # tatweel
    "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0656\u0670"  # vowel signs, combining hamza
)
FOLDED = {
    "ي": "ی", "ى": "ی", "ئ": "ی", "ے": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ە": "ه", "ؤ": "و", "أ": "ا", "إ": "ا", "ٱ": "ا",
    "٫": ".", "٪": "%", "٬": ",", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ", "\u3000": " ",
    "\t": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-",
    **{chr(0x6F0 + d): str(d) for d in range(10)},
    **{chr(0x660 + d): str(d) for d in range(10)},
}  # fmt: skip


_TABLE = {**dict.fromkeys(DROPPED, ""), **FOLDED}
_FOLDABLE = re.compile(f"[{''.join(_TABLE)}]")
_PERSIAN = {"ي": "ی", "ى": "ی", "ے": "ی", "ك": "ک", "ە": "ه", **{chr(0x660 + d): chr(0x6F0 + d) for d in range(10)}}
_RESPELT = re.compile(f"[{''.join(_PERSIAN)}{DROPPED.replace(chr(0x200C), '').replace(chr(0x654), '')}]")  # the half-space and the hamza on top stay
_SHORT = 100  # characters; up to here a substitution is faster than a chain of guarded replacements
_DROPPED = re.compile(f"[{DROPPED}]+")
# Marks of HTML that a carrier left in the text: a half-space between letters falls out, a blank is one.
_ENTITY = re.compile(r"(?<=[\u0620-\u06d3])(?:&(?:zwnj|#8204|#x200c);)+(?=[\u0620-\u06d3])|(&(?:nbsp|#160);)")
_PRESENTED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")  # Arabic presentation forms: letters by their shape, ligatures


@cache
def _letters(presented: str) -> str:
    """The letters that an Arabic presentation form stands for, folded; none for a bare vowel sign."""
    return _plain("".join(unicodedata.normalize("NFKC", presented).split()))


def _plain(raw: str) -> str:
    if "\u0653" in raw:
        raw = raw.replace("ا\u0653", "آ")  # a madda of its own makes another letter; the other signs are dropped
    if len(raw) < _SHORT:
        return _FOLDABLE.sub(lambda m: _TABLE[m[0]], raw) if _FOLDABLE.search(raw) else raw
    for char, to in _TABLE.items():
        if char in raw:
            raw = raw.replace(char, to)
    return raw


def fold(raw: str) -> str:
    """The folded text, without offsets; what lexicon forms and search words go through.

    >>> fold("مي‌رود") == fold("می‌رود") == "میرود"
    True
    """
    raw = _lettered(raw)
    if "&" in raw:
        raw = _ENTITY.sub(_sign, raw)
    return raw


def respell(raw: str) -> str:
    """A name as the Persian press writes it today: Persian letters and digits, no vowel signs, tatweel or bidi marks; half-spaces and hamzas stay.

    >>> respell("علي رضـايي")
    'علی رضایی'
    """
    if _PRESENTED.search(raw):
        raw = unicodedata.normalize("NFKC", raw)
    return " ".join(_RESPELT.sub(lambda m: _PERSIAN.get(m[0], ""), raw).split())


def _sign(entity: re.Match[str]) -> str:
    return " " if entity[1] else ""


def _lettered(raw: str) -> str:
    """The folded text with the marks of HTML still in it."""
    raw = _plain(raw)
    return _PRESENTED.sub(lambda m: _letters(m.group()), raw) if _PRESENTED.search(raw) else raw


def fold_with_offsets(raw: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the raw offset that it stands at.

    A last entry, `len(raw)`, closes the list, so that a folded end maps too.

    >>> fold_with_offsets("مي\u200cرود")
    ('میرود', [0, 1, 3, 4, 5, 6])
    """
    offsets: list[int] = []
    done = 0
    for dropped in _DROPPED.finditer(raw):
        offsets.extend(range(done, dropped.start()))
        done = dropped.end()
    offsets.extend(range(done, len(raw) + 1))
    if _PRESENTED.search(raw):
        end = offsets.pop()
        offsets = [at for at in offsets for _ in (_letters(raw[at]) if _PRESENTED.match(raw[at]) else " ")]
        offsets.append(end)
    folded = fold(raw)
    if "&" in raw and len(folded) + 1 != len(offsets):
        for entity in reversed(list(_ENTITY.finditer(_lettered(raw)))):
            del offsets[entity.start() + len(_sign(entity)) : entity.end()]
    return folded, offsets


def fold_gaps(raw: str) -> Gaps:
    """Where the characters of the folded text stand in the raw text: what `fold_with_offsets` tells, for few of them quicker.

    >>> [fold_gaps("مي\u200cرود").back(at) for at in range(6)]
    [0, 1, 3, 4, 5, 6]
    """
    places: list[int] = []
    lag: list[int] = []
    if "&" in raw or _PRESENTED.search(raw):
        offsets = fold_with_offsets(raw)[1]
        return Gaps(list(range(len(offsets))), [offset - place for place, offset in enumerate(offsets)])
    behind = 0
    for dropped in _DROPPED.finditer(raw):
        start, end = dropped.span()
        places.append(start - behind)
        behind += end - start
        lag.append(behind)
    return Gaps(places, lag)
