"""The draft of a record: what the stages of one reading have found so far, in word positions."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import msgspec

from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.verbs import Group
from rayzan.lexicon.lexicon import Lexicon, Name
from rayzan.record import Note
from rayzan.text.match import Hit
from rayzan.text.report import Report
from rayzan.text.span import Span
from rayzan.text.view import View


class Found(NamedTuple):
    """Words `first` to `last` (exclusive)."""

    first: int
    last: int


class ActorDraft(msgspec.Struct):
    """An actor of the report, under its id in `Draft.actors`."""

    type: str
    name_en: str
    name_fa: str
    office: str | None = None
    office_en: str | None = None
    state: str | None = None
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()
    known_from: str = "lexicon"


class Mention(msgspec.Struct):
    """Words that name one or more actors.

    `kind`: name (a person, with or without title), title (a person by office alone), state, government (a capital or
    palace standing for it), body, outlet, group (several at once: «دو وزیر», «طرفین»), people («مقام‌های ایران»),
    someone («یک مقام آگاه»), back («این مقام»), paper («این بیانیه»), pronoun («وی»), self («من», «ما»), you. `actors`: the ids meant, empty while open.
    `person`: candidate person ids of a name; `title`, `states`, `former`: of an office; `predicate`: the office is told of, not its
    holder («وزیر خارجه شد», «هر رئیس‌جمهور»); `words`: the name's own words
    where no lexicon knows it.
    """

    first: int
    last: int
    kind: str
    actors: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    title: str | None = None
    states: tuple[str, ...] = ()
    former: bool = False
    deputy: bool = False
    predicate: bool = False
    words: Found | None = None
    sure: bool = True


class TimeDraft(msgspec.Struct):
    """A time expression; fields as in `record.Time`.

    `reckoned`: of «سال گذشته», «ماه آینده», «سه ماهه نخست امسال» the unit (Y, M), how many are counted from the report's, and the
    first and last month of the year (0: the whole); its calendar is the speaker's.
    """

    first: int
    last: int
    value: str | None
    precision: str
    calendar: str
    part: str | None = None
    anchor: str | None = None
    reckoned: tuple[str, int, int, int] | None = None


class FigureDraft(msgspec.Struct):
    """A figure; fields as in `record.Figure`, `what` in words."""

    first: int
    last: int
    value: float
    high: float | None = None
    unit: str | None = None
    bound: str = "exact"
    change: str = "none"
    what: Found | None = None
    window: str | None = None


class StatementDraft(msgspec.Struct):
    """A statement: its content is words `first` to `last` (exclusive); `within`, `answers` are indexes into the draft's lists.

    `who`: the mentions that the source words hold (none: the subject is left out, or nobody the lexicon knows);
    `person`: of the cue's verb, 1 for «پیشنهاد کردیم»; `narrated`: the narrator reports it, not another speaker.
    """

    first: int
    last: int
    cue: Found | None
    source: Found | None
    rule: str
    directness: str = "indirect"
    act: str = "statement"
    speaker: str | None = None
    within: int | None = None
    answers: int | None = None
    topics: tuple[str, ...] = ()
    who: tuple[Mention, ...] = ()
    person: int = 3
    narrated: bool = True


class QuestionDraft(msgspec.Struct):
    """A question put; `first`, `last`: its subject phrase or words."""

    first: int
    last: int
    to: str | None = None
    by: str | None = None


class StateDraft(msgspec.Struct):
    """Where the text says that an instrument stands; fields as in `record.State`."""

    state: str
    first: int
    last: int
    when: str | None = None
    claimed_by: str | None = None
    flags: tuple[str, ...] = ()


class InstrumentDraft(msgspec.Struct):
    """An instrument under its key: the words of each mention, its states; fields as in `record.Instrument`."""

    key: str
    kind: str
    name_en: str
    name_fa: str
    parties: tuple[str, ...] = ()
    mentions: list[Found] = msgspec.field(default_factory=list)
    states: list[StateDraft] = msgspec.field(default_factory=list)
    known_from: str = "lexicon"


class EventDraft(msgspec.Struct):
    """An event told in words `first` to `last` (exclusive); fields as in `record.Event`, `plover` is type, mode, contexts."""

    type: str
    first: int
    last: int
    rule: str
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    when: str | None = None
    where: str | None = None
    status: str = "happened"
    flags: tuple[str, ...] = ()
    claimed_by: str | None = None
    plover: tuple[str, str | None, tuple[str, ...]] = ("CONSULT", None, ())
    mode: str | None = None


class CommitmentDraft(msgspec.Struct):
    """A commitment told in words `first` to `last` (exclusive); fields as in `record.Commitment`."""

    by: str | None
    to: str | None
    what: Found
    kind: str
    first: int
    last: int
    rule: str
    due: str | None = None
    condition: Found | None = None
    claimed_by: str | None = None


class Draft(msgspec.Struct):
    """One reading under way. Each stage reads what earlier stages found and adds its own."""

    report: Report
    lexicon: Lexicon
    language: Persian
    view: View
    names: list[Hit[Name]] = msgspec.field(default_factory=list)
    verbs: list[Group] = msgspec.field(default_factory=list)
    outlet: str | None = None
    homeland: str | None = None
    published: date | None = None
    published_month: str | None = None
    published_known_from: str = "unknown"
    stamp_hour: int | None = None
    today: date | None = None  # the day that the report calls today, where it is not that of `published`: «امروز (دوشنبه)», posted on Tuesday
    told_day: date | None = None  # in an undated report the first full date that it tells
    headline: Found | None = None
    furniture: list[Span] = msgspec.field(default_factory=list)
    in_furniture: frozenset[int] = frozenset()  # the words that begin in furniture
    actors: dict[str, ActorDraft] = msgspec.field(default_factory=dict)
    mentions: list[Mention] = msgspec.field(default_factory=list)
    times: list[TimeDraft] = msgspec.field(default_factory=list)
    figures: list[FigureDraft] = msgspec.field(default_factory=list)
    statements: list[StatementDraft] = msgspec.field(default_factory=list)
    voice: dict[int, StatementDraft] = msgspec.field(default_factory=dict)  # the innermost statement over each word
    questions: list[QuestionDraft] = msgspec.field(default_factory=list)
    events: list[EventDraft] = msgspec.field(default_factory=list)
    instruments: list[InstrumentDraft] = msgspec.field(default_factory=list)
    in_instrument: frozenset[int] = frozenset()  # the words that name instruments
    commitments: list[CommitmentDraft] = msgspec.field(default_factory=list)
    topics: tuple[str, ...] = ()
    notes: list[Note] = msgspec.field(default_factory=list)
    not_before: str | None = None
    not_after: str | None = None
    bounds: tuple[str, ...] = ()
    days: tuple[date, date] | None = None  # of an undated report the first and last day on which it can have been written

    def speaker_at(self, word: int) -> str | None:
        """The speaker in whose words a word stands (the innermost statement), None in the narrator's."""
        inner = self.voice.get(word)
        return inner.speaker if inner else None

    def mentions_in(self, first: int, last: int) -> list[Mention]:
        """The mentions that stand wholly in these words."""
        begin, end = (bisect_left(self.mentions, at, key=lambda m: m.first) for at in (first, last))
        return [m for m in self.mentions[begin:end] if m.last <= last]

    def named_so_far(self, m: Mention) -> Iterator[Mention]:
        """What the sentence of a mention has named before it, the nearest first."""
        sentence_of = self.view.sentence_of
        for at in range(bisect_left(self.mentions, m.first, key=lambda o: o.first) - 1, -1, -1):
            other = self.mentions[at]
            if sentence_of[other.first] != sentence_of[m.first]:
                return
            yield other

    def times_in(self, first: int, last: int) -> list[TimeDraft]:
        """The times that stand wholly in these words."""
        begin, end = (bisect_left(self.times, at, key=lambda t: t.first) for at in (first, last))
        return [t for t in self.times[begin:end] if t.last <= last]

    def verbs_in(self, first: int, last: int) -> list[Group]:
        """The verb groups that begin in these words."""
        begin, end = (bisect_left(self.verbs, at, key=lambda g: g.first) for at in (first, last))
        return self.verbs[begin:end]

    def joint(self, ids: tuple[str, ...]) -> str:
        """Several actors as one group of the report: its id."""
        id = "-".join(ids)
        if id not in self.actors:
            names = [self.actors[i] for i in ids if i in self.actors]
            english, persian = " and ".join(a.name_en for a in names), " و ".join(a.name_fa for a in names)
            backward = " and ".join(a.name_en for a in reversed(names))
            self.actors[id] = ActorDraft("group", english, persian, aliases=("-".join(reversed(ids)), backward), known_from="report")
        return id
