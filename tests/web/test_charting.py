"""Figures over time and commitments by their deadline, as of the reports and never of the clock."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from rayzan.dossier.about import covered
from rayzan.dossier.listing import count, facets, rows
from rayzan.dossier.store import open_dossier
from rayzan.web import address
from rayzan.web.charting import chart

Client = TestClient[Litestar]


def figure(key: str, value: float, published: str | None) -> dict[str, object]:
    return {"key": key, "value": value, "published": published, "unit": "percent", "words": "ده درصد"}


def test_later_figures_stand_further_on_and_greater_ones_higher() -> None:
    told = [figure("a", 10, "2024-01-01"), figure("b", 30, "2024-07-01"), figure("c", 20, "2025-01-01"), figure("d", 5, None)]
    for rtl in (True, False):
        drawn = chart(told, rtl)
        assert drawn is not None and [p.row["key"] for p in drawn.points] == ["a", "b", "c"] and drawn.undated == 1
        xs, (a, b, c) = [p.x for p in drawn.points], [p.y for p in drawn.points]
        assert xs == sorted(xs, reverse=rtl) and b < c < a
    assert chart(told[:1], True) is None and chart([], False) is None


def test_a_figure_far_beyond_all_others_stands_at_the_edge() -> None:
    told = [figure(f"k{n}", 10 + n, f"2024-{n + 1:02}-01") for n in range(12)] + [figure("far", 9627, "2024-06-15")]
    drawn = chart(told, True)
    assert drawn is not None and [p.row["key"] for p in drawn.points if p.beyond] == ["far"]
    near = [p.y for p in drawn.points if not p.beyond]
    assert max(near) - min(near) > 60 and all(value % 5 == 0 for _, value in drawn.levels)


def test_each_point_opens_a_figure_of_the_table(client: Client, filled: Path) -> None:
    with open_dossier(filled) as store:
        unit = next(u for u, n in facets(store, "figure", {}, ["unit"])["unit"] if u and n > 1)
        keys = {r["key"] for r in rows(store, "figure", {"unit": unit}) if r["published"]}
    for lang in ("fa", "en"):
        html = client.get(f"/figures?unit={quote(unit)}", headers={"cookie": f"lang={lang}"}).text
        drawn = html[html.index("<svg") : html.index("</svg>")]
        assert set(re.findall(r'<a href="([^"]+)" aria-label', drawn)) == {address.fact("figure", key) for key in keys}
        assert all(html.count(address.fact("figure", key)) > 1 for key in keys)
    assert "<svg" not in client.get("/figures").text


@pytest.mark.parametrize(
    ("due", "standing"),
    [
        ("2001-02", "overdue"), ("2001-02-03/2001-03-04", "overdue"), ("../2001-03-04", "overdue"), ("2001/2999", "not_yet_due"), ("2001-01-01/..", "no_day_due"),
        ("2999", "not_yet_due"), (None, "no_day_due"),
    ],
)  # fmt: skip
def test_a_commitment_is_overdue_when_a_later_report_there_is(own: Path, due: str | None, standing: str) -> None:
    with open_dossier(own) as store:
        key = rows(store, "commitment", limit=1)[0]["key"]
        store.backend.run("UPDATE commitment SET due = ? WHERE key = ?", (due, key))
        assert count(store, "commitment", {"key": key, "standing": standing}) == 1


def test_what_is_due_on_the_last_reported_day_is_not_overdue(own: Path) -> None:
    with open_dossier(own) as store:
        key, last = rows(store, "commitment", limit=1)[0]["key"], covered(store)[1]
        assert last
        for due in (last, last[:7], last[:4]):
            store.backend.run("UPDATE commitment SET due = ? WHERE key = ?", (due, key))
            assert count(store, "commitment", {"key": key, "standing": "not_yet_due"}) == 1


def test_a_later_mention_is_a_report_after_the_commitment(client: Client, filled: Path) -> None:
    with open_dossier(filled) as store:
        told = dict(facets(store, "commitment", {}, ["later"])["later"])
        assert sum(told.values()) == count(store, "commitment")
        for how, wanted in (("later_mention", True), ("no_later_mention", False)):
            for row in rows(store, "commitment", {"later": how}):
                sql = "SELECT DISTINCT m.id FROM mention m JOIN report r ON r.number = m.report WHERE m.kind = 'instrument' AND r.id = ? AND m.start < ? AND m.\"end\" > ?"
                held = [r for (i,) in store.query(sql, row["report"], row["end"], row["start"]) for r in rows(store, "report", {"instrument": i})]
                assert any((r["published"] or "") > row["published"] for r in held) is wanted
    assert told.get("later_mention")


def test_no_later_mention_where_only_its_own_report_holds_the_instrument(own: Path) -> None:
    with open_dossier(own) as store:
        row = rows(store, "commitment", {"later": "later_mention"}, 1)[0]
        store.backend.run("DELETE FROM instrument WHERE report <> (SELECT report FROM commitment WHERE key = ?)", (row["key"],))
        assert count(store, "commitment", {"key": row["key"], "later": "no_later_mention"}) == 1
