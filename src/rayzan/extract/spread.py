"""Cues whose noun stands before its content, the verb behind it: «خواستار C شد», «به انتقاد از C پرداخت», «وعده C داد»."""

from rayzan.extract.behind import bounded
from rayzan.extract.clause import Clauses
from rayzan.extract.cue import REPORTING, Cue, CueEntry, Cues
from rayzan.extract.draft import Found
from rayzan.extract.setting import Setting
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch

FAR = 45  # words between «خواستار» and its verb
CHARGING = frozenset({"تهدید", "متهم", "دعوت", "اعتراف", "اذعان"})
NEAR = 14  # words between «وعده» and its verb


def cues(clauses: Clauses, known: Cues, group: Group, s: Stretch, inside: bool) -> list[Cue]:
    """The cue that a verb closes, its noun some words before it; `inside`: in somebody's direct words."""
    form = group.form
    if form.negative or form.person != 3 and form.tense is not Tense.PARTICIPLE:
        return []
    if form.tense is Tense.PARTICIPLE and clauses.keys[group.last : group.last + 1] and clauses.keys[group.last] not in ("و", "،", "؛", ".", "تا", "اما", "که"):
        return []  # «متعهد به اجرای پیمان‌های امضا شده هستند»
    if form.lemma == "پرداختن" and form.tense in REPORTING:
        return _turned_to(clauses, known, group, s)
    if form.lemma in ("شدن", "بودن", "گردیدن"):
        return _seeking(clauses, known, group, s, inside)
    told = _told_from(clauses, known, group, s) if form.lemma == "دادن" else _charging(clauses, known, group, s)
    return told or (_holding(clauses, known, group, s) if form.tense in REPORTING else [])


def _told_from(clauses: Clauses, known: Cues, group: Group, s: Stretch) -> list[Cue]:
    """«خبر از C داد»."""
    keys = clauses.keys
    at = next((i for i in range(group.first - 3, max(s.first, group.first - 20) - 1, -1) if keys[i : i + 2] == ["خبر", "از"]), None)
    if at is None or any(map(clauses.finishes, clauses.verbs_in(at, group.first))):
        return []
    return [Cue(at, at + 1, known.light["خبر"][0][1]["دادن"]._replace(shapes=("between",)), group)]


def _seeking(clauses: Clauses, known: Cues, group: Group, s: Stretch, inside: bool) -> list[Cue]:
    """«خواستار C شد»; with it «B را محکوم و خواستار C شد»."""
    keys, form = clauses.keys, group.form
    if form.tense is Tense.SUBJUNCTIVE or (form.lemma == "بودن" and inside):
        return []
    for at in range(group.first - 2, max(s.first, group.first - FAR) - 1, -1):
        if keys[at] in ("خواستار", "خواهان") or form.lemma != "بودن" and _named_so(keys, at):
            for _, verbs in known.noun_ending(keys, at + 1, s.first):
                entry = verbs.get(form.lemma)
                if entry:
                    return [*_left_out(known, keys, at, s.first, group), Cue(at, at + 1, entry._replace(shapes=("between",)), group)]
        if at in clauses.verb_ends and keys[at - 1] not in ("است",) and keys[at] in ("و", "،"):
            break
        other = clauses.verb_from.get(at)
        if other is not None and other.form.lemma in ("بودن", "شدن"):  # «خواستار C نیستند، اما … است»
            break
    return []


def _named_so(keys: list[str], at: int) -> bool:
    """«مدعی C شد», «متعهد به C شد»: whether an adjective at a word has its content between itself and its verb."""
    return keys[at] == "مدعی" and keys[at + 1][0].isalpha() and keys[at + 1] != "که" or keys[at] in ("متعهد", "ملتزم") and keys[at + 1] == "به"


def _left_out(known: Cues, keys: list[str], at: int, first: int, group: Group) -> list[Cue]:
    """«B را محکوم و خواستار …»: an act noun before «و» whose own light verb is left out."""
    if at - 2 <= first or keys[at - 1] != "و" or group.form.lemma == "بودن":
        return []
    for start, verbs in known.noun_ending(keys, at - 1, first):
        entry = verbs.get("کردن")
        if entry is not None and entry.act:
            return [Cue(start, at - 1, entry, group, elided=True)]
    return []


