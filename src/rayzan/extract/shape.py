"""Shapes of content: where the words of a statement stand beside a cue. Each shape is one small rule."""

from dataclasses import dataclass
from functools import cache

from rayzan.extract.clause import Clauses, Source
from rayzan.extract.cue import Cue
from rayzan.extract.draft import Found
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.verbs import Tense
from rayzan.text.segment import Stretch

THAT = frozenset({"که", "تا"})
SUBORDINATE = frozenset(
    {"که", "تا", "اگر", "اینکه", "آنکه", "آنچه", "چه", "چون", "وقتی", "صورتیکه", "درصورتیکه", "هنگامی", "«", '"', "“", "("}
)


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
        ends = [g.last for g in groups if self.clauses.finishes(g)]
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
    found = s.clauses.trimmed(at + 1, s.clauses.quote_end(at + 1, s.line_last))
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
        if at >= s.last or s.keys[at] not in THAT or _relative(s):
            return None
        at += 1
    return _bounded(s, at)


def _relative(s: Setting) -> bool:
    """«جزئیات جلسه‌هایی را ذکر کرد که …»: «که» goes back to the object, unless that is «این نکته را»."""
    first = max(s.start, s.cue.first - 9)
    mark = next((at for at in range(s.cue.first - 1, first, -1) if s.keys[at] == "را"), None)
    if mark is None or s.clauses.verbs_in(mark, s.cue.first) or s.cue.entry.accuse:
        return False
    return not any(key in ("این", "آن", "خود", "اینها") for key in s.keys[max(first, mark - 4) : mark])


def comma(s: Setting) -> tuple[Found, str] | None:
    """«X گفت، C»."""
    at = s.cue.last
    if at < s.last and s.keys[at] == "؛" and s.cue.first < s.cue.verb.first:  # only «گفت؛ C»
        return None
    if at >= s.last or s.keys[at] not in ("،", ",", "؛") or (s.next is not None and s.next.first <= at + 2):
        return None
    return _bounded(s, at + 1)


def bare(s: Setting) -> tuple[Found, str] | None:
    """«X اعلام کرد C»: a clause right behind the cue."""
    at = s.cue.last
    if at >= s.last or s.keys[at] in ("و", "که", ".", "،", "؛", "؟", ")", "»") or not _clause(s, at, s.last):
        return None
    return _bounded(s, at)


def ask(s: Setting) -> tuple[Found, str] | None:
    """«X از Y خواست C»: the «از» before the cue is the test; what is asked stands behind it."""
    asked = s.start
    if s.cue.verb.form.tense is Tense.PRESENT:  # «او می‌خواهد برود» wants; only an «از» of its own clause asks
        ends = [g.last for g in s.clauses.verbs_in(s.start, s.cue.first) if s.clauses.finishes(g)]
        asked = max([asked, *ends, *(at for at in range(s.start, s.cue.first) if s.keys[at] == "که")])
    if "از" not in s.keys[asked : s.cue.first]:
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
        frozenset(
            {"پس", "پیش", "قبل", "بعد", "بیش", "یکی", "بسیاری", "غیر", "اعم", "کمتر", "فراتر", "بیشتر", "برخی", "شماری", "تعدادی", "نقل"}
        ),
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


def with_(s: Setting) -> tuple[Found, str] | None:
    """«X با C اعلام مخالفت کرد»."""
    return _marked(s, "با", frozenset({"همراه", "برابر", "مرتبط", "مطابق", "توام"}))


def about(s: Setting) -> tuple[Found, str] | None:
    """«X نسبت به C هشدار داد», «X درباره C ابراز نگرانی کرد»."""
    first = s.region("نسبت")
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
        if mark == s.cue.first - 1 and s.cue.last < s.last and s.keys[s.cue.last] == "که":  # «X را متهم کرد که C»: both parts
            behind = _bounded(s, s.cue.last + 1)
            return (Found(first, behind[0].last), "indirect") if behind else None
        return _plain(s, first) if "به" in s.keys[mark + 1 : s.cue.first] else None
    if not s.cue.entry.act and not s.cue.entry.whole:
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
    mark = max(at for at in range(first, s.cue.first) if s.keys[at] == "را")
    if mark + 1 >= s.cue.first or (s.cue.entry.noun in ("اعلام", "بیان", "عنوان") and _unvalued(s, mark + 1)):
        return None
    this = next((at for at in range(mark - 2, max(first, mark - 4), -1) if s.keys[at] in ("این", "آن")), None)
    if this is not None and not s.clauses.lists.prepositions.ending(s.keys, this, first) and s.keys[this - 1] not in ("و", "که"):
        first = this
    if s.cue.verb.form.tense is Tense.PRESENT and (s.source is None or not s.source.who):  # «… را خوب می‌داند»: knows
        return None
    if s.cue.entry.noun == "معرفی" and "عنوان" not in s.keys[first : s.cue.first]:  # «X را معرفی کرد» appoints
        return None
    return _plain(s, first)


def _unvalued(s: Setting, at: int) -> bool:
    """«طرح را در نشست اعلام کرد»: what follows the object is no predicate."""
    return bool(s.clauses.preposition(at, s.cue.first)) and s.keys[at : at + 2] != ["به", "عنوان"]


