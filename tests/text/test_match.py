"""Phrases over the keys of a text."""

from hypothesis import given
from hypothesis import strategies as st

from rayzan.text.match import Hit, Phrases, longest

WORDS = st.sampled_from(["الف", "ب", "پ", "ت"])
TEXTS = st.lists(WORDS, max_size=12)
ENTRIES = st.lists(st.tuples(st.lists(WORDS, max_size=4).map(tuple), st.integers(0, 3)), max_size=12)


@given(ENTRIES, TEXTS)
def test_finds_what_looking_everywhere_finds(entries: list[tuple[tuple[str, ...], int]], keys: list[str]) -> None:
    found = Phrases(entries).find(keys)
    expected = {
        (first, first + len(phrase), value)
        for phrase, value in entries
        for first in range(len(keys))
        if phrase and tuple(keys[first : first + len(phrase)]) == phrase
    }
    assert set(map(tuple, found)) == expected and len(found) == len(expected)
    assert [(h.first, -h.last) for h in found] == sorted((h.first, -h.last) for h in found)


def test_the_longest_covers_the_shorter() -> None:
    phrases = Phrases([(("شورای", "امنیت"), "unsc"), (("شورای", "امنیت", "ملی"), "snsc"), (("امنیت",), "security")])
    assert longest(phrases.find(["شورای", "امنیت", "ملی"])) == [Hit(0, 3, "snsc")]
