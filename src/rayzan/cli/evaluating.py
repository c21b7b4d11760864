"""`rayzan evaluate`: scores against gold, and floors that hold."""

import json
import sys
from pathlib import Path

from rayzan.cli.reading import reader_for
from rayzan.errors import GoldError, ReportError
from rayzan.evaluate.gate import below
from rayzan.evaluate.score import evaluate, gold_records
from rayzan.gather.files import reports
from rayzan.record.record import to_json


def score(gold: Path, paths: list[Path], records: Path | None, floors: Path | None, packs: list[Path]) -> int:
    wanted = gold_records(gold)
    if records is not None:
        if not records.exists():
            raise GoldError(f"{records}: no such file; make it with `rayzan read`")
        rows = [json.loads(line) for line in records.read_text(encoding="utf-8").splitlines() if line.strip()]
    elif paths:
        reader, rows = reader_for(packs), []
        for report in reports(paths):
            if isinstance(report, ReportError):
                print(f"rayzan: {report}", file=sys.stderr)
                continue
            if report.id in wanted:
                rows.append(json.loads(to_json(reader.read(report))))
    else:
        raise GoldError("nothing to score: give the reports, or --records FILE")
    tally = evaluate(wanted, rows)
    print(f"{len(wanted)} reports{'':25s}      P      R  F1/acc      n")
    for name, s in tally.scores.items():
        number = [
            f"{v:6.3f}" if v is not None else "     –"
            for v in (s.precision if not s.detail else None, s.recall if not s.detail else None, s.value)
        ]
        print(f"{'  ' if s.detail else ''}{name:{30 if s.detail else 32}s} {' '.join(number)} {s.asked if s.detail else s.wanted:6d}")
    if floors is None:
        return 0
    fallen = below(tally, floors, gold.parent.name if gold.name == "gold" else gold.name)
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0
