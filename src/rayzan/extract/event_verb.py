"""Events told by a finite verb: «X Y را بازداشت کرد», «Y ترور شد», «X استعفا کرد», «X با Y توافق کرد»; signings by instrument."""

from functools import cache
from typing import NamedTuple

from rayzan.extract.draft import Draft, EventDraft, StateDraft
from rayzan.extract.event_role import Ids, Roles, merge
from rayzan.extract.event_scene import Scene
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.segment import Stretch

FLAGS = {"planned": ("future",), "denied": ("negated",), "proposed": ("hypothetical",)}
TITLED = frozenset({"عنوان", "سمت", "ریاست", "پست", "مقام", "نخستوزیری", "برای", "بهعنوان", "جای"})


class Verb(NamedTuple):
    """What a noun and its verb tell, and how the parties stand."""

    type: str
    mode: str | None
    shape: str


@cache
def verbs(language: Persian) -> dict[tuple[tuple[str, ...], str], Verb]:
    """(noun, lemma) → what it tells."""
    out: dict[tuple[tuple[str, ...], str], Verb] = {}
    for row in language.table("event")["verb"]:
        for shape in ("object", "passive", "self", "to", "body", "mutual", "house"):
            for pair in row.get(shape, ()):
                *nouns, lemma = pair.split()
                for noun in language.variants(" ".join(nouns)) if nouns else ((),):
                    out[noun, lemma] = Verb(row["type"], row.get("mode"), shape)
    return out


class VerbEvents:
    """Reads the finite verbs of one draft."""

    def __init__(self, draft: Draft, roles: Roles, scene: Scene) -> None:
        self.draft, self.roles, self.scene, self.keys = draft, roles, scene, draft.view.keys
        self.table = verbs(draft.language)

    def read(self, g: Group, s: Stretch) -> EventDraft | None:
        """The event that a finite verb tells with the noun before it."""
        joined = g.form.tense is Tense.PARTICIPLE and g.last < s.last and self.keys[g.last] in ("و", "،")  # «آزاد شده و … رفته است»
        if not (g.form.person or joined) or g.first <= s.first:
            return None
        noun = self.keys[g.first - 1]
        verb = self._verb(g)
        if verb is None or g.form.negative or g.form.person == 2 or (verb.type == "appointment" and not self._titled(s, g)):
            return None
        status = self.scene.status(g.first, s, g)
        if verb.shape == "house" and g.form.tense is Tense.SUBJUNCTIVE and "باید" in self.keys[s.first : g.first]:
            status = "planned"
        if g.form.tense in (Tense.IMPERFECT,) or status is None or status == "planned" and g.form.tense is Tense.PRESENT:
            return None
        start = self.roles.start(s, g.first)
        who, whom = self._parties(verb, s, start, g)
        if not self._enough(verb, who, whom):
            return None
        first = start
        while first < g.first and not self.keys[first][0].isalnum() or self.keys[first] in ("و", "که"):
            first += 1
        where = self.scene.where(start, g.last) or (self.scene.state_place(whom) if verb.type == "attack" else None)
        when = self.scene.when(start, g.first, g.last, s)
        return EventDraft(
            verb.type, first, g.last, f"{verb.shape}:{noun}", who, whom, when, where, status, FLAGS.get(status, ()), mode=verb.mode
        )

    def _verb(self, g: Group) -> Verb | None:
        """What the verb tells with one or two words before it; a passive is its participle with «شدن»."""
        keys = self.keys
        if g.form.passive and (found := self.table.get(((keys[g.first],), "شدن"))):
            return found
        lemma = "شدن" if g.form.passive and g.form.lemma == "کردن" else g.form.lemma
        for size in (2, 1, 0):
            if found := self.table.get((tuple(keys[max(0, g.first - size) : g.first]), lemma)):
                return found
        return None

    def _titled(self, s: Stretch, g: Group) -> bool:
        """An appointment says to what: «به عنوان …»; «سوگند یاد کرد» is one by itself."""
        near = self.keys[self.roles.start(s, g.first) : g.first]
        if g.form.lemma in ("کردن", "نمودن") and self.keys[g.first - 1] == "یاد":
            return "سوگند" in near
        return bool(TITLED & set(near))

    def _parties(self, verb: Verb, s: Stretch, start: int, g: Group) -> tuple[Ids, Ids]:
        r, limit = self.roles, g.first - 1
        if verb.shape == "passive":
            by = r.agent(start, limit)[0]
            return by, tuple(i for i in r.subject(s, start, limit) if i not in by)
        if verb.shape == "house":
            return next((r.ids(m) for m in r.clauses.mentions(start, limit) if m.kind == "body"), ()), ()
        subject = r.subject(s, start, limit, g)
        if verb.shape in ("self", "body"):
            return subject, ()
        if verb.shape == "to":
            return subject, tuple(i for i in r.target(start, limit)[0] if i not in subject)
        if verb.shape == "mutual":
            return merge(subject, r.partner(start, limit)[0]), ()
        whom = r.object(start, limit)
        return tuple(i for i in subject if i not in whom), whom

    def _enough(self, verb: Verb, who: Ids, whom: Ids) -> bool:
        kind = self.roles.kind
        if verb.shape == "self" and verb.type == "vote":
            return bool(who) and any(kind(i) in ("body", "group") for i in who)
        if verb.shape == "self":
            return any(kind(i) == "person" or verb.mode != "resign" and kind(i) == "group" for i in who)
        if verb.shape in ("body", "house"):
            return bool(who) and all(kind(i) == "body" for i in who)
        if verb.shape == "passive" and verb.type == "appointment":
            return any(i in self.draft.actors and self.draft.actors[i].office != i for i in whom)
        if verb.shape == "passive":
            return any(kind(i) in ("person", "group") or verb.type == "sanction" for i in whom)
        if verb.shape == "mutual":
            return len(who) > 1 or any(kind(i) == "group" for i in who)
        return bool(who and (whom or verb.type == "appointment" or verb.mode == "withdraw"))


