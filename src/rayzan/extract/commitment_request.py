"""Requests: what a named party is asked, called on, told that it must do."""

from collections.abc import Iterator

from rayzan.extract.commitment_clause import Finder
from rayzan.extract.draft import CommitmentDraft, Found
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch

ASKED = 12  # words between «از», whoever is asked, and «خواستار»


def asked(f: Finder) -> Iterator[CommitmentDraft]:
    """«از X خواست که …», «از X می‌خواهم …», «از X خواسته که …»: put to a named party."""
    for g, s in f.groups(participles=True):
        if g.form.lemma != "خواستن" or g.form.negative or g.form.tense in (Tense.FUTURE, Tense.SUBJUNCTIVE):
            continue
        if g.form.tense is Tense.PAST and f.keys[g.last] == "و":
            continue  # «خواست و اراده ملت»
        start = f.start(s, g.first)
        at = _asked_of(f, start, g)
        end = f.end(s, g.last)
        if at < 0 or end <= g.last + 1:
            continue
        content = next((x for x in f.draft.statements if x.cue and x.cue.first <= g.first < x.cue.last), None)
        if content is not None and content.first >= g.last and not any(h.form.person for h in f.clauses.verbs_in(g.last, end)):
            end = max(end, content.last)
        yield f.made("ask", "request", f.one(f.party(at + 1, g.first)), at, end, Found(g.last, end), None)


def _asked_of(f: Finder, start: int, g: Group) -> int:
    """The «از» before whoever is asked, -1 if nobody is: «از سیاست می‌خواهند دور بمانند» asks nobody."""
    told = f.keys[g.last : g.last + 1] in (["که"], ["تا"], [":"])
    for i in range(g.first - 2, start - 1, -1):
        if f.keys[i] != "از":
            continue
        if f.party(i + 1, g.first):
            return i
        if f.keys[i + 1][0].isalpha() and (told or g.form.person == 1 or g.form.tense not in (Tense.PRESENT, Tense.PARTICIPLE)):
            return -1 if any(h.last <= g.first for h in f.clauses.verbs_in(i, g.first)) else i
    return -1


def demanded(f: Finder) -> Iterator[CommitmentDraft]:
    """«خواستار بازگشت X و Y به میز مذاکره شد»: a demand that names who is to act."""
    for x in f.draft.statements:
        if x.act != "demand" or x.cue is None or f.keys[x.cue.first] not in ("خواستار", "خواهان"):
            continue
        s = f.draft.view.sentences[f.draft.view.sentence_of[x.cue.first]]
        begin = f.start(s, x.cue.first)
        of = next((i for i in range(x.cue.first - 2, begin - 1, -1) if f.keys[i] == "از"), -1)
        if of > begin and not any(m.last == of for m in f.clauses.mentions(begin, of)):
            of = -1  # «نیمی از سوئدی‌ها خواستار … هستند»
        if of >= 0 and of > x.cue.first - ASKED and (put := f.party(of + 1, x.cue.first)) and not any(f.clauses.preposition(i, x.cue.first) for i in range(of + 1, x.cue.first)):
            yield f.made("demand", "request", f.one(put), of, max(x.last, x.cue.last), Found(x.first, x.last))  # «از X خواستار توقف … شد»
            continue
        acting = f.keys[x.first] in f.lists["acts"]
        by = (f.party(x.first + 1, x.last) or _among(f, x.first + 1, x.last) if acting else ()) or f.agent(x.first, x.last)
        verbs = [g for g in f.clauses.verbs_in(x.first, x.last) if g.form.person]
        first, last = min(x.first, x.cue.first), max(x.last, x.cue.last)
        by = by or (f.subject(x.first, x.last, True) if verbs else ())
        if last - first <= 45 and by:
            yield f.made("demand", "request", f.one(by), first, last, Found(x.first, x.last))


def _among(f: Finder, first: int, last: int) -> tuple[str, ...]:
    """Those whom «میان», «بین» joins: «همکاری میان قدرت‌های جهان», «وحدت و همبستگی میان شهروندان»."""
    at = next((i for i in range(first, min(first + 5, last)) if f.keys[i] in ("میان", "بین")), -1)
    return f.party(at + 1, last) if at >= 0 else ()


