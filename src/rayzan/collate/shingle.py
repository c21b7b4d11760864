"""Shingles: runs of letters by which two texts are found to share a passage, whichever way their half-spaces were typed."""

import numpy as np
from numpy.typing import NDArray

from rayzan.text.fold import fold, fold_with_offsets

SIZE = 30  # letters of a shingle, some seven words: shorter runs are idiom
EVERY = 8  # one shingle in eight is kept, by its own hash, so that two texts keep the same ones
_BASE = 1_000_003
Hashes = NDArray[np.uint64]


def letters(raw: str) -> str:
    """The folded letters and digits of a text, without blanks and signs: its three spellings give the same.

    >>> letters("می‌رود.") == letters("می رود") == letters("ميرود")
    True
    """
    return "".join(filter(str.isalnum, fold(raw)))


def letters_with_offsets(raw: str) -> tuple[str, list[int]]:
    """The letters and for each its raw offset."""
    folded, at = fold_with_offsets(raw)
    kept = [i for i, c in enumerate(folded) if c.isalnum()]
    return "".join(folded[i] for i in kept), [at[i] for i in kept]


def hashes(text: str) -> Hashes:
    """The hash of each run of `SIZE` letters, in order; a text shorter than that is one run of its own."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    size = min(SIZE, len(codes))
    if not size:
        return np.empty(0, np.uint64)
    out = np.zeros(len(codes) - size + 1, np.uint64)
    for j in range(size):
        out = out * np.uint64(_BASE) + codes[j : len(codes) - size + 1 + j]
    return _mixed(out)


def _mixed(h: Hashes) -> Hashes:
    """Splitmix64: neighbouring runs get hashes that have nothing to do with each other."""
    h = (h ^ (h >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    h = (h ^ (h >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return h ^ (h >> np.uint64(31))


def sketch(raw: str) -> Hashes:
    """The shingles of a text that are kept, each once, sorted."""
    found = hashes(letters(raw))
    kept = found[found % np.uint64(EVERY) == 0]
    return np.unique(kept if len(kept) else found[:1])
