"""Two words that a lost space ran together: «اظهارداشت», «دراین», «چندسال».

The list of pairs is made by `evaluation/pair.py` from open texts: words that stand side by side there and whose letters, run together,
are no word of their own. A compound that the press half-spaces or spaces at will («به‌عنوان», «به عنوان») reads alike by it too.
"""

from functools import cache

from rayzan.lexicon.lexicon import DATA
from rayzan.text.word import HALF_SPACE

PAIRS = DATA / "fa" / "pair.txt"


@cache
def _read() -> tuple[dict[str, int], frozenset[str], frozenset[str], frozenset[str]]:
    cuts: dict[str, int] = {}
    half_spaced: list[str] = []
    firsts: list[str] = []
    behind: set[str] = set()
    for line in PAIRS.read_text(encoding="utf-8").splitlines()[1:]:
        first, *seconds = line.split(" ")
        size = len(first)
        firsts.append(first)
        for second in seconds:
            if second[0] == HALF_SPACE:
                second = second[1:]
                half_spaced.append(first + second)
            behind.add(second)
            cuts[first + second] = size
    return cuts, frozenset(half_spaced), frozenset(firsts), frozenset(behind)


def first_words() -> dict[str, int]:
    """Letters of two words run together, folded, to the number of letters of the first.

    >>> first_words()["اظهارداشت"], "نشست" in first_words()
    (5, False)
    """
    return _read()[0]


def lost_space(letters: str) -> bool:
    """Whether two words run together want a space between them, and no half-space.

    >>> lost_space("اظهارداشت"), lost_space("جانبهگرایی")
    (True, False)
    """
    cuts, half_spaced, *_ = _read()
    return letters in cuts and letters not in half_spaced


def common(word: str, beside: bool = False) -> bool:
    """Whether a folded word is one of the commonest of the open texts; `beside`: one that stands beside such a word there will do.

    >>> common("سیستم"), common("بیدگلی"), common("بیدگلی", beside=True)
    (True, False, False)
    """
    _, _, firsts, behind = _read()
    return word in firsts or beside and word in behind
