"""Persian verbs: forms generated from two stems, and verb groups found over words with tense, person and polarity."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from rayzan.text.fold import fold


class Tense(StrEnum):
    """The tenses that news Persian tells apart by form."""

    PAST = "past"
    PRESENT = "present"
    IMPERFECT = "imperfect"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    FUTURE = "future"
    SUBJUNCTIVE = "subjunctive"
    IMPERATIVE = "imperative"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"


class Form(NamedTuple):
    """One conjugated form. `person` is 1–3 with `plural`, 0 where the form has none."""

    lemma: str
    tense: Tense
    person: int
    plural: bool
    negative: bool
    passive: bool = False


class Group(NamedTuple):
    """A verb with its auxiliaries: words `first` to `last` (exclusive)."""

    first: int
    last: int
    form: Form


_PAST = (("م", 1, False), ("ی", 2, False), ("", 3, False), ("یم", 1, True), ("ید", 2, True), ("ند", 3, True))
_PRESENT = (("م", 1, False), ("ی", 2, False), ("د", 3, False), ("یم", 1, True), ("ید", 2, True), ("ند", 3, True))
_PERFECT = (("ام", 1, False), ("ای", 2, False), ("ایم", 1, True), ("اید", 2, True), ("اند", 3, True))
_BE = {
    **{k: (Tense.PERFECT, p, pl, False) for k, p, pl in (("است", 3, False), ("هستم", 1, False), ("هستیم", 1, True), ("هستند", 3, True))},
    "نیست": (Tense.PERFECT, 3, False, True),
    **{"بود" + s: (Tense.PLUPERFECT, p, pl, False) for s, p, pl in _PAST},
    **{"نبود" + s: (Tense.PLUPERFECT, p, pl, True) for s, p, pl in _PAST},
    **{"باش" + s: (Tense.SUBJUNCTIVE, p, pl, False) for s, p, pl in _PRESENT},
    **{"نباش" + s: (Tense.SUBJUNCTIVE, p, pl, True) for s, p, pl in _PRESENT},
}
_BARE = frozenset(["کن", "شو", "باش"])
_WILL = {"خواه" + s: (p, pl, False) for s, p, pl in _PRESENT} | {"نخواه" + s: (p, pl, True) for s, p, pl in _PRESENT}


def forms(past: str, present: str) -> Iterable[tuple[str, Form]]:
    """Every one-word form of a verb: key without half-space, and what it is.

    >>> dict(forms("گفت", "گو"))["نمیگوید"].negative
    True
    """
    lemma = past + "ن"
    past, present = fold(past), fold(present)
    # «گوید», «جوید» take a glide, «رود», «شود» don't: their stem ends in a consonant.
    glide = "ی" if present[-1] in "اآ" or present in ("گو", "جو") else ""
    head = "" if past[0] not in "اآ" else "ی"
    start = past[1:] if past[0] == "ا" else ("ا" + past[1:] if past[0] == "آ" else past)
    low = present[1:] if present[0] == "ا" else ("ا" + present[1:] if present[0] == "آ" else present)
    low_head = "ی" if present[0] in "اآ" else ""
    for suffix, person, plural in _PAST:
        yield past + suffix, Form(lemma, Tense.PAST, person, plural, False)
        yield "ن" + head + start + suffix, Form(lemma, Tense.PAST, person, plural, True)
        yield "می" + past + suffix, Form(lemma, Tense.IMPERFECT, person, plural, False)
        yield "نمی" + past + suffix, Form(lemma, Tense.IMPERFECT, person, plural, True)
    for suffix, person, plural in _PRESENT:
        link = glide if suffix != "" else ""
        if present[-1] == "ه" and suffix:
            link = ""
        yield "می" + present + link + suffix, Form(lemma, Tense.PRESENT, person, plural, False)
        yield "نمی" + present + link + suffix, Form(lemma, Tense.PRESENT, person, plural, True)
        yield "ب" + low_head + low + link + suffix, Form(lemma, Tense.SUBJUNCTIVE, person, plural, False)
        yield "ن" + low_head + low + link + suffix, Form(lemma, Tense.SUBJUNCTIVE, person, plural, True)
        if present.startswith("ای"):  # «بایستید» beside «بیایستید»
            yield "ب" + present + link + suffix, Form(lemma, Tense.SUBJUNCTIVE, person, plural, False)
        if suffix != "ی" or present in _BARE:  # «گیری», «رسانی» are nouns: «همه گیری», «اطلاع رسانی»
            yield present + link + suffix, Form(lemma, Tense.SUBJUNCTIVE, person, plural, False)
    yield "ب" + low_head + low, Form(lemma, Tense.IMPERATIVE, 2, False, False)
    yield "ن" + low_head + low, Form(lemma, Tense.IMPERATIVE, 2, False, True)
    for negative in (False, True):
        participle = ("ن" + head + start if negative else past) + "ه"
        yield participle, Form(lemma, Tense.PARTICIPLE, 0, False, negative)
        for suffix, person, plural in _PERFECT:
            yield participle + suffix, Form(lemma, Tense.PERFECT, person, plural, negative)
    yield past + "ن", Form(lemma, Tense.INFINITIVE, 0, False, False)
    yield "ن" + head + start + "ن", Form(lemma, Tense.INFINITIVE, 0, False, True)


_ENDS = frozenset([".", "؟", "!", "؛", ":", "»", "\n"])  # what ends a clause behind its verb
_LACK = "نبود"  # «was not», and the noun «lack», which stands behind a preposition or «و» and before what is lacking
_BEFORE_LACK = frozenset({"از", "به", "با", "بر", "در", "برای", "و", "دلیل", "علت", "سبب"})
_JOINS = frozenset({"و", "که", "اما", "ولی", "تا", "یا"})

# Tense order for one spelling with two readings: «گویند» is rather present-like than anything else.
_PREFERRED = (
    Tense.PAST,
    Tense.PERFECT,
    Tense.PRESENT,
    Tense.IMPERFECT,
    Tense.SUBJUNCTIVE,
    Tense.PARTICIPLE,
    Tense.INFINITIVE,
    Tense.IMPERATIVE,
)


def prefixed_forms(prefix: str, past: str, present: str) -> Iterable[tuple[str, Form]]:
    """Every one-word form of a verb whose prefix stands before «می» and «ن».

    >>> dict(prefixed_forms("بر", "گشت", "گرد"))["برنمیگردد"].lemma
    'برگشتن'
    """
    for key, form in forms(past, present):
        yield prefix + key, form._replace(lemma=prefix + form.lemma)


class Verbs:
    """The verbs of a language pack, by form.

    `nouns`: forms that are rather another word («مردم», «روی»), no verbs with or without «ی»; `last`: forms that are as often a noun
    («برخورد»), verbs only where a clause ends behind them and no verbs with «ی»; `joined`: two forms that «و» makes one noun («رفت آمد»).
    """

    def __init__(
        self,
        stems: Iterable[tuple[str, str]],
        prefixed: Iterable[tuple[str, str, str]] = (),
        nouns: Iterable[str] = (),
        last: Iterable[str] = (),
        adjectives: Iterable[str] = (),
        joined: Iterable[str] = (),
    ) -> None:
        self._joined = frozenset(tuple(map(fold, pair.split())) for pair in joined)
        self._forms: dict[str, Form] = {}
        for adjective in map(fold, adjectives):  # «معتقدند»: with the copula joined on
            for suffix, person, plural in (("م", 1, False), ("یم", 1, True), ("ید", 2, True), ("ند", 3, True)):
                self._forms[adjective + suffix] = Form(f"{adjective} بودن", Tense.PRESENT, person, plural, False)
        self._last = frozenset(map(fold, last))
        rather = {fold(noun) + end for noun in nouns for end in ("", "ی")} | {noun + "ی" for noun in self._last}
        rows = [forms(*row) for row in stems] + [prefixed_forms(*row) for row in prefixed]
        self._preverbs = frozenset(fold(row[0]) for row in prefixed)
        for row in rows:
            for key, form in row:
                if key in rather:
                    continue
                old = self._forms.get(key)
                if old is None or _PREFERRED.index(form.tense) < _PREFERRED.index(old.tense):
                    self._forms[key] = form
        for s, p, pl in _PRESENT:
            self._forms.setdefault("دار" + s, Form("داشتن", Tense.PRESENT, p, pl, False))
            self._forms["ندار" + s] = Form("داشتن", Tense.PRESENT, p, pl, True)
        for key in ("دارم", "داری", "دارد", "داریم", "دارید", "دارند"):
            self._forms[key] = self._forms[key]._replace(tense=Tense.PRESENT)
        for key, (p, pl) in {
            "است": (3, False),
            "هست": (3, False),
            "هستم": (1, False),
            "هستی": (2, False),
            "هستیم": (1, True),
            "هستید": (2, True),
            "هستند": (3, True),
        }.items():
            self._forms[key] = Form("بودن", Tense.PRESENT, p, pl, False)
        for key, (p, pl) in {
            "نیست": (3, False),
            "نیستم": (1, False),
            "نیستی": (2, False),
            "نیستیم": (1, True),
            "نیستید": (2, True),
            "نیستند": (3, True),
        }.items():
            self._forms[key] = Form("بودن", Tense.PRESENT, p, pl, True)

    def form(self, key: str) -> Form | None:
        """The form a word is by itself, None if it is no verb."""
        return self._forms.get(key)

    def group_at(self, keys: Sequence[str], at: int, end: int) -> Group | None:
        """The verb group that begins at word `at`, taking in its auxiliaries; None if none begins there."""
        key = keys[at]
        if self._joined_at(keys, at, end) or at >= 2 and self._joined_at(keys, at - 2, end):
            return None
        if (
            key in self._preverbs
            and at + 1 < end
            and keys[at + 1].startswith(("می", "نمی"))
            and (apart := self._forms.get(key + keys[at + 1]))
        ):
            return Group(at, at + 2, apart)  # «بر می‌گردد»
        if key in _WILL and at + 1 < end:
            nxt = self._forms.get(keys[at + 1])
            person, plural, negative = _WILL[key]
            if nxt and nxt.tense is Tense.PAST and nxt.person == 3 and not nxt.plural and not nxt.negative:
                return Group(at, at + 2, Form(nxt.lemma, Tense.FUTURE, person, plural, negative))
        form = self._forms.get(key)
        if form is None or form.tense is Tense.INFINITIVE:
            return None
        if key in self._last and at + 1 < end and keys[at + 1] not in _ENDS:
            return None
        if key == _LACK and at > 0 and keys[at - 1] in _BEFORE_LACK and at + 1 < end and keys[at + 1][0].isalpha() and keys[at + 1] not in _JOINS:
            return None  # «از نبود همبستگی»
        if form.tense is not Tense.PARTICIPLE:
            return Group(at, at + 1, form)
        last, passive = at + 1, False
        if last < end:
            aux = keys[last]
            become = self._forms.get(aux)
            if become and become.lemma in ("شدن", "گردیدن", "گشتن"):
                passive, last = True, last + 1
                form = Form(form.lemma, become.tense, become.person, become.plural, form.negative or become.negative, True)
                aux = keys[last] if last < end and become.tense is Tense.PARTICIPLE else ""
            elif aux in _WILL and last + 1 < end and keys[last + 1] in ("شد", "گردید"):
                p, pl, neg = _WILL[aux]
                return Group(at, last + 2, Form(form.lemma, Tense.FUTURE, p, pl, neg, True))
            if aux in _BE and form.tense is Tense.PARTICIPLE:
                tense, person, plural, negative = _BE[aux]
                return Group(at, last + 1, Form(form.lemma, tense, person, plural, form.negative or negative, passive))
        return Group(at, last, form)

    def _joined_at(self, keys: Sequence[str], at: int, end: int) -> bool:
        """«رفت و آمد»: a noun of two verbs."""
        return at + 2 < end and keys[at + 1] == "و" and (keys[at], keys[at + 2]) in self._joined

    def groups(self, keys: Sequence[str], first: int, last: int) -> list[Group]:
        """The verb groups among words `first` to `last`, in order, not overlapping."""
        out: list[Group] = []
        at = first
        while at < last:
            group = self.group_at(keys, at, last)
            if group is None:
                at += 1
            else:
                out.append(group)
                at = group.last
        return out
