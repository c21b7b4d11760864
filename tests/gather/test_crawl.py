"""The web as it is, on a server of our own: whatever it does gets a word, and nothing good is lost."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.gather.site import STORY, Reply, Site, article, bomb, feed, running

from rayzan.dossier.fetched import Fetched
from rayzan.dossier.store import Dossier, open_dossier
from rayzan.dossier.verify import check
from rayzan.gather.address import plain, report_id
from rayzan.gather.client import Client
from rayzan.gather.crawl import TRIES, Crawl, Row
from rayzan.gather.manners import Manners
from rayzan.reading import Reader
from rayzan.text.report import Report

HTML = (("Content-Type", "text/html; charset=utf-8"),)


class Gathering:
    """A crawl into a dossier with a clock of its own."""

    def __init__(self, store: Dossier, reader: Reader, pause: float = 0.0) -> None:
        self.store, self.at = store, datetime(2026, 1, 1, tzinfo=UTC)
        self.log: list[tuple[str, str]] = []
        self.slept: list[float] = []
        self.clock = 0.0
        client = Client(most_seconds=1.5, most_bytes=2_000_000)
        self.run_number = store.begin_run("1", "shipped")
        self.ledger = Fetched(store, Row)

        def accept(report: Report) -> str:
            return store.add(report, reader.read(report), self.run_number).state

        def sleep(seconds: float) -> None:
            self.slept.append(seconds)
            self.clock += seconds

        self.crawl = Crawl(
            client, Manners(client, pause, lambda: self.clock, sleep), self.ledger, accept, lambda row, word: self.log.append((row.url, word)), lambda: self.at
        )

    def get(self, *urls: str) -> list[str]:
        """Fetches addresses now; the words that the log has of them."""
        for url in urls:
            self.crawl.want(url, again=True)
        before = len(self.log)
        self.crawl.run()
        return [word for _, word in self.log[before:]]

    def later(self, **passed: int) -> list[str]:
        """Some time later: what is due then."""
        self.at += timedelta(**passed)
        self.clock += timedelta(**passed).total_seconds()
        before = len(self.log)
        self.crawl.run()
        return [word for _, word in self.log[before:]]

    def text(self, url: str) -> str:
        return self.store.one(report_id(url))[0].text


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as made:
        yield made


@pytest.fixture
def gathering(tmp_path: Path, the_reader: Reader) -> Iterator[Gathering]:
    with open_dossier(tmp_path / "a.dossier") as store:
        yield Gathering(store, the_reader)
        assert check(store) == []


def test_an_article_comes_with_all_its_half_spaces(site: Site, gathering: Gathering) -> None:
    site.pages["/news/12345/a"] = Reply(article())
    assert gathering.get(site.url("/news/12345/a")) == ["new"]
    text = gathering.text(site.url("/news/12345/a"))
    assert text.count("\u200c") == STORY.count("\u200c") > 4
    assert STORY in text and text.startswith("دیدار وزیران خارجه")
    assert "خبر دیگر" not in text


def test_half_spaces_written_as_entities_are_saved_too(site: Site, gathering: Gathering) -> None:
    for n, spelt in enumerate(("&zwnj;", "&#8204;", "&#x200C;")):
        site.pages[f"/{n}"] = Reply(article(body=STORY.replace("\u200c", spelt)))
        gathering.get(site.url(f"/{n}"))
        assert STORY in gathering.text(site.url(f"/{n}"))


@pytest.mark.parametrize(
    ("head", "before", "path", "published"),
    [
        ('<meta property="article:published_time" content="2025-12-17T18:05:00+03:30">', "", "/a", "2025-12-17T18:05"),
        ('<meta name="publish_date" content="۱۴۰۴/۰۹/۲۶ ۱۸:۰۵">', "", "/a", "2025-12-17T18:05"),
        ('<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "1404-09-26"}]}</script>', "", "/a", "2025-12-17"),
        ("", '<time datetime="2025-12-17">امروز</time>', "/a", "2025-12-17"),
        ("", "<time>چهارشنبه ۲۶ آذر ۱۴۰۴ - ۱۸:۰۵</time>", "/a", "2025-12-17T18:05"),
        ("", '<span class="news-date">۲۶ آذر ۱۴۰۴</span>', "/a", "2025-12-17"),
        ("", "", "/1404/09/26/a", "2025-12-17"),
        ("", "", "/2025/12/17/a", "2025-12-17"),
        ("", "", "/a", None),  # the site's clock and the date of another headline are no dates of this article
        ("", '<span class="date">۳۱ آذر ۱۴۰۴</span>', "/a", None),  # no such day
    ],
)  # fmt: skip
def test_the_date_is_the_pages_own(site: Site, gathering: Gathering, head: str, before: str, path: str, published: str | None) -> None:
    site.pages[path] = Reply(article(head=head, before=before))
    assert gathering.get(site.url(path)) == ["new"]
    assert gathering.store.one(report_id(site.url(path)))[0].published == published


@pytest.mark.parametrize(
    ("encoding", "header", "meta"),
    [
        ("cp1256", "text/html; charset=windows-1256", ""),
        ("cp1256", "text/html; charset=utf-8", ""),  # the header is wrong
        ("cp1256", "text/html", '<meta charset="windows-1256">'),
        ("cp1256", "text/html; charset=iso-8859-1", ""),
        ("utf-8", "text/html; charset=windows-1256", ""),
        ("utf-8", "text/html; charset=iso-8859-1", '<meta charset="iso-8859-1">'),
        ("utf-8", "text/html; charset=no-such-thing", ""),
        ("utf-16", "text/html", ""),
    ],
)  # fmt: skip
def test_the_text_is_right_whatever_the_header_says(site: Site, gathering: Gathering, encoding: str, header: str, meta: str) -> None:
    told = STORY.replace("ی", "ي").replace("ک", "ك") if encoding == "cp1256" else STORY
    page = article("ديدار وزيران", told, meta).replace("ی", "ي").replace("ک", "ك") if encoding == "cp1256" else article("ديدار وزيران", told, meta)
    page = page.replace("۱۱ دي ۱۴۰۴", "").replace("۱۲ دي ۱۳۹۸", "") if encoding == "cp1256" else page  # windows-1256 has no Persian digits
    site.pages["/a"] = Reply(page.encode(encoding), headers=(("Content-Type", header),))
    assert gathering.get(site.url("/a")) == ["new"]
    assert told in gathering.text(site.url("/a"))


def test_a_page_of_utf8_with_a_broken_byte_is_read_and_says_so(site: Site, gathering: Gathering) -> None:
    site.pages["/a"] = Reply(article().encode().replace("نشانی ما".encode(), "نشانی ما".encode()[:-1]))
    assert gathering.get(site.url("/a")) == ["new"]
    assert STORY in gathering.text(site.url("/a"))
    assert gathering.store.one(report_id(site.url("/a")))[0].encoding == "utf-8 with broken bytes"


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (Reply("", 404), "is not there (any more) (404)"),
        (Reply("", 410), "is not there (any more) (410)"),
        (Reply("", 403), "is refused (403)"),
        (Reply("", 500), "answers with an error (500)"),
        (Reply("", 302, (("Location", "/a"),)), "redirects in a circle"),
        (Reply("", 302, (("Location", "ftp://example.com/a"),)), "no page of the web"),
        (bomb(30_000_000), "more than 2,000,000 bytes when unpacked"),
        (Reply(article(), drip=0.05), "drips for more than 1.5 seconds"),
        (Reply(article(), cut=400), "broke off"),
        (Reply(b"\x1f\x8bnothing", headers=(*HTML, ("Content-Encoding", "gzip"))), "broke off"),
        (Reply(bytes(range(256)) * 20), "binary"),
        (Reply("<html><body></body></html>"), "no article found"),
        (Reply(""), "no article found"),
        (Reply(article("Talks", "The ministers said on Monday that talks about the transit pact would go on. " * 8)), "not in Persian"),
        (feed()._replace(body="<rss><broken"), "no feed"),
        (Reply("<urlset><url><loc>x", headers=(("Content-Type", "text/xml"),)), "a sitemap: 0 new"),
    ],
)  # fmt: skip
def test_what_goes_wrong_gets_a_word_and_the_good_beside_it_is_read(site: Site, gathering: Gathering, reply: Reply, says: str) -> None:
    site.pages |= {"/a": reply, "/good": Reply(article())}
    words = gathering.get(site.url("/a"), site.url("/good"))
    assert len(words) == 2 and says in words[0] and words[1] == "new"
    row = gathering.ledger.row(plain(site.url("/a")))
    assert row and row.word == words[0]


def test_a_long_chain_of_redirects_ends(site: Site, gathering: Gathering) -> None:
    for n in range(20):
        site.pages[f"/{n}"] = Reply("", 301, (("Location", f"/{n + 1}"),))
    assert "redirects more than 8 times" in gathering.get(site.url("/0"))[0]


def test_a_server_that_is_down_is_asked_again_ever_later_and_then_given_up(site: Site, gathering: Gathering) -> None:
    site.pages["/a"] = Reply("", 500)
    assert gathering.get(site.url("/a")) and gathering.later(seconds=30) == []
    words = []
    while (due := gathering.ledger.next_due(None)) is not None:
        words += gathering.later(seconds=int((datetime.fromisoformat(due) - gathering.at).total_seconds()) + 1)
    assert site.count("/a") == TRIES and "given up" in words[-1]
    assert gathering.at - datetime(2026, 1, 1, tzinfo=UTC) > timedelta(hours=2)


def test_a_server_that_was_down_is_read_when_it_is_back(site: Site, gathering: Gathering) -> None:
    site.pages["/a"] = lambda n: Reply("", 503, (("Retry-After", "300"),)) if n == 1 else Reply(article())
    assert "(503)" in gathering.get(site.url("/a"))[0]
    assert gathering.later(seconds=200) == []
    assert gathering.later(seconds=200) == ["new"]


def test_an_article_that_changed_is_a_version_and_one_that_did_not_is_not_sent(site: Site, gathering: Gathering) -> None:
    def answer(n: int) -> Reply:
        tag = "one" if n <= 2 else "two"
        body = STORY if n <= 2 else STORY + "\nوی به پیشرفت مذاکرات امید بست و گفت که سفر بعدی نزدیک است."
        return Reply(article(body=body), headers=(*HTML, ("ETag", f'"{tag}"')))

    site.pages["/rss"] = feed((site.url("/a"), "Wed, 17 Dec 2025 10:00:00 GMT"))
    site.pages["/a"] = answer
    gathering.crawl.want(site.url("/rss"), every=100_000_000)
    assert gathering.get() == ["a feed: 1 new, 0 changed", "new"]
    assert gathering.later(hours=2) == ["unchanged"]
    assert gathering.later(hours=8) == ["changed"]
    (_, before), (_, after) = gathering.store.versions(report_id(site.url("/a")))
    assert after.text.startswith(before.text) and "سفر بعدی" in after.text
    assert before.published == "2025-12-17T10:00"  # the page has none; its feed does
    assert site.asked[-1][1]["if-none-match"] == '"one"'


def test_pages_that_are_linked_in_many_ways_are_one(site: Site, gathering: Gathering) -> None:
    head = f'<link rel="canonical" href="{site.url("/news/12345/a")}">'
    site.pages["/news/12345/a"] = Reply(article(head=head))
    site.pages["/amp-pages/12345"] = Reply(article(head=head, body=STORY + "\nنسخه سبک این خبر برای گوشی‌های همراه است و همان خبر را دارد."))
    site.pages["/rss"] = feed(*((site.url(p), "") for p in ("/news/12345/a?utm_source=rss", "/news/12345/a#top", "/news/12345/a", "/news/12345/a/amp")))
    assert gathering.get(site.url("/rss")) == ["a feed: 1 new, 0 changed", "new"]
    assert "the twin of" in gathering.get(site.url("/amp-pages/12345"))[0]
    assert gathering.store.query("SELECT count(*) FROM report") == [(1,)]


def test_a_canonical_address_on_another_site_is_not_believed(site: Site, gathering: Gathering) -> None:
    site.pages["/a"] = Reply(article(head='<link rel="canonical" href="https://example.com/">'))
    gathering.get(site.url("/a"))
    assert gathering.store.one(report_id(site.url("/a")))[0].url == site.url("/a")


def test_sitemaps_lead_to_pages_gzipped_and_indexed(site: Site, gathering: Gathering) -> None:
    import gzip

    rows = [f"<url><loc>{site.address}/{n}</loc><lastmod>2025-12-17</lastmod></url>" for n in range(3)]
    inner = f"<urlset>{''.join(rows)}</urlset>"
    xml = (("Content-Type", "application/xml"),)
    site.pages["/sitemap.xml"] = Reply(f"<sitemapindex><sitemap><loc>{site.url('/news.xml.gz')}</loc></sitemap></sitemapindex>", headers=xml)
    site.pages["/news.xml.gz"] = Reply(gzip.compress(inner.encode()), headers=(("Content-Type", "application/gzip"),))
    for n in range(3):
        site.pages[f"/{n}"] = Reply(article(body=f"{STORY}\nاین خبر شماره {n} از خبرهای این روز است و دنباله دارد."))
    assert gathering.get(site.url("/sitemap.xml")) == ["a sitemap: 1 new, 0 changed", "a sitemap: 3 new, 0 changed", "new", "new", "new"]


def test_an_atom_feed_leads_to_pages_and_an_updated_entry_is_fetched_again(site: Site, gathering: Gathering) -> None:
    def atom(n: int) -> Reply:
        day = "2025-12-17" if n == 1 else "2025-12-18"
        entry = f'<entry><title>x</title><link href="{site.url("/a")}"/><updated>{day}T00:00:00Z</updated></entry>'
        return Reply(f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{entry}</feed>', headers=(("Content-Type", "application/atom+xml"),))

    site.pages |= {"/atom": atom, "/a": Reply(article())}
    gathering.crawl.want(site.url("/atom"), every=600)
    assert gathering.get() == ["a feed: 1 new, 0 changed", "new"]
    assert gathering.later(minutes=11) == ["a feed: 0 new, 1 changed", "known"]


def test_a_forgotten_report_is_not_brought_back_by_its_feed(site: Site, gathering: Gathering) -> None:
    def atom(n: int) -> Reply:
        entry = f'<entry><title>x</title><link href="{site.url("/a")}"/><updated>2025-12-1{n}T00:00:00Z</updated></entry>'
        return Reply(f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{entry}</feed>', headers=(("Content-Type", "application/atom+xml"),))

    site.pages |= {"/atom": atom, "/a": Reply(article())}
    gathering.crawl.want(site.url("/atom"), every=600)
    gathering.get()
    gathering.store.forget(report_id(site.url("/a")))
    assert gathering.later(minutes=11) == ["a feed: 0 new, 0 changed"]
    assert gathering.later(days=30) and site.count("/a") == 1
    assert gathering.get(site.url("/a")) == ["new"]  # a person may ask for it


def test_robots_txt_is_kept_to(site: Site, gathering: Gathering) -> None:
    site.pages |= {"/robots.txt": Reply("User-agent: *\nDisallow: /private/*.html\nCrawl-delay: 7"), "/private/a.html": Reply(article())}
    site.pages |= {"/a": Reply(article()), "/b": Reply(article("خبر دوم", STORY.replace("کاوند", "دریاسان")))}
    words = gathering.get(site.url("/private/a.html"), site.url("/a"), site.url("/b"))
    assert sorted(words) == ["new", "new", "robots.txt does not allow it"]
    assert site.count("/private/a.html") == 0 and site.count("/robots.txt") == 1
    assert [round(s) for s in gathering.slept] == [7]


def test_nothing_is_asked_of_a_host_whose_robots_txt_cannot_be_had(site: Site, gathering: Gathering) -> None:
    site.pages |= {"/robots.txt": lambda n: Reply("", 500) if n == 1 else Reply("", 404), "/a": Reply(article())}
    assert "robots.txt cannot be had" in gathering.get(site.url("/a"))[0]
    assert site.count("/a") == 0
    assert gathering.later(minutes=5) == ["new"]


def test_hosts_are_given_a_pause(site: Site, tmp_path: Path, the_reader: Reader) -> None:
    with open_dossier(tmp_path / "a.dossier") as store:
        gathering = Gathering(store, the_reader, pause=2.0)
        for n in range(3):
            site.pages[f"/{n}"] = Reply("", 404)
        gathering.get(*(site.url(f"/{n}") for n in range(3)))
        assert gathering.slept == [2.0, 2.0]


def test_a_crawl_that_is_broken_off_goes_on_where_it_was(site: Site, tmp_path: Path, the_reader: Reader) -> None:
    site.pages["/rss"] = feed(*((site.url(f"/{n}"), "") for n in range(6)))
    for n in range(6):
        site.pages[f"/{n}"] = Reply(article(f"خبر {n}", f"{STORY}\nاین خبر شماره {n} است و دنباله آن در روزهای بعد می‌آید."))
    with open_dossier(tmp_path / "a.dossier") as store:
        gathering = Gathering(store, the_reader)
        accept, seen = gathering.crawl.accept, []

        def stop(report: Report) -> str:
            seen.append(report.id)
            if len(seen) == 3:
                raise KeyboardInterrupt
            return accept(report)

        gathering.crawl.accept = stop
        with pytest.raises(KeyboardInterrupt):
            gathering.get(site.url("/rss"))
    with open_dossier(tmp_path / "a.dossier") as store:
        assert store.query("SELECT count(*) FROM report") == [(2,)]
        Gathering(store, the_reader).crawl.run()
        assert store.query("SELECT count(*), count(DISTINCT id) FROM report") == [(6, 6)]
        assert check(store) == []
    assert site.count("/rss") == 1 and all(site.count(f"/{n}") == (2 if n == 2 else 1) for n in range(6))
