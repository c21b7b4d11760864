"""Statements: who said what, by the constructions of the wire.

A sentence is read cue by cue. Each shape of content is one small rule; the first that fits a cue gives its statement.
"""

from dataclasses import dataclass
from functools import cache

from rayzan.extract.clause import Clauses, Source
from rayzan.extract.cue import Cue, cues
from rayzan.extract.draft import Draft, Found, StatementDraft
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch

THAT = frozenset({"که", "تا"})


@dataclass(slots=True)
class Setting:
    """One cue at work: its sentence, where its clause begins, who is its subject, where the sentence ends."""

    clauses: Clauses
    sentence: Stretch
    cue: Cue
    start: int
    source: Source | None
    last: int
    line_last: int
    next: Cue | None

    @property
    def keys(self) -> list[str]:
        return self.clauses.keys

    def region(self, mark: str = "") -> int:
        """Where content before the cue may begin: behind the source and its settings, `mark` being the content's own."""
        first = self.source.last if self.source and self.source.first >= self.start else self.start
        return self.clauses.settings(self._past_clauses(first), self.cue.first, mark)

    def _past_clauses(self, first: int) -> int:
        """Behind a relative clause on the subject («X که … استعفا کرد») and clauses closed by «و»."""
        groups = self.clauses.verbs_in(first, self.cue.first)
        if groups and self.keys[first] == "که":
            return groups[-1].last
        ends = [g.last for g in groups if g.form.person]
        for end in reversed(ends):
            if self.keys[end] in ("و", "،") or (self.keys[end] == "که" and end == ends[-1]):
                return end + 1
            if self.keys[end : end + 3] in (["که", "در", "آن"], ["که", "طی", "آن"]):
                return end + 3
        return first


def colon(s: Setting) -> tuple[Found, str] | None:
    """«X گفت: C»: to the end of the paragraph."""
    at = s.cue.last
    if at < s.last and s.keys[at] in ("که", "است"):
        at += 1
    if at >= s.last or s.keys[at] != ":":
        if not (at + 1 < s.last and s.keys[at] in ("،", "«", '"') and s.keys[at + 1] == ":"):
            return None
        at += 1
    found = s.clauses.trimmed(at + 1, s.line_last)
    return (found, "direct") if found else None


def that(s: Setting) -> tuple[Found, str] | None:
    """«X گفت که C», «X متعهد شد تا C»: to the end of the sentence, or to the «و» before the next cue of the same subject."""
    at = s.cue.last
    if s.keys[at : at + 3] in (["مبنی", "بر", "اینکه"], ["مبنی", "بر", "این"]):
        at += 3
        at += at < s.last and s.keys[at] == "که"
    else:
        if at < s.last and s.keys[at] in ("،", ","):
            at += 1
        if at >= s.last or s.keys[at] not in THAT:
            return None
        at += 1
    return _bounded(s, at)


def comma(s: Setting) -> tuple[Found, str] | None:
    """«X گفت، C»."""
    at = s.cue.last
    if at >= s.last or s.keys[at] not in ("،", ",") or (s.next is not None and s.next.first <= at + 2):
        return None
    return _bounded(s, at + 1)


def bare(s: Setting) -> tuple[Found, str] | None:
    """«X اعلام کرد C»: a clause right behind the cue."""
    at = s.cue.last
    if at >= s.last or s.keys[at] in ("و", ".", "،", "؛", "؟", ")", "»") or not _clause(s, at, s.last):
        return None
    return _bounded(s, at)


def ask(s: Setting) -> tuple[Found, str] | None:
    """«X از Y خواست C»: the «از» before the cue is the test; what is asked stands behind it."""
    start = s.source.last if s.source and s.source.first >= s.start else s.start
    if "از" not in s.keys[start : s.cue.first] and "از" not in s.keys[s.start : s.cue.first]:
        return None
    at = s.cue.last
    while at < s.last and s.keys[at] in ("،", ":", "که", "تا"):
        at += 1
    if at >= s.last or s.keys[at] == "و":
        return None
    colon_at = s.keys[s.cue.last] == ":" if s.cue.last < s.last else False
    found = _bounded(s, at)
    return (found[0], "direct" if colon_at else "indirect") if found else None


