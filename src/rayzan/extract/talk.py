"""The talk of a report, line by line: headings, statements, and the turns that go on over lines."""

from collections.abc import Iterable, Iterator

from rayzan.extract import heading, interview, participle, recital
from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Draft, Found, QuestionDraft, StatementDraft
from rayzan.extract.statement import Statements
from rayzan.extract.syntax import OPEN
from rayzan.extract.turn import MOST_QUOTED, Turn
from rayzan.text.segment import Stretch, sentences

NAMED = frozenset({"name", "title", "state", "body", "government", "outlet"})  # mentions of one who is told by name
REPLIES = frozenset(["گفت", "گفته", "میگوید", "میافزاید", "افزود", "اظهار", "تصریح", "پاسخ", "توضیح", "تاکید", "خاطرنشان", "بیان", "عنوان", "ادامه", "جواب"])


class Talk:
    """Walks the lines of one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.view, self.keys = draft, draft.view, draft.view.keys
        self.finder = Statements(draft)
        self.clauses: Clauses = self.finder.clauses
        self.turn = Turn(draft, self.clauses)

    def run(self) -> None:
        dialogue = interview.find(self.clauses)
        end = dialogue.exchanges[0].question.first if dialogue is not None else len(self.keys)
        for line in joined(self.view.lines, self.keys):
            if self._furniture(line) or line.first >= end:
                continue
            self._line(Stretch(line.first, min(line.last, end), line.line))
        self.turn.ended(None)
        if dialogue is not None:
            self._dialogue(dialogue)
        statements = self.draft.statements
        statements.sort(key=lambda s: (s.first, -s.last))
        self._dedupe()

    def _dialogue(self, dialogue: interview.Interview) -> None:
        """The questions and answers of an interview; what an answer tells that others said stands within it."""
        headed = next((s.who[0] for s in self.draft.statements if s.rule == "heading" and s.who), None)
        for e in dialogue.exchanges:
            asker = self.clauses.mention_from.get(e.asker.first) if e.asker is not None else dialogue.outlet
            by = asker.actors[0] if asker is not None and asker.actors else None
            self.draft.questions.append(QuestionDraft(*e.question, by=by))
            named = self.clauses.mention_from.get(e.teller.first) if e.teller is not None else None
            who = named or dialogue.told or headed
            answer = StatementDraft(
                *e.answer, None, e.teller, "answer", "direct", "", who=(who,) if who is not None else (),
                answers=len(self.draft.questions) - 1,
            )  # fmt: skip
            self.draft.statements.append(answer)
            for s in self.view.sentences:
                inside = Stretch(max(s.first, e.answer.first), min(s.last, e.answer.last), s.line)
                if inside.first < inside.last:
                    self.finder.direct_to = e.answer.last
                    self._nested(self.finder.sentence(inside, inside.last))

    def _furniture(self, line: Stretch) -> bool:
        return self.draft.in_furniture.issuperset(range(line.first, line.last))

    def _line(self, line: Stretch) -> None:
        headline = self.draft.headline is not None and line.first == self.draft.headline.first
        head = heading.find(self.clauses, line, headline) if headline or self.keys[line.last - 1] != "." else heading.plain(self.clauses, line)
        if head is not None:
            self.draft.statements.append(head)
            self.turn.close()
            if not headline and self.keys[line.last - 1] == ".":
                self.turn.begin(line, [head], headline)
            return
        found: list[StatementDraft] = []
        self.finder.direct_to = -1
        for sentence in self._apart(joined(sentences(self.view.words, line), self.keys)):
            made = self._sentence(sentence, line, found)
            for s in made:
                self._to_mark(s, line)
            found.extend(made)
        if any(s.source is not None and s.rule.startswith("colon") and s.source.first <= line.first + 2 for s in found):
            self.turn.closing = -1  # «X گفت: …» at the head of a line: the mark behind it is another's
        if self.turn.open is not None and self.turn.closing >= line.first:
            end = self.turn.to_mark(line)
            behind = [s for s in found if min(s.first, s.cue.first if s.cue else s.first) > end]
            self._nested(s for s in found if s not in behind)
            if self.turn.open is not None:
                return
            found = behind
        narrated = [s for s in found if s.narrated]
        if self.turn.open is not None and narrated and self.turn.others(narrated):
            narrated, found = [], []
        if self.turn.open is not None and self.turn.goes_on(line, narrated):
            self.turn.extend(line)
            self._nested(found)
            return
        if not found and self.turn.waits(line):
            return
        if not found:
            self.turn.untold(line)
        self.turn.resumed(narrated)
        self.turn.ended(line)
        self.draft.statements.extend(found)
        self.draft.statements.extend(r for s in narrated if (r := relay(self.clauses, s)) is not None)
        self.turn.begin(line, narrated, headline)
        whole = recital.find(self.clauses, line) if not headline else None
        if whole is not None:
            self.draft.statements.append(whole)
            self.turn.recite(whole)

    def _to_mark(self, s: StatementDraft, line: Stretch) -> None:
        """Lets words that a quotation mark opened run to the mark that closes it, if that stands in a later sentence of the line."""
        if self.keys[s.first - 1] not in OPEN or self.keys[s.first - 1] == '"' or (s.cue and s.first < s.cue.first):
            return
        if s.last >= line.last - 2 and s.rule.startswith("according") and self.clauses.closing(s.first - 1, s.first + MOST_QUOTED) > line.last:
            s.directness = "direct"  # «به گفته X، «C ⏎ …»», closed on a later line
        if s.last >= line.last:
            return
        found = self.clauses.trimmed(s.first, self.clauses.closing(s.first - 1, line.last))
        if found is not None and found.last > s.last:
            s.last, s.directness = found.last, "direct"

    def _nested(self, found: Iterable[StatementDraft]) -> None:
        """Keeps of the statements found within the open one those that are told there."""
        for s in found:
            s.narrated = False
            named = s.source is not None and bool(s.who) and s.who[0].kind in NAMED
            if s.cue is not None and (named or s.person == 1 or s.rule.startswith(("that", "from", "on"))):
                self.draft.statements.append(s)

    def _apart(self, stretches: list[Stretch]) -> Iterator[Stretch]:
        """Sentences, cut where a lost line end runs one into the next."""
        for s in stretches:
            first = s.first
            for at in range(s.first + 1, s.last):
                if self._run_in(at) or (self.turn.open is not None and at == self.turn.closing + 1):
                    yield Stretch(first, at, s.line)
                    first = at
            yield Stretch(first, s.last, s.line)

    def _run_in(self, at: int) -> bool:
        """Whether a word stands without a space behind a finished verb or the sign that ends a sentence: «… ادامه داردوی افزود», «… ممکن است!رادمهر گفت»."""
        words = self.view.words
        if words[at].start != words[at - 1].end or not self.keys[at][0].isalpha():
            return False
        before = at - 1 - (self.keys[at - 1] in ("»", '"', "”"))
        return at in self.clauses.verb_ends or self.keys[before] in ("!", "؟") or before < at - 1 and self.keys[before] == "."

    def _names_teller(self, s: Stretch, line: Stretch) -> bool:
        """Whether a sentence that runs into the one before begins with a person: the narrator's again, the line end lost."""
        m = self.clauses.mention_from.get(s.first)
        return s.first > line.first and m is not None and m.kind in ("name", "title", "pronoun", "back") and self._run_in(s.first)

    def _sentence(self, s: Stretch, line: Stretch, before: list[StatementDraft]) -> list[StatementDraft]:
        """One sentence; in a paragraph, a new source with a cue and a colon ends the words of the one before."""
        current = next((b for b in reversed(before) if b.narrated and b.directness == "direct" and b.first < s.first < b.last), None)
        if current is not None and (self._new_turn(s) or self._names_teller(s, line) or s.first > line.first and self.turn.voice.narrates(s)):
            trimmed = self.clauses.trimmed(current.first, s.first)
            if trimmed:
                current.last = trimmed.last
            self.finder.direct_to = -1
            current = None
        self.finder.direct_to = current.last if current is not None else -1
        statements = self.finder.sentence(s, line.last)
        inner = self.finder.inner(s) if current is None else []
        beside = participle.find(self.clauses, s, statements)
        for x in beside:
            x.narrated = current is None and not self._inside(x, statements)
        statements.extend(x for x in beside if x.narrated or self._of_another(x))
        statements.extend(inner)
        return statements

    @staticmethod
    def _inside(x: StatementDraft, statements: list[StatementDraft]) -> bool:
        """Whether a participle stands inside direct speech."""
        at = x.cue.first if x.cue else x.first
        return any(s.directness == "direct" and s.first <= at < s.last for s in statements)

    @staticmethod
    def _of_another(x: StatementDraft) -> bool:
        """Whether what one speaker tells by no finite verb is another's: «به گفته X، …», «از سوی X اعلام شد که …»; a participle is the speaker's own."""
        named = bool(x.who) and x.who[0].kind in NAMED
        return named and (x.rule.startswith("passive") or x.rule == "according:speech")

    def _new_turn(self, s: Stretch) -> bool:
        """A sentence inside a paragraph that opens with a source and holds a cue with a colon: «وی افزود: …»."""
        for cue in self.finder.cues.find(self.keys, self.clauses.verbs_in(s.first, s.last), s.first, s.last):
            if cue.last < s.last and self.keys[cue.last] == ":" and cue.verb.form.person == 3:
                source = self.clauses.subject(s.first, cue.first, strict=True)
                return source is not None or cue.first - s.first <= 3
        return False

    def _dedupe(self) -> None:
        """One statement for one cue and content; of two on the same content and speaker words the finite cue stays."""
        seen: set[tuple[int, int, int]] = set()
        out: list[StatementDraft] = []
        for s in self.draft.statements:
            key = (s.first, s.last, s.cue.first if s.cue else -1)
            if key not in seen:
                seen.add(key)
                out.append(s)
        self.draft.statements = out


