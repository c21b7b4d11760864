"""Gathering from the web: what is due is fetched, politely, read off and remembered, so that it can stop and go on at any moment."""

from collections.abc import Callable, Collection, Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, Protocol
from urllib.parse import urldefrag

from rayzan.errors import GatherError, ReportError
from rayzan.gather.address import is_twin, plain, report_id
from rayzan.gather.charset import page_text
from rayzan.gather.client import Answer, Client
from rayzan.gather.discover import Found, feed, kind, sitemap
from rayzan.gather.files import Given, checked
from rayzan.gather.manners import Manners
from rayzan.gather.page import page
from rayzan.text.report import Report

RECHECKS = (3_600, 21_600, 86_400, 259_200, 604_800)  # seconds after which an article is asked for again, whether it changed
BACK_OFF, MOST_BACK_OFF, TRIES = 60.0, 86_400.0, 8
HOLD = 120.0  # seconds that a host is left alone which says it is overloaded but not for how long
AT_ONCE = 500  # rows that are due and looked at together
FAILED = "failed"
FORGOTTEN = "forgotten"  # what the dossier says of an address whose report a person took out


class Row(NamedTuple):
    """What is remembered of an address. `key`: one for all its spellings; `root`: the feed, sitemap or argument it came from; `every`: seconds
    between two visits of a feed, None of a page; `due`: when it is to be asked (UTC, ISO), None if not again; `listed`: the date its
    feed gives; `word`: what came of it last; `report`: the id of what was read; `checks`: how often it was seen whole."""

    key: str
    url: str
    root: str
    due: str | None
    every: int | None = None
    outlet: str | None = None
    listed: str | None = None
    changed: str | None = None
    etag: str | None = None
    modified: str | None = None
    fetched: str | None = None
    status: int | None = None
    word: str | None = None
    report: str | None = None
    failures: int = 0
    checks: int = 0


class Ledger(Protocol):
    """Where rows are remembered."""

    def row(self, key: str) -> Row | None: ...

    def keep(self, row: Row) -> None: ...

    def due(self, now: str, roots: Collection[str] | None, limit: int) -> list[Row]:
        """Rows whose time has come, feeds first, then the oldest."""
        ...

    def next_due(self, roots: Collection[str] | None) -> str | None: ...


