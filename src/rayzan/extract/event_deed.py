"""Events told by a noun that are other deeds: summits, accords, elections, exercises, arrests, aid."""

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_letter import session
from rayzan.extract.event_noun import HELD, Nouns, Shapes, Site
from rayzan.lang.fa.verbs import Tense

GIVEN = frozenset({"ارسال", "اهدا", "تحویل", "تقدیم", "اعطا", "پرداخت", "تامین", "ارایه", "صادر", "اعزام", "منتقل", "واریز", "کمک"})
GOING_ON = frozenset({"تداوم", "ادامه", "احتمال", "حمایت", "مخالفت", "امکان"})  # «تداوم انتصاب وی»
DONE = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


def summit(n: Nouns, x: Site) -> EventDraft | None:
    """«نشست سران سازمان همکاری شانگهای»."""
    if n.keys[x.first + 1] in ("وزرای", "وزیران") and any(k.startswith("کشورها") for k in n.keys[x.last : x.last + 3]):
        return session(n, x._replace(trigger=x.trigger._replace(type="meeting", shape="session"), last=x.first + 1, behind=x.first + 1))  # «نشست وزیران کشورهای عضو X»: it is the ministers who are told
    who = n.roles.body(x.first, min(x.behind + 6, x.s.last))
    after = x.behind
    if not who:
        who, after = n.roles.near(x.behind, x.s.last, 1)
    held = any(n.keys[g.first - 1] in HELD | {"پایان"} for g in n.roles.clauses.verbs_in(x.last, x.s.last))
    attended = n.keys[x.first - 1] == "در" and n.keys[x.first - 2] in ("شرکت", "حضور")  # «برای شرکت در نشست وزرای ناتو راهی ورشو شد»
    if not who or not (held or attended) and n.scene.when(x.start, x.first, x.last, x.s) is None:
        return None
    goal = next((p for i in range(after, x.s.last - 1) if attended and n.keys[i] in ("راهی", "عازم", "وارد", "به") and (p := n.scene.place(i + 1)[0])), None)
    return n.made(x, who, (), after, where=goal, status="planned" if attended and n.keys[x.first - 3] == "برای" else None)


def election(n: Nouns, x: Site) -> EventDraft | None:
    """«انتخابات … برگزار شد / خواهد شد», «انتخابات سال ۲۰۲۴»."""
    dated = [
        t
        for t in n.roles.draft.times_in(x.behind - 2, min(x.behind + 6, x.s.last))
        if t.value and t.precision != "duration" and t.last > x.last
    ]
    sharp = [t for t in dated if t.precision == "day"] or n.keys[x.first - 1] == "آستانه"  # an election spoken of by its year is only what is aimed at
    if dated and sharp and all(k not in n.keys[x.last : dated[0].first] for k in ("در", "،", "از", "به", ".")):
        ours = n.roles.draft.lexicon.states.get(n.roles.draft.homeland or "iran") if dated[0].calendar == "jalali" else None
        state = n.roles.state_before(x.first, dated[0].last + 2)
        where = ours.name_en if ours is not None else n.scene.state_place(state)
        eve = n.keys[x.first - 1] == "آستانه"
        status = "planned" if eve or n.scene.coming(dated[0].first, dated[0].last) else "happened"
        event = n.made(x._replace(group=None), (), (), dated[0].last, where=where, status=status)
        if event is not None and eve and not n.scene.coming(dated[0].first, dated[0].last):
            event.when = None  # «در آستانه انتخابات نوامبر»: the month is yet to come
        return event
    own = next((r for m in n.roles.clauses.mentions(x.last, x.behind + 3) if m.kind == "state" and (r := n.roles.ids(m))), ())
    if own and n.keys[x.first - 1] in ("آغاز", "شروع", "پایان"):  # «آغاز انتخابات ریاست جمهوری لهستان»
        return n.made(x._replace(group=None), (), (), x.behind + 1, where=n.scene.state_place(own), status="happened")
    verb = next((g for g in n.roles.clauses.verbs_in(x.last, min(x.last + 14, x.s.last)) if g.form.person and not n.arranged(g)), None)
    if "از" in n.keys[x.first - 1 - n.keys[x.first - 1].endswith("مین") : x.first]:
        return None  # «نخستین جلسه پس از یازدهمین انتخابات برگزار شد»
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
    verb = next((g for g in n.roles.clauses.verbs_in(after, min(after + 16, x.s.last)) if g.form.person and not n.arranged(g)), None)
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
    if n.keys[x.first - 1] in GOING_ON or any(g.first <= x.last + 1 for g in r.clauses.verbs_in(x.last, x.s.last)):
        return None
    size = next((k for k in (2, 1) if " ".join(n.keys[x.behind : x.behind + k]) in ("بیش از", "افزون بر", "حدود", "نزدیک به", "دستکم")), 0)
    whom, after = r.near(x.behind + size, x.s.last, 3 if x.trigger.mode == "recognise" else 2)
    if not whom or not all(r.kind(i) in ("person", "group", "body") or x.trigger.mode == "recognise" for i in whom):
        return None
    near = min(after + 8, x.s.last)
    who, end = r.agent(after, next((i for i in range(after, near) if n.keys[i] == "که"), near))
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
        return n.made(x, who, whom, after, where=n.scene.where(after, min(after + 6, x.s.last)) or (n.scene.home(whom) if x.trigger.mode == "arrest" else None))
    if not who and (x.trigger.mode != "arrest" or r.kind(whom[0]) != "person"):
        titled = n.keys[after : after + 2] == ["به", "عنوان"] or n.keys[after : after + 1] == ["بهعنوان"]
        if not (x.trigger.type == "appointment" and titled and r.known(whom)):
            return None
    warrant = "planned" if n.keys[x.first - 1] in ("حکم", "دستور") and not who else None
    return n.made(x, who, whom, max(after, end), status=warrant)


