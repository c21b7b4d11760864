"""Mandates: what a party is charged with, ordered, due or agreed to do."""

from collections.abc import Iterator

from rayzan.extract.commitment_clause import DONE, Finder
from rayzan.extract.draft import CommitmentDraft, Found
from rayzan.lang.fa.verbs import Tense

CHARGE = 8  # words from «مامور» over what it is for to its verb


def due(f: Finder) -> Iterator[CommitmentDraft]:
    """«قرار است X … آغاز کرده و Y … خاتمه دهد», «قرار است توسط X تامین شود»: what a party is to do; a visit, meeting or call to come is an event."""
    for g, s in f.groups():
        if f.keys[g.first - 1] not in f.lists["frames"] or g.form.lemma != "بودن" or g.form.tense is not Tense.PRESENT or g.form.negative:
            continue
        if (f.lists["unsaid"] | {"؟"}) & set(f.keys[s.first : s.last]):
            continue
        at, start = g.last, f.start(s, g.first)
        before = f.subject(start, g.first - 1, g.form.plural)
        before = before or tuple(i for i in (f.head(start, g.first - 1)[0],) if i)
        for h in f.clauses.verbs_in(g.last, s.last):
            if h.form.tense is Tense.INFINITIVE:
                continue
            joined = f.keys[h.last : h.last + 1] in (["و"], ["،"])
            if h.form.tense is not Tense.SUBJUNCTIVE and not (h.form.tense is Tense.PARTICIPLE and joined):
                break
            at += f.keys[at] in ("و", "،", "که", "تا")
            by = f.subject(at, h.first, h.form.plural) or tuple(i for i in (f.head(at, h.first)[0],) if i) or (before if at <= g.last + 1 else ())
            passive = h.form.passive or h.form.lemma == "شدن" or f.done(h)
            if passive:
                by = (f.agent(at, h.first) or f.official(h)) if f.done(h) else ()
            told = passive and f.done(h) and f.keys[h.first - 1] not in f.lists["tellings"] and h.form.tense is Tense.SUBJUNCTIVE
            if (by or told) and (passive or h.form.lemma not in f.idle) and not f.lists["occasions"] & set(f.keys[h.first - 3 : h.first]):
                yield f.made("due", "mandate", f.one(by), at, h.last)
            at = h.last


def on_duty(f: Finder) -> Iterator[CommitmentDraft]:
    """«دولت موظف است … پرداخت کند»: a party's duty by law or order; one's own («موظفیم») is no mandate."""
    for g, s in f.groups():
        plural = f.keys[g.first].endswith("ند") and f.keys[g.first] in f.lists["duty"]
        if not plural and (f.keys[g.first - 1] not in f.lists["duty"] or g.form.lemma != "بودن" or g.form.tense is not Tense.PRESENT):
            continue
        if g.form.negative or g.form.person != 3 or {"؟", "آیا", "اگر"} & set(f.keys[s.first : g.last]):
            continue
        start, tail = f.start(s, g.first), f.undertaken(g, s)
        if tail is None:
            continue
        by = f.subject(start, g.first - 1, g.form.plural) or tuple(i for i in (f.head(start, g.first - 1)[0],) if i)
        if by:
            yield f.made("duty", "mandate", f.one(by), start, tail.last, Found(g.last, tail.last))


def framed(f: Finder) -> Iterator[CommitmentDraft]:
    """«قرار شد بین X و Y تبادلاتی آغاز شود», «مقرر شده است که …»: what was agreed to be done."""
    for g, s in f.groups(participles=True):
        agreed = f.keys[g.first - 1] in f.lists["frames"] or f.keys[g.first - 1] == "توافق"
        if g.form.lemma != "شدن" or not agreed or g.form.negative or g.form.passive:
            continue
        if g.form.tense is not Tense.PAST and (g.form.tense not in (Tense.PERFECT, Tense.PARTICIPLE) or f.undertaken(g, s) is None):
            continue
        if {"اگر", "؟"} & set(f.keys[s.first : g.first]) or ((tail := f.undertaken(g, s)) is not None and (tail.form.lemma == "بودن" or f.lists["must"] & set(f.keys[g.last : tail.first]))):
            continue
        end = f.trimmed(s) if s.last - g.last < 40 else f.end(s, g.last)
        between = next((f.named(i + 1, end, 3) for i in range(g.last, end) if f.keys[i] in ("بین", "میان")), ())
        by = between or f.subject(g.last + (f.keys[g.last] in ("که", "تا")), end, True)
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
    """«به X دستور داد که …», «دستور داد نیروها … بازگردند», «به X ماموریت داده شد …»: an order, with whoever is to act where named."""
    for g, s in f.groups(participles=True):
        if f.keys[g.first - 1] not in ("دستور", "ماموریت", "فرمان") or g.form.lemma != "دادن" or g.form.negative:
            continue
        if g.form.tense in (Tense.FUTURE, Tense.SUBJUNCTIVE) or g.form.tense is Tense.PRESENT and not g.form.passive:
            continue
        follows = f.undertaken(g, s)
        if follows is None:
            continue
        start = f.start(s, g.first)
        whom = next((i for i in range(start, g.first - 1) if f.keys[i] == "به" and f.party(i + 1, g.first)), -1)
        if g.form.passive and whom < 0:
            continue
        opening = g.last + (f.keys[g.last] in ("که", "تا"))
        by = f.party(whom + 1, g.first) if whom >= 0 else f.subject(opening, follows.first, follows.form.plural)
        end = max(f.end(s, g.last), follows.last)
        yield f.made("order", "mandate", f.one(by), whom if whom >= 0 else g.first - 1, end, Found(g.last, end))


