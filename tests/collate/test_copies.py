"""Copies: what is found, who came first, and what is none."""

from itertools import permutations

import pytest

from rayzan.collate.copies import Source, copies

ONE = "نیک‌سرود وزیر خارجه کاوند روز سه‌شنبه در مه‌بندر با همتای دریاسانی خود دیدار و درباره خطوط دریایی گفت‌وگو کرد."
TWO = "در این نشست مقرر شد کارشناسان دو کشور ظرف سه ماه طرح پایانه مشترک بندری را آماده و به دولت‌ها پیشنهاد کنند."
THREE = "سخنگوی وزارت راه دریاسان پیش از این گفته بود که هزینه ساخت پایانه میان دو دولت به تناسب سهم بار تقسیم می‌شود."
FOUR = "به گفته مقامات محلی، ساکنان سه روستای نزدیک بندر از طرح جابه‌جایی راه ساحلی ناخرسندند و نامه‌ای نوشته‌اند."
FIVE = "کارشناسان هواشناسی برای آخر هفته در کرانه‌های شمالی باد تند و موج بلند پیش‌بینی کرده‌اند و قایق‌ها در بندر می‌مانند."


def found(*texts: str, **kept: str) -> list[tuple[str, str, str]]:
    return [(c.first, c.copy, c.kind) for c in copies(Source(f"r{n}", t) for n, t in enumerate(texts))]


def test_a_copy_is_found_whichever_way_its_half_spaces_are_typed() -> None:
    whole = "\n".join((ONE, TWO, THREE))
    for spelt in (whole, whole.replace("\u200c", ""), whole.replace("\u200c", " "), whole.replace("ی", "ي").replace("ک", "ك")):
        assert found(whole, spelt) == [("r0", "r1", "same")]


@pytest.mark.parametrize(
    ("copy", "kind"),
    [
        ((ONE, TWO, THREE, FOUR), "same"),
        ((ONE, TWO, THREE), "shortened"),
        ((ONE, TWO, THREE, FOUR, FIVE + " " + FIVE.replace("شمالی", "جنوبی و غربی")), "lengthened"),
        ((THREE, FOUR, ONE, TWO), "reordered"),
    ],
)
def test_kinds_of_copies(copy: tuple[str, ...], kind: str) -> None:
    assert found("\n".join((ONE, TWO, THREE, FOUR)), "\n".join(copy)) == [("r0", "r1", kind)]


def test_spans_point_at_the_common_words_in_both() -> None:
    a, b = f"{FIVE}\n{ONE}\n{TWO}\n{THREE}", f"{ONE}\n{TWO}\n{THREE}\n{FOUR}"
    (c,) = copies([Source("a", a), Source("b", b)])
    for p in c.passages:
        assert a[p.first.start : p.first.end] == p.first.text
        assert b[p.copy.start : p.copy.end] == p.copy.text
    assert c.share > 0.6


def test_who_came_first_is_by_credit_then_by_date_else_unknown() -> None:
    text = "\n".join((ONE, TWO, THREE))
    credited = copies(
        [Source("a", text, "2024-03-05", "Peyk", frozenset({"Kavand Press"})), Source("b", text, "2024-03-05", "Kavand Press")]
    )
    assert [(c.first, c.order) for c in credited] == [("b", "credit")]
    dated = copies([Source("a", text, "2024-03-06"), Source("b", text, "2024-03-05")])
    assert [(c.first, c.order) for c in dated] == [("b", "date")]
    assert [(c.first, c.order) for c in copies([Source("a", text), Source("b", text)])] == [("a", "unknown")]


def test_prices_of_two_days_are_no_copy() -> None:
    form = "قیمت سکه امروز {day} {n} اسفند ۹۸\nهر قطعه سکه تمام با کاهش ۱۰ هزار تومانی به {a} تومان رسید. نیم سکه نیز {b} تومان معامله شد و حباب سکه {c} تومان است. کارشناسان بازار می‌گویند روند هفته آینده روشن نیست و خریداران چشم به راه نرخ جهانی‌اند."
    a = form.format(day="شنبه", n="۱۰", a="۵۸۰۰۰۰۰", b="۲۹۵۰۰۰۰", c="۱۲۰۰۰۰")
    b = form.format(day="یکشنبه", n="۱۱", a="۵۷۹۰۰۰۰", b="۲۹۳۰۰۰۰", c="۱۱۰۰۰۰")
    assert copies([Source("a", a, "2020-02-29"), Source("b", b, "2020-03-01")]) == []


def test_background_at_the_rear_is_no_copy() -> None:
    background = " ".join((THREE, FOUR))
    a, b = f"{ONE}\n{TWO}\n{background}", f"{FIVE}\n{FIVE.replace('شمالی', 'جنوبی')}\n{background}"
    assert copies([Source("a", a, "2024-03-05"), Source("b", b, "2024-03-07")]) == []


def test_boilerplate_makes_no_copy() -> None:
    footer = "این پایگاه خبری هر روز هفته تازه‌ترین رویدادهای منطقه را گزارش می‌کند؛ بازنشر مطالب تنها با آوردن نام پایگاه و نشانی کامل آن آزاد است و دیدگاه‌های شما در همین جا منتشر خواهد شد و پیش از انتشار به دست گروه سردبیری بازبینی و ویرایش می‌شود."
    six = "نمایشگاه صنایع دستی جزیره‌نشینان دیروز در تالار شهرداری سپیدکوه گشایش یافت و تا پایان ماه برپاست."
    bodies = (ONE, TWO, THREE, FOUR, FIVE, six)
    assert found(*(f"{b}\n{b.replace('دو', 'سه')}\n{footer}" for b in bodies)) == []


def test_the_order_of_arrival_makes_no_difference() -> None:
    rows = [Source("a", f"{ONE}\n{TWO}"), Source("b", f"{ONE}\n{TWO}\n{THREE}"), Source("c", f"{TWO}\n{ONE}"), Source("d", FIVE)]
    wanted = copies(rows)
    assert all(copies(p) == wanted for p in permutations(rows))
    assert len(wanted) == 3
