"""When two spans, two actors or two rows mean the same: the definitions that every score rests on."""

import difflib
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

Row = dict[str, Any]


def shared(a: Row | None, b: Row | None) -> int:
    """How many characters two spans share."""
    return max(0, min(a["end"], b["end"]) - max(a["start"], b["start"])) if a and b else 0


def overlap(a: Row | None, b: Row | None) -> float:
    """Intersection over union of two spans; 0 where one is missing."""
    both = shared(a, b)
    if not a or not b:
        return 0.0
    union = (a["end"] - a["start"]) + (b["end"] - b["start"]) - both
    return both / union if union else 0.0


def plain(name: object) -> str:
    """A name in small letters without marks."""
    text = unicodedata.normalize("NFKD", str(name or "")).lower()
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9؀-ۿ]+", " ", text).strip()


def _names(key: object, actor: Row, *fields: str) -> set[str]:
    return {plain(key), *(plain(actor.get(f)) for f in fields), *(plain(a) for a in actor.get("aliases") or ())} - {""}


def _near(a: str, b: str, floor: float) -> bool:
    return difflib.SequenceMatcher(None, a, b).ratio() >= floor


def same_actor(gold: object, gold_actor: Row | None, system: object, system_actor: Row | None) -> bool:
    """Whether two actors are one: by a name or alias in common; of two people by a surname nearly alike."""
    if not system:
        return False
    ga, sa = gold_actor or {}, system_actor or {}
    names, others = _names(gold, ga, "name_en"), _names(system, sa, "name_en", "name_fa", "name")
    if names & others:
        return True
    if ga.get("type") and sa.get("type") and ga["type"] != sa["type"]:
        return False
    for name in names:
        for other in others:
            surname, second = name.split()[-1] if name.split() else name, other.split()[-1] if other.split() else other
            if ga.get("type") == "person" and len(surname) > 3 and _near(surname, second, 0.84):
                return True
            if len(name) > 5 and _near(name, other, 0.88):
                return True
    return False


def pair(gold: Sequence[Any], system: Sequence[Any], weight: Callable[[Any, Any], float], floor: float) -> list[tuple[int, int]]:
    """Rows one to one by falling weight, none below the floor."""
    ranked = sorted(((weight(g, s), i, j) for i, g in enumerate(gold) for j, s in enumerate(system)), reverse=True)
    taken_gold: set[int] = set()
    taken_system: set[int] = set()
    out: list[tuple[int, int]] = []
    for value, i, j in ranked:
        if value < floor:
            break
        if i not in taken_gold and j not in taken_system:
            taken_gold.add(i)
            taken_system.add(j)
            out.append((i, j))
    return out
