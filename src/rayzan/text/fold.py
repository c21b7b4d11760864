"""The spelling-insensitive view of a text, each character of which knows where it stands in the raw text.

Half-spaces, vowel signs, tatweel and bidi controls fall out; Arabic letters, hamza seats, digits and kinds of blank
are folded to one form. Blanks stay, so folding never joins two words.
"""

import unicodedata
from functools import cache

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


@cache
def _odd(char: str) -> str:
    """What an uncommon character folds to: Arabic presentation forms to their letters, others to themselves."""
    if "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc":
        return fold(unicodedata.normalize("NFKC", char).replace(" ", ""))
    return char


def fold(raw: str) -> str:
    """The folded text, without offsets; what lexicon forms and search words go through.

    >>> fold("مي‌رود") == fold("می‌رود") == "میرود"
    True
    """
    for char in DROPPED:
        if char in raw:
            raw = raw.replace(char, "")
    for char, to in FOLDED.items():
        if char in raw:
            raw = raw.replace(char, to)
    if any(c >= "\ufb50" for c in raw):
        raw = "".join(_odd(c) if c >= "\ufb50" else c for c in raw)
    return raw


_TABLE: dict[str, str] = {**dict.fromkeys(DROPPED, ""), **FOLDED}


def fold_with_offsets(raw: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the raw offset that it stands at.

    A last entry, `len(raw)`, closes the list, so that a folded end maps too.
    """
    chars: list[str] = []
    offsets: list[int] = []
    get = _TABLE.get
    for at, char in enumerate(raw):
        to = get(char, char)
        if to >= "\ufb50":
            to = _odd(to)
        if to == "":
            continue
        chars.append(to)
        if len(to) == 1:
            offsets.append(at)
        else:
            offsets.extend([at] * len(to))
    offsets.append(len(raw))
    return "".join(chars), offsets
