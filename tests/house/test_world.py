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
        if holding.split(world, h.office)[0] is None and h.office not in world.titles
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
        owner, title, _ = holding.split(world, office)
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
