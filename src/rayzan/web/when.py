"""Days that a reader types: «۱۴۰۴/۰۹/۲۶», «۲۶ آذر ۱۴۰۴», 2025-12-17, or only a month or year."""

import re
from datetime import date

from rayzan.errors import DossierError
from rayzan.lang.fa.calendar import GREGORIAN, JALALI, gregorian_day, jalali_day

_LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_SET_APART = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?")
_IN_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([^\W\d]+)\s+(\d{4})")
JALALI_BEFORE = 1700  # a year below is Jalali


def iso_of(typed: str, last: bool = False) -> str | None:
    """The ISO day that a reader means; None for an empty field. Of a month or year its first day, or its last.

    >>> iso_of("۱۴۰۴/۰۹/۲۶"), iso_of("۲۶ آذر ۱۴۰۴"), iso_of("2025-12", last=True), iso_of("1404")
    ('2025-12-17', '2025-12-17', '2025-12-31', '2025-03-21')

    Raises `DossierError` for what is no date.
    """
    text = typed.strip().translate(_LATIN)
    if not text:
        return None
    year, month, day = _parts(text, typed)
    there = jalali_day if year < JALALI_BEFORE else gregorian_day
    if day is not None:
        found = there(year, month or 1, day)
    elif last:
        found = next((d for n in (31, 30, 29, 28) if (d := there(year, month or 12, n))), None)
    else:
        found = there(year, month or 1, 1)
    if found is None:
        raise DossierError(f"{typed}: there is no such day")
    return found.isoformat()


def _parts(text: str, typed: str) -> tuple[int, int | None, int | None]:
    m = _SET_APART.fullmatch(text)
    if m:
        return int(m[1]), int(m[2]) if m[2] else None, int(m[3]) if m[3] else None
    m = _IN_WORDS.fullmatch(text.replace("\u200c", ""))
    number = (JALALI.get(m[2]) or GREGORIAN.get(m[2])) if m else None
    if m is None or number is None:
        raise DossierError(f"{typed}: no date; give 1404/09/26 or 2025-12-17")
    return int(m[3]), number, int(m[1]) if m[1] else None


def day_of(value: str | None) -> date | None:
    """The day of an ISO value; the first of its month, year or interval where that is all that is known."""
    if not value or not value[:4].isdigit():
        return None
    year, month, day = (value.split("/")[0][:10].split("-") + ["01", "01"])[:3]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
