"""Where an instrument stands: the states a report asserts of it, by nouns before and verbs behind its name."""

from functools import cache

from rayzan.extract.draft import Draft, Found, InstrumentDraft, StateDraft
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.lexicon.wordlist import Wordlist

REACH = 22  # words between a name and the verb that tells its state
ALTERNATES = {"کرد": "کردن", "شد": "شدن", "رسید": "رسیدن", "داد": "دادن", "یافت": "یافتن", "درآمد": "درآمدن", "رساند": "رساندن"}


@cache
def nouns(language: Persian) -> list[tuple[str, Wordlist]]:
    """State nouns that stand right before a name."""
    return [(state, Wordlist(language.variants, forms)) for state, forms in language.table("instrument")["nouns"].items()]


@cache
def verbs(language: Persian) -> dict[tuple[str, str], str]:
    """(noun, verb lemma) → state."""
    out: dict[tuple[str, str], str] = {}
    for state, forms in language.table("instrument")["verbs"].items():
        for form in forms:
            words = language.keys(form)
            if len(words) < 2:
                continue
            found = language.verbs.form(words[-1])
            if found is not None:
                out.setdefault((words[-2], found.lemma), state)
    return out


def find(draft: Draft) -> None:
    """Fills the states of the draft's instruments, in order."""
    for instrument in draft.instruments:
        for mention in instrument.mentions:
            before = _before(draft, mention)
            if before is not None:
                _add(draft, instrument, before)
            behind = _behind(draft, mention)
            if behind is not None:
                _add(draft, instrument, behind)
        for state in instrument.states:
            state.claimed_by = draft.speaker_at(state.first)


def _add(draft: Draft, instrument: InstrumentDraft, state: StateDraft) -> None:
    """One state for one place: the same state of overlapping words is told once."""
    if not any(s.state == state.state and s.first < state.last and state.first < s.last for s in instrument.states):
        times = draft.times_in(*_clause(draft, state.first, state.last))
        state.when = next((t.value for t in times if t.precision in ("day", "month", "year") and t.value), None)
        instrument.states.append(state)


def _clause(draft: Draft, first: int, last: int) -> tuple[int, int]:
    s = draft.view.sentences[draft.view.sentence_of[first]]
    return max(s.first, first - 12), min(s.last, last + 4)


def _before(draft: Draft, m: Found) -> StateDraft | None:
    """«اجرایی شدن معاهده», «امضا و اجرایی شدن معاهده», «فعال کردن مکانیسم»."""
    keys = draft.view.keys
    sentence = draft.view.sentences[draft.view.sentence_of[m.first]]
    for state, forms in nouns(draft.language):
        size = forms.ending(keys, m.first, sentence.first)
        if size:
            if state in ("mandated", "proposed") and not _asserted(draft, m, sentence.last):
                continue
            return StateDraft(state, m.first - size, m.last)
    return None


def _asserted(draft: Draft, m: Found, last: int) -> bool:
    """«تهیه نقشه راه» is a mandate only beside a word that mandates or asks."""
    sentence = draft.view.sentences[draft.view.sentence_of[m.first]]
    return bool({"مکلف", "مامور", "موظف", "خواستار", "پیشنهاد", "خواهان"} & set(draft.view.keys[sentence.first : last]))


def _behind(draft: Draft, m: Found) -> StateDraft | None:
    """«معاهده … امضا شد», «سند … را امضا کردند», «توافق … ملغی شد»."""
    keys = draft.view.keys
    sentence = draft.view.sentences[draft.view.sentence_of[m.first]]
    table = verbs(draft.language)
    for g in draft.verbs:
        if g.first < m.last:
            continue
        if g.first >= min(sentence.last, m.last + REACH):
            break
        state = table.get((keys[g.first - 1], g.form.lemma))
        if state is None and g.form.lemma == "داشتن" and g.form.tense is Tense.FUTURE and keys[g.first - 1] == "تفاهم":
            return StateDraft("proposed", m.first, g.last, flags=("future",))
        if state is not None:
            return _told(state, m, g)
        if keys[g.last : g.last + 1] and keys[g.last] in (".", "؛") or (keys[g.last : g.last + 1] == ["و"] and g.form.person):
            break
    return None


def _told(state: str, m: Found, g: Group) -> StateDraft | None:
    if g.form.negative:
        return None
    flags: tuple[str, ...] = ()
    if g.form.tense is Tense.FUTURE:
        flags = ("future",)
    elif g.form.tense is Tense.SUBJUNCTIVE:
        flags = ("hypothetical",)
    if flags and state not in ("proposed",):
        return None
    return StateDraft(state, m.first, g.last, flags=flags)
