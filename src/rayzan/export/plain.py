"""Text that any line-wise or XML form can hold, and what a report is called in one."""

import re
from collections.abc import Mapping
from typing import Any

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")

_STAMP = re.compile(r"^(?:date\s+)?[\d۰-۹٠-٩/:.,،\s-]{4,}\s*|^date\s+")  # what only dates a report says nothing of it
TELLING = 4  # words of a line that says what a report is about


def title(row: Mapping[str, Any]) -> str:
    """The first line of a report (`begins`: its first letters) that says something: without date stamps, not a mere label; else its id.

    >>> title({"id": "a", "begins": "date 2025-09-01\\nپخش زنده\\nدیدار دو وزیر در مسکو برگزار شد."})
    'دیدار دو وزیر در مسکو برگزار شد.'
    """
    lines = [_STAMP.sub("", line.strip()).strip() for line in str(row.get("begins") or "").split("\n")]
    told = [line for line in lines if line]
    return next((line for line in told if len(line.split()) >= TELLING), told[0] if told else str(row["id"]))


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
