"""A dossier in a file whose words are in an index of tantivy beside it, which is brought up from the file: nothing is in it alone."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from rayzan.dossier.contract import Filters
from rayzan.dossier.query import Query
from rayzan.dossier.spelling import search_text
from rayzan.dossier.sqlite import Sqlite
from rayzan.dossier.tantivy import Tantivy, Text
from rayzan.errors import DossierError

ANEW = 0  # among the numbers that wait: whatever the index held goes


class Beside(Sqlite):
    """The backend of such a dossier. Reports that the index has to take in or give up wait in a table of the file."""

    def __init__(self, path: Path, create: bool) -> None:
        super().__init__(path, create)
        folder = folder_of(path)
        there = folder.exists()
        self.words = Tantivy(folder)
        if not there:  # a copy, or the folder was lost
            self.clear_index()
            self.run("INSERT INTO waiting SELECT number FROM report WHERE latest = 1")

    def index(self, number: int, day: int, words: str) -> None:
        self.run("INSERT OR IGNORE INTO waiting (number) VALUES (?)", (number,))

    unindex = index

    def clear_index(self) -> None:
        self.run("DROP TABLE IF EXISTS search")
        self.run("CREATE TABLE IF NOT EXISTS waiting (number INTEGER PRIMARY KEY)")
        self.run("INSERT OR IGNORE INTO waiting (number) VALUES (?)", (ANEW,))

    def bring_up(self) -> None:
        """Takes into the index what waits. A break in between leaves it waiting, and taking it in again changes nothing."""
        if not self.rows("SELECT 1 FROM waiting LIMIT 1"):
            return
        with self.transaction():
            numbers = [n for (n,) in self.rows("SELECT number FROM waiting")]
            self.words.put([n for n in numbers if n != ANEW], self._texts(), ANEW in numbers)
            self.run("DELETE FROM waiting")

    def _texts(self) -> Iterator[Text]:
        sql = "SELECT r.number, r.day, r.text FROM report r JOIN waiting w ON w.number = r.number WHERE r.latest = 1 ORDER BY r.day, r.number"
        for number, day, text in self.stream(sql):
            facets = self.rows("SELECT kind, value FROM facet WHERE report = ?", (number,))
            yield Text(number, day, search_text(text), [(str(k), str(v)) for k, v in facets])

    def indexed(self) -> int:
        self.bring_up()
        return self.words.count()

    def matches(self, query: Query, filters: Filters, limit: int, ranked: bool = False) -> list[int]:
        self._try()
        return self.words.matches(query, filters, limit, ranked)

    def within(self, query: Query) -> tuple[str, list[object]]:
        self._try()
        return "SELECT value FROM json_each(?)", [json.dumps(self.words.all(query))]

    def weigh(self) -> None:
        super().weigh()
        self.bring_up()

    def _try(self) -> None:
        """Brings up the index, unless another process does or writes: then what it holds is searched."""
        with suppress(DossierError):
            self.bring_up()


def folder_of(path: Path) -> Path:
    """Where the index of a dossier stands."""
    return path.with_name(f"{path.name}-tantivy")
