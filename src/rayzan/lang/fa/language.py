"""Persian as a language pack."""

from functools import cache
from pathlib import Path
from typing import Any

from rayzan.lang.fa import cut
from rayzan.lang.fa.join import join
from rayzan.lang.fa.verbs import Verbs
from rayzan.lexicon.lexicon import DATA
from rayzan.lexicon.load import toml
from rayzan.lexicon.wordlist import Wordlist
from rayzan.text.view import View
from rayzan.text.word import keys, variants


class Persian:
    """Persian: words joined over half-spaces, verbs generated from stems, word lists in data/fa."""

    code = "fa"

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, Any]] = {}
        self._cuts = cut.kept()
        self._kept = len(self._cuts)
        self._lists: dict[tuple[str, str], Wordlist] = {}
        table = self.table("verb")
        stems = [(past, present) for past, present in map(str.split, table["stems"])]
        prefixed = [(prefix, past, present) for prefix, past, present in map(str.split, table["prefixed"])]
        self.marked = frozenset(table["marked"])
        self.verbs = Verbs(stems, prefixed, table["nouns"], table["last"], table["adjectives"], table["joined"])

    @property
    def data(self) -> Path:
        return DATA / "fa"

    def view(self, raw: str) -> View:
        return View(raw, join)

    def keys(self, form: str) -> tuple[str, ...]:
        """The word keys of a lexicon form, its half-spaces joined."""
        return self.variants(form)[0]

    def variants(self, form: str) -> tuple[tuple[str, ...], ...]:
        """The keys of a lexicon form with its half-spaces joined or as blanks."""
        found = self._cuts.get(form)
        if found is None:
            found = self._cuts[form] = variants(form, join)
        return found

    def cut(self, words: str) -> tuple[str, ...]:
        """The word keys of words that are of no lexicon: a report's, a reader's."""
        return keys(words, join)

    def keep(self) -> None:
        """Keeps the forms that were cut so far for the next start of the program."""
        if len(self._cuts) > self._kept:
            cut.keep(self._cuts)
            self._kept = len(self._cuts)

    def table(self, name: str) -> dict[str, Any]:
        if name not in self._tables:
            self._tables[name] = toml(self.data / f"{name}.toml")
        return self._tables[name]

    def words(self, table: str, name: str) -> Wordlist:
        """The list of phrases `name` of a table, parsed once."""
        if (table, name) not in self._lists:
            self._lists[table, name] = Wordlist(self.variants, self.table(table)[name])
        return self._lists[table, name]


@cache
def persian() -> Persian:
    """The one Persian pack of a process; it never changes."""
    return Persian()
