"""What makes a commitment: promises, readiness, resolve; futures, mandates and requests stand in rooms of their own."""

from collections.abc import Callable, Iterator

from rayzan.extract.commitment_clause import DONE, MISTAKEN, Finder
from rayzan.extract.commitment_future import conditional, decided, going_on, meant, own_future, soon
from rayzan.extract.commitment_mandate import due, framed, mandated, on_duty, ordered
from rayzan.extract.commitment_request import asked, called, demanded, expected, obliged
from rayzan.extract.draft import CommitmentDraft, Found, StatementDraft
from rayzan.extract.pair import two_at
from rayzan.extract.side import willing
from rayzan.lang.fa.verbs import Tense


def promised(f: Finder) -> Iterator[CommitmentDraft]:
    """«X متعهد شد تا …», «وعده داد که …», «طرفین توافق کردند، … تشکیل شود»."""
    for g, s in f.groups(participles=True):
        told = f.keys[g.last : g.last + 1] in (["تا"], ["که"])
        follows = f.following(g, s)
        due = follows is not None and follows.form.tense in (Tense.SUBJUNCTIVE, Tense.FUTURE)
        if follows is not None and follows.form.tense is Tense.PRESENT and g.form.person and not g.form.passive:
            due = due or f.keys[g.first - 1] in f.lists["promise"]  # «تعهد دادند … ارائه می‌کنند»
        if f.keys[g.first - 1] in f.lists["assent"] and not (told or due):
            continue  # «با X موافقت کرد» undertakes nothing yet
        if f.keys[g.first - 2 : g.first] == ["نقل", "قول"]:
            continue
        if f.keys[g.first - 1] == "اطمینان" and (follows is None or follows.form.tense is not Tense.FUTURE):
            continue  # «اطمینان داد که X امن است» tells what is
        agreed = f.keys[g.first - 1] == "توافق" and (told or due and g.form.person > 0)
        if not agreed and f.keys[g.first - 1] not in f.lists["promise"] | f.lists["assent"] or g.form.lemma not in ("شدن", "دادن", "کردن") or g.form.negative:
            continue
        open = g.form.tense is Tense.PARTICIPLE and (told or due)
        if g.form.tense not in DONE and not open:
            continue
        start, end = f.start(s, g.first), f.end(s, g.last)
        if end <= g.last:
            continue
        by = f.subject(start, g.first - 1, g.form.plural)
        by = by or tuple(x.speaker for x in f.draft.statements if x.speaker and x.cue and x.cue.first < g.last and g.first < x.cue.last)
        by = by or tuple(i for i in (f.own(g) if g.form.person == 1 else None,) if i)
        by = by or two_at(f.draft, f.clauses.head(start, g.first), g.first)[0]  # «دو طرف توافق کردند که …»
        stranger, phrase = (None, False) if by else f.head(start, g.first - 1)
        both = f.keys[g.first - 2] in ("طرف", "طرفین", "کشور")
        if by or stranger or (phrase or both) and (told or due):
            first = start if told or not by else g.first - 1
            yield f.made("promise", "pledge", stranger or f.one(by), first, end, Found(min(g.last + 1, end - 1), end))


def given(f: Finder) -> Iterator[CommitmentDraft]:
    """«X قول کمک به Y داد», «وعده … را داده است»: a promise of a noun phrase."""
    for g, s in f.groups(participles=True):
        if g.form.lemma != "دادن" or g.form.negative or g.form.passive or g.form.tense not in (*DONE, Tense.PARTICIPLE):
            continue
        start = f.start(s, g.first)
        at = next((i for i in range(g.first - 3, start, -1) if f.keys[i] in ("وعده", "قول") and f.keys[i + 1][0].isalpha()), -1)
        if at < 0 or any(f.clauses.preposition(i, at) for i in (at - 1,)) or f.keys[at - 1] in ("این", "آن"):
            continue
        if by := f.subject(start, at, g.form.plural):
            yield f.made("given", "pledge", f.one(by), start, g.last, Found(at + 1, g.first))


