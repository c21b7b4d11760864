"""What is said of something: «X C را P دانست», object and predicate in one content."""

from rayzan.extract.ahead import POINTING, plain
from rayzan.extract.draft import Found
from rayzan.extract.nounphrase import Source
from rayzan.extract.setting import Setting
from rayzan.lang.fa.verbs import Tense


def value(s: Setting) -> tuple[Found, str] | None:
    """«X C را P دانست»: object and predicate together, «را» within."""
    first = s.region()
    joined = next((at for at in range(first, s.cue.first) if s.keys[at] == "آنرا"), None)
    if joined is not None:  # «آنرا»
        return plain(s, joined)
    if s.keys[first] == "را" and first > s.start:  # «X در گزارشی آمریکا را مسئول دانست»: the object itself looked like the setting's
        first = next((m.first for m in s.clauses.mentions(s.start, first) if m.last == first and (s.source is None or m.first >= s.source.last)), first)
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
        return plain(s, mark - 1)  # «به X پرداخت و آن را Y خواند»
    this = next((at for at in range(mark - 2, max(first, mark - 4), -1) if s.keys[at] in ("این", "آن")), None)
    inside = this is not None and bool({"برای", "علیه"} & set(s.keys[first:this]))  # «تصمیم برای اخراج این زن را»
    if this is not None and not inside and not s.clauses.lists.prepositions.ending(s.keys, this, first) and s.keys[this - 1] not in ("و", "که"):
        first = this - (s.keys[this - 1] in s.clauses.lists.abstract)  # «دلیل این کار را …»
    many = s.source is not None and _speaking_many(s, s.source)
    if s.cue.verb.form.tense is Tense.PRESENT and not many and (s.source is None or not s.source.who):  # «… را خوب می‌داند»: knows
        return None
    if s.cue.entry.noun == "معرفی" and "عنوان" not in s.keys[first : s.cue.first]:  # «X را معرفی کرد» appoints
        return None
    return plain(s, first)


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
    if s.cue.entry.noun == "اعلام" and any(key[0].isdigit() for key in s.keys[at : s.cue.first]):  # «نرخ را در مرز ۱۰ درصد اعلام کرد»
        return False
    judged = s.cue.entry.noun == "عنوان" and s.keys[at] in ("برای", "از")  # «داغ آنان را برای همه جانکاه عنوان کرد»
    if judged or not s.clauses.preposition(at, s.cue.first) or s.keys[at : at + 2] == ["به", "عنوان"]:
        return False
    aside = s.clauses.comma(at, s.cue.first)  # «وضع بندر را با توجه به بارش‌ها، خوب عنوان کرد»
    return aside < 0 or aside + 1 >= s.cue.first or bool(s.clauses.preposition(aside + 1, s.cue.first))
