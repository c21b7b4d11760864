"""Events told by a finite verb: «X Y را بازداشت کرد», «Y ترور شد», «X استعفا کرد», «X با Y توافق کرد»."""

from rayzan.extract.draft import Draft, EventDraft
from rayzan.extract.event_argument import CERTAIN, Arguments, Verb
from rayzan.extract.event_clause import Clause
from rayzan.extract.event_effect import EFFECTS
from rayzan.extract.event_hand import HANDS
from rayzan.extract.event_office import OFFICES
from rayzan.extract.event_order import ORDERINGS
from rayzan.extract.event_party import Ids
from rayzan.extract.event_predicate import Predicates
from rayzan.extract.event_role import Roles
from rayzan.extract.event_sanction import LISTS
from rayzan.extract.event_scene import DONE, FLAGS, Scene
from rayzan.extract.event_toward import Ways
from rayzan.extract.event_way import WAYS
from rayzan.extract.syntax import OPEN
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch

CALAMITIES = frozenset({"ویروس", "کرونا", "بیماری", "زلزله", "سیل", "تصادف", "سانحه", "سقوط", "آتشسوزی", "طوفان", "کووید"})  # nobody does them
DENIABLE = ("object", "passive", "self", "to", "deed", "go", "listed")  # shapes of a deed that one may say was not done
FIGHTS = ("حمله", "حملات", "عملیات", "درگیری", "انفجار", "تیراندازی", "بمب", "شلیک", "موشک", "راکت", "پهپاد", "ترور")  # in which people fall
CLAUSES = (*WAYS, *OFFICES, *EFFECTS, *HANDS, *ORDERINGS)
TALKED_OF = frozenset({"درباره", "پیرامون", "درخصوص", "برای"})
MEETINGS = frozenset({"دیدار", "ملاقات", "نشست", "جلسه", "گفتوگو", "گفتگو", "تماس", "رایزنی", "گفتوگوها", "دیدارها", "مذاکرات", "اجلاس", "سفر"})
NOW = frozenset({"حاضر", "اکنون", "هماکنون", "اینک"})
SIGNED = 9  # words before «امضا کردند» in which what is signed stands
POSTS = frozenset({"رهبری", "فرماندهی", "وزارت", "معاونت", "دبیرکلی", "سخنگویی", "نمایندگی"})
TITLED = frozenset({"عنوان", "سمت", "ریاست", "پست", "مقام", "نخستوزیری", "برای", "بهعنوان", "جای"})


