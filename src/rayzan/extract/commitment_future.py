"""Undertakings told by a future, or by a present that means one: one's own, one's state's, a party's told by the narrator."""

from collections.abc import Iterator

from rayzan.extract.commitment_clause import Finder
from rayzan.extract.draft import CommitmentDraft
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch


def own_future(f: Finder) -> Iterator[CommitmentDraft]:
    """«دنبال خواهیم کرد»: a speaker's own future; «گفت کشورش … متوقف خواهد کرد»; «این بنیاد … تزریق خواهد کرد» told by the narrator."""
    for g, s in f.groups():
        if g.form.tense is not Tense.FUTURE or g.form.passive or _drifting(f, g) or (f.lists["unsaid"] | {"؟"}) & set(f.keys[s.first : s.last]):
            continue
        if g.form.lemma in f.idle and not (g.form.lemma == "داشتن" and g.form.person == 1):
            continue
        start, speaker = f.start(s, g.first), f.draft.speaker_at(g.first)
        if f.lists["asking"] & set(f.keys[start : g.first]):
            continue
        last = _aim(f, g, s)
        if g.form.person == 1:
            if speaker is not None:
                yield f.made("future:own", "pledge", f.own(g), start, last)
            continue
        foreseen = speaker is None and f.lists["foreseen"] & set(f.keys[s.first : s.last])
        by = f.subject(start, g.first, g.form.plural)
        if not by and speaker is None and (stranger := f.head(start, g.first)[0]):
            by = (stranger,)  # «مسئولان فدراسیون … آغاز خواهند کرد»
        if not by and not f.clauses.mentions(start, start + 1):
            by = _shared(f, s, start, g)
        if by and all(f.draft.actors[i].type != "outlet" for i in by if i in f.draft.actors):
            if not foreseen and (speaker is None or f.sides.own(speaker, by)):
                yield f.made("future:told", "pledge", f.one(by), start, last)
            continue
        if speaker and not by and _unsaid(f, start, g, speaker):
            by = _teller(f, s, start)
            yield f.made("future:told", "pledge", f.one(by) or speaker, start, last)


def _drifting(f: Finder, g: Group) -> bool:
    """What comes of itself: «رشد خواهد کرد», «قرار خواهد گرفت»; not «واکنش نشان خواهد داد»."""
    noun = f.keys[g.first - 1]
    return noun in f.lists["drift"] and "واکنش" not in f.keys[g.first - 4 : g.first] or noun == "قرار" and g.form.lemma == "گرفتن"


def _aim(f: Finder, g: Group, s: Stretch) -> int:
    """The word behind the undertaking: «سعی خواهد کرد از … خودداری کند» ends with what is tried."""
    tried = f.undertaken(g, s) if f.keys[g.first - 1] in f.lists["trying"] else None
    return tried.last if tried is not None else g.last


def _shared(f: Finder, s: Stretch, start: int, g: Group) -> tuple[str, ...]:
    """The subject that a future shares with the one it is joined to: «X … انجام خواهد داد و … خواهد کرد»."""
    before = next((h for h in reversed(f.clauses.verbs_in(s.first, start)) if h.form.person), None)
    if before is None or before.form.tense is not Tense.FUTURE or before.form.plural is not g.form.plural or f.keys[before.last] not in ("و", "،"):
        return ()
    stranger, phrase = f.head(start, g.first)
    if stranger or phrase and "را" not in f.keys[start : g.first] and f.keys[g.first - 1] not in f.lists["trying"]:
        return ()
    return f.subject(f.start(s, before.first), before.first, before.form.plural)


