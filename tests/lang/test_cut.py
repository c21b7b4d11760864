"""Forms that an earlier start has cut: alike, and never used when the rules of cutting are others."""

import sys
from pathlib import Path

import pytest

from rayzan.lang.fa import cut
from rayzan.lang.fa.language import Persian

FORMS = ("وزیر امور خارجه", "رئیس\u200cجمهور", "گفت\u200cوگو")


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = tmp_path / "__pycache__" / "cut.forms"
    monkeypatch.setattr(cut, "place", lambda: target)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return target


def test_what_is_kept_is_what_would_be_cut(beside: Path) -> None:
    first = Persian()
    told = [first.variants(form) for form in FORMS]
    first.keep()
    assert set(FORMS) <= set(cut.kept())
    again = Persian()
    assert [again.variants(form) for form in FORMS] == told
    assert again.keys("رئیس\u200cجمهور") == ("رییسجمهور",)


def test_other_rules_of_cutting_give_nothing(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut.keep({"نشست": (("نشست",),)})
    assert cut.kept()
    monkeypatch.setattr(cut, "CUTTERS", cut.CUTTERS[1:])
    assert cut.kept() == {}


def test_a_broken_file_gives_nothing(beside: Path) -> None:
    cut.keep({"نشست": (("نشست",),)})
    beside.write_bytes(beside.read_bytes()[:-2])
    assert cut.kept() == {}


def test_nothing_is_written_where_python_writes_no_bytecode(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    cut.keep({"نشست": (("نشست",),)})
    assert not beside.exists()


def test_a_place_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(cut, "place", lambda: tmp_path / "file" / "cut.forms")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    cut.keep({"نشست": (("نشست",),)})
    assert cut.kept() == {}


def test_words_of_reports_are_not_kept(beside: Path) -> None:
    language = Persian()
    before = dict(language._cuts)
    assert language.cut("نام ناشنیده") == ("نام", "ناشنیده")
    assert language._cuts == before
