"""Which state «این کشور», «کشورش» means: the last one named, unless the sentence's own build tells of another."""

from bisect import bisect_left

from rayzan.extract.draft import ActorDraft, Draft, Mention
from rayzan.extract.namewords import POINTING
from rayzan.text.segment import Stretch

PERSONS = frozenset(("name", "title"))
NAMED = PERSONS | {"state", "government", "body", "people", "someone"}
PLACING = frozenset(("در", "از", "با"))  # what stands behind them goes with a deed or holds it
MOST_BACK = 4  # sentences, in which «وی» goes on to be the one person


class Countries:
    """The states of one draft, as they are named in order."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys = draft, draft.view.keys
        self.prepositions = draft.language.words("syntax", "prepositions")
        self.named: list[str] = []  # so far, the last one last

    def name(self, id: str) -> None:
        """Remembers the state last named."""
        self.named.append(id)

    @property
    def last(self) -> str | None:
        """The state last named; None where none has been."""
        return self.named[-1] if self.named else None

    @property
    def abroad(self) -> str | None:
        """The state last named that is not the homeland."""
        return next((s for s in reversed(self.named) if s != self.draft.homeland), None)

    def meant(self, m: Mention) -> str | None:
        """The state that «این کشور», «کشورش» in the words of a mention means; None where no state has been named."""
        if m.kind == "title" and self.last == self.draft.homeland:
            return self.abroad or self.last  # «رئیس‌جمهور این کشور» is no paper's own
        if m.kind == "state" and self.keys[m.first] not in POINTING:
            return self._owners(m) or self.last
        listed = self._listed(m)
        if listed or m.kind != "state":
            return listed or self.last
        others = {self._beside(m), self._doers(m), *self._abroad(m)}
        before = self._subject_before(m)
        if before is not None and before not in others:
            return before
        return next((s for s in reversed(self.named) if s not in others), self.last)

    def _listed(self, m: Mention) -> str | None:
        """The state of the person told first in the sentence, where the states right before «این کشور» are a list: «X طی نامه‌هایی به
        ایران، ایتالیا و کره از آمادگی این کشور خبر داد»; None elsewhere."""
        before = [o for o in self.draft.named_so_far(m) if o.states and o.states[0] in self.draft.lexicon.states]
        if len(before) < 3 or before[0].kind != "state" or self.keys[before[0].first - 1] != "و" or before[1].last != before[0].first - 1:
            return None
        opening = before[-1]
        return opening.states[0] if opening.kind in PERSONS else None

    def _owners(self, m: Mention) -> str | None:
        """«کشورش»: the state of the person whom the sentence names last before it, as no complement, or else of the one with whom the
        nearest sentence before it begins."""
        told = next((o for o in self.draft.named_so_far(m) if o.kind in PERSONS and not self._led(o)), None)
        number = self.draft.view.sentence_of[m.first]
        if told is None and (opening := self._opening(number)) is not None and opening.first < m.first:
            told = opening  # «نماینده کنیا از آمادگی کشورش خبر داد»
        if told is not None:
            return self._state(told)
        openings = (self._opening(n) for n in range(number - 1, max(number - MOST_BACK, 0) - 1, -1))
        return next((self._state(o) for o in openings if o is not None and o.kind in PERSONS), None)

    def _beside(self, m: Mention) -> str | None:
        """«نیروهای کنیایی از این کشور», «اعزام ارتش کنیا به این کشور»: the state told right before the preposition, which is no place itself."""
        size = self.prepositions.ending(self.keys, m.first)
        at = bisect_left(self.draft.names, m.first - size, key=lambda h: h.first) - 1 if size else -1
        hit = self.draft.names[at] if at >= 0 else None
        if hit is None or hit.last != m.first - size or hit.value.kind not in ("state", "adjective"):
            return None
        first = self._sentence(m).first
        led = next((self.keys[w] for w in range(hit.first - 1, first - 1, -1) if self.prepositions.at(self.keys, w, hit.first)), "")
        return hit.value.id if hit.value.kind == "adjective" or led not in PLACING else None

    def _doers(self, m: Mention) -> str | None:
        """«سامان رادمهر در سفر به این کشور», «تحریم‌های کنیا علیه این کشور»: the state whose deed goes to another."""
        if not self.draft.language.words("actor", "to_another").ending(self.keys, m.first):
            return None
        doer = next((o for o in self.draft.named_so_far(m) if o.kind == "pronoun" or o.kind in NAMED and not self._led(o)), None)
        if doer is None or any(g.form.person for g in self.draft.verbs_in(doer.last, m.first)):
            return None
        return self._owners(m) if doer.kind == "pronoun" else self._state(doer)

    def _abroad(self, m: Mention) -> set[str]:
        """«این کشور نیروهایی در کنیا دارد»: the states behind prepositions in the clause that «این کشور» begins."""
        if not self._opens(m):
            return set()
        end = next((g.first for g in self.draft.verbs_in(m.last, self._sentence(m).last) if g.form.person), self._sentence(m).last)
        behind = (o for o in self.draft.mentions_in(m.last, end) if o.kind == "state" and self._led(o))
        return {o.states[0] for o in behind if o.states and o.states[0] in self.draft.lexicon.states}

    def _subject_before(self, m: Mention) -> str | None:
        """The state with which the sentence before begins, where «این کشور» begins the next: «کنیا در پرو سفارت دارد. این کشور …»."""
        number = self.draft.view.sentence_of[m.first]
        opening = self._opening(number - 1) if number and self._opens(m) else None
        return self._state(opening) if opening is not None and opening.kind in ("state", "government") else None

    def _opens(self, m: Mention) -> bool:
        """Whether a sentence begins with «این کشور»: no name, no verb and no preposition before it."""
        first = self._sentence(m).first
        return not (self._led(m) or self.draft.mentions_in(first, m.first) or self.draft.verbs_in(first, m.first))

    def _opening(self, number: int) -> Mention | None:
        """What a sentence names first, as no complement; None where it names nothing, or a complement first."""
        sentence = self.draft.view.sentences[number]
        told = next((o for o in self.draft.mentions_in(sentence.first, sentence.last) if o.kind in NAMED), None)
        return told if told is not None and not self._led(told) else None

    def _sentence(self, m: Mention) -> Stretch:
        return self.draft.view.sentences[self.draft.view.sentence_of[m.first]]

    def _led(self, m: Mention) -> bool:
        """Whether a preposition stands before a mention."""
        return self.prepositions.ending(self.keys, m.first) > 0

    def _state(self, m: Mention) -> str | None:
        """The one state of those whom a mention means: their own, or that of their office."""
        found = {self._state_of(self.draft.actors[a]) for a in m.actors if a in self.draft.actors} - {None}
        return found.pop() if len(found) == 1 else None

    def _state_of(self, actor: ActorDraft) -> str | None:
        if actor.state is not None or actor.office is None:
            return actor.state
        owner = self.draft.lexicon.split(actor.office)[0]
        return owner if owner in self.draft.lexicon.states else None
