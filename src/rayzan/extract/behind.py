"""Content behind its cue: «گفت: C», «گفت که C», «گفت، C», «اعلام کرد C», «از Y خواست C»."""

from rayzan.extract import border
from rayzan.extract.border import BUT
from rayzan.extract.cue import Cue
from rayzan.extract.draft import Found, Mention
from rayzan.extract.nounphrase import Source
from rayzan.extract.setting import Setting
from rayzan.lang.fa.verbs import Tense

SPEAKERS = frozenset({"name", "title", "pronoun", "back", "state", "government", "body", "outlet", "people", "group", "someone"})
WHEN = frozenset({"زمانی", "هنگامی", "موقعی"})
AFTER = frozenset({"بعد", "پس", "قبل", "پیش", "غیر", "جدا", "بیش", "یکی", "برخی", "بسیاری"})  # «بعد از آن … خواستند» asks nobody
THAT = frozenset({"که", "تا"})
# What behind a cue opens no content of its own: «… تایید می‌کند اما …».
NO_CONTENT = frozenset({"و", "که", ".", "،", "؛", "؟", ")", "»", "اما", "ولی", "بلکه", "زیرا", "چون", "چراکه", "بنابراین", "لذا", "هرچند", "گرچه"})


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
        if s.keys[at] == "تا" and {at, at + 1} & s.clauses.time_from.keys():  # «متعهد شد تا پایان سال C»
            return bounded(s, at)
        if s.cue.entry.noun == "ادامه" and s.source is not None and "به" in s.keys[s.source.last : s.cue.first]:  # «به کار ادامه داد که»: went on
            return None
        at += 1
    return bounded(s, at)


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
    if at < s.last and s.keys[at] == "؛" and s.cue.first < s.cue.verb.first and not s.cue.entry.stance:  # only «گفت؛ C», «معتقد است؛ C»
        return None
    if at + 1 < s.last and s.keys[at] == "؛" and s.keys[at + 1] in NO_CONTENT:  # «… دارد؛ ولی …»
        return None
    wants = s.next is not None and s.next.entry.shapes == ("ask",) and "از" not in s.keys[at : s.next.first]  # «گفت، می‌خواهد برود»
    if at >= s.last or s.keys[at] not in ("،", ",", "؛") or (s.next is not None and s.next.first <= at + 2 and not wants):
        return None
    if _of_another(s, WHEN) or _went_on(s) or _sworn(s):
        return None
    return bounded(s, at + 1)


def bare(s: Setting) -> tuple[Found, str] | None:
    """«X اعلام کرد C»: a clause right behind the cue."""
    at = s.cue.last
    if at >= s.last or s.keys[at] in NO_CONTENT or not s.clauses.verbs_in(at, s.last) or _of_another(s) or _sworn(s):
        return None
    if _went_on(s) or s.cue.entry.noun == "ادامه" and s.source is None:
        return None
    return bounded(s, at)


def _sworn(s: Setting) -> bool:
    """«دشمنان قسم‌خورده»: a participle that only calls somebody so."""
    return s.cue.entry.noun in ("قسم", "سوگند") and s.cue.verb.form.tense is Tense.PARTICIPLE


def _went_on(s: Setting) -> bool:
    """«به کار ادامه داد», «این کار را ادامه می‌دهند»: what somebody goes on doing."""
    first = s.source.last if s.source is not None else max(s.start, s.cue.first - 8)
    return s.cue.entry.noun == "ادامه" and bool({"به", "را"} & set(s.keys[first : s.cue.first]))


