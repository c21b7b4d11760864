"""What talks were about: the regions, states and fields that a report lists as their subjects."""

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from rayzan.collate.disagreement import NOTE, Discrepancy, differ
from rayzan.collate.matter import fields, parties
from rayzan.collate.told import Place, Told
from rayzan.collate.views import has, place, view, words
from rayzan.lang.fa.language import persian
from rayzan.lexicon.wordlist import Wordlist
from rayzan.text.segment import Stretch
from rayzan.text.view import View

FAR = 10  # words between talk and its subject
LIST = 3  # regions and states that make a list of subjects
MATTERS = frozenset(
    {"nuclear", "energy", "transport", "consular", "tourism", "sanctions", "defence"}
)  # fields that are subjects of their own


class Subjects(msgspec.Struct, frozen=True):
    """A place that tells what talks were about. `regions`: ids of states and names of regions; `fields` as the topic lexicon names them."""

    place: Place
    regions: frozenset[str]
    fields: frozenset[str]


@cache
def _regions() -> list[tuple[str, Wordlist]]:
    rows = persian().table("across")["region"]
    return [(name, Wordlist(persian().variants, forms)) for name, forms in rows.items()]


def subjects(told: Told) -> list[Subjects]:
    """The subjects of talks, sentence by sentence; a list that goes on in the next sentence («در مورد …») counts with it."""
    v, out = view(told), []
    for n, s in enumerate(v.sentences):
        if any(q.text.start < v.words[s.last - 1].end and v.words[s.first].start < q.text.end for q in told.record.questions):
            continue  # what is asked is no subject of the talks
        if not (has(v, "talk", s.first, s.last) and has(v, "about", s.first, s.last)):
            continue
        found = _subjects(told, v, s)
        if len(found.regions) >= LIST or _close(v, s):
            out.append(found)
        if n + 1 < len(v.sentences):
            after = v.sentences[n + 1]
            if after.line == s.line and has(v, "about", after.first, min(after.last, after.first + 2)):
                out.append(_subjects(told, v, after))
    return [s for s in out if s.regions or s.fields]


def _close(v: View, s: Stretch) -> bool:
    """Whether talk and what it is about stand close to each other."""
    talk = [i for i in range(s.first, s.last) if words("talk").at(v.keys, i, s.last)]
    about = [i for i in range(s.first, s.last) if words("about").at(v.keys, i, s.last)]
    return any(abs(a - b) <= FAR for a in talk for b in about)


def _subjects(told: Told, v: View, s: Stretch) -> Subjects:
    own = {told.state(id) for x in told.record.statements for id in [x.speaker] if id}
    named = {id for _, id in parties(told, v, s.first, s.last, ("state",))} - {o for o in own if o}
    for name, forms in _regions():
        if any(forms.at(v.keys, at, s.last) for at in range(s.first, s.last)):
            named.add(name)
    found = frozenset(fields(v, s.first, s.last)) & MATTERS
    return Subjects(place(told, v, *_trimmed(v, s)), frozenset(named), found)


def _trimmed(v: View, s: Stretch) -> tuple[int, int]:
    last = s.last
    while last > s.first + 1 and not v.keys[last - 1][0].isalnum():
        last -= 1
    return s.first, last


def disagreements(one: Told, other: Told) -> Iterator[Discrepancy]:
    """Lists of the subjects of the same talks that share some and have others of their own: what only one of two reports tells."""
    best: tuple[int, Subjects, Subjects] | None = None
    for a in subjects(one):
        for b in subjects(other):
            shared = len(a.regions & b.regions)
            if len(a.regions) >= LIST and len(b.regions) >= LIST and shared and (best is None or shared > best[0]):
                best = (shared, a, b)
    if best is None:
        return
    _, a, b = best
    only_a, only_b = sorted(a.regions - b.regions), sorted(b.regions - a.regions)
    if only_a or only_b:
        en = "subjects of the same talks: " + "; ".join(
            f"only in {x.place.report}: {', '.join(only)}" for x, only in ((a, only_a), (b, only_b)) if only
        )
        yield differ("coverage", NOTE, a.place, b.place, "subjects", en, "فهرست موضوع‌های یک گفت‌وگو در دو گزارش یکی نیست")


def shared(group: Sequence[Told]) -> list[tuple[str, list[Place]]]:
    """The subjects that several reports tell of the same talks, each with its places."""
    found: dict[str, list[Place]] = {}
    for told in group:
        for s in subjects(told):
            for name in sorted(s.regions | s.fields):
                found.setdefault(name, []).append(s.place)
    return [(name, places) for name, places in sorted(found.items()) if len({p.report for p in places}) > 1]
