"""Acts of one telling: «از X خواست … پایان دهد و … مذاکره کند» asks for two."""

from collections.abc import Iterator

from rayzan.extract.commitment_clause import MISTAKEN, Finder
from rayzan.extract.draft import CommitmentDraft, Found
from rayzan.lang.fa.verbs import Group, Tense

JOINED = ("ask", "call", "promise", "order", "mandate", "frame", "must", "duty", "expected", "accepted", "due", "intent")  # rules whose telling may join acts by «و»
AIMS = frozenset({"تا", "زیرا", "چون", "چراکه", "اما", "ولی", "بلکه", "که"})  # what they open is no act of the same telling
SHORT = 2  # words: less than this before a verb tells no act


def acts(f: Finder, c: CommitmentDraft) -> Iterator[CommitmentDraft]:
    """A telling and, one by one, the acts joined to it by «و»: each of the mood of the one before, none behind an aim."""
    verbs = _joined(f, c) if c.rule in JOINED else []
    if not verbs:
        yield c
        return
    first, *further = verbs
    what = Found(c.what.first, min(c.what.last, first.last)) if c.what.first < first.last else c.what
    yield f.made(c.rule, c.kind, c.by, c.first, first.last, what, c.to)
    opening = first.last
    for g in further:
        begin = opening + 1
        while begin < g.first and f.keys[begin] in f.lists["leading"] | {"یا", "بعد", "البته"}:
            begin += 1
        own = f.subject(begin, g.first, g.form.plural)
        if g.form.lemma not in f.idle and g.first - begin >= SHORT - (g.form.lemma != "کردن"):
            yield f.made(c.rule, c.kind, f.one(own) or c.by, begin, g.last, Found(begin, g.last), c.to)
        opening = g.last


def _joined(f: Finder, c: CommitmentDraft) -> list[Group]:
    """The verbs of what is undertaken, one for each act; empty where there is but one."""
    inside = [
        g
        for g in f.clauses.verbs_in(c.first, c.last)
        if g.form.person and g.last <= c.last and g.form.tense is Tense.SUBJUNCTIVE and f.keys[g.first] not in MISTAKEN
    ]
    out: list[Group] = []
    for g in inside:
        between = set(f.keys[out[-1].last : g.first]) if out else set()
        joined = out and f.keys[out[-1].last] in ("و", "،") and g.form.plural is out[-1].form.plural
        if not out or joined and not (AIMS | f.lists["must"] | f.lists["unsaid"]) & between:
            out.append(g)
        else:
            break
    return out if len(out) > 1 else []
