"""What a finite verb can tell with the nouns before it: «بازداشت شد», «به دست گرفت», «مأمور … کرد»."""

from functools import cache

from rayzan.extract.draft import Draft
from rayzan.extract.event_argument import Verb
from rayzan.extract.event_role import Roles
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.verbs import Group
from rayzan.text.segment import Stretch

SHAPES = (
    "object",
    "passive",
    "self",
    "to",
    "body",
    "mutual",
    "house",
    "leave",
    "go",
    "list",
    "attend",
    "host",
    "deed",
    "struck",
    "joining",
    "listed",
    "stay",
    "concluded",
    "closed",
)


@cache
def verbs(language: Persian) -> dict[tuple[tuple[str, ...], str], tuple[Verb, ...]]:
    """(noun, lemma) → what it can tell; what needs no word about it comes last."""
    out: dict[tuple[tuple[str, ...], str], tuple[Verb, ...]] = {}
    for row in language.table("event")["verb"]:
        for shape in SHAPES:
            for pair in row.get(shape, ()):
                *nouns, lemma = pair.split()
                for noun in language.variants(" ".join(nouns)) if nouns else ((),):
                    told = Verb(row["type"], row.get("mode"), shape, tuple(language.keys(w)[0] for w in row.get("about", ())))
                    out[noun, lemma] = tuple(sorted((*out.get((noun, lemma), ()), told), key=lambda v: not v.about))
    return out

ORDERED = frozenset({"مامور", "مکلف", "موظف"})


class Predicates:
    """Looks up the verbs of one draft with the nouns before them."""

    def __init__(self, draft: Draft, roles: Roles) -> None:
        self.roles, self.keys, self.table = roles, draft.view.keys, verbs(draft.language)

    def _one(self, key: tuple[tuple[str, ...], str], g: Group, s: Stretch) -> Verb | None:
        """Among what a noun and its verb can tell the first whose words about it stand in the clause."""
        told = self.table.get(key, ())
        if not told or not told[0].about:
            return told[0] if told else None
        near = self.keys[self.roles.start(s, g.first) : g.first + 3]
        return next((v for v in told if not v.about or any(key.startswith(v.about) for key in near)), None)

    def told(self, g: Group, s: Stretch) -> tuple[Verb | None, int]:
        """What the verb tells with up to two words before it, and the first of its words; a passive is its participle with «شدن»."""
        keys = self.keys
        pointed = g.first > 1 and keys[g.first - 2] in ("این", "آن")  # «به دست داشتن در این ترور متهم کردند»
        if g.form.passive and not pointed and (found := self._one(((keys[g.first],), "شدن"), g, s)):
            return found, g.first
        if g.form.passive and g.form.lemma != "کردن":  # «به وزارت خارجه فراخوانده شد»: the passive of what has an object
            for size in (2, 1, 0) if not pointed else ():
                found = self._one((tuple(keys[max(0, g.first - size) : g.first]), g.form.lemma), g, s)
                if found is not None and found.shape == "object":
                    return found._replace(shape="passive"), g.first - size
            return None, g.first
        lemma = "شدن" if g.form.passive else g.form.lemma
        if not pointed and g.form.lemma in ("بودن", "شدن") and (
            at := next((i for i in range(g.first - 1, max(0, g.first - 12), -1) if keys[i] in ("میزبان", "پذیرای")), None)
        ):
            return self._one((("میزبان",), "بودن"), g, s), at
        for size in (2, 1, 0) if not pointed else ():
            if found := self._one((tuple(keys[max(0, g.first - size) : g.first]), lemma), g, s):
                return found, g.first - size
        for at in range(g.first - 2, max(0, g.first - 8), -1):
            if keys[at - 1] == "را":  # «Y را مأمور تشکیل کابینه کرد»: the noun has a complement
                found = self._one(((keys[at],), lemma), g, s)
                return (
                    (found, at) if found is not None and found.type in ("mandate", "other") and found.shape == "object" else (None, g.first)
                )
            if keys[at] in ORDERED and g.form.lemma == "شدن" and (found := self._one(((keys[at],), "شدن"), g, s)):
                return found, at  # «X مأمور تشکیل کابینه شد»
        return None, g.first
