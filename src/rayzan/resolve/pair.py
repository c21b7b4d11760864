"""Whom «روسای جمهور دو کشور» and «وزرای خارجه» of a talk mean: the two holders told before, or those of its two states."""

from rayzan.extract.draft import Draft, Mention
from rayzan.resolve.seat import Seats

SENTENCES = 2  # back to which the two are looked for first


class Pairs:
    """The offices that two hold, of one draft."""

    def __init__(self, draft: Draft, seats: Seats) -> None:
        self.draft, self.lexicon, self.seats = draft, draft.lexicon, seats

    def meant(self, m: Mention) -> bool:
        """Whether the report is a talk of two, who need no further words («روسای جمهور، وزرای خارجه را مکلف کردند»); not where a
        word behind tells of others («وزرای خارجه ۱۲ کشور»)."""
        behind = self.draft.view.keys[m.last : m.last + 1]
        alone = (
            not behind
            or not behind[0][0].isalnum()
            or bool(self.draft.language.words("syntax", "prepositions").at(behind, 0))
            or behind[0] in ("را", "نیز", "هم")
        )
        return alone and any("both" in o.states for o in self.draft.mentions)

    def pair(self, m: Mention) -> tuple[str, ...]:
        """«روسای جمهور دو کشور»: the two told in the office just before, else the holders of the two states of the talk."""
        now = self.draft.view.sentence_of[m.first]
        near = list(dict.fromkeys(a for t, _, a, s in self.seats.recent if t == m.title and now - s <= SENTENCES))
        if len(near) > 1:
            return tuple(near[-2:])
        named = list(dict.fromkeys(a for (_, t), a in self.seats.told.named.items() if t == m.title))
        if len(named) == 2:
            return tuple(named)
        far = list(dict.fromkeys(a for t, _, a, _ in self.seats.recent if t == m.title))
        states = self._two_states()
        fitting = [a for a in far if self.seats.company.state_of(a) in (*states, None)]
        if len(fitting) == 2:
            return tuple(fitting)
        found = tuple(a for s in states if (a := self.seats.holder(s, m.title or "", m)) is not None)
        return found if len(found) == 2 else ()

    def _two_states(self) -> tuple[str, ...]:
        """The two states of the talk: the first two of the report."""
        told: list[str] = []
        for m in self.draft.mentions:
            s = self.seats.told.state(m, None)
            if s in self.lexicon.states and s not in told:
                told.append(s)
            if len(told) == 2:
                return tuple(told)
        return ()
