"""Persons of an event that no lexicon knows, from the words that name them: «ژنرال رادمهر», «نعیم رادمهر نیز …»."""

from functools import cache

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Draft
from rayzan.extract.event_entry import Entries
from rayzan.extract.syntax import CLOSE, OPEN
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.numerals import number_at
from rayzan.lexicon.wordlist import Wordlist

COMMON = frozenset({"تمام"})  # a given name only beside others: «تمام کاری که …»
ADVERBS = frozenset({"نیز", "هم", "روز", "دیروز", "امروز", "پیشتر", "اخیرا", "سرانجام", "همچنین"})  # end a name


@cache
def folk(language: Persian) -> dict[str, str]:
    """Nouns for one of a people by key, with their English plural."""
    return {p[0]: en for form, en in language.table("event")["folk"].items() for p in language.variants(form)}


class Persons(Entries):
    """Names the persons of one draft that no mention covers, and enters them among its actors."""

    def __init__(self, draft: Draft, clauses: Clauses) -> None:
        super().__init__(draft, clauses)
        language = draft.language
        self.folk = folk(language)
        self.honorifics, self.given = language.words("actor", "honorifics"), language.words("given", "given")
        self.post = Wordlist(language.variants, language.table("event")["words"]["posts"])
        self.titles = {h.first for h in draft.names if h.value.kind in ("title", "titles")}
        self.named_before = {at for m in draft.mentions for at in range(m.first, m.last)} | set(self.adjectives)
        occupations = language.words("actor", "occupations")
        commas = [i for i, key in enumerate(self.keys[:-1]) if key == "،"]
        self.posts = {i + 1 for i in commas if occupations.at(self.keys, i + 1) or self.keys[i + 1] == "استاندار"}

    def named(self, first: int, last: int) -> tuple[str, ...]:
        """The person whose name is the one to four plain words that end at `last`: «نعیم رادمهر را»; empty if there is none."""
        comma = next((i for i in range(last - 1, max(first, last - 8), -1) if self.keys[i] == "،" and (i + 1 in self.titles | self.posts or self.keys[i + 1] in self.folk)), 0)
        last = comma or last  # «نعیم رادمهر، استاندار ورشو را»
        at = last
        while at > max(first, last - 5) and self.plain(at - 1) and at - 1 not in self.named_before and len(self.keys[at - 1]) > 1:
            at -= 1
        if not 1 < last - at <= 4 or self.keys[at].endswith("ین") and self.keys[at].startswith(("نخست", "اول", "دوم")) or at > first and self.clauses.preposition(at - 1, last):
            return ()
        found, _ = self.enter(at, last, "person", None)
        return (found,) if found else ()

    def headed(self, first: int, last: int) -> tuple[str, ...]:
        """Who stands at a clause's head by a bare name: «رادمهر نیز … بازداشت شد», «نعیم رادمهر و هاله کیهانی، دو شهروند …»; empty for other words."""
        at, spans = self.clauses.head(first + (self.keys[first] in ("که", "و")), last), []
        while at < last:
            m = self.clauses.mention_from.get(at)
            end = m.last if m is not None and m.kind == "name" and m.actors else self._bare(at, last)
            spans.append((at, end))
            if end == at or self.keys[end] != "و":
                break
            at = end + 1
        end = spans[-1][1] if spans else last
        called = self.keys[end] == "،" and end + 1 < last and (
            number_at(self.keys, end + 1, last) is not None or self.keys[end + 1] in self.folk or end + 1 in self.titles | self.posts
        )
        found = [self._by_name(*span, called) for span in spans]
        return tuple(dict.fromkeys(id for id in found if id)) if all(found) else ()

    def _bare(self, at: int, last: int) -> int:
        """Behind the one to four plain words at a word."""
        end = at
        while end < min(at + 4, last) and self.plain(end) and self.keys[end] not in ADVERBS:
            end += 1
        return end

    def _by_name(self, first: int, end: int, called: bool) -> str | None:
        """The person of these words: one mentioned, a surname told before, a given name with what follows, any words that a comma calls
        somebody; None for others."""
        m = self.clauses.mention_from.get(first)
        if m is not None and m.last == end and m.actors:
            return m.actors[0]
        if end == first + 1:
            people = ((id, tuple(self.draft.language.keys(a.name_fa))) for id, a in self.draft.actors.items() if a.type == "person")
            return next((id for id, name in people if name[-1:] == (self.keys[first],) and len(name) > 1), None)
        if end == first or not called and not self.given.at(self.keys, first, end):
            return None
        return self.enter(first, end, "person", None)[0]

    def _person(self, at: int, last: int) -> tuple[str | None, int]:
        """«ژنرال رادمهر», «آقای کلبرگ», «"سامان رادمهر"»: honorific, quotation marks or a known given name."""
        i = at
        while i < last and (size := self.honorifics.at(self.keys, i, last)):
            i += size
        if i < last and self.keys[i] in OPEN:
            close = next((j for j in range(i + 2, min(i + 6, last)) if self.keys[j] in CLOSE or self.keys[j] == OPEN[self.keys[i]]), None)
            if close is None or not all(self.plain(j) for j in range(i + 1, close)):
                return None, at
            if close - i == 2 and i == at and self._beside(close + 1, last) is None:  # one word in marks may be anything
                return None, at
            known = self._beside(close + 1, last)
            if known is not None:
                return known
            entered, behind = self.enter(i + 1, close, "person", None, close + 1)
            actor = self.draft.actors.get(entered or "")
            if actor is not None and actor.state is None and not actor.office:
                actor.state = self._served(close + 1, last)
            return entered, behind
        given = i < last and self.keys[i] in self.draft.lexicon.given_names and self.keys[i] not in COMMON
        end = i
        while end < min(i + 3, last) and self.plain(end) and not (end > i and end in self.titles):
            end += 1
        if end == i or i == at and not (given and end > i + 1):
            return None, at
        known = self._beside(end, last)
        return known if known is not None else self.enter(i, end, "person", None)

    def _served(self, at: int, last: int) -> str | None:
        """The state whose post stands behind a name: «…»، رئیس کمیسیون تسلیحات کنگره آمریکا; None if none does."""
        at += at < last and self.keys[at] == "،"
        if at >= last or not self.post.at(self.keys, at, last):
            return None
        for i in range(at, min(at + 8, last)):
            m = self.clauses.mention_from.get(i)
            if m is not None and m.actors and m.kind in ("state", "government", "body"):
                owner = self.draft.actors.get(m.actors[0])
                return (owner.state or (m.actors[0] if owner.type == "state" else None)) if owner else None
            if self.clauses.preposition(i, last) or i in self.clauses.verb_from:
                break
        return None

    def _beside(self, at: int, last: int) -> tuple[str, int] | None:
        """The holder of the office beside a name: «ملک X پادشاه Y»; None if no office with a known holder stands there."""
        m = self.clauses.mention_from.get(at + (at < last and self.keys[at] == "،"))
        return (m.actors[0], m.last) if m is not None and m.kind == "title" and len(m.actors) == 1 and m.last <= last else None
