"""The commands that read: `read` and `add`."""

import sys
from pathlib import Path

from rayzan.errors import RayzanError, ReportError
from rayzan.gather.files import Given, reports
from rayzan.lang.fa.language import persian
from rayzan.lexicon.lexicon import open_lexicon
from rayzan.reading import Reader
from rayzan.record.record import to_json


def reader_for(packs: list[Path]) -> Reader:
    """The reader with a user's packs laid over the shipped lexicon."""
    return Reader(open_lexicon(*packs), persian())


def _paths(paths: list[Path]) -> list[Path]:
    if not paths:
        raise RayzanError("nothing to read: give files or folders")
    return paths


def _said(error: ReportError) -> None:
    print(f"rayzan: {error}", file=sys.stderr)


def read_paths(paths: list[Path], published: str | None, outlet: str | None, lang: str | None, packs: list[Path]) -> int:
    reader, failed = reader_for(packs), 0
    out = sys.stdout.buffer
    for report in reports(_paths(paths), Given(outlet, published, lang)):
        if isinstance(report, ReportError):
            _said(report)
            failed += 1
            continue
        out.write(to_json(reader.read(report)) + b"\n")
        out.flush()
    return 1 if failed else 0


def add_paths(paths: list[Path], dossier: str, published: str | None, outlet: str | None, lang: str | None, packs: list[Path]) -> int:
    from rayzan.dossier import fingerprint
    from rayzan.dossier.store import open_dossier

    reader = reader_for(packs)
    counts = {"new": 0, "changed": 0, "known": 0, "failed": 0}
    with open_dossier(dossier) as store, store.writer():
        run = store.begin_run(fingerprint.rules(), fingerprint.lexicon(packs))
        for report in reports(_paths(paths), Given(outlet, published, lang)):
            if isinstance(report, ReportError):
                _said(report)
                counts["failed"] += 1
            elif store.has_read(report, run):  # so a run that was broken off goes on where it was
                counts["known"] += 1
            else:
                counts[store.add(report, reader.read(report), run).state] += 1
        store.end_run(run)
    told = ", ".join(f"{n} {state}" for state, n in counts.items() if n) or "nothing"
    print(f"{dossier}: {told}")
    return 1 if counts["failed"] else 0


def read_again(dossier: str, packs: list[Path]) -> int:
    from rayzan.dossier import fingerprint
    from rayzan.dossier.store import open_dossier

    reader = reader_for(packs)
    done = held = 0
    with open_dossier(dossier, create=False) as store, store.writer():
        before = store.last_run()
        run = store.begin_run(fingerprint.rules(), fingerprint.lexicon(packs))
        for id in store.ids():
            for _, report in store.versions(id):
                if store.has_read(report, run):
                    held += 1
                else:
                    store.add(report, reader.read(report), run)
                    done += 1
        store.end_run(run)
    print(f"{dossier}: {done} read again, {held} were read by these rules already; `rayzan diff {before} {run}` shows what differs")
    return 0
