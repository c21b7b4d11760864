"""Acts: what a statement does, by its cue; under a neutral cue by what its content plainly does."""

from rayzan.extract.ahead import object_acts
from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Draft, StatementDraft

SHORT = 30  # words: a longer content hardly does one thing only
ANSWERS = {"منفی": "denial", "رد": "denial", "مثبت": "agreement"}  # «پاسخ منفی خود را … اعلام کردند»
INVITED = frozenset({"پیشنهاد", "دعوت", "طرح", "تاسیس", "ایجاد", "برگزاری", "گسترش", "توسعه", "همکاری"})


def find(draft: Draft) -> None:
    """Fills the act of the draft's statements."""
    clauses = Clauses(draft)
    for s in draft.statements:
        if s.act == "":
            s.act = _by_object(draft, s) or _by_content(draft, clauses, s)
        elif s.act == "praise" and s.cue is not None and draft.view.keys[s.cue.first] == "استقبال":
            # Welcoming a proposal or invitation is agreement, an event or result praise.
            s.act = "agreement" if draft.view.keys[s.first] in INVITED else "praise"


def _by_object(draft: Draft, s: StatementDraft) -> str | None:
    """«مخالفت خود را … اعلام کرد»: the object noun gives the act."""
    if s.rule.split(":")[0] not in ("object", "headline-act", "participle-phrase"):
        return None
    acts, keys = object_acts(draft.language), draft.view.keys
    if keys[s.first] == "پاسخ" and keys[s.first + 1] in ANSWERS:
        return ANSWERS[keys[s.first + 1]]
    return next((acts[k] for k in draft.view.keys[s.first : s.first + 3] if k in acts), None)


def _by_content(draft: Draft, clauses: Clauses, s: StatementDraft) -> str:
    keys = draft.view.keys
    if s.last - s.first > SHORT:
        return "statement"
    for act in ("thanks", "greeting", "condemnation", "offer", "criticism", "praise"):
        words = draft.language.words("act", act)
        if any(words.at(keys, at, s.last) for at in range(s.first, s.last)):
            return act
    if _put_to_somebody(draft, clauses, s):
        return "demand"
    return "statement"


def _put_to_somebody(draft: Draft, clauses: Clauses, s: StatementDraft) -> bool:
    """«تهران باید …», «نباید هیچ نیروی خارجی …»: a need put to a named party, told in one clause or two."""
    keys = draft.view.keys
    needs = draft.language.words("act", "demand_needs")
    at = next((i for i in range(s.first, min(s.first + 8, s.last)) if needs.at(keys, i, s.last)), None)
    if at is None:
        return False
    if at == s.first:
        return keys[at] == "نباید"
    m = clauses.mention_from.get(s.first)
    return m is not None and m.last <= at and m.kind in ("state", "government", "name", "title", "body", "people", "group")
