"""Drawings: names of the relation graph apart from one another, lanes of the timeline by party."""

import re
from html import unescape
from itertools import combinations
from pathlib import Path
from time import process_time

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from rayzan.dossier.listing import rows
from rayzan.dossier.store import open_dossier
from rayzan.web import layout
from rayzan.web.timeline import by_party

Client = TestClient[Litestar]


@pytest.mark.parametrize("number", [1, 2, 9, 32, 64, 200])
def test_names_of_the_graph_do_not_cover_one_another(number: int) -> None:
    sizes = tuple((f"a{n}", 4 + n % 9, 30.0 + n * 37 % 170) for n in range(number))
    edges = tuple((("a0", f"a{n}"), n % 5 + 1) for n in range(1, number, 2)) + tuple(((f"a{n}", f"a{n + 1}"), 1) for n in range(2, number - 1, 3))
    at = layout.layout(sizes, edges, "a0")
    boxes = layout.boxes(at, sizes)
    for a, b in combinations(boxes.values(), 2):
        assert min(a[2], b[2]) - max(a[0], b[0]) < 1 or min(a[3], b[3]) - max(a[1], b[1]) < 1
    assert all(b[0] > 0 and b[1] > 0 and b[2] < layout.WIDE and b[3] < layout.high(number) for b in boxes.values())
    if number < 40:
        layout.layout.cache_clear()
        assert layout.layout(sizes, edges, "a0") == at


def test_lanes_by_party_hold_what_each_says_and_does(client: Client, filled: Path) -> None:
    with open_dossier(filled) as store:
        found = [("statement", r) for r in rows(store, "statement")] + [("state", r) for r in rows(store, "state")]
        lanes = by_party(store, found)
        russia = {r["key"] for _, r in lanes["russia"]}
        assert {r["key"] for _, r in found if r.get("speaker") == "lavrov"} <= russia
        assert {r["key"] for told in lanes.values() for _, r in told} == {r["key"] for _, r in found}
    html = client.get("/timeline?by=party&lang=en").text
    assert ">Russia</text>" in html and ">Statements</text>" not in html
    table = set(re.findall(r'<tr id="k-([^"]+)"', html))
    assert {unescape(k) for k in re.findall(r'href="#k-([^"]+)"', html)} == {unescape(k) for k in table}


def test_a_drawing_of_two_hundred_takes_less_than_a_second_of_the_processor() -> None:
    ids = [f"a{n}" for n in range(200)]
    sizes = tuple((id, 6.0, 90.0) for id in ids)
    edges = tuple(((a, b), 1 + n % 5) for n, (a, b) in enumerate(zip(ids, ids[7:], strict=False)))
    begun = process_time()
    placed = layout.layout(sizes, edges, None)
    assert process_time() - begun < 1
    assert placed == layout.layout.__wrapped__(sizes, edges, None), "the same input, the same places"
