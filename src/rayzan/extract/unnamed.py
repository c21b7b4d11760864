"""Who is mentioned without a name: people of a state, one unnamed, and what points back: «وی», «این مقام», «همتای روس خود»."""

from rayzan.extract.draft import Found, Mention
from rayzan.extract.namewords import COUNTERPARTS, POINTING
from rayzan.extract.naming import Finder
from rayzan.extract.office import organ, unknown_body


def people(f: Finder, at: int) -> Mention | None:
    """«مقام‌های ایران», «منابع آگاه», «رسانه‌های غربی»: people of a state or a kind."""
    size = f.s.people.at(f.keys, at)
    if not size:
        return None
    last, states = f.state_at(at + size)
    joint = f.s.joint.at(f.keys, at)
    while joint and states and f.keys[last : last + 1] == ["و"]:  # «مقامات فرانسه و اتریش»
        further, more = f.state_at(last + 1)
        if not more or f.keys[further : further + 1] == ["را"]:
            break
        last, states = further, states + more
    if not states and (found := organ(f, at + size)):
        last, states = found.last, found.states
    if not states and (hit := f.hit(at + size, "body")):
        last, states = hit.last, (hit.value.id,)
    if not states:
        return None
    return Mention(at, last, "people", states=states, words=Found(at, last))


def someone(f: Finder, at: int) -> Mention | None:
    """«یک مقام آمریکایی», «یک مقام ارشد طالبان», «منبع آگاه»: one unnamed person."""
    size = f.s.someone.at(f.keys, at)
    if not size:
        return None
    last = at + size
    last, _ = f.former(last, False)
    while last < f.end and (more := f.s.someone_words.at(f.keys, last)):
        last += more
    further, states = f.state_at(last)
    if not states and (found := organ(f, last)):
        further, states = found.last, found.states
    if not states and (hit := f.hit(last, "body")):
        further, states = hit.last, (hit.value.id,)
    if not states:  # «یک مقام ارشد سازمان انرژی»
        further = unknown_body(f, last)
    if further == last and f.keys[last : last + 1] == ["در"]:
        further, states = inside(f, last)
    return Mention(at, further, "someone", states=states, words=Found(at, further))


def inside(f: Finder, last: int) -> tuple[int, tuple[str, ...]]:
    """«در وزارت دارایی پرو» behind «یک منبع مسئول»: where the body ends in which one works, and whose it is; `last` where a place stands there."""
    if (of := organ(f, last + 1)) is not None:
        return of.last, of.states
    if (hit := f.hit(last + 1, "body")) is not None:
        return hit.last, (hit.value.id,)
    if (size := f.s.government.at(f.keys, last + 1)) and (held := f.office_state_at(last + 1 + size))[1]:
        return held
    body = unknown_body(f, last + 1)
    if body > last + 1 and (hit := f.hit(body, "body")) is not None:  # «دبیرخانه اتحادیه عرب»
        return hit.last, (hit.value.id,)
    return (body if body > last + 1 else last), ()


def counted(f: Finder, at: int) -> Mention | None:
    """«شش منبع آگاه», «دو مقام لهستانی», «چند دیپلمات غربی»: several unnamed who are counted; a bare «دو مقام» is the pair that talked."""
    size = f.s.counted.at(f.keys, at + 1) if f.keys[at] in f.s.several else 0
    if not size:
        return None
    last = at + 1 + size
    while last < f.end and (more := f.s.someone_words.at(f.keys, last)):
        last += more
    further, states = f.state_at(last)
    if not states and (found := organ(f, last)):
        further, states = found.last, found.states
    if not states and f.s.pairs.at(f.keys, at) == further - at or f.s.governed.at(f.keys, further):
        return None
    return Mention(at, further, "people", states=states, words=Found(at, further))


def pointing(f: Finder, at: int) -> Mention | None:
    """«این مقام ارشد کانادا», «این روزنامه», «این بیانیه»."""
    if f.keys[at] not in POINTING or at + 1 >= f.end:
        return None
    before = f.keys[max(0, at - 2) : at] in (["پیش", "از"], ["قبل", "از"], ["پس", "از"], ["بعد", "از"])
    for list, kind in ((f.s.back_paper, "paper"), (f.s.back_outlet, "back"), (f.s.back_person, "back"), (f.s.back_body, "back")):
        size = list.at(f.keys, at + 1)
        if size and before and list is f.s.back_person:
            return None  # «پیش از این معاون وزیر خارجه بود»
        if size:
            last, _ = f.former(at + 1 + size, False)
            last, states = f.state_at(last)
            if list is f.s.back_body and f.keys[at + 1] == "کشور":
                return Mention(at, at + 2, "state", states=("this",))
            title = "outlet" if list is f.s.back_outlet else "person" if list is f.s.back_person else "body"
            if (
                last < f.end
                and size == 1
                and f.hit(last, "title") is None
                and f.keys[last] in ("ارشد", "آگاه", "مسئول", "خبری", "مطبوعاتی", "سیاسی")
            ):
                last += 1
                last, states = f.state_at(last)
            return Mention(at, last, kind, title=title, states=states)
    return None


def pronoun(f: Finder, at: int) -> Mention | None:
    """«وی», «من», «طرفین»."""
    if size := f.s.pairs.at(f.keys, at):
        return Mention(at, at + size, "group", states=("both",))
    for list, kind in ((f.s.pronouns, "pronoun"), (f.s.selves, "self"), (f.s.yous, "you")):
        if size := list.at(f.keys, at):
            return Mention(at, at + size, kind)
    return None


def _of_state(f: Finder, name: Mention, state: str) -> bool:
    """Whether one named right behind «همتای X» may be that counterpart: of the state X, or of no state that is known."""
    persons = [f.draft.lexicon.persons[id] for id in name.person]
    held = {f.draft.lexicon.split(h.office)[0] for p in persons for h in p.held} | {p.state for p in persons}
    return not persons or state in held or held <= {None}


def counterpart(f: Finder, at: int) -> Mention | None:
    """«همتای روس خود»: the other's holder of the same office."""
    if f.keys[at] not in COUNTERPARTS:
        return None
    last, states = f.state_at(at + 1)
    if not states:
        return None
    own = last
    while last < f.end and f.keys[last] in ("خود", "خودش", "وی", "او", "اش"):
        last += 1
    own = own == last
    if f.keys[at] == "همتایان":
        return Mention(at, last, "people", states=states, words=Found(at, last))
    name = f.name_at(last, beside=True) if last < f.end else None
    comma = last < f.end and f.keys[last] in ("،", ",")
    name = name or (f.name_at(last + 1, beside=True) if comma and last + 1 < f.end else None)
    if name and own and not _of_state(f, name, states[0]):  # «همتای ازبک پامپئو»
        return Mention(at, name.last, "title", title="counterpart", states=states, words=Found(at, name.last))
    if name:
        return Mention(at, name.last, "name", person=name.person, states=states, words=name.words)
    return Mention(at, last, "title", title="counterpart", states=states, words=Found(at, last))
