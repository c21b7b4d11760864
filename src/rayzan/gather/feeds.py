"""Lists of feeds to watch: TOML, one `[[feed]]` a feed or sitemap."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from rayzan.errors import ReportError

FIELDS = {"url", "outlet", "lang", "every", "uncertain"}
LANGS = ("fa",)  # what rayzan reads
_EVERY = re.compile(r"(\d+)\s*(s|m|h|d)")
_SECONDS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
LEAST = 60  # seconds between two visits of a feed


class Feed(NamedTuple):
    """A feed or sitemap: address, outlet as its reports are to name it, language, seconds between two visits."""

    url: str
    outlet: str | None = None
    lang: str = "fa"
    every: int = 900


def shipped() -> str:
    """The list that comes with rayzan: Persian, Russian and English outlets."""
    return (files("rayzan") / "data" / "gather" / "feeds.toml").read_text(encoding="utf-8")


def feeds(path: Path) -> list[Feed]:
    """The feeds of a list.

    Raises `ReportError` naming what is wrong in it.
    """
    try:
        return listed(path.read_text(encoding="utf-8"), str(path))
    except OSError as e:
        raise ReportError(f"{path}: cannot be read ({e.strerror}); `rayzan feeds > {path}` writes the list that comes with rayzan") from e


def listed(text: str, where: str) -> list[Feed]:
    """The feeds of a list's text.

    >>> listed('[[feed]]\\nurl = "https://example.com/rss"\\nevery = "15m"', "a.toml")
    [Feed(url='https://example.com/rss', outlet=None, lang='fa', every=900)]
    """
    try:
        rows = tomllib.loads(text).get("feed", [])
    except tomllib.TOMLDecodeError as e:
        raise ReportError(f"{where}: {e}") from e
    if not rows or not isinstance(rows, list):
        raise ReportError(f"{where}: no feed in it; a feed is [[feed]] with url and outlet")
    return [_feed(row, f"{where}: feed {n}") for n, row in enumerate(rows, 1)]


def _feed(row: dict[str, object], where: str) -> Feed:
    unknown = set(row) - FIELDS
    if unknown:
        raise ReportError(f"{where}: {', '.join(sorted(unknown))} is no field; fields are {', '.join(sorted(FIELDS))}")
    url = row.get("url")
    if not isinstance(url, str) or not url.startswith(("http://", "https://")):
        raise ReportError(f"{where}: needs a url that begins with http:// or https://")
    every = _EVERY.fullmatch(str(row.get("every", "15m")))
    if every is None or int(every[1]) * _SECONDS[every[2]] < LEAST:
        raise ReportError(f"{where}: every is a time such as 15m, 6h or 1d, no less than {LEAST}s")
    outlet = row.get("outlet")
    return Feed(url, str(outlet) if outlet else None, str(row.get("lang", "fa")), int(every[1]) * _SECONDS[every[2]])
