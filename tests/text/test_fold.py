"""Folding: idempotent, offsets that lead back to the raw characters, no two words joined; for any Unicode string."""

from hypothesis import given
from hypothesis import strategies as st

from rayzan.lang.fa.join import attach, join
from rayzan.text.fold import DROPPED, FOLDED, fold, fold_with_offsets, respell
from rayzan.text.word import words

ARABIC = st.characters(min_codepoint=0x600, max_codepoint=0x6FF)
PRESENTED = st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFF)
ODD = st.sampled_from([*DROPPED, *FOLDED, " ", "\n", "\r", "آ", "ا", "\u0653", "😀", "\ud800", "﷽", "﴾", "ﻻ", "&", ";"])
PIECE = st.one_of(st.text(alphabet=st.one_of(st.characters(), ARABIC, PRESENTED, ODD), max_size=20), st.sampled_from(["&zwnj;", "&nbsp;", "&", "zwnj;"]))
ANY = st.lists(PIECE, max_size=5).map("".join)


@given(ANY)
def test_folding_twice_is_folding_once(raw: str) -> None:
    assert fold(fold(raw)) == fold(raw)


@given(ANY)
def test_offsets_lead_back(raw: str) -> None:
    """Each folded character stands at a raw one that folds to it, in order; the last offset closes the text."""
    folded, at = fold_with_offsets(raw)
    assert folded == fold(raw)
    assert len(at) == len(folded) + 1
    assert at[-1] == len(raw)
    assert all(a <= b < len(raw) for a, b in zip(at, at[1:-1], strict=False))
    assert all(char in fold(raw[start]) or raw[start] in "ا&" for char, start in zip(folded, at, strict=False))


@given(ANY, ANY, st.sampled_from([" ", "\u00a0", "\n", "\t", "\u2003", "\u2028"]))
def test_folding_never_joins_words(one: str, other: str, blank: str) -> None:
    """What a blank parts in the raw text a blank parts in the folded one; halves fold by themselves."""
    folded = fold(one + blank + other)
    assert folded == fold(one) + fold(blank) + fold(other)
    assert fold(blank).isspace()


@given(ANY)
def test_words_round_trip(raw: str) -> None:
    """Each word's raw characters fold to its key, blanks and breaks within aside, in order and without overlap; nothing but blanks is lost."""
    for cut in (words(raw), words(raw, join), words(raw, attach)):
        done = 0
        for key, start, end in cut:
            assert done <= start < end <= len(raw)
            assert fold(raw[done:start]).strip() == ""
            assert key in ("\n", "".join(fold(raw[start:end]).split()))
            done = end
        assert fold(raw[done:]).strip() == ""


def test_the_spellings_of_the_press_fold_to_one() -> None:
    spelt = ("مي‌شود", "می‌شود", "ميشود", "مـی‌شود", "مِی‌شَود", "\u202bمی‌شود\u202c", "\ufeffمی‌شود", "ﻣﻲﺷﻮد")
    assert {fold(s) for s in spelt} == {"میشود"}
    assert fold("۱۲۳٤٥6٫۵") == "123456.5"
    assert fold("ا\u0653ب") == fold("آب")
    assert fold("همکاری&zwnj;ها&nbsp;و") == "همکاریها و"
    assert fold("R&zwnj;D") == "R&zwnj;D"
    assert fold("﴾آیه﴿") == "﴾آیه﴿"


@given(ANY)
def test_a_name_respelt_reads_the_same(raw: str) -> None:
    assert respell(respell(raw)) == respell(raw)


def test_a_name_is_respelt_in_persian_letters() -> None:
    assert respell("\u202bعلي  رضـايي\u202c") == "علی رضایی"
    assert respell("فاطمه‌سادات كريمي") == "فاطمه‌سادات کریمی"
    assert respell("رؤیا مؤمنی ٣") == "رؤیا مؤمنی ۳"
