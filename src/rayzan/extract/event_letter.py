"""Events told by a noun without a meeting: letters and messages, sessions of a body, resignations, withdrawals, ties cut."""

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_noun import HELD, Nouns, Shapes, Site
from rayzan.extract.event_party import Ids
from rayzan.extract.event_talk import meet
from rayzan.lang.fa.numerals import number_at
from rayzan.lang.fa.verbs import Tense

LISTED = 14  # words of a list of those written to
WISHED = 40  # words of a message up to the verb that thanks or congratulates
WISHES = frozenset({"تبریک", "تسلیت", "تشکر", "قدردانی", "سپاسگزاری", "همدردی", "تهنیت"})
DONE = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
SENT = ("نوشتن", "فرستادن", "کردن", "دادن", "رساندن")


def letter(n: Nouns, x: Site) -> EventDraft | None:
    """«نامه X به Y», «X در نامه‌ای به Y نوشت», «X پیام Z را به Y تسلیم کرد»."""
    r = n.roles
    if n.keys[x.behind : x.behind + 1] == ["در"] and n.keys[x.behind + 1].startswith(POSTED):
        return None  # «پیامی در توییتر» is talk
    if n.keys[x.behind] in FIGURES:
        return None  # «پیام ضعف به X» is a figure of speech
    if x.framed and (wished := _wished(n, x)) is not None:
        return wished
    if n.keys[x.behind : x.behind + 1] == ["که"] and (sent := _sent(n, x)) is not None:
        return sent
    owner, after = r.near(x.behind, x.s.last, 1)
    to, at, end = r.target(after, min(after + LISTED, x.s.last))
    if to and (n.keys[at] != "به" or at > after + 3 or n.keys[at - 1] == "نسبت" or n.keys[at + 1] in COMPOUND or r.clauses.verbs_in(after, at)):
        to = ()
    if owner and to:
        brought = next((g for g in r.clauses.verbs_in(end, min(end + 6, x.s.last)) if g.form.person), None)
        meant = "planned" if brought is not None and brought.form.tense is Tense.SUBJUNCTIVE else None  # «تا پیام X را به Y برساند»
        return n.made(x._replace(group=None), owner, to, end, status=meant) if r.known((*owner, *to)) else None
    near = r.clauses.verbs_in(x.behind, min(x.behind + 18, x.s.last))
    verb = next((g for g in near if g.form.person or n.keys[g.last : g.last + 1] == ["و"]), None)  # «نامه‌ای ارسال کرده و …»
    finite = verb is not None and verb.form.lemma in SENT and (n.keys[verb.first - 1] in HANDED or verb.form.lemma in ("نوشتن", "فرستادن"))
    if finite and verb is not None and not verb.form.negative and not to:
        to, at, end = r.target(x.behind, verb.first)
        addressed = next((i for i in range(x.behind, verb.first) if n.keys[i] == "برای"), -1)
        if not to and addressed >= 0:  # «نامه‌ای برای X فرستاد»
            to, end = r.near(addressed + 1, verb.first, 1)
        if not to and verb.first - x.behind <= 2:  # «X به Y پیام تسلیت فرستاد»
            to, end = r.target(x.start, x.first)[0], verb.last
    if not to or not (finite or x.framed or n.keys[x.first - 1] in ("ارسال", "نگارش", "تسلیم", "تحویل")):
        return None
    own = verb is not None and verb.form.person == 1 and n.roles.draft.speaker_at(x.first)
    who = (own,) if own else r.subject(x.s, x.start, x.first) or (r.speaker(x.s) if x.framed else ())
    who = tuple(i for i in who if i not in to)
    if not who or not r.known((*who, *to)):
        return None
    return n.made(x._replace(group=verb if finite else None), who, to, end)


def _wished(n: Nouns, x: Site) -> EventDraft | None:
    """«X در پیامی انتخاب Y را تبریک گفت», «X در نامه‌ای از کمک Y تشکر کرد»: a letter to whom it congratulates or thanks; None with «به»."""
    r = n.roles
    verb = next((g for g in r.clauses.verbs_in(x.last, min(x.last + WISHED, x.s.last)) if g.form.person and n.keys[g.first - 1] in WISHES), None)
    if verb is None or n.keys[x.behind] == "به" or verb.form.negative or verb.form.tense not in DONE:
        return None
    who = r.subject(x.s, x.start, x.first)
    at = next((i for i in range(verb.first - 2, x.behind - 1, -1) if n.keys[i] == "به" and r.near(i + 1, verb.first, 1)[0]), -1)
    own = {s for i in who if (s := r.draft.actors[i].state) is not None} | set(who)
    named = (ids for m in r.clauses.mentions(x.behind, verb.first) if (ids := tuple(i for i in r.ids(m) if i not in own)))
    to = (r.near(at + 1, verb.first, 1)[0] if at >= 0 and n.keys[verb.first - 2] != "را" else ()) or next(named, ())
    to = tuple(i for i in to if i not in who)
    return n.made(x._replace(group=None), who, to, verb.last) if who and to and r.known((*who, *to)) else None