def decided(f: Finder) -> Iterator[CommitmentDraft]:
    """«گفت … مصادره خواهد شد», «در … گفت‌وگویی صورت نخواهد گرفت»: a deed to come in the passive, of whoever speaks for a state or body or is told with «توسط»."""
    for g, s in f.groups():
        if g.form.tense is not Tense.FUTURE or g.form.person != 3:
            continue
        if not f.done(g) or (f.lists["unsaid"] | f.lists["asking"] | {"؟", "اگر"}) & set(f.keys[s.first : g.first]):
            continue
        start, speaker = f.start(s, g.first), f.draft.speaker_at(g.first)
        if f.lists["foreseen"] & set(f.keys[start : g.first]):
            continue
        by = f.agent(start, g.first)
        actor = f.draft.actors.get(speaker or "")
        if not by and actor is not None and (actor.office or actor.type in ("state", "body")):
            by = (speaker or "",)
        if by:
            yield f.made("decided", "pledge", f.one(by), start, g.last)


def _teller(f: Finder, s: Stretch, start: int) -> tuple[str, ...]:
    """Who tells it to whom the speaker reports, «رسانه‌ها گفتند X به Y ابلاغ کرد که … نخواهد داد»; none where the clause hangs on the cue."""
    told = next((g for g in f.clauses.verbs_in(s.first, start) if f.keys[start - 1] == "که" and g.last == start - 1 and g.form.person), None)
    if told is None or any(x.cue and x.cue.first < told.last and told.first < x.cue.last for x in f.draft.statements):
        return ()
    return f.subject(f.start(s, told.first), told.first - 1, told.form.plural)


def _unsaid(f: Finder, start: int, g: Group, speaker: str) -> bool:
    """«اعلام کرد از طرح پرده‌برداری خواهد کرد»: no subject stands in the clause, so it is the speaker's own; «آنها» are a group that speaks."""
    actor = f.draft.actors.get(speaker)
    if actor is None or actor.type == "outlet":
        return False
    if f.keys[start] in ("آنها", "آنان", "این"):
        return actor.type in ("group", "body")
    voice = f.draft.voice.get(g.first)
    if voice is None or voice.directness != "indirect" or g.form.plural and actor.type != "group":
        return False
    stranger, phrase = f.head(start, g.first)
    return (
        stranger is None
        and (not phrase or f.keys[g.first - 2 : g.first - 1] == ["را"] or "را" in f.keys[start : g.first])
        and not f.clauses.mentions(start, start + 1)
    )


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


def meant(f: Finder) -> Iterator[CommitmentDraft]:
    """«آمریکا قصد دارد … را خارج کند», «لهستان تصمیم گرفت سفارت خود را ببندد», «آماده است گفت‌وگو کند»: what a party means to do."""
    for g, s in f.groups():
        noun = next((f.keys[i] for i in range(g.first - 1, max(s.first, g.first - 2) - 1, -1) if f.keys[i] in f.lists["intent"]), None)
        if noun is None or g.form.negative or g.form.lemma not in ("داشتن", "گرفتن", "بودن", "کردن"):
            continue
        if (
            g.form.tense in (Tense.SUBJUNCTIVE, Tense.FUTURE)
            or g.form.lemma == "داشتن"
            and g.form.tense is not Tense.PRESENT
            or noun == "تصمیم"
            and g.form.lemma != "گرفتن"
        ):
            continue
        tail = f.undertaken(g, s)
        if tail is None or tail.form.lemma in f.idle:
            continue
        end = tail.last
        start, speaker = f.start(s, g.first), f.draft.speaker_at(g.first)
        by = f.subject(start, g.first - 1, g.form.plural) or ((f.own(g) or "",) if g.form.person == 1 else ())
        voice = f.draft.voice.get(g.first)
        if not by and speaker is not None and voice is not None and voice.directness == "indirect" and start >= g.first - 1:
            by = (speaker,)  # «گفته بود که قصد دارد …»
        if not by and speaker is None:
            stranger, _ = f.head(start, g.first)
            by = (stranger,) if stranger else ()
        if by and by[0] and (speaker is None or f.sides.own(speaker, by) or g.form.person == 1):
            yield f.made("intent", "pledge", f.one(by), start, end)
