"""Words of a text as a search knows them: both ways of cutting agree, and every place is one of the raw text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rayzan.dossier.mark import places
from rayzan.dossier.query import Phrase
from rayzan.dossier.spelling import Found, joined, joined_with_gaps, search_keys, search_words, small
from rayzan.text.fold import fold, fold_gaps, fold_with_offsets

ODD = st.text(st.sampled_from("می هاترایاندگفتوگوه\u200c \n\r\u2028،.۳5/,aB·’ﻻ&;آ\u0653\u0640İΣςK"), max_size=60)


def raw_places(text: str) -> list[Found]:
    """All words of a text with their places in the raw text."""
    folded, at = fold_with_offsets(text)
    told, gaps = joined_with_gaps(folded)
    assert told == joined(text)
    return [Found(w.key, at[gaps.back(w.start)], at[gaps.back(w.end - 1)] + 1) for w in search_words(told)]


def raw_words(text: str) -> list[tuple[str, str]]:
    return [(key, text[start:end]) for key, start, end in raw_places(text)]


def standing(text: str, wanted: Phrase) -> list[tuple[int, int]]:
    """Every place of a phrase that does not lie over the one before, by cutting all words of the text."""
    words, size = raw_places(text), len(wanted.keys)
    out: list[tuple[int, int]] = []
    for i in range(len(words) - size + 1):
        keys = tuple(w.key for w in words[i : i + size])
        start, end = words[i].start, words[i + size - 1].end
        same = keys == wanted.keys or wanted.prefix and keys[:-1] == wanted.keys[:-1] and keys[-1].startswith(wanted.keys[-1])
        if same and (not out or start >= out[-1][1]):
            out.append((start, end))
    return out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("کشور ها می روند", [("کشورها", "کشور ها"), ("میروند", "می روند")]),
        ("گفت و گو های تازه", [("گفتوگوهای", "گفت و گو های"), ("تازه", "تازه")]),
        ("خسته اند", [("خستهاند", "خسته اند")]),
        ("نهم می در وین", [("نهم", "نهم"), ("می", "می"), ("در", "در"), ("وین", "وین")]),
        ("دراین ۳/۵", [("در", "در"), ("این", "این"), ("3·5", "۳/۵")]),
    ],
)
def test_each_word_with_its_raw_letters(text: str, words: list[tuple[str, str]]) -> None:
    assert raw_words(text) == words


@given(ODD)
def test_words_with_places_are_the_words_that_are_indexed(text: str) -> None:
    assert [key for key, _ in raw_words(text)] == search_keys(text)
    assert joined(text) == "\n".join(joined(line) for line in text.replace("\r", "\n").replace("\u2028", "\n").split("\n"))


@given(ODD)
def test_gaps_tell_of_each_character_what_the_list_of_offsets_tells(text: str) -> None:
    told = fold_gaps(text)
    assert [told.back(at) for at in range(len(fold(text)) + 1)] == fold_with_offsets(text)[1]


@given(ODD, st.integers(0, 40), st.integers(1, 3), st.booleans())
def test_every_run_of_words_is_marked_wherever_it_stands(text: str, first: int, size: int, prefix: bool) -> None:
    keys = search_keys(text)[first : first + size]
    if keys:
        wanted = Phrase((*keys[:-1], keys[-1][:1] if prefix else keys[-1]), prefix)
        found = places(text, [wanted], 99)
        assert found and found == standing(text, wanted)
        assert prefix or "\u0653" in text or all(search_keys(text[start:end]) == keys for start, end in found)


@pytest.mark.parametrize("text", ["وی می رود", "کشور ها و کشور های", "گفت و گو و گفت وگوی", "درگفت و گو", "ازکشور ها", "گفته اند", "NPT و npt"])
def test_a_word_is_marked_whichever_of_its_blanks_were_taken_out(text: str) -> None:
    for key in search_keys(text):
        assert places(text, [Phrase((key,))], 99) == standing(text, Phrase((key,))) != []


def test_small_letters_are_as_many_and_are_known_by_their_capitals() -> None:
    letters = [chr(c) for c in range(0x110000) if not 0xD800 <= c < 0xE000]
    assert all(len(small(letter)) == 1 for letter in letters)
    assert all(small(letter).upper() != small(letter) for letter in letters if small(letter) != letter)


def test_a_phrase_that_begins_inside_a_false_one_is_marked() -> None:
    assert places("با ا ا", [Phrase(("ا", "ا"))], 3) == [(3, 6)]
