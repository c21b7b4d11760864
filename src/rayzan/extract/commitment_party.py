"""Parties of undertakings: who is named as subject, as agent, as the one asked."""

from rayzan.extract.commitment_span import Spans
from rayzan.extract.draft import Mention
from rayzan.lang.fa.verbs import Group
from rayzan.text.segment import Stretch

PARTY = frozenset({"name", "title", "state", "government", "body", "group", "people", "someone", "pronoun", "back"})


class Parties(Spans):
    """Names the parties in the clauses of one draft."""

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

    def party(self, first: int, last: int, crowds: bool = True) -> tuple[str, ...]:
        """The parties named at a word or up to three plain words behind it, no preposition between; those no lexicon knows only at the word itself."""
        for at in range(first, min(first + 4, last)):
            if found := self.named(at, last):
                return found
            if at == first and (stranger := self.strangers.phrase(at, last)[0] or (self.crowd(at, last) if crowds else None)):
                return (stranger,)
            if self.clauses.preposition(at, last) or at in self.clauses.verb_from:
                break
        return ()

    def crowd(self, at: int, last: int, object: bool = False) -> str | None:
        """Many whom no lexicon names: «کشورهای جهان», «همه گروه‌های معارض»; None for others and, unless it is asked for, the object of a verb."""
        i = at + (at < last and self.keys[at] in self.lists["all"])
        if i >= last or self.keys[i] not in self.lists["crowds"]:
            return None
        if (m := self.clauses.mention_from.get(i)) is not None and m.actors:
            return self.one(m.actors)
        end = self.strangers.end(i + 1, last)
        return self.strangers.enter(i, end, "group", None)[0] if object or self.keys[end : end + 1] != ["را"] else None

    def agent(self, first: int, last: int) -> tuple[str, ...]:
        """Who is to do it: «توسط X», «از سوی X»."""
        for i in range(first, last):
            size = 1 if self.keys[i] == "توسط" else 2 if self.keys[i] == "از" and self.keys[i + 1] in ("سوی", "جانب") else 0
            if size and (by := self.party(i + size, last, crowds=False)):
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

    def official(self, g: Group) -> tuple[str, ...]:
        """The speaker over a verb who speaks for a state, body or post: what they tell to be done is theirs to do; empty for experts and outlets."""
        speaker = self.draft.speaker_at(g.first)
        actor = self.draft.actors.get(speaker or "")
        told = actor is not None and (actor.office or actor.type in ("state", "body") or self.sides.unknown(speaker))
        return (speaker,) if speaker and told else ()

    def may(self, speaker: str | None, by: tuple[str, ...]) -> bool:
        """Whether it is undertaken where a speaker tells it of somebody: nobody speaks, or the speaker is of that side or of none known."""
        return speaker is None or self.sides.own(speaker, by) or self.sides.unknown(speaker)

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
        stranger = stranger or self.crowd(at, limit)
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

    def one(self, ids: tuple[str, ...]) -> str | None:
        """One actor of several: the parties jointly as the report's group."""
        if len(ids) < 2:
            return ids[0] if ids else None
        return self.draft.joint(ids)
