"""Acts: what a statement does, by its cue; under a neutral cue by what its content plainly does."""

from rayzan.extract.act_denied import denies_merit
from rayzan.extract.act_view import by_view
from rayzan.extract.ahead import object_acts
from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Draft, StatementDraft
from rayzan.extract.side import Sides, willing
from rayzan.lang.fa.verbs import Group, Tense

OWNERS = frozenset({"state", "government", "body", "group", "name", "title", "pronoun", "back"})
PARTIES = frozenset({"state", "government", "name", "title", "body", "people", "group"})
MAYBE = frozenset({"شاید", "اگر", "چنانچه", "ممکن", "مبادا", "کاش", "تا", "که"})
SHORT = 30  # words: a longer content hardly does one thing only
JUDGING = frozenset({"criticism", "praise"})
GOING_ON = frozenset({"ادامه", "انجام"})
VIEWING = frozenset({"دانستن", "خواندن", "نامیدن"})
NEAR = 8  # words between what is said of something and its verb
ANSWERS = {"منفی": "denial", "رد": "denial", "مثبت": "agreement"}  # «پاسخ منفی خود را … اعلام کردند»
INVITED = frozenset({"پیشنهاد", "دعوت", "طرح", "تاسیس", "ایجاد", "برگزاری", "گسترش", "توسعه", "همکاری"})


def find(draft: Draft) -> None:
    """Fills the act of the draft's statements."""
    clauses = Clauses(draft)
    sides = Sides(draft, clauses)
    for s in draft.statements:
        if s.act == "" or s.rule.startswith("according") or s.rule == "participle-clause" and s.act == "statement":
            told = _by_object(draft, s) or by_view(draft, clauses, s) or _by_undertaking(draft, sides, s)
            s.act = told or _by_own_act(draft, sides, s) or _by_content(draft, clauses, s)
            if s.act == "statement" and denies_merit(draft, sides, s):
                s.act = "criticism"
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


def _by_undertaking(draft: Draft, sides: Sides, s: StatementDraft) -> str | None:
    """«بر آمادگی کشورش برای … تاکید کرد», «طرف چینی آماده است …» offer; «گفت کشورش … کمک خواهد کرد» promises; «X قصد حمله ندارد» denies.

    One sentence does one thing: a content of several has none of these acts.
    """
    keys, lists = draft.view.keys, draft.language.table("act")
    if keys[s.first] == "آمادگی":
        return "offer" if _speakers(draft, sides, s) else None
    if {"؟", "/"} & set(keys[s.first : s.last]) or draft.view.sentence_of[s.first] != draft.view.sentence_of[s.last - 1]:
        return None
    verbs = [g for g in sides.clauses.verbs_in(s.first, s.last) if g.form.person and g.form.tense is not Tense.SUBJUNCTIVE]
    ending = [g for g in verbs[-1:] if g.last == s.last and g.form.tense is Tense.FUTURE]  # the clause's own, behind a relative one
    verb = next(iter(ending or verbs), None)
    if verb is None or verb.form.passive or s.cue and keys[s.cue.first] in lists["insisting"]:
        return None
    before, near = set(keys[s.first : verb.first]), keys[verb.first - 1]
    now = verb.form.tense is Tense.PRESENT
    if verb.form.negative:
        denies = now and verb.form.lemma == "داشتن" and "قصد" in before and verb.last == s.last
        act = "denial" if denies else None
    elif verb.form.tense is Tense.FUTURE:
        aid = set(lists["aid"])
        going_on = near in GOING_ON and any(key.removesuffix("های") in aid for key in before)
        act = "promise" if near in aid or going_on or near == "را" and keys[verb.first - 3] in aid else None
    else:
        act = "offer" if now and verb.form.lemma == "بودن" and willing(draft, s.first, verb.first) >= 0 else None
    return act if act and _own(sides, s, verb) else None


def _by_own_act(draft: Draft, sides: Sides, s: StatementDraft) -> str | None:
    """«ورشو از این گام استقبال می‌کند», «لهستان نگران این کار است»: what the speaker's own side does in saying so, told in the third person."""
    keys, acts = draft.view.keys, draft.language.table("act")["own_acts"]
    verb = next((g for g in sides.clauses.verbs_in(s.first, s.last) if g.form.person), None)
    if verb is None or verb.form.person != 3 or verb.form.negative or verb.form.tense is not Tense.PRESENT or s.last - s.first > SHORT:
        return None
    noun = keys[verb.first - 1] if verb.form.lemma == "کردن" else "نگران" if "نگران" in keys[s.first : verb.first] else ""
    fits = noun in acts and (verb.form.lemma == "کردن" or verb.form.lemma == "بودن" and noun == "نگران")
    return acts[noun] if fits and _own(sides, s, verb) else None


def _speakers(draft: Draft, sides: Sides, s: StatementDraft) -> bool:
    """Whether the readiness at a content's head is the speaker's: nobody's is named, «این کشور» or the speaker's own side."""
    purpose = next((at for at in range(s.first, s.last) if draft.view.keys[at] == "برای"), s.first + 2)
    owner = next((m for m in sides.clauses.mentions(s.first + 1, purpose) if m.kind in OWNERS), None)
    return owner is None or owner.kind in ("pronoun", "back") or sides.own(s.speaker, owner.actors)


def _own(sides: Sides, s: StatementDraft, verb: Group) -> bool:
    """Whether a verb's subject is the speaker or the speaker's side."""
    if verb.form.person != 3:
        return verb.form.person == 1
    source = sides.clauses.subject(s.first, verb.first, verb.form.plural, strict=True)
    return source is not None and sides.own(s.speaker, tuple(i for m in source.who for i in m.actors))