def _of_another(s: Setting, when: frozenset[str] = frozenset()) -> bool:
    """Whether what follows a cue is another clause's: «چیزی را که X گفت پذیرفتند», «X آن را دلیل Y عنوان می‌کند …»; before a comma
    also «زمانی که X آن را اعلام کرد، …» (`when`: the words before that «که»)."""
    ends = [g.last for g in s.clauses.verbs_in(s.sentence.first, s.cue.first)]
    first = max([s.source.last if s.source is not None and s.source.first >= s.start else s.start, *ends])
    if "value" in s.cue.entry.shapes and "را" in s.keys[first : s.cue.first]:
        return True
    if s.source is None:
        return False
    return s.keys[s.source.first - 1] == "که" and s.keys[s.source.first - 2] in (*when, "را", "چیزی")


def ask(s: Setting) -> tuple[Found, str] | None:
    """«X از Y خواست C»: the «از» before the cue is the test; what is asked stands behind it."""
    asked = s.start
    if s.cue.verb.form.tense is Tense.PRESENT:  # «او می‌خواهد برود» wants; only an «از» of its own clause asks
        ends = [g.last for g in s.clauses.verbs_in(s.start, s.cue.first) if s.clauses.finishes(g)]
        asked = max([asked, *ends, *(at for at in range(s.start, s.cue.first) if s.keys[at] == "که")])
    if not any(s.keys[at] == "از" and s.keys[at - 1] not in AFTER for at in range(asked, s.cue.first)):
        return None
    at = s.cue.last
    while at < s.last and s.keys[at] in ("،", ":", "که", "تا"):
        at += 1
    if at >= s.last or s.keys[at] == "و":
        return None
    colon_at = s.keys[s.cue.last] == ":" if s.cue.last < s.last else False
    found = bounded(s, at)
    if found and s.cue.verb.form.tense is Tense.PARTICIPLE and not s.clauses.verbs_in(*found[0]):  # «خواسته مهم هیئت از مدیران»
        return None
    return (found[0], "direct" if colon_at else "indirect") if found else None


def bounded(s: Setting, at: int) -> tuple[Found, str] | None:
    """Content behind the cue, up to the next clause of the same subject that has a cue of its own."""
    end = s.last
    lists = s.clauses.lists
    aside = next((i for i in range(at + 1, s.last - 1) if s.keys[i] in BUT and s.keys[i + 1 : i + 3] == ["به", "گفته"]), 0)
    quoted = s.next is not None and s.keys[at : s.next.first].count("«") > s.keys[at : s.next.first].count("»")
    but = 0 if quoted else _contrast(s, at) or _conceded(s, at)
    asks = s.next is None or s.next.entry.shapes != ("ask",) or "از" in s.keys[at : s.next.first]  # not «… که خواست مردم بوده است»
    if but:
        end = but
    elif s.next is not None and s.next.first > at and asks and not quoted:
        stop = s.clauses.coordination(at, s.next.first + 1)
        other = s.clauses.subject(stop + 1, s.next.first, strict=True) if stop > at else None
        if stop > at and (_same(s.source, other) if other is not None else not _of_several(s, s.next)):
            end = stop
        elif s.cue.entry.act == "question" and s.next.verb.form.lemma == "گفتن":
            end = s.next.first
    if aside and not quoted:
        end = min(end, aside)
    end = border.narrated(s, at, min(end, _quote_apart(s, at, end)))
    end = next((i for i in range(at + 1, end) if i in s.clauses.verb_ends and lists.meanwhile.at(s.keys, i + (s.keys[i] == "؛"), end)), end)
    found = s.clauses.trimmed(at, end)
    return (found, "indirect") if found else None


def _quote_apart(s: Setting, at: int, end: int) -> int:
    """«… که X گفت «C»، خواست شورا نیست»: where a clause in marks ends that a comma and a further clause follow; `end` if none does."""
    close = s.clauses.quote_end(at, end)
    apart = close < end and s.keys[close] in ("،", ",") and any(map(s.clauses.finishes, s.clauses.verbs_in(close, end)))
    return close if apart else end


