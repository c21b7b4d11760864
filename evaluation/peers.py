"""Our half-spaces, sentences, words and speed beside those of other Persian packages, on the same texts in one run.

    python evaluation/peers.py [DATA] [--write]

DATA is the folder with halfspace/ (../shared/data by default); --write puts the page into docs/peers.md, else it is printed. The packages are
the optional group `peers`; one that is not installed is told as such with the reason. `make peers` sets all of it up.
"""

import importlib.metadata
import platform
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from halfspace import ROOT

from rayzan.text.fold import fold
from rayzan.text.word import HALF_SPACE

PAGE = ROOT / "docs" / "peers.md"
CASES = ROOT / "tests" / "cases" / "fa" / "halfspace.txt"
TEXTS = ("fa_perdt-ud-test.conllu", "fa_seraji-ud-test.conllu")
SPEED_TEXT, SPEED_LINES = "perdt_train_raw.txt", 10_000
PARAGRAPH = 20  # sentences of a treebank set one behind the other, so that a splitter has something to split


class Tool(NamedTuple):
    """A package's three acts, each on a text."""

    restore: Callable[[str], str]
    sentences: Callable[[str], Iterable[str]]
    words: Callable[[str], Iterable[str]]


def rayzan() -> Tool:
    from rayzan.lang.fa.halfspace import restored
    from rayzan.lang.fa.language import persian

    def sentences(text: str) -> list[str]:
        view = persian().view(text)
        return [view.span(s.first, s.last).text for s in view.sentences]

    return Tool(restored, sentences, lambda text: [text[w.start : w.end] for w in persian().view(text).words if w.key != "\n"])


def hazm() -> Tool:
    import hazm as package

    return Tool(package.Normalizer().normalize, package.SentenceTokenizer().tokenize, package.WordTokenizer(join_verb_parts=False).tokenize)


def shekar() -> Tool:
    import shekar as package
    from shekar.preprocessing import SpacingNormalizer

    return Tool(SpacingNormalizer(), package.SentenceTokenizer(), package.WordTokenizer())


def parsivar() -> Tool:
    import parsivar as package

    tokenizer = package.Tokenizer()
    return Tool(package.Normalizer().normalize, tokenizer.tokenize_sentences, tokenizer.tokenize_words)


def rishe() -> Tool:
    import rishe as package

    pipeline = package.Pipeline()
    return Tool(pipeline.normalize, pipeline.sent_tokenize, pipeline.word_tokenize)


TOOLS: tuple[Callable[[], Tool], ...] = (rayzan, hazm, shekar, parsivar, rishe)


class Sentence(NamedTuple):
    """A sentence of a treebank and its words as they stand in it."""

    text: str
    words: tuple[str, ...]


def treebank(path: Path) -> list[Sentence]:
    out: list[Sentence] = []
    text, words, inside = "", [], 0
    for line in (*path.read_text(encoding="utf-8").splitlines(), ""):
        if line.startswith("# text = "):
            text = line[9:]
        elif line[:1].isdigit():
            number, form = line.split("\t")[:2]
            if "-" in number:  # several syntactic words written as one
                inside = int(number.split("-")[1])
                words.append(form)
            elif "." not in number and int(number) > inside:
                words.append(form)
        elif not line and words:
            out.append(Sentence(text, tuple(words)))
            words, inside = [], 0
    return out


def bare(text: str) -> str:
    """The folded characters without blanks: what offsets of all packages are counted in, since some change the text."""
    return "".join(fold(text).split())


def aligned(told: str, source: str) -> Callable[[int], int | None]:
    """From an offset in what a package gave back to one in the source, both bare; None where they differ."""
    if told == source:
        return lambda at: at
    blocks = SequenceMatcher(None, told, source, autojunk=False).get_matching_blocks()
    return lambda at: next((b.b + at - b.a for b in blocks if b.a <= at <= b.a + b.size and b.size), None)


def ends(pieces: Iterable[str], source: str) -> list[int | None]:
    """Where pieces of a text end, as bare offsets into the source."""
    folded = [b for piece in pieces if (b := bare(piece))]
    back = aligned("".join(folded), bare(source))
    at, out = 0, []
    for piece in folded:
        at += len(piece)
        out.append(back(at))
    return out


