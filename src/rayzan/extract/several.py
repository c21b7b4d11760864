"""Several who speak: the plural subject that stands somewhere before a plural cue, behind other clauses of the sentence."""

from functools import cache

from rayzan.extract.clause import Clauses
from rayzan.extract.nounphrase import Source
from rayzan.lang.fa.language import Persian

REACH = 45  # words that a plural verb reaches back for its subject
THEY = frozenset({"آنها", "آنان", "اینها"})
BORDERS = frozenset({"که", "،", ",", "؛", ":", "؟", "اما", "ولی", "بلکه", "هنوز", "حتی", "زیرا", "چون", "»", "/"})
PLURALS = ("ها", "های", "هایی")


@cache
def stems(language: Persian) -> frozenset[str]:
    """The single nouns of people, bodies and media whose plural can speak."""
    table = language.table("actor")
    nouns = [*table["occupations"], *table["back_person"], *table["back_body"], *table["back_outlet"]]
    nouns += [noun for heads in table["kinds"].values() for noun in heads]
    return frozenset(keys[0] for noun in nouns if len(keys := language.keys(noun)) == 1)


def subject(clauses: Clauses, first: int, cue: int) -> Source | None:
    """«راه بسته است، اما بازرگانان آن را باز دانستند»: the nearest plural of people, bodies or media before a cue at word `cue` that
    begins a clause, is no object and hangs on no preposition; None if there is none from word `first` on."""
    for at in range(cue - 1, max(first, cue - REACH) - 1, -1):
        if not _begins(clauses, first, at) or not many(clauses, at, cue):
            continue
        m = clauses.mention_from.get(at)
        found = Source(m.first, m.last, (m,)) if m is not None and m.last <= cue else clauses.noun_phrase(at, cue)
        if found is not None and "را" not in clauses.keys[found.last : found.last + 1]:
            return found
    return None


def unlikely(clauses: Clauses, source: Source, cue: int) -> bool:
    """Whether a plural cue hardly has a source for its subject: one thing of another clause («راه بسته بود اما بازرگانان … دانستند»)."""
    apart = any(map(clauses.finishes, clauses.verbs_in(source.last, cue)))
    return apart and not source.who and not many(clauses, source.first, cue)


def _begins(clauses: Clauses, first: int, at: int) -> bool:
    """Whether a clause may begin at a word: behind a sign, a conjunction, a finished verb (with «و» between), an adverb or a time."""
    before = clauses.keys[at - 1] if at > first else "،"
    if before == "و":
        return at - 1 in clauses.verb_ends
    ended = at in clauses.verb_ends or any(t.last == at for t in clauses.draft.times_in(max(first, at - 6), at))
    return before in BORDERS or before in clauses.lists.adverbs or ended


def many(clauses: Clauses, at: int, limit: int) -> bool:
    """Whether a plural of people, bodies or media begins at a word: «آنها», «برخی مقامات», «بانک‌ها», «متخصصان», «۲۳۶ نویسنده»."""
    key, known = clauses.keys[at], stems(clauses.draft.language)
    m = clauses.mention_from.get(at)
    if m is not None:
        return m.kind in ("people", "group")
    if key in THEY or key in clauses.lists.quantifiers or key in clauses.lists.many:
        return True
    people, _, callings, *kinds = clauses.lists.callers
    if people.at(clauses.keys, at, limit) or callings.at(clauses.keys, at, limit) or kinds[-1].at(clauses.keys, at, limit):
        return True
    if key[0].isdigit() and at + 1 < limit:
        return clauses.keys[at + 1] in known or clauses.keys[at + 1] in ("تن", "نفر")
    whole = next((key.removesuffix(end) for end in PLURALS if key.endswith(end)), "")
    return bool({whole, key.removesuffix("ان") if key.endswith("ان") else "", f"{key[:-3]}ه" if key.endswith("گان") else ""} & known)
