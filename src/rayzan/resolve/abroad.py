"""Whether a sentence is about other countries than the paper's own, whose «رئیس‌جمهور» is then not meant."""

from collections.abc import Iterator

from rayzan.extract.draft import Draft, Mention
from rayzan.lexicon.entry import Person


class Abroad:
    """The states that the sentences of one draft are about."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.lexicon = draft, draft.lexicon
        self.adjectives = [(h.first, h.value.id) for h in draft.names if h.value.kind == "adjective" and h.value.sure]

    def states(self, m: Mention, home: str | None, title: str, alone: bool) -> frozenset[str]:
        """The foreign states whose people and bodies the sentence of an office tells of, none where the homeland stands there too, or only
        the homeland has that office. `alone`: nobody of the homeland is in the report, so a foreign state's mere name, and the sentence
        before, are enough."""
        keys = self.draft.view.keys
        ours = m.last < len(keys) and keys[m.last] == "ما"  # «وزیر خارجه ما»
        if home is None or ours or not self.held_elsewhere(title, home):
            return frozenset()
        now = self.draft.view.sentence_of[m.first]
        for sentence in range(now, max(now - 1 - alone, -1), -1):
            told, serving = frozenset(self._told(sentence, m)), frozenset(self._serving(sentence, m))
            if home in told | serving:
                return frozenset()
            if found := serving | (told if alone else frozenset()):
                return found
        return frozenset()

    def held_elsewhere(self, title: str, home: str | None) -> bool:
        """Whether another state than the homeland has an office of this title."""
        return any(f"{state}-{title}" in self.lexicon.holders for state in self.lexicon.states if state != home)

    def _told(self, sentence: int, m: Mention) -> Iterator[str]:
        """The states that a sentence tells by name or adjective; the homeland as itself."""
        s = self.draft.view.sentences[sentence]
        for other in self.draft.mentions_in(s.first, s.last):
            for state in other.states if other is not m else ():
                yield from self._owner(self.draft.homeland or "iran" if state == "ours" else state)
        yield from (state for at, state in self.adjectives if s.first <= at < s.last)

    def _serving(self, sentence: int, m: Mention) -> Iterator[str]:
        """The states of the bodies that a sentence tells of, and those whom the people named in it served."""
        s = self.draft.view.sentences[sentence]
        for other in self.draft.mentions_in(s.first, s.last):
            if other.kind == "body" and other.actors:
                yield from self._owner(other.actors[0])
            for id in other.person if other is not m else ():
                yield from self._served(self.lexicon.persons[id])

    def _owner(self, id: str | None) -> Iterator[str]:
        if id in self.lexicon.states:
            yield id
        elif (body := self.lexicon.bodies.get(id or "")) is not None and body.state:
            yield body.state

    def _served(self, person: Person) -> Iterator[str]:
        if person.state:
            yield person.state
        for held in person.held[:1]:
            yield from self._owner(self.lexicon.split(held.office)[0])
