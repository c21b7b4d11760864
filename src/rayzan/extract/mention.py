"""Names, titles, states, bodies and what points back to them: who is mentioned where. Who is meant is resolved later."""

from rayzan.extract.draft import Draft, Found, Mention
from rayzan.extract.namewords import CLOSING, OPENING
from rayzan.extract.naming import Finder
from rayzan.extract.office import deputy_office, office_at, organ
from rayzan.extract.predicate import predicate
from rayzan.extract.stranger import before_office, by_given_name, honoured, in_office, misspelt_before, name_end, quoted
from rayzan.extract.unnamed import counted, counterpart, people, pointing, pronoun, someone

SPOKESMAN = "سخنگوی"
GOVERNMENTS = ("دولت", "کابینه", "دولتهای")


def named(f: Finder, at: int) -> Mention | None:
    """«عباس عراقچی وزیر امور خارجه ایران», «عراقچی»: a known name, an office in apposition behind it."""
    name = f.name_at(at)
    if name is None or f.s.things_of_names.ending(f.keys, at):
        return None
    office = office_at(f, name.last) if name.last < f.end else None
    comma = name.last < f.end and f.keys[name.last] in ("،", ",") and not (at and f.keys[at - 1] in f.s.according)
    if office is None and comma and name.last + 1 < f.end:
        office = office_at(f, name.last + 1)
    if office is not None and office.kind == "title":
        name.last, name.title, name.states, name.former = office.last, office.title, office.states, office.former
        name.deputy = office.deputy
    return name


def office(f: Finder, at: int) -> Mention | None:
    """«وزیر خارجه روسیه», with the holder's name behind it if it stands there: «وزیر خارجه کانادا، «شامپاین»»."""
    found = office_at(f, at)
    if found is None or found.kind == "group":
        return found
    behind = found.last + (found.last < f.end and f.keys[found.last] in ("،", ","))
    if (under := under_government(f, found)) is not None:
        return under
    name = f.name_at(found.last, beside=True) if found.last < f.end else None
    if name is not None and acted_on(f, found, name):
        return found
    if name is None and behind > found.last and behind < f.end and f.keys[behind] in OPENING:
        name = f.name_at(behind, beside=True)
    if name is not None:
        head = government_of(f, found, name)
        if head is not None:
            state, former = head
            return Mention(at, name.last, "title", title=found.title, states=(state,), former=former, words=Found(at, name.last))
        if speaks_for(f, found, name):
            return Mention(at, name.last, "title", deputy=True, words=Found(at, name.last))
        return in_office(found, name.last, name.words, name.person)
    start = f.honorific(behind if behind < f.end and f.keys[behind] in OPENING else found.last)
    if start < f.end and f.keys[start] in OPENING:
        close = next((i for i in range(start + 2, min(start + 6, f.end)) if f.keys[i] in CLOSING), None)
        if close is not None and close - start <= 5 and all(k[0].isalpha() for k in f.keys[start + 1 : close]):
            return in_office(found, close + 1, Found(start + 1, close))
    elif (
        start + 2 < f.end
        and f.keys[start] == "("
        and (name := f.name_at(start + 1, beside=True))
        and f.keys[name.last : name.last + 1] == [")"]
    ):
        return in_office(found, name.last + 1, name.words, name.person)
    elif start < f.end and f.given(start) and (name := by_given_name(f, found.last, beside=True)) is not None and not name.title:
        if not acted_on(f, found, name):
            return in_office(found, name.last, name.words, name.person)
    elif start > found.last and start + 1 < f.end and (last := name_end(f, start)) > start:
        return in_office(found, last, Found(start, last))
    found.predicate = predicate(f, found)
    return found


def speaks_for(f: Finder, found: Mention, name: Mention) -> bool:
    """«سخنگوی پرنس چارلز»: the spokesman of one named right behind, who never was a spokesman himself: not «سخنگوی رادمهر»."""
    if found.states or found.last > found.first + 1 or f.keys[found.first] != SPOKESMAN:
        return False
    held = [h.office for id in name.person for h in f.draft.lexicon.persons[id].held]
    return bool(held) and not any("spokes" in office for office in held)


def acted_on(f: Finder, found: Mention, name: Mention) -> bool:
    """«رئیس‌جمهور عراق محمد علاوی را مأمور کرد»: the name behind an office that is another's on that day is whom its holder acts on."""
    if name.last >= f.end or f.keys[name.last] != "را" or not found.states or found.former or found.deputy:
        return False
    office = f"{found.states[0]}-{found.title}"
    day = f.draft.published.isoformat() if f.draft.published else None
    held = [(person.id, person.held[at]) for person, at in f.draft.lexicon.holders.get(office, ())]
    if day is None or any(id in name.person for id, _ in held):
        return False
    return any((h.start or "9") <= day <= (h.end or "9999") for _, h in held)


def under_government(f: Finder, found: Mention) -> Mention | None:
    """«وزیر ارتباطات دولت مادورو»: an office in the government of one named, whose state it is; «وزیر اقتصاد دولت یازدهم», a past one."""
    at = found.last - (found.title == "head-of-government")  # «رئیس دولت»
    if found.states or found.deputy or at + 1 >= f.end or f.keys[at] not in GOVERNMENTS:
        return None
    name = f.name_at(at + 1)
    if name is not None:
        head = government_of(f, found, Mention(at, name.last, "name", person=name.person), at)
        if head is None:
            return None
        return Mention(found.first, name.last, "title", title=found.title, states=(head[0],), former=head[1], words=Found(found.first, name.last))
    size, end = next(((size, end) for words, end in f.s.governments if (size := words.at(f.keys, at + 1))), (0, ""))
    if not size:
        return None
    if f.keys[at + 1 + size : at + 2 + size] == ["و"]:  # «رئیس‌جمهور دولت‌های نهم و دهم»
        later = next(((more, last) for words, last in f.s.governments if (more := words.at(f.keys, at + 2 + size))), None)
        size, end = (size + 1 + later[0], later[1]) if later else (size, end)
    past = f.draft.published is not None and f.draft.published.isoformat() > end
    return Mention(found.first, at + 1 + size, "title", title=found.title, former=past, words=Found(found.first, at + 1 + size))


