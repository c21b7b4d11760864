"""Rows as JSON Lines and as CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

BOM = "\ufeff"  # spreadsheet programs read Persian in a CSV file only with it
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so is a formula to a spreadsheet program


def jsonl(rows: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """One JSON object a line, in the order of the rows.

    >>> list(jsonl([{"value": 10.0, "unit": "percent"}]))
    [b'{"value":10.0,"unit":"percent"}\\n']
    """
    encoder = msgspec.json.Encoder()
    for row in rows:
        yield encoder.encode(row) + b"\n"


def csv_lines(rows: Iterable[Mapping[str, Any]], columns: Iterable[str], bom: bool = False) -> Iterator[bytes]:
    """A head line and a line a row (RFC 4180, UTF-8), with a byte order mark if asked. Text that a spreadsheet would take for a formula
    gets an apostrophe before it; numbers stand as they are.

    >>> b"".join(csv_lines([{"id": "a", "words": "=1+1"}], ["id", "words"]))
    b"id,words\\r\\na,'=1+1\\r\\n"
    """
    names = list(columns)
    for n, line in enumerate([names, *([_cell(row.get(c)) for c in names] for row in rows)]):
        out = io.StringIO()
        csv.writer(out).writerow(line)
        yield ((BOM if bom and n == 0 else "") + out.getvalue()).encode("utf-8", "replace")


def _cell(value: Any) -> Any:
    return "'" + value if isinstance(value, str) and value.startswith(_DANGEROUS) else value
