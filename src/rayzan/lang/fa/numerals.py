"""Numbers in digits and words, read over word keys."""

from collections.abc import Collection, Sequence
from typing import NamedTuple


class Number(NamedTuple):
    """A number over words `first` to `last` (exclusive). `vague`: «ده‌ها», «میلیون‌ها»; `digits`: written in digits throughout."""

    first: int
    last: int
    value: float
    vague: bool = False
    digits: bool = True


UNITS = {
    "صفر": 0, "یک": 1, "دو": 2, "سه": 3, "چهار": 4, "پنج": 5, "شش": 6, "هفت": 7, "هشت": 8, "نه": 9, "ده": 10, "یازده": 11, "دوازده": 12, "سیزده": 13,
    "چهارده": 14, "پانزده": 15, "شانزده": 16, "هفده": 17, "هجده": 18, "هیجده": 18, "نوزده": 19, "بیست": 20, "سی": 30, "چهل": 40, "پنجاه": 50,
    "شصت": 60, "هفتاد": 70, "هشتاد": 80, "نود": 90, "صد": 100, "یکصد": 100, "دویست": 200, "سیصد": 300, "چهارصد": 400, "پانصد": 500, "ششصد": 600,
    "هفتصد": 700, "هشتصد": 800, "نهصد": 900,
    "شیش": 6, "پونزده": 15, "شونزده": 16, "هیفده": 17,  # as spoken
}  # fmt: skip
SCALES = {"هزار": 1e3, "میلیون": 1e6, "میلیارد": 1e9, "بیلیون": 1e12, "تریلیون": 1e12}
SCALES |= {"ملیون": 1e6, "میلون": 1e6, "ملیارد": 1e9, "بلیون": 1e12, "هزارو": 1e3, "میلیونو": 1e6, "میلیاردو": 1e9}  # as often misspelt, and with «و» joined on
PARTS_OF_HUNDRED = ("درصد", "درصدی", "%")  # «یک میلیون و ۳۰ درصد» are two numbers
VAGUE = {"دهها": 10, "صدها": 100, "هزاران": 1e3, "میلیونها": 1e6, "میلیاردها": 1e9, "هزارها": 1e3}
ORDINALS = {
    "اول": 1, "نخست": 1, "یکم": 1, "دوم": 2, "سوم": 3, "چهارم": 4, "پنجم": 5, "ششم": 6, "هفتم": 7, "هشتم": 8, "نهم": 9, "دهم": 10, "یازدهم": 11,
    "دوازدهم": 12, "سیزدهم": 13, "چهاردهم": 14, "پانزدهم": 15, "شانزدهم": 16, "هفدهم": 17, "هجدهم": 18, "هیجدهم": 18, "نوزدهم": 19, "بیستم": 20, "سیام": 30, "سی": 30,
    "چهلم": 40, "پنجاهم": 50, "شصتم": 60, "هفتادم": 70, "هشتادم": 80, "نودم": 90, "صدم": 100, "هزارم": 1000,
}  # fmt: skip
# «بیست‌وپنج», «سی‌ویکم»: the half-space keeps them one word.
_TENS = {word: value for word, value in UNITS.items() if 20 <= value < 100}
COMPOUND = {f"{tens}و{word}": high + low for tens, high in _TENS.items() for word, low in UNITS.items() if 1 <= low < 10}
HALVES = {f"{word}ونیم": value + 0.5 for word, value in UNITS.items() if 1 <= value <= 20}
ORDINALS |= {f"{tens}و{word}": high + low for tens, high in _TENS.items() for word, low in ORDINALS.items() if 1 <= low < 10}
# «دومیلیون», «سه‌هزار»: a number and its scale in one word.
SCALED = {word + scale: (value, scale) for word, value in UNITS.items() if value for scale in SCALES}
# Words that count in one word with what they count: «یکسال», «دوماهه».
COUNTS = {word: value for word, value in UNITS.items() if 1 <= value <= 20 or value in _TENS.values()} | COMPOUND


