"""Persian words found whichever way they were typed, with their exact places."""

from collections.abc import Callable

import pytest

from rayzan.dossier.query import parse
from rayzan.dossier.search import find, numbers
from rayzan.dossier.store import Dossier
from rayzan.errors import DossierError

TEXT = "به گزارش خبرگزاری نگار، وزیر خارجه روسیه گفت: همکاری‌های ما در سال ۲۰۲۴ ده درصد رشد داشت."
SPELT = ("روابط بین‌المللی گسترش می‌یابد.", "روابط بین المللی گسترش می یابد.", "روابط بینالمللی گسترش مییابد.")
Add = Callable[..., str]


def found(store: Dossier, line: str) -> list[str]:
    return sorted({h.report for h in find(store, line)[1]})


@pytest.mark.parametrize("typed", ["همکاری‌های", "همکاریهای", "همکاری های", "همكاريهاي", "«همکاری‌های»", "همکاری*"])
def test_every_spelling_is_found_and_the_exact_words_marked(store: Dossier, add: Add, typed: str) -> None:
    add("a")
    _, hits = find(store, typed)
    assert [TEXT[h.start : h.end] for h in hits] == ["همکاری‌های"]


@pytest.mark.parametrize("typed", SPELT)
@pytest.mark.parametrize("word", ["بین‌المللی", "بین المللی", "بینالمللی", "می‌یابد", "می یابد", "مییابد"])
def test_three_spellings_of_the_text_and_of_the_question_meet(store: Dossier, add: Add, typed: str, word: str) -> None:
    add("a", typed)
    assert found(store, word) == ["a"]


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("نقش آفرینی تازه", "نقشآفرینی"),
        ("نقشآفرینی تازه", "نقش آفرینی"),
        ("چشمانداز تازه", "چشم‌انداز"),
        ("سخنگو اظهارداشت که", "اظهار داشت"),
        ("در این باره", "دراین"),
    ],
)
def test_lost_spaces_and_half_spaces_are_found(store: Dossier, add: Add, typed: str, word: str) -> None:
    add("a", typed)
    assert found(store, word) == ["a"]


def test_a_word_that_holds_no_half_space_is_not_taken_apart(store: Dossier, add: Add) -> None:
    add("a", "کار گران است و بر نامه مهر زد.")
    assert found(store, "کارگران") == found(store, "برنامه") == []


def test_phrase_prefix_boolean_and_brackets(store: Dossier, add: Add) -> None:
    add("a", "وزیر خارجه در وین بود.")
    add("b", "وزیر نفت در ژنو بود.")
    add("c", "خارجه وزیر ندارد؛ مذاکرات در وین است.")
    assert found(store, '"وزیر خارجه"') == ["a"]
    assert found(store, "وزیر خارجه") == ["a", "c"]
    assert found(store, "وین OR ژنو") == ["a", "b", "c"]
    assert found(store, "وزیر -نفت") == found(store, "وزیر NOT نفت") == ["a", "c"]
    assert found(store, "(نفت OR مذاکرات) وزیر") == ["b", "c"]
    assert found(store, 'وین -"وزیر خارجه"') == found(store, "وین -(نفت OR بود)") == ["c"]
    assert found(store, "وزیر - وین") == ["a", "c"]
    assert found(store, "مذاکر*") == ["c"]
    assert found(store, "ناموجود") == []


def test_fields_dates_and_newest_first(store: Dossier, add: Add) -> None:
    add("a", TEXT, published="2024-01-02", outlet="X")
    add("b", TEXT, published="2024-03-02")
    add("c", TEXT)
    add("d", TEXT, published="2023-12-31", outlet="X")
    order = [id for n in numbers(store, "همکاری‌های", 10) for (id,) in store.query("SELECT id FROM report WHERE number = ?", n)]
    assert order == ["b", "a", "d", "c"]
    assert found(store, "همکاری‌های outlet:X from:2024") == ["a"]
    assert found(store, "from:2024-01 to:2024-01") == ["a"]
    assert found(store, "speaker:lavrov رشد") == ["a", "b", "d"]
    assert len(numbers(store, "رشد", 10, ranked=True)) == 4


def test_a_phrase_that_a_line_break_parts_is_found(store: Dossier, add: Add) -> None:
    text = "گفت‌وگو با وزیر\nخارجه در وین"
    add("a", text)
    assert [text[h.start : h.end] for h in find(store, '"وزیر خارجه"')[1]] == ["وزیر\nخارجه"]


def test_numbers_are_found_however_they_are_written(store: Dossier, add: Add) -> None:
    add("a", "رشد ۳/۵ درصدی و ۱,۲۰۰ تن کالا در ۲۴-۲۵ مه")
    assert found(store, "3.5") == found(store, "۳٫۵") == found(store, "1200") == found(store, "۱٬۲۰۰") == ["a"]
    assert found(store, '"3 5"') == []


def test_the_folded_query_is_told(store: Dossier, add: Add) -> None:
    add("a")
    assert find(store, "همكاري‌هاي")[0] == "همکاریهای"


@pytest.mark.parametrize(
    ("line", "says"),
    [("", "nothing to search"), ('"وین', "quotation"), ("(وین", "bracket"), ("وین)", "bracket"), ("rank:1 وین", "no such field"), ("-وین", "leave out"),
     ("from:دیروز", "no date"), ("« »", "nothing to search")],
)  # fmt: skip
def test_a_line_that_asks_nothing_gets_a_word(line: str, says: str) -> None:
    with pytest.raises(DossierError, match=says):
        parse(line)
