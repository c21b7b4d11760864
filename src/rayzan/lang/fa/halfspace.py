"""Half-spaces put back: where «همکاریهای» wants one. For display, search and cutting words; the source is never rewritten.

A linear-chain CRF over the letters of one word says after which letter a half-space belongs. It was trained by
`evaluation/halfspace.py` on word types; data/fa/halfspace.toml tells from what. The model and the word list are
opened at the first call, so that reading alone never pays for them; reading cuts run-together words by `pair`.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rayzan.lang.fa.join import attach
from rayzan.lexicon.lexicon import DATA
from rayzan.lexicon.load import toml
from rayzan.text.fold import fold, fold_with_offsets
from rayzan.text.word import HALF_SPACE, words

if TYPE_CHECKING:
    import pycrfsuite

FOLDER = DATA / "fa"
MODEL, LEXEMES, WRITTEN = FOLDER / "halfspace.crf", FOLDER / "lexeme.txt", FOLDER / "halfspace.toml"
LEAST = 4  # letters a word must have to hold a half-space: «ای‌ست»
MOST = 40  # letters; a longer run is no word and stays as it is
LETTERS = re.compile(r"[\u0621-\u063a\u0641-\u06d3\u06d5]+")
_STAND_INS = (HALF_SPACE, "\u200b", "\u00ac", "&zwnj;", "&#8204;", "&#x200c;")
_REACH = 5  # letters seen to each side


class Gap(NamedTuple):
    """Raw characters `start` to `end` (exclusive) that a half-space should stand for: none, or one blank («می رود»)."""

    start: int
    end: int


@cache
def lexemes() -> dict[str, str]:
    """Known words without half-space, folded, each with the decade of its count in the training text: 0 (unseen) to 4."""
    found: dict[str, str] = {}
    for decade, line in enumerate(line for line in LEXEMES.read_text(encoding="utf-8").splitlines() if line[:1] != "#"):
        found.update(dict.fromkeys(line.split(), str(decade)))
    return found


def features(word: str, known: dict[str, str]) -> list[list[str]]:
    """What the model sees at each place between two letters of a folded word; `known` as `lexemes` gives it."""
    padded = "^" * _REACH + word + "$" * _REACH
    whole = "w" + known.get(word, "-")
    out: list[list[str]] = []
    for cut in range(1, len(word)):
        at = cut + _REACH
        left, right = known.get(word[:cut], "-"), known.get(word[cut:], "-")
        seen = [f"l{padded[at - k : at]}" for k in range(1, _REACH + 1)]
        seen += [f"r{padded[at : at + k]}" for k in range(1, _REACH + 1)]
        seen += [f"m{padded[at - a : at]}|{padded[at : at + b]}" for a, b in ((1, 1), (1, 2), (2, 1), (2, 2), (3, 2), (2, 3))]
        seen += [
            f"p{left}",
            f"q{right}",
            f"pq{left}{right}",
            whole,
            f"{whole}{left}{right}",
            f"a{min(cut, 6)}",
            f"z{min(len(word) - cut, 6)}",
        ]
        out.append(seen)
    return out


@cache
def _tagger() -> "pycrfsuite.Tagger":
    import pycrfsuite  # here: reading starts faster without it

    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODEL))
    return tagger


@cache
def _written() -> dict[str, tuple[int, ...]]:
    """Words that the model gets wrong, as they are written: folded letters to the places of their half-spaces."""
    return dict(as_written(form) for form in toml(WRITTEN)["written"])


def as_written(form: str) -> tuple[str, tuple[int, ...]]:
    """The folded letters of a form and after how many of them each half-space stands.

    >>> as_written("نقش‌آفرینی")
    ('نقشآفرینی', (3,))
    """
    parts = [fold(part) for part in form.split(HALF_SPACE)]
    places: list[int] = []
    for part in parts[:-1]:
        places.append(len(part) + (places[-1] if places else 0))
    return "".join(parts), tuple(places)


@lru_cache(maxsize=65536)
def places(word: str) -> tuple[int, ...]:
    """After how many letters of a folded word, written without them, its half-spaces stand.

    >>> places("همکاریهای"), places("منطقهای"), places("میزان")
    ((6,), (5,), ())
    """
    if not LEAST <= len(word) <= MOST or not LETTERS.fullmatch(word):
        return ()
    written = _written().get(word)
    if written is not None:
        return written
    labels = _tagger().tag(features(word, lexemes()))
    return tuple(cut for cut, label in enumerate(labels, 1) if label == "1")


def parts(word: str) -> tuple[str, ...]:
    """A folded word cut at its half-spaces.

    >>> parts("یکجانبهگرایی")
    ('یک', 'جانبه', 'گرایی')
    """
    cuts = (0, *places(word), len(word))
    return tuple(word[a:b] for a, b in zip(cuts, cuts[1:], strict=False))


def restore(text: str) -> list[Gap]:
    """Where half-spaces belong that the text lacks, in raw offsets, in order; those it has are not told again.

    >>> restore("همکاریهای دو کشور ادامه می یابد")
    [Gap(start=6, end=6), Gap(start=26, end=27)]
    """
    return list(_gaps(text))


def _gaps(text: str) -> Iterator[Gap]:
    for word in words(text, attach):
        letters, at = fold_with_offsets(text[word.start : word.end])
        cuts = frozenset(places(word.key))
        seen = 0  # letters of the key passed
        blank = -1  # where a run of blanks within the word began
        for here, char in enumerate(letters):
            start = at[here]
            if char == " ":
                blank = here if blank < 0 else blank
                continue
            if blank >= 0:
                yield Gap(word.start + at[blank], word.start + start)
                blank = -1
            elif seen in cuts and start > at[here - 1]:
                between = text[word.start + at[here - 1] + 1 : word.start + start]
                if not any(mark in between for mark in _STAND_INS):
                    yield Gap(word.start + start, word.start + start)
            seen += 1


def restored(text: str) -> str:
    """The text with its half-spaces put back, for display; offsets of a record do not fit it.

    >>> restored("نقشآفرینی کشورهای منطقه بینالمللی است") == "نقش‌آفرینی کشورهای منطقه بین‌المللی است"
    True
    """
    out: list[str] = []
    done = 0
    for start, end in restore(text):
        out += (text[done:start], HALF_SPACE)
        done = end
    out.append(text[done:])
    return "".join(out)
