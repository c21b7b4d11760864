"""The exact places of a query in a raw text."""

from collections.abc import Iterator, Sequence

from rayzan.dossier.query import Phrase
from rayzan.dossier.spelling import Found, search_words, small_with_offsets, written


def places(text: str, leaves: Sequence[Phrase], most: int) -> list[tuple[int, int]]:
    """Spans of a text that the phrases of a query stand at, longest phrases first, then in the order of the text; at most `most`.

    Quick patterns over the folded text say which lines to look at; only those are cut into words.
    """
    folded, at = small_with_offsets(text)
    lines: dict[int, list[Found]] = {}
    out: list[tuple[int, int]] = []
    for leaf in leaves:
        seen: set[int] = set()
        for m in written(leaf.keys).finditer(folded):
            first = folded.rfind("\n", 0, m.start()) + 1
            if first in seen:
                continue
            seen.add(first)
            if first not in lines:
                last = folded.find("\n", m.end())
                lines[first] = search_words(folded, at, first, last if last >= 0 else len(folded))
            for start, end in _in_line(lines[first], leaf):
                if not any(start < b and end > a for a, b in out):
                    out.append((start, end))
                    if len(out) >= most:
                        return out
    return out


def _in_line(told: Sequence[Found], leaf: Phrase) -> Iterator[tuple[int, int]]:
    wanted, size = list(leaf.keys), len(leaf.keys)
    keys = [w.key for w in told]
    for i in range(len(keys) - size + 1):
        here = keys[i : i + size]
        if here == wanted or leaf.prefix and here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1]):
            yield told[i].start, told[i + size - 1].end