def obliged(f: Finder) -> Iterator[CommitmentDraft]:
    """«تهران باید … فراهم کند», «… نباید وارد شده و … وارد کنند», «باید توسط X بررسی شود»: put to a named party by somebody else."""
    for g, s in f.groups():
        if g.form.tense is not Tense.SUBJUNCTIVE or g.form.person != 3:
            continue
        start, speaker = f.start(s, g.first), f.draft.speaker_at(g.first)
        must = next((i for i in range(start, g.first) if f.keys[i] in f.lists["must"]), None)
        earlier = f.clauses.verbs_in(s.first, start)
        if must is None and earlier and earlier[-1].form.tense is Tense.PARTICIPLE and f.keys[start - 1] == "و":
            start = f.start(s, earlier[-1].first)
            must = next((i for i in range(start, g.first) if f.keys[i] in f.lists["must"]), None)
        if must is None or speaker is None:
            continue
        by = f.agent(must, g.first) or (() if g.form.passive else _bearer(f, start, must, g))
        if not by and g.form.plural and f.keys[must - 1] in ("که", "کاری") and f.keys[g.last : g.last + 3] == ["این", "است", "که"]:
            yield f.made("must", "request", None, start, f.end(s, g.last + 3))  # «تنها کاری که باید بکنند این است که …»
            continue
        side = None if f.sides.outside(speaker) else f.sides.state(speaker)
        forces = all(f.draft.actors[i].type == "group" and f.draft.actors[i].state == side for i in by if i in f.draft.actors)
        others = side not in by or len(by) > 1  # «واشنگتن و آنکارا باید همکاری کنند» is put to the other, too
        if by and speaker not in by and others and not (side and forces):
            end = g.last
            if f.keys[end : end + 3] == ["این", "است", "که"]:  # «کاری که X باید انجام دهد این است که …»
                end = f.end(s, end + 3)
            yield f.made("must", "request", f.one(by), start, end)


def _bearer(f: Finder, start: int, must: int, g: Group) -> tuple[str, ...]:
    """Who stands before «باید» as its subject; empty for a pronoun and for nobody."""
    source = f.clauses.subject(start, must, g.form.plural, strict=True)
    if (source is None or not source.who) and (behind := f.subject(must + 1, g.first, g.form.plural)) and f.clauses.mentions(must + 1, must + 2):
        return behind  # «این کار را باید دولت … انجام دهد»
    if source is not None and source.who:
        if not f.leads(source.first, start) or source.who[0].kind not in ("name", "title", "state", "body", "group", "government", "people"):
            return ()
        return tuple(i for m in source.who for i in f.ids(m))
    stranger = f.head(start, must)[0] if g.form.lemma != "شدن" else None
    return (stranger,) if stranger else _asking(f, start, must)


def _asking(f: Finder, start: int, must: int) -> tuple[str, ...]:
    """Whose demands they are that must go a way: «همه درخواست‌های آژانس باید به شورا داده شود»."""
    at = next((i for i in range(start, must - 1) if f.keys[i].startswith(("درخواست", "تقاضا"))), None)
    m = f.clauses.mention_from.get(at + 1) if at is not None else None
    return tuple(f.ids(m)) if m is not None and m.last == must and m.kind in ("state", "body", "government", "name", "title") else ()


def called(f: Finder) -> Iterator[CommitmentDraft]:
    """«از X درخواست کرد که …», «به X توصیه کرد که …», «X را به پذیرش … فراخواند»: put to a named party in other words than «خواست»."""
    for g, s in f.groups():
        noun = f.keys[g.first - 1]
        if (
            g.form.negative
            or g.form.tense in (Tense.FUTURE, Tense.SUBJUNCTIVE)
            or noun not in f.lists["calling"]
            and g.form.lemma != "فراخواندن"
        ):
            continue
        start = f.start(s, g.first)
        before = "به" if noun in f.lists["advising"] else "از"
        whom = next((i for i in range(g.first - 2, start - 1, -1) if f.keys[i] == before and f.party(i + 1, g.first)), -1)
        follows = f.undertaken(g, s)
        needs = follows is not None and f.lists["must"] & set(f.keys[g.last : follows.first])  # «توصیه می‌کنند، باید ببینیم»
        if whom < 0 and follows is not None and g.form.lemma in ("کردن", "دادن") and not noun.startswith(("اخطار", "هشدار")):
            whom = _unnamed(f, start, g, before)
        if whom >= 0 and follows is not None and not needs:
            end = max(f.end(s, g.last), follows.last)
            yield f.made("call", "request", f.one(f.party(whom + 1, g.first)), whom, end, Found(g.last, end))
            continue
        if whom < 0 and before == "از" and noun in ("دعوت", "درخواست"):  # «از آن برای تمدید قرارداد دعوت کرده است»
            whom = next((i for i in range(start, g.first - 3) if f.keys[i] == "از" and f.keys[i + 1] in ("آن", "آنها", "آنان")), -1)
        purpose = next((i for i in range(whom + 2, g.first - 2) if f.keys[i] == "برای"), -1) if whom >= 0 and before == "از" else -1
        if purpose > 0:  # «از X برای نظارت بر … دعوت کرد»
            yield f.made("call", "request", f.one(f.party(whom + 1, purpose)), whom, g.last, Found(purpose + 1, g.first - 1))
            continue
        mark = next((i for i in range(start + 1, g.first - 2) if f.keys[i : i + 2] == ["را", "به"]), -1)
        opening = next((i for i in range(max(start, mark - 8), mark) if f.crowd(i, mark, object=True)), -1) if mark > 0 else -1
        owner = next((m for m in f.clauses.mentions(start, g.first - 1) if m.actors and m.last == mark and mark + 3 < g.first), None)
        if opening >= 0 and (owner is None or opening < owner.first):
            yield f.made("call", "request", f.crowd(opening, mark, object=True), opening, g.last, Found(mark + 1, g.first - 1))
        elif owner is not None:
            yield f.made("call", "request", f.one(f.ids(owner)), owner.first, g.last, Found(mark + 1, g.first - 1))


