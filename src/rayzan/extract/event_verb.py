"""Events told by a finite verb: «X Y را بازداشت کرد», «Y ترور شد», «X استعفا کرد», «X با Y توافق کرد»; signings by instrument."""

from functools import cache
from typing import NamedTuple

from rayzan.extract.draft import Draft, EventDraft, StateDraft
from rayzan.extract.event_deed import LISTS
from rayzan.extract.event_party import Ids, merge
from rayzan.extract.event_role import Roles
from rayzan.extract.event_scene import Scene
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch

SHAPES = ("object", "passive", "self", "to", "body", "mutual", "house", "leave", "go", "list", "attend", "host", "deed", "struck", "joining", "listed")
FLAGS = {"planned": ("future",), "denied": ("negated",), "proposed": ("hypothetical",)}
CERTAIN = frozenset({"منصوب", "برکنار", "عزل"})
TITLED = frozenset({"عنوان", "سمت", "ریاست", "پست", "مقام", "نخستوزیری", "برای", "بهعنوان", "جای"})


class Verb(NamedTuple):
    """What a noun and its verb tell, and how the parties stand."""

    type: str
    mode: str | None
    shape: str
    about: tuple[str, ...] = ()  # beginnings of words of which the clause must hold one: «مرز» beside «بستن»


@cache
def verbs(language: Persian) -> dict[tuple[tuple[str, ...], str], tuple[Verb, ...]]:
    """(noun, lemma) → what it can tell; what needs no word about it comes last."""
    out: dict[tuple[tuple[str, ...], str], tuple[Verb, ...]] = {}
    for row in language.table("event")["verb"]:
        for shape in SHAPES:
            for pair in row.get(shape, ()):
                *nouns, lemma = pair.split()
                for noun in language.variants(" ".join(nouns)) if nouns else ((),):
                    told = Verb(row["type"], row.get("mode"), shape, tuple(language.keys(w)[0] for w in row.get("about", ())))
                    out[noun, lemma] = tuple(sorted((*out.get((noun, lemma), ()), told), key=lambda v: not v.about))
    return out


