"""Cues without a finite verb: «با بیان اینکه C», «با تاکید بر C», «به گفته X، C», «در بیانیه X آمده است که C»."""

from functools import cache
from typing import NamedTuple

from rayzan.extract.clause import Clauses, Source
from rayzan.extract.draft import Found, StatementDraft
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.verbs import Tense
from rayzan.lexicon.wordlist import Wordlist
from rayzan.text.segment import Stretch


class Phrase(NamedTuple):
    """An act noun with its link: «تاکید» + «بر»."""

    size: int
    noun: int
    act: str
    objects: bool


class Participles:
    """The prepositional cues of a language."""

    def __init__(self, language: Persian) -> None:
        table = language.table("cue")
        keys, variants = language.keys, language.variants
        self.heads = Wordlist(variants, table["prepositional"]["heads"])
        self.clause_nouns = Wordlist(variants, (n for row in table["prepositional"]["cue"] for n in row["noun"]))
        self.clause_marks = Wordlist(variants, (n for row in table["prepositional"]["cue"] for n in row["clause"]))
        self.phrases = [
            (Wordlist(variants, row["noun"]), [keys(link) for link in row["link"]], row["act"], row.get("objects", False))
            for row in table["prepositional"]["phrase"]
        ]
        according = table["according"]
        self.according = {kind: Wordlist(variants, according[kind]) for kind in ("speech", "writing", "view", "quoting")}
        self.documents = {keys(n)[0] for n in table["document"]["nouns"]}
        told = table["document"]
        self.told = {keys(n)[0] for n in told["told"]}
        self.done = {keys(n)[0]: act for n, act in told["done"].items()}
        self.agents = Wordlist(variants, told["agents"])
        self.passives = {keys(n)[0] for n in table["document"]["passive"]}
        self.object_acts = {keys(noun)[0]: act for noun, act in table["object_act"].items()}

    def phrase(self, keys: list[str], at: int, last: int) -> Phrase | None:
        """The act phrase at a word: how many words noun and link take."""
        for nouns, links, act, objects in self.phrases:
            size = nouns.at(keys, at, last)
            if not size:
                continue
            for link in links:
                if tuple(keys[at + size : at + size + len(link)]) == link:
                    return Phrase(size + len(link), size, act, objects)
        return None


@cache
def participles(language: Persian) -> Participles:
    """The prepositional cues of a language, built once."""
    return Participles(language)


def find(clauses: Clauses, s: Stretch, finite: list[StatementDraft]) -> list[StatementDraft]:
    """The statements of one sentence whose cue is no finite verb, in order. `finite`: its statements with finite cues."""
    out: list[StatementDraft] = []
    p = participles(clauses.draft.language)
    keys = clauses.keys
    subject: Source | None = None
    asked = False
    at = s.first
    while at < s.last - 1:
        size = p.heads.at(keys, at, s.last)
        if not size and keys[at] == "و" and out and out[-1].last == at and out[-1].rule == "participle-phrase":
            size = 1  # «با قدردانی از A و استقبال از B»
        made = None
        if size:
            if not asked:
                before = clauses.subject(s.first, at, strict=False)
                subject, asked = before or clauses.subject(at, s.last, strict=True), True
            made = _clause(clauses, p, s, at, size, finite) or _phrase(clauses, p, s, at, size, finite)
            if made is not None:
                later = next((f for f in finite if f.source and f.narrated and f.source.first >= made.last), None)
                source = clauses.subject(s.first, at) or _behind(clauses, made.last, s.last) or subject
                if source is None and later is not None and later.source is not None:  # «با بیان اینکه C، X گفت»
                    source = Source(*later.source, later.who)
                if source is not None:
                    made.source, made.who = Found(source.first, source.last), source.who
                elif made.rule == "participle-phrase" and not finite:  # an essay's own emphasis
                    made = None
        made = made or _according(clauses, p, s, at) or _document(clauses, p, s, at) or _passive(clauses, p, s, at)
        if made is not None and made.rule.startswith("according") and any(_relayed(made, f) for f in finite):
            made = None  # «به نوشته رویترز، X گفت C»: a credit, X speaks
        if made is not None:
            out.append(made)
            at = max(at + 1, made.first if made.first > at else at + 1)
        else:
            at += 1
    return out


def _relayed(made: StatementDraft, f: StatementDraft) -> bool:
    """Whether a statement with a source of its own is all that «به نوشته X،» introduces."""
    if f.source is None or f.cue is None or not f.narrated:
        return False
    return made.first <= f.source.first < made.first + 4 and f.last >= made.last - 2


def _behind(clauses: Clauses, at: int, last: int) -> Source | None:
    """A subject behind the participle's content: «با بیان اینکه C، X گفت»."""
    keys = clauses.keys
    while at < last and keys[at] in ("،", ","):
        at += 1
    m = clauses.mention_from.get(at)
    return Source(m.first, m.last, (m,)) if m is not None and m.kind not in ("state", "you") else None


