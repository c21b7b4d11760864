"""Reads the judged draws again: how many verdicts still hold, and what has changed since.

    python evaluation/judged.py [CORPUS.jsonl.gz]
    python evaluation/judged.py table               draw by draw, the share read right, or of bare words rightly left, on the day of judging

For each kind of evaluation/judged.tsv: how many of the things judged right are read as they were (or with the same value over
neighbouring words), how many of those judged wrong or missed have changed. Verdicts are a reader's; a change is no verdict, look at it.
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from draw import CORPUS, Found, things

from rayzan.reading import reader
from rayzan.text.report import Report

TABLE = Path(__file__).with_name("judged.tsv")


def rows() -> list[list[str]]:
    return [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]


def table() -> None:
    """Prints the share of each draw, in the order of judging."""
    tally: Counter[tuple[str, str]] = Counter()
    good: Counter[tuple[str, str]] = Counter()
    for kind, seed, *_, verdict, _ in rows():
        tally[kind, seed] += 1
        good[kind, seed] += verdict in ("right", "left")
    for (kind, seed), count in tally.items():
        print(f"{kind:8s} seed {seed:5s} {count:4d} judged, {'left rightly' if kind in ('loose', 'bare', 'number') else 'right'} {good[kind, seed] / count:.3f}")


def main() -> None:
    if sys.argv[1:] == ["table"]:
        table()
        return
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    lines = rows()
    wanted = {row[2] for row in lines}
    held: dict[str, list[Found]] = {}
    with gzip.open(corpus, "rt", encoding="utf-8") as reports:
        for row in map(json.loads, reports):
            if row["id"] in wanted:
                draft = reader().draft(Report(row["id"], row["text"], outlet=row.get("outlet"), published=row.get("published")))
                held[row["id"]] = [f for kind in ("time", "figure") for f in things(draft, kind)]
    tally: Counter[tuple[str, str, str]] = Counter()
    for kind, _, id, start, end, told, verdict, _ in lines:
        here = [f for f in held[id] if f.start < int(end) and int(start) < f.end]
        if kind in ("loose", "bare", "number"):
            now = "read now" if here else "still bare"
        else:
            now = "as then" if any(f.told == told for f in here if f.kind == kind) else "changed"
            if now == "changed":
                print(f"{kind} {id} {start} {end} judged {verdict}: then {told}, now {', '.join(f.told for f in here) or '-'}")
        tally[kind, verdict, now] += 1
    for (kind, verdict, now), count in sorted(tally.items()):
        print(f"{kind:8s} judged {verdict:8s} {now:12s} {count:4d}")


if __name__ == "__main__":
    main()
