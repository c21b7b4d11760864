"""Undertakings told by a future: one's own, one's state's, a party's told by the narrator; and what a party means to do."""

from collections.abc import Iterator

from rayzan.extract.commitment_clause import DONE, Finder
from rayzan.extract.draft import CommitmentDraft, Found
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
        if not by and (speaker is None or f.sides.unknown(speaker)) and (stranger := f.head(start, g.first)[0]):
            by = (stranger,)  # «مسئولان فدراسیون … آغاز خواهند کرد»
        if not by and speaker and f.keys[start : start + 1] == ["دولت"] and (state := f.sides.state(speaker)):
            by = (state if state in f.draft.actors else speaker,)  # «دولت … تمکین خواهد کرد», by one of its ministers
        if not by and not f.clauses.mentions(start, start + 1):
            by = _shared(f, s, start, g)
        if by and all(f.draft.actors[i].type != "outlet" for i in by if i in f.draft.actors):
            met = speaker is None and f.lists["occasions"] & set(f.keys[g.first - 2 : g.first])  # «با X دیدار خواهد کرد» is an event
            if not foreseen and not met and f.may(speaker, by):
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
        if not f.done(g) or f.keys[g.first - 2] in f.lists["drift"] or (f.lists["unsaid"] | f.lists["asking"] | {"؟"}) & set(f.keys[s.first : g.first]):
            continue
        start = f.start(s, g.first)
        if f.lists["foreseen"] & set(f.keys[start : g.first]):
            continue
        if by := f.agent(start, g.first) or f.official(g):
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


def meant(f: Finder) -> Iterator[CommitmentDraft]:
    """«آمریکا قصد دارد … را خارج کند», «لهستان تصمیم گرفت سفارت خود را ببندد», «آماده است گفت‌وگو کند»: what a party means to do."""
    for g, s in f.groups():
        noun = next((f.keys[i] for i in range(g.first - 1, max(s.first, g.first - 2) - 1, -1) if f.keys[i] in f.lists["intent"]), None)
        if noun is None or g.form.negative and noun != "قصد" or g.form.lemma not in ("داشتن", "گرفتن", "بودن", "کردن"):
            continue
        if (
            g.form.tense in (Tense.SUBJUNCTIVE, Tense.FUTURE)
            or g.form.lemma == "داشتن"
            and g.form.tense is not Tense.PRESENT
            or noun == "تصمیم"
            and g.form.lemma not in ("گرفتن", "داشتن")
            or noun in ("بنا", "نظر", "برنامه")
            and (g.form.lemma != "داشتن" or noun == "نظر" and f.keys[g.first - 2] != "در")
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
        if not by and (speaker is None or f.sides.unknown(speaker)):
            stranger, _ = f.head(start, g.first)
            by = (stranger,) if stranger else f.carried(s, start, g.first - 1)
        if by and by[0] and (f.may(speaker, by) or g.form.person == 1):
            yield f.made("intent", "pledge", f.one(by), start, end)


def intended(f: Finder) -> Iterator[CommitmentDraft]:
    """«قصد تمدید اجاره را ندارد», «تصمیم به ازسرگیری … گرفت», «درصدد خروج از … است»: what a party means to do, in a noun phrase."""
    for g, s in f.groups():
        lemma = {"داشتن": ("قصد",), "گرفتن": ("تصمیم",), "بودن": ("درصدد", "مصمم")}.get(g.form.lemma, ())
        start, speaker = f.start(s, g.first), f.draft.speaker_at(g.first)
        at = next((i for i in range(g.first - 2, start - 1, -1) if f.keys[i] in lemma), -1)
        if at < 0 or f.keys[at] == "تصمیم" and f.keys[at + 1] != "به" or {"؟", "اگر"} & set(f.keys[s.first : s.last]):
            continue
        if g.form.lemma != "گرفتن" and g.form.tense is not Tense.PRESENT or g.form.tense not in (Tense.PRESENT, *DONE) or g.form.lemma == "گرفتن" and g.form.negative:
            continue
        if not f.keys[at + 1][0].isalpha() or f.keys[at + 1] in ("و", "خود", "جدی", "هم", "نیز"):
            continue
        own = ((f.own(g) or "",) if g.form.person == 1 else ()) or f.subject(start, at, g.form.plural)
        by = own or tuple(i for i in (f.head(start, at)[0],) if i) or f.unsaid(start, at) or f.carried(s, start, at)
        if by and by[0] and (f.may(speaker, by) or g.form.person == 1):
            yield f.made("intended", "pledge", f.one(by), start, g.last, Found(at + 1, g.first))
