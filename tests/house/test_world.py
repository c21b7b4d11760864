"""The lexicon of the world: ids unique, offices known, terms in order, no two in one seat."""

from collections import Counter
from datetime import date

import pytest

from rayzan.lexicon import load
from rayzan.lexicon.lexicon import DATA, Lexicon, open_lexicon
from rayzan.resolve import holding

ENVOYS = ("ambassador", "permanent-representative", "special-envoy")


@pytest.fixture(scope="module")
def world() -> Lexicon:
    return open_lexicon()


def test_ids_are_unique() -> None:
    rows = [(kind, entry.id) for path in load.files(DATA / "world") for kind, entry in load.entries(path)]  # type: ignore[attr-defined]
    assert [row for row, n in Counter(rows).items() if n > 1] == []


def test_offices_are_known(world: Lexicon) -> None:
    unknown = [
        (p.id, h.office)
        for p in world.persons.values()
        for h in p.held
        if world.split(h.office)[0] is None and h.office not in world.titles
    ]
    assert unknown == []


def test_terms_have_dates_in_order(world: Lexicon) -> None:
    for p in world.persons.values():
        for h in p.held:
            for day in (h.start, h.end):
                if day and len(day) == 10:
                    date.fromisoformat(day)
                assert day is None or "1945" <= day[:4] <= "2030", (p.id, h)
            assert not (h.start and h.end) or h.start[: len(h.end)] <= h.end[: len(h.start)], (p.id, h)


def test_no_two_hold_one_seat_at_once(world: Lexicon) -> None:
    wrong = []
    for office, rows in world.holders.items():
        owner, title, _ = world.split(office)
        if title in ENVOYS or (title in world.titles and not world.titles[title].single):
            continue
        terms = sorted(
            (p.held[at].start or "", p.held[at].end or "9999", p.id) for p, at in rows if not p.held[at].acting and not p.held[at].uncertain
        )
        for (_, end, one), (start, _, other) in zip(terms, terms[1:], strict=False):
            size = min(len(end), len(start))
            if one != other and start[:size] < end[:size]:
                wrong.append((office, one, end, other, start))
    assert wrong == []


# Offices told without a gap from the middle of 2003 on, and the months that are stated gaps: the seat was empty, abolished or not yet made.
CORE = ("iran", "russia", "usa", "china", "uk", "france", "germany", "iraq", "turkey", "pakistan", "azerbaijan", "armenia", "turkmenistan")
GULF = ("saudi-arabia", "uae", "qatar", "kuwait", "oman", "bahrain")
SEATS = ("president", "prime-minister", "chancellor", "king", "emir", "sultan", "foreign-minister")
BODIES = ("un-secretary-general", "iaea-director-general", "eu-high-representative", "eu-commission-president", "nato-secretary-general")
STATED = {
    "iran-king": (("2003-07", "2025-12"),), "iran-prime-minister": (("2003-07", "2025-12"),), "turkey-prime-minister": (("2018-07", "2025-12"),),
    "germany-president": (("2003-07", "2004-06"), ("2010-06", "2010-06")),
    "iraq-president": (("2003-07", "2004-05"),), "iraq-prime-minister": (("2003-07", "2004-05"),),
    "iraq-foreign-minister": (("2003-07", "2003-08"), ("2014-08", "2014-08"), ("2020-05", "2020-05")),
    "pakistan-foreign-minister": (("2007-11", "2008-03"), ("2011-02", "2011-07"), ("2013-03", "2017-08"), ("2018-05", "2018-08")),
    "azerbaijan-prime-minister": (("2003-07", "2003-07"),),
    "armenia-president": (("2022-02", "2022-02"),), "armenia-foreign-minister": (("2021-06", "2021-07"),),
}  # fmt: skip


def test_core_offices_have_no_unstated_gap(world: Lexicon) -> None:
    offices = [f"{s}-{t}" for s in (*CORE, *GULF) for t in SEATS] + list(BODIES)
    unstated = []
    for office in (o for o in offices if o in world.holders):
        empty = [f"{y}-{m:02d}" for y in range(2003, 2026) for m in range(1 if y > 2003 else 7, 13) if not _filled(world, office, y, m)]
        unstated += [(office, m) for m in empty if not any(first <= m <= last for first, last in STATED.get(office, ()))]
    assert unstated == []


def _filled(world: Lexicon, office: str, year: int, month: int) -> bool:
    """Whether anybody may have held the office on some day of the month."""
    return bool(holding.holders(world, office, f"{year}-{month:02d}-15") or holding.holders(world, office, f"{year}-{month:02d}-28"))
