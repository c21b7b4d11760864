"""Commitment cases: each sentence gives what its file says, and nothing else."""

import pytest
from tests.conftest import ROOT, cases

from rayzan.extract.draft import Draft
from rayzan.reading import Reader
from rayzan.text.report import Report

CASES = list(cases(ROOT / "tests" / "cases" / "fa" / "commitment.txt"))


def given(draft: Draft) -> list[tuple[str, str]]:
    """What was found, as the case file writes it."""
    return [("commitment", " | ".join((c.kind, c.by or "-", draft.view.span(c.first, c.last).text))) for c in draft.commitments]


@pytest.mark.parametrize(("sentence", "wanted"), CASES, ids=range(1, len(CASES) + 1))
def test_case(the_reader: Reader, sentence: str, wanted: list[tuple[str, str]]) -> None:
    assert given(the_reader.draft(Report("case", sentence, published="2025-12-17"))) == wanted
