"""Actors that a report itself brings in: how far the words that name one go, and the actor entered under them."""

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import ActorDraft, Draft
from rayzan.lang.fa.latin import latin, slug
from rayzan.lang.fa.numerals import number_at

STOPS = ("این", "آن", "را", "که", "و", "یا", "تا", "اگر", "هم", "نیز", "خود", "است", "بود")
LONGEST = 7  # words of one party


class Entries:
    """Enters actors of one draft under the words that name them."""

    def __init__(self, draft: Draft, clauses: Clauses) -> None:
        self.draft, self.clauses, self.keys = draft, clauses, draft.view.keys
        self.entered: set[str] = set()
        language = draft.language
        self.demonyms: dict[str, str] = language.table("event")["demonyms"]
        self.adjectives = {h.first: h.value.id for h in draft.names if h.value.kind == "adjective" and h.value.sure}
        self.states = {h.first: h.value.id for h in draft.names if h.value.kind == "state" and h.value.sure}
        self.conditions = {language.keys(w)[0] for w in language.table("actor")["state_of_office"]}  # «دولت مستعفی یمن»
        self.stops = {language.keys(w)[0] for w in language.table("actor")["name_stops"]}

    def forget(self, used: set[str]) -> None:
        """Takes out of the actors those entered for events that did not come about."""
        for id in self.entered - used:
            del self.draft.actors[id]

    def plain(self, at: int) -> bool:
        """Whether a word may be part of a name: no verb, time, mention, preposition or conjunction."""
        key = self.keys[at]
        return (
            key[0].isalpha()
            and key not in STOPS
            and key not in self.stops
            and at not in self.clauses.verb_from
            and at not in self.clauses.time_from
            and at not in self.clauses.mention_from
            and not self.clauses.preposition(at, at + 4)
        )

    def end(self, at: int, last: int) -> int:
        """Behind the words that go on naming: plain ones, and one mention that owns them («پارلمان عراق»)."""
        end = min(at + LONGEST, last)
        while at < end:
            m = self.clauses.mention_from.get(at)
            if m is not None and m.last <= last and m.kind in ("state", "government", "body"):
                return m.last
            if self.keys[at] in ("این", "آن") and at + 1 < last and self.keys[at + 1] == "کشور":
                return at + 2  # «سیاستمداران این کشور»
            if number_at(self.keys, at, last) is not None and self.keys[at] != "یک":
                break  # «شورشیان ده نفر …» begins anew
            if at + 1 in self.clauses.verb_from or not self.plain(at) and self.keys[at] not in self.conditions:
                break  # a plain word before a verb is the verb's
            at += 1
        return at

    def enter(self, first: int, last: int, kind: str, english: str | None, behind: int | None = None) -> tuple[str | None, int]:
        """The id of the actor that words `first` to `last` name, entered if it is new, and the word behind (`behind`, if given); `english`
        is the plural of a crowd's noun. None and `first` where the words give no id."""
        owner = next((m for m in self.clauses.mentions(first, last) if m.actors), None)
        owned = self.draft.actors.get(owner.actors[0]) if owner else self._state(first, last)
        words = [k for k in self.keys[first:last] if k[0].isalnum()]
        name = f"{english} of {owned.name_en}" if english and owned else latin(words[:4])
        nation = next((self.adjectives[i] for i in range(first, last) if i in self.adjectives), "")
        people = self.demonyms.get(owner.actors[0] if owner else owned.state if owned and owned.state else "") or self.demonyms.get(nation)
        if english and people:
            name = f"{people} {english}"
        elif english and not owned:
            name = english if len(words) == 1 else name
        id = slug(name)
        if not id:
            return None, first
        state = owned.state or (owner.actors[0] if owner else None) if owned else None
        state = state or (nation if nation in self.draft.lexicon.states else None)
        if id not in self.draft.actors:
            text = self.draft.view.span(first, last).text
            aliases = tuple(dict.fromkeys((words[-1], latin(words[-1:])))) if kind == "person" and len(words) > 1 and not english else ()
            if english and owned:
                aliases = (f"{english} of {owned.name_en}",)
            self.draft.actors[id] = ActorDraft(kind, name, text, state=state, aliases=aliases, known_from="report")
            self.entered.add(id)
        return id, behind or last

    def _state(self, first: int, last: int) -> ActorDraft | None:
        """The state named inside words of which no part is a mention of its own."""
        for i in range(first, last):
            if (id := self.states.get(i)) is not None:
                s = self.draft.lexicon.states[id]
                return ActorDraft("state", s.name_en, s.name_fa, state=s.id)
        return None
