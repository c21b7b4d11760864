"""The calendar against a second library, and its own turns."""

from datetime import date, timedelta

import jdatetime
import pytest

from rayzan.lang.fa import calendar as cal


def test_every_day_of_two_centuries_agrees_with_a_second_library() -> None:
    """1 Farvardin 1250 to the last day of 1450, both ways."""
    day, end = date(1871, 3, 21), cal.jalali_day(1451, 1, 1)
    assert cal.jalali_day(1250, 1, 1) == day and end is not None
    count = 0
    while day < end:
        other = jdatetime.date.fromgregorian(date=day)
        assert cal.jalali_of(day) == (other.year, other.month, other.day)
        assert cal.jalali_day(other.year, other.month, other.day) == day
        day, count = day + timedelta(days=1), count + 1
    assert count == 73_414


@pytest.mark.parametrize(
    ("calendar", "year", "month", "told"),
    [("jalali", 1398, 12, "2020-02-20/2020-03-19"), ("gregorian", 2020, 2, "2020-02"), ("hijri", 1441, 9, "2020-04-24/2020-05-23")],
)
def test_months(calendar: str, year: int, month: int, told: str) -> None:
    assert cal.month_of(calendar, year, month) == told


def test_no_such_day() -> None:
    assert cal.jalali_day(1399, 12, 31) is None
    assert cal.jalali_day(1398, 12, 30) is None  # 1398 is no leap year
    assert cal.gregorian_day(2019, 2, 29) is None


def test_a_feast_of_one_calendar_in_a_year_of_another() -> None:
    assert cal.day_in_year("hijri", 10, 1, "jalali", 1398) == date(2019, 6, 4)


def test_the_nearest_year_prefers_the_past() -> None:
    assert cal.nearest_year(date(2020, 2, 1), 10, 15, "gregorian") == 2019
    assert cal.nearest_year(date(2020, 2, 1), 2, 15, "gregorian") == 2020
