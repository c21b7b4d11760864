"""Events told by a noun that are deeds: summits, attacks, sanctions, elections, exercises, arrests, aid."""

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_noun import HELD, Nouns, Shapes, Site
from rayzan.extract.event_party import Ids
from rayzan.lang.fa.verbs import Tense

MEANS = {  # by what an attack was made, in PLOVER's modes
    "aerial": {"هوایی", "بمباران"}, "drone": {"پهپادی"}, "heavy-weapons": {"موشکی", "راکتی", "موشکباران"}, "explosives": {"انتحاری"},
}  # fmt: skip
LISTS = frozenset({"فهرست", "لیست"})
IMPOSED = frozenset({"وضع", "اعمال", "آغاز", "ارایه", "تصویب", "تحمیل"})
GIVEN = frozenset({"ارسال", "اهدا", "تحویل", "تقدیم", "اعطا", "پرداخت", "تامین", "ارایه", "صادر", "اعزام", "منتقل", "واریز", "کمک"})
FELL = frozenset({"کشته", "زخمی", "شهادت", "جان", "مرگ"})
DONE = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


def summit(n: Nouns, x: Site) -> EventDraft | None:
    """«نشست سران سازمان همکاری شانگهای»."""
    who = n.roles.body(x.first, min(x.behind + 6, x.s.last))
    after = x.behind
    if not who:
        who, after = n.roles.near(x.behind, x.s.last, 1)
    held = any(n.keys[g.first - 1] == "برگزار" for g in n.roles.clauses.verbs_in(x.last, x.s.last))
    if not who or not held and n.scene.when(x.start, x.first, x.last, x.s) is None:
        return None
    return n.made(x, who, (), after)


def attack(n: Nouns, x: Site) -> EventDraft | None:
    """«حمله X به Y», «X به Y حمله کرد», «حملات علیه Y توسط X»."""
    r = n.roles
    if n.keys[x.first - 1] in ("هدف", "مورد"):
        return _hit(n, x)
    stop = min(next((g.first for g in r.clauses.verbs_in(x.behind, x.s.last)), x.s.last), x.behind + 20)
    stop = next(
        (i for i in range(x.behind, stop) if n.keys[i] in ("/", "؛", ":", "حمله", "حملات")), stop
    )  # a digest's headlines stand side by side
    owner, after = r.near(x.behind, stop, 3)
    whom, at, end = r.target(after, stop)
    if whom and at - after > 6:
        whom, end = (), 0
    if owner and not whom and n.keys[x.first].startswith("بمباران") and all(r.kind(i) != "state" for i in owner):
        owner, whom = (), owner  # «بمباران بندر Y»
    if owner and not whom and x.framed:
        whom = _struck(n, x)
    by, by_end = r.agent(after, stop)
    who = owner or by
    if not who and x.group is not None and not x.group.form.passive and x.group.form.lemma in ("کردن", "دادن"):
        who = r.subject(x.s, x.start, x.first, x.group)
        whom = whom or r.target(x.start, x.first)[0]
    if n.figurative.at(n.keys, x.behind, x.s.last) or x.group is not None and x.group.form.tense is Tense.PRESENT:
        return None  # «به دولت حمله می‌کنند» is mostly words
    if not who and n.keys[x.first - 2 : x.first] == ["اقدام", "به"]:
        who = r.subject(x.s, x.start, x.first)
    if not who and n.keys[x.first - 1] == "از" and n.keys[x.first - 2] not in ("پس", "بعد", "پیش", "قبل", "بیش"):
        who = tuple(i for i in r.speaker(x.s) if r.kind(i) in ("state", "body"))
    place = n.scene.state_place(whom)
    if not whom:
        for i in range(after, min(after + 5, stop)):
            if r.against.at(n.keys, i, stop) and (found := n.scene.place(i + r.against.at(n.keys, i, stop)))[0]:
                place, end = found
                break
    if owner and not whom and not place and n.keys[after : after + 1] == ["در"]:  # «حملات هوایی X در شمال Y»
        place, end = n.scene.place(after + 1 + n.scene.parts.at(n.keys, after + 1, stop))
    who = tuple(i for i in who if i not in whom)
    if whom and at:
        place = next((h for i in range(at, min(end + 8, x.s.last)) if i in n.scene.place_from and (h := n.scene.place(i)[0])), place)
    verb = next((g for g in r.clauses.verbs_in(end or after, x.s.last) if g.form.person), None)
    if x.group is None and verb is not None and verb.form.tense is Tense.FUTURE:
        return None  # «حمله X به Y باعث … خواهد شد» only thinks of it
    dated = (
        x.framed
        or x.group is not None
        and x.group.form.lemma in ("شدن", "گرفتن")
        or n.scene.when(x.start, x.first, x.last, x.s) is not None
    )
    if not who and not (dated and whom and all(r.kind(i) != "person" for i in whom) and n.keys[x.first - 1] != "برای"):
        return None  # «حمله به X» without an agent is told only where it is set in time
    if n.keys[x.first].startswith("جنای") and not (who and (whom or place or n.keys[x.first] != "جنایت")):
        return None
    if not n.roles.known((*who, *whom)) or not (whom or place or n.keys[x.first].startswith("جنای")):
        return None
    event = n.made(x, who, whom, max(after, end, by_end), where=place)
    if event is not None:
        told = set(n.keys[x.first : x.behind])
        event.mode = next((mode for mode, forms in MEANS.items() if told & forms), None)
    return event


