"""Events told by a whole clause about what is handed over: letters in the passive, credentials, goods and things given back."""

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_argument import POWERS
from rayzan.extract.event_clause import TOLD, Clause, Rule
from rayzan.extract.event_party import Ids

LETTERS = ("نامه", "پیام", "یادداشت", "پاسخ")
POSTED = frozenset({"ارسال", "فرستاده", "تسلیم", "تحویل", "ابلاغ", "مخابره", "منتقل"})
GIVEN = frozenset({"تحویل", "پس", "بازپس", "واگذار", "منتقل", "مسترد", "بازگردانده", "فروخته", "تقدیم"})
AID = ("کمک", "دارو", "ماسک", "تجهیزات", "کیت", "محموله", "واکسن", "مواد")
SENT = frozenset({"ارسال"})
WHOLE = ("بازگرداندن", "برگرداندن", "فروختن")  # verbs that hand over by themselves
THINGS = 12  # words at a clause's head in which the letter is named


def _to(c: Clause, first: int) -> tuple[Ids, int]:
    """Whom «به» or «برای» names behind a word, and that word."""
    for at in range(first, c.g.first - 1):
        if c.keys[at] in ("به", "برای") and (found := c.roles.near(at + 1, c.g.first, 1)[0]):
            return found, at
    return (), c.g.first


def send(c: Clause) -> EventDraft | None:
    """«نامه‌ای از سوی لهستان به سوئد ارسال شد», «از طرف ما هیچ پیامی برای سوئد ارسال نشده است»: denied."""
    passive = c.g.form.passive or c.g.form.lemma == "شدن"
    if not passive or not {c.noun, c.keys[c.g.first]} & POSTED or c.g.form.tense not in TOLD:
        return None
    at = next((i for i in range(c.start, min(c.start + THINGS, c.g.first)) if c.keys[i].startswith(LETTERS)), -1)
    if at < 0:
        return None
    whom, behind = _to(c, at + 1)
    who = c.roles.agent(c.start, c.g.first)[0] or c.roles.near(at + 1, behind, 1)[0]
    who = tuple(i for i in who if i not in whom)
    denied = "denied" if c.g.form.negative else None
    return c.event("other", "send:نامه", who, whom, mode="message", status=denied) if who and whom and c.roles.known((*who, *whom)) else None


def accredit(c: Clause) -> EventDraft | None:
    """«سفیر لهستان استوارنامه خود را تقدیم پادشاه سوئد کرد»."""
    at, given = c.find("استوارنامه", "استوارنامهاش"), c.find("تقدیم", "تسلیم")
    if at <= c.start or given < at or c.g.form.lemma != "کردن" or not c.told:
        return None
    whom = c.roles.near(given + 1, c.g.first, 1)[0] or _to(c, at)[0]
    who = tuple(i for i in c.subject(at) if i not in whom)
    return c.event("other", "accredit:استوارنامه", who, whom, mode="credentials") if who and whom else None


def hand(c: Clause) -> EventDraft | None:
    """«سوئد سه اثر باستانی را به لهستان بازگرداند», «سوئد سامانه موشکی را به لهستان تحویل خواهد داد»: from state to state."""
    bare = c.g.form.lemma in WHOLE
    sent = c.noun in SENT and c.g.form.lemma in ("کردن", "شدن", "داشتن") and not any(k.startswith(LETTERS) for k in c.keys[c.start : c.g.first])
    given = (c.noun in GIVEN or sent) and c.g.form.lemma in ("دادن", "کردن", "شدن", "گرفتن", "داشتن") or c.g.form.passive and c.keys[c.g.first] in GIVEN
    if not (bare or given) or not c.told:
        return None
    passive = c.g.form.passive or c.g.form.lemma == "شدن"
    mark = c.find("را")
    if not passive and mark < 0 and not sent or any(c.keys[i].startswith(("قدرت", "مسوولیت", "مسیولیت", "روابط")) for i in range(c.start, c.g.first)):
        return None
    whom = tuple(i for i in _to(c, max(c.start, mark))[0] if c.roles.kind(i) in POWERS)
    who = c.roles.agent(c.start, c.g.first)[0] if passive else c.subject(mark if mark >= 0 else c.g.first - 1)
    if passive and not who:
        of = c.find("از")
        who = c.roles.near(of + 1, c.g.first, 0)[0] if of >= 0 else ()
    who = tuple(i for i in who if i not in whom and (c.roles.kind(i) in POWERS or c.roles.leads(i)))
    mode = "aid" if any(k.startswith(AID) for k in c.keys[c.start : c.g.first]) else "deliver"
    lands = not sent or any(c.roles.kind(i) == "state" for i in whom)  # a bill sent to parliament is no delivery
    return c.event("other", f"hand:{c.noun}", who, whom, mode=mode) if who and whom and lands and c.roles.known(who) else None


HANDS: tuple[Rule, ...] = (send, accredit, hand)
