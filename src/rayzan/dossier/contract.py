"""What a store of a dossier must do: the portable SQL of `store.py` runs over any backend that keeps this contract."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, Protocol

from rayzan.dossier.query import Query

Row = tuple[Any, ...]


class Added(NamedTuple):
    """What became of a report: new, changed (a further version) or known."""

    number: int
    state: str


class Hit(NamedTuple):
    """A place in a report that a search found, as raw offsets; `line` is the raw line around it."""

    report: str
    number: int
    start: int
    end: int
    line: str


class Filters(NamedTuple):
    """What a search is narrowed to. `facets`: (kind, value) pairs that must all hold; `since`, `until`: ISO days, both included."""

    facets: tuple[tuple[str, str], ...] = ()
    since: str | None = None
    until: str | None = None


class Backend(Protocol):
    """A database under a dossier. SQL comes with `?` marks; every error is raised as `DossierError`."""

    name: str

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]: ...

    def stream(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """Rows one by one, for answers that do not fit into memory."""
        ...

    def run(self, sql: str, values: Sequence[object] = ()) -> None: ...

    def many(self, sql: str, rows: Iterable[Sequence[object]]) -> None: ...

    def transaction(self) -> AbstractContextManager[None]:
        """All of it or nothing, whatever happens inside; nests into the one around it."""
        ...

    def writer(self) -> AbstractContextManager[None]:
        """Held around long writing; where only one may write, raises `DossierError` naming the other."""
        ...

    def alone(self) -> AbstractContextManager[None]:
        """A transaction that no other writer is let into."""
        ...

    def frozen(self) -> AbstractContextManager[None]:
        """Inside it, all that is read is of one moment."""
        ...

    def counted(self) -> None:
        """Rows numbered as they come go on after those that were put in with their numbers."""
        ...

    def claim(self, id: str) -> None:
        """Inside a transaction: nobody else adds this report until it ends."""
        ...

    def index(self, number: int, day: int, words: str) -> None:
        """Makes a report's words (see `spelling.search_text`) searchable; `day` is the ordinal of its date, 0 where undated."""
        ...

    def unindex(self, number: int, day: int, words: str) -> None: ...

    def clear_index(self) -> None: ...

    def indexed(self) -> int:
        """How many reports are searchable."""
        ...

    def matches(self, query: Query, filters: Filters, limit: int, ranked: bool = False) -> list[int]:
        """Numbers of the reports that a query finds, newest first and undated last; by rank over the newest ones if `ranked`."""
        ...

    def within(self, query: Query) -> tuple[str, list[object]]:
        """SQL, with its values, of the numbers of all reports that a query finds."""
        ...

    def weigh(self) -> None:
        """Tells the database's planner how the tables are filled."""
        ...

    def damage(self) -> list[str]:
        """What the database itself finds wrong."""
        ...

    def moment(self) -> tuple[object, ...] | None:
        """What is another after each change that is kept; None where that cannot be told, or within a transaction."""
        ...

    def close(self) -> None: ...