def _end(clauses: Clauses, first: int, last: int, main: bool) -> int:
    """Where the content of «با بیان اینکه» closes: the first comma or «،و» behind a finished verb that a main clause follows; else the last comma."""
    commas = [at for at in range(first, last) if clauses.keys[at] in ("،", ",")]
    finished = [at for at in commas if at in clauses.verb_ends]
    best = finished[-1] if finished else -1
    if main:  # nothing but settings stands between the last such comma and the cue
        clear = [at for at in finished if not any(map(clauses.finishes, clauses.verbs_in(at, last)))]
        return clear[0] if clear else best if best > 0 else last
    for at in finished:
        behind = clauses.keys[at + 1] if at + 1 < last else ""
        if behind not in ("و", "که", "اما") and len(clauses.verbs_in(at, last)) <= 2:
            return at
    return best if best > 0 else last


def _clause(clauses: Clauses, p: Participles, s: Stretch, at: int, size: int, finite: list[StatementDraft]) -> StatementDraft | None:
    """«با بیان اینکه C، … گفت»."""
    keys = clauses.keys
    noun = p.clause_nouns.at(keys, at + size, s.last)
    mark = p.clause_marks.at(keys, at + size + noun, s.last) if noun else 0
    if not mark:
        return None
    first = at + size + noun + mark
    main = _main_start(clauses, first, s.last, finite)
    found = clauses.trimmed(first, _end(clauses, first, main, main < s.last))
    if found is None:
        return None
    share = clauses.quoted_share(*found)
    outer = clauses.keys[found.first - 1] in ("«", '"')
    cue = Found(at, first)
    return StatementDraft(found.first, found.last, cue, None, "participle-clause", "direct" if share >= 0.5 or outer else "indirect")


def _phrase(clauses: Clauses, p: Participles, s: Stretch, at: int, size: int, finite: list[StatementDraft]) -> StatementDraft | None:
    """«با تاکید بر C», «ضمن ابراز نگرانی از C»: to the comma, or to where the main clause begins."""
    keys = clauses.keys
    phrase = p.phrase(keys, at + size, s.last)
    if phrase is None:
        return None
    first = at + size + phrase.size
    if first >= s.last or keys[first] == "اینکه" or (keys[first] == "این" and "که" in keys[first + 1 : first + 3]):
        return None
    if phrase.objects and keys[first] not in p.object_acts:
        return None
    cue = Found(at + (keys[at] == "و"), at + size + phrase.noun)
    end = _phrase_end(clauses, first, _main_start(clauses, first, s.last, finite))
    end = next((i for i in range(first + 1, end) if keys[i] == "و" and p.phrase(keys, i + 1, end) is not None), end)
    found = clauses.trimmed(first, end)
    if found is None or found.last - found.first < 1:
        return None
    act = phrase.act or p.object_acts.get(keys[first], "statement")
    return StatementDraft(found.first, found.last, cue, None, "participle-phrase", "indirect", act)


def _phrase_end(clauses: Clauses, first: int, last: int) -> int:
    """The comma that closes «با قدردانی از A، B و C،»: the first one behind which no further part of the list stands; else `last`."""
    keys = clauses.keys
    end = clauses.comma(first, last)
    while end > 0:
        further = clauses.comma(end + 1, last)
        stop = further if further > 0 else last
        listed = (
            "و" in keys[end + 1 : stop]
            and not any(map(clauses.finishes, clauses.verbs_in(end + 1, stop)))
            and not clauses.preposition(end + 1, stop)
        )
        if not listed or keys[end + 1] == "و" or (further < 0 and stop >= last and not keys[last - 1].isalpha()):
            return end
        end = further
    return last


def _main_start(clauses: Clauses, first: int, last: int, finite: list[StatementDraft]) -> int:
    """Where the main clause begins: its source, its cue, or the content it holds before the cue, whichever comes first behind `first`."""
    best = last
    for f in finite:
        content = f.first - 1 if clauses.keys[f.first - 1] in ("بر", "از", "به", "که", "برای", "درباره") else f.first
        places = [p for p in (content, f.cue.first if f.cue else last, f.source.first if f.source else last) if p > first]
        best = min([best, *places])
    if best < last and clauses.keys[best - 1] == "و":
        best -= 1
    return best


def _according(clauses: Clauses, p: Participles, s: Stretch, at: int) -> StatementDraft | None:
    """«به گفته X، C»: the source stands behind the cue, the content to the end of the sentence."""
    keys = clauses.keys
    if at in clauses.draft.in_furniture:
        return None
    for kind, forms in p.according.items():
        size = forms.at(keys, at, s.last)
        if not size or (keys[at + 1] == "اعلام" and at > s.first and keys[at - 1] == "استناد"):
            continue
        m = clauses.mention_from.get(at + size)
        if m is None or m.last >= s.last or (kind in ("view", "quoting") and m.kind in ("self", "you")):
            if kind not in ("speech", "view") or m is not None:
                continue
            source = clauses.noun_phrase(at + size, s.last)
            if source is None or source.last >= s.last or keys[source.last] not in ("،", ","):
                continue
            if kind == "view" and _vague(clauses, source):
                continue
        else:
            source = Source(m.first, m.last, (m,))
        if kind == "quoting":
            return None
        if any(m.kind in ("self", "you") for m in source.who):
            return None
        cue_last = at + size
        first = source.last
        end = s.last
        if first < end and keys[first] == "در" and (comma := clauses.comma(first, min(end, first + 10))) > 0:
            first = comma
        found = clauses.trimmed(_apposed(clauses, first, end), end)
        if found is None or not clauses.verbs_in(*found):
            return None
        if at in clauses.verb_ends:
            return None
        return StatementDraft(
            found.first, found.last, Found(at, cue_last), Found(source.first, source.last), f"according:{kind}", who=source.who
        )
    return None


