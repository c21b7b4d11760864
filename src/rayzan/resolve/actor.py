"""Whom each mention means: names, titles at the report's date, organs, groups; what points back is left to the speaker stage.

Two passes. The first gathers what the report itself settles anywhere in it (a name beside an office, a stranger's
surname), so that a bare office in the lead finds the name given two lines later; the second resolves in order.
"""

from bisect import bisect_left

from rayzan.extract.draft import Draft, Found, Mention
from rayzan.lexicon.entry import Person
from rayzan.record import Note
from rayzan.resolve import garbled, holding
from rayzan.resolve.register import Register


class Resolver:
    """Resolves the mentions of one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.lexicon, self.keys = draft, draft.lexicon, draft.view.keys
        told = draft.told_day.isoformat() if draft.told_day else None
        self.day = draft.published.isoformat() if draft.published else draft.published_month or told
        self.named: dict[tuple[str | None, str], str] = {}  # (state, title) -> person the report itself names in it
        self.surnames: dict[str, str] = {}
        self.last_state: str | None = None
        self.last_pair: tuple[str, ...] = ()
        self.recent: list[tuple[str, str | None, str]] = []  # (title, state, person) in order of telling
        self.present: set[str] = set()
        self.misspelt: dict[int, str | None] = {}
        self.table = Register(draft, self.day)

    def _home(self) -> str | None:
        """The state whose «کشورمان» a report without an outlet writes: Iran, unless the report names other states only."""
        told = [m.states[0] for m in self.draft.mentions if m.states and m.states[0] in self.lexicon.states]
        return "iran" if not told or "iran" in told else told[0]

    def run(self) -> None:
        if self.draft.homeland is None and any("ours" in m.states for m in self.draft.mentions):
            self.draft.homeland = self._home()
        for m in self.draft.mentions:
            if m.kind == "name" and m.person and (self._full(m) or len(m.person) == 1):
                self.present.update(m.person)
        for m in self.draft.mentions:
            if m.kind == "name" and (m.title or m.deputy) and (m.person or m.words):
                self._gather(m)
        for m in self.draft.mentions:
            self._one(m)

    def _full(self, m: Mention) -> bool:
        return m.words is not None and m.words.last - m.words.first > 1

    def _gather(self, m: Mention) -> None:
        """A name beside an office settles that office for the whole report, and a stranger's surname."""
        actor = self._person(m)
        if actor is None:
            return
        if m.title and not m.former and not m.deputy:
            state = self._owner(m, actor)
            now = holding.holder(self.lexicon, f"{state}-{m.title}", self.day)
            if now is None or now.id == actor or not (now.id in self.present and self._long_past(actor, f"{state}-{m.title}")):
                self.named.setdefault((state, m.title), actor)
            self._contradict(m, f"{state}-{m.title}", actor)
        if not m.person and m.words:
            self.surnames.setdefault(self.keys[m.words.last - 1], actor)

    def _contradict(self, m: Mention, office: str, actor: str) -> None:
        """The report's own name wins over the lexicon's holder, and a note says so."""
        title = self.lexicon.titles.get(m.title or "")
        known = holding.holder(self.lexicon, office, self.day) if title is not None and title.single else None
        if known is None or known.id == actor or m.title in holding.ENVOYS or self._held(actor, office):
            return
        span = self.draft.view.span(m.first, m.last)
        text = f"the report names {self.draft.actors[actor].name_en} as {holding.office_en(self.lexicon, office)}; by the lexicon it was {known.name_en} on {self.day}"
        self.draft.notes.append(Note("office-holder", span, text))

    def _held(self, actor: str, office: str) -> bool:
        person = self.lexicon.persons.get(actor)
        return person is not None and any(h.office == office for h in person.held)

    def _long_past(self, actor: str, office: str) -> bool:
        """A term that ended more than a year before the report: the bare title is another's by then (a resigned president's is not)."""
        person = self.lexicon.persons.get(actor)
        if person is None or self.day is None:
            return False
        ends = [h.end for h in person.held if h.office == office and h.end]
        return bool(ends) and max(ends) < f"{int(self.day[:4]) - 1}{self.day[4:]}"

    def _owner(self, m: Mention, actor: str) -> str | None:
        """Whose office a name has beside it: the state told; else the one in which the person held it; else the one named in
        its sentence; the homeland only for a stranger or one of its own («محمد عرقاب، وزیر انرژی» in a report on Algeria)."""
        if m.states:
            return self._state(m, self.draft.homeland)
        person = self.lexicon.persons.get(actor)
        if person is not None:
            held = [*holding.offices(person, self.day), *person.held]
            owners = [h.office.removesuffix(f"-{m.title}") for h in held if h.office.endswith(f"-{m.title}")]
            if owners:
                return owners[0]
            owners = [s for h in held if (s := holding.split(self.lexicon, h.office)[0]) in self.lexicon.states]
            return person.state or (owners[0] if owners else None)
        sentence_of = self.draft.view.sentence_of
        before = bisect_left(self.draft.mentions, m.first, key=lambda o: o.first)
        for at in range(before - 1, -1, -1):
            other = self.draft.mentions[at]
            if sentence_of[other.first] != sentence_of[m.first]:
                break
            if other.states:
                return self._state(other, self.draft.homeland)
        return self.draft.homeland

    def _one(self, m: Mention) -> None:
        """Fills `actors` of one mention."""
        if m.kind == "name":
            self._name(m)
        elif m.kind == "title":
            self._title(m)
        elif m.kind == "state":
            state = self._state(m, None)
            if state:
                m.actors = (self.table.state(state),)
                self.last_state = state
        elif m.kind == "government":
            if m.person:
                self._name(m)
            else:
                m.actors = (self.table.state(m.states[0]),)
        elif m.kind == "body":
            self._body(m)
        elif m.kind == "outlet":
            m.actors = (self.table.outlet(m.actors[0]),)
        elif m.kind in ("people", "someone"):
            m.actors = (self.table.people(m, self._state(m, None)),)
        elif m.kind == "group":
            self._group(m)

    # people by name

    def _person(self, m: Mention) -> str | None:
        """The actor of a name; a stranger becomes an actor of the report's own."""
        if m.person:
            id = self._choose(m)
            return self.table.person(id, m, self._owner(m, id) if m.title else None)
        if m.words is None:
            return None
        words = [w.key for w in self.draft.view.words[m.words.first : m.words.last]]
        if len(words) == 1 and words[0] in self.surnames:
            return self.surnames[words[0]]
        return self._garbled(m) or self.table.stranger(m, words, self._state(m, None))

    def _garbled(self, m: Mention) -> str | None:
        """«سرگئی لاورورف وزیر خارجه روسیه»: the holder of the office at the date whose name is misspelt, with a note."""
        if not m.title or m.deputy or m.words is None:
            return None
        if m.first not in self.misspelt:
            office = f"{self._state(m, self.draft.homeland)}-{m.title}"
            all_held = [p for p, _ in self.lexicon.holders.get(office, ())]
            people = all_held if m.former or self.day is None else [h.person for h in holding.holders(self.lexicon, office, self.day)]
            meant = garbled.of_office(self.draft, m.words, people)
            self.misspelt[m.first] = meant.id if meant else None
            if meant is not None:
                garbled.note(self.draft, m, meant, f"the office beside it, {holding.office_en(self.lexicon, office)}, was that person's")
        id = self.misspelt[m.first]
        return self.table.person(id, m, self._state(m, self.draft.homeland)) if id else None

    def _choose(self, m: Mention) -> str:
        """Among people of one name: who stands in full in the report, who fits the office beside it, who held one at the date."""
        best, best_weight = m.person[0], -1
        for id in m.person:
            person = self.lexicon.persons[id]
            held = holding.offices(person, self.day)
            wanted = {f"{s}-{m.title}" for s in m.states} if m.title else set()
            weight = 8 * (id in self.present) + 4 * any(h.office in wanted for h in person.held) + 2 * bool(held) + (len(m.person) == 1)
            if weight > best_weight:
                best, best_weight = id, weight
        return best

    def _name(self, m: Mention) -> None:
        actor = self._person(m)
        if actor is None:
            return
        m.actors = (actor,)
        if m.title and not m.deputy:
            self._remember(m.title, self._owner(m, actor), actor)
        entry = self.draft.actors[actor]
        if entry.office:
            owner, title, _ = holding.split(self.lexicon, entry.office)
            self._remember(title, owner, actor)
        if m.states and m.states[0] not in ("this", "ours", "both", "?"):
            self.last_state = m.states[0]

    def _remember(self, title: str, state: str | None, actor: str) -> None:
        self.recent.append((title, state, actor))

    # people by office

    def _state(self, m: Mention, default: str | None) -> str | None:
        if not m.states:
            return default
        first = m.states[0]
        if first == "ours":
            return self.draft.homeland or "iran"
        if first == "this":
            return self.last_state
        if first in ("both", "?"):
            return default
        return first

    def _title(self, m: Mention) -> None:
        """An office without a name: its holder at the date, the one the report names in it, or an actor known by the office alone."""
        if m.deputy or m.former:
            m.actors = (self._past_holder(m) or self._office_alone(m),)
            return
        if m.title == "counterpart":
            state = self._state(m, None)
            title = self.recent[-1][0] if self.recent else "foreign-minister"
            m.actors = (self._holder(state, title, m),)
            return
        title = m.title or ""
        if m.states and m.states[0] != "both":
            state = self._state(m, self.last_state)
            if len(m.states) > 1 and title in ("ambassador", "permanent-representative", "special-envoy"):
                owner = self.draft.homeland if m.states[0] in ("?", "ours") else state
                m.actors = (self._holder(owner, f"{title}-{m.states[1]}", m),)
            else:
                m.actors = (self._holder(state, title, m),)
                if state in self.lexicon.states:
                    self.last_state = state
            self._remember(title, state, m.actors[0])
            return
        actor = self._bare(title)
        if actor:
            m.actors = (actor,)
            self._remember(title, None, actor)

    def _past_holder(self, m: Mention) -> str | None:
        """«رئیس‌جمهور پیشین آمریکا»: the one whom the report names in full that held the office and holds it no more."""
        if m.deputy or not m.former:
            return None
        office = f"{self._state(m, self.draft.homeland)}-{m.title}"
        now = holding.holder(self.lexicon, office, self.day)
        past = {p.id for p, _ in self.lexicon.holders.get(office, ()) if p.id in self.present} - {now.id if now else None}
        return self.table.person(past.pop()) if len(past) == 1 else None

    def _bare(self, title: str) -> str | None:
        """A bare title: the homeland's holder if the report names that person; else who bore it last in the report, else the
        only one the report names in it, else the homeland's holder."""
        home = holding.holder(self.lexicon, f"{self.draft.homeland}-{title}", self.day) if self.draft.homeland else None
        if home is None and self.day is None and self.draft.homeland:
            home = self._undated(f"{self.draft.homeland}-{title}")
        if home is not None and home.id in self.present:
            return self.table.person(home.id)
        for past, _, actor in reversed(self.recent):
            if past == title:
                return actor
        told = {a for (_, t), a in self.named.items() if t == title}
        if len(told) == 1:
            return next(iter(told))
        entry = self.lexicon.titles.get(title)
        if entry is None or not entry.bare:
            return None
        state = self.draft.homeland or self.last_state
        if state is None:
            return None
        person = holding.holder(self.lexicon, f"{state}-{title}", self.day)
        return self.table.person(person.id) if person else None

    def _holder(self, state: str | None, title: str, m: Mention) -> str:
        if (state, title) in self.named:
            return self.named[state, title]
        if state is not None:
            person = holding.holder(self.lexicon, f"{state}-{title}", self.day)
            if person is None and self.day is None:
                person = self._undated(f"{state}-{title}")
            if person is not None:
                return self.table.person(person.id)
        return self._office_alone(m, state, title)

    def _undated(self, office: str) -> Person | None:
        """In an undated report an office is its holder's whom the report names."""
        found = {p.id: p for p, _ in self.lexicon.holders.get(office, ()) if p.id in self.present or p.id in self.draft.actors}
        return next(iter(found.values())) if len(found) == 1 else None

    def _office_alone(self, m: Mention, state: str | None = None, title: str | None = None) -> str:
        return self.table.office(m, state or self._state(m, self.draft.homeland), title or m.title or "official")

    def _body(self, m: Mention) -> None:
        if m.actors:  # from the lexicon
            m.actors = (self.table.body(m.actors[0]),)
            return
        state = self._state(m, self.draft.homeland)
        if state in self.lexicon.states:
            m.actors = (self.table.organ(state, m),)

    def _group(self, m: Mention) -> None:
        """«وزرای خارجه ایران و روسیه», «طرفین»: the pair, each resolved."""
        states = tuple(s for s in m.states if s in self.lexicon.states)
        if "both" in m.states or not states:
            if m.title is None and self.last_pair:
                m.actors = self.last_pair
                return
            told = [a for (_, t), a in self.named.items() if t == m.title]
            past = list(dict.fromkeys(a for t, _, a in self.recent if t == m.title))
            found = tuple(dict.fromkeys(past[-2:] if len(past) > 1 else told[:2]))
            if len(found) < 2:
                states = self._pair_of_states()
                if m.title and states:
                    found = tuple(self._holder(s, m.title, m) for s in states)
            m.actors = found if len(found) > 1 else ()
        else:
            m.actors = tuple(self._holder(s, m.title or "", Mention(m.first, m.last, "title", title=m.title, states=(s,))) for s in states)
        if len(m.actors) > 1:
            self.last_pair = m.actors

    def _pair_of_states(self) -> tuple[str, ...]:
        """The two states of the talk: the two last named so far, else the first two of the report."""
        told: list[str] = []
        for m in self.draft.mentions:
            s = self._state(m, None)
            if s in self.lexicon.states and s not in told:
                told.append(s)
            if len(told) == 2:
                return tuple(told)
        return ()


