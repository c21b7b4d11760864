"""The article of an HTML page: text by trafilatura with its half-spaces saved, headline, date and address from the page's own words."""

import re
from html import unescape

from rayzan.errors import ReportError
from rayzan.text.report import Report

STAND_IN = "\ue00c"  # trafilatura deletes U+200C (24 of 24 lost); a private-use letter goes through whole
_META = re.compile(
    r"<meta[^>]+(?:property|name)=[\"']([^\"']+)[\"'][^>]+content=[\"']([^\"']*)[\"']|<meta[^>]+content=[\"']([^\"']*)[\"'][^>]+(?:property|name)=[\"']([^\"']+)[\"']",
    re.I,
)
_CANONICAL = re.compile(r"<link[^>]+rel=[\"']canonical[\"'][^>]+href=[\"']([^\"']+)[\"']", re.I)
_TIME = re.compile(r"<time[^>]+datetime=[\"']([^\"']+)[\"']", re.I)
_DATES = ("article:published_time", "datepublished", "date", "dc.date", "pubdate", "og:pubdate")


def page(html: str, id: str, where: str) -> Report:
    """The report of a page; its date is the page's own, never guessed.

    Raises `ReportError` where the page holds no article, or where trafilatura is not installed.
    """
    try:
        import trafilatura
    except ImportError as e:
        raise ReportError(f"{where}: HTML needs trafilatura; install rayzan[html]") from e
    saved = (
        html.replace("&zwnj;", STAND_IN)
        .replace("&#8204;", STAND_IN)
        .replace("&#x200c;", STAND_IN)
        .replace("&#x200C;", STAND_IN)
        .replace("\u200c", STAND_IN)
    )
    text = trafilatura.extract(saved, include_comments=False, include_tables=False, favor_precision=False)
    if not text or not text.strip():
        raise ReportError(f"{where}: no article found in this page; save the article's text instead")
    meta: dict[str, str] = {}
    for m in _META.finditer(html):
        meta.setdefault((m[1] or m[4]).casefold(), unescape(m[2] if m[1] else m[3]))
    headline = meta.get("og:title", "").strip()
    body = text.replace(STAND_IN, "\u200c").strip()
    if headline and not body.startswith(headline):
        body = f"{headline}\n{body}"
    stamped = _TIME.search(html)
    dated = next((meta[k] for k in _DATES if k in meta), None) or (stamped[1] if stamped else None)
    canonical = _CANONICAL.search(html)
    return Report(id, body, "fa", meta.get("og:site_name"), _iso(dated), canonical[1] if canonical else meta.get("og:url"), "utf-8")


def _iso(dated: str | None) -> str | None:
    """An ISO date of the page's own date, Jalali years too; None where it is in no form known here."""
    if dated is None:
        return None
    m = re.search(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(T\d{2}:\d{2})?", dated)
    if m is None:
        return None
    year, month, day = int(m[1]), int(m[2]), int(m[3])
    if year < 1700:
        from rayzan.lang.fa.calendar import jalali_day

        found = jalali_day(year, month, day)
        return found.isoformat() if found else None
    return f"{year}-{month:02}-{day:02}{m[4] or ''}"
