"""Draws what a Persian reader judges: times, figures, and date words and numbers that nothing covers, at random with a fixed seed.

    python evaluation/draw.py KIND SEED COUNT [CORPUS.jsonl.gz] [--short]        KIND: time, figure, loose, bare, number

`loose`: months, days and numbers that nothing covers; `bare`: every word of time, and numbers of four digits, there;
`number`: numbers from three on that no figure and no time covers. Of a figure bound, change, of what and window are shown too. `--short`: half of
them from reports of 600 to 2300 characters, as long as one of the wire. Prints one line each: report, raw offsets, the value read, and
the words round it. Verdicts are kept in evaluation/judged.tsv by report and offsets, without a word of the reports;
`python evaluation/judged.py` reads them again, `python evaluation/judged.py table` counts them.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rayzan.extract.draft import Draft
from rayzan.extract.time import grammar
from rayzan.extract.timewords import Tables
from rayzan.lang.fa import calendar as cal
from rayzan.lang.fa.numerals import number_at
from rayzan.reading import reader
from rayzan.text.report import Report

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "fa-diplomacy.jsonl.gz"
DATED = frozenset(cal.WEEKDAYS) | frozenset(cal.JALALI) | (frozenset(cal.GREGORIAN) - {"می", "مه"})
DATED |= frozenset(["سال", "سالهای", "ماه", "هفته", "دهه", "قرن", "امروز", "دیروز", "فردا", "امسال", "پارسال", "گذشته", "آینده"])
NO_TIME_ALONE = frozenset(["دی", "تیر", "مهر", "آذر", "رجب", "صفر", "روز", "آینده", "می", "مه"])
SHORT = range(600, 2301)


class Found(NamedTuple):
    """A thing to judge: its kind, raw offsets and what was read, "-" where nothing was."""

    kind: str
    id: str
    start: int
    end: int
    told: str


def figure_told(value: float, high: float | None, unit: str | None) -> str:
    return f"{value:.15g}" + (f"–{high:.15g}" if high else "") + f" {unit or '-'}"


def words_of_time(tables: Tables) -> frozenset[str]:
    """Nouns and adverbs of time: units, months, weekdays, parts of day, feasts, seasons, days counted from today."""
    said = frozenset(p[0] for table in (tables.parts, tables.feasts, tables.days) for p in table if len(p) == 1)
    units = frozenset(tables.units) | tables.plurals | tables.plurals_past | frozenset(tables.seasons)
    return (DATED | said | units | frozenset(cal.HIJRI)) - NO_TIME_ALONE


def things(draft: Draft, kind: str) -> Iterator[Found]:
    """What a draft holds of a kind; loose and bare: date words and numbers that no time and no figure covers."""
    view, id = draft.view, draft.report.id

    def found(first: int, last: int, told: str) -> Found:
        span = view.span(first, last)
        return Found(kind, id, span.start, span.end, told)

    taken = {at for x in (*draft.times, *draft.figures) for at in range(x.first, x.last)} | set(draft.in_furniture)
    if kind == "time":
        yield from (found(t.first, t.last, t.value or "-") for t in draft.times)
    elif kind == "figure":
        yield from (found(f.first, f.last, figure_told(f.value, f.high, f.unit)) for f in draft.figures)
    elif kind == "bare":
        words = words_of_time(grammar(draft.language).tables)
        for at, key in enumerate(view.keys):
            if at not in taken and (key in words or key.isdigit() and len(key) == 4):
                yield found(at, at + 1, "-")
    elif kind == "number":
        at = 0
        while at < len(view.keys):
            number = None if at in taken else number_at(view.keys, at, len(view.keys))
            if number is not None and number.value >= 3 and view.keys[at] not in ("نه", "سی"):
                yield found(at, number.last, "-")
            at = number.last if number is not None else at + 1
    else:
        for at, key in enumerate(view.keys):
            number = number_at(view.keys, at, len(view.keys))
            if at not in taken and (key in DATED or number is not None and key not in ("یک", "نه", "صفر", "دو", "سی")):
                yield found(at, at + 1, "-")


def more(draft: Draft, f: Found) -> str:
    """Of a figure what is not in `told`: bound, change, of what, window, speaker."""
    view = draft.view
    if f.kind != "figure":
        return ""
    g = next(g for g in draft.figures if view.span(g.first, g.last).start == f.start)
    of = view.span(g.what.first, g.what.last).text if g.what else "-"
    return f" ({g.bound}, {g.change}, of {of}, window {g.window}, by {draft.speaker_at(g.first)})"


def draw(kind: str, seed: int, count: int, corpus: Path, short: bool | None = None) -> Iterator[tuple[Found, str]]:
    """Reports in random order, of the wire's length or longer if `short` says so, up to two things of each: the thing and the words round it."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    chance = random.Random(seed)
    chance.shuffle(rows)
    for row in rows:
        if short is not None and (len(row["text"]) in SHORT) is not short:
            continue
        report = Report(row["id"], row["text"], outlet=row.get("outlet"), published=row.get("published"))
        draft = reader().draft(report)
        all = list(things(draft, kind))
        for f in sorted(chance.sample(all, min(2, len(all)))):
            around = report.text[max(0, f.start - 110) : f.start] + "⟦" + report.text[f.start : f.end] + "⟧" + report.text[f.end : f.end + 90]
            yield f, f"{row.get('published')}{more(draft, f)} {around}".replace("\n", "⏎")
            count -= 1
            if not count:
                return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kind", choices=("time", "figure", "loose", "bare", "number"))
    parser.add_argument("seed", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    parts = ((True, options.count // 2), (False, options.count - options.count // 2)) if options.short else ((None, options.count),)
    number = 0
    for short, count in parts:
        for f, around in draw(options.kind, options.seed, count, options.corpus, short):
            number += 1
            print(f"{number}. {f.id} {f.start} {f.end} [{f.told}] {around}")


if __name__ == "__main__":
    main()
