"""A finite verb in its clause, from which a rule over the whole clause makes an event."""

from collections.abc import Callable
from typing import NamedTuple

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_party import Ids, merge
from rayzan.extract.event_role import Roles
from rayzan.extract.event_scene import FLAGS, Scene
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch

TOLD = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.FUTURE)


class Clause(NamedTuple):
    """A verb with its sentence and the clause's first word."""

    roles: Roles
    scene: Scene
    g: Group
    s: Stretch
    start: int

    @property
    def keys(self) -> list[str]:
        return self.roles.keys

    @property
    def noun(self) -> str:
        """The word before the verb."""
        return self.keys[self.g.first - 1]

    @property
    def told(self) -> bool:
        """Whether the verb tells what was, will be or is done on a day that is told, and does not deny it."""
        dated = self.g.form.tense is Tense.PRESENT and any(
            t.value and t.precision == "day" for t in self.roles.draft.times_in(self.start, self.g.last)
        )
        joined = self.g.form.tense is Tense.PARTICIPLE and self.keys[self.g.last : self.g.last + 1] == ["و"]  # «وارد ورشو شده و …»
        return (self.g.form.tense in TOLD or dated or joined) and not self.g.form.negative

    def find(self, *words: str) -> int:
        """The last of these words in the clause before the verb; -1 if none stands there."""
        return next((i for i in range(self.g.first - 1, self.start - 1, -1) if self.keys[i] in words), -1)

    def subject(self, limit: int, deep: bool = True) -> Ids:
        return self.roles.subject(self.s, self.start, limit, self.g, deep)

    def ending(self, at: int) -> Ids:
        """Several parties, joined by «و» and commas, that end right before a word, or one that stands alone at the clause's head."""
        found: Ids = ()
        head = self.roles.clauses.head(self.start, at)
        while (m := self.roles.ending.get(at)) is not None and m.first >= self.start and (ids := self.roles.ids(m)):
            found, at = merge(ids, found), m.first - 1
            if self.keys[at] not in ("و", "،"):
                break
        return found if len(found) > 1 or at < head else ()

    def event(
        self, type: str, rule: str, who: Ids, whom: Ids = (), where: str | None = None, mode: str | None = None, status: str | None = None
    ) -> EventDraft | None:
        """The event with its time and status; None where the text only thinks of it, or tells nobody and no place."""
        status = status or self.scene.status(self.g.first - (self.noun == "لغو"), self.s, self.g)  # «لغو» before a noun makes that unreal
        if status is None or status == "proposed" or not (who or whom or where):
            return None
        first = self.start
        while first < self.g.first and (self.keys[first] in ("و", "که") or not self.keys[first][0].isalnum() and self.keys[first] not in ("«", '"')):
            first += 1
        when = self.scene.when(self.start, self.start, self.g.last, self.s, status == "planned")
        whom = tuple(i for i in whom if i not in who)
        return EventDraft(type, first, self.g.last, rule, who, whom, when, where, status, FLAGS.get(status, ()), mode=mode)


Rule = Callable[[Clause], EventDraft | None]
