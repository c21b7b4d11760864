"""Judgements from the page: they appear at once, can be undone, and are taken from the workbench's own pages only."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from rayzan.dossier.judgement import judgements
from rayzan.dossier.listing import count, one, rows
from rayzan.dossier.queue import TABLES, queue, waiting
from rayzan.dossier.store import open_dossier
from rayzan.web.app import create

Client = TestClient[Litestar]


@pytest.fixture
def bench(own: Path) -> Iterator[Client]:
    with TestClient(create(own)) as opened:
        yield opened


def first(own: Path, kind: str = "statement") -> dict[str, Any]:
    with open_dossier(own) as store:
        return rows(store, kind)[0]


def test_a_decision_is_kept_with_its_name_and_the_queue_goes_on(bench: Client, own: Path) -> None:
    with open_dossier(own) as store:
        before, (head,) = waiting(store), queue(store, limit=1)
    assert head["key"] in bench.get("/review").text
    sent = {"of": head["list"], "subject": head["key"], "verdict": "accept", "who": "مینا", "note": "درست", "back": "/review"}
    got = bench.post("/judge", data=sent, follow_redirects=False)
    assert got.status_code == 303 and got.headers["location"] == "/review"
    assert 'value="مینا"' in bench.get("/review").text
    with open_dossier(own) as store:
        (made,) = judgements(store)
        assert (made.who, made.note, made.verdict) == ("مینا", "درست", "accept")
        assert waiting(store) == before - 1 and queue(store, limit=1)[0]["key"] != head["key"]
    assert "مینا" in bench.get("/judgements").text


def test_a_rejected_fact_leaves_every_page_and_comes_back_by_undo(bench: Client, own: Path) -> None:
    row = first(own)
    page = f"/s/{row['key']}"
    assert bench.get(page).status_code == 200
    bench.post("/judge", data={"of": "statement", "subject": row["key"], "verdict": "reject"})
    assert bench.get(page).status_code == 404
    with open_dossier(own) as store:
        (made,) = judgements(store)
    bench.post("/undo", data={"number": str(made.number), "back": "/judgements"})
    assert bench.get(page).status_code == 200


def test_an_edited_span_shows_its_new_words_at_once(bench: Client, own: Path) -> None:
    row = first(own)
    sent = {
        "of": "statement", "subject": row["key"], "verdict": "edit", "start": str(row["start"]), "end": str(row["end"] - 3), "start_had": str(row["start"]),
        "end_had": str(row["end"]), "speaker": row["speaker"] or "", "speaker_had": row["speaker"] or "", "act": "praise", "act_had": row["act"],
    }  # fmt: skip
    bench.post("/judge", data=sent)
    with open_dossier(own) as store:
        shown = one(store, row["key"])
        assert shown and shown["words"] == row["words"][:-3] and shown["act"] == "praise" and shown["verdict"] == "edit"
        assert judgements(store)[0].before["content"]["text"] == row["words"]
        text = store.one(row["report"])[0].text
        assert text[shown["start"] : shown["end"]] == shown["words"]
    assert f"#c={row['start']}-{row['end'] - 3}" in bench.get(f"/s/{row['key']}").text


def test_actors_are_merged_and_parted_again(bench: Client, own: Path) -> None:
    with open_dossier(own) as store:
        one_, other = [r["id"] for r in rows(store, "actor")][:2]
        told = count(store, "statement", {"speaker": other})
    bench.post("/judge", data={"of": "actor", "subject": one_, "verdict": "merge", "into": other})
    assert bench.get(f"/a/{one_}").status_code == 404
    assert one_ in bench.get(f"/a/{other}").text
    with open_dossier(own) as store:
        (made,) = judgements(store)
    bench.post("/undo", data={"number": str(made.number)})
    with open_dossier(own) as store:
        assert count(store, "statement", {"speaker": other}) == told


def test_what_another_site_sends_is_refused(bench: Client, own: Path) -> None:
    row = first(own)
    sent = {"of": "statement", "subject": row["key"], "verdict": "reject"}
    assert bench.post("/judge", data=sent, headers={"origin": "https://elsewhere.example"}).status_code == 403
    assert bench.get(f"/s/{row['key']}").status_code == 200
    assert bench.post("/judge", data={**sent, "back": "//elsewhere.example"}, follow_redirects=False).headers["location"] == "/review"


def test_what_cannot_be_decided_gets_a_word(bench: Client) -> None:
    for sent in ({}, {"of": "statement", "subject": "nothing", "verdict": "accept"}, {"of": "actor", "subject": "a", "verdict": "merge", "into": "a"}):
        assert bench.post("/judge", data=sent).status_code == 400
    assert bench.post("/undo", data={"number": "7"}).status_code == 400
    assert bench.post("/follow/begin", data={"kind": "poem", "subject": "x"}).status_code == 400


def test_what_is_followed_counts_what_came_since(bench: Client, own: Path) -> None:
    for kind, subject in (("instrument", first(own, "instrument")["key"]), ("actor", first(own, "actor")["id"]), ("search", "گفت")):
        bench.post("/follow/begin", data={"kind": kind, "subject": subject, "note": "برای پرونده", "who": "مینا"})
        bench.post("/follow/begin", data={"kind": kind, "subject": subject})
    assert bench.get("/follow").text.count("برای پرونده") == 3
    with open_dossier(own) as store:
        made = judgements(store)
        assert [j.kind for j in made] == ["instrument", "actor", "search"]
        for j in made:
            where = {"q" if j.kind == "search" else j.kind: j.subject}
            assert count(store, "report", {**where, "gathered": j.made}) == 0
            assert count(store, "report", {**where, "gathered": "2000-01-01T00:00:00+00:00"}) == count(store, "report", where) > 0
    bench.post("/undo", data={"number": str(made[0].number), "back": "/follow"})
    assert bench.get("/follow").text.count("برای پرونده") == 2


def test_the_queue_holds_every_unjudged_fact_once(own: Path) -> None:
    with open_dossier(own) as store:
        found = queue(store, limit=10_000)
        assert len({r["key"] for r in found}) == len(found) == waiting(store) == sum(count(store, kind) for kind in TABLES)
        only = queue(store, "figure", limit=10_000)
        assert len(only) == count(store, "figure") and {r["list"] for r in only} == {"figure"}


def test_each_kind_can_be_edited_by_the_form_of_the_queue(bench: Client, own: Path) -> None:
    for kind in TABLES:
        with open_dossier(own) as store:
            head = next(iter(queue(store, kind, limit=1)), None)
        if head is None:
            continue
        fields = dict(re.findall(r'<input[^>]* name="(\w+)" value="([^"]*)"', bench.get(f"/review?kind={kind}").text))
        sent = {k: unescape(v) for k, v in fields.items()} | {"of": kind, "subject": head["key"], "verdict": "edit", "end": str(head["end"] - 1)}
        assert bench.post("/judge", data=sent, follow_redirects=False).status_code == 303, kind
        with open_dossier(own) as store:
            shown = one(store, head["key"])
            assert shown and shown["words"] == head["words"][:-1]


def test_stories_part_and_discrepancies_are_explained_from_the_page(bench: Client) -> None:
    story = re.findall(r'<p class="by"><a href="(/t/[^"]+)"', bench.get("/stories").text)[0]
    reports = re.findall(r'name="part" value="([^"]+)"', bench.get(story).text)
    subject = re.findall(r'name="of" value="story"><input type="hidden" name="subject" value="([^"]+)"', bench.get(story).text)[0]
    bench.post("/judge", data={"of": "story", "subject": subject, "verdict": "split", "part": [reports[-1]], "back": story})
    assert reports[-1] not in re.findall(r'class="title" href="/r/([^"#]+)"', bench.get(story).text)
    bench.post("/undo", data={"number": "1"})
    assert reports[-1] in re.findall(r'class="title" href="/r/([^"#]+)"', bench.get(story).text)
    id = re.findall(r'href="/d/(\w+)"', bench.get("/discrepancies").text)[0]
    bench.post("/judge", data={"of": "discrepancy", "subject": id, "verdict": "explain", "note": "گرد شده"})
    assert "گرد شده" in bench.get(f"/d/{id}").text
    bench.post("/judge", data={"of": "discrepancy", "subject": id, "verdict": "reject"})
    assert f"/d/{id}" not in bench.get("/discrepancies").text and bench.get(f"/d/{id}").status_code == 200
    assert bench.post("/judge", data={"of": "story", "subject": subject, "verdict": "split"}).status_code == 400
