"""What every dossier keeps, whatever database is under it: nothing lost, nothing twice."""

from collections.abc import Callable

import pytest

from rayzan.dossier.difference import between, runs, texts
from rayzan.dossier.store import Dossier, open_dossier
from rayzan.dossier.verify import check, content_hash
from rayzan.errors import DossierError, ReportError
from rayzan.reading import Reader
from rayzan.text.report import Report

TEXT = "به گزارش خبرگزاری نگار، وزیر خارجه روسیه گفت: همکاری‌های ما در سال ۲۰۲۴ ده درصد رشد داشت."
Add = Callable[..., str]


def test_the_same_report_twice_is_one_and_a_changed_one_a_version(store: Dossier, add: Add) -> None:
    assert [add("a"), add("a"), add("a", TEXT + " وی رفت.")] == ["new", "known", "changed"]
    assert store.query("SELECT count(*) FROM report") == [(2,)]
    assert store.query("SELECT count(*) FROM latest") == [(1,)]
    assert [version for version, _ in store.versions("a")] == [1, 2]
    assert check(store) == []


def test_a_report_that_goes_back_to_an_older_text_stays_what_it_was(store: Dossier, add: Add) -> None:
    assert [add("a", TEXT), add("a", TEXT + " وی رفت."), add("a", TEXT)] == ["new", "changed", "known"]
    assert check(store) == []


def test_a_date_that_becomes_known_makes_a_version(store: Dossier, add: Add) -> None:
    assert [add("a"), add("a", published="2024-05-06"), add("a")] == ["new", "changed", "known"]
    assert store.one("a")[0].published == "2024-05-06"


def test_order_does_not_change_the_content(the_reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> None:
    rows = [Report(f"r{n % 5}", f"{TEXT} {n}") for n in range(9)]
    hashes = []
    for order in (rows, rows[::-1]):
        with open_dossier(tmp_path_factory.mktemp("order") / "d") as store:
            run = store.begin_run("1", "shipped")
            for r in order:
                store.add(r, the_reader.read(r), run)
            hashes.append(content_hash(store))
    assert hashes[0] == hashes[1]


def test_forgetting_takes_all_that_depended_on_a_report(store: Dossier, add: Add) -> None:
    from rayzan.dossier.judgement import judge, judgements
    from rayzan.dossier.listing import rows
    from rayzan.dossier.search import find

    add("a")
    add("a", TEXT + " وی رفت.")
    judge(store, "statement", rows(store, "statement")[0]["key"], "accept", "mina")
    assert store.forget("a") == 2
    for table in ("report", "record", "statement", "figure", "facet", "mention"):
        assert store.query(f"SELECT count(*) FROM {table}") == [(0,)]
    assert judgements(store) == []
    assert find(store, "همکاری‌های")[1] == []
    assert check(store) == []
    with pytest.raises(DossierError, match="no such report"):
        store.forget("a")


def test_a_transaction_that_breaks_off_leaves_nothing(store: Dossier, the_reader: Reader) -> None:
    run = store.begin_run("1", "shipped")
    with pytest.raises(KeyboardInterrupt), store.backend.transaction():
        store.add(Report("a", TEXT), the_reader.read(Report("a", TEXT)), run)
        raise KeyboardInterrupt
    assert store.query("SELECT count(*) FROM report") == [(0,)]
    assert check(store) == []


@pytest.mark.parametrize(("sign", "says"), [("\x00", "NUL"), ("\ud800", "half of a character")])
def test_what_no_database_keeps_is_refused_with_a_word(store: Dossier, the_reader: Reader, sign: str, says: str) -> None:
    report = Report("a", TEXT + sign)
    with pytest.raises(ReportError, match=says):
        store.add(report, the_reader.read(Report("a", TEXT)), store.begin_run("1", "shipped"))


def test_readings_by_other_rules_stand_side_by_side(store: Dossier, the_reader: Reader) -> None:
    report = Report("a", TEXT)
    one = store.begin_run("1", "shipped")
    store.add(report, the_reader.read(Report("a", TEXT)), one)
    assert store.has_read(report, one)
    other = store.begin_run("2", "shipped")
    assert not store.has_read(report, other)
    without = the_reader.read(Report("a", TEXT))
    import msgspec

    without = msgspec.structs.replace(without, figures=())
    assert store.add(report, without, other).state == "known"
    store.end_run(other)
    assert store.query("SELECT count(*) FROM record") == [(2,)]
    assert store.query("SELECT count(*) FROM figure") == [(0,)]
    ((version, lines),) = runs(store, one, other)
    assert version == "a@1" and len(lines) == 1 and lines[0].startswith("- figure")
    assert between(without, without) == []
    with pytest.raises(DossierError, match="no such run"):
        store.as_of(99)


def test_what_changed_between_two_versions_is_told() -> None:
    assert texts("یک\nدو", "یک\nسه") == ["- دو", "+ سه"]


def test_a_rebuild_gives_the_very_same_rows(store: Dossier, add: Add) -> None:
    add("a", published="2024-05-06")
    add("b", TEXT + " وی رفت.")
    tables = ("statement", "figure", "time", "actor", "mention", "facet")
    before = [sorted(map(str, store.query(f'SELECT * FROM "{t}"'))) for t in tables]
    store.derived.rebuild()
    assert [sorted(map(str, store.query(f'SELECT * FROM "{t}"'))) for t in tables] == before
    assert check(store) == []


def test_damage_is_found(store: Dossier, add: Add) -> None:
    add("a")
    store.query("SELECT 1")
    store.backend.run("UPDATE figure SET start = start + 1")
    assert any("a span of figure" in line for line in check(store))
    store.derived.rebuild()
    assert check(store) == []
    store.backend.run("UPDATE report SET text = text || 'x'")
    assert any("does not match its hash" in line for line in check(store))
