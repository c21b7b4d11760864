"""Where the narrator takes the word again within a sentence: «درحالی‌که X مدعی است C، اما …», «X گفت که C اما توضیحی نداد»."""

from rayzan.extract.setting import Setting

BUT = frozenset({"اما", "ولی", "لیکن"})
REFUSED = frozenset({"خودداری", "امتناع", "اجتناب", "پرهیز", "طفره"})
KEPT = 24  # words from «اما» to the verb that says what the speaker did not say


def narrated(s: Setting, at: int, end: int) -> int:
    """Where content of words `at` to `end` gives way to the narrator; `end` if it does not."""
    conceded, quoted = _conceded(s), False
    for i in range(at + 1, end):
        quoted = quoted != (s.keys[i] == '"') and s.keys[i] != "»" or s.keys[i] == "«"
        ended = i in s.clauses.verb_ends or i - 1 in s.clauses.verb_ends and s.keys[i - 1] in ("،", ",", "؛")
        if ended and not quoted and s.keys[i] in BUT and (conceded or _withheld(s, i + 1, end)):
            return i
    return end


def _conceded(s: Setting) -> bool:
    """«درحالی‌که X مدعی است C، اما …»: the cue stands in a clause that concedes."""
    first = s.source.first if s.source is not None and s.source.first >= s.sentence.first else s.cue.first
    opened = next((i for i in range(first - 1, s.sentence.first - 1, -1) if s.clauses.lists.concessive.at(s.keys, i)), None)
    return opened is not None and not any(map(s.clauses.finishes, s.clauses.verbs_in(opened, first)))


def _withheld(s: Setting, at: int, end: int) -> bool:
    """«اما به جزئیات اشاره نکرد», «ولی احتمال آن را رد نمی‌کند», «و توضیح بیشتری نداد»: a clause of the same subject on what was not said."""
    group = next((g for g in s.clauses.verbs_in(at, min(end, at + KEPT)) if g.form.person), None)
    refused = group is not None and s.keys[group.first - 1] in REFUSED  # «اما از توضیح بیشتر خودداری کرد»
    if group is None or not (group.form.negative or refused) or group.form.person != 3 or group.form.plural != s.cue.verb.form.plural:
        return False
    if any(m.kind in ("name", "title", "state", "body", "pronoun", "back") and not s.clauses.preposition(m.first - 1, m.first) for m in s.clauses.mentions(at, at + 3)):
        return False  # another's
    told = s.clauses.draft.language.words("border", "withheld")
    return any(told.at(s.keys, i, group.first) for i in range(at, group.first))
