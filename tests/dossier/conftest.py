"""The dossiers that the contract is tested on: a new one for each test, over each backend there is."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rayzan.dossier.store import Dossier, open_dossier
from rayzan.reading import Reader
from rayzan.text.report import Report

TEXT = "به گزارش خبرگزاری نگار، وزیر خارجه روسیه گفت: همکاری‌های ما در سال ۲۰۲۴ ده درصد رشد داشت."
Add = Callable[..., str]


@pytest.fixture(params=["sqlite"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty dossier."""
    yield str(tmp_path / "a.dossier")


@pytest.fixture
def store(where: str) -> Iterator[Dossier]:
    with open_dossier(where) as opened:
        yield opened


@pytest.fixture
def add(store: Dossier, the_reader: Reader) -> Add:
    """Adds a report to the store in a run of its own; what became of it."""

    def one(id: str, text: str = TEXT, **given: str) -> str:
        report = Report(id, text, **given)
        return store.add(report, the_reader.read(report), store.begin_run("1", "shipped")).state

    return one
