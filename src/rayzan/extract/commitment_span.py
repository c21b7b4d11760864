"""Where the clauses of undertakings begin and end, and which of their verbs tells the deed."""

from collections.abc import Iterator

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Draft, Found
from rayzan.extract.event_stranger import Strangers
from rayzan.extract.side import Sides
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch

MISTAKEN = frozenset({"دوم", "روند", "شماری", "نشست", "شاید", "پرداخت"})  # each also a finite verb by its letters
BARE = 3  # words: a clause of fewer before its verb goes on from before a relative clause
DONE = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


class Spans:
    """Reads the clauses of one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys, self.clauses = draft, draft.view.keys, Clauses(draft)
        table, language = draft.language.table("commitment"), draft.language
        self.lists = {
            name: frozenset(language.keys(w)[0] for w in table[name]) for name in table if name not in ("idle", "undergone", "condition", "case", "by_deal", "refusals", "answering", "experts", "outsiders")
        }
        self.idle, self.undergone = frozenset(table["idle"]), frozenset(table["undergone"])
        self.conditions = language.words("commitment", "condition")
        self.cases = language.words("commitment", "case")
        self.by_deal = language.words("commitment", "by_deal")
        self.refusals, self.answering = (
            frozenset((language.keys(noun)[-1], lemma) for noun, lemma in (row.rsplit(" ", 1) for row in table[name]))
            for name in ("refusals", "answering")
        )
        self.time_ends = {t.last for t in draft.times}
        sentences, sentence_of = draft.view.sentences, draft.view.sentence_of
        self.verbs = [
            (g, sentences[sentence_of[g.first]])
            for g in draft.verbs
            if (g.form.person or g.form.tense is Tense.PARTICIPLE) and g.first not in draft.in_furniture
        ]
        self.strangers = Strangers(draft, self.clauses)
        self.sides = Sides(draft, self.clauses)
        self.people = [m for m in draft.mentions if m.kind in ("name", "title") and m.actors]

    def groups(self, participles: bool = False) -> Iterator[tuple[Group, Stretch]]:
        """The finite verbs outside furniture, each with its sentence; participles too if asked («وعده داده تا …»)."""
        for g, s in self.verbs:
            if g.form.person or participles and g.form.tense is Tense.PARTICIPLE:
                yield g, s

    def start(self, s: Stretch, at: int) -> int:
        """The first word of the clause of a word; «مباحثی که … شود را مرور خواهیم کرد» takes in the relative clause."""
        start = s.first
        for g in self.clauses.verbs_in(s.first, at):
            if self.keys[g.first] in MISTAKEN and g.last == g.first + 1:
                continue
            joined = g.form.tense is Tense.PARTICIPLE and g.last < at and self.keys[g.last] in ("و", "،")
            if (g.form.person or joined) and g.last <= at:
                start = g.last
        for i in range(at - 1, start - 1, -1):
            if self.keys[i] in (":", "؛", "که", "اینکه"):
                return i + 1
        if start < at and self.keys[start] == "را":
            relative = next((i for i in range(start - 1, s.first, -1) if self.keys[i] == "که"), start)
            return self.start(s, relative) if relative < start else start
        if at - start < BARE and start > s.first + 1 and self.keys[start] == "،":  # «X، که در بند بودند، آزاد خواهند شد»
            relative = next((i for i in range(start - 1, s.first, -1) if self.keys[i] == "که"), -1)
            if relative > s.first and not any(g.form.person and g.last < start for g in self.clauses.verbs_in(relative, start)):
                return self.start(s, relative)
        while start < at and (
            self.keys[start] in ("و", "،", "که", "تا", "اما", "ولی")
            or not self.keys[start][0].isalnum()
            and start not in self.clauses.mention_from
        ):
            start += 1
        return start

    def following(self, g: Group, s: Stretch) -> Group | None:
        """The next finite verb of the sentence behind a verb; None if there is none."""
        return next((h for h in self.clauses.verbs_in(g.last, s.last) if h.form.person and self.keys[h.first] not in MISTAKEN), None)

    def undertaken(self, g: Group, s: Stretch) -> Group | None:
        """The verb of what is meant: the first subjunctive behind a verb that stands in no relative clause and no condition («در صورتی که
        نتواند …، اجرا کند»); None if another verb comes first."""
        begin = g.last + (self.keys[g.last : g.last + 1] in (["که"], ["تا"]))
        for h in self.clauses.verbs_in(begin, s.last):
            if not h.form.person or self.keys[h.first] in MISTAKEN and h.last == h.first + 1:
                continue
            if h.form.tense is not Tense.SUBJUNCTIVE:
                if "که" in self.keys[begin : h.first] and self.keys[h.last : h.last + 1] != ["که"] and self.keys[h.last - 1] != "و":
                    begin = h.last  # «موضوعی که در حال بررسی است ارائه کنیم»
                    continue
                return None
            at = next((i for i in range(begin, h.first) if self.conditions.at(self.keys, i, h.first)), -1)
            if at < 0 or "،" in self.keys[at : h.first]:
                return h
        return None

    def end(self, s: Stretch, at: int) -> int:
        """The end of what depends on a verb: over the subjunctives behind it, else the sentence's end."""
        last = at
        for g in self.clauses.verbs_in(at, s.last):
            if self.keys[g.first] in MISTAKEN and g.last == g.first + 1:
                continue
            if last > at and self.keys[last] in ("تا", "زیرا", "چون", "چراکه"):
                break  # what it is for is no part of it
            if g.form.tense in (Tense.SUBJUNCTIVE, Tense.PARTICIPLE) or last == at:
                last = g.last
            elif g.form.person:
                break
        return last if last > at else self.trimmed(s)

    def trimmed(self, s: Stretch) -> int:
        """The sentence's end without its closing marks."""
        last = s.last
        while last > s.first + 1 and not self.keys[last - 1][0].isalnum():
            last -= 1
        return last

    def condition(self, s: Stretch, limit: int) -> Found | None:
        """«اگر …،» that ends right before a clause; None if none does."""
        for at in range(limit - 1, s.first - 1, -1):
            if self.keys[at] in (":", "؛"):
                return None
            if self.conditions.at(self.keys, at, limit):
                verbs = [g for g in self.clauses.verbs_in(at, limit) if g.last <= limit]
                near = (
                    bool(verbs)
                    and limit - verbs[-1].last <= 2
                    and all(g.form.tense is Tense.SUBJUNCTIVE or not g.form.person for g in verbs)
                )
                return Found(at, verbs[-1].last) if near else None
        return None

    def done(self, g: Group) -> bool:
        """Whether a verb tells in the passive what somebody must do: «پرداخت شود», «تحویل داده نمی‌شود», «صورت گیرد»."""
        noun = self.keys[g.first - 1]
        if g.form.lemma == "شدن":
            return noun in self.lists["deeds"] and not g.form.passive
        if g.form.lemma in ("گرفتن", "پذیرفتن", "رسیدن"):
            return noun in self.lists["through"] and bool(self.lists["deeds"] & set(self.keys[max(0, g.first - 9) : g.first - 1]))
        return g.form.passive and g.form.lemma in self.undergone