def joined(stretches: list[Stretch], keys: list[str]) -> list[Stretch]:
    """Lines or sentences, those put together that a broken decimal parts: «… ۲.» and «۵ درصد …»."""
    out: list[Stretch] = []
    for s in stretches:
        first = s.first + (keys[s.first] == "\n")
        before = keys[out[-1].first : out[-1].last][-2:] if out else []
        if before[-1:] == ["؟"] and keys[s.first] in REPLIES and ":" in keys[s.first : s.first + 4]:  # «در پاسخ به اینکه …؟ گفت: …»
            out[-1] = Stretch(out[-1].first, s.last, out[-1].line)
            continue
        if len(before) == 2 and before[0].isdigit() and before[1] == "." and first < s.last and keys[first].isdigit():
            out[-1] = Stretch(out[-1].first, s.last, out[-1].line)
        else:
            out.append(s)
    return out


def relay(clauses: Clauses, s: StatementDraft) -> StatementDraft | None:
    """«رویترز به نقل از یک مقام گزارش داد که C»: the quoted source speaks within the medium's statement."""
    if s.source is None or s.cue is None:
        return None
    keys, at = clauses.keys, s.source.last
    if keys[at : at + 3] != ["به", "نقل", "از"]:
        return None
    inner = clauses.subject(at + 3, s.cue.first)
    if inner is None or inner.first != at + 3:
        inner = clauses.noun_phrase(at + 3, s.cue.first)
    if inner is None:
        return None
    return StatementDraft(
        s.first, s.last, Found(at, at + 3), Found(inner.first, inner.last), "relay", s.directness, s.act, who=inner.who, narrated=s.narrated
    )


def find(draft: Draft) -> None:
    """Fills `draft.statements`; speakers stay open."""
    Talk(draft).run()