class VerbEvents(Ways):
    """Reads the finite verbs of one draft."""

    def __init__(self, draft: Draft, roles: Roles, scene: Scene) -> None:
        super().__init__(draft, roles, scene)
        self.arguments = Arguments(roles)
        self.predicates = Predicates(draft, roles)

    def read(self, g: Group, s: Stretch) -> EventDraft | None:
        """The event that a finite verb tells with the noun before it."""
        joined = g.form.tense is Tense.PARTICIPLE and g.last < s.last and self.keys[g.last] in ("و", "،", "تا")  # «آزاد شده و … رفته است»
        if not (g.form.person or joined) or g.first <= s.first:
            return None
        noun = self.keys[g.first - 1]
        if (g.form.person == 3 or joined) and (told := self._whole(g, s)) is not None:
            return told
        verb, limit = self.predicates.told(g, s)
        if limit > s.first and self.keys[limit - 1] in ("خواستار", "خواهان"):
            return None
        if (
            verb is None
            or g.form.person == 2
            or not g.form.person
            and limit == g.first
            and verb.shape != "go"
            or (verb.type == "appointment" and not self._titled(s, g))
        ):
            return None
        status = self.scene.status(limit if self.keys[limit] == "لغو" else g.first, s, g)  # «لغو» before a noun makes that unreal
        if verb.shape == "stay" and not g.form.negative:
            status = "happened"  # «برای سفری رسمی در X به سر می‌برد»: under way
        if verb.type == "attack" and verb.shape == "passive" and CALAMITIES & set(self.keys[self.roles.start(s, g.first) : g.first]):
            return None  # «بر اثر زلزله کشته شدند»
        if verb.mode == "review" and self._in_meeting(s, g):
            return None  # «در این دیدار طرفین روابط را بررسی کردند»: what was talked of in a meeting told before
        if verb.mode == "win" and g.form.tense not in DONE:
            return None  # who will win is only thought
        if verb.type == "attack" and g.form.tense is Tense.PRESENT:
            return None  # «به دولت حمله می‌کنند» is mostly words
        if status == "proposed" and verb.type not in ("call", "meeting", "visit", "vote"):
            return None  # what is asked of others is a request
        if g.form.negative:
            refused = verb.type == "vote" and verb.shape == "to" and g.form.tense is not Tense.SUBJUNCTIVE
            said = self.draft.speaker_at(g.first) is not None and g.form.tense in DONE and verb.shape in DENIABLE
            parted = verb.type == "agreement" and verb.shape == "mutual" and verb.mode != "reach" and g.form.tense in DONE
            status = "happened" if refused else "denied" if said or parted else None  # a vote refused is a vote; «نیرویی اعزام نکرده‌ایم» denies
        if status == "happened" and "تکذیب" in self.keys[max(g.first, g.last - 2) : g.last + 1]:
            status = "denied"  # «ادعای اینکه سوئد کشتی‌ها را توقیف کرده تکذیب شد»
        if verb.shape == "house" and g.form.tense is Tense.SUBJUNCTIVE and "باید" in self.keys[s.first : g.first]:
            status = "planned"
        start = self.roles.start(s, g.first)
        if (
            g.form.tense in (Tense.IMPERFECT,)
            or status is None
            or status == "planned"
            and g.form.tense is Tense.PRESENT
            and not self._near(s, start, g)
        ):
            return None
        who, whom = self.arguments.parties(verb, s, start, limit, g)
        place = self._there(start, limit) if verb.shape == "go" else self._seen(start, limit) if verb.shape == "stay" else None
        hit = self._hit(start, limit) if verb.shape == "struck" else None
        if (
            not (self.arguments.enough(verb, who, whom, limit) or hit)
            or not (self.roles.known((*who, *whom)) or hit or self._placed(verb, start, g, whom))
            or not self._told(verb, start, limit, place)
            or verb.mode == "withdraw" and not whom and not self._left(start, limit)
        ):
            return None
        first = start
        while first < g.first and not self.keys[first][0].isalnum() and self.keys[first] not in OPEN or self.keys[first] in ("و", "که"):
            first += 1
        where = (
            place
            or hit
            or (self.scene.where(start, self._subject_of_talk(verb, start, g.last), verb.type == "attack") if verb.mode != "summon" else None)  # «سفیر خود در X را فراخواند»
            or self._from(verb, start, limit)
            or (self.scene.home(who) if verb.mode in ("arrest", "convict", "coup") else None)
            or (self.scene.state_place(whom, start, limit) if verb.type == "attack" and self.roles.land(whom, start, limit) else None)
        )
        when = self.scene.when(start, start, g.last, s, status == "planned")
        if verb.shape == "stay" and when is None and NOW & set(self.keys[s.first : g.first]):  # «اکنون در ورشو به سر می‌برد»
            when = self.draft.published.isoformat() if self.draft.published else self.draft.published_month
        by_phone = verb.type == "consultation" and "تلفنی" in self.keys[start : g.first]  # «تلفنی با X صحبت کرد»
        vetoed = verb.mode == "veto" and any(self.roles.kind(i) == "person" for i in who)  # a president's veto is no vote
        return EventDraft(
            "other" if vetoed else "call" if by_phone else verb.type,
            first,
            g.last,
            f"{verb.shape}:{noun}",
            who,
            whom,
            when,
            where,
            status,
            FLAGS.get(status, ()),
            mode=None if verb.mode in ("whom", "reach", "review", "win") else verb.mode,
        )

    def _whole(self, g: Group, s: Stretch) -> EventDraft | None:
        """The event that a rule over the whole clause reads."""
        clause = Clause(self.roles, self.scene, g, s, self.roles.start(s, g.first))
        return next((event for rule in CLAUSES if (event := rule(clause)) is not None), None)

    def _placed(self, verb: Verb, start: int, g: Group, whom: Ids) -> bool:
        """Whether what befalls those whom no lexicon knows is told all the same: where it was («بیست کودک در سوئد کشته شدند»), in which attack, of a
        person by name, of a post of a state."""
        if verb.mode in ("protest", "win", "rule"):
            return True
        if verb.type == "meeting":  # «گروه‌های شیعه در منزل X جمع شدند»
            return any(m.actors and m.kind in ("name", "title", "state", "body") for m in self.roles.clauses.mentions(start, g.first))
        if verb.type == "appointment":
            return any(m.kind == "title" and m.states for m in self.roles.clauses.mentions(start, g.first))
        there = verb.shape == "passive" and bool(self.scene.where(start, g.last, True))
        if verb.type == "attack":  # «در درگیری میان X و Y ده نفر کشته شدند»: the fight is told by its noun
            near = self.keys[start : g.first]
            return there or verb.shape == "passive" and any(key.startswith(FIGHTS) for key in near) and not {"میان", "بین"} & set(near)
        done_to = verb.shape == "passive" and verb.mode in ("arrest", "release", "convict", "expel", "extradite")
        return done_to and (there or bool(whom) and all(self.roles.kind(i) == "person" for i in whom))

    def _in_meeting(self, s: Stretch, g: Group) -> bool:
        """Whether a clause points to the meeting in which what it tells was done."""
        return any(self.keys[i] in ("این", "همین") and self.keys[i + 1] in MEETINGS for i in range(s.first, g.first - 1))

    def _near(self, s: Stretch, start: int, g: Group) -> bool:
        """A present that tells what is to come: in a headline, or with a day told: «آمریکا فردا از پیمان خارج می‌شود»."""
        headline = self.draft.headline
        if headline is not None and headline.first <= g.first < headline.last:
            return True
        outer = next((o for o in reversed(self.draft.verbs_in(s.first, start)) if o.form.person), None)
        announced = outer is not None and self.keys[outer.first - 1] == "اعلام" and outer.form.tense in DONE  # «اعلام کرد که سوئد مرزهایش را می‌بندد»
        return announced or any(t.value and t.precision == "day" for t in self.draft.times_in(start, g.last))

    def _titled(self, s: Stretch, g: Group) -> bool:
        """An appointment says to what: «به عنوان …»; «سوگند یاد کرد» is one by itself."""
        if self.keys[g.first - 1] in CERTAIN or g.form.passive and self.keys[g.first] in CERTAIN:
            return True
        near = self.keys[self.roles.start(s, g.first) : g.first]
        if g.form.lemma in ("کردن", "نمودن") and self.keys[g.first - 1] == "یاد":
            return "سوگند" in near
        if self.keys[g.first - 1] == "معرفی" and any(
            m.kind == "title" and self.keys[m.last : m.last + 1] == ["را"]
            for m in self.roles.clauses.mentions(self.roles.start(s, g.first), g.first)
        ):
            return True
        to_post = any(one == "به" and other in POSTS for one, other in zip(near, near[1:], strict=False))  # «به رهبری حزب انتخاب شد»
        return to_post or bool(TITLED & set(near))

    def _subject_of_talk(self, verb: Verb, start: int, last: int) -> int:
        """Where what is agreed or talked of begins, in which a place is no place of the talk: «درباره آتش‌بس در سوئد به توافق رسیدند»."""
        if verb.type not in ("agreement", "consultation", "call"):
            return last
        return next((i for i in range(start, last) if self.keys[i] in TALKED_OF or self.keys[i : i + 2] in (["بر", "سر"], ["در", "باره"], ["در", "خصوص"], ["در", "باب"])), last)

    def _told(self, verb: Verb, start: int, limit: int, place: str | None) -> bool:
        """What a shape needs beside its parties: a goal to go to; «از» what one leaves; a list one is put on."""
        near = self.keys[start:limit]
        if verb.about and not any(key.startswith(verb.about) for key in self.keys[start : limit + 4]):
            return False
        if verb.type == "signing" and verb.shape == "mutual":
            return any(key.startswith(verb.about) for key in self.keys[max(start, limit - SIGNED) : limit])
        if verb.shape == "go":
            return place is not None
        if verb.shape == "stay":
            return self.scene.where(start, limit) is not None or self._seen(start, limit) is not None
        if verb.shape == "leave":
            return near[:1] != ["که"] and self._left(start, limit)
        if verb.mode == "reach":
            return any(key.startswith(("توافق", "تفاهم")) for key in near)
        if verb.shape == "struck" and verb.about:
            return True
        if verb.shape == "attend":
            return (
                "مطبوعاتی" not in near
                and "خبری" not in near
                and any(key in ("کنفرانس", "اجلاس", "نشست", "مراسم", "همایش", "مجمع", "اجلاسیه") for key in near)
            )
        if verb.shape in ("list", "listed"):
            return bool(LISTS & set(near)) and any(key.startswith(("تحریم", "سیاه", "تروریس")) for key in near)
        return True
