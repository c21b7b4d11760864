"""Things that only their being spoken of again makes instruments: «طرحی …», then «این طرح»."""

from typing import NamedTuple

from rayzan.extract.draft import Draft, Found, InstrumentDraft
from rayzan.extract.instrument_kind import Kind, Shape
from rayzan.extract.instrument_name import Names

# Kind words that point to one another's things.
SPEAKS_OF = {
    "plan": {"plan", "resolution", "law"}, "law": {"law", "plan"}, "resolution": {"resolution", "plan"}, "agreement": {"agreement", "document"},
    "document": {"document", "agreement", "plan"}, "mechanism": {"mechanism"}, "protocol": {"protocol"},
    "framework": {"framework", "protocol"}, "treaty": {"treaty", "agreement"}, "memorandum": {"memorandum", "document", "agreement"},
    "statement": {"statement", "document"}, "agreements": {"agreements"},
}  # fmt: skip
EXPORTED = {"plan": "project", "law": "resolution", "document": "agreement", "protocol": "agreement", "framework": "agreement", "agreements": "agreement"}
ALONE = frozenset({"agreement", "treaty", "law", "resolution", "plan", "memorandum", "mechanism", "statement", "agreements"})  # kinds whose «این توافق» is one by itself
BEFORE = 2  # sentences back to what it points to
MOST_NAME = 8  # words of a name that nothing but its repetition makes one


class Told(NamedTuple):
    """A kind word with what follows it, words `first` to `last`; `again`: it points back; `content`: its telling words."""

    kind: str
    first: int
    last: int
    again: bool
    content: frozenset[str]


class Chains:
    """Gathers the kind words that no name and no shape took, and makes instruments of those spoken of again."""

    def __init__(self, draft: Draft, names: Names) -> None:
        self.draft, self.keys, self.names = draft, draft.view.keys, names
        self.told: list[Told] = []

    def hear(self, at: int, kind: Kind, size: int, again: bool) -> None:
        """Keeps a kind word for the chains."""
        if kind.kind not in SPEAKS_OF or self.told and at < self.told[-1].last:
            return
        first, last = at, at + size + again
        if not again:
            last = min(self._end(last), at + MOST_NAME)
        words = self.keys[at + size : last]
        self.told.append(Told(kind.kind, first, last, again, frozenset(w for w in words if len(w) > 2 and w[0].isalpha())))

    def _end(self, at: int) -> int:
        """Behind the name's words and the party that owns it: «طرح پیشنهادی نمایندگان مجلس»."""
        last = self.names.name_end(at)
        owner = self.names.owners.get(last)
        return owner.last if owner is not None and last - at < 4 else last

    def made(self, taken: set[str]) -> list[InstrumentDraft]:
        """The instruments that the chains tell; none under a key of `taken`."""
        out: list[InstrumentDraft] = []
        free = [t for t in self.told if not t.again and self._counts(t)]
        used: set[int] = set()
        for again in (t for t in self.told if t.again):
            if again.first in used:
                continue
            base = next(
                (t for t in reversed(free) if t.first < again.first and t.kind in SPEAKS_OF[again.kind] and t.first not in used), None
            )
            if base is None:
                continue
            chain = [t for t in self.told if t.first not in used and self._of(t, base, again)]
            used |= {t.first for t in chain}
            out.append(self._instrument(base, chain, taken))
        return out + self._alone(used, taken)

    def _alone(self, used: set[int], taken: set[str]) -> list[InstrumentDraft]:
        """«توافق کردند که …», then «این توافق», «این قانون» of a parliament abroad: what is pointed to though no name told it."""
        out: list[InstrumentDraft] = []
        left = [t for t in self.told if t.again and t.first not in used and t.kind in ALONE and self._by_itself(t)]
        while left:
            first = left[0]
            chain = [t for t in left if t.kind == first.kind or t.kind in SPEAKS_OF[first.kind]]
            left = [t for t in left if t not in chain]
            if self._abroad(first):
                out.append(self._instrument(first, chain, taken))
        return out

    def _by_itself(self, t: Told) -> bool:
        """Whether «این X» may be one though nothing told it: no «چنین», no «این پیشنهاد», nothing that is never one («لایحه بودجه») before."""
        word = self.keys[t.first + 1]
        if self.keys[t.first] not in ("این", "همین") or word.startswith("پیشنهاد"):
            return False
        return not any(key == word and self.names.w.never.at(self.keys, at) for at, key in enumerate(self.keys[: t.first]))

    def _abroad(self, t: Told) -> bool:
        """Whether a state or body from abroad stands in its sentence or the two before."""
        n = self.draft.view.sentence_of[t.first]
        firsts = (self.draft.view.sentences[i].first for i in range(max(0, n - BEFORE), n + 1))
        return any(self.names.foreign(Shape(t.kind, at, at, (), (), ())) for at in firsts)

    def _of(self, t: Told, base: Told, again: Told) -> bool:
        """Whether a telling is the base's: itself, what points back behind it, a bare «طرحی», a name that shares a word."""
        if t is base or t is again:
            return True
        if t.kind not in SPEAKS_OF[base.kind]:
            return False
        return t.first > base.first if t.again else not t.content and self._counts(t) or bool(t.content & base.content)

    def _counts(self, t: Told) -> bool:
        """A first telling: indefinite («طرحی»), or named, in a sentence where a state or body from abroad stands."""
        named = bool(t.content) or self.keys[t.first].endswith("ی")
        return named and self.names.foreign(Shape(t.kind, t.first, t.last, (), (), ()))

    def _instrument(self, base: Told, chain: list[Told], taken: set[str]) -> InstrumentDraft:
        best = max((t for t in chain if not t.again), key=lambda t: (len(t.content), -t.first), default=base)
        shape = Shape(
            best.kind, best.first, best.last, self.names.told_qualifiers(best.first, best.last), self.names._numbers(best.first, best.last),
            self.names.named(best.first, best.last),
        )  # fmt: skip
        slug = self.names.slug(shape)
        key = slug if slug not in taken else next(f"{slug}-{n}" for n in range(2, 99) if f"{slug}-{n}" not in taken)
        taken.add(key)
        name = self.draft.view.span(best.first, best.last).text
        kind = EXPORTED.get(best.kind, best.kind)
        return InstrumentDraft(
            key,
            kind,
            self.names.english(shape),
            name,
            shape.parties,
            [Found(t.first, t.last) for t in sorted(chain, key=lambda t: t.first)],
            known_from="report",
        )
