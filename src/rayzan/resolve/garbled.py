"""Names that a slip of a letter keeps from the lexicon: «عبداالهیان». Taken only where the context bears them out, always with a note."""

from collections.abc import Iterable, Iterator
from functools import cache

from rayzan.extract.draft import Draft, Found, Mention
from rayzan.lang.fa.language import Persian
from rayzan.lexicon.entry import Person
from rayzan.lexicon.lexicon import Lexicon
from rayzan.record import Note
from rayzan.text.near import near

SHORTEST = 6  # letters: in shorter words one letter makes another name («عراقی», «عراقچی»)
SHORTEST_PERSIAN = 9  # a name of the report's own language is one letter from many others («رحمانی», «روحانی»)


def of_office(draft: Draft, at: Found, people: Iterable[Person]) -> Person | None:
    """The one of those who held an office whose name the words beside it misspell: two letters in a long full name, one in a
    surname; a given name may be spelt at will before the right surname («ایمانوئل ماکرون»).

    None where the words name something else («عراقی» is no Araghchi) or two could be meant.
    """
    words = draft.view.keys[at.first : at.last]
    told = "".join(words)
    people = list(people)
    hits = [h for h in draft.names if at.first <= h.first and h.last <= at.last]
    own = {h.value.id for h in hits if h.value.kind == "surname" and h.last == at.last} & {p.id for p in people}
    if len(own) == 1:
        return draft.lexicon.persons[own.pop()]
    if len(told) < SHORTEST or hits:
        return None
    limit = 2 if len(words) > 1 and len(told) > 10 else 1
    found = {p.id: p for p in people if any(near(told, form, limit) for form in _forms(draft, p, words))}
    return next(iter(found.values())) if len(found) == 1 else None


def _forms(draft: Draft, person: Person, words: list[str]) -> Iterator[str]:
    for form in (person.name_fa, *person.forms, *person.short) if len(words) > 1 else person.short:
        yield "".join(draft.language.keys(form))


def surnames(draft: Draft, people: Iterable[str]) -> list[Mention]:
    """Words one letter off the surname of a person who stands in the report by that name: «باوروف» where Lavrov does."""
    short = [
        (id, key)
        for id in people
        if id in draft.lexicon.persons
        for form in draft.lexicon.persons[id].short
        if len(key := "".join(draft.language.keys(form))) >= (SHORTEST_PERSIAN if _persian(draft.lexicon.persons[id]) else SHORTEST)
    ]
    if not short:
        return []
    known = {at for hit in draft.names for at in range(hit.first, hit.last)}
    taken = {at for m in draft.mentions for at in range(m.first, m.last)}
    meant: dict[str, str | None] = {}
    out: list[Mention] = []
    for at, word in enumerate(draft.view.keys):
        if len(word) < SHORTEST or at in known or at in taken:
            continue
        if word not in meant:
            meant[word] = next((id for id, key in short if _slip(word, key)), None)
        id = meant[word]
        if id is not None and not draft.language.verbs.form(word):
            out.append(Mention(at, at + 1, "name", actors=(id,), words=Found(at, at + 1)))
            note(draft, out[-1], draft.lexicon.persons[id], "one letter off that name, which the report has too")
    return out


@cache
def _misspelt(lexicon: Lexicon, language: Persian) -> dict[str, str]:
    """The lexicon's misspelt forms, their letters run together, with the person each is a slip for."""
    return {"".join(language.keys(form)): p.id for p in lexicon.persons.values() for form in p.misspelt}


def listed(draft: Draft) -> None:
    """Notes names that stand as the lexicon knows them to be misspelt: «عبدالهیان»."""
    slips = _misspelt(draft.lexicon, draft.language)
    for m in draft.mentions:
        if m.words is not None and (id := slips.get("".join(draft.view.keys[m.words.first : m.words.last]))) in m.actors:
            note(draft, m, draft.lexicon.persons[id], "a known slip for that name")


def _persian(person: Person) -> bool:
    return person.state == "iran" or any(h.office.startswith("iran-") for h in person.held)


def _slip(word: str, name: str) -> bool:
    """One letter wrong, lost, doubled or swapped inside the name; never a letter more or less at its end, which inflects."""
    return word[-1] == name[-1] and abs(len(word) - len(name)) < 2 and word != name and near(word, name, 1)


def note(draft: Draft, m: Mention, person: Person, why: str) -> None:
    """Says that a garbled name is taken for a person's."""
    span = draft.view.span(*(m.words or (m.first, m.last)))
    draft.notes.append(Note("garbled-name", span, f"«{span.text}» is taken for {person.name_en}: {why}"))
