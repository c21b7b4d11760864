"""Events told by a whole clause about ways: who leaves a land, who is received, what ships and cargoes arrive."""

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_clause import Clause, Rule
from rayzan.extract.event_party import Ids
from rayzan.extract.event_power import TROOPS

SHIPS = ("نفتکش", "کشتی", "هواپیما", "پرواز", "کامیون", "قطار")
GOODS = ("محموله", "کمک", "دارو", "ماسک", "تجهیزات", "واکسن", "اقلام")
WARSHIPS = (*TROOPS, "کاروان نظامی", "ستون")
GATES = frozenset({"فرودگاه", "بدو", "رسمی", "رسما", "کاخ", "گرم"})  # beside «استقبال کرد»: of a guest, not of news
HEAD = 6  # words at a clause's head in which what arrives is named


def leave(c: Clause) -> EventDraft | None:
    """«سامان رادمهر پس از دو روز ورشو را ترک کرد», «نظامیان سوئد خاک لهستان را ترک کردند»."""
    mark = c.find("را")
    if c.noun != "ترک" or c.g.form.lemma != "کردن" or mark < 0 or not c.told:
        return None
    at = next((i for i in range(max(c.start, mark - 4), mark) if c.scene.place(i) [1] == mark and c.scene.place(i)[0]), -1)
    if at < 0:
        return None
    place = c.scene.place(at)[0]
    goal = next((p for i in range(mark, c.g.first - 1) if c.keys[i] in ("مقصد", "سوی", "سمت") and (p := c.scene.place(i + 1)[0])), None)
    who = c.subject(at)
    if not who or not c.roles.known(who):
        return None
    if any(k.startswith(TROOPS) for k in c.keys[c.start : at]) and not all(c.roles.kind(i) == "person" for i in who):
        return c.event("other", "leave:ترک", who, where=place, mode="withdraw")
    if not all(c.roles.kind(i) in ("person", "group") or "delegation" in i for i in who):
        return None
    return c.event("visit", "leave:ترک", who, where=goal or place)


def receive(c: Clause) -> EventDraft | None:
    """«X در فرودگاه به استقبال Y رفت», «Y مورد استقبال X قرار گرفت», «X در فرودگاه از Y استقبال کرد»."""
    at = c.find("استقبال")
    if at < 0 or not c.told:
        return None
    host: Ids = ()
    guest: Ids = ()
    if c.keys[at - 1] == "به" and c.g.form.lemma in ("رفتن", "آمدن", "شتافتن"):
        guest, host = c.roles.near(at + 1, c.g.first, 2)[0], c.subject(at - 1)
    elif c.keys[at - 1] == "مورد" and c.noun in ("قرار", "واقع"):
        host, guest = c.roles.near(at + 1, c.g.first, 2)[0], c.subject(at - 1)
    elif c.noun == "استقبال" and c.g.form.lemma == "کردن" and GATES & set(c.keys[c.start : at]):
        host, of = c.subject(at), c.find("از")
        guest = c.roles.near(of + 1, at, 1)[0] if of >= 0 else ()
    if not host or not guest or not c.roles.known((*host, *guest)) or any(c.roles.kind(i) not in ("person", "group", "body") for i in host):
        return None
    where = c.scene.where(c.start, c.g.last)
    if any(c.roles.kind(i) in ("person", "group") for i in guest):
        return c.event("meeting", "receive:استقبال", (*host, *(i for i in guest if i not in host)), where=where)
    return c.event("other", "receive:استقبال", host, guest, where, "welcome")


def arrive(c: Clause) -> EventDraft | None:
    """«محموله کمک‌های سوئد وارد لهستان شد», «دومین نفتکش سوئدی به لهستان رسید»: whose goods or ships come where."""
    into = c.find("وارد") if c.g.form.lemma == "شدن" else c.find("به") if c.g.form.lemma == "رسیدن" else -1
    if into < 0 or not c.told:
        return None
    skip = 1 + sum(c.keys[into + 1] == w for w in ("آبهای", "خاک", "بندر"))
    place, end = c.scene.place(into + skip)
    head = c.roles.clauses.head(c.start, into)
    thing = next((i for i in range(head, min(head + HEAD, into)) if c.keys[i].startswith((*SHIPS, *GOODS, *WARSHIPS))), -1)
    if place is None or c.g.first - end > 2 or thing < 0:
        return None
    inside = range(thing + 1, into)
    owners = [ids for i in inside if (m := c.roles.at.get(i)) is not None and m.kind in ("state", "government", "body") and (ids := c.roles.ids(m))]
    owners += [(nation,) for i in inside if (nation := c.roles.adjective(i))]
    whom = tuple(i for i in c.roles.near(into + skip, c.g.first, 0)[0] if c.roles.kind(i) == "state")
    who = next((ids for ids in owners if not set(ids) & set(whom)), ())
    if not who:
        return None
    given = any(k.startswith(GOODS) for k in c.keys[thing:into])
    forces = c.keys[thing].startswith(WARSHIPS)
    return c.event("other", "arrive:وارد", who, whom, place, "aid" if given else "deploy" if forces else "deliver")


def reach(c: Clause) -> EventDraft | None:
    """«سامان رادمهر صبح امروز به ورشو رسید»: a person who comes to a place."""
    if c.g.form.lemma != "رسیدن" or not c.told:
        return None
    at = c.find("به")
    place, end = c.scene.place(at + 1) if at > c.start else (None, 0)
    who = tuple(i for i in c.subject(at) if c.roles.kind(i) == "person") if place is not None and end == c.g.first else ()
    return c.event("visit", "reach:رسید", who, where=place) if who and c.roles.known(who) else None


WAYS: tuple[Rule, ...] = (leave, receive, arrive, reach)
