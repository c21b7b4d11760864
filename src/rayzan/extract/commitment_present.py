"""Undertakings told by a present that means a future: under a condition, going on, soon, refused."""

from collections.abc import Iterator

from rayzan.extract.commitment_clause import Finder
from rayzan.extract.draft import CommitmentDraft
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch


def conditional(f: Finder) -> Iterator[CommitmentDraft]:
    """«اگر … اصلاح کنند، ما بررسی می‌کنیم», «در صورت وضع تعرفه … لغو می‌کنیم»: a speaker's own present under a condition."""
    for g, s in f.groups():
        if g.form.person == 2 or g.form.tense is not Tense.PRESENT or g.form.lemma in f.idle or g.form.passive:
            continue
        start = f.start(s, g.first)
        condition = f.condition(s, start) is not None or any(f.cases.at(f.keys, i, g.first) for i in range(start, g.first))
        if not condition:
            continue
        if g.form.person == 1:
            if (by := f.own(g)) is not None:
                yield f.made("conditional", "pledge", by, start, g.last)
        elif (side := f.subject(start, g.first, g.form.plural)) and f.sides.own(f.draft.speaker_at(g.first), side):
            yield f.made("conditional", "pledge", f.one(side), start, g.last)  # «در صورتی که X خارج شود، مسکو … می‌زند»


def going_on(f: Finder) -> Iterator[CommitmentDraft]:
    """«به رایزنی ادامه می‌دهیم»: a speaker's own present of going on."""
    for g, s in f.groups():
        going = g.form.person == 1 and g.form.tense is Tense.PRESENT and g.form.lemma == "دادن" and f.keys[g.first - 1] == "ادامه"
        if going and f.draft.speaker_at(g.first) is not None:
            yield f.made("going on", "pledge", f.own(g), f.start(s, g.first), g.last)


def soon(f: Finder) -> Iterator[CommitmentDraft]:
    """«پاکستان اعلام کرد که … طی دو روز آینده آزاد می‌کند»: a state's or body's own present for a coming day."""
    for g, s in f.groups():
        speaker = f.draft.speaker_at(g.first)
        if g.form.tense is not Tense.PRESENT or speaker is None or g.form.passive or g.form.lemma in f.idle:
            continue
        start = f.start(s, g.first)
        actor = f.draft.actors.get(speaker)
        if (
            actor
            and actor.type in ("state", "body")
            and f.lists["soon"] & set(f.keys[start : g.first])
            and ((by := f.subject(start, g.first, False)) == () or _object(f, start, g, by))
        ):
            yield f.made("soon", "pledge", speaker, start, g.last)


def _object(f: Finder, start: int, g: Group, by: tuple[str, ...]) -> bool:
    """«اعلام کرد ملا برادر مرد شماره ۲ طالبان را آزاد می‌کند»: somebody of no office at the head of what «را» ends."""
    return "را" in f.keys[start : g.first] and all(a.type == "person" and not a.office for i in by if (a := f.draft.actors.get(i)))


def continued(f: Finder) -> Iterator[CommitmentDraft]:
    """«سوئد به حمایت از X ادامه می‌دهد» told by its own side, «ارسال کمک‌ها ادامه خواهد یافت» of whoever speaks for a state or body."""
    for g, s in f.groups():
        if f.keys[g.first - 1] != "ادامه" or g.form.person != 3 or g.form.negative or {"؟", "اگر"} & set(f.keys[s.first : s.last]):
            continue
        coming = g.form.tense is Tense.FUTURE or g.form.tense is Tense.PRESENT and g.form.lemma != "داشتن"
        speaker = f.draft.speaker_at(g.first)
        actor = f.draft.actors.get(speaker or "")
        if not coming or speaker is None or actor is None or g.form.lemma not in ("دادن", "یافتن", "داشتن"):
            continue
        start = f.start(s, g.first)
        if g.form.lemma == "دادن":
            by = f.subject(start, g.first - 1, g.form.plural)
            if by and f.sides.own(speaker, by):
                yield f.made("going on", "pledge", f.one(by), start, g.last)
            continue
        if not (actor.office or actor.type in ("state", "body")) or not f.lists["efforts"] & set(f.keys[start : start + 4]):
            continue
        near = [m for m in f.clauses.mentions(start, min(start + 4, g.first)) if m.kind in ("state", "government", "body", "group")]
        owners = tuple(i for m in near if not any(f.clauses.preposition(at, m.first) for at in range(start, m.first)) for i in f.ids(m))
        own = tuple(i for i in owners if f.sides.own(speaker, (i,)))
        if not owners or own:
            yield f.made("going on", "pledge", f.one(own[:1]) or speaker, start, g.last)


def refused(f: Finder) -> Iterator[CommitmentDraft]:
    """«اجازه نمی‌دهیم کسی در امور ما دخالت کند», «از حق خود کوتاه نمی‌آییم», «پاسخ می‌دهیم», «گفت اجازه نمی‌دهد …»: what one will or will not
    do, in one's own present or one's side's."""
    for g, s in f.groups():
        told = f.refusals if g.form.negative else f.answering
        if g.form.tense is not Tense.PRESENT or {"؟", "اگر"} & set(f.keys[s.first : s.last]) or f.draft.speaker_at(g.first) is None:
            continue
        start = f.start(s, g.first)
        apart = g.form.negative and g.form.lemma == "دادن" and f.keys[g.first - 1] == "را" and "اجازه" in f.keys[start : g.first]
        if (f.keys[g.first - 1], g.form.lemma) not in told and not apart:
            continue
        tail = f.undertaken(g, s) if f.keys[g.first - 1] == "اجازه" else None
        if by := _refuser(f, s, start, g):
            yield f.made("refused", "pledge", f.one(by), start, tail.last if tail is not None else g.last)


def _refuser(f: Finder, s: Stretch, start: int, g: Group) -> tuple[str, ...]:
    """Who refuses: the speaker in the first person, in the third a subject of the speaker's side or the speaker left unsaid."""
    if g.form.person == 1:
        return tuple(i for i in (f.own(g),) if i)
    if g.form.person != 3 or not g.form.negative or f.keys[g.first - 1] != "اجازه":
        return ()
    by = f.subject(start, g.first - 1, g.form.plural) or f.unsaid(start, g.first - 1) or f.carried(s, start, g.first - 1)
    return by if by and f.sides.own(f.draft.speaker_at(g.first), by) else ()
