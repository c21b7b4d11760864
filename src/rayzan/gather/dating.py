"""Dates as pages write them, in meta, `<time>`, text or address: an ISO day, with the hour where it stands. Never from a clock."""

import re
from collections.abc import Callable
from datetime import date
from email.utils import parsedate_to_datetime

from rayzan.lang.fa.calendar import GREGORIAN, JALALI, gregorian_day, jalali_day
from rayzan.text.fold import fold

_ABROAD = (
    "january february march april may june july august september october november december",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
)
_MONTHS: dict[str, tuple[Callable[[int, int, int], date | None], int]] = {
    **{fold(name): (gregorian_day, n) for name, n in GREGORIAN.items()},
    **{fold(name): (gregorian_day, n) for names in _ABROAD for n, name in enumerate(names.split(), 1)},
    **{name[:3]: (gregorian_day, n) for n, name in enumerate(_ABROAD[0].split(), 1)},
    **{fold(name): (jalali_day, n) for name, n in JALALI.items()},
}
_HOUR = r"(?:\D{0,12}?(?<!\d)(\d{1,2}):(\d{2}))?"
_NUMBERS = re.compile(rf"(?<!\d)(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}})(?!\d){_HOUR}")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
_WORDS = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s+({'|'.join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))})[a-z]*(?:\s+ماه)?[,،]?\s+(\d{{4}})(?!\d){_HOUR}"
)
_AMERICAN = re.compile(rf"\b({'|'.join(_ABROAD[0].split())})\s+(\d{{1,2}}),?\s+(\d{{4}})(?!\d)")
_IN_PATH = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")


def dated(text: str | None) -> str | None:
    """The first date in some words, Jalali or Gregorian, as ISO day or day and minute; None where there is none that can be sure.

    >>> dated("تاریخ انتشار: چهارشنبه ۲۶ آذر ۱۴۰۴ - ۱۸:۰۵")
    '2025-12-17T18:05'
    >>> dated("1404-09-26"), dated("Wed, 17 Dec 2025 10:00:00 GMT"), dated("دیروز")
    ('2025-12-17', '2025-12-17T10:00', None)
    """
    if not text:
        return None
    said = fold(text).lower()
    found: list[tuple[int, str]] = []
    for m in _NUMBERS.finditer(said):
        found += _iso(m.start(), _day(int(m[1]), int(m[3]), int(m[4])), m[5], m[6])
    for m in _WORDS.finditer(said):
        calendar, month = _MONTHS[m[2]]
        found += _iso(m.start(), calendar(int(m[3]), month, int(m[1])), m[4], m[5])
    for m in _AMERICAN.finditer(said):
        found += _iso(m.start(), gregorian_day(int(m[3]), _MONTHS[m[1]][1], int(m[2])), None, None)
    for m in _COMPACT.finditer(said):
        found += _iso(m.start(), _day(int(m[1]), int(m[2]), int(m[3])), None, None)
    return min(found)[1] if found else None


def in_address(url: str) -> str | None:
    """The date in the path of an address; None where there is none.

    >>> in_address("https://example.com/fa/news/1404/09/26/12"), in_address("https://example.com/news/140409/x")
    ('2025-12-17', None)
    """
    m = _IN_PATH.search(url)
    found = _day(int(m[1]), int(m[2]), int(m[3])) if m else None
    return found.isoformat() if found else None


def in_header(text: str | None) -> str | None:
    """The day and minute of a date as mail and feeds write it (RFC 822), in the time zone it names; else as `dated` reads it."""
    if not text:
        return None
    try:
        return parsedate_to_datetime(text).strftime("%Y-%m-%dT%H:%M")
    except ValueError:
        return dated(text)


def _day(year: int, month: int, day: int) -> date | None:
    """The day of a year that says by itself which calendar it is of."""
    if 1300 <= year <= 1500:
        return jalali_day(year, month, day)
    return gregorian_day(year, month, day) if 1900 <= year <= 2100 else None


def _iso(at: int, day: date | None, hour: str | None, minute: str | None) -> list[tuple[int, str]]:
    if day is None:
        return []
    clock = f"T{int(hour):02}:{minute}" if hour and minute and int(hour) < 24 and int(minute) < 60 else ""
    return [(at, f"{day.isoformat()}{clock}")]
