"""Mentions that more than one rule could take."""

from pathlib import Path

from rayzan.lang.fa.language import persian
from rayzan.lexicon.lexicon import open_lexicon
from rayzan.reading import Reader
from rayzan.text.report import Report

PACK = Path(__file__).parents[2] / "samples" / "pack"


def test_a_body_that_a_pack_names_is_no_organ_by_rule() -> None:
    record = Reader(open_lexicon(PACK), persian()).read(Report("a", "مجلس ملی کاوند و ارتش کاوند بیانیه دادند."))
    assert sorted(k for k, a in record.actors.items() if a.type == "body") == ["kavand-army", "kavand-assembly"]
