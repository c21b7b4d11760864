"""Content ahead of its cue: «از C خبر داد», «بر C تاکید کرد», «C را رد کرد», «C را P دانست»."""

from functools import cache

from rayzan.extract.behind import bounded
from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Found
from rayzan.extract.setting import Setting
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.verbs import Tense

CAUSE = frozenset({"بابت", "بخاطر", "بدلیل"})
CAUSES = (["به", "خاطر"], ["به", "دلیل"], ["به", "علت"], ["به", "مناسبت"])
BELONGING = frozenset({"وابسته", "مستقر", "متعلق"})
PLURALS = ("هایی", "های", "ها")
POINTING = frozenset({"آن", "این", "او", "وی", "ایشان", "آنها", "آنان", "اینها", "خود"})
MANNERS = (["به", "شدت"], ["بهشدت"], ["شدیدا"], ["قویا"], ["قاطعانه"], ["به", "صراحت"], ["صراحتا"], ["رسما"], ["علنا"], ["بشدت"], ["به", "شدت", "هم"], ["به", "تندی"], ["بهتندی"], ["به", "روشنی"], ["آشکارا"], ["تلویحا"], ["بارها"], ["مجددا"], ["بار", "دیگر"], ["یک", "بار", "دیگر"], ["به", "طور", "رسمی"], ["به", "طور", "جدی"], ["به", "صورت", "رسمی"], ["اکیدا"], ["همچنین"], ["نیز"], ["صریحا"])
NEEDS = frozenset({"لزوم", "ضرورت", "احتمال", "امکان", "آمادگی", "تمایل", "قصد", "عزم", "نیاز"})  # what is said of a thing by one word
ENVOYS = frozenset({"سفیر", "سفرای", "سفیران", "کاردار", "سرکنسول", "رایزن", "نماینده", "دیپلمات", "دیپلماتهای"})  # whom one recalls or summons
AS = (["به", "عنوان"], ["بهعنوان"], ["بعنوان"], ["با", "عنوان"], ["به", "نیکی"])
FOR = (["برای"], ["به"], ["جهت"], ["تا"])
TOLD_TO = frozenset({"هشدار", "اخطار", "تذکر", "خبر", "شکایت", "گلایه", "گزارش", "اطلاع"})  # nouns of cues that take whom with «به»
BOUND = frozenset({"نسبت", "مربوط", "سفر", "حمله", "کمک", "ورود", "بازگشت", "وابسته", "تجاوز", "حملات", "متعلق"})  # nouns and adjectives with a «به» of their own
SUBORDINATE = frozenset(
    {"که", "تا", "اگر", "اینکه", "آنکه", "آنچه", "چه", "چون", "وقتی", "صورتیکه", "درصورتیکه", "هنگامی", "«", '"', "“", "("}
)


def from_(s: Setting) -> tuple[Found, str] | None:
    """«X از C خبر داد»: what stands between the first free «از» and the cue."""
    if s.cue.entry.noun in ("عذرخواهی", "پوزش"):
        return _sorry(s)
    return _marked(
        s,
        "از",
        frozenset(
            {"پس", "پیش", "قبل", "بعد", "بیش", "یکی", "بسیاری", "غیر", "اعم", "کمتر", "فراتر", "بیشتر", "برخی", "شماری", "تعدادی", "نقل"}
        ),
    )


def _sorry(s: Setting) -> tuple[Found, str] | None:
    """«X از مردم بابت C عذرخواهی کرد»: what for; «از مردم عذرخواهی کرد» tells no content, «از C عذرخواهی کرد» does."""
    first = s.source.last if s.source and s.source.first >= s.start else s.start
    for at in range(first, s.cue.first - 1):
        if s.keys[at] in CAUSE or s.keys[at : at + 2] in CAUSES:
            return plain(s, at + (1 if s.keys[at] in CAUSE else 2))
    made = _marked(s, "از", frozenset({"پس", "پیش", "قبل", "بعد"}))
    whom = made is not None and (s.keys[made[0].first] in s.clauses.lists.many or made[0].first in s.clauses.mention_from)
    return None if whom else made


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


def need(s: Setting) -> tuple[Found, str] | None:
    """«X از لزوم C سخن گفت»: what somebody calls needed or likely; «از C سخن گفت» alone names a subject."""
    made = from_(s)
    return made if made is not None and s.keys[made[0].first] in NEEDS and made[0].last - made[0].first > 1 else None


def backed(s: Setting) -> tuple[Found, str] | None:
    """«X در بیانیه‌ای از C حمایت کرد»: support, consent or dissent that is told as spoken; without such words it is a stance."""
    spoken = s.clauses.draft.language.words("cue", "spoken")
    if not any(spoken.at(s.keys, at, s.cue.first) for at in range(s.sentence.first, s.cue.first)):
        return None
    return from_(s) if s.cue.entry.noun in ("حمایت", "پشتیبانی") else with_(s)


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
            return plain(s, at + 2)
        if s.keys[at] in ("درباره", "درخصوص") or s.keys[at : at + 2] in (["در", "مورد"], ["در", "خصوص"], ["در", "رابطه"]):
            return plain(s, at + (1 if s.keys[at] != "در" else 2))
    return None


