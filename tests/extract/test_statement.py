"""Statement cases: each text gives what its file says, and nothing else."""

import pytest
from tests.conftest import ROOT, cases

from rayzan import read
from rayzan.record import Record, Statement
from rayzan.text.report import Report

CASES = list(cases(ROOT / "tests" / "cases" / "fa" / "statement.txt"))


def told(s: Statement) -> tuple[str, str]:
    """A statement as the case file writes it; `nested` where it stands in another's words, `reply` where it answers a question."""
    kind = "nested" if s.within else "reply" if s.answers else "said"
    source, cue = (part.text if part else "-" for part in (s.source, s.cue))
    fields = (s.speaker or "-", source, cue, s.content.text.replace("\n", " ⏎ "), f"{s.directness} {s.act}")
    return kind, " | ".join(fields)


def given(record: Record) -> list[tuple[str, str]]:
    """What was found: the statements in the order of their contents, then the questions."""
    return [told(s) for s in record.statements] + [("asked", q.text.text) for q in record.questions]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=range(1, len(CASES) + 1))
def test_case(text: str, wanted: list[tuple[str, str]]) -> None:
    assert given(read(Report("case", text.replace(" ⏎ ", "\n"), published="2025-12-17"))) == wanted


def test_there_are_many() -> None:
    """Each construction of the wire has positives and near-misses."""
    assert len(CASES) >= 350
