"""The dossier in a file: what only a file has to withstand."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from rayzan.dossier.copy import backup
from rayzan.dossier.schema import VERSION, VIEWS
from rayzan.dossier.search import find
from rayzan.dossier.showing import SHOWN
from rayzan.dossier.store import open_dossier
from rayzan.dossier.verify import check
from rayzan.errors import DossierError
from rayzan.reading import Reader
from rayzan.record.record import to_json
from rayzan.text.report import Report

TEXT = "به گزارش خبرگزاری نگار، وزیر خارجه روسیه گفت: همکاری‌های ما در سال ۲۰۲۴ ده درصد رشد داشت."
VERSION_1 = """
CREATE TABLE report (number INTEGER PRIMARY KEY, id TEXT NOT NULL, version INTEGER NOT NULL, sha256 TEXT NOT NULL, lang TEXT NOT NULL, outlet TEXT,
  published TEXT, url TEXT, encoding TEXT, text TEXT NOT NULL, UNIQUE (id, version), UNIQUE (id, sha256));
CREATE TABLE run (number INTEGER PRIMARY KEY, rules TEXT NOT NULL, lexicon TEXT NOT NULL, started TEXT NOT NULL, ended TEXT, reports INTEGER NOT NULL DEFAULT 0);
CREATE TABLE record (report INTEGER NOT NULL REFERENCES report(number) ON DELETE CASCADE, run INTEGER NOT NULL REFERENCES run(number), json TEXT NOT NULL,
  PRIMARY KEY (report, run));
