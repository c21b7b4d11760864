"""The samples: what is planted in them is found, and nothing else."""

from pathlib import Path

import pytest
import yaml

from rayzan.collate import timeline
from rayzan.collate.collation import Collation, collate
from rayzan.collate.told import Told

GOLD = yaml.safe_load((Path(__file__).parents[2] / "samples/gold/cross.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def collation(samples: list[Told]) -> Collation:
    return collate(samples)


def test_stories_are_the_same_events(collation: Collation) -> None:
    told = sorted(sorted(s.reports) for s in collation.stories if len(s.reports) > 1)
    assert told == sorted(sorted(e["reports"]) for e in GOLD["same_event"])


def test_copies_are_the_planted_ones(collation: Collation) -> None:
    assert [(c.first, c.copy) for c in collation.copies] == [(c["first"], c["copy"]) for c in GOLD["copies"]]
    assert collation.copies[0].order == "credit"


def test_a_copy_adds_no_original(collation: Collation) -> None:
    by_first = {s.reports[0]: s.originals for s in collation.stories if len(s.reports) > 1}
    assert by_first == {"s01-transit-proposal": 1, "s03-two-presidents": 2, "s05-signing": 2}


def test_discrepancies_are_the_planted_ones(collation: Collation) -> None:
    def bare(text: str) -> str:
        return text.replace("\u200c", "")

    found = sorted((d.kind, *sorted((p.report, bare(p.text)) for p in (d.a, d.b))) for d in collation.discrepancies)
    assert found == sorted((d["kind"], *sorted((r, bare(t)) for r, t in (d["a"], d["b"]))) for d in GOLD["discrepancies"])


def test_timeline_of_the_pact(samples: list[Told], collation: Collation) -> None:
    (wanted,) = GOLD["timelines"]
    found = timeline.instrument(wanted["instrument"], samples, collation.keys, collation.story_days())
    told = [(s.what, p.report) for s in found.steps if s.note is None for p in s.evidence]
    states = {state for state, _ in wanted["states"]}
    assert [s for s in dict.fromkeys(what for what, _ in told) if s in states] == list(dict.fromkeys(s for s, _ in wanted["states"]))
    assert {(s, r) for s, r in wanted["states"]} <= set(told)
    assert found.gaps == ()


def test_as_of_a_day_before_the_ratification(samples: list[Told], collation: Collation) -> None:
    from datetime import date

    found = timeline.instrument("transit-pact", samples, collation.keys, collation.story_days(), date(2024, 12, 31))
    assert {s.what for s in found.steps} <= {"proposed", "mandated", "negotiating", "signed"}
    assert "signed" in {s.what for s in found.steps}
