"""Media and houses that speak by less than their names: a bare «روزنامه», the first words of a name, a body named in marks, «کاخ سفید»."""

from rayzan.extract.draft import Draft, Found, Mention
from rayzan.resolve.calling import Callings
from rayzan.resolve.extent import CLOSES, OPENS
from rayzan.resolve.register import Register


class Media:
    """The media and houses of one draft."""

    def __init__(self, draft: Draft, table: Register, c: Callings) -> None:
        self.draft, self.keys, self.table, self.c = draft, draft.view.keys, table, c

    def house(self, m: Mention) -> str | None:
        """The house of a head of government that a mention names: «کاخ سفید»; None for other words."""
        id = self.c.seats_of_power.get(tuple(self.keys[m.first : m.last]))
        return self.table.body(id) if id is not None else None

    def named(self, words: list[str]) -> str | None:
        """The medium named before of whose name the words are the first: «ساوث چاینا» for «ساوث چاینا مورنینگ پست»."""
        known = [(id, a) for id, a in self.draft.actors.items() if id in self.draft.lexicon.outlets] if len(words) > 1 else []
        keys = self.draft.language.keys
        return next((id for id, a in known if any(list(keys(form)[: len(words)]) == words for form in (a.name_fa, *a.aliases))), None)

    def bare(self, source: Found) -> bool:
        """Whether a phrase is the bare noun of a medium, one told before: «روزنامه افزود»."""
        return source.last - source.first == 1 and self.c.kinds["outlet"].at(self.keys, source.first, source.last) == 1

    def quoted(self, source: Found) -> str | None:
        """The body named in quotation marks behind its kind: «گروه «دیده‌بان حقوق بشر سوریه» وابسته به …»; a source may end at the mark."""
        if not any(heads.at(self.keys, source.first, source.last) for heads in self.c.kinds.values()):
            return None
        opens = next((at for at in range(source.first + 1, source.last) if self.keys[at] in OPENS), None)
        if opens is None or opens > source.first + 2:
            return None
        m = next((m for m in self.draft.mentions_in(opens + 1, source.last + 1) if m.first == opens + 1), None)
        closed = m is not None and self.keys[m.last : m.last + 1] in ([mark] for mark in CLOSES)
        return m.actors[0] if m is not None and closed and m.kind in ("body", "outlet") and len(m.actors) == 1 else None
