"""The commands that ask and check the lexicon."""

import sys
from pathlib import Path

from rayzan.errors import LexiconError, RayzanError
from rayzan.lang.fa.language import persian
from rayzan.lexicon import load
from rayzan.lexicon.check import faults, is_date
from rayzan.lexicon.lexicon import open_lexicon
from rayzan.resolve import holding
from rayzan.resolve.asking import Asking


def check_pack(pack: Path) -> int:
    """Prints what each file of a pack holds, and each fault with file and line."""
    paths, wrong = load.files(pack), 0
    for path in paths:
        try:
            print(f"{path}: {sum(1 for _ in load.entries(path))} entries")
        except LexiconError as e:
            print(f"rayzan: {e}", file=sys.stderr)
            wrong += 1
    if wrong:
        return 1
    lexicon = open_lexicon(pack)
    for path in paths:
        for fault in faults(path, lexicon):
            print(f"rayzan: {fault}", file=sys.stderr)
            wrong += 1
    return 1 if wrong else 0


def _day(at: str) -> str:
    if not is_date(at):
        raise RayzanError(f"{at}: no date; give YYYY-MM-DD, YYYY-MM or YYYY")
    return at


def who_held(title: str, at: str, packs: list[Path]) -> int:
    lexicon = open_lexicon(*packs)
    office = Asking(lexicon, persian()).office(title)
    if office is None:
        print(f"unknown: «{title}» names no office with its state or body in the lexicon")
        return 1
    found = holding.holders(lexicon, office, _day(at))
    sure = holding.holder(lexicon, office, at)
    if sure is None:
        print(
            f"unknown: nobody is sure to have held {office} on {at}"
            + (f"; perhaps {', '.join(h.person.name_en for h in found)}" if found else "")
        )
        return 1
    for h in found:
        if h.person.id == sure.id:
            acting = ", acting" if h.held.acting else ""
            print(
                f"{h.person.name_en} · {h.person.name_fa}: {holding.office_en(lexicon, office)}, {h.held.start or '?'} to {h.held.end or 'open'}{acting} (public record)"
            )
    return 0


def offices_of(name: str, at: str | None, packs: list[Path]) -> int:
    lexicon = open_lexicon(*packs)
    ids = Asking(lexicon, persian()).people(name)
    if not ids:
        print(f"unknown: no person «{name}» in the lexicon")
        return 1
    for id in ids:
        person = lexicon.persons[id]
        rows = holding.offices(person, _day(at)) if at else list(person.held)
        print(f"{person.name_en} · {person.name_fa}" + ("" if rows else ": no office known" + (f" on {at}" if at else "")))
        for h in rows:
            marks = (", acting" if h.acting else "") + (", uncertain" if h.uncertain else "")
            print(f"  {holding.office_en(lexicon, h.office)}, {h.start or '?'} to {h.end or 'open'}{marks} (public record)")
    return 0
