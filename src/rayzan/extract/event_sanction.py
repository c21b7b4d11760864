"""Events told by a noun that are sanctions: imposed, lifted, waived; who is put on their lists or stands under them."""

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_noun import Nouns, Shapes, Site
from rayzan.extract.event_party import Ids
from rayzan.lang.fa.verbs import Tense

LISTS = frozenset({"فهرست", "لیست"})
IMPOSED = frozenset({"اعلام", "وضع", "اعمال", "آغاز", "ارایه", "تصویب", "تحمیل"})
LIFTED = frozenset({"لغو", "پایان", "عدم", "خاتمه", "رفع", "تعلیق"})
FRESH = frozenset({"اعمال", "وضع", "بازگرداندن", "بازگشت", "فعال", "فعالسازی", *LIFTED})
WISHED = frozenset({"خواهان", "خواستار", "دنبال", "درصدد"})
DONE = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
UNDER = 10  # words between what one stands under and «قرار گرفت»


def sanction(n: Nouns, x: Site) -> EventDraft | None:
    """«تحریم‌های جدید X علیه Y», «X تحریم‌های جدیدی علیه Y وضع کرد», «فعال کردن مکانیسم ماشه توسط X»."""
    r = n.roles
    stop = min(x.s.last, x.behind + 16)
    if n.keys[x.first - 1] in WISHED:
        return _wished(n, x, stop)
    owner, after = r.near(x.behind, stop, 0)
    by, by_end = r.agent(after, stop)
    whom, _, end = r.target(after, stop)
    verb = next((g for g in r.clauses.verbs_in(x.behind, stop) if g.form.person), None)
    imposed = verb is not None and n.keys[verb.first - 1] in IMPOSED and verb.form.tense is not Tense.PRESENT and not verb.form.negative
    agreed = n.keys[x.first - 1] == "با" and verb is not None and n.keys[verb.first - 1] == "موافقت" and verb.form.tense in DONE  # «X با تعلیق تحریم‌های Y موافقت کرد»
    imposed = imposed or agreed and verb is not None and not verb.form.negative
    active = verb is not None and imposed and not verb.form.passive and verb.form.lemma in ("کردن", "دادن", "گرفتن")
    if n.keys[x.first] in LIFTED and owner:  # «لغو معافیت‌های X»: X has them
        owner, whom = (), owner
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
    fresh = n.keys[x.first] in FRESH or n.keys[x.last - 1] in ("جدید", "جدیدی")
    if set(who) & set(whom):
        return None  # «تحریم‌های جدید این کشور علیه ایران»: whose country is not clear
    if not who or not (active or fresh and (whom or by or owner or before)):
        return None
    tried = {"تلاش": "happened", "اقدام": "happened", "تصمیم": "happened" if n.keys[x.first] in LIFTED else "planned" if n.keys[x.first - 1] == "برای" else None}.get(n.keys[before.first - 1]) if before is not None else None  # «تلاش X برای …»
    tried = "happened" if agreed else tried
    return n.made(x._replace(group=verb if active else None), who, whom, max(after, by_end, end), status=tried)


def _wished(n: Nouns, x: Site, stop: int) -> EventDraft | None:
    """«سوئد خواهان وضع تحریم‌های جدیدی علیه لهستان است»: a sanction proposed."""
    whom, _, end = n.roles.target(x.behind, stop)
    who = tuple(i for i in n.roles.subject(x.s, x.start, x.first - 1) if i not in whom)
    return n.made(x._replace(group=None), who, whom, end, status="proposed") if who and whom and n.roles.known(who) else None


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


def under(n: Nouns, x: Site) -> EventDraft | None:
    """«سوئد از سال ۲۰۰۶ تحت تحریم‌های لهستان قرار گرفته است»: who stands under whose sanctions."""
    r = n.roles
    verb = next((g for g in r.clauses.verbs_in(x.last, min(x.last + UNDER, x.s.last)) if g.form.person), None)
    if verb is None or n.keys[verb.first - 1] not in ("قرار", "واقع") or verb.form.negative or verb.form.tense is Tense.PRESENT:
        return None
    who, _ = r.near(x.behind, verb.first, 1)
    whom = tuple(i for i in r.subject(x.s, x.start, x.first, verb) if i not in who)
    return n.made(x._replace(group=verb), who, whom, verb.last) if whom and r.known((*who, *whom)) else None


SANCTIONS: Shapes = {"sanction": sanction, "listing": listing, "under": under}