def _sent(n: Nouns, x: Site) -> EventDraft | None:
    """«X در پیامی که برای Y فرستاد», «نامه‌ای که X به Y نوشته است»: a message in a clause of its own."""
    r, that = n.roles, x.behind
    verb = next((g for g in r.clauses.verbs_in(that, min(that + WISHED, x.s.last)) if g.form.person), None)
    if verb is None or verb.form.lemma not in SENT or verb.form.negative or verb.form.tense not in DONE:
        return None
    if n.keys[verb.first - 1] not in HANDED and verb.form.lemma not in ("نوشتن", "فرستادن"):
        return None
    at = next((i for i in range(that + 1, verb.first) if n.keys[i] in ("به", "برای")), -1)
    to = r.near(at + 1, verb.first, 2)[0] if at >= 0 else ()
    inner = r.near(that + 1, at, 0)[0] if at >= 0 else ()
    who = tuple(i for i in inner or r.subject(x.s, x.start, x.first) or r.speaker(x.s) if i not in to)
    return n.made(x._replace(group=verb), who, to, verb.last) if who and to and r.known((*who, *to)) else None


def session(n: Nouns, x: Site) -> EventDraft | None:
    """«شورای امنیت نشست برگزار کرد», «جلسه شورای حکام برگزار شد / می‌شود»."""
    r = n.roles
    if x.framed and n.keys[x.behind : x.behind + 1] == ["با"]:
        return meet(n, x)  # «X در نشستی با Y …»
    if n.keys[x.first - 1].endswith("مین") and n.keys[x.first - 2] == "در" and _common(n, held := r.near(x.behind, x.s.last, 1)):
        event = n.made(x._replace(group=None), held[0], (), held[1])  # «در صدوپنجاهمین نشست اوپک توافق کردند»
        if event is not None:
            event.type = "summit"
        return event
    if n.keys[x.behind : x.behind + 1] == ["با"] and n.keys[x.first - 1] in ("برگزاری", "انجام") and n.scene.proposed.at(n.keys, x.first - 2, x.first):
        return _proposed(n, x)
    verb = next((g for g in r.clauses.verbs_in(x.last, min(x.last + LONG, x.s.last)) if g.form.person and not n.arranged(g)), None)
    with_ = x.behind + (n.keys[x.behind : x.behind + 1] == ["را"])  # «جلسه‌ای را با X داشتیم»
    if verb is not None and verb.form.lemma == "داشتن" and n.keys[with_ : with_ + 1] == ["با"] and not r.clauses.verbs_in(x.last, verb.first):
        return meet(n, x._replace(group=verb, behind=with_))
    if verb is None or n.keys[verb.first - 1] not in HELD and n.keys[verb.first - 3 : verb.first] not in OPENED:
        both, after = r.near(x.behind, min(x.behind + 22, x.s.last), 1)  # «نشست X و Y»
        if not both and n.keys[x.behind : x.behind + 1] in (["میان"], ["بین"]):
            both, after = r.between(x.behind, min(x.behind + 14, x.s.last))
        named = len(both) > 1 and all(r.kind(i) in ("person", "state") for i in both) and r.known(both)
        return n.made(x._replace(group=None), both, (), after) if named and n.keys[x.last - 1] not in ("جلسه", "جلسهای") else None
    who, _ = r.near(x.behind, verb.first, 3)
    if not who and verb.form.lemma == "کردن" and n.keys[verb.first - 1] != "کار":
        who = r.subject(x.s, x.start, x.first, verb)
    comma = next((i for i in range(x.first - 1, x.start, -1) if n.keys[i] == "،"), x.start)
    partners = r.between(x.behind, verb.first)[0] or r.presence(x.behind, verb.first) or r.presence(comma, x.first)
    if not partners and n.keys[x.behind] == "با":  # «نشستی با سفرای … برگزار کرد»
        partners = r.near(x.behind + 1, verb.first)[0]
    who = tuple(dict.fromkeys((*who, *partners)))
    called = verb.form.lemma == "کردن"  # «سوئد نشست امنیت ملی برگزار کرد»
    if not who or not r.known(who) or not any(called or r.kind(i) in ("body", "group", "person") or len(who) > 1 for i in who):
        return None
    event = n.made(x._replace(group=verb), who, (), verb.last)
    if event is not None and _numbered(n, x) and _common(n, (who, 0)):
        event.type = "summit"
    return event