def _hit(n: Nouns, x: Site) -> EventDraft | None:
    """«پایگاه X هدف حمله قرار گرفت»."""
    r = n.roles
    verb = next((g for g in r.clauses.verbs_in(x.last, min(x.last + 8, x.s.last)) if g.form.person), None)
    if verb is None or n.keys[verb.first - 1] != "قرار" or verb.form.negative:
        return None
    if verb.form.lemma == "دادن":
        who, whom = r.subject(x.s, x.start, x.first, verb), r.object(x.start, x.first - 1)
    else:
        who = r.agent(x.start, verb.first)[0] or r.near(x.behind, verb.first, 1)[0]
        comma = next((i for i in range(x.first - 1, x.start, -1) if n.keys[i] == "،"), x.start)
        whom = next((ids for m in r.clauses.mentions(comma, x.first - 1) if (ids := r.ids(m)) and not set(ids) & set(who)), ())
    whom = tuple(i for i in whom if i not in who)
    site = x._replace(group=verb)
    where = next(
        (place for i in range(x.start, x.first) if i in n.scene.place_from and (place := n.scene.place(i)[0])), n.scene.state_place(whom)
    )
    return n.made(site, who, whom, verb.last, where=where) if whom and r.known((*who, *whom)) else None


def _struck(n: Nouns, x: Site) -> Ids:
    """Who fell: «کشته شدن سه سرباز X در حمله Y»."""
    for at in range(x.first - 1, max(x.s.first, x.first - 14) - 1, -1):
        if n.keys[at] in FELL:
            behind = at + 1 + (n.keys[at + 1] in ("شدن", "باختن", "رسیدن"))
            return n.roles.near(behind, x.first, 4)[0]
    return ()


def kill(n: Nouns, x: Site) -> EventDraft | None:
    """«اقدام X در ترور Y», «ترور Y توسط X»."""
    if {"عملیات", "توطئه", "خنثی", "تلاش", "طرح"} & {n.keys[x.first - 1], n.keys[x.first - 2]}:
        return None  # what was foiled
    whom, after = n.roles.near(x.behind, x.s.last, 2)
    if n.keys[after : after + 1] == ["،"] and (named := n.roles.at.get(after + 1)) is not None and named.kind == "name" and named.actors:
        whom, after = named.actors, named.last  # «ترور فرمانده ایرانی، سامان رادمهر»
    who, end = n.roles.agent(after, min(after + 8, x.s.last))
    if not who:
        for back in range(x.first - 1, max(x.start, x.first - 14) - 1, -1):
            if n.keys[back] in ("اقدام", "جنایت", "نقش", "تصمیم"):
                who = n.roles.near(back + 1, x.first, 2)[0]
                break
    person = any(n.roles.kind(i) == "person" for i in whom)
    thought = n.keys[x.first] == "نابودی" or n.keys[x.last - 1].endswith("تن") or n.keys[x.last - 1].endswith("دن")  # «کشتن Y» without who did it is only thought of
    if not whom or not who and (not person or thought or not n.roles.known(whom)):
        return None
    event = n.made(x, who, whom, max(after, end))
    if event is not None:  # what stands before is another deed: «از ساقط کردن پهپاد در خلیج فارس تا ترور Y»
        event.where = n.scene.where(x.last, min(max(after, end) + 6, x.s.last), True) or event.where if x.framed else n.scene.where(
            x.last, min(max(after, end) + 6, x.s.last), True
        )
    return event


