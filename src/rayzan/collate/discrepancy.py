"""All discrepancies over a set of reports."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rayzan.collate import assessing, figuring, happening, heading, membership, naming, regress, spelling, subject, wording
from rayzan.collate.copies import Copy
from rayzan.collate.disagreement import Discrepancy
from rayzan.collate.occasion import Occasion
from rayzan.collate.story import Story
from rayzan.collate.told import Told


def discrepancies(
    every: Sequence[Told],
    keys: Mapping[str, Mapping[str, str]],
    occasions: Sequence[Occasion],
    stories: Iterable[Story],
    copies: Iterable[Copy] = (),
) -> list[Discrepancy]:
    """Where the reports tell one thing differently, by report, place and kind. Figures, subjects, wording and days are compared within a
    story; names, states and assessments across all."""
    by_id = {t.id: t for t in every}
    grouped = list(stories)
    story_of = {id: s.id for s in grouped for id in s.reports}
    found = [
        *_within(by_id, grouped, {frozenset((c.first, c.copy)) for c in copies}),
        *happening.disagreements(by_id, occasions, story_of),
        *_across(every, keys, by_id, occasions, story_of),
    ]
    once = {d.id: d for d in found}
    return sorted(once.values(), key=lambda d: (d.a, d.b, d.kind, d.id))


def _within(by_id: Mapping[str, Told], stories: Iterable[Story], copied: set[frozenset[str]]) -> Iterator[Discrepancy]:
    for story in stories:
        group = [by_id[id] for id in story.reports]
        for one, other in combinations(group, 2):
            yield from figuring.disagreements(one, other)
            yield from subject.disagreements(one, other)
            yield from wording.disagreements(one, other)
            if {one.id, other.id} not in copied:
                yield from wording.attributions(one, other)
        yield from spelling.disagreements(group)
        for told in group:
            yield from heading.disagreements(told)


def _across(
    every: Sequence[Told],
    keys: Mapping[str, Mapping[str, str]],
    by_id: Mapping[str, Told],
    occasions: Sequence[Occasion],
    story_of: Mapping[str, str],
) -> Iterator[Discrepancy]:
    yield from naming.instrument_names(every, keys, story_of)
    yield from naming.body_names(every)
    yield from naming.loaded_names(by_id, occasions)
    yield from regress.disagreements(regress.stands(every, keys))
    yield from membership.disagreements(every)
    yield from assessing.disagreements([a for t in every for a in assessing.assessments(t)])
