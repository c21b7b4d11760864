"""The talk of a report, line by line: headings, statements, and how far a speaker's words go on."""

from collections.abc import Iterable, Iterator

from rayzan.extract import heading, participle
from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Draft, Found, StatementDraft
from rayzan.extract.statement import Statements
from rayzan.extract.syntax import OPEN
from rayzan.lang.fa.verbs import Tense
from rayzan.text.segment import Stretch, sentences

REPLIES = frozenset(["گفت", "افزود", "اظهار", "تصریح", "پاسخ", "توضیح", "تاکید", "خاطرنشان", "بیان", "عنوان", "ادامه", "جواب"])


MOST_WAITING = 2  # lines without a sign that a speaker's words may run over
MOST_QUOTED = 600  # words that a quotation over several lines may hold
MOST_STRAIGHT = 160  # the same in straight marks, whose next one may as well open another


class Talk:
    """Walks the lines of one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.view, self.keys = draft, draft.view, draft.view.keys
        self.finder = Statements(draft)
        self.clauses: Clauses = self.finder.clauses
        language = draft.language
        self.narrator, self.speaker = language.words("border", "narrator_openers"), language.words("border", "speaker_openers")
        self.soft = language.words("border", "soft_openers")
        self.first_person = {language.keys(w)[0] for w in language.table("syntax")["first_person"]}
        self.open: StatementDraft | None = None  # a direct statement that may go on over the next line
        self.quote_open = False
        self.waiting = 0  # lines since the open statement that show nobody's voice
        self.closing = -1  # where the mark stands that closes the open statement's words; -1 if none is known

    def run(self) -> None:
        for line in joined(self.view.lines, self.keys):
            if self._furniture(line):
                continue
            self._line(line)
        statements = self.draft.statements
        statements.sort(key=lambda s: (s.first, -s.last))
        self._dedupe()

    def _furniture(self, line: Stretch) -> bool:
        return self.draft.in_furniture.issuperset(range(line.first, line.last))

    def _line(self, line: Stretch) -> None:
        headline = self.draft.headline is not None and line.first == self.draft.headline.first
        head = heading.find(self.clauses, line, headline) if headline or self.keys[line.last - 1] != "." else None
        if head is not None:
            self.draft.statements.append(head)
            self.open = None if headline else self.open
            self.quote_open = False
            self.closing = -1
            if not headline:
                self.open = None
            return
        found: list[StatementDraft] = []
        self.finder.direct_to = -1
        for sentence in self._apart(joined(sentences(self.view.words, line), self.keys)):
            made = self._sentence(sentence, line, found)
            for s in made:
                self._to_mark(s, line)
            found.extend(made)
        if any(s.source is not None and s.rule.startswith("colon") and s.source.first <= line.first + 2 for s in found):
            self.closing = -1  # «X گفت: …» at the head of a line: the mark behind it is another's
        if self.open is not None and self.closing >= line.first:
            found = self._quoted(line, found)
            if self.open is not None:
                return
        narrated = [s for s in found if s.narrated]
        if self.open is not None and self._goes_on(line, narrated):
            self._extend(line)
            self._nested(found)
            self.waiting = 0
            return
        if self.open is not None and not found and self.waiting < MOST_WAITING and self._neutral(line):
            self.waiting += 1
            return
        self.waiting = 0
        self.draft.statements.extend(found)
        self.draft.statements.extend(r for s in narrated if (r := relay(self.clauses, s)) is not None)
        self._remember(line, narrated, headline)

    def _to_mark(self, s: StatementDraft, line: Stretch) -> None:
        """Lets words that a quotation mark opened run to the mark that closes it, if that stands in a later sentence of the line."""
        if self.keys[s.first - 1] not in OPEN or self.keys[s.first - 1] == '"' or s.last >= line.last or (s.cue and s.first < s.cue.first):
            return
        found = self.clauses.trimmed(s.first, self.clauses.closing(s.first - 1, line.last))
        if found is not None and found.last > s.last:
            s.last, s.directness = found.last, "direct"

    def _quoted(self, line: Stretch, found: list[StatementDraft]) -> list[StatementDraft]:
        """Takes a line into the open statement up to the mark that closes its words; returns what the line says behind the mark."""
        assert self.open is not None
        end = min(self.closing, line.last)
        whole = self.clauses.trimmed(self.open.first, end)
        if whole is not None and whole.last > self.open.last:
            self.open.last = whole.last
        if self.closing < line.last:
            self.open = None
        behind = [s for s in found if min(s.first, s.cue.first if s.cue else s.first) > end]
        self._nested(s for s in found if s not in behind)
        return behind

    def _nested(self, found: Iterable[StatementDraft]) -> None:
        """Keeps of the statements found within the open one those that are told there."""
        for s in found:
            s.narrated = False
            if s.cue is not None and (s.person == 1 or s.rule.startswith(("that", "from", "on"))):
                self.draft.statements.append(s)

    def _apart(self, stretches: list[Stretch]) -> Iterator[Stretch]:
        """Sentences, cut where a lost line end runs a finished verb into the next word: «… ادامه داردوی افزود»."""
        words = self.view.words
        for s in stretches:
            first = s.first
            for at in range(s.first + 1, s.last):
                run_in = words[at].start == words[at - 1].end and at in self.clauses.verb_ends and self.keys[at][0].isalpha()
                if run_in or (self.open is not None and at == self.closing + 1):
                    yield Stretch(first, at, s.line)
                    first = at
            yield Stretch(first, s.last, s.line)

    def _sentence(self, s: Stretch, line: Stretch, before: list[StatementDraft]) -> list[StatementDraft]:
        """One sentence; in a paragraph, a new source with a cue and a colon ends the words of the one before."""
        current = next((b for b in reversed(before) if b.narrated and b.directness == "direct" and b.first < s.first < b.last), None)
        if current is not None and self._new_turn(s):
            trimmed = self.clauses.trimmed(current.first, s.first)
            if trimmed:
                current.last = trimmed.last
            self.finder.direct_to = -1
            current = None
        self.finder.direct_to = current.last if current is not None else -1
        statements = self.finder.sentence(s, line.last)
        if current is None:
            inner = self.finder.inner(s)
            statements.extend(x for x in participle.find(self.clauses, s, statements) if not self._inside(x, statements))
            statements.extend(inner)
        return statements

    @staticmethod
    def _inside(x: StatementDraft, statements: list[StatementDraft]) -> bool:
        """A participle inside direct speech is the speaker's own."""
        at = x.cue.first if x.cue else x.first
        return any(s.directness == "direct" and s.first <= at < s.last for s in statements)

    def _new_turn(self, s: Stretch) -> bool:
        """A sentence inside a paragraph that opens with a source and holds a cue with a colon: «وی افزود: …»."""
        for cue in self.finder.cues.find(self.keys, self.clauses.verbs_in(s.first, s.last), s.first, s.last):
            if cue.last < s.last and self.keys[cue.last] == ":" and cue.verb.form.person == 3:
                source = self.clauses.subject(s.first, cue.first, strict=True)
                return source is not None or cue.first - s.first <= 3
        return False

    # over lines

    def _remember(self, line: Stretch, narrated: list[StatementDraft], headline: bool) -> None:
        """A line's last narrated direct statement that runs to the line's end may go on."""
        self.open, self.quote_open, self.closing = None, False, -1
        direct = [s for s in narrated if s.directness == "direct" and s.last >= line.last - 3]
        if direct and not headline:
            self.open = direct[-1]
            inside = self.keys[self.open.first - 1 : self.open.last + 1]
            self.quote_open = inside.count("«") > inside.count("»")
            behind = self.open.cue is None or self.open.cue.last < self.open.first
            if behind and inside[0] in OPEN and (inside[0] != '"' or inside.count('"') == 1):
                most = MOST_STRAIGHT if inside[0] == '"' else MOST_QUOTED
                self.closing = self.clauses.closing(self.open.first - 1, self.open.first + most)
            if self.open.last <= self.closing < line.last:
                self.open = None
                return
            whole = inside[0] in OPEN and inside[-1] == OPEN[inside[0]] and len(inside) > 2
            if whole and self.clauses.quote_end(self.open.first - 1, self.open.last + 1) == self.open.last + 1:
                self.open = None  # the mark that opened the words has closed them

    def _goes_on(self, line: Stretch, narrated: list[StatementDraft]) -> bool:
        """Whether a line is still the open speaker's: by an open quotation mark, else by its own signs."""
        if self.keys[line.first] in ("»", "”") and not narrated:
            return line.last - line.first > 1 and self.quote_open and self._own_voice(line)
        if any(s.source is not None or s.directness == "direct" for s in narrated):
            return False
        first = line.first
        while first < line.last and not self.keys[first][0].isalnum() and self.keys[first] not in ("«", '"'):
            first += 1
        if (
            line.first in self.clauses.furniture_ends
            or (self.narrator.at(self.keys, first, line.last) and not (self.soft.at(self.keys, first, line.last) and self._first_person(line)))
            or self.keys[line.first] in ("*", "-")
        ):
            return False
        if self.quote_open:
            return True
        if narrated or (first in self.clauses.time_from and not self._first_person(line)):
            return False
        return self._first_person(line) if self.waiting else self._own_voice(line)

    def _neutral(self, line: Stretch) -> bool:
        """Whether a line has neither signs of the narrator nor of the speaker, so that the next line decides whose it is."""
        first = line.first
        while first < line.last and not self.keys[first][0].isalnum():
            first += 1
        marked = self.narrator.at(self.keys, first, line.last) or first in self.clauses.time_from or line.first in self.clauses.furniture_ends
        whole = self.keys[line.last - 1] in (".", "،") and "«" not in self.keys[line.first : line.last]
        return whole and not marked and not any(g.form.tense is Tense.PLUPERFECT for g in self.clauses.verbs_in(line.first, line.last))

    def _first_person(self, line: Stretch) -> bool:
        """Whether a verb of the line is a first person's."""
        return any(g.form.person == 1 for g in self.clauses.verbs_in(line.first, line.last))

    def _own_voice(self, line: Stretch) -> bool:
        """Signs of the speaker's own voice: a first person, «باید», a question, a connective at the head."""
        if self.keys[line.last - 1] not in (".", "؟", "!", "»", '"', "...", "…"):
            return False
        if any(k in self.first_person for k in self.keys[line.first : line.last]):
            return True
        # «کشورمان» alone is the speaker's; «وزیر خارجه کشورمان» is the narrator's as often
        if any(m.kind == "state" and m.states == ("ours",) for m in self.clauses.mentions(line.first, line.last)):
            return True
        groups = self.clauses.verbs_in(line.first, line.last)
        if any(g.form.person == 1 or (g.form.person == 2 and g.form.plural) for g in groups):
            return True
        if any(g.form.tense is Tense.PLUPERFECT for g in groups):
            return False
        if self.keys[line.last - 1] in ("؟", "!"):
            return True
        return bool(self.speaker.at(self.keys, line.first, line.last))

    def _extend(self, line: Stretch) -> None:
        assert self.open is not None
        last = line.last
        if self.quote_open:
            for at in range(line.first, line.last):
                if self.keys[at] == "»":
                    self.quote_open, last = False, at
                    break
        found = self.clauses.trimmed(self.open.first, last)
        if found is not None and found.last > self.open.last:
            self.open.last = found.last
        if last < line.last:
            self.open = None

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