def readiness(f: Finder) -> Iterator[CommitmentDraft]:
    """A statement of readiness: «آمادگی ایران برای … را اعلام کرد», «آماده … هستیم»."""
    for x in f.draft.statements:
        cue = f.keys[x.cue.first : x.cue.last] if x.cue else []
        words = f.keys[x.first : x.last]
        if x.act not in ("offer", "promise") or not any(w.startswith("آماد") for w in (*cue, *words[:6])):
            continue
        own = _ready_side(f, x)
        first = min(x.first, x.cue.first) if x.cue and x.cue.last >= x.first - 2 else x.first
        last = max(x.last, x.cue.last) if x.cue and x.cue.first <= x.last + 2 else x.last
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
        if by and by[0] and (speaker is None or f.sides.own(speaker, by) or g.form.person == 1):
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
        if by and by[0]:
            end = next(
                (h.last for h in f.clauses.verbs_in(g.last, s.last) if f.keys[g.last] == "و" and f.keys[h.first - 1] in f.lists["bound"]),
                g.last,
            )
            yield f.made("bound", "pledge", f.one(tuple(i for i in by if i)), start, end)


def resolved(f: Finder) -> Iterator[CommitmentDraft]:
    """«عزم X برای …», «تصمیم X برای خروج …»: a party's resolve."""
    for s in f.draft.view.sentences:
        for at in range(s.first, s.last - 2):
            if f.keys[at] not in f.lists["resolve"] or f.keys[at - 1 : at] == ["عدم"]:
                continue
            by = f.named(at + 1, s.last)
            behind = f.clauses.mention_from[at + 1].last if at + 1 in f.clauses.mention_from else at + 2
            own = not by and f.keys[at + 1] == "خود"
            while by and f.keys[behind] == "و" and (joined := f.clauses.mention_from.get(behind + 1)) is not None:
                behind = joined.last  # «آمادگی لهستان و سوئد برای …»
            if not (by or own) or f.keys[behind : behind + 1] != ["برای"]:
                continue
            end = next((g.first - 1 for g in f.clauses.verbs_in(behind, s.last) if f.keys[g.first] not in MISTAKEN), f.trimmed(s))
            for i in range(behind + 3, end):
                if f.keys[i] in ("،", "را", "نیز", "هم", "متاسف", "متاسفیم") or i in f.clauses.verb_from:
                    end = i
                    break
            if own:
                by = f.subject(f.start(s, at), at, False)
            if by and end > behind + 1:
                yield f.made("resolve", "pledge", f.one(by), at, end)


def accepted(f: Finder) -> Iterator[CommitmentDraft]:
    """«چین پذیرفته است تا … بخرد», «پذیرفت که نیروهایش را بیرون ببرد»: what a party agreed to do."""
    for g, s in f.groups():
        if g.form.lemma != "پذیرفتن" or g.form.negative or g.form.passive or g.form.tense not in DONE or f.keys[g.last] not in ("که", "تا"):
            continue
        follows, start, end = f.following(g, s), f.start(s, g.first), f.end(s, g.last)
        by = f.subject(start, g.first, g.form.plural)
        if by and follows is not None and follows.form.tense is Tense.SUBJUNCTIVE:
            yield f.made("accepted", "pledge", f.one(by), start, end, Found(g.last, end))


def threatened(f: Finder) -> Iterator[CommitmentDraft]:
    """«تهدید کرد که در صورت تحریم … خارج خواهد شد», «تهدید کرده اگر … کند، … را می‌بندد»: what a party threatens to do."""
    for g, s in f.groups(participles=True):
        if f.keys[g.first - 1] != "تهدید" or g.form.lemma != "کردن" or g.form.negative or g.form.passive:
            continue
        if g.form.tense not in (*DONE, Tense.PARTICIPLE):
            continue
        behind = [h for h in f.clauses.verbs_in(g.last, s.last) if h.form.person]
        act = next((h for h in behind if h.form.tense is not Tense.SUBJUNCTIVE), None)
        if act is None or act.form.lemma in f.idle or act.form.tense not in (Tense.FUTURE, Tense.PRESENT):
            continue
        start = f.start(s, g.first)
        opening = max((h.last for h in behind if h.last <= act.first), default=g.last)
        opening += f.keys[opening] in ("که", "،", "تا")
        by = f.subject(opening, act.first, act.form.plural) or f.subject(start, g.first - 1, g.form.plural)
        by = by or tuple(x.speaker for x in f.draft.statements if x.speaker and x.cue and x.cue.first < g.last and g.first < x.cue.last)
        if by:
            yield f.made("threat", "pledge", f.one(by), g.first - 1, act.last, Found(g.last, act.last))


# Promises before futures, which may stand inside them; mandates and requests before «باید», which is the weakest.
RULES: tuple[Callable[[Finder], Iterator[CommitmentDraft]], ...] = (
    promised, threatened, accepted, given, readiness, mandated, ordered, framed, due, on_duty, asked, called, demanded, expected, own_future, decided, conditional, going_on, soon, meant,
    ready, bound, obliged, resolved,
)  # fmt: skip
