"""A state told as member of a body here and as a party to an agreement with that body there."""

from collections.abc import Iterator, Sequence

from rayzan.collate.disagreement import VARIANCE, Discrepancy, differ
from rayzan.collate.matter import parties
from rayzan.collate.told import Place, Told, rank
from rayzan.collate.views import lacks, place, view, words

PACTS = frozenset({"agreement", "treaty", "memorandum"})
FAR = 4  # words between «عضویت» and the body


def memberships(told: Told) -> Iterator[tuple[str, str, Place]]:
    """(state, body, place) of each membership that a report's speakers tell as their state's own or by its name."""
    if lacks(told, "membership"):
        return
    v, member = view(told), words("membership")
    for s in v.sentences:
        for at in range(s.first, s.last):
            if not member.at(v.keys, at, s.last):
                continue
            bodies = [(i, id) for i, id in parties(told, v, at, min(s.last, at + FAR), ("body",))]
            start = v.words[at].start
            inside = [x for x in told.record.statements if x.content.start <= start < x.content.end and x.speaker]
            own = told.state(min(inside, key=lambda x: x.content.end - x.content.start).speaker or "") if inside else None
            named = [id for _, id in parties(told, v, s.first, s.last, ("state",))]
            state = named[0] if named else own
            if bodies and state:
                first, body = bodies[0]
                last = next((i for i in range(first, s.last) if v.words[i].end >= _end(told, body, v.words[first].start)), first) + 1
                yield state, body, place(told, v, at, last)


def _end(told: Told, body: str, start: int) -> int:
    found = told.actor(body)
    return next((m.end for m in found.mentions if m.start <= start < m.end), start) if found else start


def disagreements(every: Sequence[Told]) -> Iterator[Discrepancy]:
    """Memberships beside agreements of the same state with the same body in another report."""
    treaties: dict[tuple[str, str], list[Place]] = {}
    for told in sorted(every, key=rank):
        for i in told.record.instruments:
            for state in i.parties:
                for body in i.parties:
                    if (x := told.actor(body)) and x.type == "body" and i.mentions and len(i.parties) == 2 and i.kind in PACTS:
                        treaties.setdefault((state, body), []).append(Place.of(told.id, i.mentions[0]))
    seen: set[tuple[str, str, str]] = set()
    for told in sorted(every, key=rank):
        for state, body, where in memberships(told):
            other = next((p for p in treaties.get((state, body), ()) if p.report != told.id), None)
            if other and (told.id, state, body) not in seen:
                seen.add((told.id, state, body))
                yield differ(
                    "membership", VARIANCE, where, other, f"{state} {body}", f"membership of {body} in one report, an agreement with it in the other",
                    "در یک گزارش سخن از عضویت است و در دیگری از موافقت‌نامه با همان نهاد",
                )  # fmt: skip
