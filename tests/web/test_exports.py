"""Every form read back by a library of somebody else's gives the rows of the view, from the page and from the command line."""

import io
import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import duckdb
import icalendar
import networkx
import pytest
import rispy
from litestar import Litestar
from litestar.testing import TestClient

from rayzan.cli.exporting import export_rows
from rayzan.dossier.about import counterparts
from rayzan.dossier.columns import LISTS
from rayzan.dossier.listing import rows
from rayzan.dossier.store import open_dossier
from rayzan.errors import ExportError
from rayzan.export.forms import forms
from rayzan.export.ics import days_of, ics
from rayzan.web import address

Client = TestClient[Litestar]


def of(filled: Path, kind: str, where: dict[str, str] = {}) -> list[dict[str, Any]]:
    with open_dossier(filled) as store:
        return rows(store, kind, where)


@pytest.mark.parametrize("kind", LISTS)
def test_parquet_read_by_duckdb_is_the_view(client: Client, filled: Path, kind: str, tmp_path: Path) -> None:
    got = client.get(f"/export/{address.PAGES[kind]}.parquet")
    found = of(filled, kind)
    path = tmp_path / "rows.parquet"
    path.write_bytes(got.content)
    table = duckdb.sql(f"SELECT * FROM '{path}'")
    assert table.columns == list(LISTS[kind].columns)
    assert [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()] == found
    assert got.headers["X-Rows"] == str(len(found))
    told = duckdb.sql(f"SELECT decode(value) FROM parquet_kv_metadata('{path}') WHERE decode(key) = 'rayzan'").fetchall()
    assert told == [(f"rayzan: {len(found)} rows",)]


def test_a_narrowed_file_says_by_what(client: Client, filled: Path, tmp_path: Path) -> None:
    speaker = next(r["speaker"] for r in of(filled, "statement") if r["speaker"])
    got = client.get("/export/statements.parquet", params={"speaker": speaker})
    found = of(filled, "statement", {"speaker": speaker})
    assert 0 < len(found) < len(of(filled, "statement"))
    assert (got.headers["X-Rows"], got.headers["X-Filters"]) == (str(len(found)), f"speaker={quote(speaker)}")


@pytest.mark.parametrize("kind", ["statement", "event", "commitment", "report"])
def test_citations_read_by_rispy_are_the_view(client: Client, filled: Path, kind: str) -> None:
    told = rispy.loads(client.get(f"/export/{address.PAGES[kind]}.ris").content.decode())
    found = of(filled, kind)
    assert found and len(told) == len(found)
    for entry, row in zip(told, found, strict=True):
        assert entry["type_of_reference"] == "NEWS"
        assert entry["id"] == row["key" if kind != "report" else "id"]
        assert entry.get("year", "") == (row["published"] or "")[:4] and entry.get("secondary_title") == row["outlet"]
        if kind != "report":
            assert entry["abstract"] == " ".join(row["words"].split())
            assert (entry["start_page"], entry["end_page"], entry["accession_number"]) == (str(row["start"]), str(row["end"]), row["report"])


