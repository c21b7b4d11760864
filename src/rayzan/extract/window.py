"""What a figure covers and whether it rose or fell: read from the sentence round it."""

from rayzan.extract.counted import Counted
from rayzan.extract.draft import Draft, TimeDraft
from rayzan.lang.fa.numerals import glued, number_at

LENGTHS = {"سال": "Y", "ماه": "M", "هفته": "W", "روز": "D", "شبانهروز": "D", "شبانه": "D", "ساعت": "H", "دهه": "0Y"}
NEAR = 14  # words between a time and the figure it dates, or a rate and the figure
PAST = frozenset(["گذشته", "اخیر", "آینده", "آتی", "رو"])  # a counted period that ends so is told by its length
WITHIN = frozenset(["در", "طی", "ظرف", "طول", "خلال", "برای", "مدت", "فاصله", "تا", "پایان", "از", "زمان", "ابتدای", "آغاز", "حدفاصل", "بین", "میان", "و", "،", "که", "سال", "ماه", "عرض"])
DURATIONS = frozenset(["year", "month", "week", "day", "hour", "minute", "second", "decade", "century"])


def change(draft: Draft, words: Counted, first: int, last: int, unit: str | None) -> str:
    """up, down or none: by the nearest word of change from six words before the figure to six behind it, in its sentence."""
    of = draft.view.sentence_of[first]
    if of < 0:
        return "none"
    s, keys = draft.view.sentences[of], draft.view.keys
    near = sorted(
        (at for at in range(max(s.first, first - 6), min(last + 6, s.last)) if not first <= at < last),
        key=lambda at: (first - at if at < first else at - last + 1, at),
    )
    for at in near:
        if keys[at] == "افزود" and keys[at + 1 : at + 2] != ["شد"] or keys[at] == "سقوط" and unit in ("person", "aircraft"):
            continue  # «وی افزود», «هواپیما با ۱۷۶ سرنشین سقوط کرد»
        if words.rises.at(keys, at, s.last):
            return "up"
        if words.falls.at(keys, at, s.last):
            return "down"
    return "none"


def window(draft: Draft, words: Counted, first: int, last: int, unit: str | None) -> str | None:
    """The period a figure covers: of a counted period its length, of a year or month its value, of a rate its unit; None if not told."""
    of = draft.view.sentence_of[first]
    if of < 0 or unit in DURATIONS:
        return None
    s = draft.view.sentences[of]
    if rate := _rate(draft, words, first, last):
        return rate
    for t in reversed(draft.times_in(s.first, first + 1)):
        if first - t.last >= NEAR or _told_apart(draft, t.last, first) or _within_clause(draft, t, first):
            break
        if not _compared(draft, t) and (found := _of_time(draft, words, t)):
            return found
    for t in draft.times_in(last, min(last + NEAR, s.last)):
        if any(draft.language.verbs.form(key) for key in draft.view.keys[last : t.first]):
            break
        if "از" in draft.view.keys[max(last, t.first - 6) : t.first] and t.value and (since := _since(draft, t)):
            return since
        if draft.view.keys[t.first - 1] in WITHIN and not _compared(draft, t) and (found := _of_time(draft, words, t)):
            return found
    return _shared(draft, s.first, first, unit)


def _rate(draft: Draft, words: Counted, first: int, last: int) -> str | None:
    """«روزانه یک میلیون بشکه», «۹ میلیون بشکه نفت در روز», «حقوق ماهانه‌ای برابر با ۶۰۰ دلار»: no verb and no figure between."""
    keys, s = draft.view.keys, draft.view.sentences[draft.view.sentence_of[first]]
    told = draft.figures[-1].last if draft.figures else 0

    def at_word(at: int) -> str | None:
        for size in (3, 2, 1):
            if (rate := words.rates.get(tuple(keys[at : at + size]))) and not any(_timed(draft, here) for here in range(at, at + size)):
                return rate
        return None

    for at in range(first - 1, max(s.first, first - NEAR, told) - 1, -1):
        if draft.language.verbs.form(keys[at]):
            break
        if (rate := at_word(at)) and (keys[at] != "در" or at >= first - 2):
            return rate
    for at in range(last, min(s.last, last + 6)):
        if draft.language.verbs.form(keys[at]) or keys[at][0].isdigit() or keys[at] == "و":
            break
        if rate := at_word(at):
            return None if number_at(keys, at + 1, s.last) else rate  # «۱۰ عضو روزانه ۵ هزار بشکه»: that is the next one's
    return None