def signings(draft: Draft, roles: Roles, scene: Scene) -> list[EventDraft]:
    """Each signing of an instrument that the text asserts: «سند … را امضا کردند», «امضای معاهده»."""
    out: list[EventDraft] = []
    for instrument in draft.instruments:
        for state in instrument.states:
            if state.state not in ("signed", "agreed") or {"hypothetical", "negated"} & set(state.flags):
                continue
            s = draft.view.sentences[draft.view.sentence_of[state.first]]
            type = "signing" if state.state == "signed" else "agreement"
            who = _signers(roles, s, state, instrument.parties)
            finite = any(g.last == state.last for g in roles.clauses.verbs_in(state.first, state.last))
            if not who or (type == "agreement" and not finite):
                continue
            start = roles.start(s, state.first)
            status = "planned" if "future" in state.flags else "happened"
            when = state.when or scene.when(start, state.first, state.last, s)
            where = scene.where(start, min(state.last + 3, s.last))
            out.append(EventDraft(type, state.first, state.last, f"{type}:instrument", who, (), when, where, status, FLAGS.get(status, ())))
    return out


def _signers(roles: Roles, s: Stretch, state: StateDraft, parties: Ids) -> Ids:
    """The subject of the signing verb, the two who met in the sentence, else the instrument's parties."""
    verb = next((g for g in roles.clauses.verbs_in(state.first, state.last) if g.last == state.last), None)
    start = roles.start(s, state.first)
    if verb is not None and verb.form.lemma == "کردن" and not verb.form.passive:
        subject = roles.subject(s, start, state.first, verb)
        if len(subject) > 1:
            return subject
        partner = roles.partner(start, verb.first)[0]
        if subject and partner:
            return merge(subject, partner)
        if subject and all(roles.kind(i) in ("person", "state") for i in subject):
            return merge(subject, ()) if not parties or roles.kind(subject[0]) == "person" else parties
    for m in roles.clauses.mentions(s.first, state.first):
        if m.kind == "group" and len(found := roles.ids(m)) > 1:
            return found
    return parties