class VerbEvents:
    """Reads the finite verbs of one draft."""

    def __init__(self, draft: Draft, roles: Roles, scene: Scene) -> None:
        self.draft, self.roles, self.scene, self.keys = draft, roles, scene, draft.view.keys
        self.table = verbs(draft.language)

    def read(self, g: Group, s: Stretch) -> EventDraft | None:
        """The event that a finite verb tells with the noun before it."""
        joined = g.form.tense is Tense.PARTICIPLE and g.last < s.last and self.keys[g.last] in ("و", "،", "تا")  # «آزاد شده و … رفته است»
        if not (g.form.person or joined) or g.first <= s.first:
            return None
        noun = self.keys[g.first - 1]
        verb, limit = self._verb(g, s)
        if limit > s.first and self.keys[limit - 1] in ("خواستار", "خواهان"):
            return None
        if verb is None or g.form.person == 2 or not g.form.person and limit == g.first or (verb.type == "appointment" and not self._titled(s, g)):
            return None
        status = self.scene.status(limit if self.keys[limit] == "لغو" else g.first, s, g)  # «لغو» before a noun makes that unreal
        if verb.type == "attack" and g.form.tense is Tense.PRESENT:
            return None  # «به دولت حمله می‌کنند» is mostly words
        if status == "proposed" and verb.type not in ("call", "meeting", "visit", "vote"):
            return None  # what is asked of others is a request
        if g.form.negative:
            refused = verb.type == "vote" and verb.shape == "to" and g.form.tense is not Tense.SUBJUNCTIVE
            status = "happened" if refused else None  # a vote refused is a vote
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
        who, whom = self._parties(verb, s, start, limit, g)
        place = self._there(start, limit) if verb.shape == "go" else None
        struck = verb.type == "attack" and verb.shape == "passive" and self.scene.where(start, g.last, True)  # «بیست کودک در سوئد کشته شدند»
        named = verb.type == "appointment" and any(m.kind == "title" and m.states for m in self.roles.clauses.mentions(start, g.first))
        if not self._enough(verb, who, whom) or not (self.roles.known((*who, *whom)) or struck or named) or not self._told(verb, start, limit, place):
            return None
        first = start
        while first < g.first and not self.keys[first][0].isalnum() or self.keys[first] in ("و", "که"):
            first += 1
        where = (
            place
            or (self.scene.where(start, g.last, verb.type == "attack") if verb.mode != "summon" else None)  # «سفیر خود در X را فراخواند»
            or self._from(verb, start, limit)
            or (self.scene.state_place(whom) if verb.type == "attack" and self.roles.land(whom, start, limit) else None)
        )
        when = self.scene.when(start, start, g.last, s)
        return EventDraft(
            verb.type,
            first,
            g.last,
            f"{verb.shape}:{noun}",
            who,
            whom,
            when,
            where,
            status,
            FLAGS.get(status, ()),
            mode=None if verb.mode in ("whom", "reach") else verb.mode,
        )

    def _near(self, s: Stretch, start: int, g: Group) -> bool:
        """A present that tells what is to come: in a headline, or with a day told: «آمریکا فردا از پیمان خارج می‌شود»."""
        headline = self.draft.headline
        if headline is not None and headline.first <= g.first < headline.last:
            return True
        return any(t.value and t.precision == "day" for t in self.draft.times_in(start, g.last))

    def _one(self, key: tuple[tuple[str, ...], str], g: Group, s: Stretch) -> Verb | None:
        """Among what a noun and its verb can tell the first whose words about it stand in the clause."""
        told = self.table.get(key, ())
        if not told or not told[0].about:
            return told[0] if told else None
        near = self.keys[self.roles.start(s, g.first) : g.first + 3]
        return next((v for v in told if not v.about or any(key.startswith(v.about) for key in near)), None)

    def _verb(self, g: Group, s: Stretch) -> tuple[Verb | None, int]:
        """What the verb tells with up to two words before it, and the first of its words; a passive is its participle with «شدن»."""
        keys = self.keys
        if g.first > 1 and keys[g.first - 2] in ("این", "آن"):
            return None, g.first  # «به دست داشتن در این ترور متهم کردند»
        if g.form.passive and (found := self._one(((keys[g.first],), "شدن"), g, s)):
            return found, g.first
        lemma = "شدن" if g.form.passive and g.form.lemma == "کردن" else g.form.lemma
        if g.form.lemma in ("بودن", "شدن") and (
            at := next((i for i in range(g.first - 1, max(0, g.first - 12), -1) if keys[i] == "میزبان"), None)
        ):
            return self._one((("میزبان",), "بودن"), g, s), at
        for size in (2, 1, 0):
            if found := self._one((tuple(keys[max(0, g.first - size) : g.first]), lemma), g, s):
                return found, g.first - size
        for at in range(g.first - 2, max(0, g.first - 8), -1):
            if keys[at - 1] == "را":  # «Y را مأمور تشکیل کابینه کرد»: the noun has a complement
                found = self._one(((keys[at],), lemma), g, s)
                return (found, at) if found is not None and found.type in ("mandate", "other") and found.shape == "object" else (None, g.first)
        return None, g.first

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
        return bool(TITLED & set(near))

    def _there(self, start: int, limit: int) -> str | None:
        """«به مسکو رفت»: the place right before the verb."""
        for at in range(max(start, limit - 5), limit):
            if self.keys[at] == "به":
                place, behind = self.scene.place(at + 1 + (self.keys[at + 1] == "مقصد"))
                if place and behind >= limit - 1:
                    return place
        return None

    def _from(self, verb: Verb, start: int, limit: int) -> str | None:
        """«سفیر خود را از عراق خارج کرد», «از زندان پاکستان آزاد شد»: the place that one is taken from."""
        if verb.mode not in ("withdraw", "release", "expel"):
            return None
        for at in range(start, limit):
            if self.keys[at] == "از":
                place, _ = self.scene.place(at + 1 + (self.keys[at + 1] in ("زندان", "خاک", "زندانهای")))
                if place:
                    return place
        return None

    def _told(self, verb: Verb, start: int, limit: int, place: str | None) -> bool:
        """What a shape needs beside its parties: a goal to go to; «از» what one leaves; a list one is put on."""
        near = self.keys[start:limit]
        if verb.about and not any(key.startswith(verb.about) for key in self.keys[start : limit + 4]):
            return False
        if verb.shape == "go":
            return place is not None
        if verb.shape == "leave":
            return "از" in near and self.draft.speaker_at(limit) is None and near[:1] != ["که"]
        if verb.mode == "reach":
            return any(key.startswith(("توافق", "تفاهم")) for key in near)
        if verb.shape == "attend":
            return (
                "مطبوعاتی" not in near
                and "خبری" not in near
                and any(key in ("کنفرانس", "اجلاس", "نشست", "مراسم", "همایش", "مجمع", "اجلاسیه") for key in near)
            )
        if verb.shape in ("list", "listed"):
            return bool(LISTS & set(near)) and any(key.startswith(("تحریم", "سیاه", "تروریس")) for key in near)
        return True

    def _parties(self, verb: Verb, s: Stretch, start: int, limit: int, g: Group) -> tuple[Ids, Ids]:
        r = self.roles
        if verb.shape in ("passive", "listed"):
            by = r.agent(start, limit)[0]
            whom = tuple(i for i in r.subject(s, start, limit, deep=False) or self._parted(s, start) or r.whole(start, limit) if i not in by)
            if verb.type == "vote" and not by:  # «X از پارلمان رأی اعتماد گرفت»
                house = next((i for i in range(start, limit) if self.keys[i] == "از"), limit)
                by = tuple(i for i in r.near(house + 1, limit - self.keys[limit - 1].startswith("ر"))[0] if i not in whom)
            if verb.type == "attack" and not by:
                by = tuple(i for i in self._attackers(start, limit) if i not in whom)
            return by, whom
        if verb.shape == "house":
            return next((r.ids(m) for m in r.clauses.mentions(start, limit) if m.kind == "body"), ()), ()
        subject = r.subject(s, start, limit, g)
        if verb.shape == "body" and verb.mode == "whom":
            return subject, tuple(i for i in r.object(start, limit) if i not in subject)
        if verb.mode == "resign" and g.form.person != 1:
            return r.subject(s, start, limit, g, deep=False), ()
        if verb.shape in ("self", "body", "leave", "go", "attend"):
            return subject, ()
        if verb.shape in ("deed", "joining", "struck"):
            whom = r.target(start, limit)[0] or (r.object(start, limit) if verb.shape == "deed" else ())
            owners = {a.state for i in subject if (a := self.draft.actors.get(i)) is not None} if verb.shape == "deed" else set()
            return (subject if verb.shape != "struck" else ()), tuple(i for i in whom if i not in subject and i not in owners)
        if verb.shape == "to":
            return subject, tuple(i for i in r.target(start, limit)[0] if i not in subject)
        if verb.shape == "host":
            return merge(subject, r.near(limit + 1, g.first)[0]), ()
        if verb.shape == "mutual":
            return merge(subject, r.partner(start, limit)[0]), ()
        whom = r.object(start, limit, person=self.keys[limit] in CERTAIN)
        who = tuple(i for i in subject if i not in whom)
        if not who and subject and start > s.first:  # «X قصد دارد Y را اخراج کند»: the object heads its clause
            who = tuple(i for i in r.subject(s, r.start(s, start - 1), start - 1) if i not in whom)
        return who, whom

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
                while behind < limit and self.keys[behind] in ("هوایی", "موشکی", "پهپادی", "راکتی", "توپخانهای", "تروریستی", "انتحاری", "نیروهای", "جنگندههای", "شبهنظامیان", "اخیر"):
                    behind += 1
                return tuple(i for i in self.roles.near(behind, limit, 0)[0] if self.roles.kind(i) != "person")
        return ()

    def _enough(self, verb: Verb, who: Ids, whom: Ids) -> bool:
        kind = self.roles.kind
        if verb.shape == "self" and verb.type == "vote":
            return bool(who) and any(kind(i) in ("body", "group") for i in who)
        if verb.shape in ("go", "attend"):
            return bool(who) and all(kind(i) in ("person", "group") for i in who)
        if verb.shape in ("leave", "deed"):
            return bool(who) and all(kind(i) in ("state", "body", "group") for i in who)
        if verb.shape == "joining":
            return bool(who) and any(kind(i) == "body" for i in whom)
        if verb.shape == "struck":
            return bool(whom)
        if verb.shape == "self" and verb.type == "meeting":
            return any(kind(i) in ("group", "body") for i in who) or len(who) > 1
        if verb.shape == "self":
            return any(kind(i) == "person" or verb.mode != "resign" and kind(i) == "group" for i in who)
        if verb.shape in ("body", "house"):
            voting = ("body", "group", "state") if verb.type == "vote" and not verb.mode else ("body",)
            return bool(who) and all(kind(i) in voting for i in who)
        if verb.shape == "passive" and verb.type == "appointment":
            return any(i in self.draft.actors and (not self.draft.actors[i].office or self.draft.actors[i].office != i) for i in whom)
        if verb.shape in ("passive", "listed"):
            return any(kind(i) in ("person", "group") or verb.type == "sanction" for i in whom)
        if verb.mode == "summon" and any(kind(i) != "person" for i in whom):
            return False  # «شورای امنیت را به مسئولیت‌پذیری فراخواندیم» only asks
        if verb.shape == "list" and who and not whom:  # «X پانزده هواپیما را در فهرست تحریم قرار داد»
            return all(kind(i) in ("state", "body") for i in who)
        if verb.shape == "host":
            return len(who) > 1 and any(kind(i) == "person" for i in who)
        if verb.shape == "mutual":
            return len(who) > 1 or any(kind(i) == "group" for i in who) and verb.mode != "reach" and verb.type != "attack"
        if verb.type == "vote" or verb.type == "attack" and verb.shape == "to":  # «به یک پاسگاه حمله کرد»: a target that is no actor
            return bool(who) and all(kind(i) in ("state", "body", "group") for i in who)
        return bool(who and (whom or verb.type == "appointment" or verb.mode == "withdraw"))


