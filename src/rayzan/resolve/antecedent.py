"""Antecedents: who spoke before, and whom «او», «این منبع», «این نامه» or a subject left out means by it."""

from bisect import bisect_left

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Draft, Found, Mention, StatementDraft
from rayzan.resolve.retold import THIS

HEAD = 12  # words of credit and setting before the subject of a sentence
BACK = 6  # sentences that «این نامه» reaches back
RECENT = 4  # turns that «این منبع» reaches back
UNNAMED = frozenset(["منبع", "منابع", "مقام", "دیپلمات", "مسئول", "مسوول", "مسؤول"])  # who is called so stays without a name
MANY = frozenset(["group", "body", "state"])
ONE = frozenset(["او", "وی"])


class Antecedents:
    """Those who spoke in the part of one draft that has been resolved."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys = draft, draft.view.keys
        self.clauses = Clauses(draft)
        self.recent: list[str] = []  # who spoke last, those quoted by a medium too
        self.last: str | None = None
        self.last_person: str | None = None
        self.last_medium: str | None = None
        self.last_body: str | None = None
        self.inner: tuple[str, int] | None = None  # the person whom a speaker quoted last, and in which sentence
        self.told = 0  # the word behind the last content that the narrator reports

    def hear(self, s: StatementDraft) -> None:
        """Takes in a statement whose speaker is resolved."""
        if s.speaker is not None and (s.within is None or s.rule == "relay"):
            self.recent = [*self.recent[-RECENT:], s.speaker]
        if s.within is None and s.speaker is not None and not self._aside(s):
            self._remember(s.speaker)
            self._relayed(s)
        elif s.speaker is not None and s.source is not None and self.one(s.speaker):
            self.inner = s.speaker, self.draft.view.sentence_of[s.source.first]
        self.told = max(self.told, s.last)

    def one(self, id: str | None) -> bool:
        """Whether an actor is one person."""
        actor = self.draft.actors.get(id or "")
        return actor is not None and actor.type == "person"

    def quoted(self, at: int) -> str | None:
        """The person whom a speaker quoted in the sentence right before a word; None if nobody was."""
        return self.inner[0] if self.inner is not None and self.draft.view.sentence_of[at] - self.inner[1] == 1 else None

    def _relayed(self, s: StatementDraft) -> None:
        """«به نوشته روزنامه X، بهرام بیدگلی از C انتقاد کرد. وی …»: takes in of whom a medium tells, named in full."""
        actor = self.draft.actors.get(s.speaker or "")
        if actor is None or actor.type != "outlet":
            return
        sentence = self.draft.view.sentences[self.draft.view.sentence_of[s.first]]
        quoted = self._subject(s.first, sentence.last)
        if quoted is not None:
            self.last_person = quoted
            self.last = quoted if s.rule.startswith("according") else self.last

    def _aside(self, s: StatementDraft) -> bool:
        """Whether a relative clause deep in a sentence tells the words: «بیدگلی در پاسخ رادمهر که گفته بود C، …»; who speaks is its subject."""
        if s.source is None or s.cue is None or self.keys[s.source.last : s.source.last + 1] != ["که"] or s.cue.first < s.source.last:
            return False
        view = self.draft.view
        sentence = view.sentences[view.sentence_of[s.source.first]]
        return self.clauses.head(sentence.first, s.source.first) < s.source.first

    def _remember(self, id: str) -> None:
        self.last = id
        kind = self.draft.actors[id].type if id in self.draft.actors else "person"
        if kind == "person":
            self.last_person = id
        elif kind == "outlet":
            self.last_medium = id
        else:
            self.last_body = id

    def introduced(self, at: int, surname: bool = False) -> str | None:
        """«پیتر ونر سال‌ها سفیر بود. او گفت»: the person named in full or with an office (`surname`: by any name) who heads the narrator's
        sentence right before a pronoun or a subject left out, or before sentences that «او» heads; None if one of them is somebody's words or
        has another subject."""
        view = self.draft.view
        here = view.sentence_of[at]
        if (beside := self._beside(at)) is not None:
            return beside
        if here == 0:
            return None
        before = view.sentences[here - 1]
        while here > 1 and before.first >= self.told and self._goes_on(before.first, before.last):
            here -= 1
            before = view.sentences[here - 1]
        return self._subject(before.first, before.last, surname) if before.first >= self.told else None

    def _goes_on(self, first: int, last: int) -> bool:
        """«او با این شعار شناخته شد.»: whether a sentence goes on about the one person of whom the sentence before it tells."""
        m = self.clauses.mention_from.get(self.clauses.head(first, last))
        return m is not None and m.kind == "pronoun" and m.last - m.first == 1 and self.keys[m.first] in ONE

    def _beside(self, at: int) -> str | None:
        """«سخنانی که با واکنش بهرام بیدگلی روبرو شد، او گفت»: the person named in full last in the same sentence before a pronoun, where a
        thing is its subject and a finished clause parts the two; None elsewhere."""
        view = self.draft.view
        first = view.sentences[view.sentence_of[at]].first
        if first < self.told or view.keys[at - 1] not in ("،", "؛") or at - 1 not in self.clauses.verb_ends:
            return None
        verb = next(g for g in self.draft.verbs_in(first, at) if g.last == at - 1)
        if self.clauses.subject(first, verb.first, strict=True) is not None:
            return None
        named = [m for m in self.draft.mentions_in(first, at) if m.kind == "name" and len(m.actors) == 1]
        full = named and (named[-1].title is not None or named[-1].words is not None and named[-1].words.last - named[-1].words.first > 1)
        return named[-1].actors[0] if full else None

    def _subject(self, first: int, last: int, surname: bool = False) -> str | None:
        """The person named in full or with an office (`surname`: by any name) who heads a clause as its subject; None elsewhere."""
        end = next((g.first for g in self.draft.verbs_in(first, last) if g.form.person), last)
        source = self.clauses.subject(first, end, strict=True)
        if source is None or len(source.who) != 1 or source.first > first + HEAD and source.first != self.clauses.head(first, end):
            return None
        who = source.who[0]
        full = who.kind == "name" and (who.title is not None or (who.words is not None and who.words.last - who.words.first > 1))
        actor = self.draft.actors.get(who.actors[0]) if len(who.actors) == 1 else None
        full = full or surname and who.kind == "name"
        return who.actors[0] if full and actor is not None and actor.type == "person" else None

    def author(self, m: Mention) -> str | None:
        """«این نامه»: who wrote the letter that a sentence shortly before tells of, its speaker or else its subject; None if none does."""
        view = self.draft.view
        head, here = view.keys[m.first + 1], view.sentence_of[m.first]
        for sentence in reversed(view.sentences[max(0, here - BACK) : here]):
            told = [at for at in range(sentence.first, sentence.last) if view.keys[at] in (f"{head}ای", f"{head}ی")]
            if not told:
                continue
            spoke = [
                s.speaker for s in self.draft.statements if s.speaker and s.source and sentence.first <= s.source.first < sentence.last
            ]
            own = [id for id in spoke if self.draft.actors[id].type != "outlet"]
            if spoke:
                return (own or spoke)[0]
            end = next((g.first for g in self.draft.verbs_in(sentence.first, sentence.last) if g.form.person), sentence.last)
            source = self.clauses.subject(sentence.first, end, strict=True)
            return source.who[0].actors[0] if source is not None and source.who and source.who[0].actors else None
        return None

    def same_noun(self, m: Mention) -> str | None:
        """The one of those who spoke before whom «این منبع» calls by the same noun; None if nobody was called so."""
        unnamed = self.keys[m.first + 1] in UNNAMED
        return next((id for id in reversed(self.recent if unnamed else self.recent[-1:]) if self._same_head(m, id)), None)

    def _same_head(self, m: Mention, id: str) -> bool:
        """«یک منبع آگاه … این منبع», «رسانه‌های عبری … این رسانه‌ها»: the unnamed who spoke last, called by the same noun."""
        actor = self.draft.actors.get(id)
        head = self.keys[m.first + 1]
        return (
            actor is not None
            and actor.type in ("person", "group")
            and actor.known_from == "report"
            and any(key in (head, f"{head}ی") for key in self.draft.language.cut(actor.name_fa))
        )

    def aforesaid(self, source: Found) -> str | None:
        """The one of those who spoke before whose noun «این منابع», «منابع مذکور» repeat; None if nobody was called so."""
        return next((id for id in reversed(self.recent) if self._aforesaid(source, id)), None)

    def _aforesaid(self, source: Found, id: str) -> bool:
        """Whether a speaker is called by the noun that «این منابع», «منابع مذکور» repeat."""
        keys = self.keys
        head = keys[source.first + 1] if keys[source.first] in THIS else keys[source.first]
        actor = self.draft.actors.get(id)
        return actor is not None and actor.known_from == "report" and head in self.draft.language.cut(actor.name_fa)

    def named(self, m: Mention) -> str | None:
        """The last person or body named before a pointing word that nobody has spoken before."""
        best = None
        for other in self.draft.mentions:
            if other.first >= m.first:
                break
            if other.actors and other.kind in ("name", "title") and m.kind in ("pronoun", "back"):
                best = other.actors[0]
        return best

    def person(self, m: Mention) -> str | None:
        """The person last named before a pronoun, where only bodies and groups have spoken; None if the report has named none."""
        for other in reversed(self.draft.mentions[: bisect_left(self.draft.mentions, m.first, key=lambda o: o.first)]):
            if other.kind in ("name", "title") and len(other.actors) == 1:
                actor = self.draft.actors.get(other.actors[0])
                if actor is not None and actor.type == "person":
                    return other.actors[0]
        return None

    def several(self, m: Mention) -> str | None:
        """The body or people named last before «این گروه», no more than `RECENT` sentences back; None if none are."""
        sentence_of = self.draft.view.sentence_of
        for other in reversed(self.draft.mentions[: bisect_left(self.draft.mentions, m.first, key=lambda o: o.first)]):
            if sentence_of[m.first] - sentence_of[other.first] > RECENT:
                return None
            if other.kind in ("body", "people") and len(other.actors) == 1:
                return other.actors[0]
        return None

    def latest(self, kind: str) -> str | None:
        """The person, outlet or body that spoke last; None if none did."""
        return {"person": self.last_person, "outlet": self.last_medium, "body": self.last_body}.get(kind)

    def last_many(self) -> bool:
        """Whether a body, a state or a group spoke last."""
        actor = self.draft.actors.get(self.last or "")
        return actor is not None and actor.type in MANY

    def together(self, kinds: frozenset[str] = MANY) -> str | None:
        """Those who spoke last together, a group, a body or a state; None if none of these kinds did."""
        return next((id for id in reversed(self.recent) if self.draft.actors[id].type in kinds), None)
