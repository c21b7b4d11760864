"""TOML into entries; an error names file and line."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import rtoml

from rayzan.errors import LexiconError
from rayzan.lexicon.entry import KINDS


def line_of(text: str, kind: str, number: int) -> int:
    """The line of the `number`th entry of a kind, from 1."""
    heads = [m.start() for m in re.finditer(rf"^[ \t]*\[\[{re.escape(kind)}\]\]", text, re.M)]
    return text.count("\n", 0, heads[number]) + 1 if number < len(heads) else 1


def toml(path: Path) -> dict[str, Any]:
    """A TOML file's tables.

    Raises `LexiconError` with file and line where the file is missing or no TOML.
    """
    try:
        return rtoml.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as e:
        raise LexiconError(f"{path}: cannot be read ({e}); give a UTF-8 TOML file") from e
    except rtoml.TomlParsingError as e:
        raise LexiconError(f"{path}: no TOML: {e}") from e


def entries(path: Path) -> Iterable[tuple[str, msgspec.Struct]]:
    """The entries of one file, each with its kind.

    Raises `LexiconError` naming file and line for a table of no known kind and for a field that breaks the schema.
    """
    tables = toml(path)
    for kind, rows in tables.items():
        schema = KINDS.get(kind)
        if schema is None or not isinstance(rows, list):
            known = ", ".join(KINDS)
            raise LexiconError(f"{path}:1: [[{kind}]] is no kind of entry; the kinds are {known}")
        try:
            yield from ((kind, row) for row in msgspec.convert(rows, list[schema]))  # type: ignore[valid-type]
        except msgspec.ValidationError:
            for number, row in enumerate(rows):
                try:
                    msgspec.convert(row, schema)
                except msgspec.ValidationError as e:
                    where = f"{path}:{line_of(path.read_text(encoding='utf-8'), kind, number)}"
                    raise LexiconError(f"{where}: [[{kind}]] {row.get('id', '')}: {e}") from e


def files(folder: Path) -> list[Path]:
    """The TOML files of a pack, in a fixed order; a file is a pack of one.

    Raises `LexiconError` where there is none.
    """
    found = [folder] if folder.is_file() else sorted(folder.rglob("*.toml"))
    if not found:
        raise LexiconError(f"{folder}: no TOML file here; a pack is a folder of .toml files")
    return found