def signings(draft: Draft, roles: Roles, scene: Scene) -> list[EventDraft]:
    """Each signing of an instrument that the text asserts: «سند … را امضا کردند», «امضای معاهده»."""
    out: list[EventDraft] = []
    for instrument in draft.instruments:
        for state in instrument.states:
            if state.state not in ("signed", "agreed") or {"hypothetical", "negated"} & set(state.flags):
                continue
            s = draft.view.sentences[draft.view.sentence_of[state.first]]
            type = "signing" if state.state == "signed" else "agreement"
            who = _signers(roles, s, state, instrument.parties)
            finite = any(g.last == state.last for g in roles.clauses.verbs_in(state.first, state.last))
            if not who or (type == "agreement" and not finite):
                continue
            start = roles.start(s, state.first)
            status = "planned" if "future" in state.flags else "happened"
            when = state.when or scene.when(start, state.first, state.last, s)
            where = scene.where(start, min(state.last + 3, s.last))
            out.append(EventDraft(type, state.first, state.last, f"{type}:instrument", who, (), when, where, status, FLAGS.get(status, ())))
    return out


def _signers(roles: Roles, s: Stretch, state: StateDraft, parties: Ids) -> Ids:
    """The subject of the signing verb, the two who met in the sentence, else the instrument's parties."""
    verb = next((g for g in roles.clauses.verbs_in(state.first, state.last) if g.last == state.last), None)
    start = roles.start(s, state.first)
    if verb is not None and verb.form.lemma == "کردن" and not verb.form.passive:
        subject = roles.subject(s, start, state.first, verb)
        if len(subject) > 1:
            return subject
        partner = roles.partner(start, verb.first)[0]
        if subject and partner:
            return merge(subject, partner)
        if subject and all(roles.kind(i) in ("person", "state") for i in subject):
            return merge(subject, ()) if not parties or roles.kind(subject[0]) == "person" else parties
    for m in roles.clauses.mentions(s.first, state.first):
        if m.kind == "group" and len(found := roles.ids(m)) > 1:
            return found
    return parties
