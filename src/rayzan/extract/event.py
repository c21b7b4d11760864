"""Events: what happened between actors outside the talking, one by one, told twice counted once."""

from functools import cache
from typing import NamedTuple

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Draft, EventDraft, Mention
from rayzan.extract.plover import plover
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.lexicon.wordlist import Wordlist
from rayzan.text.segment import Stretch

PARTIES = frozenset({"name", "title", "state", "government", "body", "group", "people", "someone", "pronoun", "back", "self"})
TALKS = frozenset({"meeting", "call", "consultation", "press_conference", "summit"})
REACH = 14


class Triggers(NamedTuple):
    """Event nouns by type, and verbs by noun and lemma."""

    nouns: tuple[tuple[str, Wordlist, frozenset[str]], ...]
    verbs: dict[tuple[str, str], str]
    visits: Wordlist


@cache
def triggers(language: Persian) -> Triggers:
    """The triggers of a language, built once."""
    table = language.table("event")
    nouns = tuple((row["type"], Wordlist(language.variants, row["nouns"]), frozenset(row["light"])) for row in table["event"])
    verbs = {(key.split()[0], key.split()[1]): type for key, type in table["verbs"].items() if " " in key}
    return Triggers(nouns, verbs, Wordlist(language.variants, table["words"]["visit_nouns"]))


