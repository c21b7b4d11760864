"""What events of one report lend each other: a meeting on a visit its place and day, talks of the same people both."""

from rayzan.extract.draft import Draft, EventDraft
from rayzan.extract.event_place import SESSIONS, Places

TALKS = ("meeting", "press_conference", "signing")
CHARGED = ("mandate",)  # what people bring about in their meeting
ROUND = ("mandate", "call", "meeting", "appointment", "sanction")  # told one by one of a day's work
ALSO = frozenset({"همچنین", "نیز", "سپس", "هم"})
EARLIER = frozenset({"پیشتر", "قبلا", "قبل", "پیش", "گذشته"})
ABOARD = 25  # words between a visit and what is done on it: «با سفر به مسکو با X به توافق رسید»


def carry(events: list[EventDraft], places: Places) -> None:
    """A meeting on a visit is where the visit is, and the visit is on the meeting's day; talks of the same people share both."""
    talks = [e for e in events if e.type in (*TALKS, *CHARGED) and e.status == "happened" and "/" not in (e.when or "")]
    _share(talks)
    visits = [e for e in events if e.type == "visit" and e.status == "happened" and e.where]
    for e in events:
        mine = [v for v in visits if set(v.who) & set(e.who)] if e.type != "summit" else visits
        if len(mine) > 1 and e.type != "summit":  # on which journey: that to the land of one who was met
            hosts = {places.land_of(i) for i in e.who} - {None}
            own = {places.land_of(i) for v in mine for i in v.who}
            mine = [v for v in mine if (land := places.lands.get(v.where or "", v.where)) in hosts and land not in own]
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
    _share([e for e in talks if e.type in ("meeting", *CHARGED)])


def margin(draft: Draft, events: list[EventDraft]) -> None:
    """«در حاشیه نشست X با Y دیدار خواهد کرد»: where the one session told is."""
    sessions = {e.where for e in events if e.type == "summit" and e.where}
    for e in events:
        s = draft.view.sentences[draft.view.sentence_of[e.first]]
        keys = draft.view.keys
        beside = any(keys[i] == "حاشیه" and keys[i + 1] in SESSIONS for i in range(s.first, min(e.last, s.last - 1)))
        if beside and e.where is None and e.type in ("meeting", "consultation", "signing") and len(sessions) == 1:
            e.where = next(iter(sessions))


def follow(draft: Draft, events: list[EventDraft]) -> None:
    """«X روز جمعه به Y دستور داد … X همچنین به Z دستور داد»: what one does besides is done on the day of what was told before."""
    day: dict[tuple[str, str], str] = {}
    for e in sorted(events, key=lambda e: e.first):
        if e.type not in ROUND or e.status != "happened" or not e.who:
            continue
        s = draft.view.sentences[draft.view.sentence_of[e.first]]
        words = set(draft.view.keys[s.first : s.last])
        if e.when is None and ALSO & words and not EARLIER & words and not draft.times_in(s.first, s.last):
            e.when = next((day[k] for k in ((e.who[0], t) for t in (e.type, *ROUND)) if k in day), None)
        if e.when and len(e.when) == len("2020-01-01"):
            day[e.who[0], e.type] = e.when


def _share(talks: list[EventDraft]) -> None:
    """A press conference and a signing of two people are where and when their one meeting was, and the other way round; what the two charge
    others with, they do there."""
    for e in talks:
        kin = [o for o in talks if o is not e and o.type not in CHARGED and len(o.who) > 1 and set(o.who) == set(e.who)]
        places, days = {o.where for o in kin if o.where}, {o.when for o in kin if o.when}
        if not e.where and len(places) == 1:
            e.where = places.pop()
        if not e.when and len(days) == 1:
            e.when = days.pop()
