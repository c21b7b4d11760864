"""An event told in headline, lead and body is one event."""

from collections.abc import Mapping

from rayzan.extract.draft import EventDraft

NEAR = 40  # words between two tellings of one visit, headline and lead
FREED = ("release", "arrest", "expel", "extradite", "summon")  # what a state is said to do and its officials do
KIN = {"summit": {"meeting"}, "meeting": {"meeting", "consultation", "summit"}, "consultation": {"consultation", "meeting", "call"}, "call": {"call", "consultation"}}


def once(
    events: list[EventDraft],
    headline: int = 0,
    state_of: Mapping[str, str] | None = None,
    strangers: Mapping[str, str | None] | None = None,
    lands: Mapping[str, str] | None = None,
) -> list[EventDraft]:
    """The events in order of first telling, what is told again joined to it; `headline`: the word behind the headline,
    `state_of`: whose service an actor is in; `strangers`: actors known only by the words of the report, with
    their states; `lands`: the state that a place lies in."""
    out: list[EventDraft] = []
    for event in sorted(events, key=lambda e: (e.first, -e.last)):
        known = next(
            (k for k in out if _same(k, event, lands or {}) or _foretold(k, event, lands or {}) or k.first < headline and _announced(k, event) or k.first < headline <= event.first and _summary(k, event, strangers or {}, lands or {}) or _official(k, event, state_of or {}) or _retold(k, event, strangers or {})), None
        )
        if known is None:
            out.append(event)
        else:
            _join(known, event, headline, lands or {})
    out = [e for e in out if not (_plural(e) and len([o for o in out if _one_of(o, e) and o.first > e.first]) > 1 and not any(_one_of(o, e) and o.first < e.first for o in out))]
    return [e for e in out if not (e.first < headline and any(_summed(e, o, state_of or {}) for o in out if o.first >= headline))]