def _apposed(clauses: Clauses, first: int, end: int) -> int:
    """Behind what a comma sets beside a source: «به گفته X، کارشناس موسسه Y، C»; `first` if nothing stands so."""
    keys = clauses.keys
    if first >= end or keys[first] not in ("،", ","):
        return first
    close = clauses.comma(first + 1, min(end, first + 12))
    callings = clauses.lists.callers
    called = close > 0 and any(list.at(keys, first + 1, close) for list in callings)
    return close if called and not any(map(clauses.finishes, clauses.verbs_in(first + 1, close))) else first


def _vague(clauses: Clauses, source: Source) -> bool:
    """Whether a view is nobody's in particular: «به اعتقاد کارشناسان», «از نظر حقوقی»."""
    head = clauses.keys[source.first]
    if source.last - source.first < 2 or head in clauses.lists.quantifiers or head in clauses.lists.no_subject:
        return True
    people, _, callings, *_ = clauses.lists.callers
    return any(list.at(clauses.keys, source.first, source.last) for list in (people, callings)) and not clauses.mentions(*source[:2])


def _document(clauses: Clauses, p: Participles, s: Stretch, at: int) -> StatementDraft | None:
    """«در بیانیه وزارت خارجه X آمده است: C», «در این بیانیه تاکید شده است که C»: the document speaks for its author."""
    keys = clauses.keys
    g = clauses.verb_from.get(at)
    if g is None or g.form.negative:
        return None
    came = g.form.lemma == "آمدن" and g.form.person == 3
    passive = (g.form.passive and keys[at] in p.passives) or (g.form.lemma in ("شدن", "گردیدن") and keys[at - 1] in p.passives)
    if not came and not passive:
        return None
    document = next((i for i in range(at - 1, max(s.first - 1, at - 25), -1) if keys[i] in p.documents), None)
    mark = g.last
    if mark >= s.last or keys[mark] not in ("که", ":", "،"):
        return None
    if document is None or "آنچه" in keys[max(s.first, document - 3) : document]:
        return None
    first = document
    if document - 1 >= s.first and keys[document - 1] in ("این", "همین"):
        first = document - 1
    last = document + 1
    who = [m for m in clauses.mentions(document, at) if m.first <= document + 2]
    if who:
        last = who[0].last
    cue_first = at if came or g.form.passive else at - 1
    author = None if who or first < document else clauses.noun_phrase(document + 1, cue_first)
    if author is not None:
        last = author.last
    paper = [m for m in clauses.mentions(first, at) if m.kind == "paper"]
    end = s.last if keys[mark] != ":" else clauses.draft.view.lines[_line(clauses, s)].last
    found = clauses.trimmed(mark + 1, end)
    if found is None:
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
        who=tuple(who or paper),
    )


def _passive(clauses: Clauses, p: Participles, s: Stretch, at: int) -> StatementDraft | None:
    """«در این نشست تاکید شد که C», «از سوی X اعلام شد که C», «این ادعا از سوی X رد شده است»."""
    keys = clauses.keys
    g = clauses.verb_from.get(at)
    if g is None or g.form.lemma not in ("شدن", "گردیدن") or g.form.negative or g.form.person == 1 or at - 1 < s.first:
        return None
    noun, mark = keys[at - 1], keys[g.last] if g.last < s.last else ""
    agent = next((i for i in range(max(s.first, at - 12), at - 2) if p.agents.at(keys, i, at)), None)
    who = clauses.mention_from.get(agent + p.agents.at(keys, agent, at)) if agent is not None else None
    source = Found(who.first, who.last) if who is not None and who.last <= at - 1 else None
    phrase = clauses.noun_phrase(who.first, at - 1) if source is not None and who is not None else None
    if phrase is not None and source is not None and phrase.last > source.last:  # «آژانس سلامت X», where only «آژانس» is known
        source, who = Found(phrase.first, phrase.last), None
    cue = Found(at - 1, g.last)
    if noun in p.told and mark in ("که", ":", "،"):
        if mark == "،" and g.form.tense is Tense.PARTICIPLE:
            return None
        found = clauses.trimmed(g.last + 1, s.last)
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


def _line(clauses: Clauses, s: Stretch) -> int:
    return next(i for i, line in enumerate(clauses.draft.view.lines) if line.first <= s.first < line.last)
