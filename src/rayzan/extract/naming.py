"""The parts of mentions: names with their honorifics, states, words that a name may hold; what rules of mention are made of."""

from functools import cache

from rayzan.extract.draft import Draft, Found, Mention
from rayzan.lang.fa.language import Persian
from rayzan.lexicon.lexicon import Name
from rayzan.lexicon.wordlist import Wordlist
from rayzan.text.match import Hit

OPENING, CLOSING = ("«", '"', "“", "‹"), ("»", '"', "”", "›")
POINTING, COUNTERPARTS = ("این", "آن", "همین"), ("همتای", "همتایان", "همتا")
CLAUSE = ("\n", ".", "،", ":", "؛", "»", '"', "-", "؟", "و")  # signs and words behind which a clause may begin


class Syntax:
    """The word lists that mention rules share."""

    def __init__(self, language: Persian) -> None:
        def of(name: str) -> Wordlist:
            return language.words("actor", name)

        self.honorifics, self.former, self.condition = of("honorifics"), of("former"), of("state_of_office")
        self.ours, self.this, self.government, self.both = of("our_country"), of("this_country"), of("government_of"), of("both")
        self.pronouns, self.selves, self.yous, self.pairs = of("pronouns"), of("selves"), of("yous"), of("pair_words")
        self.back_person, self.back_outlet, self.back_body, self.back_paper = (
            of(f"back_{k}") for k in ("person", "outlet", "body", "paper")
        )
        self.people, self.someone, self.deputies, self.occupations = of("people"), of("someone"), of("deputies"), of("occupations")
        self.prepositions, self.conjunctions = language.words("syntax", "prepositions"), language.words("syntax", "conjunctions")
        self.given, self.not_given = language.words("given", "given"), language.words("given", "not_given")
        self.weak_given = {language.keys(w)[0] for w in language.table("given")["weak"]}
        self.according = {language.keys(w)[0] for w in language.table("actor")["according"]}
        self.posts = {language.keys(w)[0] for w in language.table("actor")["posts"]}
        self.generic, self.generic_behind, self.designate, self.between, self.portfolios = (
            of("generic"),
            of("generic_behind"),
            of("designate"),
            of("between_office_and_state"),
            of("portfolios"),
        )
        self.charters, self.competences, self.institutions = of("charters"), of("competences"), of("institutions")
        self.beside_office = of("states_beside_office")
        self.offices_under, self.glued_deputies = (
            {language.keys(w)[0] for w in language.table("actor")[k]} for k in ("offices_under", "glued_deputies")
        )
        self.personal, self.callings, self.media, self.joint = of("personal"), of("callings"), of("media"), of("joint")
        self.someone_words = of("someone_words")
        self.surname_links, self.surname_tails, self.places_of_names = (
            {p[0] for w in language.table("actor")[k] for p in language.variants(w)}
            for k in ("surname_links", "surname_tails", "named_places")
        )
        self.governments = [(Wordlist(language.variants, [name]), end) for name, end in language.table("actor")["governments"].items()]
        self.writing = {language.keys(w)[0] for w in language.table("actor")["writing"]}
        self.numbers = {language.keys(w)[0] for w in language.table("actor")["numbers"]}
        self.name_stops = {language.keys(w)[0] for w in language.table("actor")["name_stops"]}
        self.body_heads = {language.keys(w)[0] for w in language.table("actor")["body_heads"]}
        organs = language.table("actor")["organ"]
        self.organs = [(o["id"], Wordlist(language.variants, o["forms"])) for o in organs]
        self.organ_starts = {phrase[0] for o in organs for form in o["forms"] for phrase in language.variants(form)}
        lists = (
            self.honorifics, self.ours, self.this, self.government, self.pronouns, self.selves, self.yous, self.pairs, self.people,
            self.someone, self.deputies, self.given, self.media,
        )  # fmt: skip
        self.starts = frozenset().union(
            *(list.starts for list in lists), self.organ_starts, self.weak_given, OPENING, POINTING, COUNTERPARTS
        )


@cache
def syntax(language: Persian) -> Syntax:
    """The lists of a language, built once."""
    return Syntax(language)


