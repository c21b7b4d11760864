"""What a report itself settles, wherever it says it: who is named in full, names beside offices, the surnames of strangers."""

from rayzan.extract.draft import Draft, Found, Mention
from rayzan.lexicon.lexicon import ENVOYS
from rayzan.record import Note
from rayzan.resolve import garbled, holding
from rayzan.resolve.country import Countries
from rayzan.resolve.register import Register


class Told:
    """The names of one draft. Gathered before anything is resolved in order, so that a bare office in the lead finds the name
    given two lines later."""

    def __init__(self, draft: Draft, table: Register, day: str | None) -> None:
        self.draft, self.lexicon, self.keys, self.table, self.day = draft, draft.lexicon, draft.view.keys, table, day
        self.named: dict[tuple[str | None, str], str] = {}  # (state, title) -> person the report itself names in it
        self.left: dict[tuple[str | None, str], set[str]] = {}  # (state, title) -> those whom the report names as past holders
        self.surnames: dict[str, str] = {}
        self.present: set[str] = set()
        self.in_full: set[str] = set()
        self.misspelt: dict[int, str | None] = {}
        self.countries = Countries(draft)  # as they are named, while mentions are resolved in order

    def gather(self) -> None:
        """Reads all names of the draft."""
        if self.draft.homeland is None and any("ours" in m.states for m in self.draft.mentions):
            self.draft.homeland = self._home()
        names = [m for m in self.draft.mentions if m.kind == "name"]
        for m in names:
            if m.person and (self._full(m) or len(m.person) == 1):
                self.present.update(m.person)
                self.in_full.update(m.person if self._full(m) else ())
        self._part(names)
        for m in names:
            if m.person and not m.sure and self._full(m):
                self._spelt_otherwise(m)
        for m in sorted(names, key=lambda m: not self._full(m)):
            if not m.person and m.words and (self._full(m) or m.title):
                self._surname(m)
        for m in names:
            if (m.title or m.deputy) and (m.person or m.words):
                self._gather(m)

    def _part(self, names: list[Mention]) -> None:
        """Parts a name from the office of another behind its comma, whose holder the report names too: «پس از قتل او، رئیس‌جمهور آمریکا …»."""
        parted: list[Mention] = []
        for m in names:
            title = self.lexicon.titles.get(m.title or "")
            if title is None or not title.single or m.former or m.deputy or m.words is None or not m.states or m.first > m.words.first:
                continue
            comma = next((at for at in range(m.words.last, m.last) if self.keys[at] in ("،", ",")), None)
            office = f"{self.state(m, self.draft.homeland)}-{title.id}"
            now = holding.holder(self.lexicon, office, self.day)
            held = any(h.office == office for id in m.person for h in self.lexicon.persons[id].held)
            if comma is not None and now is not None and now.id in self.present and not held and now.id not in m.person:
                parted.append(Mention(comma + 1, m.last, "title", title=m.title, states=m.states, words=Found(comma + 1, m.last)))
                m.last, m.title, m.states = comma, None, ()
        if parted:
            self.draft.mentions = sorted((*self.draft.mentions, *parted), key=lambda m: m.first)

    def _surname(self, m: Mention) -> None:
        """The surname of a stranger named in full stands for that person in the whole report."""
        actor = self.person(m)
        if actor is not None and m.words is not None:
            self.surnames.setdefault(self.keys[m.words.last - 1], actor)

    def _spelt_otherwise(self, m: Mention) -> None:
        """«امانوئل مکرون»: a given name that the lexicon spells otherwise before the surname."""
        assert m.words is not None
        person = self.lexicon.persons[self._choose(m)]
        given = {self.draft.language.keys(form)[0] for form in (person.name_fa, *person.forms)}
        if self.keys[m.words.first] not in given:
            garbled.note(self.draft, m, person, "the surname is that person's, and the given name nearly so")

    def _home(self) -> str | None:
        """The state whose «کشورمان» a report without an outlet writes: Iran, unless the report names other states only."""
        told = [m.states[0] for m in self.draft.mentions if m.states and m.states[0] in self.lexicon.states]
        return "iran" if not told or "iran" in told else told[0]

    def _full(self, m: Mention) -> bool:
        return m.words is not None and m.words.last - m.words.first > 1

    def _gather(self, m: Mention) -> None:
        """A name beside an office settles that office for the whole report."""
        actor = self.person(m)
        if actor is None:
            return
        if m.title and m.former and m.states:
            self.left.setdefault((self.state(m, self.draft.homeland), m.title), set()).add(actor)
        if m.title and not m.former and not m.deputy:
            state = self.owner(m, actor)
            now = holding.holder(self.lexicon, f"{state}-{m.title}", self.day)
            if now is None or now.id == actor or not (now.id in self.present and self._long_past(actor, f"{state}-{m.title}")):
                self.named.setdefault((state, m.title), actor)
                if m.title in ENVOYS and len(m.states) > 1:
                    self.named.setdefault((state, f"{m.title}-{m.states[1]}"), actor)
            self._contradict(m, f"{state}-{m.title}", actor)

    def _contradict(self, m: Mention, office: str, actor: str) -> None:
        """The report's own name wins over the lexicon's holder, and a note says so."""
        title = self.lexicon.titles.get(m.title or "")
        known = holding.holder(self.lexicon, office, self.day) if title is not None and title.single else None
        if known is None or known.id == actor or m.title in ENVOYS or self._held(actor, office):
            return
        span = self.draft.view.span(m.first, m.last)
        text = f"the report names {self.draft.actors[actor].name_en} as {holding.office_en(self.lexicon, office)}; by the lexicon it was {known.name_en} on {self.day}"
        self.draft.notes.append(Note("office-holder", span, text))

    def _held(self, actor: str, office: str) -> bool:
        person = self.lexicon.persons.get(actor)
        return person is not None and any(h.office == office for h in person.held)

    def _long_past(self, actor: str, office: str) -> bool:
        """A term that ended more than a year before the report: the bare title is another's by then (a resigned president's is not)."""
        person = self.lexicon.persons.get(actor)
        if person is None or self.day is None:
            return False
        ends = [h.end for h in person.held if h.office == office and h.end]
        return bool(ends) and max(ends) < f"{int(self.day[:4]) - 1}{self.day[4:]}"

    def owner(self, m: Mention, actor: str) -> str | None:
        """Whose office a name has beside it: the state told; else the one in which the person held it; else the one named in
        its sentence; the homeland only for a stranger or one of its own («محمد عرقاب، وزیر انرژی» in a report on Algeria)."""
        if m.states:
            return self.state(m, self.draft.homeland)
        person = self.lexicon.persons.get(actor)
        if person is not None:
            held = [*holding.offices(person, self.day), *person.held]
            owners = [h.office.removesuffix(f"-{m.title}") for h in held if h.office.endswith(f"-{m.title}")]
            if owners:
                return owners[0]
            owners = [s for h in held if (s := self.lexicon.split(h.office)[0]) in self.lexicon.states]
            return person.state or (owners[0] if owners else None)
        for other in self.draft.named_so_far(m):
            if other.states:
                return self.state(other, self.draft.homeland)
        return self.draft.homeland

    def person(self, m: Mention) -> str | None:
        """The actor of a name; a stranger becomes an actor of the report's own, whose surname alone is no namesake's of the lexicon."""
        if m.person and not self._full(m) and m.words and not self.in_full & set(m.person):
            namesake = self.surnames.get(self.keys[m.words.last - 1])
            if namesake is not None:
                return namesake
        if m.person:
            id = self._choose(m)
            return self.table.person(id, m, self.owner(m, id) if m.title else None)
        if m.words is None:
            return None
        words = [w.key for w in self.draft.view.words[m.words.first : m.words.last]]
        if len(words) == 1 and words[0] in self.surnames:
            return self.surnames[words[0]]
        return self._garbled(m) or self.table.stranger(m, words, self.state(m, None))

    def _garbled(self, m: Mention) -> str | None:
        """«سرگئی لاورورف وزیر خارجه روسیه»: the holder of the office at the date whose name is misspelt, with a note."""
        if not m.title or m.deputy or m.words is None:
            return None
        if m.first not in self.misspelt:
            office = f"{self.state(m, self.draft.homeland)}-{m.title}"
            all_held = [p for p, _ in self.lexicon.holders.get(office, ())]
            people = all_held if m.former or self.day is None else [h.person for h in holding.holders(self.lexicon, office, self.day)]
            meant = garbled.of_office(self.draft, m.words, people)
            self.misspelt[m.first] = meant.id if meant else None
            if meant is not None:
                garbled.note(self.draft, m, meant, f"the office beside it, {holding.office_en(self.lexicon, office)}, was that person's")
        id = self.misspelt[m.first]
        return self.table.person(id, m, self.state(m, self.draft.homeland)) if id else None

    def _choose(self, m: Mention) -> str:
        """Among people of one name: whom the honorific before it fits («خانم کلینتون»), who stands in full in the report, who fits the office
        beside it, who held one at the date."""
        best, best_weight = m.person[0], -1
        sex = self._sex(m)
        for id in m.person:
            person = self.lexicon.persons[id]
            held = holding.offices(person, self.day)
            wanted = {f"{s}-{m.title}" for s in m.states} if m.title else set()
            weight = 16 * (person.sex == sex) + 8 * (id in self.present) + 4 * any(h.office in wanted for h in person.held) + 2 * bool(held) + (len(m.person) == 1)
            if weight > best_weight:
                best, best_weight = id, weight
        return best

    def _sex(self, m: Mention) -> str | None:
        """The sex that the honorific right before a name tells, «m» or «f»; None where none stands there."""
        told: dict[str, str] = self.draft.language.table("actor")["sexes"]
        return told.get(self.keys[m.words.first - 1]) if m.words is not None and m.words.first else None

    def state(self, m: Mention, default: str | None) -> str | None:
        """The id of the state or body that a mention names; `default` where it names none of its own."""
        if not m.states:
            return default
        first = m.states[0]
        if first == "ours":
            return self.draft.homeland or "iran"
        if first == "this":
            return self.countries.meant(m)
        if first in ("both", "?"):
            return default
        return first
