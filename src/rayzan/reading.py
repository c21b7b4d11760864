"""A report in, its record out: pure, no store, clock or network."""

from collections.abc import Callable
from functools import cache

from rayzan.assemble import assemble
from rayzan.extract import act, commitment, event, figure, head, instrument, mention, question, space, standing, talk, time, topic
from rayzan.extract.draft import Draft
from rayzan.lang.fa.language import Persian, persian
from rayzan.lexicon.lexicon import Lexicon, Name, open_lexicon
from rayzan.record import Record
from rayzan.resolve import actor, reckoning, speaker, when
from rayzan.text.match import Phrases
from rayzan.text.report import Report

Stage = Callable[[Draft], None]

# Order: each stage reads what those before it found.
STAGES: tuple[Stage, ...] = (
    space.find,
    head.find,
    time.find,
    when.day,
    mention.find,
    actor.resolve,
    when.bounds,
    talk.find,
    speaker.resolve,
    act.find,
    reckoning.resolve,
    figure.find,
    question.find,
    instrument.find,
    standing.find,
    event.find,
    commitment.find,
    topic.find,
)


class Reader:
    """Reads reports with one lexicon and one language; build it once, read many."""

    def __init__(self, lexicon: Lexicon, language: Persian) -> None:
        self.lexicon, self.language = lexicon, language
        self._names: Phrases[Name] = lexicon.phrases(language.variants)

    def draft(self, report: Report) -> Draft:
        """All that the stages find, in word positions; `read` turns it into a record."""
        view = self.language.view(report.whole().text)
        draft = Draft(report, self.lexicon, self.language, view)
        draft.names = self._names.find(view.keys)
        for s in view.sentences:
            found = self.language.verbs.groups(view.keys, s.first, s.last)
            draft.verbs.extend(g for g in found if view.span(g.first, g.first + 1).text not in self.language.marked)
        for stage in STAGES:
            stage(draft)
        return draft

    def read(self, report: Report) -> Record:
        """The record of a report. Odd text gives fewer facts and a note.

        Raises `ReportError` only for what is no text: half of a character, which nothing could write.
        """
        return assemble(self.draft(report))


@cache
def reader() -> Reader:
    """The reader with the shipped lexicon."""
    return Reader(open_lexicon(), persian())


def read(report: Report) -> Record:
    """The record of one report, by the shipped lexicon; see `Reader` for packs of one's own.

    >>> read(Report("a", "وی گفت: نشست فردا برگزار می‌شود.")).statements[0].cue.text
    'گفت'
    """
    return reader().read(report)
