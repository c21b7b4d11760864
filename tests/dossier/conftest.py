"""The dossiers that the contract is tested on: a new one for each test, over each backend there is."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from rayzan.dossier.engine import choose
from rayzan.dossier.store import Dossier, open_dossier
from rayzan.reading import Reader
from rayzan.text.report import Report

TEXT = "به گزارش خبرگزاری نگار، وزیر خارجه روسیه گفت: همکاری‌های ما در سال ۲۰۲۴ ده درصد رشد داشت."
Add = Callable[..., str]


@pytest.fixture
def postgres() -> Iterator[str]:
    """The address of an empty schema on the server that `.ci/run` starts."""
    server = os.environ.get("RAYZAN_POSTGRES")
    if not server:
        pytest.skip("no PostgreSQL: RAYZAN_POSTGRES gives the address of a server; .ci/run starts one")
    import psycopg

    name = f"test_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as db:
        db.execute(f"CREATE SCHEMA {name}".encode())
        yield f"{server}?options=-csearch_path%3D{name}"
        db.execute(f"DROP SCHEMA {name} CASCADE".encode())


@pytest.fixture(params=["sqlite", "tantivy", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty dossier."""
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres"))
    path = str(tmp_path / "a.dossier")
    if request.param == "tantivy":
        pytest.importorskip("tantivy", reason="tantivy is not installed; rayzan[tantivy] brings it")
        open_dossier(path).backend.close()
        choose(path, "tantivy")
    return path


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
