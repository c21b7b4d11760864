"""Questions put, and the statements that answer them."""

from itertools import pairwise, zip_longest
from typing import NamedTuple

from rayzan.extract.clause import Clauses
from rayzan.extract.cue import Cue
from rayzan.extract.draft import ActorDraft, Draft, Found, QuestionDraft, StatementDraft
from rayzan.text.segment import Stretch

ASKER = 8  # words that tell who put a question
MARKS = frozenset({"«", "»", '"', "(", ")"})
MOST_ANSWERS = 12  # statements one answer may run over


def find(draft: Draft) -> None:
    """Fills `draft.questions` and each reply's `answers`.

    An answer goes on over the same speaker's following statements until a new question, a heading or another speaker.
    """
    clauses = Clauses(draft)
    narrated = [s for s in draft.statements if s.within is None]
    _interviewed(draft, narrated)
    _put(draft, narrated)
    for sentence, following in zip_longest(draft.view.sentences, draft.view.sentences[1:]):
        made = _reported(clauses, sentence, following)
        if made is None or made[1] not in narrated:
            continue
        question, reply, asker = made
        question.to, question.by = reply.speaker, _who(draft, clauses, asker)
        draft.questions.append(question)
        _answers(narrated, reply, len(draft.questions) - 1)


def _who(draft: Draft, clauses: Clauses, asker: Found) -> str | None:
    """Who put a question, by the words that tell it: an outlet, also by a name that is a common word, or a person."""
    outlet = next((h for h in draft.names if asker.first <= h.first < asker.last and h.value.kind == "outlet"), None)
    if outlet is not None:
        return _outlet(draft, outlet.value.id)
    return next((a for m in clauses.mentions(*asker) for a in m.actors if a in draft.actors), None)


def _interviewed(draft: Draft, narrated: list[StatementDraft]) -> None:
    """Fills whom the questions of an interview were put to, and who put them: the outlet, where nobody else is told."""
    for s in narrated:
        if s.rule == "answer" and s.answers is not None:
            q = draft.questions[s.answers]
            q.to, q.by = s.speaker, q.by or _house(draft)


def _house(draft: Draft) -> str | None:
    """The report's own outlet, as an actor; None if no lexicon knows it."""
    id = next((id for id, o in draft.lexicon.outlets.items() if o.name_en == draft.outlet), None)
    return _outlet(draft, id) if id is not None else None


def _outlet(draft: Draft, id: str) -> str:
    """An outlet of the lexicon, made an actor."""
    if id not in draft.actors:
        o = draft.lexicon.outlets[id]
        draft.actors[id] = ActorDraft("outlet", o.name_en, o.name_fa, aliases=(*o.forms, *o.unsure), state=o.homeland)
    return id


def _put(draft: Draft, narrated: list[StatementDraft]) -> None:
    """Questions that the report tells were put, «خبرنگاری پرسید: Q», where another speaks next: the answer."""
    for s, reply in pairwise(narrated):
        if s.act == "question" and s.cue is not None and s.answers is None and s.speaker != reply.speaker and reply.directness == "direct":
            draft.questions.append(QuestionDraft(s.first, s.last, to=reply.speaker, by=s.speaker))
            _answers(narrated, reply, len(draft.questions) - 1)


def _answers(narrated: list[StatementDraft], reply: StatementDraft, question: int) -> None:
    reply.answers = question
    at = narrated.index(reply) + 1
    for s in narrated[at : at + MOST_ANSWERS]:
        if s.speaker != reply.speaker or s.rule == "heading" or s.cue is None or (s.source is not None and s.directness != "direct"):
            break
        s.answers = question


def asked(clauses: Clauses, s: Stretch, cues: list[Cue]) -> Found | None:
    """The words of «در پاسخ به این سوال که Q، گفت: …» up to the cue that answers, if a cue stands in them: that one is the question's."""
    if len(cues) < 2:
        return None
    link = next((link for at in range(s.first, cues[0].first) if (link := _link(clauses, at, cues[0].first)) is not None), None)
    if link is None:
        return None
    main = next((c for c in cues[1:] if clauses.keys[c.first - 1] in ("،", ",", "؟", "»") or clauses.keys[c.verb.last : c.verb.last + 1] == [":"]), None)
    return Found(link.first, main.first) if main is not None else None


class Link(NamedTuple):
    """Where a question told of begins, and the words before it that tell who put it."""

    first: int
    asker: Found


def _link(clauses: Clauses, at: int, last: int) -> Link | None:
    """«در پاسخ به سوالی درباره», «در پاسخ به پرسش خبرنگار شبکه شمال مبنی بر اینکه» at a word; None if no question is told of there."""
    keys, words = clauses.keys, clauses.draft.language.words
    size = words("question", "replies").at(keys, at, last)
    noun = words("question", "nouns").at(keys, at + size, last) if size else 0
    begin = at + size + noun
    for i in range(begin, min(begin + ASKER + 1, last)) if noun else ():
        if link := words("question", "links").at(keys, i, last):
            return Link(i + link, Found(begin, i))
        if i in clauses.verb_from or not keys[i][0].isalnum() and keys[i] not in MARKS:
            return None
    return None


def _reported(clauses: Clauses, s: Stretch, following: Stretch | None) -> tuple[QuestionDraft, StatementDraft, Found] | None:
    """«در پاسخ به سوالی درباره Q، گفت: …»: Q from behind its link to the comma before the cue, or to the cue; behind «Q؟» the cue may stand in the
    sentence that follows."""
    for at in range(s.first, s.last - 3):
        link = _link(clauses, at, s.last)
        if link is None:
            continue
        last = following.last if following is not None and clauses.keys[s.last - 1] == "؟" else s.last
        told = [x for x in clauses.draft.statements if x.cue and link.first < x.cue.first < last and x.within is None]
        reply = next((x for x in told if x.cue and (clauses.keys[x.cue.first - 1] in ("،", ",", "؟", "»") or clauses.keys[x.cue.last : x.cue.last + 1] == [":"])), None)
        reply = reply or next(iter(told), None)
        found = clauses.trimmed(link.first, min(reply.cue.first, s.last)) if reply is not None and reply.cue is not None else None
        return (QuestionDraft(*found), reply, link.asker) if found is not None and reply is not None else None
    return None