def glued(key: str, tails: Collection[str]) -> tuple[int, str] | None:
    """A count and the word it counts, written as one: «یکسال» is 1 and «سال»; None if it is no such word.

    >>> glued("دوماهه", {"ماهه", "سال"})
    (2, 'ماهه')
    """
    for size in range(2, min(len(key) - 1, 11)):
        if key[:size] in COUNTS and key[size:] in tails:
            return COUNTS[key[:size]], key[size:]
    return None


def plain(key: str) -> float | None:
    """The value of a numeral in digits; 7/4 is a decimal as the press writes it, 1,200 has thousands marks. None if it is none."""
    if not key[0].isdigit():
        return None
    if key.isdigit():
        return float(key)
    if "،" in key:  # «۲۰،۰۰۰»
        return float(key.replace("،", ""))
    if "," in key and all(len(p) == 3 for p in key.split(",")[1:]):
        key = key.replace(",", "")
    key = key.replace("/", ".").replace(",", ".")
    try:
        return float(key)
    except ValueError:
        return None


def number_at(keys: Sequence[str], at: int, end: int) -> Number | None:
    """The number that begins at a word, with «و» between its parts and «نیم»: «سه و نیم میلیارد», «بیست و پنج».

    None if none begins there.
    """
    if at >= end:
        return None
    if keys[at] in VAGUE:
        value, last = VAGUE[keys[at]], at + 1
        if last < end and keys[last] in SCALES:
            value, last = value * SCALES[keys[last]], last + 1
        return Number(at, last, value, vague=True, digits=False)
    if keys[at] == "چند" and at + 1 < end and (keys[at + 1] in SCALES or keys[at + 1] in ("ده", "صد")):  # «چند هزار», «چند ده میلیون»
        some = number_at(keys, at + 1, end)
        return some and some._replace(first=at, vague=True, digits=False)
    group: float | None = None
    total, last, digits = 0.0, at, True
    step = 0.0
    while last < end:
        key = keys[last]
        written = plain(key)
        if written is not None:
            if group is not None or (step and written >= step):
                break
            group = written
            if key.isdigit() and last + 3 < end and keys[last + 1] == "/" and keys[last + 2].isdigit() and (keys[last + 3] in SCALES or keys[last + 3] in PARTS_OF_HUNDRED):
                group, last = float(f"{key}.{keys[last + 2]}"), last + 2  # «۱ / ۵ میلیارد»
        elif key in SCALED and group is None and not (step and SCALES[SCALED[key][1]] >= step):
            digits = False
            value, scale = SCALED[key]
            total, step = total + value * SCALES[scale], SCALES[scale]
        elif key in HALVES and group is None:
            group, digits = HALVES[key], False
        elif key in UNITS or key in COMPOUND:
            digits = False
            small = UNITS.get(key) or COMPOUND.get(key, 0)
            if key in _TENS and last + 1 < end and key + keys[last + 1] in COMPOUND:  # «بیست وپنج»
                small, last = COMPOUND[key + keys[last + 1]], last + 1
            hundred = group == 1 and small == 100 and keys[last - 1] == "یک"  # «یک صد»
            if group is not None and not hundred and not _adds(group, small):
                break
            group = small if hundred else (group or 0) + small
        elif key in SCALES:
            if step and SCALES[key] >= step and group is None:
                total *= 1 if keys[last - 1] == "نیم" and SCALES[key] == step else SCALES[key]  # «یک میلیون و نیم میلیون»
            elif last + 1 < end and keys[last + 1] in SCALES and SCALES[keys[last + 1]] > SCALES[key]:
                group = (1.0 if group is None else group) * SCALES[key]
                digits = digits and last > at
                last += 1
                continue
            elif step and SCALES[key] > step:  # «۴۸۴ هزار و ۶۰۰ میلیارد»
                total = (total + (group or 0)) * SCALES[key]
            else:
                total += (1.0 if group is None else group) * SCALES[key]
            step, group = SCALES[key], None
            digits = digits and last > at
        elif key == "ممیز" and group is not None and last + 1 < end and (tail := _tail(keys[last + 1])):
            group, digits = group + tail, False  # «سه ممیز پنج»
            last += 1
        elif key == "نیم" and last == at and last + 1 < end and (keys[last + 1] in SCALES or keys[last + 1] in PARTS_OF_HUNDRED):
            group, digits = 0.5, False  # «نیم میلیون», «نیم درصد»
        elif key == "نیم" and last > at and keys[last - 1] == "و":
            if group is not None:
                group += 0.5
            else:
                total += step / 2
        else:
            break
        last += 1
        if last + 1 < end and keys[last] == "و" and _continues(keys, last + 1, group, step):
            last += 1
    if last > at and keys[last - 1] == "و":
        last -= 1
    if last == at or last + 1 < end and keys[last] == "و" and not digits and _ordinal(keys[last + 1]):  # «هفتاد و پنجمین»
        return None
    return Number(at, last, total + (group or 0), digits=digits)


