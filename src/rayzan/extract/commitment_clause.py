"""The finder of undertakings: makes one from a clause and its parties, fills when it is due and on what condition."""

from rayzan.extract.commitment_party import Parties
from rayzan.extract.commitment_span import DONE, MISTAKEN
from rayzan.extract.draft import CommitmentDraft, Found

__all__ = ["DONE", "MISTAKEN", "Finder"]

CREDIT = 14  # words of a credit


class Finder(Parties):
    """Reads the clauses of one draft for undertakings."""

    def made(
        self, rule: str, kind: str, by: str | None, first: int, last: int, what: Found | None = None, to: str | None = None
    ) -> CommitmentDraft:
        first = self._credited(first, last)
        return CommitmentDraft(by, to, what or Found(first, last), kind, first, last, rule)

    def _credited(self, first: int, last: int) -> int:
        """Behind «به گزارش X،» that opens a clause: the credit is no part of what is undertaken."""
        if self.keys[first] != "به" or self.keys[first + 1] not in ("گزارش", "نوشته", "گفته", "نقل"):
            return first
        return next((i + 1 for i in range(first, min(first + CREDIT, last - 2)) if self.keys[i] == "،"), first)

    def complete(self, c: CommitmentDraft) -> None:
        """Fills due time, condition and who tells it."""
        for t in self.draft.times_in(c.first, c.last):
            if t.value and t.first and self.keys[t.first - 1] in ("تا", "ظرف", "طی", "برای", "از", "در"):
                c.due = t.value
        s = self.draft.view.sentences[self.draft.view.sentence_of[c.first]]
        before = self.condition(s, c.first) if c.kind == "pledge" else None
        inside = next((at for at in range(c.first, c.last) if self.conditions.at(self.keys, at, c.last)), -1)
        if before is not None:
            c.first, c.condition = before.first, before
        elif inside >= 0:
            c.condition = Found(inside, next((g.last for g in self.clauses.verbs_in(inside, c.last)), c.last))
        c.claimed_by = self.draft.speaker_at(c.first)
