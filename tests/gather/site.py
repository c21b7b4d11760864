"""A small site on this machine for the tests: pages made for them, and what goes wrong on the web."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

STORY = (
    "وزیر خارجه کاوند روز گذشته با همتای خود از هیرساد دیدار کرد و گفت: همکاری‌های دو کشور گسترش می‌یابد. "
    "وی افزود که گفت‌وگوها درباره پیمان ترانزیت ادامه دارد و دو طرف به نتیجه نزدیک شده‌اند. "
    "در این نشست که نزدیک به دو ساعت طول کشید، درباره موضوعات منطقه‌ای نیز رایزنی شد."
)


class Reply(NamedTuple):
    """What the site answers; `drip`: seconds between bytes; `cut`: the connection ends after so many bytes."""

    body: bytes | str = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    drip: float = 0.0
    cut: int | None = None


Answering = Reply | Callable[[int], Reply]


class Site:
    """The running site: `pages` by path, `asked` counts by path in the order of asking."""

    def __init__(self) -> None:
        self.pages: dict[str, Answering] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.times: list[float] = []
        self.address = ""

    def url(self, path: str) -> str:
        return self.address + path

    def count(self, path: str) -> int:
        return sum(p == path for p, _ in self.asked)


def article(title: str = "دیدار وزیران خارجه", body: str = STORY, head: str = "", before: str = "", after: str = "") -> str:
    """A page as news sites make them: a frame with the site's clock, the article, other headlines."""
    paragraphs = "".join(f"<p>{p}</p>" for p in body.split("\n"))
    return f"""<!doctype html><html lang="fa"><head><title>{title} | نگار</title>{head}</head><body>
<header><div class="date">پنجشنبه ۱۱ دی ۱۴۰۴</div><nav><a href="/">خانه</a></nav></header>
<main><article><h1>{title}</h1>{before}<div class="body">{paragraphs}</div>{after}</article></main>
<aside class="related"><time datetime="2020-01-01">۱۲ دی ۱۳۹۸</time><a href="/x">خبر دیگر</a></aside><footer>نشانی ما</footer></body></html>"""


def feed(*entries: tuple[str, str]) -> Reply:
    """An RSS feed of (address, date)."""
    items = "".join(f"<item><title>خبر</title><link>{url}</link><pubDate>{date}</pubDate></item>" for url, date in entries)
    body = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>نگار</title>{items}</channel></rss>'
    return Reply(body, headers=(("Content-Type", "application/rss+xml"),))


def bomb(size: int) -> Reply:
    """A small gzip answer that unpacks to so many bytes."""
    return Reply(gzip.compress(b"<p>" + b"a" * size), headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip")))


@contextmanager
def running() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            site.asked.append((path, {k.lower(): v for k, v in self.headers.items()}))
            site.times.append(time.monotonic())
            found = site.pages.get(path)
            reply = found(site.count(path)) if callable(found) else found
            if reply is None:
                reply = Reply("nothing here", 404)
            body = reply.body.encode() if isinstance(reply.body, str) else reply.body
            wanted = dict(reply.headers).get("ETag")
            if wanted and self.headers.get("If-None-Match") == wanted:
                reply, body = Reply(b"", 304, (("ETag", wanted),)), b""
            self.send_response(reply.status)
            for name, value in reply.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                if reply.cut is not None:
                    self.wfile.write(body[: reply.cut])
                    self.wfile.flush()
                    self.connection.close()
                elif reply.drip:
                    for i in range(len(body)):
                        self.wfile.write(body[i : i + 1])
                        self.wfile.flush()
                        time.sleep(reply.drip)
                else:
                    self.wfile.write(body)
            except OSError:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
