"""The commands that ask and check the lexicon."""

from pathlib import Path

from cyclopts import App

from rayzan.cli.option import Packs

lexicon = App(name="lexicon", help="Asks and checks the lexicon.")


@lexicon.command(name="check")
def lexicon_check(pack: Path) -> int:
    """Checks a pack of yours; each error names file and line."""
    from rayzan.cli.lexicon import check_pack

    return check_pack(pack)


@lexicon.command
def who(title: str, at: str, pack: Packs = []) -> int:
    """Who held an office («وزیر خارجه ایران») on a date, or that it is unknown."""
    from rayzan.cli.lexicon import who_held

    return who_held(title, at, pack)


@lexicon.command
def held(name: str, at: str | None = None, pack: Packs = []) -> int:
    """Which offices a person («ظریف») held, on a date or ever."""
    from rayzan.cli.lexicon import offices_of

    return offices_of(name, at, pack)