def _common(n: Nouns, found: tuple[Ids, int]) -> bool:
    """Whether these are bodies of many states."""
    return bool(found[0]) and all(n.roles.kind(i) == "body" and not n.roles.draft.actors[i].state for i in found[0])


def _numbered(n: Nouns, x: Site) -> bool:
    """«یکصدوهفتادوهشتمین نشست اوپک», «نشست ۱۷۸ اوپک»: a session that an organisation counts."""
    return n.keys[x.first - 1].endswith("مین") or number_at(n.keys, x.last, x.s.last) is not None


def _proposed(n: Nouns, x: Site) -> EventDraft | None:
    """«X و Y خواستار برگزاری نشستی با Z شدند»."""
    own = n.roles.subject(x.s, x.start, x.first - 1)
    partner, end = n.roles.near(x.behind + 1, x.s.last)
    who = (*own, *(i for i in partner if i not in own))
    if not own or not partner or not n.roles.known(who):
        return None
    return n.made(x._replace(group=None), who, (), end, status="proposed")


def leaving(n: Nouns, x: Site) -> EventDraft | None:
    """«استعفای X»: a person gives up an office."""
    if n.keys[x.first - 2 : x.first] == ["بر", "سر"] or n.keys[x.first - 1] in ("یا", "دنبال", "طرح", "خواستار", "درخواست", "برای", "شایعه"):
        return None
    if n.keys[x.last - 1 : x.behind] and "خود" in n.keys[x.last : x.behind]:  # «X استعفای خود را تقدیم کرد»
        verb = next((g for g in n.roles.clauses.verbs_in(x.behind, min(x.behind + 24, x.s.last)) if g.form.person), None)
        given = verb is not None and n.keys[verb.first - 1] in OFFERED | {"دولت"} or verb is not None and OFFERED & set(n.keys[x.behind : verb.first])
        if verb is None or not given or verb.form.negative:
            return None
        own = _persons(n, n.roles.subject(x.s, x.start, x.first, verb))
        return n.made(x._replace(group=verb), own, (), verb.last) if own and n.roles.known(own) else None
    who, after = n.roles.near(x.behind, x.s.last, 1)
    who = _persons(n, who)
    return n.made(x._replace(group=None), who, (), after) if who else None


def ties(n: Nouns, x: Site) -> EventDraft | None:
    """«X روابط خود را با Y قطع کرد», «قطع روابط X با Y»."""
    r = n.roles
    cut = n.keys[x.first] == "قطع"
    verb = next(
        (g for g in r.clauses.verbs_in(x.last, min(x.last + 20, x.s.last)) if g.form.person or n.keys[g.last : g.last + 1] == ["و"]), None
    )
    finite = not cut and verb is not None and n.keys[verb.first - 1] in ("قطع", "ازسر", "سر") and not verb.form.negative
    if not cut and not finite:
        return None
    to, end = r.partner(x.last, verb.first if finite and verb else min(x.last + 8, x.s.last))
    who = r.subject(x.s, x.start, x.first) if finite else r.near(x.behind, x.s.last, 1)[0]
    who = tuple(i for i in who if i not in to)
    if finite and verb is not None and not to and len(who) > 1:  # «X و Y روابط خود را از سر گرفتند»
        end = verb.last
    elif not to:
        return None
    return n.made(x._replace(group=verb if finite else None), who, to, end) if who and r.known((*who, *to)) else None


def _persons(n: Nouns, ids: Ids) -> Ids:
    return tuple(i for i in ids if n.roles.kind(i) == "person")


POSTED = ("توییت", "تویت", "توئیت", "اینستاگرام", "فیسبوک", "صفحه", "شبکه", "فضای")
OPENED = (["آغاز", "به", "کار"], ["شروع", "به", "کار"])
LONG = 45  # words between a session and the verb that tells it was held: a list of who called it may stand there
FIGURES = frozenset({"ضعف", "قوی", "روشن", "روشنی", "واضح", "آشکار", "قدرت", "محکمی", "صلح", "دوستی", "اشتباه", "غلط", "مثبت", "منفی", "مهم", "وحدت", "اصلی"})
OFFERED = frozenset({"تقدیم", "اعلام", "تسلیم", "ارایه", "تحویل"})
COMPOUND = frozenset({"رغم", "ابتکار", "عنوان", "منظور", "دلیل", "خاطر", "گفته", "نقل", "مناسبت", "نمایندگی"})  # «به رغم …» names nobody written to
HANDED = frozenset({"ارسال", "تسلیم", "تحویل", "تقدیم", "ابلاغ", "نامه", "نامهای", "پیامی", "پیام", "مخابره", "را"})
LETTERS: Shapes = {"letter": letter, "session": session, "leaving": leaving, "ties": ties}
