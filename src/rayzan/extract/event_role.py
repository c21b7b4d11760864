"""What part who takes in a clause: its direct object, and whom no lexicon knows right before its verb."""

from rayzan.extract.draft import ActorDraft, Mention
from rayzan.extract.event_party import JOINS, PARTIES, Ids, merge
from rayzan.extract.event_subject import Subjects
from rayzan.lexicon.entry import State


class Roles(Subjects):
    """Reads the objects of one draft, beside its subjects and parties."""

    def object(self, first: int, last: int, person: bool = False) -> Ids:
        """Who stands as direct object: the parties of the noun phrase before «را»; `person`: it can only be one."""
        for at in range(last - 1, first, -1):
            if self.keys[at] == "را":
                if self.keys[at - 1] in ("آن", "این") and at - 1 not in self.ending and not any(m.last == at for m in self.draft.mentions):
                    return ()  # «X آن را اشغال کرد»
                if self.keys[at - 1] == ")" and (open := next((i for i in range(at - 2, first, -1) if self.keys[i] == "("), 0)):
                    at = open  # «سامان رادمهر (وزیر سابق) را»
                m = next((m for m in self.draft.mentions if m.last == at and m.first >= first and m.kind in PARTIES), None)
                if at - 1 in self.verb_ends and (that := next((i for i in range(at - 1, first, -1) if self.keys[i] == "که"), 0)):
                    named = self.ending.get(that)
                    return self._whole(max(first, that - 10), that) or (self.ids(named) if named is not None else ())
                if m is None and (stranger := self._whole(max(first, at - 10), at)):
                    return stranger
                if m is None and self.keys[at - 1].endswith("هایش"):
                    return ()  # «سوئد نیروهایش را»: one's own
                if m is None:
                    if not person and (nation := self.adjective(at - 1)):
                        return (nation,)  # «یک پهپاد آمریکایی را»
                    near = self.clauses.mentions(max(first, at - 6), at)  # «سوئد نخستین سفیرش را»: at the head it is the subject
                    head = self.clauses.head(first, at)
                    inner = [m for m in near if m.kind in PARTIES and self.ids(m) and m.last not in self.at and (m.first > head or m.last >= at - 1) and not self._lands(m.first, first)]
                    if inner and person and inner[0].last < at and (called := self.strangers.named(inner[0].last, at)):
                        return called  # «دادگاه سوئد سامان رادمهر را»
                    if inner and not self.clauses.preposition(inner[0].first - 1, at):
                        return self.ids(inner[0])
                    return self.strangers.named(first, at) if person else ()
                part = next((size for size in (2, 1) if self.parts.at(self.keys, m.first - size, m.first) == size), 0)  # «مواضع شورشیان در شمال لهستان را»
                if part and self.keys[m.first - part - 1] == "در":
                    return self._within(first, m.first - part - 1)
                if self.keys[m.first - 1] == "در" and (held := self._within(first, m.first - 1)):
                    return held  # «مواضع X در Y را»: Y is only where
                if self.keys[m.first - 2 : m.first] == ["خود", "در"] and m.kind in ("state", "government"):
                    return self._envoy(first, m)
                found = self.ids(m)
                joins = JOINS if self.keys[m.first - 1] == "و" else ()  # «بلاروس، لهستان را»: a comma alone joins no list
                while m.first - 1 > first and self.keys[m.first - 1] in joins and (n := self.ending.get(m.first - 1)) is not None:
                    found, m = merge(self.ids(n), found), n
                if joins and self.keys[m.first - 1] == "در":  # «پنج شرکت در لهستان و نروژ را»
                    return self._within(first, m.first - 1)
                return found
        return ()

    def _within(self, first: int, last: int) -> Ids:
        """Who ends right before «در»: «مواضع X در Y را»."""
        m = self.ending.get(last)
        if m is not None and m.first > first and m.kind in PARTIES:
            return self.ids(m)
        return self._whole(max(first, last - 8), last)

    def _envoy(self, first: int, host: Mention) -> Ids:
        """«لهستان سفیر خود در مینسک را»: the ambassador of who stands before it; nobody for «سفارت خود در …»."""
        if self.keys[host.first - 3] != "سفیر":
            return ()
        sender = next((m for m in reversed(self.clauses.mentions(first, host.first - 2)) if m.kind in ("state", "government", "body")), None)
        actor = self.draft.actors.get(sender.actors[0]) if sender is not None and sender.actors else None
        state = self.draft.lexicon.states.get((actor.state or sender.actors[0]) if actor is not None and sender is not None else "")
        place = self.draft.lexicon.states.get(host.actors[0]) if host.actors else None
        if state is None or place is None:
            return ()
        return (self.ambassador(state, place, host.first - 3, host.last),)

    def ambassador(self, state: State, place: State | None, first: int, last: int) -> str:
        """The id of a state's ambassador (to a place, if that is known), entered under words `first` to `last` if new."""
        id = f"{state.id}-ambassador" + (f"-{place.id}" if place else "")
        if id not in self.draft.actors:
            name = f"ambassador of {state.name_en}" + (f" to {place.name_en}" if place else "")
            words = self.draft.view.span(first, last).text
            self.draft.actors[id] = ActorDraft("person", name, words, id, name, state.id, known_from="report")
            self.strangers.entered.add(id)
        return id

    def land(self, ids: Ids, first: int, last: int) -> bool:
        """Whether a state is named by its noun in these words: «یک پهپاد آمریکایی» falls anywhere."""
        return any(set(m.actors) & set(ids) for m in self.clauses.mentions(first, last))

    def whole(self, start: int, limit: int) -> Ids:
        """The party no lexicon knows right before a verb: «در نشست … ۲۱ مقام بلاروسی تحریم شدند»."""
        found = self._whole(max(start, limit - 8), limit)
        if not found and limit - 1 > start and (self.keys[limit - 1] in ("نیز", "هم") or self.strangers.plain(limit - 1)):
            found = self._whole(max(start, limit - 9), limit - 1)  # «۵۷۹ نفر از شهروندان غیرنظامی کشته شدند», «۱۲ نفر نیز زخمی شدند»
        return found

    def _whole(self, first: int, last: int) -> Ids:
        """The party no lexicon knows whose words end just here: «سه زندانی اردنی را»."""
        inside = {i for m in self.clauses.mentions(first - 4, last) for i in range(m.first + 1, m.last)}
        for at in (i for i in range(first, last) if i not in inside):
            if at > first and self.strangers.plain(at - 1) and self.strangers.many(self.keys[at]) and at - 1 not in self.verb_ends:
                continue  # «۷۲ روستا از اشغال شورشیان آزاد شدند»: whose it was
            stranger, behind = self.strangers.phrase(at, last) if at not in self.at or not self.at[at].actors else (None, at)
            if stranger and behind == last:
                return (stranger,)
        return ()
