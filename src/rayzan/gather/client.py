"""Pages over HTTP: conditional, with bounds on time, size and redirects; every failure a word that says what and why."""

import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple
from urllib.parse import urljoin

from rayzan import __version__
from rayzan.errors import GatherError

AGENT = f"rayzan/{__version__} (reads news into a cited record)"
MOST_BYTES = 20_000_000  # of a page unpacked
MOST_SECONDS = 60.0  # for a page from the first byte asked to the last byte given
MOST_REDIRECTS = 8
CONNECT_SECONDS, READ_SECONDS = 10.0, 20.0
LATER = {408, 425, 429, 500, 502, 503, 504}
GONE = {404, 410}


class Answer(NamedTuple):
    """What came: `url` after redirects; `status` 200, or 304 where nothing changed; `charset` as the header says, None if silent."""

    url: str
    status: int
    body: bytes
    kind: str
    charset: str | None
    etag: str | None
    modified: str | None


class Client:
    """Fetches pages. `agent` is what it calls itself; bounds as above unless given."""

    def __init__(self, agent: str = AGENT, most_seconds: float = MOST_SECONDS, most_bytes: int = MOST_BYTES) -> None:
        try:
            import urllib3
        except ImportError as e:
            raise GatherError("gathering from the web needs urllib3; install rayzan[gather]") from e
        self.agent, self.most_seconds, self.most_bytes = agent, most_seconds, most_bytes
        timeout = urllib3.Timeout(connect=min(CONNECT_SECONDS, most_seconds), read=min(READ_SECONDS, most_seconds))
        self._pool: Any = urllib3.PoolManager(num_pools=20, retries=False, timeout=timeout)
        self._errors = urllib3.exceptions.HTTPError

    def get(self, url: str, etag: str | None = None, modified: str | None = None) -> Answer:
        """The page at an address; with what it told of itself before, only if it changed.

        Raises `GatherError`, with `later` where asking again may help.
        """
        headers = {"User-Agent": self.agent, "Accept-Encoding": "gzip, deflate", "Accept": "text/html,application/xml;q=0.9,*/*;q=0.5"}
        headers |= {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value}
        seen, here, ends = {url}, url, time.monotonic() + self.most_seconds
        for _ in range(MOST_REDIRECTS + 1):
            try:
                response = self._pool.request("GET", here, headers=headers, redirect=False, preload_content=False)
            except (self._errors, ValueError, OSError) as e:
                raise GatherError(f"{url}: cannot be reached ({_short(e)})", later=True) from e
            try:
                moved = response.status in (301, 302, 303, 307, 308) and response.headers.get("Location")
                if not moved:
                    return self._answer(url, here, response, ends)
            finally:
                response.close()
            here = urljoin(here, moved)
            if not here.startswith(("http://", "https://")):
                raise GatherError(f"{url}: leads to {here[:80]}, which is no page of the web", response.status)
            if here in seen:
                raise GatherError(f"{url}: redirects in a circle through {here}", response.status)
            seen.add(here)
        raise GatherError(f"{url}: redirects more than {MOST_REDIRECTS} times", response.status)

    def _answer(self, url: str, here: str, response: Any, ends: float) -> Answer:
        status, headers = int(response.status), response.headers
        if status not in (200, 203, 304):
            says = "is not there (any more)" if status in GONE else "answers with an error" if status >= 500 else "is refused"
            raise GatherError(f"{url}: {says} ({status})", status, status in LATER, _wait(headers))
        body = b"" if status == 304 else self._body(url, response, ends)
        kind, _, rest = (headers.get("Content-Type") or "").partition(";")
        charset = rest.partition("charset=")[2].strip(" \"'").lower() or None
        return Answer(
            here, 304 if status == 304 else 200, body, kind.strip().lower(), charset, headers.get("ETag"), headers.get("Last-Modified")
        )

    def _body(self, url: str, response: Any, ends: float) -> bytes:
        """The body, unpacked as it comes, so that neither a slow drip nor a small file that unpacks to a huge one gets far."""
        parts: list[bytes] = []
        size = 0
        try:
            while part := response.read1(65_536, decode_content=True):
                parts.append(part)
                size += len(part)
                if size > self.most_bytes:
                    raise GatherError(f"{url}: holds more than {self.most_bytes:,} bytes when unpacked")
                if time.monotonic() > ends:
                    raise GatherError(f"{url}: drips for more than {self.most_seconds:g} seconds", later=True)
        except (self._errors, OSError) as e:
            raise GatherError(f"{url}: broke off while it was read ({_short(e)})", later=True) from e
        return b"".join(parts)


def _short(e: Exception) -> str:
    said = str(getattr(e, "reason", None) or e)
    return said.rpartition(">: ")[2][:160] or type(e).__name__


def _wait(headers: Mapping[str, str]) -> float | None:
    """Seconds that the server asks to wait; None where it asks nothing."""
    said = headers.get("Retry-After")
    if not said:
        return None
    try:
        return max(0.0, float(said))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except ValueError:
        return None
