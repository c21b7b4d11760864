"""Names, titles, states, bodies and what points back to them: who is mentioned where. Who is meant is resolved later."""

from functools import cache

from rayzan.extract.draft import Draft, Found, Mention
from rayzan.lang.fa.language import Persian
from rayzan.lexicon.lexicon import Name
from rayzan.lexicon.wordlist import Wordlist
from rayzan.text.match import Hit

OPENING, CLOSING = ("«", '"', "“", "‹"), ("»", '"', "”", "›")
PLURAL_STATE = ("هر دو کشور", "دو کشور", "دو طرف", "دو دولت")


class Syntax:
    """The word lists that mention rules share."""

    def __init__(self, language: Persian) -> None:
        def of(name: str) -> Wordlist:
            return language.words("actor", name)

        self.honorifics, self.former, self.condition = of("honorifics"), of("former"), of("state_of_office")
        self.ours, self.this, self.government, self.both = of("our_country"), of("this_country"), of("government_of"), of("both")
        self.pronouns, self.selves, self.yous, self.pairs = of("pronouns"), of("selves"), of("yous"), of("pair_words")
        self.back_person, self.back_outlet, self.back_body, self.back_paper = (of(f"back_{k}") for k in ("person", "outlet", "body", "paper"))
        self.people, self.someone, self.deputies, self.occupations = of("people"), of("someone"), of("deputies"), of("occupations")
        self.prepositions, self.conjunctions = language.words("syntax", "prepositions"), language.words("syntax", "conjunctions")
        organs = language.table("actor")["organ"]
        self.organs = [(o["id"], Wordlist(language.variants, o["forms"])) for o in organs]
        self.organ_starts = {phrase[0] for o in organs for form in o["forms"] for phrase in language.variants(form)}


@cache
def syntax(language: Persian) -> Syntax:
    """The lists of a language, built once."""
    return Syntax(language)


