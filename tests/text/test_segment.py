"""Sentences and words: where they end and where they don't."""

from pathlib import Path

import pytest

from rayzan.lang.fa.language import persian

# Hand count by line and stop; the five reference reports in the order of their names.
SENTENCES = {"000": 12, "001": 11, "002": 11, "003": 8, "004": 84}


def sentences(raw: str) -> list[str]:
    view = persian().view(raw)
    return [view.span(s.first, s.last).text for s in view.sentences]


def keys(raw: str) -> list[str]:
    return persian().view(raw).keys[:-1]


def test_sentences_of_the_reference_reports(shared: Path) -> None:
    found = {p.name[:3]: len(sentences(p.read_text(encoding="utf-8"))) for p in sorted((shared / "reports").glob("*.txt"))}
    assert found == SENTENCES
    assert sum(found.values()) == 126


@pytest.mark.parametrize(
    "whole",
    [
        "رشد ۳.۵ درصدی ثبت شد.",
        "م. ج. کریمی سخن گفت.",
        "۲. ساخت راه تازه آغاز شد.",
        "شبکه سی. ان. ان خبر داد.",
        "وزیر در پاسخ به این پرسش که آیا می‌رود؟ گفت: می‌روم.",
        "او S.A. کریمی است.",
        "برنامه سال‌های ۲۰۲۶- ۲۰۲۸ آماده است.",
        "نشست ۳+۳ برگزار شد.",
        "نرخ 8.\n3 درصد بود.",
        "گفت: «کار تمام شد.»",
        "آهن، مس و... را صادر می‌کند.",
        "پرسید: «چرا؟!»",
    ],
)
def test_one_sentence(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("کار تمام می‌شود.همکاری ادامه دارد.", ["کار تمام می‌شود.", "همکاری ادامه دارد."]),
        ("چرا رفت؟زیرا خسته بود!", ["چرا رفت؟", "زیرا خسته بود!"]),
        ("او گفت: «می‌مانیم.\n»وزیر افزود: «می‌سازیم.»", ["او گفت: «می‌مانیم.", "وزیر افزود: «می‌سازیم.»"]),
        ("عنوان بی‌نقطه\nمتن خبر.", ["عنوان بی‌نقطه", "متن خبر."]),
        ("۳.۵ درصد. ۴ نفر.", ["۳.۵ درصد.", "۴ نفر."]),
    ],
)
def test_several_sentences(raw: str, wanted: list[str]) -> None:
    assert sentences(raw) == wanted


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("۳٫۵ و 3.5 و ۱٬۲۰۰ و ۷/۴", ["3.5", "و", "3.5", "و", "1,200", "و", "7/4"]),
        ("۱۴۰۴/۰۶/۱۰ ساعت ۱۰:۳۰", ["1404/06/10", "ساعت", "10:30"]),
        ("«۲۰۲۶- ۲۰۲۸»", ["«", "2026", "-", "2028", "»"]),
        ("نشست ۳+۳، ۵+۱", ["نشست", "3+3", "،", "5+1"]),
        ("🔹وزیر🔹رفت", ["🔹", "وزیر", "🔹", "رفت"]),
        ("قیمت نفت 8.\n3 درصد شد", ["قیمت", "نفت", "8.3", "درصد", "شد"]),
        ("FATF و S-300 و A.B.", ["FATF", "و", "S-300", "و", "A.B", "."]),
        ("کرد.»", ["کرد", ".", "»"]),
        ("۹ می در وین می ماند", ["9", "می", "در", "وین", "میماند"]),
    ],
)
def test_words(raw: str, wanted: list[str]) -> None:
    assert keys(raw) == wanted
