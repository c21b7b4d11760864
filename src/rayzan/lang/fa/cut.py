"""Forms of the lexicon as an earlier start cut them, kept beside the bytecode.

Cutting 15,000 forms takes as long as loading the whole program, and always gives the same. So it is kept as Python keeps what it compiles:
in `__pycache__`, valid while the files that cut have the sizes and times they had, and nowhere where Python may write no bytecode.
"""

import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

import msgspec

from rayzan.lexicon.lexicon import DATA

Cuts = dict[str, tuple[tuple[str, ...], ...]]
CUTTERS = ("text/fold.py", "text/word.py", "lang/fa/join.py", "lang/fa/pair.py", "lang/fa/seam.py", "data/fa/pair.txt", "data/fa/seam.toml", "data/fa/given.toml")  # fmt: skip


class Kept(msgspec.Struct, frozen=True):
    """What was cut, and by what: name, size and time of each file that has a say in cutting."""

    by: tuple[tuple[str, int, int], ...]
    cuts: Cuts


def place() -> Path:
    """Where the forms are kept: beside the bytecode of this module."""
    return Path(cache_from_source(__file__)).with_suffix(".forms")


def _by() -> tuple[tuple[str, int, int], ...]:
    found = ((name, (DATA.parent / name).stat()) for name in CUTTERS)
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in found)


def kept() -> Cuts:
    """The forms that an earlier start has cut, each with its keys; none where there was no start or the rules of cutting are others."""
    try:
        found = msgspec.msgpack.decode(place().read_bytes(), type=Kept)
    except (OSError, msgspec.MsgspecError):
        return {}
    return found.cuts if found.by == _by() else {}


def keep(cuts: Cuts) -> None:
    """Keeps forms for the next start; where nothing may be written, it cuts them again."""
    if sys.dont_write_bytecode:
        return
    target = place()
    part = target.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(msgspec.msgpack.encode(Kept(_by(), cuts)))
        part.replace(target)
