"""Addresses of pages: one for all the ways in which a page is linked, and the id of its report."""

import hashlib
import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_TRACKS = re.compile(r"^(utm_|fbclid|gclid|yclid|mc_|ref$|referrer$|from$|source$|amp$|outputtype$|print$|share)")
_TWIN = re.compile(r"(?:^|/)(?:amp|print|printable)(?=/|$)|(?<=\w)\.amp(?=\.html?$|$)", re.I)
_NUMBER = re.compile(r"\d{5,}")
_SAFE = "/:@!$&'()*+,;=-._~%"


def plain(url: str) -> str:
    """The address without fragment, tracking and twin marks (`/amp`, `/print`), host in small letters.

    >>> plain("HTTPS://WWW.Example.com:443/news/12/amp/?utm_source=x&id=3#top")
    'https://www.example.com/news/12?id=3'
    """
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").lower()
    port = parts.port
    if port and port != {"http": 80, "https": 443}.get(parts.scheme.lower()):
        host = f"{host}:{port}"
    path = _TWIN.sub("", quote(parts.path, safe=_SAFE)).rstrip("/") or "/"
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKS.match(k.lower())]
    return urlunsplit((parts.scheme.lower(), host, path, urlencode(kept), ""))


def is_twin(url: str) -> bool:
    """Whether an address is marked as the amp or print twin of a page."""
    parts = urlsplit(url)
    return bool(_TWIN.search(parts.path)) or any(
        k.lower() in ("amp", "outputtype", "print") for k, _ in parse_qsl(parts.query, keep_blank_values=True)
    )


def report_id(url: str) -> str:
    """The id of the report at an address: host, the number in its path if there is one, and six digits of a hash.

    >>> report_id("https://www.example.com/news/1234567/title")
    'example.com-1234567-bfb7c2'
    """
    address = plain(url)
    parts = urlsplit(address)
    told = (parts.hostname or "").removeprefix("www.") + parts.path + ("?" + parts.query if parts.query else "")
    number = max(_NUMBER.findall(parts.path + parts.query), key=len, default="")
    return "-".join(filter(None, ((parts.hostname or "").removeprefix("www."), number, hashlib.sha256(told.encode()).hexdigest()[:6])))


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: hosts alike but for «www.», «amp.» and «m.» before them."""
    return _site(one) == _site(other)


def host(url: str) -> str:
    """The host of an address with its port, the unit of politeness."""
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def _site(url: str) -> str:
    return re.sub(r"^(www|amp|m)\.", "", (urlsplit(url).hostname or "").lower())
