"""States told round an instrument's name: agreed or talked about by a preposition, carried out, joined, unveiled, put to the vote."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rayzan.extract.draft import Draft, Found, InstrumentDraft, StateDraft
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.lexicon.wordlist import Wordlist
from rayzan.text.segment import Stretch

REACH = 20  # words between a name and the verb that tells its state
PARTICLE = 2  # letters of a word that tells nothing
COMMON = 2  # words that an agreement and what was agreed on have in common
BACK = 12  # words from «مذاکرات», «توافق» to the name that they are about
REAL = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.PRESENT)


class Round(NamedTuple):
    """The words of these tellings, as in instrument.toml."""

    about: Wordlist
    step: Wordlist
    offered: Wordlist
    alive: Wordlist
    done: tuple[tuple[str, Wordlist], ...]
    agreed: frozenset[str]
    talks: frozenset[str]
    going: frozenset[str]
    unreal: frozenset[str]
    acts: frozenset[str]
    wished: frozenset[str]
    effort: frozenset[str]
    plans: frozenset[str]
    reached: frozenset[str]


@cache
def words(language: Persian) -> Round:
    """The words of a language, built once."""
    table = language.table("instrument")
    lists = table["words"]
    about, step, offered, alive = (Wordlist(language.variants, lists[name]) for name in ("about", "step", "offered", "alive"))
    done = tuple((state, Wordlist(language.variants, forms)) for state, forms in table["done"].items())
    names = ("agreed", "talks", "going", "unreal", "acts", "wished", "effort", "plans", "reached")
    return Round(about, step, offered, alive, done, *(frozenset(p[0] for w in lists[name] for p in language.variants(w)) for name in names))


def told_round(draft: Draft, m: Found, s: Stretch) -> Iterator[StateDraft]:
    """The states that the words round a mention tell of its instrument."""
    keys, w = draft.view.keys, words(draft.language)
    if {"؟", "اگر", "چنانچه"} & set(keys[s.first : s.last]):
        return
    g = _verb(draft, m, s)
    at = m.first - (keys[m.first - 1] in ("«", '"', "یک", "این") and m.first - 1 > s.first)
    step = w.step.ending(keys, at, s.first)
    about = w.about.ending(keys, at - step, s.first)
    if about and (state := _discussed(draft, w, m, s, at - step - about, g)) is not None:
        yield state
    for word, forms in w.done:
        if size := forms.at(keys, m.last, s.last):
            yield StateDraft(word, m.first, m.last + size)  # «توافق امضاشده»
    if (size := w.offered.ending(keys, at, s.first)) and w.plans & set(keys[m.first : m.last]) and _real(draft, w, m, s, at - size, g):
        yield StateDraft("proposed", at - size, m.last)
    if (alive := _alive(w, keys, m, s)) is not None:
        yield alive
    if g is None:
        return
    if keys[m.first - 1] == "به" and keys[m.first] in w.reached and g.form.tense in REAL[:3] and (g.form.lemma == "رسیدن" or keys[g.first - 1] == "دست" and g.form.lemma == "یافتن"):
        yield StateDraft("agreed", m.first - 1, g.last)
        return
    noun, before, opening = keys[g.first - 1], keys[m.first - 1], m.first - 1
    if before == "اجرای" and noun in w.going and g.form.tense in REAL:
        yield StateDraft("implementing", opening, g.last)
    elif keys[m.first - 2 : m.first] == ["عضوی", "از"] and g.form.lemma == "بودن" and g.form.tense is Tense.PRESENT and g.first - m.last < 2:
        yield StateDraft("in_force", m.first - 2, g.last)  # «X عضوی از معاهده است»
    elif before == "عضو" and g.form.lemma == "بودن" and g.first - m.last < 2 and g.form.tense is Tense.PRESENT:
        yield StateDraft("in_force", opening, g.last)
    elif before == "از" and noun == "رونمایی" and g.form.tense in REAL:
        yield StateDraft("proposed", opening, g.last)
    elif before == "درباره" and w.acts & set(keys[m.first : m.last]) and noun in ("رایگیری", "گیری"):
        yield StateDraft("proposed", opening, g.last, flags=("future",) if g.form.tense not in REAL[:3] else ())


def _real(draft: Draft, w: Round, m: Found, s: Stretch, opening: int, g: Group | None) -> bool:
    """Whether a noun before a name tells what came about: nothing unreal or wished before it, no future behind."""
    keys = draft.view.keys
    near = set(keys[max(s.first, opening - 3) : opening])
    return not (w.unreal - {"از", "نشست"}) & near and not w.wished & near and (g is None or g.form.tense in REAL)


def _alive(w: Round, keys: Sequence[str], m: Found, s: Stretch) -> StateDraft | None:
    """«این توافقنامه … هنوز در قید حیات است», «قرارداد … در حال انجام است»: it goes on."""
    for at in range(m.last, min(m.last + BACK, s.last)):
        if keys[at] in (".", "؛", "که") or keys[at] == "را":
            return None
        if size := w.alive.at(keys, at, s.last):
            if keys[at] == "باقی" and not {"همچنان", "هنوز"} & set(keys[m.last : at]):
                return None  # «X همچنان به عنوان آخرین توافق باقی مانده»
            return StateDraft("in_force" if {"حیات", "قوت", "باقی"} & set(keys[at : at + size]) else "implementing", m.first, at + size)
    return None


def _verb(draft: Draft, m: Found, s: Stretch) -> Group | None:
    """The finite verb of the clause behind a name, or the participle that ends it; None if it is negated or another clause's."""
    keys = draft.view.keys
    for g in draft.verbs_in(m.last, min(s.last, m.last + REACH)):
        ending = g.form.tense is Tense.PARTICIPLE and keys[g.last : g.last + 1] in (["و"], ["،"], ["."])
        if g.form.person or ending:
            apart = {"که", ":", "؛"} & set(keys[m.last : g.first]) or g.form.negative
            return None if apart else g
    return None


