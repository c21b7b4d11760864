"""What the lexicon calls things in Persian, by the English names and the ids that records have."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from rayzan.lexicon.lexicon import Lexicon, open_lexicon
from rayzan.resolve.holding import office_en, split


class Names:
    """Persian names of outlets, places and persons by the English ones, and of whatever offices are of by id."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.outlets = {o.name_en: o.name_fa for o in lexicon.outlets.values() if o.name_fa}
        self.persons = {p.name_en: p.name_fa for p in lexicon.persons.values() if p.name_fa}
        self.places = {p.name_en: (p.fa or p.unsure)[0] for p in lexicon.places.values() if p.fa or p.unsure}
        self.places |= {s.name_en: s.name_fa for s in lexicon.states.values() if s.name_fa}
        self.places |= {s.capital.en: s.capital.fa[0] for s in lexicon.states.values() if s.capital and s.capital.fa}
        self._of = {e.id: e.name_fa for e in (*lexicon.states.values(), *lexicon.bodies.values()) if e.name_fa}

    def office(self, id: str, persian: bool) -> str:
        """An office by its id: «iran-foreign-minister» is «وزیر امور خارجه ایران»; in English where the lexicon has no Persian for a part of it."""
        if not persian:
            return office_en(self.lexicon, id)
        owner, title, to = split(self.lexicon, id)
        named = self.lexicon.titles.get(title)
        name = next(filter(None, (named.name_fa, *named.forms)), "") if named else ""
        of, at = (self._of.get(x or "") for x in (owner, to))
        if not name or (owner and not of) or (to and not at):
            return office_en(self.lexicon, id)
        return " ".join(filter(None, (name, of, f"در {at}" if at else "")))


@cache
def shipped() -> Names:
    """The names of the lexicon that comes with rayzan."""
    return Names(open_lexicon())


def names(packs: Iterable[Path] = ()) -> Names:
    """The names of the shipped lexicon with packs laid over it. Raises `LexiconError` for a pack that is missing or breaks the schema."""
    laid = tuple(packs)
    return Names(open_lexicon(*laid)) if laid else shipped()
