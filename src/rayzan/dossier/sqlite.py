"""A dossier in one SQLite file: WAL, foreign keys, one transaction a report, so that a kill at any moment leaves no half record."""

import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from rayzan.dossier.derive import rows
from rayzan.dossier.schema import DERIVED, TABLES, VERSION
from rayzan.errors import DossierError
from rayzan.record import Record
from rayzan.record.record import from_json, to_json
from rayzan.text.report import Report
from rayzan.text.word import Join, words

BUSY_SECONDS = 5


class Added(NamedTuple):
    """What became of a report: new, changed (a further version) or known."""

    number: int
    state: str


class Hit(NamedTuple):
    """A place in a report that a search found, as raw offsets."""

    report: str
    number: int
    start: int
    end: int
    line: str


class Dossier:
    """One open dossier. Use `with open_dossier(path) as d:`."""

    def __init__(self, path: Path, join: Join, write: bool = True) -> None:
        self.path, self.join = path, join
        if not write and not path.exists():
            raise DossierError(f"{path}: no such dossier; make one with `rayzan add PATH --dossier {path}`")
        try:
            self.db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            self.db.execute("PRAGMA foreign_keys = ON")
            self.db.execute("PRAGMA journal_mode = WAL")
            version = self.db.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.DatabaseError as e:
            raise DossierError(f"{path}: not a dossier ({e}); give another file") from e
        if version == 0:
            if self.db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise DossierError(f"{path}: a database, but no dossier; give another file")
            self._locked(lambda: self.db.executescript(f"BEGIN IMMEDIATE; {TABLES} PRAGMA user_version = {VERSION}; COMMIT;"))
        elif version > VERSION:
            raise DossierError(
                f"{path}: written by a newer rayzan (version {version} of the tables, this one knows {VERSION}); update rayzan"
            )

    def __enter__(self) -> "Dossier":
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    def _locked(self, act: "object") -> None:
        try:
            act()  # type: ignore[operator]
        except sqlite3.OperationalError as e:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            if "locked" in str(e) or "busy" in str(e):
                raise DossierError(f"{self.path}: another process is writing to this dossier; try again when it has ended") from e
            raise DossierError(f"{self.path}: {e}") from e

    # writing

    def begin_run(self, rules: str, lexicon: str) -> int:
        """A new run of a rule version over reports; its number."""
        self._locked(
            lambda: self.db.execute(
                "INSERT INTO run (rules, lexicon, started) VALUES (?, ?, ?)",
                (rules, lexicon, datetime.now(UTC).isoformat(timespec="seconds")),
            )
        )
        return int(self.db.execute("SELECT max(number) FROM run").fetchone()[0])

    def end_run(self, run: int) -> None:
        self._locked(
            lambda: self.db.execute(
                "UPDATE run SET ended = ?, reports = (SELECT count(*) FROM record WHERE run = ?) WHERE number = ?",
                (datetime.now(UTC).isoformat(timespec="seconds"), run, run),
            )
        )

    def known(self, report: Report) -> int | None:
        """The number of this very text of this report, None if the dossier has not got it."""
        row = self.db.execute("SELECT number FROM report WHERE id = ? AND sha256 = ?", (report.id, report.sha256)).fetchone()
        return int(row[0]) if row else None

    def add(self, report: Report, record: Record, run: int) -> Added:
        """Stores a report and its record in one transaction: the same text again is known, a changed one is a further version."""
        out: list[Added] = []

        def act() -> None:
            self.db.execute("BEGIN IMMEDIATE")
            number = self.known(report)
            state = "known"
            if number is None:
                version = self.db.execute("SELECT coalesce(max(version), 0) FROM report WHERE id = ?", (report.id,)).fetchone()[0] + 1
                state = "new" if version == 1 else "changed"
                cursor = self.db.execute(
                    "INSERT INTO report (id, version, sha256, lang, outlet, published, url, encoding, text) VALUES (?,?,?,?,?,?,?,?,?)",
                    (
                        report.id,
                        version,
                        report.sha256,
                        report.lang,
                        record.report.outlet,
                        record.report.published,
                        report.url,
                        report.encoding,
                        report.text,
                    ),
                )
                number = int(cursor.lastrowid or 0)
                self.db.execute("INSERT INTO search (rowid, keys) VALUES (?, ?)", (number, self._keys(report.text)))
            self.db.execute("INSERT OR REPLACE INTO record (report, run, json) VALUES (?, ?, ?)", (number, run, to_json(record).decode()))
            self._derive(number, record)
            self.db.execute("COMMIT")
            out.append(Added(number, state))

        self._locked(act)
        return out[0]

    def _keys(self, text: str) -> str:
        return " ".join(w.key for w in words(text, self.join) if w.key[0].isalnum())

    def _derive(self, number: int, record: Record) -> None:
        for table in DERIVED:
            self.db.execute(f"DELETE FROM {table} WHERE report = ?", (number,))
        for table, values in rows(record):
            marks = ",".join("?" * (len(values) + 1))
            self.db.execute(f"INSERT INTO {table} VALUES ({marks})", (number, *values))

    def forget(self, id: str) -> int:
        """Takes a report with all versions and all that was read from it out of the dossier; how many versions went."""
        versions = self.db.execute("SELECT number, text FROM report WHERE id = ?", (id,)).fetchall()
        if not versions:
            raise DossierError(f"{id}: no such report in {self.path}; `rayzan show` lists them")

        def act() -> None:
            self.db.execute("BEGIN IMMEDIATE")
            for n, text in versions:  # a contentless index forgets a row by the words it was given
                self.db.execute("INSERT INTO search (search, rowid, keys) VALUES ('delete', ?, ?)", (n, self._keys(text)))
                self.db.execute("DELETE FROM report WHERE number = ?", (n,))
            self.db.execute("COMMIT")

        self._locked(act)
        return len(versions)

    def backup(self, target: Path) -> None:
        """A copy of the dossier in another file, whole even while somebody writes."""
        if target.exists():
            raise DossierError(f"{target}: exists already; give a new file")
        with sqlite3.connect(target) as copy:
            self.db.backup(copy)

    # reading

    def records(self) -> Iterator[tuple[Report, Record]]:
        """The latest version of each report with its last record, by report id."""
        query = """SELECT r.id, r.text, r.lang, r.outlet, r.published, r.url, r.encoding, x.json FROM latest r
                   JOIN record x ON x.report = r.number AND x.run = (SELECT max(run) FROM record WHERE report = r.number) ORDER BY r.id"""
        for id, text, lang, outlet, published, url, encoding, json in self.db.execute(query):
            yield Report(id, text, lang, outlet, published, url, encoding), from_json(json)

    def one(self, id: str) -> tuple[Report, Record]:
        """One report with its record.

        Raises `DossierError` where the dossier has no such report.
        """
        query = """SELECT r.text, r.lang, r.outlet, r.published, r.url, r.encoding, x.json FROM latest r
                   JOIN record x ON x.report = r.number AND x.run = (SELECT max(run) FROM record WHERE report = r.number) WHERE r.id = ?"""
        row = self.db.execute(query, (id,)).fetchone()
        if row is None:
            raise DossierError(f"{id}: no such report in {self.path}")
        return Report(id, *row[:6]), from_json(row[6])

    def run_records(self, run: int) -> dict[str, Record]:
        """The records of one run by report id and version."""
        query = "SELECT r.id || '@' || r.version, x.json FROM record x JOIN report r ON r.number = x.report WHERE x.run = ? ORDER BY 1"
        return {id: from_json(json) for id, json in self.db.execute(query, (run,))}

    def query(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        return self.db.execute(sql, values).fetchall()

    def content_hash(self) -> str:
        """A hash of what the dossier holds, whatever the order it came in."""
        seen = hashlib.sha256()
        for row in self.db.execute("SELECT id, sha256 FROM report ORDER BY id, sha256"):
            seen.update("\x00".join(row).encode())
        for (json,) in self.db.execute("SELECT json FROM record x JOIN report r ON r.number = x.report ORDER BY r.id, r.sha256, x.run"):
            seen.update(hashlib.sha256(json.encode()).digest())
        return seen.hexdigest()

    def check(self) -> list[str]:
        """What is wrong with the dossier: damaged pages, broken references, hashes or spans that do not hold; empty if nothing."""
        out = [f"sqlite: {row[0]}" for row in self.db.execute("PRAGMA integrity_check") if row[0] != "ok"]
        out += [f"reference: row {row[1]} of {row[0]} points nowhere" for row in self.db.execute("PRAGMA foreign_key_check")]
        for number, id, text, sha in self.db.execute("SELECT number, id, text, sha256 FROM report"):
            if Report(id, text).sha256 != sha:
                out.append(f"{id}: the text does not match its hash")
            if not self.db.execute("SELECT 1 FROM record WHERE report = ?", (number,)).fetchone():
                out.append(f"{id}: no record")
            for table in ("statement", "event", "instrument_state", "figure", "time"):
                column = {"statement": "content", "time": "text"}.get(table, "evidence")
                for start, end, words_ in self.db.execute(f'SELECT start, "end", {column} FROM {table} WHERE report = ?', (number,)):
                    if text[start:end] != words_:
                        out.append(f"{id}: a span of {table} at {start} does not hold")
        return out

    def find(self, phrase: str, limit: int = 20) -> tuple[str, list[Hit]]:
        """Reports that hold the words of a phrase, newest first, with the exact spans; and the folded query that was searched.

        A half-space may be typed, left out or typed as a blank.
        """
        found = [w.key for w in words(phrase, self.join) if w.key[0].isalnum()]
        if not found:
            raise DossierError("nothing to search for: give at least one word")
        quoted = " ".join(f'"{k}"' for k in found)
        joined = '"' + "".join(found) + '"'
        query = f'("{" ".join(found)}") OR ({quoted})' + (f" OR {joined}" if len(found) > 1 else "")
        sql = """SELECT r.number, r.id, r.text FROM search s JOIN report r ON r.number = s.rowid WHERE search MATCH ?
                 ORDER BY r.published IS NULL, r.published DESC, r.id LIMIT ?"""
        out: list[Hit] = []
        for number, id, text in self.db.execute(sql, (query, limit)):
            out.extend(self._marks(id, number, text, found))
        return query, out

    def _marks(self, id: str, number: int, text: str, found: list[str]) -> Iterator[Hit]:
        """The spans of a phrase in a text: the whole phrase where it stands, else each of its words once."""
        told = words(text, self.join)
        keys = [w.key for w in told]
        size, joined = len(found), "".join(found)
        spots = [(i, i + size) for i in range(len(keys) - size + 1) if keys[i : i + size] == found] + [
            (i, i + 1) for i, k in enumerate(keys) if k == joined and size > 1
        ]
        if not spots:
            spots = [(keys.index(k), keys.index(k) + 1) for k in found if k in keys]
        for first, last in spots[:3]:
            start, end = told[first].start, told[last - 1].end
            line_start = text.rfind("\n", 0, start) + 1
            line_end = text.find("\n", end)
            yield Hit(id, number, start, end, text[line_start : line_end if line_end >= 0 else len(text)])


def open_dossier(path: Path, join: Join, write: bool = True) -> Dossier:
    """The dossier in a file, made if it is not there.

    Raises `DossierError` for a file that is no dossier, one of a newer version, or one that another process writes to.
    """
    return Dossier(path, join, write)
