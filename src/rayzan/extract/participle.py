"""Cues beside a finite verb of speech: «با بیان اینکه C», «با تاکید بر C»; with them, word by word, «به گفته X» and passives."""

from functools import cache
from typing import NamedTuple

from rayzan.extract import according, ahead, copular, passive
from rayzan.extract.clause import Clauses
from rayzan.extract.cue import Cue
from rayzan.extract.draft import Found, StatementDraft
from rayzan.extract.nounphrase import Source
from rayzan.extract.syntax import OPEN
from rayzan.lang.fa.language import Persian
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
        self.clauses = [(Wordlist(variants, row["noun"]), Wordlist(variants, row["clause"])) for row in table["prepositional"]["cue"]]
        self.phrases = [
            (Wordlist(variants, row["noun"]), [keys(link) for link in row["link"]], row["act"], row.get("objects", False))
            for row in table["prepositional"]["phrase"]
        ]
        # What a cue may begin with: no list is tried at any other word that is no verb.
        self.starts = self.heads.starts.union({"و"}, copular.nouns(language), *(forms.starts for forms in according.according(language).values()))
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


def held(clauses: Clauses, s: Stretch, cues: list[Cue]) -> Found | None:
    """The words that «با بیان اینکه C، … گفت:» holds between its mark and the comma before the main cue, if a cue stands in them
    («با بیان اینکه شرکت‌ها خواستار تخفیف هستند، گفت:»): that cue is not the main clause's."""
    keys, p = clauses.keys, participles(clauses.draft.language)
    main = next((n for n, c in enumerate(cues) if c.verb.last < s.last and keys[c.verb.last] == ":"), 0)
    while main and keys[cues[main - 1].verb.last] == "و":  # «… را رد کرد و گفت:»
        main -= 1
    if not main:
        return None
    first = next((at for at in range(s.first, cues[0].first) if keys[at] in p.starts and _mark(p, keys, at, s.last)), None)
    if first is None:
        return None
    begin = _mark(p, keys, first, s.last)
    ends = [at for at in range(begin, cues[main].first) if keys[at] in ("،", ",") and at in clauses.verb_ends]
    clear = [at for at in ends if not any(map(clauses.finishes, clauses.verbs_in(at, cues[main].first)))]
    return Found(begin, clear[0]) if clear and any(c.first < clear[0] for c in cues[:main]) else None


def _mark(p: Participles, keys: list[str], at: int, last: int) -> int:
    """Behind the «اینکه» of «با بیان اینکه» at a word; 0 if no such cue stands there."""
    size = p.heads.at(keys, at, last)
    for nouns, marks in p.clauses if size else ():
        noun = nouns.at(keys, at + size, last)
        mark = marks.at(keys, at + size + noun, last) if noun else 0
        if mark:
            return at + size + noun + mark
    return 0


def find(clauses: Clauses, s: Stretch, finite: list[StatementDraft]) -> list[StatementDraft]:
    """The statements of one sentence whose cue is no finite verb, in order. `finite`: its statements with finite cues."""
    out: list[StatementDraft] = []
    p = participles(clauses.draft.language)
    keys = clauses.keys
    subject: Source | None = None
    asked = False
    at = s.first
    while at < s.last - 1:
        if keys[at] not in p.starts and at not in clauses.verb_from:
            at += 1
            continue
        size = p.heads.at(keys, at, s.last)
        if not size and keys[at] == "و" and out and out[-1].last == at and out[-1].rule == "participle-phrase":
            size = 1  # «با قدردانی از A و استقبال از B»
        made = None
        if size:
            if not asked:
                before = clauses.subject(s.first, at, strict=False)
                subject, asked = before or clauses.subject(at, s.last, strict=True), True
            made = _clause(clauses, p, s, at, finite) or _phrase(clauses, p, s, at, size, finite)
            if made is not None:
                later = next((f for f in finite if f.source and f.narrated and f.source.first >= made.last), None)
                source = clauses.subject(s.first, at) or _behind(clauses, made.last, s.last) or subject
                if source is None and later is not None and later.source is not None:  # «با بیان اینکه C، X گفت»
                    source = Source(*later.source, later.who)
                if source is not None:
                    made.source, made.who = Found(source.first, source.last), source.who
                elif made.rule == "participle-phrase" and not finite:  # an essay's own emphasis
                    made = None
        made = made or copular.at_word(clauses, s, at) or according.at_word(clauses, s, at) or passive.document(clauses, s, at) or passive.passive(clauses, s, at) or passive.marked(clauses, s, at)
        if made is not None and made.rule.startswith("according") and any(_relayed(made, f) for f in finite):
            made = None  # «به نوشته رویترز، X گفت C»: a credit, X speaks
        if made is not None:
            out.append(made)
            at = max(at + 1, made.first if made.first > at else at + 1)
        else:
            at += 1
    documents = [d for d in out if d.rule == "document"]
    return [x for x in out if not (x.rule == "according:writing" and any(_relayed(x, d) for d in documents))]  # «به نوشته X، در این نامه آمده است»


def _relayed(made: StatementDraft, f: StatementDraft) -> bool:
    """Whether a statement with a source of its own is all that «به نوشته X،» introduces."""
    if f.source is None or f.cue is None or not f.narrated:
        return False
    return made.first <= f.source.first < made.first + 4 and max(f.last, f.cue.last) >= made.last - 2


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


def _clause(clauses: Clauses, p: Participles, s: Stretch, at: int, finite: list[StatementDraft]) -> StatementDraft | None:
    """«با بیان اینکه C، … گفت»."""
    keys = clauses.keys
    first = _mark(p, keys, at, s.last)
    if not first:
        return None
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
    if phrase.objects and keys[first] not in p.object_acts and not ahead.happens(clauses, first):
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
    best, marked = last, clauses.keys[first] in OPEN
    for f in finite:
        content = f.first - 1 if clauses.keys[f.first - 1] in ("بر", "از", "به", "که", "برای", "درباره") else f.first
        places = [p for p in (content, f.cue.first if f.cue else last, f.source.first if f.source else last) if p > first + marked]
        best = min([best, *places])
    if best < last and clauses.keys[best - 1] == "و":
        best -= 1
    return best
