"""Topics of a report and of a statement, from the closed list, by weighted words that say which decided."""

from collections import defaultdict
from functools import cache

from rayzan.extract.draft import Draft
from rayzan.lang.fa.language import Persian
from rayzan.text.match import Hit, Phrases, longest

STRONG, WEAK = 1.0, 0.34
SPARSE = 12  # sentences: a report shorter than this needs proportionally less weight


@cache
def words(language: Persian) -> Phrases[tuple[str, float]]:
    """The words of all topics with their weights."""
    rows = []
    for topic, lists in language.table("topic")["topics"].items():
        for kind, weight in (("strong", STRONG), ("weak", WEAK)):
            rows.extend((phrase, (topic, weight)) for form in lists[kind] for phrase in language.variants(form))
    return Phrases(dict.fromkeys(rows))


def _weigh(hits: list[Hit[tuple[str, float]]], boost: dict[int, float]) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for hit in hits:
        topic, weight = hit.value
        weights[topic] += weight * boost.get(hit.first, 1.0)
    return weights


def find(draft: Draft) -> None:
    """Fills `draft.topics` and the topics of its statements, in the order of their weight."""
    table = draft.language.table("topic")
    found = words(draft.language).find(draft.view.keys)
    kept = longest(found)
    boost = {}
    if draft.headline is not None:
        boost = {at: table["headline"] for at in range(draft.headline.first, draft.headline.last)}
    weights = _weigh(kept, boost)
    sentences = max(1, len(draft.view.sentences))
    floor = max(2.0, table["floor"] * min(1.5, sentences / SPARSE))
    top = max(weights.values(), default=0.0)
    chosen = [t for t, w in weights.items() if w >= floor and w >= top * 0.22]
    if weights.get("politics", 0) >= 2 and "politics" not in chosen:
        chosen.append("politics")
    draft.topics = tuple(sorted(chosen, key=lambda t: (-weights[t], t)))
    for s in draft.statements:
        inside = _weigh([h for h in kept if s.first <= h.first and h.last <= s.last], {})
        s.topics = tuple(sorted((t for t, w in inside.items() if w >= table["statement"]), key=lambda t: (-inside[t], t)))[:3]


def _listed(draft: Draft, hits: list[Hit[Weight]]) -> set[int]:
    """The terms in a list of three or more fields, «در حوزه‌های اقتصادی، تجاری، گردشگری و کنسولی»: no subject of their own."""
    out: set[int] = set()
    run: list[Hit[Weight]] = []
    for h in hits:
        if run and not _next_in_list(draft.view.keys[run[-1].last : h.first]) and h.first != run[-1].first:
            run = []
        run.append(h)
        if len({r.value.topic for r in run}) >= LIST:
            out.update(r.first for r in run)
    return out


def _next_in_list(between: list[str]) -> bool:
    """Whether one item of a list follows another: a comma or «و» and at most one further word between them."""
    return 0 < len(between) <= 2 and any(k in ("،", ",", "و") for k in between)
