"""Who speaks, against the cases."""

from pathlib import Path

import pytest
from tests.conftest import cases

from rayzan.reading import Reader
from rayzan.text.report import Report

FILE = Path(__file__).parents[1] / "cases" / "fa" / "speaker.txt"
ROWS = list(cases(FILE))


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=range(1, len(ROWS) + 1))
def test_case(the_reader: Reader, text: str, wanted: list[tuple[str, str]]) -> None:
    on = next((v for k, v in wanted if k == "on"), "2020-03-01")
    outlet = next((v for k, v in wanted if k == "outlet"), "ISNA")
    record = the_reader.read(Report("case", text.replace(" ⏎ ", "\n"), outlet=outlet, published=on))
    found = set()
    for s in record.statements:
        actor = record.actors.get(s.speaker or "")
        found |= {(s.content.text, s.speaker), (s.content.text, actor.name_fa if actor and actor.known_from == "report" else s.speaker)}
    for key, value in wanted:
        if key == "says":
            assert tuple(value.split(" = ")) in found, sorted(found, key=str)
        else:
            assert key in ("on", "outlet"), f"{key}: no such line of a case"
    assert any(key == "says" for key, _ in wanted) or not record.statements
