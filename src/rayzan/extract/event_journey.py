"""Events told by a noun that are journeys: «سفر X به Z», «وارد Z شد», «بازدید X از Z»."""

from datetime import date, timedelta

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_noun import Nouns, Shapes, Site
from rayzan.lang.fa.verbs import Tense

FORGONE = frozenset({"ناگزیر", "ناچار", "خودداری", "منع", "جلوگیری", "پرهیز", "انصراف", "صرفنظر", "محروم"})
OWN = frozenset({"سفرش", "سفرم", "سفرشان"})
ORDINALS = {"دومین": 2, "دوم": 2, "سومین": 3, "سوم": 3, "چهارمین": 4, "چهارم": 4, "پنجمین": 5, "پنجم": 5}
BARRED = frozenset({"محدودیت", "محدودیتهای", "ممنوعیتهای", "توصیه", "دعوت", "علاقهمند", "مقررات", "هزینه", "خدمات", "تور", "ممنوعیت", "ممنوع", "حق", "اجازه", "منع", "کردن", "مانع", "مجوز", "به", "از"})


def visit(n: Nouns, x: Site) -> EventDraft | None:
    """«به مسکو سفر کرد», «سفر X به چین», «وارد تهران شد»."""
    r = n.roles
    if n.keys[x.first] == "بازدید":
        return _toured(n, x)
    direct = n.keys[x.first] in ("عازم", "راهی", "وارد")
    owner, after = ((), x.behind) if direct else r.near(x.behind, x.s.last, 1)
    if owner and not all(r.kind(i) in ("person", "body", "group") for i in owner):
        owner, after = (), x.behind
    entry = n.keys[x.first] == "ورود"
    if entry and (not owner or n.keys[x.first - 1] in BARRED or not all(r.kind(i) == "person" or i.endswith("delegation") for i in owner)):
        return None  # «ممنوعیت ورود شهروندان X به Y»
    if n.keys[x.first - 1] == "از" and n.keys[x.first - 2] in FORGONE:
        return None  # «کسانی که ناگزیر از سفر به X هستند»
    if not owner and n.keys[x.first - 1] in BARRED - {"به", "از"}:
        return None  # «محدودیت سفر به X»
    place, end = (None, after)
    if direct:
        place, end = n.scene.place(x.behind)
    else:
        soon = after + (n.keys[after : after + 1] == ["در"])
        after = r.clauses.time_from[soon].last if owner and soon in r.clauses.time_from else after  # «سفر X در ماه آینده به Y»
        after += n.keys[after : after + 2] == ["که", "به"]  # «سفری که به X داشت»
        if after < x.s.last and n.keys[after] == "به":
            place, end = n.scene.place(after + 1 + n.scene.parts.at(n.keys, after + 1, x.s.last))
    if (
        place is None
        and not direct
        and n.keys[x.first - 1] == "برای"
        and any(n.keys[g.first - 1] == "دعوت" for g in r.clauses.verbs_in(x.last, x.s.last))
    ):
        return None
    if place is None and not direct:
        for back in range(x.first - 1, max(x.start, x.first - 6), -1):
            if n.keys[back] == "به":
                place, _ = n.scene.place(back + 1)
                break
    near = (g for g in r.clauses.verbs_in(end, min(end + 4, x.s.last)) if g.form.lemma in x.trigger.light)
    verb = next((g for g in near if g.first <= end + 1 and g.form.lemma != "داشتن" or direct), x.group)
    if (
        place is not None
        and n.keys[x.first - 1] == "برای"
        and (verb := next((g for g in r.clauses.verbs_in(end, x.s.last) if n.keys[g.first - 1] == "دعوت"), None))
    ):
        for at in range(x.first - 2, max(x.start, x.first - 12), -1):  # «از X برای سفر به Y دعوت کرد»
            if n.keys[at] == "از" and (guest := r.near(at + 1, x.first)[0]):
                return n.made(x._replace(group=None), guest, (), verb.last, where=place, status="proposed")
    if place is None and (direct or verb is None or "به" not in n.keys[max(x.start, x.first - 8) : x.first]) or direct and verb is None:
        return None
    own = "خود" in n.keys[x.last : x.behind] or n.keys[x.first] in OWN
    if not x.framed and verb is None and not owner and not own:
        return None
    asked = next((g for g in reversed(r.clauses.verbs_in(x.s.first, x.first)) if n.keys[g.first - 1] == "دعوت" and g.last <= x.start + 1), None)
    if verb is not None and verb.form.tense is Tense.SUBJUNCTIVE and asked is not None:  # «X از Y دعوت کرد (که) به Z سفر کند»
        guest = next((r.near(i + 1, asked.first)[0] for i in range(asked.first - 2, x.s.first, -1) if n.keys[i] == "از"), ())
        return n.made(x._replace(group=None), guest, (), verb.last, where=place, status="proposed") if guest else None
    inner = r.subject(x.s, x.start, x.first, deep=False) if x.framed and verb is None and x.start > x.s.first else ()
    if x.framed and verb is None and not inner and r.draft.speaker_at(x.first):  # «به گفته X، Y قصد دارد در سفر به Z …»
        inner = r.subject(x.s, x.start, x.first, deep=False)
    head = r.clauses.head(x.start + (n.keys[x.start] in ("که", "و")), x.first)
    thing = direct and head < x.first - 1 and r.strangers.plain(head)  # «کرونا هفته گذشته وارد X شد»
    who = owner or inner or (r.speaker(x.s) if x.framed and verb is None else ()) or r.subject(x.s, x.start, x.first, verb, deep=not thing)
    who = tuple(i for i in who if r.kind(i) in ("person", "group") or r.kind(i) == "body" and owner)
    if not who or place is None and (not r.known(who) or verb is not None and verb.form.tense is Tense.PRESENT):
        return None  # «به نقاط مختلف کشور سفر می‌کند» is a habit
    place = n.scene.journey(place, max(x.start, x.first - 6), max(end, x.first), who)
    if not owner and n.keys[x.first - 1] == "برای" and "دعوت" in n.keys[max(x.s.first, x.first - 8) : x.first]:
        return None  # «دعوت از چهره‌ها برای سفر به X»: who is to go is nobody named
    status = None
    called_off = next((g for g in r.clauses.verbs_in(end, min(end + 8, x.s.last)) if g.form.person and not g.form.negative), None)
    if called_off is not None and n.keys[called_off.first - 1] == "لغو" and called_off.form.tense is not Tense.SUBJUNCTIVE:
        status, verb = "denied", None  # «سفر خود به X را لغو کرد»
    if called_off is not None and "تعویق" in n.keys[end : called_off.first]:
        status, verb = "planned", None  # «سفر خود به X را به تعویق انداخت»
    event = n.made(x._replace(group=verb if verb and not x.framed else None), who, (), end, where=place, status=status)
    if event is not None and event.when and event.status == "happened" and (day := _day_of(n, x)) > 1 and len(event.when) == len("2020-01-01"):
        told = [t.value for t in r.draft.times_in(x.start, x.first - 1) if t.precision == "day" and t.value]  # the day itself, before its count
        today = told[-1] if told else event.when
        event.when = f"{(date.fromisoformat(today) - timedelta(days=day - 1)).isoformat()}/{today}"
    return event


