"""Word lists of a language pack as keys, and tests on words."""

from collections.abc import Callable, Iterable, Sequence

Phrase = tuple[str, ...]


class Wordlist:
    """Phrases that may begin at a word; the longest wins."""

    def __init__(self, variants: Callable[[str], tuple[Phrase, ...]], forms: Iterable[str]) -> None:
        self._by_first: dict[str, list[Phrase]] = {}
        for phrase in {phrase for form in forms for phrase in variants(form)}:
            if phrase:
                self._by_first.setdefault(phrase[0], []).append(phrase)
        for phrases in self._by_first.values():
            phrases.sort(key=len, reverse=True)

    @property
    def starts(self) -> frozenset[str]:
        """The first words of all phrases."""
        return frozenset(self._by_first)

    def at(self, keys: Sequence[str], at: int, end: int | None = None) -> int:
        """How many words a phrase of this list takes from word `at`; 0 if none begins there."""
        phrases = self._by_first.get(keys[at]) if at < len(keys) else None
        if phrases is None:
            return 0
        last = len(keys) if end is None else end
        for phrase in phrases:
            size = len(phrase)
            if at + size <= last and (size == 1 or tuple(keys[at : at + size]) == phrase):
                return size
        return 0

    def ending(self, keys: Sequence[str], last: int, first: int = 0) -> int:
        """How many words a phrase of this list takes up to word `last` (exclusive); 0 if none ends there."""
        for size in (4, 3, 2, 1):
            if last - size >= first and self.at(keys, last - size, last) == size:
                return size
        return 0
