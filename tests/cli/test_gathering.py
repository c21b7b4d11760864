"""`add` and `watch` from the command line."""

import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from functools import partial
from pathlib import Path

import pytest
from tests.gather.site import STORY, Reply, article, feed, running

from rayzan.cli.gathering import add_paths, watch_feeds
from rayzan.cli.keeping import show_versions
from rayzan.dossier.store import open_dossier
from rayzan.dossier.verify import check, content_hash
from rayzan.gather.files import Given


def test_a_folder_a_zip_and_json_lines_in_any_order_give_the_same_dossier(tmp_path: Path) -> None:
    texts = {f"r{n}": f"{STORY} خبر شماره {n}." for n in range(12)}
    folder = tmp_path / "folder"
    folder.mkdir()
    for id, text in texts.items():
        (folder / f"{id}.txt").write_text(text, encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for id in reversed(texts):
            archive.writestr(f"inner/{id}.txt", texts[id])
    rows = [json.dumps({"id": id, "text": text}, ensure_ascii=False) for id, text in reversed(texts.items())]
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress("\n".join(rows).encode()))
    hashes = set()
    for name, paths in {
        "once": [folder], "twice": [folder, folder], "files": [folder / f"{id}.txt" for id in sorted(texts, reverse=True)], "zip": [tmp_path / "a.zip"],
        "lines": [tmp_path / "a.jsonl.gz"], "all": [tmp_path / "a.jsonl.gz", folder, tmp_path / "a.zip"],
    }.items():  # fmt: skip
        dossier = str(tmp_path / name)
        for _ in range(2):
            assert add_paths([str(p) for p in paths], dossier, Given(), []) == 0
        with open_dossier(dossier) as store:
            assert store.query("SELECT count(*) FROM report") == [(12,)] and check(store) == []
            hashes.add(content_hash(store))
    assert len(hashes) == 1


def test_a_fault_in_reading_one_report_loses_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from rayzan.reading import Reader
    from rayzan.record import Record
    from rayzan.text.report import Report

    read = Reader.read

    def faulty(self: Reader, report: Report) -> Record:
        if report.id == "b":
            raise IndexError("list index out of range")
        return read(self, report)

    monkeypatch.setattr(Reader, "read", faulty)
    for id in "abc":
        (tmp_path / f"{id}.txt").write_text(STORY, encoding="utf-8")
    assert add_paths([str(tmp_path / f"{id}.txt") for id in "abc"], str(tmp_path / "d"), Given(), []) == 1
    said = capsys.readouterr()
    assert "2 new, 1 failed" in said.out and "b: could not be read through a fault" in said.err


def test_watch_gathers_and_shows_what_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = str(tmp_path / "a.dossier")
    with running() as site:
        site.pages["/rss"] = feed((site.url("/a"), "Wed, 17 Dec 2025 10:00:00 GMT"), (site.url("/gone"), ""))
        site.pages["/a"] = lambda n: Reply(article(body=STORY if n == 1 else STORY.replace("دو ساعت", "سه ساعت")))
        (tmp_path / "feeds.toml").write_text(f'[[feed]]\nurl = "{site.url("/rss")}"\noutlet = "Negar"\n[[feed]]\nurl = "https://example.com/ru"\nlang = "ru"\n')
        assert watch_feeds(tmp_path / "feeds.toml", dossier, True, 0.0, []) == 0
        said = capsys.readouterr()
        assert "1 new, 1 failed" in said.out and "(404)" in said.err and "in ru, which rayzan does not read yet" in said.err
        assert add_paths([site.url("/a")], dossier, Given(), []) == 0
        said = capsys.readouterr()
        assert "1 changed" in said.out and "سه ساعت" in said.err
    with open_dossier(dossier) as store:
        (id,) = store.ids()
        assert store.one(id)[0].outlet == "Negar"
    assert show_versions(dossier, id) == 0
    assert "version 2" in capsys.readouterr().out


def added(dossier: Path) -> bool:
    """Whether the first reports are in."""
    try:
        with sqlite3.connect(f"file:{dossier}?mode=ro", uri=True) as db:
            return bool(db.execute("SELECT count(*) FROM report").fetchone()[0])
    except sqlite3.OperationalError:
        return False


def test_interrupted_work_says_so_and_goes_on(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"id": f"r{n}", "text": f"{STORY} {n}"}) + "\n" for n in range(300))
    (tmp_path / "a.jsonl").write_text(rows, encoding="utf-8")
    command = [sys.executable, "-m", "rayzan", "add", str(tmp_path / "a.jsonl"), "--dossier", str(tmp_path / "a.dossier")]
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a test run in the background would pass on that it ignores this
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=heard)
    while process.poll() is None and not added(tmp_path / "a.dossier"):
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGINT)
    said = process.communicate(timeout=20)[1]
    assert process.returncode == 130 and "goes on where it was" in said and "Traceback" not in said
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    with open_dossier(tmp_path / "a.dossier") as store:
        assert store.query("SELECT count(*), count(DISTINCT id) FROM report") == [(300, 300)]
        assert store.query("SELECT count(*) FROM record") == [(300,)]  # what was read is not read again
        assert check(store) == []
