"""Where speakers stand on standing issues of diplomacy: for or against, by words that carry their own judgement."""

from functools import cache
from typing import NamedTuple

import msgspec

from rayzan.collate.told import Place, Told
from rayzan.collate.views import place, places, view
from rayzan.lang.fa.language import persian
from rayzan.lexicon.wordlist import Wordlist

NEAR = 3  # words before an issue that may turn it


class Issue(NamedTuple):
    """An issue: words that name what is wanted, words that name what is not; `name` in both languages."""

    id: str
    en: str
    fa: str
    wanted: Wordlist
    unwanted: Wordlist


class Position(msgspec.Struct, frozen=True):
    """A speaker's stand on an issue; `speaker` None where the narrator tells it of joint talks."""

    place: Place
    issue: str
    speaker: str | None
    holds: bool


@cache
def issues() -> tuple[Issue, ...]:
    """The issues of `issue.toml`."""
    variants = persian().variants
    rows = persian().table("issue")["issue"]
    return tuple(Issue(r["id"], r["en"], r["fa"], Wordlist(variants, r["wanted"]), Wordlist(variants, r["unwanted"])) for r in rows)


def positions(told: Told) -> list[Position]:
    """The stands that a report's statements take, the first of each speaker on each issue.

    Who names «یکجانبه‌گرایی» is against it and for many-sided ties, unless a word before it turns that («دفاع از»); an issue only
    refused («نفی چندجانبه‌گرایی») is held by nobody.
    """
    v, out = view(told), []
    seen: set[tuple[str, str | None]] = set()
    turned, kept = persian().words("issue", "against"), persian().words("issue", "support")
    starts = sorted({at for issue in issues() for words in (issue.wanted, issue.unwanted) for at in places(v, words)})
    if not starts:
        return []
    for s in sorted(told.record.statements, key=lambda s: (s.content.start, s.content.end)):
        inside = [at for at in starts if s.content.start <= v.words[at].start < s.content.end]
        for at in inside:
            last = next((i for i in range(at, len(v.words)) if v.words[i].start >= s.content.end), len(v.words))
            for issue in issues():
                size = issue.wanted.at(v.keys, at, last)
                other = 0 if size else issue.unwanted.at(v.keys, at, last)
                if not (size or other) or (issue.id, s.speaker) in seen:
                    continue
                before = range(max(0, at - NEAR), at)
                turns = any((turned if size else kept).at(v.keys, i, at) for i in before)
                seen.add((issue.id, s.speaker))
                out.append(
                    Position(place(told, v, max(0, at - NEAR), min(last, at + (size or other) + NEAR)), issue.id, s.speaker, not turns)
                )
    return out
