"""The command that writes rows of a dossier as a file."""

import sys
from pathlib import Path

from rayzan.dossier.about import counterparts
from rayzan.dossier.columns import LISTS
from rayzan.dossier.listing import named, rows
from rayzan.dossier.people import people
from rayzan.dossier.store import Dossier, open_dossier
from rayzan.errors import ExportError
from rayzan.export.forms import File, forms, write, write_graph


def export_rows(dossier: str, kind: str, form: str, filters: list[str], out: Path | None, bom: bool) -> int:
    """Writes a list as a file, or to the standard output; says on the standard error how many rows it holds and how many not."""
    if kind != "graph" and kind not in LISTS:
        raise ExportError(f"{kind}: no such list; there are {', '.join((*LISTS, 'graph'))}")
    if form not in forms(kind):
        raise ExportError(f"{form}: {kind} rows are not written so; there are {', '.join(forms(kind))}")
    where = dict(narrowed(f) for f in filters)
    with open_dossier(dossier, create=False) as store:
        made, number = _made(store, kind, form, where, bom)
    if out is None:
        sys.stdout.buffer.write(made.content)
    else:
        out.write_bytes(made.content)
    left = f"; {number - made.held} give no day and are left off" if number != made.held else ""
    print(f"{made.held} {'pairs' if kind == 'graph' else 'rows'}{left}", file=sys.stderr)
    return 0


def narrowed(told: str) -> tuple[str, str]:
    """A filter as typed, field=value.

    Raises `ExportError` where there is no «=».
    """
    field, sign, value = told.partition("=")
    if not sign:
        raise ExportError(f"{told}: no filter; give field=value, as speaker=lavrov or since=2024-05-06")
    return field, value


def _made(store: Dossier, kind: str, form: str, where: dict[str, str], bom: bool) -> tuple[File, int]:
    if kind == "graph":
        centre = where.get("actor")
        pairs = counterparts(store, centre, {k: v for k, v in where.items() if k != "actor"})
        return write_graph(pairs, named(store, "actor", {id for pair in pairs for id in pair}), where), len(pairs)
    found = rows(store, kind, where)
    names = people(store, found) if form in ("ftm", "ics") else {}
    return write(form, kind, found, list(LISTS[kind].columns), names, where, bom), len(found)
