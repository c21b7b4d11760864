"""Packs: each fault with file and line."""

from pathlib import Path

import pytest

from rayzan.cli.lexicon import check_pack, offices_of, who_held
from rayzan.cli.reading import given
from rayzan.errors import RayzanError
from rayzan.lexicon import load
from rayzan.lexicon.check import faults
from rayzan.lexicon.lexicon import DATA, open_lexicon

PACK = """[[title]]
id = "keeper"
name_en = "keeper"
owner = "nowhere"

[[person]]
id = "sabzvar"
name_en = "Shirin Sabzvar"
name_fa = "شیرین سبزوار"
state = "atlantis"
held = [
  {office = "iran-keepr", start = "2020"},
  {office = "iran-foreign-minister", start = "2014-01-01", end = "2013"},
]

[[person]]
id = "baharan"
name_en = "Bahar Baharan"
name_fa = "بهار بهاران"
held = [{office = "iran-foreign-minister", start = "2015-13-01"}, {office = "iran-foreign-minister", start = "2016", end = "2017"}]
"""


def test_every_fault_has_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "mine.toml"
    pack.write_text(PACK, encoding="utf-8")
    assert check_pack(tmp_path) == 1
    told = capsys.readouterr().err.splitlines()
    for line, words in (
        (1, "owner 'nowhere'"), (6, "state 'atlantis'"), (6, "office 'iran-keepr'"), (6, "before it starts"), (16, "'2015-13-01' is no date"),
        (16, "held by zarif too"),
    ):  # fmt: skip
        assert any(f"{pack}:{line}: " in row and words in row for row in told), (line, words, told)


def test_a_field_of_no_schema_has_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "mine.toml"
    pack.write_text('\n[[person]]\nid = "a"\nname_en = "A"\nnick = "b"\n', encoding="utf-8")
    assert check_pack(pack) == 1
    assert f"{pack}:2: [[person]] a" in capsys.readouterr().err


def test_the_shipped_lexicon_has_no_fault() -> None:
    lexicon = open_lexicon()
    paths = [*load.files(DATA / "world"), DATA / "fa" / "title.toml"]
    assert [fault for path in paths for fault in faults(path, lexicon)] == []


def test_who_and_held_tell_name_term_and_source_or_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    assert who_held("وزیر خارجه ایران", "2013-11-24", []) == 0
    told = capsys.readouterr().out
    assert all(words in told for words in ("Zarif", "ظریف", "2013-08-15", "public record"))
    assert offices_of("ظریف", "2013-11-24", []) == 0
    assert "foreign minister of Iran, 2013-08-15" in capsys.readouterr().out
    assert who_held("وزیر خارجه ایران", "1935-01-01", []) == 1
    assert who_held("همتای روس", "2020-01-01", []) == 1
    assert offices_of("نمکدانی", "2020-01-01", []) == 1
    assert capsys.readouterr().out.count("unknown") == 3


@pytest.mark.parametrize("at", ["2020-13-01", "2020-13", "2021-02-29", "20200101", "then"])
def test_an_impossible_date_is_refused(at: str) -> None:
    with pytest.raises(RayzanError, match="no date"):
        who_held("وزیر خارجه ایران", at, [])
    with pytest.raises(RayzanError, match="no date"):
        offices_of("ظریف", at, [])
    with pytest.raises(RayzanError, match="no date"):
        given(None, at, None, [])
