"""A dossier at scale, in one run: reports kept and indexed a second, time of a query, size of the file, memory.

    python benchmarks/dossier.py [--reports 100000] [--material REPORTS.jsonl.gz …] [--characters 1227] [--dossier FILE]

The reports are real ones where the material beside the checkout is there, else the samples, repeated with variation: another id, another day,
a last line of its own words. Figures of one run compare with each other; machines differ.
"""

import argparse
import gzip
import json
import random
import resource
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from rayzan.dossier.listing import count, facets, rows
from rayzan.dossier.search import find, numbers
from rayzan.dossier.spelling import search_text
from rayzan.dossier.store import Dossier, open_dossier
from rayzan.reading import reader
from rayzan.record import Record
from rayzan.text.report import Report

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "fa-diplomacy.jsonl.gz"
TOGETHER = 500  # reports kept in one transaction


def material(paths: list[Path], most: int) -> list[tuple[Report, Record]]:
    """The reports that the others are made of, each with its record: their first `most` characters, 0 for all."""
    if not paths:
        paths = [CORPUS] if CORPUS.exists() else []
    told = [Report(p.stem, p.read_text(encoding="utf-8")) for p in sorted((ROOT / "samples" / "reports").glob("*.txt"))] if not paths else []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            told += [Report(r["id"], r["text"], outlet=r.get("outlet"), published=r.get("published")) for r in map(json.loads, lines)]
    told = [msgspec.structs.replace(r, text=r.text[: most or None]) for r in told]
    return [(r, reader().read(r)) for r in told]


def varied(base: list[tuple[Report, Record]], many: int) -> Iterator[tuple[Report, Record]]:
    """So many reports: the same facts at the same places, another id, day and last line."""
    chance = random.Random(7)
    words = sorted({w for r, _ in base for w in r.text.split() if len(w) > 3})
    for n in range(many):
        report, record = base[n % len(base)]
        day = (date(2006, 1, 1) + timedelta(days=chance.randrange(7_000))).isoformat()
        text = f"{report.text}\n{' '.join(chance.choices(words, k=12))} {n}"
        made = Report(f"{report.id}-{n}", text, report.lang, report.outlet, day)
        head = msgspec.structs.replace(record.report, id=made.id, sha256=made.sha256, published=day)
        yield made, msgspec.structs.replace(record, report=head)


def queries(base: list[tuple[Report, Record]], many: int) -> list[str]:
    """Searches as people type them: words common and rare, two words, phrases, prefixes, choices, exclusions, with days and facets."""
    chance = random.Random(8)
    often = Counter(w for r, _ in base for w in set(r.text.split()) if len(w) > 2 and all("\u0600" <= c <= "\u06ff" or c == "\u200c" for c in w))
    common, ranks = [w for w, _ in often.most_common(300)], list(often)
    actors = sorted({a for _, x in base for a in x.actors})
    out = []
    for n in range(many):
        text = chance.choice(base)[0].text.split()
        at = chance.randrange(max(1, len(text) - 3))
        phrase = " ".join(t for t in text[at : at + 2] if t.isalpha()) or common[0]
        out.append(
            [
                lambda: chance.choice(ranks),
                lambda: chance.choice(common),
                lambda: f"{chance.choice(common)} {chance.choice(common)}",
                lambda phrase=phrase: f'"{phrase}"',
                lambda: f"{chance.choice(ranks)[:4]}*",
                lambda: f"{chance.choice(ranks)} OR {chance.choice(ranks)}",
                lambda: f"{chance.choice(common)} -{chance.choice(common)}",
                lambda: f"{chance.choice(common)} from:2019 to:2020-06",
                lambda: f"{chance.choice(common)} actor:{chance.choice(actors)}",
            ][n % 9]()
        )
    return out


def percentiles(name: str, act: Callable[[str], object], lines: list[str]) -> None:
    spent = []
    for line in lines:
        start, cpu = time.perf_counter(), time.process_time()
        act(line)
        spent.append((time.perf_counter() - start, time.process_time() - cpu))
    at = [min(len(spent) - 1, int(len(spent) * p)) for p in (0.5, 0.95, 1)]
    (p50, p95, last), (cpu50, cpu95, _) = ([sorted(s[which] for s in spent)[n] * 1000 for n in at] for which in (0, 1))
    print(f"{name:50s} p50 {p50:8.2f} ms   p95 {p95:8.2f} ms   worst {last:8.2f} ms   of CPU p50 {cpu50:6.2f}, p95 {cpu95:6.2f} ms   ({len(spent)})")


