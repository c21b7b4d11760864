"""When an undated report was written: what it says itself, and the terms of those it names in office. Never a guess."""

from datetime import date

from rayzan.extract import time
from rayzan.extract.draft import Draft
from rayzan.lang.fa.verbs import Tense
from rayzan.lexicon.entry import Held, Person
from rayzan.resolve import dating


def day(draft: Draft) -> None:
    """Fills the date or month that an undated report tells of itself, and the first full date in it, at which offices are looked up."""
    if draft.published is not None or draft.published_month is not None:
        return
    for t in draft.times:
        if t.precision == "day" and t.calendar != "relative" and t.value:
            told = date.fromisoformat(t.value)
            draft.told_day = draft.told_day or (told if not _long_before(draft, told) else None)
            if draft.view.keys[t.first] == "امروز":
                draft.published, draft.published_known_from = told, "text"
                draft.bounds = (f"the report calls {told} today",)
                break
    month = _greeting_ahead(draft) if draft.published is None else None
    if month:
        draft.published_month, draft.published_known_from = month, "text"
        draft.bounds = (f"greetings for a feast of December ahead, and {month[:4]} is the last year told as past",)
    if draft.published is not None or month:
        time.find(draft)  # the date now settles «سال جاری» and its like


def _long_before(draft: Draft, day: date) -> bool:
    """Whether the report tells of later years than that of a day: then the day is of its history."""
    years = (t.value[:4] for t in draft.times if t.value and t.calendar in ("jalali", "gregorian") and t.value[:4].isdigit())
    return any(int(year) > day.year for year in years)


def bounds(draft: Draft) -> None:
    """Fills the bounds of a report without a date, with the reasons: days it tells as past, terms of those it names in office; and what they settle."""
    if draft.published is None and draft.published_month is None:
        _terms(draft)
        dating.settle(draft)


def _greeting_ahead(draft: Draft) -> str | None:
    """Good wishes ahead of Christmas or the new Gregorian year, in a report that tells of a year as past: its December."""
    keys = draft.view.keys
    if "کریسمس" not in keys or not ({"پیشاپیش", "تبریک"} & set(keys)):
        return None
    told = [int(t.value) for t in draft.times if t.value and t.value.isdigit() and t.calendar == "gregorian" and _past_verb(draft, t.last)]
    return f"{max(told)}-12" if told else None


def _past_verb(draft: Draft, at: int) -> bool:
    following = [g for g in draft.verbs if at <= g.first < at + 8]
    return bool(following) and following[0].form.tense in (Tense.PAST, Tense.PERFECT)


def _terms(draft: Draft) -> None:
    """The days on which all whom the report names in an office held it: the latest start, the earliest end."""
    starts: list[tuple[str, str]] = []
    ends: list[tuple[str, str]] = []
    for m in draft.mentions:
        if m.kind != "name" or not m.person or not m.title or m.former or m.deputy or len(m.actors) != 1:
            continue
        person = draft.lexicon.persons.get(m.actors[0])
        if person is None:
            continue
        state = draft.homeland if not m.states or m.states[0] in ("ours", "both") else m.states[0]
        terms = [h for h in person.held if h.office == f"{state}-{m.title}" and not h.uncertain]
        if len(terms) == 1:
            _bound(person, terms[0], starts, ends)
    _holders_alone(draft, starts, ends)
    if starts:
        draft.not_before = max(starts)[0]
    if ends:
        draft.not_after = min(ends)[0]
    if draft.told_day is not None and (draft.not_before or "") < draft.told_day.isoformat() and _past_day(draft):
        draft.not_before = draft.told_day.isoformat()
        starts.append((draft.not_before, f"the report tells of {draft.not_before} as past"))
    if starts or ends:
        draft.published_known_from = "bounds"
        draft.bounds = tuple(dict.fromkeys(([max(starts)[1]] if starts else []) + ([min(ends)[1]] if ends else [])))


def _past_day(draft: Draft) -> bool:
    """Whether the verb behind the first full date stands in the past."""
    assert draft.told_day is not None
    t = next(t for t in draft.times if t.value == draft.told_day.isoformat())
    following = [g for g in draft.verbs if t.last <= g.first and draft.view.sentence_of[g.first] == draft.view.sentence_of[t.first]]
    return bool(following) and following[-1].form.tense in (Tense.PAST, Tense.PERFECT)


def _bound(person: Person, term: Held, starts: list[tuple[str, str]], ends: list[tuple[str, str]]) -> None:
    """The report is of a day in the one term in which a person held the office that it gives them."""
    if term.start:
        starts.append((term.start, f"{person.name_en} took up {term.office} on {term.start}"))
    if term.end:
        ends.append((term.end, f"{person.name_en} left {term.office} on {term.end}"))


def _holders_alone(draft: Draft, starts: list[tuple[str, str]], ends: list[tuple[str, str]]) -> None:
    """Those named without their office, where the report names that office bare and only they could hold it («وزیر خارجه کشورمان»)."""
    for m in draft.mentions:
        if m.kind != "title" or m.former or m.deputy or len(m.actors) != 1 or m.actors[0] not in draft.lexicon.persons:
            continue
        person = draft.lexicon.persons[m.actors[0]]
        terms = [h for h in person.held if m.title and h.office.endswith(f"-{m.title}") and not h.uncertain]
        if len(terms) == 1:
            _bound(person, terms[0], starts, ends)
