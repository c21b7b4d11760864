"""Facts that several reports tell that are no copies of one another."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rayzan.collate import assessing, figuring, position, regress, subject
from rayzan.collate.cluster import clusters
from rayzan.collate.copies import Copy
from rayzan.collate.disagreement import Corroboration, agree
from rayzan.collate.identity import terms
from rayzan.collate.occasion import Occasion
from rayzan.collate.saying import told_twice
from rayzan.collate.story import Story, is_credited
from rayzan.collate.told import Days, Place, Told, overlap, told_on

TIME = 120  # days within which stands, subjects and weights are of one time
Count = Callable[[Iterable[str]], int]


def originals(by_id: Mapping[str, Told], copies: Iterable[Copy], stories: Iterable[Story]) -> Count:
    """How many independent originals stand behind some reports: copies and credited retellings count with what they are of."""
    pairs = [(1.0, c.first, c.copy) for c in copies if c.whole]
    for story in stories:
        group = [by_id[id] for id in story.reports]
        pairs += [(1.0, a.id, b.id) for a in group for b in group if a.id < b.id and is_credited(a, b)]
    root = {id: g[0] for g in clusters(by_id, pairs, lambda a, b: False, str) for id in g}
    return lambda ids: len({root[id] for id in ids})


def corroborations(
    every: Sequence[Told], keys: Mapping[str, Mapping[str, str]], occasions: Iterable[Occasion], stories: Sequence[Story], count: Count
) -> list[Corroboration]:
    """What at least two originals tell, by kind and subject."""
    by_id = {t.id: t for t in every}
    found = [
        *_events(occasions), *_states(every, keys), *_terms(every, keys), *_figures(by_id, stories), *_sayings(by_id, stories), *_assessments(every), *_weights(every),
        *_positions(every), *_subjects(every),
    ]  # fmt: skip
    out = []
    for kind, about, places, en, fa in found:
        n = count(p.report for p in places)
        if n > 1:
            out.append(agree(kind, about, sorted(set(places)), n, en, fa, by_words=kind in ("figure", "saying", "event")))
    once = {c.id: c for c in out}
    return sorted(once.values(), key=lambda c: (c.evidence[0], c.kind, c.about))


Found = tuple[str, str, list[Place], str, str]


def _events(occasions: Iterable[Occasion]) -> Iterator[Found]:
    for o in occasions:
        if o.status == "happened" and len(o.reports) > 1 and any(x.family != "state" for x in o.told):
            who = ", ".join((*o.who, *(f"→ {w}" for w in o.whom)))
            what = f"{o.type} of {who or o.instrument or '?'}" + (f", {o.when}" if o.when else "") + (f", {o.where}" if o.where else "")
            yield (
                "event",
                " ".join((o.type, *o.who, *o.whom, o.instrument or "")).strip(),
                [x.place for x in o.told],
                what,
                "یک رویداد در چند گزارش",
            )


def _states(every: Sequence[Told], keys: Mapping[str, Mapping[str, str]]) -> Iterator[Found]:
    for key, rows in sorted(regress.stands(every, keys).items()):
        for state in dict.fromkeys(r.state for r in rows):
            same = [r for r in rows if r.state == state and not r.flags]
            if len({r.place.report for r in same}) > 1:
                yield "state", f"{key} {state}", [r.place for r in same], f"{key}: {state}", "وضع یک سند در چند گزارش یکی است"


def _terms(every: Sequence[Told], keys: Mapping[str, Mapping[str, str]]) -> Iterator[Found]:
    """The years that an instrument is for."""
    rooms: dict[tuple[str, tuple[str, str]], list[Place]] = {}
    for told in every:
        for i in told.record.instruments:
            for years, place in terms(told, i):
                rooms.setdefault((keys[told.id][i.key], years), []).append(place)
    for (key, (start, end)), places in sorted(rooms.items()):
        if len({p.report for p in places}) > 1:
            yield "term", f"{key} {start}/{end}", places, f"{key} is for {start} to {end}", "مدت یک سند در چند گزارش یکی است"


def _figures(by_id: Mapping[str, Told], stories: Iterable[Story]) -> Iterator[Found]:
    for story in stories:
        for rows in figuring.repeated([by_id[id] for id in story.reports]):
            f = rows[0].figure
            about = f"{f.value:g} {f.unit}"
            yield "figure", about, [r.place for r in rows], about, "یک رقم در چند گزارش"


def _sayings(by_id: Mapping[str, Told], stories: Iterable[Story]) -> Iterator[Found]:
    """What a speaker says in several reports of a story, all of it as one."""
    for story in stories:
        group = [by_id[id] for id in story.reports]
        said: dict[str, list[Place]] = {}
        for one, other in combinations(group, 2):
            for t in told_twice(one, other):
                said.setdefault(t.a.speaker or "", []).extend((Place.of(one.id, t.a.content), Place.of(other.id, t.b.content)))
        for speaker, places in sorted(said.items()):
            yield "saying", speaker, places, f"{speaker} said it in each", "یک سخن در چند گزارش"


def _assessments(every: Sequence[Told]) -> Iterator[Found]:
    for about, rows in assessing.agreed([a for t in every for a in assessing.assessments(t)]):
        yield "assessment", about, [a.place for a in rows], about, "ارزیابی یکسان از یک زمینهٔ همکاری"


def _weights(every: Sequence[Told]) -> Iterator[Found]:
    rooms: dict[str, list[assessing.Weight]] = {}
    for told in every:
        for w in assessing.weights(told):
            rooms.setdefault(w.body, []).append(w)
    for body, rows in sorted(rooms.items()):
        near = _near([(w.place, w.of) for w in rows])
        if near:
            yield "assessment", f"{body} matters", near, f"dealings with {body} matter", "اهمیت همکاری با یک نهاد"


def _positions(every: Sequence[Told]) -> Iterator[Found]:
    """Stands on one issue in reports on the same two states."""
    names = {i.id: i for i in position.issues()}
    rooms: dict[tuple[frozenset[str], str, bool], list[Place]] = {}
    for told in every:
        between = assessing.pair_of(told)
        for p in position.positions(told) if between else ():
            rooms.setdefault((between, p.issue, p.holds), []).append(p.place)
    for (between, issue, holds), places in sorted(rooms.items(), key=lambda r: (sorted(r[0][0]), *r[0][1:])):
        if len({p.report for p in places}) > 1:
            stand, sides = "for" if holds else "against", " ".join(sorted(between))
            yield "position", f"{issue} {stand} {sides}", places, f"{stand}: {names[issue].en} ({sides})", names[issue].fa


def _subjects(every: Sequence[Told]) -> Iterator[Found]:
    """Subjects of talks between the same two states at one time."""
    rooms: dict[tuple[frozenset[str], str], list[tuple[Place, Days | None]]] = {}
    for told in every:
        between = assessing.pair_of(told)
        if between:
            for s in subject.subjects(told):
                for name in (s.regions | s.fields) - between:
                    rooms.setdefault((between, name), []).append((s.place, told_on(told)))
    for (between, name), rows in sorted(rooms.items(), key=lambda r: (sorted(r[0][0]), r[0][1])):
        near = _near(rows)
        if near:
            yield (
                "subject",
                f"{name} {' '.join(sorted(between))}",
                near,
                f"{name} was a subject of talks of {' and '.join(sorted(between))}",
                "یک موضوع گفت‌وگو در چند گزارش",
            )


def _near(rows: Sequence[tuple[Place, Days | None]]) -> list[Place]:
    """The places of reports that have a neighbour in time among the others."""
    return [p for p, a in rows if a and any(q.report != p.report and b and overlap(a, b, TIME) for q, b in rows)]
