"""Head cases: each report gives the outlet, day, headline and furniture that its file says, and nothing else."""

import pytest
from tests.conftest import ROOT, cases

from rayzan.extract.draft import Draft
from rayzan.reading import Reader
from rayzan.text.report import Report

CASES = list(cases(ROOT / "tests" / "cases" / "fa" / "head.txt"))


def given(draft: Draft) -> list[tuple[str, str]]:
    """What was found, as the case file writes it."""
    told = [("outlet", draft.outlet), ("day", draft.published and draft.published.isoformat())]
    head = draft.headline and draft.view.span(draft.headline.first, draft.headline.last)
    told += [("headline", head and head.text), *(("furniture", s.text.replace("\n", " ⏎ ")) for s in draft.furniture)]
    return [(kind, words) for kind, words in told if words]


@pytest.mark.parametrize(("report", "wanted"), CASES, ids=range(1, len(CASES) + 1))
def test_case(the_reader: Reader, report: str, wanted: list[tuple[str, str]]) -> None:
    assert given(the_reader.draft(Report("case", report.replace(" ⏎ ", "\n")))) == wanted
