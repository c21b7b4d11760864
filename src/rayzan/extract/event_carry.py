"""What events of one report lend each other: a meeting on a visit its place and day, talks of the same people both."""

from rayzan.extract.draft import EventDraft

TALKS = ("meeting", "press_conference", "signing")
ABOARD = 25  # words between a visit and what is done on it: «با سفر به مسکو با X به توافق رسید»


def carry(events: list[EventDraft]) -> None:
    """A meeting on a visit is where the visit is, and the visit is on the meeting's day; talks of the same people share both."""
    _share([e for e in events if e.type in TALKS and e.status == "happened" and "/" not in (e.when or "")])
    visits = [e for e in events if e.type == "visit" and e.status == "happened" and e.where]
    for e in events:
        mine = [v for v in visits if set(v.who) & set(e.who)] if e.type != "summit" else visits
        if len(mine) != 1:
            continue
        visit = mine[0]
        if e.type == "summit" and e.status == "happened" and not e.where and e.when and visit.when and e.when in visit.when:
            e.where = visit.where
        aboard = e.type in ("agreement", "consultation") and max(e.first - visit.last, visit.first - e.last) < ABOARD
        if aboard and e.status == "planned":  # «برای مذاکره با X وارد Y شد»
            e.where, e.when = e.where or visit.where, e.when or visit.when
        if e.status == "happened" and (aboard or e.type in ("meeting", "press_conference", "signing")):
            if "/" in (e.when or ""):
                continue
            e.where = e.where or visit.where
            if visit.when and "/" not in visit.when:
                e.when = e.when or visit.when
            visit.when = visit.when or e.when


def _share(talks: list[EventDraft]) -> None:
    """A press conference and a signing of two people are where and when their one meeting was, and the other way round."""
    for e in talks:
        kin = [o for o in talks if o is not e and len(o.who) > 1 and set(o.who) == set(e.who)]
        places, days = {o.where for o in kin if o.where}, {o.when for o in kin if o.when}
        if not e.where and len(places) == 1:
            e.where = places.pop()
        if not e.when and len(days) == 1:
            e.when = days.pop()
