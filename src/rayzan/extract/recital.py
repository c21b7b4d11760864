"""The recital: words of a letter, a speech or a message that a report gives whole, behind «متن این نامه به شرح زیر است:»."""

from functools import cache
from typing import NamedTuple

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Found, StatementDraft
from rayzan.lang.fa.language import Persian
from rayzan.lexicon.wordlist import Wordlist
from rayzan.text.segment import Stretch

SPEAKERS = frozenset({"name", "title", "pronoun", "back", "paper", "body", "government", "state", "group", "people", "someone"})
NEAR = 5  # words behind a noun of speech in which it is told whose it is


class Recitals(NamedTuple):
    """What announces words given whole (`marks`), what they are called (`nouns`), what two speak in (`dialogues`), and how a letter opens."""

    marks: Wordlist
    nouns: Wordlist
    dialogues: Wordlist
    openings: Wordlist


@cache
def recitals(language: Persian) -> Recitals:
    """The words that recitals need, built once."""
    return Recitals(*(Wordlist(language.variants, language.table("cue")["recital"][name]) for name in Recitals._fields))


def find(clauses: Clauses, line: Stretch) -> StatementDraft | None:
    """«گزیده سخنان X به این شرح است: C», the announcement at the end of its sentence, C behind its colon or on the next line; a letter by
    its opening. None where nothing is announced, or a dialogue."""
    r, keys = recitals(clauses.draft.language), clauses.keys
    if size := r.openings.at(keys, line.first, line.last):
        found = clauses.trimmed(line.first + size, line.last)
        return StatementDraft(*found, None, None, "recital", "direct") if found else None
    for at in range(line.first, line.last):
        size = r.marks.at(keys, at, line.last)
        if not size or keys[at + size : at + size + 1] not in ([":"], ["."], ["؛"], ["\n"]):
            continue
        noun = next((i for i in range(at - 1, line.first - 1, -1) if r.nouns.at(keys, i, at)), None)
        if noun is None or any(r.dialogues.at(keys, i, at) for i in range(max(line.first, noun - 2), at)):
            return None
        content = _behind(clauses, at + size, line)
        if content is None:
            return None
        who = next((m for m in clauses.mentions(max(line.first, noun - 1), min(at, noun + 1 + NEAR)) if m.kind in SPEAKERS and m.last > noun), None)
        phrase = clauses.noun_phrase(noun + 1, at) if who is None else None
        named = who if who is not None else phrase
        source = Found(named.first, named.last) if named is not None else None
        return StatementDraft(*content, Found(at, at + size), source, "recital", "direct", who=(who,) if who is not None else ())
    return None


def _behind(clauses: Clauses, at: int, line: Stretch) -> Found | None:
    """What follows an announcement: the rest of its line, else the next line with words."""
    found = clauses.trimmed(at, line.last)
    if found is not None:
        return found
    behind = next((x for x in clauses.draft.view.lines if x.first >= line.last and not clauses.draft.in_furniture.issuperset(range(x.first, x.last))), None)
    return clauses.trimmed(behind.first, behind.last) if behind is not None else None
