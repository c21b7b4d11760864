"""Events and deadlines as iCalendar (RFC 5545): whole days, since reports give days and not hours."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from rayzan.export.plain import plain

OCTETS = 73  # of a line before it is folded; the standard allows 75 with what a folded line begins with
Names = Mapping[str, Mapping[str, Any]]


def days_of(row: Mapping[str, Any]) -> tuple[date, date] | None:
    """First and last day that a row gives in `when` or `due`; None where it gives none. A deadline is its last day.

    >>> days_of({"due": "2026-02"}), days_of({"when": "2025-12-17"}), days_of({"when": None})
    ((datetime.date(2026, 2, 28), datetime.date(2026, 2, 28)), (datetime.date(2025, 12, 17), datetime.date(2025, 12, 17)), None)
    """
    value = row.get("due") if "due" in row else row.get("when")
    first, _, last = str(value or "").partition("/")
    start, end = _day(first, False), _day(last or first, True)
    if "due" in row:
        return (end, end) if end else None
    return (start, max(start, end)) if start and end else None


def _day(value: str, last: bool) -> date | None:
    """The day of an ISO value; of a month or year its first or last one."""
    try:
        if len(value) == 4:
            return date(int(value), 12 if last else 1, 31 if last else 1)
        if len(value) == 7:
            year, month = int(value[:4]), int(value[5:])
            return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1) if last else date(year, month, 1)
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def ics(rows: Iterable[Mapping[str, Any]], names: Names, says: str = "") -> tuple[bytes, int]:
    """A calendar and how many of the rows it holds: those that give a day. `says` stands in its description."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//rayzan//rayzan//FA", "CALSCALE:GREGORIAN", f"X-WR-CALDESC:{_text(says)}"]
    held = 0
    for row in rows:
        days = days_of(row)
        if days:
            held += 1
            lines += _entry(row, days, names)
    return "".join(_folded(line) for line in (*lines, "END:VCALENDAR")).encode(), held


def _entry(row: Mapping[str, Any], days: tuple[date, date], names: Names) -> list[str]:
    deadline = "due" in row
    kind = str((row["kind"] if deadline else row["type"]) or "event")
    who = [str(row["by"]), str(row["to"] or "")] if deadline else [*(row["who"] or "").split(), *(row["whom"] or "").split()]
    told = "، ".join(str(names.get(id, {}).get("name_fa") or names.get(id, {}).get("name_en") or id) for id in who if id)
    state = None if deadline else {"happened": "CONFIRMED", "denied": "CANCELLED"}.get(str(row["status"]), "TENTATIVE")
    stamp = _day(str(row["published"] or "").partition("/")[0], False) or days[0]  # the standard wants a time of writing; a clock's would change the file
    made = [
        ("UID", f"{row['key']}@rayzan"), ("DTSTAMP", f"{stamp:%Y%m%d}T000000Z"), ("DTSTART;VALUE=DATE", f"{days[0]:%Y%m%d}"),
        ("DTEND;VALUE=DATE", f"{days[1] + timedelta(days=1):%Y%m%d}"), ("SUMMARY", f"{kind}: {told}" if told else kind), ("LOCATION", row.get("where")),
        ("CATEGORIES", "deadline" if deadline else kind), ("STATUS", state), ("TRANSP", "TRANSPARENT"),
        ("DESCRIPTION", f"{row['words'] or ''}\n{row['outlet'] or ''} {row['report']} c. {row['start']}–{row['end']}"),
    ]  # fmt: skip
    return ["BEGIN:VEVENT", *(f"{name}:{_text(value)}" for name, value in made if value), "END:VEVENT"]


def _text(value: object) -> str:
    out = plain(value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return out.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in parts of at most so many octets, no character cut."""
    out, size = "", 0
    for c in line:
        width = len(c.encode())
        if size + width > OCTETS:
            out, size = out + "\r\n ", 1
        out, size = out + c, size + width
    return out + "\r\n"
