"""Offices told without a name: whom the reading takes them for, over real reports; and a sample to judge by reading.

    python evaluation/office.py REPORTS.jsonl.gz [--sample N --seed SEED]

Prints how many titles stand without a name, and how many of them are resolved to a person (of the lexicon, or named in the report), known
by the office alone, or left open. With `--sample` it prints that many of those resolved, drawn at random, as rows of `offices.tsv`: report, start, end,
actor; a reader adds the verdict.
"""

import argparse
import gzip
import json
import random
from collections import Counter
from pathlib import Path

from rayzan.extract.draft import Draft, Mention
from rayzan.reading import reader
from rayzan.text.report import Report


def outcome(draft: Draft, m: Mention) -> str:
    """What became of an office without a name: a person of the lexicon, one named in the report, the office alone, or open."""
    if not m.actors:
        return "open"
    if all(a in draft.lexicon.persons for a in m.actors):
        return "person of the lexicon"
    named = {a for o in draft.mentions if o.kind == "name" for a in o.actors}
    return "person named in the report" if all(a in named or a in draft.lexicon.persons for a in m.actors) else "office alone"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    counts: Counter[str] = Counter()
    resolved: list[str] = []
    with gzip.open(given.reports, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            draft = reader().draft(Report(row["id"], row["text"], outlet=row.get("outlet"), published=row.get("published")))
            for m in draft.mentions:
                if m.kind != "title" and not (m.kind == "group" and m.title):
                    continue
                kind = outcome(draft, m)
                past = "former or deputy office" if m.deputy or m.former else "office held"
                counts[f"{past}: {kind}"] += 1
                counts["all"] += 1
                if kind.startswith("person"):
                    span = draft.view.span(m.first, m.last)
                    resolved.append(f"{row['id']}\t{span.start}\t{span.end}\t{' '.join(m.actors)}")
    for name, n in sorted(counts.items()):
        print(f"# {name}: {n} ({n / counts['all']:.3f})")
    random.seed(given.seed)
    print("\n".join(sorted(random.sample(resolved, min(given.sample, len(resolved))))))


if __name__ == "__main__":
    main()
