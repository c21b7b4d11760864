"""Content ahead of its cue: «از C خبر داد», «بر C تاکید کرد», «C را رد کرد», «C را P دانست»."""

from functools import cache

from rayzan.extract.behind import bounded
from rayzan.extract.draft import Found
from rayzan.extract.nounphrase import Source
from rayzan.extract.setting import Setting
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.verbs import Tense

POINTING = frozenset({"آن", "این", "او", "وی", "ایشان", "آنها", "آنان", "اینها", "خود"})
MANNERS = (["به", "شدت"], ["بهشدت"], ["شدیدا"], ["قویا"], ["قاطعانه"], ["به", "صراحت"], ["صراحتا"], ["رسما"], ["علنا"])
AS = (["به", "عنوان"], ["بهعنوان"], ["بعنوان"], ["با", "عنوان"], ["به", "نیکی"])
FOR = (["برای"], ["به"], ["جهت"], ["تا"])
SUBORDINATE = frozenset(
    {"که", "تا", "اگر", "اینکه", "آنکه", "آنچه", "چه", "چون", "وقتی", "صورتیکه", "درصورتیکه", "هنگامی", "«", '"', "“", "("}
)


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


def over(s: Setting) -> tuple[Found, str] | None:
    """«X روی C تاکید کرد»."""
    return _marked(s, "روی", frozenset({"به", "پیش", "رو", "نیم", "از", "بر"}))


def as_(s: Setting) -> tuple[Found, str] | None:
    """«X از C به عنوان P یاد کرد»: what is called so and what it is called, together."""
    made = from_(s)
    if made is None or not _has(s, made[0], AS) or s.keys[made[0].first] == "آنچه":
        return None
    if s.source is None and (s.cue.verb.form.plural or s.cue.verb.form.tense is Tense.PRESENT):
        return None
    return made


def invite(s: Setting) -> tuple[Found, str] | None:
    """«X از Y برای C دعوت کرد»: whom and what for; «از Y دعوت کرد» alone tells neither."""
    made = from_(s)
    return made if made is not None and _has(s, made[0], FOR) else None


def _has(s: Setting, found: Found, marks: tuple[list[str], ...]) -> bool:
    """Whether a mark stands within content and more behind it."""
    return any(s.keys[at : at + len(mark)] == mark for mark in marks for at in range(found.first + 1, found.last - len(mark)))


def for_(s: Setting) -> tuple[Found, str] | None:
    """«X برای C اعلام آمادگی کرد»."""
    return _marked(s, "برای", frozenset())


def to(s: Setting) -> tuple[Found, str] | None:
    """«X به C اذعان کرد», «X به C تهدید کرد»; «X Y را تهدید کرد» tells no content."""
    if s.cue.entry.accuse and "را" in s.keys[s.start : s.cue.first]:
        return None
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
            behind = bounded(s, s.cue.last + 1)
            return (Found(first, behind[0].last), "indirect") if behind else None
        return _plain(s, first) if "به" in s.keys[mark + 1 : s.cue.first] else None
    if not s.cue.entry.act and not s.cue.entry.whole:
        told = next((at for at in range(first, mark) if s.keys[at] in acts and s.keys[at - 1] != "در"), None)  # «در پاسخ به»
        return _plain(s, told) if told is not None else None
    end = mark if mark == s.cue.first - 1 or s.keys[mark + 1 : s.cue.first] in MANNERS else s.cue.first
    found = s.clauses.trimmed(first, end)
    return (found, "indirect") if found else None


def announced(s: Setting) -> tuple[Found, str] | None:
    """«X خروج خود از پیمان را در نشست اعلام کرد»: what happened, made known by a subject that stands there; no mere subject («نتایج را»)."""
    if s.source is None or s.cue.verb.form.tense in (Tense.PRESENT, Tense.IMPERFECT):
        return None
    first = s.region()
    mark = next((at for at in range(s.cue.first - 1, first, -1) if s.keys[at] == "را"), None)
    if mark is None or s.keys[mark + 1] == "که" or not s.keys[first][0].isalnum() or s.clauses.preposition(first, mark):
        return None
    if s.keys[first] not in happenings(s.clauses.draft.language):
        return None
    if s.keys[mark - 1] in POINTING:
        return None
    if any(map(s.clauses.finishes, s.clauses.verbs_in(mark, s.cue.first))) or any(s.keys[at] in ("،", "و") for at in range(mark, s.cue.first)):
        return None
    found = s.clauses.trimmed(first, mark)
    if found is None or any(s.clauses.finishes(g) and "که" not in s.keys[first : g.first] for g in s.clauses.verbs_in(first, mark)):
        return None
    return found, "indirect"


