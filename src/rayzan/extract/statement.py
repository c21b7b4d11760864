"""Statements: who said what, by the constructions of the wire.

A sentence is read cue by cue. Each shape of content is one small rule (`shape`); the first that fits a cue gives its statement.
"""

from rayzan.extract import behind, participle, spread, subordinate
from rayzan.extract.clause import Clauses
from rayzan.extract.cue import Cue, cues
from rayzan.extract.draft import Draft, Found, StatementDraft
from rayzan.extract.nounphrase import Source
from rayzan.extract.question import asked
from rayzan.extract.setting import Setting
from rayzan.extract.shape import SHAPES
from rayzan.extract.source import Sources
from rayzan.extract.syntax import OPEN
from rayzan.lang.fa.verbs import Tense
from rayzan.text.segment import Stretch

REPLIES = frozenset({"خاطرنشان", "نشان", "تصریح", "تاکید", "اضافه", "اظهار", "بیان", "عنوان", "متذکر", "یادآور"})  # nouns of cues that only a narrator joins with «و … که»
AHEAD = frozenset({"from", "on", "over", "value", "between", "as", "need", "backed", "about", "to", "with", "object", "announced"})  # shapes with their content ahead of the cue
THEY = frozenset({"آنها", "آنان", "ایشان"})
LABEL = frozenset({"آنچه", "هرچه", "هرآنچه"})