def aid(n: Nouns, x: Site) -> EventDraft | None:
    """«X کمک‌های پزشکی به Y ارسال کرد», «کمک‌های پزشکی X به Y»."""
    if {"فروش", "خرید", "صادرات", "واردات", "تولید"} & set(n.keys[max(x.s.first, x.first - 2) : x.first]):
        return None  # «فروش تجهیزات X به Y»
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
    missing = n.keys[x.first - 1] == "عدم"  # «عدم توافق X با Y»
    if n.keys[x.first - 1] in ("اساس", "طبق", "اجرای", "نقض", "براساس", "چارچوب", "بنابر", "به", "این", "در"):
        return None
    owner, after = r.near(x.behind, min(x.behind + 10, x.s.last), 2)
    partner, end = r.near(after + 1, x.s.last) if n.keys[after : after + 1] == ["با"] else ((), after)
    if partner and not owner and n.denied(end, x.s):  # «X توافق با Y را تکذیب کرد»: X's state
        served = (r.draft.actors[i].state or i for i in r.subject(x.s, x.start, x.first) if i in r.draft.actors)
        owner = tuple(i for i in served if i in r.draft.actors and i not in partner)
    told = next((g for g in r.clauses.verbs_in(after, x.s.last) if g.form.person), None)
    if told is not None and told.form.tense in (Tense.SUBJUNCTIVE, Tense.FUTURE):
        return None  # «… و توافق X و Y درباره مرزها را بررسی کنند»: what is to be talked of
    reported = n.keys[x.first - 1] == "از" and told is not None and n.keys[told.first - 1] == "خبر"
    if reported and partner and not owner:  # «X از توافق با Y خبر داد»
        owner = r.subject(x.s, x.start, x.first - 1) or r.speaker(x.s)
    who = (*owner, *(i for i in partner if i not in owner)) if owner else r.between(x.behind, min(x.behind + 14, x.s.last))[0]
    last = end if partner else after
    if missing and len(who) > 1 and r.known(who):
        return n.made(x._replace(group=None), who, (), last, status="denied")
    if len(who) < 2 or not r.known(who) or not reported and not {"بر", "برای", "درباره", "درخصوص"} & set(n.keys[last : last + 2]):
        return None
    event = n.made(x._replace(group=None), who, (), last)
    if event is not None:
        event.where = None  # «توافق X و Y برای بقای نیروها در Z»: the place is of what they agreed on
    return event


DEEDS: Shapes = {
    "summit": summit, "election": election, "held": held, "accord": accord, "done_to": done_to, "aid": aid,
}  # fmt: skip
