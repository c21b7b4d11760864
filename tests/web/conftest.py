"""A dossier of the samples and of a report with odd characters, and a client of the pages over it."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from rayzan.dossier.store import open_dossier
from rayzan.gather.files import reports
from rayzan.lang.fa.language import persian
from rayzan.lexicon.lexicon import open_lexicon
from rayzan.reading import Reader
from rayzan.text.report import Report
from rayzan.web.app import create

SAMPLES = Path(__file__).parents[2] / "samples"
# Characters beyond the first plane, kept and lost half-spaces, a statement within a statement, a quotation over a line break.
ODD = Report(
    "odd 1",
    "🕊️ سخنگوی وزارت خارجه روسیه 𐎱 گفت: همکاری‌های ما ادامه می‌یابد.\n\n"
    "وزیر خارجه روسیه گفت که رئیس جمهور روسیه تاکید کرد همکاری‌های دو کشور در سال ۲۰۲۴ ده درصد رشد داشته است 😀 و می‌افزاید.\n"
    "لاوروف افزود: نامهای «همکاریها» و «همکاری‌ها» یکی است.",
    outlet="نگار",
    published="2024-05-06",
)
AGREEMENT = (
    Report("cairo-1", "توافق قاهره میان ایران و آژانس بین‌المللی انرژی اتمی امضا شد.", outlet="نگار", published="2025-09-10"),
    Report("cairo-2", "سخنگوی وزارت خارجه روسیه گفت: توافق قاهره ملغی شد.", outlet="موج", published="2025-11-21"),
)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the dossier; tests that judge take a copy of it."""
    path = tmp_path_factory.mktemp("web") / "web.dossier"
    reader = Reader(open_lexicon(SAMPLES / "pack"), persian())
    with open_dossier(path) as store:
        run = store.begin_run("1", "pack")
        for report in (*reports([SAMPLES / "reports"]), ODD, *AGREEMENT):
            assert isinstance(report, Report)
            store.add(report, reader.read(report), run)
        store.end_run(run)
    return path


@pytest.fixture
def own(filled: Path, tmp_path: Path) -> Path:
    """A copy of the dossier to judge in."""
    return Path(copy(filled, tmp_path / "own.dossier"))


@pytest.fixture
def client(filled: Path) -> Iterator[TestClient[Litestar]]:
    with TestClient(create(filled)) as opened:
        yield opened
