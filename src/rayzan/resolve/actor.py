"""Whom each mention means: names, titles at the report's date, organs, groups; what points back is left to the speaker stage.

Two passes. The first gathers what the report itself settles anywhere in it (a name beside an office, a stranger's
surname), so that a bare office in the lead finds the name given two lines later; the second resolves in order.
"""

from rayzan.extract.draft import Draft, Found, Mention
from rayzan.lexicon.entry import Person
from rayzan.resolve import garbled, holding
from rayzan.resolve.register import Register
from rayzan.resolve.told import Told


class Resolver:
    """Resolves the mentions of one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.lexicon, self.keys = draft, draft.lexicon, draft.view.keys
        told = draft.told_day.isoformat() if draft.told_day else None
        self.day = draft.published.isoformat() if draft.published else draft.published_month or told
        self.last_pair: tuple[str, ...] = ()
        self.recent: list[tuple[str, str | None, str]] = []  # (title, state, person) in order of telling
        self.table = Register(draft, self.day)
        self.told = Told(draft, self.table, self.day)

    def run(self) -> None:
        self.told.gather()
        for m in self.draft.mentions:
            self._one(m)

    def _one(self, m: Mention) -> None:
        """Fills `actors` of one mention."""
        if m.kind == "name":
            self._name(m)
        elif m.kind == "title":
            self._title(m)
        elif m.kind == "state":
            state = self.told.state(m, None)
            if state:
                m.actors = (self.table.state(state),)
                self.told.last_state = state
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
            m.actors = (self.table.people(m, self.told.state(m, None)),)
        elif m.kind == "group":
            self._group(m)

    def _name(self, m: Mention) -> None:
        actor = self.told.person(m)
        if actor is None:
            return
        m.actors = (actor,)
        if m.title and not m.deputy:
            self._remember(m.title, self.told.owner(m, actor), actor)
        entry = self.draft.actors[actor]
        if entry.office:
            owner, title, _ = holding.split(self.lexicon, entry.office)
            self._remember(title, owner, actor)
        if m.states and m.states[0] not in ("this", "ours", "both", "?"):
            self.told.last_state = m.states[0]

    def _remember(self, title: str, state: str | None, actor: str) -> None:
        self.recent.append((title, state, actor))

    # people by office

    def _title(self, m: Mention) -> None:
        """An office without a name: its holder at the date, the one the report names in it, or an actor known by the office alone."""
        if m.deputy or m.former:
            m.actors = (self._past_holder(m) or self._office_alone(m),)
            return
        if m.title == "counterpart":
            state = self.told.state(m, None)
            title = self.recent[-1][0] if self.recent else "foreign-minister"
            m.actors = (self._holder(state, title, m),)
            return
        title = m.title or ""
        if m.states and m.states[0] != "both":
            state = self.told.state(m, self.told.last_state)
            if len(m.states) > 1 and title in ("ambassador", "permanent-representative", "special-envoy"):
                owner = self.draft.homeland if m.states[0] in ("?", "ours") else state
                m.actors = (self._holder(owner, f"{title}-{m.states[1]}", m),)
            else:
                m.actors = (self._holder(state, title, m),)
                if state in self.lexicon.states:
                    self.told.last_state = state
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
        office = f"{self.told.state(m, self.draft.homeland)}-{m.title}"
        now = holding.holder(self.lexicon, office, self.day)
        past = {p.id for p, _ in self.lexicon.holders.get(office, ()) if p.id in self.told.present} - {now.id if now else None}
        return self.table.person(past.pop()) if len(past) == 1 else None

    def _bare(self, title: str) -> str | None:
        """A bare title: the homeland's holder if the report names that person; else who bore it last in the report, else the
        only one the report names in it, else the homeland's holder."""
        home = holding.holder(self.lexicon, f"{self.draft.homeland}-{title}", self.day) if self.draft.homeland else None
        if home is None and self.day is None and self.draft.homeland:
            home = self._undated(f"{self.draft.homeland}-{title}")
        if home is not None and home.id in self.told.present:
            return self.table.person(home.id)
        for past, _, actor in reversed(self.recent):
            if past == title:
                return actor
        told = {a for (_, t), a in self.told.named.items() if t == title}
        if len(told) == 1:
            return next(iter(told))
        entry = self.lexicon.titles.get(title)
        if entry is None or not entry.bare:
            return None
        state = self.draft.homeland or self.told.last_state
        if state is None:
            return None
        person = holding.holder(self.lexicon, f"{state}-{title}", self.day)
        return self.table.person(person.id) if person else None

    def _holder(self, state: str | None, title: str, m: Mention) -> str:
        if (state, title) in self.told.named:
            return self.told.named[state, title]
        if state is not None:
            person = holding.holder(self.lexicon, f"{state}-{title}", self.day)
            if person is None and self.day is None:
                person = self._undated(f"{state}-{title}")
            if person is not None:
                return self.table.person(person.id)
        return self._office_alone(m, state, title)

    def _undated(self, office: str) -> Person | None:
        """In an undated report an office is its holder's whom the report names."""
        found = {p.id: p for p, _ in self.lexicon.holders.get(office, ()) if p.id in self.told.present or p.id in self.draft.actors}
        return next(iter(found.values())) if len(found) == 1 else None

    def _office_alone(self, m: Mention, state: str | None = None, title: str | None = None) -> str:
        return self.table.office(m, state or self.told.state(m, self.draft.homeland), title or m.title or "official")

    def _body(self, m: Mention) -> None:
        if m.actors:  # from the lexicon
            m.actors = (self.table.body(m.actors[0]),)
            return
        state = self.told.state(m, self.draft.homeland)
        if state in self.lexicon.states:
            m.actors = (self.table.organ(state, m),)

    def _group(self, m: Mention) -> None:
        """«وزرای خارجه ایران و روسیه», «طرفین»: the pair, each resolved."""
        states = tuple(s for s in m.states if s in self.lexicon.states)
        if m.states and "both" not in m.states and not states:
            return  # «سخنگویان سه کشور اروپایی»
        if "both" in m.states or not states:
            if m.title is None and self.last_pair:
                m.actors = self.last_pair
                return
            told = [a for (_, t), a in self.told.named.items() if t == m.title]
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
            s = self.told.state(m, None)
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
    told = {p for p in resolver.told.present if p in draft.actors}
    more = [*surname_mentions(draft, resolver.told.surnames, told), *garbled.surnames(draft, sorted(told))]
    if more:
        draft.mentions = sorted((*draft.mentions, *more), key=lambda m: m.first)
    garbled.listed(draft)
