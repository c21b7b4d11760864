"""An office asked for in words, apart from any report."""

from rayzan.extract.draft import Draft
from rayzan.extract.mention import mentions
from rayzan.extract.naming import Finder
from rayzan.lang.fa.language import Persian
from rayzan.lexicon.lexicon import Lexicon, Name
from rayzan.text.match import Phrases
from rayzan.text.report import Report


class Asking:
    """Offices of a lexicon by their Persian names; build it once, ask many."""

    def __init__(self, lexicon: Lexicon, language: Persian) -> None:
        self.lexicon, self.language = lexicon, language
        self._names: Phrases[Name] = lexicon.phrases(language.variants)

    def office(self, words: str) -> str | None:
        """The office id that the words name with its state or body: «وزیر خارجه ایران» → iran-foreign-minister; None where they name none."""
        view = self.language.view(words)
        draft = Draft(Report("question", words), self.lexicon, self.language, view)
        draft.names = self._names.find(view.keys)
        found = next((m for m in mentions(Finder(draft)) if m.title), None)
        if found is None or not found.states or found.title not in self.lexicon.titles:
            return None
        return "-".join((found.states[0], found.title or "", *found.states[1:2]))

    def people(self, words: str) -> tuple[str, ...]:
        """The ids of all persons that a name in the words can mean."""
        hits = self._names.find(list(self.language.cut(words)))
        return tuple(dict.fromkeys(h.value.id for h in hits if h.value.kind in ("person", "surname")))
