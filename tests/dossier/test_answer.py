"""What is kept of answers goes when the dossier changes, whoever changes it."""

from pathlib import Path

from rayzan import Report, read
from rayzan.dossier.listing import count, facets, rows
from rayzan.dossier.store import open_dossier

FIRST = Report("a", "وزیر خارجه روسیه گفت: گفت‌وگوها ادامه دارد.", outlet="نگار", published="2024-05-06")
SECOND = Report("b", "سخنگوی وزارت خارجه چین گفت: از گفت‌وگو استقبال می‌کنیم.", outlet="موج", published="2024-05-07")


def test_an_answer_is_asked_for_once(tmp_path: Path) -> None:
    with open_dossier(tmp_path / "a.dossier") as store:
        store.add(FIRST, read(FIRST), store.begin_run("1", "shipped"))
        first = store.told("SELECT count(*) FROM report")
        assert store.told("SELECT count(*) FROM report") is first


def test_no_answer_outlives_a_change_by_another(tmp_path: Path) -> None:
    path = tmp_path / "a.dossier"
    with open_dossier(path) as store:
        store.add(FIRST, read(FIRST), store.begin_run("1", "shipped"))
        assert count(store, "report") == 1
        with open_dossier(path) as other:
            other.add(SECOND, read(SECOND), other.begin_run("2", "shipped"))
        assert count(store, "report") == 2
        assert dict(facets(store, "report", {}, ["outlet"])["outlet"]) == {"نگار": 1, "موج": 1}
    with open_dossier(path) as again:
        assert len(rows(again, "actor", limit=50)) == count(again, "actor")


def test_within_a_transaction_nothing_is_kept(tmp_path: Path) -> None:
    with open_dossier(tmp_path / "a.dossier") as store:
        run = store.begin_run("1", "shipped")
        with store.backend.transaction():
            assert count(store, "report") == 0
            store.add(FIRST, read(FIRST), run)
            assert count(store, "report") == 1
        assert count(store, "report") == 1


def test_first_rows_of_gathered_lists_are_those_of_all(tmp_path: Path) -> None:
    with open_dossier(tmp_path / "a.dossier") as store:
        run = store.begin_run("1", "shipped")
        for report in (FIRST, SECOND):
            store.add(report, read(report), run)
        for kind in ("actor", "instrument"):
            every = rows(store, kind)
            assert [row for n in range(len(every)) for row in rows(store, kind, limit=1, offset=n)] == every
            assert rows(store, kind, limit=5, offset=len(every)) == []
        assert rows(store, "actor", {"outlet": "موج"}, 50) == rows(store, "actor", {"outlet": "موج"})