def from_(s: Setting) -> tuple[Found, str] | None:
    """«X از C خبر داد»: what stands between the first free «از» and the cue."""
    return _marked(
        s,
        "از",
        frozenset({"پس", "پیش", "قبل", "بعد", "بیش", "یکی", "بسیاری", "غیر", "اعم", "کمتر", "فراتر", "بیشتر", "برخی", "شماری", "تعدادی"}),
    )


def on(s: Setting) -> tuple[Found, str] | None:
    """«X بر C تاکید کرد»."""
    return _marked(s, "بر", frozenset({"علاوه", "مبنی", "بنا", "مشتمل", "دال", "ناظر"}))


def for_(s: Setting) -> tuple[Found, str] | None:
    """«X برای C اعلام آمادگی کرد»."""
    return _marked(s, "برای", frozenset())


def to(s: Setting) -> tuple[Found, str] | None:
    """«X به C اذعان کرد»."""
    return _marked(s, "به", frozenset({"با", "رو", "دست", "نسبت", "منجر", "مربوط", "بنا"}))


def about(s: Setting) -> tuple[Found, str] | None:
    """«X نسبت به C هشدار داد», «X درباره C ابراز نگرانی کرد»."""
    first = s.region()
    for at in range(first, s.cue.first - 1):
        if s.keys[at : at + 2] == ["نسبت", "به"]:
            return _plain(s, at + 2)
        if s.keys[at] in ("درباره", "درخصوص") or s.keys[at : at + 2] in (["در", "مورد"], ["در", "خصوص"], ["در", "رابطه"]):
            return _plain(s, at + (1 if s.keys[at] != "در" else 2))
    return None


def object_(s: Setting) -> tuple[Found, str] | None:
    """«X C را رد کرد»: the object without its «را»; with an act noun («مخالفت خود را با C اعلام کرد») to the cue."""
    first = s.region()
    marks = [at for at in range(first, s.cue.first) if s.keys[at] == "را"]
    acts = object_acts(s.clauses.draft.language)
    if not marks:
        if s.cue.entry.act and s.cue.entry.noun in ("محکوم", "رد", "تکذیب"):
            return None
        return _plain(s, first) if first < s.cue.first and s.keys[first] in acts and not s.cue.entry.act else None
    mark = marks[-1]
    if s.cue.entry.accuse:
        return _plain(s, first)
    if not s.cue.entry.act:
        told = next((at for at in range(first, mark) if s.keys[at] in acts), None)
        return _plain(s, told) if told is not None else None
    end = mark if mark == s.cue.first - 1 else s.cue.first
    found = s.clauses.trimmed(first, end)
    return (found, "indirect") if found else None


def value(s: Setting) -> tuple[Found, str] | None:
    """«X C را P دانست»: object and predicate together, «را» within."""
    first = s.region()
    if "را" not in s.keys[first : s.cue.first]:
        return None
    if s.cue.verb.form.tense is Tense.PRESENT and (s.source is None or not s.source.who):  # «… را خوب می‌داند»: knows
        return None
    if s.cue.entry.noun == "معرفی" and "عنوان" not in s.keys[first : s.cue.first]:  # «X را معرفی کرد» appoints
        return None
    return _plain(s, first)


def between(s: Setting) -> tuple[Found, str] | None:
    """«X خواستار C شد»: what stands between the noun and its verb."""
    if s.keys[s.cue.last : s.cue.verb.first] in (["این"], ["آن"]) and s.cue.verb.last < s.last and s.keys[s.cue.verb.last] == "که":
        return _bounded(s, s.cue.verb.last + 1)
    if s.cue.verb.first - s.cue.last < 2 and s.keys[s.cue.last] in ("این", "آن"):
        return None
    found = s.clauses.trimmed(s.cue.first + 1, s.cue.verb.first)
    return (found, "indirect") if found else None


SHAPES = {
    "colon": colon, "that": that, "comma": comma, "bare": bare, "ask": ask, "from": from_, "on": on, "for": for_, "to": to,
    "about": about, "object": object_, "value": value, "between": between,
}  # fmt: skip


def _marked(s: Setting, mark: str, not_behind: frozenset[str]) -> tuple[Found, str] | None:
    first = s.source.last if s.source and s.source.first >= s.start else s.start
    if s.source is not None and s.source.last == s.cue.first and s.source.first > s.start:  # «از این نظر، X ابراز خرسندی کرد»
        at = next((i for i in range(s.start, s.source.first) if s.keys[i] == mark), None)
        found = s.clauses.trimmed(at + 1, s.source.first) if at is not None else None
        return (found, "indirect") if found else None
    places = [at for at in range(first, s.cue.first - 1) if s.keys[at] == mark and (at == first or s.keys[at - 1] not in not_behind)]
    region = s.region(mark)
    chosen = next((at for at in places if at >= region), places[0] if places else None)
    return _plain(s, chosen + 1) if chosen is not None else None


