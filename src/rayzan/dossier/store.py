"""The dossier: reports with versions, a record a run, what is derived from them, search; the same over every backend."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

from rayzan.dossier.answer import answers
from rayzan.dossier.contract import Added, Backend, Row
from rayzan.dossier.derivation import Derivation
from rayzan.dossier.schema import LAST
from rayzan.errors import DossierError, ReportError
from rayzan.record import Record
from rayzan.record.record import from_json, to_json
from rayzan.text.report import Report

FORGOTTEN = "forgotten"  # the word on an address whose report was forgotten
AS_GIVEN = "r.id, r.text, r.lang, r.outlet_given, r.published_given, r.url, r.encoding"


def now() -> str:
    """This moment in UTC, ISO."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Dossier:
    """One open dossier. Use `with open_dossier(path) as d:`."""

    def __init__(self, backend: Backend) -> None:
        self.backend, self.name = backend, backend.name
        self.derived = Derivation(backend)

    def __enter__(self) -> "Dossier":
        return self

    def __exit__(self, *_: object) -> None:
        self.backend.close()

    def query(self, sql: str, *values: object) -> list[Row]:
        """The rows of a SQL question with `?` marks."""
        return self.backend.rows(sql, values)

    def told(self, sql: str, *values: object) -> list[Row]:
        """The same as `query`, kept until the dossier changes: for what counts over many rows. Not to be changed by who asks."""
        moment = self.backend.moment()
        if moment is None:
            return self.query(sql, *values)
        return answers(self.name).ask(moment, sql, values, lambda: self.query(sql, *values))

    def told_each(self, sql: str, values: Iterable[str]) -> dict[str, list[Row]]:
        """What `told` says of each of some values of a question with one `?` mark."""
        moment = self.backend.moment()
        if moment is None:
            return {v: self.query(sql, v) for v in values}
        kept = answers(self.name)
        return {v: kept.ask(moment, sql, (v,), lambda v=v: self.query(sql, v)) for v in values}  # type: ignore[misc]

    def writer(self) -> AbstractContextManager[None]:
        """Held around long writing: two may read meanwhile, a second writer is refused with a word."""
        return self.backend.writer()

    # runs

    def begin_run(self, rules: str, lexicon: str) -> int:
        """A new run of a rule version over reports; its number."""
        with self.backend.transaction():
            sql = "INSERT INTO run (rules, lexicon, started) VALUES (?, ?, ?) RETURNING number"
            return int(self.backend.rows(sql, (rules, lexicon, now()))[0][0])

    def end_run(self, run: int) -> None:
        sql = "UPDATE run SET ended = ?, reports = (SELECT count(*) FROM record WHERE run = ?) WHERE number = ?"
        with self.backend.transaction():
            self.backend.run(sql, (now(), run, run))
        self.backend.weigh()

    def last_run(self) -> int:
        """The number of the last run, 0 where there was none."""
        return int(self.backend.rows("SELECT coalesce(max(number), 0) FROM run")[0][0])

    # writing

    def known(self, report: Report) -> int | None:
        """The number of this very text of this report with nothing new said of it; None if the dossier has not got it."""
        report.whole()
        sql = """SELECT number FROM report WHERE id = ? AND sha256 = ? AND lang = ? AND coalesce(?, outlet_given, '') = coalesce(outlet_given, '')
                 AND coalesce(?, published_given, '') = coalesce(published_given, '') AND coalesce(?, url, '') = coalesce(url, '') ORDER BY version DESC"""
        found = self.backend.rows(sql, (report.id, report.sha256, report.lang, report.outlet, report.published, report.url))
        return int(found[0][0]) if found else None

    def has_read(self, report: Report, run: int) -> bool:
        """Whether this very report was read already by the rules and lexicon of a run: then reading it again gives the same record."""
        number = self.known(report)
        sql = """SELECT 1 FROM record x JOIN run u ON u.number = x.run JOIN run n ON n.rules = u.rules AND n.lexicon = u.lexicon
                 WHERE x.report = ? AND n.number = ?"""
        return number is not None and bool(self.backend.rows(sql, (number, run)))

    def add(self, report: Report, record: Record, run: int) -> Added:
        """Stores a report and its record in one transaction: the same text again is known, a changed one is a further version.

        Raises `ReportError` for a text that no database keeps.
        """
        if "\x00" in report.text:
            raise ReportError(f"{report.id}: holds the character NUL, which no database keeps; take it out of the text")
        with self.backend.transaction():
            self.backend.claim(report.id)
            number, state = self.known(report), "known"
            if number is None:
                number, state = self._version(report, run)
            sql = "INSERT INTO record (report, run, json) VALUES (?, ?, ?) ON CONFLICT (report, run) DO UPDATE SET json = excluded.json"
            self.backend.run(sql, (number, run, to_json(record).decode()))
            if self.backend.rows("SELECT number FROM latest WHERE number = ?", (number,)):
                self.derived.put(number, record, state != "known")
        return Added(number, state)

    def _version(self, report: Report, run: int) -> tuple[int, str]:
        before = self.backend.rows("SELECT number, version FROM report WHERE id = ? ORDER BY version DESC LIMIT 1", (report.id,))
        version = before[0][1] + 1 if before else 1
        if before:
            self.derived.take_out(before[0][0])
            self.backend.run("UPDATE report SET latest = 0 WHERE number = ?", (before[0][0],))
        sql = """INSERT INTO report (id, version, sha256, lang, outlet_given, published_given, url, encoding, added_in, text)
                 VALUES (?,?,?,?,?,?,?,?,?,?) RETURNING number"""
        values = (
            report.id,
            version,
            report.sha256,
            report.lang,
            report.outlet,
            report.published,
            report.url,
            report.encoding,
            run,
            report.text,
        )
        return int(self.backend.rows(sql, values)[0][0]), "changed" if before else "new"

    def forget(self, id: str) -> int:
        """Takes a report with all versions, all that was read from it and all judgements on it out of the dossier; how many versions went.

        Its address stays known as forgotten, so that no feed brings it back.
        """
        versions = self.backend.rows("SELECT number FROM report WHERE id = ?", (id,))
        if not versions:
            raise DossierError(f"{id}: no such report in {self.name}; `rayzan show` lists them")
        with self.backend.transaction():
            for (number,) in versions:
                self.derived.take_out(number)
                self.backend.run("DELETE FROM report WHERE number = ?", (number,))
            self.backend.run("DELETE FROM judgement WHERE report = ?", (id,))
            self.backend.run(f"UPDATE fetched SET due = NULL, report = NULL, word = '{FORGOTTEN}' WHERE report = ?", (id,))
        return len(versions)

    # reading

    def records(self, judged: bool = True) -> Iterator[tuple[Report, Record]]:
        """The latest version of each report as it was given, with its last record as judged (or as read), by report id."""
        sql = f"SELECT {AS_GIVEN}, x.json FROM latest r JOIN record x ON x.report = r.number AND {LAST} ORDER BY r.id"
        for *head, told in self.backend.stream(sql):
            report, record = Report(*head), from_json(told)
            yield report, self.derived.settled(record, report.text).record if judged else record

    def one(self, id: str, judged: bool = True) -> tuple[Report, Record]:
        """One report with its record as judged (or as read).

        Raises `DossierError` where the dossier has no such report.
        """
        sql = f"SELECT {AS_GIVEN}, x.json FROM latest r JOIN record x ON x.report = r.number AND {LAST} WHERE r.id = ?"
        for *head, told in self.backend.rows(sql, (id,)):
            report, record = Report(*head), from_json(told)
            return report, self.derived.settled(record, report.text).record if judged else record
        raise DossierError(f"{id}: no such report in {self.name}; `rayzan show` lists them")

    def ids(self) -> list[str]:
        """The ids of all reports."""
        return [id for (id,) in self.backend.rows("SELECT DISTINCT id FROM report ORDER BY id")]

    def versions(self, id: str) -> list[tuple[int, Report]]:
        """All versions of a report with their numbers, oldest first.

        Raises `DossierError` where the dossier has no such report.
        """
        rows_ = self.backend.rows(f"SELECT r.version, {AS_GIVEN} FROM report r WHERE r.id = ? ORDER BY r.version", (id,))
        if not rows_:
            raise DossierError(f"{id}: no such report in {self.name}; `rayzan show` lists them")
        return [(version, Report(*head)) for version, *head in rows_]

    def as_of(self, run: int) -> dict[str, Record]:
        """The records by report id and version as they stood after a run.

        Raises `DossierError` for a run there is not.
        """
        if not self.backend.rows("SELECT 1 FROM run WHERE number = ?", (run,)):
            raise DossierError(f"{run}: no such run in {self.name}; `rayzan runs` lists them")
        sql = """SELECT r.id, r.version, x.json FROM report r JOIN record x ON x.report = r.number
                 AND x.run = (SELECT max(run) FROM record WHERE report = r.number AND run <= ?) ORDER BY r.id, r.version"""
        return {f"{id}@{version}": from_json(told) for id, version, told in self.backend.stream(sql, (run,))}


def is_address(where: str | Path) -> bool:
    """Whether a dossier's name is the address of a PostgreSQL database, not a file."""
    return str(where).startswith(("postgresql:", "postgres:"))


def open_dossier(where: str | Path, create: bool = True) -> Dossier:
    """The dossier in a file, or at a `postgresql://` address; it is made if it is not there and `create` says so.

    Raises `DossierError` for a file that is no dossier, one of a newer version, or one that another process writes to.
    """
    if is_address(where):
        from rayzan.dossier.postgres import Postgres

        return Dossier(Postgres(str(where), create))
    from rayzan.dossier.sqlite import TANTIVY, Sqlite

    inside = Sqlite(Path(where), create)
    if inside.engine() != TANTIVY:
        return Dossier(inside)
    from rayzan.dossier.beside import Beside

    inside.close()
    return Dossier(Beside(Path(where), create))
