"""Events, instrument mentions, states and commitments judged by reading: samples of the unlabelled corpus, drawn by a fixed seed.

    python evaluation/events.py draw KIND SEED COUNT [CORPUS]   a sample for the reader; KIND: event, mention, state, commitment
    python evaluation/events.py table                           what events.tsv says

All of a kind that the reading finds in the corpus (`../shared/corpus/fa-diplomacy.jsonl.gz`) are sorted by report and
offset, then `random.Random(SEED).sample` takes COUNT. `events.tsv` keeps the verdicts: kind, seed, report, start, end (code
points of the evidence), what was read, verdict. A sentence of the corpus is never copied. Verdicts: right; part (the thing
is told, a party or the status is wrong); wrong (no such event, mention, state or undertaking). Precision counts right and, apart, right or part.
"""

import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rayzan import Report, read

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "shared" / "corpus" / "fa-diplomacy.jsonl.gz"
TABLE = HERE / "events.tsv"
Found = tuple[str, int, int, str, str]  # report, start, end, what was read, text of the report


def found(kind: str, corpus: Path) -> Iterator[Found]:
    """All of a kind in the corpus, by report and offset."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
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


def draw(kind: str, seed: int, count: int, corpus: Path) -> None:
    """Prints a sample with its surroundings."""
    every = sorted(found(kind, corpus))
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


if __name__ == "__main__":
    if sys.argv[1:2] == ["table"]:
        table()
    elif len(sys.argv) >= 5 and sys.argv[1] == "draw":
        draw(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), Path(sys.argv[5]) if len(sys.argv) > 5 else CORPUS)
    else:
        sys.exit(__doc__)
