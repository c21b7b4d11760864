"""What a feed or a sitemap lists."""

import zlib
from typing import Any, NamedTuple

from rayzan.errors import ReportError
from rayzan.gather.dating import dated, in_header

MOST_BYTES = 60_000_000  # of a sitemap unpacked; the protocol allows 50 MiB


class Found(NamedTuple):
    """A page that a feed or sitemap lists: when published and last changed as far as told, ISO; `deeper`: itself a sitemap."""

    url: str
    published: str | None = None
    changed: str | None = None
    deeper: bool = False


def kind(body: bytes) -> str:
    """Whether some bytes are a feed, a sitemap or a page.

    >>> kind(b"<?xml version='1.0'?><rss version='2.0'/>"), kind(b"<!doctype html><p>"), kind(b"<urlset/>")
    ('feed', 'page', 'sitemap')
    """
    start = unpacked(body)[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower() if body else b""
    if any(mark in start for mark in (b"<urlset", b"<sitemapindex")):
        return "sitemap"
    if any(mark in start for mark in (b"<rss", b"<feed", b"<rdf:rdf")) and b"<html" not in start:
        return "feed"
    return "page"


def feed(body: bytes, url: str) -> list[Found]:
    """The entries of an RSS or Atom feed, in its order.

    Raises `ReportError` for what is no feed.
    """
    try:
        import feedparser
    except ImportError as e:
        raise ReportError(f"{url}: feeds need feedparser; install rayzan[gather]") from e
    parsed: Any = feedparser.parse(body)
    if not parsed.entries and (parsed.bozo or not parsed.version):
        raise ReportError(f"{url}: no feed ({parsed.get('bozo_exception') or 'neither RSS nor Atom'}); check the address")
    return [_entry(e, str(parsed.version)) for e in parsed.entries if (e.get("link") or "").strip().startswith(("http://", "https://"))]


def _entry(e: Any, version: str) -> Found:
    updated = dict.get(e, "updated")  # feedparser's own `get` puts one for the other
    published = e.get("published") or e.get("created")
    if not published and version.startswith("rss"):
        published = updated  # the `dc:date` of RSS, which is the day of publishing there
    return Found(e.link.strip(), in_header(published), in_header(updated))


def sitemap(body: bytes, url: str) -> list[Found]:
    """The pages of a sitemap, or the sitemaps of an index.

    Raises `ReportError` for what is no sitemap.
    """
    from lxml import etree

    try:
        # no entities, no network: a sitemap needs neither
        root = etree.fromstring(unpacked(body), parser=etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except etree.XMLSyntaxError as e:
        raise ReportError(f"{url}: no sitemap ({e}); check the address") from e
    if root is None or etree.QName(root).localname not in ("urlset", "sitemapindex"):
        raise ReportError(f"{url}: no sitemap; check the address")
    out = []
    for row in root:
        told: dict[str, str] = {}
        for element in row.iter():
            if isinstance(element.tag, str) and element.text:
                told.setdefault(etree.QName(element).localname, element.text.strip())
        if told.get("loc", "").startswith(("http://", "https://")):
            deeper = etree.QName(root).localname == "sitemapindex"
            out.append(Found(told["loc"], dated(told.get("publication_date")), dated(told.get("lastmod")), deeper))
    return out


def unpacked(body: bytes) -> bytes:
    """The bytes of a gzip file, or the bytes as they are.

    Raises `ReportError` for a broken one, and one that unpacks to more than a sitemap may hold.
    """
    if not body.startswith(b"\x1f\x8b"):
        return body
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        out = unpack.decompress(body, MOST_BYTES)
    except zlib.error as e:
        raise ReportError(f"a broken gzip file ({e})") from e
    if unpack.unconsumed_tail:
        raise ReportError(f"unpacks to over {MOST_BYTES:,} bytes")
    return out
