"""Times that only their speaker settles: whether «امروز» is a day or nowadays, and whose months and years «سال گذشته» counts by."""

from rayzan.extract.draft import Draft, TimeDraft
from rayzan.extract.moment import Clock
from rayzan.lang.fa.verbs import Tense

JALALI_STATES = frozenset(["iran", "afghanistan"])
COPULA = "بودن"
TURNED = frozenset(["شدن", "یافتن", "رسیدن", "افتادن", "توانستن", "گشتن", "برداشتن", "گذاشتن", "خوردن"])  # «امروز به قدرتی تبدیل شده است»
GOES_ON = frozenset(["ادامه", "جریان"])
THERE = frozenset(["کشور", "جامعه", "جهان", "دنیا"])  # «مشکلات امروز کشور»


def resolve(draft: Draft) -> None:
    """Leaves «امروز» open where it means nowadays; recounts months and years by the Iranian calendar where the speaker's is Iranian."""
    days = (draft.published,) if draft.published else draft.days or ()
    clocks = [Clock(draft, day) for day in days]
    lean: str | None = None
    for t in draft.times:
        if t.value and draft.view.keys[t.first] == "امروز" and t.last == t.first + 1 and _nowadays(draft, t):
            t.value = None
        elif t.reckoned is not None and clocks:
            lean = lean or _leaning(draft)
            unit, shift, first, last = t.reckoned
            if (_over(draft, clocks, t) or _calendar(draft, t, lean)) == "jalali":
                values = {c.part_of_year(shift, "jalali", first, last) if first else c.whole(unit, shift, "jalali") for c in clocks}
                t.value = values.pop() if len(values) == 1 else None
                t.precision = "interval"


def _over(draft: Draft, clocks: list[Clock], t: TimeDraft) -> str | None:
    """The calendar by which months of this year that are not told as coming are over, where by the other they are not: «در ده ماه نخست امسال
    رشد کرد», in January."""
    assert t.reckoned is not None
    _, shift, first, last = t.reckoned
    of = draft.view.sentences[draft.view.sentence_of[t.first]]
    following = next(iter(draft.verbs_in(t.last, of.last)), None)
    if not first or shift or (following is not None and following.form.tense in (Tense.FUTURE, Tense.SUBJUNCTIVE)):
        return None
    over = [name for name in ("jalali", "gregorian") if all(_ended(c, c.part_of_year(shift, name, first, last)) for c in clocks)]
    return over[0] if len(over) == 1 else None


def _ended(clock: Clock, value: str | None) -> bool:
    """Whether an interval has ended by the clock's day."""
    end = (value or "9999").split("/")[-1]
    return clock.published is not None and end <= str(clock.published)[: len(end)]


def _nowadays(draft: Draft, t: TimeDraft) -> bool:
    """«جهان امروز», «تا امروز», «امروز یکی از اولویت‌هاست», «ما امروز روابط خوبی داریم»."""
    view, keys = draft.view, draft.view.keys
    s = view.sentences[view.sentence_of[t.first]]
    if draft.language.words("time", "nowadays_after").ending(keys, t.first, s.first):
        return True
    if keys[t.first - 1] == "همین" and keys[t.last] in ("هم", "نیز"):
        return True  # «روابط تا همین امروز هم ادامه دارد»
    if draft.language.words("time", "today_after").ending(keys, t.first, s.first):
        return False
    if keys[t.last] in THERE and keys[t.first - 1][:1].isalpha() and not draft.language.words("time", "before_today").ending(keys, t.first, s.first):
        return True
    following = next((g for g in draft.verbs_in(t.last, s.last) if g.form.lemma != "گذشتن"), None)  # «گذشته» is mostly the past
    if following is None:
        return False
    if keys[t.last] in ("هم", "نیز") and keys[following.first - 1] in GOES_ON:
        return False  # «آتش‌بس امروز هم ادامه دارد»
    form = following.form
    told = t.first in draft.voice
    if keys[t.last] == "دیگر" and form.tense is Tense.PRESENT:
        return True  # «امروز دیگر کسی از آن سخن نمی‌گوید»
    if form.lemma == COPULA and form.tense in (Tense.PERFECT, Tense.PRESENT, Tense.PARTICIPLE):
        return True
    if form.tense is Tense.PRESENT and (form.lemma == "داشتن" or form.person == 1):
        return True
    if form.tense is Tense.PERFECT and (form.person == 3 and form.lemma in TURNED or form.negative):
        return told
    if form.tense is Tense.PARTICIPLE and form.lemma in TURNED:
        return told
    if form.tense is Tense.SUBJUNCTIVE and "باید" in keys[t.last : following.first]:
        return told  # «امروز باید به سوی صلح برویم»
    return form.tense is Tense.PRESENT and told and form.lemma not in ("گفتن", "افزودن", "نوشتن")


def _calendar(draft: Draft, t: TimeDraft, lean: str) -> str:
    """The calendar of the dates in its sentence, else of the speaker's state, else of those that its sentence or the one before names,
    else the report's leaning."""
    of = draft.view.sentence_of[t.first]
    s, before = draft.view.sentences[of], draft.view.sentences[max(of - 1, 0)]
    told = [x.calendar for x in draft.times_in(s.first, s.last) if x.calendar in ("jalali", "gregorian")]
    if told:
        return max(sorted(set(told)), key=told.count)
    speaker = draft.speaker_at(t.first)
    ours = _ours(draft, [speaker]) if speaker else []
    for stretch in (s, before):
        ours = ours or _ours(draft, [a for m in draft.mentions_in(stretch.first, stretch.last) for a in m.actors])
    if ours and (all(ours) or not any(ours)):
        return "jalali" if ours[0] else "gregorian"
    return lean


def _ours(draft: Draft, ids: list[str]) -> list[bool]:
    """For each actor that belongs to a state whether its calendar is the Jalali; who serves a body belongs to the body's state."""
    homes: list[str] = []
    for id in ids:
        a = draft.actors.get(id)
        owner = (a.state or (draft.lexicon.split(a.office)[0] if a.office else None)) if a is not None else None
        if a is not None and (owner or a.type == "state"):
            body = draft.lexicon.bodies.get(owner or "")
            homes.append(body.state or body.id if body else owner or id)
    return [home in JALALI_STATES for home in homes]


def _leaning(draft: Draft) -> str:
    """The calendar that a report of a paper of Iran or Afghanistan counts by: that of most of its dates, else of those it is about."""
    if draft.homeland not in JALALI_STATES and draft.homeland is not None:
        return "gregorian"
    told = [x.calendar for x in draft.times]
    jalali, gregorian = told.count("jalali"), told.count("gregorian")
    if jalali != gregorian:
        return "jalali" if jalali > gregorian else "gregorian"
    ours = _ours(draft, [a for m in draft.mentions for a in m.actors])
    return "jalali" if sum(ours) * 2 >= len(ours) else "gregorian"
