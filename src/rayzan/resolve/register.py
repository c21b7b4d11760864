"""The report's table of actors: entries of the lexicon, and strangers, offices, organs and groups of the report's own."""

from functools import cache
from typing import Any

from rayzan.extract.draft import ActorDraft, Draft, Mention
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.latin import latin, slug
from rayzan.resolve import holding
from rayzan.text.near import near

LIKE = 10  # letters of a full name from which on one that parts it from another is a slip


class Register:
    """Enters actors into one draft, each once, and gives their ids."""

    def __init__(self, draft: Draft, day: str | None) -> None:
        self.draft, self.lexicon, self.day = draft, draft.lexicon, day
        self.strangers: dict[str, str] = {}  # their names run together

    def person(self, id: str, m: Mention | None = None, owner: str | None = None) -> str:
        """A person of the lexicon, with the office held at the report's date: the one the mention tells of («وزیر خارجه», of `owner`), else the latest."""
        if id not in self.draft.actors:
            p = self.lexicon.persons[id]
            held = holding.offices(p, self.day)
            office = held[0].office if held else None
            if m is not None and m.title and not m.former and not m.deputy:
                told = f"{owner}-{m.title}"
                if any(h.office == told for h in held) or (self.day is None and any(h.office == told for h in p.held)):
                    office = told
            name = holding.office_en(self.lexicon, office) if office else None
            self.draft.actors[id] = ActorDraft(
                "person", p.name_en, p.name_fa, office, name, p.state, p.wikidata, tuple(dict.fromkeys((*p.forms, *p.short)))
            )  # fmt: skip
        return id

    def state(self, id: str) -> str:
        if id not in self.draft.actors:
            s = self.lexicon.states.get(id)
            if s is None:
                b = self.lexicon.bodies.get(id)
                self.draft.actors[id] = ActorDraft("body", b.name_en if b else id, b.name_fa if b else id)
            else:
                self.draft.actors[id] = ActorDraft("state", s.name_en, s.name_fa, wikidata=s.wikidata, aliases=s.forms, state=s.id)
        return id

    def outlet(self, id: str) -> str:
        if id not in self.draft.actors:
            o = self.lexicon.outlets[id]
            self.draft.actors[id] = ActorDraft("outlet", o.name_en, o.name_fa, aliases=(*o.forms, *o.unsure), state=o.homeland)
        return id

    def body(self, id: str) -> str:
        """A body of the lexicon."""
        if id not in self.draft.actors:
            b = self.lexicon.bodies[id]
            self.draft.actors[id] = ActorDraft(
                b.type, b.name_en, b.name_fa, aliases=(*b.forms, *b.short), state=b.state, wikidata=b.wikidata
            )
        return id

    def organ(self, state: str, m: Mention) -> str:
        """An organ of a state by rule: «وزارت خارجه لهستان» → poland-mfa."""
        row = _organ(self.draft.language, m.title or "")
        id: str = row.get("special", {}).get(state, f"{state}-{m.title}")
        name = self.lexicon.states[state].name_en
        hosts = {o.states[1] for o in self.draft.mentions if o.title == "embassy" and len(o.states) > 1 and o.states[0] == m.states[0]} if len(m.states) > 1 else set()
        if len(hosts) > 1 and m.title == "embassy" and m.states[1] in self.lexicon.states:  # «سفارت چین در پرو … سفارت چین در شیلی»
            id, name = f"{id}-{m.states[1]}", f"{name} in {self.lexicon.states[m.states[1]].name_en}"
        if id not in self.draft.actors:
            known = self.lexicon.bodies.get(id)
            self.draft.actors[id] = ActorDraft(
                "body", known.name_en if known else row["name_en"].format(name), self.draft.view.span(m.first, m.last).text, state=state
            )
        return id

    def stranger(self, m: Mention, words: list[str], state: str | None) -> str:
        """A person whom no lexicon knows, under the name as the report writes it."""
        raw = self.draft.view.span(m.words.first, m.words.last).text if m.words else " ".join(words)
        name = latin(words)
        id = (alike("".join(words), self.strangers) if len(words) > 1 else None) or slug(name)
        self.strangers.setdefault("".join(words), id)
        if id not in self.draft.actors:
            office = f"{state}-{m.title}" if state and m.title and not m.deputy else None
            self.draft.actors[id] = ActorDraft(
                "person", name, raw, office, holding.office_en(self.lexicon, office) if office else None, state,
                aliases=tuple(a for a in (words[-1], latin(words[-1:])) if len(words) > 1), known_from="report",
            )  # fmt: skip
        return id

    def office(self, m: Mention, state: str | None, title: str) -> str:
        """An actor known by office only: «وزیر دفاع لهستان» → poland-defence-minister."""
        span = self.draft.view.span(m.words.first, m.words.last) if m.words else self.draft.view.span(m.first, m.last)
        if m.deputy:
            at = m.words or (m.first, m.last)
            name = latin([k for k in self.draft.view.keys[at[0] : at[1]] if k[0].isalnum()])
            id = slug(name)
        else:
            id = ("former-" if m.former else "") + (f"{state}-{title}" if state else title)
            name = ("former " if m.former else "") + holding.office_en(self.lexicon, f"{state}-{title}" if state else title)
        if id not in self.draft.actors:
            self.draft.actors[id] = ActorDraft(
                "person", name, span.text, None if m.deputy or m.former or not state else id, name, state, known_from="report"
            )
        return id

    def people(self, m: Mention, state: str | None) -> str:
        """«مقامات روس», «یک مقام آگاه»: people of a state or a kind, and one unnamed person."""
        words = [w.key for w in self.draft.view.words[m.first : m.last]]
        name = latin(words)
        id, demonym = slug(name), None
        english = _english(self.draft.language).get(words[0]) if m.kind == "people" or words[0] in self.draft.language.table("actor")["officials"] else None
        if state and english and len(m.states) < 2:
            id, name = f"{state}-{english}", f"{english} of {holding.owner_name(self.lexicon, state)}"
            demonym = self.draft.language.table("event")["demonyms"].get(state)
        if id not in self.draft.actors:
            kind = "group" if m.kind == "people" else "person"
            span = self.draft.view.span(m.first, m.last)
            self.draft.actors[id] = ActorDraft(
                kind, name, span.text, state=state, aliases=(f"{demonym} {english}",) if demonym else (), known_from="report"
            )
        return id


def alike(joined: str, told: dict[str, str]) -> str | None:
    """Whose full name one is that is run together, by those told before: the same, «محمدرضا رادمهر» and «محمد رضا رادمهر», or a long one that
    a single letter parts from it, «الطلیباوی» and «الطلبیاوی»; None for nobody's."""
    if joined in told or len(joined) < LIKE:
        return told.get(joined)
    return next((id for other, id in told.items() if other[:2] == joined[:2] and len(other) >= LIKE and near(joined, other, 1)), None)


@cache
def _english(language: Persian) -> dict[str, str]:
    """The English plural of words for people of a state: «نیروهای» → forces."""
    table = language.table("actor")
    return dict.fromkeys(table["officials"], "officials") | {language.keys(word)[0]: en for word, en in table["people_en"].items()}


def _organ(language: Persian, id: str) -> dict[str, Any]:
    return next((o for o in language.table("actor")["organ"] if o["id"] == id), {"name_en": "{}"})
