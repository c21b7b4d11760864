"""Cases of our own, in the invented world of the samples: what two reports make, and what they do not."""

from collections.abc import Callable

import pytest

from rayzan.collate.collation import Collation, collate
from rayzan.collate.told import Told
from rayzan.reading import Reader
from rayzan.text.report import Report

Make = Callable[..., Collation]
MEETING = "به گزارش خبرگزاری {outlet}، آرش نیک‌سرود وزیر امور خارجه کاوند روز سه‌شنبه {day} در {place} با لیلا سپهرین وزیر خارجه دریاسان دیدار کرد.\n"


@pytest.fixture(scope="module")
def make(sample_reader: Reader) -> Make:
    def made(*texts: str, dates: tuple[str | None, ...] = (), judged: tuple[object, ...] = ()) -> Collation:
        told = []
        for n, text in enumerate(texts):
            report = Report(f"r{n}", text, published=dates[n] if n < len(dates) else None)
            told.append(Told(report, sample_reader.read(report)))
        return collate(told, judged)  # type: ignore[arg-type]

    return made


def meeting(outlet: str = "کاوندپرس", day: str = "۱۵ اسفند ۱۴۰۲", place: str = "مه‌بندر", body: str = "") -> str:
    return MEETING.format(outlet=outlet, day=day, place=place) + body


def kinds(c: Collation) -> list[tuple[str, str]]:
    return [(d.kind, d.severity) for d in c.discrepancies]


def stories(c: Collation) -> list[list[str]]:
    return [sorted(s.reports) for s in c.stories]


def test_one_meeting_in_two_reports(make: Make) -> None:
    c = make(meeting(), meeting("موج‌نیوز"))
    assert stories(c) == [["r0", "r1"]]
    assert {r.kind for r in c.occasions[0].reasons} >= {"participants", "day", "place"}


def test_another_year_stays_apart(make: Make) -> None:
    assert stories(make(meeting(), meeting("موج‌نیوز", day="۱۵ اسفند ۱۴۰۳"))) == [["r0"], ["r1"]]


def test_another_minister_stays_apart(make: Make) -> None:
    other = meeting("موج‌نیوز").replace("لیلا سپهرین وزیر خارجه دریاسان", "داور تیزفهم وزیر خارجه هیرساد")
    assert stories(make(meeting(), other)) == [["r0"], ["r1"]]


def test_planned_against_happened_stays_apart(make: Make) -> None:
    plan = "به گزارش خبرگزاری کاوندپرس، آرش نیک‌سرود وزیر امور خارجه کاوند فردا با لیلا سپهرین وزیر خارجه دریاسان دیدار خواهد کرد.\n"
    c = make(plan, meeting("موج‌نیوز"), dates=("2024-03-04", "2024-03-05"))
    assert all(len(o.reports) == 1 for o in c.occasions)


def test_a_number_of_one_thing(make: Make) -> None:
    said = "وی افزود: حجم تجارت دو کشور در سال گذشته {} میلیون دلار بوده است."
    c = make(meeting(body=said.format("۴۲۰")), meeting("موج‌نیوز", body=said.format("۴۸۰")))
    assert kinds(c) == [("number", "contradiction")]
    assert {d.a.text for d in c.discrepancies} == {"۴۲۰ میلیون دلار"}


def test_a_unit(make: Make) -> None:
    said = "وی افزود: ارزش کالاهای جابه‌جا شده میان دو کشور در سال گذشته به ۴۲۰ میلیون {} رسیده است."
    c = make(meeting(body=said.format("دلار")), meeting("موج‌نیوز", body=said.format("یورو")))
    assert kinds(c) == [("unit", "contradiction")]


def test_a_day_of_one_meeting(make: Make) -> None:
    body = "در این دیدار درباره پایانه مشترک بندری و کریدور ساحلی گفت‌وگو شد. نیک‌سرود گفت: پایانه مشترک بندری ظرف دو سال ساخته می‌شود و هزینه آن میان دو دولت به تناسب سهم بار تقسیم خواهد شد."
    c = make(meeting(body=body), meeting("موج‌نیوز", day="۱۶ اسفند ۱۴۰۲", body=body), dates=("2024-03-06", "2024-03-06"))
    assert ("date", "contradiction") in kinds(c)


def test_a_rounded_number_is_explained(make: Make) -> None:
    said = "وی افزود: حجم تجارت دو کشور در سال گذشته {} میلیون دلار بوده است."
    c = make(meeting(body=said.format("۴۱۸")), meeting("موج‌نیوز", body=said.format("حدود ۴۲۰")))
    assert kinds(c) == [("number", "note")]


