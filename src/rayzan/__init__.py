"""rayzan: reads diplomatic news reports into a cited record.

>>> from rayzan import Report, read
>>> record = read(Report("a", "وزیر خارجه گفت: مذاکرات فردا ادامه دارد."))
>>> record.statements[0].content.text
'مذاکرات فردا ادامه دارد'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rayzan.dossier.store import open_dossier as open_dossier
    from rayzan.lexicon.lexicon import open_lexicon as open_lexicon
    from rayzan.reading import Reader as Reader
    from rayzan.reading import read as read
    from rayzan.record import Record as Record
    from rayzan.text.report import Report as Report

__version__ = "0.1.0"
__all__ = ["Reader", "Record", "Report", "open_dossier", "open_lexicon", "read"]

_HOMES = {
    "Reader": "rayzan.reading", "read": "rayzan.reading", "Record": "rayzan.record", "Report": "rayzan.text.report",
    "open_dossier": "rayzan.dossier.store", "open_lexicon": "rayzan.lexicon.lexicon",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Public names are loaded when first asked for, so that the command line starts fast."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'rayzan' has no attribute {name!r}")
