"""Whom an office told without a name means: its holder on the day that its sentence tells of, the one the report names in it, or nobody sure."""

from bisect import bisect_left
from datetime import date, timedelta

from rayzan.extract.draft import Draft, Mention
from rayzan.lexicon.entry import Person
from rayzan.resolve import holding
from rayzan.resolve.company import Company
from rayzan.resolve.past import Past
from rayzan.resolve.register import Register
from rayzan.resolve.told import Told

# Offices of so many at once that one named in it is not meant by it again.
MANY = frozenset(
    {"member-of-parliament", "senator", "candidate", "governor", "mayor", "commander", "commissioner", "representative-of-the-leader"}
)
YEAR = timedelta(days=366)
JUST_LEFT = timedelta(days=120)  # a holder that the report names may still be called by the office so long after it
CANDIDATES = ("کاندیدای", "کاندیدا", "نامزد", "نامزدی", "نامزدهای", "داوطلب")
OF_A_LEAD = 80  # words
FAR = 3  # sentences behind which a bare title is no longer the foreign holder's told last
SENTENCES = 2  # back to which a holder counts as just told


class Seats:
    """The offices of one draft, in the order of telling."""

    def __init__(self, draft: Draft, table: Register, told: Told, day: str | None) -> None:
        self.draft, self.lexicon, self.table, self.told, self.day = draft, draft.lexicon, table, told, day
        self.recent: list[tuple[str, str | None, str, int]] = []  # (title, state, person, sentence) in order of telling
        self.past = Past(draft, day)
        self.company = Company(draft, told)
        self.killings, self.attempts = (draft.language.words("actor", k) for k in ("killings", "attempts"))

    def remember(self, title: str, state: str | None, actor: str, m: Mention) -> None:
        self.recent.append((title, state, actor, self.draft.view.sentence_of[m.first]))

    def holder(self, state: str | None, title: str, m: Mention) -> str | None:
        """The holder of a state's or body's office; None where nobody is sure, or several hold it at once."""
        day, office = self.past.day_at(m), f"{state}-{title}"
        entry = self.lexicon.titles.get(title)
        if title in MANY or self.past.undated_entry(m):
            return None
        if self._slain(m) and (slain := self._left(office, day, YEAR)) is not None:
            return self.table.person(slain.id)
        if day == self.day and (state, title) in self.told.named:
            return self.told.named[state, title]
        if state is None or (entry is not None and not entry.single):
            return None
        person = holding.holder(self.lexicon, office, day)
        if person is None and day is None:
            person = self._undated(office)
        elif person is None or person.id not in self.told.present:
            person = self._left(office, day, JUST_LEFT, named=True) or person
        return self.table.person(person.id) if person is not None else None

    def _left(self, office: str, day: str | None, within: timedelta, named: bool = False) -> Person | None:
        """Who left an office so shortly before the report; `named`: and stands in it by name, where the one who came in does not."""
        if day is None or len(day) < 10 or day != self.day:
            return None
        since = (date.fromisoformat(day) - within).isoformat()
        held = [(p, p.held[at].end or "") for p, at in self.lexicon.holders.get(office, ())]
        left = [p for p, end in held if since <= end <= day and (not named or p.id in self.told.present)]
        return left[0] if len(left) == 1 else None

    def _slain(self, m: Mention) -> bool:
        """«ترور فرمانده سپاه قدس»: one who was killed in office, and no holder of today's; an attempt or a plan is none."""
        keys = self.draft.view.keys
        size = self.killings.ending(keys, m.first)
        return bool(size) and not self.attempts.ending(keys, m.first - size)

    def _undated(self, office: str) -> Person | None:
        """In an undated report an office is its holder's whom the report names."""
        found = {p.id: p for p, _ in self.lexicon.holders.get(office, ()) if p.id in self.told.present or p.id in self.draft.actors}
        return next(iter(found.values())) if len(found) == 1 else None

    def past_holder(self, m: Mention) -> str | None:
        """«رئیس‌جمهور پیشین آمریکا»: the holder in the year told, or the one whom the report names in full that held the office and
        holds it no more."""
        if m.deputy or not m.former:
            return None
        if not m.states and self.past.day_at(m) == self.day:
            return None
        state = self.told.state(m, self.draft.homeland)
        office = f"{state}-{m.title}"
        now = holding.holder(self.lexicon, office, self.day)
        named = self.told.left.get((state, m.title or ""), set())
        if len(named) == 1 and self.past.day_at(m) == self.day:  # «بهرام بیدگلی، سفیر سابق X … سفیر سابق X»
            return next(iter(named))
        if self.past.day_at(m) != self.day:
            person = holding.holder(self.lexicon, office, self.past.day_at(m))
            return self.table.person(person.id) if person and person is not now else None
        left = [(p.held[at].end or "", p.id) for p, at in self.lexicon.holders.get(office, ()) if p is not now]
        past = {id for _, id in left if id in self.told.present}
        if len(past) != 1:
            return None
        last = max((end, id) for end, id in left if end and (self.day is None or end <= self.day)) if any(end for end, _ in left) else None
        only = past.pop()
        return self.table.person(only) if last is None or last[1] == only or self.company.near(only, m) else None

    def bare(self, title: str, m: Mention) -> str | None:
        """A bare title: the homeland's holder if the report names that person; else who bore it last in the report, else the
        only one the report names in it, else the homeland's holder, unless its sentence tells of another state's people."""
        home, day = self.draft.homeland, self.past.day_at(m)
        entry = self.lexicon.titles.get(title)
        if self.past.undated_entry(m) or day is None and title == "president" and self._campaign():
            return None
        if day != self.day:
            return self.holder(home, title, m) if home and entry and entry.bare else None
        known = holding.holder(self.lexicon, f"{home}-{title}", day) if home else None
        if known is None and day is None and home:
            known = self._undated(f"{home}-{title}")
        if known is not None and known.id in self.told.present and (self.company.near(known.id, m) or not self.company.foreign(m)):
            return self._just_told(title, m, known.id) or self.table.person(known.id)
        if title in MANY:
            return None
        if known is not None and known.id not in self.told.present and (states := self.company.states_abroad(m, title)):
            return self._of_abroad(states, title, m)
        elsewhere = known is not None and self._elsewhere(title)
        if elsewhere:
            known = None
        if known is not None and self.company.home_people(m):
            return self.table.person(known.id)
        now = self.draft.view.sentence_of[m.first]
        other = self.company.counterpart_state(m)
        for past, state, actor, sentence in reversed(self.recent):
            if other is not None and self.company.state_of(actor) == other:
                continue
            if past == title and (known is None or now - sentence <= FAR or state == home) and not self._of_another(title, actor):
                return actor
        told = {a for (_, t), a in self.told.named.items() if t == title and known is None}
        if len(told) == 1 and not any(self._of_another(title, a) for a in told):
            return next(iter(told))
        if (known is None or known.id not in self.told.present) and (other := self._sentences_own(title, m)):
            return other
        if elsewhere or entry is None or not entry.bare or (home and self.company.abroad_only(m)):
            return None
        return self.holder(home or self.told.countries.last, title, m)

    def _of_another(self, title: str, actor: str) -> bool:
        """Whether «سخنگوی» of a body that no lexicon knows would be taken for one of a body that it does."""
        return title == "spokesperson" and actor in self.lexicon.persons

    def _just_told(self, title: str, m: Mention, known: str) -> str | None:
        """The foreign holder told most, of those of the two sentences before, where the report has not named the homeland's so far:
        «رئیس‌جمهور چین به X نوشت. رئیس‌جمهور همچنین …», and the homeland's comes as whoever is written to."""
        now, home = self.draft.view.sentence_of[m.first], self.draft.homeland
        told = {(at, actor) for past, state, actor, at in self.recent if past == title and at < now and state not in (None, home)}
        near = [actor for past, _, actor, at in self.recent if past == title and 0 < now - at <= SENTENCES and (at, actor) in told]
        before = self.draft.mentions[: bisect_left(self.draft.mentions, m.first, key=lambda o: o.first)]
        if not near or any(known in o.actors or known in o.person for o in before):
            return None
        return max(near, key=lambda id: sum(actor == id for _, actor in told))

    def _of_abroad(self, states: frozenset[str], title: str, m: Mention) -> str | None:
        """The foreign holder told last, or named in the report, of the states that a sentence is about: «برکناری وزیر دفاع توسط ترامپ»."""
        for past, state, actor, _ in reversed(self.recent):
            if past == title and state in states:
                return actor
        people = {p.id for s in states if (p := holding.holder(self.lexicon, f"{s}-{title}", self.day)) and p.id in self.told.present}
        return self.table.person(people.pop()) if len(people) == 1 else None

    def _sentences_own(self, title: str, m: Mention) -> str | None:
        """The holder named in the report of the one foreign state that a sentence is about, where it names nobody of the homeland:
        «پیش از امضای رئیس‌جمهور در مجلس نمایندگان آمریکا»."""
        s = self.draft.view.sentences[self.draft.view.sentence_of[m.first]]
        here = self.draft.mentions_in(s.first, s.last)
        states = {state for o in here for state in o.states if state in self.lexicon.states or state == "ours"}
        if len(states) != 1 or states & {"ours", self.draft.homeland} or self.company.home_people(m):
            return None
        person = holding.holder(self.lexicon, f"{states.pop()}-{title}", self.day)
        return self.table.person(person.id) if person is not None and person.id in self.told.present else None

    def _elsewhere(self, title: str) -> bool:
        """Whether the report is of another country: it has named that one's holder, or other countries' people, and neither
        the homeland nor anybody of it."""
        home, persons = self.draft.homeland, self.lexicon.persons
        if not self.told.present and not any(past == title and state not in (None, home) for past, state, _, _ in self.recent):
            return False
        if any(home in m.states or "ours" in m.states for m in self.draft.mentions):
            return False
        return not any(self.company.of_home(persons[id]) for id in self.told.present)

    def _campaign(self) -> bool:
        """Whether an undated report is of one who runs for president: what he says of «رئیس‌جمهور» is said of any, or of the next."""
        return any(key in CANDIDATES for key in self.draft.view.keys[:OF_A_LEAD])
