"""Who is mentioned, against the cases."""

from pathlib import Path

import pytest
from tests.conftest import cases

from rayzan.reading import Reader
from rayzan.record import Record
from rayzan.text.report import Report

FILE = Path(__file__).parents[1] / "cases" / "fa" / "actor.txt"
ROWS = list(cases(FILE))


def read(reader: Reader, text: str, wanted: list[tuple[str, str]]) -> Record:
    on = next((v for k, v in wanted if k == "on"), "2020-03-01")
    outlet = next((v for k, v in wanted if k == "outlet"), "ISNA")
    return reader.read(Report("case", text.replace(" ⏎ ", "\n"), outlet=outlet, published=on if on != "unknown" else None))


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[text[:40] for text, _ in ROWS])
def test_mentions(the_reader: Reader, text: str, wanted: list[tuple[str, str]]) -> None:
    record = read(the_reader, text, wanted)
    found = {
        (m.text, name)
        for id, a in record.actors.items()
        for m in a.mentions
        for name in (id, a.name_fa if a.known_from == "report" else id)
    }
    for key, value in wanted:
        if key == "mention":
            words, actor = value.split(" = ")
            assert (words, actor) in found, sorted(found)
        elif key == "note":
            assert value in {n.kind for n in record.notes}
        elif key == "not":
            assert value not in {words for words, _ in found}
        else:
            assert key in ("on", "outlet"), f"{key}: no such line of a case"
    if not wanted:
        assert [a.name_fa for a in record.actors.values() if a.known_from == "report"] == []
