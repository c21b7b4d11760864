"""Instrument cases: each sentence gives what its file says, and nothing else."""

import pytest
from tests.conftest import ROOT, cases

from rayzan.extract.draft import Draft
from rayzan.reading import Reader
from rayzan.text.report import Report

CASES = list(cases(ROOT / "tests" / "cases" / "fa" / "instrument.txt"))


def given(draft: Draft) -> list[tuple[str, str]]:
    """What was found, as the case file writes it."""
    def words(first: int, last: int) -> str:
        return draft.view.span(first, last).text

    out: list[tuple[str, str]] = []
    for i in draft.instruments:
        out.append(("instrument", " | ".join((i.key, *(words(*m) for m in i.mentions)))))
        out.extend(("state", " | ".join((" ".join((s.state, *s.flags)), words(s.first, s.last)))) for s in i.states)
    return out


@pytest.mark.parametrize(("sentence", "wanted"), CASES, ids=range(1, len(CASES) + 1))
def test_case(the_reader: Reader, sentence: str, wanted: list[tuple[str, str]]) -> None:
    assert given(the_reader.draft(Report("case", sentence, published="2025-12-17"))) == wanted
