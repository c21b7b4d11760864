"""The words that rules of mention share: honorifics, titles' neighbours, given names, what points back."""

from functools import cache

from rayzan.lang.fa.language import Persian
from rayzan.lexicon.wordlist import Wordlist

OPENING, CLOSING = ("«", '"', "“", "‹"), ("»", '"', "”", "›")
POINTING, COUNTERPARTS = ("این", "آن", "همین"), ("همتای", "همتایان", "همتا")
SHORT_GIVEN = 3  # letters of either part of a given name made of two


class Syntax:
    """The word lists that mention rules share."""

    def __init__(self, language: Persian) -> None:
        def of(name: str) -> Wordlist:
            return language.words("actor", name)

        self.honorifics, self.former, self.condition = of("honorifics"), of("former"), of("state_of_office")
        self.ours, self.this, self.government, self.both = of("our_country"), of("this_country"), of("government_of"), of("both")
        self.pronouns, self.selves, self.yous, self.pairs = of("pronouns"), of("selves"), of("yous"), of("pair_words")
        self.back_person, self.back_outlet, self.back_body, self.back_paper = (
            of(f"back_{k}") for k in ("person", "outlet", "body", "paper")
        )
        self.people, self.someone, self.deputies, self.occupations = of("people"), of("someone"), of("deputies"), of("occupations")
        self.prepositions, self.conjunctions = language.words("syntax", "prepositions"), language.words("syntax", "conjunctions")
        self.given, self.not_given = language.words("given", "given"), language.words("given", "not_given")
        self.weak_given = {language.keys(w)[0] for w in language.table("given")["weak"]}
        self.according = {language.keys(w)[0] for w in language.table("actor")["according"]}
        self.posts = {language.keys(w)[0] for w in language.table("actor")["posts"]}
        self.generic, self.generic_behind, self.designate, self.between, self.portfolios = (
            of("generic"),
            of("generic_behind"),
            of("designate"),
            of("between_office_and_state"),
            of("portfolios"),
        )
        self.charters, self.competences, self.institutions = of("charters"), of("competences"), of("institutions")
        self.beside_office, self.chiefs = of("states_beside_office"), of("chiefs")
        self.chief_titles: list[str] = language.table("actor")["chief_titles"]
        self.offices_under, self.glued_deputies = (
            {language.keys(w)[0] for w in language.table("actor")[k]} for k in ("offices_under", "glued_deputies")
        )
        self.personal, self.callings, self.media, self.joint = of("personal"), of("callings"), of("media"), of("joint")
        self.someone_words = of("someone_words")
        self.surname_links, self.surname_tails, self.places_of_names = (
            {p[0] for w in language.table("actor")[k] for p in language.variants(w)}
            for k in ("surname_links", "surname_tails", "named_places")
        )
        self.things_of_names = of("things_of_names")
        self.governments = [(Wordlist(language.variants, [name]), end) for name, end in language.table("actor")["governments"].items()]
        self.writing = {language.keys(w)[0] for w in language.table("actor")["writing"]}
        self.numbers = {language.keys(w)[0] for w in language.table("actor")["numbers"]}
        self.several = {language.keys(w)[0] for w in language.table("actor")["several"]}
        self.counted, self.governed = of("counted"), language.words("syntax", "governed")
        self.name_stops = {language.keys(w)[0] for w in language.table("actor")["name_stops"]}
        self.body_heads = {language.keys(w)[0] for w in language.table("actor")["body_heads"]}
        organs = language.table("actor")["organ"]
        self.organs = [(o["id"], Wordlist(language.variants, o["forms"])) for o in organs]
        self.organ_starts = {phrase[0] for o in organs for form in o["forms"] for phrase in language.variants(form)}
        lists = (
            self.honorifics, self.ours, self.this, self.government, self.pronouns, self.selves, self.yous, self.pairs, self.people,
            self.someone, self.deputies, self.given, self.media, self.chiefs,
        )  # fmt: skip
        self.starts = frozenset().union(
            *(list.starts for list in lists), self.organ_starts, self.weak_given, self.several, OPENING, POINTING, COUNTERPARTS
        )


    def composed(self, key: str) -> bool:
        """Whether a word is two given names written together: «مجیدرضا», «سیداحمد»."""
        return any(self._given_alone(key[:at]) and self._given_alone(key[at:]) for at in range(SHORT_GIVEN, len(key) - SHORT_GIVEN + 1))

    def _given_alone(self, key: str) -> bool:
        return self.given.at([key], 0) == 1 or key in self.weak_given


@cache
def syntax(language: Persian) -> Syntax:
    """The lists of a language, built once."""
    return Syntax(language)