def fight(n: Nouns, x: Site) -> EventDraft | None:
    """«درگیری میان X و Y»."""
    who, after = n.roles.between(x.behind, min(x.behind + 10, x.s.last))
    if not who and n.keys[x.first].startswith("درگیری"):  # «درگیری نیروهای X و Y»; «جنگ X و Y» is an age
        who, after = n.roles.near(x.behind, x.s.last, 1)
        who = who if len(who) > 1 and n.roles.known(who) else ()
    if not who and x.framed and n.keys[x.behind : x.behind + 1] == ["با"]:  # «سه عضو X در درگیری با Y کشته شدند»
        other, after = n.roles.near(x.behind + 1, x.s.last)
        own = n.roles.subject(x.s, x.start, x.first, deep=False)
        who = (*own, *(i for i in other if i not in own)) if own and other and n.roles.known((*own, *other)) else ()
    return n.made(x, who, (), after) if len(who) > 1 else None


def sanction(n: Nouns, x: Site) -> EventDraft | None:
    """«تحریم‌های جدید X علیه Y», «X تحریم‌های جدیدی علیه Y وضع کرد», «فعال کردن مکانیسم ماشه توسط X»."""
    r = n.roles
    stop = min(x.s.last, x.behind + 16)
    owner, after = r.near(x.behind, stop, 0)
    by, by_end = r.agent(after, stop)
    whom, _, end = r.target(after, stop)
    verb = next((g for g in r.clauses.verbs_in(x.behind, stop) if g.form.person), None)
    imposed = verb is not None and n.keys[verb.first - 1] in IMPOSED and verb.form.tense is not Tense.PRESENT and not verb.form.negative
    active = verb is not None and imposed and not verb.form.passive and verb.form.lemma in ("کردن", "دادن", "گرفتن")
    who = owner or by or (r.subject(x.s, x.start, x.first, verb) if active and not x.framed else ())
    before = next((m for m in (r.ending.get(x.first - 2), r.ending.get(x.first - 1)) if m is not None), None)
    triers: Ids = ()
    while before is not None:  # «تلاش X و Y برای …»
        triers = (*r.ids(before), *triers)
        if n.keys[before.first - 1] != "و" or (joined := r.ending.get(before.first - 1)) is None:
            break
        before = joined
    if not who and before is not None and n.keys[before.first - 1] in ("تلاش", "اقدام", "تصمیم"):
        who = triers
    fresh = n.keys[x.first] in ("اعمال", "وضع", "بازگرداندن", "بازگشت", "فعال", "فعالسازی") or n.keys[x.last - 1] in ("جدید", "جدیدی")
    if not who or not (active or fresh and (whom or by or owner or before)):
        return None
    tried = "happened" if before is not None and n.keys[before.first - 1] in ("تلاش", "اقدام") else None  # «تلاش X برای بازگرداندن تحریم‌ها»
    return n.made(x._replace(group=verb if active else None), who, whom, max(after, by_end, end), status=tried)


