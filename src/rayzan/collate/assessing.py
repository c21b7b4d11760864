"""How a relationship fares in a field, as it is told: growing, going on, wanting; and bodies that it is said to matter with."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

import msgspec

from rayzan.collate.disagreement import VARIANCE, Discrepancy, differ
from rayzan.collate.matter import fields, parties
from rayzan.collate.told import Days, Place, Told, overlap, told_on
from rayzan.collate.views import clauses, has, lacks, place, view
from rayzan.text.view import View

FAINT = 1  # points of a word that tells a field where growth is told of it
TIME = 120  # days within which two assessments are of one time
RELATION = frozenset({"trade", "transport", "energy", "science", "culture", "tourism", "finance", "technology"})


class Assessment(msgspec.Struct, frozen=True):
    """One clause on how things stand between two states in some fields. `well`: growing or going on, not wanting or shrinking."""

    place: Place
    fields: tuple[str, ...]
    well: bool
    between: frozenset[str]
    speaker: str | None
    of: Days | None


def pair_of(told: Told) -> frozenset[str]:
    """The two states that a report is mostly about, persons counted for theirs; empty where it is about one or many alike."""
    count: Counter[str] = Counter()
    for id, a in told.record.actors.items():
        state = told.state(id)
        if state and a.type in ("state", "person"):
            count[state] += len(a.mentions)
    ranked = count.most_common()
    if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] * 2 > ranked[1][1]):
        return frozenset()
    return frozenset(state for state, _ in ranked[:2])


def assessments(told: Told) -> list[Assessment]:
    """What a report tells of how two states' relations fare; wishes and plans left out."""
    between = pair_of(told)
    if not between or lacks(told, "both", "ties"):
        return []
    v, out = view(told), []
    for s in v.sentences:
        about = has(v, "both", s.first, s.last) and has(v, "ties", s.first, s.last)
        if not about:
            continue
        for first, last in clauses(v, s):
            well = _well(v, first, last)
            if well is None:
                continue
            named = {f: at for f, at in fields(v, first, last, FAINT).items() if f in RELATION}
            others = {id for _, id in parties(told, v, first, last, ("state",))} - between
            if named and not others:
                where = place(told, v, first, last)
                out.append(
                    Assessment(where, tuple(sorted(named, key=lambda f: named[f])), well, between, _speaker(told, where), told_on(told))
                )
    return out


def _well(v: View, first: int, last: int) -> bool | None:
    """Whether a clause tells that something grows or goes on (True), is wanting or shrinks (False), or nothing of the kind (None)."""
    grows = has(v, "growth", first, last)
    if grows and has(v, "not_had", first, last):
        return False
    if has(v, "wish", first, last):
        return None
    if has(v, "decline", first, last):
        return False if has(v, "had", first, last) or has(v, "not_had", first, last) else None
    if has(v, "goes_on", first, last):
        return True
    if grows and (has(v, "had", first, last) or has(v, "notable", first, last)):
        return True
    if has(v, "ties", first, last) and has(v, "notable", first, last) and has(v, "had", first, last):
        return True
    return None


def _speaker(told: Told, where: Place) -> str | None:
    inside = [s for s in told.record.statements if s.content.start <= where.start < s.content.end]
    return min(inside, key=lambda s: s.content.end - s.content.start).speaker if inside else None


def disagreements(found: Sequence[Assessment]) -> Iterator[Discrepancy]:
    """One field of one relationship that fares well here and is wanting there; one pair of places for each two reports."""
    told: set[tuple[Place, str]] = set()
    poor, good = [a for a in found if not a.well], [a for a in found if a.well]
    ranked = sorted(product(poor, good), key=lambda p: (p[0].place, _rank(p[0], p[1]), p[1].place))
    for bad, well in ranked:
        if not set(bad.fields) & set(well.fields) or bad.between != well.between or (bad.place, well.place.report) in told:
            continue
        if bad.of and well.of and overlap(bad.of, well.of, TIME) and not bad.place.overlaps(well.place):
            told.add((bad.place, well.place.report))
            field = " ".join(f for f in bad.fields if f in well.fields)
            yield differ(
                "assessment",
                VARIANCE,
                well.place,
                bad.place,
                field,
                f"{field}: going well in one place, wanting in the other",
                "یک جا از پیشرفت همکاری می‌گوید و جای دیگر از کاستی آن",
            )


def _rank(bad: Assessment, well: Assessment) -> tuple[int, int]:
    """Which of several good words stands best against a bad one: of the field it names first, then of most fields."""
    shared = [f for f in bad.fields if f in well.fields]
    return (bad.fields.index(shared[0]) if shared else 99, -len(shared))


def agreed(found: Sequence[Assessment]) -> list[tuple[str, list[Assessment]]]:
    """Fields that several reports of one time tell to fare well between the same two states, or to be wanting."""
    rooms: dict[tuple[frozenset[str], str, bool], list[Assessment]] = {}
    for a in found:
        for f in a.fields:
            rooms.setdefault((a.between, f, a.well), []).append(a)
    out = []
    for (between, field, well), rows in rooms.items():
        near = _of_one_time(rows)
        if len({a.place.report for a in near}) > 1:
            out.append((f"{field} {'goes on or grows' if well else 'wanting'} {' '.join(sorted(between))}", near))
    return sorted(out, key=lambda r: r[0])


def _of_one_time(rows: Sequence[Assessment]) -> list[Assessment]:
    dated = [a for a in rows if a.of]
    return [a for a in dated if any(b.place.report != a.place.report and a.of and b.of and overlap(a.of, b.of, TIME) for b in dated)]


class Weight(msgspec.Struct, frozen=True):
    """A clause that says that dealings with a body matter."""

    place: Place
    body: str
    of: Days | None


def weights(told: Told) -> list[Weight]:
    """The bodies that a report's speakers call important to them: «رابطه با اتحادیه اقتصادی اوراسیا خیلی مهم است»."""
    if lacks(told, "matters", "dealings"):
        return []
    v, out = view(told), []
    for s in v.sentences:
        for first, last in clauses(v, s) if has(v, "matters", s.first, s.last) else ():
            if has(v, "matters", first, last) and has(v, "dealings", first, last):
                for _, id in dict.fromkeys(parties(told, v, first, last, ("body",))):
                    where = place(told, v, first, last)
                    if _speaker(told, where):
                        out.append(Weight(where, id, told_on(told)))
    return out
