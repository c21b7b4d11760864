"""One told by a part of a name that the report gives in full elsewhere: «برانکو: …» and «برانکو رادمن», «هاشمی» and «حمید هاشمی رادمن»."""

from rayzan.extract.draft import Draft
from rayzan.resolve.calling import callings

LETTERS = 3  # a part of a name as short is many another's


class ShortNames:
    """The parts of names by which one draft tells those who speak."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.callings = draft, callings(draft.language)

    def meant(self, speakers: list[str]) -> dict[str, str]:
        """For each speaker who is told by one word of a name, the only person of the report whose full name holds that word."""
        full = {id: self._words(id) for id in self._people()}
        out: dict[str, str] = {}
        for id in dict.fromkeys(speakers):
            words = full.get(id, ())
            if len(words) != 1 or len(words[0]) <= LETTERS or self.draft.actors[id].known_from != "report" or self.callings.called(list(words)):
                continue
            fits = [other for other, name in full.items() if 1 < len(name) < 6 and words[0] in name and not self.callings.called(list(name))]
            if len(fits) == 1:
                out[id] = fits[0]
        return out

    def _people(self) -> list[str]:
        return [id for id, actor in self.draft.actors.items() if actor.type == "person"]

    def _words(self, id: str) -> tuple[str, ...]:
        return tuple(k for k in self.draft.language.cut(self.draft.actors[id].name_fa) if k[0].isalnum())
