"""Who is named round an event's trigger: behind «با», «میان», «با حضور», «توسط», «به»; whose elections, who speaks."""

from rayzan.extract.draft import Draft
from rayzan.extract.event_party import Ids, Parties, merge, words
from rayzan.text.segment import Stretch

CALLED = frozenset({"ابتکار", "میزبانی", "ریاست", "دعوت", "درخواست"})  # «به ابتکار X» makes X a party of a session
COMPOUND = frozenset({  # nouns that «به» makes a preposition or an adverb of: «به نشانه اعتراض به X» names no target
    "عدم", "نشانه", "دلیل", "خاطر", "بهانه", "منظور", "عنوان", "علت", "سبب", "گفته", "نقل", "گزارش", "نوشته", "رغم", "نظر", "همراه", "طور", "مناسبت", "جای", "شرط",
    "استثنای", "ابتکار", "میزبانی", "ریاست", "رهبری", "دنبال", "واسطه", "تلافی", "دعوت", "درخواست", "اتهام", "جرم", "لطف", "نفع", "سود", "نمایندگی", "ادعای",
})  # fmt: skip
AGAINST = frozenset({"مبارزه", "مقابله", "مخالفت", "رویارویی", "جنگ", "برخورد", "مواجهه", "رابطه", "ارتباط"})  # «مبارزه با X» makes X no partner


class Prepositions(Parties):
    """Names the parties of one draft by the prepositions before them."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.by, self.against = (words(draft.language, n) for n in ("by", "against"))

    def partner(self, first: int, last: int) -> tuple[Ids, int]:
        """Whom «با» names in these words, and where that ends (0: nobody)."""
        for at in range(first, last - 1):
            if self.keys[at] == "با" and self.keys[at - 1] not in AGAINST:
                found, behind = self.near(at + 1, last)
                if found:
                    return found, behind
        return (), 0

    def between(self, first: int, last: int) -> tuple[Ids, int]:
        """Whom «میان / بین X و Y», «بین X با Y» names in these words."""
        for at in range(first, last - 1):
            if self.keys[at] in ("میان", "بین"):
                found, behind = self.near(at + 1, last)
                if len(found) == 1 and self.keys[behind : behind + 1] == ["با"]:
                    other, end = self.near(behind + 1, last)
                    found, behind = (merge(found, other), end) if other else (found, behind)
                if len(found) > 1 or any(self.kind(i) == "group" for i in found):
                    return found, behind
        return (), 0

    def presence(self, first: int, last: int) -> tuple[str, ...]:
        """Whom «با حضور X و Y», «به ابتکار X، Y و Z» names in these words."""
        found: Ids = ()
        for at in range(first, last - 2):
            if self.keys[at] == "با" and self.keys[at + 1] in ("حضور", "مشارکت", "شرکت") or self.keys[at] == "به" and self.keys[at + 1] in CALLED:
                found = merge(found, self.near(at + 2, last)[0])
        return found

    def agent(self, first: int, last: int) -> tuple[Ids, int]:
        """Whom «توسط / از سوی / به دستور» names in these words."""
        for at in range(first, last - 1):
            if size := self.by.at(self.keys, at, last):
                found, behind = self.near(at + size, last)
                if found:
                    return found, behind
        return (), 0

    def target(self, first: int, last: int) -> tuple[Ids, int, int]:
        """Whom «به / علیه» names in these words, where that begins and ends."""
        for at in range(first, last - 1):
            if size := self.against.at(self.keys, at, last):
                if self.by.at(self.keys, at, last) or self.keys[at - 1] in ("موسوم", "معروف", "منسوب") or self.keys[at] == "به" and self.keys[at + 1] in COMPOUND:
                    continue
                found, behind = self.near(at + size, last, 4)
                if found:
                    return found, at, behind
        return (), 0, 0

    def state_before(self, at: int, behind: int) -> Ids:
        """The state in the words to `behind`, else the one named last before: whose elections are told."""
        inside = [m.actors[0] for m in self.draft.mentions if m.first < behind and at < m.last and m.actors]
        owners = [a.state for id in inside if (a := self.draft.actors.get(id)) and a.state in self.draft.lexicon.states and a.state]
        if owners:
            return (self.state(owners[0]),)
        near = self.draft.view.sentence_of[at]
        for m in reversed(self.draft.mentions):
            if m.last > at or not m.actors:
                continue
            actor = self.draft.actors.get(m.actors[0])
            state = m.actors[0] if m.kind in ("state", "government") else actor.state if actor else None
            if state in self.draft.actors and (m.kind == "state" or self.draft.view.sentence_of[m.first] == near):
                return (state,) if state else ()
        return ()

    def speaker(self, s: Stretch) -> Ids:
        """Who speaks in the sentence: «X در دیدار با Y گفت» is X's meeting."""
        for x in self.draft.statements:
            if x.cue and s.first <= x.cue.first < s.last and x.within is None and x.speaker:
                return (x.speaker,)
        return ()