def object_(s: Setting) -> tuple[Found, str] | None:
    """«X C را رد کرد»: the object without its «را»; with an act noun («مخالفت خود را با C اعلام کرد») to the cue."""
    first = s.region()
    marks = [at for at in range(first, s.cue.first) if s.keys[at] == "را"]
    acts = object_acts(s.clauses.draft.language)
    if not marks:
        if s.cue.entry.act and s.cue.entry.noun in ("محکوم", "رد", "تکذیب"):
            return None
        return plain(s, first) if first < s.cue.first and s.keys[first] in acts and not s.cue.entry.act else None
    mark = marks[-1]
    first = _own_clause(s, first, mark)
    if s.cue.entry.accuse:
        if mark == s.cue.first - 1 and s.cue.last < s.last and s.keys[s.cue.last] == "که":  # «X را متهم کرد که C»: both parts
            behind = bounded(s, s.cue.last + 1)
            return (Found(first, behind[0].last), "indirect") if behind else None
        at = next((i for i in range(mark + 1, s.cue.first) if s.keys[i] == "به"), None)
        if at is None:
            return None
        if s.cue.entry.act == "demand" and s.keys[first] in ENVOYS:
            return None
        return plain(s, at + 1 if s.cue.entry.act == "demand" else first)  # «X را به C فراخواند»: what is asked, not whom
    if not s.cue.entry.act and not s.cue.entry.whole:
        told = next((at for at in range(first, mark) if s.keys[at] in acts and s.keys[at - 1] != "در"), None)  # «در پاسخ به»
        return plain(s, told - (s.keys[told - 1] == "مراتب")) if told is not None else None
    end = mark if mark == s.cue.first - 1 or s.keys[mark + 1 : s.cue.first] in MANNERS else s.cue.first
    found = s.clauses.trimmed(first, end)
    return (found, "indirect") if found else None


def _own_clause(s: Setting, first: int, mark: int) -> int:
    """Where the object's own clause begins within somebody's words: «… برداشته نشده، چون این درخواست را رد کردند»."""
    if s.source is not None:
        return first
    ends = [g.last for g in s.clauses.verbs_in(first, mark) if s.keys[g.last] in ("،", "؛", ".", "چون", "زیرا") or s.clauses.finishes(g) and s.keys[g.last] == "و"]
    if not ends:
        return first
    at = s.clauses.head(ends[-1] + (s.keys[ends[-1]] in ("،", "و", "؛", ".")), mark)
    return at + (s.keys[at] in ("چون", "زیرا", "که"))


def greeted(s: Setting) -> tuple[Found, str] | None:
    """«X در پیامی به Y سال نو را تبریک گفت», «X سال نو را به Y تبریک گفت»: what one is greeted for, up to «را», without whom; «X به Y
    بابت C تبریک گفت»."""
    first = s.source.last if s.source and s.source.first >= s.start else s.start
    mark = next((at for at in range(s.cue.first - 1, first, -1) if s.keys[at] == "را"), None)
    if mark is None:
        cause = next((at for at in range(first + 1, s.cue.first - 1) if s.keys[at] in CAUSE or s.keys[at : at + 2] in CAUSES), None)
        return plain(s, cause + (1 if s.keys[cause] in CAUSE else 2)) if cause is not None else None
    commas = [at + 1 for at in range(first, mark) if s.keys[at] in ("،", ",")]
    at = s.region()
    at = at if at < mark - 1 else max([first, *commas])
    while at < mark and (m := s.clauses.mention_from.get(at + 1)) is not None and s.keys[at] in ("به", "با") and m.last < mark:
        at = m.last
    found = s.clauses.trimmed(at, mark)
    return (found, "indirect") if found and not any(map(s.clauses.finishes, s.clauses.verbs_in(*found))) else None


