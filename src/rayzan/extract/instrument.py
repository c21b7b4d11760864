"""Instruments: the known by name, the unknown by shape, all names of one under one key."""

from rayzan.extract.draft import Draft, Found, InstrumentDraft
from rayzan.extract.instrument_chain import Chains
from rayzan.extract.instrument_kind import Shape
from rayzan.extract.instrument_known import known
from rayzan.extract.instrument_name import OPEN, Names
from rayzan.extract.instrument_same import KIN, Same
from rayzan.extract.sport import match_report
from rayzan.lang.fa.verbs import Tense

EXPORTED = {"plan": "project", "document": "agreement", "protocol": "agreement", "ceasefire": "agreement"}
SETTLED = frozenset({"در", "از", "طبق", "براساس", "اساس", "موجب", "مطابق"})  # behind these «توافق» is one that is there
ANY = frozenset({"هرگونه", "گونه", "هر", "هیچ"})  # «هرگونه توافق یا طرحی که …»: none in particular
DONE = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


class Instruments:
    """Finds mentions in order and gathers them under keys."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys, self.end = draft, draft.view.keys, len(draft.view.keys)
        self.names = Names(draft)
        self.chains = Chains(draft, self.names)
        self.table: dict[str, InstrumentDraft] = {}
        self.shapes: dict[str, list[Shape]] = {}
        self.same = Same(self.names, self.table, self.shapes)
        self.known = known(draft, self.names)
        self.loose: list[tuple[int, int, str]] = []
        self.sport = match_report(draft)  # its contracts are players'

    def run(self) -> list[InstrumentDraft]:
        at = 0
        while at < self.end:
            if at in self.draft.in_furniture:
                at += 1
            elif at in self.known:
                hit = self.known[at]
                self._entry(hit.value.id).mentions.append(Found(at, hit.last))
                at = hit.last
            else:
                at = self._shaped(at) or self._pointing(at) or at + 1
        self.same.recognise()
        self.same.merge()
        self._indefinite()
        if not self.sport:
            for made in self.chains.made(set(self.table)):
                if (one := self.same.alike(made)) is not None:
                    one.mentions.extend(made.mentions)
                else:
                    self.table[made.key] = made
        for i in self.table.values():
            i.mentions.sort()
            i.kind = EXPORTED.get(i.kind, i.kind)
        return sorted((i for i in self.table.values() if i.mentions), key=lambda i: i.mentions[0])

    def _entry(self, id: str) -> InstrumentDraft:
        if id not in self.table:
            e = self.draft.lexicon.instruments[id]
            self.table[id] = InstrumentDraft(id, e.kind, e.name_en, e.name_fa, e.parties)
        return self.table[id]

    def _shaped(self, at: int) -> int:
        """An unknown instrument; the word behind it, 0 if there is none."""
        x = self.names.shape_at(at)
        if x is not None and self.keys[at] in self.names.w.bare and x.last == at + 1 and not x.numbers and self._fitting(x.kind):
            return 0  # bare «توافقنامه» points to the one told before
        if x is not None and x.titled and (hit := self.known.get(x.first)) is not None:  # «پیمان "آسمان‌های باز"»
            apart = at < x.first - 1  # the kind word stands before the marks: the name is the whole
            self._entry(hit.value.id).mentions.append(Found(at, x.last + 1) if apart else Found(x.first, x.last))
            return x.last + apart
        if x is None or self.sport or any(i in self.known for i in range(x.first + 1, x.last)):
            return 0
        if x.kind == "plan" and not x.qualifiers and not x.titled and (whose := self._plan_of(x)) != "":
            if whose is None:
                return 0  # «طرح سامان رادمهر برای …»: somebody's plans are no thing of their own
            self._entry(whose).mentions.append(Found(x.first, x.last))
            return x.last
        key = self._resolution(x) or self._called(x) or self.same.joined(x) or self._fresh(self.names.slug(x))
        if key in self.draft.lexicon.instruments:
            self._entry(key)
        elif key not in self.table:
            span = self.draft.view.span(x.first, x.last)
            self.table[key] = InstrumentDraft(key, x.kind, self.names.english(x), span.text, x.parties, known_from="report")
        entry = self.table[key]
        if entry.known_from == "report" and not entry.parties:
            entry.parties = x.parties
        self.shapes.setdefault(key, []).append(x)
        entry.mentions.append(Found(x.first, x.last))
        return x.last

    def _plan_of(self, x: Shape) -> str | None:
        """«طرح ترامپ»: the known plan of the person's state in the report; None if there is none, "" where no person is told to have one."""
        owners = [self.draft.actors[i] for i in x.parties if i in self.draft.actors]
        if not owners or any(a.type != "person" for a in owners):
            return ""
        states = {a.state for a in owners}
        plans = (self.draft.lexicon.instruments[h.value.id] for h in self.known.values())
        return next((i.id for i in plans if i.kind in ("project", "plan", "programme") and states & set(i.parties)), None)

    def _fresh(self, key: str) -> str:
        """A key that no other instrument of the report has."""
        if key not in self.table and key not in self.draft.lexicon.instruments:
            return key
        return next(f"{key}-{n}" for n in range(2, 99) if f"{key}-{n}" not in self.table)

    def _called(self, x: Shape) -> str | None:
        """«طرح صلح X به نام «معامله قرن»»: the known one whose name follows."""
        bracket = next((i for i in range(x.last, min(x.last + 8, self.end - 2)) if self.keys[i] in ("(", ".", "،", "\n")), -1)
        if bracket >= 0 and self.keys[bracket] == "(" and (hit := self.known.get(bracket + 1)) is not None:
            return hit.value.id  # «معاهده دوجانبه برای کاهش سلاح‌ها (استارت جدید)»
        for at in range(x.last, min(x.last + 4, self.end - 3)):
            if self.keys[at : at + 2] in (["به", "نام"], ["موسوم", "به"], ["معروف", "به"], ["با", "عنوان"], ["تحت", "عنوان"]):
                hit = self.known.get(at + 2 + (self.keys[at + 2] in OPEN))
                return hit.value.id if hit is not None else None
        return None

    def _resolution(self, x: Shape) -> str | None:
        """«قطعنامه ۲۷۸۹»: a resolution of the Security Council by its number."""
        if x.kind != "resolution" or not x.numbers or not 1 <= int(x.numbers[0]) < 3000 or 1900 < int(x.numbers[0]) < 1920:
            return None
        s = self.draft.view.sentences[self.draft.view.sentence_of[x.first]]
        return f"unsc-{x.numbers[0]}" if "مجمع" not in self.keys[s.first : s.last] else None

    def _pointing(self, at: int) -> int:
        """«این سند», bare «معاهده»: the last instrument that fits; the word behind it, 0 if none does."""
        demonstrative = self.keys[at] in self.names.w.demonstratives
        start = at + 1 if demonstrative else at
        if demonstrative and start in self.known:
            return 0
        kind, size = self.names.kind_at(start)
        if kind is None:
            return 0
        last = start + size
        if kind.again and not demonstrative and (self.keys[at - 1] == "در" or self.keys[at - 1 : at] == ["از"]):
            return 0  # «در چارچوب مذاکرات»
        if demonstrative:
            if last < self.end and self.keys[last] in OPEN:
                return 0
            entry = self._fitting(kind.kind, exact=self.keys[start].startswith("کنوانسیون"))
        elif self.keys[at] in self.names.w.bare and size == 1:
            entry = self._fitting(kind.kind, exact=kind.kind != "agreement")
        elif size == 1 and self._pointed(at, last):
            entry = self._fitting(kind.kind, exact=True)
        else:
            if (
                self.keys[last - 1].endswith("ی")
                and (size == 1 or self.keys[last - 1] == "ای")
                and last < self.end
                and not ANY & set(self.keys[max(0, at - 5) : at])
                and self.keys[at - 1] not in self.names.w.counted
                and not self._none_such(last)
                and (self.keys[last] in ("که", "را", "برای", "به", "درباره", "در") or "که" in self.keys[last : last + 4] or last + 1 in self.names.verbs)
            ):
                self.loose.append((at, last, kind.kind))
            if self.keys[at] == "توافق" and size == 1 and self.keys[at - 1] in SETTLED and self._ends(last):
                self.loose.append((at, last, kind.kind))  # «از توافق خارج شد», «سهم X در توافق برای …»
            taken_up = kind.again and self._bare(last)  # «چارچوبی برای بازرسی», then «تا چارچوب تهیه شود»
            self.chains.hear(at, kind, size - taken_up, again=taken_up)
            return 0
        if entry is None:
            if demonstrative:
                self.chains.hear(at, kind, size, again=True)
            return 0
        entry.mentions.append(Found(at, last))
        return last

    def _pointed(self, at: int, last: int) -> bool:
        """«امضای توافق», «خروج از قرارداد»: a bare kind word behind a word that asks for a known thing, nothing of its own behind it."""
        w = self.names.w
        before = any(w.pointing.at(self.keys, i, at) == at - i for i in (at - 1, at - 2) if i >= 0)
        alone = last >= self.end or self.keys[last] in w.stops or not self.keys[last][0].isalnum() or last in self.names.verbs or self.keys[last] == "و"
        return before and alone and last not in self.names.parties

    def _ends(self, last: int) -> bool:
        """Whether nothing of its own stands behind a bare kind word: a verb, a mark, «برای», «که»."""
        return last < self.end and (self.keys[last] in ("برای", "که", "را", "نیز", "هم") or not self.keys[last][0].isalnum() or last in self.names.verbs or last + 1 in self.names.verbs)

    def _none_such(self, last: int) -> bool:
        """«برنامه‌ای برای مقابله ندارد»: the verb behind is negated."""
        verb = next((g for g in self.draft.verbs_in(last, last + 8) if g.form.person), None)
        return verb is not None and verb.form.negative and "که" not in self.keys[last : verb.first]

    def _bare(self, last: int) -> bool:
        """Whether nothing belongs to a noun: «را», or a verb with at most its own noun, stands behind it."""
        return self.keys[last - 1][-1] != "ی" and (
            self.keys[last : last + 1] == ["را"] or any(at in self.names.verbs for at in (last, last + 1))
        )

    def _fitting(self, kind: str, exact: bool = False) -> InstrumentDraft | None:
        """The last instrument that a pointing word of this kind can mean."""
        wanted = {kind} if exact else KIN.get(kind, {kind}) | {kind}
        fitting = [e for e in self.table.values() if e.kind in wanted and e.mentions]
        return max(fitting, key=lambda e: e.mentions[-1]) if fitting else None

    def _indefinite(self) -> None:
        """«طرحی که …», «قطعنامه‌ای که …»: the report's only instrument of that kind, named later or before."""
        for first, last, kind in self.loose:
            fitting = [e for e in self.table.values() if e.kind in KIN.get(kind, {kind}) | {kind}]
            if len(fitting) == 1 and not (kind == fitting[0].kind == "agreement" and self._wished(fitting[0], first, last)):
                fitting[0].mentions.append(Found(first, last))
                self.chains.told = [t for t in self.chains.told if t.first != first]

    def _wished(self, known: InstrumentDraft, first: int, last: int) -> bool:
        """«توافقی بهتر» beside a known agreement is another one; «…؛ توافقی که X امضا کرد» is it."""
        if known.known_from != "lexicon":
            return False
        told = next((g for g in self.draft.verbs_in(last, last + 12) if g.form.person), None)
        return self.keys[last] != "که" or self.keys[first - 1] not in ("،", "؛") and (told is None or told.form.tense not in DONE)


def find(draft: Draft) -> None:
    """Fills `draft.instruments`, in the order of the text; their states stay open."""
    draft.instruments = Instruments(draft).run()
    draft.in_instrument = frozenset(at for i in draft.instruments for m in i.mentions for at in range(m.first, m.last))