def value(s: Setting) -> tuple[Found, str] | None:
    """«X C را P دانست»: object and predicate together, «را» within."""
    first = s.region()
    joined = next((at for at in range(first, s.cue.first) if s.keys[at] == "آنرا"), None)
    if joined is not None:  # «آنرا»
        return _plain(s, joined)
    if "را" not in s.keys[first : s.cue.first]:
        return None
    if s.cue.verb.form.tense is Tense.IMPERFECT and s.keys[s.cue.last : s.cue.last + 1] == ["که"]:  # «… را … می‌دانست که»: knew
        return None
    marks = [at for at in range(first, s.cue.first) if s.keys[at] == "را"]
    # «… را «راه» برای بندری که وعده آن را داده بود، خواند»: not the mark of a relative clause behind the object
    mark = next((at for at in reversed(marks) if not _relative_verb(s, marks[0], at)), marks[-1])
    behind = next(filter(s.clauses.finishes, s.clauses.verbs_in(mark, s.cue.first)), None)
    if behind is not None and "که" not in s.keys[mark : behind.first]:  # «متن را بخوانید، خدا می‌دانست»: another verb's object
        return None
    if mark + 1 >= s.cue.first or (s.cue.entry.noun in ("اعلام", "بیان", "عنوان", "ذکر") and _unvalued(s, mark + 1)):
        return None
    if s.keys[mark - 2 : mark] == ["که", "خود"] and s.cue.verb.form.tense is Tense.PRESENT:  # «کسی که خود را دانا می‌داند»
        return None
    if s.keys[mark - 1] in POINTING and mark - 1 > first and (_clause_begins(s, mark - 1) or _set_before(s, first)):
        return _plain(s, mark - 1)  # «به X پرداخت و آن را Y خواند»
    this = next((at for at in range(mark - 2, max(first, mark - 4), -1) if s.keys[at] in ("این", "آن")), None)
    if this is not None and not s.clauses.lists.prepositions.ending(s.keys, this, first) and s.keys[this - 1] not in ("و", "که"):
        first = this - (s.keys[this - 1] in s.clauses.lists.abstract)  # «دلیل این کار را …»
    many = s.source is not None and _speaking_many(s, s.source)
    if s.cue.verb.form.tense is Tense.PRESENT and not many and (s.source is None or not s.source.who):  # «… را خوب می‌داند»: knows
        return None
    if s.cue.entry.noun == "معرفی" and "عنوان" not in s.keys[first : s.cue.first]:  # «X را معرفی کرد» appoints
        return None
    return _plain(s, first)


def _speaking_many(s: Setting, source: Source) -> bool:
    """Whether a phrase is of several, a body or a medium of a named state or body: «رسانه‌های دولتی ترکیه», not «تحلیلگران»."""
    callers = any(list.at(s.keys, source.first, s.cue.first) for list in s.clauses.lists.callers)
    return callers and bool(s.clauses.mentions(source.first, source.last)) and s.keys[source.first] not in s.clauses.lists.quantifiers


def _set_before(s: Setting, first: int) -> bool:
    """Whether what seems the object's first word sets the scene or calls the subject: «X، نماینده Y، با اشاره به Z آنها را … خواند»."""
    return bool(s.clauses.preposition(first, s.cue.first)) or bool(s.clauses.lists.callers[1].at(s.keys, first, s.cue.first))


def _clause_begins(s: Setting, at: int) -> bool:
    """Whether an object pronoun opens a clause of its own: behind «و», a comma, an adverb or a verb; «اظهارات او را» it does not."""
    before = s.keys[at - 1]
    return before in ("و", "،", ",", "؛", "اما", "ولی", "که") or before in s.clauses.lists.adverbs or at in s.clauses.verb_ends


def _relative_verb(s: Setting, first: int, mark: int) -> bool:
    """Whether a clause that «که» opened behind word `first` has its object at `mark` and its verb behind it."""
    opened = any(s.keys[at] == "که" for at in range(first, mark))
    return opened and any(map(s.clauses.finishes, s.clauses.verbs_in(mark, s.cue.first)))


def _unvalued(s: Setting, at: int) -> bool:
    """«طرح را در نشست اعلام کرد»: what follows the object is no predicate."""
    judged = s.cue.entry.noun == "عنوان" and s.keys[at] in ("برای", "از")  # «داغ آنان را برای همه جانکاه عنوان کرد»
    return not judged and bool(s.clauses.preposition(at, s.cue.first)) and s.keys[at : at + 2] != ["به", "عنوان"]


def between(s: Setting) -> tuple[Found, str] | None:
    """«X خواستار C شد»: what stands between the noun and its verb."""
    if s.keys[s.cue.last : s.cue.verb.first] in (["این"], ["آن"]) and s.cue.verb.last < s.last and s.keys[s.cue.verb.last] == "که":
        return bounded(s, s.cue.verb.last + 1)
    if s.cue.verb.first - s.cue.last < 2 and s.keys[s.cue.last] in ("این", "آن"):
        return None
    end = s.cue.verb.first
    if s.cue.verb.last < s.last and s.keys[s.cue.verb.last] == "که" and s.keys[end - 1].endswith("ی"):  # «خواستار لغو تحریم‌هایی شد که …»
        end = s.last
    of = s.keys[s.cue.last] == "از" and s.cue.entry.noun != "خواستار"  # «خواستار از سرگیری …»: the preposition is the noun's own
    found = s.clauses.trimmed(s.cue.last + of, end)
    return (found, "indirect") if found else None


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
        and s.keys[at + 1] not in ("صراحت", "روشنی", "وضوح", "شدت", "خوبی", "تلویح", "جمله", "سوی", "طرف", "طریق")
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


@cache
def happenings(language: Persian) -> frozenset[str]:
    """The nouns of what happens."""
    return frozenset(p[0] for noun in language.table("cue")["happenings"] for p in language.variants(noun))


@cache
def object_acts(language: Persian) -> dict[str, str]:
    """The act that an object noun gives under a neutral cue."""
    table: dict[str, str] = language.table("cue")["object_act"]
    own = ("", "ش", "اش", "شان", "مان", "م")  # «مخالفتش را … اعلام کرد»
    return {language.keys(noun)[0] + end: act for noun, act in table.items() for end in own}
