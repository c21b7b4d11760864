"""Where an instrument stands: the states a report asserts of it, by nouns before and verbs behind its name."""

from functools import cache
from typing import NamedTuple

from rayzan.extract.draft import Draft, Found, InstrumentDraft, StateDraft
from rayzan.extract.standing_round import agreed_on, told_round
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.lexicon.wordlist import Wordlist
from rayzan.text.segment import Stretch

REACH = 26  # words between a name and the verb that tells its state
COMING = ("signed", "initialled", "ratified", "in_force", "terminated", "replaced")  # steps whose present tells what is to come
LATER = frozenset({"ratified", "signed", "agreed", "in_force"})  # what is to be done yet is only proposed


class Cues(NamedTuple):
    """State nouns before a name, (noun, lemma) → state behind it, and words that make a noun unreal, asked or charged."""

    nouns: tuple[tuple[str, Wordlist], ...]
    verbs: dict[tuple[str, str], str]
    by_word: tuple[tuple[Wordlist, dict[tuple[str, str], str]], ...]
    unreal: frozenset[str]
    kept: frozenset[str]
    settled: frozenset[str]
    asked: frozenset[str]
    charged: frozenset[str]
    of: frozenset[str]


@cache
def cues(language: Persian) -> Cues:
    """The state cues of a language, built once."""
    table = language.table("instrument")
    lists = table["words"]
    nouns = tuple((state, Wordlist(language.variants, forms)) for state, forms in table["nouns"].items())
    by_word = tuple((Wordlist(language.variants, (word,)), _verbs(language, states)) for word, states in table["by_word"].items())
    return Cues(
        nouns, _verbs(language, table["verbs"]), by_word, *(frozenset(language.keys(w)[0] for w in lists[n]) for n in ("unreal", "kept", "settled", "asked", "charged", "of"))
    )


def _verbs(language: Persian, states: dict[str, list[str]]) -> dict[tuple[str, str], str]:
    """Noun and lemma of each verb form, with the state that it tells."""
    verbs: dict[tuple[str, str], str] = {}
    for state, forms in states.items():
        for form in forms:
            *_, noun, verb = language.keys(form)
            found = language.verbs.form(verb)
            if found is not None:
                verbs.setdefault((noun, found.lemma), state)
    return verbs


