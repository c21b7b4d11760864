"""Role at date, both ways, against a table written from public record apart from the lexicon."""

import unicodedata
from pathlib import Path

import pytest

from rayzan.lang.fa.language import persian
from rayzan.lexicon.lexicon import open_lexicon
from rayzan.resolve import holding
from rayzan.resolve.asking import Asking

TABLE = Path(__file__).parents[2] / "evaluation" / "holders.tsv"


def rows() -> list[tuple[str, str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [(title, day, name) for title, day, name in (line.split("\t") for line in lines if not line.startswith("#"))]


def plain(name: str) -> str:
    """A name without its diacritics."""
    return "".join(c for c in unicodedata.normalize("NFD", name.replace("ı", "i")) if not unicodedata.combining(c))


@pytest.fixture(scope="module")
def asking() -> Asking:
    return Asking(open_lexicon(), persian())


def test_the_table_is_large() -> None:
    assert len(rows()) >= 400 and len(set(rows())) == len(rows())


def test_every_title_gives_its_holder_on_the_day(asking: Asking) -> None:
    wrong = []
    for title, day, name in rows():
        office = asking.office(title)
        found = holding.holder(asking.lexicon, office, day) if office else None
        if plain(found.name_en if found else "unknown") != plain(name):
            wrong.append((title, day, name, found and found.name_en))
    assert wrong == []


def test_every_holder_has_the_office_on_the_day(asking: Asking) -> None:
    for title, day, _ in rows():
        office = asking.office(title)
        found = holding.holder(asking.lexicon, office, day) if office else None
        if found is not None:
            assert office in {h.office for h in holding.offices(found, day)}, (title, day)


@pytest.mark.parametrize("day", ["1935-01-01", "2035-01-01"])
def test_outside_coverage_nobody_is_named(asking: Asking, day: str) -> None:
    named = [office for office in asking.lexicon.holders if holding.holder(asking.lexicon, office, day) is not None]
    assert named == []