def announced(s: Setting) -> tuple[Found, str] | None:
    """«X خروج خود از پیمان را در نشست اعلام کرد»: what happened, made known by a subject that stands there; no mere subject («نتایج را»)."""
    if s.source is None or s.cue.verb.form.tense in (Tense.PRESENT, Tense.IMPERFECT):
        return None
    first = s.region()
    mark = next((at for at in range(s.cue.first - 1, first, -1) if s.keys[at] == "را"), None)
    if mark is None or s.keys[mark + 1] == "که" or not s.keys[first][0].isalnum() or s.clauses.preposition(first, mark):
        return None
    if s.keys[first] in BELONGING:  # «اتحادیه پست وابسته به شورای بندر ازسرگیری کار را اعلام کرد»
        first = next((at for at in range(first + 2, mark) if happens(s.clauses, at)), first)
    if not happens(s.clauses, first):
        return None
    own = s.keys[mark - 1] == "خود" and mark + 1 < s.cue.first  # «انصراف خود را از رقابت اعلام کرد»
    if own and s.keys[mark + 1] in ("از", "به", "با", "برای", "در"):
        return plain(s, first)
    if s.keys[mark - 1] in POINTING:
        return None
    if any(map(s.clauses.finishes, s.clauses.verbs_in(mark, s.cue.first))):
        return None
    if s.keys[mark + 1] in ("بر", "علیه", "برای"):  # «تحریم‌های تازه‌ای را بر C و D اعلام کرد»
        return plain(s, first)
    if any(s.keys[at] in ("،", "و") for at in range(mark, s.cue.first)):
        return None
    found = s.clauses.trimmed(first, mark)
    if found is None or any(s.clauses.finishes(g) and "که" not in s.keys[first : g.first] for g in s.clauses.verbs_in(first, mark)):
        return None
    return found, "indirect"


def _marked(s: Setting, mark: str, not_behind: frozenset[str]) -> tuple[Found, str] | None:
    first = s.source.last if s.source and s.source.first >= s.start else s.start

    def opens(at: int) -> bool:
        """Whether the mark stands at a word by itself, not in «به نقل از X», «از سوی X»."""
        bound = s.keys[at] != mark or _verbal(s, at + 1) or s.keys[at + 1] in ("صراحت", "روشنی", "وضوح", "شدت", "خوبی", "تلویح", "جمله", "سوی", "طرف", "طریق")
        return not bound and (at in (s.start, first) or s.keys[at - 1] not in not_behind)

    if s.source is not None and s.source.last == s.cue.first and s.source.first > s.start:  # «از این نظر، X ابراز خرسندی کرد»
        at = next(filter(opens, range(s.start, s.source.first)), None)
        found = s.clauses.trimmed(at + 1, s.source.first) if at is not None else None
        return (found, "indirect") if found else None
    places = [at for at in range(first, s.cue.first - 1) if opens(at)]
    region = s.region(mark)
    chosen = next((at for at in places if at >= region), places[0] if places else None)
    return plain(s, chosen + 1) if chosen is not None else None


def _verbal(s: Setting, at: int) -> bool:
    """Whether a finite verb begins at a word, so that «بر» before it is its prefix."""
    group = s.clauses.verb_from.get(at)
    return group is not None and s.clauses.finishes(group)


def plain(s: Setting, first: int) -> tuple[Found, str] | None:
    """Content up to the cue; none if a clause ends within it, so that the cue is of another."""
    for group in s.clauses.verbs_in(first, s.cue.first):
        if s.clauses.finishes(group) and not any(s.keys[at] in SUBORDINATE for at in range(first, group.first)):
            return None
    found = s.clauses.trimmed(first, _before_manner(s, first))
    return (found, "indirect") if found else None


def _before_manner(s: Setting, first: int) -> int:
    """The word where content ends ahead of how and to whom it is told: «از C به شدت انتقاد کرد», «درباره C به شورا هشدار داد»."""
    sizes = [len(m) for m in MANNERS if s.cue.first - len(m) > first and s.keys[s.cue.first - len(m) : s.cue.first] == m]
    end = s.cue.first - max(sizes, default=0)
    told = next((m for m in s.clauses.mentions(first + 2, end) if m.last == end and s.keys[m.first - 1] == "به"), None)
    return told.first - 1 if told is not None and s.cue.entry.noun in TOLD_TO and s.keys[told.first - 2] not in BOUND else end


def happens(clauses: Clauses, at: int) -> bool:
    """Whether the noun at a word tells what happens: one of the list, or one made of a verb («ازسرگیری», «راه‌اندازی», «کشته شدن»)."""
    language, key = clauses.draft.language, clauses.keys[at]
    one = next((key.removesuffix(end) for end in PLURALS if key.endswith(end)), key)
    return bool({key, one} & happenings(language)) or key.rstrip("ی").endswith(made_of_verbs(language)) and len(key) > 6 or clauses.keys[at + 1] == "شدن"


@cache
def made_of_verbs(language: Persian) -> tuple[str, ...]:
    """The endings of nouns of what is done."""
    return tuple(language.keys(end)[0].rstrip("ی") for end in language.table("cue")["made_of_verbs"])


@cache
def happenings(language: Persian) -> frozenset[str]:
    """The nouns of what happens."""
    return frozenset(p[0] for noun in language.table("cue")["happenings"] for p in language.variants(noun))


@cache
def object_acts(language: Persian) -> dict[str, str]:
    """The act that an object noun gives under a neutral cue."""
    table: dict[str, str] = language.table("cue")["object_act"]
    own = ("", "ش", "اش", "شان", "مان", "م")  # «مخالفتش را … اعلام کرد»
    return {words[0] + end: act for noun, act in table.items() if len(words := language.keys(noun)) == 1 for end in own}
