"""«پاسخ X این بود که C»: a noun of speech, whose it is, and what it is told to be."""

from functools import cache

from rayzan.extract.behind import SPEAKERS
from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Found, Mention, StatementDraft
from rayzan.extract.nounphrase import Source
from rayzan.lang.fa.language import Persian
from rayzan.text.segment import Stretch

OWN = frozenset({"خودش", "خودشان", "آنها", "آنان"})
NAMED = 6  # words from whose it is to what it is told to be
TELLS = (["این", "است"], ["این", "بود"], ["آن", "است"], ["آن", "بود"])


@cache
def nouns(language: Persian) -> dict[str, str]:
    """The nouns that tell so, with their acts."""
    return {language.keys(noun)[0]: act for noun, act in language.table("cue")["copular"].items()}


def at_word(clauses: Clauses, s: Stretch, at: int) -> StatementDraft | None:
    """«پاسخ X این بود که C», «پیام X به Y این است که C», «پیش‌بینی خود او این است که C»: never of «من» or «ما»."""
    keys, acts = clauses.keys, nouns(clauses.draft.language)
    if keys[at] not in acts or clauses.lists.prepositions.ending(keys, at, s.first):
        return None
    own = at + 1 + (keys[at + 1] == "خود")
    m = clauses.mention_from.get(own)
    if m is None and keys[at + 1] in OWN:
        m = Mention(at + 1, at + 2, "pronoun")
    if m is not None and m.kind not in SPEAKERS:
        return None
    source = Source(m.first, m.last, (m,)) if m is not None else clauses.noun_phrase(own, min(own + NAMED, s.last))
    if source is None or keys[source.first] in clauses.lists.quantifiers or m is None and clauses.lists.people.at(keys, source.first, source.last):
        return None  # «نظر برخی این است که C»: a stance of nobody in particular
    end = source.last
    told = clauses.mention_from.get(end + 1) if keys[end] == "به" else None
    end = told.last if told is not None else end
    if end + 3 >= s.last or keys[end : end + 2] not in TELLS or keys[end + 2] != "که":
        return None
    found = clauses.trimmed(end + 3, s.last)
    if found is None:
        return None
    if m is not None and m.kind == "pronoun" and (keys[source.first] in OWN or own > at + 1):
        source = _oneself(clauses, s.first, at, source)
    direct = clauses.quoted_share(*found) >= 0.5 or keys[found.first - 1] in ("«", '"')
    return StatementDraft(*found, Found(at, at + 1), Found(source.first, source.last), "copular", "direct" if direct else "indirect", acts[keys[at]] or "statement", who=source.who)


def _oneself(clauses: Clauses, first: int, at: int, own: Source) -> Source:
    """«X به بندر می‌رود و پیش‌بینی خودش این است که C»: who heads the sentence, whom the pronoun means."""
    head = clauses.subject(first, at)
    if head is None:
        return own
    return Source(own.first, own.last, head.who) if head.who else head
