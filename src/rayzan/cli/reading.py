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


def add_paths(paths: list[Path], dossier: Path, published: str | None, outlet: str | None, lang: str | None, packs: list[Path]) -> int:
    from rayzan import __version__
    from rayzan.dossier.sqlite import open_dossier
    from rayzan.lang.fa.join import join

    reader = reader_for(packs)
    counts = {"new": 0, "changed": 0, "known": 0, "failed": 0}
    with open_dossier(dossier, join) as store:
        run = store.begin_run(__version__, " ".join(p.name for p in packs) or "shipped")
        for report in reports(_paths(paths), Given(outlet, published, lang)):
            if isinstance(report, ReportError):
                _said(report)
                counts["failed"] += 1
                continue
            counts[store.add(report, reader.read(report), run).state] += 1
        store.end_run(run)
    told = ", ".join(f"{n} {state}" for state, n in counts.items() if n) or "nothing"
    print(f"{dossier}: {told}")
    return 1 if counts["failed"] else 0
