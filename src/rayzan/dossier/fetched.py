"""What a dossier remembers of the addresses that it was gathered from."""

from collections.abc import Collection
from typing import Any, Generic, TypeVar

from rayzan.dossier.schema import COPIED
from rayzan.dossier.store import Dossier

COLUMNS = COPIED["fetched"]
R = TypeVar("R", bound=tuple[Any, ...])


class Fetched(Generic[R]):
    """The rows of a dossier's table `fetched`, as named tuples of type `make` with the fields of its columns."""

    def __init__(self, store: Dossier, make: type[R]) -> None:
        self.store, self.make = store, make

    def row(self, key: str) -> R | None:
        """What is remembered of an address, None if nothing."""
        found = self.store.query(f"SELECT {COLUMNS} FROM fetched WHERE key = ?", key)
        return self.make(*found[0]) if found else None

    def keep(self, row: R) -> None:
        """Remembers a row in place of what was."""
        columns = COLUMNS.split(", ")
        changed = ", ".join(f"{c} = excluded.{c}" for c in columns[1:])
        with self.store.backend.transaction():
            sql = f"INSERT INTO fetched ({COLUMNS}) VALUES ({', '.join('?' * len(columns))}) ON CONFLICT (key) DO UPDATE SET {changed}"
            self.store.backend.run(sql, row)

    def due(self, now: str, roots: Collection[str] | None, limit: int) -> list[R]:
        """Rows whose time has come, feeds first, then the longest due."""
        where, values = self._of(roots)
        sql = f"SELECT {COLUMNS} FROM fetched WHERE due <= ? AND {where} ORDER BY every IS NULL, due, key LIMIT ?"
        return [self.make(*row) for row in self.store.query(sql, now, *values, limit)]

    def next_due(self, roots: Collection[str] | None) -> str | None:
        """When the next row is due, UTC, ISO; None where nothing is."""
        where, values = self._of(roots)
        found: str | None = self.store.query(f"SELECT min(due) FROM fetched WHERE due IS NOT NULL AND {where}", *values)[0][0]
        return found

    def all(self, word: str = "") -> list[R]:
        """All rows whose word begins so, last fetched first."""
        sql = f"SELECT {COLUMNS} FROM fetched WHERE coalesce(word, '') LIKE ? ORDER BY fetched IS NULL, fetched DESC, key"
        return [self.make(*row) for row in self.store.query(sql, f"{word}%")]

    def _of(self, roots: Collection[str] | None) -> tuple[str, list[str]]:
        return (f"root IN ({', '.join('?' * len(roots))})", list(roots)) if roots else ("1 = 1", [])
