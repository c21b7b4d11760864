"""Names, titles, states, bodies and what points back to them: who is mentioned where. Who is meant is resolved later."""

from rayzan.extract.draft import Draft, Found, Mention
from rayzan.extract.naming import CLOSING, COUNTERPARTS, MEDIA, OPENING, POINTING, Finder, organ


def named(f: Finder, at: int) -> Mention | None:
    """«عباس عراقچی وزیر امور خارجه ایران», «عراقچی»: a known name, an office in apposition behind it."""
    name = f.name_at(at)
    if name is None:
        return None
    office = f.office_at(name.last) if name.last < f.end else None
    comma = name.last < f.end and f.keys[name.last] in ("،", ",")
    if office is None and comma and name.last + 1 < f.end:
        office = f.office_at(name.last + 1)
    if office is not None and office.kind == "title":
        name.last, name.title, name.states, name.former = office.last, office.title, office.states, office.former
        name.deputy = office.deputy
    return name


def quoted_stranger(f: Finder, at: int) -> Mention | None:
    """«جاستین پندر»، وزیر خارجه …: a name in quotation marks with an office by it, whom no lexicon knows."""
    start = f.honorific(at)
    if start >= f.end or f.keys[start] not in OPENING:
        return None
    close = next((i for i in range(start + 2, min(start + 7, f.end)) if f.keys[i] in CLOSING), None)
    if close is None or not all(f.named(i) or f.keys[i] == "-" or f.name_at(i) for i in range(start + 1, close)):
        return None
    behind = close + 1 + (close + 1 < f.end and f.keys[close + 1] in ("،", ","))
    office = f.office_at(behind) if behind < f.end else None
    deputy = office or (deputy_office(f, behind) if behind < f.end else None)
    if deputy is not None:
        return Mention(
            at,
            deputy.last,
            "name",
            title=deputy.title,
            states=deputy.states,
            former=deputy.former,
            deputy=deputy.deputy,
            words=Found(start + 1, close),
        )
    if start > at or f.s.occupations.at(f.keys, behind):
        return Mention(at, close + 1, "name", words=Found(start + 1, close))
    return None


def office(f: Finder, at: int) -> Mention | None:
    """«وزیر خارجه روسیه», with the holder's name behind it if it stands there: «وزیر خارجه کانادا، «شامپاین»»."""
    found = f.office_at(at)
    if found is None:
        return None
    if found.kind == "group":
        return found
    behind = found.last + (found.last < f.end and f.keys[found.last] in ("،", ","))
    name = f.name_at(found.last, beside=True) if found.last < f.end else None
    if name is None and behind > found.last and behind < f.end and f.keys[behind] in OPENING:
        name = f.name_at(behind, beside=True)
    if name is not None:
        head = government_of(f, found, name)
        if head is not None:
            state, former = head
            return Mention(at, name.last, "title", title=found.title, states=(state,), former=former, words=Found(at, name.last))
        return Mention(
            at,
            name.last,
            "name",
            person=name.person,
            title=found.title,
            states=found.states,
            former=found.former,
            deputy=found.deputy,
            words=name.words,
        )
    start = f.honorific(behind if behind < f.end and f.keys[behind] in OPENING else found.last)
    if start < f.end and f.keys[start] in OPENING:
        close = next((i for i in range(start + 2, min(start + 6, f.end)) if f.keys[i] in CLOSING), None)
        if close is not None and close - start <= 5 and all(k[0].isalpha() for k in f.keys[start + 1 : close]):
            return Mention(
                at,
                close + 1,
                "name",
                title=found.title,
                states=found.states,
                former=found.former,
                deputy=found.deputy,
                words=Found(start + 1, close),
            )
    elif start > found.last and start + 1 < f.end:
        last = stranger_end(f, start)
        if last > start:
            return Mention(
                at,
                last,
                "name",
                title=found.title,
                states=found.states,
                former=found.former,
                deputy=found.deputy,
                words=Found(start, last),
            )
    return found


