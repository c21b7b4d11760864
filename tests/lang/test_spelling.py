"""One lexicon form with a half-space matches the joined, the half-spaced and the spaced spelling, whole words only."""

from collections.abc import Iterator
from typing import Any

from rayzan.lexicon.load import toml
from rayzan.reading import Reader
from rayzan.text.match import Phrases
from rayzan.text.word import HALF_SPACE


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def test_every_form_matches_its_three_spellings(the_reader: Reader) -> None:
    language = the_reader.language
    listed = (form for path in sorted(language.data.glob("*.toml")) for form in strings(toml(path)))
    forms = {form for form in (*(f for f, _ in the_reader.lexicon.names()), *listed) if HALF_SPACE in form}
    assert len(forms) > 1_500
    missed = [
        spelt
        for form in sorted(forms)
        for spelt in (form, form.replace(HALF_SPACE, ""), form.replace(HALF_SPACE, " "))
        if tuple(language.view(spelt).keys[:-1]) not in language.variants(form)
    ]
    assert missed == []


def test_whole_words_only(the_reader: Reader) -> None:
    """«دی» is no part of «دیدار», «مهر» none of «مهران»; signs and digits part words, letters don't."""
    language = the_reader.language
    months = Phrases([(language.keys("دی"), "dey"), (language.keys("مهر"), "mehr")])
    assert months.find(language.view("دیدار در مهران، میدید و دیدگاه و مهربان").keys) == []
    assert [hit.value for hit in months.find(language.view("«دی»، ۱۰مهر، دی‌ماه و دی ۹").keys)] == ["dey", "mehr", "dey"]