def election(n: Nouns, x: Site) -> EventDraft | None:
    """«انتخابات … برگزار شد / خواهد شد», «انتخابات سال ۲۰۲۴»."""
    dated = [
        t
        for t in n.roles.draft.times_in(x.behind - 2, min(x.behind + 6, x.s.last))
        if t.value and t.precision != "duration" and t.last > x.last
    ]
    if dated and all(k not in n.keys[x.last : dated[0].first] for k in ("در", "،", "از", "به", ".")):
        ours = n.roles.draft.lexicon.states.get(n.roles.draft.homeland or "iran") if dated[0].calendar == "jalali" else None
        state = n.roles.state_before(x.first, dated[0].last + 2)
        where = ours.name_en if ours is not None else n.scene.state_place(state)
        eve = n.keys[x.first - 1] == "آستانه"
        status = "planned" if eve or n.scene.coming(dated[0].first, dated[0].last) else "happened"
        event = n.made(x._replace(group=None), (), (), dated[0].last, where=where, status=status)
        if event is not None and eve and not n.scene.coming(dated[0].first, dated[0].last):
            event.when = None  # «در آستانه انتخابات نوامبر»: the month is yet to come
        return event
    if {"آینده", "آتی", "پیشرو"} & set(n.keys[x.last : x.last + 3]):
        where = n.scene.where(x.last, min(x.last + 6, x.s.last)) or n.scene.state_place(n.roles.state_before(x.first, x.behind + 3))
        return n.made(x._replace(group=None), (), (), x.last + 1, where=where, status="planned")
    verb = next((g for g in n.roles.clauses.verbs_in(x.last, min(x.last + 14, x.s.last)) if g.form.person), None)
    if verb is None or n.keys[verb.first - 1] not in ("برگزار", "انجام") or verb.first - x.behind > 8:
        return None
    state = n.roles.state_before(x.first, x.behind + 3)
    if n.scene.when(x.start, x.first, verb.last, x.s) is None and not state and verb.form.tense is not Tense.SUBJUNCTIVE:
        return None
    where = n.scene.state_place(state)
    site = x._replace(group=verb)
    return n.made(site, (), (), verb.last, where=where, status=n.scene.status(x.first, x.s, verb) or "planned")


def held(n: Nouns, x: Site) -> EventDraft | None:
    """«رزمایش مشترک ایران و روسیه برگزار شد»."""
    who, after = n.roles.near(x.behind, x.s.last, 2)
    verb = next((g for g in n.roles.clauses.verbs_in(after, min(after + 16, x.s.last)) if g.form.person), None)
    finite = verb is not None and n.keys[verb.first - 1] in HELD
    begun = HELD & set(n.keys[max(x.start, x.first - 5) : x.first])
    if not finite and not begun:
        return None
    if not who and finite and verb is not None and verb.form.lemma == "کردن":
        who = n.roles.subject(x.s, x.start, x.first, verb)
    if not who and finite and verb is not None:  # «رزمایشی که توسط X و Y برگزار شد»
        who = n.roles.agent(after, verb.first)[0]
    who = who or n.roles.state_before(x.first, x.first)
    where = n.scene.where(x.start, after + 4) or (n.scene.state_place(who) if len(who) == 1 else None)
    return (
        n.made(x._replace(group=verb if finite else None), who, (), verb.last if finite and verb else after, where=where) if who else None
    )


def done_to(n: Nouns, x: Site) -> EventDraft | None:
    """«بازداشت Y توسط X», «انتصاب Y به عنوان …»."""
    r = n.roles
    if any(g.first <= x.last + 1 for g in r.clauses.verbs_in(x.last, x.s.last)):
        return None
    size = next((k for k in (2, 1) if " ".join(n.keys[x.behind : x.behind + k]) in ("بیش از", "افزون بر", "حدود", "نزدیک به", "دستکم")), 0)
    whom, after = r.near(x.behind + size, x.s.last, 3 if x.trigger.mode == "recognise" else 2)
    if not whom or not all(r.kind(i) in ("person", "group", "body") or x.trigger.mode == "recognise" for i in whom):
        return None
    who, end = r.agent(after, min(after + 8, x.s.last))
    if not who and n.keys[x.first - 2 : x.first] == ["اقدام", "به"]:  # «X اقدام به اخراج Y کرد»
        who = r.subject(x.s, x.start, x.first)
    decree = next((g for g in r.clauses.verbs_in(after, min(after + 6, x.s.last)) if n.keys[g.first - 1] in ("صادر", "امضا")), None)
    if not who and decree is not None and {"دستور", "حکم", "فرمان"} & set(n.keys[x.start : x.first]):
        who, end = r.subject(x.s, x.start, x.first, decree), decree.last  # «دستور آزادی Y را صادر کرد»
    if (
        not who
        and n.keys[x.first - 1] not in ("از", "برای", "شرط")
        and x.trigger.mode in ("release", "arrest")
        and r.kind(whom[0]) == "group"
        and (r.known(whom) or n.scene.where(after, after + 6))
    ):
        return n.made(x, who, whom, after)
    if not who and (x.trigger.mode != "arrest" or r.kind(whom[0]) != "person"):
        titled = n.keys[after : after + 2] == ["به", "عنوان"] or n.keys[after : after + 1] == ["بهعنوان"]
        if not (x.trigger.type == "appointment" and titled and r.known(whom)):
            return None
    warrant = "planned" if n.keys[x.first - 1] in ("حکم", "دستور") and not who else None
    return n.made(x, who, whom, max(after, end), status=warrant)


