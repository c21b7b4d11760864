"""Passives: «در بیانیه X آمده است که C», «تاکید شد که C», «این ادعا از سوی X رد شد»: the speaker is author, agent or left out."""

from functools import cache
from typing import NamedTuple

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Found, Mention, StatementDraft
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.verbs import Tense
from rayzan.lexicon.wordlist import Wordlist
from rayzan.text.segment import Stretch

ISSUED = 6  # words behind a document in which its issuer is told


class Passives(NamedTuple):
    """The words that passives need: `verbs` of a document, nouns `told` with a clause, nouns `done` to a content with their acts, `agents`,
    nouns that are `given` («هشدار داده شد»), verbs of what is `demanded`, nouns `marked` by a preposition before the content with their
    acts, those of them that stand `alone`, without document or agent."""

    verbs: frozenset[str]
    told: frozenset[str]
    done: dict[str, str]
    agents: Wordlist
    given: frozenset[str]
    demanded: frozenset[str]
    marked: dict[str, tuple[str, str]]
    alone: frozenset[str]


@cache
def passives(language: Persian) -> Passives:
    """The passives of a language, built once."""
    table, keys = language.table("cue")["document"], language.keys
    return Passives(
        frozenset(keys(n)[0] for n in table["passive"]),
        frozenset(keys(n)[0] for n in table["told"]),
        {keys(n)[0]: act for n, act in table["done"].items()},
        Wordlist(language.variants, table["agents"]),
        frozenset(keys(n)[0] for n in table["given"]),
        frozenset(keys(n)[0] for n in table["demanded"]),
        {keys(n)[0]: (keys(mark)[0], act) for n, (mark, act) in table["marked"].items()},
        frozenset(keys(n)[0] for n in table["alone"]),
    )


def document(clauses: Clauses, s: Stretch, at: int) -> StatementDraft | None:
    """«در بیانیه وزارت خارجه X آمده است: C», «در این بیانیه تاکید شده است که C»: the document speaks for its author."""
    p, keys = passives(clauses.draft.language), clauses.keys
    g = clauses.verb_from.get(at)
    if g is None or g.form.negative:
        return None
    came = g.form.lemma == "آمدن" and g.form.person == 3 and g.form.tense is not Tense.SUBJUNCTIVE
    given = g.form.passive and g.form.lemma == "دادن" and keys[at - 1] in p.given
    asked = g.form.passive and keys[at] in p.demanded
    passive = (g.form.passive and keys[at] in p.verbs) or (g.form.lemma in ("شدن", "گردیدن") and keys[at - 1] in p.verbs)
    if not came and not passive and not given and not asked:
        return None
    alone = came or (g.form.passive and not given)
    behind = at - 1 if alone else at - 2  # «گزارش شد» is no document
    document = next((i for i in range(behind, max(s.first - 1, at - 45), -1) if keys[i] in clauses.lists.documents), None)
    mark = g.last
    if mark >= s.last or (keys[mark] not in ("که", ":", "،") and not asked and (came or not _bare(clauses, mark, s.last))):
        return None
    if document is None or "آنچه" in keys[max(s.first, document - 3) : document]:
        return None
    if asked and "از" not in keys[document:at]:
        return None
    first = document
    if document - 1 >= s.first and keys[document - 1] in ("این", "همین"):
        first = document - 1
    last = document + 1
    who = [m for m in clauses.mentions(document, at) if m.first <= document + 2]
    who = who or _issued(p, clauses, document, at)
    if who:
        last = who[0].last
    cue_first = at if alone else at - 1
    author = None if who or first < document else clauses.noun_phrase(document + 1, cue_first)
    if author is not None:
        last = author.last
    paper = [m for m in clauses.mentions(first, at) if m.kind == "paper"]
    end = s.last if keys[mark] != ":" else clauses.draft.view.lines[_line(clauses, s)].last
    found = clauses.trimmed(mark + (not keys[mark][0].isalpha() or keys[mark] == "که" or (asked and keys[mark] == "تا")), end)
    if found is None or (keys[mark] == "،" and _speaks_at(clauses, found.first)):
        return None
    outer = keys[found.first - 1] in ("«", '"')
    direct = keys[mark] == ":" or outer or clauses.quoted_share(*found) >= 0.5
    return StatementDraft(
        found.first,
        found.last,
        Found(cue_first, g.last),
        Found(first, last),
        "document",
        "direct" if direct else "indirect",
        "demand" if asked else "statement",
        who=tuple(who or paper),
    )


