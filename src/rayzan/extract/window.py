"""What a figure covers and whether it rose or fell: read from the sentence round it."""

from rayzan.extract.counted import Counted
from rayzan.extract.draft import Draft, TimeDraft
from rayzan.lang.fa.numerals import glued, number_at

LENGTHS = {"سال": "Y", "ماه": "M", "هفته": "W", "روز": "D", "ساعت": "H", "دهه": "0Y"}
NEAR = 12  # words between a time and the figure it dates


def change(draft: Draft, words: Counted, first: int, last: int) -> str:
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
        if words.rises.at(keys, at, s.last):
            return "up"
        if words.falls.at(keys, at, s.last):
            return "down"
    return "none"


def window(draft: Draft, words: Counted, first: int, last: int) -> str | None:
    """The period a figure covers: of a past window its length, of a year or month its value, of a rate its unit; None if not told."""
    of = draft.view.sentence_of[first]
    if of < 0:
        return None
    s, keys = draft.view.sentences[of], draft.view.keys
    for at in (last, first - 2, first - 1):
        for size in (2, 1):
            if at >= s.first and (rate := words.rates.get(tuple(keys[at : at + size]))) and not _timed(draft, at):
                return rate
    before = [t for t in draft.times_in(s.first, first + 1) if first - t.last < NEAR]
    if before and (found := _of_time(draft, words, before[-1])):
        return found
    behind = next(iter(draft.times_in(last, min(last + NEAR, s.last))), None)
    if behind is not None and behind.value and "از" in keys[max(last, behind.first - 6) : behind.first]:
        return _since(draft, behind)
    return None


def _timed(draft: Draft, at: int) -> bool:
    return any(t.last > at for t in draft.times_in(at - NEAR, at + NEAR) if t.first <= at)


def _of_time(draft: Draft, words: Counted, t: TimeDraft) -> str | None:
    keys = draft.view.keys
    told = keys[t.first : t.last]
    if told[-1] in ("گذشته", "اخیر") and t.precision == "interval" and (length := _length(told[:-1])):
        return length
    if t.value is None or t.precision == "day" and keys[t.first - 1] != "از":
        return None
    since = keys[max(0, t.first - 6) : t.first]
    if (
        keys[t.first - 1] == "از"
        and words.so_far.at(keys, t.last, len(keys))
        or "از" in since
        and {"ابتدای", "آغاز", "زمان", "شروع"} & set(since)
    ):
        return _since(draft, t)
    return t.value if t.precision in ("year", "month", "interval", "decade") and keys[t.first - 1] != "از" else None


def _since(draft: Draft, t: TimeDraft) -> str | None:
    """From a time to the report's day."""
    if t.value is not None and "تا" in draft.view.keys[t.first : t.last]:
        return t.value  # «از سال ۹۲ تا ۹۶»
    if draft.published is None or t.value is None or t.precision == "decade":
        return None
    begin = t.value.split("/")[0]
    return f"{begin}/{draft.published}" if begin < str(draft.published) else None


def _length(words: list[str]) -> str | None:
    """An ISO duration of counted words: «یکسال و نیم» is P1Y6M."""
    half = words[-1] == "نیم"
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
