"""What a stretch of a report is about: fields as the topic lexicon names them, and the actors it names."""

from rayzan.collate.told import Told
from rayzan.extract.topic import terms
from rayzan.lang.fa.language import persian
from rayzan.text.match import longest
from rayzan.text.view import View

PLAIN = 2  # points from which a word alone tells the field


def fields(view: View, first: int, last: int, least: int = PLAIN) -> dict[str, tuple[int, int]]:
    """The fields that words `first` to `last` name, each with the words that name it; `least`: the points of a word that counts."""
    found = longest(terms(persian()).forms.find(view.keys[first:last]))
    return {h.value.topic: (first + h.first, first + h.last) for h in reversed(found) if h.value.points >= least}


def parties(told: Told, view: View, first: int, last: int, types: tuple[str, ...] = ("state", "body")) -> list[tuple[int, str]]:
    """The actors named in words `first` to `last`, each with the word that its mention begins at, in order."""
    if first >= last:
        return []
    start, end = view.words[first].start, view.words[last - 1].end
    found = sorted((m.start, id) for id, a in told.record.actors.items() if a.type in types for m in a.mentions if start <= m.start < end)
    return [(next(i for i in range(first, last) if view.words[i].end > at), id) for at, id in found]
