"""All entries of the shipped lexicon and of packs, and the names that find them in a text."""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from rayzan.errors import LexiconError
from rayzan.lexicon import load
from rayzan.lexicon.entry import Body, Entry, Instrument, Outlet, Person, Place, State, Title
from rayzan.text.match import Phrases

Variants = Callable[[str], tuple[tuple[str, ...], ...]]
# Titles whose office names where to: «iran-ambassador-russia».
ENVOYS = ("ambassador", "permanent-representative", "special-envoy")
DATA = Path(__file__).parent.parent / "data"


class Name(NamedTuple):
    """What a phrase can stand for. `kind`: state, adjective, government, body, outlet, title, titles, person,
    surname, place or instrument; `sure` is False for a form that is also a common word or another's name."""

    kind: str
    id: str
    sure: bool = True


class Lexicon:
    """Entries by kind and id; a later entry of one id (a user's pack) replaces an earlier one."""

    def __init__(self, rows: Iterable[tuple[str, Any]]) -> None:
        self.states: dict[str, State] = {}
        self.bodies: dict[str, Body] = {}
        self.outlets: dict[str, Outlet] = {}
        self.titles: dict[str, Title] = {}
        self.persons: dict[str, Person] = {}
        self.places: dict[str, Place] = {}
        self.instruments: dict[str, Instrument] = {}
        self._split: dict[str, tuple[str | None, str, str | None]] = {}
        rooms: dict[str, Any] = {
            "state": self.states, "body": self.bodies, "outlet": self.outlets, "title": self.titles,
            "person": self.persons, "place": self.places, "instrument": self.instruments,
        }  # fmt: skip
        for kind, entry in rows:
            rooms[kind][entry.id] = entry

    def names(self) -> Iterable[tuple[str, Name]]:
        """Every Persian form with what it names."""
        for s in self.states.values():
            yield from _entry(s, "state")
            yield from ((f, Name("adjective", s.id)) for f in s.adjectives if f not in s.unsure)
            yield from ((f + "\u200cاش", Name("adjective", s.id)) for f in s.adjectives if f not in s.unsure and f.endswith("ی"))
            yield from ((f + "\u200cها", Name("government", s.id)) for f in s.adjectives if f not in s.unsure)
            yield from ((f, Name("government", s.id)) for f in s.government)
            if s.capital:
                yield from ((f, Name("place", s.id + ":capital")) for f in s.capital.fa)
        for entry in (*self.bodies.values(), *self.outlets.values(), *self.instruments.values()):
            yield from _entry(entry, type(entry).__name__.lower())
        for t in self.titles.values():
            yield from _entry(t, "title")
            yield from ((f, Name("titles", t.id)) for f in t.plural)
        for p in self.persons.values():
            yield from _entry(p, "person", "surname")
            yield from ((f, Name("person", p.id)) for f in p.misspelt)
        for place in self.places.values():
            yield from ((f, Name("place", place.id)) for f in place.fa if f not in place.unsure)
            yield from ((f, Name("place", place.id, False)) for f in place.unsure)

    def phrases(self, variants: Variants) -> Phrases[Name]:
        """The names as one matcher. A name of two or three words is found run together too («دونالد‌ترامپ»)."""

        def rows() -> Iterable[tuple[tuple[str, ...], Name]]:
            for form, name in self.names():
                for phrase in variants(form):
                    yield phrase, name
                    if 1 < len(phrase) <= 3 and name.kind in ("person", "surname", "title", "titles"):
                        together = "".join(phrase)
                        if len(together) > 6:
                            yield (together,), name
                            if len(phrase) == 3:
                                yield (phrase[0] + phrase[1], phrase[2]), name
                                yield (phrase[0], phrase[1] + phrase[2]), name

        return Phrases(rows())

    @cached_property
    def holders(self) -> dict[str, list[tuple[Person, int]]]:
        """For each office its holders, with the place of the holding among the person's."""
        out: dict[str, list[tuple[Person, int]]] = {}
        for person in self.persons.values():
            for at, held in enumerate(person.held):
                out.setdefault(held.office, []).append((person, at))
        return out

    @cached_property
    def _domains(self) -> dict[str, Outlet]:
        return {domain: outlet for outlet in self.outlets.values() for domain in outlet.domains}

    def outlet_at(self, url: str) -> Outlet | None:
        """The outlet whose domain the address of a page lies in, the longest that does; None where it is of none, or no address."""
        try:
            labels = (urlsplit(url).hostname or "").split(".")
        except ValueError:  # brackets that are no IPv6 address
            return None
        return next((o for at in range(len(labels)) if (o := self._domains.get(".".join(labels[at:])))), None)

    def split(self, office: str) -> tuple[str | None, str, str | None]:
        """An office id in its parts: the state or body, the title, and for an envoy where to; no owner where the id is of none."""
        found = self._split.get(office)
        if found is None:
            found = self._split[office] = self._parts(office)
        return found

    def _parts(self, office: str) -> tuple[str | None, str, str | None]:
        for owner in (*self.states, *self.bodies):
            if office.startswith(owner + "-"):
                rest = office[len(owner) + 1 :]
                if rest in self.titles:
                    return owner, rest, None
                for title in ENVOYS:
                    if rest.startswith(title + "-"):
                        return owner, title, rest[len(title) + 1 :]
        return None, office, None

    @cached_property
    def given_names(self) -> frozenset[str]:
        """The first words of the names of persons."""
        return frozenset(p.name_fa.split()[0] for p in self.persons.values() if " " in p.name_fa)

    def place(self, id: str) -> tuple[str, str | None]:
        """A place's English name and its state's id, also for «iran:capital»."""
        if id.endswith(":capital"):
            state = self.states[id.removesuffix(":capital")]
            assert state.capital is not None
            return state.capital.en, state.id
        place = self.places[id]
        return place.name_en, place.state


def _entry(entry: Entry, kind: str, short: str | None = None) -> Iterable[tuple[str, Name]]:
    unsure = set(entry.unsure)
    yield from ((f, Name(kind, entry.id)) for f in (entry.name_fa, *entry.forms) if f and f not in unsure)
    yield from ((f, Name(short or kind, entry.id)) for f in entry.short if f not in unsure)
    yield from ((f, Name(short or kind, entry.id, False)) for f in entry.unsure)


def open_lexicon(*packs: Path) -> Lexicon:
    """The shipped lexicon with a user's packs laid over it.

    Raises `LexiconError` for a pack that is missing or breaks the schema.
    """
    paths = [*load.files(DATA / "world"), DATA / "fa" / "title.toml"]
    for pack in packs:
        if not pack.exists():
            raise LexiconError(f"{pack}: no such pack; give a .toml file or a folder of them")
        paths += load.files(pack)
    return Lexicon(row for path in paths for row in load.entries(path))
