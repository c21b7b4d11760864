"""When and where an event was, whether it happened: read from its clause."""

from datetime import date, timedelta

from rayzan.extract.almanac import Times
from rayzan.extract.draft import Draft, TimeDraft
from rayzan.extract.event_party import Ids, words
from rayzan.extract.event_role import Roles
from rayzan.extract.syntax import CLOSE, OPEN
from rayzan.extract.time import grammar
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch

PAST = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.IMPERFECT)
CONDITIONS = frozenset({"اگر", "صورت", "صورتی", "صورتیکه", "چنانچه"})
THOUGHT = frozenset({"اگر", "نباید", "صورتی", "صورتیکه", "چنانچه", "نتواند", "نتوانند"})
DONE = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
FLAGS = {"planned": ("future",), "denied": ("negated",), "proposed": ("hypothetical",)}  # by status
UNDATED = frozenset({"روز", "ماه", "سال", "هفته", "شب", "صبح", "عصر", "ظهر", "همان", "اوایل", "اواخر", "اواسط", "پایان", "آغاز", "ابتدای", "بامداد", "و"})  # nouns of time
PALACES = frozenset({"کاخ", "کاخسفید", "کرملین", "الیزه"})
SERVING = ("officials", "princes", "ministers", "leaders", "generals", "lawmakers", "judges")  # of a state, at home
OFFICES = ("دفتر", "سفارت", "سفیر", "سفرا", "نمایندگی", "نماینده", "کنسولگری", "سرکنسول")  # whose place «در» behind them tells
WEEK = 20  # words from a weekday to the verb that may say it is past
DATED = ("day", "month", "year", "interval")


class Scene:
    """Reads places, times and status round the triggers of one draft."""

    def __init__(self, draft: Draft, roles: Roles) -> None:
        self.draft, self.roles, self.keys = draft, roles, draft.view.keys
        self.clock = Times(draft, grammar(draft.language).tables)
        self.place_from = {h.first: h for h in draft.names if h.value.kind == "place" and h.value.sure}
        self.moving = frozenset(draft.language.keys(w)[0] for w in draft.language.table("event")["words"]["moving"])
        self.abroad = {k for w in draft.language.table("event")["words"]["abroad"] for k in draft.language.keys(w)[:1]}
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

    def where(self, first: int, last: int, parts: bool = False, seats: bool = False) -> str | None:
        """«در مسکو» in these words; with `parts` also «در شمال سوریه», with `seats` also «در وزارت خارجه سوئد»: the capital."""
        for at in range(first, min(last, len(self.keys)) - 1):
            if self.keys[at] == "در" and at not in self.inner and not self._office(at):
                place, end = self.place(at + 1 + (self.parts.at(self.keys, at + 1, last) if parts else 0))
                place, end = (place, end) if place else self._palace(at + 1, seats)
                listed = end < len(self.keys) and (self.keys[end] == "و" or self.keys[end] == "،" and self.place(end + 1)[0] is not None)
                if place is not None and end <= last and not listed:
                    return place
        return None

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

    def when(self, start: int, first: int, last: int, s: Stretch, planned: bool = False) -> str | None:
        """The time told in the event's clause, the nearest before its trigger first; `planned`: it is to come. None if its clause tells none."""
        end = min(last + 3, s.last)
        told = [t for t in self.draft.times_in(start, end) if t.first not in self.draft.in_instrument and not self._owned(t, first)]
        told = [t for t in told if "تا" not in self.keys[max(0, t.first - 2) : t.first + 1] or t.precision == "interval"]  # «تا پایان سال» is a limit
        if not told and start > s.first and self.keys[start] in ("و", "،"):
            told = self._framing(start, s)
        times = [t for t in told if t.value and t.precision in DATED]
        before = [t for t in times if t.first <= first]
        if times:
            return self._coming_week((before or times)[-1 if before else 0], planned)
        today = any(self.keys[t.first] == "امروز" for t in told)
        return self.draft.published_month if today else None

    def _coming_week(self, t: TimeDraft, planned: bool) -> str | None:
        """The value of a time; of a bare weekday of what is planned the day to come: «دوشنبه به ورشو سفر خواهد کرد»."""
        today = self.draft.published
        at = t.first + (self.keys[t.first] == "روز")
        bare, behind = self.clock.weekday_at(at)
        past = any(g.form.tense in DONE for g in self.draft.verbs_in(t.last, min(t.last + WEEK, len(self.keys)))[:1])
        if not planned or past or t.precision != "day" or today is None or t.value is None or bare < 0 or behind < t.last:
            return t.value
        day = date.fromisoformat(t.value)
        return (day + timedelta(days=7)).isoformat() if day < today <= day + timedelta(days=7) else t.value

    def _owned(self, t: TimeDraft, first: int) -> bool:
        """«به خاطر نقش او در کودتای ۱۹۸۹», «توافق سال ۲۰۱۵»: a year or month that dates the noun before it, not what the clause tells."""
        if t.precision not in ("year", "month") or t.first <= first or t.first - 1 in self.roles.verb_ends or t.first - 1 in self.inner:
            return False
        before = self.keys[t.first - 1]
        if not before[0].isalpha() or before in UNDATED or self.roles.clauses.preposition(t.first - 1, t.first) or t.first in self.roles.ending:
            return False
        return bool(self.roles.clauses.preposition(t.first - 2, t.first - 1)) and t.first - 1 > first

    def _framing(self, start: int, s: Stretch) -> list[TimeDraft]:
        """The time at the sentence's head, over a clause that «و» joins: «در ماه مه، X از پیمان خارج شد و Y را تحریم کرد»."""
        verbs = [g for g in self.roles.clauses.verbs_in(s.first, start) if g.form.person]
        that = next((i for i in range(s.first, start) if self.keys[i] == "که"), start)
        if len(verbs) == 1 and self.keys[start] == "،" and that < verbs[0].first:  # «X روز دوشنبه طرحی را که … است، تصویب کرد»
            return self.draft.times_in(s.first, that)[-1:]
        if len(verbs) != 1 or verbs[0].last != start or "که" in self.keys[s.first : start]:
            return []
        head = self.roles.clauses.head(s.first, start)
        return [t for t in self.draft.times_in(s.first, verbs[0].first) if t.first <= s.first + 1 or t.last <= head]

    def coming(self, first: int, last: int) -> bool:
        """Whether these words tell a day after the report's, or «آینده»."""
        day = self.draft.published.isoformat() if self.draft.published else None
        for t in self.draft.times_in(first, last):
            if t.value and day and t.precision in ("day", "month", "interval", "year") and t.value[: len(day)] > day[: len(t.value)]:
                return True
            if t.value and day and t.precision == "year" and t.value == day[:4] and self.keys[t.first - 1] in ("انتخابات", "سال", "جمهوری"):
                return True  # an election is spoken of by its year before it is held
            if "فردا" in self.keys[t.first : t.last] or "آینده" in self.keys[t.first : t.last] or "آتی" in self.keys[t.first : t.last]:
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
            if self.meant.at(self.keys, at, last) and (at < last - 1 or self.keys[at] != "قرار"):  # «… را مورد بررسی قرار دهند»
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
