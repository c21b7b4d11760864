"""People whom no lexicon knows, by the shape of their naming: quotation marks, a given name or an honorific before the
words of a name, an office or an occupation behind them. Never a name out of a common word."""


from rayzan.extract.draft import Found, Mention
from rayzan.extract.namewords import CLOSING, OPENING
from rayzan.extract.naming import Finder
from rayzan.extract.office import deputy_office, office_at
from rayzan.text.near import near

LONGEST = 6  # words of a name


def quoted(f: Finder, at: int) -> Mention | None:
    """«جاستین پندر»، وزیر خارجه …; «میثم رادفر» از کارشناسان …: a name in quotation marks with an office or a calling by it."""
    start = f.honorific(at)
    if start >= f.end or f.keys[start] not in OPENING:
        return None
    close = next((i for i in range(start + 2, min(start + 7, f.end)) if f.keys[i] in CLOSING), None)
    if close is None or not all(f.named(i) or f.keys[i] == "-" or f.name_at(i) for i in range(start + 1, close)):
        return None
    words = Found(start + 1, close)
    behind = close + 1 + (close + 1 < f.end and f.keys[close + 1] in ("،", ","))
    held = _office(f, behind)
    known = known_by_surname(f, start + 1, close)  # «دومنیک راب»
    if held is not None or known:
        return _named(at, close + 1, words, held, known)
    given = f.given(start + 1) and not (at and f.keys[at - 1] in f.s.places_of_names)
    called = f.s.occupations.at(f.keys, behind) or f.callings(behind)
    if start > at or (close - start > 2 and (given or called)):
        return Mention(at, close + 1, "name", words=words)
    return None


def before_office(f: Finder, at: int) -> Mention | None:
    """«جوان پاره، سفیر … در …»: at the head of a clause two to four words no lexicon knows, a comma, an office or a calling."""
    if not f.clause_head(at):
        return None
    last = at
    while last < min(at + 5, f.end) and f.named(last) and not f.known_name(at, last):
        last += 1
    if not 2 <= last - at <= 4 or last + 1 >= f.end or f.keys[last] not in ("،", ","):
        return None
    given = next((i for i in range(at, last) if f.given(i)), None)
    if given is None and (not all(f.name_word(i) for i in range(at, last)) or (at and f.keys[at - 1] == "و")):
        return None
    if given is not None and given != f.honorific(at):  # by its given name, behind «حتی», «پیگیری‌های» and their like
        return None
    held = _office(f, last + 1)
    if held is not None:
        return _named(at, last, Found(at, last), held)
    if f.s.occupations.at(f.keys, last + 1) or f.callings(last + 1):
        return Mention(at, last, "name", words=Found(at, last))
    return None


def by_given_name(f: Finder, at: int, beside: bool = False) -> Mention | None:
    """«بهرام بیدگلی نماینده مردم …», «سید علی موسوی»: a given name with a surname behind it, wherever it stands; `beside` an office also
    as an object: «رئیس‌جمهور بهرام بیدگلی را …»."""
    start = f.honorific(at)
    size = f.given(start)
    if not size or (start == at and at and f.keys[at - 1] in f.s.places_of_names):
        return None
    last = start + size
    while last < start + LONGEST and (size := f.given(last)):
        last += size
    end = surname_end(f, last)
    behind = end + (end < f.end and f.keys[end] in ("،", ","))
    held = _office(f, behind)
    if held is None:
        if end == last and (last - start < 2 or not f.s.occupations.at(f.keys, behind)):
            return None  # given names alone are a name only where two stand together with a calling behind
        object = beside and end < f.end and f.keys[end] == "را"
        said = end < f.end and f.draft.language.verbs.form(f.keys[end]) is not None  # «… بهرام رادمهر گفت»
        if not (start > at or f.clause_head(at) or f.border(end) or object or said or _like_surname(f.keys[end - 1])):
            return None
    return _named(at, end, Found(start, end), held, known_by_surname(f, start, end))


def honoured(f: Finder, at: int) -> Mention | None:
    """«آقای طاهری، مدیرعامل شرکت …», «دکتر نمکدان»: an honorific that stands only before a person's name."""
    if not f.s.personal.at(f.keys, at):
        return None
    start = f.honorific(at)
    end = surname_end(f, start) if start > at else start
    if end == start or f.hit(start, "person", "surname", sure=False):
        return None
    if end == start + 1 and end < f.end and f.name_word(end) and _like_surname(f.keys[end]) and f.keys.count(f.keys[end]) > 1:
        end += 1  # «حجت‌الاسلام نجات رادمهری صبح امروز … رادمهری گفت»
    held = _office(f, end + (end < f.end and f.keys[end] in ("،", ",")))
    return _named(at, end, Found(start, end), held)


def _like_surname(key: str) -> bool:
    """Most Persian surnames end in «ی» or «ان», most Arabic ones have their article."""
    return key.endswith(("ی", "ان", "زاده", "نژاد", "پور")) or "ال" in key


