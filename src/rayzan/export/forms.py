"""The forms that rows are written in, which lists each of them holds, and one call that writes."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from rayzan.errors import ExportError
from rayzan.export.ftm import entities
from rayzan.export.gexf import gexf
from rayzan.export.ics import ics
from rayzan.export.parquet import parquet
from rayzan.export.ris import ris
from rayzan.export.table import csv_lines, jsonl

MEDIA = {
    "jsonl": "application/x-ndjson", "csv": "text/csv", "parquet": "application/vnd.apache.parquet", "ris": "application/x-research-info-systems",
    "ftm": "application/x-ndjson", "ics": "text/calendar", "gexf": "application/xml",
}  # fmt: skip
SUFFIX = {"ftm": "ftm.json"}  # where the file is called otherwise than the form
TABLES = ("jsonl", "csv", "parquet")
CITED = ("report", "statement", "question", "event", "state", "commitment", "figure")
ENTITIES = ("actor", "event", "report")
DATED = ("event", "commitment")


class File(NamedTuple):
    """What was written: how many of the rows it holds, which are all but for a calendar, and its media type."""

    content: bytes
    held: int
    media: str


def forms(kind: str) -> tuple[str, ...]:
    """The forms that a list can be written in.

    >>> forms("commitment"), forms("graph")
    (('jsonl', 'csv', 'parquet', 'ris', 'ics'), ('gexf',))
    """
    if kind == "graph":
        return ("gexf",)
    more = (("ris", CITED), ("ftm", ENTITIES), ("ics", DATED))
    return (*TABLES, *(form for form, kinds in more if kind in kinds))


def described(number: int, where: Mapping[str, str]) -> str:
    """How many rows there are and by what they are narrowed, as a file says it of itself.

    >>> described(3, {"speaker": "lavrov", "since": "2024-05-06"})
    'rayzan: 3 rows; since=2024-05-06; speaker=lavrov'
    """
    return "; ".join((f"rayzan: {number} rows", *(f"{k}={v}" for k, v in sorted(where.items()))))


def write(
    form: str, kind: str, rows: Sequence[Mapping[str, Any]], columns: Sequence[str], names: Mapping[str, Mapping[str, Any]] = {}, where: Mapping[str, str] = {}, bom: bool = False
) -> File:  # fmt: skip
    """The rows of a list as a file. `names`: the actors that the rows speak of.

    Raises `ExportError` for a form that does not hold such rows.
    """
    if form not in forms(kind):
        raise ExportError(f"{form}: {kind} rows are not written so; there are {', '.join(forms(kind))}")
    says = described(len(rows), where)
    held = len(rows)
    if form == "jsonl":
        content = b"".join(jsonl(rows))
    elif form == "csv":
        content = b"".join(csv_lines(rows, columns, bom))
    elif form == "parquet":
        content = parquet(rows, columns, says)
    elif form == "ris":
        content = ris(rows)
    elif form == "ftm":
        content = b"".join(jsonl(entities(kind, rows, names)))
    else:
        content, held = ics(rows, names, says)
    return File(content, held, MEDIA[form])


def write_graph(pairs: Mapping[tuple[str, str], int], names: Mapping[str, Mapping[str, Any]], where: Mapping[str, str] = {}) -> File:
    """The relation graph as GEXF; its rows are the pairs."""
    return File(gexf(pairs, names, described(len(pairs), where).replace("rows", "pairs")), len(pairs), MEDIA["gexf"])
