"""What makes a commitment: promises, resolve and threats; readiness, futures, mandates and requests stand in rooms of their own."""

from collections.abc import Callable, Iterator

from rayzan.extract.commitment_clause import DONE, MISTAKEN, Finder
from rayzan.extract.commitment_future import decided, intended, meant, own_future
from rayzan.extract.commitment_mandate import charged_with, due, due_by_deal, framed, mandated, on_duty, ordered, ordered_deed
from rayzan.extract.commitment_present import conditional, continued, going_on, refused, soon
from rayzan.extract.commitment_ready import bound, carried_copula, readiness, ready
from rayzan.extract.commitment_request import asked, asked_noun, called, demanded, expected, obliged, put_to_you
from rayzan.extract.draft import CommitmentDraft, Found
from rayzan.extract.pair import two_at
from rayzan.lang.fa.verbs import Tense
from rayzan.text.segment import Stretch


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
        both = f.keys[g.first - 2] in ("طرف", "طرفین", "کشور")
        if not by and not both:
            by = tuple(x.speaker for x in f.draft.statements if x.speaker and x.cue and x.cue.first < g.last and g.first < x.cue.last)
        by = by or tuple(i for i in (f.own(g) if g.form.person == 1 else None,) if i)
        by = by or two_at(f.draft, f.clauses.head(start, g.first), g.first)[0]  # «دو طرف توافق کردند که …»
        stranger, phrase = (None, False) if by else f.head(start, g.first - 1)
        if by or stranger or (phrase or both) and (told or due):
            first = start if told or not by else g.first - 1
            yield f.made("promise", "pledge", stranger or f.one(by), first, end, Found(min(g.last + 1, end - 1), end))
        elif due and (agreed or f.keys[g.first - 1] in f.lists["promise"]) and g.form.person == 3:
            acting = f.subject(g.last + told, follows.first, follows.form.plural) if follows is not None else ()
            shared = f.carried(s, start, g.first - 1) or acting  # «سخنرانی کرد و قول داد که …», «توافق کردند که X … متوقف کند»
            yield f.made("promise", "pledge", f.one(shared), g.first - 1, end, Found(min(g.last + 1, end - 1), end))


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


def resolved(f: Finder) -> Iterator[CommitmentDraft]:
    """«عزم X برای …», «تصمیم X برای خروج …», «وعده مقامات X برای پاسخ»: a party's resolve."""
    for s in f.draft.view.sentences:
        for at in range(s.first, s.last - 2):
            if f.keys[at] not in f.lists["resolve"] or f.keys[at - 1 : at] == ["عدم"] or at in f.draft.in_furniture:
                continue
            by, behind = _resolver(f, at, s)
            if not by or f.keys[behind : behind + 1] != ["برای"]:
                continue
            end = next((g.first - 1 for g in f.clauses.verbs_in(behind, s.last) if f.keys[g.first] not in MISTAKEN), f.trimmed(s))
            for i in range(behind + 3, end):
                if f.keys[i] in ("،", "را", "نیز", "هم", "متاسف", "متاسفیم") or i in f.clauses.verb_from:
                    end = i
                    break
            if end > behind + 1:
                yield f.made("resolve", "pledge", f.one(by), at, end)


def _resolver(f: Finder, at: int, s: Stretch) -> tuple[tuple[str, ...], int]:
    """Whose the resolve at a word is and the word behind that: a party, «خود» of the clause's subject, or somebody whom no lexicon names."""
    by, behind = f.named(at + 1, s.last), at + 2
    if at + 1 in f.clauses.mention_from:
        behind = f.clauses.mention_from[at + 1].last
    while by and f.keys[behind] == "و" and (joined := f.clauses.mention_from.get(behind + 1)) is not None:
        behind = joined.last  # «آمادگی لهستان و سوئد برای …»
    if not by and f.keys[at + 1] == "خود":
        return f.subject(f.start(s, at), at, False), behind
    if not by and (stranger := f.crowd(at + 1, s.last) or f.strangers.phrase(at + 1, s.last)[0]):
        return (stranger,), next((i for i in range(at + 2, min(at + 8, s.last)) if f.clauses.preposition(i, s.last)), at)
    return by, behind


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
        act = next((h for h in behind if h.form.tense is not Tense.SUBJUNCTIVE and not _of_condition(f, g.last, h.first)), None)
        if act is None or act.form.lemma in f.idle or act.form.tense not in (Tense.FUTURE, Tense.PRESENT):
            continue
        start = f.start(s, g.first)
        opening = max((h.last for h in behind if h.last <= act.first), default=g.last)
        opening += f.keys[opening] in ("که", "،", "تا")
        by = f.subject(opening, act.first, act.form.plural) or f.subject(start, g.first - 1, g.form.plural)
        by = by or tuple(x.speaker for x in f.draft.statements if x.speaker and x.cue and x.cue.first < g.last and g.first < x.cue.last)
        if by:
            yield f.made("threat", "pledge", f.one(by), g.first - 1, act.last, Found(g.last, act.last))


def _of_condition(f: Finder, first: int, verb: int) -> bool:
    """Whether a verb belongs to what a threat hangs on: «اگر … بر ندارند، …»."""
    at = next((i for i in range(first, verb) if f.conditions.at(f.keys, i, verb)), -1)
    return at >= 0 and "،" not in f.keys[at:verb] and not any(h.last <= verb for h in f.clauses.verbs_in(at, verb) if h.form.person)


# Promises before futures, which may stand inside them; mandates and requests before «باید», which is the weakest.
RULES: tuple[Callable[[Finder], Iterator[CommitmentDraft]], ...] = (
    promised, threatened, accepted, given, readiness, mandated, ordered, ordered_deed, framed, due, on_duty, asked, called, demanded, expected, own_future, decided, conditional, going_on,
    continued, refused, soon, meant, intended, ready, carried_copula, bound, obliged, put_to_you, asked_noun, charged_with, due_by_deal, resolved,
)  # fmt: skip
