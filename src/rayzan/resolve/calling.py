"""The nouns by which people are called instead of named, and the words around a name that are no part of it."""

from functools import cache

from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.numerals import number_at
from rayzan.lang.fa.pair import common
from rayzan.lexicon.wordlist import Wordlist

INFINITIVES = ("کردن", "شدن", "دادن", "داشتن", "گرفتن", "بودن", "رفتن", "ساختن", "پیوستن")
OWN = ("شان", "تان", "مان", "اش", "ام", "ات", "ش", "م")  # whose a thing is: «باورتان», «خاطرتان»
PLURALS = ("هایی", "های", "ها", "ان", "ین", "ی")
A_NAME = 3  # words of a name, whose last is hardly a common one
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
        self.weak_given = {language.keys(w)[0] for w in language.table("given")["weak"]}
        self.counting, self.forces = of("counting"), of("forces")
        self.crowds, self.tails = of("crowds"), {p[0] for w in language.table("actor")["surname_tails"] for p in language.variants(w)}
        self.papers_names = {language.keys(w)[0] for w in language.table("actor")["paper_names"]}
        self.humans, self.collectives, self.before_name = of("humans"), of("collectives"), of("before_name")
        self.writers = {language.keys(w)[0] for w in language.table("actor")["writers"]}
        self.office_nouns = {language.keys(noun)[0]: title for noun, title in language.table("actor")["office_nouns"].items()}
        self.seats_of_power = {words: id for form, id in language.table("actor")["seats_of_power"].items() for words in language.variants(form)}
        self.behind_name = {language.keys(w)[0] for w in language.table("actor")["behind_name"]}
        self.stops = {language.keys(w)[0] for w in language.table("actor")["name_stops"]}
        self.single_posts = {language.keys(w)[0] for w in language.table("actor")["single_posts"]}
        self.others = {language.keys(w)[0] for w in language.table("actor")["others"]}
        self.kinds = {kind: Wordlist(language.variants, heads) for kind, heads in language.table("actor")["kinds"].items()}

    def can_speak(self, words: list[str]) -> bool:
        """Whether the noun that heads a phrase is of people, a body or a medium."""
        lists = (self.occupations, self.deputies, self.someone, self.back, self.offices, self.bodies, self.people, self.plurals)
        return bool(words) and any(list.at(words, 0) for list in (*lists, *self.kinds.values()))

    def thing(self, words: list[str]) -> bool:
        """Whether a phrase is of no speaker: «نکته مهم», «محدود کردن واردات», «تهدید مالی», «باورتان», a conjunction taken for a subject."""
        return bool(self.things.at(words, 0)) or any(word.endswith(INFINITIVES) for word in words[:2]) or self._common(words)

    def _common(self, words: list[str]) -> bool:
        """Whether a common word that is of no people, body, medium or name heads a phrase, and the words behind it make no name of it."""
        at = self.counted(words)
        words = words[at:] or words
        head = words[0]
        owned = next((head.removesuffix(end) for end in OWN if head.endswith(end) and common(head.removesuffix(end), beside=len(words) == 1)), "")
        if not common(head) and not owned:
            return False
        single = next((head.removesuffix(end) for end in PLURALS if head.endswith(end) and len(head) > len(end) + 2), "")
        if any(self._alive(noun, words[1:]) for noun in (head, owned, single) if noun):
            return False
        return not (1 < len(words) <= A_NAME and (words[-1] in self.papers_names or not common(words[-1], beside=True)))

    def counted(self, words: list[str]) -> int:
        """How many words before a phrase's noun count or point: «یک», «شش», «سایر», «یکی از»."""
        at = 0
        while at < len(words) - 1 and (self.counting.at(words, at) or number_at(words, at, len(words)) or words[at][0].isdigit()):
            at += 1 + (words[at + 1] == "از" and at + 2 < len(words))
        return at

    def _alive(self, head: str, behind: list[str]) -> bool:
        """Whether a noun with what stands behind it heads a speaker's phrase: people, a body, a medium, a name or a title before one."""
        words = [head, *behind]
        lists = (self.humans, self.crowds, self.collectives, self.given, self.honorifics, self.personal, self.ranks, self.outlets, self.papers, self.forces)
        return head in self.weak_given or self.can_speak(words) or any(list.at(words, 0) for list in lists)

    def no_name(self, words: list[str], at: int, alone: bool) -> bool:
        """Whether a name ends before one of its words: a common one that no name holds, behind a given name and a surname or a surname
        `alone` («بیدگلی توجه …»), or one in other letters («جان رادمن John Radman»)."""
        word = words[at]
        if word[0].isascii() and not words[0][0].isascii():
            return True
        named = alone or at > 1 and (self.given.at(words, 0) > 0 or words[0] in self.weak_given)
        holds = word in self.weak_given or word in self.tails or self.given.at(words, at) or word.endswith("ی")
        return named and common(word) and not holds

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
