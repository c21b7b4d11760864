"""Commitments: who undertakes, is mandated or is asked to do what."""

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import CommitmentDraft, Draft, Found, StatementDraft
from rayzan.lang.fa.verbs import Group, Tense

ASKED = ("ask", "that")
FUTURE_WORDS = frozenset({"فردا", "آینده"})


class Commitments:
    """Gathers commitments from statements by act, from futures in the first person, from mandates and «باید» to a named party."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys = draft, draft.view.keys
        self.clauses = Clauses(draft)
        table, language = draft.language.table("commitment"), draft.language
        self.frames, self.must = language.words("commitment", "frames"), {language.keys(w)[0] for w in table["must"]}
        self.weak = set(table["no_pledge"])
        self.out: list[CommitmentDraft] = []

    def run(self) -> list[CommitmentDraft]:
        for s in self.draft.statements:
            self._by_act(s)
        for g in self.draft.verbs:
            self._by_verb(g)
        for e in self.draft.events:
            if e.type == "mandate" and e.whom and e.status == "happened":
                by = e.whom[0] if len(e.whom) == 1 else "-".join(e.whom)
                self._add(CommitmentDraft(by, None, Found(e.first, e.last), "mandate", e.first, self._sentence_end(e.last), "mandate"))
        self.out.sort(key=lambda c: (c.first, c.last))
        return self.out

    def _add(self, c: CommitmentDraft) -> None:
        """One commitment for one act: what overlaps an earlier one by half is told already."""
        for known in self.out:
            shared = min(known.last, c.last) - max(known.first, c.first)
            if shared > 0 and shared * 2 >= min(known.last - known.first, c.last - c.first):
                return
        times = [t for t in self.draft.times_in(c.first, c.last) if t.value]
        c.due = next((t.value for t in times if self._due(t.first)), None)
        c.condition = self._condition(c.first, c.last)
        c.claimed_by = self.draft.speaker_at(c.first)
        self.out.append(c)

    def _due(self, at: int) -> bool:
        return at > 0 and self.keys[at - 1] in ("تا", "ظرف", "طی", "برای", "از")

    def _condition(self, first: int, last: int) -> Found | None:
        """«اگر …»: to the end of its clause."""
        for at in range(max(0, first), last):
            if self.keys[at] in ("اگر", "چنانچه", "درصورتی", "درصورتیکه") or self.keys[at : at + 3] == ["در", "صورتی", "که"]:
                end = next((g.last for g in self.clauses.verbs_in(at, last)), last)
                return Found(at, end)
        return None

    def _sentence_end(self, at: int) -> int:
        s = self.draft.view.sentences[self.draft.view.sentence_of[at - 1]]
        end = s.last
        while end > at and self.keys[end - 1] in (".", "»", "؛"):
            end -= 1
        return end

    # statements

    def _by_act(self, s: StatementDraft) -> None:
        """A promise or offer binds its speaker; a demand whoever it is put to."""
        shape = s.rule.split(":")[0]
        if s.act == "promise" or (s.act == "offer" and s.rule != "heading"):
            if s.first < s.last:
                first, last = self._with_cue(s)
                self._add(CommitmentDraft(s.speaker, None, Found(s.first, s.last), "pledge", first, last, f"act:{s.act}"))
        elif s.act == "demand" and s.cue is not None and shape in ("ask", "that", "between", "bare"):
            by = self._asked(s)
            if by is None and not self.clauses.verbs_in(s.first, s.last) and shape != "between":
                return
            first, last = self._with_cue(s)
            self._add(CommitmentDraft(by, None, Found(s.first, s.last), "request", first, last, "act:demand"))

    def _with_cue(self, s: StatementDraft) -> tuple[int, int]:
        if s.cue is None or s.cue.last <= s.first:
            return s.first, s.last
        return s.first, max(s.last, s.cue.last if s.cue.first <= s.last + 3 else s.last)

    def _asked(self, s: StatementDraft) -> str | None:
        """«از X خواست»: the party behind the «از» nearest before the cue; else the content's own subject."""
        assert s.cue is not None
        for at in range(s.cue.first - 1, max(0, s.cue.first - 20), -1):
            if self.keys[at] == "از" and (m := self.clauses.mention_from.get(at + 1)) is not None and m.actors:
                return m.actors[0]
        m = self.clauses.mention_from.get(s.first)
        return m.actors[0] if m is not None and m.actors else None

    # verbs

    def _by_verb(self, g: Group) -> None:
        """«دنبال خواهیم کرد», «X … خواهد کرد», «X باید …», «قرار شد …»."""
        sentence = self.draft.view.sentence_of[g.first]
        if sentence < 0:
            return
        s = self.draft.view.sentences[sentence]
        start = self._clause_start(s.first, g)
        if self.frames.at(self.keys, start, g.last) == 2 and self.keys[start + 1] == "شد" or self._agreed_frame(start, g):
            return
        if g.form.tense is Tense.FUTURE and not g.form.passive:
            self._future(start, g)
        elif g.form.tense is Tense.SUBJUNCTIVE:
            self._obligation(start, g)

    def _agreed_frame(self, start: int, g: Group) -> bool:
        """«قرار شد C»: what was agreed to be done."""
        if not (g.form.lemma == "شدن" and self.keys[g.first - 1] in ("قرار", "مقرر") and g.form.tense is Tense.PAST):
            return False
        end = self._sentence_end(g.last)
        subject = self.clauses.subject(start, g.first - 1, strict=True)
        by = subject.who[0].actors[0] if subject and subject.who and subject.who[0].actors else self.draft.speaker_at(g.first)
        self._add(CommitmentDraft(by, None, Found(g.last, end), "mandate", g.first - 1, end, "frame"))
        return True

    def _clause_start(self, first: int, g: Group) -> int:
        groups = [v for v in self.clauses.verbs_in(first, g.first) if v.form.person and v.last <= g.first]
        start = groups[-1].last if groups else first
        for at in range(g.first - 1, start, -1):
            if self.keys[at] in (":", "؛"):
                return at + 1
        while start < g.first and self.keys[start] in ("و", "،", "که", "تا", "اما"):
            start += 1
        inner = next((x for x in self.draft.statements if start < x.first <= g.first < x.last), None)
        return inner.first if inner is not None else start

    def _future(self, start: int, g: Group) -> None:
        form = g.form
        if form.lemma in ("بودن", "شدن", "توانستن", "داشتن") and not (form.lemma == "داشتن" and form.person == 1):
            return
        if form.person == 1:
            speaker = self.draft.speaker_at(g.first)
            if speaker is not None:
                self._add(CommitmentDraft(speaker, None, Found(start, g.last), "pledge", start, g.last, "future:first-person"))
        elif form.person == 3 and self.draft.speaker_at(g.first) is None:
            subject = self.clauses.subject(start, g.first, form.plural, strict=True)
            if subject is not None and subject.who and subject.who[0].actors and subject.who[0].kind not in ("outlet",):
                self._add(CommitmentDraft(subject.who[0].actors[0], None, Found(start, g.last), "pledge", start, g.last, "future:narrated"))

    def _obligation(self, start: int, g: Group) -> None:
        """«تهران باید شرایط … را فراهم کند»: put to a named party by somebody else."""
        must = next((at for at in range(start, g.first) if self.keys[at] in self.must), None)
        if must is None or g.form.passive or g.form.person != 3:
            return
        subject = self.clauses.subject(start, must, g.form.plural, strict=True)
        if subject is None or not subject.who or not subject.who[0].actors or subject.who[0].kind in ("self", "pronoun"):
            return
        by = subject.who[0].actors[0]
        speaker = self.draft.speaker_at(g.first)
        if speaker is None or by == speaker:
            return
        self._add(CommitmentDraft(by, None, Found(start, g.last), "request", start, g.last, "must"))


def find(draft: Draft) -> None:
    """Fills `draft.commitments`."""
    draft.commitments = Commitments(draft).run()
