"""A query in the terms of a database."""

from datetime import date

from rayzan.dossier.contract import Filters
from rayzan.dossier.query import Either, Every, Node, Phrase, Without


def fts5(node: Node) -> str:
    """The query for SQLite's FTS5.

    >>> fts5(Every((Phrase(("نشست",)), Phrase(("وین",), prefix=True))))
    '("نشست" AND "وین" *)'
    """
    match node:
        case Phrase(keys, prefix):
            return '"' + " ".join(keys).replace('"', "") + '"' + (" *" if prefix else "")
        case Either(parts):
            return "(" + " OR ".join(map(fts5, parts)) + ")"
        case Every(parts):
            return "(" + " AND ".join(map(fts5, parts)) + ")"
        case Without(this, that):
            return f"({fts5(this)} NOT {fts5(that)})"


def ordinal(published: str | None) -> int:
    """The day of an ISO date as a number; the first of its month or year where that is all that is known; 0 for None.

    >>> ordinal("2024-05") == ordinal("2024-05-01T10:00"), ordinal(None)
    (True, 0)
    """
    if not published or not published[:4].isdigit():
        return 0
    year, month, day = (published[:10].split("-") + ["01", "01"])[:3]
    try:
        return date(int(year), int(month), int(day)).toordinal()
    except ValueError:
        return 0


def days(filters: Filters) -> tuple[int, int]:
    """First day and the day after the last that a search is narrowed to; «2024» and «2024-05» mean all of their days."""
    last = f"{filters.until}-12-31"[:10] if filters.until else None
    if last and len(filters.until or "") == 7:
        year, month = int(last[:4]), int(last[5:7])
        return ordinal(filters.since) or 1, date(year + month // 12, month % 12 + 1, 1).toordinal()
    return ordinal(filters.since) or 1, ordinal(last) + 1 if last else date.max.toordinal()


def narrowed(filters: Filters, number: str) -> tuple[str, list[object]]:
    """The condition that a report has the facets of a search; `number` is the SQL of the report's number."""
    held = f"EXISTS (SELECT 1 FROM facet f WHERE f.kind = ? AND f.value = ? AND f.report = {number})"
    return " AND ".join([held] * len(filters.facets) or ["1 = 1"]), [v for pair in filters.facets for v in pair]
