"""A text that ends in a number and its unit."""

from rayzan.reading import read
from rayzan.text.report import Report


def test_a_unit_at_the_very_end_keeps_its_place() -> None:
    text = "برد این موشک بین ۱۱۵ تا ۲۸۵ کیلومتر"
    (figure,) = read(Report("a", text)).figures
    assert (figure.value, figure.high, figure.unit) == (115, 285, "kilometre")
    assert text.endswith(figure.evidence.text)