def ordered_deed(f: Finder) -> Iterator[CommitmentDraft]:
    """«به وزیر کشور دستور تشکیل ستاد را داد», «دستور تخلیه شهر را صادر کرد»: an order for a deed told in a noun phrase."""
    for g, s in f.groups(participles=True):
        issued = f.keys[g.first - 1] == "صادر" and g.form.lemma == "کردن"
        if g.form.negative or g.form.passive or not (issued or g.form.lemma == "دادن") or g.form.tense not in (Tense.PAST, Tense.PERFECT, Tense.PARTICIPLE):
            continue
        start = f.start(s, g.first)
        at = next((i for i in range(g.first - 2, start - 1, -1) if f.keys[i] in ("دستور", "فرمان", "ماموریت")), -1)
        if at < 0 or f.keys[at + 1] in ("کار", "را", "داد", "و", "این", "های") or f.keys[at - 1] == "به" or not f.keys[at + 1][0].isalpha():
            continue
        if "را" not in f.keys[at + 1 : g.first] and g.first - at > CHARGE or f.keys[g.first - 1] in f.lists["light"]:
            continue
        whom = next((i for i in range(start, at) if f.keys[i] == "به" and f.party(i + 1, at)), -1)
        by = f.party(whom + 1, at) if whom >= 0 else ()
        yield f.made("order", "mandate", f.one(by), whom if whom >= 0 else at, g.last, Found(at + 1, g.first))


def charged_with(f: Finder) -> Iterator[CommitmentDraft]:
    """«باشگاه ملزم به پرداخت خسارت شد», «دولت موظف به اجرای آن است»: a duty told in a noun phrase."""
    for g, s in f.groups(participles=True):
        if g.form.lemma not in ("بودن", "شدن", "کردن") or g.form.negative or g.form.tense not in (*DONE, Tense.PRESENT, Tense.PARTICIPLE):
            continue
        start = f.start(s, g.first)
        at = next((i for i in range(start, g.first - 1) if f.keys[i] in f.lists["duty"] and f.keys[i + 1] == "به"), -1)
        if at < 0 or g.form.person == 1 or {"؟", "اگر"} & set(f.keys[s.first : g.first]):
            continue
        if g.form.lemma == "کردن":
            object = next((m for m in reversed(f.clauses.mentions(start, at)) if m.actors and f.keys[m.last] == "را"), None)
            by = f.ids(object) if object is not None else ()
        else:
            by = f.subject(start, at, g.form.plural) or tuple(i for i in (f.head(start, at)[0],) if i)
        if by:
            yield f.made("duty", "mandate", f.one(by), start, g.last, Found(at + 2, g.first))


def due_by_deal(f: Finder) -> Iterator[CommitmentDraft]:
    """«طبق توافق، سوئد باید مرز خود را باز کند», «بر اساس توافق، سوئد مرز را باز می‌کند»: what the narrator tells to be due by a deal or a law."""
    for g, s in f.groups():
        now = g.form.tense is Tense.PRESENT and not g.form.passive and not g.form.negative
        if not (g.form.tense is Tense.SUBJUNCTIVE or now) or g.form.person != 3 or f.draft.speaker_at(g.first) is not None:
            continue
        start = f.start(s, g.first)
        must = next((i for i in range(start, g.first) if f.keys[i] in f.lists["must"]), -1)
        if now and must < 0 and start - s.first < CHARGE and any(f.by_deal.at(f.keys, i, g.first) and {"توافق", "توافقنامه", "قرارداد"} & set(f.keys[i : i + 4]) for i in range(s.first, min(s.first + 3, g.first))):
            must = g.first  # «بر اساس این توافق، X فعالیت خود را از سر می‌گیرد»
        if must < 0 or not any(f.by_deal.at(f.keys, i, must) for i in range(s.first, must)) or {"؟", "اگر"} & set(f.keys[s.first : s.last]):
            continue
        start += max((f.by_deal.at(f.keys, start, must)), 0) if f.keys[start + 1 : start + 2] == ["این"] else 0  # «بر این اساس»
        source = f.subject(start, must, g.form.plural) or tuple(i for i in (f.head(start, must)[0],) if i)
        if source and g.form.lemma not in f.idle:
            yield f.made("due", "mandate", f.one(source), start, g.last)
