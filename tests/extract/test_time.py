"""Time cases: each sentence gives what its file says, whichever way its half-spaces are typed, and nothing else."""

import pytest
from tests.conftest import ROOT, cases

from rayzan.extract.draft import Draft
from rayzan.reading import Reader
from rayzan.text.report import Report

CASES = list(cases(ROOT / "tests" / "cases" / "fa" / "time.txt"))
DAY = "2025-12-17"


def given(draft: Draft) -> list[tuple[str, str]]:
    """What was found, as the case file writes it."""
    told = [(draft.view.span(t.first, t.last).text, t.value or "-", t.part) for t in draft.times]
    return [("time", " | ".join(x for x in row if x)) for row in told]


@pytest.mark.parametrize(("sentence", "wanted"), CASES, ids=range(1, len(CASES) + 1))
def test_case(the_reader: Reader, sentence: str, wanted: list[tuple[str, str]]) -> None:
    assert given(the_reader.draft(Report("case", sentence, published=DAY))) == wanted


@pytest.mark.parametrize("spelt", ["", " "])
@pytest.mark.parametrize(("sentence", "wanted"), [c for c in CASES if "\u200c" in c[0]])
def test_half_spaces_change_nothing(the_reader: Reader, sentence: str, wanted: list[tuple[str, str]], spelt: str) -> None:
    found = the_reader.draft(Report("case", sentence.replace("\u200c", spelt), published=DAY)).times
    assert [t.value or "-" for t in found] == [row.split(" | ")[1] for _, row in wanted]


def test_an_undated_report_leaves_open_what_counts_from_its_day(the_reader: Reader) -> None:
    found = the_reader.draft(Report("undated", "هفته گذشته و روز دوشنبه و ۱۲ بهمن و سال ۲۰۱۵ یاد شد.")).times
    assert [t.value for t in found] == [None, None, None, "2015"]


def test_months_of_this_year_are_counted_by_the_calendar_by_which_they_are_over(the_reader: Reader) -> None:
    found = the_reader.draft(Report("over", "شمار گردشگران در ده ماه نخست امسال بیشتر شد.", published="2020-01-22")).times
    assert [t.value for t in found] == ["2019-03-21/2020-01-20"]


def test_two_calendars_that_disagree_are_noted(the_reader: Reader) -> None:
    draft = the_reader.draft(Report("clash", "سند در ۱۲ فروردین ۱۳۹۹ (۲ آوریل ۲۰۲۰) امضا شد.", published=DAY))
    assert [n.kind for n in draft.notes] == ["calendar-clash"]
    agreed = the_reader.draft(Report("agreed", "سند در ۱۲ فروردین ۱۳۹۹ (۳۱ مارس ۲۰۲۰) امضا شد.", published=DAY))
    assert not agreed.notes and [t.value for t in agreed.times] == ["2020-03-31"]


def test_after_midnight_the_day_word_stays_open(the_reader: Reader) -> None:
    draft = the_reader.draft(Report("night", "date Tue 17 Dec 2025 01:10\nامروز نشستی برگزار شد.", published=None))
    assert all(t.value is None for t in draft.times)


def test_a_day_told_by_two_calendars_and_its_weekday_dates_an_undated_report(the_reader: Reader) -> None:
    text = "«جان کری» وزیر خارجه آمریکا به سوئد می‌رود.\nنشست این هفته فردا جمعه ۲۶ سپتامبر (۴ مهر) برگزار می‌شود."
    draft = the_reader.draft(Report("undated", text))
    assert str(draft.published) == "2014-09-25" and draft.published_known_from == "text"
    assert [t.value for t in draft.times] == ["2014-09-20/2014-09-26", "2014-09-26"]


def test_an_undated_report_has_the_year_that_all_its_possible_days_give(the_reader: Reader) -> None:
    text = "«دومینیک راب» وزیر خارجه انگلیس نامه‌ای نوشت.\nشورا سه‌شنبه ۱۰ مارس گشوده شد و تا ۵ آوریل کار می‌کند؛ سال گذشته و هفته گذشته هم گشوده بود."
    draft = the_reader.draft(Report("undated", text))
    assert draft.published is None and draft.published_known_from == "bounds"
    assert [t.value for t in draft.times][:2] == ["2020-03-10", "2020-04-05"] and draft.times[-1].value is None


def test_an_undated_report_that_a_bracket_of_days_follows_is_read(the_reader: Reader) -> None:
    found = the_reader.draft(Report("undated", "بازی‌ها ۳ مرداد (۲۴ تا ۲۶ ژوئیه ۲۰۲۰) برگزار شد.")).times
    assert [t.value for t in found] == [None, "2020-07-24/2020-07-26"]


def test_posted_after_midnight_a_report_counts_from_the_day_that_it_calls_today(the_reader: Reader) -> None:
    text = "هیئت سوئدی امروز (سه‌شنبه) آمد.\nهیئت دیروز در وین بود و فردا به رم می‌رود؛ نشست امروز پایان یافت."
    draft = the_reader.draft(Report("night", text, published=DAY))
    assert [t.value for t in draft.times] == ["2025-12-16", "2025-12-15", "2025-12-17", "2025-12-16"]
    assert str(draft.published) == DAY


def test_whose_office_counts_by_the_jalali_year_is_read_by_his_body(the_reader: Reader) -> None:
    text = "رئیس کمیسیون بودجه مجلس شورای اسلامی گفت: در سال گذشته صادرات رشد کرد."
    draft = the_reader.draft(Report("body", text, published=DAY, outlet="Tabnak"))
    assert [t.value for t in draft.times] == ["2024-03-20/2025-03-20"]