@pytest.mark.parametrize(("kind", "field"), [("event", "when"), ("commitment", "due")])
def test_a_calendar_read_by_icalendar_is_the_view(client: Client, filled: Path, kind: str, field: str) -> None:
    got = client.get(f"/export/{address.PAGES[kind]}.ics")
    assert all(len(line) <= 75 for line in got.content.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(got.content)
    dated = [r for r in of(filled, kind) if r[field]]
    entries = calendar.walk("VEVENT")
    assert len(entries) == len(dated) == int(got.headers["X-Rows"])
    assert int(got.headers["X-Left-Off"]) == len(of(filled, kind)) - len(dated)
    for entry, row in zip(entries, dated, strict=True):
        first, last = days_of(row) or (None, None)
        assert entry["UID"] == f"{row['key']}@rayzan" and entry.decoded("DTSTART") == first
        assert entry.decoded("DTEND") - timedelta(days=1) == last and row["words"] in str(entry["DESCRIPTION"])
        if len(row[field]) == 10:
            assert last == date.fromisoformat(row[field])


def test_a_calendar_keeps_every_character_and_stands_for_open_values() -> None:
    row = {
        "key": "a:e1", "type": "meeting", "who": "x", "whom": "", "when": "2024-12", "where": "وین, اتریش", "status": "planned", "published": "2024-11",
        "words": "«نشست» با حضور؛ دو وزیر, و\nدیگران \\ 😀 " * 4, "outlet": None, "report": "a", "start": 0, "end": 4,
    }  # fmt: skip
    content, held = ics([row, {**row, "key": "a:e2", "when": None}], {"x": {"name_fa": "آریا", "name_en": "Aria"}}, "3 rows; speaker=x")
    calendar = icalendar.Calendar.from_ical(content)
    (entry,) = calendar.walk("VEVENT")
    assert held == 1 and row["words"] in str(entry["DESCRIPTION"]) and str(entry["LOCATION"]) == row["where"]
    assert (entry.decoded("DTSTART"), entry.decoded("DTEND")) == (date(2024, 12, 1), date(2025, 1, 1)) and entry["STATUS"] == "TENTATIVE"
    assert str(entry["SUMMARY"]) == "meeting: آریا" and str(calendar["X-WR-CALDESC"]).replace("\\;", ";") == "3 rows; speaker=x"


def test_the_graph_read_by_networkx_is_the_page(client: Client, filled: Path) -> None:
    with open_dossier(filled) as store:
        every = counterparts(store)
        centre = next(iter(every))[0]
        around = counterparts(store, centre)
    for query, pairs in (("", every), (f"?actor={quote(centre)}", around)):
        got = client.get(f"/export/graph.gexf{query}")
        graph = networkx.read_gexf(io.BytesIO(got.content), version="1.3") if "1.3" in networkx.readwrite.gexf.GEXF.versions else _as_1_2(got.content)
        assert {frozenset(e): w for *e, w in graph.edges(data="weight")} == {frozenset(p): n for p, n in pairs.items()}
        assert set(graph) == {id for p in pairs for id in p} and all(d["label"] for _, d in graph.nodes(data=True))
        assert got.headers["X-Rows"] == str(len(pairs))


def _as_1_2(content: bytes) -> Any:
    """networkx reads 1.2 only; what is used here is spelled the same in both."""
    return networkx.read_gexf(io.BytesIO(content.replace(b"http://gexf.net/1.3", b"http://www.gexf.net/1.2draft").replace(b'version="1.3"', b'version="1.2"')))


@pytest.mark.parametrize("kind", ["actor", "event", "report"])
def test_entities_are_of_the_model_and_are_the_view(client: Client, filled: Path, kind: str) -> None:
    found = of(filled, kind)
    told = [json.loads(line) for line in client.get(f"/export/{address.PAGES[kind]}.ftm").content.splitlines()]
    by_id = {e["id"]: e for e in told}
    assert len(by_id) == len(told)
    schema = {"actor": {"Person", "Organization", "PublicBody", "LegalEntity"}, "event": {"Event"}, "report": {"Article"}}[kind]
    own = [e for e in told if e["schema"] in schema]
    assert len(own) == len(found)
    for e in told:
        assert all(v and all(isinstance(x, str) for x in v) for v in e["properties"].values())
        for name in ("involved", "proof"):
            assert all(id in by_id for id in e["properties"].get(name, ()))
    if kind == "event":
        for e, row in zip(own, found, strict=True):
            assert e["properties"]["recordId"] == [row["key"]] and e["properties"]["summary"] == [row["words"]]
            assert len(e["properties"].get("involved", ())) == len({*(row["who"] or "").split(), *(row["whom"] or "").split()})


def test_a_report_is_cited_by_what_it_says_and_not_by_its_date(client: Client) -> None:
    cited = [r["title"] for r in rispy.loads(client.get("/export/reports.ris").content.decode())]
    named = [json.loads(line)["properties"]["name"][0] for line in client.get("/export/reports.ftm").content.splitlines()]
    assert [" ".join(title.split()) for title in cited] == named
    assert not any(re.match(r"(date )?[\d۰-۹/-]{4}", title) for title in named)


@pytest.mark.parametrize("kind", ["actor", "event", "report"])
def test_the_model_itself_takes_every_property(client: Client, kind: str) -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed (it compiles ICU): pip install followthemoney, or .ci/run")
    for line in client.get(f"/export/{address.PAGES[kind]}.ftm").content.splitlines():
        told = json.loads(line)
        entity = ftm.model.get_proxy(told, cleaned=False)
        entity.schema.validate(told)
        taken = {p: set(v) for p, v in entity.to_dict()["properties"].items()}
        assert taken == {p: {x.replace("\u200c", "") for x in v} for p, v in told["properties"].items()}  # the model drops half-spaces as it reads


def test_the_command_line_writes_the_same_bytes(client: Client, filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for kind in (*LISTS, "graph"):
        for form in forms(kind):
            out = tmp_path / f"{kind}.{form}"
            assert export_rows(str(filled), kind, form, [], out, False) == 0
            assert out.read_bytes() == client.get(f"/export/{address.PAGES.get(kind, kind)}.{form}").content
    assert "give no day and are left off" in capsys.readouterr().err


@pytest.mark.parametrize(("kind", "form", "where"), [("figure", "ics", []), ("meal", "csv", []), ("event", "csv", ["lavrov"])])
def test_what_cannot_be_written_is_told(filled: Path, kind: str, form: str, where: list[str]) -> None:
    with pytest.raises(ExportError, match="there are|give field=value"):
        export_rows(str(filled), kind, form, where, None, False)


def test_lists_offer_only_forms_that_open(client: Client) -> None:
    for kind, page in address.PAGES.items():
        text = client.get(f"/{page}").text
        links = re.findall(r'href="(/export/[^"]+)"', text)
        if 'class="empty"' in text:
            assert not links, "nothing to export"
            continue
        assert {li.split(".", 1)[1].partition("?")[0] for li in links} == set(forms(kind))
        assert all(client.get(li.replace("&amp;", "&")).status_code == 200 for li in links)
