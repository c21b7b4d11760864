"""Events told by a whole clause about offices: who became what, who won an election, where power was seized, who signed."""

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_clause import Clause, Rule

WINNERS = frozenset({"پیروز", "برنده", "فاتح"})
POLLS = ("انتخابات", "همهپرسی", "رقابتهای")
HAPPENED = frozenset({"کودتا", "رخ", "صورت", "انجام", "روی", "اتفاق"})
NOT_YET = frozenset({"نامزد", "کاندیدای", "خواستار", "جایگزین", "معاون"})


def become(c: Clause) -> EventDraft | None:
    """«سامان رادمهر نخست‌وزیر لهستان شد»: who enters an office."""
    m = c.roles.ending.get(c.g.first)
    if m is None or m.kind not in ("title", "name") or m.title is None or c.g.form.lemma != "شدن" or not c.told or m.former:
        return None
    if m.kind == "name":  # «سامان رادمهر نخست‌وزیر لهستان» is one mention
        if m.first > c.roles.clauses.head(c.start, c.g.first) or c.g.form.plural or NOT_YET & set(c.keys[c.start : m.first]):
            return None
        return c.event("appointment", "become:شدن", (), m.actors) if m.words is None or m.words.last < m.last - 1 else None
    if m.first <= c.start:
        return None
    if c.keys[m.first - 1] in NOT_YET or c.roles.clauses.preposition(m.first - 1, m.first) or c.keys[m.first - 1] in ("و", "عنوان"):
        return None
    whom = tuple(i for i in c.subject(m.first, deep=False) if c.roles.kind(i) == "person")
    named = any(p.kind in ("name", "pronoun") and set(p.actors) & set(whom) for p in c.roles.clauses.mentions(c.start, m.first))
    return c.event("appointment", "become:شدن", (), whom) if whom and (named or c.roles.known(whom)) else None


def win(c: Clause) -> EventDraft | None:
    """«سامان رادمهر پیروز انتخابات لهستان شد», «… برنده انتخابات اعلام شد»."""
    at = c.find(*WINNERS)
    if at <= c.start or not c.keys[at + 1].startswith(POLLS) or c.g.form.lemma not in ("شدن", "بودن") or c.g.first - at > 9 or not c.told:
        return None
    who = tuple(i for i in c.subject(at) if c.roles.kind(i) in ("person", "body", "group"))
    land = c.scene.state_place(c.roles.state_before(c.start, c.g.first))
    return c.event("vote", "win:انتخابات", who, where=land) if who else None


def seize(c: Clause) -> EventDraft | None:
    """«در لهستان کودتا شد», «کودتایی نظامی در لهستان رخ داد»: a coup of which only the land is told."""
    at = c.find("کودتا", "کودتایی", "کودتای")
    if at < 0 or c.noun not in HAPPENED or c.g.first - at > 8 or not c.told or c.g.form.lemma == "کردن":
        return None
    if c.roles.near(at + 1, c.g.first, 1)[0]:
        return None  # «کودتای ارتش علیه X صورت گرفت» names who
    where = c.scene.where(c.start, c.g.first, True)
    return c.event("other", "seize:کودتا", (), where=where, mode="coup") if where else None


def sign(c: Clause) -> EventDraft | None:
    """«این قرارداد دیروز به امضای لهستان و سوئد رسید»: who signed what is named before."""
    at = c.find("امضای", "امضا")
    if at <= c.start or c.keys[at - 1] != "به" or c.g.form.lemma not in ("رسیدن", "رساندن") or not c.told:
        return None
    who, behind = c.roles.near(at + 1, c.g.first, 1)
    return c.event("signing", "sign:امضای", who, where=c.scene.where(c.start, at)) if len(who) > 1 and behind >= c.g.first - 1 else None


OFFICES: tuple[Rule, ...] = (become, win, seize, sign)