def half_spaces(text: str, source: str) -> tuple[set[int | None], list[tuple[int, int]]]:
    """Bare offsets of a text's half-spaces between letters, and the spans of its words between blanks."""
    back = aligned(bare(text), bare(source))
    found: set[int | None] = set()
    words: list[tuple[int, int]] = []
    at = 0
    for piece in text.split():
        start = at
        for part in re.split(f"{HALF_SPACE}+", piece):
            if at > start and bare(part):
                found.add(back(at))
            at += len(bare(part))
        words.append((start, at))
    return found, words


def paragraphs(lines: Sequence[str]) -> list[str]:
    return [" ".join(lines[first : first + PARAGRAPH]) for first in range(0, len(lines), PARAGRAPH)]


def percent(part: float, of: float) -> float:
    return 100 * part / of if of else 0.0


def f1(right: int, found: int, wanted: int) -> float:
    return percent(2 * right, found + wanted)


def restoring(tool: Tool, sentences: Sequence[Sentence]) -> tuple[float, float]:
    """F1 over half-spaces in running text that lost all of them, and the share of words without one that got one, in hundredths."""
    right = found = wanted = broken = plain = 0
    for text in (s.text for s in sentences):
        lost = text.replace(HALF_SPACE, "")
        put, _ = half_spaces(tool.restore(lost), lost)
        stood, words = half_spaces(text, lost)
        right, found, wanted = right + len(put & stood), found + len(put), wanted + len(stood)
        for start, end in words:
            if not any(at is not None and start < at < end for at in stood):
                plain += 1
                broken += any(at is not None and start < at < end for at in put)
    return f1(right, found, wanted), percent(broken, plain)


def splitting(tool: Tool, sentences: Sequence[Sentence]) -> float:
    """F1 over the ends of sentences within paragraphs; each paragraph's own end is no question."""
    right = found = wanted = 0
    for first in range(0, len(sentences), PARAGRAPH):
        some = sentences[first : first + PARAGRAPH]
        text = " ".join(s.text for s in some)
        told = set(ends(tool.sentences(text), text)[:-1])
        true = set(ends([s.text for s in some], text)[:-1])
        right, found, wanted = right + len(told & true), found + len(told), wanted + len(true)
    return f1(right, found, wanted)


def cutting(tool: Tool, sentences: Sequence[Sentence]) -> float:
    """F1 over words: both ends right."""
    right = found = wanted = 0
    for s in sentences:
        told, true = (ends(words, s.text) for words in (tool.words(s.text), s.words))
        one, other = (set(zip((0, *e[:-1]), e, strict=True)) for e in (told, true))
        right, found, wanted = right + len(one & other), found + len(one), wanted + len(other)
    return f1(right, found, wanted)


def glued(tool: Tool) -> tuple[int, int, int, int]:
    """Of the words in our cases whose half-spaces are lost: right, all; of the traps: broken, all. Each word is given by itself."""
    blocks = [b.splitlines() for b in CASES.read_text(encoding="utf-8").split("\n\n")]
    rows = [[line for line in b if line and line[0] != "#"] for b in blocks]
    wanted = {r[0]: r[1].split()[1] for r in rows if len(r) == 2 and len(r[0].split()) == 1 and HALF_SPACE not in r[0]}
    traps = [word for r in rows if len(r) == 1 for word in r[0].split()]

    def same(one: str, other: str) -> bool:
        return fold(one.replace(HALF_SPACE, "|")) == fold(other.replace(HALF_SPACE, "|"))

    right = sum(same(tool.restore(word).strip(), form) for word, form in wanted.items())
    return right, len(wanted), sum(not same(tool.restore(word).strip(), word) for word in traps), len(traps)


def speed(act: Callable[[str], object], texts: Sequence[str]) -> int:
    """Characters per CPU second, after one text to warm up."""
    act(texts[0])
    start = time.process_time()
    for text in texts:
        made = act(text)
        if not isinstance(made, str):
            list(made)  # type: ignore[call-overload]
    return round(sum(map(len, texts)) / (time.process_time() - start))


