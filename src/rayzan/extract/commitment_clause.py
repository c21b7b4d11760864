"""The clauses of a report read for undertakings: starts, ends, parties of a clause."""

from collections.abc import Iterator

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import CommitmentDraft, Draft, Found, Mention
from rayzan.extract.event_stranger import Strangers
from rayzan.extract.side import Sides
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch

MISTAKEN = frozenset({"دوم", "روند", "شماری", "نشست", "شاید", "پرداخت"})  # each also a finite verb by its letters

DONE = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
PARTY = frozenset({"name", "title", "state", "government", "body", "group", "people", "someone", "pronoun", "back"})


class Finder:
    """Reads the clauses of one draft for undertakings."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys, self.clauses = draft, draft.view.keys, Clauses(draft)
        table, language = draft.language.table("commitment"), draft.language
        self.lists = {
            name: frozenset(language.keys(w)[0] for w in table[name]) for name in table if name not in ("idle", "undergone", "condition", "case")
        }
        self.idle, self.undergone = frozenset(table["idle"]), frozenset(table["undergone"])
        self.conditions = language.words("commitment", "condition")
        self.cases = language.words("commitment", "case")
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

    def ids(self, m: Mention) -> tuple[str, ...]:
        if m.kind == "pronoun":
            before = [p for p in self.people if p.last <= m.first]
            return before[-1].actors if before else ()
        if m.kind == "back" and m.title == "body":
            bodies = [p for p in self.draft.mentions if p.last <= m.first and p.kind == "body" and p.actors]
            return bodies[-1].actors if bodies else ()
        return m.actors

    def named(self, first: int, last: int, gap: int = 0) -> tuple[str, ...]:
        """The parties named at a word or up to `gap` words behind it, joined by «و»."""
        found: list[str] = []
        at = next(
            (
                i
                for i in range(first, min(first + gap + 1, last))
                if i in self.clauses.mention_from and self.clauses.mention_from[i].kind in PARTY
            ),
            last,
        )
        while at < last and (m := self.clauses.mention_from.get(at)) is not None and m.kind in PARTY:
            found.extend(i for i in self.ids(m) if i not in found)
            at = m.last + (m.last < last and self.keys[m.last] in ("و", "،"))
            if at == m.last:
                break
        return tuple(found)

    def party(self, first: int, last: int) -> tuple[str, ...]:
        """The parties named at a word or up to three plain words behind it, no preposition between; those no lexicon knows only at the word itself."""
        for at in range(first, min(first + 4, last)):
            if found := self.named(at, last):
                return found
            if at == first and (stranger := self.strangers.phrase(at, last)[0]):
                return (stranger,)
            if self.clauses.preposition(at, last) or at in self.clauses.verb_from:
                break
        return ()

    def done(self, g: Group) -> bool:
        """Whether a verb tells in the passive what somebody must do: «پرداخت شود», «تحویل داده نمی‌شود», «صورت گیرد»."""
        noun = self.keys[g.first - 1]
        if g.form.lemma == "شدن":
            return noun in self.lists["deeds"] and not g.form.passive
        if g.form.lemma in ("گرفتن", "پذیرفتن", "رسیدن"):
            return noun in self.lists["through"] and bool(self.lists["deeds"] & set(self.keys[max(0, g.first - 9) : g.first - 1]))
        return g.form.passive and g.form.lemma in self.undergone

    def agent(self, first: int, last: int) -> tuple[str, ...]:
        """Who is to do it: «توسط X», «از سوی X»."""
        for i in range(first, last):
            size = 1 if self.keys[i] == "توسط" else 2 if self.keys[i] == "از" and self.keys[i + 1] in ("سوی", "جانب") else 0
            if size and (by := self.party(i + size, last)):
                return by
        return ()

    def subject(self, first: int, limit: int, plural: bool) -> tuple[str, ...]:
        source = self.clauses.subject(first, limit, plural, strict=True)
        if source is None or not source.who or self.keys[source.last : source.last + 1] == ["را"] or not self.leads(source.first, first):
            return ()
        joined = self.clauses.mention_from.get(source.last + 1) if self.keys[source.last : source.last + 1] == ["و"] else None
        if joined is not None and self.keys[joined.last : joined.last + 1] == ["را"]:
            return ()
        return tuple(dict.fromkeys(i for m in source.who if m.kind in PARTY for i in self.ids(m)))

    def carried(self, s: Stretch, start: int, at: int) -> tuple[str, ...]:
        """The subject that a clause opening with «و» shares with the one before: «X کمک می‌کند و همچنین آماده … است», in reported speech the
        speaker where that one names none either; none where words of its own stand at its head."""
        head = start
        while head < at and self.keys[head] in self.lists["leading"]:
            head += 1
        before = [g for g in self.clauses.verbs_in(s.first, start) if g.last <= start and g.form.person == 3]
        if head < at or not before or "و" not in self.keys[before[-1].last : at]:
            return ()
        last = before[-1]
        return self.subject(self.start(s, last.first), last.first, last.form.plural) or self.unsaid(head, at)

    def unsaid(self, start: int, at: int) -> tuple[str, ...]:
        """The speaker, where reported speech opens its clause without a subject: «گفت که آماده گفت‌وگو است»."""
        voice = self.draft.voice.get(at)
        silent = start == at and voice is not None and voice.directness == "indirect" and voice.speaker
        return (voice.speaker,) if silent and voice is not None and voice.speaker else ()

    def leads(self, at: int, start: int) -> bool:
        """Whether a mention may be a subject by what stands before it: no plain noun, whose owner it then is («به کمک X نخواهد شتافت»)."""
        before = self.keys[at - 1]
        leading = self.lists["leading"]
        return at <= self.clauses.head(start, at + 1) or not before[0].isalnum() or before in leading or at in self.time_ends

    def head(self, start: int, limit: int) -> tuple[str | None, bool]:
        """The party at the clause's head that no mention names, and whether a noun phrase stands there at all."""
        at = self.clauses.head(start, limit)
        stranger, behind = self.strangers.phrase(at, limit)
        if stranger and self.draft.actors[stranger].type != "person":  # a word that is also a given name heads many a phrase
            return stranger, True
        phrase = self.clauses.noun_phrase(at, limit)
        return None, phrase is not None and not self.clauses.preposition(at, limit)

    def own(self, g: Group) -> str | None:
        """Who «من» and «ما» are in a verb: the speaker; of an official's «ما» the state, where the report names it."""
        speaker = self.draft.speaker_at(g.first)
        actor = self.draft.actors.get(speaker or "")
        state = self.sides.state(speaker)
        if actor and g.form.plural and actor.type == "person" and actor.office and state in self.draft.actors:
            return state
        return speaker

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

    def one(self, ids: tuple[str, ...]) -> str | None:
        """One actor of several: the parties jointly as the report's group."""
        if len(ids) < 2:
            return ids[0] if ids else None
        return self.draft.joint(ids)

    def made(
        self, rule: str, kind: str, by: str | None, first: int, last: int, what: Found | None = None, to: str | None = None
    ) -> CommitmentDraft:
        return CommitmentDraft(by, to, what or Found(first, last), kind, first, last, rule)

    def complete(self, c: CommitmentDraft) -> None:
        """Fills due time, condition and who tells it."""
        for t in self.draft.times_in(c.first, c.last):
            if t.value and t.first and self.keys[t.first - 1] in ("تا", "ظرف", "طی", "برای", "از", "در"):
                c.due = t.value
        s = self.draft.view.sentences[self.draft.view.sentence_of[c.first]]
        before = self.condition(s, c.first) if c.kind == "pledge" else None
        inside = next((at for at in range(c.first, c.last) if self.conditions.at(self.keys, at, c.last)), -1)
        if before is not None:
            c.first, c.condition = before.first, before
        elif inside >= 0:
            c.condition = Found(inside, next((g.last for g in self.clauses.verbs_in(inside, c.last)), c.last))
        c.claimed_by = self.draft.speaker_at(c.first)
