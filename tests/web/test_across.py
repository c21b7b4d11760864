"""What spans reports, as lists: corroborations, open discrepancies, pairs of actors, one deed told with its sides turned round."""

import re
from html import unescape
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from rayzan.collate.collation import Collation
from rayzan.dossier.listing import count, rows
from rayzan.dossier.store import open_dossier
from rayzan.web import address, collating, weighing
from rayzan.web.app import create
from rayzan.web.collating import Collated
from rayzan.web.speech import Speech, plural

Client = TestClient[Litestar]


def collation(dossier: Path) -> Collation:
    with open_dossier(dossier) as store:
        return Collated(dossier).across(store).collation


def board(html: str) -> int:
    return len(re.findall(r"<li[ >]", html.partition('<ol class="board">')[2].partition("</ol>")[0]))


def test_corroborations_have_a_list_whose_counts_open_their_rows(client: Client, filled: Path) -> None:
    found = collation(filled).corroborations
    html = client.get("/corroborations").text
    assert found and all(f'id="{c.id}"' in html for c in found)
    assert all(address.report(p.report, p.start, p.end) in html for c in found for p in c.evidence)
    links = re.findall(r'href="(/corroborations\?[^"]+)"><span>.*?</span> <b>(\S+)</b>', html)
    assert links
    for link, number in links:
        assert board(client.get(unescape(link)).text) == int(number)


def test_the_first_page_counts_open_discrepancies_and_opens_them(client: Client, filled: Path) -> None:
    number = len([d for d in collation(filled).discrepancies if not d.verdict])
    html = client.get("/?lang=en").text
    assert number and f'<a href="/discrepancies?verdict=open"><b>{number}</b>' in html
    assert board(client.get("/discrepancies?verdict=open").text) == number


def test_english_sentences_name_no_key(filled: Path) -> None:
    with open_dossier(filled) as store:
        keys = {r["key"] for r in rows(store, "instrument")}
    for d in collation(filled).discrepancies:
        assert not keys & set(re.findall(r"[a-z0-9-]+", d.en)), d.en


def test_a_pair_of_the_graph_opens_its_events(client: Client, filled: Path) -> None:
    links = re.findall(r'<td class="n"><a href="([^"]+)">(\d+)</a>', client.get("/graph?lang=en").text)
    assert links
    with open_dossier(filled) as store:
        for link, number in links:
            pair = re.search(r"among=([^&]+)", link)
            assert pair and count(store, "event", {"among": pair[1].replace("+", " ")}) == int(number)
    html = client.get(unescape(links[0][0])).text
    assert html.count('class="fact event"') == int(links[0][1])


def test_one_attack_told_with_its_sides_turned_round_is_one_row() -> None:
    def told(who: str, whom: str, kind: str = "attack") -> dict[str, list[dict[str, object]]]:
        return {k: [] for k in weighing.ABOUT} | {"event": [{"type": kind, "who": who, "whom": whom, "when": None, "where": None, "status": "happened"}]}

    (slot,) = weighing.slots([told("kavand", "hirsad"), told("hirsad", "kavand")])
    assert slot.how == "differs" and all(slot.cells)
    (slot,) = weighing.slots([told("kavand", "hirsad", "meeting"), told("hirsad", "kavand", "meeting")])
    assert slot.how == "same"
    assert len(list(weighing.slots([told("kavand", "hirsad"), told("daryasan", "kavand")]))) == 2


def test_while_reports_are_collated_a_page_says_so(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collating, "QUICK", 0)
    with TestClient(create(filled)) as client:
        first = client.get("/stories")
        assert first.status_code == 503 and 'http-equiv="refresh"' in first.text
        assert client.get("/").status_code == 200
        with open_dossier(filled) as store:
            made = client.app.state["bench"].collated.across(store)
        assert made.collation == collation(filled)
        assert client.get("/stories").status_code == 200


def test_statements_show_the_office_of_their_speaker_on_that_day(client: Client) -> None:
    assert '<bdi class="role">foreign minister of Russia</bdi>' in client.get("/statements?report=odd+1&lang=en").text


def test_english_counts_in_the_plural() -> None:
    english, persian = Speech("en"), Speech("fa")
    assert english.worded("4 against 5 meeting (windows P2Y and P1Y6M)") == "4 against 5 meetings (windows 2 years and 1 year 6 months)"
    assert english.worded("2025-09-10 in one report, “2025-09-11 in_force” in the other") == "10 Sep 2025 in one report, “2025-09-11 in_force” in the other"
    assert [english.unit("person", 3500), english.unit("person", 1), english.unit("USD", 5), persian.unit("person", 2)] == ["people", "person", "USD", "نفر"]
    assert [plural(u) for u in ("city", "day", "times", "aircraft")] == ["cities", "days", "times", "aircraft"]


def test_two_reports_of_one_meeting_stand_side_by_side(client: Client) -> None:
    html = client.get("/compare?r=s03-two-presidents&r=s04-two-presidents-mowj&lang=en").text
    told = re.findall(r'<tr class="(\w+)"><th scope="row">(.*?)</th>(.*?)</tr>', html, re.DOTALL)
    (meeting,) = [(how, cells) for how, about, cells in told if "> meeting " in about and "actor" not in about and "/a/" in about and "Rudbast" in cells]
    assert meeting[1].count("Rudbast") == 2, "who met whom, in whichever order they are named"
    (times,) = [cells for how, about, cells in told if how == "differs" and "چهار بار" in cells]
    assert "پنج بار" in times, "a figure that differs, whoever gives it"
