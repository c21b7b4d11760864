"""Events told by a noun that befall many or nobody named: rallies, blasts, truces, trials."""

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_noun import HELD, Nouns, Shapes, Site
from rayzan.lang.fa.verbs import Group, Tense

BROKE = HELD | {"رخ", "روی", "وقوع", "کشیده", "ادامه", "پایان", "برپا", "لازمالاجرا", "منفجر"}
REACH = 22  # words from the noun to the verb that says it took place
DONE = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


def _took_place(n: Nouns, x: Site) -> Group | None:
    """The verb that says that what a noun tells took place; None if none does."""
    verb = next((g for g in n.roles.clauses.verbs_in(x.behind, min(x.behind + REACH, x.s.last)) if g.form.person), None)
    if verb is None or verb.form.negative or verb.form.tense not in DONE or n.keys[verb.first - 1] not in BROKE:
        return None
    return verb


def rally(n: Nouns, x: Site) -> EventDraft | None:
    """«تظاهرات کارگران لهستان در ورشو برگزار شد»."""
    verb = _took_place(n, x)
    if verb is None:
        return None
    who, after = n.roles.near(x.behind, verb.first, 1)
    who = tuple(i for i in who if n.roles.kind(i) in ("group", "person", "body"))
    where = n.scene.where(x.start, verb.first)
    return n.made(x._replace(group=verb), who, (), verb.last, where=where) if who or where else None


def blast(n: Nouns, x: Site) -> EventDraft | None:
    """«انفجاری در ورشو رخ داد», «انفجار بمب در ورشو ده کشته برجا گذاشت»."""
    verb = next((g for g in n.roles.clauses.verbs_in(x.behind, min(x.behind + REACH, x.s.last)) if g.form.person), None)
    if verb is None or verb.form.negative or verb.form.tense not in DONE or x.framed:
        return None
    left = "جا" in n.keys[x.behind : verb.first] or n.keys[verb.first - 1] in ("برجا", "برجای", "جای")
    if n.keys[verb.first - 1] not in BROKE and not left:
        return None
    where = n.scene.where(x.start, verb.first, True)
    return n.made(x._replace(group=verb), (), (), verb.last, where=where) if where else None


def truce(n: Nouns, x: Site) -> EventDraft | None:
    """«آتش‌بس میان لهستان و سوئد برقرار شد», «آتش‌بس در سوئد آغاز شد»."""
    verb = _took_place(n, x)
    if verb is None:
        return None
    who = n.roles.between(x.behind, verb.first)[0]
    if not who and verb.form.lemma == "کردن":
        who = n.roles.subject(x.s, x.start, x.first, verb)
    where = n.scene.where(x.start, verb.first)
    return n.made(x._replace(group=verb), who, (), verb.last, where=where) if who or where else None


def trial(n: Nouns, x: Site) -> EventDraft | None:
    """«محاکمه نخست‌وزیر پیشین لهستان آغاز شد»: who is tried."""
    verb = _took_place(n, x)
    whom, after = n.roles.near(x.behind, x.s.last, 1)
    if verb is None or verb.first - after > REACH or not whom or not all(n.roles.kind(i) in ("person", "group") for i in whom):
        return None
    return n.made(x._replace(group=verb), n.roles.agent(after, verb.first)[0], whom, verb.last)


PUBLIC: Shapes = {"rally": rally, "blast": blast, "truce": truce, "trial": trial}
