"""What a discrepancy and a corroboration are: kind, both sides with their words, how grave, one line of explanation in both languages."""

import hashlib

import msgspec

from rayzan.collate.told import Place
from rayzan.text.fold import fold

# How grave: a contradiction can't both be true; a variance may be; a note is explained (rounding, a calendar, a later report that says less).
CONTRADICTION, VARIANCE, NOTE = "contradiction", "variance", "note"


class Discrepancy(msgspec.Struct, frozen=True):
    """Two places that tell one thing differently.

    `kind`: number, unit, window, date, place, agents, participants, name, state, membership, assessment, attribution, wording, heading,
    coverage or spelling. `about`: what both tell of (an instrument's key, an actor's id, a field …). `verdict` and `note`: what a person decided.
    """

    id: str
    kind: str
    severity: str
    a: Place
    b: Place
    about: str
    en: str
    fa: str
    verdict: str | None = None
    note: str | None = None

    @property
    def reports(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.a.report, self.b.report)))


class Corroboration(msgspec.Struct, frozen=True):
    """One fact told by several reports that are no copies of one another, `originals` of them. `kind`: event, state, figure, saying,
    assessment, position or subject."""

    id: str
    kind: str
    about: str
    evidence: tuple[Place, ...]
    originals: int
    en: str
    fa: str
    verdict: str | None = None
    note: str | None = None

    @property
    def reports(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(p.report for p in self.evidence))


def name_of(letter: str, kind: str, *places: Place, about: str = "") -> str:
    """A permanent id: by the words of the places, so that reading again with newer rules leaves it."""
    words = "\n".join([kind, about, *sorted(f"{p.report}\t{fold(p.text)}" for p in places)])
    return letter + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def differ(kind: str, severity: str, a: Place, b: Place, about: str, en: str, fa: str) -> Discrepancy:
    """A discrepancy, its sides in the order given."""
    return Discrepancy(name_of("d", kind, a, b), kind, severity, a, b, about, en, fa)


def agree(kind: str, about: str, evidence: list[Place], originals: int, en: str, fa: str, by_words: bool = False) -> Corroboration:
    """A corroboration. Its id is by kind and what it is about, so that a further report leaves it, and by the words of the first place
    where many things may be about that (`by_words`)."""
    return Corroboration(
        name_of("c", kind, *evidence[:1] if by_words else (), about=about), kind, about, tuple(evidence), originals, en, fa
    )
