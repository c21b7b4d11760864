"""One key for an instrument across reports, also where one report knows it by the lexicon and another only by its words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rayzan.collate.assessing import pair_of
from rayzan.collate.cluster import clusters
from rayzan.collate.told import Place, Told, days, overlap, told_on
from rayzan.collate.views import has, lacks, view, word_from, words
from rayzan.lang.fa.language import persian
from rayzan.record import Instrument
from rayzan.text.fold import fold
from rayzan.text.span import Span

YEARS = re.compile(r"(?<!\d)(\d{4})\s*(?:-|تا|/)\s*(\d{4})(?!\d)")
TIME = 40  # days between two reports that may tell of one unnamed paper
ENOUGH = 4
BEHIND = 4  # words behind a name in which its sides stand
SHORT = 8  # letters of a name that may only point back: what follows it is told of something else
PAPERS = frozenset(
    {"agreement", "memorandum", "programme", "document", "statement", "road_map", "treaty", "plan", "protocol", "declaration"}
)
Key = tuple[str, str]  # report and its own key


def shared_keys(every: Sequence[Told]) -> dict[str, dict[str, str]]:
    """For each report, what its instruments' keys are called across all: the lexicon's key where one has it, else a key of its own.

    A name that is only a kind («برنامه کار») means another thing in each report, unless shared facts tie the two.
    """
    rows = {(t.id, i.key): (t, i) for t in every for i in t.record.instruments}
    nodes = sorted(rows)
    pairs = [(float(n), a, b) for a, b in _candidates(rows) if (n := _ties(*rows[a], *rows[b])) >= ENOUGH]
    groups = clusters(nodes, pairs, lambda a, b: _apart(*rows[a], *rows[b]), lambda n: n)
    out: dict[str, dict[str, str]] = {t.id: {} for t in every}
    for group in groups:
        name = _name(group, rows)
        for report, key in group:
            out[report][key] = name
    return out


def _name(group: list[Key], rows: Mapping[Key, tuple[Told, Instrument]]) -> str:
    known = sorted(key for report, key in group if rows[report, key][1].known_from == "lexicon")
    if known:
        return known[0]
    first = min(group, key=lambda n: (_date(rows[n][0]), n))
    alone = len({key for _, key in rows if key == first[1]}) == 1 and all(n in group for n in rows if n[1] == first[1])
    return first[1] if alone else f"{first[1]}@{first[0]}"


def _date(told: Told) -> str:
    found = told_on(told)
    return found[0].isoformat() if found else "9999"


def _candidates(rows: Mapping[Key, tuple[Told, Instrument]]) -> Iterable[tuple[Key, Key]]:
    """Pairs of one key, and pairs of papers between the same states of which at least one is no entry of the lexicon."""
    rooms: dict[object, list[Key]] = {}
    for node, (told, i) in rows.items():
        rooms.setdefault(i.key, []).append(node)
        if i.kind in PAPERS and _sides(told, i):
            rooms.setdefault(_sides(told, i), []).append(node)
    pairs = {tuple(sorted(p)) for room in rooms.values() for p in combinations(room, 2)}
    return [
        (a, b) for a, b in sorted(pairs) if rows[a][1].key == rows[b][1].key or "report" in (rows[a][1].known_from, rows[b][1].known_from)
    ]


def _ties(one: Told, a: Instrument, other: Told, b: Instrument) -> int:
    """How much speaks for one instrument under two names: a key both know, sides, years, state and time, words of the name."""
    if a.key == b.key and "lexicon" in (a.known_from, b.known_from):
        return 9
    sides = len(_sides(one, a)) > 1 and _sides(one, a) == _sides(other, b)
    if not sides:
        return 0
    years = bool(_years(one, a) & _years(other, b))
    shared = bool(_words(one, a) & _words(other, b))
    return 1 + 2 * years + 2 * _one_state(one, a, other, b) + shared + (a.key == b.key)


def _one_state(one: Told, a: Instrument, other: Told, b: Instrument) -> bool:
    """Whether both came into one state at one time."""
    if not _near(one, other):
        return False
    for s in a.states:
        for x in b.states:
            if s.state == x.state and not s.flags and not x.flags:
                when, its = days(s.when), days(x.when)
                if not (when and its) or overlap(when, its):
                    return True
    return False


def _apart(one: Told, a: Instrument, other: Told, b: Instrument) -> bool:
    if one.id == other.id and "lexicon" in (a.known_from, b.known_from) and a.known_from == b.known_from:
        return True
    if a.known_from == b.known_from == "lexicon":
        return a.key != b.key
    mine, its = _years(one, a), _years(other, b)
    return bool(mine and its and not mine & its)


def _near(one: Told, other: Told) -> bool:
    a, b = told_on(one), told_on(other)
    return a is not None and b is not None and overlap(a, b, TIME)


def _sides(told: Told, i: Instrument) -> frozenset[str]:
    """The states that an instrument is between; where it is told to be between «دو کشور», the two that the report is about."""
    named = frozenset(s for p in i.parties for s in [told.state(p) or p])
    if named or lacks(told, "both"):
        return named
    v = view(told)
    for m in i.mentions:
        at = word_from(v, m.end)
        if has(v, "both", at, min(at + BEHIND, len(v.words))):
            return pair_of(told)
    return named


def _years(told: Told, i: Instrument) -> frozenset[tuple[str, str]]:
    """The years an instrument is for: in its key, its name, or told in the sentence behind it."""
    return frozenset([*re.findall(r"(\d{4})-(\d{4})$", i.key), *(years for years, _ in terms(told, i))])


def terms(told: Told, i: Instrument) -> Iterator[tuple[tuple[str, str], Place]]:
    """The years that a report says an instrument is for, each with the words from the name to them."""
    for m in i.mentions:
        end = _stop(told.text, m.end)
        found = YEARS.search(fold(told.text[m.start : end]))
        if found and m.end - m.start > SHORT:
            yield (found[1], found[2]), Place.of(told.id, Span.of(told.text, m.start, end))


def _stop(text: str, at: int) -> int:
    found = re.search(r"[.؟!؛\n]", text[at : at + 200])
    return at + (found.start() if found else 200)


def _words(told: Told, i: Instrument) -> frozenset[str]:
    """The content words of an instrument's names, without kind and parties."""
    named = {k for a in told.record.actors.values() for m in a.mentions for k in persian().keys(m.text)}
    found = {k for m in i.mentions for k in persian().keys(m.text)[1:]}
    return frozenset(k for k in found - named if k[0].isalpha() and len(k) > 2 and k not in words("particle").starts)
