"""Persian names in Latin letters, where no lexicon gives the English name."""

_LETTERS = {
    "ا": "a", "آ": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "s", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "z", "ر": "r", "ز": "z",
    "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "z", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ک": "k", "گ": "g", "ل": "l",
    "م": "m", "ن": "n", "و": "v", "ه": "h", "ی": "i", "ء": "", "ئ": "e", "ؤ": "u", "أ": "a", "إ": "e", "ة": "h", "ۀ": "h",
}  # fmt: skip
_VOWELS = set("aeiou")


def latin(words: list[str]) -> str:
    """The words letter by letter, capitalised; «و» between consonants is o, a leading «ی» is y.

    >>> latin(["شامپاین"])
    'Shampain'
    """
    return " ".join(_word(w) for w in words if w)


def _word(word: str) -> str:
    out = ""
    for at, char in enumerate(word):
        to = _LETTERS.get(char, char)
        if char == "و" and at > 0 and out[-1:] not in _VOWELS:
            to = "o" if at + 1 < len(word) and word[at + 1] not in "ای" else "u"
        elif char == "ی" and at == 0:
            to = "y"
        out += to
    return out[:1].upper() + out[1:]


def slug(text: str) -> str:
    """A readable id: small Latin letters and hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