def _shared(draft: Draft, begin: int, first: int, unit: str | None) -> str | None:
    """A rate told once for figures side by side: «روزانه ۳۷۲ هزار بشکه و سهم دیگران ۱۳۱ هزار بشکه»."""
    before = draft.figures[-1] if draft.figures else None
    if before is None or before.first < begin or before.unit != unit or before.window is None or first - before.last >= NEAR:
        return None
    between = draft.view.keys[before.last : first]
    apart = any(draft.language.verbs.form(key) for key in between) or draft.times_in(before.last, first)
    return before.window if before.window.startswith("P") and not apart and {"و", "،", "تا"} & set(between) else None


def _told_apart(draft: Draft, begin: int, end: int) -> bool:
    """Whether a cue stands between a time and a figure: «در نشست این هفته گفت ۲۰ نفر …»."""
    return any(s.cue is not None and begin <= s.cue.first < end for s in draft.statements) or any(
        draft.view.keys[at] in ("که", ":") and draft.language.verbs.form(draft.view.keys[at - 1]) for at in range(begin + 1, end)
    )


def _within_clause(draft: Draft, t: TimeDraft, end: int) -> bool:
    """«پیمانی که در ۲۰۱۲ بسته شد ۳۵ عضو دارد»: the time dates the clause that «که» begins."""
    keys = draft.view.keys
    return "که" in keys[max(0, t.first - 4) : t.first] and any(draft.language.verbs.form(key) for key in keys[t.last : end])


def _timed(draft: Draft, at: int) -> bool:
    return any(t.last > at for t in draft.times_in(at - NEAR, at + NEAR) if t.first <= at)


def _compared(draft: Draft, t: TimeDraft) -> bool:
    """«نسبت به سال قبل», «در مقایسه با مدت مشابه سال گذشته»: what a figure is measured against and does not cover."""
    near = draft.view.keys[max(0, t.first - 6) : t.first]
    return "نسبت" in near or "مقایسه" in near or "مشابه" in near or "قیاس" in near


def _of_time(draft: Draft, words: Counted, t: TimeDraft) -> str | None:
    keys = draft.view.keys
    told, before = keys[t.first : t.last], keys[t.first - 1] if t.first else ""
    if told[-1] in PAST and t.precision == "interval" and (length := _length(told[:-1], keys[max(0, t.first - 2) : t.first])):
        return length
    if t.value is None or t.precision == "day" and before not in ("از", "تاریخ") and "تا" not in told:
        return None
    if told[0][0].isdigit() and before[:1].isalpha() and before not in WITHIN:
        return None  # «کودتای ۱۹۸۹», «توافق ۲۰۱۵»
    since = keys[max(0, t.first - 6) : t.first]
    if (
        before in ("از", "تاریخ")
        and words.so_far.at(keys, t.last, len(keys))
        or "از" in since
        and {"ابتدای", "آغاز", "زمان", "شروع"} & set(since)
    ):
        return _since(draft, t)
    return t.value if t.precision in ("year", "month", "interval", "decade") and before != "از" else None


def _since(draft: Draft, t: TimeDraft) -> str | None:
    """From a time to the report's day."""
    if t.value is not None and "تا" in draft.view.keys[t.first : t.last]:
        return t.value  # «از سال ۹۲ تا ۹۶»
    if draft.published is None or t.value is None or t.precision == "decade":
        return None
    begin = t.value.split("/")[0]
    return f"{begin}/{draft.published}" if begin < str(draft.published) else None


def _length(words: list[str], before: list[str]) -> str | None:
    """An ISO duration of counted words: «یکسال و نیم» is P1Y6M; «شبانه روز» with «یک» before it one day."""
    half = words[-1] == "نیم"
    if words[-2:] == ["شبانه", "روز"]:
        words = [*words[:-2], "شبانهروز"]
    if len(words) == 1 and words[0] in LENGTHS and before[-1:] == ["یک"]:
        words = ["یک", *words]
    joined = next((found for word in words if (found := glued(word, LENGTHS))), None)
    if joined is not None:
        count, unit = float(joined[0]), LENGTHS[joined[1]]
    else:
        start = next((i for i in range(len(words)) if number_at(words, i, len(words))), None)
        number = number_at(words, start, len(words)) if start is not None else None
        if number is None or number.last >= len(words):
            return None
        unit, count = LENGTHS.get(words[number.last], ""), number.value
    if not unit or count != int(count):
        return None
    if unit == "H":
        return f"PT{int(count)}H"
    return f"P{int(count)}{unit}" + ("6M" if half and unit == "Y" else "")
