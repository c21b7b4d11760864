"""Noun phrases: where one that no lexicon knows begins and ends, and whether it can be of people who speak."""

from functools import cache
from typing import NamedTuple

from rayzan.extract.adjunct import Adjuncts
from rayzan.extract.draft import Mention
from rayzan.extract.namewords import syntax as namewords
from rayzan.extract.syntax import CLOSE, OPEN
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.numerals import number_at
from rayzan.lang.fa.pair import common

LONGEST_PHRASE = 12  # words of a noun phrase that can be a subject
BEGINS = frozenset({"این", "آن", "هرگونه", "هیچگونه", "هر"})  # what begins another noun phrase: «مدیر بندر هرگونه توقف را رد کرد»
HEADS = frozenset({"تن", "نفر", "درصد"})  # what counts people: «۱۰۷ تن از نمایندگان»
STATES = frozenset({"کشور", "دولت", "نویسنده", "سازمان"})
TIMES = frozenset({"روز", "هفته", "ماه", "سال", "ساعت", "شب"})
DAY, COUNT = frozenset({"روز"}), frozenset({"یک", "دو", "سه", "چهار", "پنج", "چند"})
CALLED = frozenset({"معروف", "موسوم", "مشهور", "ملقب"})  # «گروه X موسوم به Y»


@cache
def objects(language: Persian) -> frozenset[str]:
    """What heads the object of a speech act and is no part of a name."""
    return frozenset(p[0] for noun in language.table("cue")["objects"] for p in language.variants(noun) if len(p) == 1)


class Source(NamedTuple):
    """The words that name who speaks, and the mentions in them (none for a noun phrase no lexicon knows)."""

    first: int
    last: int
    who: tuple[Mention, ...]


