"""Date and time spans beside Hengam's gold: strict F1 (the very span and its type, DAT or TIM), in its scheme and in ours.

    python evaluation/hengam.py [GOLD] [--verbose]

Every second sentence is for reading and mending (`--verbose` shows no others); the rest are only scored.

Hengam (Mirzababaei, Kargaran et al. 2022, MIT) marks 261 spans in 180 sentences of everyday and written Persian, without values.
Published, from the label files in its repository: HengamTagger (rules) 81.8, HengamTransA (neural) 87.0.

Its scheme is not ours, so what the reading finds is put into its scheme first, by the differences that evaluation/hengam_scheme.py
lists and no others.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from hengam_scheme import Scheme, Span

from rayzan.reading import Reader, reader
from rayzan.text.report import Report

GOLD = Path(__file__).parents[2] / "shared" / "data" / "datetime" / "Hengam_Gold.txt"
PUBLISHED = {"HengamTagger (rules)": 81.8, "HengamTransA (neural)": 87.0}
PARTS_OF_GOLD = ("all", "read for mending", "only scored")


def sentences(path: Path) -> Iterator[tuple[list[str], list[Span]]]:
    """The tokens and gold spans of each sentence."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
        spans: list[Span] = []
        for at, (_, tag) in enumerate(rows):
            if tag.startswith("B"):
                spans.append(Span(at, at + 1, tag[2:]))
            elif tag.startswith("I") and spans:
                spans[-1] = spans[-1]._replace(last=at + 1)
        if rows:
            yield [word for word, _ in rows], spans


def read(the_reader: Reader, words: list[str], plain: bool) -> list[Span]:
    """The spans of a sentence in tokens: in Hengam's scheme, or `plain` as the record has them."""
    starts, text = [], ""
    for at, word in enumerate(words):
        if at > 1 and words[at - 1] in ("/", "-", ":", ".") and word.isdigit() and words[at - 2].isdigit():
            text = text[:-3] + words[at - 1]  # «۱۴۰۱ / ۰۵» is cut by their tokens only
            starts[-1] = len(text) - 1
        starts.append(len(text))
        text += word + " "
    draft = the_reader.draft(Report("sentence", text, published="2022-06-01"))
    found = [Span(t.first, t.last, "DAT") for t in draft.times] if plain else Scheme(draft).spans()
    out = []
    for s in found:
        span = draft.view.span(s.first, s.last)
        inside = [i for i, start in enumerate(starts) if span.start <= start < span.end]
        if inside:
            out.append(Span(inside[0], inside[-1] + 1, s.type))
    return out


def shown(words: list[str], spans: set[Span]) -> str:
    return " | ".join(f"{s.type[0]} {' '.join(words[s.first : s.last])}" for s in sorted(spans))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    for name, plain in (("in Hengam's scheme", False), ("times as recorded", True)):
        counts = {part: [0, 0, 0] for part in PARTS_OF_GOLD}
        for at, (words, gold) in enumerate(sentences(options.gold)):
            found, half = read(reader(), words, plain), PARTS_OF_GOLD[1 + at % 2]
            for part in ("all", half):
                for i, n in enumerate((len(set(found) & set(gold)), len(found), len(gold))):
                    counts[part][i] += n
            if options.verbose and half == "read for mending" and not plain and set(found) != set(gold):
                print(f"gold {shown(words, set(gold) - set(found))} ··· found {shown(words, set(found) - set(gold))}")
        for part, (right, ours, theirs) in counts.items():
            scores = f"P {100 * right / ours:.1f}  R {100 * right / theirs:.1f}  strict F1 {200 * right / (ours + theirs):.1f}"
            print(f"{name:20s} {part:16s} {scores}  of {theirs} spans")
    for name, f1 in PUBLISHED.items():
        print(f"{name:24s} strict F1 {f1} (published)")


if __name__ == "__main__":
    main()