def _plain(s: Setting, first: int) -> tuple[Found, str] | None:
    found = s.clauses.trimmed(first, s.cue.first)
    return (found, "indirect") if found else None


def _clause(s: Setting, first: int, last: int) -> bool:
    return bool(s.clauses.verbs_in(first, last))


def _bounded(s: Setting, at: int) -> tuple[Found, str] | None:
    """Content behind the cue, up to the next clause of the same subject that has a cue of its own."""
    end = s.last
    if s.next is not None and s.next.first > at:
        stop = s.clauses.coordination(at, s.next.first + 1)
        other = s.clauses.subject(stop + 1, s.next.first, strict=True) if stop > at else None
        if stop > at and (other is None or _same(s.source, other)):
            end = stop
        elif s.cue.entry.act == "question" and s.next.verb.form.lemma == "گفتن":
            end = s.next.first
    found = s.clauses.trimmed(at, end)
    return (found, "indirect") if found else None


def _same(one: Source | None, other: Source) -> bool:
    return one is not None and bool({a for m in one.who for a in m.actors} & {a for m in other.who for a in m.actors})


@cache
def object_acts(language: Persian) -> dict[str, str]:
    """The act that an object noun gives under a neutral cue."""
    table: dict[str, str] = language.table("cue")["object_act"]
    return {language.keys(noun)[0]: act for noun, act in table.items()}


