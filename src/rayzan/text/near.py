"""Words nearly alike: letters wrong, missing, too many or swapped, by optimal string alignment (rapidfuzz)."""


def near(one: str, other: str, most: int) -> bool:
    """Whether at most so many letters part two words; two neighbours swapped count as one.

    >>> near("باوروف", "لاوروف", 1), near("باوروف", "لافروف", 1)
    (True, False)
    """
    from rapidfuzz.distance import OSA  # here: most reports never ask, and the first record comes sooner

    return OSA.distance(one, other, score_cutoff=most) <= most
