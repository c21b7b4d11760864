"""Digests: reports that tell several things one after another belong to no single story."""

from rayzan.collate.told import Told

ITEMS = 3  # parts of a headline
OWN = 2  # of them that name actors of their own


def is_digest(told: Told) -> bool:
    """Whether a report's first line strings several headlines together: parts between «/» that name different actors, none of them speaking in all."""
    first, _, _ = told.text.lstrip().partition("\n")
    parts = first.split("/")
    if len(parts) < ITEMS or ":" in parts[0]:
        return False
    at = told.text.index(first) if first else 0
    named: list[frozenset[str]] = []
    for part in parts:
        end = at + len(part)
        named.append(frozenset(id for id, a in told.record.actors.items() for m in a.mentions if at <= m.start < end))
        at = end + 1
    own = [n for n in named if n]
    return len(own) >= OWN and not any(all(id in n for n in own) for id in own[0])
