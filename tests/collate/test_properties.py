"""What must hold whatever the reports: order of arrival, reading twice, growing step by step, judgements that undo each other."""

from random import Random
from typing import Any, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rayzan.collate.collation import Collation, collate
from rayzan.collate.judgement import groups_as_judged
from rayzan.collate.told import Told

SLOW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


class Decision(NamedTuple):
    kind: str
    subject: str
    verdict: str
    value: Any = None
    note: str | None = None
    who: str = "a reader"


def parts(c: Collation) -> set[frozenset[str]]:
    return {frozenset(s.reports) for s in c.stories}


@SLOW
@given(seed=st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_change_the_outcome(samples: list[Told], seed: Random) -> None:
    shuffled = list(samples)
    seed.shuffle(shuffled)
    assert collate(shuffled) == collate(samples)


def test_collating_again_gives_the_same(samples: list[Told]) -> None:
    assert collate(samples) == collate(list(samples))


@SLOW
@given(seed=st.randoms(use_true_random=False), size=st.integers(1, 13))
def test_a_new_report_joins_or_opens(samples: list[Told], seed: Random, size: int) -> None:
    """The stories of some reports are those of all, cut down to them: no further report parts two that were together."""
    some = seed.sample(samples, size)
    ids = {t.id for t in some}
    assert parts(collate(some)) == {p & ids for p in parts(collate(samples)) if p & ids}


IDS = tuple("abcdefg")


@st.composite
def partitions(draw: st.DrawFn) -> list[list[str]]:
    groups: dict[int, list[str]] = {}
    for id in IDS:
        groups.setdefault(draw(st.integers(0, 3)), []).append(id)
    return list(groups.values())


def as_sets(groups: list[list[str]]) -> set[frozenset[str]]:
    return {frozenset(g) for g in groups}


@given(partitions(), st.sampled_from(IDS), st.sampled_from(IDS))
def test_split_undoes_merge(groups: list[list[str]], one: str, other: str) -> None:
    parted = next(g for g in groups if other in g)
    if one in parted:
        return
    said = [Decision("story", one, "merge", other), Decision("story", one, "split", parted)]
    assert as_sets(groups_as_judged(groups, said)[0]) == as_sets(groups)


@given(
    partitions(),
    st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(("merge", "split", "reject", "accept")), st.sampled_from(IDS)), max_size=6),
)
def test_judgements_keep_each_report_in_one_story(groups: list[list[str]], said: list[tuple[str, str, str]]) -> None:
    decisions = [Decision("story", s, v, [x] if v == "split" else x) for s, v, x in said]
    after = groups_as_judged(groups, decisions)[0]
    assert sorted(r for g in after for r in g) == sorted(IDS)
    assert all(after)


def test_a_judgement_on_what_is_gone_changes_nothing(samples: list[Told]) -> None:
    said = [Decision("story", "no-such", "merge", "s01-transit-proposal"), Decision("discrepancy", "d0", "reject")]
    assert collate(samples, said) == collate(samples)


def test_judgements_on_discrepancies_show_and_leave_the_records(samples: list[Told]) -> None:
    one, other, *_ = collate(samples).discrepancies
    said = [Decision("discrepancy", one.id, "explain", note="counted differently"), Decision("discrepancy", other.id, "reject")]
    judged = {d.id: d for d in collate(samples, said).discrepancies}
    assert judged[one.id].verdict == "explained" and judged[one.id].note == "counted differently"
    assert other.id not in judged


def test_a_merge_by_hand_is_told_as_its_reason(samples: list[Told]) -> None:
    c = collate(samples, [Decision("story", "s07-speech", "merge", "s09-phone")])
    story = next(s for s in c.stories if "s07-speech" in s.reports)
    assert set(story.reports) == {"s07-speech", "s09-phone"}
    assert [r.kind for m in story.merges for r in m.reasons] == ["judged"]
