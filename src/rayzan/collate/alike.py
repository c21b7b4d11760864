"""How alike two stretches of text are, whichever way their half-spaces were typed. Likeness proposes; slots decide."""

from functools import lru_cache

from rayzan.collate.shingle import letters

SIZE = 4  # letters of a gram


@lru_cache(maxsize=65536)
def grams(text: str) -> frozenset[str]:
    """The runs of four letters of a text, blanks left out."""
    found = letters(text)
    return frozenset(found[i : i + SIZE] for i in range(len(found) - SIZE + 1))


def contained(a: str, b: str) -> float:
    """The share of the shorter text's grams that the other has, 0 to 1; 0 where one is too short to tell.

    >>> contained("مذاکرات ادامه دارد", "وی گفت مذاکرات ادامه دارد") > 0.9
    True
    """
    one, other = grams(a), grams(b)
    least = min(len(one), len(other))
    return len(one & other) / least if least >= SIZE else 0.0


def alike(a: str, b: str) -> float:
    """The grams two texts share among all they have, 0 to 1."""
    one, other = grams(a), grams(b)
    return len(one & other) / len(one | other) if one and other else 0.0
