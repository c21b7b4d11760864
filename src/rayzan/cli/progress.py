"""A progress bar for long work, on a terminal only."""

import sys
from collections.abc import Iterable, Iterator, Sized
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")


def bar() -> "Progress":
    """A bar on standard error, shown only where that is a terminal."""
    # Here, so that a command without a bar does not wait for it to load.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True)


def progress(things: Iterable[T], what: str) -> Iterator[T]:
    """The things one by one, counted on the bar as they pass."""
    with bar() as shown:
        task = shown.add_task(what, total=len(things) if isinstance(things, Sized) else None)
        for thing in things:
            yield thing
            shown.advance(task)
