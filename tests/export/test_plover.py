"""The PLOVER export: each row has the manual's required fields and nothing outside its closed lists."""

import re

from tests.conftest import ROOT, cases
from tests.extract.test_event import CONTEXTS, MODES

from rayzan.export.plover import DIRECTED, QUADS, rows
from rayzan.reading import Reader
from rayzan.text.report import Report

FIELDS = {
    "id", "date", "enddate", "actor", "recipient", "event", "mode", "context", "quad_code", "event_loc", "event_text", "text_info",
    "cite_info", "flags", "claimed_by", "coder",
}  # fmt: skip


def test_rows_are_of_the_manual(the_reader: Reader) -> None:
    seen = 0
    for sentence, _ in cases(ROOT / "tests" / "cases" / "fa" / "event.txt"):
        report = Report("plover", sentence, published="2025-12-17")
        for row in rows(report, the_reader.read(report)):
            seen += 1
            (code,) = row["event"]
            assert code in MODES and set(row.get("mode", ())) <= set(MODES[code]), row
            assert set(row["context"]) <= CONTEXTS and code in QUADS[row["quad_code"]], row
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"]) and row["actor"] and set(row) <= FIELDS, row
            assert row.get("recipient") or code not in DIRECTED, row
            start, end = row["text_info"]["start"], row["text_info"]["end"]
            assert sentence[start:end] == row["event_text"][0]
    assert seen >= 50


def test_quads_hold_every_type() -> None:
    assert sorted(code for codes in QUADS.values() for code in codes) == sorted(MODES)
