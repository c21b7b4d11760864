"""Seams: a sub-heading that lost its line end and runs into the sentence behind it: «… استوی افزود», «… رسیدکیانوش …»."""

import re
from functools import cache, lru_cache

from rayzan.lexicon.lexicon import DATA
from rayzan.lexicon.load import toml
from rayzan.text.fold import fold


@cache
def _read() -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    table = toml(DATA / "fa" / "seam.toml")
    names = [name for name in toml(DATA / "fa" / "given.toml")["given"] if " " not in name and len(name) > 2]
    verbs = sorted(map(fold, table["verbs"]), key=len, reverse=True)
    begins = frozenset(fold(word).replace("\u200c", "") for word in (*table["begins"], *names))
    return re.compile(rf"\w+?هاند|(?:ن?می)?(?:{'|'.join(verbs)})"), begins, frozenset(map(fold, table["words"]))


@lru_cache(maxsize=1 << 15)
def seam(letters: str) -> int:
    """How many letters the verb has that a word runs together with how a sentence on a speaker begins; 0 if it is no such word.

    >>> seam("استوی"), seam("نشستوی")
    (3, 0)
    """
    verbs, begins, words = _read()
    found = verbs.match(letters)
    return found.end() if found and letters[found.end() :] in begins and letters not in words else 0
