"""Dossiers of older versions brought forward, each step after a backup."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from rayzan.dossier.schema import FETCHED, KEPT, VERSION


def _to_2(db: sqlite3.Connection) -> None:
    """Reports keep what was given of them beside what was read; index and derived tables are made anew on opening."""
    db.execute("DROP VIEW latest")
    for (name,) in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%REFERENCES report%' AND name <> 'record'"
    ).fetchall():
        db.execute(f'DROP TABLE "{name}"')
    db.execute("DROP TABLE search")
    for name in ("report", "record", "run"):
        db.execute(f"ALTER TABLE {name} RENAME TO old_{name}")
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall():
        db.execute(f'DROP INDEX "{name}"')
    for statement in (KEPT.replace("{serial}", "INTEGER PRIMARY KEY") + FETCHED).split(";"):
        db.execute(statement)
    db.execute("INSERT INTO run SELECT * FROM old_run")
    db.execute(
        "INSERT INTO report (number, id, version, sha256, lang, outlet, published, url, encoding, text)"
        " SELECT number, id, version, sha256, lang, outlet, published, url, encoding, text FROM old_report"
    )
    db.execute("UPDATE report SET latest = (version = (SELECT max(version) FROM report o WHERE o.id = report.id))")
    db.execute("INSERT INTO record SELECT * FROM old_record")
    for name in ("record", "report", "run"):
        db.execute(f"DROP TABLE old_{name}")


STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _to_2}


def migrate(db: sqlite3.Connection, path: Path, version: int) -> Path:
    """Brings a dossier of `version` forward in one transaction; the path of the backup made before."""
    kept = path.with_name(f"{path.name}.version-{version}")
    with sqlite3.connect(kept) as copy:
        db.backup(copy)
    copy.close()
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("PRAGMA legacy_alter_table = ON")  # renaming must not turn references to the old name
    db.execute("BEGIN IMMEDIATE")
    try:
        for step in range(version, VERSION):
            STEPS[step](db)
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    finally:
        db.execute("PRAGMA legacy_alter_table = OFF")
        db.execute("PRAGMA foreign_keys = ON")
    return kept
