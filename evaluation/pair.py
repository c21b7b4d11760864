"""The pairs of words that a lost space runs together, from open texts: «اظهار داشت», found again in «اظهارداشت».

    python evaluation/pair.py make [DATA]   writes src/rayzan/data/fa/pair.txt

DATA is the folder with halfspace/, lexicon/ and gazetteer/ (../shared/data by default). Same data, same file.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from halfspace import ENCYCLOPEDIA_LEAST, ROOT, TRAIN, current_words, dictionary_words, encyclopedia, strings, texts

from rayzan.lang.fa import halfspace, pair
from rayzan.lang.fa.language import persian
from rayzan.lexicon.lexicon import DATA as SHIPPED
from rayzan.lexicon.load import toml
from rayzan.text.fold import fold
from rayzan.text.word import HALF_SPACE, words

SEEN_LEAST = (
    3  # times a pair must stand in the texts; twice where its first word ends in a letter that joins nothing, so that the slip is not seen
)
LETTERS_LEAST = 5  # in both words: shorter ones run together into other words
UNJOINED = frozenset("اآدذرزژوءةه")
SLIP_SHARE = 0.01  # of a pair's own count by which a run-together form in a count of words is its slip and no word
NO_SECOND = frozenset(
    ["ند", "ست", "ان", "ات", "ام", "اش", "ای", "اید", "ایم", "اند", "ها", "های", "هایی", "تر", "ترین", "مان", "تان", "شان", "م", "ت", "ش"]
)  # endings


def pairs(data: Path) -> Counter[tuple[str, str]]:
    """How often two words stand side by side in the treebank texts and in the project's own lists of phrases."""
    out: Counter[tuple[str, str]] = Counter()
    for name in TRAIN:
        for line in (data / "halfspace" / name).read_text(encoding="utf-8").splitlines():
            keys = [w.key for w in words(line)]
            out.update(zip(keys, keys[1:], strict=False))
    for path in sorted((SHIPPED / "fa").glob("*.toml")):
        for phrase in strings(toml(path)):
            keys = [w.key for w in words(phrase)]
            for both in zip(keys, keys[1:], strict=False):
                out[both] += SEEN_LEAST
    return out


def whole(data: Path) -> dict[str, float]:
    """Letters that are one word, by count; a dictionary's word is one whatever its count."""
    known = {w.replace(HALF_SPACE, ""): float("inf") for w in (*dictionary_words(data), *current_words(data))}
    for form, n in encyclopedia(data).items():
        if HALF_SPACE not in form:
            known.setdefault(form, n)
    return known


def sure(data: Path) -> Iterator[tuple[str, str]]:
    """Pairs whose letters run together are no word of their own."""
    seen = pairs(data)
    known = whole(data)
    verbs = persian().verbs
    lexemes = halfspace.lexemes()
    lists = toml(halfspace.WRITTEN)
    one = {fold(word) for word in lists["whole"]}
    of_letters: dict[str, tuple[str, str]] = {}
    for both, n in sorted(seen.items(), key=lambda row: (row[1], row[0])):
        first, second = both
        letters = first + second
        if (
            n >= SEEN_LEAST - (first[-1] in UNJOINED)
            and len(letters) >= LETTERS_LEAST
            and min(map(len, both)) > 1
            and second not in NO_SECOND
            and all(halfspace.LETTERS.fullmatch(word) for word in both)
            and known.get(letters, 0) <= n / SLIP_SHARE
            and letters not in lexemes
            and letters not in one
            and not verbs.form(letters)
        ):
            of_letters[letters] = both  # the more frequent of two ways to part the same letters
    for phrase in lists["apart"]:
        first, second = (w.key for w in words(phrase))
        of_letters[first + second] = first, second
    yield from of_letters.values()


def half_spaced(data: Path) -> frozenset[tuple[str, int]]:
    """Where the texts write half-spaces: the letters of a word, and after how many of them."""
    often = (form for form, n in encyclopedia(data).items() if n >= ENCYCLOPEDIA_LEAST)
    forms = (*texts(data, TRAIN), *often, *toml(halfspace.WRITTEN)["written"])
    return frozenset((letters, cut) for letters, cuts in map(halfspace.as_written, forms) for cut in cuts)


def make(data: Path) -> None:
    by_first: dict[str, list[str]] = {}
    joined = half_spaced(data)
    for first, second in sure(data):
        by_first.setdefault(first, []).append(HALF_SPACE * ((first + second, len(first)) in joined) + second)
    rows = (" ".join((first, *sorted(by_first[first]))) for first in sorted(by_first))
    credit = "# Made by evaluation/pair.py; credit and licences in halfspace.toml. A word, then those that stand behind it, half-space first where it joins them."
    pair.PAIRS.write_text("\n".join((credit, *rows)) + "\n", encoding="utf-8")
    count = sum(map(len, by_first.values()))
    print(f"{pair.PAIRS.relative_to(ROOT)}: {pair.PAIRS.stat().st_size:,} bytes, {count:,} pairs")


def main() -> None:
    act = sys.argv[1] if len(sys.argv) > 1 else ""
    data = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT.parent / "shared" / "data"
    if act != "make":
        sys.exit(__doc__)
    if not (data / "halfspace").is_dir():
        sys.exit(f"{data}: no folder halfspace in it; give the folder with the texts as last word")
    make(data)


if __name__ == "__main__":
    main()