def _bearing(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two lists of targets share a party or a party's forces: «poland», «poland-forces»."""
    return any(a == b or a.startswith(f"{b}-") or b.startswith(f"{a}-") for a in one for b in other)


def _plural(event: EventDraft) -> bool:
    """«تماس‌های تلفنی X با شش وزیر», «X دستوراتی صادر کرد»: several told in one word."""
    return event.type in ("call", "meeting") and event.rule.endswith("های") or event.rule.startswith(("order:دستورات", "order:دستورها"))


def _one_of(event: EventDraft, several: EventDraft) -> bool:
    """Whether an event is one of several that a plural sums up."""
    return event is not several and event.type == several.type and event.status == several.status and bool(set(event.who) & set(several.who[:1]))


def _summed(headline: EventDraft, event: EventDraft, state_of: Mapping[str, str]) -> bool:
    """«نامه سوئد به لهستان و نروژ» over a body that tells its letters one by one: of a state to states, then of its people to theirs."""
    if headline.mode != "message" or event.mode != "message" or headline.status != event.status:
        return False
    (by, to), (sender, reader) = (({state_of.get(i, i) for i in ids} for ids in (e.who, e.whom)) for e in (headline, event))
    return by == sender and bool(reader) and reader <= to


def _there(one: str | None, other: str | None, lands: Mapping[str, str]) -> bool:
    """Whether two places may be one: equal, one open, or one in the other."""
    return not one or not other or one == other or lands.get(one) == other or lands.get(other) == one


def _foretold(known: EventDraft, event: EventDraft, lands: Mapping[str, str]) -> bool:
    """«قرار است X فردا وارد ورشو شود» and «این سفر X به لهستان» without a time of its own: one journey, to come."""
    pair = {known.status, event.status} == {"planned", "happened"} and known.type == event.type and set(known.who) == set(event.who)
    if known.type == "sanction":  # «لغو معافیت‌های X», «معافیت‌های X را لغو می‌کند»: what is decided
        return pair and not known.when and not event.when and (set(known.whom) <= set(event.whom) or set(event.whom) <= set(known.whom))
    pair = pair and known.type == "visit"
    open_ = known if known.status == "happened" else event
    return pair and not open_.when and open_.rule == "visit:سفر" and bool(known.where and event.where) and _there(known.where, event.where, lands)


def _same(known: EventDraft, event: EventDraft, lands: Mapping[str, str]) -> bool:
    """One type, status, time and the same parties; overlapping words tell a talk once."""
    overlap = known.first < event.last and event.first < known.last
    if known.type != event.type:
        kin = event.type in KIN.get(known.type, ())
        shared = set(known.who) & set(event.who)
        one_time = _compatible(known.when, event.when)
        same = bool(shared) if "summit" in (known.type, event.type) else set(known.who) == set(event.who)
        return kin and known.status == event.status and (overlap and bool(shared) or one_time and same)
    if known.status != event.status or not _compatible(known.when, event.when) or _plural(known) and set(known.who) != set(event.who):
        return False
    if known.type == "attack" and overlap and ({*known.who, *known.whom} & {*event.who, *event.whom} or not (known.who and event.who)):
        return True  # «شش عضو X در درگیری با Y کشته شدند», «در حمله X ده مأمور کشته شدند»
    if set(known.who) & set(event.whom) or set(event.who) & set(known.whom):
        return False  # «X قدرت را به دست گرفت», «X از قدرت سرنگون شد»
    if known.type == "other" and known.whom != event.whom and "sending" in (known.rule.split(":")[0], event.rule.split(":")[0]):
        return False  # forces sent elsewhere, or a pact left, are another deed
    apart = not _within(known, event) or "leave:ترک" in (known.rule, event.rule)
    toured = "visit:بازدید" in (known.rule, event.rule)  # what is seen in a land is no other telling of the journey there
    if known.type == "visit" and (known.where != event.where if toured else not _there(known.where, event.where, lands)) and apart and known.where and event.where:
        return False
    one, other = {*known.who, *known.whom}, {*event.who, *event.whom}
    if known.type == "attack" and set(known.whom) != set(event.whom) and set(known.who) != set(event.who):
        return False
    if known.type == "attack" and set(known.whom) & set(event.whom) and set(known.who) & set(event.who):
        return True
    if known.type == "attack" and _bearing(known.whom, event.whom) and (not known.who or not event.who or set(known.who) & set(event.who)):
        return True  # «حمله سوئد به نیروهای X», «حمله به مواضع X»
    if known.type == "vote" and not one and not other:
        return known.where == event.where or not (known.where and event.where)
    if known.type in ("vote", "mandate", "appointment") or known.mode != event.mode:
        return bool(one and other) and (one <= other or other <= one) and known.mode == event.mode
    return not one or not other and overlap or one <= other or other <= one


def _official(known: EventDraft, event: EventDraft, state_of: Mapping[str, str]) -> bool:
    """«تحریم‌های جدید سوئد», «وزارت دارایی سوئد … تحریم کرد»: a state and its ministry impose one sanction, free one prisoner."""
    if known.type != event.type or known.mode != event.mode or known.status != event.status or not _compatible(known.when, event.when):
        return False
    one, other = ({state_of.get(i, i) for i in e.who} for e in (known, event))
    if not one or one != other:
        return False
    if known.type == "sanction":
        return not known.whom or not event.whom or bool(set(known.whom) & set(event.whom))
    bare = one in (set(known.who), set(event.who))  # one telling names the states alone
    if known.type == "agreement":  # «ورشو و استکهلم توافق کردند», «توافق نخست‌وزیر لهستان با دولت سوئد»
        return bare and len(one) > 1
    return bare and known.mode in FREED and bool(set(known.whom) & set(event.whom))


def _retold(known: EventDraft, event: EventDraft, strangers: Mapping[str, str | None]) -> bool:
    """«حمله X به ده مأمور سوئدی», «X مأموران سوئد را کشت»: one doer, those whom it befell told in other words each time; a journey of one day
    told with more or fewer travellers."""
    if known.type != event.type or known.status != event.status or not _compatible(known.when, event.when) or known.mode != event.mode:
        return False
    if known.type == "appointment" and not known.whom and not event.who:
        return event.first - known.last < NEAR  # «X نخستین سفیرش را منصوب کرد», «Y به عنوان سفیر منصوب شد»
    if known.type == "visit" and known.when and known.when == event.when:
        return bool(set(known.who) & set(event.who))
    one_day = known.type == "attack" and known.when == event.when and len(known.when or "") == len("2020-01-01")
    if one_day and not (known.who and event.who) and event.whom and all(i in strangers and strangers[i] is None for i in event.whom):
        return known.where == event.where or not (known.where and event.where)  # «حمله دیشب به X», «در حادثه دیشب سه نفر کشته شدند»
    if known.type not in ("attack", "other") or not known.who or set(known.who) != set(event.who):
        return False
    near = known.where == event.where or not (known.where and event.where)
    one, other = ({strangers.get(i) for i in e.whom} for e in (known, event))
    return near and known.type == "attack" and one == other and bool(one) and None not in one


def _announced(known: EventDraft, event: EventDraft) -> bool:
    """A headline's noun tells no tense: «محور مذاکرات X و Y» is the planned talk that the body tells of."""
    kin = event.type == known.type or event.type in KIN.get(known.type, ())
    return kin and known.status == "happened" and event.status == "planned" and not known.when and set(known.who) == set(event.who)


def _summary(headline: EventDraft, event: EventDraft, strangers: Mapping[str, str | None], lands: Mapping[str, str]) -> bool:
    """«رهبران X و Y فردا به لهستان سفر می‌کنند» over a body that names them: those who travel told by another word, of one day and place."""
    one = headline.type == event.type == "visit" and headline.status == event.status and bool(headline.when) and headline.when == event.when
    told = bool(headline.where and event.where) and _there(headline.where, event.where, lands)
    return one and told and all(i in strangers or i.endswith("-leaders") for i in headline.who)


def _within(known: EventDraft, event: EventDraft) -> bool:
    """«وارد افغانستان شد», «وارد کابل شد»: told side by side, the city of the state."""
    return 0 <= event.first - known.last < NEAR


def _compatible(one: str | None, other: str | None) -> bool:
    """Whether two times may be one: equal, one open, or one a part of the other; a span of time holds counted meetings, not one."""
    if one is None or other is None:
        return "/" not in (one or other or "")
    if "/" in one or "/" in other:
        return one == other
    return one.startswith(other) or other.startswith(one)


def _join(known: EventDraft, event: EventDraft, headline: int, lands: Mapping[str, str]) -> None:
    """Fills what the first telling lacks; a telling of the body that says more, or as much as the headline, is the one cited."""
    near = _within(known, event)
    told, fuller = sum(map(bool, (known.when, known.where))), sum(map(bool, (event.when, event.where)))
    again = {*event.who, *event.whom} >= {*known.who, *known.whom}
    more = again and fuller >= told and len({*event.who, *event.whom}) > len({*known.who, *known.whom})
    if again and (known.first < headline <= event.first or fuller > told) or more:
        known.first, known.last = event.first, event.last
    if known.type == "sanction" and {known.status, event.status} == {"planned", "happened"}:
        known.status, known.flags = "happened", ()
    elif event.status == "planned":
        known.status, known.flags = event.status, event.flags
    if known.type == "appointment" and not (known.whom and event.whom):
        known.who, known.whom = known.who or event.who, known.whom or event.whom
    elif known.type == event.type == "attack" and known.first < event.last and event.first < known.last:
        known.who = known.who or event.who
        known.whom = tuple(dict.fromkeys(i for i in (*known.whom, *event.whom) if i not in known.who))
    elif again is False and known.first < headline <= event.first and known.type == "visit" and not set(known.who) & set(event.who):
        known.who, known.first, known.last = event.who, event.first, event.last
    elif len({*event.who, *event.whom}) > len({*known.who, *known.whom}):
        known.who, known.whom = event.who, event.whom
    if event.when and len(event.when) > len(known.when or ""):
        known.when = event.when
    if known.where and event.where and _there(known.where, event.where, lands):  # a land told first, its city in the body or right behind
        finer = event.where if lands.get(event.where) == known.where else known.where
        known.where = finer if known.first < headline <= event.first or near else known.where
    elif event.where:
        known.where = event.where if known.type == "visit" else known.where or event.where
    known.type = event.type if known.type == "consultation" or event.type == "summit" else known.type
