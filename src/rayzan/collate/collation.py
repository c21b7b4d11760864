"""All that spans reports, from their records: pure, rebuilt at will, the same whatever order the reports came in."""

from collections.abc import Iterable, Mapping

import msgspec

from rayzan.collate.copies import Copy, Source, copies
from rayzan.collate.corroboration import corroborations, originals
from rayzan.collate.disagreement import Corroboration, Discrepancy
from rayzan.collate.discrepancy import discrepancies
from rayzan.collate.identity import shared_keys
from rayzan.collate.judgement import Judgement, as_judged, copies_as_judged, groups_as_judged
from rayzan.collate.occasion import Occasion, happenings, occasions
from rayzan.collate.relation import Relation, relations
from rayzan.collate.story import Story, credits, grouped, stories
from rayzan.collate.told import Told


class Collation(msgspec.Struct, frozen=True):
    """What holds across a set of reports. `keys`: for each report its instruments' keys and what they are called across all."""

    keys: dict[str, dict[str, str]]
    copies: tuple[Copy, ...]
    occasions: tuple[Occasion, ...]
    stories: tuple[Story, ...]
    discrepancies: tuple[Discrepancy, ...]
    corroborations: tuple[Corroboration, ...]
    relations: tuple[Relation, ...]

    def story_days(self) -> dict[str, str]:
        """The day of each report's story, for those that have one."""
        return {id: s.day for s in self.stories if s.day for id in s.reports}


def collate(told: Iterable[Told], judgements: Iterable[Judgement] = ()) -> Collation:
    """The collation of a set of reports, as judged; an id may stand in it once."""
    every = sorted(told, key=lambda t: t.id)
    by_id = {t.id: t for t in every}
    said = list(judgements)
    keys = shared_keys(every)
    copied = copies_as_judged(copies(source(t) for t in every), said)
    found = occasions({t.id: happenings(t, keys[t.id]) for t in every})
    settled = stories_as_judged(stories(every, found, copied), by_id, copied, said)
    count = originals(by_id, copied, settled)
    return Collation(
        keys, tuple(copied), tuple(found), tuple(settled),
        tuple(as_judged(discrepancies(every, keys, found, settled, copied), "discrepancy", said)),
        tuple(as_judged(corroborations(every, keys, found, settled, count), "corroboration", said)),
        tuple(relations(every, keys)),
    )  # fmt: skip


def stories_as_judged(
    found: Iterable[Story], by_id: Mapping[str, Told], copied: Iterable[Copy], judgements: Iterable[Judgement]
) -> list[Story]:
    """Stories after judgements; a story keeps the merges among the reports that it has left."""
    rows = list(found)
    groups, made = groups_as_judged((s.reports for s in rows), judgements)
    merges = {(m.a, m.b): m for m in (*(m for s in rows for m in s.merges), *made)}
    return grouped(groups, by_id, merges, copied)


def source(told: Told) -> Source:
    """What the search for copies asks of a report."""
    head = told.record.report
    return Source(head.id, told.text, head.published, head.outlet, credits(told))
