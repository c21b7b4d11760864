"""Events told by a noun: the noun in its clause, and the event that its shape makes of it: «دیدار X با Y», «X با Y دیدار کرد»."""

from collections.abc import Callable
from typing import NamedTuple

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_party import Ids
from rayzan.extract.event_role import Roles
from rayzan.extract.event_scene import FLAGS, Scene
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.lexicon.wordlist import Wordlist
from rayzan.text.segment import Stretch

POINTING = ("این", "آن", "همین", "همان", "چنین", "هر", "هیچ")
TO_COME = ("meet", "talk", "visit", "press", "session", "held", "election", "summit")  # shapes of which a bare noun may tell a plan
DOING = frozenset({"شاهد", "صحنه", "ارسال", "اقدام", "برای", "تسلیم", "قصد", "شاهدیم"})  # «روز دوشنبه شاهد حمله X بود»: its time is that of the noun
BARE = ("meet", "talk", "visit", "attack", "kill", "fight", "accord", "letter", "done_to", "leaving", "sending")
CONDITIONS = frozenset({"شرط", "شروط", "شرایط", "پیششرط", "وابسته", "منوط", "مشروط", "گرو", "موکول", "مستلزم", "کانال", "کانالهای", "بستر"})
RUMOURS = frozenset({"گمانه", "گمانهزنی", "گمانهزنیها", "شایعه", "شایعات", "شایعاتی", "احتمال", "امکان"})
HANGING = 24  # words behind a noun to «شرط است»
POSSIBLE = frozenset({"احتمالی", "فرضی"})
COMING = frozenset({"قریبالوقوع", "آتی", "محتمل"})
SUMMIT = 3  # heads of states and governments whose session is one
FURTHER = 18  # words behind a noun's parties in which its place may still be told
SLASHES = ("/", "؛", "|")
TOPICS = frozenset({"درباره", "پیرامون", "درخصوص", "دربارهی"})  # what stands behind is talked of
STOPS = frozenset({"که", "،", "و", ":", "؛", "برای", "درباره", "پیرامون", "درخصوص"})
SEATED = ("meeting", "consultation", "press_conference", "signing")  # held in a ministry
ASSEMBLED = ("meeting", "consultation", "summit", "call", "visit")
RECENT = 4  # sentences back to what «این نشست» points to
LIGHT = 30  # words between «این نشست» and «برگزار شد»
MANY = frozenset({"مجموعهای", "مجموعه", "شماری", "تعدادی", "یکی", "سلسلهای", "موجی", "رشتهای", "سری", "دوری", "برخی", "بخشی", "دهها"})
DENIAL = 20  # words between what is denied and «تکذیب کرد»
HELD = frozenset({"برگزار", "انجام", "آغاز", "شروع", "تشکیل", "صورت", "برقرار", "ترتیب"})


class Trigger(NamedTuple):
    """A noun that may tell an event; `light`: the lemmas that make it finite."""

    type: str
    mode: str | None
    shape: str
    light: frozenset[str]


class Site(NamedTuple):
    """A trigger in its clause: its words, the sentence, the clause's first word, the light
    verb behind it, the word behind its modifiers; `framed`: it stands in a setting."""

    trigger: Trigger
    first: int
    last: int
    s: Stretch
    start: int
    group: Group | None
    behind: int
    framed: bool


