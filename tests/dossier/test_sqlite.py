"""Nothing lost, nothing twice."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rayzan.dossier.sqlite import open_dossier
from rayzan.errors import DossierError
from rayzan.lang.fa.join import join
from rayzan.reading import Reader
from rayzan.text.report import Report

TEXT = "به گزارش خبرگزاری نگار، وزیر خارجه روسیه گفت: همکاری‌های ما در سال ۲۰۲۴ ده درصد رشد داشت."


def test_the_same_report_twice_is_one_and_a_changed_one_a_version(the_reader: Reader, tmp_path: Path) -> None:
    with open_dossier(tmp_path / "a.dossier", join) as store:
        run = store.begin_run("1", "shipped")
        first, changed = Report("a", TEXT), Report("a", TEXT + " وی رفت.")
        assert [store.add(r, the_reader.read(r), run).state for r in (first, first, changed)] == ["new", "known", "changed"]
        assert store.query("SELECT count(*) FROM report") == [(2,)]
        assert store.query("SELECT count(*) FROM latest") == [(1,)]
        assert store.check() == []


def test_order_does_not_change_the_content(the_reader: Reader, tmp_path: Path) -> None:
    rows = [Report(f"r{n}", f"{TEXT} {n}") for n in range(6)]
    hashes = []
    for name, order in (("a", rows), ("b", rows[::-1])):
        with open_dossier(tmp_path / name, join) as store:
            run = store.begin_run("1", "shipped")
            for r in order:
                store.add(r, the_reader.read(r), run)
            hashes.append(store.content_hash())
    assert hashes[0] == hashes[1]


@pytest.mark.parametrize("typed", ["همکاری‌های", "همکاریهای", "همکاری های", "همكاريهاي"])
def test_search_finds_every_spelling_and_marks_the_exact_words(the_reader: Reader, tmp_path: Path, typed: str) -> None:
    with open_dossier(tmp_path / "a.dossier", join) as store:
        store.add(Report("a", TEXT), the_reader.read(Report("a", TEXT)), store.begin_run("1", "shipped"))
        _, hits = store.find(typed)
        assert [TEXT[h.start : h.end] for h in hits] == ["همکاری‌های"]


def test_forgetting_takes_all_that_depended_on_a_report(the_reader: Reader, tmp_path: Path) -> None:
    with open_dossier(tmp_path / "a.dossier", join) as store:
        store.add(Report("a", TEXT), the_reader.read(Report("a", TEXT)), store.begin_run("1", "shipped"))
        assert store.forget("a") == 1
        for table in ("report", "record", "statement", "figure"):
            assert store.query(f"SELECT count(*) FROM {table}") == [(0,)]
        assert store.find("همکاری‌های")[1] == []
        with pytest.raises(DossierError, match="no such report"):
            store.forget("a")


def test_a_file_that_is_no_dossier_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("not a database, only a text that is long enough to be read as one" * 50)
    with pytest.raises(DossierError, match="not a dossier"):
        open_dossier(tmp_path / "text", join)
    with sqlite3.connect(tmp_path / "other") as db:
        db.execute("CREATE TABLE x (y)")
    with pytest.raises(DossierError, match="no dossier"):
        open_dossier(tmp_path / "other", join)
    with pytest.raises(DossierError, match="no such dossier"):
        open_dossier(tmp_path / "gone", join, write=False)


def test_a_second_writer_gets_a_clear_word(the_reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rayzan.dossier.sqlite.BUSY_SECONDS", 0.1)
    with open_dossier(tmp_path / "a.dossier", join) as one, open_dossier(tmp_path / "a.dossier", join) as other:
        one.db.execute("BEGIN IMMEDIATE")
        with pytest.raises(DossierError, match="another process is writing"):
            other.begin_run("1", "shipped")
        assert other.query("SELECT count(*) FROM report") == [(0,)]
        one.db.execute("ROLLBACK")


def test_a_kill_at_any_moment_leaves_whole_reports_only(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(f'{{"id": "r{n}", "text": "{TEXT} {n}"}}\n' for n in range(300)), encoding="utf-8")
    dossier = tmp_path / "a.dossier"
    command = [sys.executable, "-m", "rayzan", "add", str(rows), "--dossier", str(dossier)]
    chance = random.Random(7)
    for _ in range(6):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.4 + chance.random() * 0.4)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0
    with open_dossier(dossier, join, write=False) as store:
        assert store.query("SELECT count(*), count(DISTINCT id) FROM report") == [(300, 300)]
        assert store.check() == []