def _issued(p: Passives, clauses: Clauses, document: int, limit: int) -> list[Mention]:
    """Who issued a document: «بیانیه منتشر شده از سوی وزارت X»; none where that is not told right behind it."""
    for at in range(document + 1, min(document + ISSUED, limit)):
        if size := p.agents.at(clauses.keys, at, limit):
            m = clauses.mention_from.get(at + size)
            return [m] if m is not None and m.last <= limit else []
    return []


def _in_marks(keys: list[str], first: int, last: int) -> set[int]:
    """The words of a stretch that stand between quotation marks."""
    opened = [at for at in range(first, last) if keys[at] == "«"]
    return {i for at in opened for i in range(at, next((c for c in range(at, last) if keys[c] == "»"), at))}


def marked(clauses: Clauses, s: Stretch, at: int) -> StatementDraft | None:
    """«در این بیانیه از C انتقاد شده است», «در این نشست بر C تاکید شد»: the content stands behind its preposition, ahead of the cue."""
    p, keys = passives(clauses.draft.language), clauses.keys
    g = clauses.verb_from.get(at)
    noun = keys[at - 1] if at - 1 > s.first else ""
    if g is None or noun not in p.marked or g.form.lemma not in ("شدن", "گردیدن") or g.form.negative or g.form.person != 3:
        return None
    if g.form.tense not in (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT) or g.form.plural or keys[g.last : g.last + 1] in (["که"], [":"]):
        return None
    mark, act = p.marked[noun]
    quoted = _in_marks(keys, s.first, at - 1)
    ends = [v.last for v in clauses.verbs_in(s.first, at - 1) if clauses.finishes(v) and v.first not in quoted]
    begin = max([s.first, *ends])
    if ends and keys[begin] not in ("و", "،", "؛", "."):  # «همان‌گونه که گفتیم بر آن تاکید شد»
        return None
    head = clauses.settings(begin, at - 1, mark)
    place = next(
        (i for i in range(head, at - 2) if keys[i] == mark and keys[i - 1] not in ("علاوه", "مبنی", "بنا", "غیر", "پس", "بعد")), None
    )
    if place is None or {"که", "آنچه"} & set(keys[begin:place]):
        return None
    document = next(
        (i for i in range(place - 1, begin - 1, -1) if keys[i] in clauses.lists.documents and "در" in keys[max(begin, i - 2) : i]), None
    )
    agent = next((i for i in range(place, at - 2) if p.agents.at(keys, i, at)), None)
    if document is None and noun not in p.alone:
        return None
    found = clauses.trimmed(place + 1, agent if agent is not None else at - 1)
    if (
        found is None
        or (found.last - found.first < 2)
        or any(clauses.finishes(v) and v.first not in quoted for v in clauses.verbs_in(*found))
        and "که" not in keys[found.first : found.last]
    ):
        return None
    source, who = _paper(clauses, document, place) if document is not None else (None, ())
    return StatementDraft(*found, Found(at - 1, g.last), source, "passive-marked", "indirect", act or "statement", who=who)


def _paper(clauses: Clauses, document: int, limit: int) -> tuple[Found, tuple[Mention, ...]]:
    """The words that name a document with its author, and the mentions in them: «این بیانیه», «بیانیه وزارت خارجه چین»."""
    first = document - (clauses.keys[document - 1] in ("این", "همین"))
    who = tuple(m for m in clauses.mentions(first, limit) if m.first <= document + 2)[:1]
    return Found(first, who[0].last if who else document + 1), who


