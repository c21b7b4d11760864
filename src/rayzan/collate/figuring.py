"""Figures told twice: the same unit of the same thing. Wording proposes the pair, the slots decide whether it is one and what differs."""

import re
from collections.abc import Iterator
from itertools import combinations

import msgspec

from rayzan.collate.alike import contained
from rayzan.collate.disagreement import CONTRADICTION, NOTE, VARIANCE, Discrepancy, differ
from rayzan.collate.matter import parties
from rayzan.collate.told import Place, Told
from rayzan.collate.views import sentence_at, view
from rayzan.record import Figure
from rayzan.text.fold import fold

LARGE = 3  # of smaller numbers many things have the same
ALIKE = 0.8  # of the words, where the units differ
LIKE = 0.6  # of the words round two figures, numbers left out
BETWEEN = frozenset({"meeting", "call", "visit", "times"})  # of these, who is meant says more than the words
_NUMBER = re.compile(r"\d+")
_WINDOW = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$")


class Counted(msgspec.Struct, frozen=True):
    """A figure with the words that it stands in and who takes part in them."""

    told: str
    figure: Figure
    words: str
    who: frozenset[str]

    @property
    def place(self) -> Place:
        return Place.of(self.told, self.figure.evidence)


class Same(msgspec.Struct, frozen=True):
    """Two figures of one thing."""

    a: Counted
    b: Counted


def figures(told: Told) -> list[Counted]:
    """The figures of a report that have a unit, each with its clause."""
    v, out = view(told), []
    for f in told.record.figures:
        s = sentence_at(v, f.evidence.start)
        if s is None or not f.unit:
            continue
        span = v.span(s.first, s.last)
        near = told.text[max(span.start, f.evidence.start - 60) : min(span.end, f.evidence.end + 60)]
        who = frozenset(id for _, id in parties(told, v, s.first, s.last, ("person", "state", "body")))
        out.append(Counted(told.id, f, near.replace(f.evidence.text, " "), who | ({f.speaker} if f.speaker else set())))
    return out


def aligned(one: Told, other: Told) -> list[Same]:
    """The figures that two reports tell of one thing, each at most once, those in the likest words first."""
    rated = sorted(
        ((_rate(one, other, a, b), n, m, a, b) for n, a in enumerate(figures(one)) for m, b in enumerate(figures(other))),
        key=lambda r: (-r[0], r[1], r[2]),
    )
    used: set[tuple[str, int]] = set()
    out = []
    for rate, n, m, a, b in rated:
        if rate > 0 and ("a", n) not in used and ("b", m) not in used:
            used |= {("a", n), ("b", m)}
            out.append(Same(a, b))
    return out


def _rate(one: Told, other: Told, a: Counted, b: Counted) -> float:
    """How surely two figures tell of one thing; 0 if they do not."""
    f, g = a.figure, b.figure
    if f.change != g.change:
        return 0.0
    if f.unit != g.unit:
        likeness = contained(_bare(a.words), _bare(b.words))
        return likeness if f.value == g.value and f.value >= LARGE and likeness >= ALIKE else 0.0
    equal = 1.0 if f.value == g.value else 0.0
    if f.unit in BETWEEN:
        return equal + 1.0 if len(_persons(one, a) & _persons(other, b)) > 1 or _states(one, a) == _states(other, b) != frozenset() else 0.0
    likeness = contained(_bare(a.words), _bare(b.words))
    return equal + likeness if likeness >= LIKE else 0.0


def _bare(words: str) -> str:
    return _NUMBER.sub(" ", fold(words))


def _persons(told: Told, a: Counted) -> frozenset[str]:
    return frozenset(id for id in a.who if (actor := told.actor(id)) and actor.type == "person")


def _states(told: Told, a: Counted) -> frozenset[str]:
    found = frozenset(s for id in a.who if (s := told.state(id)))
    return found if len(found) == 2 else frozenset()


def equal(s: Same) -> bool:
    """Whether two figures of one thing agree: value and bound, or one rounds the other."""
    return _range(s.a.figure) == _range(s.b.figure) or _rounded(s.a.figure, s.b.figure)


def _range(f: Figure) -> tuple[float, float | None]:
    return f.value, f.high


def _rounded(f: Figure, g: Figure) -> bool:
    """Whether one figure is the other to one digit less, told as such: «حدود ۴۰۰» for 412."""
    loose = ("about", "more_than", "less_than", "at_least", "at_most")
    if f.bound not in loose and g.bound not in loose:
        return False
    return f.value > 0 and g.value > 0 and abs(f.value - g.value) / max(f.value, g.value) <= 0.1


def disagreements(one: Told, other: Told) -> Iterator[Discrepancy]:
    """Where two reports on one event give one thing another number or another window."""
    for s in aligned(one, other):
        f, g = s.a.figure, s.b.figure
        a, b = s.a.place, s.b.place
        unit = f.unit or ""
        windows = f.window != g.window and f.window is not None and g.window is not None
        if f.unit != g.unit:
            en = f"{f.value:,.12g} {f.unit} in one report, {g.value:,.12g} {g.unit} in the other"
            yield differ("unit", CONTRADICTION, a, b, unit, en, "رقم یکی است، ولی واحد آن در دو گزارش فرق دارد")
        elif not equal(s):
            tail = f" (windows {f.window} and {g.window})" if windows else ""
            yield differ(
                "number",
                CONTRADICTION,
                a,
                b,
                unit,
                f"{f.value:,.12g} against {g.value:,.12g} {unit}{tail}",
                f"یک گزارش «{a.text}» می‌گوید و دیگری «{b.text}»",
            )
        elif _range(f) != _range(g):
            yield differ(
                "number", NOTE, a, b, unit, f"{f.value:,.12g} and {g.value:,.12g} {unit}: one rounds the other", "یکی رقم دیگری را گرد کرده است"
            )
        elif windows and _length(f.window) != _length(g.window):
            yield differ(
                "window", VARIANCE, a, b, unit, f"{f.value:,.12g} {unit} both times, over {f.window} in one and {g.window} in the other",
                "شمار یکی است، ولی بازهٔ زمانی آن در دو گزارش فرق دارد",
            )  # fmt: skip


def _length(window: str | None) -> int | str | None:
    """A duration in days, so that twelve months are a year; any other window as it stands."""
    m = _WINDOW.match(window or "")
    if not m or not any(m.groups()):
        return window
    years, months, weeks, days = (int(x or 0) for x in m.groups())
    return years * 365 + months * 30 + (months // 12) * 5 + weeks * 7 + days


def repeated(group: list[Told]) -> list[list[Counted]]:
    """The figures that several reports of a group give alike, one list for each."""
    links: dict[tuple[str, int], list[Counted]] = {}
    for one, other in combinations(group, 2):
        for s in aligned(one, other):
            if equal(s) and s.a.figure.unit == s.b.figure.unit:
                key = (s.a.told, s.a.figure.evidence.start)
                links.setdefault(key, [s.a]).append(s.b)
    seen: set[tuple[str, int]] = set()
    out = []
    for key, found in sorted(links.items()):
        if key not in seen:
            out.append(found)
            seen |= {(x.told, x.figure.evidence.start) for x in found}
    return out
