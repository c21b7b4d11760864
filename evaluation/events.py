"""Events, instrument mentions, states and commitments judged by reading: samples of the unlabelled corpus, drawn by a fixed seed.

    python evaluation/events.py draw KIND SEED COUNT [--short] [--without FILE] [CORPUS]   a sample for the reader
    python evaluation/events.py table                                                      what events.tsv says

KIND: event, mention, state, commitment; `--short`: only from reports of 600 to 2300 characters; FILE: ids of reports left out, one a line.

All of a kind that the reading finds in the corpus (`../shared/corpus/fa-diplomacy.jsonl.gz`) are sorted by report and
offset, then `random.Random(SEED).sample` takes COUNT. `events.tsv` keeps the verdicts: kind, seed, report, start, end (code
points of the evidence), what was read, verdict. A sentence of the corpus is never copied. Verdicts: right; part (the thing
is told, a party or the status is wrong); wrong (no such event, mention, state or undertaking). Precision counts right and, apart, right or part.
"""

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rayzan import Report, read

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "shared" / "corpus" / "fa-diplomacy.jsonl.gz"
TABLE = HERE / "events.tsv"
SHORT = range(600, 2301)  # characters of a short report of the wire
Found = tuple[str, int, int, str, str]  # report, start, end, what was read, text of the report


def found(kind: str, corpus: Path, short: bool, without: frozenset[str]) -> Iterator[Found]:
    """All of a kind in the corpus, by report and offset."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["id"] not in without and (not short or len(row["text"]) in SHORT)]
    for row in rows:
        record = read(Report(row["id"], row["text"], published=row.get("published"), outlet=row.get("outlet")))
        if kind == "event":
            for e in record.events:
                told = f"{e.type} {'+'.join(e.who)}>{'+'.join(e.whom)} {e.status} {e.when} {e.where}"
                yield row["id"], e.evidence.start, e.evidence.end, told, row["text"]
        if kind == "commitment":
            for c in record.commitments:
                yield row["id"], c.evidence.start, c.evidence.end, f"{c.kind} {c.by} {c.to or '-'} {c.due or '-'}", row["text"]
        for i in record.instruments:
            if kind == "mention":
                yield from ((row["id"], m.start, m.end, i.key, row["text"]) for m in i.mentions)
            if kind == "state":
                told = ((s.evidence, f"{i.key} {s.state} {'+'.join(s.flags)} {s.when}") for s in i.states)
                yield from ((row["id"], span.start, span.end, what, row["text"]) for span, what in told)


def draw(kind: str, seed: int, count: int, corpus: Path, short: bool, without: frozenset[str]) -> None:
    """Prints a sample with its surroundings."""
    every = sorted(found(kind, corpus, short, without))
    for id, start, end, told, text in random.Random(seed).sample(every, min(count, len(every))):
        before = max(text.rfind("\n", 0, start) + 1, start - (130 if kind == "event" else 70))
        shown = text[start:end] if end - start < 260 else f"{text[start : start + 160]} … {text[end - 90 : end]}"
        print(
            f"{id}\t{start}\t{end}\t{told}\n    {text[before:start]}[[{shown}]]{text[end : end + 60]}".replace("\n", " / ").replace(
                " /     ", "\n    ", 1
            )
        )


def table() -> None:
    """Prints precision kind by kind and seed by seed."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    tally = Counter((r[0], r[1], r[6]) for r in rows)
    for kind, seed in sorted({(r[0], r[1]) for r in rows}):
        n = sum(tally[kind, seed, v] for v in ("right", "part", "wrong"))
        right, part = tally[kind, seed, "right"], tally[kind, seed, "part"]
        print(
            f"{kind} seed {seed}: {n} judged, right {right / n:.3f}, right or part {(right + part) / n:.3f}, false {tally[kind, seed, 'wrong'] / n:.3f}"
        )


def main() -> None:
    """Draws or tabulates, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    tasks = parser.add_subparsers(dest="task", required=True)
    tasks.add_parser("table")
    drawn = tasks.add_parser("draw")
    drawn.add_argument("kind", choices=("event", "mention", "state", "commitment"))
    drawn.add_argument("seed", type=int)
    drawn.add_argument("count", type=int)
    drawn.add_argument("corpus", type=Path, nargs="?", default=CORPUS)
    drawn.add_argument("--short", action="store_true")
    drawn.add_argument("--without", type=Path)
    told = parser.parse_args()
    if told.task == "table":
        table()
    else:
        left_out = frozenset(told.without.read_text(encoding="utf-8").split() if told.without else ())
        draw(told.kind, told.seed, told.count, told.corpus, told.short, left_out)


if __name__ == "__main__":
    main()
