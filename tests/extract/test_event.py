"""Event cases: each sentence gives what its file says, and nothing else."""

import pytest
from tests.conftest import ROOT, cases

from rayzan.extract.draft import Draft
from rayzan.reading import Reader
from rayzan.text.report import Report

CASES = list(cases(ROOT / "tests" / "cases" / "fa" / "event.txt"))


def given(draft: Draft) -> list[tuple[str, str]]:
    """What was found, as the case file writes it."""
    return [
        ("event", " | ".join((e.type, " ".join(e.who) or "-", " ".join(e.whom) or "-", e.when or "-", e.where or "-", e.status)))
        for e in draft.events
    ]


@pytest.mark.parametrize(("sentence", "wanted"), CASES, ids=range(1, len(CASES) + 1))
def test_case(the_reader: Reader, sentence: str, wanted: list[tuple[str, str]]) -> None:
    assert given(the_reader.draft(Report("case", sentence.replace(" ⏎ ", "\n"), published="2025-12-17"))) == wanted


def test_told_twice_is_once(the_reader: Reader) -> None:
    """Headline, lead and body tell one meeting."""
    told = "«سامان رادمهر» وزیر خارجه لهستان با «یوناس کلبرگ» وزیر خارجه سوئد دیدار کرد."
    draft = the_reader.draft(Report("twice", f"{told}\n{told}\nدیدار رادمهر و کلبرگ یک ساعت بود.", published="2025-12-17"))
    assert [e.type for e in draft.events] == ["meeting"]


def test_plover_is_of_the_manual(the_reader: Reader) -> None:
    """Every code is one of PLOVER's types, with a mode of that type."""
    for sentence, _ in CASES:
        for e in the_reader.draft(Report("plover", sentence, published="2025-12-17")).events:
            type, mode, contexts = e.plover
            assert type in MODES and (mode is None or mode in MODES[type]), e
            assert set(contexts) <= CONTEXTS


MODES = {
    "AGREE": (), "CONSULT": ("visit", "third-party", "multilateral", "phone"), "SUPPORT": (), "CONCEDE": (), "COOPERATE": (), "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"), "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"), "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"), "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": ("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack", "aerial",
        "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip
CONTEXTS = frozenset(
    [
        "asylum", "cbrn", "corruption", "crime", "cyber", "diplomatic", "disasters", "economic", "election", "environment",
        "executive", "gender", "health", "human_rights", "human_security", "illegal_drugs", "inequality", "intelligence", "legal",
        "legislative", "lgbt", "migration", "military", "misinformation", "natural_resource", "peacekeeping",
        "political_institutions", "pro_autocracy", "pro_democracy", "religion_ethnicity", "reparations", "repression",
        "rights_freedoms", "technology", "territory", "terrorism", "trafficking",
    ]
)  # fmt: skip
