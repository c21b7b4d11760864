"""Whom a subject left out means: who spoke last, who heads the clause before, those told of in somebody's words."""

from bisect import bisect_left

from rayzan.extract.draft import Draft, Found, StatementDraft
from rayzan.lang.fa.verbs import Group
from rayzan.resolve.antecedent import Antecedents
from rayzan.resolve.phrase import PhraseActors

OPEN_PASSIVES = frozenset(["اعلام", "گزارش", "ادعا"])  # «اعلام شد که …»: by whom is left open
REPORT = "گزارش"


class LeftOut:
    """The speakers whom the cues of one draft leave out."""

    def __init__(self, draft: Draft, phrases: PhraseActors, before: Antecedents) -> None:
        self.draft, self.phrases, self.before = draft, phrases, before
        self.verb_ends = [g.last for g in draft.verbs]
        self.verb_firsts = [g.first for g in draft.verbs]

    def meant(self, s: StatementDraft, enclosing: str | None) -> str | None:
        """Who speaks where no words name one; `enclosing` is whose words the statement stands in, None where the report tells it."""
        if s.rule == "passive" and s.cue is not None and self.draft.view.keys[s.cue.first] in OPEN_PASSIVES:
            return enclosing
        if s.within is not None and (own := self._inside(s)) is not None:
            return own
        if self.before.last_medium is not None and self._report_says(s):
            return self.before.last_medium
        alone = s.cue is not None and s.rule.split(":")[0] != "participle-clause" and not self.plural(s)
        several = self._several(s) if enclosing is None and not alone and self.before.one(self.before.last) else None
        return enclosing or (alone and self.before.introduced(min(s.first, s.cue.first) if s.cue else s.first)) or several or self.before.last

    def _several(self, s: StatementDraft) -> str | None:
        """«در پاسخ مقام‌های پرو که گفته‌اند C»: the people told last in the sentence of a plural verb whose subject is left out; None if none are."""
        if s.cue is None or s.rule == "passive" or not self.plural(s):
            return None
        sentence = self.draft.view.sentences[self.draft.view.sentence_of[s.cue.first]]
        told = [m for m in self.draft.mentions_in(sentence.first, s.cue.first) if m.kind == "people" and len(m.actors) == 1]
        return told[-1].actors[0] if told else None

    def _report_says(self, s: StatementDraft) -> bool:
        """«گزارش می‌افزاید که C»: whether a report speaks that a medium told of."""
        if s.cue is None or s.within is not None or s.rule == "passive":
            return False
        view = self.draft.view
        sentence = view.sentences[view.sentence_of[s.cue.first]]
        return view.keys[self.before.clauses.head(sentence.first, s.cue.first)] == REPORT

    def _inside(self, s: StatementDraft) -> str | None:
        """Who is told of in somebody's own words, where the verb is another's: «X گفت: اتحادیه پست از C استقبال و اعلام کرد که …»; None where
        the words name nobody before it."""
        outer = self.draft.statements[s.within] if s.within is not None else None
        plural = self.plural(s)
        one = outer is not None and plural and self.before.one(outer.speaker)  # «X گفت که آنها به Y وعده دادند که …»
        if outer is None or not (outer.directness == "direct" or one) or s.cue is None or s.rule == "passive" or outer.first > s.cue.first:
            return None
        view = self.draft.view
        sentence = view.sentences[view.sentence_of[s.cue.first]]
        first = max(sentence.first, outer.first)
        if any(g.form.person == 1 for g in self.draft.verbs_in(first, s.cue.first)):
            return None
        clauses = self.before.clauses
        ends = [g.last for g in clauses.verbs_in(first, s.cue.first) if clauses.finishes(g)]
        for begin in (*reversed(ends), first):
            found = clauses.subject(begin, s.cue.first, plural, strict=begin > first)
            if found is not None and found.who:
                return found.who[0].actors[0] if len(found.who) == 1 and found.who[0].actors else None
            many = found is not None and plural and clauses.heads_people(found)
            if found is not None and (many or self.phrases.heads(Found(found.first, found.last))):
                return self.phrases.of(Found(found.first, found.last), plural)
        return None

    def plural(self, s: StatementDraft) -> bool:
        """Whether the verb of the cue is a plural one."""
        verb = self.cue_verb(s)
        return verb is not None and verb.form.plural

    def cue_verb(self, s: StatementDraft) -> Group | None:
        """The verb that ends a cue, or that closes the content which its noun holds («خواستار C شدند»); None where there is none."""
        if s.cue is not None and s.rule.startswith("between"):
            behind = bisect_left(self.verb_firsts, max(s.last, s.cue.last))
            return self.draft.verbs[behind] if behind < len(self.verb_firsts) and self.verb_firsts[behind] <= s.last + 1 else None
        at = bisect_left(self.verb_ends, s.cue.last) if s.cue is not None else len(self.verb_ends)
        return self.draft.verbs[at] if at < len(self.verb_ends) and s.cue is not None and self.verb_ends[at] == s.cue.last else None
