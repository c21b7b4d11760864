"""The arguments of a verb that tells an event: who did it, whom it befell, by the shape of the verb."""

from typing import NamedTuple

from rayzan.extract.event_party import Ids, merge
from rayzan.extract.event_role import Roles
from rayzan.extract.side import Sides
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch

SESSIONS = frozenset({"کنفرانس", "نشست", "اجلاس", "همایش", "مذاکرات"})
POWERS = ("state", "body", "group")  # kinds of actors that do what states do
PACTS = ("برجام", "توافق", "پیمان", "معاهده", "سازمان", "تحریم", "معافیت", "مرز", "تعرفه", "لیست", "فهرست", "مذاکرات", "مقر")  # what a head of state does about them the state does
ARMED = ("مسلح", "موشک", "پهپاد", "چاقو", "هوایی", "تروریست", "ارتش", "نیرو", "شبهنظامی", "بمب")
SERVANTS = ("officials", "leaders", "aides", "ministers", "advisers", "representatives", "ambassadors", "commanders", "diplomats")  # whom one talks with
OBJECT = 12  # words before a verb in which its object ends
BY_NAME = ("arrest", "convict", "release", "expel", "extradite", "recognise")  # deeds to a person whom only the name tells
NAMED = frozenset({"ترور", "کشته", "برکنار", "منصوب", "عزل", "زخمی", "ربوده"})
LISTED = frozenset({"فهرست", "لیست"})
CERTAIN = frozenset({"منصوب", "برکنار", "عزل"})


class Verb(NamedTuple):
    """What a noun and its verb tell, and how the parties stand."""

    type: str
    mode: str | None
    shape: str
    about: tuple[str, ...] = ()  # beginnings of words of which the clause must hold one: «مرز» beside «بستن»