def _by_content(draft: Draft, clauses: Clauses, s: StatementDraft) -> str:
    keys = draft.view.keys
    if _needed(draft, clauses, s) or _put_to_somebody(draft, clauses, s) or _ordered(clauses, s) or _asked(clauses, s):
        return "demand"
    if s.last - s.first > SHORT:
        return "statement"
    affirmed = s.cue is not None and bool(set(keys[s.cue.first : s.cue.first + 2]) & set(draft.language.table("act")["insisting"]))
    for act in ("thanks", "greeting", "condemnation", "offer", "criticism", "praise"):
        words = draft.language.words("act", act)
        if affirmed and act in JUDGING:
            continue  # «تاکید کرد که X نادرست است» affirms
        if any(
            (size := words.at(keys, at, s.last)) and (act not in JUDGING or _judges(clauses, s, at, at + size))
            for at in range(s.first, s.last)
        ):
            return act
    return "statement"


def _judges(clauses: Clauses, s: StatementDraft, first: int, last: int) -> bool:
    """Whether a word of praise or blame is what is said of something: «این طرح نادرست است», «آنها خیانت کردند»; not «طرح نادرست X را
    تحویل داد», nor what one says of oneself."""
    if last - first > 1 and clauses.keys[first] != "غیر":
        return True  # «نقض آشکار», «ظرفیت مذاکره ندارند»: whole phrases
    verb = next((g for g in clauses.verbs_in(first, s.last) if g.form.person), None)
    if verb is None:  # «X را نادرست» خواند, or a headline without a verb
        return s.cue is None or "را" in clauses.keys[s.first : first]
    viewed = verb.form.lemma in VIEWING
    if verb.form.negative or verb.form.person == 1 and not viewed:
        return False
    told = clauses.keys[last : verb.first]
    close = not any(key[0].isalnum() for key in told)  # «خیانت کردند», ««دروغ» گفته»
    return close or verb.first - last <= NEAR and "را" not in told and (viewed or verb.form.lemma == "بودن")


def _needed(draft: Draft, clauses: Clauses, s: StatementDraft) -> bool:
    """«بر ضرورت پایبندی همه طرف‌ها به توافق تاکید کرد»: the need of a deed of a party that is named right behind it."""
    keys, lists = draft.view.keys, draft.language.table("act")
    if keys[s.first] not in lists["needs"] or s.first + 2 >= s.last or keys[s.first + 1] not in lists["duties"]:
        return False
    if draft.language.words("actor", "people").at(keys, s.first + 2, s.last):
        return True
    named = (m for m in clauses.mentions(s.first + 2, s.last) if m.first <= s.first + 3 and m.kind in PARTIES)
    return any(not clauses.preposition(m.first - 1, m.first) for m in named)


def _ordered(clauses: Clauses, s: StatementDraft) -> bool:
    """«وزارت نیرو شرایط را روشن کند»: what a party is to do, in the subjunctive and nothing else."""
    m = clauses.mention_from.get(s.first)
    verbs = list(clauses.verbs_in(s.first, s.last))  # participles too: «دستور داده … ارسال کند» orders nothing
    plain = bool(verbs) and verbs[-1].last == s.last and all(g.form.tense is Tense.SUBJUNCTIVE and g.form.person == 3 for g in verbs)
    hoped = s.cue is not None and clauses.keys[s.cue.first] == "ابراز"
    return plain and not hoped and m is not None and m.kind in PARTIES and not MAYBE & set(clauses.keys[s.first : s.last])


def _asked(clauses: Clauses, s: StatementDraft) -> bool:
    """«من از همه مسئولان می‌خواهم …»: the speaker asks it of somebody in the first person, at the head."""
    verb = next((g for g in clauses.verbs_in(s.first, s.last) if g.form.person), None)
    asks = (
        verb is not None
        and verb.form.lemma == "خواستن"
        and verb.form.person == 1
        and verb.form.tense is Tense.PRESENT
        and not verb.form.negative
    )
    return asks and verb is not None and "از" in clauses.keys[s.first : min(s.first + 3, verb.first)]


def _put_to_somebody(draft: Draft, clauses: Clauses, s: StatementDraft) -> bool:
    """«تهران باید …», «نباید هیچ نیروی خارجی …»: a need put to a named party, told in one clause or two; not what should have been done,
    what one is to know, or what one's own side needs («نباید تسلیم شویم»)."""
    keys = draft.view.keys
    needs = draft.language.words("act", "demand_needs")
    at = next((i for i in range(s.first, min(s.first + 8, s.last)) if needs.at(keys, i, s.last)), None)
    if at is None:
        return False
    verbs = [g for g in clauses.verbs_in(at, s.last) if g.form.person]
    deed = next((g for g in verbs if g.form.tense is Tense.SUBJUNCTIVE), None)
    if deed is None or verbs[0].form.tense is Tense.IMPERFECT or deed.form.person == 1 or deed.form.lemma == "دانستن":
        return False
    if at == s.first:
        return keys[at] == "نباید"
    if any(g.form.person for g in clauses.verbs_in(s.first, at)):
        return False
    if any(draft.language.words("actor", list).at(keys, s.first, at) for list in ("people", "callings", "forces")):
        return True  # «مسئولان استانی باید …»
    m = clauses.mention_from.get(s.first)
    return m is not None and m.last <= at and m.kind in PARTIES