def between(s: Setting) -> tuple[Found, str] | None:
    """«X خواستار C شد»: what stands between the noun and its verb."""
    if s.keys[s.cue.last : s.cue.verb.first] in (["این"], ["آن"]) and s.cue.verb.last < s.last and s.keys[s.cue.verb.last] == "که":
        return _bounded(s, s.cue.verb.last + 1)
    if s.cue.verb.first - s.cue.last < 2 and s.keys[s.cue.last] in ("این", "آن"):
        return None
    end = s.cue.verb.first
    if s.cue.verb.last < s.last and s.keys[s.cue.verb.last] == "که" and s.keys[end - 1].endswith("ی"):  # «خواستار لغو تحریم‌هایی شد که …»
        end = s.last
    found = s.clauses.trimmed(s.cue.first + 1 + (s.keys[s.cue.first + 1] == "از"), end)
    return (found, "indirect") if found else None


SHAPES = {
    "colon": colon, "that": that, "comma": comma, "bare": bare, "ask": ask, "from": from_, "on": on, "for": for_, "to": to, "with": with_,
    "about": about, "object": object_, "value": value, "between": between,
}  # fmt: skip


def _marked(s: Setting, mark: str, not_behind: frozenset[str]) -> tuple[Found, str] | None:
    first = s.source.last if s.source and s.source.first >= s.start else s.start
    if s.source is not None and s.source.last == s.cue.first and s.source.first > s.start:  # «از این نظر، X ابراز خرسندی کرد»
        at = next((i for i in range(s.start, s.source.first) if s.keys[i] == mark), None)
        found = s.clauses.trimmed(at + 1, s.source.first) if at is not None else None
        return (found, "indirect") if found else None
    places = [
        at
        for at in range(first, s.cue.first - 1)
        if s.keys[at] == mark
        and (at == first or s.keys[at - 1] not in not_behind)
        and not _verbal(s, at + 1)
        and s.keys[at + 1] not in ("صراحت", "روشنی", "وضوح", "شدت", "خوبی", "تلویح")
    ]
    region = s.region(mark)
    chosen = next((at for at in places if at >= region), places[0] if places else None)
    return _plain(s, chosen + 1) if chosen is not None else None


def _verbal(s: Setting, at: int) -> bool:
    """Whether a finite verb begins at a word, so that «بر» before it is its prefix."""
    group = s.clauses.verb_from.get(at)
    return group is not None and s.clauses.finishes(group)


def _plain(s: Setting, first: int) -> tuple[Found, str] | None:
    """Content up to the cue; none if a clause ends within it, so that the cue is of another."""
    for group in s.clauses.verbs_in(first, s.cue.first):
        if s.clauses.finishes(group) and not any(s.keys[at] in SUBORDINATE for at in range(first, group.first)):
            return None
    found = s.clauses.trimmed(first, s.cue.first)
    return (found, "indirect") if found else None


def _clause(s: Setting, first: int, last: int) -> bool:
    return bool(s.clauses.verbs_in(first, last))


def _bounded(s: Setting, at: int) -> tuple[Found, str] | None:
    """Content behind the cue, up to the next clause of the same subject that has a cue of its own."""
    end = s.last
    but = _contrast(s, at)
    if but:
        end = but
    elif s.next is not None and s.next.first > at:
        stop = s.clauses.coordination(at, s.next.first + 1)
        other = s.clauses.subject(stop + 1, s.next.first, strict=True) if stop > at else None
        if stop > at and (other is None or _same(s.source, other)):
            end = stop
        elif s.cue.entry.act == "question" and s.next.verb.form.lemma == "گفتن":
            end = s.next.first
    found = s.clauses.trimmed(at, end)
    return (found, "indirect") if found else None


def _contrast(s: Setting, at: int) -> int:
    """Where «…، اما X گفت» sets another's statement against the content; 0 if nothing does."""
    if s.next is None:
        return 0
    for i in range(at + 1, s.next.first):
        behind = s.clauses.mention_from.get(i + 1) if s.keys[i] == "؛" and i in s.clauses.verb_ends else None
        if behind is not None and behind.kind in ("pronoun", "back", "name", "title"):  # «…؛ وی همچنین … انتقاد کرد»
            return i
        if s.keys[i] in ("اما", "ولی") and (i in s.clauses.verb_ends or s.keys[i - 1] in ("،", "؛") and i - 1 in s.clauses.verb_ends):
            other = s.clauses.subject(i, s.next.first, s.next.verb.form.plural, strict=True)
            if other is not None and not _same(s.source, other):
                return i
    return 0


def _same(one: Source | None, other: Source) -> bool:
    return one is not None and bool({a for m in one.who for a in m.actors} & {a for m in other.who for a in m.actors})


@cache
def object_acts(language: Persian) -> dict[str, str]:
    """The act that an object noun gives under a neutral cue."""
    table: dict[str, str] = language.table("cue")["object_act"]
    return {language.keys(noun)[0]: act for noun, act in table.items()}