def _unnamed(f: Finder, start: int, g: Group, before: str) -> int:
    """The «از», «به» before whoever is asked though no lexicon names them: «از رقبای خود درخواست کرد …»; -1 if nobody is."""
    at = g.first - 1
    while at > start and at > g.first - 8:
        at -= 1
        if f.keys[at] == before:
            return at if f.keys[at + 1][0].isalpha() and f.keys[at + 1] not in f.lists["adverbial"] and at + 1 < g.first - 1 else -1
        if at in f.clauses.verb_from or f.clauses.preposition(at, g.first):
            return -1
    return -1


def expected(f: Finder) -> Iterator[CommitmentDraft]:
    """«انتظار داریم کشورهای اروپایی … عمل کنند», «لازم است ایران … پاسخ دهد»: put to a named party by somebody else."""
    for g, s in f.groups():
        wish = f.keys[g.first - 1] in ("انتظار", "توقع") and g.form.lemma == "داشتن" or f.keys[g.first - 1] in ("لازم", "ضروری", "بهتر") and g.form.lemma == "بودن"
        speaker, follows = f.draft.speaker_at(g.first), f.following(g, s)
        if not wish or speaker is None or g.form.negative or g.form.tense is not Tense.PRESENT:
            continue
        if follows is None or follows.form.tense is not Tense.SUBJUNCTIVE or follows.form.lemma in f.idle or follows.form.person != 3:
            continue
        opening = g.last + (f.keys[g.last] in ("که", "تا"))
        of = next((i for i in range(f.start(s, g.first), g.first - 1) if f.keys[i] == "از"), -1) if wish else -1
        if of >= 0 and (asked := f.party(of + 1, g.first)):  # «از دولت X انتظار دارد تا …»
            yield f.made("expected", "request", f.one(asked), of, follows.last, Found(opening, follows.last))
            continue
        by = f.subject(opening, follows.first, follows.form.plural) or tuple(i for i in (f.head(opening, follows.first)[0],) if i)
        if by and not f.sides.own(speaker, by):
            yield f.made("expected", "request", f.one(by), opening, follows.last)


def put_to_you(f: Finder) -> Iterator[CommitmentDraft]:
    """«شما باید مرز را باز کنید», «خطاب به X گفت: … را کنار بگذارید»: put to whoever is spoken to."""
    for g, s in f.groups():
        if g.form.person != 2 or f.draft.speaker_at(g.first) is None or g.form.lemma in f.idle or "؟" in f.keys[s.first : s.last]:
            continue
        start = f.start(s, g.first)
        told = g.form.tense is Tense.SUBJUNCTIVE and bool(f.lists["must"] & set(f.keys[start : g.first]))
        spoken = _addressed(f, s, g)
        if g.form.lemma == "آمدن" and g.first - start < 2:
            continue  # «بیایید مذاکره کنیم»
        if told and f.keys[g.last : g.last + 3] == ["این", "است", "که"] or told and f.keys[g.last : g.last + 2] == ["این", "است"]:
            yield f.made("you", "request", None, start, f.end(s, g.last + 2))  # «کاری که شما باید بکنید این است که …»
        elif told or spoken and g.form.tense in (Tense.SUBJUNCTIVE, Tense.IMPERATIVE) and not f.lists["unsaid"] & set(f.keys[s.first : g.first]):
            yield f.made("you", "request", f.one(spoken), start, g.last)


def _addressed(f: Finder, s: Stretch, g: Group) -> tuple[str, ...]:
    """Whom «خطاب به X» before a verb names; empty if nobody is addressed."""
    at = next((i for i in range(g.first - 1, s.first, -1) if f.keys[i - 1 : i + 1] == ["خطاب", "به"]), -1)
    return f.party(at + 1, g.first) if at > 0 else ()


def asked_noun(f: Finder) -> Iterator[CommitmentDraft]:
    """«درخواست سوئد از لهستان برای نظارت بر مذاکرات»: a request told in a noun phrase."""
    for s in f.draft.view.sentences:
        for at in range(s.first, s.last - 4):
            if f.keys[at] not in f.lists["asking_nouns"] or at in f.draft.in_furniture or at > s.first and f.keys[at - 1] == "به":
                continue
            asker = f.clauses.mention_from.get(at + 1)
            if asker is None or f.keys[asker.last] != "از" or not (by := f.named(asker.last + 1, s.last)):
                continue
            aim = next((i for i in range(asker.last + 2, min(asker.last + ASKED, s.last)) if f.keys[i] == "برای"), -1)
            if aim < 0 or any(i in f.clauses.verb_from for i in range(at, aim)):
                continue
            end = next((g.first - (f.keys[g.first - 1] != "را") for g in f.clauses.verbs_in(aim, s.last) if g.form.person), f.trimmed(s))
            if end > aim + 1:
                yield f.made("asked", "request", f.one(by), at, end, Found(aim + 1, end))
