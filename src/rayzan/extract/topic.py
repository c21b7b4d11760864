"""Topics of a report and of a statement: a weighted lexicon, which says the words that decided."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rayzan.extract.draft import Draft
from rayzan.extract.sport import match_report
from rayzan.lang.fa.language import Persian
from rayzan.text.match import Hit, Phrases, longest

WEIGHTS = {"strong": 3, "plain": 2, "faint": 1}
LIST = 3  # fields that make a list


class Weight(NamedTuple):
    """What a form weighs for a topic."""

    topic: str
    points: int


class Terms(NamedTuple):
    """The weighted forms of a language, how many points make a topic, and which share of the heaviest in a report shorter than `long` sentences."""

    forms: Phrases[Weight]
    enough: int
    statement_enough: int
    headline: int
    aside: float
    long: int


OFFICIAL = frozenset({"meeting", "call", "visit", "consultation", "summit", "agreement", "signing", "appointment"})
NEUTRAL = "nothing"  # the list of forms that belong to no topic: «شورای امنیت ملی» is no council of the UN
TITLED = frozenset({"name", "title"})  # mentions whose terms tell who speaks, not what of
PLAYED = 12  # points that make another subject of a match report its own
FAINT_POLITICS = 5  # faint points from which politics is a report's subject, if nothing weighs more


def _official(draft: Draft, who: tuple[str, ...]) -> bool:
    """Whether states or holders of offices take part."""
    actors = [draft.actors[i] for i in who if i in draft.actors]
    return any(a.type == "state" or a.office for a in actors)


class Reason(NamedTuple):
    """A topic, its points and the words (first, last) that gave them.

    `solid`: one strong term, or plain terms in two sentences; faint ones alone never make a topic.
    """

    topic: str
    points: int
    words: tuple[tuple[int, int], ...]
    solid: bool


@cache
def terms(language: Persian) -> Terms:
    """The terms of a language, built once."""
    table = language.table("topic")
    rows = (
        (phrase, Weight(topic, points))
        for topic, lists in table.items()
        if isinstance(lists, dict) and topic != NEUTRAL
        for name, points in WEIGHTS.items()
        for form in lists[name]
        for phrase in language.variants(form)
    )
    neutral = [(phrase, Weight(NEUTRAL, 0)) for form in table[NEUTRAL]["forms"] for phrase in language.variants(form)]
    return Terms(Phrases(dict.fromkeys((*rows, *neutral))), table["enough"], table["statement_enough"], table["headline"], table["aside"], table["long"])


def find(draft: Draft) -> None:
    """Fills the topics of the draft and of its statements, heaviest first."""
    t = terms(draft.language)
    hits = _hits(draft, t)
    weighed = _weighed(draft, hits, t.headline)
    least = max(t.enough, _aside(draft, t) * max((r.points for r in weighed), default=0))
    kept = [r.topic for r in weighed if r.points >= least and (r.solid or _mostly_politics(draft, r, weighed))]
    if match_report(draft):
        played = {r.topic for r in weighed if r.points >= PLAYED}  # its «مذاکره», «راه آهن» and «تحریم» are a club's
        kept = [topic for topic in kept if topic in played and topic != "politics"]
    draft.topics = tuple(kept)
    if "politics" not in draft.topics and any(e.type in OFFICIAL and _official(draft, e.who) for e in draft.events):
        draft.topics += ("politics",)  # a meeting, call or agreement of officials is politics, whatever it is on
    for s in draft.statements:
        begin, end = (bisect_left(hits, at, key=lambda h: h.first) for at in (s.first, s.last))
        inside = [h for h in hits[begin:end] if h.last <= s.last]
        s.topics = tuple(r.topic for r in _weighed(draft, inside, 1) if r.points >= t.statement_enough)


def _mostly_politics(draft: Draft, r: Reason, weighed: Sequence[Reason]) -> bool:
    """Whether governments abroad are what a report is mostly of, though no word of politics stands in it: «دولت», «رئیس‌جمهور» in sentence after sentence."""
    heaviest = r.topic == "politics" and r.points >= FAINT_POLITICS and 2 * r.points >= max(x.points for x in weighed)
    return heaviest and any(a.state and a.state != draft.homeland for a in draft.actors.values())


def _aside(draft: Draft, t: Terms) -> float:
    """The share of the heaviest topic's points below which another is told in passing; a long report has many subjects, none in passing."""
    told = sum(s.first not in draft.in_furniture for s in draft.view.sentences)
    return t.aside if told < t.long else 0.0


def reasons(draft: Draft) -> list[Reason]:
    """Every topic with its points and deciding words, heaviest first, also those that fall short."""
    t = terms(draft.language)
    return _weighed(draft, _hits(draft, t), t.headline)


def _hits(draft: Draft, t: Terms) -> list[Hit[Weight]]:
    """The terms in the text, without furniture; of terms that overlap the longest."""
    found = longest(t.forms.find(draft.view.keys))
    return [h for h in found if h.first not in draft.in_furniture and h.value.topic != NEUTRAL]


def _weighed(draft: Draft, hits: Sequence[Hit[Weight]], headline: int) -> list[Reason]:
    """Each topic's points: a sentence gives the weight of its heaviest term, the headline's `headline` times that."""
    best: dict[tuple[str, int], int] = {}
    where: dict[str, list[tuple[int, int]]] = {}
    title = draft.headline.last if draft.headline else 0
    listed = _listed(draft, hits)
    titles = {at for m in draft.mentions if m.kind in TITLED for at in range(m.first, m.last)}
    for h in hits:
        sentence = draft.view.sentence_of[h.first]
        told = h.first in titles and h.value.topic != "politics"
        own = min(h.value.points, WEIGHTS["plain"]) if told else h.value.points
        points = 1 if h.first in listed else own * (headline if h.first < title else 1)
        best[h.value.topic, sentence] = max(points, best.get((h.value.topic, sentence), 0))
        where.setdefault(h.value.topic, []).append((h.first, h.last))
    totals: dict[str, int] = {}
    weight: dict[str, int] = {}
    for (topic, _), points in best.items():
        totals[topic] = totals.get(topic, 0) + points
        weight[topic] = weight.get(topic, 0) + (points if points > WEIGHTS["faint"] else 0)
    found = (Reason(topic, n, tuple(where[topic]), weight[topic] >= WEIGHTS["strong"]) for topic, n in totals.items())
    return sorted(found, key=lambda r: (-r.points, r.topic))


def _listed(draft: Draft, hits: Sequence[Hit[Weight]]) -> set[int]:
    """The terms in a list of three or more fields, «در حوزه‌های اقتصادی، تجاری، گردشگری و کنسولی»: no subject of their own."""
    out: set[int] = set()
    run: list[Hit[Weight]] = []
    for h in hits:
        if run and h.first != run[-1].first and not _next_in_list(draft.view.keys[run[-1].last : h.first]):
            run = []
        run.append(h)
        if len({r.value.topic for r in run}) >= LIST:
            out.update(r.first for r in run)
    return out


def _next_in_list(between: Sequence[str]) -> bool:
    """Whether one item of a list follows another: a comma or «و», with at most two further words between them."""
    return 0 < len(between) <= 3 and any(k in ("،", ",", "و") for k in between)
