"""Pages out of a web archive (WARC): each response as its page was."""

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

from rayzan.errors import ReportError

MOST_BYTES = 20_000_000  # of a page unpacked


class Archived(NamedTuple):
    """A page of an archive: address, body unpacked, and the charset of its header, None if silent."""

    url: str
    body: bytes
    charset: str | None


def archived(data: bytes, where: str) -> Iterator[Archived | ReportError]:
    """The HTML pages of an archive, in its order; a broken record ends it with its error."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as e:
        raise ReportError(f"{where}: web archives need warcio; install rayzan[gather]") from e
    try:
        for record in ArchiveIterator(io.BytesIO(data)):
            if record.rec_type not in ("response", "resource"):
                continue
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            headers: Any = record.http_headers
            kind = (headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")) or ""
            status = headers.get_statuscode() if headers else "200"
            if status == "200" and "html" in kind.lower():
                body = record.content_stream().read(MOST_BYTES + 1)
                if len(body) > MOST_BYTES:
                    yield ReportError(f"{where}: {url}: holds more than {MOST_BYTES:,} bytes when unpacked")
                    continue
                if getattr(record.raw_stream, "limit", 0) > 0:
                    yield ReportError(f"{where}: {url}: the archive breaks off inside this page; fetch it again")
                    continue
                yield Archived(url, body, kind.lower().partition("charset=")[2].strip(" \"'") or None)
    except Exception as e:  # warcio raises its own, zlib's and plain ValueError for broken archives
        yield ReportError(f"{where}: a broken web archive ({e}); the pages before the break were read")
