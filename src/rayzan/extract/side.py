"""Sides: which state a speaker stands for, who speaks or acts for the speaker's own side, and whether it is ready to."""

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Draft

READY = "آماده"
POST = 6  # words behind a source that still name its post
NEAR = 12  # words between a name and the state whose post is told behind it


def willing(draft: Draft, first: int, verb: int) -> int:
    """The last word of readiness in words `first` to a verb: «آماده», «مایل به», «حاضر است»; -1 if there is none, as in «در حال حاضر»."""
    keys, words = draft.view.keys, draft.language.table("commitment")["willing"]
    for at in range(verb - 1, first - 1, -1):
        if keys[at] in words and (keys[at] == READY or keys[at + 1] == "به" or at + 1 == verb and keys[at - 1] != "حال"):
            return at
    return -1


class Sides:
    """Tells the sides of one draft's actors."""

    def __init__(self, draft: Draft, clauses: Clauses) -> None:
        self.draft, self.clauses, self.keys = draft, clauses, draft.view.keys
        self.served: dict[str, str | None] = {}

    def own(self, speaker: str | None, by: tuple[str, ...]) -> bool:
        """Whether parties are the speaker or the speaker's own state or body: «گفت کشورش … متوقف خواهد کرد»."""
        state = self.state(speaker)
        return bool(by) and speaker is not None and (speaker in by or state is not None and all(self._of(i, state) for i in by))

    def unknown(self, id: str | None) -> bool:
        """Whether nothing is told of whom an actor stands for: «یک منبع گفت …»; an outlet or an expert stands for none."""
        actor = self.draft.actors.get(id or "")
        if actor is None or actor.type == "outlet" or actor.office or self.state(id):
            return False
        experts = self.draft.language.table("commitment")["experts"]
        return actor.type == "person" and not any(word in actor.name_fa for word in experts)

    def outside(self, id: str | None) -> bool:
        """Whether a person holds no office of a government: a senator, a candidate; what such a one asks of the own state is asked of another."""
        actor = self.draft.actors.get(id or "")
        outsiders = self.draft.language.table("commitment")["outsiders"]
        return actor is not None and actor.type == "person" and bool(actor.office) and self.draft.lexicon.split(actor.office or "")[1] in outsiders

    def state(self, id: str | None) -> str | None:
        """The state that an actor is, belongs to or holds office in; None if none is known."""
        actor = self.draft.actors.get(id or "")
        if actor is not None and actor.type == "person" and not actor.state and not actor.office:
            return self._served(id or "")
        if actor is None or actor.state or not actor.office:
            return actor.state if actor else None
        owner = self.draft.lexicon.split(actor.office)[0]
        return owner if owner in self.draft.lexicon.states else None

    def _served(self, id: str) -> str | None:
        """The state named in the words behind a person's name, «یوناس کلبرگ، وزیر کابینه سوئد», or in those that stand for one, «نماینده
        ایران در شورا»; None if none is."""
        if id not in self.served:
            self.served[id] = self._sourced(id)
            for at, m in enumerate(self.draft.mentions[:-1]):
                after = self.draft.mentions[at + 1]
                if id not in m.actors or after.kind not in ("state", "government", "body") or not after.actors:
                    continue
                owner = self.draft.actors.get(after.actors[0])
                apart = "،" in self.keys[m.last : m.last + 2] and after.first - m.last <= NEAR
                if owner is not None and apart and not self.clauses.verbs_in(m.last, after.first):
                    self.served[id] = after.actors[0] if owner.type == "state" else owner.state
                    break
        return self.served[id]

    def _sourced(self, id: str) -> str | None:
        """The state in the words that name a source and those right behind, where no preposition stands before it: not «خبرنگار … در ایران»."""
        for x in self.draft.statements:
            if x.speaker != id or x.source is None:
                continue
            for m in self.clauses.mentions(x.source.first + 1, x.source.last + POST):
                before = range(x.source.first + 1, m.first)
                if any(self.clauses.preposition(i, m.first) or i in self.clauses.verb_from or self.keys[i] in ("،", ":") for i in before):
                    break
                if m.kind in ("state", "government", "body") and m.actors:
                    owner = self.draft.actors.get(m.actors[0])
                    return m.actors[0] if owner is not None and owner.type == "state" else owner.state if owner is not None else None
        return None

    def _of(self, id: str, state: str) -> bool:
        actor = self.draft.actors.get(id)
        return id == state or actor is not None and actor.type in ("body", "state", "group") and actor.state == state