def surname_mentions(draft: Draft, surnames: dict[str, str], present: set[str]) -> list[Mention]:
    """Later mentions by surname alone: a stranger's («شامپاین» behind «فرانسوا شامپاین»), and one that is also a common word
    («روحانی») where its person stands in the report in full."""
    taken = [False] * (len(draft.view.words) + 1)
    for m in draft.mentions:
        taken[m.first : m.last] = [True] * (m.last - m.first)
    out: dict[int, Mention] = {}
    for h in draft.names:
        if h.value.kind == "surname" and not h.value.sure and h.value.id in present and not any(taken[h.first : h.last]):
            out.setdefault(h.first, Mention(h.first, h.last, "name", actors=(h.value.id,), words=Found(h.first, h.last)))
    for at, key in enumerate(draft.view.keys):
        if key in surnames and not taken[at] and len(key) > 2:
            out.setdefault(at, Mention(at, at + 1, "name", actors=(surnames[key],), words=Found(at, at + 1)))
    return list(out.values())


def resolve(draft: Draft) -> None:
    """Fills `actors` of the draft's mentions and the draft's table of actors; adds a stranger's later surnames."""
    resolver = Resolver(draft)
    resolver.run()
    told = {p for p in resolver.present if p in draft.actors}
    more = [*surname_mentions(draft, resolver.surnames, told), *garbled.surnames(draft, sorted(told))]
    if more:
        draft.mentions = sorted((*draft.mentions, *more), key=lambda m: m.first)
