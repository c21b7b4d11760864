"""How far the name goes in a phrase that names a speaker: behind pointers and honours, up to a calling, a mark or a word that no name holds."""

from rayzan.extract.draft import Found
from rayzan.lang.fa.numerals import number_at
from rayzan.resolve.calling import Callings

OPENS, CLOSES = frozenset("«“("), frozenset('»”"')


class Extent:
    """The bounds of names in the phrases of one draft."""

    def __init__(self, keys: list[str], callings: Callings) -> None:
        self.keys, self.c = keys, callings

    def bare(self, source: Found) -> Found:
        """The words of a source without adverbs and pointers before its noun: «تقریبا همه کشورها», «خود بیدگلی»."""
        first = source.first
        while (size := self.c.before_name.at(self.keys, first, source.last)) and first + size < source.last:
            first += size
        return Found(first, source.last)

    def author(self, source: Found) -> Found:
        """The words behind the noun of a document: «مرکز پژوهش‌ها» in «بیانیه مرکز پژوهش‌ها»; all of them where it is none, or nobody's («گزارش مذکور»)."""
        paper = source.last - source.first > 2 and self.c.papers.at(self.keys, source.first) == 1
        return Found(source.first + 1, source.last) if paper else source

    def before(self, source: Found, words: int) -> int:
        """How many words and marks of a source stand before its word number `words`."""
        letters = [i for i in range(source.first, source.last) if self.keys[i][0].isalnum()]
        return letters[words] - source.first if words else 0

    def marked(self, source: Found, words: list[str]) -> int:
        """How many words a name has before what a mark parts from it: ««سامان راد» نفر دوم …», «سامان راد (Saman Rad)»."""
        quoted = self.keys[source.first] in OPENS | {'"'} and not (self.c.called(words) or self.c.can_speak(words))
        count = 0
        for key in self.keys[source.first : source.last]:
            if count and (key == "(" or key in CLOSES and quoted):
                return count
            count += key[0].isalnum()
        return len(words)

    def size(self, words: list[str], alone: bool) -> int:
        """How many of the words are the name, where a calling stands behind it: «گرتا فنر کارشناس …»; `alone`: its first is a
        surname of the report."""
        if number_at(words, 0, len(words)) or self.c.called(words) or self.c.people.at(words, 0) or any(list.at(words, 0) for list in self.c.kinds.values()):
            return len(words)
        for at in range(1, len(words)):
            if words[at] in self.c.behind_name or self.c.no_name(words, at, alone=alone):
                return at
        for at in range(2, len(words)):
            if self.c.occupations.at(words, at) or self.c.deputies.at(words, at) or self.c.plurals.at(words, at):
                return at
        return len(words)


def unmarked(raw: str) -> str:
    """A name without the marks round it, and with the one that a mark inside it wants: «کاپیتان نفتکش «موج»»."""
    name = raw.strip('«»"“” ')
    for opens, closes in (("«", "»"), ("“", "”")):
        name += closes * (name.count(opens) - name.count(closes))
    return name + '"' * (name.count('"') % 2)