def _day_of(n: Nouns, x: Site) -> int:
    """«در دومین روز سفر به ورشو», «روز دوم سفرش»: which day of the journey is told; 0 for none."""
    for i in range(max(x.s.first, x.first - 2), x.first):
        if n.keys[i] == "روز" and (day := ORDINALS.get(n.keys[i - 1]) or ORDINALS.get(n.keys[i + 1])):
            return day
    return 0


def _toured(n: Nouns, x: Site) -> EventDraft | None:
    """«سفیر X از نمایشگاه Y بازدید کرد», «بازدید X از Y»."""
    owner, after = n.roles.near(x.behind, x.s.last, 1)
    if owner and n.keys[after : after + 1] == ["از"]:
        who, first, last = owner, after, min(after + 8, x.s.last)
    elif x.group is not None and "از" in n.keys[x.start : x.first]:
        who, first, last = n.roles.subject(x.s, x.start, x.first, x.group), x.start, x.first
    else:
        return None
    who = tuple(i for i in who if n.roles.kind(i) in ("person", "group"))
    from_ = next((i for i in range(first, last) if n.keys[i] == "از"), last)
    place = next((p for i in range(from_, last) if i in n.scene.place_from and (p := n.scene.place(i)[0])), None)
    return n.made(x, who, (), after, where=place) if who and n.roles.known(who) else None


JOURNEYS: Shapes = {"visit": visit}
