"""What the commands that show a dossier say of what they leave off, and of nothing."""

from pathlib import Path

import pytest

from rayzan.cli import keeping, reading, showing
from rayzan.cli.gathering import add_paths
from rayzan.dossier.store import open_dossier
from rayzan.gather.files import Given


@pytest.fixture
def dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    for n in range(20):
        text = f"date 2025-09-{n + 1:02}\nدیدار شماره {n} دو وزیر در مه‌بندر برگزار شد\nدو وزیر درباره همکاری گفتگو کردند.\n"
        (tmp_path / f"r{n:02}.txt").write_text(text, encoding="utf-8")
    path = str(tmp_path / "own.dossier")
    assert add_paths([str(p) for p in sorted(tmp_path.glob("*.txt"))], path, Given(), []) == 0
    capsys.readouterr()
    return path


def test_a_search_says_of_how_many_reports_it_shows_the_first(dossier: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert showing.find_words("همکاری", dossier, 5) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "5 places, of each report up to 3, in 5 reports of 20; --limit shows more"
    assert showing.find_words("همکاری", dossier, 20) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "20 places, of each report up to 3, in 20 reports"


def test_an_overview_shows_the_newest_by_title_and_says_how_many_there_are(dossier: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert showing.overview(dossier) == 0
    out = capsys.readouterr().out
    assert "15 of 20" in out and "2025-09-20  r19" in out and "r04" not in out
    assert "date 2025" not in out


def test_readings_that_are_alike_are_said_to_be(dossier: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert reading.read_again(dossier, []) == 0
    assert "0 read again, 20 were read by these rules already\n" in capsys.readouterr().out
    assert keeping.diff_runs(dossier, 1, 2) == 0
    assert "read alike" in capsys.readouterr().out
    with open_dossier(dossier) as store, store.writer():
        store.forget("r07")
    assert keeping.diff_runs(dossier, 1, 2) == 0
    assert "read alike" in capsys.readouterr().out


def test_a_list_shows_each_value_whole_and_each_row_on_a_line_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "بانک مه‌بندر اعلام کرد: بیش از دو هزار میلیارد دلار بدهی و ۲۰ میلیون دلار وام ثبت شده است.\n"
    (tmp_path / "report-of-the-bank-of-mehbandar.txt").write_text(text, encoding="utf-8")
    path = str(tmp_path / "own.dossier")
    assert add_paths([str(tmp_path / "report-of-the-bank-of-mehbandar.txt")], path, Given(), []) == 0
    capsys.readouterr()
    assert showing.listing("figures", path) == 0
    rows = capsys.readouterr().out.splitlines()[2:]
    assert len(rows) == 2
    assert all("report-of-the-bank-of-mehbandar" in row for row in rows)
    assert "2,000,000,000,000" in "".join(rows)
