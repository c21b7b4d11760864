"""The index beside the file: brought up from the file, whatever breaks."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from rayzan.dossier.copy import backup
from rayzan.dossier.engine import choose
from rayzan.dossier.search import find, numbers
from rayzan.dossier.store import open_dossier
from rayzan.dossier.tantivy import Tantivy, Text
from rayzan.dossier.verify import check
from rayzan.errors import DossierError
from rayzan.reading import Reader
from rayzan.text.report import Report

TEXT = "وزیر خارجه روسیه گفت: همکاری‌های ما در سال ۲۰۲۴ ده درصد رشد داشت."


@pytest.fixture
def where(tmp_path: Path, the_reader: Reader) -> str:
    pytest.importorskip("tantivy", reason="tantivy is not installed; rayzan[tantivy] brings it")
    path = str(tmp_path / "a.dossier")
    with open_dossier(path) as store:
        run = store.begin_run("1", "shipped")
        for n in range(5):
            report = Report(f"r{n}", f"{TEXT} {n}", published=f"2024-0{n + 1}-01" if n else None)
            store.add(report, the_reader.read(report), run)
    return path


def test_the_two_find_the_same_in_the_same_order_and_go_over_and_back(where: str) -> None:
    lines = ["همکاری های", '"وزیر خارجه"', "همکار*", '"وزیر خارج*"', "رشد -ایران", "رشد from:2024-03", "رشد speaker:lavrov", "رشد OR ایران", "ناموجود*"]
    with open_dossier(where) as store:
        before = [numbers(store, line, 10) for line in lines]
    choose(where, "tantivy")
    with open_dossier(where) as store:
        assert [numbers(store, line, 10) for line in lines] == before and check(store) == []
        assert store.query("SELECT count(*) FROM sqlite_master WHERE name = 'search'") == [(0,)]
    choose(where, "fts5")
    with open_dossier(where) as store:
        assert [numbers(store, line, 10) for line in lines] == before and check(store) == []
    assert not Path(f"{where}-tantivy").exists()


def test_a_break_while_the_index_takes_in_reports_loses_none(where: str, the_reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(where, "tantivy")

    def broken(self: Tantivy, numbers: Iterable[int], texts: Iterable[Text], anew: bool = False) -> None:
        raise KeyboardInterrupt

    with open_dossier(where) as store:
        store.add(Report("new", TEXT), the_reader.read(Report("new", TEXT)), store.begin_run("1", "shipped"))
        store.forget("r1")
        with monkeypatch.context() as patched:
            patched.setattr(Tantivy, "put", broken)
            with pytest.raises(KeyboardInterrupt):
                find(store, "رشد")
        assert {h.report for h in find(store, "رشد")[1]} == {"new", "r0", "r2", "r3", "r4"}
        assert check(store) == []


def test_a_copy_and_a_lost_folder_are_made_good(where: str, tmp_path: Path) -> None:
    choose(where, "tantivy")
    with open_dossier(where) as store:
        backup(store, tmp_path / "b")
    shutil.rmtree(f"{where}-tantivy")
    for path in (where, tmp_path / "b"):
        with open_dossier(path) as store:
            assert len(find(store, "رشد")[1]) == 5 and check(store) == []


def test_what_is_no_index_is_refused(where: str) -> None:
    with pytest.raises(DossierError, match="no such index"):
        choose(where, "grep")
    with pytest.raises(DossierError, match="only a dossier in a file"):
        choose("postgresql://127.0.0.1:1/x", "tantivy")
