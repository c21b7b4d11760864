"""A dossier copied into another, whatever databases the two are in: what is kept goes over, what is derived is made there."""

from pathlib import Path

from rayzan.dossier.schema import COPIED
from rayzan.dossier.sqlite import Sqlite
from rayzan.dossier.store import Dossier, is_address, open_dossier
from rayzan.errors import DossierError


def copy(store: Dossier, target: Dossier) -> None:
    """Copies all that is kept into an empty dossier, in one transaction of the target.

    Raises `DossierError` where the target holds anything.
    """
    if target.query("SELECT 1 FROM run LIMIT 1") or target.query("SELECT 1 FROM report LIMIT 1"):
        raise DossierError(f"{target.name}: holds reports already; give a new one")
    with target.backend.alone():
        for table, columns in COPIED.items():
            marks = ", ".join("?" * len(columns.split(",")))
            rows = store.backend.stream(f"SELECT {columns} FROM {table} ORDER BY 1, 2")
            target.backend.many(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
        target.backend.counted()
        target.derived.rebuild()


def backup(store: Dossier, target: str | Path) -> None:
    """A copy of a dossier in a new file or an empty database, whole even while somebody writes.

    Raises `DossierError` where there is something already.
    """
    if isinstance(store.backend, Sqlite) and not is_address(target):
        store.backend.backup(Path(target))
        return
    if not is_address(target) and Path(target).exists():
        raise DossierError(f"{target}: exists already; give a new file")
    with open_dossier(target) as made, store.backend.frozen():
        copy(store, made)
