"""When an undated report was written: what it says itself, and the terms of those it names in office. Never a guess."""

from rayzan.extract import time
from rayzan.extract.draft import Draft
from rayzan.lang.fa.verbs import Tense


def resolve(draft: Draft) -> None:
    """Fills the month or the bounds of a report without a date, with the reasons; a dated report stays as it is."""
    if draft.published is not None or draft.published_month is not None:
        return
    month = _greeting_ahead(draft)
    if month:
        draft.published_month, draft.published_known_from = month, "text"
        draft.bounds = (f"greetings for a feast of December ahead, and {month[:4]} is the last year told as past",)
        draft.times.clear()
        time.find(draft)  # the month now settles «سال جاری» and its like
        return
    _terms(draft)


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
        if len(terms) != 1:
            continue
        if terms[0].start:
            starts.append((terms[0].start, f"{person.name_en} took up {terms[0].office} on {terms[0].start}"))
        if terms[0].end:
            ends.append((terms[0].end, f"{person.name_en} left {terms[0].office} on {terms[0].end}"))
    _holders_alone(draft, starts, ends)
    if starts:
        draft.not_before = max(starts)[0]
    if ends:
        draft.not_after = min(ends)[0]
    if starts or ends:
        draft.published_known_from = "bounds"
        draft.bounds = tuple(dict.fromkeys(([max(starts)[1]] if starts else []) + ([min(ends)[1]] if ends else [])))


def _holders_alone(draft: Draft, starts: list[tuple[str, str]], ends: list[tuple[str, str]]) -> None:
    """Those named without their office, where the report names that office bare and only they could hold it («وزیر خارجه کشورمان»)."""
    for m in draft.mentions:
        if m.kind != "title" or m.former or m.deputy or len(m.actors) != 1 or m.actors[0] not in draft.lexicon.persons:
            continue
        person = draft.lexicon.persons[m.actors[0]]
        terms = [h for h in person.held if m.title and h.office.endswith(f"-{m.title}") and not h.uncertain]
        if len(terms) != 1:
            continue
        if terms[0].start:
            starts.append((terms[0].start, f"{person.name_en} took up {terms[0].office} on {terms[0].start}"))
        if terms[0].end:
            ends.append((terms[0].end, f"{person.name_en} left {terms[0].office} on {terms[0].end}"))
