"""What part who takes in a clause: its subject and its direct object."""

from rayzan.extract.draft import ActorDraft, Draft, Mention
from rayzan.extract.event_party import JOINS, PARTIES, Ids, Parties, merge, words
from rayzan.extract.pair import two_at
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch

GOVERNING = ("در", "به", "از", "با", "این", "آن")  # no finite verb stands right behind them: «در روند», «این روند»
LEADING = frozenset(
    {
        "و",
        "که",
        "اما",
        "ولی",
        "تا",
        "نیز",
        "همچنین",
        "هم",
        "اگر",
        "چون",
        "زیرا",
        "روز",
        "امروز",
        "فردا",
        "دیروز",
        "سپس",
        "پیشتر",
        "اینکه",
        "همزمان",
        "اخیرا",
        "پیش",
        "حال",
        "میان",
        "البته",
    }
)
MANY = 8  # words of many before those among them are named
NOUNS = frozenset({"فرستاده", "دوم", "روند", "شماری", "برند", "مرد", "توان", "بار", "دید", "خورد", "کشت"})  # each also a finite verb by its letters


class Roles(Parties):
    """Reads subjects and objects of one draft, beside its parties."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.verb_ends = {g.last - 1 for g in draft.verbs}
        self.verb_ends_behind = {g.last for g in draft.verbs}
        self.time_ends = {t.last for t in draft.times}
        self.in_time = {at for t in draft.times for at in range(t.first, t.last)}
        self.lands, self.such, self.parts = (words(draft.language, name) for name in ("lands", "such", "parts"))

    def start(self, s: Stretch, at: int) -> int:
        """The first word of the clause that a word stands in."""
        start = s.first
        for g in self.clauses.verbs_in(s.first, at):
            if g.first in self.in_time and g.form.tense is Tense.PARTICIPLE:  # «در بهمن سال گذشته، …»
                continue
            if self.keys[g.first] in NOUNS and g.last == g.first + 1 or self.keys[g.last : g.last + 1] == ["را"]:
                continue  # «دو دیپلماتی که متهم هستند را»: the verb is inside the object
            if g.form.person in (1, 3) and g.last <= at and not (g.first > s.first and self.keys[g.first - 1] in GOVERNING):
                start = g.last
            elif g.form.tense is Tense.PARTICIPLE and g.last < at and (self.keys[g.last] == "،" or g.first == s.first):
                start = g.last  # «چنان‌که X گفته، …», «گفته شده X …»
        inside = False  # a relative clause inside the object
        for i in range(at - 1, start - 1, -1):
            if self.keys[i] in (":", "؛", "اینکه"):
                return i + 1
            if self.keys[i] == "که" and not inside:
                return i
            inside = self.keys[i] == "را" and i - 1 in self.verb_ends or inside and self.keys[i] != "که"
        return start

    def subject(self, s: Stretch, start: int, limit: int, group: Group | None = None, deep: bool = True, outer: bool = False) -> Ids:
        """The subject of the clause: who stands before «که» or at its head, else, if `deep`, that of the clause it is joined to; `outer`: the
        clause is one that another is joined to."""
        if group is not None and group.form.person == 1:
            speaker = self.draft.speaker_at(group.first)
            own = tuple(i for m in self.clauses.mentions(start, limit) if m.kind == "self" for i in self.ids(m))
            mine = next((m for m in self.clauses.mentions(start, limit) if m.kind == "self" and self.keys[m.last : m.last + 1] == ["و"]), None)
            if own and mine is not None and group.form.plural:  # «من و X توافق کردیم»
                return self.party(mine.first, limit)[0] or own
            return own or ((speaker,) if speaker else ())
        for i in range(start, min(start + 2, limit)):
            if self.keys[i] == "که" and (m := self.ending.get(i) or self.ending.get(i - 1)) is not None and m.kind in PARTIES:
                inner = self.at.get(i + 1)
                if inner is not None and inner.kind in ("state", "government", "body") and inner.last < limit and self.keys[inner.last] != "را":
                    return self.party(i + 1, limit)[0]  # «پیمان لهستان که سوئد … را امضا کرده»
                return self.ids(m)
        free, behind = self._free(start, limit)
        if free:
            return self._listed(free, behind, limit)[0] if self._several(s, limit, group) else free
        source = self.clauses.subject(start, limit, plural=True, strict=True)
        if (source is None or source.first > start + 2) and (stranger := self._unknown(start, limit)):
            return stranger
        if source is not None and source.who and not self._bound(source.first, start) and self._leads(source.first, start):
            named = {m.last for m in source.who if m.kind == "name"}
            apart = (m for m in source.who if m.kind in PARTIES and not (m.kind == "title" and m.first - 1 in named and self.keys[m.first - 1] == "،"))
            if found := merge(*(self.ids(m) for m in apart)):
                return self._listed(found, source.last, limit)[0] if self._several(s, limit, group) else found
            if stranger := self._unknown(start, limit):
                return stranger
        elif source is not None and (stranger := self._unknown(start, limit)):
            return stranger  # «دادستانی کل سوئد، …»: the state only owns the head
        relative = not outer and self.keys[start] == "که" and start not in self.verb_ends_behind  # «کشورهایی که … کمک کردند»: the subject is the antecedent
        if start > s.first and deep and not relative:
            earlier = self.start(s, start - 1)
            if earlier < start - 1:
                return self.subject(s, earlier, start - 1, outer=True)
        return ()

    def _several(self, s: Stretch, limit: int, group: Group | None) -> bool:
        """Whether the clause's verb has a plural subject: «X، وزیر راه و فرستاده ویژه … ملاقات کرد» is one person."""
        verb = group or next((g for g in self.clauses.verbs_in(limit, s.last) if g.form.person), None)
        return verb is not None and verb.form.plural

    def _free(self, start: int, limit: int) -> tuple[Ids, int]:
        """The first mention behind a time or at the clause's head, and the word behind it: «در یک سال گذشته رؤسای جمهور … دیدار داشته‌اند»."""
        for m in self.clauses.mentions(start, limit):
            headed = (
                m.first == start
                or m.first in self.time_ends
                or self.keys[m.first - 1] in ("و", "،", "که", ":", "»")
                and m.first - 1 <= start + 1
                or self._lands(m.first, start)
            )
            if m.kind in PARTIES and headed and not self._bound(m.first, start) and self.keys[m.last : m.last + 1] != ["را"]:
                return self.party(m.first, limit)
        return (), start

    def _lands(self, at: int, start: int) -> bool:
        """«جنگنده‌های سوئد» at a clause's head: what moves or fights for a state, before the state."""
        return any(self.lands.at(self.keys, at - size, at) == size and self.clauses.head(start, at) >= at - size for size in (2, 1) if at - size >= start)

    def _leads(self, at: int, start: int) -> bool:
        """Whether a mention may be a subject by what stands before it: no plain noun, whose owner it then is («فعالیت‌های X»)."""
        before = self.keys[at - 1]
        return (
            at <= self.clauses.head(start, at + 1)
            or not before[0].isalnum()
            or before in LEADING
            or at in self.time_ends
            or self._bound(at, start)
            or at - 1 in self.verb_ends
        )

    def _unknown(self, start: int, limit: int) -> Ids:
        """The party no lexicon knows at the clause's head: «شماری از دانشجویان … دیدار کردند»."""
        at = self.clauses.head(start + (self.keys[start] in ("که", "تا", "و")), limit)
        for _ in range(3):
            if at in self.at and self.at[at].actors or at > start and self.clauses.preposition(at - 1, limit) == 1:
                return ()
            if named := self._among(at, limit):
                return named
            two, behind = two_at(self.draft, at, limit)
            if two:
                return two
            stranger, behind = self.strangers.phrase(at, limit)
            if stranger:
                owner = self.at.get(behind + 1) if self.keys[behind : behind + 1] == ["به"] else None  # «نیروهای وابسته به لهستان را»
                ended = self.keys[owner.last if owner is not None else behind : limit][:1] == ["را"]
                return self._listed((stranger,), behind, limit)[0] if not ended else ()
            further = self.clauses.head(self.clauses.settings(at, limit), limit)
            if further == at or further >= limit:
                return ()
            at = further
        return ()

    def _among(self, first: int, limit: int) -> Ids:
        """«کشورهای منطقه از جمله لهستان، سوئد و نروژ»: who is named among many; nobody where a verb or a preposition comes before."""
        for at in range(first + 1, min(first + MANY, limit - 1)):
            if size := self.such.at(self.keys, at, limit):
                found, behind = self.party(at + size, limit)
                return self._listed(found, behind, limit)[0] if found else ()
            if at in self.clauses.verb_from or self.keys[at] in ("،", "را") or self.clauses.preposition(at, limit) and self.keys[at] != "از":
                return ()
        return ()

    def _bound(self, first: int, start: int) -> bool:
        """A mention behind a preposition is no subject; «پیش از این X …» is an adverb."""
        lists, near = self.clauses.lists, range(max(start, first - 3), first)
        if any(lists.openers.at(self.keys, i, first) == first - i for i in near):
            return False
        return any(lists.prepositions.at(self.keys, i, first) == first - i for i in near)

    def object(self, first: int, last: int, person: bool = False) -> Ids:
        """Who stands as direct object: the parties of the noun phrase before «را»; `person`: it can only be one."""
        for at in range(last - 1, first, -1):
            if self.keys[at] == "را":
                m = next((m for m in self.draft.mentions if m.last == at and m.first >= first and m.kind in PARTIES), None)
                if at - 1 in self.verb_ends and (that := next((i for i in range(at - 1, first, -1) if self.keys[i] == "که"), 0)):
                    named = self.ending.get(that)
                    return self._whole(max(first, that - 10), that) or (self.ids(named) if named is not None else ())
                if m is None and (stranger := self._whole(max(first, at - 10), at)):
                    return stranger
                if m is None:
                    if not person and (nation := self.adjective(at - 1)):
                        return (nation,)  # «یک پهپاد آمریکایی را»
                    near = self.clauses.mentions(max(first, at - 6), at)  # «سوئد نخستین سفیرش را»: at the head it is the subject
                    head = self.clauses.head(first, at)
                    inner = [m for m in near if m.kind in PARTIES and self.ids(m) and m.last not in self.at and (m.first > head or m.last >= at - 1) and not self._lands(m.first, first)]
                    if inner and not self.clauses.preposition(inner[0].first - 1, at):
                        return self.ids(inner[0])
                    return self.strangers.named(first, at) if person else ()
                part = next((size for size in (2, 1) if self.parts.at(self.keys, m.first - size, m.first) == size), 0)  # «مواضع شورشیان در شمال لهستان را»
                if part and self.keys[m.first - part - 1] == "در":
                    return self._within(first, m.first - part - 1)
                if self.keys[m.first - 1] == "در" and (held := self._within(first, m.first - 1)):
                    return held  # «مواضع X در Y را»: Y is only where
                if self.keys[m.first - 2 : m.first] == ["خود", "در"] and m.kind in ("state", "government"):
                    return self._envoy(first, m)
                found = self.ids(m)
                joins = JOINS if self.keys[m.first - 1] == "و" else ()  # «بلاروس، لهستان را»: a comma alone joins no list
                while m.first - 1 > first and self.keys[m.first - 1] in joins and (n := self.ending.get(m.first - 1)) is not None:
                    found, m = merge(self.ids(n), found), n
                if joins and self.keys[m.first - 1] == "در":  # «پنج شرکت در لهستان و نروژ را»
                    return self._within(first, m.first - 1)
                return found
        return ()

    def _within(self, first: int, last: int) -> Ids:
        """Who ends right before «در»: «مواضع X در Y را»."""
        m = self.ending.get(last)
        if m is not None and m.first > first and m.kind in PARTIES:
            return self.ids(m)
        return self._whole(max(first, last - 8), last)

    def _envoy(self, first: int, host: Mention) -> Ids:
        """«لهستان سفیر خود در مینسک را»: the ambassador of who stands before it; nobody for «سفارت خود در …»."""
        if self.keys[host.first - 3] != "سفیر":
            return ()
        sender = next((m for m in reversed(self.clauses.mentions(first, host.first - 2)) if m.kind in ("state", "government", "body")), None)
        actor = self.draft.actors.get(sender.actors[0]) if sender is not None and sender.actors else None
        state = self.draft.lexicon.states.get((actor.state or sender.actors[0]) if actor is not None and sender is not None else "")
        place = self.draft.lexicon.states.get(host.actors[0]) if host.actors else None
        if state is None or place is None:
            return ()
        id = f"{state.id}-ambassador-{place.id}"
        if id not in self.draft.actors:
            name = f"ambassador of {state.name_en} to {place.name_en}"
            words = self.draft.view.span(host.first - 3, host.last).text
            self.draft.actors[id] = ActorDraft("person", name, words, id, name, state.id, known_from="report")
            self.strangers.entered.add(id)
        return (id,)

    def land(self, ids: Ids, first: int, last: int) -> bool:
        """Whether a state is named by its noun in these words: «یک پهپاد آمریکایی» falls anywhere."""
        return any(set(m.actors) & set(ids) for m in self.clauses.mentions(first, last))

    def whole(self, start: int, limit: int) -> Ids:
        """The party no lexicon knows right before a verb: «در نشست … ۲۱ مقام بلاروسی تحریم شدند»."""
        found = self._whole(max(start, limit - 8), limit)
        if not found and limit - 1 > start and (self.keys[limit - 1] in ("نیز", "هم") or self.strangers.plain(limit - 1)):
            found = self._whole(max(start, limit - 9), limit - 1)  # «۵۷۹ نفر از شهروندان غیرنظامی کشته شدند», «۱۲ نفر نیز زخمی شدند»
        return found

    def _whole(self, first: int, last: int) -> Ids:
        """The party no lexicon knows whose words end just here: «سه زندانی اردنی را»."""
        inside = {i for m in self.clauses.mentions(first - 4, last) for i in range(m.first + 1, m.last)}
        for at in (i for i in range(first, last) if i not in inside):
            if at > first and self.strangers.plain(at - 1) and self.strangers.many(self.keys[at]) and at - 1 not in self.verb_ends:
                continue  # «۷۲ روستا از اشغال شورشیان آزاد شدند»: whose it was
            stranger, behind = self.strangers.phrase(at, last) if at not in self.at or not self.at[at].actors else (None, at)
            if stranger and behind == last:
                return (stranger,)
        return ()
