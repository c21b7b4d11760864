"""Bytes into text, and what was decided told."""

import pytest

from rayzan.errors import ReportError
from rayzan.text.encoding import decode

TEXT = "وزیر خارجه گفت که همکاری ها ادامه دارد.\nنشست بعدي در پايتخت برگزار مي شود.\n"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_recognised(encoding: str, told: str) -> None:
    text, found = decode(TEXT.encode(encoding), "a.txt")
    assert (text.lstrip("\ufeff"), found) == (TEXT, told)


def test_windows_1256() -> None:
    """The code page has no Persian ی: such files hold ي."""
    text = TEXT.replace("ی", "ي").replace("ک", "ك")
    assert decode(text.encode("cp1256"), "a.txt") == (text, "windows-1256")


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03", TEXT.encode()[:-1] + b"\xff\xfe\xfd", b"\xff\xfe\x00", b"\x89PNG\r\n\x1a\n\x00"])
def test_what_is_no_text_is_refused_with_a_word(data: bytes) -> None:
    with pytest.raises(ReportError, match=r"^a\.txt: "):
        decode(data, "a.txt")