def government_of(f: Finder, found: Mention, name: Mention) -> tuple[str, bool] | None:
    """«معاون اول روحانی», «وزیر خارجه ترامپ»: an office under a head of government who never held it; whose state, and whether it is past."""
    title = f.draft.lexicon.titles.get(found.title or "")
    if found.states or found.deputy or name.first != found.last or title is None or title.of != "state" or not title.single:
        return None
    held = [h for id in name.person for h in f.draft.lexicon.persons[id].held]
    if any(h.office.endswith(f"-{title.id}") for h in held):
        return None
    day = f.draft.published.isoformat() if f.draft.published else None
    for head in ("-president", "-prime-minister", "-chancellor"):
        terms = [h for h in held if h.office.endswith(head)]
        if terms:
            past = day is not None and not any((h.start or "") <= day <= (h.end or "9999") for h in terms)
            return terms[0].office.removesuffix(head), found.former or past
    return None


def stranger(f: Finder, at: int) -> Mention | None:
    """«جوان پاره، سفیر … در …»: at the head of a clause two to four words no lexicon knows, a comma, an office."""
    if not f.clause_head(at):
        return None
    last = at
    while last < min(at + 5, f.end) and f.named(last) and not f.known_name(at, last):
        last += 1
    if not 2 <= last - at <= 4 or last + 1 >= f.end or f.keys[last] not in ("،", ","):
        return None
    found = f.office_at(last + 1) or deputy_office(f, last + 1)
    if found is None or found.kind != "title":
        size = f.s.occupations.at(f.keys, last + 1)
        if not size:
            return None
        return Mention(at, last, "name", words=Found(at, last))
    return Mention(
        at, found.last, "name", title=found.title, states=found.states, former=found.former, deputy=found.deputy, words=Found(at, last)
    )


def stranger_end(f: Finder, at: int) -> int:
    """Where an unknown name behind an honorific ends: at a preposition, conjunction, sign, verb or known name, three words at most."""
    last = at
    while last < min(at + 3, f.end):
        key = f.keys[last]
        if (
            not key[0].isalpha()
            or f.s.prepositions.at(f.keys, last)
            or f.s.conjunctions.at(f.keys, last)
            or key in ("را", "که", "نیز", "هم")
            or key in f.s.name_stops
        ):
            break
        if f.draft.language.verbs.form(key) or f.hit(last, "title", "state", "body", sure=False):
            break
        last += 1
    return last


def deputy_office(f: Finder, at: int) -> Mention | None:
    """«معاون سیاسی وزیر خارجه», «مشاور نخست‌وزیر پاکستان»: an office of its own beside the title it names."""
    size = f.s.deputies.at(f.keys, at)
    if not size or f.hit(at, "title"):
        return None
    for start in range(at + size, min(at + size + 4, f.end)):
        key = f.keys[start]
        if not key[0].isalpha() or key in ("و", "که", "را") or (f.s.prepositions.at(f.keys, start) and start > at + size):
            return None
        inner = f.office_at(start)
        if inner is not None and inner.kind == "title":
            last = inner.last
            if f.keys[last : last + 2] == ["در", "امور"]:
                last = f.state_at(last + 2)[0] if f.state_at(last + 2)[1] else min(last + 3, f.end)
                last += f.keys[last - 1] == "بین" and last < f.end
            return Mention(
                at, last, "title", title=inner.title, states=inner.states, deputy=True, words=Found(at, last), former=inner.former
            )
        ruled = organ(f, start)
        if ruled is not None:
            return Mention(at, ruled.last, "title", title=None, states=ruled.states, deputy=True, words=Found(at, ruled.last))
        body = f.hit(start, "body")
        if body is not None:
            return Mention(at, body.last, "title", title=None, states=(body.value.id,), deputy=True, words=Found(at, body.last))
    return None


def deputy(f: Finder, at: int) -> Mention | None:
    """A deputy's office with the name behind it, if one stands there."""
    found = deputy_office(f, at)
    if found is None:
        return None
    name = f.name_at(found.last, beside=True) if found.last < f.end else None
    if name is not None:
        return Mention(at, name.last, "name", person=name.person, title=found.title, states=found.states, deputy=True, words=name.words)
    return found


def body(f: Finder, at: int) -> Mention | None:
    """«آژانس بین‌المللی انرژی اتمی», «رویترز»: a known body or outlet."""
    found = f.hit(at, "body") or f.hit(at, "outlet")
    start = at
    if found is None and f.keys[at] in MEDIA and at + 1 < f.end:
        inner = at + 1 + (f.keys[at + 1] in OPENING)
        found = f.hit(inner, "outlet", sure=False)
        if found and inner > at + 1 and found.last < f.end and f.keys[found.last] in CLOSING:
            return Mention(start, found.last + 1, "outlet", actors=(found.value.id,))
    if found is None:
        return None
    return Mention(start, found.last, found.value.kind, actors=(found.value.id,))


