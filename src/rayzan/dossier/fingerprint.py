"""Short hashes of code and data: which rules read a report, and whether what was derived from it is still so derived."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from rayzan import __version__

HOME = Path(__file__).parent.parent
RULES = ("text", "record", "lexicon", "lang", "extract", "resolve", "assemble.py", "reading.py", "data")
SPELLING = (
    "text/fold.py", "lang/fa/join.py", "lang/fa/pair.py", "data/fa/pair.txt", "dossier/spelling.py", "dossier/key.py", "dossier/settle.py", "dossier/derive.py",
    "dossier/schema.py", "dossier/lexeme.py", "dossier/derivation.py",
)  # fmt: skip


def _hash(paths: Iterable[Path]) -> str:
    seen = hashlib.sha256()
    for path in paths:
        seen.update(path.name.encode() + b"\0" + path.read_bytes())
    return seen.hexdigest()[:8]


def _files(home: Path, names: Sequence[str]) -> Iterable[Path]:
    for name in names:
        at = home / name
        yield from sorted(p for p in at.rglob("*") if p.suffix in (".py", ".toml", ".crfsuite")) if at.is_dir() else (at,)


@cache
def rules() -> str:
    """The version of all that reads: number and hash, as «0.1.0+1a2b3c4d»; the same rules and words give the same."""
    return f"{__version__}+{_hash(_files(HOME, RULES))}"


def lexicon(packs: Sequence[Path]) -> str:
    """The lexicon of a run: «shipped», with the name and hash of each pack laid over it."""
    return " ".join(["shipped", *(f"{p.name}+{_hash(_files(p.parent, (p.name,)))}" for p in packs)])


@cache
def derived() -> str:
    """The version of what cuts words and derives tables; where it differs, index and tables are built anew."""
    return _hash(_files(HOME, SPELLING))