def _tail(key: str) -> float:
    """What stands behind the decimal point, «پنج» as .5 and «۶۵» as .65; 0 if it is no number."""
    digits = key if key.isdigit() else str(UNITS.get(key) or COMPOUND.get(key) or "")
    return float("0." + digits) if digits else 0.0


def pair_at(keys: Sequence[str], at: int, end: int) -> tuple[int, int, int] | None:
    """Two neighbouring small numbers that leave the count open: «دو سه», «یکی دو», «یکی، دو», «یک یا دو».

    Lower and upper number and the word behind them; None if no such pair stands there.
    """
    low = 1 if keys[at] == "یکی" else _small(keys[at])
    behind = at + 1
    if behind < end and keys[behind] in ("،", "یا", "_"):
        behind += 1
    high = _small(keys[behind]) if behind < end else 0
    if not (1 <= low < high <= low + 2 and high <= 12):
        return None
    return low, high, behind + 1


def _small(key: str) -> int:
    return int(key) if key.isdigit() and len(key) < 3 else UNITS.get(key, 0)


def _adds(group: float, small: float) -> bool:
    """Whether a smaller part may stand behind «و»: «سیصد و نود», «نود و نه»."""
    return group >= 100 and group % 100 == 0 and 0 < small < 100 or group % 100 >= 20 and group % 10 == 0 and 0 < small < 10


def _continues(keys: Sequence[str], at: int, group: float | None, step: float) -> bool:
    """Whether what stands behind «و» belongs to the number: a smaller part or a half."""
    key = keys[at]
    if key == "نیم":
        return True
    small = UNITS.get(key) or COMPOUND.get(key)
    if small is not None:
        return (group is not None and _adds(group, small)) or (group is None and step > small)
    if key in SCALED:
        return group is None and step > SCALES[SCALED[key][1]]
    value = plain(key)
    return value is not None and group is None and step > value and not (at + 1 < len(keys) and keys[at + 1] in PARTS_OF_HUNDRED)


def _ordinal(key: str) -> int:
    """The value of «پنجم» or «پنجمین»; 0 if it is no ordinal."""
    return ORDINALS.get(key) or (ORDINALS.get(key[:-2], 0) if key.endswith("مین") else 0)


def ordinal_at(keys: Sequence[str], at: int, end: int) -> tuple[int, int]:
    """An ordinal at a word («بیست و دوم», «صد و بیستمین», «سوم») and the word behind it; (0, at) if none."""
    value, last = 0, at
    while last + 2 < end and keys[last + 1] == "و" and (part := UNITS.get(keys[last], 0)) and (not value or _adds(value, part)):
        value, last = value + part, last + 2
        if (tail := _ordinal(keys[last])) and _adds(value, tail) and keys[last] != "سی":
            return value + tail, last + 1
    if at + 1 < end and keys[at] in _TENS and (both := ORDINALS.get(keys[at] + keys[at + 1])):  # «سی ام», «بیست ودوم»
        return both, at + 2
    if at < end and (one := _ordinal(keys[at])) and keys[at] != "سی":
        return one, at + 1
    return 0, at
