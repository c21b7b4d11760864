"""Labels of headings: what kind of words stand behind the colon, and whose: «هشدار جدی X به Y: C», «ادعای تازه X: C»."""

from functools import cache

from rayzan.extract.clause import Clauses
from rayzan.extract.nounphrase import Source
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.pair import common

ADDRESS = ("به", "خطاب", "در", "درباره", "(", "با", "از")
BEHIND = frozenset({*ADDRESS, "علیه", "نسبت", "پس", "برای", "بعد", "پیرامون"})  # what may stand between whose words they are and the colon
CALLED = ("back_person", "someone", "office_heads", "deputies", "honorifics", "personal", "ranks")  # lists of what one person is called
MOST_WORDS = 5  # of a phrase that no lexicon knows


@cache
def _acts(language: Persian) -> dict[tuple[str, ...], str]:
    """The labels with the act that each gives, "" where the words themselves decide."""
    return {words: act for form, act in language.table("cue")["headline"]["labels"].items() for words in language.variants(form)}


@cache
def _adjectives(language: Persian) -> frozenset[str]:
    """What stands between a label and whose words they are."""
    return frozenset(p[0] for word in language.table("cue")["headline"]["adjectives"] for p in language.variants(word))


def label(clauses: Clauses, first: int, last: int) -> tuple[int, str] | None:
    """«هشدار جدی» of «هشدار جدی X: C»: the word behind the label that stands at a word and its adjectives, and the act that it gives; None if
    there is none."""
    language, keys = clauses.draft.language, clauses.keys
    acts = _acts(language)
    size = next((n for n in (3, 2, 1) if tuple(keys[first : first + n]) in acts), 0)
    end = first + size
    while size and end < last and keys[end] in _adjectives(language):
        end += 1
    return (end, acts[tuple(keys[first : first + size])]) if size and end < last else None


def whose(clauses: Clauses, first: int, colon: int, headline: bool) -> Source | None:
    """Whose words a label tells of, from the word behind it: a mention, in a headline also a phrase that can be of people; None elsewhere."""
    inner = clauses.mention_from.get(first)
    if inner is not None and inner.last <= colon and inner.kind != "you":
        return Source(inner.first, inner.last, (inner,))
    phrase = clauses.noun_phrase(first, colon) if headline else None
    if phrase is None or phrase.last - phrase.first > MOST_WORDS or phrase.last < colon and clauses.keys[phrase.last] not in BEHIND:
        return None
    language = clauses.draft.language
    lists = (*clauses.lists.callers, *(language.words("actor", name) for name in CALLED))
    called = any(list.at(clauses.keys, first, colon) for list in lists) or bool(clauses.mentions(*phrase[:2]))
    return phrase if called or not all(map(common, clauses.keys[first : phrase.last])) else None