def _charging(clauses: Clauses, known: Cues, group: Group, s: Stretch) -> list[Cue]:
    """«X Y را تهدید به C کرد», «اعتراف به C کرد»: a noun of speech that takes its content with «به» before its light verb."""
    keys, form = clauses.keys, group.form
    if form.lemma not in ("کردن", "نمودن") or form.tense not in REPORTING:
        return []
    for at in range(group.first - 1, max(s.first, group.first - FAR) - 1, -1):
        if at in clauses.verb_from and clauses.finishes(clauses.verb_from[at]) or keys[at] in (":", "؛", "را"):
            return []
        if keys[at] in CHARGING and at < group.first - 2 and keys[at + 1] == "به" and keys[at - 1] not in ("با", "این", "آن", "از", "به", "مورد", "هر"):
            entry = next((verbs["کردن"] for phrase, verbs in known.light.get(keys[at], ()) if len(phrase) == 1 and "کردن" in verbs), None)
            return [Cue(at, at + 1, entry._replace(shapes=("between",)), group)] if entry is not None else []
    return []


def _turned_to(clauses: Clauses, known: Cues, group: Group, s: Stretch) -> list[Cue]:
    """«به انتقاد شدید از C پرداخت»: an act noun with its preposition stands before the content, «پرداخت» behind it."""
    keys = clauses.keys
    for at in range(group.first - 3, max(s.first, group.first - 30) - 1, -1):
        if clauses.verb_from.get(at) is not None and clauses.finishes(clauses.verb_from[at]):
            return []
        if keys[at] == "به" and (entry := _act_from(known, keys, at + 1)) is not None:
            last = next(i for i in range(at + 2, at + 4) if keys[i] == "از")
            return [Cue(at + 1, last, entry._replace(shapes=("between",)), group)]
    return []


def _act_from(known: Cues, keys: list[str], at: int) -> CueEntry | None:
    """The cue of an act noun at a word that «از» follows, an adjective between them at most."""
    if "از" not in keys[at + 1 : at + 3]:
        return None
    entries = (verbs["کردن"] for phrase, verbs in known.light.get(keys[at], ()) if len(phrase) == 1 and "کردن" in verbs)
    return next((e for e in entries if e.act and "from" in e.shapes), None)


def _holding(clauses: Clauses, known: Cues, group: Group, s: Stretch) -> list[Cue]:
    """«وعده C داد», «پیشنهاد C را مطرح کرد», «درخواست C کرد»: a noun of speech whose content stands in its own phrase."""
    keys, lemma, end = clauses.keys, group.form.lemma, group.first
    put = keys[end - 1] in known.put
    end -= put
    mark = keys[end - 1] == "را"
    end -= mark
    if lemma not in ("دادن", "کردن", "نمودن") or (keys[end - 1] in known.handled and not put) or (lemma != "دادن" and mark and not put):
        return []
    for at in range(end - 2, max(s.first, end - NEAR) - 1, -1):
        if keys[at] in ("،", "؛", ":", "که", "را") or at in clauses.verb_from:
            return []
        verbs = known.holding.get(keys[at])
        entry = verbs.get("دادن" if put else lemma) if verbs is not None else None
        if entry is not None:
            apart = at > s.first and not clauses.lists.prepositions.ending(keys, at, s.first) and keys[at - 1] not in ("این", "آن", "همین", "همان", "و", "هر", "هیچ")
            return [Cue(at, at + 1, entry._replace(shapes=("between",)), group)] if apart else []
    return []


def between(s: Setting) -> tuple[Found, str] | None:
    """«X خواستار C شد»: what stands between the noun and its verb."""
    if s.keys[s.cue.last : s.cue.verb.first] in (["این"], ["آن"]) and s.cue.verb.last < s.last and s.keys[s.cue.verb.last] == "که":
        return bounded(s, s.cue.verb.last + 1)
    if s.cue.verb.first - s.cue.last < 2 and s.keys[s.cue.last] in ("این", "آن"):
        return None
    if s.cue.entry.accuse and s.keys[s.cue.first - 1] == "را":  # «Y را متهم به C کرد»: content on both sides
        found = s.clauses.trimmed(s.region(), s.cue.verb.first)
        return (found, "indirect") if found else None
    end = _held_end(s)
    if s.cue.verb.last < s.last and s.keys[s.cue.verb.last] == "که" and s.keys[end - 1].endswith("ی"):  # «خواستار لغو تحریم‌هایی شد که …»
        end = s.last
    of = s.keys[s.cue.last] in ("از", "برای", "به") and s.cue.entry.noun != "خواستار"  # «خواستار از سرگیری …»: the preposition is the noun's own
    found = s.clauses.trimmed(s.cue.last + of, end)
    return (found, "indirect") if found else None


def _held_end(s: Setting) -> int:
    """Where content between a noun and its verb ends: before «را» and a verbal noun («پیشنهاد C را مطرح کرد») and before whom it is told."""
    end, table = s.cue.verb.first, s.clauses.draft.language.table("cue")
    if s.cue.entry.noun in ("خواستار", "خواهان", "مدعی", "خبر", "متعهد", "ملتزم", *CHARGING):
        return end
    end -= s.keys[end - 1] in table["put"]
    return end - (s.keys[end - 1] == "را")
