"""Pages that show only some of what there is say so."""

import re
from pathlib import Path

import pytest
from litestar.testing import TestClient

from rayzan.dossier.fetched import Fetched
from rayzan.dossier.listing import count
from rayzan.dossier.store import open_dossier
from rayzan.gather.crawl import Row
from rayzan.web import runs, weighing
from rayzan.web.app import create


def said(own: Path, page: str) -> str:
    with TestClient(create(own)) as client:
        return " ".join(re.sub(r"<[^>]+>", " ", client.get(page, headers={"cookie": "lang=en"}).text).split())


def test_the_reports_to_compare(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_dossier(own) as store:
        total = count(store, "report")
    assert "Newest reports:" not in said(own, "/compare")
    monkeypatch.setattr(weighing, "OFFERED", 3)
    assert f"Newest reports: 3 of {total}" in said(own, "/compare")


def test_the_addresses_gathered(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_dossier(own) as store, store.writer():
        for n in range(3):
            Fetched(store, Row).keep(Row(f"k{n}", f"https://example.org/{n}", "k0", None, None, None))
    assert "What was gathered 3 Address" in said(own, "/runs")
    monkeypatch.setattr(runs, "ADDRESSES", 2)
    assert "What was gathered 2 of 3 Address" in said(own, "/runs")
