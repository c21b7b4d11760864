"""Whom each mention means: names, titles at the report's date, organs, groups; what points back is left to the speaker stage.

Two passes. The first gathers what the report itself settles anywhere in it (a name beside an office, a stranger's
surname), so that a bare office in the lead finds the name given two lines later; the second resolves in order.
"""

from bisect import bisect_left
from datetime import date, timedelta

from rayzan.extract.draft import Draft, Found, Mention
from rayzan.lexicon.lexicon import ENVOYS
from rayzan.resolve import garbled, holding
from rayzan.resolve.pair import Pairs
from rayzan.resolve.register import Register
from rayzan.resolve.seat import Seats
from rayzan.resolve.told import Told

AS_PLACE = ("در", "به", "وقت")  # a capital behind them is where something is: «به وقت تهران»


class Resolver:
    """Resolves the mentions of one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.lexicon, self.keys = draft, draft.lexicon, draft.view.keys
        told = draft.told_day.isoformat() if draft.told_day else None
        self.day = draft.published.isoformat() if draft.published else draft.published_month or told
        self.last_pair: tuple[str, ...] = ()
        self.table = Register(draft, self.day)
        self.told = Told(draft, self.table, self.day)
        self.seats = Seats(draft, self.table, self.told, self.day)
        self.pairs = Pairs(draft, self.seats)

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
                self.told.countries.name(state)
        elif m.kind == "government":
            if m.person:
                self._name(m)
                state = holding.led(self.lexicon, m.actors[0]) if m.actors else None
                if state is not None:  # «دولت بیدگلی»: his state, not he
                    m.actors = (self.table.state(state),)
            else:
                m.actors = (self.table.state(m.states[0]),)
                if m.first == 0 or self.keys[m.first - 1] not in AS_PLACE:
                    self.told.countries.name(m.states[0])
        elif m.kind == "body":
            self._body(m)
        elif m.kind == "outlet":
            m.actors = (self.table.outlet(m.actors[0]),)
        elif m.kind in ("people", "someone"):
            m.actors = (self.table.people(m, self.told.state(m, None)),)
            owner = self.lexicon.bodies.get(m.states[0]) if m.states else None
            state = owner.state if owner is not None and self._tells_state(m) else m.states[0] if m.states else None
            if state in self.lexicon.states and state is not None:
                self.told.countries.name(state)
        elif m.kind == "group":
            self._group(m)

    def _name(self, m: Mention) -> None:
        actor = self.told.person(m)
        if actor is None:
            return
        m.actors = (actor,)
        if m.title and not m.deputy:
            self.seats.remember(m.title, self.told.owner(m, actor), actor, m)
        entry = self.draft.actors[actor]
        if entry.office:
            owner, title, _ = self.lexicon.split(entry.office)
            self.seats.remember(title, owner, actor, m)
        if m.states and m.states[0] not in ("this", "ours", "both", "?"):
            self.told.countries.name(m.states[0])

    def _title(self, m: Mention) -> None:
        """An office without a name: its holder at the date, the one the report names in it, or an actor known by the office alone."""
        if m.predicate:
            return
        if m.title == "head-of-government":
            m.title = self._heading(m)
        if m.deputy or m.former:
            m.actors = (self._of_government(m) or self.seats.past_holder(m) or self._office_alone(m),)
            return
        if m.title == "counterpart":
            if (other := self._counterpart_of(m)) is not None and other.kind != "title":
                m.actors = other.actors if other.kind == "name" else ()
                return
            state = self.told.state(m, None)
            title = self.seats.recent[-1][0] if self.seats.recent else "foreign-minister"
            m.actors = (self._holder(state, title, m),)
            return
        title = m.title or ""
        if m.states and m.states[0] != "both":
            state = self.told.state(m, self.told.countries.last)
            if title in ENVOYS and (host := self._host(m, state)):
                owner = self.draft.homeland if m.states[0] in ("?", "ours") else state
                m.actors = (self._holder(self._sender(m, host) if owner == host else owner, f"{title}-{host}", m),)
            else:
                m.actors = (self._holder(state, title, m),)
                if state in self.lexicon.states and state is not None:
                    self.told.countries.name(state)
            self.seats.remember(title, state, m.actors[0], m)
            return
        actor = self.seats.bare(title, m)
        if actor:
            m.actors = (actor,)
            self.seats.remember(title, None, actor, m)

    def _heading(self, m: Mention) -> str:
        """The office of «رئیس دولت»: that of the prime minister or chancellor whom the state has on the day, else the president's."""
        state = self.told.state(m, self.draft.homeland)
        held = (t for t in ("prime-minister", "chancellor") if holding.holder(self.lexicon, f"{state}-{t}", self.day) is not None)
        return next(held, "president")

    def _of_government(self, m: Mention) -> str | None:
        """«رئیس‌جمهور دولت اصلاحات»: who held the office when that government ended; None where the office has no holder then, or no
        government is told by its name."""
        if m.deputy or self.told.state(m, self.draft.homeland) != "iran":
            return None
        last = self.keys[m.last - 1 : m.last]
        end = next((end for name, end in self.draft.language.table("actor")["governments"].items() if list(self.draft.language.keys(name))[-1:] == last), None)
        if end is None:
            return None
        person = holding.holder(self.lexicon, f"iran-{m.title}", (date.fromisoformat(end) - timedelta(1)).isoformat())
        return self.table.person(person.id) if person is not None else None

    def _counterpart_of(self, m: Mention) -> Mention | None:
        """Who is named right before as a counterpart («X همتای روس او»); the body whose counterpart is another body («بانک مرکزی ژاپن
        نیز مانند همتای چینی»), of nobody's «خود»."""
        at = bisect_left(self.draft.mentions, m.first, key=lambda o: o.first) - 1
        other = self.draft.mentions[at] if at >= 0 else None
        if other is None or self.draft.view.sentence_of[other.first] != self.draft.view.sentence_of[m.first]:
            return None
        if other.kind == "name":
            return other if other.last == m.first else None
        own = self.keys[m.last - 1] in ("خود", "خودش", "وی", "او", "اش")
        return other if other.kind == "body" and not own else None

    def _host(self, m: Mention, sender: str | None) -> str | None:
        """Where an envoy is sent to: as told there, else to the only place that the report tells for an envoy of that state and kind, whom
        it does not name: «سفیر ژاپن … سفیر ژاپن در ایران»."""
        if len(m.states) > 1:
            return m.states[1]
        if (sender, m.title) in self.told.named:
            return None
        hosts = {o.states[1] for o in self.draft.mentions if o.title == m.title and len(o.states) > 1 and self.told.state(o, None) == sender}
        return hosts.pop() if len(hosts) == 1 else None

    def _sender(self, m: Mention, host: str) -> str | None:
        """Who sends an envoy that «این کشور» would have sent to itself: the last other state named before; None where there is none."""
        for other in reversed(self.draft.mentions[: bisect_left(self.draft.mentions, m.first, key=lambda o: o.first)]):
            states = {self.draft.actors[a].state for a in other.actors if a in self.draft.actors} - {None, host}
            if len(states) == 1 and other.kind in ("state", "government", "body"):
                return states.pop()
        return None

    def _holder(self, state: str | None, title: str, m: Mention) -> str:
        return self.seats.holder(state, title, m) or self._office_alone(m, state, title)

    def _office_alone(self, m: Mention, state: str | None = None, title: str | None = None) -> str:
        return self.table.office(m, state or self.told.state(m, self.draft.homeland), title or m.title or "official")

    def _body(self, m: Mention) -> None:
        if m.actors:  # from the lexicon
            m.actors = (self.table.body(m.actors[0]),)
            state = self.draft.actors[m.actors[0]].state
            if state in self.lexicon.states and self._tells_state(m):
                self.told.countries.name(state)
            return
        state = self.told.state(m, self.draft.homeland)
        if state in self.lexicon.states:
            m.actors = (self.table.organ(state, m),)
            if m.states and m.states[0] == state:
                self.told.countries.name(state)  # «وزارت دفاع سوئد … این کشور»

    def _tells_state(self, m: Mention) -> bool:
        """«حزب دموکرات آمریکا»: whether a body's name holds that of its state, which «این کشور» then points to."""
        at = bisect_left(self.draft.names, m.first, key=lambda h: h.first)
        while at < len(self.draft.names) and self.draft.names[at].first < m.last:
            if self.draft.names[at].value.kind in ("state", "adjective") and self.draft.names[at].value.sure:
                return True
            at += 1
        return False

    def _group(self, m: Mention) -> None:
        """«وزرای خارجه ایران و روسیه», «روسای جمهور دو کشور», «طرفین»: the several, each resolved; nobody for «روسای جمهور سابق»."""
        states = tuple(s for s in m.states if s in self.lexicon.states)
        if m.title is None:
            m.actors = self.last_pair or self.pairs.pair(m)
        elif m.former:
            return
        elif "both" in m.states or (not m.states and self.pairs.meant(m)):
            m.actors = self.pairs.pair(m)
        elif len(states) > 1:
            m.actors = tuple(self._holder(s, m.title, Mention(m.first, m.last, "title", title=m.title, states=(s,))) for s in states)
        if len(m.actors) > 1:
            self.last_pair = m.actors


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
