"""What tests across reports share: the samples with their records, and reports of a few sentences."""

from pathlib import Path

import pytest

from rayzan.collate.told import Told
from rayzan.lang.fa.language import persian
from rayzan.lexicon.lexicon import open_lexicon
from rayzan.reading import Reader
from rayzan.text.report import Report

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="session")
def sample_reader() -> Reader:
    return Reader(open_lexicon(SAMPLES / "pack"), persian())


@pytest.fixture(scope="session")
def samples(sample_reader: Reader) -> list[Told]:
    reports = [Report(p.stem, p.read_text(encoding="utf-8")) for p in sorted((SAMPLES / "reports").glob("*.txt"))]
    return [Told(r, sample_reader.read(r)) for r in reports]
