"""Events told by a noun of the courts: warrants issued, rulings given."""

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_noun import Nouns, Shapes, Site
from rayzan.lang.fa.verbs import Tense

ISSUED = frozenset({"صادر", "تایید", "ابلاغ", "امضا"})
DONE = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
REACH = 24  # words between a warrant and the verb that issues it


def warrant(n: Nouns, x: Site) -> EventDraft | None:
    """«دادستانی X حکم بازداشت Y را صادر کرد», «حکم بازداشت Y صادر شد», «صدور حکم جلب Y»."""
    r = n.roles
    whom, after = r.near(x.behind, x.s.last, 2)
    if not whom or not all(r.kind(i) in ("person", "group") for i in whom):
        return None
    verb = next((g for g in r.clauses.verbs_in(after, min(after + REACH, x.s.last)) if g.form.person), None)
    issued = verb is not None and n.keys[verb.first - 1] in ISSUED and verb.form.tense in DONE and not verb.form.negative
    if verb is not None and n.keys[verb.first - 1] in ("خواستار", "خواهان"):
        return None
    if verb is None or not issued:
        return n.made(x._replace(group=None), r.agent(after, min(after + 6, x.s.last))[0], whom, after) if n.keys[x.first - 1] == "صدور" else None
    passive = verb.form.lemma == "شدن" or verb.form.passive
    who = r.agent(x.start, verb.first)[0] if passive else r.subject(x.s, x.start, x.first, verb)
    who = tuple(i for i in who if i not in whom)
    if not who and not passive:
        return None
    return n.made(x._replace(group=verb), who, whom, verb.last)


RULINGS: Shapes = {"warrant": warrant}
