"""One thing under several names: instruments, bodies, and states named by those who oppose them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rayzan.collate.disagreement import NOTE, VARIANCE, Discrepancy, differ
from rayzan.collate.occasion import Occasion
from rayzan.collate.told import Place, Told, rank
from rayzan.collate.views import words
from rayzan.lang.fa.language import persian
from rayzan.text.span import Span

Form = tuple[str, ...]
STEM = 3  # letters that a word keeps when its ending goes
MOST = 5  # words of a name that no lexicon knows; longer ones run into what follows


class Name(NamedTuple):
    """One name of an instrument, a place of it, whether that is the headline, and whether the lexicon knows the instrument there."""

    form: Form
    place: Place
    at_head: bool
    known: bool


def instrument_names(every: Sequence[Told], keys: Mapping[str, Mapping[str, str]], story_of: Mapping[str, str]) -> Iterator[Discrepancy]:
    """Names of one instrument that are no short forms of each other: each new one against the one told before it."""
    names: dict[str, list[Name]] = {}
    for told in sorted(every, key=rank):
        head = told.headline_end()
        for i in told.record.instruments:
            for m in i.mentions:
                form = _instrument_form(told, m)
                if form and (i.known_from == "lexicon" or len(form) <= MOST):
                    place = Place.of(told.id, _cut(m))
                    names.setdefault(keys[told.id][i.key], []).append(Name(form, place, m.start < head, i.known_from == "lexicon"))
    for key, found in sorted(names.items()):
        for one, other in pairwise(_first_of_each(found)):
            beside = _beside(one, other, found, story_of)
            a, b = beside.place, other.place
            if not _varies(beside, other, story_of):
                continue
            if a.report == b.report and beside.at_head:
                yield differ(
                    "heading",
                    VARIANCE,
                    a,
                    b,
                    key,
                    f"the headline says “{a.text}”, the body “{b.text}”",
                    f"تیتر می‌گوید «{a.text}» و متن «{b.text}»",
                )
            else:
                severity = VARIANCE if story_of.get(a.report) == story_of.get(b.report) else NOTE
                yield differ(
                    "name",
                    severity,
                    a,
                    b,
                    key,
                    f"one instrument under two names: “{a.text}” and “{b.text}”",
                    f"یک سند با دو نام: «{a.text}» و «{b.text}»",
                )


def _varies(one: Name, other: Name, story_of: Mapping[str, str]) -> bool:
    """Whether two names are variants: in one report only of an instrument that the lexicon knows (else where the name ends is a guess),
    in one story by any word in common, else by a word besides the kind."""
    same = one.place.report == other.place.report
    if same:
        return one.known and other.known
    shared = set(one.form) & set(other.form)
    return bool(shared if story_of.get(one.place.report) == story_of.get(other.place.report) else shared - {one.form[0], other.form[0]})


def _beside(one: Name, other: Name, found: Sequence[Name], story_of: Mapping[str, str]) -> Name:
    """Where the earlier of two names stands best beside the later: in the same story if it is told there, else where it is told first."""
    story = story_of.get(other.place.report)
    same = (n for n in found if n.form == one.form and story_of.get(n.place.report) == story and n.place.report != other.place.report)
    return one if one.place.report == other.place.report else next(same, one)


def _first_of_each(found: Sequence[Name]) -> list[Name]:
    """The first place of each name, in order; a name that only shortens another is left out."""
    out: list[Name] = []
    spelt = {n.form for n in found}
    for n in found:
        shortens = any(len(o) > len(n.form) and o[: len(n.form)] == n.form for o in spelt)
        if not shortens and all("".join(o.form) != "".join(n.form) for o in out):
            out.append(n)
    return out


def _instrument_form(told: Told, m: Span) -> Form | None:
    """The words of a name, without parties, years and what stands behind «میان»; None for what only points back or is a bare kind word.

    Two names without a word in common are no variants: one is another name altogether («برجام»).
    """
    cut = _cut(m)
    keys = list(persian().keys(cut.text))
    if not keys or keys[0] in words("this").starts:
        return None
    named = {k for a in told.record.actors.values() for x in a.mentions if x.overlaps(cut) for k in persian().keys(x.text)}
    kept = [k for k in keys if k[0].isalpha() and k not in named and k not in words("joint").starts and k not in words("paper").starts]
    kept = [_stem(k) for k in kept]
    return tuple(kept) if len(kept) > 1 else None


def _stem(key: str) -> str:
    """A word of a name without what marks no other name: plural, an article or a genitive «ی», one kind word for its forms."""
    for word, forms in persian().table("across")["alike"].items():
        if key in {k for f in forms for k in persian().keys(f)}:
            return str(word)
    for ending in words("ending").starts:
        if key.endswith(ending) and len(key) - len(ending) >= STEM:
            return key.removesuffix(ending)
    return key


def _cut(m: Span) -> Span:
    """A mention up to «میان», «بین» or «برای»."""
    end = len(m.text)
    for stop in (" میان ", " بین ", "\u200cمیان ", " برای "):
        at = m.text.find(stop)
        if at > 0:
            end = min(end, at)
    return Span(m.start, m.start + end, m.text[:end])


def _keys(text: str) -> Form:
    return tuple(k for k in persian().keys(text) if k[0].isalnum())


def body_names(every: Sequence[Told]) -> Iterator[Discrepancy]:
    """Bodies whose full name has a word more or less inside: «اتحادیه اوراسیا» for «اتحادیه اقتصادی اوراسیا»."""
    forms: dict[str, list[tuple[Form, Place]]] = {}
    for told in sorted(every, key=rank):
        for id, actor in told.record.actors.items():
            if actor.type == "body":
                for m in sorted(actor.mentions, key=lambda m: m.start):
                    form = _keys(m.text)
                    if len(form) > 1 and form[0] not in words("this").starts:
                        forms.setdefault(id, []).append((form, Place.of(told.id, m)))
    for id, found in sorted(forms.items()):
        first: dict[Form, Place] = {}
        for form, place in found:
            first.setdefault(form, place)
        full = max(first, key=lambda f: (len(f), f))
        for form, place in first.items():
            if len(form) == len(full) - 1 and form[0] == full[0] and form[-1] == full[-1] and _in_order(form, full):
                a, b = sorted((place, first[full]))
                yield differ(
                    "name",
                    NOTE,
                    a,
                    b,
                    id,
                    f"short and full name of one body: “{a.text}” and “{b.text}”",
                    f"نام کوتاه و کامل یک نهاد: «{a.text}» و «{b.text}»",
                )


def _in_order(short: Form, full: Form) -> bool:
    rest = iter(full)
    return all(k in rest for k in short)


def loaded_names(by_id: Mapping[str, Told], occasions: Iterable[Occasion]) -> Iterator[Discrepancy]:
    """One happening in which one report names a state by a word of its opponents («رژیم …») and another by its name."""
    loaded = words("loaded")
    for o in occasions:
        for id in sorted({*o.who, *o.whom}):
            named: dict[bool, list[Place]] = {True: [], False: []}
            for x in o.told:
                actor = by_id[x.place.report].actor(id)
                for m in actor.mentions if actor and actor.type == "state" else ():
                    place = Place.of(x.place.report, m)
                    if place.overlaps(x.place):
                        named[bool(loaded.at(persian().keys(m.text), 0))].append(place)
            if named[True] and named[False]:
                a, b = min(named[True]), min(named[False])
                if a.report != b.report:
                    yield differ(
                        "name",
                        NOTE,
                        a,
                        b,
                        id,
                        f"one state under an opponent's name and its own: “{a.text}” and “{b.text}”",
                        f"یک دولت با دو نام: «{a.text}» و «{b.text}»",
                    )
