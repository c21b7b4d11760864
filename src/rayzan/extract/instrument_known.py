"""Instruments that the lexicon knows, where the words mean them."""

from functools import cache

from rayzan.extract.draft import Draft
from rayzan.extract.instrument_name import Names
from rayzan.lang.fa.language import Persian
from rayzan.lexicon.lexicon import Lexicon, Name
from rayzan.text.match import Hit, longest

OTHER = frozenset({"جدید", "جدیدی", "تازه", "تازهای", "دیگر", "دیگری", "بهتر", "بهتری"})
SIDED = frozenset({"دوجانبه", "سهجانبه", "چندجانبه", "چهارجانبه", "دو", "سه", "چند", "چهار", "جانبه"})
FEW = 3  # parties: with more, the first stands for all


@cache
def _shorts(lexicon: Lexicon, language: Persian) -> frozenset[tuple[str, tuple[str, ...]]]:
    """The short forms of the lexicon's instruments, by id and keys."""
    return frozenset((i.id, p) for i in lexicon.instruments.values() for f in i.short for p in language.variants(f))


def known(draft: Draft, names: Names) -> dict[int, Hit[Name]]:
    """The lexicon's hits that count, by first word: full names, short ones with their parties, bare numbers behind their kind."""
    hits = [h for h in draft.names if h.value.kind == "instrument"]
    keys, shorts = draft.view.keys, _shorts(draft.lexicon, draft.language)
    present = {a for m in draft.mentions for a in m.actors} | {draft.homeland or ""}

    def short(h: Hit[Name]) -> bool:
        return (h.value.id, tuple(keys[h.first : h.last])) in shorts

    full = {h.value.id for h in hits if h.value.sure and not short(h)}
    kept: list[Hit[Name]] = []
    for h in hits:
        parties = draft.lexicon.instruments[h.value.id].parties
        needed = parties if len(parties) <= FEW else parties[:1]
        if not h.value.sure:
            counts = h.value.id in full
        else:
            counts = not short(h) or h.value.id in full or all(p in present for p in needed)
        if keys[h.last : h.last + 1] == ["+"]:
            continue  # «برجام +» is another's proposal
        behind = keys[h.last] if h.last < len(keys) else ""
        sided = next((i for i in range(h.last, min(h.last + 4, len(keys))) if keys[i] not in SIDED), h.last)
        behind = keys[sided] if sided > h.last else behind  # «توافق هسته‌ای سه‌جانبه جدید»
        if behind in OTHER and short(h) or behind.isdigit() and len(behind) == 1:
            continue  # «توافق هسته‌ای جدید», «برجام ۲» are yet to be
        if counts and not (short(h) and _others(names, h, parties)):
            kept.append(h)
    return {h.first: h for h in reversed(longest(kept))}


def _others(names: Names, h: Hit[Name], parties: tuple[str, ...]) -> bool:
    """A short name with other parties right behind it is another thing's."""
    told = names.named(h.last, h.last)
    return bool(told) and not set(told) & set(parties)