def round_cue(s: Setting, found: Found) -> Found:
    """Content ahead of its cue with the relative clause on it behind the cue: «از گشودن راهی خبر داد که بسته بود»; no narrator's «… که رد شد»."""
    at, keys = s.cue.verb.last, s.keys
    if found.last > s.cue.first and "between" not in s.cue.entry.shapes or at >= s.last or keys[at] != "که" or s.cue.elided:
        return found
    first = next((g for g in s.clauses.verbs_in(at, s.last) if s.clauses.finishes(g)), None)
    some = keys[found.last - 1].endswith("ی") or bool({"آن", "این", "یک"} & set(keys[found.first : found.last]))
    told = first is not None and (first.form.tense is not Tense.PAST or some)
    whole = bounded(s, at + 1) if told and keys[at + 1 : at + 2] not in (["با"], ["در"], ["به"]) else None
    return Found(found.first, whole[0].last) if whole else found


def _contrast(s: Setting, at: int) -> int:
    """Where «…، اما X گفت» sets another's statement against the content; 0 if nothing does."""
    if s.next is None:
        return 0
    for i in range(at + 1, s.next.first):
        if s.keys[i] in BUT and i in s.clauses.verb_ends and all(k in s.clauses.lists.adverbs for k in s.keys[i + 1 : s.next.first]):
            return i  # «… باز است اما همچنین گفت که …»
        if i in s.clauses.verb_ends and (size := s.clauses.lists.concessive.at(s.keys, i)):  # «… در حالی که شورا معتقد است که …»
            other = s.clauses.subject(i + size, s.next.first, s.next.verb.form.plural, strict=True)
            if other is not None and other.first == i + size and not _same(s.source, other):
                return i
        behind = s.clauses.mention_from.get(i + 1) if s.keys[i] == "؛" and i in s.clauses.verb_ends else None
        if behind is not None and behind.kind in ("pronoun", "back", "name", "title"):  # «…؛ وی همچنین … انتقاد کرد»
            return i
        behind = s.clauses.mention_from.get(i + 1) if s.keys[i] in ("،", "؛") and i in s.clauses.verb_ends else None
        if behind is not None and behind.kind in SPEAKERS and _also(s, behind):
            return i
        if s.keys[i] in BUT and (i in s.clauses.verb_ends or s.keys[i - 1] in ("،", "؛") and i - 1 in s.clauses.verb_ends):
            other = s.clauses.subject(i, s.next.first, s.next.verb.form.plural, strict=True)
            if other is not None and not _same(s.source, other):
                return i
    return 0


def _also(s: Setting, behind: Mention) -> bool:
    """«…، بیدگلی نیز گفت C»: whether one more speaks behind the comma."""
    return s.keys[behind.last : behind.last + 1] in (["نیز"], ["هم"]) and not _same(s.source, Source(behind.first, behind.last, (behind,)))


def _conceded(s: Setting, at: int) -> int:
    """Where «با وجود اینکه X گفته است C، Y اعلام کرد» comes to its main clause, the subject of the next cue at its head; 0 if nothing is conceded."""
    head = s.clauses.furniture_ends.get(s.sentence.first, s.sentence.first)
    if s.next is None or not s.clauses.lists.concessive.at(s.keys, head):
        return 0
    for i in range(at + 1, s.next.first):
        m = s.clauses.mention_from.get(i + (s.keys[i] in ("،", ",", "اما", "ولی")))
        if i in s.clauses.verb_ends and m is not None and m.kind in SPEAKERS and not _same(s.source, Source(m.first, m.last, (m,))):
            return i
    return 0


def _of_several(s: Setting, further: Cue) -> bool:
    """Whether a further cue in the present is of several where one speaks: «X گفت، رسانه‌ها هجمه‌ای آغاز کرده و ادعا می‌کنند C»."""
    form = further.verb.form
    return form.plural and not s.cue.verb.form.plural and form.tense is Tense.PRESENT


def _same(one: Source | None, other: Source) -> bool:
    return one is not None and bool({a for m in one.who for a in m.actors} & {a for m in other.who for a in m.actors})