def people(f: Finder, at: int) -> Mention | None:
    """«مقام‌های ایران», «منابع آگاه», «رسانه‌های غربی»: people of a state or a kind."""
    size = f.s.people.at(f.keys, at)
    if not size:
        return None
    last, states = f.state_at(at + size)
    if not states and (found := organ(f, at + size)):
        last, states = found.last, found.states
    if not states and (hit := f.hit(at + size, "body")):
        last, states = hit.last, (hit.value.id,)
    if not states:
        return None
    return Mention(at, last, "people", states=states, words=Found(at, last))


def someone(f: Finder, at: int) -> Mention | None:
    """«یک مقام آمریکایی», «منبع آگاه»: one unnamed person."""
    size = f.s.someone.at(f.keys, at)
    if not size:
        return None
    last = at + size
    last, _ = f._former(last, False)
    further, states = f.state_at(last)
    if not states and (found := organ(f, last)):
        further, states = found.last, found.states
    return Mention(at, further, "someone", states=states, words=Found(at, further))


def pointing(f: Finder, at: int) -> Mention | None:
    """«این مقام ارشد کانادا», «این روزنامه», «این بیانیه»."""
    if f.keys[at] not in POINTING or at + 1 >= f.end:
        return None
    for list, kind in ((f.s.back_paper, "paper"), (f.s.back_outlet, "back"), (f.s.back_person, "back"), (f.s.back_body, "back")):
        size = list.at(f.keys, at + 1)
        if size:
            last, _ = f._former(at + 1 + size, False)
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


def counterpart(f: Finder, at: int) -> Mention | None:
    """«همتای روس خود»: the other's holder of the same office."""
    if f.keys[at] not in COUNTERPARTS:
        return None
    last, states = f.state_at(at + 1)
    if not states:
        return None
    while last < f.end and f.keys[last] in ("خود", "خودش", "وی", "او", "اش"):
        last += 1
    name = f.name_at(last, beside=True) if last < f.end else None
    comma = last < f.end and f.keys[last] in ("،", ",")
    name = name or (f.name_at(last + 1, beside=True) if comma and last + 1 < f.end else None)
    if name:
        return Mention(at, name.last, "name", person=name.person, states=states, words=name.words)
    return Mention(at, last, "title", title="counterpart", states=states, words=Found(at, last))


def state(f: Finder, at: int) -> Mention | None:
    """«ایران», «دولت بریتانیا», «واشنگتن», «کشورمان»."""
    if (size := f.s.government.at(f.keys, at)) and (hit := f.hit(at + size, "state", "adjective", "government")):
        return Mention(at, hit.last, "state", states=(hit.value.id,))
    if (size := f.s.government.at(f.keys, at)) and (name := f.name_at(at + size)) and f.keys[at] in ("دولت", "کابینه", "حکومت"):
        return Mention(at, name.last, "government", person=name.person, words=name.words)
    if hit := f.hit(at, "state"):
        return Mention(at, hit.last, "state", states=(hit.value.id,))
    if hit := f.hit(at, "government"):
        return Mention(at, hit.last, "government", states=(hit.value.id,))
    if size := f.s.ours.at(f.keys, at):
        return Mention(at, at + size, "state", states=("ours",))
    if size := f.s.this.at(f.keys, at):
        return Mention(at, at + size, "state", states=("this",))
    return None


# Names first: «آقای پوتین» before the honorific is taken for anything else. Deputies before titles, since they hold one;
# organs before bodies and states, since they end in one.
RULES = (counterpart, named, quoted_stranger, stranger, deputy, office, people, someone, pointing, pronoun, organ, body, state)


def mentions(f: Finder) -> list[Mention]:
    """The mentions of a text, in order, not overlapping: at each word the first rule that finds one."""
    out: list[Mention] = []
    at = 0
    while at < f.end:
        found = next((m for rule in RULES if (m := rule(f, at)) is not None), None) if f.may_begin(at) else None
        if found is None:
            at += 1
        else:
            out.append(found)
            at = found.last
    return out


def find(draft: Draft) -> None:
    """Fills `draft.mentions`, in order, not overlapping; who is meant stays open."""
    draft.mentions = mentions(Finder(draft))
