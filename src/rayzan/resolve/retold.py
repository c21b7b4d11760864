"""Who was told before by other words: a surname alone, a name with other half-spaces, «وکیل او», a group with fewer adjectives."""

from itertools import groupby

from rayzan.extract.draft import Draft
from rayzan.resolve.calling import Callings
from rayzan.resolve.register import alike

SHORT = 3  # letters: a surname as short is many another's
HIS = ("او", "وی", "ایشان", "آن", "آنها", "آنان")
THIS = ("این", "آن", "همین", "همان")


class Retold:
    """The words by which one draft has told those who speak."""

    def __init__(self, draft: Draft, c: Callings) -> None:
        self.draft, self.c = draft, c
        self.by_words: dict[tuple[str, ...], str] = {}
        self.full: dict[str, str] = {}  # the full names of strangers, run together
        self.surnames: dict[str, str] = {}
        for id, actor in draft.actors.items():
            if actor.known_from == "report" and actor.type == "person":
                self.index(id, list(draft.language.cut(actor.name_fa)))
        self.abroad: dict[str, str] = {}  # the surnames of foreigners told of, each letter once: «وییرا» for «ویرا»
        for id, actor in draft.actors.items():
            if id in draft.lexicon.persons:  # «مجاهد», of one whom the lexicon knows in full only
                self.surnames.setdefault(draft.language.cut(actor.name_fa)[-1], id)
                self.surnames.setdefault("".join(draft.language.cut(actor.name_fa)[-2:]), id)
                for last in {draft.language.cut(name)[-1] for name in (actor.name_fa, *draft.lexicon.persons[id].short)}:
                    self.abroad.setdefault(_single(last), id)
                    self.abroad.setdefault(_single(last).removeprefix("ال"), id)

    def index(self, id: str, words: list[str]) -> None:
        """Makes the last word of a stranger's name a surname of the report, and its last two run together («رسول پناه», «رسول‌پناه»)."""
        if len(words) > 1 and not self.c.called(words):
            self.full.setdefault("".join(words), id)
            self.surnames.setdefault(words[-1], id)
            self.surnames.setdefault("".join(words[-2:]), id)

    def told(self, name: list[str], behind: list[str]) -> str | None:
        """The one told before whom a name, or a noun with the two words `behind` it, means again; None for nobody."""
        return self._by_name(name) or self._of_these(name, behind) or self._of_him(name)

    def _by_name(self, name: list[str]) -> str | None:
        """The one told before under these words, or under them with other half-spaces or one letter off in a full name."""
        if len(name) > 1 and not self.c.called(name):
            return self.by_words.get(tuple(name)) or alike("".join(name), self.full) or self.namesake(name)
        return self.by_words.get(tuple(name)) or self.namesake(name)

    def _of_these(self, name: list[str], behind: list[str]) -> str | None:
        """Those told before under a noun and what they belong to, behind which «این» repeats it: «مسئولان شرکت لنج … مسئولان این شرکت»."""
        if len(name) > 1 or len(behind) < 2 or behind[0] not in THIS:
            return None
        return next((id for told, id in reversed(self.by_words.items()) if told[0] == name[0] and behind[1] in told), None)

    def _of_him(self, name: list[str]) -> str | None:
        """The one told before under the noun to which a pronoun goes on: «وکیل بیدگلی … وکیل او», «سخنگوی شرکت موج … سخنگوی آن»."""
        head = name[:-1]
        if not head or name[-1] not in HIS:
            return None
        return next((id for told, id in reversed(self.by_words.items()) if list(told[: len(head)]) == head and len(told) > len(head)), None)

    def same_group(self, name: list[str]) -> str | None:
        """The group told before under the same noun and modifiers, of which one telling may have more: «گروه‌های برجسته شیعی عراق» and
        «برجسته‌ترین گروه‌های سیاسی شیعی عراق»."""
        telling = _group(name)
        if telling is None:
            return None
        for told, id in self.by_words.items():
            other = _group(list(told))
            if other is not None and other[0] == telling[0] and (other[1] <= telling[1] or telling[1] <= other[1]):
                return id if len(other[1] & telling[1]) > 1 else None
        return None

    def namesake(self, words: list[str]) -> str | None:
        """The stranger of the report whose surname alone the words are."""
        joined = "".join(words)
        if len(words) > 2 or len(joined) < 3:
            return None
        id = self.abroad.get(_single(joined).removeprefix("ال")) or self.abroad.get(_single(joined)) if len(joined) > SHORT and len(words) == 1 else None
        foreign = id is not None and self.draft.lexicon.persons[id].state != "iran"
        return self.surnames.get(joined) or (id if foreign else None)


def _group(name: list[str]) -> tuple[str, frozenset[str]] | None:
    """The plural noun that heads a group's name, and its modifiers, superlatives as their adjectives; None for a name that is no plural."""
    first = [w for w in name if w.endswith("ترین")]
    rest = name[len(first) :]
    if name[: len(first)] != first or not rest or not rest[0].endswith(("های", "ان")) or len(rest) < 3:
        return None
    return rest[0], frozenset(w.removesuffix("ترین") for w in (*first, *rest[1:]))


def _single(word: str) -> str:
    """A word with each letter once where it stands twice together."""
    return "".join(key for key, _ in groupby(word))
