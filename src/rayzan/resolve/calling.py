"""The nouns by which people are called instead of named, and the words around a name that are no part of it."""

from functools import cache

from rayzan.lang.fa.language import Persian
from rayzan.lexicon.wordlist import Wordlist

INFINITIVES = ("کردن", "شدن", "دادن", "داشتن", "گرفتن", "بودن", "رفتن", "ساختن", "پیوستن")
LEARNED = ("دکتر", "مهندس")  # callings too, where no name follows: «دکتر معالج او»


class Callings:
    """The nouns by which people are called instead of named."""

    def __init__(self, language: Persian) -> None:
        def of(name: str) -> Wordlist:
            return language.words("actor", name)

        self.occupations, self.deputies, self.people, self.plurals = of("occupations"), of("deputies"), of("people"), of("callings")
        self.honorifics, self.someone, self.outlets = of("honorifics"), of("someone"), of("media")
        self.bodies, self.papers = of("back_body"), of("back_paper")
        self.back, self.offices, self.ministers, self.sources = of("back_person"), of("office_heads"), of("ministers"), of("sources")
        self.lands, self.aforesaid = of("lands"), of("aforesaid")
        self.things, self.personal, self.ranks = of("things"), of("personal"), of("ranks")
        self.given = Wordlist(language.variants, language.table("given")["given"])
        self.writers = {language.keys(w)[0] for w in language.table("actor")["writers"]}
        self.office_nouns = {language.keys(noun)[0]: title for noun, title in language.table("actor")["office_nouns"].items()}
        self.behind_name = {language.keys(w)[0] for w in language.table("actor")["behind_name"]}
        self.stops = {language.keys(w)[0] for w in language.table("actor")["name_stops"]}
        self.others = {language.keys(w)[0] for w in language.table("actor")["others"]}
        self.kinds = {kind: Wordlist(language.variants, heads) for kind, heads in language.table("actor")["kinds"].items()}

    def can_speak(self, words: list[str]) -> bool:
        """Whether the noun that heads a phrase is of people, a body or a medium."""
        lists = (self.occupations, self.deputies, self.someone, self.back, self.offices, self.bodies, self.people, self.plurals)
        return bool(words) and any(list.at(words, 0) for list in (*lists, *self.kinds.values()))

    def thing(self, words: list[str]) -> bool:
        """Whether a phrase is of no speaker: «نکته مهم», «محدود کردن واردات», a conjunction taken for a subject."""
        return bool(self.things.at(words, 0)) or any(word.endswith(INFINITIVES) for word in words[:2])

    def honours(self, words: list[str]) -> int:
        """How many words at a phrase's head only honour the name behind them: «آیت‌الله», «سناتور» before a given name; else 0."""
        size = self.personal.at(words, 0) or self.ranks.at(words, 0)
        rest = words[size:]
        alone = self.personal.at(words, 0) and words[0] not in LEARNED and not self.called(rest)  # «خانم رادمهر»
        return size if size and rest and (alone or self.given.at(rest, 0)) else 0

    def called(self, words: list[str]) -> bool:
        """Whether a phrase calls somebody by an occupation, an office or as one unnamed: «عضو کمیسیون …», «یک مقام …», «این فعال …»."""
        at = 1 if len(words) > 1 and words[0] in ("یک", "این", "آن", "یکی") else 0
        if words[0] == "یکی" and words[1:2] == ["از"]:
            return True
        return any(list.at(words, at) for list in (self.occupations, self.deputies, self.someone, self.back, self.offices))


@cache
def callings(language: Persian) -> Callings:
    """The nouns of a language, built once."""
    return Callings(language)