class Statements:
    """Finds the finite-cue statements of a draft, sentence by sentence."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys = draft, draft.view.keys
        self.clauses = Clauses(draft)
        self.cues = cues(draft.language)
        self.sources = Sources(self.clauses, self.cues)
        self.out: list[StatementDraft] = []
        self.direct_to = -1  # words before this index stand in somebody's direct speech
        self.verb_at = 0
        self.named: set[tuple[str, ...]] = set()  # the words of sources so far that no lexicon knows
        self.held: Found | None = None  # the words of the sentence just read that «با بیان اینکه» holds apart from its main cue

    def sentence(self, s: Stretch, line_last: int) -> list[StatementDraft]:
        """The statements of one sentence; those in somebody's direct speech are nested."""
        found = self._cues(s)
        out: list[StatementDraft] = []
        under = subordinate.held(self.clauses, s, found)
        self.held = held = under[0] if under is not None else participle.held(self.clauses, s, found)
        if held is not None:
            found = [c for c in found if not held.first <= c.first < held.last]
        question = asked(self.clauses, s, found)
        if question is not None:
            found = [c for c in found if not question.first <= c.first < question.last]
        last = s.last
        while last > s.first and self.keys[last - 1] in (".", "؟", "!", "...", "…") and self.keys[last - 1] == ".":
            last -= 1
        start, shared = s.first, None
        spoken, speaker = Found(last + 1, last + 1), None  # the words of a direct statement of this sentence, and whose they are
        told = s.first  # words before this index stand in indirect content
        for number, cue in enumerate(found):
            if spoken.last <= cue.first and speaker is not None:
                start, shared, speaker = spoken.last, speaker, None
            if cue.first < start:
                continue
            if under is not None and start < under[0].last <= cue.first:
                start, shared = under[0].last, under[1]
            further = found[number + 1] if number + 1 < len(found) else None
            inside = s.first < self.direct_to or spoken.first <= cue.first < spoken.last
            made = self._one(Setting(self.clauses, s, cue, start, None, last, line_last, further), shared, inside, cue.first < told)
            if made is None:
                continue
            statement, source = made
            out.append(statement)
            if statement.directness == "direct" and not inside:
                self._parted(statement, found[number + 1 :])
                spoken, speaker = Found(statement.first, max(statement.last, 1)), source or shared
                if statement.last >= last - 1:
                    spoken = Found(statement.first, s.last + 1)
                start, shared = statement.first, None
            elif statement.first > cue.first:
                later = further is None or further.first >= statement.last
                start, shared = (statement.last, source or shared) if later else (statement.first, None)
                start = max(start, cue.verb.last) if cue.verb.form.lemma == "پرداختن" else start
                told = max(told, statement.last)
            else:
                start, shared = cue.last, source or shared
        return out

    def _parted(self, s: StatementDraft, cues: list[Cue]) -> None:
        """Ends words without quotation marks where the narrator joins a further cue: «X گفت: C و خاطرنشان کرد: D»."""
        if s.cue is None or s.first < s.cue.last or self.keys[s.first - 1] in OPEN or self.keys[s.first] in OPEN:
            return
        for c in cues:
            joined = s.first < c.first - 1 < s.last and self.keys[c.first - 1] == "و" and c.first - 1 in self.clauses.verb_ends
            form, mark = c.verb.form, self.keys[c.last : c.last + 1]
            told = form.person == 3 and form.tense is Tense.PAST and not OPEN.keys() & set(self.keys[s.first : c.first])
            if joined and told and (mark == [":"] or mark == ["که"] and c.entry.noun in REPLIES):
                s.last = c.first - 1
                return

    def inner(self, s: Stretch) -> list[StatementDraft]:
        """The statements with a source of their own that «با بیان اینکه C، X گفت:» tells in the C of the sentence just read."""
        held = self.held
        if held is None:
            return []
        return [x for x in self.sentence(Stretch(held.first, held.last, s.line), held.last) if x.source is not None]

    def _cues(self, s: Stretch) -> list[Cue]:
        verbs = self.draft.verbs
        while self.verb_at < len(verbs) and verbs[self.verb_at].last <= s.first:
            self.verb_at += 1
        at, groups = self.verb_at, []
        while at < len(verbs) and verbs[at].first < s.last:
            groups.append(verbs[at])
            at += 1
        out: list[Cue] = []
        for group in groups:
            found = self.cues.find(self.keys, [group], s.first, s.last)
            if found and found[0].entry.noun in self.cues.put:  # «پیشنهاد C را مطرح کرد»
                found = spread.cues(self.clauses, self.cues, group, s, s.first < self.direct_to) or found
            out.extend(found or spread.cues(self.clauses, self.cues, group, s, s.first < self.direct_to))
        return [c for n, c in enumerate(out) if (not c.entry.named or n == 0) and self._can(c, s)]  # «گفت امیدوار است …»: the content goes on

    def _can(self, cue: Cue, s: Stretch) -> bool:
        """Whether the marks stand that a cue of one shape needs: «آورد» a colon, «خواست» an «از»; «به دست آورد», «که خواست مردم بوده است» are none."""
        if cue.entry.shapes == ("colon",):
            return ":" in self.keys[cue.last : cue.last + 2]
        return cue.entry.shapes != ("ask",) or "از" in self.keys[s.first : cue.first]

    def _one(self, s: Setting, shared: Source | None, inside: bool, told: bool) -> tuple[StatementDraft, Source | None] | None:
        form, begin = s.cue.verb.form, s.start
        if self.keys[begin] == "و" and shared is not None:
            begin += 1
        if form.person == 1 and not inside:
            return None
        source = self.sources.of(s, begin, shared is not None, inside)
        own = source is not None
        if source is None:
            source = shared
        if source is None and not inside and form.person == 3:
            source = self._known(s)
        if source is not None and not source.who and source.last - source.first > 1:
            self.named.add(tuple(self.keys[source.first : source.last]))
        if told and form.tense is Tense.PRESENT and (source is None or not source.who):  # «… که مردم از آن استقبال می‌کنند»
            return None
        if form.person == 1 and (own_voice := self.clauses.mention_from.get(s.start)) is not None and own_voice.kind == "self":
            s.start = own_voice.last  # «ما پیمان را پیشنهاد کردیم»
        s.source = source
        if self.sources.nobody(s, source):
            return None
        if inside and form.person == 3 and not own and shared is None and "that" not in s.cue.entry.shapes:
            return None
        for shape in s.cue.entry.shapes:
            if s.cue.elided and shape in ("colon", "that", "comma", "bare", "ask"):
                continue
            if inside and not own and (
                (shape in ("colon", "bare", "comma", "value") and not self._own_past(s, shape)) or (form.person == 3 and form.tense is Tense.PRESENT and shape not in ("that", "between", "ask"))
            ):  # fmt: skip
                continue
            if inside and (s.cue.entry.named or s.cue.entry.noun in ("دفاع", "معرفی", "اشاره")):
                continue
            if inside and form.tense is Tense.PRESENT and s.cue.entry.act in ("thanks", "praise", "condemnation"):
                continue  # «کشور من از شما تشکر می‌کند»: the speaker's own
            made = SHAPES[shape](s)
            if made is None:
                continue
            found, directness = behind.round_cue(s, made[0]) if shape in AHEAD else made[0], made[1]
            if self._hollow(s, found, shape, source):
                continue
            if inside and source is None and form.plural and form.person == 3:
                source = self.sources.several(s)
            return self._made(s, found, directness, shape, source, inside), self.sources.onward(s, source)
        return None

    def _known(self, s: Setting) -> Source | None:
        """«سامان رادمهر کار شورا را محکوم کرد»: one who has spoken before, at the head of a clause in which nobody else is subject."""
        at = self.clauses.head(s.start, s.cue.first)
        size = next((n for n in (5, 4, 3, 2) if tuple(self.keys[at : at + n]) in self.named and at + n < s.cue.first), 0)
        return Source(at, at + size, ()) if size else None

    def _own_past(self, s: Setting, shape: str) -> bool:
        """«به او گفتم باید بیاید»: whether a speaker tells what the speaker said, not «همان‌طور که گفتم …»."""
        form = s.cue.verb.form
        as_said = {"که", "چنانکه", "آنچه", "چنانچه"} & set(self.keys[max(s.start, s.cue.first - 6) : s.cue.first])
        return form.person == 1 and form.tense in (Tense.PAST, Tense.PERFECT) and shape in ("bare", "colon") and not as_said

    def _hollow(self, s: Setting, found: Found, shape: str, source: Source | None) -> bool:
        """What only looks like content: a pronoun or verb alone, what «آنچه … خواند» labels, a court's sentence, a noun «گفته X»."""
        words = self.keys[found.first : found.last]
        if len(words) == 1 and (
            words[0] in ("آن", "این", "او", "وی", "آنها", "خود", "همان", "همین") or (shape != "colon" and self.clauses.verb_from.get(found.first))
        ):
            return True
        if shape != "colon" and found.first >= s.cue.last and not LABEL.isdisjoint(self.keys[s.start : s.cue.first][-14:]):
            return True
        if any(tuple(words[: len(k)]) == k for k in self.cues.unnamed):
            return True
        head = self.clauses.verb_from.get(found.first)
        if found.first < s.cue.first and head is not None and head.form.tense is Tense.PRESENT and self.clauses.finishes(head):
            return True  # «X می‌کوشد … که Y را رد می‌کند»
        if s.cue.entry.shapes == ("value",) and words[-1] in ("غنیمت", "مغتنم"):  # «فرصت را غنیمت شمرد»
            return True
        if s.cue.entry.noun in ("رد", "تایید") and not self.cues.votes.isdisjoint(words):
            return True
        if s.cue.verb.form.lemma == "خواندن" and not s.cue.entry.noun and words[0].strip("*") in self.cues.recited:
            return True
        if s.cue.entry.noun == "محکوم" and any(k in ("زندان", "حبس", "اعدام", "پرداخت", "جریمه") for k in words):
            return True
        if shape == "value" and source is not None and source.last - source.first == 1 and self.keys[source.first] in self.clauses.lists.quantifiers:
            return True  # «بسیاری این طرح را بد می‌دانند»
        if s.cue.entry.stance and source is not None and self.keys[source.first] in THEY and not s.cue.entry.named:
            return False  # «…، آنها معتقدند C»: those told of before
        if s.cue.entry.stance and source is None and s.cue.verb.form.plural:  # «مقام‌هایی … که معتقدند»
            return True
        if s.cue.entry.named and (source is None or self._unnamed_feeling(s, source)):
            return True
        if s.cue.entry.stance and source is not None:
            vague = self.keys[source.first] in self.clauses.lists.quantifiers
            if vague or (not source.who and s.cue.verb.form.plural):  # «منتقدان معتقدند»
                return True
        participle = s.cue.verb.form.tense is Tense.PARTICIPLE and s.cue.first == s.cue.verb.first
        return participle and source is None and shape in ("bare", "comma")

    def _unnamed_feeling(self, s: Setting, source: Source) -> bool:
        """Whether «X امیدوار است» is of nobody named, of the past, or in a relative clause."""
        present = s.cue.verb.form.tense in (Tense.PRESENT, Tense.PERFECT)
        held = {"که", "آنکه", "اینکه"} & set(self.keys[source.last : s.cue.first])
        return not source.who or not present or bool(held) or self.keys[source.first - 1] == "که"

    def _made(self, s: Setting, found: Found, directness: str, shape: str, source: Source | None, inside: bool) -> StatementDraft:
        share = self.clauses.quoted_share(found.first, found.last)
        outer = found.first > 0 and self.keys[found.first - 1] in ("«", '"', "“")
        if directness == "indirect" and (share >= 0.5 or (outer and shape in ("that", "comma", "bare", "ask", "value", "object"))):
            directness = "direct"
        if inside and shape == "colon":
            found = self.clauses.trimmed(found.first, s.last) or found
        return StatementDraft(
            found.first, found.last, Found(s.cue.first, s.cue.last), Found(source.first, source.last) if source else None, f"{shape}:{s.cue.verb.form.lemma}",
            directness, s.cue.entry.act, who=source.who if source else (), person=s.cue.verb.form.person or 3, narrated=not inside,
        )  # fmt: skip