class NounPhrases(Adjuncts):
    """Reads the noun phrases of one draft."""

    def noun_phrase(self, at: int, limit: int) -> Source | None:
        """A noun phrase at the head of the clause, up to a preposition that none of its adjectives governs, a mark, «که» or «را»."""
        if at >= limit:
            return None
        counted = self._counted(at, limit)
        end, whole = counted, 0
        if at + 1 < limit and self.keys[at] in self.lists.quantifiers and self.keys[at + 1] == "از":  # «تعدادی از نمایندگان»
            end = at + 2
        if at + 1 < limit and self.keys[at + 1] in TIMES or at < limit and self.keys[at] in TIMES:  # «یک روز», «دو هفته», «ماه گذشته»: a time
            return None
        while end < limit:
            key = self.keys[end]
            if key == "-" and end > at and end + 1 < limit and self.keys[end + 1][0].isalpha() and self._written_together(end):
                end += 1  # «پایگاه خبری-تحلیلی»
                continue
            if end > at and self._joins(end, limit):
                end += 1  # «وزرای ۱۴ کشور», «رسانه‌های X و نیز رسانه‌های Y»
                continue
            if (
                not (key[0].isalpha() or key in OPEN or key in CLOSE or key in ("(", ")"))
                or key in ("که", "را", "تا", "اگر")
                or key in self.lists.adverbs
            ):
                break
            if end > at and self.lists.governed.at(self.keys, end - 1, limit) == 2 and end + 1 < limit and self.keys[end + 1][0].isalpha():
                whole = whole or end
                end += 2  # «منابع نزدیک به دولت»
                continue
            if end > at and key in CALLED and self.keys[end + 1 : end + 2] == ["به"]:
                break
            if end > at + 1 and (key in DAY or key in COUNT and end + 1 < limit and self.keys[end + 1] in TIMES):  # «فرمانده پلیس روز پنجشنه», «… یک ماه پیش»
                break
            verb = end in self.verb_from and not (end == at and any(list.at(self.keys, at, limit) for list in self.lists.callers))  # «نهادهای»
            if self.preposition(end, limit) or verb or end in self.time_from or (end > at and key in BEGINS) or self._thing_behind_name(at, end):
                break
            end += 1
            if len(key) > 4 and key.endswith("ها") and end < limit and self.keys[end] not in ("و", "،", "ی", "یی"):  # no ezafe: «رسانه‌ها شمار …»
                break
        if self.keys[at] in ("آنها", "آنان", "ایشان", "اینها") and end > at:
            end = at + 1
        if end - at > LONGEST_PHRASE and whole:
            end = whole
        end -= end - 1 > at and self.keys[end - 1] == "و"
        head = at + (self.keys[at] in OPEN)  # «بهروز رادمنش» in marks
        if end <= head or end - at > LONGEST_PHRASE + (counted - at) or (counted == at and not self.keys[head][0].isalpha()):
            return None
        if counted > at and not (end < limit and self.keys[end] == "را"):
            return Source(at, end, ())
        if (
            (end < limit and self.keys[end] == "را")
            or (end - at == 1 and self.keys[at] in self.lists.no_speaker and self.keys[at] != "آنها")
            or self.keys[at] in ("آنچه", "اینکه", "چه", "هر", "هیچ")
            or (self.keys[at] in self.lists.no_subject and not self._these(at, limit))
            or self.keys[at] in self.lists.abstract
        ):
            return None
        if head > at and CLOSE.isdisjoint(self.keys[head:end]):  # the mark opens more than the phrase
            at = head
        return Source(at, end, tuple(self.mentions(at, end)) if end - at <= 2 else ())

    def _thing_behind_name(self, at: int, end: int) -> bool:
        """«سامان رادمهر تصمیم شورا را …»: whether what a speech act is about stands right behind two words of a name, or a common word that calls
        nobody behind a given name and a surname."""
        words, key = namewords(self.draft.language), self.keys[end]
        size = words.given.at(self.keys, at)
        if end == at + 2 and key in objects(self.draft.language):
            second = self.keys[at + 1]
            return not (common(second) or second.endswith(("گان", "ها", "های")) or any(map(self._calls, range(at, end))) or self.keys[at] in BEGINS)
        plain = size and end == at + size + 1 and common(key) and not key.endswith("ی")
        return bool(plain) and key not in words.surname_tails and key not in words.weak_given and not self._calls(end)

    def _calls(self, at: int) -> bool:
        """Whether a word begins what somebody is called by: an office, an occupation, a given name."""
        words = namewords(self.draft.language)
        lists = (*self.lists.callers, words.deputies, words.someone, words.chiefs, words.back_person, words.given, words.former, words.condition)
        return any(list.at(self.keys, at) for list in lists) or any(h.first == at and h.value.kind == "title" for h in self.draft.names)

    def _these(self, at: int, limit: int) -> bool:
        """Whether a word points back to people: «این منابع», «این کارشناسان», «این زن», «این بازیکن»."""
        humans = (self.lists.people, self.lists.callers[1], self.draft.language.words("actor", "humans"))
        return self.keys[at] in ("این", "همین") and any(list.at(self.keys, at + 1, limit) for list in humans)

    def _counted(self, at: int, limit: int) -> int:
        """Where the noun begins that a count of people counts: «۱۰۷ تن از نمایندگان», «بیش از بیست نفر از وزیران», «۱۴ کشور»; the word itself if none does."""
        start = at
        if self.keys[at : at + 2] in (["بیش", "از"], ["نزدیک", "به"]):
            at += 2
        elif at < limit and self.keys[at] in ("حدود", "حداقل", "دستکم", "قریب"):
            at += 1
        number = number_at(self.keys, at, limit)
        if number is None or number.last >= limit:
            return start
        if self.keys[number.last] in HEADS:
            return number.last + 1 + (self.keys[number.last + 1 : number.last + 2] == ["از"])
        called = any(list.at(self.keys, number.last, limit) for list in self.lists.callers)
        return number.last if called or self.keys[number.last] in STATES else start

    def _joins(self, at: int, limit: int) -> bool:
        """Whether a word goes on a noun phrase that letters alone would not: a number of states, «نیز» behind «و»."""
        if self.keys[at] in ("نیز", "همچنین"):
            return self.keys[at - 1] == "و" and at + 1 < limit and (at + 1 in self.mention_from or self.keys[at + 1].endswith(("های", "ان")))
        return self.keys[at].isdigit() and at + 1 < limit and self.keys[at + 1] in STATES

    def speaks(self, phrase: Source) -> bool:
        """Whether a noun phrase can be a speaker: it begins with a plural or a number of people and names a state or body, or ends at a time."""
        head = self.keys[phrase.first]
        many = (
            head in self.lists.quantifiers
            or head.endswith(("ان", "ها", "های", "ین", "ات"))
            or bool(self.lists.people.at(self.keys, phrase.first, phrase.last))
        )
        return many and (phrase.last in self.time_from or bool(self.mentions(phrase.first, phrase.last)))

    def heads_people(self, phrase: Source) -> bool:
        """Whether the noun at the head of a phrase is of several people: «تهیه‌کنندگان», «مقام‌ها»."""
        return self.keys[phrase.first].endswith(("ان", "ها", "های", "گان"))

    def _written_together(self, at: int) -> bool:
        """Whether no space stands on either side of a word."""
        words = self.draft.view.words
        return words[at - 1].end == words[at].start and words[at].end == words[at + 1].start
