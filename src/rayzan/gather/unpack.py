"""What is packed: gzip and zip."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from rayzan.errors import ReportError

MOST_BYTES = 200_000_000  # unpacked; a larger file is refused with a word, never cut


def gunzip(data: bytes, where: str) -> bytes:
    """The bytes of a gzip file. Raises `ReportError` for a broken one and for one that unpacks to more than `MOST_BYTES`."""
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            out = stream.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as e:
        raise ReportError(f"{where}: a broken gzip file ({e}); fetch it again") from e
    if len(out) > MOST_BYTES:
        raise ReportError(f"{where}: unpacks to over {MOST_BYTES:,} bytes; split it")
    return out


def unzip(data: bytes, where: str, kinds: set[str]) -> Iterator[tuple[str, bytes] | ReportError]:
    """The files of a zip archive whose names end in one of `kinds`, by name; one that cannot be unpacked as its error.

    Raises `ReportError` for a broken archive, one without such files, and one that unpacks to more than `MOST_BYTES`.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = sorted(i.filename for i in archive.infolist() if not i.is_dir() and PurePosixPath(i.filename).suffix.lower() in kinds)
        if sum(archive.getinfo(n).file_size for n in names) > MOST_BYTES:
            raise ReportError(f"{where}: unpacks to over {MOST_BYTES:,} bytes; split it")
    except zipfile.BadZipFile as e:
        raise ReportError(f"{where}: a broken zip file ({e}); fetch it again") from e
    if not names:
        raise ReportError(f"{where}: no reports in this archive; rayzan reads {', '.join(sorted(kinds))}")
    for name in names:
        try:
            yield name, archive.read(name)
        except (zipfile.BadZipFile, RuntimeError, zlib.error) as e:
            yield ReportError(f"{where}/{name}: cannot be unpacked ({e}); fetch the archive again")
