"""A dossier in one SQLite file: WAL, foreign keys, all or nothing, so that a kill at any moment leaves no half record."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from rayzan.dossier.contract import Filters, Row
from rayzan.dossier.match import days, fts5, narrowed
from rayzan.dossier.migrate import migrate
from rayzan.dossier.query import Query
from rayzan.dossier.schema import VERSION, kept
from rayzan.errors import DossierError

BUSY_SECONDS = 5.0
FTS5, TANTIVY = ENGINES = ("fts5", "tantivy")
NEWEST = 5_000  # matches that are ranked: the newest ones
NUMBER = (1 << 32) - 1  # a row of the index is numbered by day and report, so that newest first needs no sorting
HASH_BYTES = 64_000_000  # words held in memory before they go into the index
INDEX = "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5 (keys, content='', tokenize='ascii')"  # keys are folded: blanks part them


class Sqlite:
    """The backend in a file, made if it is not there and `create` says so."""

    def __init__(self, path: Path, create: bool) -> None:
        self.path, self.name, self._depth, self._writing = path, str(path), 0, False
        if not create and not path.exists():
            raise DossierError(f"{path}: no such dossier; make one with `rayzan add PATH --dossier {path}`")
        try:
            self.db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            self.db.execute("PRAGMA foreign_keys = ON")
            self.db.execute("PRAGMA journal_mode = WAL")
            self._made()
        except sqlite3.OperationalError as e:
            raise self._error(e) from e
        except sqlite3.DatabaseError as e:
            raise DossierError(f"{path}: not a dossier ({e}); give another file") from e

    def _made(self) -> None:
        version = self.db.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise DossierError(
                f"{self.path}: written by a newer rayzan (version {version} of the tables, this one knows {VERSION}); update rayzan"
            )
        if 0 < version < VERSION:
            with self.writer():
                migrate(self.db, self.path, version)
        if version:
            return
        with self.transaction():  # of two that come first, one makes the tables and the other finds them
            if self.db.execute("PRAGMA user_version").fetchone()[0] == VERSION:
                return
            if self.db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise DossierError(f"{self.path}: a database, but no dossier; give another file")
            for statement in kept("INTEGER PRIMARY KEY").split(";"):
                self.db.execute(statement)
            self.db.execute(f"PRAGMA user_version = {VERSION}")

    def _error(self, e: sqlite3.Error) -> DossierError:
        if "locked" in str(e) or "busy" in str(e):
            return DossierError(f"{self.path}: another process is writing to this dossier; try again when it has ended")
        return DossierError(f"{self.path}: {e}; check the path, its permissions and the room on the disk")

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        return list(self.stream(sql, values))

    def stream(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        try:
            yield from self.db.execute(sql, values)
        except sqlite3.DatabaseError as e:
            raise self._error(e) from e

    def run(self, sql: str, values: Sequence[object] = ()) -> None:
        try:
            self.db.execute(sql, values)
        except sqlite3.DatabaseError as e:
            raise self._error(e) from e

    def many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        try:
            self.db.executemany(sql, rows)
        except sqlite3.DatabaseError as e:
            raise self._error(e) from e

    @contextmanager
    def transaction(self) -> Iterator[None]:
        if not self._depth:
            self.run("BEGIN IMMEDIATE")
        self._depth += 1
        try:
            yield
        except BaseException:
            self._depth -= 1
            if not self._depth and self.db.in_transaction:
                self.db.execute("ROLLBACK")
            raise
        self._depth -= 1
        if not self._depth:
            self.run("COMMIT")

    @contextmanager
    def writer(self) -> Iterator[None]:
        """Holds the dossier by a lock on a file beside it, which a killed process lets go of."""
        try:
            import fcntl
        except ImportError:  # elsewhere SQLite's own locks keep writers apart, report by report
            yield
            return
        if self._writing:
            yield
            return
        beside = self.path.with_name(self.path.name + "-writer")
        while True:
            held = os.open(beside, os.O_RDWR | os.O_CREAT, 0o644)
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as e:
                who = os.read(held, 20).decode() or "unknown"
                os.close(held)
                raise DossierError(
                    f"{self.path}: another process (number {who}) is writing to this dossier; wait until it has ended, or give another --dossier"
                ) from e
            if beside.exists() and beside.stat().st_ino == os.fstat(held).st_ino:
                break
            os.close(held)  # the one before let go of it between our opening and locking
        try:
            os.ftruncate(held, 0)
            os.write(held, str(os.getpid()).encode())
            self._writing = True
            yield
        finally:
            self._writing = False
            beside.unlink(missing_ok=True)
            os.close(held)

    @contextmanager
    def alone(self) -> Iterator[None]:
        with self.writer(), self.transaction():
            yield

    @contextmanager
    def frozen(self) -> Iterator[None]:
        self.run("BEGIN")
        try:
            yield
        finally:
            self.run("COMMIT")

    def counted(self) -> None:
        """Nothing to do: the next number is one more than the highest."""

    def claim(self, id: str) -> None:
        """Nothing to do: a transaction here is the only one that writes."""

    def engine(self) -> str:
        """What the words are searched by."""
        found = self.rows("SELECT value FROM meta WHERE name = 'engine'")
        return str(found[0][0]) if found else FTS5

    # search

    def index(self, number: int, day: int, words: str) -> None:
        self.run("INSERT INTO search (rowid, keys) VALUES (?, ?)", (day << 32 | number, words))

    def unindex(self, number: int, day: int, words: str) -> None:
        # a contentless index forgets a row by the words it was given
        self.run("INSERT INTO search (search, rowid, keys) VALUES ('delete', ?, ?)", (day << 32 | number, words))

    def clear_index(self) -> None:
        self.run("DROP TABLE IF EXISTS waiting")
        self.run("DROP TABLE IF EXISTS search")
        self.run(INDEX)
        self.run("INSERT INTO search (search, rank) VALUES ('hashsize', ?)", (HASH_BYTES,))

    def indexed(self) -> int:
        return int(self.rows("SELECT count(*) FROM search")[0][0])

    def matches(self, query: Query, filters: Filters, limit: int, ranked: bool = False) -> list[int]:
        where, values = narrowed(filters, f"(s.rowid & {NUMBER})")
        if filters.since or filters.until:
            where += " AND s.rowid >= ? AND s.rowid < ?"
            values += [day << 32 for day in days(filters)]
        sql = f"SELECT s.rowid{', bm25(search) AS far' if ranked else ''} FROM search s WHERE search MATCH ? AND {where} ORDER BY s.rowid DESC LIMIT ?"
        if ranked:
            sql = f"SELECT rowid FROM ({sql}) ORDER BY far, rowid DESC LIMIT {int(limit)}"
        return [row & NUMBER for (row,) in self.rows(sql, [fts5(query.node), *values, NEWEST if ranked else limit])]

    def within(self, query: Query) -> tuple[str, list[object]]:
        return f"SELECT rowid & {NUMBER} FROM search WHERE search MATCH ?", [fts5(query.node)]

    # keeping

    def weigh(self) -> None:
        self.run("PRAGMA analysis_limit = 1000")
        self.run("ANALYZE")

    def damage(self) -> list[str]:
        out = [f"sqlite: {row[0]}" for row in self.rows("PRAGMA integrity_check") if row[0] != "ok"]
        return out + [f"reference: row {row[1]} of {row[0]} points nowhere" for row in self.rows("PRAGMA foreign_key_check")]

    def backup(self, target: Path) -> None:
        """A copy of the file, page by page."""
        if target.exists():
            raise DossierError(f"{target}: exists already; give a new file")
        try:
            with closing(sqlite3.connect(target)) as copy:
                self.db.backup(copy)
        except sqlite3.Error as e:
            raise DossierError(f"{target}: cannot be written ({e}); check the path and the room on the disk") from e

    def moment(self) -> tuple[object, ...] | None:
        if self.db.in_transaction:
            return None
        beside = self.path.with_name(self.path.name + "-wal")  # where a change is written first; an empty one holds none
        try:
            file, log = self.path.stat(), beside.stat() if beside.exists() else None
        except OSError:  # the last one that closes takes the log away
            return None
        return file.st_ino, file.st_mtime_ns, file.st_size, (log.st_mtime_ns, log.st_size) if log and log.st_size else None

    def close(self) -> None:
        self.db.close()
