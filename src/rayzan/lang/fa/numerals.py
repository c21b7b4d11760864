"""Numbers in digits and words, read over word keys."""

from collections.abc import Sequence
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
}  # fmt: skip
SCALES = {"هزار": 1e3, "میلیون": 1e6, "میلیارد": 1e9, "بیلیون": 1e12, "تریلیون": 1e12}
VAGUE = {"دهها": 10, "صدها": 100, "هزاران": 1e3, "میلیونها": 1e6, "میلیاردها": 1e9, "هزارها": 1e3}
ORDINALS = {
    "اول": 1, "نخست": 1, "یکم": 1, "دوم": 2, "سوم": 3, "چهارم": 4, "پنجم": 5, "ششم": 6, "هفتم": 7, "هشتم": 8, "نهم": 9, "دهم": 10, "یازدهم": 11,
    "دوازدهم": 12, "سیزدهم": 13, "چهاردهم": 14, "پانزدهم": 15, "شانزدهم": 16, "هفدهم": 17, "هجدهم": 18, "نوزدهم": 19, "بیستم": 20, "سیام": 30, "سی": 30,
}  # fmt: skip
GLUED = {"یکسال": 1, "یکماه": 1, "یکهفته": 1, "یکروز": 1, "دوسال": 2, "دوماه": 2, "دوهفته": 2, "سهسال": 3}


def plain(key: str) -> float | None:
    """The value of a numeral in digits; 7/4 is a decimal as the press writes it, 1,200 has thousands marks. None if it is none."""
    if not key[0].isdigit():
        return None
    if key.isdigit():
        return float(key)
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
        elif key in UNITS:
            digits = False
            small = UNITS[key]
            if group is not None and not _adds(group, small):
                break
            group = (group or 0) + small
        elif key in SCALES:
            if step and SCALES[key] >= step and group is None:
                total *= SCALES[key]
            elif last + 1 < end and keys[last + 1] in SCALES and SCALES[keys[last + 1]] > SCALES[key]:
                group = (1.0 if group is None else group) * SCALES[key]
                digits = digits and last > at
                last += 1
                continue
            else:
                total += (1.0 if group is None else group) * SCALES[key]
            step, group = SCALES[key], None
            digits = digits and last > at
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
    if last == at:
        return None
    return Number(at, last, total + (group or 0), digits=digits)


def _adds(group: float, small: float) -> bool:
    return group >= 20 and group % 10 == 0 and small < 20 and (group % 100 == 0 or small < 10) and group > small


def _continues(keys: Sequence[str], at: int, group: float | None, step: float) -> bool:
    """Whether what stands behind «و» belongs to the number: a smaller part or a half."""
    key = keys[at]
    if key == "نیم":
        return True
    if key in UNITS:
        return (group is not None and _adds(group, UNITS[key])) or (group is None and step > UNITS[key])
    value = plain(key)
    return value is not None and group is None and step > value and at + 1 < len(keys) and keys[at + 1] in SCALES | {"نفر": 0, "تن": 0}


def ordinal_at(keys: Sequence[str], at: int, end: int) -> tuple[int, int]:
    """An ordinal at a word («بیست و دوم», «سوم») and the word behind it; (0, at) if none."""
    if at + 2 < end and keys[at] in ("بیست", "سی") and keys[at + 1] == "و" and keys[at + 2] in ORDINALS:
        return UNITS[keys[at]] + ORDINALS[keys[at + 2]], at + 3
    if at < end and keys[at] in ORDINALS and keys[at] != "سی":
        return ORDINALS[keys[at]], at + 1
    return 0, at