class Events:
    """Walks the sentences of a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys = draft, draft.view.keys
        self.clauses = Clauses(draft)
        self.t = triggers(draft.language)
        self.out: list[EventDraft] = []
        self.place_from = {h.first: h for h in draft.names if h.value.kind == "place" and h.value.sure}
        self.furniture = [(s.start, s.end) for s in draft.furniture]

    def run(self) -> list[EventDraft]:
        for s in self.draft.view.sentences:
            for event in self._sentence(s):
                self._add(event, s)
        self._carry()
        return sorted(self.out, key=lambda e: e.first)

    def _sentence(self, s: Stretch) -> list[EventDraft]:
        found: list[EventDraft] = []
        at = s.first
        while at < s.last:
            start = self.draft.view.words[at].start
            if any(a <= start < b for a, b in self.furniture):
                at += 1
                continue
            event = self._visit(at, s) or self._noun(at, s) or self._verb(at, s)
            if event is not None:
                found.append(event)
                at = max(at + 1, event.last if event.first <= at < event.last and event.type != "visit" else at + 1)
            else:
                at += 1
        return found

    # parties

    def _ids(self, m: Mention) -> tuple[str, ...]:
        if m.kind in ("pronoun", "self", "back"):
            speaker = self.draft.speaker_at(m.first)
            if m.kind == "self" and speaker:
                return (speaker,)
            if m.kind in ("pronoun", "back"):
                before = [o for o in self.draft.mentions if o.last <= m.first and o.kind in ("name", "title") and o.actors]
                return before[-1].actors if before else ()
            return ()
        return m.actors

    def _party(self, at: int, last: int) -> tuple[tuple[str, ...], int]:
        """The parties named at a word, joined by «و» and commas, and the word behind them."""
        ids: list[str] = []
        while at < last and (m := self.clauses.mention_from.get(at)) is not None and m.kind in PARTIES:
            ids.extend(i for i in self._ids(m) if i not in ids)
            at = m.last
            if at + 1 < last and self.keys[at] in ("و", "،") and at + 1 in self.clauses.mention_from:
                at += 1
            else:
                break
        return tuple(ids), at

    def _with(self, first: int, last: int) -> tuple[str, ...]:
        """Whom «با» names in these words."""
        for at in range(first, last - 1):
            if self.keys[at] == "با" and at + 1 in self.clauses.mention_from:
                return self._party(at + 1, last)[0]
        return ()

    def _subject(self, s: Stretch, limit: int) -> tuple[str, ...]:
        groups = [g for g in self.clauses.verbs_in(s.first, limit) if g.form.person and g.last < limit]
        start = groups[-1].last if groups and self.keys[groups[-1].last] in ("و", "که", "،", "؛") else s.first
        inner = next((x for x in self.draft.statements if x.first < limit <= x.last and x.first >= start), None)
        if inner is not None:
            start = inner.first
        source = self.clauses.subject(start, limit, plural=True, strict=True) or self.clauses.subject(start, limit, plural=True)
        if source is None or not source.who:
            return ()
        ids = tuple(dict.fromkeys(i for m in source.who for i in self._ids(m)))
        return ids

    # triggers

    def _visit(self, at: int, s: Stretch) -> EventDraft | None:
        """«به مسکو سفر کرد», «در سفر به چین», «سفر X به Y»."""
        size = self.t.visits.at(self.keys, at, s.last)
        if not size or (at > s.first and self.keys[at - 1] in ("روز", "هر") and self.keys[at - 1] == "هر"):
            return None
        behind = at + size
        if behind < s.last and self.keys[behind] in self.clauses.lists.openers._by_first and self.keys[behind] == "امروز":
            behind += 1
        if behind in self.clauses.time_from:
            behind = self.clauses.time_from[behind].last
        who, after = self._party(behind, s.last)
        place = None
        first, last = at, after
        if after < s.last and self.keys[after] == "به":
            place, last = self._place(after + 1)
        elif at > s.first + 1:
            for back in range(at - 1, max(s.first, at - 5), -1):
                if self.keys[back] == "به":
                    place, _ = self._place(back + 1)
                    first = back
                    break
        if place is None:
            return None
        group = next((g for g in self.clauses.verbs_in(at, min(at + 8, s.last))), None)
        finite = group is not None and group.first == at + size and group.form.lemma in ("کردن", "رفتن", "داشتن", "نمودن")
        if finite and group is not None:
            last = group.last
        who = who or self._subject(s, first)
        if not who:
            return None
        status = self._status(group if finite else None)
        return self._made("visit", first, max(last, at + size), s, who, (), status, where=place)

    def _noun(self, at: int, s: Stretch) -> EventDraft | None:
        for type, forms, light in self.t.nouns:
            size = forms.at(self.keys, at, s.last)
            if size:
                return self._talk(type, at, size, s, light) if type in TALKS else self._act(type, at, size, s, light)
        return None

    def _talk(self, type: str, at: int, size: int, s: Stretch, light: frozenset[str]) -> EventDraft | None:
        """A meeting, call or talk: who met whom by «X با Y دیدار کرد», «در دیدار با Y», «دیدار X و Y»."""
        behind = at + size
        group = next((g for g in self.clauses.verbs_in(behind, min(behind + 6, s.last)) if g.form.lemma in light), None)
        if behind < s.last and self.keys[behind] in ("امروز", "خود", "اخیر", "دوجانبه", "مشترک", "روز"):
            behind += 1
        if behind in self.clauses.time_from:
            behind = self.clauses.time_from[behind].last
        owner, after = self._party(behind, s.last)
        partner: tuple[str, ...] = ()
        if after < s.last and self.keys[after] in ("با", "و") and after + 1 in self.clauses.mention_from:
            partner, after = self._party(after + 1, s.last)
        framed = at > s.first and self.keys[at - 1] in ("در", "پس", "جریان", "ضمن", "حاشیه", "طی")
        who: tuple[str, ...]
        if owner and (partner or len(owner) > 1):
            who = _merge(owner, partner)
        elif owner and framed:
            who = _merge(self._subject(s, at - 1) or self._speaker_of(s), owner)
        elif partner:
            who = _merge(self._subject(s, at) or self._speaker_of(s), partner)
        elif group is not None and not framed:
            who = _merge(self._subject(s, at), self._with(max(s.first, at - REACH), at))
        else:
            return None
        if type == "consultation" and not (group is not None or (owner and partner)):
            return None
        if len(who) < 2 and not (type in ("press_conference", "summit") and who):
            return None
        if group is not None and group.first - behind > 4 and not (group.first >= after):
            group = None
        last = group.last if group is not None and group.first <= after + 3 else max(after, at + size)
        first = at
        return self._made(type, first, last, s, who, (), self._status(group), negated=group is not None and group.form.negative)

    def _speaker_of(self, s: Stretch) -> tuple[str, ...]:
        """Who speaks in the sentence: the meeting that frames the talk is the speaker's."""
        for x in self.draft.statements:
            if x.cue and s.first <= x.cue.first < s.last and x.within is None and x.speaker:
                return (x.speaker,)
        return ()

    def _act(self, type: str, at: int, size: int, s: Stretch, light: frozenset[str]) -> EventDraft | None:
        """An attack, sanction or vote: agent behind the noun, target behind «به», «علیه», «توسط» the agent."""
        behind = at + size
        if behind < s.last and self.keys[behind] in ("نظامی", "موشکی", "هوایی", "اخیر", "تروریستی", "جدید", "اقتصادی", "صورت"):
            behind += 1
        agent, after = self._party(behind, s.last)
        target: tuple[str, ...] = ()
        last = after
        for i in range(after, min(after + 10, s.last)):
            if self.keys[i] in ("علیه", "به", "بر") and i + 1 < s.last:
                for j in range(i + 1, min(i + 5, s.last)):
                    if j in self.clauses.mention_from:
                        target, last = self._party(j, s.last)
                        break
                    if self.keys[j] in (".", "،", "از", "در"):
                        break
                break
            if self.keys[i] == "توسط" and not agent:
                agent, last = self._party(i + 1, s.last)
                break
            if i in self.clauses.verb_from or self.keys[i] in (".", "،", "؛"):
                break
        group = next((g for g in self.clauses.verbs_in(behind, min(behind + 8, s.last)) if g.form.lemma in light), None)
        if not agent and group is not None and not group.form.passive:
            agent = self._subject(s, at)
        if type == "vote":
            agent = agent or self._subject(s, at)
            if not agent or (group is None and type == "vote"):
                return None
        elif not agent or (not target and type == "attack"):
            return None
        if any(a in target for a in agent):
            return None
        if group is not None and (group.form.tense is Tense.FUTURE or group.form.negative):
            return None
        place = self._state_place(target) if type == "attack" else None
        return self._made(type, at, max(last, group.last if group and group.first <= last + 3 else 0, at + size), s, agent, target, "happened", where=place)

    def _verb(self, at: int, s: Stretch) -> EventDraft | None:
        """Verbs that are events: signing, appointing, ordering, releasing."""
        g = self.clauses.verb_from.get(at)
        if g is None or at <= s.first:
            return None
        noun = self.keys[at - 1]
        kind = self.t.verbs.get((noun, g.form.lemma))
        if kind is None or g.form.negative or g.form.tense in (Tense.SUBJUNCTIVE, Tense.PRESENT, Tense.PARTICIPLE, Tense.IMPERFECT) and not g.form.passive:
            return None
        type, _, mode = kind.partition(":")
        if noun == "یاد" and "سوگند" not in self.keys[at - 3 : at]:
            return None
        if noun in ("دستور",):
            return None
        start = self._clause_start(s, at)
        whom: tuple[str, ...] = ()
        passive = g.form.passive or g.form.lemma in ("شدن", "رسیدن")
        subject = self._subject(s, at - 1)
        objects = self._objects(start, at - 1)
        if type == "signing":
            if not self._instrument_near(start, g.last):
                return None
            who = subject if not passive else self._signers(s, start, at)
        elif passive:
            who, whom = ((), subject) if type in ("appointment", "other", "attack") else (subject, ())
            if type == "appointment" or mode in ("resign",):
                who, whom = subject, ()
        else:
            who, whom = subject, objects
        who = tuple(w for w in who if w not in whom)
        if not who and not whom:
            return None
        if type in ("mandate", "sanction", "attack") and not whom:
            return None
        if type == "vote" and self.draft.actors.get(who[0] if who else "", None) is not None and self.draft.actors[who[0]].type == "person":
            return None
        return self._made(type, max(start, s.first), g.last, s, who, whom, self._status(g), mode=mode or None)

    def _clause_start(self, s: Stretch, at: int) -> int:
        groups = [g for g in self.clauses.verbs_in(s.first, at - 1) if g.form.person]
        start = groups[-1].last if groups else s.first
        for colon in range(at - 1, start, -1):
            if self.keys[colon] in (":", "؛"):
                return colon + 1
        return start + (start < at and self.keys[start] in ("و", "،", "که"))

    def _objects(self, first: int, last: int) -> tuple[str, ...]:
        """Who stands as direct object: the parties before «را»."""
        for at in range(last, first, -1):
            if self.keys[at - 1] == "را":
                found = [m for m in self.clauses.mentions(first, at - 1) if m.last == at - 1 and m.kind in PARTIES]
                return tuple(dict.fromkeys(i for m in found for i in self._ids(m)))
        return ()

    def _instrument_near(self, first: int, last: int) -> bool:
        return any(first - 2 <= m.first < last for i in self.draft.instruments for m in i.mentions)

    def _signers(self, s: Stretch, start: int, at: int) -> tuple[str, ...]:
        """«در پایان دیدار دو وزیر، سند … به امضا رسید»: the two of the clause; else the parties of the instrument."""
        for m in self.clauses.mentions(s.first, at):
            if m.kind == "group" and len(m.actors) > 1:
                return m.actors
        for i in self.draft.instruments:
            if any(start - 2 <= m.first < at for m in i.mentions) and i.parties:
                return i.parties
        return tuple(dict.fromkeys(a for m in self.clauses.mentions(start, at) if m.kind in ("state", "body") for a in m.actors))[:2]

    # place, time, status

    def _place(self, at: int) -> tuple[str | None, int]:
        hit = self.place_from.get(at)
        if hit is not None:
            return self.draft.lexicon.place(hit.value.id)[0], hit.last
        m = self.clauses.mention_from.get(at)
        if m is not None and m.kind in ("state", "government") and m.actors:
            return self.draft.actors[m.actors[0]].name_en, m.last
        return None, at

    def _state_place(self, target: tuple[str, ...]) -> str | None:
        actor = self.draft.actors.get(target[0]) if target else None
        return actor.name_en if actor is not None and actor.type == "state" else None

    def _where(self, first: int, last: int) -> str | None:
        """«در مسکو» in these words."""
        for at in range(first, last - 1):
            if self.keys[at] == "در":
                place, end = self._place(at + 1)
                m = self.clauses.mention_from.get(at + 1)
                if place is not None and end <= last and (at + 1 in self.place_from or (m is not None and m.kind == "state" and (end >= len(self.keys) or self.keys[end] not in ("و",)))):
                    return place
        return None

    @staticmethod
    def _status(group: Group | None) -> str:
        if group is None:
            return "happened"
        if group.form.tense is Tense.FUTURE:
            return "planned"
        if group.form.tense in (Tense.SUBJUNCTIVE, Tense.PRESENT) and group.form.lemma != "داشتن":
            return "planned"
        return "happened"

    def _when(self, first: int, last: int, s: Stretch, type: str) -> str | None:
        groups = self.clauses.verbs_in(s.first, first)
        done = [g.last for g in groups if g.form.person and g.last <= first]
        low = max([s.first, *done[-1:]])
        times = [t for t in self.draft.times_in(low, min(last + 2, s.last))]
        for t in reversed(times):
            if t.value and t.precision in ("day", "interval", "month", "year"):
                return t.value
        return None

    def _made(self, type: str, first: int, last: int, s: Stretch, who: tuple[str, ...], whom: tuple[str, ...], status: str, where: str | None = None, mode: str | None = None, negated: bool = False) -> EventDraft:  # noqa: E501
        if negated:
            status = "denied"
        flags = {"planned": ("future",), "denied": ("negated",)}.get(status, ())
        when = self._when(first, last, s, type)
        where = where or self._where(max(s.first, first - REACH), min(last + 4, s.last))
        return EventDraft(type, first, last, f"{type}:{self.keys[first]}", who, whom, when, where, status, flags, mode=mode)

    # once

    def _add(self, event: EventDraft, s: Stretch) -> None:
        """An event told again joins the first telling and fills what it lacks."""
        for known in self.out:
            if known.type != event.type or known.status != event.status:
                continue
            same = set(known.who) | set(known.whom), set(event.who) | set(event.whom)
            clash = known.when and event.when and known.when != event.when and "/" not in known.when + event.when
            if same[0] and same[1] and (same[0] <= same[1] or same[1] <= same[0]) and not clash:
                if "/" in (event.when or "") and "/" not in (known.when or "") and known.when:
                    continue
                if len(event.who) > len(known.who):
                    known.who, known.whom = event.who, event.whom
                known.when = known.when or event.when
                known.where = known.where or event.where
                return
        self.out.append(event)

    def _carry(self) -> None:
        """A meeting on a visit is where and when the visit is; talks of the report's day take its date where they open the report."""
        visits = [e for e in self.out if e.type == "visit" and e.status == "happened" and e.where]
        if len(visits) == 1:
            for e in self.out:
                if e.type in ("meeting", "press_conference", "signing") and e.status == "happened" and "/" not in (e.when or ""):
                    shared = set(visits[0].who) & set(e.who)
                    if shared:
                        e.where = e.where or visits[0].where
                        e.when = e.when or visits[0].when
            partner = next((e for e in self.out if e.type == "meeting" and set(visits[0].who) & set(e.who) and e.when and "/" not in e.when), None)
            if partner is not None:
                visits[0].when = visits[0].when or partner.when


def _merge(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def find(draft: Draft) -> None:
    """Fills `draft.events`."""
    draft.events = Events(draft).run()
    for event in draft.events:
        event.claimed_by = draft.speaker_at(event.first)
        event.plover = plover(event)
