"""Numbers in digits and words."""

import pytest

from rayzan.lang.fa.join import join
from rayzan.lang.fa.numerals import glued, number_at, ordinal_at, pair_at, plain
from rayzan.text.word import keys


@pytest.mark.parametrize(
    ("told", "value", "size"),
    [
        ("۷ هزار و ۴۲۳ بمب", 7423, 4),
        ("دومیلیون و ۲۰۰ هزار", 2_200_000, 5),
        ("سه و نیم میلیارد", 3_500_000_000, 4),
        ("یک میلیون و نیم میلیون", 1_500_000, 5),
        ("صد و هشت هزار و پانصد", 108_500, 6),
        ("دو هزار میلیارد", 2_000_000_000_000, 3),
        ("۴۸۴ هزار و ۶۰۰ میلیارد", 484_600_000_000_000, 5),
        ("بیست‌وپنج", 25, 1),
        ("بیست و پنج", 25, 3),
        ("یک میلیون و ۳۰ درصد", 1_000_000, 2),
        ("1,200", 1200, 1),
        ("۲۰،۰۰۰", 20_000, 1),
        ("7/4", 7.4, 1),
        ("هزار و سیصد و نود و نه", 1399, 7),
        ("چهارصد و پنجاه میلیون", 450_000_000, 4),
        ("نهصد و نود و نه هزار و نهصد و نود و نه", 999_999, 12),
        ("صد و ده کشور", 110, 3),
        ("دویست و بیست و پنج", 225, 5),
        ("یک میلیارد و نیم", 1_500_000_000, 4),
        ("یک و نیم", 1.5, 3),
        ("هفت‌ونیم", 7.5, 1),
        ("نیم میلیون", 500_000, 2),
        ("نیم درصد", 0.5, 1),
        ("٣٫٥", 3.5, 1),
        ("۵۰۰ هزار میلیارد", 500_000_000_000_000, 3),
        ("شش کشور و دو سازمان", 6, 1),
        ("پنج و شش", 5, 1),
    ],
)
def test_numbers(told: str, value: float, size: int) -> None:
    words = keys(told, join)
    found = number_at(words, 0, len(words))
    assert found is not None and (found.value, found.last) == (value, size)


@pytest.mark.parametrize("told", ["ده‌ها نفر", "چند هزار نفر", "چند ده میلیون", "صدها هزار"])
def test_vague_numbers(told: str) -> None:
    words = keys(told, join)
    found = number_at(words, 0, len(words))
    assert found is not None and found.vague and not found.digits


@pytest.mark.parametrize("told", ["کشور", "و", "نیم", "سوم", "۳+۳", "هفتاد و پنجمین"])
def test_no_number(told: str) -> None:
    words = keys(told, join)
    assert number_at(words, 0, len(words)) is None


@pytest.mark.parametrize(("told", "value"), [("بیست و دوم", 22), ("بیست‌ودوم", 22), ("سی‌ام", 30), ("سی ام", 30), ("سی و یکم", 31), ("سی", 0), ("دومین", 2), ("هفتاد و پنجمین", 75), ("صد و بیستمین", 120), ("صد و بیست و پنجم", 125), ("چهل و پنجم", 45)])
def test_ordinals(told: str, value: int) -> None:
    words = keys(told, join)
    assert ordinal_at(words, 0, len(words))[0] == value


def test_pairs_and_glued_counts() -> None:
    assert pair_at(keys("دو سه روز", join), 0, 3) == (2, 3, 2)
    assert pair_at(keys("یکی، دو روز", join), 0, 4) == (1, 2, 3)
    assert pair_at(keys("دو کشور", join), 0, 2) is None
    assert glued("بیستساله", {"ساله"}) == (20, "ساله")
    assert glued("سهشنبه", {"ساله"}) is None
    assert plain("نه") is None
