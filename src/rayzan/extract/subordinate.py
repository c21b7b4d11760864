"""Another's words under the main clause: «X، دو روز پس از آنکه Y اعلام کرد C، گفت D», «پس از آنکه Y گفت C، X گفت D»."""

from rayzan.extract.clause import Clauses
from rayzan.extract.cue import Cue
from rayzan.extract.draft import Found
from rayzan.extract.nounphrase import Source
from rayzan.text.segment import Stretch


def held(clauses: Clauses, s: Stretch, cues: list[Cue]) -> tuple[Found, Source | None] | None:
    """The words of the first subordinate clause of a sentence, if a cue stands in them and a further one in the main clause, and the subject of the
    main clause where it stands before them; None without such a clause, where the narrator has told something before it, or, at the head of
    a sentence, where nobody speaks in it."""
    keys, opens = clauses.keys, clauses.draft.language.words("syntax", "between")
    at = next((i for i in range(s.first, cues[0].first) if opens.at(keys, i)), None) if len(cues) > 1 else None
    if at is None or any(map(clauses.finishes, clauses.verbs_in(s.first, at))):
        return None
    begin, inner = at + opens.at(keys, at), cues[0]
    subject = clauses.subject(s.first, at) if at > s.first else None
    if subject is None and clauses.subject(begin, inner.first, inner.verb.form.plural, strict=True) is None:
        return None
    for main in cues[1:]:
        commas = [i for i in range(inner.last, main.first) if keys[i] in ("،", ",") and (subject is not None or i in clauses.verb_ends)]
        if not commas or any(map(clauses.finishes, clauses.verbs_in(commas[-1], main.first))):
            continue
        if subject is None or clauses.subject(commas[-1] + 1, main.first, strict=True) is None:
            return Found(begin, commas[-1]), subject
    return None
