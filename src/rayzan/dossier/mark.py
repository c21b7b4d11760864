"""The exact places of a query in a raw text."""

import re
from collections.abc import Iterator, Sequence

from rayzan.dossier.query import Phrase
from rayzan.text.fold import DROPPED, FOLDED
from rayzan.text.word import Join, words

_LOOSE = f"[{re.escape(DROPPED)}\\s]*"
_ALIKE: dict[str, str] = {}
for _raw, _to in FOLDED.items():
    _ALIKE[_to] = _ALIKE.get(_to, _to) + _raw


def places(text: str, leaves: Sequence[Phrase], join: Join, most: int) -> list[tuple[int, int]]:
    """Spans of a text that the phrases of a query stand at, longest phrases first, then in the order of the text; at most `most`.

    Cheap patterns over the raw text say which lines to look at; only those are cut into words.
    """
    out: list[tuple[int, int]] = []
    for leaf in leaves:
        seen: set[int] = set()
        for m in _pattern(leaf).finditer(text):
            first = text.rfind("\n", 0, m.start()) + 1
            if first in seen:
                continue
            seen.add(first)
            last = text.find("\n", m.end())
            line = text[first : last if last >= 0 else len(text)]
            for start, end in _in_line(line, leaf, join):
                if not any(start + first < b and end + first > a for a, b in out):
                    out.append((start + first, end + first))
                    if len(out) >= most:
                        return out
    return out


def _pattern(leaf: Phrase) -> re.Pattern[str]:
    """A loose pattern of a phrase: its letters in any spelling, with whatever falls out in folding between them."""
    letters = [f"[{re.escape(_ALIKE.get(c, c))}]" for key in leaf.keys for c in key]
    return re.compile(_LOOSE.join(letters), re.I)


def _in_line(line: str, leaf: Phrase, join: Join) -> Iterator[tuple[int, int]]:
    told = [w for w in words(line, join) if w.key[0].isalnum()]
    keys, size = [w.key.lower() for w in told], len(leaf.keys)
    wanted = list(leaf.keys)
    for i in range(len(keys) - size + 1):
        here = keys[i : i + size]
        if here == wanted or leaf.prefix and here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1]):
            yield told[i].start, told[i + size - 1].end
