"""Words of a text as a search knows them: both ways of cutting agree, and every place is one of the raw text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rayzan.dossier.mark import places
from rayzan.dossier.query import Phrase
from rayzan.dossier.spelling import joined, joined_offsets, search_keys, search_words

ODD = st.text(st.sampled_from("می هاترایاندگفتوگوه\u200c \n\r\u2028،.۳5/,aB·’ﻻ&;آ\u0653\u0640"), max_size=60)


def raw_words(text: str) -> list[tuple[str, str]]:
    at = joined_offsets(text)
    return [(w.key, text[at[w.start] : at[w.end - 1] + 1]) for w in search_words(joined(text))]


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


@given(ODD, st.integers(0, 40), st.integers(1, 3))
def test_every_run_of_words_is_marked_where_it_stands(text: str, first: int, size: int) -> None:
    keys = search_keys(text)[first : first + size]
    if keys:
        found = places(text, [Phrase(tuple(keys))], 99)
        assert found and all(search_keys(text[start:end]) == keys for start, end in found)


def test_a_phrase_that_begins_inside_a_false_one_is_marked() -> None:
    assert places("با ا ا", [Phrase(("ا", "ا"))], 3) == [(3, 6)]
