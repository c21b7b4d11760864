"""Offices that are told of, not their holders: what somebody becomes, what a law gives, any of its holders."""

from rayzan.extract.draft import Mention
from rayzan.extract.namewords import OPENING
from rayzan.extract.naming import Finder

HELD_FOR = 5  # words from an office to the verb that says whom somebody holds for its holder
CHARTER = 12  # words from a law to the office of which it tells
UNDER = 6  # words from «معاونت» to the office under which it is
EVERY = 4  # words from «هر» to an office that it takes in


def predicate(f: Finder, m: Mention) -> bool:
    """Whether an office stands for itself, not for its holder: «وزیر خارجه شد», «به عنوان نخست‌وزیر», «هر رئیس‌جمهور», «سودای ریاست»."""
    group = f.draft.language.verbs.group_at(f.keys, m.last, f.end) if m.last < f.end else None
    held = group is not None and (group.form.lemma == "شدن" or f.keys[m.last] in ("بود", "بودم", "بودند", "باشد", "باشم", "نباشد"))
    if held or f.s.generic_behind.at(f.keys, m.last):
        return True
    if any(f.s.designate.at(f.keys, at) for at in range(m.first, m.last)):
        return True
    if _called(f, m) or _successor(f, m) or _chartered(f, m) or _every(f, m) or _under(f, m):
        return True
    if not m.states and "جدید" in f.keys[m.first : m.last]:
        return True
    if f.keys[m.last : m.last + 2] in (["بعد", "از"], ["پس", "از"]) and _next_to(f, m):
        return True
    if m.first and f.keys[m.first - 1] == "را" and _taken_for(f, m):
        return True
    if any(f.keys[at] in f.s.posts for at in range(max(0, m.first - 6), m.first)):
        return True
    first = m.first - (m.first > 0 and f.keys[m.first - 1] in OPENING)
    return bool(f.s.generic.ending(f.keys, first)) or bool(f.s.institutions.at(f.keys, m.first))


def _chartered(f: Finder, m: Mention) -> bool:
    """«قانون وظایف رئیس‌جمهور را …», «طبق اصل ۱۱۳ رئیس‌جمهور مسئول اجرای قانون است»: what a law gives to whoever holds an office."""
    start = next((at + 1 for at in range(m.first - 1, max(-1, m.first - CHARTER), -1) if f.keys[at] in (".", "\n", "؟", "!")), m.first - CHARTER)
    laws = [at for at in range(max(0, start), m.first) if f.s.charters.at(f.keys, at)]
    if not laws or m.states:
        return False
    here = range(laws[0], min(f.end, m.last + EVERY))
    return any(f.s.competences.at(f.keys, at) for at in here if not m.first <= at < m.last)


def _every(f: Finder, m: Mention) -> bool:
    """«هر نماینده و یا وزیر خارجه آمریکا»: any of its holders."""
    before = f.keys[max(0, m.first - EVERY) : m.first]
    return len(before) > 1 and before[-1] in ("یا", "و") and "هر" in before[:-1] and not {"،", ".", "\n", "در", "که"} & set(before)


def _under(f: Finder, m: Mention) -> bool:
    """«معاونت حقوقی رئیس‌جمهور»: a part of the office that is named by it; so too a deputy whose word is glued to the one before."""
    if m.first and not f.keys[m.first - 1][0].isalpha() or f.keys[m.first - 1] == "و":
        return False
    for at in range(m.first - 1, max(-1, m.first - UNDER), -1):
        key = f.keys[at]
        if key in f.s.offices_under or any(key.endswith(w) and len(key) > len(w) + 1 for w in f.s.glued_deputies):
            return True
        if not key[0].isalpha() or f.s.prepositions.at(f.keys, at) or key in ("را", "که") or f.draft.language.verbs.form(key):
            return False
    return False


def _called(f: Finder, m: Mention) -> bool:
    """«او را رئیس‌جمهور مشروع این کشور می‌داند»: what somebody is held for, by a verb close behind."""
    if not m.first or f.keys[m.first - 1] != "را":
        return False
    groups = (f.draft.language.verbs.group_at(f.keys, at, f.end) for at in range(m.last, min(m.last + HELD_FOR, f.end)))
    first = next((g for g in groups if g is not None), None)
    return first is not None and first.form.lemma in ("دانستن", "خواندن", "نامیدن")


def _successor(f: Finder, m: Mention) -> bool:
    """«رئیس‌جمهور انقلابی بعد از روحانی»: whoever comes after the one named."""
    for at in (m.last, m.last + 1):
        if at + 2 < f.end and f.keys[at] in ("بعد", "پس") and f.keys[at + 1] == "از" and f.name_at(at + 2, beside=True) is not None:
            return f.keys[m.last][0].isalpha()
    return False


def _next_to(f: Finder, m: Mention) -> bool:
    """«رئیس‌جمهور بعد از روحانی»: whoever follows one who held the office."""
    name = f.name_at(m.last + 2) if m.last + 2 < f.end else None
    return name is not None and any(h.office.endswith(f"-{m.title}") for id in name.person for h in f.draft.lexicon.persons[id].held)


def _taken_for(f: Finder, m: Mention) -> bool:
    """«گوایدو را رئیس‌جمهور مشروع آن کشور می‌داند»: what somebody is taken for."""
    verbs = f.draft.language.verbs
    groups = (verbs.group_at(f.keys, at, f.end) for at in range(m.last, min(m.last + 6, f.end)))
    group = next((g for g in groups if g is not None), None)
    return group is not None and group.form.lemma in ("دانستن", "خواندن", "نامیدن", "شناختن")
