"""What part who takes in a clause: where the clause begins and who is its subject."""

from rayzan.extract.draft import Draft
from rayzan.extract.event_party import PARTIES, Ids, merge, words
from rayzan.extract.event_preposition import Prepositions
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
PLANS = {"قرار": ("بودن", "شدن"), "بنا": ("بودن",), "قصد": ("داشتن",), "نظر": ("داشتن",), "تصمیم": ("داشتن", "گرفتن")}  # before a subjunctive
PLANNED = frozenset({"که", "قرار", "است", "بود", "شده", "به", "زودی", "بزودی", "احتمالا", "تا"})  # «قرار است به زودی X …»
MANY = 8  # words of many before those among them are named
NOUNS = frozenset({"فرستاده", "دوم", "روند", "شماری", "برند", "مرد", "توان", "بار", "دید", "خورد", "کشت"})  # each also a finite verb by its letters


class Subjects(Prepositions):
    """Reads the clauses of one draft and their subjects, beside its parties."""

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
            if g.form.lemma in PLANS.get(self.keys[g.first - 1], ()) and g.last < at and self.keys[g.last] != "که" and self.clauses.mentions(start, g.first):
                continue  # «X در ورشو قرار است با Y دیدار کند»: one clause
            if self.keys[g.first] in NOUNS and g.last == g.first + 1 or self.keys[g.last : g.last + 1] == ["را"]:
                continue  # «دو دیپلماتی که متهم هستند را»: the verb is inside the object
            governed = g.first > s.first and self.keys[g.first - 1] in GOVERNING and g.form.lemma != "بودن"  # «درگیر آن هستند» is a verb
            if g.form.person in (1, 3) and g.last <= at and not governed:
                start = g.last
            elif g.form.tense is Tense.PARTICIPLE and g.last < at and (self.keys[g.last] == "،" or g.first == s.first):
                start = g.last  # «چنان‌که X گفته، …», «گفته شده X …»
            elif g.form.tense is Tense.PARTICIPLE and self.keys[g.last] == "و" and (m := self.at.get(g.last + 1)) is not None and m.last < at and self.keys[m.last] in ("نیز", "هم"):
                start = g.last  # «X روابط خود را قطع کرده و Y نیز …»
        inside = False  # a relative clause inside the object
        for i in range(at - 1, start - 1, -1):
            if self.keys[i] in (":", "؛", "اینکه", "آنکه"):
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
                if self.keys[i - 1] == "را" and i > s.first + 1:  # «سوئد طرح خود برای لهستان را که … رونمایی کرد»
                    return self.subject(s, self.start(s, i), i, group, deep)
                inner = self.at.get(i + 1)
                if inner is not None and inner.kind in ("state", "government", "body") and inner.last < limit and self.keys[inner.last] != "را":
                    return self.party(i + 1, limit)[0]  # «پیمان لهستان که سوئد … را امضا کرده»
                found = self.ids(m)
                while self._several(s, limit, group) and self.keys[m.first - 1] == "و" and (other := self.ending.get(m.first - 1)) is not None:
                    found, m = merge(self.ids(other), found), other  # «لهستان و نروژ که روابط خود را قطع کرده‌اند»
                return found
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
        if (whole := self.parted(s, start)) is not None and (found := self.subject(s, *whole, group, deep)):
            return found
        if beside := self._apart(start, limit):
            return beside
        relative = not outer and self.keys[start] == "که" and start not in self.verb_ends_behind  # «کشورهایی که … کمک کردند»: the subject is the antecedent
        if start > s.first and deep and not relative:
            earlier = self.start(s, start - 1)
            if earlier < start - 1:
                return self.subject(s, earlier, start - 1, outer=True)
        return ()

    def _apart(self, start: int, limit: int) -> Ids:
        """Who stands behind a comma or a bracket: «سه هفته پس از نبرد (۲۵ مهر) ورشو و مینسک توافق کردند»; not what stands beside a name."""
        for m in self.clauses.mentions(start + 1, limit):
            apart = self.keys[m.first - 1] in ("،", ")") and m.first - 1 not in self.ending
            if apart and m.kind in PARTIES - {"title"} and self.keys[m.last : m.last + 1] != ["را"] and (found := self.party(m.first, limit))[0]:
                return found[0]
        return ()

    def parted(self, s: Stretch, start: int) -> tuple[int, int] | None:
        """The first words of a clause and their end, where a relative clause that ends before `start` parts them from the rest: «سوئد و شرکت ویستا
        که زیان دیده است، … توافق کردند»; None if none does."""
        inner = next((g for g in self.clauses.verbs_in(s.first, start) if g.last == start), None)
        that = self.start(s, inner.first) if inner is not None else s.first
        if that <= s.first or self.keys[that] != "که" or that in self.verb_ends_behind:
            return None
        return self.start(s, that), that

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
                or m.first - start < 6 and all(key in PLANNED for key in self.keys[start : m.first])
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
            if (moved := at + (self.keys[at] == "یک")) < limit and (size := self.lands.at(self.keys, moved, limit)) and (nation := self.adjective(moved + size)):
                return (nation,)  # «جنگنده‌های سوئدی»
            stranger, behind = self.strangers.phrase(at, limit)
            if stranger:
                owner = self.at.get(behind + 1) if self.keys[behind : behind + 1] == ["به"] else None  # «نیروهای وابسته به لهستان را»
                ended = self.keys[owner.last if owner is not None else behind : limit][:1] == ["را"]
                return self._listed((stranger,), behind, limit)[0] if not ended else ()
            further = self.clauses.head(self.clauses.settings(at, limit), limit)
            if further == at or further >= limit:
                break
            at = further
        timed = next((t.last for t in self.draft.times_in(start, limit) if t.last < limit and t.last not in self.at), limit)
        stranger, _ = self.strangers.phrase(timed, limit) if timed < limit else (None, limit)
        return (stranger,) if stranger else ()  # «با ادامه ناآرامی‌ها، شامگاه یکشنبه ده معترض …»

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
