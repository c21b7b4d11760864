"""The exact places of a query in a raw text."""

import re
from collections.abc import Iterator, Sequence

from rayzan.dossier.query import Phrase
from rayzan.dossier.spelling import joined, joined_offsets, search_words, written

_BREAK = re.compile("[\n\r\u2028\u2029]")  # what folding makes a line break of
Stretch = tuple[int, int]


def places(text: str, leaves: Sequence[Phrase], most: int, else_: Sequence[Phrase] = ()) -> list[Stretch]:
    """Spans of a text that the phrases of a query stand at, longest phrases first, then in the order of the text; at most `most`.

    Those of `else_` where no phrase of `leaves` stands.
    """
    folded = joined(text)
    found = _apart(folded, leaves, most) or _apart(folded, else_, most)
    return _raw(text, folded, found) if found else []


def _apart(folded: str, leaves: Sequence[Phrase], most: int) -> list[Stretch]:
    """Where the phrases stand in a joined text, none over another."""
    out: list[Stretch] = []
    for leaf in leaves:
        for start, end in _standing(folded, leaf):
            if not any(start < b and end > a for a, b in out):
                out.append((start, end))
                if len(out) == most:
                    return out
    return out


def _standing(folded: str, leaf: Phrase) -> Iterator[Stretch]:
    """Where a phrase stands: a quick pattern says where to look, and there the words between blanks are cut."""
    quick, wanted, size = written(leaf.keys), list(leaf.keys), len(leaf.keys)
    at = 0
    while m := quick.search(folded, at):
        at = m.start() + 1
        blank = max(folded.rfind(" ", 0, m.start()), folded.rfind("\n", 0, m.start()))
        ends = [end for end in (folded.find(" ", m.end()), folded.find("\n", m.end())) if end >= 0]
        told = search_words(folded, blank + 1, min(ends, default=len(folded)))
        keys = [w.key for w in told]
        for i in range(len(keys) - size + 1):
            here = keys[i : i + size]
            if here == wanted or leaf.prefix and here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1]):
                yield told[i].start, told[i + size - 1].end
                at = max(at, told[i + size - 1].end)


def _raw(text: str, folded: str, found: Sequence[Stretch]) -> list[Stretch]:
    """The places in the raw text; only lines that have one are folded with their offsets."""
    starts = [0, *(m.end() for m in _BREAK.finditer(text)), len(text)]
    offsets: dict[int, list[int]] = {}

    def raw(at: int) -> int:
        line = folded.count("\n", 0, at)
        if line not in offsets:
            offsets[line] = joined_offsets(text[starts[line] : starts[line + 1]])
        return starts[line] + offsets[line][at - folded.rfind("\n", 0, at) - 1]

    return [(raw(start), raw(end - 1) + 1) for start, end in found]
