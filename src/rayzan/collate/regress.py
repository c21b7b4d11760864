"""Where an instrument is said to stand: a later report that says less, and states that can't both hold."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from rayzan.collate.disagreement import CONTRADICTION, NOTE, Discrepancy, differ
from rayzan.collate.told import Days, Place, Told, days, overlap, rank, told_on
from rayzan.lang.fa.language import persian
from rayzan.lang.fa.verbs import Tense
from rayzan.record import Commitment, Instrument

# How far an instrument has come; those that end it stand outside.
STAGE = {
    "proposed": 0, "mandated": 0, "negotiating": 1, "agreed": 2, "initialled": 3, "signed": 4, "ratified": 5, "in_force": 6, "implementing": 6,
}  # fmt: skip
OVER = frozenset({"terminated", "replaced"})
TIME = 30  # days within which an instrument can't both be over and go on


class Stand(msgspec.Struct, frozen=True):
    """One report's word on where an instrument stands. `of`: the days the report may be of; `when`: of the state, if told."""

    key: str
    state: str
    place: Place
    claimed_by: str | None
    when: Days | None
    of: Days | None
    flags: tuple[str, ...]
    parties: int = 0


def stands(every: Sequence[Told], keys: Mapping[str, Mapping[str, str]]) -> dict[str, list[Stand]]:
    """For each instrument all that is said of its state, in the order of the reports."""
    out: dict[str, list[Stand]] = {}
    for told in sorted(every, key=rank):
        for i in told.record.instruments:
            for s in sorted(i.states, key=lambda s: s.evidence.start):
                key = keys[told.id][i.key]
                out.setdefault(key, []).append(
                    Stand(key, s.state, Place.of(told.id, s.evidence), s.claimed_by, days(s.when), told_on(told), s.flags, len(i.parties))
                )
            for c in _mandates(told, i):
                key = keys[told.id][i.key]
                out.setdefault(key, []).append(Stand(key, "mandated", Place.of(told.id, c.evidence), c.claimed_by, None, told_on(told), ()))
    return out


def _mandates(told: Told, i: Instrument) -> Iterator[Commitment]:
    """Mandates to work on an instrument: «وزرای خارجه را مکلف کردند متن پیمان را آماده کنند», where no state tells of them already."""
    for c in told.record.commitments:
        named = any(m.start < c.evidence.end and c.evidence.start < m.end for m in i.mentions)
        if c.kind == "mandate" and named and not any(s.evidence.overlaps(c.evidence) for s in i.states):
            yield c


def disagreements(said: Mapping[str, Sequence[Stand]]) -> Iterator[Discrepancy]:
    """Later reports that place an instrument behind where an earlier one had it, and those that contradict each other."""
    for key, rows in sorted(said.items()):
        firm = [r for r in rows if not r.flags and r.of]
        told: set[tuple[str, str]] = set()
        furthest: Stand | None = None
        for r in firm:
            if r.state in STAGE:
                if (
                    furthest
                    and _later(furthest, r)
                    and STAGE[r.state] < STAGE[furthest.state]
                    and r.when is None
                    and _finite(r)
                    and (r.place.report, r.state) not in told
                ):
                    told.add((r.place.report, r.state))
                    yield differ(
                        "state", NOTE, furthest.place, r.place, key,
                        f"{furthest.state} in an earlier report, {r.state} in a later one: it says less and contradicts nothing",
                        "گزارش پسین کمتر می‌گوید و چیزی را نقض نمی‌کند",
                    )  # fmt: skip
                if furthest is None or STAGE[r.state] >= STAGE[furthest.state]:
                    furthest = r
        yield from _contradictions(key, firm)
        yield from _dates(key, firm)


def _later(a: Stand, b: Stand) -> bool:
    return bool(a.of and b.of and a.of[1] < b.of[0])


def _finite(r: Stand) -> bool:
    """Whether a state is told as one that holds («حاصل شده است»), not named («امضای توافق») nor told as past («امضا کرد»)."""
    keys = persian().keys(r.place.text)
    return any(g.form.tense in (Tense.PERFECT, Tense.PRESENT) for g in persian().verbs.groups(keys, 0, len(keys)))


def _contradictions(key: str, rows: Sequence[Stand]) -> Iterator[Discrepancy]:
    """Over in one report, in force in another of the same time: the first pair of them. Of more than two parties one may leave and the rest stay."""
    for a in rows:
        for b in rows:
            if (
                a.state in OVER
                and a.parties == 2
                and b.state in ("in_force", "implementing")
                and a.place.report != b.place.report
                and a.of
                and b.of
                and overlap(a.of, b.of, TIME)
            ):
                yield differ(
                    "state",
                    CONTRADICTION,
                    a.place,
                    b.place,
                    key,
                    f"{a.state} in one report, {b.state} in another of the same time",
                    "در یک گزارش پایان‌یافته و در دیگری برقرار است",
                )
                return


def _dates(key: str, rows: Sequence[Stand]) -> Iterator[Discrepancy]:
    """One state with two days that exclude each other, once for each state."""
    for state in ("signed", "in_force", "terminated"):
        dated = [r for r in rows if r.state == state and r.when]
        for a, b in ((a, b) for n, a in enumerate(dated) for b in dated[n + 1 :]):
            assert a.when and b.when
            if not overlap(a.when, b.when) and a.place.report != b.place.report:
                yield differ(
                    "date",
                    CONTRADICTION,
                    a.place,
                    b.place,
                    key,
                    f"{state} {a.when[0]} in one report, {b.when[0]} in the other",
                    "دو تاریخ برای یک رویداد",
                )
                break
