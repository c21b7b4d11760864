"""Blame by a merit denied: «آژانس واکنش مناسبی نشان نداد», «آنها اراده ندارند», of a party that is not the speaker's own."""

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Draft, StatementDraft
from rayzan.extract.several import many
from rayzan.extract.side import Sides
from rayzan.lang.fa.verbs import Group, Tense

CALLED = frozenset({"state", "government", "body", "group", "name", "title", "people", "outlet"})
REACH = 14  # words before the verb in which the merit stands
SHORT = 45  # words: a longer content hardly does one thing only


def denies_merit(draft: Draft, sides: Sides, s: StatementDraft) -> bool:
    """Whether a content ends in denying a merit of another party: will, fitness, good faith, a fitting deed, a promise kept."""
    clauses = sides.clauses
    verbs = [g for g in clauses.verbs_in(s.first, s.last) if g.form.person]
    verb = verbs[-1] if verbs else None
    if verb is None or verb.last < s.last or s.last - s.first > SHORT or not _denied(verb):
        return False
    begin = max([s.first, verb.first - REACH, *(g.last for g in verbs[:-1])])
    if not _merit(draft, verb, begin):
        return False
    return _of_another(clauses, sides, s, verb)


def _denied(verb: Group) -> bool:
    """Whether a verb says in the third person that something is or was not so."""
    return verb.form.negative and verb.form.person == 3 and not verb.form.passive and verb.form.tense not in (Tense.SUBJUNCTIVE, Tense.FUTURE)


def _merit(draft: Draft, verb: Group, begin: int) -> bool:
    """Whether the words before a verb hold a merit that it denies: had («اراده ندارد»), been («متعهد نیست»), shown («صداقت نشان نداد») or kept
    («به وعده خود عمل نکرد»); not what any and all lack («هیچ کشوری توان … ندارد»)."""
    keys, table = draft.view.keys, draft.language.table("denied")
    if any(keys[at] == "هیچ" and keys[at + 1].endswith("ی") and keys[at + 1] not in ("ارادهای", "تعهدی") for at in range(begin, verb.first)):
        return False
    lists = [name for name, lemmas in table["verbs"].items() if verb.form.lemma in lemmas]
    for name in lists:
        words = draft.language.words("denied", name)
        if any(words.at(keys, at, verb.first) for at in range(begin, verb.first)):
            return True
    return False


def _of_another(clauses: Clauses, sides: Sides, s: StatementDraft, verb: Group) -> bool:
    """Whether the subject is a party, named or called by a noun of people or of a body, and not of the speaker's own side."""
    source = clauses.subject(s.first, verb.first, verb.form.plural)
    if source is None or clauses.preposition(source.first - 1, source.first):
        return False
    if source.who:
        who = tuple(i for m in source.who for i in m.actors)
        return source.who[0].kind in CALLED and not sides.own(s.speaker, who)
    called = any(list.at(clauses.keys, source.first, verb.first) for list in clauses.lists.callers)
    return source.first == s.first and (called or many(clauses, source.first, verb.first))
