"""The voice of a line: by what signs it is the narrator's or still a speaker's."""

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Draft, StatementDraft
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch

POINTING = frozenset({"این", "آن", "اینها", "آنها", "همین", "چنین", "همه"})  # words at a line's head that take up what one has just said


class Voice:
    """Tells the narrator's lines and the speakers' of one draft."""

    def __init__(self, draft: Draft, clauses: Clauses) -> None:
        self.clauses, self.keys = clauses, draft.view.keys
        language, border = draft.language, draft.language.table("border")
        self.narrator, self.speaker = language.words("border", "narrator_openers"), language.words("border", "speaker_openers")
        self.formulas, self.soft, self.hearsay = (language.words("border", name) for name in ("formulas", "soft_openers", "hearsay"))
        self.told_back, self.articles = (frozenset(language.keys(w)[0] for w in border[name]) for name in ("told", "articles"))
        self.first_person = {keys[0] for w in language.table("syntax")["first_person"] if len(keys := language.keys(w)) == 1}
        self.modals = frozenset(language.keys(w)[0] for w in ("باید", "نباید", "می‌توان", "نمی‌توان"))

    def head(self, line: Stretch) -> int:
        """The first word of a line behind its marks."""
        return next((at for at in range(line.first, line.last) if self.keys[at][0].isalnum()), line.last)

    def narrates(self, s: Stretch) -> bool:
        """Whether a sentence within a line is surely the narrator's: by a formula, or one that takes up what was said."""
        return bool(self.formulas.at(self.keys, self.head(s), s.last)) or self.takes_up(s) and not self.own_verb(s)

    def takes_part(self, line: Stretch) -> bool:
        """«X، وزیر …، نیز در این گفت‌وگو حضور داشت»: the narrator tells of one more who was there."""
        m = self.clauses.mention_from.get(self.clauses.head(line.first, line.last))
        if m is None or m.kind not in ("name", "title"):
            return False
        also = next((at for at in range(m.last, min(m.last + 8, line.last)) if self.keys[at] in ("نیز", "هم")), None)
        return also is not None and self.keys[also + 1 : also + 3] == ["در", "این"] and self.keys[also + 3] in self.clauses.lists.settings

    def takes_up(self, line: Stretch) -> bool:
        """«این توییت پس از آن منتشر شد که …», «در این تجمع پرچمی افراشته شد»: the narrator, in the past, takes up what was said or where."""
        at = self.head(line)
        if self._while(at, line.last):
            return True
        at += self.keys[at] in ("در", "طی")
        if self.keys[at] != "این" or self.keys[at + 1] not in self.told_back:
            return False
        groups = [g for g in self.clauses.verbs_in(line.first, line.last) if self.clauses.finishes(g) or g.last >= line.last - 1]
        return bool(groups) and groups[-1].form.person == 3 and any(g.form.tense in (Tense.PAST, Tense.PLUPERFECT) or g.form.passive for g in groups)

    def _while(self, first: int, last: int) -> bool:
        """«… در حالی منتشر شد که …», «… در حالی طفره می‌رود که …»: how a narrator sets one thing against another."""
        at = next((i for i in range(first + 2, last - 3) if self.keys[i : i + 2] == ["در", "حالی"] and self.keys[i + 2] not in ("که", "است")), -1)
        return at > 0 and any(self.keys[i] == "که" and i in self.clauses.verb_ends for i in range(at + 3, min(at + 14, last)))

    def neutral(self, line: Stretch) -> bool:
        """Whether a line has neither signs of the narrator nor of the speaker, so that the next line decides whose it is."""
        first = self.head(line)
        marked = (
            self.narrator.at(self.keys, first, line.last)
            or first in self.clauses.time_from
            or line.first in self.clauses.furniture_ends
            or self.keys[line.first] == "،"
            or self.takes_part(line)
            or self.takes_up(line)
            or ("وی" in self.keys[line.first : line.last] and any(self.hearsay.at(self.keys, at, line.last) for at in range(line.first, line.last)))
        )
        whole = self.keys[line.last - 1] in (".", "،") and "«" not in self.keys[line.first : line.last]
        return whole and not marked and not any(g.form.tense is Tense.PLUPERFECT for g in self.clauses.verbs_in(line.first, line.last))

    def own_verb(self, line: Stretch) -> bool:
        """Whether a verb of the line is a first person's."""
        return any(g.form.person == 1 for g in self.clauses.verbs_in(line.first, line.last))

    def own(self, line: Stretch, open: StatementDraft | None) -> bool:
        """Signs of the speaker's own voice: a first person, «باید», a question, a connective at the head."""
        if self.keys[line.last - 1] not in (".", "؟", "!", "»", '"', "...", "…"):
            return False
        if any(k in self.first_person or k in self.modals for k in self.keys[line.first : line.last]):
            return True
        # «کشورمان» alone is the speaker's; «وزیر خارجه کشورمان» is the narrator's as often
        if any(m.kind == "state" and m.states == ("ours",) for m in self.clauses.mentions(line.first, line.last)):
            return True
        groups = self.clauses.verbs_in(line.first, line.last)
        if any(g.form.person == 1 or (g.form.person == 2 and g.form.plural) for g in groups):
            return True
        if any(g.form.tense is Tense.PLUPERFECT for g in groups) and not self._written(open):
            return False
        if self.keys[line.last - 1] in ("؟", "!"):
            return True
        return bool(self.speaker.at(self.keys, line.first, line.last)) or self._plainly(line, groups, open)

    def _plainly(self, line: Stretch, groups: list[Group], open: StatementDraft | None) -> bool:
        """Whether a line says in the present or future what is, of nobody named at its head («راه‌ها نزدیک هم هستند و کار پیش می‌رود.»), or a
        written text, in which any tense goes on, tells more («این نوشته می‌گوید …»)."""
        if self.takes_up(line) or "وی" in self.keys[line.first : line.last]:
            return False
        finite = [g.form.tense for g in groups if self.clauses.finishes(g) or g.form.person and g.last >= line.last - 1]
        now = {Tense.PRESENT, Tense.FUTURE} & set(finite) and not {Tense.PAST, Tense.PLUPERFECT} & set(finite)
        if self.keys[self.clauses.head(line.first, line.last)] in POINTING:
            now = now or finite[-1:] in ([Tense.PRESENT], [Tense.FUTURE], [Tense.PERFECT])
        if any(t.precision == "day" for t in self.clauses.draft.times_in(line.first, line.last)):
            return self._written(open)
        hearsay = any(self.hearsay.at(self.keys, at, line.last) for at in range(line.first, line.last))
        return bool(now or self._written(open)) and not hearsay and self._of_nobody(line)

    def _of_nobody(self, line: Stretch) -> bool:
        """Whether a line begins with nobody whom a narrator would tell of: no name, no office, no «مردم»."""
        at, lists = self.clauses.head(line.first, line.last), self.clauses.lists
        m = self.clauses.mention_from.get(at)
        people = self.keys[at] in lists.many or lists.callers[0].at(self.keys, at, line.last)
        return m.kind in ("state", "body", "you") if m is not None else not people

    def _written(self, s: StatementDraft | None) -> bool:
        """Whether the open words are an article's: «در ادامه این مطلب آمده است: …»."""
        return s is not None and s.rule == "document" and s.source is not None and not self.articles.isdisjoint(self.keys[s.source.first : s.source.last])