def government_of(f: Finder, found: Mention, name: Mention, at: int | None = None) -> tuple[str, bool] | None:
    """«معاون اول روحانی», «وزیر خارجه ترامپ»: an office under a head of government who never held it; whose state, and whether it is past."""
    title = f.draft.lexicon.titles.get(found.title or "")
    if found.states or found.deputy or name.first != (found.last if at is None else at) or title is None or title.of != "state" or not title.single:
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


def deputy(f: Finder, at: int) -> Mention | None:
    """A deputy's office with the name behind it, if one stands there."""
    found = deputy_office(f, at)
    if found is None:
        return None
    name = f.name_at(found.last, beside=True) if found.last < f.end else None
    if name is not None:
        return in_office(found, name.last, name.words, name.person)
    name = by_given_name(f, found.last) if found.last < f.end else None
    if name is not None and not name.title:
        return in_office(found, name.last, name.words, name.person)
    return found


def body(f: Finder, at: int) -> Mention | None:
    """«آژانس بین‌المللی انرژی اتمی», «رویترز», «روزنامه شرق», «مجله آمریکایی فارن پالیسی»: a known body or outlet."""
    if size := f.s.media.at(f.keys, at):
        inner = at + size
        if f.hit(inner, "adjective"):
            inner = f.hit(inner, "adjective").last  # type: ignore[union-attr]
        quoted = inner < f.end and f.keys[inner] in OPENING
        outlet = f.hit(inner + quoted, "outlet", sure=False)
        if outlet and not quoted:
            return Mention(at, outlet.last, "outlet", actors=(outlet.value.id,))
        if outlet and outlet.last < f.end and f.keys[outlet.last] in CLOSING:
            return Mention(at, outlet.last + 1, "outlet", actors=(outlet.value.id,))
    inner_outlet = f.hit(at + 1, "outlet") if f.keys[at] in OPENING else None
    if inner_outlet and inner_outlet.last < f.end and f.keys[inner_outlet.last] in CLOSING:
        return Mention(at, inner_outlet.last + 1, "outlet", actors=(inner_outlet.value.id,))
    found = f.hit(at, "body") or f.hit(at, "outlet")
    return Mention(at, found.last, found.value.kind, actors=(found.value.id,)) if found else None


def paper(f: Finder, at: int) -> Mention | None:
    """«شرق نوشت»: an outlet whose name is a common word too, as subject of a verb of writing."""
    found = f.hit(at, "outlet", sure=False)
    if found is None or found.last >= f.end or not f.clause_head(at) or f.keys[found.last] not in f.s.writing:
        return None
    return Mention(at, found.last, "outlet", actors=(found.value.id,))


def state(f: Finder, at: int) -> Mention | None:
    """«ایران», «دولت بریتانیا», «واشنگتن», «کشورمان»."""
    if (size := f.s.government.at(f.keys, at)) and (hit := f.hit(at + size, "state", "adjective", "government")):
        return Mention(at, hit.last, "state", states=(hit.value.id,))
    if (size := f.s.government.at(f.keys, at)) and (name := f.name_at(at + size)) and f.keys[at] in ("دولت", "کابینه", "حکومت"):
        return Mention(at, name.last, "government", person=name.person, words=name.words)
    if hit := f.hit(at, "state"):
        return Mention(at, hit.last, "state", states=(hit.value.id,))
    if (hit := f.hit(at, "government")) and not (at and f.keys[at - 1] == "چاپ"):  # «الاخبار چاپ بیروت»: where a paper is printed
        return Mention(at, hit.last, "government", states=(hit.value.id,))
    if size := f.s.ours.at(f.keys, at):
        return Mention(at, at + size, "state", states=("ours",))
    if size := f.s.this.at(f.keys, at):
        return Mention(at, at + size, "state", states=("this",))
    return None


# Names first: «آقای پوتین» before the honorific is taken for anything else. Deputies before titles, since they hold one;
# organs before bodies and states, since they end in one.
RULES = (
    counterpart,
    named,
    quoted,
    before_office,
    by_given_name,
    honoured,
    deputy,
    office,
    people,
    counted,
    someone,
    pointing,
    pronoun,
    organ,
    body,
    state,
)


def mentions(f: Finder) -> list[Mention]:
    """The mentions of a text, in order, not overlapping: at each word the first rule that finds one."""
    out: list[Mention] = []
    at = last = 0
    while at < f.end:
        found = None
        if f.may_begin(at):
            found = next((m for rule in RULES if (m := rule(f, at)) is not None), None)
        elif f.clause_head(at):
            found = before_office(f, at)
        if found is None:
            at += 1
        else:
            if at > last and found.kind == "name":
                misspelt_before(f, found)
            out.append(found)
            at = last = found.last
    return out


def find(draft: Draft) -> None:
    """Fills `draft.mentions`, in order, not overlapping; who is meant stays open."""
    draft.mentions = mentions(Finder(draft))
