"""Rows as one Parquet file, through pyarrow (the extra `parquet`)."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rayzan.errors import ExportError


def parquet(rows: Sequence[Mapping[str, Any]], columns: Iterable[str], says: str = "") -> bytes:
    """A Parquet file (zstd) with these columns: whole numbers as int64, other numbers as float64, all else as text; nothing told is null.

    `says` stands in the file's metadata under `rayzan`: how many rows, and by what they are narrowed.

    Raises `ExportError` where pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as e:
        raise ExportError("Parquet is written by pyarrow, which is not installed; `pip install 'rayzan[parquet]'`, or take jsonl or csv") from e
    kinds = {"int": pa.int64(), "float": pa.float64(), "text": pa.string()}
    names = list(columns)
    types = {name: _kind([row.get(name) for row in rows]) for name in names}
    schema = pa.schema([(name, kinds[types[name]]) for name in names], {"rayzan": says})
    told = {name: [_value(row.get(name), types[name]) for row in rows] for name in names}
    out = io.BytesIO()
    pq.write_table(pa.table(told, schema), out, compression="zstd")
    return out.getvalue()


def _kind(values: Iterable[Any]) -> str:
    """int where all values told are whole numbers, float where they are numbers, else text."""
    found = {type(v) for v in values if v is not None}
    return "int" if found == {int} else "float" if found and found <= {int, float} else "text"


def _value(value: Any, kind: str) -> Any:
    """A lone surrogate of a text has no UTF-8 and becomes «?»."""
    return value if value is None or kind != "text" else str(value).encode("utf-8", "replace").decode()
