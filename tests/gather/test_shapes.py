"""Feeds and pages in the shapes that outlets of several languages give them: RSS, RDF and Atom, their charsets and their dates."""

import pytest

from rayzan.gather.charset import page_text
from rayzan.gather.discover import Found, feed, kind
from rayzan.gather.page import page

A = "https://outlet.example/a"


def rss(title: str, date: str, encoding: str = "utf-8") -> bytes:
    return (
        f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>{title}</title>'
        f"<item><title><![CDATA[{title}]]></title><link><![CDATA[ {A} ]]></link><guid isPermaLink='false'>7</guid><pubDate>{date}</pubDate>"
        f'<media:content url="https://outlet.example/a.jpg"/></item></channel></rss>'
    ).encode(encoding)


RDF = f"""<?xml version="1.0" encoding="UTF-8"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>x</title></channel><item rdf:about="{A}"><title>x</title><link>{A}</link>
<dc:date>2025-12-17T10:00:00Z</dc:date></item></rdf:RDF>"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>x</title><entry><title>x</title>
<link rel="alternate" type="text/html" href="{A}"/><published>2025-12-17T10:00:00Z</published><updated>2025-12-17T11:00:00Z</updated></entry></feed>"""


@pytest.mark.parametrize(
    ("body", "published", "changed"),
    [
        (rss("خبر", "Wed, 17 Dec 2025 10:00:00 +0330"), "2025-12-17T10:00", None),
        (rss("خبر", "۱۴۰۴/۰۹/۲۶ ۱۰:۰۰"), "2025-12-17T10:00", None),
        (rss("Встреча министров", "Wed, 17 Dec 2025 10:00:00 +0300"), "2025-12-17T10:00", None),
        (rss("Встреча министров", "Wed, 17 Dec 2025 10:00:00 +0300", "windows-1251"), "2025-12-17T10:00", None),
        (rss("Ministers meet", "Wed, 17 Dec 2025 10:00:00 GMT"), "2025-12-17T10:00", None),
        (rss("اجتماع الوزيرين", "١٧ ديسمبر ٢٠٢٥ 10:00"), "2025-12-17T10:00", None),
        (rss("اجتماع الوزيرين", "Wed, 17 Dec 2025 10:00:00 +0300", "windows-1256"), "2025-12-17T10:00", None),
        (RDF.encode(), "2025-12-17T10:00", None),
        (ATOM.encode(), "2025-12-17T10:00", "2025-12-17T11:00"),
    ],
)
def test_a_feed_gives_its_addresses_and_dates(body: bytes, published: str, changed: str | None) -> None:
    assert kind(body) == "feed"
    (found,) = feed(body, A)
    assert (found.url, found.published) == (A, published) and found.changed in (changed, published)


def test_an_entry_without_a_date_is_listed_and_one_without_an_address_is_not() -> None:
    body = rss("x", "").replace(b"</channel>", b"<item><title>y</title></item></channel>")
    assert feed(body, A) == [Found(A)]


@pytest.mark.parametrize(
    ("lang", "title", "story", "date", "encoding"),
    [
        ("ru", "Встреча министров в Каванде", "Министр иностранных дел Каванда заявил, что переговоры о договоре продолжаются. " * 4, "17 декабря 2025, 18:05", "windows-1251"),
        ("ru", "Встреча министров в Каванде", "Министр иностранных дел Каванда заявил, что переговоры о договоре продолжаются. " * 4, "17 декабря 2025, 18:05", "utf-8"),
        ("en", "Ministers of Kavand meet", "The foreign minister of Kavand said that talks on the transit treaty go on. " * 4, "December 17, 2025", "utf-8"),
        ("ar", "اجتماع الوزيرين في كاوند", "قال وزير خارجية كاوند إن المحادثات حول معاهدة العبور مستمرة بين البلدين. " * 4, "١٧ ديسمبر ٢٠٢٥ - 18:05", "utf-8"),
        ("ar", "اجتماع الوزيرين في كاوند", "قال وزير خارجية كاوند إن المحادثات حول معاهدة العبور مستمرة بين البلدين. " * 4, "17 ديسمبر 2025 - 18:05", "windows-1256"),
        ("fa", "دیدار وزیران کاوند", "وزیر خارجه کاوند گفت: گفت‌وگوها درباره پیمان گذر ادامه می‌یابد و به نتیجه نزدیک است. " * 4, "۲۶ آذر ۱۴۰۴ - ۱۸:۰۵", "utf-8"),
    ],
)  # fmt: skip
def test_a_page_gives_its_headline_its_text_and_its_own_date(lang: str, title: str, story: str, date: str, encoding: str) -> None:
    html = (
        f'<!doctype html><html lang="{lang}"><head><meta charset="{encoding}"><title>{title}</title></head><body><main><article><h1>{title}</h1>'
        f'<time>{date}</time><div class="body"><p>{story.strip()}</p></div></article></main></body></html>'
    )
    text, _ = page_text(html.encode(encoding), None, A)
    report = page(text, "a", A, A)
    assert report.text.startswith(title) and story.strip() in report.text
    assert (report.published or "")[:10] == "2025-12-17"
