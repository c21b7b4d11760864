"""Cues: where a sentence reports speaking, and what its content may look like."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.verbs import Form, Group, Tense


class CueEntry(NamedTuple):
    """A cue of data/fa/cue.toml: its shapes in order of trust, its act ("" follows the content)."""

    shapes: tuple[str, ...]
    act: str
    stance: bool = False
    accuse: bool = False
    noun: str = ""
    whole: bool = False
    named: bool = False


class Cue(NamedTuple):
    """A finite cue: words `first` to `last` (exclusive); `verb` is its verb group."""

    first: int
    last: int
    entry: CueEntry
    verb: Group
    elided: bool = False


GREETINGS = frozenset({"تسلیت", "تبریک"})
LEFT_OUT = frozenset({"اعلام", "تاکید"})  # nouns without an act whose light verb is left out before «و»
MARKS = frozenset({"،", ",", "؛", ":"})
REPORTING = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.PRESENT, Tense.IMPERFECT, Tense.PARTICIPLE})


class Cues:
    """The cues of a language, by noun and verb."""

    def __init__(self, language: Persian) -> None:
        self.language = language
        self.plain: dict[str, CueEntry] = {}
        self.light: dict[str, list[tuple[tuple[str, ...], dict[str, CueEntry]]]] = {}
        for row in language.table("cue")["cue"]:
            self._row(row)
        for rows in self.light.values():
            rows.sort(key=lambda r: -len(r[0]))
        self.votes = frozenset(p[0] for word in language.table("cue")["votes"] for p in language.variants(word))
        self.recited = frozenset(p[0] for word in language.table("cue")["recited"] for p in language.variants(word))
        self.unnamed = [p for phrase in language.table("cue")["unnamed"] for p in language.variants(phrase)]
        self.put = frozenset(language.table("cue")["put"])
        self.handled = frozenset(language.keys(word)[0] for word in language.table("cue")["handled"])
        self.holding = {
            language.keys(noun)[0] + end: self.light[language.keys(noun)[0]][-1][1]
            for noun in language.table("cue")["holding"]
            for end in ("", "ی")
        }
        self.strong = frozenset(p[0] for word in language.table("cue")["strong"] for p in language.variants(word))
        self.impersonal = frozenset(language.keys(m)[0] for m in ("می‌توان", "نمی‌توان", "بتوان", "نتوان", "باید", "نباید", "می‌بایست"))
        modals = language.table("syntax")["modals"]
        self.modals = frozenset(language.keys(m)[0] for m in modals)

    def _row(self, row: dict[str, Any]) -> None:
        shapes, act = tuple(row["shapes"]), row.get("act", "")
        if "noun" not in row:
            for verb in row["verb"]:
                self.plain[verb] = CueEntry(shapes, act, row.get("stance", False), row.get("accuse", False))
            return
        for phrase in (p for noun in row["noun"] for p in self.language.variants(noun)):
            entry = CueEntry(shapes, act, row.get("stance", False), row.get("accuse", False), phrase[-1], row.get("whole", False), row.get("named", False))
            rows = self.light.setdefault(phrase[-1], [])
            known = next((verbs for p, verbs in rows if p == phrase), None)
            if known is None:
                rows.append((phrase, dict.fromkeys(row["verb"], entry)))
            else:
                for verb in row["verb"]:
                    known.setdefault(verb, entry)

    def noun_ending(self, keys: Sequence[str], last: int, first: int) -> Iterator[tuple[int, dict[str, CueEntry]]]:
        """Cue nouns that end before word `last`, longest first: their first word and verbs."""
        for phrase, verbs in self.light.get(keys[last - 1], ()):
            start = last - len(phrase)
            if start >= first and tuple(keys[start:last]) == phrase:
                yield start, verbs

    def find(self, keys: Sequence[str], groups: Sequence[Group], first: int, last: int) -> list[Cue]:
        """The finite cues among words `first` to `last`, in order."""
        out: list[Cue] = []
        for group in groups:
            if first <= group.first and group.last <= last:
                out.extend(self._of(keys, group, first))
        return out

    def _of(self, keys: Sequence[str], group: Group, first: int) -> list[Cue]:
        form = group.form
        if form.negative or form.passive or form.tense not in REPORTING or self._modal(keys, group, first):
            return []
        at = group.first
        while at > first and keys[at - 1] in ("هم", "نیز", "همچنین"):
            at -= 1
        on_the_side = keys[at - 1] in GREETINGS and keys[at - 2] in ("ابراز", "عرض")  # «با ابراز تسلیت گفت: …»
        if at > first and not on_the_side:
            for start, verbs in self.noun_ending(keys, at, first):
                entry = verbs.get(form.lemma)
                if entry is not None and entry.noun == "خواهان" and start > first and keys[start - 1] == "جمهوری":  # a party
                    return []
                if entry is not None and entry.noun == "دفاع" and form.tense in (Tense.PRESENT, Tense.IMPERFECT):
                    return []  # «از آنان دفاع می‌کند»: what somebody does
                if entry is not None and start > first and keys[start - 1] == "نه":  # «آن را نه رد و نه تایید کرده است»
                    return []
                if entry is not None and self._tense_fits(entry, form, light=True):
                    return [*self._elided(keys, start, first, group), Cue(start, group.last, entry, group)]
            if keys[at - 1] in self.strong:  # «ابراز نگرانی شدید کرد»
                for start, verbs in self.noun_ending(keys, at - 1, first):
                    entry = verbs.get(form.lemma)
                    if entry is not None and (entry.act or at - 1 - start > 1 or "on" in entry.shapes) and self._tense_fits(entry, form, light=True):
                        return [Cue(start, group.last, entry, group)]
            if keys[at - 1] == "را" or (keys[at - 1].endswith("ی") and len(keys[at - 1]) > 3):  # «تاکیدی را داشتند», «هشداری داد»
                noun = at - 1 - (keys[at - 1] == "را")
                stem = keys[noun][:-1] if noun >= first and keys[noun].endswith("ی") else ""
                if stem == "خواهان":  # «جمهوری‌خواهانی بودند که»
                    stem = ""
                for phrase, verbs in self.light.get(stem, ()):
                    entry = verbs.get(form.lemma)
                    if len(phrase) == 1 and entry is not None and self._tense_fits(entry, form, light=True):
                        return [Cue(noun, group.last, entry, group)]
        entry = self.plain.get(form.lemma)
        if entry is None or not self._tense_fits(entry, form, light=False):
            return []
        if form.lemma == "خواستن" and keys[group.first].startswith("می") and form.tense is Tense.IMPERFECT:
            return []
        if (
            at > first
            and form.tense is Tense.PARTICIPLE
            and keys[at - 1] in ("به", "طبق", "براساس", "اساس", "بنابر", "بر", "از", "این", "برخلاف", "آن", "روی", "رو")
        ):
            return []
        if form.lemma == "نوشتن" and at > first + 1 and keys[at - 1] == "نامه" and keys[at - 2] not in ("در", "این"):  # «به او نامه نوشتند»
            return []
        if at > first and keys[at - 1] == "پاسخ" and keys[at - 2 : at - 1] == ["در"]:  # «X در پاسخ گفت»
            return [Cue(group.first, group.last, entry, group)]
        if at > first and keys[at - 1] in ("فرا", "باز", "وا", "سخن", "تبریک", "تسلیت", "ترک", "پاسخ", "درس") and not on_the_side:
            return []
        if form.lemma == "افزودن" and _adds(keys, group, first):
            return []
        return [Cue(group.first, group.last, entry, group)]

    def _elided(self, keys: Sequence[str], start: int, first: int, group: Group) -> list[Cue]:
        """«مخالفت خود را اعلام و … تاکید کردند»: the light verb left out before «و»."""
        for end in range(start - 1, max(first, start - 16), -1):
            if keys[end] not in ("و", "اما", "ولی"):
                continue
            for at, verbs in self.noun_ending(keys, end, first):
                entry = verbs.get(group.form.lemma)
                both = entry is not None and "object" in entry.shapes and keys[at - 1] == "را" and "را" in keys[end + 1 : start]  # «A را تایید و B را رد کرد»
                if entry is not None and (
                    both or keys[end] == "و" and (end == start - 1 or ((entry.act or entry.noun in LEFT_OUT) and keys[end + 1] in ("از", "بر", "به", "با", "خواستار")))
                ):
                    return [Cue(at, end, entry, group, elided=True)]
        return []

    @staticmethod
    def _tense_fits(entry: CueEntry, form: Form, light: bool) -> bool:
        """Third person reports; a first person only of the past («پیشنهاد کردیم»), a present never of the speaker's own."""
        if form.person == 3 or form.tense is Tense.PARTICIPLE:
            return True
        return form.person == 1 and form.tense in (Tense.PAST, Tense.PERFECT)

    def _modal(self, keys: Sequence[str], group: Group, first: int) -> bool:
        """«باید گفت», «می‌توان … دانست»: nobody's speech."""
        form = group.form
        if form.tense in (Tense.PRESENT, Tense.PERFECT):
            return False
        part = keys[group.first - 1] == "قرار" if group.first > first else False  # «مورد انتقاد قرار داد»
        begin = max(first, group.first - 3)
        # «… معطوف می‌شود، اظهار کرد», «… آغاز می‌شود و تاکید کرد»
        begin = max([begin, *(i + 1 for i in range(begin, group.first) if keys[i] in MARKS or keys[i] == "و")])
        window = keys[begin : group.first - part]
        bare = form.tense is Tense.PAST and form.person == 3 and not form.plural
        put = {i for i, k in enumerate(window) if k == "قرار" and i + 1 < len(window) and window[i + 1] != "است"}  # «قرار دهند، گفت»
        return bare and any(k in self.modals for i, k in enumerate(window) if i not in put)


def _adds(keys: Sequence[str], group: Group, first: int) -> bool:
    """«ارزش‌افزوده», «بر حملات خود می‌افزایند»: what grows, no speech."""
    if group.form.tense is Tense.PARTICIPLE and keys[group.first - 1] == "ارزش":
        return True
    if keys[group.last : group.last + 1] == [":"]:
        return False
    for at in range(group.first - 1, max(first, group.first - 6) - 1, -1):
        if keys[at] in MARKS or keys[at] in ("که", "و"):
            return False
        if keys[at] in ("بر", "به"):
            return keys[at + 1] != "این" and group.last < len(keys) and keys[group.last] not in ("که", "،")
    return False


@cache
def cues(language: Persian) -> Cues:
    """The cues of a language, built once."""
    return Cues(language)