def test_numbers_of_other_things_are_not_compared(make: Make) -> None:
    a = "وی افزود: حجم تجارت دو کشور در سال گذشته ۴۲۰ میلیون دلار بوده است."
    b = "وی گفت: برای ساخت پایانه تازه بندری ۸۰ میلیون دلار نیاز داریم."
    assert kinds(make(meeting(body=a), meeting("موج‌نیوز", body=b))) == []


def test_twelve_months_are_a_year(make: Make) -> None:
    said = "وزیر امور خارجه کاوند گفت: در {} گذشته چهار بار با همتای دریاسانی خود دیدار داشته‌ام."
    c = make(meeting(body=said.format("یک سال")), meeting("موج‌نیوز", body=said.format("دوازده ماه")))
    assert {kind for kind, _ in kinds(c)} <= {"wording"}


def test_two_calendars_of_one_day_are_no_discrepancy(make: Make) -> None:
    c = make(meeting(), meeting("موج‌نیوز", day="۵ مارس ۲۰۲۴"))
    assert stories(c) == [["r0", "r1"]] and kinds(c) == []


def test_a_denial(make: Make) -> None:
    said = "نیک‌سرود گفت: کاوند هرگونه گفت‌وگو با نمایندگان شورشیان کرانه شمالی را در این مرحله {}."
    c = make(meeting(body=said.format("می‌پذیرد")), meeting("موج‌نیوز", body=said.format("نمی‌پذیرد")))
    assert ("wording", "contradiction") in kinds(c)


def test_a_later_report_that_says_less_is_a_note(make: Make) -> None:
    c = make(
        "پیمان ترانزیت دریای میانه از روز سه‌شنبه ۱ آوریل ۲۰۲۵ اجرایی شد.\n",
        "سخنگوی وزارت خارجه کاوند گفت: اکنون پیمان ترانزیت دریای میانه امضا شده است.\n",
        dates=("2025-04-01", "2025-06-01"),
    )
    assert kinds(c) == [("state", "note")]


def test_a_heading_without_the_belief(make: Make) -> None:
    c = make(
        "نیک‌سرود: همسایگان شمالی توان میانجی‌گری ندارند\nنیک‌سرود گفت: به اعتقاد ما همسایگان شمالی توان میانجی‌گری ندارند و باید صبر کرد.\n"
    )
    assert kinds(c) == [("heading", "note")]


def test_a_heading_word_for_word_is_no_discrepancy(make: Make) -> None:
    c = make("نیک‌سرود: همسایگان شمالی توان میانجی‌گری ندارند\nنیک‌سرود گفت: همسایگان شمالی توان میانجی‌گری ندارند و باید صبر کرد.\n")
    assert kinds(c) == []


def test_a_copy_with_another_number_is_still_one_original(make: Make) -> None:
    body = (
        "نیک‌سرود گفت: پایانه مشترک بندری ظرف دو سال ساخته می‌شود و هزینه آن میان دو دولت به تناسب سهم بار تقسیم خواهد شد.\n"
        "وی افزود: کارشناسان دو کشور از هفته آینده در رودبست گرد هم می‌آیند تا نقشه راه آن را آماده کنند و به دولت‌ها بدهند.\n"
        "وی حجم تجارت دو کشور در سال گذشته را {} میلیون دلار دانست.\n"
    )
    c = make(meeting(body=body.format("۴۲۰")), meeting(body=body.format("۲۴۰")))
    assert [s.originals for s in c.stories] == [1]
    assert kinds(c) == [("number", "contradiction")]
    assert c.corroborations == ()


def test_independent_reports_bear_each_other_out(make: Make) -> None:
    said = "وی افزود: حجم تجارت دو کشور در سال گذشته ۴۲۰ میلیون دلار بوده است."
    c = make(
        meeting(body=said),
        meeting("موج‌نیوز", day="۵ مارس ۲۰۲۴", body="سپهرین نیز گفت: حجم تجارت دو کشور در سال گذشته ۴۲۰ میلیون دلار بوده است."),
    )
    assert {x.kind for x in c.corroborations} >= {"event", "figure"}
    assert all(x.originals == 2 for x in c.corroborations)


def test_relations_between_instruments(make: Make) -> None:
    c = make(
        "کاوند و دریاسان به دنبال امضای پیمان ترانزیت دریای میانه کریدور ساحلی را راه انداختند.\nکریدور ساحلی به دنبال اجرایی شدن پیمان ترانزیت دریای میانه ساخته شد.\n"
    )
    assert ("coastal-corridor", "follows_from", "transit-pact") in {(r.of, r.kind, r.to) for r in c.relations}
