"""Speed of the reading and of its parts, in one run on one core: characters per CPU second, and seconds from start to first record.

    python benchmarks/reading.py [REPORTS.jsonl[.gz]]

Without a file it reads the samples over and over. Figures of one run compare with each other; machines differ.
"""

import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rayzan.lang.fa.language import persian
from rayzan.lexicon.lexicon import open_lexicon
from rayzan.reading import Reader
from rayzan.record.record import to_json
from rayzan.text.fold import fold
from rayzan.text.report import Report

ROOT = Path(__file__).parent.parent
RUNS = 9
LONG = 200  # reports joined into one text, to see that time grows with length and not with its square


def material(path: Path | None) -> list[Report]:
    if path is None:
        return [Report(p.stem, p.read_text(encoding="utf-8")) for p in sorted((ROOT / "samples" / "reports").glob("*.txt"))] * 20
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Report(r["id"], r["text"], outlet=r.get("outlet"), published=r.get("published")) for r in rows]


def rate(name: str, act: Callable[[Report], object], reports: list[Report]) -> None:
    chars = sum(len(r.text) for r in reports)
    print(f"{name:32s} {chars / seconds(act, reports):14,.0f} characters per CPU second")


def seconds(act: Callable[[Report], object], reports: list[Report]) -> float:
    start = time.process_time()
    for r in reports:
        act(r)
    return time.process_time() - start


def main() -> None:
    reports = material(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    print(f"{len(reports)} reports, {sum(len(r.text) for r in reports):,} characters")
    language = persian()
    reader = Reader(open_lexicon(), language)
    reader.read(reports[0])
    rate("folding", lambda r: fold(r.text), reports)
    rate("words with offsets", lambda r: language.view(r.text), reports)
    rate("whole reading, records as JSON", lambda r: to_json(reader.read(r)), reports)
    apart = seconds(lambda r: reader.read(r), reports[:LONG])
    whole = seconds(lambda r: reader.read(r), [Report("whole", "\n".join(r.text for r in reports[:LONG]))])
    print(f"{'one text of ' + str(LONG) + ' reports':32s} {whole / apart:14.2f} times the reports apart")
    first = ROOT / "samples" / "reports" / "s01-transit-proposal.txt"
    # As an installed package starts: with its bytecode beside it, which some environments forbid to write.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for what, command in (("python alone", ["-c", "pass"]), ("start to first record", ["-m", "rayzan", "read", str(first)])):
        spent = []
        for _ in range(RUNS):
            start = time.perf_counter()
            subprocess.run([sys.executable, *command], env=environment, stdout=subprocess.DEVNULL, check=True)
            spent.append(time.perf_counter() - start)
        print(f"{what:32s} {min(spent):14.2f} seconds (best of {RUNS})")


main()
