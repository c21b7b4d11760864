"""Clauses: who stands as subject."""

from rayzan.extract.draft import Mention
from rayzan.extract.namewords import syntax as namewords
from rayzan.extract.nounphrase import NounPhrases, Source
from rayzan.extract.syntax import CLOSE

NAMED = 4  # words of a phrase that names a speaker


class Clauses(NounPhrases):
    """Reads the subjects of one draft's clauses."""

    def subject(self, first: int, limit: int, plural: bool = False, strict: bool = False) -> Source | None:
        """Who stands as subject in words `first` to `limit`; None if nobody does.

        The mention at the head of the clause, behind openers, times and settings; else the mention right before the
        limit that no preposition governs; else, unless `strict`, a noun phrase at the head that no lexicon knows.
        """
        at = self.head(first, limit)
        for _ in range(6):
            found = self._at(at, limit, plural)
            if found is not None:
                return found
            further = self.head(self.settings(at, limit), limit)
            if further == at or further >= limit:
                break
            at = further
        near = self._nearest(first, limit, plural, strict)
        phrase = self.noun_phrase(at, limit)
        if phrase is not None and near is not None and near.first > phrase.last and not strict and self._participle(phrase, limit):
            return phrase
        caller = self._caller(at, limit, near)
        if caller is not None:
            return caller
        name = self._name_in(phrase) if phrase is not None and not strict else None
        if name is not None:
            return name
        if near is not None and phrase is not None and near.first > phrase.last and self._far(near, phrase, limit):
            return None if strict else phrase
        if near is not None and phrase is not None and self._belongs(near, phrase):
            if self.keys[phrase.first] in self.lists.documents:  # «بیانیه X می‌افزاید»: X speaks
                return near
            return None if strict else phrase
        if strict or (near is not None and near.last == limit):
            return near
        if phrase is not None and (near is None or self.speaks(phrase)):
            return phrase
        return near

    def _participle(self, phrase: Source, limit: int) -> bool:
        """Whether a short phrase of people or a name stands right before what its bearer says on the side: «آل بیدگل با تاکید بر این که …، گفت»."""
        at = phrase.last
        opens = self.keys[at : at + 1] in (["با"], ["ضمن"]) and at + 1 < limit and self.keys[at + 1] in self.lists.asides
        return opens and phrase.last - phrase.first <= NAMED and self.keys[phrase.first] not in self.lists.inanimate

    def _caller(self, at: int, limit: int, near: Source | None) -> Source | None:
        """«حامیان X گفتند», «گرتا فنر کارشناس مسائل X گفت»: a phrase at the head whose noun can speak, or a name with its calling,
        before whom it belongs to or speaks of."""
        if near is None or near.first <= at:
            return None
        called = any(list.at(self.keys, i, limit) for i in range(at + 2, min(at + 4, limit)) for list in self.lists.callers[1:2])
        if not called and not any(list.at(self.keys, at, limit) for list in self.lists.callers):
            return None
        phrase = self.noun_phrase(at, limit)
        if phrase is None or (near.first >= phrase.last and self.keys[near.first - 1] in ("،", ",", "و", ":")):
            return None
        return None if any(g.form.person for g in self.verbs_in(phrase.last, near.first)) else phrase

    def _name_in(self, phrase: Source) -> Source | None:
        """The person named behind a title that no lexicon knows: «حجت‌الاسلام «بهروز رادمنش» مسئول …»."""
        m = next((m for m in self.mentions(phrase.first + 1, phrase.last) if m.kind == "name"), None)
        if m is None or self.keys[m.first - 1] in self.lists.dependents or phrase.last == m.last:
            return None
        if namewords(self.draft.language).things_of_names.ending(self.keys, m.first, phrase.first):  # «مدیر پالایشگاه امام خمینی شازند»
            return None
        return Source(m.first, m.last, (m,))

    def _far(self, near: Source, phrase: Source, limit: int) -> bool:
        """Whether a mention stands deep in what follows a noun phrase: «تهیه‌کنندگان گزارش با اشاره به … سفیر X در Y می‌گویند»."""
        before = self.keys[near.first - 1]
        return (
            bool(self.preposition(phrase.last, limit))
            and before[0].isalpha()
            and near.first not in self.verb_ends
            and before not in self.lists.adverbs
            and not any(m.last == near.first for m in self.mentions(phrase.last, near.first))
            and self.heads_people(phrase)
        )

    def _belongs(self, near: Source, phrase: Source) -> bool:
        """Whether a mention only belongs to the head of the noun phrase that ends with it: «مدیر اجرایی آژانس», «برادر X»."""
        if not (phrase.first < near.first and near.last == phrase.last):
            return False
        kind = near.who[0].kind
        return kind in ("state", "government", "body", "outlet") or (
            kind in ("name", "title", "pronoun") and self.keys[near.first - 1] in self.lists.dependents
        )

    def _at(self, at: int, limit: int, plural: bool) -> Source | None:
        m = self.mention_from.get(at)
        if m is None or m.last > limit or m.kind in ("you",) or (m.last < limit and self.keys[m.last] == "را"):
            return None
        return self._joined(m, limit, plural)

    def _joined(self, m: Mention, limit: int, plural: bool) -> Source:
        who = [m]
        last = m.last
        while last + 1 < limit and self.keys[last] in ("و", "،") and (n := self.mention_from.get(last + 1)) is not None and n.last <= limit:
            if n.kind != m.kind and {n.kind, m.kind} - {"name", "title", "state", "body", "group", "pronoun"}:
                break
            if not plural and self.keys[last] == "،":
                break
            if not plural and n.kind in ("pronoun", "self"):
                break
            who.append(n)
            last = n.last
        if len(who) > 1 and not plural:
            return Source(m.first, m.last, (m,))
        if len(who) == 1 and (end := self._office_end(m, limit)) > m.last:
            return Source(m.first, end, who=(m,) if m.actors else ())
        return Source(m.first, last, tuple(who))

    def _office_end(self, m: Mention, limit: int) -> int:
        """Where an office ends whose body no lexicon knows: «مدیرکل اعتبارات بانک X», «سخنگوی این وزارتخانه»; the mention's own end for others."""
        title = self.draft.lexicon.titles.get(m.title or "")
        if title is None or m.states or m.last >= limit or not self.keys[m.last][0].isalpha():
            return m.last
        named = m.kind == "name" and (title.of == "body" or not title.single) and m.words is not None and m.words.last < m.last
        if m.kind == "group" and not m.actors:  # «سخنگویان وزرای خارجه سه کشور»
            phrase = self.noun_phrase(m.last, limit) if self.keys[m.last] != "و" else None
            return phrase.last if phrase is not None else m.last
        bare = m.kind == "title" and (not m.actors or (title.of == "body" and m.last == m.first + 1))
        if not named and not bare:
            return m.last
        behind = self.mention_from.get(m.last)
        if behind is not None and behind.kind in ("back", "body", "outlet") and behind.last < limit and self.keys[behind.last] != "را":
            return behind.last
        if self.keys[m.last] == "و" or (behind is not None and behind.kind in ("name", "pronoun", "title")):
            return m.last
        phrase = self.noun_phrase(m.last, limit)
        return phrase.last if phrase is not None else m.last

    def _nearest(self, first: int, limit: int, plural: bool, strict: bool) -> Source | None:
        """The mention next to the limit, adverbs between; else the first free person."""
        end = limit
        while end > first and (self.keys[end - 1] in self.lists.adverbs or self.keys[end - 1] in ("،", ",")):
            end -= 1
        free = [m for m in self.mentions(first, limit) if self._free(m, first, limit)]
        for m in free:
            # «و از آزادی وی خبر دادند»: beside a shared subject only a mention that a comma sets apart is a new one.
            apart = m.first == first or self.keys[m.first - 1] in ("،", ",")
            if strict and not apart and self.keys[m.first - 1] != "را" and "را" in self.keys[first : m.first]:
                continue  # «و C را نشانه بی‌طرفی X دانست»
            if m.last == end and not self._governed(m, first) and (apart or not strict or not self.preposition(first, limit)):
                return Source(m.first, m.last, (m,))
        for m in () if strict else free:
            if self._governed(m, first) or (m.first > first and self.keys[m.first - 1] in self.lists.owned):
                continue
            if m.kind in ("name", "title", "pronoun", "back", "group", "someone") and (
                self.preposition(m.last, limit)
                or self.keys[m.last] in ("،", ",", "که", "-", "ـ", "–", "(")
                or self.keys[m.last] in self.lists.adverbs
                or (m.kind == "name" and self.lists.callers[1].at(self.keys, m.last, limit))
            ):
                return self._joined(m, limit, plural)
        return None

    def _governed(self, m: Mention, first: int) -> bool:
        """Whether a mention ends a phrase that a preposition opened: «به رقیب خود X», «با اشاره به دیدار X»."""
        at = m.first - 1
        if self.keys[at] in (*CLOSE, '"') and "را" in self.keys[first:at] and self.keys[m.last] not in ("،", ","):  # «C را «پیروزی» X خواند»: X belongs to what is said of C
            return True
        if at < first or not self.keys[at][0].isalnum() or at + 1 in self.verb_ends or self.keys[at] in self.lists.adverbs:
            return False
        while at > max(first, m.first - 4):
            key = self.keys[at]
            if not key[0].isalnum() or key == "که" or at + 1 in self.verb_ends or at in self.time_from or key in self.lists.settings:
                return False
            if any(other.first <= at < other.last for other in self.mentions(max(first, at - 6), m.first)):
                return False
            at -= 1
            if (size := self.preposition(at, m.first)) and self.keys[at] != "تا":
                return self.keys[at + size] not in self.lists.settings
        return False

    def _free(self, m: Mention, first: int, limit: int) -> bool:
        if m.kind == "you" or (m.last < limit and self.keys[m.last] == "را"):
            return False
        at = m.first
        for size in (4, 3, 2, 1):
            if at - size >= first and self.lists.prepositions.at(self.keys, at - size, at) == size:
                return False
        return self.keys[at - 1] not in ("و", "یا") or at - 1 <= first
