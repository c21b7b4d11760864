"""What a report surely lacks is never found in it."""

from pathlib import Path

import pytest

from rayzan.collate.told import Told
from rayzan.collate.views import lacks, spots, view
from rayzan.reading import Reader
from rayzan.text.report import Report

LISTS = ("support", "membership", "both", "ties", "matters", "dealings")
SAMPLES = sorted((Path(__file__).parents[2] / "samples" / "reports").glob("*.txt"))


def told(text: str, the_reader: Reader) -> Told:
    report = Report("a", text)
    return Told(report, the_reader.read(report))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_a_list_that_is_lacking_has_no_word_in_the_report(path: Path, the_reader: Reader) -> None:
    report = told(path.read_text(encoding="utf-8"), the_reader)
    for name in LISTS:
        assert not (lacks(report, name) and spots(view(report), name))


@pytest.mark.parametrize("text", ["حمایت می‌کند.", "حمايت مي كند.", "حمایتمی‌کند و حمایت"])
def test_no_spelling_hides_a_word(text: str, the_reader: Reader) -> None:
    assert not lacks(told(text, the_reader), "support")
    assert lacks(told("وی گفت: نشست فردا است.", the_reader), "support")
