"""Events told by a whole clause about orders: what one tells others to do, what a court or a body makes one do or pay."""

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_clause import Clause, Rule
from rayzan.extract.event_party import Ids, merge

ORDERS = frozenset({"دستور", "دستورات", "دستوراتی", "دستورهای", "دستورهایی", "فرمان", "فرمانی", "بخشنامه", "بخشنامهای", "دستورالعملی"})
GIVEN = frozenset({"صادر", "ابلاغ", "داده"})
BOUND = frozenset({"ملزم", "محکوم", "موظف", "مکلف", "مجاب", "وادار", "مجبور", "ناگزیر"})
DUES = ("پرداخت", "جریمه", "غرامت", "بازپرداخت", "تعطیل", "اجرا", "توقف", "تحویل", "بازگرداندن", "رعایت")
WARRANTS = frozenset({"بازداشت", "جلب", "دستگیری", "اعدام", "آزادی"})
REACH = 24  # words between «ملزم» and its verb


def order(c: Clause) -> EventDraft | None:
    """«سامان رادمهر در تماس با یوناس کلبرگ دستوراتی صادر کرد», «سامان رادمهر به وزیر راه دستوراتی داد»."""
    at = c.find(*ORDERS)
    active = c.g.form.lemma in ("کردن", "نمودن", "دادن") and not c.g.form.passive
    if at <= c.start or not active or not c.told or not (c.noun in GIVEN or c.g.form.lemma == "دادن" and c.g.first - at <= 2):
        return None
    if WARRANTS & set(c.keys[at + 1 : at + 3]):
        return None  # «دستور بازداشت X را صادر کرد» is of the courts
    whom: Ids = c.roles.target(c.start, at)[0] or c.roles.partner(c.start, at)[0]
    who = tuple(i for i in c.subject(at) if i not in whom and (c.roles.kind(i) == "person" or c.roles.leads(i)))
    return c.event("mandate", f"order:{c.keys[at]}", who, whom) if who and whom and c.roles.known((*who, *whom)) else None


def bind(c: Clause) -> EventDraft | None:
    """«دادگاه سوئد شرکت ویستا را به پرداخت غرامت محکوم کرد», «شرکت ویستا ملزم به تعطیلی شده است»."""
    at = c.find(*BOUND)
    if at <= c.start or c.g.first - at > REACH or not c.told or c.g.form.lemma not in ("کردن", "شدن", "نمودن"):
        return None
    near = c.keys[at + 1 : c.g.first] if c.keys[at + 1] == "به" else c.keys[max(c.start, at - REACH) : at]
    if "به" not in (c.keys[at + 1], *near) or not any(key.startswith(DUES) for key in near):
        return None
    if c.g.form.lemma == "شدن" or c.g.form.passive:
        who = c.roles.agent(c.start, c.g.first)[0]
        whom = tuple(i for i in c.subject(at) if i not in who)
    else:
        mark = c.find("را")
        who = c.subject(mark if mark >= 0 else at)
        whom = tuple(i for i in c.roles.object(c.start, at) if i not in who) if mark >= 0 else ()
        if mark < 0 or not any(c.roles.kind(i) in ("body", "state") for i in who):
            return None
    where = c.scene.home(who)  # what a state makes its own do is done at home
    return c.event("mandate", f"bind:{c.keys[at]}", who, whom, where) if c.roles.known(merge(who, whom)) else None


ORDERINGS: tuple[Rule, ...] = (order, bind)
