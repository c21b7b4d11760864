"""Readiness: who is ready or willing to act, who is bound to what."""

from collections.abc import Iterator

from rayzan.extract.commitment_clause import DONE, Finder
from rayzan.extract.draft import CommitmentDraft, Found, StatementDraft
from rayzan.extract.side import willing
from rayzan.lang.fa.verbs import Tense

COPULA = 14  # words between readiness and the copula that its last noun carries


def readiness(f: Finder) -> Iterator[CommitmentDraft]:
    """A statement of readiness: «آمادگی ایران برای … را اعلام کرد», «آماده … هستیم»."""
    for x in f.draft.statements:
        cue = f.keys[x.cue.first : x.cue.last] if x.cue else []
        words = f.keys[x.first : x.last]
        if x.act not in ("offer", "promise") or not any(w.startswith("آماد") for w in (*cue, *words[:6])):
            continue
        own = _ready_side(f, x)
        said = x.cue is not None and x.cue.last <= x.first and not any(w.startswith("آماد") for w in cue)
        telling = None if said else x.cue  # a «گفت» before it is no part of it
        first = min(x.first, telling.first) if telling and telling.last >= x.first - 2 else x.first
        last = max(x.last, telling.last) if telling and telling.first <= x.last + 2 else x.last
        yield f.made("readiness", "pledge", f.one(own) or x.speaker, first, last, Found(x.first, x.last))


def _ready_side(f: Finder, x: StatementDraft) -> tuple[str, ...]:
    """Whose readiness a statement tells where it names a side: «آمادگی ایران برای …», «طرف سوئدی آماده است …»."""
    if f.keys[x.first] == "آمادگی":
        return f.named(x.first + 1, min(x.first + 3, x.last))
    verb = next((g for g in f.clauses.verbs_in(x.first, x.last) if g.form.person), None)
    by = f.subject(x.first, verb.first, verb.form.plural) if verb is not None and verb.form.person == 3 else ()
    return by if f.sides.own(x.speaker, by) else ()


def ready(f: Finder) -> Iterator[CommitmentDraft]:
    """«X آماده مذاکره است», «مایل به همکاری است»: readiness for what a noun phrase names; «X کمک خواهد کرد و همچنین آماده … است» is X's."""
    for g, s in f.groups():
        now = g.form.lemma == "بودن" and g.form.tense is Tense.PRESENT or g.form.lemma == "شدن" and g.form.tense is Tense.PERFECT
        if not now or g.form.negative:
            continue
        start, speaker = f.start(s, g.first), f.draft.speaker_at(g.first)
        at = willing(f.draft, start, g.first)
        if (
            at < 0
            or at + 1 == g.first
            or not f.keys[at + 1][0].isalpha()
            or f.keys[at + 1] in ("باش", "سازی", "و")
            or {"اگر", "؟"} & set(f.keys[s.first : s.last])
        ):
            continue
        by = f.subject(start, at, g.form.plural) or ((f.own(g) or "",) if g.form.person == 1 else ()) or f.carried(s, start, at) or (() if g.form.plural else f.unsaid(start, at))
        if by and by[0] and (f.may(speaker, by) or g.form.person == 1):
            yield f.made("ready", "pledge", f.one(by), start, g.last, Found(at + 1, g.first))


def bound(f: Finder) -> Iterator[CommitmentDraft]:
    """«ایران عضو متعهد به … است», «به تعهدات خودمان پایبند هستیم», «X متعهد به توقف حملات شد»."""
    for g, s in f.groups(participles=True):
        is_so = g.form.lemma == "بودن" and g.form.tense is Tense.PRESENT
        became = g.form.lemma == "شدن" and g.form.tense in (*DONE, Tense.PARTICIPLE) and f.keys[g.first - 1] not in f.lists["bound"]
        if not is_so and not became or g.form.negative:
            continue
        start = f.start(s, g.first)
        at = next((i for i in range(start, g.first) if f.keys[i] in f.lists["bound"]), -1)
        if at < 0 or became and f.keys[at : at + 2] != ["متعهد", "به"]:
            continue
        by = f.subject(start, at if became else g.first, g.form.plural) or ((f.own(g),) if g.form.person == 1 else ())
        by = by or (f.carried(s, start, at) if became else ())
        if by and by[0]:
            end = next(
                (h.last for h in f.clauses.verbs_in(g.last, s.last) if f.keys[g.last] == "و" and f.keys[h.first - 1] in f.lists["bound"]),
                g.last,
            )
            yield f.made("bound", "pledge", f.one(tuple(i for i in by if i)), start, end)


def carried_copula(f: Finder) -> Iterator[CommitmentDraft]:
    """«سوئد آماده ازسرگیری گفت‌وگوهاست»: readiness whose verb is the ending of its noun."""
    for s in f.draft.view.sentences:
        for at in range(s.first, s.last - 2):
            if f.keys[at] not in f.lists["willing"] or f.keys[at] != "آماده" and f.keys[at + 1] != "به" or at in f.draft.in_furniture:
                continue
            end = next((i for i in range(at + 1, min(at + COPULA, s.last)) if i in f.clauses.verb_from or f.keys[i].endswith(("هاست", "ایست")) or f.keys[i] in ("،", "که", ".")), -1)
            if end < 0 or not f.keys[end].endswith(("هاست", "ایست")):
                continue
            start, speaker = f.start(s, at), f.draft.speaker_at(at)
            by = f.subject(start, at, False) or f.carried(s, start, at) or f.unsaid(start, at)
            if by and f.may(speaker, by):
                yield f.made("ready", "pledge", f.one(by), start, end + 1, Found(at + 1, end + 1))
