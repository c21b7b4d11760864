"""Headings that say other than the words they stand over."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from rayzan.collate.disagreement import NOTE, VARIANCE, Discrepancy, differ
from rayzan.collate.told import Told
from rayzan.collate.views import clauses, place, sentence_at, view, word_from, words
from rayzan.lang.fa.language import persian
from rayzan.record import Statement
from rayzan.text.view import View

LIKE = 0.6  # of the heading's content words found in the body
LEAST = 2  # content words of a heading that can be found again; of so few all must be
NEAR = 8  # words between a frame and what it frames
FEW = 2  # content words left out of a heading that else is whole
STEM = 4  # letters in which two words of one stem agree


class Beside(NamedTuple):
    """A stretch of the body that a heading retells: its words from the first to the last that the heading has (`hit`), where its
    sentence begins, the content words that it has over the
    heading's, and whether it has all of the heading's."""

    found: int
    first: int
    last: int
    start: int
    hit: tuple[int, ...]
    dropped: tuple[int, ...]
    whole: bool


def disagreements(told: Told) -> Iterator[Discrepancy]:
    """Headings of statements beside what the speaker is shown to say: a frame left out («به اعتقاد ما»), or words that limit or aim it."""
    headings = [h for h in told.record.statements if h.rule == "heading" and not _has_figure(told, h)]
    if not headings:
        return
    v = view(told)
    names = _names(told, v)
    for h in headings:
        beside = _body(told, v, h, names)
        if not beside:
            continue
        at = bisect_right(v.words, h.content.start, key=lambda w: w.end)
        a = place(told, v, at, at + word_from(v, h.content.end) - word_from(v, h.content.start))
        frame = _frame(v, beside.start, beside.first)
        if frame and _same_words(v, frame, at, h):
            frame = None
        b = place(told, v, frame[0] if frame else beside.first, beside.last)
        if frame:
            said = v.span(*frame).text
            yield differ("heading", NOTE, a, b, h.speaker or "", f"the heading leaves out “{said}”", f"تیتر «{said}» را انداخته است")
        elif _changes(v, beside):
            lost = " … ".join(v.span(i, i + 1).text for i in beside.dropped)
            yield differ(
                "heading",
                VARIANCE,
                a,
                b,
                h.speaker or "",
                f"the heading retells it without “{lost}”",
                f"تیتر این را بی «{lost}» بازگفته است",
            )


def _same_words(v: View, frame: tuple[int, int], at: int, h: Statement) -> bool:
    """Whether the heading has the frame too."""
    return v.keys[frame[0]] in v.keys[at : word_from(v, h.content.end)]


def _changes(v: View, beside: Beside) -> bool:
    """Whether what a heading leaves out is more than brevity: one of two things joined by «و», or a word that limits."""
    limits = words("limit")
    if beside.whole and any(limits.at(v.keys, i) for i in beside.dropped):
        return True
    return 0 < len(beside.dropped) <= FEW and beside.whole and any(_joined(v, beside, i) for i in beside.dropped)


def _joined(v: View, beside: Beside, at: int) -> bool:
    """Whether a word left out is joined by «و» to one that the heading has: «اقدامات و رویکردها», «وجود داشته باشد و … ایجاد کند»."""
    after = next((i for i in beside.hit if i > at), None)
    before = next((i for i in reversed(beside.hit) if i < at), None)
    if after is not None and "و" in v.keys[at:after] and not any(at < i < after for i in beside.dropped):
        return True
    verbs = persian().verbs.groups(v.keys, before, at) if before is not None else ()
    return before is not None and "و" in v.keys[before:at] and not verbs and not any(before < i < at for i in beside.dropped)


def _has_figure(told: Told, h: Statement) -> bool:
    """Whether a heading tells a figure: then figures decide, not words."""
    return any(h.content.start <= f.evidence.start < h.content.end for f in told.record.figures) or any(c.isdigit() for c in h.content.text)


def _names(told: Told, v: View) -> frozenset[int]:
    """The words that name actors and instruments."""
    mentions = [m for a in told.record.actors.values() for m in a.mentions] + [m for x in told.record.instruments for m in x.mentions]
    return frozenset(at for m in mentions for at in range(word_from(v, m.start), word_from(v, m.end)))


def _content(v: View, first: int, last: int, names: frozenset[int]) -> list[int]:
    """The words of a stretch that carry content: no names, verbs, particles or pronouns."""
    verbs = {i for g in persian().verbs.groups(v.keys, first, last) for i in range(g.first, g.last)}
    particles = words("particle").starts
    kept = (i for i in range(first, last) if i not in verbs and i not in names)
    return [i for i in kept if v.keys[i][0].isalpha() and v.keys[i] not in particles]


def _akin(a: str, b: str) -> bool:
    """Whether two words have one stem: «رویکرد» and «رویکردهای»."""
    short, long = sorted((a, b), key=len)
    return a == b or (len(short) >= STEM and (long.startswith(short) or long.endswith(short)))


def _body(told: Told, v: View, h: Statement, names: frozenset[int]) -> Beside | None:
    """The stretch of the speaker's own words that has most of the heading's content, the shortest of several."""
    wanted = [v.keys[i] for i in _content(v, word_from(v, h.content.start), word_from(v, h.content.end), names)]
    if len(wanted) < LEAST:
        return None
    like: dict[str, frozenset[int]] = {}  # which of the wanted words a word is akin to

    def akin(key: str) -> frozenset[int]:
        if key not in like:
            like[key] = frozenset(n for n, w in enumerate(wanted) if _akin(key, w))
        return like[key]

    best: tuple[int, int, Beside] | None = None
    for s in told.record.statements:
        if s.speaker == h.speaker and s.rule != "heading" and not s.content.overlaps(h.content):
            for start, first, last in _stretches(v, s):
                there = _content(v, first, last, names)
                hit = [i for i in there if akin(v.keys[i])]
                found = len(frozenset[int]().union(*(akin(v.keys[i]) for i in hit)))
                if hit and found >= (LIKE * len(wanted) if len(wanted) > LEAST else len(wanted)):
                    dropped = tuple(i for i in there if hit[0] < i < hit[-1] and i not in hit)
                    beside = Beside(found, hit[0], _end(v, hit[-1], last), start, tuple(hit), dropped, found == len(wanted))
                    if best is None or (found, -len(dropped)) > best[:2]:
                        best = (found, -len(dropped), beside)
    return best[2] if best else None


def _end(v: View, at: int, last: int) -> int:
    """Behind the verb that closes a stretch."""
    groups = [g.last for g in persian().verbs.groups(v.keys, at, last)]
    return max([at + 1, *groups[:1]])


def _stretches(v: View, s: Statement) -> Iterator[tuple[int, int, int]]:
    """Sentences and clauses of a statement: where the sentence begins, first and last word."""
    at = s.content.start
    while at < s.content.end:
        sentence = sentence_at(v, at)
        if sentence is None:
            return
        head = next((i for i in range(sentence.first, sentence.last) if v.words[i].start >= s.content.start), sentence.first)
        yield head, head, sentence.last
        yield from ((head, first, last) for first, last in clauses(v, sentence) if first >= head)
        at = v.words[sentence.last - 1].end + 1


def _frame(v: View, start: int, first: int) -> tuple[int, int] | None:
    """What weakens the words and stands before them, with no verb between: «به اعتقاد ما»."""
    frames = words("frame")
    for at in range(max(start, first - NEAR), first):
        size = frames.at(v.keys, at)
        if size and at + size <= first and not persian().verbs.groups(v.keys, at + size, first):
            return at, at + size
    return None