class Finder:
    """Walks the words once and makes a mention of each name, title or pointing phrase."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys, self.s = draft, draft.view.keys, syntax(draft.language)
        self.end = len(self.keys)
        self.hits: dict[int, list[Hit[Name]]] = {}
        ends = {f.end for f in draft.furniture}
        self.timed = {at for t in draft.times for at in range(t.first, t.last)}
        self.heads = {i + 1 for i, w in enumerate(draft.view.words) if w.end in ends}
        for hit in draft.names:
            if hit.value.kind == "body" and hit.last < self.end and self._another(hit):
                continue
            self.hits.setdefault(hit.first, []).append(hit)

    def may_begin(self, at: int) -> bool:
        """Whether a mention by its form may begin at a word: a form of the lexicon, a word of the lists."""
        return at in self.hits or self.keys[at] in self.s.starts

    def clause_head(self, at: int) -> bool:
        return at == 0 or self.keys[at - 1] in CLAUSE or at in self.heads

    def plain(self, at: int) -> bool:
        """A word of letters that no list and no lexicon claims: it may be part of a name."""
        key = self.keys[at]
        return (
            key[0].isalpha()
            and key not in ("را", "که", "نیز", "هم", "این", "آن", "خود", "همچنین", "یک", "هر")
            and not self.s.prepositions.at(self.keys, at)
            and not self.s.conjunctions.at(self.keys, at)
            and not self.draft.language.verbs.form(key)
            and not self.hit(at, "title", "state", "body", "outlet", sure=False)
        )

    def _another(self, hit: Hit[Name]) -> bool:
        """A body's name that a word behind it makes another's: «شورای امنیت» in «شورای امنیت ملی»."""
        words = self.draft.lexicon.bodies[hit.value.id].not_before
        return any(self.draft.language.keys(w)[0] == self.keys[hit.last] for w in words)

    def hit(self, at: int, *kinds: str, sure: bool = True) -> Hit[Name] | None:
        """The longest hit of these kinds that begins at a word."""
        for hit in self.hits.get(at, ()):
            if hit.value.kind in kinds and (hit.value.sure or not sure):
                return hit
        return None

    def same(self, hit: Hit[Name], *kinds: str, sure: bool = True) -> tuple[str, ...]:
        """The ids of all hits on the same words."""
        ids = (h.value.id for h in self.hits[hit.first] if h.last == hit.last and h.value.kind in kinds and (h.value.sure or not sure))
        return tuple(dict.fromkeys(ids))

    def state_at(self, at: int) -> tuple[int, tuple[str, ...]]:
        """The state behind a title: its last word and ids; «کشورمان» is the outlet's, «این کشور» is "this", «دو کشور» is "both"."""
        if at >= self.end:
            return at, ()
        if size := self.s.both.at(self.keys, at):
            return at + size, ("both",)
        if size := self.s.ours.at(self.keys, at):
            return at + size, ("ours",)
        if size := self.s.this.at(self.keys, at):
            return at + size, ("this",)
        start = at
        if (size := self.s.government.at(self.keys, at)) and self.hit(at + size, "state", "adjective"):
            at += size
        if hit := self.hit(at, "state", "adjective", "government"):
            return hit.last, (hit.value.id,)
        if self.keys[at : at + 2] == ["اسلامی", "ایران"]:
            return at + 2, ("iran",)
        if self.s.beside_office.at(self.keys, at) and (hit := self.hit(at, "state", sure=False)):
            return hit.last, (hit.value.id,)
        return start, ()

    def states_at(self, at: int) -> tuple[int, tuple[str, ...]]:
        """One state or several joined by «و» and commas."""
        if at + 1 < self.end and self.keys[at + 1] == "کشور" and (self.keys[at] in self.s.numbers or self.keys[at].isdigit()):
            at += 2 + (self.keys[at + 2 : at + 3] == ["اروپایی"])  # «سه کشور انگلیس، فرانسه و آلمان»
        last, ids = self.state_at(at)
        while ids and last + 1 < self.end and self.keys[last] in ("و", "،"):
            further, more = self.state_at(last + 1)
            if not more or more[0] in ("ours", "this", "both"):
                break
            last, ids = further, ids + more
        return last, ids

    def named(self, at: int) -> bool:
        """A word that a name may hold: plain, and no time word and no noun of a speech verb («اعلام»)."""
        return self.plain(at) and self.keys[at] not in self.s.name_stops

    def given(self, at: int) -> int:
        """How many words a given name takes at a word; 0 if none stands there."""
        if self.s.not_given.at(self.keys, at):
            return 0
        size = self.s.given.at(self.keys, at)
        weak = not size and at + 1 < self.end and self.keys[at] in self.s.weak_given and self.hit(at + 1, "surname", sure=False)
        return 1 if weak else size

    def callings(self, at: int) -> bool:
        """«از کارشناسان اقتصادی», «از اعضای …»: whether a person is told there by a plural of callings."""
        return at + 1 < self.end and self.keys[at] == "از" and bool(self.s.callings.at(self.keys, at + 1))

    def name_word(self, at: int) -> bool:
        """A word that a surname may be: no time, no calling, no head noun of a body, no adjective of a state, no known person's name."""
        return (
            self.named(at)
            and not self.keys[at].endswith(("های", "ها"))
            and at not in self.timed
            and not any(
                list.at(self.keys, at) for list in (self.s.occupations, self.s.deputies, self.s.people, self.s.former, self.s.condition)
            )
            and self.keys[at] not in self.s.body_heads
            and self.keys[at] not in self.s.organ_starts
            and not self.hit(at, "adjective", "government", "person", sure=False)
        )

    def border(self, at: int) -> bool:
        """Whether a name surely ends before a word: a sign, a preposition, an office or calling, «که», «نیز»."""
        return (
            at >= self.end
            or not self.keys[at][0].isalpha()
            or self.keys[at] in ("که", "نیز", "هم", "همچنین")
            or any(list.at(self.keys, at) > 0 for list in (self.s.prepositions, self.s.occupations, self.s.deputies))
            or self.hit(at, "title") is not None
        )

    def known_name(self, first: int, at: int) -> bool:
        """A name of the lexicon at a word, with words before it that are no given name: «دریابان شمخانی», not «هادی ظریف»."""
        hit = self.hit(at, "person", "surname")
        if hit is None:
            return False
        return hit.value.kind == "person" or at == first or not self.given(at - 1)

    def former(self, at: int, former: bool) -> tuple[int, bool]:
        """The word behind «سابق», «وقت», «جدید» and their like at a word, and whether the office is a past one."""
        while at < self.end:
            if size := self.s.former.at(self.keys, at):
                at, former = at + size, True
            elif size := self.s.condition.at(self.keys, at):
                at += size
            else:
                break
        return at, former

    def honorific(self, at: int) -> int:
        """The word behind the honorifics that begin at a word."""
        while at < self.end and (size := self.s.honorifics.at(self.keys, at)):
            if self.hit(at, "title") and self.hit(at, "title").last > at + size:  # type: ignore[union-attr]
                break
            at += size
        return at

    def name_at(self, at: int, beside: bool = False) -> Mention | None:
        """A person's name at a word, with honorifics and quotation marks round it. `beside`: a title stands by it."""
        start = at
        at = self.honorific(at)
        quoted = at < self.end and self.keys[at] in OPENING
        at = self.honorific(at + 1) if quoted else at
        settled = beside or quoted or at > start
        hit = self.hit(at, "person", "surname", sure=not settled)
        whole = next((h for h in self.hits.get(start + quoted, ()) if h.value.kind == "person" and h.value.sure), None)
        if whole is not None and (hit is None or whole.first < hit.first):  # «ملک سلمان», whose honorific is of the name
            hit = whole
        if hit is None:
            return None
        last = hit.last
        if quoted:
            if last >= self.end or self.keys[last] not in CLOSING:
                return None
            last += 1
        ids = self.same(hit, "person", "surname", sure=not settled)
        return Mention(start, last, "name", person=ids, words=Found(hit.first, hit.last), sure=hit.value.sure)