def _discussed(draft: Draft, w: Round, m: Found, s: Stretch, opening: int, g: Group | None) -> StateDraft | None:
    """«در باب آتش‌بس به توافق رسید», «مذاکرات X و Y برای امضای پیمان», «بر سر توافقی مذاکره کردند»."""
    keys = draft.view.keys
    noun = keys[g.first - 1] if g is not None else ""
    if keys[opening - 1] in w.effort:
        return None
    if g is not None and (g.form.tense in REAL or not g.form.person):
        if noun in w.agreed and g.form.lemma in ("کردن", "رسیدن", "شدن", "یافتن") and g.form.tense is not Tense.PRESENT:
            return StateDraft("agreed", opening, g.last)
        if noun in w.talks and g.form.lemma in ("کردن", "شدن", "بودن", "داشتن", "نشستن"):
            return StateDraft("negotiating", opening, g.last)
    for i in range(opening - 1, max(s.first, opening - BACK) - 1, -1):
        if any(h.form.person and h.first <= i < h.last for h in draft.verbs_in(i - 2, i + 1)) or keys[i] in ("که", ":", "؛", "."):
            return None
        if i in draft.in_instrument:
            return None
        state = "agreed" if keys[i] in w.agreed else "negotiating" if keys[i] in w.talks else None
        if state is not None:
            near, far = set(keys[max(s.first, i - 3) : i]), set(keys[max(s.first, i - BACK) : i])
            thought = w.unreal & near or "به" in near or w.wished & far
            behind = next((h for h in draft.verbs_in(m.last, s.last) if h.form.person), None)
            denied = any(h.form.negative for h in (behind, *draft.verbs_in(i - 3, i)) if h is not None)
            return StateDraft(state, i, m.last) if not thought and not denied else None
    return None


def agreed_on(draft: Draft, instrument: InstrumentDraft) -> StateDraft | None:
    """«بر سر کاهش عرضه توافق کردند», where «توافق کاهش عرضه» is told too: the clause that tells the agreement; None if none does."""
    keys, w = draft.view.keys, words(draft.language)
    mine = {k for m in instrument.mentions for k in keys[m.first : m.last] if len(k) > PARTICLE} - w.agreed - w.reached
    for g in draft.verbs:
        told = keys[g.first - 1] in w.agreed and g.form.person and not g.form.negative and g.form.tense in REAL[:3]
        if not told or g.form.lemma not in ("کردن", "رسیدن") or any(m.first <= g.first - 1 < m.last for m in instrument.mentions):
            continue
        s = draft.view.sentences[draft.view.sentence_of[g.first]]
        at = next((i for i in range(g.first - 2, s.first, -1) if w.about.at(keys, i, g.first)), -1)
        if at >= 0 and len(mine & set(keys[at : g.first])) >= COMMON:
            return StateDraft("agreed", at, g.last)
    return None