def row(name: str, tool: Tool, data: Path, banks: Sequence[Sequence[Sentence]]) -> str:
    right, words, broken, traps = glued(tool)
    cells = [name, f"{right}/{words}", f"{broken}/{traps}"]
    for bank in banks:
        score, false = restoring(tool, bank)
        cells += [f"{score:.1f}", f"{false:.2f}"]
    cells += [f"{splitting(tool, bank):.1f}" for bank in banks]
    cells += [f"{cutting(tool, bank):.1f}" for bank in banks]
    lost = [
        line.replace(HALF_SPACE, "") for line in (data / "halfspace" / SPEED_TEXT).read_text(encoding="utf-8").splitlines()[:SPEED_LINES]
    ]
    cells += [f"{speed(tool.restore, lost):,}", f"{speed(tool.sentences, paragraphs(lost)):,}", f"{speed(tool.words, lost):,}"]
    return f"| {' | '.join(cells)} |"


def page(data: Path) -> str:
    banks = [treebank(data / "halfspace" / name) for name in TEXTS]
    rows: list[str] = []
    missing: list[str] = []
    for make in TOOLS:
        name = make.__name__
        try:
            tool = make()
        except ImportError as e:
            missing.append(f"- {name}: not measured, it could not be loaded here ({e}).")
            continue
        print(f"measuring {name}", file=sys.stderr)
        rows.append(row(f"{name} {importlib.metadata.version(name)}", tool, data, banks))
    head = ("package", "glued words right", "traps broken", "half-spaces PerDT, F1", "false inserts, %", "half-spaces Seraji, F1", "false inserts, %",
            "sentences PerDT, F1", "Seraji, F1", "words PerDT, F1", "Seraji, F1", "restoring, characters/s", "sentences, characters/s", "words, characters/s")  # fmt: skip
    table = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *rows]
    return PROSE.format(python=platform.python_version(), table="\n".join(table), missing="\n".join(missing) or "All were measured.")


PROSE = """# Half-spaces, sentences and words beside other packages

Made by `make peers` (`evaluation/peers.py`), which anyone can run; the packages are the optional group `peers` and nothing here needs them. Python {python}.

{table}

Not measured here: {missing}

- Texts: the test parts of UD Persian-PerDT and UD Persian-Seraji, which no model of ours was trained on. Scores are in hundredths.
- Each package by its defaults: hazm's Normalizer, shekar's SpacingNormalizer, parsivar's Normalizer, rishe's Pipeline.normalize (which puts none back).
- Half-spaces: every U+200C is deleted from the running text, each package puts half-spaces back, F1 is over their places. False inserts: the share of
  words without a half-space that got one. Seraji spells many words without the half-space that PerDT and today's press write, so it counts correct ones as false.
- Glued words and traps are the cases of `tests/cases/fa/halfspace.txt`, each given by itself; the rules of ours were made with these in sight.
- Sentences: {paragraph} at a time one behind the other on a line, F1 over the ends between them. Some sentences of the treebanks end without a stop.
- Words: both ends right. rayzan's words are for matching, not for syntax: «می رود» and «گفت و گو» are one word in any spelling, «به‌عنوان» two, dates and
  decimals are whole, so some differ from the treebanks' by design.
- Speed: characters per CPU second in one process, one pass over 10,000 sentences of PerDT's training text, start-up aside; compare within a column only. The sentences of rayzan include cutting the words.
""".replace("{paragraph}", str(PARAGRAPH))


def main() -> None:
    folders = [a for a in sys.argv[1:] if not a.startswith("-")]
    data = Path(folders[0]) if folders else ROOT.parent / "shared" / "data"
    if not (data / "halfspace").is_dir():
        sys.exit(f"{data}: no folder halfspace in it; give the folder with the texts as first word")
    text = page(data)
    if "--write" in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
        print(f"{PAGE.relative_to(ROOT)} written", file=sys.stderr)
    else:
        print(text)


if __name__ == "__main__":
    main()
