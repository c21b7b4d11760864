"""Events told by a noun that are talks: «دیدار X با Y», «مذاکره X با Y», «کنفرانس مطبوعاتی X»."""

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_noun import Nouns, Shapes, Site
from rayzan.extract.event_party import Ids, merge
from rayzan.extract.pair import two_at
from rayzan.lang.fa.verbs import Tense

REACHED = frozenset({"درباره", "جریان", "به", "برای", "خواستار", "خواهان", "و", "یا", "شاهد", "اولین", "نخستین", "آماده", "انجام", "برگزاری"})  # before a meeting whose one side is the clause's subject
PARTISAN = frozenset({"دموکرات", "جمهوریخواه", "مستقل", "محافظهکار", "سابق", "پیشین", "اسبق", "وقت"})  # in what a name is called
TELLING = frozenset({"خبر", "گزارش", "پرده", "استقبال", "حمایت", "دفاع", "انتقاد", "سخن", "ناراحت", "تمجید"})
CALLED = 7  # words of what a name is called
ATTENDED = frozenset({"برگزار", "شرکت", "صحبت", "حضور", "تشکیل"})


def meet(n: Nouns, x: Site) -> EventDraft | None:
    """«دیدار X با Y», «در دیدار با Y», «X با Y دیدار کرد», «دیدار میان X و Y»."""
    r = n.roles
    owner, after = r.near(x.behind, x.s.last, 1)
    partner: Ids = ()
    after = _beside(n, after, x.s.last) if owner else after
    after += n.keys[after : after + 2] == ["را", "با"] and x.group is not None  # «مذاکرات خود را با X آغاز کردند»
    joint = n.keys[after : after + 2] == ["که", "با"]  # «دیداری که با X برگزار خواهد کرد»
    if after < x.s.last and (n.keys[after] == "با" or joint):
        partner, end = r.near(after + 1 + joint, x.s.last)
        after = end if partner else after
    if not owner and not partner and n.keys[x.behind : x.behind + 1] and n.keys[x.behind] in ("میان", "بین"):
        owner, after = r.between(x.behind, min(x.behind + 14, x.s.last))
        if len(owner) == 1:  # «دیدار میان گروه‌های شیعه»
            return n.made(x, owner, (), after) if r.known(owner) else None
    if x.trigger.type == "call" and x.framed and not owner and not partner and (called := r.target(x.behind, min(x.behind + 6, x.s.last)))[0]:
        partner, after = called[0], called[2]  # «در تماس تلفنی به X گفت»
    if x.group is not None and not owner and not partner and n.keys[x.first - 1] == "را" and (met := r.object(x.start, x.first)):
        partner = met  # «X Y را ملاقات کرد»
    if owner and (partner or len(owner) > 1):
        who = merge(owner, partner)
    elif (owner or partner) and x.group is None:
        first_person = next((g for g in r.clauses.verbs_in(after, x.s.last) if g.form.person == 1), None)
        own = r.subject(x.s, x.start, x.first, deep=False) if not (owner and _reported(n, x)) else ()
        trip = n.latest if n.latest is not None and n.latest.type == "visit" and n.keys[x.first - 1] == "و" else None
        if trip is not None and 0 <= x.first - 1 - trip.last <= 1 and not owner:
            own = trip.who  # «پس از سفر X به Y و دیدار با Z»
        if not own and first_person is not None and (mine := r.draft.speaker_at(x.first)):
            own = (mine,)
        pointed_to = n.keys[x.first - 2 : x.first] == ["اشاره", "به"] and not owner  # «X با اشاره به دیدار با Y گفت»
        told = r.speaker(x.s) if (x.framed or pointed_to) and not own else ()
        far = x.framed or n.keys[x.first - 1] in REACHED
        subject = own or told or (r.subject(x.s, x.start, x.first) if far else ())
        who = merge(subject, owner, partner) if subject else ()
    elif x.framed and not owner and len(own := r.subject(x.s, x.start, x.first, deep=False)) > 1:
        who = own  # «X و Y در دیداری که … برگزار شد», «X و Y در تماسی تلفنی گفتگو کردند»
    elif x.group is not None:
        who = merge(r.subject(x.s, x.start, x.first, x.group), r.partner(x.start, x.first)[0], r.between(x.start, x.first)[0], partner)
    else:
        return None
    who = tuple(i for i in who if not i.endswith("-media"))  # «رسانه‌های X دیدار Y و Z را بازتاب دادند»
    if len(who) < 2 and not (any(r.kind(i) == "group" and "-" in i for i in who) and r.known(who)):
        return None
    if n.keys[x.first] in ("تماس", "تماسی") and x.last == x.first + 1 and not any(r.kind(i) == "person" for i in partner):
        return None  # «در تماس با نهادها» is no call
    return n.made(x, who, (), after)


