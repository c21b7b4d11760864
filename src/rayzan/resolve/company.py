"""Who stands round an office in its report: the people and states named near it, and whether they are the homeland's."""

from bisect import bisect_left

from rayzan.extract.draft import Draft, Mention
from rayzan.lexicon.entry import Person
from rayzan.resolve.abroad import Abroad
from rayzan.resolve.told import Told

NEAR = 3  # sentences round a bare title in which its holder is named


class Company:
    """The people and states of one draft, beside its offices."""

    def __init__(self, draft: Draft, told: Told) -> None:
        self.draft, self.lexicon, self.told = draft, draft.lexicon, told
        self.abroad = Abroad(draft)

    def counterpart_state(self, m: Mention) -> str | None:
        """The state of the counterpart told right behind an office, which is not the office's own: «وزیر دفاع ما و همتای آمریکایی او»."""
        at = bisect_left(self.draft.mentions, m.first + 1, key=lambda o: o.first)
        beside = next((o for o in self.draft.mentions[at : at + 2] if o.title == "counterpart"), None)
        same = beside is not None and self.draft.view.sentence_of[beside.first] == self.draft.view.sentence_of[m.first]
        return beside.states[0] if beside is not None and same and beside.states else None

    def near(self, id: str, m: Mention) -> bool:
        """Whether a person is named a few sentences before or behind."""
        sentence_of = self.draft.view.sentence_of
        now, at = sentence_of[m.first], bisect_left(self.draft.mentions, m.first, key=lambda o: o.first)
        for step in (-1, 1):
            i = at + (step > 0) - (step < 0)
            while 0 <= i < len(self.draft.mentions) and abs(sentence_of[self.draft.mentions[i].first] - now) <= NEAR:
                if id in self.draft.mentions[i].person or id in self.draft.mentions[i].actors:
                    return True
                i += step
        return False

    def foreign(self, m: Mention) -> bool:
        """Whether the sentence has named other states so far, and the homeland not."""
        states = {s for other in self.draft.named_so_far(m) for s in other.states if s in self.lexicon.states}
        return bool(states) and self.draft.homeland not in states

    def _states_of_people(self, m: Mention) -> set[str | None]:
        """The states whose people the sentence has named so far; None among them for somebody of no known state."""
        return {self.state_of(a) for other in self.draft.named_so_far(m) if other.kind in ("name", "title") for a in other.actors}

    def home_people(self, m: Mention) -> bool:
        """Whether the sentence has named somebody of the homeland so far: «رهبر انقلاب و رئیس‌جمهور»."""
        return self.draft.homeland in self._states_of_people(m)

    def abroad_only(self, m: Mention) -> bool:
        """Whether the sentence has named people of other states so far, and nobody of the homeland: «… رئیس‌جمهور برزیل، وزیر خارجه …»."""
        states = self._states_of_people(m)
        return bool(states) and self.draft.homeland not in states and None not in states

    def state_of(self, id: str) -> str | None:
        """The state that somebody serves, else whose national they are; None where the draft knows neither."""
        actor = self.draft.actors.get(id)
        if actor is None:
            return None
        owner = self.lexicon.split(actor.office)[0] if actor.office else None
        return owner if owner in self.lexicon.states else actor.state

    def states_abroad(self, m: Mention, title: str) -> frozenset[str]:
        """The foreign states that the sentence of a bare office is about, none where it is about the homeland too."""
        return self.abroad.states(m, self.draft.homeland, title, alone=not self._anybody_of_home())

    def _anybody_of_home(self) -> bool:
        """Whether the report has named somebody of the homeland anywhere, or told so far of one by an office that only it has."""
        persons, home = self.lexicon.persons, self.draft.homeland
        if any(self.of_home(persons[id]) for id in self.told.present):
            return True
        only = (h.office for id in self.draft.actors if id in persons for h in persons[id].held)
        return any(owner == home and not self.abroad.held_elsewhere(title, home) for owner, title, _ in map(self.lexicon.split, only))

    def of_home(self, person: Person) -> bool:
        """Whether somebody of the lexicon has ever held an office of the homeland."""
        return any(self.lexicon.split(h.office)[0] == self.draft.homeland for h in person.held)
