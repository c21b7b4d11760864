"""Server time of each page over a large dossier, in one run, in milliseconds: of five requests the median of the clock, the slowest, and the
median of the processor, which other work on the machine does not change.

    python benchmarks/pages.py [--reports 20000] [--dossier FILE] [--most MS]

The reports are those of `benchmarks/dossier.py`. With --dossier the file is used, and made if it is not there. With --most the exit code is not
zero where the first page takes more of the processor.
"""

import argparse
import logging
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from litestar.testing import TestClient

from dossier import TOGETHER, material, varied
from rayzan.dossier.listing import rows
from rayzan.dossier.store import open_dossier
from rayzan.web import address
from rayzan.web.app import create

TIMES = 5


def made(path: Path, many: int) -> None:
    """A dossier of so many reports in a file."""
    with open_dossier(path) as store, store.writer():
        run = store.begin_run("benchmark", "benchmark")
        told = list(varied(material([], 0), many))
        for at in range(0, many, TOGETHER):
            with store.backend.transaction():
                for report, record in told[at : at + TOGETHER]:
                    store.add(report, record, run)
        store.end_run(run)


def pages(path: Path) -> list[str]:
    """The pages that are measured, the first page first."""
    with open_dossier(path, create=False) as store:
        report, actor, instrument, statement = (rows(store, kind, limit=1)[0] for kind in ("report", "actor", "instrument", "statement"))
    return [
        "/", "/reports", "/statements", "/statements/matrix", "/instruments", "/commitments", "/meetings", "/events", "/figures", "/actors", "/search?q=گفت",
        "/timeline", "/graph", "/review", "/follow", "/runs", address.report(report["id"]), address.actor(actor["id"]), address.instrument(instrument["key"]),
        address.fact("statement", statement["key"]),
    ]  # fmt: skip


def main() -> int:
    logging.getLogger("httpx").setLevel(logging.WARNING)
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--reports", type=int, default=20_000)
    ask.add_argument("--dossier", type=Path)
    ask.add_argument("--most", type=float, default=None)
    given = ask.parse_args()
    with TemporaryDirectory() as home:
        path = given.dossier or Path(home) / "pages.dossier"
        if not path.exists():
            made(path, given.reports)
        with TestClient(create(path)) as client:
            first = 0.0
            for page in pages(path):
                spent, worked = [], []
                for _ in range(TIMES + 1):
                    begun, before = time.perf_counter(), time.process_time()
                    answer = client.get(page)
                    spent.append((time.perf_counter() - begun) * 1000)
                    worked.append((time.process_time() - before) * 1000)
                    assert answer.status_code == 200, (page, answer.status_code)
                median = statistics.median(spent[1:])  # the first one also reads templates and lexicon
                work = statistics.median(worked[1:])
                first = first or work
                print(f"{median:8.0f} {max(spent[1:]):8.0f} {work:8.0f}  {len(answer.content) / 1000:7.0f} kB  {page}")
    return int(given.most is not None and first > given.most)


if __name__ == "__main__":
    sys.exit(main())
