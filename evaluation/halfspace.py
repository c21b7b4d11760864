"""The half-space model: made from open texts, measured on a test text that it never saw.

    python evaluation/halfspace.py train   [DATA]   writes src/rayzan/data/fa/halfspace.crf and lexeme.txt
    python evaluation/halfspace.py measure [DATA]   precision, recall and F1 over half-spaces on the test texts

DATA is the folder with halfspace/, lexicon/ and gazetteer/ (../shared/data by default). Same data, same model.
"""

import math
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pycrfsuite

from rayzan.lang.fa import halfspace
from rayzan.text.fold import fold
from rayzan.text.word import HALF_SPACE

ROOT = Path(__file__).parent.parent
WORLD = ROOT / "src" / "rayzan" / "data" / "world"
TRAIN = ("perdt_train_raw.txt", "seraji_train_raw.txt")
TESTS = ("fa_perdt-ud-test.conllu", "fa_perdt-ud-dev.conllu", "fa_seraji-ud-test.conllu")
# Settings picked on the PerDT dev text.
SETTINGS = {"c1": 0.3, "c2": 0.01, "max_iterations": 150, "feature.possible_transitions": True}
ENCYCLOPEDIA_LEAST = 30  # a form seen less often is as often a slip
ENCYCLOPEDIA_WEIGHT = 1 / 200
HALF_SPACED_SHARE = {"news": 0.5, "encyclopedia": 0.35}  # from which on a word is rather half-spaced; the web glues many that should be
LEXICON_LEAST = 1000  # count in hazm's list from which on a word is current
NAME_WEIGHT = 4

_MARK = "\ue00c"  # stands for a half-space while folding drops those
_RUN = re.compile(halfspace.LETTERS.pattern.replace("]+", _MARK + "]+"))
Forms = dict[str, tuple[str, float]]  # letters without half-space → the form as written, its weight


def forms(text: str) -> Iterator[str]:
    """The words of a text folded, with their half-spaces."""
    folded = fold(text.replace(HALF_SPACE, _MARK))
    return (run.strip(_MARK).replace(_MARK, HALF_SPACE) for run in _RUN.findall(folded) if run.strip(_MARK))


def likeliest(counts: Counter[str], half_spaced: float, weight: float = 1.0, least: int = 1) -> Forms:
    """For each run of letters the form that it is rather written in, by its counts."""
    spelt: dict[str, Counter[str]] = {}
    for form, n in counts.items():
        spelt.setdefault(form.replace(HALF_SPACE, ""), Counter())[form] += n
    out: Forms = {}
    for letters, of in spelt.items():
        total = sum(of.values())
        if total < least:
            continue
        apart = {form: n for form, n in of.items() if HALF_SPACE in form}
        best = max(sorted(apart), key=lambda form: apart[form]) if sum(apart.values()) >= half_spaced * total and apart else letters
        out[letters] = (best, total * weight)
    return out