def surname_end(f: Finder, at: int) -> int:
    """Where a surname ends that begins at a word: one word, those that can only be parts of it («… بن …», «… زاده»), and one
    more where a firm border stands behind it («ایرج حریری مقدم، …»); `at` where the word is no part of a name."""
    if at >= f.end or not (f.name_word(at) or f.keys[at] in f.s.surname_links or _of_a_land(f, at)):
        return at
    last = at + 1 if f.keys[at] not in f.s.surname_links else at
    while last < min(at + LONGEST, f.end):
        key = f.keys[last]
        if key in f.s.surname_links and last + 1 < f.end and f.name_word(last + 1):
            last += 2
        elif f.name_word(last) and (key in f.s.surname_tails or (key.startswith("ال") and f.keys[last - 1] != "ال")):
            last += 1
        elif last + 1 < f.end and f.name_word(last) and f.keys[last + 1] in f.s.surname_tails:
            last += 2
        else:
            break
    if last < f.end and last - at < 2 and f.name_word(last) and f.border(last + 1) and not f.thing(last):  # not «رادمهر حمله به …»
        last += 1
    return last


def _of_a_land(f: Finder, at: int) -> bool:
    """«عبدالرضا مصری نایب رئیس …»: an adjective of a state as a surname, where an office or a calling stands behind it."""
    return f.hit(at, "adjective") is not None and at + 1 < f.end and f.keys[at + 1][0].isalpha() and f.border(at + 1)


def known_by_surname(f: Finder, first: int, last: int) -> tuple[str, ...]:
    """The persons of the lexicon whom a given name spelt otherwise and a surname of theirs name («امانوئل مکرون»), none where the
    given name makes it another's («هادی ظریف»)."""
    hit = next((h for at in range(first + 1, last) for h in f.hits.get(at, ()) if h.last == last and h.value.kind == "surname"), None)
    if hit is None:
        return ()
    told, together = f.keys[first], "".join(f.keys[first : hit.first])  # «شیر محمد» for «شیرمحمد»
    return tuple(
        id
        for id in f.same(hit, "surname", sure=False)
        if any(given == together or _same_given(told, given, _persian(f, id)) for given in _givens(f, id))
    )


def misspelt_before(f: Finder, m: Mention) -> None:
    """Takes into a mention by surname the given name before it that is spelt almost as the lexicon has it («امانول مکرون»)."""
    at = m.first - 1
    if m.words is None or m.words.first != m.first or not m.person or not f.plain(at):
        return
    meant = tuple(id for id in m.person if any(_same_given(f.keys[at], given, _persian(f, id)) for given in _givens(f, id)))
    if len(meant) == 1 and f.same(f.hits[m.first][0], "surname", sure=False):
        m.first, m.person, m.words, m.sure = at, meant, Found(at, m.words.last), False


def _persian(f: Finder, id: str) -> bool:
    return f.draft.lexicon.persons[id].state == "iran"


def _givens(f: Finder, id: str) -> list[str]:
    """The first words of a person's names, honorifics aside."""
    person = f.draft.lexicon.persons[id]
    out = []
    for form in (person.name_fa, *person.forms):
        keys = list(f.draft.language.keys(form))
        at = 0
        while at < len(keys) - 1 and (size := f.s.honorifics.at(keys, at)):
            at += size
        if at < len(keys) - 1:
            out.append(keys[at])
    return out


def _same_given(told: str, given: str, persian: bool) -> bool:
    most = 2 if len(given) > 5 else 1
    long = len(given) > 3 or (len(given) == 3 and len(told) > 3)  # «گییر» for «گیر»
    return told == given or (not persian and told[0] == given[0] and long and near(told, given, most))


def name_end(f: Finder, at: int) -> int:
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


def _office(f: Finder, at: int) -> Mention | None:
    """The office in apposition at a word."""
    if at >= f.end:
        return None
    held = office_at(f, at) or deputy_office(f, at)
    return held if held is not None and held.kind == "title" else None


def in_office(held: Mention, last: int, words: Found | None, person: tuple[str, ...] = ()) -> Mention:
    """The mention of an office with the name of its holder behind it, up to word `last`."""
    return Mention(
        held.first, last, "name", person=person, title=held.title, states=held.states, former=held.former, deputy=held.deputy, words=words
    )


def _named(first: int, end: int, words: Found, held: Mention | None, person: tuple[str, ...] = ()) -> Mention:
    """The mention of a name that ends before word `end`, with the office in apposition behind it."""
    if held is None:
        return Mention(first, end, "name", person=person, words=words, sure=not person)
    return Mention(
        first,
        held.last,
        "name",
        person=person,
        title=held.title,
        states=held.states,
        former=held.former,
        deputy=held.deputy,
        words=words,
        sure=not person,
    )
