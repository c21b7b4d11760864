"""The commands that gather: `add`, `watch`, `feeds`, `gathered`."""

import sys
import time
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from pathlib import Path

from rayzan.cli.progress import bar, progress
from rayzan.cli.reading import reader_for, some, told
from rayzan.dossier import fingerprint
from rayzan.dossier.difference import texts
from rayzan.dossier.engine import choose, outgrown
from rayzan.dossier.fetched import Fetched
from rayzan.dossier.sqlite import TANTIVY
from rayzan.dossier.store import Dossier, open_dossier
from rayzan.errors import ReportError
from rayzan.gather.address import plain
from rayzan.gather.client import Client
from rayzan.gather.crawl import FAILED, Crawl, Row
from rayzan.gather.feeds import LANGS, Feed, feeds, shipped
from rayzan.gather.files import Given, reports
from rayzan.gather.manners import PAUSE, Manners
from rayzan.text.report import Report

CHANGES = 6  # lines of a changed article shown in the log
NAP = 30.0  # seconds slept at a time while nothing is due


def add_paths(paths: list[str], dossier: str, given: Given, packs: list[Path]) -> int:
    urls = [p for p in some(paths) if p.startswith(("http://", "https://"))]
    counts = {"new": 0, "changed": 0, "known": 0, "failed": 0}
    with open_dossier(dossier) as store, store.writer():
        accept, run = _accepting(store, packs)
        for report in progress(reports([Path(p) for p in paths if p not in urls], given), "reading"):
            if isinstance(report, ReportError):
                told(report)
                counts["failed"] += 1
                continue
            try:
                counts[accept(report)] += 1
            except ReportError as e:
                told(e)
                counts["failed"] += 1
        if urls:
            crawl = _crawl(store, accept, PAUSE, counts, given)
            for url in urls:
                crawl.want(url, outlet=given.outlet, again=True)
            _run(crawl, [_root(store, url) for url in urls])
        store.end_run(run)
        large = outgrown(store)
    if large:
        choose(dossier, TANTIVY, chosen=False)
        print(f"{dossier}: grown large, searched by tantivy from now on; `rayzan index fts5` takes that back")
    print(f"{dossier}: " + (", ".join(f"{n} {state}" for state, n in counts.items() if n) or "nothing"))
    return 1 if counts["failed"] else 0


def watch_feeds(path: Path, dossier: str, once: bool, pause: float, packs: list[Path]) -> int:
    wanted = feeds(path)
    for feed in wanted:
        if feed.lang not in LANGS:
            print(f"rayzan: {feed.url}: in {feed.lang}, which rayzan does not read yet; left out", file=sys.stderr)
    wanted = [f for f in wanted if f.lang in LANGS]
    counts = {"new": 0, "changed": 0, "known": 0, "failed": 0}
    with open_dossier(dossier) as store, store.writer():
        accept, run = _accepting(store, packs)
        crawl = _crawl(store, accept, pause, counts, Given())
        _want(crawl, wanted)
        roots = [f.url for f in wanted]
        try:
            while True:
                _run(crawl, roots)
                store.end_run(run)
                due = Fetched(store, Row).next_due(roots)
                if once or due is None:
                    break
                ahead = (datetime.fromisoformat(due) - datetime.now(UTC)).total_seconds()
                time.sleep(max(1.0, min(NAP, ahead)))
        finally:
            told_ = ", ".join(f"{n} {state}" for state, n in counts.items() if n) or "nothing new"
            print(f"{dossier}: {told_}; `rayzan gathered` lists what came of each address")
    return 0


def list_feeds() -> int:
    print(shipped(), end="")
    return 0


def list_gathered(dossier: str, failed: bool) -> int:
    with open_dossier(dossier, create=False) as store:
        rows = Fetched(store, Row).all(FAILED if failed else "")
    for row in rows:
        due = f", again {row.due}" if row.due else ""
        print(f"{row.fetched or 'not yet'}  {row.report or '–'}  {row.url}\n    {row.word or 'waiting'}{due}")
    print(f"{len(rows)} addresses")
    return 0


def _accepting(store: Dossier, packs: list[Path]) -> tuple[Callable[[Report], str], int]:
    """What reads and keeps a report, and the run it does so in."""
    reader = reader_for(packs)
    run = store.begin_run(fingerprint.rules(), fingerprint.lexicon(packs))

    def accept(report: Report) -> str:
        if store.has_read(report, run):  # so a run that was broken off goes on where it was
            return "known"
        try:
            record = reader.read(report)
        except Exception as e:  # a fault of ours: told, counted, and nothing else lost
            raise ReportError(f"{report.id}: could not be read through a fault of rayzan's ({type(e).__name__}: {e}); please report it with the text") from e
        return store.add(report, record, run).state

    return accept, run


def _crawl(store: Dossier, accept: Callable[[Report], str], pause: float, counts: dict[str, int], given: Given) -> Crawl:
    def say(row: Row, word: str) -> None:
        state = FAILED if word.startswith(FAILED) else word
        if state in counts:
            counts[state] += 1
        print(f"{row.url}: {word}", file=sys.stderr)
        if word == "changed" and row.report:
            (_, before), (_, after) = store.versions(row.report)[-2:]
            lines = texts(before.text, after.text)
            for line in lines[:CHANGES]:
                print(f"    {line}", file=sys.stderr)
            if len(lines) > CHANGES:
                print(f"    … {len(lines) - CHANGES} lines more; `rayzan versions {row.report}` shows all", file=sys.stderr)

    client = Client()
    return Crawl(client, Manners(client, pause), Fetched(store, Row), accept, say, lang=given.lang)


def _want(crawl: Crawl, wanted: list[Feed]) -> None:
    for feed in wanted:
        crawl.want(feed.url, every=feed.every, outlet=feed.outlet)


def _root(store: Dossier, url: str) -> str:
    """The root that an address was first found under."""
    row = Fetched(store, Row).row(plain(url))
    return row.root if row else url


def _run(crawl: Crawl, roots: Collection[str]) -> None:
    with bar() as shown:
        task = shown.add_task("gathering", total=None)
        before = crawl.say

        def say(row: Row, word: str) -> None:
            before(row, word)
            shown.advance(task)

        crawl.say = say
        try:
            crawl.run(roots)
        finally:
            crawl.say = before