class Nouns:
    """Reads nominal and light-verb events of one draft."""

    def __init__(self, roles: Roles, scene: Scene, behind: Wordlist, figurative: Wordlist, shapes: "Shapes") -> None:
        self.roles, self.scene, self.keys, self.modifiers, self.figurative = roles, scene, roles.keys, behind, figurative
        self.shapes = shapes
        self.latest: EventDraft | None = None
        self.habits = {k for w in roles.draft.language.table("event")["words"]["habits"] for k in roles.draft.language.keys(w)[:1]}

    def read(self, trigger: Trigger, first: int, last: int, s: Stretch) -> EventDraft | None:
        """The event that a trigger tells, None if it tells none."""
        site = self._site(trigger, first, last, s)
        if first > s.first and self.keys[first - 1] in POINTING and not self._pointed(site):
            self._again(site)
            return None
        event = self.shapes[trigger.shape](self, site)
        self.latest = event if event is not None and event.type in ASSEMBLED else self.latest
        return event

    def _again(self, x: Site) -> None:
        """«این نشست روز دوشنبه در ورشو برگزار شد»: when and where the meeting told last was, if that telling left it open."""
        e, verb = self.latest, next((g for g in self.roles.clauses.verbs_in(x.last, x.s.last) if g.form.person), None)
        if e is None or verb is None or x.trigger.type not in ASSEMBLED or self.keys[verb.first - 1] not in HELD or verb.form.negative:
            return
        if self.roles.draft.view.sentence_of[x.first] - self.roles.draft.view.sentence_of[e.first] > RECENT or verb.first - x.last > LIGHT:
            return
        e.when = e.when or self.scene.when(x.start, x.first, verb.last, x.s, e.status == "planned")
        e.where = e.where or self.scene.where(x.start, verb.first)

    def _pointed(self, x: Site) -> bool:
        """Whether a noun with a pointing word tells an event: «هیچ دیداری با X نداشته‌ایم», «این نشست به ابتکار X و Y برگزار شد»."""
        if self.keys[x.first - 1] == "هیچ":
            return x.group is not None and x.group.form.negative or self.denied(x.last, x.s)
        verb = next((g for g in self.roles.clauses.verbs_in(x.last, x.s.last) if g.form.person), None)
        held = verb is not None and self.keys[verb.first - 1] == "برگزار" and x.trigger.shape == "session"
        return held and verb is not None and len(self.roles.presence(x.behind, verb.first)) > 1

    def arranged(self, g: Group) -> bool:
        """«قرار است … برگزار شود»: a verb that only says that what follows is to be."""
        return self.keys[g.first - 1] in ("قرار", "بنا") and g.form.lemma in ("بودن", "شدن")

    def denied(self, last: int, s: Stretch) -> bool:
        """«دیدار با X را تکذیب کرد», «… تکذیب شد»: the clause's verb denies what stands before it."""
        verb = next((g for g in self.roles.clauses.verbs_in(last, min(last + DENIAL, s.last)) if g.form.person), None)
        return verb is not None and self.keys[verb.first - 1] == "تکذیب" and not verb.form.negative and verb.form.lemma in ("کردن", "شدن")

    def _site(self, trigger: Trigger, first: int, last: int, s: Stretch) -> Site:
        away = trigger.shape == "visit" and self.keys[first] != "بازدید"  # «از موزه … بازدید کرد» stands in no setting
        framed = self._framed(first, s, 7 if away else 1)
        behind = last
        while behind < s.last:
            if behind in self.roles.at:  # «نخست وزیر» is no modifier and a minister
                break
            if size := self.modifiers.at(self.keys, behind, s.last):
                behind += size
            elif behind in self.roles.clauses.time_from:
                behind = self.roles.clauses.time_from[behind].last
            else:
                break
        verbs = [g for g in self.roles.clauses.verbs_in(last, s.last) if g.form.person]
        group = verbs[0] if verbs and verbs[0].form.lemma in trigger.light and not framed else None
        if group is not None and not self._light(group, last, behind, trigger.type) and self.keys[first - 1] != "وارد":
            group = None
        return Site(trigger, first, last, s, self.roles.start(s, first), group, behind, framed)

    def _light(self, group: Group, last: int, behind: int, type: str) -> bool:
        """Whether a verb makes the noun finite: right behind it, «برگزار شد» behind its parties, «دیدار و … گفت‌وگو کرد»."""
        gap = group.first - behind
        if gap <= 0 or (gap <= 3 and group.form.lemma == "داشتن"):
            return group.form.lemma != "شدن"
        if self.keys[group.first - 1] in HELD and gap <= 14:
            return "که" not in self.keys[behind + 1 : group.first] and not any(g.last <= group.first for g in self.roles.clauses.verbs_in(last, group.first))
        return self.keys[last] == "و" and not group.form.negative and type in ASSEMBLED  # «تبادل اسرا و اجساد را آغاز کرد» is another verb

    def _ahead(self, x: Site, last: int) -> bool:
        """«دیدارهایی با X و Y خواهد داشت», «سفر خود طی روزهای آینده»: the clause's verb or its time is to come."""
        verb = next(iter(self.roles.clauses.verbs_in(max(last, x.last), x.s.last)), None)
        if verb is not None and verb.form.tense is Tense.FUTURE and verb.form.lemma in x.trigger.light and verb.first - last <= 8:
            return True
        if verb is not None and verb.form.tense is Tense.FUTURE and x.framed and x.trigger.shape == "meet":
            return True  # «در دیدار با X … گفت‌وگو خواهد کرد»
        return self.scene.coming(x.start, min(last + 6, x.s.last))

    def _framed(self, first: int, s: Stretch, reach: int) -> bool:
        """«در دیدار», «در ادامه برنامه‌های دومین روز سفر»: the noun stands in a setting."""
        if reach > 1 and first > s.first and self.keys[first - 1] == "با":  # «با سفر به مسکو»
            return True
        if self.keys[first - 1] == "از" and first - 2 >= s.first and self.keys[first - 2] in MANY:  # «مجموعه‌ای از حملات را انجام داد»
            return False
        for at in range(first, max(s.first, first - reach), -1):
            if self.roles.frames.ending(self.keys, at, s.first):
                return True
            if (
                at - 1 in self.roles.clauses.verb_from
                or self.keys[at - 1] in ("به", "با")
                or at in self.roles.ending
                or not self.keys[at - 1][0].isalnum()
            ):
                return False
        return False

    def made(self, x: Site, who: Ids, whom: Ids, last: int, where: str | None = None, status: str | None = None) -> EventDraft | None:
        """The event with its scene; None where the text only thinks of it."""
        if x.group is None and self.keys[x.s.last - 1] == "؟":
            return None  # «حمله X به Y با سلاحی به اسم ویروس؟»
        if x.group is None and self._conditional(x, last):
            return None  # «وابسته به استعفای X», «آزادی X شرط لازم است»
        if x.group is not None and x.group.form.person == 1 and status is None and self.scene.status(x.first, x.s, x.group) == "proposed":
            return None  # «باید با X مذاکره کنم»: what one says to oneself
        every = any(self.keys[i] == "هر" and self.keys[i + 1] in ("هفته", "روز", "ماه", "سال") for i in range(x.s.first, x.last))
        if every and (x.group is None or x.group.form.tense is Tense.PRESENT):
            return None  # «هر هفته جلسه‌ای برگزار می‌شود»
        if x.group is not None and x.group.form.tense is Tense.PRESENT and self.habits & set(self.keys[x.s.first : x.group.first]):
            return None  # «همواره با پروازهای عادی سفر می‌کند»
        status = "denied" if self.denied(last, x.s) else status
        if status is None and x.group is not None and any(self.arranged(g) for g in self.roles.clauses.verbs_in(x.last, x.group.first)):
            status = "planned"  # «نشست X قرار است فردا برگزار شود»
        given, status = status, status or self.scene.status(x.first, x.s, x.group)
        if status == "happened" and x.group is None and x.trigger.shape in ("meet", "visit", "talk") and self._ahead(x, last):
            status = "planned"
        beside = {*self.keys[x.first : x.behind + 2], *self.keys[last : min(last + 6, x.s.last)]}
        if x.group is None and POSSIBLE & beside:
            return None  # «مذاکره احتمالی X و Y»
        if status == "happened" and x.group is None and x.trigger.shape in TO_COME and COMING & beside:
            status = "planned"  # «دیدار قریب‌الوقوع X با Y»
        if status is None or given is None and status == "planned" and x.group is None and x.trigger.shape not in TO_COME:
            return None
        end = max(last, x.group.last if x.group else x.last)
        first = x.start if x.group is not None else x.first
        while first < x.first and (self.keys[first] in ("و", "،", "که", ":", "»", '"') or not self.keys[first][0].isalnum()):
            first += 1
        verb = next((g.first for g in self.roles.clauses.verbs_in(end, x.s.last)), x.s.last)
        stop = next((i for i in range(end, min(end + FURTHER, x.s.last)) if self.keys[i] in STOPS), x.s.last)
        slash = next((i for i in range(x.first - 1, max(x.start, x.first - 14), -1) if self.keys[i] in SLASHES), 0)  # a digest's headlines side by side
        subject = next((i for i in range(last, min(last + 12, x.s.last)) if self.keys[i] in TOPICS), x.s.last)
        near = max(x.start, x.first - 14, slash), min(subject, max(end + 4, min(verb, end + FURTHER, max(stop, end + 10))), x.s.last)
        where = where or self.scene.where(*near, x.trigger.type == "attack", x.trigger.type in SEATED)
        flags = FLAGS.get(status, ())
        summit = x.trigger.shape == "session" and len(who) >= SUMMIT and all(self.roles.leads(i) for i in who)
        return EventDraft(
            "summit" if summit else x.trigger.type, first, end, f"{x.trigger.shape}:{self.keys[x.first]}", who, tuple(i for i in whom if i not in who),
            self.scene.when(self._since(x, end, status), x.first, end, x.s, status == "planned"), where, status, flags, mode=x.trigger.mode,
        )  # fmt: skip


    def _conditional(self, x: Site, last: int) -> bool:
        """Whether a noun stands for what something hangs on."""
        if CONDITIONS & set(self.keys[max(x.s.first, x.first - 3) : x.first]) or RUMOURS & set(self.keys[max(x.s.first, x.first - 5) : x.first]):
            return True
        be = next((g for g in self.roles.clauses.verbs_in(last, min(last + HANGING, x.s.last)) if g.form.lemma in ("بودن", "توانستن")), None)
        return be is not None and bool(CONDITIONS & set(self.keys[last : be.first])) and x.trigger.shape not in TO_COME

    def _since(self, x: Site, end: int, status: str) -> int:
        """From which word on a time is the event's: not the main verb's where a noun only stands in its clause («روز دوشنبه … از دیدار X با Y خبر داد»,
        «امروز دیدار با X را تکذیب کرد»)."""
        verb = next((g for g in self.roles.clauses.verbs_in(end, x.s.last) if g.form.person), None)
        told_of = self.keys[x.first - 1] == "از" and self.keys[x.first - 2] not in ("پس", "بعد", "پیش", "قبل")  # «از حمله X خبر داد»
        nominal = x.group is None and (not x.framed or told_of) and x.trigger.shape in BARE and not DOING & set(self.keys[x.first - 3 : x.first])
        if verb is None or not (nominal or status == "denied") or self.keys[verb.first - 1] in HELD:
            return x.start
        return x.first


Shapes = dict[str, Callable[[Nouns, Site], EventDraft | None]]
