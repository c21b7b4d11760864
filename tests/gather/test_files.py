"""Bad input gets a word and never loses what is good beside it."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from rayzan.errors import ReportError
from rayzan.gather.files import Given, reports
from rayzan.text.report import Report

GOOD = "وزیر خارجه گفت: نشست فردا برگزار می‌شود."


def read(*paths: Path) -> tuple[list[Report], list[str]]:
    found = list(reports(paths))
    return [r for r in found if isinstance(r, Report)], [str(e) for e in found if isinstance(e, ReportError)]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("picture.txt", bytes(range(256)) * 20, "binary"),
        ("broken.txt", GOOD.encode() + b"\xff\xfe\x00", "binary"),
        ("half.txt", GOOD.encode()[:-1] + b"\x81", "broken UTF-8"),
        ("english.txt", b"The minister said that talks will go on tomorrow.", "not in Persian"),
        ("rows.jsonl", b'{"id": "a"}\n', "no `text`"),
        ("rows.jsonl", b"{not json\n", "no report in this row"),
        ("rows.jsonl", b'{"id": "a", "text": "\\ud800 \xd9\x88"}\n', "half of a character"),
        ("rows.jsonl", b'{"id": "a\\ud800", "text": "\xd9\x88"}\n', "its id holds half of a character"),
        ("rows.jsonl", b'{"id": "a", "text": "\xd9\x88", "outlet": "\\udfff"}\n', "its outlet holds half of a character"),
        ("table.csv", b"a,b\n1,2\n", "no column `text`"),
        ("bad.zip", b"PK\x03\x04nothing", "broken zip"),
        ("bad.txt.gz", b"\x1f\x8bnothing", "broken gzip"),
    ],
)
def test_bad_input_is_named_and_the_good_beside_it_is_read(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(data)
    good.write_text(GOOD, encoding="utf-8")
    found, errors = read(bad, good)
    assert [r.id for r in found] == ["good"]
    assert len(errors) == 1 and says in errors[0] and name in errors[0]


def test_a_missing_path_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    found, errors = read(tmp_path / "gone.txt", tmp_path / "nothing")
    assert not found
    assert "no such file" in errors[0] and "no reports in this folder" in errors[1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_encodings_are_recognised(tmp_path: Path, encoding: str) -> None:
    text = GOOD.replace("ی", "ي").replace("ک", "ك") if encoding == "cp1256" else GOOD
    (tmp_path / "a.txt").write_bytes((text * 3).encode(encoding))
    (report,), errors = read(tmp_path / "a.txt")
    assert not errors and report.text.removeprefix("\ufeff") == text * 3  # a mark in UTF-8 stays: offsets count it
    assert report.encoding


def test_one_report_from_every_container(tmp_path: Path) -> None:
    row = json.dumps({"id": "a", "text": GOOD, "published": "2024-01-02", "outlet": "X"}, ensure_ascii=False)
    (tmp_path / "a.jsonl").write_text(row + "\n", encoding="utf-8")
    (tmp_path / "a.csv").write_text(f'id,text,published,outlet\na,"{GOOD}",2024-01-02,X\n', encoding="utf-8")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(row.encode()))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("inner/a.jsonl", row)
    for name in ("a.jsonl", "a.csv", "b.jsonl.gz", "c.zip"):
        (report,), errors = read(tmp_path / name)
        assert not errors and (report.id, report.text, report.published, report.outlet) == ("a", GOOD, "2024-01-02", "X")


def test_what_the_caller_says_counts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (report,) = (r for r in reports([tmp_path / "a.txt"], Given("X", "2024-01-02")) if isinstance(r, Report))
    assert (report.outlet, report.published) == ("X", "2024-01-02")


def test_a_text_of_ten_megabytes_is_read(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text((GOOD + "\n") * (10_000_000 // len(GOOD.encode())), encoding="utf-8")
    (report,), errors = read(tmp_path / "long.txt")
    assert not errors and len(report.text) > 5_000_000
