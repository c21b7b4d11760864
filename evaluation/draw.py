"""Draws what a Persian reader judges: times, figures, and date words and numbers that nothing covers, at random with a fixed seed.

    python evaluation/draw.py KIND SEED COUNT [CORPUS.jsonl.gz]        KIND: time, figure, loose

Prints one line each: report, raw offsets, the value read, and the words round it. Verdicts are kept in evaluation/judged.tsv by
report and offsets, without a word of the reports; `python evaluation/judged.py` reads them again.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rayzan.extract.draft import Draft
from rayzan.lang.fa import calendar as cal
from rayzan.lang.fa.numerals import number_at
from rayzan.reading import reader
from rayzan.text.report import Report

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "fa-diplomacy.jsonl.gz"
DATED = frozenset(cal.WEEKDAYS) | frozenset(cal.JALALI) | (frozenset(cal.GREGORIAN) - {"می", "مه"})
DATED |= frozenset(["سال", "سالهای", "ماه", "هفته", "دهه", "قرن", "امروز", "دیروز", "فردا", "امسال", "پارسال", "گذشته", "آینده"])


class Found(NamedTuple):
    """A thing to judge: its kind, raw offsets and what was read, "-" where nothing was."""

    kind: str
    id: str
    start: int
    end: int
    told: str


def figure_told(value: float, high: float | None, unit: str | None) -> str:
    return f"{value:.15g}" + (f"–{high:.15g}" if high else "") + f" {unit or '-'}"


def things(draft: Draft, kind: str) -> Iterator[Found]:
    """What a draft holds of a kind; loose: date words and numbers that no time and no figure covers."""
    view, id = draft.view, draft.report.id

    def found(first: int, last: int, told: str) -> Found:
        span = view.span(first, last)
        return Found(kind, id, span.start, span.end, told)

    if kind == "time":
        yield from (found(t.first, t.last, t.value or "-") for t in draft.times)
    elif kind == "figure":
        yield from (found(f.first, f.last, figure_told(f.value, f.high, f.unit)) for f in draft.figures)
    else:
        taken = {at for x in (*draft.times, *draft.figures) for at in range(x.first, x.last)} | set(draft.in_furniture)
        for at, key in enumerate(view.keys):
            number = number_at(view.keys, at, len(view.keys))
            if at not in taken and (key in DATED or number is not None and key not in ("یک", "نه", "صفر", "دو", "سی")):
                yield found(at, at + 1, "-")


def draw(kind: str, seed: int, count: int, corpus: Path) -> Iterator[tuple[Found, str]]:
    """Reports in random order, up to two things of each: the thing and the words round it."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    chance = random.Random(seed)
    chance.shuffle(rows)
    for row in rows:
        report = Report(row["id"], row["text"], outlet=row.get("outlet"), published=row.get("published"))
        all = list(things(reader().draft(report), kind))
        for f in sorted(chance.sample(all, min(2, len(all)))):
            around = report.text[max(0, f.start - 110) : f.start] + "⟦" + report.text[f.start : f.end] + "⟧" + report.text[f.end : f.end + 90]
            yield f, f"{row.get('published')} {around}".replace("\n", "⏎")
            count -= 1
            if not count:
                return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kind", choices=("time", "figure", "loose"))
    parser.add_argument("seed", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    options = parser.parse_args()
    for number, (f, around) in enumerate(draw(options.kind, options.seed, options.count, options.corpus), 1):
        print(f"{number}. {f.id} {f.start} {f.end} [{f.told}] {around}")


if __name__ == "__main__":
    main()
