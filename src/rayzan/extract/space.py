"""Lost spaces: words and sentences that stand run together in the source, read apart with a note."""

from itertools import pairwise

from rayzan.extract.draft import Draft
from rayzan.lang.fa.pair import lost_space
from rayzan.record import Note


def find(draft: Draft) -> None:
    """Notes each lost space: «اظهارداشت» is read as two words, «می‌شود.همکاری» as two sentences; the text stays as it is."""
    words, raw = draft.view.words, draft.report.text
    for at, (one, other) in enumerate(pairwise(words)):
        if one.end != other.start:
            continue
        if lost_space(one.key + other.key):
            first, last = at, at + 2
        elif (
            one.key in ".؟"
            and len(other.key) > 1
            and _persian(other.key)
            and at
            and words[at - 1].end == one.start
            and _ends(words[at - 1].key)
        ):
            first, last = at - 1, at + 2
        else:
            continue
        span = draft.view.span(first, last)
        apart = " ".join((raw[one.start : one.end] if first == at else raw[words[first].start : one.end], raw[other.start : other.end]))
        draft.notes.append(Note("lost-space", span, f"«{span.text}» is read as «{apart}»"))


def _persian(key: str) -> bool:
    return "\u0621" <= key[0] <= "\u06d3" and "\u0621" <= key[-1] <= "\u06d3" and key[0].isalpha()


def _ends(key: str) -> bool:
    """A word that a full stop may follow: of letters, and no initial."""
    return len(key) > 1 and _persian(key)
