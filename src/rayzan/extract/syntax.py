"""Syntax: the closed classes, verbs, marks and quotations that clauses are read by."""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from rayzan.extract.draft import Draft, Found, Mention
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.seam import seam
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.lexicon.wordlist import Wordlist

LIGHT = frozenset({"کردن", "شدن", "دادن", "داشتن", "بودن", "گفتن", "نمودن", "گردیدن"})
# Verbs whose past in the third person is no noun as well («شکست», «نشست» are).
PLAIN_PASTS = LIGHT | {
    "رسیدن", "رفتن", "گرفتن", "آمدن", "یافتن", "توانستن", "گذاشتن", "نوشتن", "افزودن", "پذیرفتن", "فرستادن", "ماندن", "افتادن", "آوردن", "دانستن",
    "انجامیدن", "برانگیختن",
}  # fmt: skip
OPEN, CLOSE = {"«": "»", "“": "”", '"': '"', "‹": "›"}, {"»", "”", "›"}


class Syntax:
    """Words of one draft with what stands on them: mentions, times, verbs, quotation marks."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys = draft, draft.view.keys
        self.lists = lists(draft.language)
        self.mention_from = {m.first: m for m in draft.mentions}
        self.time_from = {t.first: t for t in draft.times}
        self.verb_ends = {g.last for g in draft.verbs}
        self.verb_from = {g.first: g for g in draft.verbs}
        self.furniture_ends: dict[int, int] = {}
        self._furniture()
        self.seams = [at for at in range(1, len(self.keys)) if self._seam(at)]

    def _furniture(self) -> None:
        words = self.draft.view.words
        starts = [w.start for w in words]
        for span in self.draft.furniture:
            first = bisect_left(starts, span.start)
            self.furniture_ends[first] = bisect_left(starts, span.end)

    def _seam(self, at: int) -> bool:
        """Whether a sub-heading runs into a word: no space before it, and such a pair as seams are."""
        words = self.draft.view.words
        return words[at - 1].end == words[at].start and self.keys[at - 1][0].isalpha() and self.keys[at][0].isalpha() and seam(self.keys[at - 1] + self.keys[at]) > 0

    def mentions(self, first: int, last: int) -> list[Mention]:
        """The mentions that stand in these words."""
        return self.draft.mentions_in(first, last)

    def verbs_in(self, first: int, last: int) -> list[Group]:
        """The verb groups that begin in these words."""
        return self.draft.verbs_in(first, last)

    @staticmethod
    def finishes(group: Group) -> bool:
        """Whether a verb surely ends a clause: a finite form that is no noun («شکست», «دوم») as well."""
        form = group.form
        if form.tense is Tense.PAST:
            return form.lemma in PLAIN_PASTS or form.plural or form.negative
        return bool(form.person) and form.tense not in (Tense.SUBJUNCTIVE, Tense.IMPERATIVE)

    def opens_relative(self, group: Group) -> bool:
        """A subjunctive or a participle without its «است» right before «که»: «… بپردازند که», «… مطرح شده که»."""
        form, behind = group.form, self.keys[group.last] if group.last < len(self.keys) else ""
        if form.tense is Tense.SUBJUNCTIVE:
            sure = self.keys[group.first][0] in ("ب", "ن") or form.lemma in LIGHT
            return sure and behind in ("که", "و", "اما", "ولی", "؛")
        return form.tense is Tense.PARTICIPLE and form.lemma in LIGHT and behind == "که"

    def preposition(self, at: int, last: int) -> int:
        return self.lists.prepositions.at(self.keys, at, last) if at < last else 0

    def head(self, first: int, last: int) -> int:
        """The first word behind a sub-heading run into the sentence, furniture, marks, openers and times that stand before a subject."""
        at = max((s for s in self.seams if first < s < last), default=first)
        if at + 1 < last and self.keys[at].isdigit() and at + 1 in self.mention_from and self.mention_from[at + 1].kind in ("name", "title"):
            at += 1  # «۸ بیدگلی …»: a number of the list
        while at < last:
            if at in self.furniture_ends:
                at = min(self.furniture_ends[at], last)
            elif not self.keys[at][0].isalnum() and self.keys[at] not in OPEN:
                at += 1
            elif self.keys[at] in OPEN and at not in self.mention_from or at in self.mention_from and self.mention_from[at].kind != "self":
                break
            elif at in self.time_from and self.time_from[at].last < last:
                at = self.time_from[at].last
            elif size := self.lists.openers.at(self.keys, at, last):
                at += size
            else:
                break
        return at

    def comma(self, first: int, last: int) -> int:
        """The first comma outside quotation marks and brackets; -1 if none."""
        depth = 0
        for at in range(first, last):
            key = self.keys[at]
            if key in ("«", "(", "“"):
                depth += 1
            elif key in ("»", ")", "”"):
                depth = max(0, depth - 1)
            elif key in ("،", ",") and not depth:
                return at
        return -1

    def trimmed(self, first: int, last: int) -> Found | None:
        """Content without its closing stop and the marks round the whole; None if nothing is left."""
        while first < last and self.keys[first] in (":", "،", ",", "؛", "-", "\n", ".", "»", "…", "..."):
            first += 1
        while first < last and self.keys[last - 1] in (".", "،", ",", "؛", "\n", ":", "*", "-", "...", "…"):
            last -= 1
        if first < last and self.keys[first] in OPEN and self._closes(first, last) == last - 1:
            first, last = first + 1, last - 1
            while first < last and self.keys[last - 1] in (".", "،", "؛"):
                last -= 1
        elif first < last and self.keys[last - 1] in CLOSE and not any(k in OPEN for k in self.keys[first : last - 1]):
            last -= 1
            while first < last and self.keys[last - 1] in (".", "،"):
                last -= 1
        elif first < last and self._left_open(first, last):  # closed on a later line, if at all
            first += 1
        return Found(first, last) if first < last else None

    def _left_open(self, first: int, last: int) -> bool:
        """Whether a quotation mark stands at a word that none closes before word `last`."""
        if self.keys[first] == '"':
            return '"' not in self.keys[first + 1 : last]
        return self.keys[first] in ("«", "“") and not any(k in CLOSE for k in self.keys[first:last])

    def quote_end(self, first: int, last: int) -> int:
        """Where words that open with a quotation mark end: behind the mark that closes it, if the quoted is a clause; else `last`."""
        if first >= last or self.keys[first] not in OPEN:
            return last
        close = self._closes(first, last)
        if close < 0 or not self.verbs_in(first, close) or close - first < 4:
            return last
        return close + 1

    def closing(self, at: int, last: int) -> int:
        """Where the quotation mark opened at a word closes before word `last`; -1 if it does not."""
        return self._closes(at, min(last, len(self.keys)))

    def _closes(self, at: int, last: int) -> int:
        """Where the mark opened at a word closes; -1 if it does not."""
        mark, close, depth = self.keys[at], OPEN[self.keys[at]], 0
        for i in range(at + 1, last):
            if self.keys[i] == close and depth == 0:
                return i
            if self.keys[i] == mark and mark != close:
                depth += 1
            elif self.keys[i] == close:
                depth -= 1
        return -1

    def quoted_share(self, first: int, last: int) -> float:
        """The share of these words that stands in quotation marks."""
        inside = total = quoted = 0
        opened = first
        closing = ""
        for at in range(first, last):
            key = self.keys[at]
            if closing and key == closing:
                closing = ""
                if quoted > 3 or self.verbs_in(opened, at):  # a name or catchword in marks is no speech
                    inside += quoted
            elif not closing and key in OPEN:
                closing, quoted, opened = OPEN[key], 0, at
            elif key[0].isalnum():
                total += 1
                quoted += bool(closing)
        inside += quoted if closing else 0
        return inside / total if total else 0.0

    def coordination(self, first: int, before: int) -> int:
        """The last «و» behind a finished verb among words `first` to `before`: where a further clause of one subject begins; -1 if none."""
        for at in range(before - 1, first, -1):
            if self.keys[at] == "و" and at in self.verb_ends:
                return at
            if self.keys[at] in ("،", "؛") and at in self.verb_ends and at + 1 < before and "که" not in self.keys[at + 1 : at + 5]:
                return at
        return -1


class Lists(NamedTuple):
    """The closed classes that clauses need: phrases as word lists, single words as sets of keys."""

    prepositions: Wordlist
    governed: Wordlist
    openers: Wordlist
    concessive: Wordlist
    meanwhile: Wordlist
    people: Wordlist
    callers: tuple[Wordlist, ...]
    documents: frozenset[str]
    settings: frozenset[str]
    setting_words: frozenset[str]
    adverbs: frozenset[str]
    quantifiers: frozenset[str]
    many: frozenset[str]
    no_speaker: frozenset[str]
    no_subject: frozenset[str]
    abstract: frozenset[str]
    owned: frozenset[str]
    dependents: frozenset[str]
    inanimate: frozenset[str]
    asides: frozenset[str]


@cache
def lists(language: Persian) -> Lists:
    """The closed classes of a language, built once."""
    table = language.table("syntax")

    def keys(name: str) -> frozenset[str]:
        return frozenset(p[0] for word in table[name] for p in language.variants(word))

    return Lists(
        language.words("syntax", "prepositions"),
        language.words("syntax", "governed"),
        language.words("syntax", "openers"),
        language.words("syntax", "concessive"),
        language.words("syntax", "meanwhile"),
        language.words("actor", "people"),
        (
            language.words("actor", "people"),
            language.words("actor", "occupations"),
            language.words("actor", "callings"),
            *(Wordlist(language.variants, heads) for heads in language.table("actor")["kinds"].values()),
        ),
        frozenset(p[0] for noun in language.table("cue")["document"]["nouns"] for p in language.variants(noun)),
        *(
            keys(name)
            for name in ("settings", "setting_words", "adverbs", "quantifiers", "many", "no_speaker", "no_subject", "abstract", "owned", "dependents", "inanimate", "asides")
        ),
    )
