"""Reports out of files and folders: text, Markdown, HTML, JSON Lines, CSV, web archives, gzip, zip."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import msgspec

from rayzan.errors import ReportError
from rayzan.text.encoding import decode
from rayzan.text.report import Report

TEXT, PAGES, LINES, TABLES = {".txt", ".md", ".text"}, {".html", ".htm", ".xhtml"}, {".jsonl", ".ndjson"}, {".csv"}
READ = TEXT | PAGES | LINES | TABLES | {".gz", ".zip", ".warc"}
COLUMNS = ("id", "text", "published", "outlet", "url", "lang")


class Given(NamedTuple):
    """What the caller says of every report: its outlet, date and language, None where not said.

    `columns`: (ours, theirs) where a table or JSON Lines call a column otherwise, such as ("text", "body").
    """

    outlet: str | None = None
    published: str | None = None
    lang: str | None = None
    columns: tuple[tuple[str, str], ...] = ()


def reports(paths: Iterable[Path], given: Given = Given()) -> Iterator[Report | ReportError]:
    """The reports of files and folders, in the order given, folders by name; a file that cannot be read comes as its error.

    So bad input never loses what is good beside it.
    """
    for path in paths:
        yield from _path(path, given)


def _path(path: Path, given: Given) -> Iterator[Report | ReportError]:
    try:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in READ and not p.name.startswith("."))
            if not inside:
                yield ReportError(f"{path}: no reports in this folder; rayzan reads {', '.join(sorted(READ))}")
            for p in inside:
                yield from _path(p, given)
            return
        if not path.exists():
            yield ReportError(f"{path}: no such file or folder; check the path")
            return
        data = path.read_bytes()
    except OSError as e:
        yield ReportError(f"{path}: cannot be read ({e.strerror}); check the path and its permissions")
        return
    yield from content(data, str(path), path.name, given)


def content(data: bytes, where: str, name: str, given: Given) -> Iterator[Report | ReportError]:
    """The reports in some bytes. `where` is for messages, `name` tells the kind and the report's id by its stem."""
    suffix = PurePosixPath(name).suffix.lower()
    try:
        if suffix == ".warc" or name.lower().endswith(".warc.gz"):
            yield from _archive(data, where, given)
        elif suffix == ".gz":
            from rayzan.gather.unpack import gunzip

            yield from content(gunzip(data, where), where, name[:-3], given)
        elif suffix == ".zip":
            yield from _zip(data, where, given)
        elif suffix in PAGES:
            from rayzan.gather.charset import page_text
            from rayzan.gather.page import page

            text, encoding = page_text(data, None, where)
            found = page(text, PurePosixPath(name).stem, where)
            yield checked(msgspec.structs.replace(found, encoding=encoding), given, where)
        else:
            text, encoding = decode(data, where)
            if suffix in LINES:
                yield from _lines(text, where, given, encoding)
            elif suffix in TABLES:
                yield from _rows(text, where, given, encoding)
            else:
                yield checked(Report(PurePosixPath(name).stem, text, encoding=encoding), given, where)
    except ReportError as e:
        yield e


def _zip(data: bytes, where: str, given: Given) -> Iterator[Report | ReportError]:
    from rayzan.gather.unpack import unzip

    for found in unzip(data, where, READ):
        if isinstance(found, ReportError):
            yield found
        else:
            name, inside = found
            yield from content(inside, f"{where}/{name}", PurePosixPath(name).name, given)


def _archive(data: bytes, where: str, given: Given) -> Iterator[Report | ReportError]:
    """The pages of a web archive; a page that was fetched twice comes twice, for the dossier to make versions of."""
    from rayzan.gather.address import report_id
    from rayzan.gather.charset import page_text
    from rayzan.gather.page import page
    from rayzan.gather.warc import archived

    for found in archived(data, where):
        if isinstance(found, ReportError):
            yield found
            continue
        told = f"{where}: {found.url}"
        try:
            text, encoding = page_text(found.body, found.charset, told)
            report = page(text, report_id(found.url), told, found.url)
            yield checked(msgspec.structs.replace(report, id=report_id(report.url or found.url), encoding=encoding), given, told)
        except ReportError as e:
            yield e


def _lines(text: str, where: str, given: Given, encoding: str) -> Iterator[Report | ReportError]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise ValueError("a row is an object with at least a text")
                yield _row(row, f"{where}:{number}", number, given, encoding)
            except ValueError as e:
                yield ReportError(f'{where}:{number}: no report in this row ({e}); a row is {{"id", "text", "published", "outlet", "url"}}')


def _rows(text: str, where: str, given: Given, encoding: str) -> Iterator[Report | ReportError]:
    """A CSV file with a head line; columns by the names of JSON Lines."""
    import csv
    import io

    from rayzan.gather.unpack import MOST_BYTES

    csv.field_size_limit(MOST_BYTES)
    reader = csv.DictReader(io.StringIO(text))
    wanted = dict(given.columns).get("text", "text")
    if wanted not in (reader.fieldnames or ()):
        raise ReportError(f"{where}: no column `{wanted}` in the head line; columns are {', '.join(COLUMNS)}, or as --column text=… says")
    for number, row in enumerate(reader, 2):
        yield _row({k: v for k, v in row.items() if v}, f"{where}:{number}", number, given, encoding)


def _row(row: dict[str, object], where: str, number: int, given: Given, encoding: str) -> Report | ReportError:
    called = dict(given.columns)
    text = row.get(called.get("text", "text"))
    if not isinstance(text, str):
        return ReportError(f"{where}: no `text` in this row; a row needs at least id and text")

    def said(key: str) -> str | None:
        value = row.get(called.get(key, key))
        return str(value) if value not in (None, "") else None

    id = said("id") or f"{PurePosixPath(where.rsplit(':', 1)[0]).stem}-{number:05}"
    return checked(Report(id, text, said("lang") or "fa", said("outlet"), said("published"), said("url"), encoding), given, where)


def checked(report: Report, given: Given, where: str) -> Report | ReportError:
    """The report with what the caller says of it; an error where there is nothing to read in it."""
    if not report.text.strip():
        return ReportError(f"{where}: empty; nothing to read")
    lang = given.lang or (report.lang if _persian(report.text) else None)
    if lang is None:
        return ReportError(f"{where}: not in Persian; rayzan reads Persian (--lang fa reads it all the same)")
    try:
        return Report(
            report.id, report.text, lang, given.outlet or report.outlet, given.published or report.published, report.url, report.encoding
        ).whole()
    except ReportError as e:
        return ReportError(f"{where}: {e}")


def _persian(text: str) -> bool:
    """Whether a third of the letters are in Arabic script."""
    sample = text[:20000]
    letters = sum(c.isalpha() for c in sample)
    return sum("\u0600" <= c <= "\u06ff" or "\ufb50" <= c <= "\ufefc" for c in sample) * 3 > letters > 0