class Statements:
    """Finds the finite-cue statements of a draft, sentence by sentence."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys = draft, draft.view.keys
        self.clauses = Clauses(draft)
        self.cues = cues(draft.language)
        self.out: list[StatementDraft] = []
        self.direct_to = -1  # words before this index stand in somebody's direct speech
        self.verb_at = 0

    def sentence(self, s: Stretch, line_last: int) -> list[StatementDraft]:
        """The statements of one sentence; those in somebody's direct speech are nested."""
        found = self._cues(s)
        out: list[StatementDraft] = []
        last = s.last
        while last > s.first and self.keys[last - 1] in (".", "؟", "!", "...", "…") and self.keys[last - 1] == ".":
            last -= 1
        start, shared = s.first, None
        direct_from = s.last + 1
        for number, cue in enumerate(found):
            if cue.first < start:
                continue
            further = found[number + 1] if number + 1 < len(found) else None
            inside = s.first < self.direct_to or cue.first >= direct_from
            made = self._one(Setting(self.clauses, s, cue, start, None, last, line_last, further), shared, inside)
            if made is None:
                continue
            statement, source = made
            out.append(statement)
            if statement.directness == "direct" and not inside:
                direct_from = statement.first
                start = statement.first
                shared = None
            elif statement.first > cue.first:
                later = further is None or further.first >= statement.last
                start, shared = (statement.last, source or shared) if later else (statement.first, None)
            else:
                start, shared = cue.last, source or shared
        return out

    def _cues(self, s: Stretch) -> list[Cue]:
        verbs = self.draft.verbs
        while self.verb_at < len(verbs) and verbs[self.verb_at].last <= s.first:
            self.verb_at += 1
        at, groups = self.verb_at, []
        while at < len(verbs) and verbs[at].first < s.last:
            groups.append(verbs[at])
            at += 1
        out: list[Cue] = []
        for group in groups:
            found = self.cues.find(self.keys, [group], s.first, s.last)
            out.extend(found or self._spread(group, s))
        return out

    def _spread(self, group: Group, s: Stretch) -> list[Cue]:
        """«خواستار … شد»: the noun stands before its content, the verb behind it."""
        form = group.form
        if form.lemma not in ("شدن", "بودن", "گردیدن") or form.negative or form.person != 3:
            return []
        if form.lemma == "بودن" and s.first < self.direct_to:
            return []
        for at in range(group.first - 2, max(s.first, group.first - 45) - 1, -1):
            if self.keys[at] in ("خواستار", "خواهان"):
                for _, verbs in self.cues.noun_ending(self.keys, at + 1, s.first):
                    entry = verbs.get(form.lemma)
                    if entry:
                        return [Cue(at, at + 1, entry._replace(shapes=("between",)), group)]
            if at in self.clauses.verb_ends and self.keys[at - 1] not in ("است",) and self.keys[at] in ("و", "،"):
                break
        return []

    def _one(self, s: Setting, shared: Source | None, inside: bool) -> tuple[StatementDraft, Source | None] | None:
        form = s.cue.verb.form
        plural = form.plural
        begin = s.start
        if self.keys[begin] == "و" and shared is not None:
            begin += 1
        source = None
        if form.person == 1:
            if not inside:
                return None
        else:
            source = self._last_clause(s, begin, plural) or self.clauses.subject(
                begin, s.cue.first, plural, strict=shared is not None or inside
            )
        if source is not None and source.who and source.who[0].kind == "self":  # «به ما می‌گویند»: the first person hears
            source = None
        own = source is not None
        if source is None:
            source = shared
        if form.person == 1 and (own_voice := self.clauses.mention_from.get(s.start)) is not None and own_voice.kind == "self":
            s.start = own_voice.last  # «ما پیمان را پیشنهاد کردیم»
        s.source = source
        if inside and form.person == 3 and not own and shared is None and "that" not in s.cue.entry.shapes:
            return None
        for shape in s.cue.entry.shapes:
            if s.cue.elided and shape in ("colon", "that", "comma", "bare", "ask"):
                continue
            if inside and shape in ("bare", "comma", "value") and not own:
                continue
            if inside and shape == "colon" and not own:
                continue
            if inside and s.cue.entry.noun in ("دفاع", "معرفی", "اشاره"):
                continue
            made = SHAPES[shape](s)
            if made is None:
                continue
            found, directness = made
            if self._hollow(s, found, shape, source):
                continue
            return self._made(s, found, directness, shape, source, inside), source
        return None

    def _hollow(self, s: Setting, found: Found, shape: str, source: Source | None) -> bool:
        """What only looks like content: a pronoun or verb alone, what «آنچه … خواند» labels, a court's sentence, a noun «گفته X»."""
        words = self.keys[found.first : found.last]
        if len(words) == 1 and (words[0] in ("آن", "این", "او", "وی", "آنها", "خود") or (shape != "colon" and self.clauses.verb_from.get(found.first))):
            return True
        if shape != "colon" and "آنچه" in self.keys[s.start : s.cue.first][-14:] and found.first >= s.cue.last:
            return True
        if s.cue.entry.noun == "محکوم" and any(k in ("زندان", "حبس", "اعدام", "پرداخت", "جریمه") for k in words):
            return True
        participle = s.cue.verb.form.tense is Tense.PARTICIPLE and s.cue.first == s.cue.verb.first
        return participle and source is None and shape in ("bare", "comma")

    def _last_clause(self, s: Setting, begin: int, plural: bool) -> Source | None:
        """The subject of the clause that holds the cue, where «که» or «و» behind a finished verb opens it."""
        groups = self.clauses.verbs_in(begin, s.cue.first)
        if not groups or not groups[-1].form.person or self.keys[groups[-1].last] not in ("که", "و"):
            return None
        start = groups[-1].last + 1
        told = self.clauses.subject(start, s.cue.first, plural, strict=True)
        if told is None and self.keys[groups[-1].last] == "که":
            at = self.clauses.head(self.clauses.settings(start, s.cue.first), s.cue.first)
            if at < s.cue.first and self.keys[at] in self.clauses.lists.quantifiers:
                return self.clauses.subject(at, s.cue.first, plural)
        return told

    def _made(self, s: Setting, found: Found, directness: str, shape: str, source: Source | None, inside: bool) -> StatementDraft:
        share = self.clauses.quoted_share(found.first, found.last)
        outer = found.first > 0 and self.keys[found.first - 1] in ("«", '"', "“")
        if directness == "indirect" and (share >= 0.5 or (outer and shape in ("that", "comma", "bare", "ask", "value", "object"))):
            directness = "direct"
        if inside and shape == "colon":
            found = self.clauses.trimmed(found.first, s.last) or found
        return StatementDraft(
            found.first, found.last, Found(s.cue.first, s.cue.last), Found(source.first, source.last) if source else None, f"{shape}:{s.cue.verb.form.lemma}",
            directness, s.cue.entry.act, who=source.who if source else (), person=s.cue.verb.form.person or 3, narrated=not inside,
        )  # fmt: skip
