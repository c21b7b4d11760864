"""Which neighbouring pieces are one Persian word, so that half-spaced, joined and spaced spellings read alike.

«می رود» = «می‌رود» = «میرود»; «کشور ها» = «کشور‌ها» = «کشورها». Only affixes that hardly ever stand as words of
their own; compounds join where the lexicon has them as one form.
"""

from rayzan.lang.fa.pair import first_word

PREFIXES = frozenset(["می", "نمی", "برمی", "برنمی", "درنمی", "بازمی", "بازنمی", "فرامی", "فرانمی", "فرومی", "فرونمی"])
# Suffixes that stand alone only as a spelling of the joined form.
SUFFIXES = frozenset(
    "ها های هایی هایش هایشان هایمان هایتان هایم هایت هاست هایند هایشون تر ترین ترها ترین‌ها تری".replace("\u200c", "").split()
)
# After a silent «ه» only: «گفته اند», «هسته ای», «خانه اش»; elsewhere these are words.
AFTER_HE = frozenset(["ای", "اند", "ام", "اش", "ایم", "اید", "ات"])
_VERB_START = frozenset("اآبپتجچحخدرزسشطعغفقکگلمنوهیذضظص")


# «گفت و گو» is one word whichever way it is spelt, and no cue.
TALK = (("گفت", "گو"), ("جست", "جو"), ("شست", "شو"))
TALKERS = frozenset(first for first, _ in TALK)


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
        if key in TALKERS and (talk := _talk(keys, at)):
            size = talk
        elif key in PREFIXES and at + 1 < end and keys[at + 1][0] in _VERB_START and len(keys[at + 1]) > 1:
            size = 2
        while at + size < end and key[0].isalpha():
            suffix = keys[at + size]
            if (
                suffix in SUFFIXES
                and len(keys[at + size - 1]) > 1
                or suffix in AFTER_HE
                and keys[at + size - 1][-1] == "ه"
                and len(keys[at + size - 1]) > 2
            ):
                size += 1
            else:
                break
        out.append(size)
        at += size
    return out


def join(keys: list[str]) -> list[int]:
    """How many pieces each word takes; minus n for one piece that is two words run together, the first of n letters.

    >>> join(["می", "رود", "دراین", "دیدار"])
    [2, -2, 1]
    """
    out = attach(keys)
    at = 0
    for word, size in enumerate(out):
        if size == 1 and (letters := first_word(keys[at])):
            out[word] = -letters
        at += size
    return out
