"""The parts of mentions: names with their honorifics, states, words that a name may hold; what rules of mention are made of."""

from rayzan.extract.draft import Draft, Found, Mention
from rayzan.extract.namewords import CLOSING, OPENING, syntax
from rayzan.lang.fa.pair import common
from rayzan.lexicon.lexicon import Name
from rayzan.text.match import Hit

CLAUSE = ("\n", ".", "،", ":", "؛", "»", '"', "-", "؟", "و")  # signs and words behind which a clause may begin


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
        return at == 0 or self.keys[at - 1] in CLAUSE or at in self.heads or (at - 1 in self.timed and at not in self.timed)

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
        return start, ()

    def office_state_at(self, at: int) -> tuple[int, tuple[str, ...]]:
        """The state behind an office, where a state's name that is a common word too counts: «سفیر مالی», but not «منابع مالی»."""
        last, states = self.state_at(at)
        if not states and at < self.end and self.s.beside_office.at(self.keys, at) and (hit := self.hit(at, "state", sure=False)):
            return hit.last, (hit.value.id,)
        return last, states

    def states_at(self, at: int) -> tuple[int, tuple[str, ...]]:
        """One state or several joined by «و» and commas."""
        if at + 1 < self.end and self.keys[at + 1] == "کشور" and (self.keys[at] in self.s.numbers or self.keys[at].isdigit()):
            at += 2 + (self.keys[at + 2 : at + 3] == ["اروپایی"])  # «سه کشور انگلیس، فرانسه و آلمان»
        last, ids = self.office_state_at(at)
        while ids and last + 1 < self.end and self.keys[last] in ("و", "،"):
            further, more = self.office_state_at(last + 1)
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
        size = self.s.given.at(self.keys, at) or (at < self.end and self.s.composed(self.keys[at]))
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

    def thing(self, at: int) -> bool:
        """Whether a common word stands there that no name holds: «حمله», «تصمیم»; «فر», «احمدی», «صدر» are parts of names."""
        key = self.keys[at]
        return common(key) and not (key in self.s.surname_tails or self.s.given.at(self.keys, at) or key in self.s.weak_given or key.endswith("ی"))

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
        elif "بن" in self.keys[at:last] and last < self.end and self.keys[last].startswith("ال") and self.name_word(last):
            last += 1  # «محمد بن راشد المکتوم»
        ids = self.same(hit, "person", "surname", sure=not settled)
        return Mention(start, last, "name", person=ids, words=Found(hit.first, hit.last), sure=hit.value.sure)
