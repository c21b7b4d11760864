"""The turn: how far a speaker's direct words go on over the lines behind their cue."""

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Draft, Found, StatementDraft
from rayzan.extract.syntax import CLOSE, OPEN
from rayzan.extract.voice import Voice
from rayzan.text.segment import Stretch

MOST_WAITING = 4  # lines without a sign that a speaker's words may run over
SEVERAL = 3  # turns of one speaker behind which the last lines of a report are that speaker's too
ASIDE = 6  # words into a line in the first person behind which another's words are told aside: «… چنانکه X هم گفت»
IN_PART = ("that", "comma", "bare", "ask")  # rules of content that is direct only as far as it stands in quotation marks
SIGNATURE = 14  # words of a line that signs a letter
MOST_QUOTED = 600  # words that a quotation over several lines may hold
MOST_STRAIGHT = 160  # the same in straight marks, whose next one may as well open another


class Turn:
    """The direct statement of one draft that may go on over the next line, if one is open."""

    def __init__(self, draft: Draft, clauses: Clauses) -> None:
        self.clauses, self.keys = clauses, draft.view.keys
        self.voice = Voice(draft, clauses)
        self.back = draft.language.words("actor", "back_person")
        self.open: StatementDraft | None = None
        self.quote_open = False
        self.waiting: list[Stretch] = []  # the lines since the open statement that show nobody's voice
        self.told: tuple[str, ...] = ()  # whom the sources of the turn have named
        self.voices: set[tuple[str, ...]] = set()  # whom the sources of the report have named so far
        self.writer = False  # whether lines that are nobody's told words have stood in the first person: an essay or an interview
        self.surname = ""  # the last word of the last name that a source bore
        self.turns = 0  # how many lines have told somebody's words
        self.plain = False  # the open words stand behind no colon, so that only a first person goes on with them
        self.closing = -1  # where the mark stands that closes the open statement's words; -1 if none is known
        self.recited = False  # the open words are given whole, so that every line is theirs until the narrator tells of their speaker again

    def close(self) -> None:
        """Nothing goes on."""
        self.open, self.quote_open, self.closing, self.recited = None, False, -1, False

    def recite(self, s: StatementDraft) -> None:
        """Opens words that the report gives whole."""
        self.close()
        self.open, self.plain, self.recited, self.waiting = s, False, True, []

    def _told_again(self, line: Stretch, narrated: list[StatementDraft]) -> bool:
        """Whether the narrator takes the word from words given whole: «وی افزود: …», «گفتنی است …», a credit."""
        if line.first in self.clauses.furniture_ends or self.voice.formulas.at(self.keys, self.voice.head(line), line.last):
            return True
        if self._signed(line):
            return True
        heads = [s for s in narrated if s.source is not None and s.source.first <= self.voice.head(line) + 1 and s.rule.startswith("colon")]
        return any(not s.who or s.who[0].kind in ("pronoun", "back") or s.who[0].actors == self.told for s in heads)

    def _signed(self, line: Stretch) -> bool:
        """Whether a line is the name under a letter, which then is its source: «سامان رادمهر، رئیس شورای بندر»."""
        m = self.clauses.mention_from.get(self.voice.head(line))
        if m is None or m.kind not in ("name", "title") or self.clauses.verbs_in(line.first, line.last) or line.last - line.first > SIGNATURE:
            return False
        if self.open is not None and self.open.source is None:
            self.open.source, self.open.who = Found(m.first, m.last), (m,)
        return True

    def begin(self, line: Stretch, narrated: list[StatementDraft], headline: bool) -> None:
        """Opens a line's last narrated direct statement that runs to the line's end: it may go on."""
        self.close()
        self.waiting = []
        self.told = next((s.who[0].actors for s in reversed(narrated) if s.who and s.who[0].actors), self.told)
        self.turns += bool(narrated)
        named = (s.who[0].words or s.source if s.who else s.source for s in reversed(narrated) if s.source and (not s.who or s.who[0].kind == "name"))
        self.surname = next((self.keys[words.last - 1] for words in named), self.surname)
        self.voices |= {s.who[0].actors if s.who else () for s in narrated if s.source is not None and not (s.who and s.who[0].kind == "pronoun")}
        direct = [s for s in narrated if (s.directness == "direct" or self._spoken(s, line)) and s.last >= line.last - 3]
        if direct and not headline:
            self.open = direct[-1]
            in_part = self.open.rule.startswith(IN_PART) and self.keys[self.open.first - 1] not in OPEN  # «گفت که … «C» …», direct by the words in marks
            self.plain = self.open.directness != "direct" or in_part
            inside = self.keys[self.open.first - 1 : self.open.last + 1]
            self.quote_open = inside.count("«") > inside.count("»")
            behind = self.open.cue is None or self.open.cue.last < self.open.first
            if behind and inside[0] in OPEN and (inside[0] != '"' or inside.count('"') == 1):
                most = MOST_STRAIGHT if inside[0] == '"' else MOST_QUOTED
                self.closing = self.clauses.closing(self.open.first - 1, self.open.first + most)
            marks = [at for at in range(self.open.first, self.open.last) if self.keys[at] == '"']
            if self.closing < 0 and len(marks) % 2 and self.keys[marks[-1] - 1] in (":", "که", "،"):  # «X گفته بود که راه بسته است: "C …»
                self.closing = self.clauses.closing(marks[-1], marks[-1] + MOST_STRAIGHT)
            if self.open.last <= self.closing < line.last:
                self.open = None
                return
            whole = inside[0] in OPEN and inside[-1] == OPEN[inside[0]] and len(inside) > 2
            if whole and self.clauses.quote_end(self.open.first - 1, self.open.last + 1) == self.open.last + 1:
                self.open = None  # the mark that opened the words has closed them

    def _spoken(self, s: StatementDraft, line: Stretch) -> bool:
        """«X گفت راه باز است»: one person's words behind a cue without colon or «که», over which a first person may go on, if the writer has none."""
        if self.writer or s.cue is None or s.source is None or not s.rule.startswith(("bare", "comma")):
            return False
        verb = self.keys[s.cue.last - 1]
        once = not verb.endswith("ند") and not self.keys[s.cue.last - 1].startswith("می") and not self.keys[s.cue.first].startswith("می")
        return once and s.source.first <= self.clauses.head(line.first, line.last) + 1

    def untold(self, line: Stretch) -> None:
        """Minds a line that is nobody's told words."""
        self.writer = self.writer or self.voice.own_verb(line)

    def ended(self, line: Stretch | None) -> None:
        """Takes in the lines that wait where a formula of the narrator parts them from what follows («گفتنی است …»), or where a report in
        which one speaks ends (`line`: None)."""
        formula = line is not None and self.voice.formulas.at(self.keys, line.first, line.last)
        alone = line is None and self.turns >= SEVERAL and len(self.voices) == 1 and () not in self.voices
        if self.open is None or not self.waiting or not (formula or alone):
            return
        if any(self._names_another(line) or self._of_speaker(line) for line in self.waiting):
            return
        self.extend(self.waiting[-1])

    def _of_speaker(self, line: Stretch) -> bool:
        """Whether a line tells of the speaker, by office or name."""
        return any(m.actors and m.actors == self.told for m in self.clauses.mentions(line.first, line.last)) or self.surname in self.keys[line.first : line.last]

    def to_mark(self, line: Stretch) -> int:
        """Takes a line into the open statement up to the mark that closes its words; returns the word where they end."""
        assert self.open is not None
        end = min(self.closing, line.last)
        whole = self.clauses.trimmed(self.open.first, end)
        if whole is not None and whole.last > self.open.last:
            self.open.last = whole.last
        if self.closing < line.last:
            self.open = None
        return end

    def waits(self, line: Stretch) -> bool:
        """Whether the next line is to decide whose a line without statements is; no more than `MOST_WAITING` lines wait."""
        if self.open is None or self.plain or len(self.waiting) >= MOST_WAITING or not self.voice.neutral(line):
            return False
        self.waiting.append(line)
        return True

    def resumed(self, narrated: list[StatementDraft]) -> None:
        """Takes in the lines that wait where the next words told are the same speaker's again: «X گفت: … ⏎ … ⏎ وی افزود: …»."""
        if self.open is None or not self.waiting or not narrated or narrated[0].source is None or not narrated[0].who:
            return
        told = narrated[0].who[0]
        again = told.kind == "pronoun" or (bool(told.actors) and told.actors == self.told)
        if again and not any(self._names_another(line) for line in self.waiting):
            self.extend(self.waiting[-1])

    def others(self, narrated: list[StatementDraft]) -> bool:
        """«به او پول پیشنهاد دادند، ولی نرفت»: whether one speaker, whose words may go on, tells of what unnamed others said."""
        one = self.open is not None and self.open.cue is not None and not self.keys[self.open.cue.last - 1].endswith("ند") and self.open.directness == "direct"
        return one and all(s.source is None and s.directness != "direct" and s.cue is not None and self._plural(s.cue) for s in narrated)

    def _plural(self, cue: Found) -> bool:
        """Whether the verb of a cue is of several."""
        return self.keys[cue.last - 1].endswith("ند") or self.keys[cue.last - 1] == "اند"

    def _names_another(self, line: Stretch) -> bool:
        """Whether a line begins with a person, whom a pronoun behind it would mean, or tells of the speaker."""
        m = self.clauses.mention_from.get(self.clauses.head(line.first, line.last))
        if any(o.kind == "name" and o.actors and o.actors == self.told for o in self.clauses.mentions(line.first, line.last)):
            return True  # the speaker, told of by name
        if any(m.kind == "back" and self.back.at(self.keys, m.first + 1, m.last) for m in self.clauses.mentions(line.first, line.last)):
            return True  # «… این مقام ارشد …»
        return m is not None and m.kind in ("name", "title", "pronoun", "someone", "back")

    def goes_on(self, line: Stretch, narrated: list[StatementDraft]) -> bool:
        """Whether a line is still the open speaker's: by an open quotation mark, else by its own signs."""
        if self.recited:
            return not self._told_again(line, narrated)
        if self.keys[line.first] in ("»", "”") and not narrated:
            return line.last - line.first > 1 and self.quote_open and self.voice.own(line, self.open)
        own = self.voice.own_verb(line)
        if any(s.directness == "direct" or s.source is not None and not (own and self._aside(s, line)) for s in narrated):
            return False
        first = line.first
        while first < line.last and not self.keys[first][0].isalnum() and self.keys[first] not in ("«", '"'):
            first += 1
        if (
            line.first in self.clauses.furniture_ends
            or (
                self.voice.narrator.at(self.keys, first, line.last)
                and not (self.voice.soft.at(self.keys, first, line.last) and self.voice.own_verb(line))
            )
            or self.keys[line.first] in ("*", "-", "،")
            or self.voice.takes_part(line)
            or (self.voice.takes_up(line) and not self.voice.own_verb(line))
        ):
            return False
        if self.quote_open and self._returns(line):
            return False
        if self.quote_open:
            return True
        if self.plain:
            return not narrated and "؟" not in self.keys[line.first : line.last] and self.voice.own_verb(line)
        if (narrated and not own) or (first in self.clauses.time_from and not self.voice.own_verb(line)):
            return False
        return self.voice.own_verb(line) if self.waiting else self.voice.own(line, self.open)

    def _returns(self, line: Stretch) -> bool:
        """«این مقام در ادامه به شرکت‌ها هشدار داد»: whether the narrator tells of the speaker again, the mark that closes the words left out."""
        m = self.clauses.mention_from.get(self.clauses.head(line.first, line.last))
        person = m is not None and (m.kind == "back" and bool(self.back.at(self.keys, m.first + 1, m.last)) or bool(m.actors) and m.actors == self.told)
        return person and not self.voice.own_verb(line) and not any(k in CLOSE for k in self.keys[line.first : line.last])

    @staticmethod
    def _aside(s: StatementDraft, line: Stretch) -> bool:
        """Whether another's words are told deep in a line, by a verb: «… ریختیم و چنانکه X هم گفت …»."""
        return s.source is not None and s.source.first > line.first + ASIDE and not s.rule.startswith("according")

    def extend(self, line: Stretch) -> None:
        """Takes a line into the open statement."""
        assert self.open is not None
        last, self.waiting = line.last, []
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

