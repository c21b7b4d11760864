"""Who stands by whom in which matter: «حمایت روسیه از ایران در موضوع تحریم‌ها»."""

from rayzan.collate.matter import fields, parties
from rayzan.collate.occurrence import Occurrence, occurrence
from rayzan.collate.told import Told
from rayzan.collate.views import lacks, spots
from rayzan.collate.views import view as view_of
from rayzan.text.segment import Stretch
from rayzan.text.view import View

FAR = 6  # words between support and those it joins
OPENING = 3  # words that a subject at a sentence's head may take


def supports(told: Told) -> list[Occurrence]:
    """The support that a report tells, each with its topics as the matter; only where both sides are states or bodies that it names."""
    out: list[Occurrence] = []
    if lacks(told, "support"):
        return out
    view = view_of(told)
    for number, s in enumerate(view.sentences):
        for at, _ in spots(view, "support", s.first, s.last):
            by, whom = _sides(told, view, number, s, at)
            if not (by and whom) or by == whom:
                continue
            matter = frozenset(fields(view, s.first, s.last))
            if matter:
                span = view.span(max(s.first, at - FAR), min(s.last, at + FAR))
                out.append(occurrence(told, span, f"support:{len(out) + 1}", "support", [by], [whom], matter=matter, past=True))
                break
    return out


def _sides(told: Told, view: View, number: int, s: Stretch, at: int) -> tuple[str | None, str | None]:
    """Supporter and supported round the word for support."""
    near = [(i, id) for i, id in parties(told, view, s.first, s.last) if abs(i - at) <= FAR]
    behind = [(i, id) for i, id in near if i > at]
    before = [(i, id) for i, id in near if i < at]
    if len(behind) > 1 and "از" in view.keys[behind[0][0] : behind[1][0]]:  # حمایت X از Y
        return behind[0][1], behind[1][1]
    if before and view.keys[before[-1][0] - 1] == "از":  # X از Y حمایت کرد
        whom = before[-1]
        subject = _subject(told, view, s)
        if subject is None and number and view.sentences[number - 1].line == s.line:
            subject = _subject(told, view, view.sentences[number - 1])
        return subject, whom[1]
    return None, None


def _subject(told: Told, view: View, s: Stretch) -> str | None:
    """The state or body that a sentence begins with."""
    found = parties(told, view, s.first, min(s.last, s.first + OPENING))
    return found[0][1] if found and found[0][0] == s.first else None