def passive(clauses: Clauses, s: Stretch, at: int) -> StatementDraft | None:
    """«در این نشست تاکید شد که C», «از سوی X اعلام شد که C», «این ادعا از سوی X رد شده است»."""
    p, keys = passives(clauses.draft.language), clauses.keys
    g = clauses.verb_from.get(at)
    if g is None or g.form.negative or g.form.person == 1 or at - 1 < s.first:
        return None
    given = g.form.passive and g.form.lemma == "دادن" and keys[at - 1] in p.given
    if not given and g.form.lemma not in ("شدن", "گردیدن"):
        return None
    noun, mark = keys[at - 1], keys[g.last] if g.last < s.last else ""
    if noun == "گزارش" and not _opens(clauses, s.first, at - 1):  # «ده مورد گزارش شد که از این میان …»
        return None
    if g.form.tense in (Tense.PRESENT, Tense.IMPERFECT):  # «تاکید می‌شود که …»: the speaker's own, or nobody's
        return None
    agent = next((i for i in range(max(s.first, at - 12), at - 2) if p.agents.at(keys, i, at)), None)
    who = clauses.mention_from.get(agent + p.agents.at(keys, agent, at)) if agent is not None else None
    source = Found(who.first, who.last) if who is not None and who.last <= at - 1 else None
    phrase = clauses.noun_phrase(who.first, at - 1) if source is not None and who is not None else None
    if phrase is not None and source is not None and phrase.last > source.last:  # «آژانس سلامت X», where only «آژانس» is known
        source, who = Found(phrase.first, phrase.last), None
    cue = Found(at - 1, g.last)
    alone = clauses.head(s.first, at) >= at - 1 or agent is not None  # «روز سه‌شنبه اعلام شد راه باز است»
    bare = alone and g.form.tense is Tense.PAST and _bare(clauses, g.last, s.last)
    if {"حالی", "شرایطی"} & set(keys[max(s.first, at - 5) : at]):  # «در حالی بیان شده است که»
        return None
    if (noun in p.told or given) and (mark in ("که", ":", "،") or bare):
        if mark == "،" and (g.form.tense is Tense.PARTICIPLE or "که" in keys[max(s.first, at - 18) : at]):  # «طرحی که دیروز اعلام شد، …»
            return None
        found = clauses.trimmed(g.last + (mark in ("که", ":", "،")), s.last)
        if found is None or found.first in clauses.verb_from or not clauses.verbs_in(*found):
            return None
        direct = mark == ":" or clauses.quoted_share(*found) >= 0.5 or keys[found.first - 1] in ("«", '"')
        return StatementDraft(*found, cue, source, "passive", "direct" if direct else "indirect", who=(who,) if source and who else ())
    if noun not in p.done or source is None or agent is None:
        return None
    ends = [v.last for v in clauses.verbs_in(s.first, agent) if clauses.finishes(v)]
    first = max([clauses.head(s.first, agent), *ends])
    found = clauses.trimmed(first + (keys[first] in ("و", "که", "اما")), agent)
    return (
        StatementDraft(*found, cue, source, "passive", "indirect", p.done[noun], who=(who,) if who else ()) if found is not None else None
    )


def _opens(clauses: Clauses, first: int, at: int) -> bool:
    """Whether nothing but openers and times stands between the last clause and a word: «راه بسته بود؛ اما بعدا گزارش شد که …»."""
    ends = [i + 1 for i in range(first, at) if clauses.keys[i] in ("،", "؛", "و", "اما")]
    at_head = clauses.head(max([first, *ends]), at)
    return all(key in clauses.lists.adverbs for key in clauses.keys[at_head:at])


def _speaks_at(clauses: Clauses, at: int) -> bool:
    """Whether a verb stands at a word or right behind it: «در پیامی که … آمده است، تاکید کرد که …»."""
    return any(i in clauses.verb_from and clauses.finishes(clauses.verb_from[i]) for i in (at, at + 1))


def _bare(clauses: Clauses, at: int, last: int) -> bool:
    """Whether a clause stands right behind a passive: «ادعا شده یک بازرگان راه را بست»; not «اعلام شده از سوی X», «اعلام شد و»."""
    keys = clauses.keys
    if keys[at : at + 3] == ["از", "آنجا", "که"]:
        return True
    plain = at < last and keys[at][0].isalpha() and keys[at] not in ("و", "تا", "اما", "ولی", "توسط", "مبنی") and not clauses.preposition(at, last)
    return plain and at not in clauses.verb_from and any(map(clauses.finishes, clauses.verbs_in(at, last)))


def _line(clauses: Clauses, s: Stretch) -> int:
    return next(i for i, line in enumerate(clauses.draft.view.lines) if line.first <= s.first < line.last)
