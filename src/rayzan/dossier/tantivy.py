"""The words of a large dossier in an index of tantivy, in a folder beside the file; quick where ranking looks at many reports."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rayzan.dossier.contract import Filters
from rayzan.dossier.match import days
from rayzan.dossier.query import Either, Every, Node, Phrase, Query, Without
from rayzan.errors import DossierError

HEAP_BYTES = 128_000_000


class Text(NamedTuple):
    """What is put into the index of a report: its number, day, words, and (kind, value) facets."""

    number: int
    day: int
    words: str
    facets: Sequence[tuple[str, str]]


class Tantivy:
    """The index in a folder, made if it is not there."""

    def __init__(self, folder: Path) -> None:
        try:
            import tantivy
        except ImportError as e:
            raise DossierError(f"{folder}: this dossier is searched by tantivy; install rayzan[tantivy], or `rayzan index fts5`") from e
        self.t: Any = tantivy
        made = tantivy.SchemaBuilder()
        made.add_text_field("keys", stored=False, tokenizer_name="whitespace", index_option="position")
        made.add_text_field("facet", stored=False, tokenizer_name="raw", index_option="basic")
        made.add_unsigned_field("number", stored=False, indexed=True, fast=True)
        made.add_unsigned_field("day", stored=False, indexed=True, fast=True)
        made.add_unsigned_field("place", stored=False, indexed=False, fast=True)  # day and number, so that newest first is one order
        self.schema: Any = made.build()
        self.folder = folder
        folder.mkdir(exist_ok=True)
        try:
            self.index: Any = tantivy.Index(self.schema, path=str(folder))
        except ValueError as e:
            raise DossierError(f"{folder}: cannot be opened as an index ({e}); `rayzan check --rebuild` makes it anew") from e

    def put(self, numbers: Iterable[int], texts: Iterable[Text], anew: bool = False) -> None:
        """Takes reports out and puts texts in, all at once: a break leaves the index as it was. `anew`: nothing else stays.

        Raises `DossierError` where another process is doing so.
        """
        try:
            writer = self.index.writer(HEAP_BYTES, 1)
        except ValueError as e:
            raise DossierError(f"{self.folder}: another process is writing to this index; try again when it has ended") from e
        if anew:
            writer.delete_all_documents()
        for number in numbers:
            writer.delete_documents_by_query(self.t.Query.term_query(self.schema, "number", number))
        for text in texts:
            made = self.t.Document()
            made.add_text("keys", text.words)
            for kind, value in text.facets:
                made.add_text("facet", f"{kind}:{value}")
            made.add_unsigned("number", text.number)
            made.add_unsigned("day", text.day)
            made.add_unsigned("place", text.day << 32 | text.number)
            writer.add_document(made)
        writer.commit()
        writer.wait_merging_threads()

    def count(self) -> int:
        """How many reports are in the index."""
        self.index.reload()
        return int(self.index.searcher().num_docs)

    def matches(self, query: Query, filters: Filters, limit: int, ranked: bool) -> list[int]:
        """Numbers of the reports that a query finds, newest first, or best first."""
        self.index.reload()
        searcher = self.index.searcher()
        wanted = self._narrowed(self._query(query.node, searcher), filters)
        if ranked:
            hits = searcher.search(wanted, max(1, limit), count=False).hits
            return list(searcher.fast_field_values("number", [address for _, address in hits]))
        hits = searcher.search(wanted, max(1, limit), count=False, order_by_field="place", order=self.t.Order.Desc).hits
        return [int(place) & 0xFFFFFFFF for place, _ in hits]

    def all(self, query: Query) -> list[int]:
        """Numbers of all reports that a query finds, newest first."""
        return self.matches(query, Filters(), self.count(), False)

    def forget(self) -> None:
        """Takes the folder away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _narrowed(self, wanted: Any, filters: Filters) -> Any:
        must = [wanted, *(self._term("facet", f"{kind}:{value}") for kind, value in filters.facets)]
        if filters.since or filters.until:
            first, after = days(filters)
            must.append(self.t.Query.range_query(self.schema, "day", self.t.FieldType.Unsigned, first, after, True, False))
        return self._every(must) if len(must) > 1 else wanted

    def _query(self, node: Node, searcher: Any) -> Any:
        match node:
            case Phrase(keys, prefix):
                if prefix:
                    ends = [term for term, _ in searcher.terms_with_prefix("keys", keys[-1])]
                    if len(keys) == 1:
                        return self.t.Query.term_set_query(self.schema, "keys", ends) if ends else self.t.Query.empty_query()
                    return self._any([self._phrase((*keys[:-1], end)) for end in ends])
                return self._phrase(keys)
            case Either(parts):
                return self._any([self._query(part, searcher) for part in parts])
            case Every(parts):
                return self._every([self._query(part, searcher) for part in parts])
            case Without(this, that):
                return self.t.Query.boolean_query(
                    [(self.t.Occur.Must, self._query(this, searcher)), (self.t.Occur.MustNot, self._query(that, searcher))]
                )

    def _term(self, field: str, value: str) -> Any:
        return self.t.Query.term_query(self.schema, field, value)

    def _phrase(self, keys: Sequence[str]) -> Any:
        return self._term("keys", keys[0]) if len(keys) == 1 else self.t.Query.phrase_query(self.schema, "keys", list(keys))

    def _any(self, parts: list[Any]) -> Any:
        return self.t.Query.boolean_query([(self.t.Occur.Should, part) for part in parts]) if parts else self.t.Query.empty_query()

    def _every(self, parts: list[Any]) -> Any:
        return self.t.Query.boolean_query([(self.t.Occur.Must, part) for part in parts])
