"""What makes a commitment: promises, readiness, mandates, frames, resolve; futures and requests stand in rooms of their own."""

from collections.abc import Callable, Iterator

from rayzan.extract.commitment_clause import DONE, Finder
from rayzan.extract.commitment_future import conditional, meant, own_future, soon
from rayzan.extract.commitment_request import asked, called, demanded, obliged
from rayzan.extract.draft import CommitmentDraft, Found
from rayzan.lang.fa.verbs import Tense


def promised(f: Finder) -> Iterator[CommitmentDraft]:
    """«X متعهد شد تا …», «وعده داد که …»."""
    for g, s in f.groups(participles=True):
        agreed = f.keys[g.first - 1] == "توافق" and f.keys[g.last : g.last + 1] in (["تا"], ["که"])
        if not agreed and f.keys[g.first - 1] not in f.lists["promise"] or g.form.lemma not in ("شدن", "دادن", "کردن") or g.form.negative:
            continue
        follows = next((h for h in f.clauses.verbs_in(g.last, s.last) if h.form.person), None)
        told = f.keys[g.last : g.last + 1] in (["تا"], ["که"])
        open = g.form.tense is Tense.PARTICIPLE and (told or follows is not None and follows.form.tense is Tense.SUBJUNCTIVE)
        if g.form.tense not in DONE and not open:
            continue
        start, end = f.start(s, g.first), f.end(s, g.last)
        by = f.subject(start, g.first - 1, g.form.plural)
        by = by or tuple(x.speaker for x in f.draft.statements if x.speaker and x.cue and x.cue.first < g.last and g.first < x.cue.last)
        if by and end > g.last:
            first = start if f.keys[g.last : g.last + 1] in (["تا"], ["که"]) else g.first - 1
            yield f.made("promise", "pledge", f.one(by), first, end, Found(min(g.last + 1, end - 1), end))


def readiness(f: Finder) -> Iterator[CommitmentDraft]:
    """A statement of readiness: «آمادگی ایران برای … را اعلام کرد», «آماده … هستیم»."""
    for x in f.draft.statements:
        cue = f.keys[x.cue.first : x.cue.last] if x.cue else []
        words = f.keys[x.first : x.last]
        if x.act not in ("offer", "promise") or not any(w.startswith("آماد") for w in (*cue, *words[:6])):
            continue
        own = f.named(x.first + 1, min(x.first + 3, x.last)) if words[0] == "آمادگی" else ()
        first = min(x.first, x.cue.first) if x.cue and x.cue.last >= x.first - 2 else x.first
        last = max(x.last, x.cue.last) if x.cue and x.cue.first <= x.last + 2 else x.last
        yield f.made("readiness", "pledge", f.one(own) or x.speaker, first, last, Found(x.first, x.last))


def bound(f: Finder) -> Iterator[CommitmentDraft]:
    """«ایران عضو متعهد به … است», «به تعهدات خودمان پایبند هستیم»."""
    for g, s in f.groups():
        if g.form.lemma != "بودن" or g.form.negative or g.form.tense is not Tense.PRESENT:
            continue
        start = f.start(s, g.first)
        if not f.lists["bound"] & set(f.keys[start : g.first]):
            continue
        by = f.subject(start, g.first, g.form.plural) or ((f.own(g),) if g.form.person == 1 else ())
        if by and by[0]:
            end = next(
                (h.last for h in f.clauses.verbs_in(g.last, s.last) if f.keys[g.last] == "و" and f.keys[h.first - 1] in f.lists["bound"]),
                g.last,
            )
            yield f.made("bound", "pledge", f.one(tuple(i for i in by if i)), start, end)


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
    """«وزرا را مکلف کردند که … اقدام کنند», «مکلف به تهیه … شدند»."""
    for g, s in f.groups():
        if (
            f.keys[g.first - 1] not in f.lists["charged"]
            or g.form.lemma not in ("کردن", "شدن")
            or g.form.negative
            or g.form.tense not in DONE
        ):
            continue
        start = f.start(s, g.first)
        object = next(
            (
                m
                for m in reversed(f.clauses.mentions(start, g.first))
                if m.actors and f.keys[m.last] in ("را", "به", "مکلف", "موظف", "مامور")
            ),
            None,
        )
        by = f.ids(object) if object else f.subject(start, g.first - 1, g.form.plural)
        first = object.first if object else start
        if by:
            yield f.made("mandate", "mandate", f.one(by), first, max(f.end(s, g.last), g.last))
    for e in f.draft.events:
        if e.type == "mandate" and e.whom and e.status == "happened" and e.rule.startswith("kill"):
            s = f.draft.view.sentences[f.draft.view.sentence_of[e.first]]
            yield f.made("mandate", "mandate", f.one(e.whom), e.first, min(f.trimmed(s), e.last + 16))


def resolved(f: Finder) -> Iterator[CommitmentDraft]:
    """«عزم X برای …», «تصمیم X برای خروج …»: a party's resolve."""
    for s in f.draft.view.sentences:
        for at in range(s.first, s.last - 2):
            if f.keys[at] not in f.lists["resolve"] or f.keys[at - 1 : at] == ["عدم"]:
                continue
            by = f.named(at + 1, s.last)
            behind = f.clauses.mention_from[at + 1].last if at + 1 in f.clauses.mention_from else at + 2
            own = not by and f.keys[at + 1] == "خود"
            if not (by or own) or f.keys[behind : behind + 1] != ["برای"]:
                continue
            end = next((g.first - 1 for g in f.clauses.verbs_in(behind, s.last)), f.trimmed(s))
            for i in range(behind + 3, end):
                if f.keys[i] in ("،", "را") or i in f.clauses.verb_from:
                    end = i
                    break
            if own:
                by = f.subject(f.start(s, at), at, False)
            if by and end > behind + 1:
                yield f.made("resolve", "pledge", f.one(by), at, end)


# Promises before futures, which may stand inside them; mandates and requests before «باید», which is the weakest.
RULES: tuple[Callable[[Finder], Iterator[CommitmentDraft]], ...] = (
    promised, readiness, mandated, framed, asked, called, demanded, own_future, conditional, soon, meant, bound, obliged, resolved,
)  # fmt: skip
