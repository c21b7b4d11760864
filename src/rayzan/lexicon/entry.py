"""The entries of a lexicon, as they stand in TOML. Every list of Persian forms folds; see the lexicon guide in docs."""

import msgspec


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every entry has: an id, an English and a Persian name, further forms.

    `unsure` forms are also common words: they count only beside a neighbour that settles them.
    """

    id: str
    name_en: str
    name_fa: str = ""
    forms: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    wikidata: str | None = None


class Capital(msgspec.Struct, frozen=True):
    """A capital city: its English name and Persian forms."""

    en: str
    fa: tuple[str, ...] = ()


class State(Entry, frozen=True, kw_only=True):
    """A state. `government`: words that stand for its government when they act; `calendar`: gregorian or jalali."""

    iso: str | None = None
    adjectives: tuple[str, ...] = ()
    capital: Capital | None = None
    government: tuple[str, ...] = ()
    calendar: str = "gregorian"


class Body(Entry, frozen=True, kw_only=True):
    """An organisation, organ, agency, party (`type` body) or a set of states or sides (`type` group).

    `not_before`: words that make its name another's when they follow («شورای امنیت» is not «شورای امنیت ملی»).
    """

    state: str | None = None
    type: str = "body"
    not_before: tuple[str, ...] = ()


class Outlet(Entry, frozen=True, kw_only=True):
    """A publisher. `homeland`: the state whose «کشورمان» it writes."""

    homeland: str | None = None
    domains: tuple[str, ...] = ()


class Title(Entry, frozen=True, kw_only=True):
    """A title, whatever the state. `of`: state, body or none; `single`: one holder at a time; `bare`: may stand alone.

    `owner`: the state or body of a title that only it has («رئیس کمیسیون اروپا» → eu). `not_before`: words that make it another's
    when they follow («فرمانده سپاه قدس گیلان»).
    """

    plural: tuple[str, ...] = ()
    of: str = "state"
    single: bool = True
    bare: bool = False
    owner: str | None = None
    not_before: tuple[str, ...] = ()


class Held(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A holding: an office from `start` to `end` (ISO, day, month or year; None: open)."""

    office: str
    start: str | None = None
    end: str | None = None
    acting: bool = False
    uncertain: bool = False


class Person(Entry, frozen=True, kw_only=True):
    """A person and the offices held. `misspelt`: slips of the press for the name; taken for it with a note."""

    misspelt: tuple[str, ...] = ()
    sex: str = "m"
    state: str | None = None
    held: tuple[Held, ...] = ()


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A place: where meetings happen."""

    id: str
    name_en: str
    fa: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    state: str | None = None


class Instrument(Entry, frozen=True, kw_only=True):
    """A known treaty, agreement, programme, mechanism, corridor …; `parties` are ids of states and bodies.

    `short` forms name it only where it or its parties stand in the report; `unsure` only beside its kind word.
    """

    kind: str
    parties: tuple[str, ...] = ()
    signed: str | None = None
    in_force: str | None = None
    ended: str | None = None


KINDS: dict[str, type[msgspec.Struct]] = {
    "state": State,
    "body": Body,
    "outlet": Outlet,
    "title": Title,
    "person": Person,
    "place": Place,
    "instrument": Instrument,
}
