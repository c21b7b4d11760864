"""Questions put, and the statements that answer them."""

from itertools import pairwise

from rayzan.extract.clause import Clauses
from rayzan.extract.cue import Cue
from rayzan.extract.draft import ActorDraft, Draft, Found, QuestionDraft, StatementDraft
from rayzan.lexicon.lexicon import Name
from rayzan.text.match import Hit
from rayzan.text.segment import Stretch

ASKING = frozenset({"خبرنگار", "خبرنگاری", "خبرنگاران", "سوال", "سؤال", "پرسش", "مجری"})  # before the outlet that asks
MOST_ANSWERS = 12  # statements one answer may run over


def find(draft: Draft) -> None:
    """Fills `draft.questions` and each reply's `answers`.

    An answer goes on over the same speaker's following statements until a new question, a heading or another speaker.
    """
    clauses = Clauses(draft)
    narrated = [s for s in draft.statements if s.within is None]
    _interviewed(draft, narrated)
    _put(draft, narrated)
    for sentence in draft.view.sentences:
        found = _reported(clauses, sentence)
        if found is None:
            continue
        reply = next((s for s in narrated if s.cue is not None and found.last <= s.cue.first < sentence.last), None)
        if reply is None:
            continue
        asker = next((o for at in range(sentence.first + 1, found.first) if (o := _outlet_at(clauses, at)) is not None), None)
        found.to, found.by = reply.speaker, _outlet(draft, asker.value.id) if asker is not None else None
        draft.questions.append(found)
        _answers(narrated, reply, len(draft.questions) - 1)


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


def _outlet_at(clauses: Clauses, at: int) -> Hit[Name] | None:
    """The outlet that the words at a place name, behind «خبرنگار» also one whose name is a common word: «سوال خبرنگار فارس درباره Q»."""
    return next((h for h in clauses.draft.names if h.first == at and h.value.kind == "outlet" and clauses.keys[at - 1] in ASKING), None)


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
    first = next((end for at in range(s.first, cues[0].first) if (end := _link(clauses, at, cues[0].first))), 0)
    if not first:
        return None
    main = next((c for c in cues[1:] if clauses.keys[c.first - 1] in ("،", ",", "؟", "»") or clauses.keys[c.verb.last : c.verb.last + 1] == [":"]), None)
    return Found(first, main.first) if main is not None else None


def _link(clauses: Clauses, at: int, last: int) -> int:
    """Behind the link of «در پاسخ به سوالی درباره» at a word; 0 if no question is told of there."""
    keys, words = clauses.keys, clauses.draft.language.words
    size = words("question", "replies").at(keys, at, last)
    noun = words("question", "nouns").at(keys, at + size, last) if size else 0
    asker = _outlet_at(clauses, at + size + noun) if noun else None
    behind = asker.last if asker is not None else at + size + noun
    link = words("question", "links").at(keys, behind, last) if noun else 0
    return behind + link if link else 0


def _reported(clauses: Clauses, s: Stretch) -> QuestionDraft | None:
    """«در پاسخ به سوالی درباره Q، گفت: …»: Q from behind its link to the comma before the cue, or to the cue."""
    for at in range(s.first, s.last - 3):
        first = _link(clauses, at, s.last)
        if not first:
            continue
        cue = next((x.cue.first for x in clauses.draft.statements if x.cue and first < x.cue.first < s.last and x.within is None), None)
        if cue is None:
            return None
        found = clauses.trimmed(first, cue)
        return QuestionDraft(found.first, found.last) if found else None
    return None
