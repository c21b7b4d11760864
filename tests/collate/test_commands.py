"""The commands over a dossier of the samples: what they print, what they refuse, judgements that last."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rayzan.cli import collating
from rayzan.collate.told import Told
from rayzan.dossier.store import open_dossier
from rayzan.errors import RayzanError


@pytest.fixture
def dossier(samples: list[Told], tmp_path: Path) -> str:
    path = str(tmp_path / "samples.dossier")
    with open_dossier(path) as store:
        run = store.begin_run("test", "pack")
        for report, record in samples:
            store.add(report, record, run)
        store.end_run(run)
    return path


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_stories_as_json_lines(dossier: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert collating.list_stories(dossier, "jsonl", False) == 0
    rows = lines(capsys)
    assert [r["story"] for r in rows] == ["s01-transit-proposal", "s03-two-presidents", "s05-signing"]
    assert all(r["reasons"] and r["originals"] and len(r["reports"]) == 2 for r in rows)  # type: ignore[arg-type]


def test_discrepancies_as_json_lines_point_at_the_words(dossier: str, samples: list[Told], capsys: pytest.CaptureFixture[str]) -> None:
    collating.list_discrepancies(dossier, "jsonl", None, False)
    texts = {t.id: t.text for t in samples}
    rows = lines(capsys)
    assert len(rows) == 3
    for row in rows:
        for side in (row["a"], row["b"]):
            span = side["span"]  # type: ignore[index]
            assert texts[side["report"]][span["start"] : span["end"]] == span["text"]  # type: ignore[index]
        assert row["en"] and row["fa"]


def test_why_tells_reasons_with_weights(dossier: str, capsys: pytest.CaptureFixture[str]) -> None:
    collating.explain_story(dossier, "s02-transit-copy", "text")
    told = capsys.readouterr().out
    assert "copy: shortened" in told and "1 original:" in told
    with pytest.raises(RayzanError, match="no story"):
        collating.explain_story(dossier, "s99", "text")


def test_timelines_print_and_refuse(dossier: str, capsys: pytest.CaptureFixture[str]) -> None:
    collating.show_timeline(dossier, "instrument", ["transit-pact"], "2024-12-31", None, "jsonl")
    assert [s["what"] for s in lines(capsys) if s["note"] is None] == ["proposed", "mandated", "negotiating", "signed"]
    collating.show_timeline(dossier, "relation", ["kavand", "daryasan"], None, None, "jsonl")
    assert any(s["about"] == "delavarzad mowjara" for s in lines(capsys))
    collating.show_timeline(dossier, "actor", ["niksoroud"], None, None, "jsonl")
    assert all(s["claimed_by"] == ["niksoroud"] for s in lines(capsys))
    with pytest.raises(RayzanError, match="instrument KEY"):
        collating.show_timeline(dossier, "relation", ["kavand"], None, None, "text")
    with pytest.raises(RayzanError, match="no date"):
        collating.show_timeline(dossier, "actor", ["niksoroud"], "yesterday", None, "text")


def test_a_judgement_is_shown_survives_reading_again_and_is_undone(
    dossier: str, samples: list[Told], capsys: pytest.CaptureFixture[str]
) -> None:
    collating.record_judgement(dossier, "story", "s05-signing", "split", "a reader", ["s06-press-conference"], None)
    capsys.readouterr()
    with open_dossier(dossier) as store:  # a newer reading of everything
        run = store.begin_run("newer", "pack")
        for report, record in samples:
            store.add(report, record, run)
        store.end_run(run)
    collating.list_stories(dossier, "jsonl", False)
    assert "s05-signing" not in [r["story"] for r in lines(capsys)]
    collating.undo_judgement(dossier, 1, "another")
    capsys.readouterr()
    collating.list_stories(dossier, "jsonl", False)
    assert "s05-signing" in [r["story"] for r in lines(capsys)]
    collating.list_judgements(dossier, "jsonl")
    (kept,) = lines(capsys)
    assert (kept["who"], kept["undone_by"]) == ("a reader", "another") and kept["made"]


def test_judgements_on_what_there_is_not_are_refused(dossier: str) -> None:
    for kind, subject, verdict, values in (
        ("story", "s99", "accept", []), ("story", "s05-signing", "merge", ["s99"]), ("story", "s05-signing", "split", ["s01-transit-proposal"]),
        ("discrepancy", "d0", "explain", []), ("copy", "s01 s09", "reject", []),
    ):  # fmt: skip
        with pytest.raises(RayzanError):
            collating.record_judgement(dossier, kind, subject, verdict, "a reader", values, None)


def test_an_edited_fact_changes_what_is_shown_across(dossier: str, samples: list[Told], capsys: pytest.CaptureFixture[str]) -> None:
    with open_dossier(dossier, create=False) as store:
        ((key,),) = store.query(
            "SELECT f.key FROM figure f JOIN latest r ON r.number = f.report WHERE r.id = 's06-press-conference' AND f.unit = 'percent'"
        )
    collating.record_judgement(dossier, "figure", str(key), "edit", "a reader", ["value=25"], "misheard")
    capsys.readouterr()
    collating.list_discrepancies(dossier, "jsonl", "number", False)
    assert [r["about"] for r in lines(capsys)] == ["meeting"]


def test_the_command_line_knows_them() -> None:
    out = subprocess.run([sys.executable, "-m", "rayzan", "--help"], capture_output=True, text=True, check=True).stdout
    for name in ("stories", "why", "copies", "discrepancies", "timeline", "judge"):
        assert name in out
