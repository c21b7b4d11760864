"""Acts of a view: «X را P دانست» praises, blames or denies, by what P says of X."""

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Draft, Found, StatementDraft

WITHIN = 4  # words at the head of a predicate that tell what it is
TAIL = 3  # words at its end that do
UNDONE = ("خنثیکننده", "مانع", "ضد", "پایان", "پاسخ", "خنثیکنندهی")  # «خنثی‌کننده توطئه» praises
MARKS = ("را", "آنرا")


def by_view(draft: Draft, clauses: Clauses, s: StatementDraft) -> str | None:
    """The act of a view of something: criticism, praise or denial; «statement» where it is neither («مهم دانست»); None for no view and for a
    view not held («X را مقصر نمی‌داند»)."""
    if s.rule.split(":")[0] != "value" or s.cue is None:
        return None
    verb = next((g for g in clauses.verbs_in(s.cue.first, s.cue.last) if g.form.person), None)
    mark = next((at for at in range(s.last - 1, s.first - 1, -1) if draft.view.keys[at] in MARKS), None)
    if verb is None or verb.form.negative or mark is None:
        return None
    head, tail = Found(mark + 1, min(s.last, mark + 1 + WITHIN)), Found(max(mark + 1, s.last - TAIL), s.last)
    relative = draft.view.keys[head.first : head.first + 1] == ["که"]  # «این ایده را که … نادرست دانست»
    said = Found(tail.first if relative else head.first, tail.last if relative or tail.first <= head.last else head.last)
    if _says(draft, said, "untrue") and _of_words(draft, s, mark):
        return "denial"
    blames = any(_says(draft, said, list) for list in ("criticism", "blamed", "untrue"))
    blames = blames or _causes(draft, said, "harms") and _of_somebody(clauses, s, mark)
    praises = _says(draft, said, "praise") or _says(draft, said, "praised") or _causes(draft, said, "goods")
    if blames == praises:
        return "statement"
    return "criticism" if blames else "praise"


def _says(draft: Draft, said: Found, list: str) -> bool:
    """Whether words of a list stand in a predicate as what is said, not as what that is of: not «پاسخ به توطئه»."""
    words, keys = draft.language.words("act", list), draft.view.keys
    at = next((at for at in range(said.first, said.last) if words.at(keys, at, said.last)), None)
    return at is not None and keys[at - 1] not in UNDONE and not draft.language.words("syntax", "prepositions").at(keys, at - 1)


def _causes(draft: Draft, said: Found, list: str) -> bool:
    """Whether a predicate calls something the cause of what a list holds: «منبع تشدید تنش»."""
    keys, words = draft.view.keys, draft.language.words("act", list)
    at = next((at for at in range(said.first, said.last) if keys[at] in draft.language.table("act")["causes"]), None)
    return at is not None and any(words.at(keys, i, said.last) for i in range(at + 1, min(at + 4, said.last)))


def _of_words(draft: Draft, s: StatementDraft, mark: int) -> bool:
    """Whether what is viewed is a claim or a news: «ادعاهای X را …»; calling somebody's words untrue blames."""
    return any(key in draft.language.table("act")["told"] for key in draft.view.keys[s.first : min(s.first + 3, mark)])


def _of_somebody(clauses: Clauses, s: StatementDraft, mark: int) -> bool:
    """Whether what is viewed is somebody, or somebody's deed: «سیاست‌های آنکارا را …», not «تاخیر را …»."""
    return any(m.actors or m.states for m in clauses.mentions(s.first, mark))
