"""The commands that read: `read` and `reread`."""

import gc
import sys
from pathlib import Path
from typing import TypeVar

from rayzan.cli.progress import progress
from rayzan.errors import RayzanError, ReportError
from rayzan.gather.files import COLUMNS, Given, reports
from rayzan.lang.fa.language import persian
from rayzan.lexicon.check import is_date
from rayzan.lexicon.lexicon import open_lexicon
from rayzan.reading import Reader, reader
from rayzan.record.record import to_json

T = TypeVar("T")


def reader_for(packs: list[Path]) -> Reader:
    """The reader with a user's packs laid over the shipped lexicon."""
    gc.disable()  # a lexicon is no garbage: it stays as long as the program, so nothing is looked for in it, now or later
    try:
        return Reader(open_lexicon(*packs), persian()) if packs else reader()
    finally:
        gc.freeze()
        gc.enable()


def given(outlet: str | None, published: str | None, lang: str | None, columns: list[str]) -> Given:
    """What the command line says of every report."""
    pairs = []
    for said in columns:
        ours, _, theirs = said.partition("=")
        if ours not in COLUMNS or not theirs:
            raise RayzanError(f"--column {said}: give ours=theirs, such as text=body; ours are {', '.join(COLUMNS)}")
        pairs.append((ours, theirs))
    if published is not None and (len(published) < 7 or not is_date(published[:10])):
        raise RayzanError(f"--published {published}: no date; give YYYY-MM-DD or YYYY-MM")
    return Given(outlet, published, lang, tuple(pairs))


def some(paths: list[T]) -> list[T]:
    """The paths, if there are any."""
    if not paths:
        raise RayzanError("nothing to read: give files or folders")
    return paths


def told(error: ReportError) -> None:
    print(f"rayzan: {error}", file=sys.stderr)


def read_paths(paths: list[Path], said: Given, packs: list[Path]) -> int:
    by, failed = reader_for(packs), 0
    out = sys.stdout.buffer
    for report in reports(some(paths), said):
        if isinstance(report, ReportError):
            told(report)
            failed += 1
            continue
        out.write(to_json(by.read(report)) + b"\n")
        out.flush()
    by.language.keep()
    return 1 if failed else 0


def read_again(dossier: str, packs: list[Path]) -> int:
    from rayzan.dossier import fingerprint
    from rayzan.dossier.store import open_dossier

    by = reader_for(packs)
    done = held = 0
    with open_dossier(dossier, create=False) as store, store.writer():
        before = store.last_run()
        run = store.begin_run(fingerprint.rules(), fingerprint.lexicon(packs))
        for id in progress(store.ids(), "reading again"):
            for _, report in store.versions(id):
                if store.has_read(report, run):
                    held += 1
                else:
                    store.add(report, by.read(report), run)
                    done += 1
        store.end_run(run)
    differs = f"; `rayzan diff {before} {run}` shows what differs" if done else ""
    print(f"{dossier}: {done} read again, {held} were read by these rules already{differs}")
    return 0
