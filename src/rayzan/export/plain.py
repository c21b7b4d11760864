"""Text that any line-wise or XML form can hold."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def plain(text: object) -> str:
    """Text without control characters, which XML, RIS and iCalendar forbid; a lone surrogate becomes «?».

    >>> plain("a\\x00b")
    'ab'
    """
    return _CONTROL.sub("", str(text)).encode("utf-8", "replace").decode()


def line(text: object) -> str:
    """Text on one line.

    >>> line("a\\r\\n  b")
    'a b'
    """
    return " ".join(plain(text).split())