def texts(data: Path, names: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for name in names:
        counts.update(forms((data / "halfspace" / name).read_text(encoding="utf-8")))
    return counts


def encyclopedia(data: Path) -> Counter[str]:
    counts: Counter[str] = Counter()
    for line in (data / "halfspace" / "wikipedia_vocab_train_only.txt").read_text(encoding="utf-8").splitlines():
        word, n = line.rsplit(None, 1)
        found = list(forms(word))
        if len(found) == 1:
            counts[found[0]] += int(n)
    return counts


def current_words(data: Path) -> Iterator[str]:
    """The current words of hazm's list."""
    for line in (data / "lexicon" / "hazm_words.dat").read_text(encoding="utf-8").splitlines():
        word, n = line.split("\t")[:2]
        if int(n) >= LEXICON_LEAST and len(found := list(forms(word))) == 1:
            yield found[0]


def dictionary_words(data: Path) -> Iterator[str]:
    """The words of lilak's dictionary."""
    for line in (data / "lexicon" / "lilak_lexicon").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#" and len(found := list(forms(line.split(",")[0]))) == 1:
            yield found[0]


def names(data: Path) -> Counter[str]:
    """Words of the names in the project's own world lexicon and of open lists of given names: most hold no half-space."""
    counts: Counter[str] = Counter()
    for path in sorted(WORLD.rglob("*.toml")):
        for value in strings(tomllib.loads(path.read_text(encoding="utf-8"))):
            counts.update(forms(value))
    for path in sorted((data / "gazetteer").glob("names_*_fa.txt")):
        counts.update(forms(path.read_text(encoding="utf-8")))
    return counts


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def lexemes(data: Path) -> dict[str, str]:
    """Known words without half-space by the decade of their count in the training texts, 0 for words of the dictionaries only."""
    known = {word: "0" for word in (*dictionary_words(data), *current_words(data)) if HALF_SPACE not in word}
    seen: Counter[str] = Counter()
    for form, n in texts(data, TRAIN).items():
        for part in form.split(HALF_SPACE):
            seen[part] += n
    for part, n in seen.items():
        if n >= 2:
            known[part] = str(min(4, 1 + int(math.log10(n))))
    return known


def train(data: Path) -> None:
    known = lexemes(data)
    by_decade = [" ".join(sorted(w for w, d in known.items() if d == str(decade))) for decade in range(5)]
    credit = "# Made by evaluation/halfspace.py; credit and licences in halfspace.toml. Line n: words of decade n."
    halfspace.LEXEMES.write_text("\n".join((credit, *by_decade)) + "\n", encoding="utf-8")
    # Later sources win: a treebank's spelling over the web's, the web's over a list's.
    wanted: Forms = {word.replace(HALF_SPACE, ""): (word, 1.0) for word in current_words(data)}
    wanted |= likeliest(encyclopedia(data), HALF_SPACED_SHARE["encyclopedia"], ENCYCLOPEDIA_WEIGHT, ENCYCLOPEDIA_LEAST)
    for name in reversed(TRAIN):
        wanted |= likeliest(texts(data, [name]), HALF_SPACED_SHARE["news"])
    for letters, (form, _) in likeliest(names(data), HALF_SPACED_SHARE["encyclopedia"]).items():
        wanted.setdefault(letters, (form, NAME_WEIGHT))
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for letters in sorted(wanted):
        if len(letters) < halfspace.LEAST - 1:
            continue
        form, weight = wanted[letters]
        _, cuts = halfspace.as_written(form)
        labels = ["1" if cut in cuts else "0" for cut in range(1, len(letters))]
        seen = pycrfsuite.ItemSequence([dict.fromkeys(place, 1.0) for place in halfspace.features(letters, known)])
        for _ in range(1 + int(math.log2(max(1.0, weight)) / 2)):
            trainer.append(seen, labels)
    trainer.train(str(halfspace.MODEL))
    for path in (halfspace.MODEL, halfspace.LEXEMES):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


class Score(NamedTuple):
    """Over running words, in hundredths: precision, recall and F1 of half-spaces; words right; words without one that got one."""

    precision: float
    recall: float
    f1: float
    words: float
    false: float


def measure(counts: Counter[str], places: Callable[[str], Iterable[int]]) -> Score:
    """How well `places` (a word without half-spaces → where they stand) restores the words of a text."""
    right = wrong = missed = plain = broken = whole = total = 0
    for form, n in counts.items():
        letters, cuts = halfspace.as_written(form)
        found = set(places(letters))
        right += n * len(found & set(cuts))
        wrong += n * len(found - set(cuts))
        missed += n * len(set(cuts) - found)
        plain += n * (not cuts)
        broken += n * (not cuts and bool(found))
        whole += n * (found == set(cuts))
        total += n
    pairs = ((right, right + wrong), (right, right + missed), (2 * right, 2 * right + wrong + missed), (whole, total), (broken, plain))
    return Score(*(100 * part / of if of else 0.0 for part, of in pairs))


def test_text(data: Path, name: str) -> Counter[str]:
    """The words of the running text of a treebank file."""
    lines = (data / "halfspace" / name).read_text(encoding="utf-8").splitlines()
    return Counter(form for line in lines if line.startswith("# text = ") for form in forms(line[9:]))


def main() -> None:
    act = sys.argv[1] if len(sys.argv) > 1 else ""
    data = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT.parent / "shared" / "data"
    if act not in ("train", "measure"):
        sys.exit(__doc__)
    if not (data / "halfspace").is_dir():
        sys.exit(f"{data}: no folder halfspace in it; give the folder with the texts as last word")
    if act == "train":
        train(data)
    print(f"{'test text':28s} {'P':>6s} {'R':>6s} {'F1':>6s} {'words right':>12s} {'false inserts':>14s}")
    for name in TESTS:
        s = measure(test_text(data, name), halfspace.places)
        print(f"{name:28s} {s.precision:6.2f} {s.recall:6.2f} {s.f1:6.2f} {s.words:12.2f} {s.false:13.3f}%")


if __name__ == "__main__":
    main()
