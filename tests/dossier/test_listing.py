"""Every count opens the very rows it counts."""

from pathlib import Path

import pytest

from rayzan.dossier.columns import LISTS
from rayzan.dossier.listing import count, facets, names, one, rows
from rayzan.dossier.store import Dossier
from rayzan.errors import DossierError
from rayzan.gather.files import reports
from rayzan.lang.fa.language import persian
from rayzan.lexicon.lexicon import open_lexicon
from rayzan.reading import Reader
from rayzan.record import Record
from rayzan.text.report import Report

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def sample_records() -> list[tuple[Report, Record]]:
    reader = Reader(open_lexicon(SAMPLES / "pack"), persian())
    return [(r, reader.read(r)) for r in reports([SAMPLES / "reports"]) if isinstance(r, Report)]


@pytest.fixture
def held(store: Dossier, sample_records: list[tuple[Report, Record]]) -> Dossier:
    run = store.begin_run("1", "pack")
    with store.backend.transaction():
        for report, record in sample_records:
            store.add(report, record, run)
    return store


def test_every_facet_opens_as_many_rows_as_it_says(held: Dossier) -> None:
    for kind in LISTS:
        opens_what_it_counts(held, kind)


def opens_what_it_counts(held: Dossier, kind: str) -> None:
    everything = rows(held, kind)
    assert len(everything) == count(held, kind)
    assert everything or kind == "note"  # the samples leave nothing to note
    for field, values in facets(held, kind).items():
        for value, number in values[:8]:
            assert len(rows(held, kind, {field: value})) == count(held, kind, {field: value}) == number, (field, value)
    assert rows(held, kind, limit=2, offset=1) == everything[1:3]


def test_search_days_and_what_reports_hold_narrow_every_list(held: Dossier) -> None:
    ((word, number), *_) = facets(held, "report", fields=["actor"])["actor"]
    assert count(held, "report", {"actor": word}) == number
    assert 0 < count(held, "statement", {"q": "گفت"}) <= count(held, "statement")
    assert count(held, "report", {"q": "گفت NOT گفت"}) == 0
    dated = [r["published"][:10] for r in rows(held, "report") if r["published"]]
    assert count(held, "report", {"since": min(dated), "until": max(dated)}) == len(dated)
    assert dated == sorted(dated, reverse=True)


def test_a_fact_is_found_by_its_permanent_key(held: Dossier) -> None:
    for kind in ("statement", "event", "figure", "time", "commitment", "state"):
        keys = [r["key"] for r in rows(held, kind)]
        assert len(set(keys)) == len(keys)
        assert (one(held, keys[0]) or {})["list"] == kind
    assert one(held, "nothing") is None and one(held, "a.s00000000") is None
    assert names(held)


def test_what_is_not_there_gets_a_word(held: Dossier) -> None:
    with pytest.raises(DossierError, match="no such list"):
        rows(held, "poem")
    with pytest.raises(DossierError, match="nothing to narrow by"):
        count(held, "figure", {"colour": "red"})
