"""Events told by a whole clause about measures: sanctions that begin, end or come back; who is barred from a land or falls under them."""

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_clause import Clause, Rule
from rayzan.extract.event_party import Ids

BEGUN = frozenset({"اجرایی", "اجرا", "آغاز", "شروع", "عملیاتی", "لازمالاجرا", "اعمال", "وضع", "بازگردانده", "تصویب", "احیا", "فعال"})
ENDED = frozenset({"لغو", "تعلیق", "برداشته", "رفع", "تمدید", "متوقف"})
UNDER = frozenset({"شامل", "مشمول", "تحت", "هدف", "مورد"})
NEAR = 3  # words behind «شامل» in which «تحریم» stands


def _sanctions(c: Clause) -> int:
    """The word «تحریم‌های» at the clause's head; -1 if the clause tells of something else."""
    head = c.roles.clauses.head(c.start, c.g.first)
    words = range(head, min(head + 5, c.g.first))
    return next((i for i in words if c.keys[i] in ("تحریم", "تحریمهای", "تحریمها") and not c.roles.clauses.mentions(head, i)), -1)


def effect(c: Clause) -> EventDraft | None:
    """«تحریم‌های سوئد علیه لهستان از دوشنبه اجرایی شد», «تحریم‌های سوئد علیه لهستان لغو شد»."""
    at = _sanctions(c)
    passive = c.g.form.lemma in ("شدن", "گذاشتن") or c.g.form.passive
    back = c.g.form.lemma == "بازگشتن"
    if at < 0 or not (back or passive and {c.noun, c.keys[c.g.first]} & (BEGUN | ENDED)) or not c.told:
        return None
    who, after = c.roles.near(at + 1, c.g.first, 2)
    who = who or c.roles.agent(at, c.g.first)[0]
    whom = c.roles.target(after, c.g.first)[0]
    if not who or not whom or set(who) & set(whom):
        return None
    return c.event("sanction", "effect:تحریم", who, whom)


def under(c: Clause) -> EventDraft | None:
    """«سه شرکت لهستانی مشمول تحریم‌های سوئد شدند», «X مورد تحریم سوئد قرار گرفت»."""
    at = c.find(*UNDER)
    if at <= c.start or c.g.form.lemma not in ("شدن", "گرفتن") or not c.told:
        return None
    word = next((i for i in range(at + 1, min(at + NEAR, c.g.first)) if c.keys[i].startswith("تحریم")), -1)
    if word < 0 or c.g.form.lemma == "گرفتن" and c.noun not in ("قرار", "واقع"):
        return None
    who, behind = c.roles.near(word + 1, c.g.first, 2)
    if c.g.first - behind > 1:
        return None
    whom = tuple(i for i in c.ending(at) or c.subject(at, deep=bool(who)) or c.roles.whole(c.start, at) if i not in who)
    return c.event("sanction", "under:تحریم", who, whom) if whom and c.roles.known((*who, *whom)) else None


def bar(c: Clause) -> EventDraft | None:
    """«سوئد ورود سامان رادمهر به خاک خود را ممنوع کرد»: a person barred from a land."""
    at = c.find("ورود", "سفر")
    if at <= c.start or c.noun != "ممنوع" or c.g.form.lemma != "کردن" or not c.told or c.find("را") < at:
        return None
    whom: Ids = c.roles.near(at + 1, c.g.first, 1)[0]
    who = tuple(i for i in c.subject(at) if i not in whom)
    if not who or not whom or any(c.roles.kind(i) != "person" for i in whom):
        return None
    return c.event("sanction", "bar:ورود", who, whom)


EFFECTS: tuple[Rule, ...] = (effect, under, bar)
