"""The article of an HTML page: text by trafilatura with its half-spaces saved; headline, date, outlet and address from the page's own words."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from rayzan.errors import ReportError
from rayzan.gather.address import same_site
from rayzan.gather.dating import dated, in_address
from rayzan.text.report import Report

STAND_INS = "\u2040\u2054\u02d1\ua9bb"  # trafilatura deletes U+200C, being no printable character; these go through whole
_SPELT = ("&zwnj;", "&#8204;", "&#x200c;", "&#x200C;", "\u200c")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.created", "dc.date", "pubdate", "publishdate",
    "publish_date", "og:pubdate", "date",
)  # fmt: skip
_ASIDE = ("header", "nav", "footer", "aside")


def page(html: str, id: str, where: str, address: str | None = None) -> Report:
    """The report of a page; its date is the page's own, never guessed. `address` is where it was fetched from, None for a file.

    Raises `ReportError` where the page holds no article, or where trafilatura is not installed.
    """
    try:
        import trafilatura
        from lxml import etree
        from lxml import html as markup
    except ImportError as e:
        raise ReportError(f"{where}: HTML needs trafilatura; install rayzan[html]") from e
    try:
        root = markup.document_fromstring(html.encode("utf-8", "replace"), parser=markup.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError) as e:
        raise ReportError(f"{where}: no article found in this page ({e}); save the article's text instead") from e
    stand_in = next((c for c in STAND_INS if c not in html), None)
    if stand_in is None:
        raise ReportError(f"{where}: uses every sign that could save its half-spaces; save the article's text instead")
    saved = html
    for spelt in _SPELT:
        saved = saved.replace(spelt, stand_in)
    text = trafilatura.extract(saved, include_comments=False, include_tables=False, favor_precision=False)
    if not text or not text.strip():
        raise ReportError(f"{where}: no article found in this page; save the article's text instead")
    meta, told = _meta(root), list(_told(root))
    body = text.replace(stand_in, "\u200c").strip()
    headline = _headline(root, meta, told)
    if headline and not body.startswith(headline):
        body = f"{headline}\n{body}"
    url = canonical(root, meta, address)
    return Report(id, body, "fa", _outlet(meta, told), _published(root, meta, told, url or address), url or address, "utf-8")


def canonical(root: Any, meta: dict[str, str], address: str | None) -> str | None:
    """The address that a page says is its own, if it is on the same site as the one it was fetched from."""
    said = [*root.xpath("//link[contains(concat(' ', @rel, ' '), ' canonical ')]/@href"), meta.get("og:url", "")]
    for href in said:
        url: str = urljoin(address or "", str(href).strip())
        if url.startswith(("http://", "https://")) and (address is None or same_site(url, address)):
            return url
    return None


def _meta(root: Any) -> dict[str, str]:
    out: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and element.get("content"):
            out.setdefault(name.casefold(), element.get("content").strip())
    return out


def _told(root: Any) -> Iterator[dict[str, Any]]:
    """The articles that the page describes to machines (JSON-LD of schema.org)."""
    for script in root.xpath("//script[@type='application/ld+json']/text()"):
        try:
            rows: list[Any] = [json.loads(script, strict=False)]
        except ValueError:
            continue
        while rows:
            row = rows.pop(0)
            if isinstance(row, list):
                rows = row + rows
            elif isinstance(row, dict):
                rows += [row["@graph"]] if "@graph" in row else []
                kinds = row.get("@type")
                if any(str(k).endswith(("Article", "BlogPosting")) for k in (kinds if isinstance(kinds, list) else [kinds])):
                    yield row


def _headline(root: Any, meta: dict[str, str], told: list[dict[str, Any]]) -> str:
    """The headline without the site's name behind it: the heading of the page where the title begins with it."""
    heads = [" ".join(h.text_content().split()) for h in root.iter("h1")]
    title = (
        meta.get("og:title") or next((str(r["headline"]) for r in told if r.get("headline")), "") or (heads[0] if len(heads) == 1 else "")
    )
    return next((h for h in heads if h and title.startswith(h)), title.strip())


def _outlet(meta: dict[str, str], told: list[dict[str, Any]]) -> str | None:
    publisher: dict[str, Any] = next((r["publisher"] for r in told if isinstance(r.get("publisher"), dict)), {})
    return meta.get("og:site_name") or publisher.get("name") or None


def _published(root: Any, meta: dict[str, str], told: list[dict[str, Any]], address: str | None) -> str | None:
    """From meta, the machine's description, `<time>`, a dated line beside the headline, the address: the first of them with a date."""
    said = [*(meta.get(k) for k in _DATES), *(str(r.get("datePublished") or "") for r in told)]
    for element in root.iter("time"):
        if not _elsewhere(element):
            said += [element.get("datetime"), element.text_content()]
    said += _lines(root)
    found = next((d for d in map(dated, said) if d), None)
    return found or (in_address(address) if address else None)


def _lines(root: Any) -> list[str]:
    """Short lines marked as dates that stand with the headline: a site's clock stands elsewhere."""
    marked = root.xpath(
        "//*[contains(@class, 'date') or contains(@class, 'time') or contains(@class, 'publish') or contains(@id, 'date')"
        " or @itemprop='datePublished']"
    )
    heads = {id(above) for h in root.iter("h1") for above in list(h.iterancestors())[:3] if above.tag not in ("body", "html")}
    out = []
    for element in marked:
        text = " ".join(element.text_content().split())
        with_head = any(id(above) in heads or above.tag in ("article", "main") for above in element.iterancestors())
        if with_head and len(text) < 100 and not _elsewhere(element):
            out.append(text)
    return out


def _elsewhere(element: Any) -> bool:
    """Whether an element stands in the frame of the site, or in a list of other articles, and not in the article."""
    for above in element.iterancestors():
        if above.tag == "article":
            return False
        if above.tag in _ASIDE or "related" in (above.get("class") or ""):
            return True
    return False
