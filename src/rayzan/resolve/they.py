"""Whom «آن‌ها» means as those who speak."""

from bisect import bisect_left

from rayzan.extract.draft import Draft, Found
from rayzan.resolve.antecedent import Antecedents
from rayzan.resolve.phrase import PhraseActors

DOERS = ("کنندگان", "دهندگان")  # the second word of «تهیه کنندگان»
THEY = frozenset(["آنها", "آنان", "آنهایی", "اینها"])


class They:
    """The several of one draft that «آن‌ها» goes back to."""

    def __init__(self, draft: Draft, phrases: PhraseActors, before: Antecedents) -> None:
        self.draft, self.phrases, self.before = draft, phrases, before

    def meant(self, they: Found) -> tuple[str, ...]:
        """«آن‌ها افزودند»: those told of in the sentence before, if nobody spoke in it, else those who spoke last together, else the last
        group or body named in the sentence or the one before; never one person, and nobody where none of them is told."""
        told = self._told_of(they) or self._read_of(they) or self.before.together()
        if told is not None:
            return (told,)
        sentence_of = self.draft.view.sentence_of
        for at in range(bisect_left(self.draft.mentions, they.first, key=lambda m: m.first) - 1, -1, -1):
            m = self.draft.mentions[at]
            if sentence_of[they.first] - sentence_of[m.first] > 1:
                break
            if m.kind in ("people", "group", "body") and m.actors:
                return m.actors
        return ()

    def _told_of(self, they: Found) -> str | None:
        """The several of people told last in the sentence before, where nobody has spoken in it: «… که بسیاری از مردم X آنجا بودند. آنها …»."""
        view, clauses = self.draft.view, self.before.clauses
        here = view.sentence_of[they.first]
        if not here or view.sentences[here - 1].first < self.before.told:
            return None
        before = view.sentences[here - 1]
        for at in range(before.last - 1, before.first - 1, -1):
            m = clauses.mention_from.get(at)
            if view.keys[at] in clauses.lists.quantifiers or m is not None and m.kind == "people":
                phrase = clauses.noun_phrase(at, before.last)
                if phrase is not None and "را" not in view.keys[phrase.last : phrase.last + 1]:
                    return self.phrases.of(Found(phrase.first, phrase.last), plural=True)
        return None

    def _read_of(self, they: Found) -> str | None:
        """The several who head the sentence before, which is nobody's words or a medium's: «به نوشته X، تهیه‌کنندگان طرح C را دیدند. آنها …»."""
        view, clauses = self.draft.view, self.before.clauses
        here = view.sentence_of[they.first]
        before = view.sentences[max(here - 1, 0)]
        if not here or before.first < self.before.told and (self.before.last is None or self.before.last != self.before.last_medium):
            return None
        credits = [m.last + 1 for m in self.draft.mentions_in(before.first, before.last) if m.kind == "outlet" and view.keys[m.last] in ("،", ":")]
        comma = max(credits, default=before.first)
        phrase = clauses.noun_phrase(clauses.head(comma, before.last), before.last)
        if phrase is None or not (clauses.heads_people(phrase) or view.keys[phrase.first + 1] in DOERS) or "را" in view.keys[phrase.last : phrase.last + 1]:
            return None
        return self.phrases.of(Found(phrase.first, phrase.last), plural=True)
