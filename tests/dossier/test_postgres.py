"""The dossier in PostgreSQL: what only a server with many writers has to withstand."""

import threading
from pathlib import Path

import pytest

from rayzan.dossier import lexeme
from rayzan.dossier.copy import backup
from rayzan.dossier.judgement import judge, judgements
from rayzan.dossier.listing import rows
from rayzan.dossier.search import find
from rayzan.dossier.store import open_dossier
from rayzan.dossier.verify import check, content_hash
from rayzan.errors import DossierError
from rayzan.reading import Reader
from rayzan.text.report import Report

TEXT = "وزیر خارجه روسیه گفت: همکاری‌های ما در سال ۲۰۲۴ ده درصد رشد داشت."


def test_four_writers_add_the_same_reports_at_once_and_each_is_in_once(postgres: str, the_reader: Reader) -> None:
    reports = [Report(f"r{n % 12}", f"{TEXT} {n // 12}") for n in range(24)]
    records = [the_reader.read(r) for r in reports]
    wrong: list[BaseException] = []

    def write(first: int) -> None:
        try:
            with open_dossier(postgres) as store, store.writer():
                run = store.begin_run("1", "shipped")
                for n in range(len(reports)):
                    at = (first + n) % len(reports)
                    store.add(reports[at], records[at], run)
        except BaseException as e:
            wrong.append(e)

    writers = [threading.Thread(target=write, args=(6 * n,)) for n in range(4)]
    for w in writers:
        w.start()
    for w in writers:
        w.join()
    assert not wrong
    with open_dossier(postgres) as store:
        assert store.query("SELECT count(*), count(DISTINCT id) FROM report") == [(24, 12)]
        assert check(store) == []


def test_a_dossier_goes_over_and_back_and_is_the_same(postgres: str, the_reader: Reader, tmp_path: Path) -> None:
    with open_dossier(tmp_path / "a") as store:
        run = store.begin_run("1", "shipped")
        for report in (Report("a", TEXT), Report("a", TEXT + " وی رفت."), Report("b", TEXT, published="2024-05-06")):
            store.add(report, the_reader.read(report), run)
        judge(store, "statement", rows(store, "statement")[0]["key"], "reject", "mina")
        before, shown = content_hash(store), rows(store, "statement")
        backup(store, postgres)
    with open_dossier(postgres) as there:
        assert content_hash(there) == before and rows(there, "statement") == shown and check(there) == []
        there.add(Report("c", TEXT), the_reader.read(Report("c", TEXT)), there.begin_run("1", "shipped"))
        there.forget("c")
        backup(there, tmp_path / "b")
        with pytest.raises(DossierError, match="exists already"):
            backup(there, tmp_path / "b")
    with open_dossier(tmp_path / "b") as back:
        assert content_hash(back) == before and len(judgements(back)) == 1 and check(back) == []
        with pytest.raises(DossierError, match="holds reports already"):
            backup(back, postgres)


def test_phrases_far_into_a_long_text_are_found(postgres: str) -> None:
    from rayzan.reading import read

    report = Report("a", "و این و آن و دیگری. " * 4_000 + "\nسپس پیمان نو بسته شد.")
    with open_dossier(postgres) as store:
        store.add(report, read(report), store.begin_run("1", "shipped"))
        assert [report.text[h.start : h.end] for h in find(store, '"پیمان نو"')[1]] == ["پیمان نو"]
        assert find(store, '"نو پیمان"')[1] == []


@pytest.mark.parametrize("room", [lexeme.LETTERS, 200])
def test_queries_of_phrases_hold_where_the_pairs_of_a_text_fit_and_where_not(
    postgres: str, the_reader: Reader, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    monkeypatch.setattr(lexeme, "LETTERS", room)
    texts = {"a": "وزیر خارجه در وین بود و از آنجا به ژنو و سپس به تهران رفت تا پیمان نو", "b": "خارجه وزیر در ژنو بود و پیمان را نو کرد"}
    with open_dossier(postgres) as store:
        run = store.begin_run("1", "shipped")
        for id, text in texts.items():
            store.add(Report(id, text), the_reader.read(Report(id, text)), run)
        assert store.query("SELECT count(*) FROM search WHERE whole") == [(2 if room > 200 else 1,)]

        def found(line: str) -> str:
            return "".join(sorted({h.report for h in find(store, line)[1]}))

        assert found('"وزیر خارجه"') == found('"وزیر خارجه در"') == "a"
        assert found('"خارجه وزیر"') == found('بود -"وزیر خارجه"') == found('بود -"وزیر خارجه در"') == "b"
        assert found('"وزیر خارجه" OR کرد') == found('"وزیر خارجه در" OR "را نو"') == "ab"
        assert found('"وزیر خارجه" "پیمان نو"') == found('("به ژنو" OR "به بغداد") وزیر') == "a"
        assert found('"پیمان را نو" -"وزیر در"') == "" and found("وزی* -تهران") == "b"


def test_a_text_of_more_words_than_the_server_indexes_gets_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexeme, "LETTERS", 9)
    with pytest.raises(DossierError, match="more different words"):
        lexeme.lexemes("نشست وین")


def test_a_server_out_of_reach_gets_a_word_without_the_password() -> None:
    with pytest.raises(DossierError, match="cannot be reached") as e:
        open_dossier("postgresql://mina:secret@127.0.0.1:1/none")
    assert "mina@127.0.0.1" in str(e.value) and "secret" not in str(e.value)


def test_an_empty_database_is_not_made_a_dossier_by_looking(postgres: str) -> None:
    with pytest.raises(DossierError, match="no dossier there"):
        open_dossier(postgres, create=False)