def listing(n: Nouns, x: Site) -> EventDraft | None:
    """«X پس از قرار دادن نام Y در فهرست تروریستی …»: who is put on a list of sanctions."""
    r, stop = n.roles, min(x.s.last, x.behind + 16)
    at = next((i for i in range(x.behind, stop - 1) if n.keys[i] in LISTS), None)
    if at is None or not any(key.startswith(("تحریم", "سیاه", "تروریس")) for key in n.keys[at + 1 : at + 5]):
        return None
    whom, _ = r.near(x.behind + (n.keys[x.behind] in ("نام", "اسم")), at, 3)
    who, end = r.agent(x.behind, stop)
    if n.keys[x.last - 1] == "گرفتن":  # «قرار گرفتن X در فهرست سیاه Y»
        who = who or r.near(at + 2, stop, 0)[0]
        if not who:
            return None
    who = who or r.subject(x.s, x.start, x.first)
    who = tuple(i for i in who if i not in whom and r.kind(i) in ("state", "body"))
    event = n.made(x._replace(group=None), who, whom, max(at + 2, end)) if whom and r.known(whom) else None
    if event is not None:
        event.when = n.scene.when(x.first, x.first, event.last, x.s)
    return event


def aid(n: Nouns, x: Site) -> EventDraft | None:
    """«X کمک‌های پزشکی به Y ارسال کرد», «کمک‌های پزشکی X به Y»."""
    owner, after = n.roles.near(x.behind, x.s.last, 2)
    if owner and n.keys[after : after + 1] == ["به"]:
        to, end = n.roles.near(after + 1, x.s.last)
        return n.made(x._replace(group=None), owner, to, end) if to and n.roles.known(owner) else None
    verb = next((g for g in n.roles.clauses.verbs_in(x.last, min(x.last + 10, x.s.last)) if g.form.person), None)
    if verb is None or verb.form.lemma not in x.trigger.light or verb.form.negative or verb.form.tense not in DONE:
        return None
    given = n.keys[x.first].startswith("کمک") or verb.form.lemma in ("فرستادن", "دادن") or GIVEN & set(n.keys[verb.first - 2 : verb.first])
    if not given:
        return None  # «محموله X را توقیف کرد»
    who = n.roles.subject(x.s, x.start, x.first, verb)
    whom, _, _ = n.roles.target(x.start, verb.first)
    whom = tuple(i for i in whom if i not in who)
    return n.made(x._replace(group=verb), who, whom, verb.last) if who and whom else None


def accord(n: Nouns, x: Site) -> EventDraft | None:
    """«توافق X با Y بر سر …», «توافق میان X و Y برای …»: the headline or the narrator tells that they agreed."""
    r = n.roles
    if n.keys[x.first - 1] in ("اساس", "طبق", "اجرای", "نقض", "براساس", "چارچوب", "بنابر", "به", "این", "در"):
        return None
    owner, after = r.near(x.behind, min(x.behind + 10, x.s.last), 1)
    partner, end = r.near(after + 1, x.s.last) if n.keys[after : after + 1] == ["با"] else ((), after)
    who = (*owner, *(i for i in partner if i not in owner)) if owner else r.between(x.behind, min(x.behind + 14, x.s.last))[0]
    last = end if partner else after
    if len(who) < 2 or not r.known(who) or not {"بر", "برای", "درباره", "درخصوص"} & set(n.keys[last : last + 2]):
        return None
    event = n.made(x._replace(group=None), who, (), last)
    if event is not None:
        event.where = None  # «توافق X و Y برای بقای نیروها در Z»: the place is of what they agreed on
    return event


DEEDS: Shapes = {
    "summit": summit, "attack": attack, "kill": kill, "fight": fight, "sanction": sanction, "election": election, "held": held,
    "accord": accord, "done_to": done_to, "aid": aid, "listing": listing,
}  # fmt: skip
