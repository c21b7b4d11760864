"""The samples: read with their pack, scored against their gold."""

import json
from pathlib import Path

from rayzan.evaluate.gate import below
from rayzan.evaluate.score import evaluate, gold_records
from rayzan.gather.files import reports
from rayzan.lang.fa.language import persian
from rayzan.lexicon.lexicon import open_lexicon
from rayzan.reading import Reader
from rayzan.record.record import to_json
from rayzan.text.report import Report

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"


def test_the_samples_hold_their_floors() -> None:
    reader = Reader(open_lexicon(SAMPLES / "pack"), persian())
    found = list(reports([SAMPLES / "reports"]))
    assert all(isinstance(r, Report) for r in found) and len(found) >= 14
    records = [json.loads(to_json(reader.read(r))) for r in found if isinstance(r, Report)]
    tally = evaluate(gold_records(SAMPLES / "gold"), records)
    assert below(tally, ROOT / "evaluation" / "floors.toml", "samples") == []


def test_gold_spans_hold() -> None:
    for id, record in gold_records(SAMPLES / "gold").items():
        text = (SAMPLES / "reports" / f"{id}.txt").read_text(encoding="utf-8")
        for s in record["statements"]:
            for span in (s["content"], s["cue"], s["source"]):
                assert span is None or text[span["start"] : span["end"]] == span["text"]
