"""Where an event was: the places told in its clause, palaces and ministries as their capitals, «آنجا» for the place told before."""

from functools import cached_property

from rayzan.extract.draft import Draft
from rayzan.extract.event_party import Ids, words
from rayzan.extract.event_role import Roles
from rayzan.extract.syntax import CLOSE, OPEN

PALACES = frozenset({"کاخ", "کاخسفید", "کرملین", "الیزه"})
SERVING = ("officials", "princes", "ministers", "leaders", "generals", "lawmakers", "judges")  # of a state, at home
OFFICES = ("دفتر", "سفارت", "سفیر", "سفرا", "نمایندگی", "نماینده", "کنسولگری", "سرکنسول")  # whose place «در» behind them tells
THERE = frozenset({"آنجا", "اینجا"})
SESSIONS = frozenset({"نشست", "اجلاس", "کنفرانس", "همایش", "اجلاسیه", "جشنواره", "نمایشگاه", "مجمع"})
FRAMES = frozenset({"حاشیه", "جریان", "خلال", "ادامه", "پایان", "حین"})
CALLED = 6  # words of a session's name in which its place is told


class Places:
    """Reads the places round the triggers of one draft."""

    def __init__(self, draft: Draft, roles: Roles) -> None:
        self.draft, self.roles, self.keys = draft, roles, draft.view.keys
        self.place_from = {h.first: h for h in draft.names if h.value.kind == "place" and h.value.sure}
        self.abroad = {k for w in draft.language.table("event")["words"]["abroad"] for k in draft.language.keys(w)[:1]}
        self.inner = {at for m in draft.mentions for at in range(m.first + 1, m.last)}
        self.cities, self.parts = words(draft.language, "cities"), words(draft.language, "parts")

    def place(self, at: int) -> tuple[str | None, int]:
        """The place at a word, by its English name, and the word behind it."""
        if size := self.cities.at(self.keys, at, at + 4):  # «شهر استانبول», «پایتخت ترکیه»
            at += size
        if at + 2 < len(self.keys) and self.keys[at] in OPEN and self.keys[at + 2] in CLOSE | {'"'}:  # «در «ورشو»»
            inner, _ = self.place(at + 1)
            return inner, at + 3 if inner else at
        hit = self.place_from.get(at)
        if hit is not None:
            return self.draft.lexicon.place(hit.value.id)[0], hit.last
        m = self.roles.at.get(at)
        if m is not None and m.kind == "state" and m.actors and m.actors[0] in self.draft.actors:
            return self.draft.actors[m.actors[0]].name_en, m.last
        return None, at

    def where(self, first: int, last: int, parts: bool = False, seats: bool = False) -> str | None:
        """«در مسکو» in these words; with `parts` also «در شمال سوریه», with `seats` also «در وزارت خارجه سوئد»: the capital."""
        for at in range(first, min(last, len(self.keys)) - 1):
            if self.keys[at] == "در" and at not in self.inner and not self._office(at):
                place, end = self.place(at + 1 + (self.parts.at(self.keys, at + 1, last) if parts else 0))
                place, end = (place, end) if place else self._palace(at + 1, seats)
                place, end = (place, end) if place or not seats else self._session(at + 1)
                place, end = (place, end) if place else self._there(at + 1)
                listed = end < len(self.keys) and (self.keys[end] == "و" or self.keys[end] == "،" and self.place(end + 1)[0] is not None)
                if place is not None and end <= last and not listed:
                    return place
        return None

    def _session(self, at: int) -> tuple[str | None, int]:
        """«در حاشیه کنفرانس امنیتی ورشو», «در نشست ورشو»: the place that a session is called by."""
        noun = at + (self.keys[at] in FRAMES)
        if noun + 1 >= len(self.keys) or self.keys[noun] not in SESSIONS:
            return None, at
        for i in range(noun + 1, min(noun + CALLED, len(self.keys))):
            if i in self.place_from:
                return self.place(i)
            if i in self.roles.at or i in self.roles.clauses.verb_from or self.roles.clauses.preposition(i, i + 3) or not self.keys[i][0].isalnum():
                break
        return None, at

    def _there(self, at: int) -> tuple[str | None, int]:
        """«در آنجا»: the place or land named last before in the sentence."""
        if self.keys[at] not in THERE:
            return None, at
        s = self.draft.view.sentences[self.draft.view.sentence_of[at]]
        by = {self.draft.actors[i].name_en for i in self.roles.agent(s.first, at)[0] if i in self.draft.actors}
        before = (place for i in range(at - 1, s.first - 1, -1) if (place := self.place(i)[0]) and place not in by)
        return next(before, None), at + 1

    def _office(self, at: int) -> bool:
        """«دیدار با اعضای دفتر طالبان در قطر»: where an office is, not the meeting."""
        office = next((i for i in range(at - 1, max(at - 4, 0), -1) if self.keys[i].startswith(OFFICES)), -1)
        return office >= 0 and self.keys[office - 1] != "در"

    def _palace(self, at: int, seats: bool) -> tuple[str | None, int]:
        """«در کاخ سفید»: the capital of the state that the palace stands for; with `seats` also of a ministry's."""
        at += self.keys[at] in ("محل", "ساختمان", "مقر")
        m = self.roles.at.get(at)
        actor = self.draft.actors.get(m.actors[0]) if m is not None and m.actors else None
        if m is None or actor is None:
            return None, at
        abroad = "خارجه" in self.keys[at : m.last] or actor.state == (self.draft.homeland or "iran")  # other ministries may sit elsewhere
        seat = m.kind == "body" and seats and self.keys[at].startswith("وزارت") and abroad
        palace = m.kind == "government" and self.keys[at] in PALACES
        state = self.draft.lexicon.states.get(actor.state or m.actors[0]) if seat or palace else None
        return (state.capital.en, m.last) if state is not None and state.capital is not None else (None, at)

    def journey(self, place: str | None, first: int, last: int, who: Ids) -> str | None:
        """The place of a journey; «به این کشور» is no land of the traveller's own, where another stands before it in the sentence."""
        at = next((i for i in range(first, last) if self.keys[i] in ("این", "آن") and self.keys[i + 1] == "کشور"), -1)
        own = {a.state for i in who if (a := self.draft.actors.get(i)) is not None and a.state in self.draft.lexicon.states}
        states = self.draft.lexicon.states
        if at < 0 or place is None or not any(states[s].name_en == place for s in own if s):
            return place
        s = self.draft.view.sentences[self.draft.view.sentence_of[at]]
        for m in reversed(self.roles.clauses.mentions(s.first, at)):
            told = (*m.states, *(self.draft.actors[i].state or "" for i in m.actors if i in self.draft.actors), *(m.actors if m.kind == "state" else ()))
            if other := next((t for t in told if t in states and t not in own), None):
                return states[other].name_en
        return place

    @cached_property
    def lands(self) -> dict[str, str]:
        """Each place's English name with that of the state it lies in."""
        lexicon = self.draft.lexicon
        capitals = {s.capital.en: s.name_en for s in lexicon.states.values() if s.capital is not None}
        return capitals | {p.name_en: lexicon.states[p.state].name_en for p in lexicon.places.values() if p.state in lexicon.states}

    def land_of(self, id: str) -> str | None:
        """The English name of the state that an actor is, serves or belongs to."""
        actor = self.draft.actors.get(id)
        state = self.draft.lexicon.states.get((actor.state or (id if actor.type == "state" else "")) if actor is not None else "")
        return state.name_en if state is not None else None

    def home(self, ids: Ids) -> str | None:
        """«پلیس سوئد X را بازداشت کرد»: the one land whose police, court, army or officials these are; None for others."""
        actors = [a for i in ids if (a := self.draft.actors.get(i)) is not None]
        lands = {a.state for a in actors if a.state in self.draft.lexicon.states and (a.type in ("body", "state") or a.name_en.startswith(SERVING) or a.name_en.endswith(SERVING))}
        return self.draft.lexicon.states[lands.pop() or ""].name_en if len(lands) == 1 else None

    def state_place(self, ids: Ids, first: int = 0, last: int = 0) -> str | None:
        """The state among the targets: an attack on it is there; not one on its forces, bases or embassies, named in words `first` to `last`."""
        if last and self.abroad & set(self.keys[first:last]):
            return None
        for id in ids:
            actor = self.draft.actors.get(id)
            if actor is not None and actor.type == "state":
                return actor.name_en
        return None