class Standings:
    """Reads the states of one draft's instruments."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys, self.c = draft, draft.view.keys, cues(draft.language)

    def run(self) -> None:
        for instrument in self.draft.instruments:
            told: set[tuple[str, int]] = set()
            for mention in instrument.mentions:
                s = self.draft.view.sentences[self.draft.view.sentence_of[mention.first]]
                for state in (*self._before(mention, s), *self._behind(mention, s), *told_round(self.draft, mention, s)):
                    words = {(state.state, at) for at in range(state.first, state.last)}
                    if told.isdisjoint(words):  # the same state of overlapping words is told once
                        told |= words
                        state.when = self._when(state, s)
                        state.claimed_by = self.draft.speaker_at(state.first)
                        instrument.states.append(state)
            if (offered := self._offered(instrument)) is not None and "proposed" not in {o.state for o in instrument.states}:
                instrument.states.append(offered)
            if instrument.kind == "agreement" and not instrument.states and (on := agreed_on(self.draft, instrument)) is not None:
                on.when = self._when(on, self.draft.view.sentences[self.draft.view.sentence_of[on.first]])
                on.claimed_by = self.draft.speaker_at(on.first)
                instrument.states.append(on)
            instrument.states.sort(key=lambda o: (o.first, o.last))

    def _offered(self, instrument: InstrumentDraft) -> StateDraft | None:
        """«نمایندگان پیشنهاد دادند که …», then «این پیشنهاد»: the clause that proposes it."""
        back = next((m for m in instrument.mentions if m.last - m.first == 2 and self.keys[m.last - 1].startswith("پیشنهاد")), None)
        if back is None:
            return None
        for g in reversed(self.draft.verbs_in(max(0, back.first - 160), back.first)):
            if self.keys[g.first - 1] == "پیشنهاد" and g.form.lemma in ("کردن", "دادن") and g.form.person and not g.form.negative:
                s = self.draft.view.sentences[self.draft.view.sentence_of[g.first]]
                last = s.last
                while last > g.last and not self.keys[last - 1][0].isalnum():
                    last -= 1
                state = StateDraft("proposed", g.first - 1, max(last, g.last))
                state.when, state.claimed_by = self._when(state, s), self.draft.speaker_at(g.first)
                return state
        return None

    def _when(self, state: StateDraft, s: Stretch) -> str | None:
        """The time told in the state's own clause, outside names of instruments."""
        start = s.first
        for g in self.draft.verbs_in(s.first, state.first):
            if g.form.person and g.last <= state.first:
                start = g.last
        for t in self.draft.times_in(start, min(s.last, state.last + 3)):
            if t.first in self.draft.in_instrument:
                continue
            if self.keys[t.first] == "امروز" and t.value is None:
                return self.draft.published_month
            if t.value and t.precision in ("day", "month", "year") and "/" not in t.value:
                return t.value
        return None

    def _before(self, m: Found, s: Stretch) -> list[StateDraft]:
        """«اجرایی شدن معاهده», «امضا و اجرایی شدن معاهده», «فعال کردن مکانیسم»."""
        out: list[StateDraft] = []
        at, wrapped = m.first, self.keys[m.first - 1] in ("«", '"', "این") and m.first - 1 > s.first
        at -= wrapped
        while at > s.first:
            found = next(((state, size) for state, forms in self.c.nouns if (size := forms.ending(self.keys, at, s.first))), None)
            if found is None:
                break
            state, size = found
            at -= size
            if self._asserted(state, at, m, s):
                coming = state in COMING and "آینده" in self.keys[m.last : min(m.last + 6, s.last)]
                out.append(StateDraft(state, at, m.last, flags=("future",) if coming else ()))
            if self.keys[at - 1] != "و" or at - 1 <= s.first:
                break
            at -= 1
        return out

    def _asserted(self, state: str, at: int, m: Found, s: Stretch) -> bool:
        """A mandate and a proposal need their word, «متعهد به» its verb; a noun after «برای», «خواستار», «عدم» asserts nothing."""
        sentence = set(self.keys[s.first : s.last])
        if {"؟", "اگر", "صورتی"} & sentence:
            return False
        if state == "mandated":
            return bool(self.c.charged & sentence)
        if state == "proposed":
            return bool(self.c.asked & sentence)
        if state == "in_force" and self.keys[m.first - 1] == "به":
            behind = next(iter(self.draft.verbs_in(m.last, m.last + 2)), None)
            return behind is not None and behind.form.lemma == "بودن" and not behind.form.negative
        near = self.keys[max(s.first, at - 2) : at]
        if "تنها" in self.keys[max(s.first, at - 3) : at] or state == "ratified" and self.keys[m.first] in ("این", "همین"):
            return False  # «تنها پس از امضای …», «ظرف سه ماه از تصویب این قانون»
        if self.c.kept & set(self.keys[m.last : min(m.last + 6, s.last)]):
            return False  # «از تصویب این طرح خودداری کنند»
        if state == "ratified" and near[-1:] and near[-1] not in self.c.settled:
            return False  # bare «تصویب …» is more often wished or feared than told
        told = near[-1:] and near[-1] in self.c.settled
        behind = next((g for g in self.draft.verbs_in(m.last, s.last) if g.form.person), None)
        if state in COMING and (not told or near[-1] == ":") and behind is not None and behind.form.tense in (Tense.FUTURE, Tense.SUBJUNCTIVE):
            return False  # «لغو این قانون موجب … خواهد شد»
        return not (self.c.unreal & set(near)) or state == "implementing" and near[-1:] == ["موضوع"]

    def _behind(self, m: Found, s: Stretch) -> list[StateDraft]:
        """«معاهده … امضا شد», «سند … را امضا کردند», «توافق … ملغی شد»."""
        for g in self.draft.verbs_in(m.last, min(s.last, m.last + REACH)):
            ending = g.form.tense is Tense.PARTICIPLE and self.keys[g.last : g.last + 1] in (["و"], ["،"], ["."])
            if not g.form.person and not ending:
                continue
            state = self._state(m, g)
            if state is not None and self._its(m, g):
                told = self._told(state, m, g, s)
                return [told] if told is not None else []
            if g.form.lemma == "پذیرفتن" and g.form.tense is Tense.SUBJUNCTIVE and self.c.asked & set(self.keys[s.first : m.first]):
                return [StateDraft("proposed", m.first, g.last)]
            if not g.form.person:
                continue
            relative = self.keys[m.last : m.last + 1] == ["که"]
            if not relative and not (g.form.negative and g.last < s.last and self.keys[g.last] == "اما"):
                break
        return []

    def _state(self, m: Found, g: Group) -> str | None:
        """The state that a verb tells of what is so called: by its noun, «امضا شد», or «به امضای X رسید»."""
        for called, verbs in self.c.by_word:
            if (self.keys[g.first - 1], g.form.lemma) in verbs and any(called.at(self.keys, at, m.last) for at in range(m.first, m.last)):
                return verbs[self.keys[g.first - 1], g.form.lemma]
        if g.form.lemma == "بستن" and self.keys[m.first].startswith(("قرارداد", "پیمان")):
            return "signed"  # «قراردادی بسته شد»
        if g.form.lemma in ("رسیدن", "رساندن"):
            for at in range(m.last + 1, g.first):
                if self.keys[at - 1] == "به" and self.keys[at] in ("امضای", "تصویب"):
                    return self.c.verbs.get((self.keys[at].removesuffix("ی") if self.keys[at] == "امضای" else self.keys[at], g.form.lemma))
        return self.c.verbs.get((self.keys[g.first - 1], g.form.lemma))

    def _its(self, m: Found, g: Group) -> bool:
        """The verb is the name's own: no comma or «که» of another clause between them unless the clause opens with «که»."""
        between, before = self.keys[m.last : g.first - 1], self.keys[m.first - 1]
        if self.c.of & set(self.keys[max(0, m.first - 2) : m.first]) and between[:1] not in (["را"], ["که"]):
            return False  # «نقض آتش‌بس آغاز شد»
        if between[:1] in ([")"], ["،"]) or before in ("اساس", "طبق", "براساس", "ذیل"):
            return False
        marked = m.last + between.index("را") if "را" in between else -1
        if any(i in self.draft.in_instrument for i in range(m.last, marked)):
            return False  # «به واسطه قانون X قطعنامه‌ای را تصویب کرد»: another is the object
        if "که" in between[1:] or "،" in between[2:] and "را" not in between[:2]:
            return False
        if self.keys[g.first - 1] == "استفاده":
            return before == "از"
        if g.form.lemma == "یافتن" and self.keys[g.first - 1] == "دست":
            return before == "به" and len(between) < 4
        earlier = self.keys[max(0, m.first - 12) : m.first]
        told = any(h.form.person for h in self.draft.verbs_in(max(0, m.first - 12), m.first))
        if marked < 0 and not told and "را" in earlier and not {".", "،", ":", "که"} & set(earlier[earlier.index("را") :]):
            return False  # «لایحه‌ای را برای خروج از X ارائه داد»
        active = g.form.lemma in ("کردن", "دادن", "رساندن", "گذاشتن") and not g.form.passive
        indefinite = self.keys[m.last - 1][-1] == "ی"  # «قطعنامه‌ای مبنی بر … تصویب کردند»
        if active and self.keys[g.first - 1] != "امضا" and len(between) > 1 and "را" not in between and not indefinite:
            return False
        if before in ("به", "از", "در", "با") and "را" in between[:4] and self.keys[m.first - 2] not in ("موسوم", "معروف", "مشهور"):
            return False  # «تعهدات مربوط به X را به تعلیق درآورد»
        return not (active and before in ("از", "در", "با", "درباره", "برای"))

    def _awaited(self, first: int, last: int) -> bool:
        """«قرار است توافق …», «انتظار می‌رود توافق …»; not what somebody expects of somebody."""
        told = self.keys[first:last]
        return "قرار" in told or any(key == "انتظار" and self.keys[first + i + 1] == "میرود" for i, key in enumerate(told))

    def _told(self, state: str, m: Found, g: Group, s: Stretch) -> StateDraft | None:
        """The state with tense and negation: a negated one is none, what must be done yet is proposed, the future is flagged."""
        thought = {"اگر", "صورتی", "چنانچه", "؟"} & set(self.keys[s.first : s.last])
        if g.form.negative or thought or g.form.tense is Tense.IMPERFECT:
            return None
        if g.form.tense in (Tense.SUBJUNCTIVE, Tense.FUTURE):
            if g.form.tense is Tense.SUBJUNCTIVE and self._awaited(s.first, m.first):
                return StateDraft(state, m.first, g.last, flags=("future",))  # «قرار است توافق فردا امضا شود»
            due = "باید" in self.keys[s.first : g.first] or g.form.tense is Tense.FUTURE
            if state in LATER and due:
                return StateDraft("proposed", m.first, g.last, flags=("future",))
            return StateDraft(state, m.first, g.last, flags=("future",)) if g.form.tense is Tense.FUTURE else None
        flags = ("future",) if g.form.tense is Tense.PRESENT and state in COMING and g.form.lemma != "بودن" else ()
        return StateDraft(state, m.first, g.last, flags=flags)


def find(draft: Draft) -> None:
    """Fills the states of the draft's instruments, in order."""
    Standings(draft).run()
