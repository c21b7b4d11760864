"""Who is one: told by a post in the lead, by name with that post in the body: «مشاور پادشاه سوئد», «سامان رادمهر، مشاور پادشاه سوئد»."""

from collections.abc import Iterable

from rayzan.extract.draft import Draft, EventDraft
from rayzan.extract.event_party import words

LONGER = 2  # words by which a second telling of a post may be longer: «سفیر جمهوری لهستان در سوئد»


def one_name(draft: Draft, events: Iterable[EventDraft]) -> None:
    """Gives those who take part under a post alone the name that the report gives with the post."""
    known: dict[str, str] = {}
    for e in events:
        for id in (*e.who, *e.whom):
            if id not in known:
                known[id] = _named(draft, id) or id
        e.who = tuple(dict.fromkeys(known[i] for i in e.who))
        e.whom = tuple(dict.fromkeys(known[i] for i in e.whom if known[i] not in e.who))


def _named(draft: Draft, id: str) -> str | None:
    """The person named beside the words of the post that `id` stands for; None if nobody is, or several are."""
    actor, keys = draft.actors.get(id), draft.view.keys
    if actor is None or actor.type != "person" or actor.known_from != "report":
        return None
    post = [k for k in draft.language.keys(actor.name_fa) if k[0].isalnum()]
    if any(m.kind == "name" and m.actors == (id,) for m in draft.mentions):
        return None  # has a name of its own
    if len(post) < 2 or not actor.office and not words(draft.language, "posts").at(post, 0, len(post)):
        return None
    found: set[str] = set()
    for m in draft.mentions:
        if m.kind != "name" or len(m.actors) != 1 or m.actors[0] == id or draft.actors[m.actors[0]].name_fa == actor.name_fa:
            continue
        name_end = m.words.last if m.words is not None else m.first + 1
        for at in range(name_end, min(m.last + 3, len(keys))):
            if keys[at] == post[0] and (at <= m.last or not any(k[0].isalnum() for k in keys[m.last : at])):
                end = next((i for i in range(at + len(post) - 1, min(at + len(post) + LONGER, len(keys))) if keys[i] == post[-1]), 0)
                if end and keys[at + 1] == post[1]:
                    found.add(m.actors[0])
    return found.pop() if len(found) == 1 else None
