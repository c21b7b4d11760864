"""Speakers whom no mention stands for: a noun phrase as an actor of the report's own, under its words, or as one told before."""

from bisect import bisect_left

from rayzan.extract.draft import ActorDraft, Draft, Found, Mention
from rayzan.lang.fa.latin import latin, slug
from rayzan.resolve.calling import callings
from rayzan.resolve.extent import CLOSES, OPENS, Extent, unmarked
from rayzan.resolve.holding import holder, offices
from rayzan.resolve.medium import Media
from rayzan.resolve.register import Register
from rayzan.resolve.retold import THIS, Retold
from rayzan.text.near import near

REACH = 90  # words back to the noun that «این شرکت» repeats
KINDS = frozenset({"وزارت", "سفارت", "شرکت", "باشگاه", "دانشگاه", "حزب", "بانک", "فدراسیون", "دادگاه"})
SHARES = (["درصد"], ["نفر"], ["تن"])  # «۲۰ درصد دیگر گفتند»
NAMED = 5  # words of a body's name
PLURAL = ("ها", "های", "هایی")


class PhraseActors:
    """The actors that noun phrases of one draft make."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys, self.c = draft, draft.view.keys, callings(draft.language)
        day = draft.published.isoformat() if draft.published else draft.published_month
        self.day = day
        self.table = Register(draft, day)
        self.extent = Extent(self.keys, self.c)
        self.media = Media(draft, self.table, self.c)
        self.told: dict[str, set[str]] = {}  # what a phrase says of one whom it names too
        self.retold = Retold(draft, self.c)
        self.called: set[str] = set()  # those who are called by what they are, not by a name
        self.dependents = {draft.language.keys(w)[0] for w in draft.language.table("syntax")["dependents"]}
        self.firsts = [h.first for h in draft.names]

    def of(self, source: Found, plural: bool = False) -> str | None:
        """The actor of the words of a source; `plural`: its verb is. None where they name nobody of their own: no word, a document
        («گزارش مذکور», whose author spoke before), what points back («این افسر») or a thing («این مسئله»)."""
        bare = self.extent.bare(source)
        told = self._mentioned(bare) if bare != source else None
        if told is not None:
            return told
        source = bare
        words = [w for w in self.keys[source.first : source.last] if w[0].isalnum()]
        if not words or words[0] in (*THIS, "آنها", "آنان", "ایشان", "اینها") or self.c.papers.at(words, 0):
            return None
        named = self._named(source) or self.media.quoted(source)
        if named is not None:
            return named
        known = self._known(source, words) or self._body(source) or self._in_office(source) or self.media.named(words)
        if known is not None:
            return known
        honours = self.c.honours(words)
        source = Found(source.first + self.extent.before(source, honours), source.last)
        words = words[honours:]
        name = words[: self.extent.size(words[: self.extent.marked(source, words)], self.retold.namesake(words[:1]) is not None)]
        if len(name) > 2 and self.retold.namesake(name[:2]) is not None:  # «رسول پناه سخن …»
            name = name[:2]
        told = self.retold.told(name, self.keys[source.last : source.last + 2])
        if told is None and not (plural and name[1:2] in SHARES) and self.c.thing(name) and not self._surname(source, name) and self.keys[source.first] not in OPENS:
            return None
        id = told or self.retold.same_group(name) or self._enter(name, source, plural)
        if len(name) < len(words):
            self.told.setdefault(id, set()).update(words)
        return id

    def _mentioned(self, source: Found) -> str | None:
        """Who is mentioned by the words of a source, if they are no more than that."""
        m = next((m for m in self.draft.mentions_in(source.first, source.last) if (m.first, m.last) == (source.first, source.last)), None)
        return m.actors[0] if m is not None and len(m.actors) == 1 else None

    def _surname(self, source: Found, words: list[str]) -> bool:
        """Whether a common word is a surname too, of a stranger of the report or in the lexicon."""
        if len(words) > 1:
            return False
        at = bisect_left(self.firsts, source.first)
        known = any(h.value.kind == "surname" and h.first < source.last for h in self.draft.names[at : at + 3])
        return known or self.retold.namesake(words) is not None

    def points_to(self, source: Found) -> str | None:
        """What «این افسر», «این کارزار» points back to: person, outlet or body; None for a thing and for what points to nothing."""
        words = self.keys[source.first : source.last]
        if len(words) > 1 and self.c.aforesaid.at(words, 1):  # «منابع مذکور» are those of «این منابع»
            words = [THIS[0], words[0]]
        if words[0] not in THIS or not self.c.can_speak(words[1:]):
            return None
        kind = next((kind for kind, heads in self.c.kinds.items() if heads.at(words, 1)), "person")
        return "body" if kind == "group" or self.c.bodies.at(words, 1) else kind

    def wrote(self, source: Found) -> bool:
        """Whether a phrase only says that they wrote or signed a paper: «نگارندگان نامه», «امضاکنندگان»."""
        words = self.keys[source.first : source.last]
        return words[0] in self.c.writers and (len(words) == 1 or bool(self.c.papers.at(words, len(words) - 1)))

    def heads(self, source: Found) -> bool:
        """Whether the noun that heads a phrase can speak itself: people, a body, a medium; a document never («بیانیه وزارت خارجه»)."""
        return self.c.can_speak(self.keys[source.first : source.last])

    def people_of(self, source: Found, state: int, plural: bool) -> bool:
        """Whether the noun right before the state that ends a phrase, at word `state`, is a plural of people: «بومیان پرو», «پزشکان پرو گفتند»."""
        head = self.keys[state - 1]
        small = self.draft.language.words("syntax", "prepositions").at(self.keys, state - 1)
        many = head.endswith(("یان", "گان", "های")) or (plural and head.endswith("ان"))
        return source.first == state - 1 and len(head) > 4 and many and not small and head not in self.c.stops and not self.c.lands.at(self.keys, state - 1)

    def _named(self, source: Found) -> str | None:
        """The person named at the head of the phrase, behind honorifics and marks: «حجت‌الاسلام حسن روحانی … روابط»; or in full at its
        end, behind an honorific: «جت الاسلام دکتر حسن روحانی», whose first word lost a letter."""
        at = source.first
        while at < source.last and (not self.keys[at][0].isalnum() or self.c.honorifics.at(self.keys, at)):
            at += self.c.honorifics.at(self.keys, at) or 1
        m = next((m for m in self.draft.mentions_in(source.first, source.last) if m.first <= at < m.last), None)
        if m is None:
            m = next((m for m in self.draft.mentions_in(source.first, source.last) if m.last == source.last and self._honoured(m, source)), None)
        return m.actors[0] if m is not None and m.kind == "name" and len(m.actors) == 1 else None

    def _body(self, source: Found) -> str | None:
        """The body named before whose kind the one word of a source repeats: «ارتش ملی لیبی … ارتش افزود»."""
        words = self.keys[source.first : source.last]
        if not self.c.kinds["body"].at(words, 0):
            return None
        at = bisect_left(self.draft.mentions, source.first, key=lambda m: m.first)
        told = (m for m in reversed(self.draft.mentions[:at]) if m.kind == "body" and m.last - m.first > len(words))
        return next((m.actors[0] for m in told if len(m.actors) == 1 and self.keys[m.first : m.first + len(words)] == words), None)

    def repeated(self, m: Mention) -> str | None:
        """The body that «این شرکت» repeats the noun of: «شرکت موج باز است … این شرکت افزود»; None where none is told by it before."""
        head = self._kind_of(m)
        for at in range(m.first - 1, max(-1, m.first - REACH), -1):
            if not head or self.keys[at] != head or self.keys[at - 1] in THIS:
                continue
            told = next((o for o in self.draft.mentions_in(at, m.first) if o.first == at and o.kind == "body" and len(o.actors) == 1), None)
            if told is not None:
                return told.actors[0]
            last = at + 1
            while last < min(at + NAMED, m.first) and self._in_name(last):
                last += 1
            return self.of(Found(at, last)) if last > at + 1 else None
        return None

    def _kind_of(self, m: Mention) -> str:
        """The noun by which «این وزارتخانه» would have been told before: «وزارت»; empty for a phrase of more words."""
        head = self.keys[m.last - 1] if m.last == m.first + 2 else ""
        return {"وزارتخانه": "وزارت", "سفارتخانه": "سفارت", "شورا": "شورای"}.get(head, head)

    def of_kind(self, m: Mention, id: str) -> bool:
        """Whether a body can be «این وزارتخانه»: its name, or another of its names, has the noun; any body for a noun of no kind («این نهاد»)."""
        actor, head = self.draft.actors.get(id), self._kind_of(m)
        return actor is None or head not in KINDS or any(head in self.draft.language.keys(form) for form in (actor.name_fa, *actor.aliases))

    def _in_name(self, at: int) -> bool:
        """Whether a word may stand in the name of a body behind its noun."""
        key = self.keys[at]
        small = self.draft.language.words("syntax", "prepositions").at(self.keys, at) or self.draft.language.words("syntax", "conjunctions").at(self.keys, at)
        return not small and (key[0].isalnum() or key in OPENS | CLOSES) and key not in ("را", "نیز", "هم") and not self.draft.language.verbs.form(key)

    def _in_office(self, source: Found) -> str | None:
        """The stranger named in full right behind an office of a body: «معاون سیاسی استانداری کاشان بهرام بیدگلی»."""
        words = self.keys[source.first : source.last]
        m = next((m for m in self.draft.mentions_in(source.first + 2, source.last) if m.last == source.last), None)
        if m is None or m.kind != "name" or m.person or m.words is None or m.words.last - m.words.first < 2 or len(m.actors) != 1:
            return None
        if not self.c.occupations.at(words, 0) or self.keys[m.first - 1] in self.dependents or not self.keys[m.first - 1][0].isalpha():
            return None
        self.told.setdefault(m.actors[0], set()).update(self.keys[source.first : m.first])
        return m.actors[0]

    def _honoured(self, m: Mention, source: Found) -> bool:
        """Whether a mention is a name in full behind an honorific, one of the lexicon perhaps at some distance («سناتور مستقل …»)."""
        whole = m.words is not None and m.words.last - m.words.first > 1
        first = source.first if m.person else m.first
        return m.kind == "name" and whole and any(self.c.honorifics.at(self.keys, at) for at in (first, m.first))

    def _known(self, source: Found, words: list[str]) -> str | None:
        """Someone of the lexicon under a name that is also a common word: «روحانی» as speaker, «شرق» as a paper."""
        found = self.draft.names[bisect_left(self.firsts, source.first) : bisect_left(self.firsts, source.last)]
        hits = [h for h in found if h.last <= source.last]
        end = source.last - (not self.keys[source.last - 1][0].isalnum())  # «پایگاه خبری «X»»
        for h in hits:
            if (
                h.value.kind == "outlet"
                and h.last == end
                and (h.first == source.first or self.c.outlets.at(self.keys, source.first))
            ):
                return self.table.outlet(h.value.id)
        if len(words) == 1 and words[0] in self.c.office_nouns:  # «رهبری فرمودند»
            owner = self.draft.homeland or "iran"
            now = holder(self.draft.lexicon, f"{owner}-{self.c.office_nouns[words[0]]}", self.day)
            return self.table.person(now.id) if now is not None else None
        surnames = [h for h in hits if h.value.kind == "surname" and h.last == source.last]
        if not surnames:
            return None
        persons = self.draft.lexicon.persons
        if len(words) > 1:  # «دومنیک راب»: a given name that no list has, nearly as the lexicon spells it
            near = [
                h.value.id
                for h in surnames
                if any(_near(words[0], self.draft.language.keys(f)[0]) for f in (persons[h.value.id].name_fa, *persons[h.value.id].forms))
            ]
            return self.table.person(near[0]) if len(near) == 1 and len(words) == 2 else None
        ids = [h.value.id for h in surnames]
        told = [i for i in ids if i in self.draft.actors]
        if told:
            return told[0]
        held = [i for i in ids if offices(persons[i], self.day)]
        return self.table.person(held[0]) if len(held) == 1 else None

    def _enter(self, words: list[str], source: Found, plural: bool) -> str:
        name = latin(words)
        id = slug(name)
        if id not in self.draft.actors:
            last = [i for i in range(source.first, source.last) if self.keys[i][0].isalnum()][len(words) - 1] + 1
            raw = self.draft.view.span(source.first, last).text
            kind = self._kind(words, plural)
            aliases = (words[-1], latin(words[-1:])) if kind == "person" and 1 < len(words) < 4 and not self.c.called(words) else ()
            self.draft.actors[id] = ActorDraft(kind, name, unmarked(raw), aliases=aliases, known_from="report")
            if kind == "person":
                self.retold.index(id, words)
                if self.c.called(words):
                    self.called.add(id)
        self.retold.by_words[tuple(words)] = id
        return id

    def _kind(self, words: list[str], plural: bool) -> str:
        """What a phrase names, by the noun that heads it; a plural is a group, where its verb is plural too or its ending shows it."""
        counted = self.c.counted(words)
        at = 1 if len(words) > 1 and words[0] in ("یک", "این", "آن") else 0
        kind: str | None = next((kind for kind, heads in self.c.kinds.items() if heads.at(words, at)), None)
        if kind is not None:
            return kind
        if 1 < len(words) < 6 and words[-1] in self.c.papers_names and not self.c.called(words):
            return "outlet"  # «عربی پست», «سی‌تی‌ان نیوز»
        if counted and words[0] not in ("یک", "یکی", "این", "آن", "هیچ", "کدام"):
            return "group"
        head = words[at]
        many = head.endswith(PLURAL) or len(words) > at + 1 and words[at + 1] in PLURAL
        if self.c.people.at(words, at) or self.c.plurals.at(words, at) or many or self.c.crowds.at(words, at):
            return "group"
        if self.c.collectives.at(words, at):
            return "body"
        return "group" if plural and head.endswith(("ان", "ین", "ات", "انی", "گان")) else "person"


def _near(told: str, given: str) -> bool:
    return told == given or (len(given) > 4 and told[0] == given[0] and near(told, given, 2))