class Finder:
    """Walks the words once and makes a mention of each name, title or pointing phrase."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys, self.s = draft, draft.view.keys, syntax(draft.language)
        self.end = len(self.keys)
        self.hits: dict[int, list[Hit[Name]]] = {}
        ends = {f.end for f in draft.furniture}
        self.heads = {i + 1 for i, w in enumerate(draft.view.words) if w.end in ends}
        for hit in draft.names:
            self.hits.setdefault(hit.first, []).append(hit)

    def run(self) -> list[Mention]:
        out: list[Mention] = []
        at = 0
        while at < self.end:
            found = self.at(at)
            if found is None:
                at += 1
            else:
                out.append(found)
                at = found.last
        return out

    def at(self, at: int) -> Mention | None:
        """The mention that begins at a word, None if none does."""
        for rule in RULES:
            found = rule(self, at)
            if found is not None:
                return found
        return None

    def plain(self, at: int) -> bool:
        """A word of letters that no list and no lexicon claims: it may be part of a name."""
        key = self.keys[at]
        return (
            key[0].isalpha()
            and key not in ("را", "که", "نیز", "هم", "این", "آن", "خود", "همچنین", "یک", "هر")
            and not self.s.prepositions.at(self.keys, at)
            and not self.s.conjunctions.at(self.keys, at)
            and not self.draft.language.verbs.form(key)
            and not self.hit(at, "title", "state", "body", "outlet", sure=False)
        )

    def hit(self, at: int, *kinds: str, sure: bool = True) -> Hit[Name] | None:
        """The longest hit of these kinds that begins at a word."""
        for hit in self.hits.get(at, ()):
            if hit.value.kind in kinds and (hit.value.sure or not sure):
                return hit
        return None

    def same(self, hit: Hit[Name], *kinds: str, sure: bool = True) -> tuple[str, ...]:
        """The ids of all hits on the same words."""
        ids = (h.value.id for h in self.hits[hit.first] if h.last == hit.last and h.value.kind in kinds and (h.value.sure or not sure))
        return tuple(dict.fromkeys(ids))

    def state_at(self, at: int) -> tuple[int, tuple[str, ...]]:
        """The state behind a title: its last word and ids; «کشورمان» is the outlet's, «این کشور» is "this", «دو کشور» is "both"."""
        if at >= self.end:
            return at, ()
        if size := self.s.both.at(self.keys, at):
            return at + size, ("both",)
        if size := self.s.ours.at(self.keys, at):
            return at + size, ("ours",)
        if size := self.s.this.at(self.keys, at):
            return at + size, ("this",)
        start = at
        if (size := self.s.government.at(self.keys, at)) and self.hit(at + size, "state", "adjective"):
            at += size
        if hit := self.hit(at, "state", "adjective", "government"):
            return hit.last, (hit.value.id,)
        if self.keys[at : at + 2] == ["اسلامی", "ایران"]:
            return at + 2, ("iran",)
        return start, ()

    def states_at(self, at: int) -> tuple[int, tuple[str, ...]]:
        """One state or several joined by «و» and commas."""
        last, ids = self.state_at(at)
        while ids and last + 1 < self.end and self.keys[last] in ("و", "،"):
            further, more = self.state_at(last + 1)
            if not more or more[0] in ("ours", "this", "both"):
                break
            last, ids = further, ids + more
        return last, ids

    def office_at(self, at: int) -> Mention | None:
        """A title with the state or body it belongs to, at a word: «وزیر خارجه وقت روسیه»."""
        hit = self.hit(at, "title", "titles")
        if hit is None:
            return None
        title = self.draft.lexicon.titles[hit.value.id]
        plural = hit.value.kind == "titles"
        last, former = hit.last, False
        last, former = self._former(last, former)
        further, states = self.states_at(last) if plural else self.state_at(last)
        body = self.hit(last, "body")
        if title.of == "body" and body:
            further, states = body.last, (body.value.id,)
        elif not states and body and not plural:
            further, states = body.last, (body.value.id,)
        elif not states and title.of == "state":
            further, states = self._ruled_body(last)
        last = further
        last, former = self._former(last, former)
        if title.id in ("ambassador", "permanent-representative", "special-envoy", "charge-d-affaires", "consul-general") and last < self.end and self.keys[last] in ("در", "نزد", "به"):
            start = last + 1
            if self.keys[start : start + 2] == ["امور", "امور"]:
                start += 1
            if self.keys[start] == "امور":
                start += 1
            further, to = self.state_at(start)
            body = self.hit(start, "body")
            if to:
                last, states = further, (*(states or ("?",)), *to)
            elif body:
                last, states = body.last, (*(states or ("?",)), body.value.id)
        return Mention(at, last, "group" if plural else "title", title=title.id, states=states, former=former, words=Found(at, last))

    def _ruled_body(self, at: int) -> tuple[int, tuple[str, ...]]:
        found = organ(self, at)
        return (found.last, ()) if found else (at, ())

    def _former(self, at: int, former: bool) -> tuple[int, bool]:
        while at < self.end:
            if size := self.s.former.at(self.keys, at):
                at, former = at + size, True
            elif size := self.s.condition.at(self.keys, at):
                at += size
            else:
                break
        return at, former

    def honorific(self, at: int) -> int:
        """The word behind the honorifics that begin at a word."""
        while at < self.end and (size := self.s.honorifics.at(self.keys, at)):
            if self.hit(at, "title") and self.hit(at, "title").last > at + size:  # type: ignore[union-attr]
                break
            at += size
        return at

    def name_at(self, at: int, beside: bool = False) -> Mention | None:
        """A person's name at a word, with honorifics and quotation marks round it. `beside`: a title stands by it."""
        start = at
        at = self.honorific(at)
        quoted = at < self.end and self.keys[at] in OPENING
        at = self.honorific(at + 1) if quoted else at
        settled = beside or quoted or at > start
        hit = self.hit(at, "person", "surname", sure=not settled)
        if hit is None:
            return None
        last = hit.last
        if quoted:
            if last >= self.end or self.keys[last] not in CLOSING:
                return None
            last += 1
        ids = self.same(hit, "person", "surname", sure=not settled)
        return Mention(start, last, "name", person=ids, words=Found(hit.first, hit.last), sure=hit.value.sure)


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
    return name


def quoted_stranger(f: Finder, at: int) -> Mention | None:
    """«جاستین پندر»، وزیر خارجه …: a name in quotation marks with an office by it, whom no lexicon knows."""
    start = f.honorific(at)
    if start >= f.end or f.keys[start] not in OPENING:
        return None
    close = next((i for i in range(start + 2, min(start + 7, f.end)) if f.keys[i] in CLOSING), None)
    if close is None or not all(k[0].isalpha() or k in ("-", "‌") for k in f.keys[start + 1 : close]):
        return None
    behind = close + 1 + (close + 1 < f.end and f.keys[close + 1] in ("،", ","))
    office = f.office_at(behind) if behind < f.end else None
    deputy = office or (deputy_office(f, behind) if behind < f.end else None)
    if deputy is not None:
        return Mention(at, deputy.last, "name", title=deputy.title, states=deputy.states, former=deputy.former, deputy=deputy.deputy, words=Found(start + 1, close))
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
        return Mention(at, name.last, "name", person=name.person, title=found.title, states=found.states, former=found.former, words=name.words)
    start = f.honorific(behind if behind < f.end and f.keys[behind] in OPENING else found.last)
    if start < f.end and f.keys[start] in OPENING:
        close = next((i for i in range(start + 2, min(start + 6, f.end)) if f.keys[i] in CLOSING), None)
        if close is not None and close - start <= 5 and all(k[0].isalpha() for k in f.keys[start + 1 : close]):
            return Mention(at, close + 1, "name", title=found.title, states=found.states, former=found.former, words=Found(start + 1, close))
    elif start > found.last and start + 1 < f.end:
        last = stranger_end(f, start)
        if last > start:
            return Mention(at, last, "name", title=found.title, states=found.states, former=found.former, words=Found(start, last))
    return found