CREATE TABLE statement (report INTEGER NOT NULL REFERENCES report(number) ON DELETE CASCADE, id TEXT NOT NULL, content TEXT, PRIMARY KEY (report, id));
CREATE VIRTUAL TABLE search USING fts5 (keys, content='', tokenize="unicode61 remove_diacritics 0");
CREATE INDEX report_date ON report (published);
CREATE VIEW latest AS SELECT r.* FROM report r WHERE r.version = (SELECT max(version) FROM report o WHERE o.id = r.id);
PRAGMA user_version = 1;
"""


def test_a_file_that_is_no_dossier_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("not a database, only a text that is long enough to be read as one" * 50)
    with pytest.raises(DossierError, match="not a dossier"):
        open_dossier(tmp_path / "text")
    with sqlite3.connect(tmp_path / "other") as db:
        db.execute("CREATE TABLE x (y)")
    with pytest.raises(DossierError, match="no dossier"):
        open_dossier(tmp_path / "other")
    with pytest.raises(DossierError, match="no such dossier"):
        open_dossier(tmp_path / "gone", create=False)
    with sqlite3.connect(tmp_path / "newer") as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(DossierError, match="written by a newer rayzan"):
        open_dossier(tmp_path / "newer")


def test_a_dossier_of_the_first_version_is_brought_forward_after_a_backup(the_reader: Reader, tmp_path: Path) -> None:
    report, path = Report("a", TEXT), tmp_path / "a.dossier"
    with sqlite3.connect(path) as db:
        db.executescript(VERSION_1)
        db.execute("INSERT INTO run VALUES (1, '0.1.0', 'shipped', '2024-01-01T00:00:00+00:00', NULL, 1)")
        db.execute("INSERT INTO report VALUES (1, 'a', 1, ?, 'fa', 'Negar', '2024-05-06', NULL, 'utf-8', ?)", (report.sha256, TEXT))
        db.execute("INSERT INTO record VALUES (1, 1, ?)", (to_json(the_reader.read(report)).decode(),))
        db.execute("INSERT INTO statement VALUES (1, 's1', 'x')")
    with open_dossier(path) as store:
        assert check(store) == []
        assert store.query("SELECT number, rules FROM run") == [(1, "0.1.0")]
        assert store.one("a")[0].text == TEXT
        assert find(store, "همکاری‌های")[1]
    with sqlite3.connect(tmp_path / "a.dossier.version-1") as kept:
        assert kept.execute("SELECT count(*) FROM report").fetchone() == (1,)
        assert kept.execute("PRAGMA user_version").fetchone() == (1,)


def test_two_read_while_one_writes_and_a_second_writer_is_refused(the_reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "a.dossier"
    with open_dossier(path) as one, open_dossier(path) as two, open_dossier(path) as three:
        with one.writer():
            run = one.begin_run("1", "shipped")
            with one.backend.transaction():
                one.add(Report("a", TEXT), the_reader.read(Report("a", TEXT)), run)
                assert two.query("SELECT count(*) FROM report") == three.query("SELECT count(*) FROM report") == [(0,)]
            assert two.query("SELECT count(*) FROM report") == three.query("SELECT count(*) FROM report") == [(1,)]
            with pytest.raises(DossierError, match=r"another process \(number \d+\) is writing"), two.writer():
                pass
        with two.writer():
            two.begin_run("1", "shipped")
    assert not (tmp_path / "a.dossier-writer").exists()


def test_a_write_that_another_holds_up_gets_a_clear_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rayzan.dossier.sqlite.BUSY_SECONDS", 0.1)
    with open_dossier(tmp_path / "a.dossier") as one, open_dossier(tmp_path / "a.dossier") as other, one.backend.transaction():
        with pytest.raises(DossierError, match="another process is writing"):
            other.begin_run("1", "shipped")
        assert other.query("SELECT count(*) FROM report") == [(0,)]


def test_the_sqlite_shell_reads_it(the_reader: Reader, tmp_path: Path) -> None:
    with open_dossier(tmp_path / "a.dossier") as store:
        store.add(Report("a", TEXT), the_reader.read(Report("a", TEXT)), store.begin_run("1", "shipped"))
    with sqlite3.connect(tmp_path / "a.dossier") as db:
        assert db.execute("SELECT report, speaker_en FROM statements").fetchone()[0] == "a"
        for view in VIEWS:
            db.execute(f"SELECT * FROM {view}")
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_making_the_index_anew_after_an_upgrade_shows_how_far_it_is(the_reader: Reader, tmp_path: Path) -> None:
    path, seen = tmp_path / "a.dossier", list[tuple[str, int]]()
    with open_dossier(path) as store:
        run = store.begin_run("1", "shipped")
        for id in ("a", "b", "c"):
            store.add(Report(id, TEXT), the_reader.read(Report(id, TEXT)), run)
        store.backend.run("UPDATE meta SET value = 'older' WHERE name = 'derived'")

    def watch(numbers: Sequence[int], what: str) -> Iterator[int]:
        for number in numbers:
            yield number
            seen.append((what, number))

    token = SHOWN.set(watch)
    try:
        with open_dossier(path) as store:
            assert find(store, "همکاری‌های")
    finally:
        SHOWN.reset(token)
    assert [what for what, _ in seen] == ["making the index anew"] * 3


def test_a_backup_is_whole(the_reader: Reader, tmp_path: Path) -> None:
    with open_dossier(tmp_path / "a.dossier") as store:
        store.add(Report("a", TEXT), the_reader.read(Report("a", TEXT)), store.begin_run("1", "shipped"))
        backup(store, tmp_path / "b.dossier")
        with pytest.raises(DossierError, match="exists already"):
            backup(store, tmp_path / "b.dossier")
    with open_dossier(tmp_path / "b.dossier", create=False) as copy:
        assert check(copy) == [] and copy.one("a")[0].text == TEXT


def test_a_kill_at_any_moment_leaves_whole_reports_only(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(f'{{"id": "r{n}", "text": "{TEXT} {n}"}}\n' for n in range(150)), encoding="utf-8")
    dossier = tmp_path / "a.dossier"
    command = [sys.executable, "-m", "rayzan", "add", str(rows), "--dossier", str(dossier)]
    chance = random.Random(7)
    for _ in range(4):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.5 + chance.random() * 0.5)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0
    with open_dossier(dossier, create=False) as store:
        assert store.query("SELECT count(*), count(DISTINCT id) FROM report") == [(150, 150)]
        assert check(store) == []
