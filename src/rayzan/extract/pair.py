"""The two told together last, whom «دو طرف», «دو هیئت», «رهبران دو کشور» mean."""

from bisect import bisect_left
from functools import cache

from rayzan.extract.draft import Draft, Mention
from rayzan.lang.fa.language import Persian
from rayzan.lexicon.wordlist import Wordlist

FAR = 160  # words back to the two who are meant
CLOSE = 3  # words between the two: «X و Y», «X در دیدار با Y»
SIDES = ({"name", "title"}, {"state", "government", "body"})


@cache
def both(language: Persian) -> Wordlist:
    """The phrases that mean two told before."""
    return Wordlist(language.variants, language.table("event")["words"]["two"])


def two_at(draft: Draft, at: int, last: int) -> tuple[tuple[str, ...], int]:
    """The two that a phrase at a word means and the word behind it; empty and `at` where none stands or no two were told.

    Of «رهبران دو کشور» two people, if two were told; of the rest whichever two stand nearest before.
    """
    keys = draft.view.keys
    size = both(draft.language).at(keys, at, last)
    if not size or any(m.first == at + size and m.kind in SIDES[1] for m in draft.mentions_in(at + size, at + size + 8)):
        return (), at  # «دو طرف ایران و روسیه» names them itself
    people = keys[at] not in ("دو", "طرفین", "هر") or keys[at + 1] == "رهبر"
    found = (_told(draft, at, SIDES[:1]) if people else ()) or _told(draft, at, SIDES)
    return (found, at + size) if found else ((), at)


def _told(draft: Draft, at: int, sides: tuple[set[str], ...]) -> tuple[str, ...]:
    """The actors of the last two mentions of one side that «و» or «با» joins."""
    keys = draft.view.keys
    end = bisect_left(draft.mentions, at, key=lambda m: m.first)
    for i in range(end - 1, 0, -1):
        one, other = draft.mentions[i - 1], draft.mentions[i]
        if at - other.first > FAR:
            break
        between = [key for key in keys[one.last : other.first] if key[0].isalnum()]
        joined = between == ["و"] or "با" in between[-2:] and len(between) <= CLOSE or len(between) < 12 and between[-1:] == ["با"]
        if joined and any(one.kind in side and other.kind in side for side in sides) and (found := _opposite(draft, one, other)):
            return found
    return ()


def _opposite(draft: Draft, one: Mention, other: Mention) -> tuple[str, ...]:
    """The two, if they are of two states, or bodies; empty for two of one delegation."""
    found = (*one.actors[:1], *other.actors[:1])
    if len(set(found)) < 2:
        return ()
    states = {_state(draft, id) for id in found}
    return found if None not in states and len(states) == 2 or "body" in (one.kind, other.kind) else ()


def _state(draft: Draft, id: str) -> str | None:
    """The state an actor is, or is in the service of."""
    actor = draft.actors.get(id)
    if actor is None or actor.type == "state":
        return id if actor else None
    return actor.state or (draft.lexicon.split(actor.office)[0] if actor.office else None) or (id if actor.type == "body" else None)