class Arguments:
    """Finds the arguments of the verbs of one draft."""

    def __init__(self, roles: Roles) -> None:
        self.roles, self.draft, self.keys = roles, roles.draft, roles.keys
        self.shunned = {k for w in self.draft.language.table("event")["words"]["meetings"] for k in self.draft.language.keys(w)}
        self.sides = Sides(roles.draft, roles.clauses)

    def parties(self, verb: Verb, s: Stretch, start: int, limit: int, g: Group) -> tuple[Ids, Ids]:
        """Who does what a verb tells and whom it befalls; the clause begins at word `start`, the verb's first word is at `limit`."""
        r = self.roles
        if verb.shape in ("passive", "listed"):
            by = r.agent(start, limit)[0]
            whom = tuple(
                i
                for i in r.subject(s, start, limit, deep=False) or self._parted(s, start) or r.whole(start, limit) or self._joined(s, start, limit, g)
                or (r.strangers.headed(start, limit) if verb.mode in BY_NAME or self.keys[limit] in NAMED else ())
                if i not in by
            )
            if verb.shape == "listed" and not by:  # «در فهرست تحریم‌های وزارت دارایی سوئد قرار گرفت»: whose list
                at = next((i for i in range(start, limit) if self.keys[i] in LISTED), limit)
                by = tuple(i for i in r.near(at + 1, limit, 4)[0] if i not in whom and r.kind(i) in ("state", "body"))
            if verb.type == "vote" and not by:  # «X از پارلمان رأی اعتماد گرفت»
                house = next((i for i in range(start, limit) if self.keys[i] == "از"), limit)
                by = tuple(i for i in r.near(house + 1, limit - self.keys[limit - 1].startswith("ر"))[0] if i not in whom)
            if verb.mode == "summon" and not by:  # «سفیر X به وزارت خارجه Y احضار شد»
                by = tuple(i for i in r.target(start, limit)[0] if i not in whom and r.kind(i) == "body")
            if verb.mode == "seize":
                whom = tuple(i for i in whom if r.kind(i) in POWERS)
            if verb.type == "attack" and not by:
                by = tuple(i for i in self._attackers(start, limit) if i not in whom)
            return by, whom
        if verb.shape == "concluded":
            return merge(r.between(start, limit)[0] or r.agent(start, limit)[0], r.partner(start, limit)[0]), ()
        if verb.shape == "closed":
            owned = next((i + 1 for i in range(start, limit) if self.keys[i].startswith(verb.about)), limit)  # «مرزهای X و Y بسته شد»
            return r.agent(start, limit)[0] or r.near(owned, limit, 1)[0] or self._house(owned - 1, start, limit), ()
        if verb.shape == "house":
            return next((r.ids(m) for m in r.clauses.mentions(start, limit) if m.kind == "body"), ()), ()
        subject = r.subject(s, start, limit, g)
        if verb.shape in ("deed", "leave") and g.form.person == 1 and g.form.plural:  # an official's «ما» is the state
            subject = tuple(dict.fromkeys(self._served(i) for i in subject))
        if verb.shape == "body" and verb.mode == "whom":
            return subject, tuple(i for i in r.object(start, limit) if i not in subject)
        if verb.mode == "resign" and g.form.person != 1:
            return r.subject(s, start, limit, g, deep=False), ()
        if verb.shape in ("self", "body", "leave", "go", "attend", "stay"):
            return subject, ()
        if verb.shape in ("deed", "joining", "struck"):
            whom = r.target(start, limit)[0] or (r.object(start, limit) if verb.shape == "deed" else ())
            if verb.mode == "unveil":
                return subject, ()
            owners = {a.state for i in subject if (a := self.draft.actors.get(i)) is not None} if verb.shape == "deed" else set()
            return (subject if verb.shape != "struck" else ()), tuple(i for i in whom if i not in subject and i not in owners)
        if verb.type == "mandate" and verb.shape == "to" and not r.target(start, limit)[0]:
            return subject, tuple(i for i in self._ordered(s, g) if i not in subject)
        outer = (r.parted(s, start) or (start, limit)) if verb.mode == "sue" else (start, limit)
        if verb.mode == "sue" and (sued := next((r.near(i + 1, outer[1])[0] for i in range(*outer) if self.keys[i] == "از"), ())):
            return subject, tuple(i for i in merge(sued, r.target(start, limit)[0]) if i not in subject)  # «X از Y به دیوان شکایت کرد»
        if verb.shape == "to":
            return subject, tuple(i for i in r.target(start, limit)[0] if i not in subject)
        if verb.shape == "host" and self.keys[limit + 1] in SESSIONS:
            return subject, ()
        if verb.shape == "host":
            return merge(subject, r.near(limit + 1, g.first)[0]), ()
        if verb.shape == "mutual":
            other = r.partner(start, limit)[0]
            if not other and (whole := r.parted(s, start)) is not None:  # «X با Y که … است توافق کرد»
                other = r.partner(*whole)[0]
            return merge(subject, other), ()
        if verb.mode == "summon" and (envoy := self._own_envoy(start, limit, subject)):
            return subject, envoy
        whom = r.object(start, limit, person=self.keys[limit] in CERTAIN or verb.mode in BY_NAME)
        if not whom and (whole := r.parted(s, start)) is not None:  # «سوئد سامان رادمهر را که … است، اخراج کرد»
            whom = r.object(*whole, person=verb.mode in BY_NAME)
        who = tuple(i for i in subject if i not in whom)
        if not who and subject and start > s.first:  # «X قصد دارد Y را اخراج کند»: the object heads its clause
            who = tuple(i for i in r.subject(s, r.start(s, start - 1), start - 1) if i not in whom)
        return who, whom

    def _of(self, id: str) -> str | None:
        """The state that one serves, or whose servants a group are."""
        actor = self.draft.actors.get(id)
        return self.sides.state(id) or (actor.state if actor is not None else None)

    def _house(self, at: int, start: int, limit: int) -> Ids:
        """«سفارت سوئد در لهستان بسته شد»: the embassy at the clause's head."""
        m = self.roles.at.get(at)
        return self.roles.ids(m) if m is not None and m.kind == "body" and at <= self.roles.clauses.head(start, limit) and self.keys[at] != "این" else ()

    def _own_envoy(self, start: int, limit: int, who: Ids) -> Ids:
        """«لهستان سفیر خود را از مینسک فراخواند»: the ambassador of who recalls one, to where it is told."""
        at = next((i for i in range(start, limit - 2) if self.keys[i] == "سفیر" and self.keys[i + 1 : i + 3] == ["خود", "را"] or self.keys[i] == "سفیرش"), -1)
        state = self.draft.lexicon.states.get(who[0]) if who else None
        if at < 0 or state is None:
            return ()
        host = next((self.roles.at[i] for i in range(at + 2, limit) if self.keys[i - 1] == "از" and i in self.roles.at), None)
        place = self.draft.lexicon.states.get(host.actors[0]) if host is not None and host.actors else None
        return (self.roles.ambassador(state, place, at, host.last if host is not None else at + 1),)

    def _served(self, id: str) -> str:
        """The state that a person in office speaks for; the person where none is known."""
        actor = self.draft.actors.get(id)
        state = self.sides.state(id) if actor is not None and actor.type == "person" and actor.office else None
        return self.roles.state(state) if state in self.draft.lexicon.states and state is not None else id

    def _ordered(self, s: Stretch, g: Group) -> Ids:
        """«X دستور داد (که) Y نیروهایش را خارج کند»: who is to act, the subject of the clause behind, in the subjunctive."""
        verb = next((v for v in self.roles.clauses.verbs_in(g.last, s.last) if v.form.person), None)
        if verb is None or verb.form.tense is not Tense.SUBJUNCTIVE:
            return ()
        return self.roles.subject(s, g.last, verb.first, verb, deep=False)

    def _pact(self, limit: int) -> bool:
        """Whether a clause that ends here is of what a state is bound by: «… از توافق خارج شد»."""
        return any(self.keys[i].startswith(PACTS) or i in self.draft.in_instrument for i in range(max(0, limit - OBJECT), limit))

    def _joined(self, s: Stretch, start: int, limit: int, g: Group) -> Ids:
        """«X وارد ورشو شد و بلافاصله بازداشت شد»: the subject of the clause that «و» joins."""
        before = next((v for v in self.roles.clauses.verbs_in(s.first, start) if v.last == start), None)
        if self.keys[start] != "و" or before is None or before.form.plural != g.form.plural or before.form.passive:
            return ()
        return self.roles.subject(s, start, limit, g)

    def _parted(self, s: Stretch, start: int) -> Ids:
        """«X که شهادت داده بود، برکنار شد»: whom a relative clause parts from the verb."""
        that = self.roles.start(s, start - 1) if start > s.first else start
        m = self.roles.ending.get(that) or self.roles.ending.get(that - 1) if self.keys[that] == "که" else None
        return self.roles.ids(m) if m is not None else ()

    def _attackers(self, start: int, limit: int) -> Ids:
        """«در پی حمله شبه‌نظامیان X به … ده مأمور کشته شدند»: whose attack it was."""
        for at in range(start, limit):
            if self.keys[at] in ("حمله", "حملات", "بمباران", "شلیک", "تیراندازی"):
                behind = at + 1
                while behind < limit and self.keys[behind] in (
                    "هوایی",
                    "موشکی",
                    "پهپادی",
                    "راکتی",
                    "توپخانهای",
                    "تروریستی",
                    "انتحاری",
                    "نیروهای",
                    "جنگندههای",
                    "شبهنظامیان",
                    "اخیر",
                ):
                    behind += 1
                return tuple(i for i in self.roles.near(behind, limit, 0)[0] if self.roles.kind(i) != "person")
        return ()

    def enough(self, verb: Verb, who: Ids, whom: Ids, limit: int) -> bool:
        """Whether these parties are as many and of such kinds as the verb's event needs."""
        kind = self.roles.kind
        if verb.mode == "win":
            return any(kind(i) in ("person", "body", "group") for i in who)
        if verb.shape == "self" and verb.type == "vote":
            return bool(who) and any(kind(i) in ("body", "group", "state") for i in who)
        if verb.mode == "veto":
            return bool(who)
        if verb.shape == "concluded":
            return len(who) > 1
        if verb.shape in ("go", "attend", "stay"):
            return bool(who) and all(kind(i) in ("person", "group") for i in who)
        if verb.shape in ("leave", "deed", "closed"):
            return bool(who) and all(kind(i) in POWERS or self.roles.leads(i) and self._pact(limit) for i in who)
        if verb.shape == "joining":
            return bool(who) and any(kind(i) == "body" for i in whom)
        if verb.shape == "struck":
            return bool(whom)
        if verb.shape == "self" and verb.type == "meeting":
            return any(kind(i) in ("group", "body") for i in who) or len(who) > 1
        if verb.shape == "self":
            headed = verb.mode == "resign" and {"دولت", "کابینه"} & set(self.keys[max(0, limit - OBJECT) : limit])  # «دولت X استعفا کرد»
            if verb.mode in ("coup", "rule") or headed:
                return bool(who) and all(kind(i) in (*POWERS, "person") for i in who)
            return any(kind(i) == "person" or verb.mode != "resign" and kind(i) == "group" for i in who)
        if verb.shape in ("body", "house"):
            voting = ("body", "group", "state") if verb.type == "vote" and not verb.mode else ("body",)
            return bool(who) and all(kind(i) in voting for i in who)
        if verb.shape == "passive" and verb.type == "appointment":
            return any(i in self.draft.actors and (not self.draft.actors[i].office or self.draft.actors[i].office != i) for i in whom)
        if verb.shape == "passive" and verb.type == "attack" and not whom:  # «سردار ما توسط سوئد ترور شد»
            return bool(who) and all(kind(i) in POWERS for i in who)
        if verb.mode == "seize" and verb.shape == "passive":
            return bool(who or whom)
        if verb.shape in ("passive", "listed"):
            return any(kind(i) in ("person", "group") or verb.type == "sanction" for i in whom)
        if verb.mode == "summon" and any(kind(i) != "person" for i in whom):
            return False  # «شورای امنیت را به مسئولیت‌پذیری فراخواندیم» only asks
        if verb.shape == "list" and who and not whom:  # «X پانزده هواپیما را در فهرست تحریم قرار داد»
            return all(kind(i) in ("state", "body") for i in who)
        if verb.shape == "host" and len(who) == 1:  # «سوئد میزبان کنفرانس صلح بود»
            return kind(who[0]) == "state" and bool(SESSIONS & set(self.keys[limit : limit + 2]))
        if verb.shape == "host":
            return len(who) > 1 and any(kind(i) == "person" for i in who)
        if verb.mode == "review":  # «X و Y همکاری‌ها را بررسی کردند»: people of two states
            people = all(kind(i) == "person" or kind(i) == "group" and i.endswith(SERVANTS) for i in who)
            return len(who) > 1 and people and len({s for i in who if (s := self._of(i))}) > 1
        if verb.shape == "mutual":
            return len(who) > 1 or any(kind(i) == "group" for i in who) and verb.mode != "reach" and verb.type != "attack"
        if verb.type == "vote":
            return bool(who) and all(kind(i) in POWERS for i in who)
        if verb.type in ("attack", "sanction") and verb.shape in ("to", "object") and not whom:  # «به یک پاسگاه حمله کرد»: a target that is no actor
            near = self.keys[max(0, limit - OBJECT) : limit]
            told = verb.shape == "to" or "را" in near and not self.keys[limit].startswith(("کشت", "ربود"))
            told = told and not (verb.type == "sanction" and self.shunned & set(near))
            return told and bool(who) and all(kind(i) in POWERS or self.roles.leads(i) for i in who)
        if verb.type == "attack" and verb.shape == "to":
            near = self.keys[max(0, limit - OBJECT) : limit]
            if whom and all(kind(i) == "person" for i in whom) and not any(key.startswith(ARMED) for key in near):
                return False  # «رسانه‌ها به او حمله کردند» is words
            return bool(who) and all(kind(i) in POWERS or self.roles.leads(i) for i in who)
        if verb.type == "appointment" and not who and whom:  # «این گروه‌ها X را نامزد کردند»
            return all(kind(i) == "person" for i in whom) and self.keys[limit] in CERTAIN | {"نامزد", "کاندید"}
        return bool(who and (whom or verb.type == "appointment" or verb.mode == "withdraw"))
