"""Lost spaces read apart with a note, the source untouched."""

import pytest
from tests.conftest import ROOT, cases

from rayzan.lang.fa.halfspace import WRITTEN
from rayzan.lang.fa.pair import first_words
from rayzan.lexicon.load import toml
from rayzan.reading import Reader
from rayzan.text.fold import fold
from rayzan.text.report import Report

CASES = list(cases(ROOT / "tests" / "cases" / "fa" / "space.txt"))


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=lambda x: x[:20] if isinstance(x, str) else "")
def test_cases(the_reader: Reader, text: str, wanted: list[tuple[str, str]]) -> None:
    notes = [n for n in the_reader.read(Report("case", text)).notes if n.kind == "lost-space"]
    assert [n.text for n in notes] == [f"«{apart.replace(' ', '')}» is read as «{apart}»" for _, apart in wanted]
    assert all(n.span is not None and text[n.span.start : n.span.end] == n.span.text for n in notes)


def test_a_cue_that_lost_its_space_is_a_cue(the_reader: Reader) -> None:
    """«اظهارداشت» reports speech as «اظهار داشت» does, and the quoted cue is the source's own letters."""
    (statement,) = the_reader.read(Report("a", "وزیر خارجه روسیه اظهارداشت: مذاکرات ادامه دارد.", published="2024-05-06")).statements
    assert statement.cue is not None
    assert (statement.speaker, statement.cue.text) == ("lavrov", "اظهارداشت")


def test_the_three_spellings_of_a_compound_are_cut_alike(the_reader: Reader) -> None:
    keys = [the_reader.language.view(f"{compound} نماینده").keys for compound in ("به‌عنوان", "به عنوان", "بهعنوان")]
    assert keys[0] == keys[1] == keys[2] == ["به", "عنوان", "نماینده", "\n"]


def test_one_word_stays_one() -> None:
    assert [word for word in toml(WRITTEN)["whole"] if fold(word) in first_words()] == []
