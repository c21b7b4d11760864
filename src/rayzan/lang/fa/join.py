"""Which neighbouring pieces are one Persian word, so that half-spaced, joined and spaced spellings read alike.

«می رود» = «می‌رود» = «میرود»; «کشور ها» = «کشور‌ها» = «کشورها». Only affixes that hardly ever stand as words of
their own; compounds join where the lexicon has them as one form.
"""

from rayzan.lang.fa.pair import first_words
from rayzan.lang.fa.seam import seam

PREFIXES = frozenset(["می", "نمی", "برمی", "برنمی", "درنمی", "بازمی", "بازنمی", "فرامی", "فرانمی", "فرومی", "فرونمی"])
# Suffixes that stand alone only as a spelling of the joined form.
SUFFIXES = frozenset(
    "ها های هایی هایش هایشان هایمان هایتان هایم هایت هاست هایند هایشون تر ترین ترها ترین‌ها تری".replace("\u200c", "").split()
)
# After a silent «ه» only: «گفته اند», «هسته ای», «خانه اش»; elsewhere these are words.
AFTER_HE = frozenset(["ای", "اند", "ام", "اش", "ایم", "اید", "ات"])
BEHIND_MAY = frozenset(
    ["در", "از", "به", "با", "تا", "که", "بر", "برای", "را", "سال", "گذشته", "امسال", "میلادی", "جاری", "این", "آن"]
)  # «۹ می در وین»
_VERB_START = frozenset("اآبپتجچحخدرزسشطعغفقکگلمنوهیذضظص")


# «گفت و گو» is one word whichever way it is spelt, and no cue.
TALK = (("گفت", "گو"), ("جست", "جو"), ("شست", "شو"))
TALKERS = frozenset(first for first, _ in TALK)
_HEADS = PREFIXES | TALKERS
_TAILS = SUFFIXES | AFTER_HE
_AFFIXES = _HEADS | _TAILS


def _talk(keys: list[str], at: int) -> int:
    """How many pieces «گفت و گو» or «گفت وگو» takes at a word; 0 if it does not stand there."""
    for first, last in TALK:
        if keys[at] != first or at + 1 >= len(keys):
            continue
        if keys[at + 1].startswith("و" + last) and len(keys[at + 1]) < 9:
            return 2
        if at + 2 < len(keys) and keys[at + 1] == "و" and keys[at + 2].startswith(last) and len(keys[at + 2]) < 8:
            return 3
    return 0


def attach(keys: list[str]) -> list[int]:
    """How many pieces each word takes, prefixes and suffixes with their stem.

    >>> attach(["می", "رود", "به", "کشور", "ها", "گفته", "اند"])
    [2, 1, 2, 2]
    """
    out: list[int] = []
    at, end = 0, len(keys)
    while at < end:
        size = 1
        key = keys[at]
        if key in _HEADS:
            size = (key in TALKERS and _talk(keys, at)) or _prefixed(keys, at)
        while at + size < end and keys[at + size] in _TAILS and key[0].isalpha():
            stem = keys[at + size - 1]
            if not (len(stem) > 1 if keys[at + size] in SUFFIXES else stem[-1] == "ه" and len(stem) > 2):
                break
            size += 1
        out.append(size)
        at += size
    return out


def _prefixed(keys: list[str], at: int) -> int:
    """2 where «می» stands before its verb, else 1: «می رود», but «نهم می در وین» is the month."""
    if keys[at] not in PREFIXES or at + 1 == len(keys):
        return 1
    verb = keys[at + 1]
    return 2 if len(verb) > 1 and verb[0] in _VERB_START and verb not in BEHIND_MAY else 1


def join(keys: list[str]) -> list[int]:
    """How many pieces each word takes; minus n for one piece that is two words run together, the first of n letters.

    >>> join(["می", "رود", "دراین", "دیدار"])
    [2, -2, 1]
    """
    out = [1] * len(keys) if _AFFIXES.isdisjoint(keys) else attach(keys)
    known = first_words()
    at = 0
    for word, size in enumerate(out):
        if size == 1 and (letters := known.get(keys[at]) or (len(keys[at]) > 3 and seam(keys[at]))):
            out[word] = -letters
        at += size
    return out