def stranger(f: Finder, at: int) -> Mention | None:
    """«جوان پاره، سفیر … در …»: at the head of a clause two to four words no lexicon knows, a comma, an office."""
    if not (at == 0 or f.keys[at - 1] in ("\n", ".", "،", ":", "؛", "»", '"', "-", "؟", "و") or at in f.heads):
        return None
    last = at
    while last < min(at + 5, f.end) and f.plain(last):
        last += 1
    if not 2 <= last - at <= 4 or last + 1 >= f.end or f.keys[last] not in ("،", ","):
        return None
    found = f.office_at(last + 1) or deputy_office(f, last + 1)
    if found is None or found.kind != "title":
        size = f.s.occupations.at(f.keys, last + 1)
        if not size:
            return None
        return Mention(at, last, "name", words=Found(at, last))
    return Mention(at, found.last, "name", title=found.title, states=found.states, former=found.former, deputy=found.deputy, words=Found(at, last))


def stranger_end(f: Finder, at: int) -> int:
    """Where an unknown name behind an honorific ends: at a preposition, conjunction, sign, verb or known name, three words at most."""
    last = at
    while last < min(at + 3, f.end):
        key = f.keys[last]
        if not key[0].isalpha() or f.s.prepositions.at(f.keys, last) or f.s.conjunctions.at(f.keys, last) or key in ("را", "که", "نیز", "هم"):
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
            return Mention(at, last, "title", title=inner.title, states=inner.states, deputy=True, words=Found(at, last), former=inner.former)
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


def organ(f: Finder, at: int) -> Mention | None:
    """«وزارت خارجه لهستان», «ارتش آمریکا»: an organ of a state by rule."""
    if f.keys[at] not in f.s.organ_starts:
        return None
    for id, forms in f.s.organs:
        size = forms.at(f.keys, at)
        if size:
            last, states = f.state_at(at + size)
            if not states and id not in ("mfa", "mod", "treasury", "health-ministry", "embassy"):
                return None
            if id == "embassy" and last < f.end and f.keys[last] == "در" and (to := f.state_at(last + 1))[1]:
                last = to[0]
            return Mention(at, last, "body", title=id, states=states)
    return None


def body(f: Finder, at: int) -> Mention | None:
    """«آژانس بین‌المللی انرژی اتمی», «رویترز»: a known body or outlet."""
    found = f.hit(at, "body") or f.hit(at, "outlet")
    start = at
    if found is None and f.keys[at] in ("روزنامه", "خبرگزاری", "شبکه", "مجله", "نشریه", "پایگاه", "سایت", "هفته‌نامه") and at + 1 < f.end:
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
    if f.keys[at] not in ("این", "آن", "همین") or at + 1 >= f.end:
        return None
    for list, kind in ((f.s.back_paper, "paper"), (f.s.back_outlet, "back"), (f.s.back_person, "back"), (f.s.back_body, "back")):
        size = list.at(f.keys, at + 1)
        if size:
            last, _ = f._former(at + 1 + size, False)
            last, states = f.state_at(last)
            if list is f.s.back_body and f.keys[at + 1] == "کشور":
                return Mention(at, at + 2, "state", states=("this",))
            title = "outlet" if list is f.s.back_outlet else "person" if list is f.s.back_person else "body"
            if last < f.end and size == 1 and f.hit(last, "title") is None and f.keys[last] in ("ارشد", "آگاه", "مسئول", "خبری", "مطبوعاتی", "سیاسی"):
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
    if f.keys[at] not in ("همتای", "همتایان", "همتا"):
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
    if (size := f.s.government.at(f.keys, at)) and (hit := f.hit(at + size, "state", "adjective")):
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


def find(draft: Draft) -> None:
    """Fills `draft.mentions`, in order, not overlapping; who is meant stays open."""
    draft.mentions = Finder(draft).run()
