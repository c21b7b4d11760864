"""«به گفته X، C», «به اعتقاد X C»: the source stands behind a preposition, the content behind the source."""

from functools import cache

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Found, StatementDraft
from rayzan.extract.mention import SPOKESMAN
from rayzan.extract.nounphrase import Source
from rayzan.lang.fa.language import Persian
from rayzan.lexicon.wordlist import Wordlist
from rayzan.text.segment import Stretch


@cache
def according(language: Persian) -> dict[str, Wordlist]:
    """The phrases that a source stands behind, by kind, built once."""
    table = language.table("cue")["according"]
    return {kind: Wordlist(language.variants, table[kind]) for kind in ("speech", "found", "writing", "view", "quoting", "paper")}


@cache
def communiques(language: Persian) -> frozenset[str]:
    """What an actor puts out in its own name: «بر اساس این بیانیه»; «این گزارش» is a medium's."""
    return frozenset(language.keys(word)[0] for word in language.table("cue")["according"]["communiques"])


@cache
def report_kinds(language: Persian) -> frozenset[str]:
    """What a report may be called between «گزارش» and whose it is: «بر اساس گزارش محرمانه X»."""
    return frozenset(language.keys(word)[0] for word in language.table("cue")["according"]["found_kind"])


def at_word(clauses: Clauses, s: Stretch, at: int) -> StatementDraft | None:
    """«به گفته X، C»: the source stands behind the cue, the content to the end of the sentence."""
    keys = clauses.keys
    if at in clauses.draft.in_furniture:
        return None
    for kind, forms in according(clauses.draft.language).items():
        size = forms.at(keys, at, s.last)
        if not size or (keys[at + 1] == "اعلام" and at > s.first and keys[at - 1] == "استناد"):
            continue
        if kind == "found":
            size += keys[at + size] in report_kinds(clauses.draft.language)
        m = clauses.mention_from.get(at + size)
        if kind == "found" and (m is None or m.kind != "body"):
            continue
        if kind == "paper" and (m is None or m.kind != "paper" or keys[m.last - 1] not in communiques(clauses.draft.language)):
            continue
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
        if kind == "writing" and keys[first : first + 3] == ["به", "نقل", "از"]:  # «به نوشته X به نقل از Y، C»
            first = max(clauses.comma(first, min(end, first + 14)), first)
        if keys[first : first + 1] == ["که"]:  # «به گفته X که در آنجا بود، C»
            closed = next((g.last for g in clauses.verbs_in(first, end) if clauses.finishes(g)), end)
            if keys[closed : closed + 1] not in (["،"], [","]):
                continue
            first = closed
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
    """Behind what calls a source, with a comma or without: «به گفته X، کارشناس موسسه Y، C», «به گفته X سخنگوی Y، C»; `first` if nothing does."""
    if first >= end:
        return first
    parted = clauses.keys[first] in ("،", ",")
    calling = first + parted
    close = clauses.comma(calling, min(end, calling + 12))
    callers = clauses.lists.callers if parted else clauses.lists.callers[1:2]
    named = parted and clauses.keys[calling].endswith(("ها", "های"))
    called = close > 0 and not named and (clauses.keys[first - 1] == SPOKESMAN or any(list.at(clauses.keys, calling, close) for list in callers))
    return close if called and not any(map(clauses.finishes, clauses.verbs_in(calling, close))) else first


def _vague(clauses: Clauses, source: Source) -> bool:
    """Whether a view is nobody's in particular: «به اعتقاد کارشناسان», «از نظر حقوقی»."""
    head = clauses.keys[source.first]
    if all(key == "و" or key.endswith("ی") for key in clauses.keys[source.first : source.last]) and not source.who:  # «از نظر حقوقی و سیاسی»
        return True
    if source.last - source.first < 2 or head in clauses.lists.quantifiers or head in clauses.lists.no_subject:
        return True
    people, _, callings, *_ = clauses.lists.callers
    return any(list.at(clauses.keys, source.first, source.last) for list in (people, callings)) and not clauses.mentions(*source[:2])
