"""When and where an event was, whether it happened: read from its clause."""

from datetime import date, timedelta

from rayzan.extract.almanac import Times
from rayzan.extract.draft import Draft, TimeDraft
from rayzan.extract.event_party import words
from rayzan.extract.event_place import Places
from rayzan.extract.event_role import Roles
from rayzan.extract.time import grammar
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch

PAST = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.IMPERFECT)
CONDITIONS = frozenset({"اگر", "صورت", "صورتی", "صورتیکه", "چنانچه"})
THOUGHT = frozenset({"اگر", "نباید", "صورتی", "صورتیکه", "چنانچه", "نتواند", "نتوانند"})
DONE = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
FLAGS = {"planned": ("future",), "denied": ("negated",), "proposed": ("hypothetical",)}  # by status
UNDATED = frozenset({"روز", "ماه", "سال", "هفته", "شب", "صبح", "عصر", "ظهر", "همان", "اوایل", "اواخر", "اواسط", "پایان", "آغاز", "ابتدای", "بامداد", "و"})  # nouns of time
ENACTED = frozenset({"مصوب", "مصوبه", "قطعنامه", "انتخابات", "قانون"})  # a year behind them dates them
WEEK = 20  # words from a weekday to the verb that may say it is past
DATED = ("day", "month", "year", "interval")


class Scene(Places):
    """Reads places, times and status round the triggers of one draft."""

    def __init__(self, draft: Draft, roles: Roles) -> None:
        super().__init__(draft, roles)
        self.clock = Times(draft, grammar(draft.language).tables)
        self.moving = frozenset(draft.language.keys(w)[0] for w in draft.language.table("event")["words"]["moving"])
        self.unreal, self.proposed, self.meant, self.asked, self.ahead = (
            words(draft.language, name) for name in ("unreal", "proposed", "meant", "asked", "ahead")
        )

    def when(self, start: int, first: int, last: int, s: Stretch, planned: bool = False) -> str | None:
        """The time told in the event's clause, the nearest before its trigger first; `planned`: it is to come. None if its clause tells none."""
        end = min(last + 3, s.last)
        end = max((end, *(t.last for t in self.draft.times_in(last, s.last) if t.first <= last + self._onward(last))))
        told = [t for t in self.draft.times_in(start, end) if t.first not in self.draft.in_instrument and not self._owned(t, first)]
        told = [t for t in told if t.first < last or self.keys[t.first - 1] != "از"]  # «بازداشت X از صبح جمعه شایعه‌ها …»
        told = [t for t in told if "تا" not in self.keys[max(0, t.first - 2) : t.first + 1] or t.precision == "interval"]  # «تا پایان سال» is a limit
        if not told and start > s.first and self.keys[start] in ("و", "،"):
            told = self._framing(start, s)
        times = [t for t in told if t.value and t.precision in DATED]
        before = [t for t in times if t.first <= first]
        if times:
            return self._coming_week((before or times)[-1 if before else 0], planned)
        today = any(self.keys[t.first] == "امروز" for t in told)
        return self.draft.published_month if today else None

    def _onward(self, last: int) -> int:
        """How many words behind an event its time may begin: «سفر X به ورشو در روز دوم ماه مه»."""
        return 2 if self.keys[last : last + 1] == ["در"] else 1

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
        """«به خاطر نقش او در کودتای ۱۹۸۹», «توافق سال ۲۰۱۵», «قانون مصوب ۲۰۰۲»: a year or month that dates the noun before it, not what the
        clause tells."""
        if t.precision == "year" and self.keys[t.first - 1] in ENACTED:
            return True
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
        if self.keys[start] == "و" and not self._own_head(start + 1, s):  # «X روز دوشنبه به ورشو رفت و با Y دیدار کرد»
            return self.draft.times_in(s.first, verbs[0].first)[-1:]
        head = self.roles.clauses.head(s.first, start)
        return [t for t in self.draft.times_in(s.first, verbs[0].first) if t.first <= s.first + 1 or t.last <= head]

    def _own_head(self, first: int, s: Stretch) -> bool:
        """Whether a clause that «و» joins has a head of its own: a mention, or a noun that no preposition governs."""
        return first >= s.last or first in self.roles.at or not self.roles.clauses.preposition(first, s.last)

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
