"""Figure cases: each sentence gives what its file says, whichever way its half-spaces are typed, and nothing else."""

import pytest
from tests.conftest import ROOT, cases

from rayzan.extract.draft import Draft
from rayzan.reading import Reader
from rayzan.text.report import Report

CASES = list(cases(ROOT / "tests" / "cases" / "fa" / "figure.txt"))
DAY = "2025-12-17"


def given(draft: Draft) -> list[tuple[str, str]]:
    """What was found, as the case file writes it, with what each figure is of."""
    out = []
    for f in draft.figures:
        value = f"{f.value:.15g}" + (f"–{f.high:.15g}" if f.high else "")
        told = (f.unit or "-", "" if f.bound == "exact" else f.bound, "" if f.change == "none" else f.change, f.window or "")
        of = draft.view.span(f.what.first, f.what.last).text if f.what else "-"
        out.append(("figure", f"{draft.view.span(f.first, f.last).text} | {' '.join(x for x in (value, *told) if x)} | {of}"))
    return out


def asked(found: list[tuple[str, str]], wanted: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """What was found, without what a figure is of where the case does not ask for it."""
    both = zip(found, [row for _, row in wanted] + [""] * len(found), strict=False)
    return [(kind, row if w.count(" | ") == 2 else row.rsplit(" | ", 1)[0]) for (kind, row), w in both]


@pytest.mark.parametrize(("sentence", "wanted"), CASES, ids=range(1, len(CASES) + 1))
def test_case(the_reader: Reader, sentence: str, wanted: list[tuple[str, str]]) -> None:
    assert asked(given(the_reader.draft(Report("case", sentence, published=DAY))), wanted) == wanted


@pytest.mark.parametrize("spelt", ["", " "])
@pytest.mark.parametrize(("sentence", "wanted"), [c for c in CASES if "\u200c" in c[0]])
def test_half_spaces_change_nothing(the_reader: Reader, sentence: str, wanted: list[tuple[str, str]], spelt: str) -> None:
    found = given(the_reader.draft(Report("case", sentence.replace("\u200c", spelt), published=DAY)))
    assert [row.split(" | ")[1] for _, row in found] == [row.split(" | ")[1] for _, row in wanted]


def test_a_figure_is_told_by_its_speaker(the_reader: Reader) -> None:
    told = "«سامان رادمهر» وزیر خارجه لهستان گفت: تجارت ما ده درصد رشد کرد.\nتجارت دو کشور ده درصد رشد کرد."
    record = the_reader.read(Report("speaker", told, published=DAY))
    assert [(f.value, f.change, bool(f.speaker)) for f in record.figures] == [(10, "up", True), (10, "up", False)]
