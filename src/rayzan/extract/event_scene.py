"""When and where an event was, whether it happened: read from its clause."""

from rayzan.extract.draft import Draft, EventDraft
from rayzan.extract.event_party import Ids, words
from rayzan.extract.event_role import Roles
from rayzan.extract.syntax import CLOSE, OPEN
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch

TALKS = ("meeting", "press_conference", "signing")
PAST = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.IMPERFECT)
CONDITIONS = frozenset({"اگر", "صورت", "صورتی", "صورتیکه", "چنانچه"})
THOUGHT = frozenset({"اگر", "نباید", "صورتی", "صورتیکه", "چنانچه", "نتواند", "نتوانند"})
DONE = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
FLAGS = {"planned": ("future",), "denied": ("negated",), "proposed": ("hypothetical",)}  # by status
DATED = ("day", "month", "year", "interval")


class Scene:
    """Reads places, times and status round the triggers of one draft."""

    def __init__(self, draft: Draft, roles: Roles) -> None:
        self.draft, self.roles, self.keys = draft, roles, draft.view.keys
        self.place_from = {h.first: h for h in draft.names if h.value.kind == "place" and h.value.sure}
        self.moving = frozenset(draft.language.keys(w)[0] for w in draft.language.table("event")["words"]["moving"])
        self.inner = {at for m in draft.mentions for at in range(m.first + 1, m.last)}
        self.unreal, self.proposed, self.meant, self.asked, self.cities, self.ahead, self.parts = (
            words(draft.language, name) for name in ("unreal", "proposed", "meant", "asked", "cities", "ahead", "parts")
        )

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

    def where(self, first: int, last: int, parts: bool = False) -> str | None:
        """«در مسکو» in these words; with `parts` also «در شمال سوریه»."""
        for at in range(first, min(last, len(self.keys)) - 1):
            if self.keys[at] == "در" and at not in self.inner:
                place, end = self.place(at + 1 + (self.parts.at(self.keys, at + 1, last) if parts else 0))
                if place is not None and end <= last and not (end < len(self.keys) and self.keys[end] in ("و",)):
                    return place
        return None

    def state_place(self, ids: Ids) -> str | None:
        """The state among the targets: an attack on it is there."""
        for id in ids:
            actor = self.draft.actors.get(id)
            if actor is not None and actor.type == "state":
                return actor.name_en
        return None

    def when(self, start: int, first: int, last: int, s: Stretch) -> str | None:
        """The time told in the event's clause, the nearest before its trigger first; None if its clause tells none."""
        end = min(last + 3, s.last)
        told = [t for t in self.draft.times_in(start, end) if t.first not in self.draft.in_instrument]
        times = [t for t in told if t.value and t.precision in DATED]
        before = [t for t in times if t.first <= first]
        if times:
            return (before or times)[-1 if before else 0].value
        today = any(self.keys[t.first] == "امروز" for t in told)
        return self.draft.published_month if today else None

    def coming(self, first: int, last: int) -> bool:
        """Whether these words tell a day after the report's, or «آینده»."""
        day = self.draft.published.isoformat() if self.draft.published else None
        for t in self.draft.times_in(first, last):
            if t.value and day and t.precision in ("day", "month", "interval", "year") and t.value[: len(day)] > day[: len(t.value)]:
                return True
            if t.value and day and t.precision == "year" and t.value == day[:4] and self.keys[t.first - 1] in ("انتخابات", "سال", "جمهوری"):
                return True  # an election is spoken of by its year before it is held
            if "آینده" in self.keys[t.first : t.last] or "آتی" in self.keys[t.first : t.last]:
                return True
        return False

    def status(self, first: int, s: Stretch, group: Group | None) -> str | None:
        """happened, planned, proposed or denied; None for what is only possible."""
        if group is not None and group.form.negative:
            return None if group.form.tense is Tense.SUBJUNCTIVE else "denied"  # «اگر برگزار نشود» only thinks of it
        before = self._before(first, s)
        if group is None:
            past = any(g.form.person and g.form.tense in PAST for g in self.roles.clauses.verbs_in(first, s.last)[-1:])
            return {"proposed": "proposed", "ahead": "planned", "before": "happened" if past else "planned", "": "happened"}.get(before)
        tense = group.form.tense
        if tense is Tense.FUTURE:
            return None if CONDITIONS & set(self.keys[s.first : first]) else "planned"
        if tense is Tense.SUBJUNCTIVE:
            return self._meant(s.first, first)
        if tense is Tense.PRESENT and group.form.lemma != "داشتن":
            return "planned"
        return None if before == "unreal" and self.keys[first - 1] not in ("برای", "درباره") else "happened"

    def _meant(self, first: int, last: int) -> str | None:
        """What the words before a subjunctive make of it: «قرار است», «قصد دارد» planned, «خواستار شد» proposed; None for «اگر»."""
        near = max(first, last - 24)
        if THOUGHT & set(self.keys[near:last]):
            return None
        for at in range(last - 1, near - 1, -1):
            if self.meant.at(self.keys, at, last):
                return "planned"
            if self.asked.at(self.keys, at, last):
                return "proposed"
        return None

    def _before(self, first: int, s: Stretch) -> str:
        for back in range(1, 4):
            at = first - back
            if at < s.first or self.keys[at] in ("،", "؛", ":", "."):
                break
            for size in (3, 2, 1):
                if at - size + 1 < s.first:
                    continue
                if self.keys[at] == "برای" and size == 1 and back == 1 and not self.moving & set(self.keys[s.first : s.last]):
                    return "unreal"  # «دلایلش برای دیدار با X»; only who travels for a meeting is to hold it
                if self.ahead.at(self.keys, at - size + 1, at + 1) == size and back == 1:
                    return "before" if self.keys[at] == "از" else "ahead"
                if self.proposed.at(self.keys, at - size + 1, at + 1) == size and back <= 2:
                    return "proposed" if self.keys[at] not in ("انجام", "برگزاری") else self._before(at - size + 1, s)
                if self.unreal.at(self.keys, at - size + 1, at + 1) == size and (
                    back == 1 or self.keys[at] in ("هرگونه", "احتمال", "تهدید")
                ):
                    return "unreal"
        return ""


def carry(events: list[EventDraft]) -> None:
    """A meeting on a visit is where the visit is, and the visit is on the meeting's day; talks of the same people share both."""
    _share([e for e in events if e.type in TALKS and e.status == "happened" and "/" not in (e.when or "")])
    visits = [e for e in events if e.type == "visit" and e.status == "happened" and e.where]
    for e in events:
        mine = [v for v in visits if set(v.who) & set(e.who)] if e.type != "summit" else visits
        if len(mine) != 1:
            continue
        visit = mine[0]
        if e.type == "summit" and e.status == "happened" and not e.where and e.when and visit.when and e.when in visit.when:
            e.where = visit.where
        if e.type in ("meeting", "press_conference", "signing") and e.status == "happened" and set(visit.who) & set(e.who):
            if "/" in (e.when or ""):
                continue
            e.where = e.where or visit.where
            if visit.when and "/" not in visit.when:
                e.when = e.when or visit.when
            visit.when = visit.when or e.when


def _share(talks: list[EventDraft]) -> None:
    """A press conference and a signing of two people are where and when their one meeting was, and the other way round."""
    for e in talks:
        kin = [o for o in talks if o is not e and len(o.who) > 1 and set(o.who) == set(e.who)]
        places, days = {o.where for o in kin if o.where}, {o.when for o in kin if o.when}
        if not e.where and len(places) == 1:
            e.where = places.pop()
        if not e.when and len(days) == 1:
            e.when = days.pop()
