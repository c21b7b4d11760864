"""Citations as RIS: a reference a report, or a reference a fact with its very words and their place."""

from collections.abc import Iterable, Mapping
from typing import Any

from rayzan.export.plain import line, title


def ris(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """One NEWS reference a row: outlet, day, identifier, address; of a fact its words (AB), its key (AN) and its code points in the report (SP, EP)."""
    return "".join(_reference(row) for row in rows).encode()


def _reference(row: Mapping[str, Any]) -> str:
    fact = "words" in row
    report = row["report"] if fact else row["id"]
    day = str(row["published"] or "")
    told = (
        ("TI", report if fact else title(row)), ("T2", row["outlet"]), ("PY", day[:4]), ("DA", "/".join((day[:10].split("-") + ["", ""])[:3]) + "/" if day else ""),
        ("ID", row["key"] if fact else report), ("LA", row.get("lang")), ("UR", row.get("url")), ("AB", row["words"] if fact else None),
        ("AN", report if fact else None), ("SP", row["start"] if fact else None), ("EP", row["end"] if fact else None),
        ("A1", row.get("speaker_en") or row.get("speaker") or row.get("claimed_by")),
    )  # fmt: skip
    lines = ["TY  - NEWS", *(f"{tag}  - {line(value)}" for tag, value in told if value not in (None, "")), "ER  - "]
    return "\r\n".join(lines) + "\r\n\r\n"