class Crawl:
    """Fetches what is due and hands each report to `accept`, which says what became of it: new, changed, known.

    `say(row, word)` is told of every address; `now` is the clock.
    """

    def __init__(
        self, client: Client, manners: Manners, ledger: Ledger, accept: Callable[[Report], str], say: Callable[[Row, str], None],
        now: Callable[[], datetime] = lambda: datetime.now(UTC), lang: str | None = None,
    ) -> None:  # fmt: skip
        self.client, self.manners, self.ledger = client, manners, ledger
        self.accept, self.say, self.now, self.lang = accept, say, now, lang

    def want(self, url: str, root: str | None = None, every: int | None = None, outlet: str | None = None, again: bool = False) -> None:
        """Notes an address to be fetched; one known already only if `again`, then at once."""
        key = plain(url) if every is None else url
        row = self.ledger.row(key)
        if row is None:
            self.ledger.keep(Row(key, urldefrag(url)[0], root or key, self._at(0), every, outlet))
        elif again:
            self.ledger.keep(row._replace(due=self._at(0), failures=0))
        elif (row.every, row.outlet) != (every, outlet) and root is None and every is not None:
            self.ledger.keep(row._replace(every=every, outlet=outlet))

    def run(self, roots: Collection[str] | None = None) -> int:
        """Fetches all that is due now, of some roots or of all; how many addresses were asked."""
        asked = 0
        tried: set[str] = set()
        while rows := [r for r in self.ledger.due(self._at(0), roots, AT_ONCE + len(tried)) if r.key not in tried]:
            while rows:
                row = min(rows, key=lambda r: (self.manners.free_at(r.url), r.every is None))
                rows.remove(row)
                tried.add(row.key)
                self.one(row)
                asked += 1
                if row.every is not None:
                    break  # a feed has brought new rows
        return asked

    def one(self, row: Row) -> None:
        """Fetches one address and remembers what came of it."""
        try:
            if not self.manners.allowed(row.url):
                self._done(row, "robots.txt does not allow it", None)
                return
            self.manners.wait(row.url)
            answer = self.client.get(row.url, row.etag, row.modified)
        except GatherError as e:
            self._failed(row, e)
            return
        row = row._replace(failures=0, status=answer.status, fetched=self._at(0))
        if answer.status == 304:
            self._done(row._replace(checks=row.checks + 1), "unchanged", self._again(row, row.checks + 1))
            return
        row = row._replace(etag=answer.etag, modified=answer.modified, checks=row.checks + 1)
        try:
            what = kind(answer.body)
            if what != "page":
                self._listed(row, answer, what)
                return
            word, id = self._page(row, answer)
        except ReportError as e:
            self._done(row, f"{FAILED}: {e}", self._again(row, row.checks))
            return
        self._done(row._replace(report=id or row.report), word, self._again(row, row.checks))

    def _page(self, row: Row, answer: Answer) -> tuple[str, str | None]:
        """What became of a page, and the id of its report."""
        text, encoding = page_text(answer.body, answer.charset, row.url)
        found = page(text, "page", row.url, answer.url)
        address = found.url or answer.url
        id = report_id(address)
        if is_twin(answer.url) or plain(address) != plain(answer.url):
            main = self.ledger.row(plain(address))
            if main is not None and main.key != row.key and main.report:
                return f"the twin of {address}, which is there", main.report
        found = Report(id, found.text, found.lang, row.outlet or found.outlet, found.published or row.listed, address, encoding)
        report = checked(found, Given(lang=self.lang), row.url)
        if isinstance(report, ReportError):
            raise report
        return self.accept(report), id

    def _listed(self, row: Row, answer: Answer, what: str) -> None:
        """Notes the pages of a feed or sitemap; those known already only where they say that they changed."""
        entries: Iterable[Found] = (feed if what == "feed" else sitemap)(answer.body, row.url)
        new = changed = 0
        for entry in entries:
            key = plain(entry.url)
            known = self.ledger.row(key)
            if known is None:
                new += 1
                self.ledger.keep(Row(key, urldefrag(entry.url)[0], row.root, self._at(0), None, row.outlet, entry.published, entry.changed))
            elif known.word == FORGOTTEN:
                continue
            elif (entry.changed and entry.changed != known.changed) or (entry.deeper and row.every is not None):
                changed += 1
                self.ledger.keep(known._replace(changed=entry.changed, due=self._at(0)))
        self._done(row, f"a {what}: {new} new, {changed} changed", self._at(row.every) if row.every is not None else None)

    def _failed(self, row: Row, e: GatherError) -> None:
        if e.status in (429, 503):
            self.manners.hold(row.url, e.wait if e.wait is not None else HOLD)
        row = row._replace(failures=row.failures + 1, status=e.status, fetched=self._at(0))
        wait = max(e.wait or 0.0, min(BACK_OFF * 2 ** (row.failures - 1), MOST_BACK_OFF))
        again = e.later and row.failures < TRIES
        if row.every is not None:
            again, wait = True, max(wait, float(row.every))
        told = "" if again else ("; given up after so many tries" if e.later else "")
        self._done(row, f"{FAILED}: {e}{told}", self._at(wait) if again else None)

    def _again(self, row: Row, checks: int) -> str | None:
        """When a page or feed seen so often is asked for again."""
        if row.every is not None:
            return self._at(row.every)
        return self._at(RECHECKS[checks - 1]) if 0 < checks <= len(RECHECKS) and row.root != row.key else None

    def _done(self, row: Row, word: str, due: str | None) -> None:
        row = row._replace(word=word, due=due)
        self.ledger.keep(row)
        self.say(row, word)

    def _at(self, seconds: float) -> str:
        return (self.now() + timedelta(seconds=seconds)).isoformat(timespec="seconds")