def _reported(n: Nouns, x: Site) -> bool:
    """«روزنامه X از دیدار Y با Z خبر داد»: who is told of stands behind «از», who tells it is no party."""
    told = next((g for g in n.roles.clauses.verbs_in(x.last, x.s.last) if g.form.person), None)
    return n.keys[x.first - 1] == "از" and told is not None and n.keys[told.first - 1] in TELLING


def _beside(n: Nouns, at: int, last: int) -> int:
    """Behind what a name is called, where «با» follows: «دیدار سامان رادمهر سناتور پیشین سوئدی با …»; `at` where it does not."""
    end = at
    while end < min(at + CALLED, last):
        m = n.roles.at.get(end)
        if m is not None and m.kind in ("title", "state", "body"):
            end = m.last
        elif n.keys[end] in ("این", "آن") and n.keys[end + 1 : end + 2] == ["کشور"]:
            end += 2
        elif n.keys[end] in ("به", "در") and n.scene.place(end + 1)[0]:  # «فرستاده ویژه X به سوریه با …»
            end = n.scene.place(end + 1)[1]
        elif n.roles.strangers.plain(end) or end in n.roles.adjectives or n.keys[end] in PARTISAN:
            end += 1
        else:
            break
    return end if end < last and n.keys[end] == "با" else at


def talk(n: Nouns, x: Site) -> EventDraft | None:
    """«X با Y مذاکره کرد», «مذاکرات X و Y», «بازگشت X و Y به میز مذاکره»; talk that only frames a statement is none."""
    if n.keys[x.first - 1 : x.first] == ["به"] and "بازگشت" in n.keys[max(x.s.first, x.first - 14) : x.first]:
        at = next(i for i in range(x.first - 1, x.s.first - 1, -1) if n.keys[i] == "بازگشت")
        who, _ = n.roles.near(at + 1, x.first, 1)
        return n.made(x._replace(first=at, group=None), who, (), x.last, status="proposed") if who else None
    if n.keys[x.first] == "میز":
        return None
    busy = n.keys[x.first - 1] == "مشغول" or n.keys[x.first - 2 : x.first] == ["در", "حال"]
    be = next((g for g in n.roles.clauses.verbs_in(x.last, min(x.last + 8, x.s.last)) if g.form.lemma == "بودن"), None)
    if busy and be is not None and (n.keys[x.behind : x.behind + 1] == ["با"] or be.first == x.behind):  # «X مشغول رایزنی با Y است»
        event = meet(n, x._replace(group=be))
        if event is not None and be.form.tense is Tense.PRESENT:
            event.status, event.flags = "happened", ()
        return event
    if n.keys[x.first - 1] == "برای" and n.keys[x.behind : x.behind + 1] == ["با"] and n.scene.moving & set(n.keys[x.s.first : x.s.last]):
        own, (other, end) = n.roles.subject(x.s, x.start, x.first), n.roles.near(x.behind + 1, x.s.last)  # «برای مذاکره با X وارد Y شد»
        return n.made(x._replace(group=None), merge(own, other), (), end, status="planned") if own and other and n.roles.known(other) else None
    dated = any(x.last <= t.first < x.behind for t in n.roles.draft.times_in(x.last, x.behind))
    if x.group is None and dated and n.keys[x.behind : x.behind + 1] == ["با"]:  # «با اشاره به مذاکره هفته گذشته با X»
        own, (other, end) = n.roles.subject(x.s, x.start, x.first) or n.roles.speaker(x.s), n.roles.near(x.behind + 1, x.s.last)
        people = all(n.roles.kind(i) in ("person", "group") for i in other)
        return n.made(x, merge(own, other), (), end) if own and other and people and n.roles.known(other) else None
    if n.keys[x.behind : x.behind + 2] == ["که", "با"]:  # «در صحبتی که با X داشتم»
        return meet(n, x)
    owner, behind = n.roles.near(x.behind, x.s.last, 1)
    among = n.roles.between(x.behind, min(x.behind + 14, x.s.last))[0]
    if (
        x.group is None
        and not x.framed
        and two_at(n.roles.draft, x.behind + (n.keys[x.behind : x.behind + 1] in (["میان"], ["بین"])), x.s.last)[0]
    ):
        return None  # «صلح از مذاکرات میان دو طرف می‌گذرد»: such talks are mostly only thought of
    both = len(owner) > 1 or bool(among) or bool(owner) and n.keys[behind : behind + 1] == ["با"]
    told = n.keys[x.first - 1] == "از" and any(n.keys[g.first - 1] == "خبر" for g in n.roles.clauses.verbs_in(behind, x.s.last))  # «از رایزنی‌های X و Y خبر داد»
    if x.framed and not both or x.group is None and (not both or n.keys[x.first].endswith(("های", "ها")) and not told):
        return None
    return meet(n, x)


