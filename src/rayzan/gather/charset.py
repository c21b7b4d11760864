"""Bytes of a page into text, whatever its header says."""

import re

from rayzan.errors import ReportError
from rayzan.text.encoding import decode

_META = re.compile(rb"<meta[^>]+charset=[\"']?([A-Za-z0-9_:-]+)", re.I)
_TAG = re.compile(rb"<(script|style)\b.*?</\1>|<[^>]*>", re.I | re.S)
_NOT_SO = {
    "iso-8859-1",
    "iso8859-1",
    "latin-1",
    "latin1",
    "us-ascii",
    "ascii",
    "windows-1252",
    "cp1252",
}  # what servers say that know nothing


def page_text(body: bytes, charset: str | None, where: str) -> tuple[str, str]:
    """The text of a page and the encoding it was in: what it is before what it says of itself, the page before the header.

    Raises `ReportError` where no encoding makes a text of it.
    """
    try:
        return decode(body, where)  # UTF-8, UTF-16 and windows-1256 show by themselves
    except ReportError as broken:
        meta = _META.search(body[:4096])
        for said in (meta[1].decode("ascii").lower() if meta else None, charset):
            if said and said not in _NOT_SO:
                try:
                    return body.decode(said), said
                except (LookupError, UnicodeDecodeError):
                    continue
        try:
            if decode(_TAG.sub(b" ", body), where)[1] == "windows-1256":  # which the tags had hidden
                return body.decode("cp1256"), "windows-1256"
        except (ReportError, UnicodeDecodeError):
            pass
        bad = sum(c == "\ufffd" for c in body.decode("utf-8", "replace"))
        if bad <= max(3, len(body) // 2000) and b"\x00" not in body:  # a few bytes cut off in a page of UTF-8: the article is there
            return body.decode("utf-8", "replace"), "utf-8 with broken bytes"
        raise broken
