"""What tests share: the material beside the checkout, skipped with a word where it is absent."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rayzan.reading import Reader, reader
from rayzan.text.report import Report

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def the_reader() -> Reader:
    return reader()


@pytest.fixture(scope="session")
def shared() -> Path:
    if not (SHARED / "eval" / "gold").is_dir():
        pytest.skip(f"the evaluation material is not at {SHARED.name}/ beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def wire(shared: Path) -> list[Report]:
    rows = map(json.loads, (shared / "reports" / "wire.jsonl").read_text(encoding="utf-8").splitlines())
    return [Report(r["id"], r["text"], outlet=r.get("outlet"), published=r.get("published")) for r in rows]


def cases(path: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The cases of a file: a sentence, then indented lines of field and value; a bare sentence means nothing is found in it."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.split("\n") if line.strip() and not line.startswith("#")]
        if lines:
            wanted = [tuple(line.split(None, 1)) for line in lines[1:]]
            yield lines[0], [(k, v.strip()) for k, v in wanted]  # type: ignore[misc]