def timed(name: str, unit: str, many: int, act: Callable[[], object]) -> None:
    start, cpu = time.perf_counter(), time.process_time()
    act()
    wall, spent = time.perf_counter() - start, time.process_time() - cpu
    print(f"{name:50s} {many / wall:10,.0f} {unit}/s   {many / spent:10,.0f} {unit}/CPU second")


def put(store: Dossier, told: Iterator[tuple[int, int, str]]) -> None:
    with store.backend.transaction():
        store.backend.clear_index()
        for number, day, words in told:
            store.backend.index(number, day, words)


def plain(texts: list[str]) -> None:
    """The least that SQLite asks of anybody who indexes such texts: what the machine's speed is told by."""
    with closing(sqlite3.connect(":memory:")) as db, db:
        db.execute("CREATE VIRTUAL TABLE plain USING fts5 (text, content='')")
        db.executemany("INSERT INTO plain (rowid, text) VALUES (?, ?)", enumerate(texts, 1))


def fill(store: Dossier, base: list[tuple[Report, Record]], many: int) -> None:
    run = store.begin_run("benchmark", "shipped")
    made = varied(base, many)
    left = many
    while left > 0:
        with store.backend.transaction():
            for _ in range(min(left, TOGETHER)):
                store.add(*next(made), run)
        left -= TOGETHER
    store.end_run(run)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--reports", type=int, default=100_000)
    options.add_argument("--material", type=Path, nargs="*", default=[])
    options.add_argument("--characters", type=int, default=0, help="of each report the first so many; 0: all")
    options.add_argument("--queries", type=int, default=450)
    options.add_argument("--dossier", help="kept there: a file or an address of PostgreSQL; else in a folder that goes")
    told = options.parse_args()
    base = material(told.material, told.characters)
    size = sum(len(r.text) for r, _ in base) // len(base)
    print(f"{told.reports:,} reports made of {len(base)}, {size:,} characters each")
    with TemporaryDirectory() as home:
        where = told.dossier or str(Path(home) / "a.dossier")
        with open_dossier(where) as store:
            if not store.query("SELECT 1 FROM report LIMIT 1"):
                timed("kept with record, tables and index", "reports", told.reports, lambda: fill(store, base, told.reports))
            part = store.query("SELECT number, day, text FROM report ORDER BY day, number LIMIT 5000")
            words = [(number, day, search_text(text)) for number, day, text in part]
            timed("words folded for the index", "reports", len(part), lambda: [search_text(text) for _, _, text in part])
            with open_dossier(Path(home) / "probe.dossier") as other:
                timed("words put into FTS5", "reports", len(part), lambda: put(other, iter(words)))
                timed("folded and put into FTS5", "reports", len(part), lambda: put(other, ((n, day, search_text(text)) for n, day, text in part)))
            timed("the same texts, not folded, into a plain FTS5", "reports", len(part), lambda: plain([text for _, _, text in part]))
            lines = queries(base, told.queries)
            percentiles("reports that a search finds, newest 20", lambda q: numbers(store, q, 20), lines)
            percentiles("the same with places marked in the text", lambda q: find(store, q, 20), lines)
            percentiles("ranked, best 20", lambda q: numbers(store, q, 20, ranked=True), lines)
            percentiles("how many a search finds", lambda q: count(store, "report", {"q": q}), lines[:90])
            percentiles("a page of statements of a speaker", lambda q: rows(store, "statement", {"speaker": "putin"}, 50), lines[:20])
            percentiles("facets of all statements", lambda q: facets(store, "statement", {}, ["speaker", "act"]), lines[:3])
        if "://" not in where:
            print(f"{'file':50s} {Path(where).stat().st_size / 1e6:10,.0f} MB   {Path(where).stat().st_size / told.reports:10,.0f} bytes a report")
    print(f"{'memory at most':50s} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:10,.0f} MB")


if __name__ == "__main__":
    main()
