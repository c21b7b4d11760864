"""Our score beside the shared scorer, and the floors."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rayzan.evaluate.gate import below
from rayzan.evaluate.score import evaluate, gold_records
from rayzan.gather.files import reports
from rayzan.reading import Reader
from rayzan.record.record import to_json
from rayzan.text.report import Report

ROOT = Path(__file__).parents[2]


def read(reader: Reader, shared: Path, gold: str) -> list[bytes]:
    source = shared / "reports" / "wire.jsonl" if gold == "wire" else None
    paths = [source] if source else sorted((shared / "reports").glob("*.txt"))
    return [to_json(reader.read(r)) for r in reports(paths) if isinstance(r, Report)]


@pytest.mark.parametrize("gold", ["reports", "wire"])
def test_scores_agree_with_the_shared_scorer_and_hold_their_floors(the_reader: Reader, shared: Path, tmp_path: Path, gold: str) -> None:
    lines = read(the_reader, shared, gold)
    out = tmp_path / "records.jsonl"
    out.write_bytes(b"\n".join(lines))
    folder = shared / "eval" / "gold" / gold
    tally = evaluate(gold_records(folder), map(json.loads, lines))
    told = subprocess.run([sys.executable, shared / "eval" / "score.py", folder, out, "--json"], capture_output=True, text=True, check=True)
    theirs = [row["f"] for row in json.loads(told.stdout).values()]
    ours = [score.value for score in tally.scores.values()]
    assert len(ours) == len(theirs)
    for a, b in zip(ours, theirs, strict=True):
        assert (a is None) == (b is None) and (a is None or abs(a - b) < 1e-9)
    assert below(tally, ROOT / "evaluation" / "floors.toml", gold) == []
