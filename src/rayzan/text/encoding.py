"""Bytes into text: UTF-8, UTF-16 and windows-1256 told apart; what was decided goes into the record."""

import codecs

from rayzan.errors import ReportError

_PERSIAN_LETTERS = frozenset("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيكةئءآأإؤ")
_UTF16_SHARE = 0.2  # of zero bytes at one parity in Latin text; Persian in UTF-16 has 0x06 there


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of some bytes and the encoding they were in. `name` is the file's, for the message.

    Raises `ReportError` for bytes that are no text or in no encoding known here; nothing is replaced or dropped.
    """
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode("utf-8" if encoding == "utf-8" else encoding), encoding
            except UnicodeDecodeError as e:
                raise ReportError(f"{name}: begins as {encoding} but breaks off at byte {e.start}; save it again as UTF-8") from e
    if b"\x00" in data[:4096]:
        found = _utf16(data)
        if found is None:
            raise ReportError(f"{name}: a binary file, no text; give a text, HTML or JSON Lines file")
        return found
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as broken:
        text = _arabic_ansi(data)
        if text is not None:
            return text, "windows-1256"
        raise ReportError(f"{name}: broken UTF-8 at byte {broken.start} and not windows-1256; save it again as UTF-8") from broken


def _utf16(data: bytes) -> tuple[str, str] | None:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text and sum(c in _PERSIAN_LETTERS or c.isascii() and c.isprintable() or c in "\n\r\t \u200c" for c in text[:2000]) > 0.9 * len(
            text[:2000]
        ):
            return text, encoding
    return None


def _arabic_ansi(data: bytes) -> str | None:
    """The bytes as windows-1256, if what comes out is mostly Persian words; None otherwise.

    Broken UTF-8 read so shows runs of «ط ظ ع غ» beside signs, hardly a blank between words: not half of it is letters in words.
    """
    if any(b < 0x09 or 0x0E <= b < 0x20 for b in data[:4096]):
        return None
    try:
        text = data.decode("cp1256")
    except UnicodeDecodeError:
        return None
    sample = text[:4000]
    letters = sum(c in _PERSIAN_LETTERS for c in sample)
    utf8_shadow = sum(sample.count(c) for c in "طظغ") / max(1, letters)
    return text if letters > 0.5 * max(1, len(sample.replace(" ", "").replace("\n", ""))) and utf8_shadow < 0.2 else None
