"""Two words that a lost space ran together: «اظهارداشت», «دراین», «چندسال».

The list of pairs is made by `evaluation/pair.py` from open texts: words that stand side by side there and whose letters, run together,
are no word of their own. A compound that the press half-spaces or spaces at will («به‌عنوان», «به عنوان») reads alike by it too.
"""

from functools import cache

from rayzan.lexicon.lexicon import DATA

PAIRS = DATA / "fa" / "pair.txt"


@cache
def first_words() -> dict[str, int]:
    """Letters of two words run together, folded, to the number of letters of the first."""
    out: dict[str, int] = {}
    for line in PAIRS.read_text(encoding="utf-8").splitlines()[1:]:
        first, *seconds = line.split(" ")
        size = len(first)
        for second in seconds:
            out[first + second] = size
    return out


def first_word(letters: str) -> int:
    """How many letters the first of two words has that are run together; 0 if the letters are one word.

    >>> first_word("اظهارداشت"), first_word("نشست")
    (5, 0)
    """
    return first_words().get(letters, 0)
