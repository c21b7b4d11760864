"""Mandates: what a party is charged with, ordered, due or agreed to do."""

from collections.abc import Iterator

from rayzan.extract.commitment_clause import DONE, Finder
from rayzan.extract.draft import CommitmentDraft, Found
from rayzan.lang.fa.verbs import Tense

CHARGE = 8  # words from «مامور» over what it is for to its verb


def due(f: Finder) -> Iterator[CommitmentDraft]:
    """«قرار است X … آغاز کرده و Y … خاتمه دهد»: what a named party is to do; a visit, meeting or call to come is an event."""
    for g, s in f.groups():
        if f.keys[g.first - 1] not in f.lists["frames"] or g.form.lemma != "بودن" or g.form.tense is not Tense.PRESENT or g.form.negative:
            continue
        at = g.last
        before = f.subject(f.start(s, g.first), g.first - 1, g.form.plural)
        for h in f.clauses.verbs_in(g.last, s.last):
            if h.form.tense not in (Tense.SUBJUNCTIVE, Tense.PARTICIPLE):
                break
            at += f.keys[at] in ("و", "،", "که")
            by = f.subject(at, h.first, h.form.plural) or (before if at == g.last else ())
            if by and not h.form.passive and h.form.lemma not in f.idle and f.keys[h.first - 1] not in f.lists["occasions"]:
                yield f.made("due", "mandate", f.one(by), at, h.last)
            at = h.last


def framed(f: Finder) -> Iterator[CommitmentDraft]:
    """«قرار شد بین X و Y تبادلاتی آغاز شود»: what was agreed to be done."""
    for g, s in f.groups():
        agreed = f.keys[g.first - 1] in f.lists["frames"] or f.keys[g.first - 1] == "توافق"
        if g.form.lemma != "شدن" or not agreed or g.form.tense is not Tense.PAST or g.form.negative or g.form.passive:
            continue
        end = f.trimmed(s) if s.last - g.last < 40 else f.end(s, g.last)
        between = next((f.named(i + 1, end, 3) for i in range(g.last, end) if f.keys[i] in ("بین", "میان")), ())
        by = between or f.subject(g.last, end, True)
        first = g.first - 1 if f.keys[g.first - 1] != "توافق" else min(g.last, end - 1)
        if end > g.last + 2:
            yield f.made("frame", "mandate", f.one(by) or f.draft.speaker_at(g.first), first, end, Found(g.last, end))


def mandated(f: Finder) -> Iterator[CommitmentDraft]:
    """«وزرا را مکلف کردند که … اقدام کنند», «مکلف به تهیه … شدند», «X را مامور تشکیل کابینه کرد»."""
    for g, s in f.groups():
        if g.form.lemma not in ("کردن", "شدن") or g.form.negative or g.form.tense not in DONE:
            continue
        start = f.start(s, g.first)
        charged = next((i for i in range(g.first - 1, max(start, g.first - CHARGE) - 1, -1) if f.keys[i] in f.lists["charged"]), -1)
        if charged < 0 or charged < g.first - 1 and f.keys[charged - 1] != "را":
            continue
        object = next(
            (
                m
                for m in reversed(f.clauses.mentions(start, charged + 1))
                if m.actors and f.keys[m.last] in ("را", "به", "مکلف", "موظف", "مامور")
            ),
            None,
        )
        if object is None and charged < g.first - 1:  # «"X" رئیس حزب Y را مامور … کرد»
            near = [m for m in f.clauses.mentions(max(start, charged - CHARGE), charged) if m.kind == "name" and m.actors]
            object = near[-1] if near else None
            if object is None:
                continue
        by = f.ids(object) if object else f.subject(start, charged, g.form.plural)
        first = object.first if object else start
        if by:
            yield f.made("mandate", "mandate", f.one(by), first, g.last if charged < g.first - 1 else max(f.end(s, g.last), g.last))
    for e in f.draft.events:
        if e.type == "mandate" and e.whom and e.status == "happened" and e.rule.startswith("kill"):
            s = f.draft.view.sentences[f.draft.view.sentence_of[e.first]]
            yield f.made("mandate", "mandate", f.one(e.whom), e.first, min(f.trimmed(s), e.last + 16))


def ordered(f: Finder) -> Iterator[CommitmentDraft]:
    """«به X دستور داد که …», «دستور داد نیروها … بازگردند»: an order, with whoever is to act where named."""
    for g, s in f.groups(participles=True):
        if f.keys[g.first - 1] not in ("دستور", "ماموریت", "فرمان") or g.form.lemma != "دادن" or g.form.negative or g.form.passive:
            continue
        if g.form.tense in (Tense.PRESENT, Tense.FUTURE, Tense.SUBJUNCTIVE):
            continue
        follows = f.following(g, s)
        if follows is None or follows.form.tense is not Tense.SUBJUNCTIVE:
            continue
        start = f.start(s, g.first)
        whom = next((i for i in range(start, g.first - 1) if f.keys[i] == "به" and f.party(i + 1, g.first)), -1)
        opening = g.last + (f.keys[g.last] in ("که", "تا"))
        by = f.party(whom + 1, g.first) if whom >= 0 else f.subject(opening, follows.first, follows.form.plural)
        end = f.end(s, g.last)
        yield f.made("order", "mandate", f.one(by), whom if whom >= 0 else g.first - 1, end, Found(g.last, end))