def press(n: Nouns, x: Site) -> EventDraft | None:
    """«کنفرانس مطبوعاتی X و Y برگزار شد», «در کنفرانس خبری شرکت کرد»; words said in one are only said."""
    verbs = [g for g in n.roles.clauses.verbs_in(x.last, x.s.last) if g.form.lemma in x.trigger.light]
    if n.keys[x.first - 3 : x.first - 1] in (["با", "شرکت"], ["با", "حضور"]) and n.keys[x.first - 1] == "در" and (who := n.roles.subject(x.s, x.start, x.first)):
        return n.made(x._replace(group=None), who, (), x.last, status="happened")  # «با شرکت در کنفرانسی خبری … را تشریح کرد»
    if "برگزاری" in n.keys[x.first - 2 : x.first] and (who := n.roles.subject(x.s, x.start, x.first) or n.roles.speaker(x.s)):
        return n.made(x._replace(group=None), who, (), x.last, status="happened")  # «در جریان برگزاری یک کنفرانس مطبوعاتی»
    if x.framed and n.keys[x.last - 1].startswith("مشترک") and (both := _joint(n, x)):
        return n.made(x._replace(group=None), both[0], (), both[1], status="happened")  # «در جریان کنفرانس خبری مشترک با X گفت»
    if not verbs or n.keys[verbs[0].first - 1] not in ATTENDED:
        return None
    owner, after = n.roles.near(x.behind, x.s.last, 1)
    who = owner or n.roles.subject(x.s, x.start, x.first)
    if not who:
        return None
    return n.made(x._replace(group=verbs[0]), who, (), verbs[0].last)


def _joint(n: Nouns, x: Site) -> tuple[Ids, int] | None:
    """The two of a joint press conference, and the word behind them: «کنفرانس خبری مشترک X با Y», «X در کنفرانس خبری مشترک با Y»."""
    owner, after = n.roles.near(x.behind, x.s.last, 1)
    partner, end = n.roles.near(after + 1, x.s.last) if n.keys[after : after + 1] == ["با"] else ((), after)
    own = owner if len(owner) > 1 or owner and partner else merge(n.roles.subject(x.s, x.start, x.first, deep=False) or n.roles.speaker(x.s), owner)
    who = merge(own, partner)
    return (who, end if partner else after) if len(who) > 1 else None


TALKS: Shapes = {"meet": meet, "talk": talk, "press": press}
