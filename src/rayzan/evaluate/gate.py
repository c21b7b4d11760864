"""Floors: scores that may rise and never fall."""

import tomllib
from pathlib import Path

from rayzan.errors import GoldError
from rayzan.evaluate.tally import Tally


def below(tally: Tally, floors: Path, gold: str) -> list[str]:
    """The scores that lie below their floor for a set of gold, each as a sentence; empty if all hold.

    Raises `GoldError` where the file has no floors for this set.
    """
    table = tomllib.loads(floors.read_text(encoding="utf-8"))
    if gold not in table:
        raise GoldError(f"{floors}: no floors for {gold}; it has {', '.join(table)}")
    out = []
    for name, floor in table[gold].items():
        score = tally.scores.get(name)
        value = score.value if score else None
        if value is None or value < floor:
            out.append(f"{gold}: {name} is {value if value is None else format(value, '.3f')}, below its floor {floor}")
    return out
