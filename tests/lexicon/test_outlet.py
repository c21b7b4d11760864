"""Outlets by the addresses of their pages."""

import pytest

from rayzan.reading import Reader
from rayzan.text.report import Report


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.mehrnews.com/news/123456/title", "mehr"),
        ("https://en.irna.ir/news/1", "irna"),
        ("https://notmehrnews.com/news/1", None),
        ("https://example.org/mehrnews.com", None),
        ("http://[broken/news", None),
        ("مهر", None),
    ],
)
def test_an_address_lies_in_the_domain_of_an_outlet(the_reader: Reader, url: str, outlet: str | None) -> None:
    found = the_reader.lexicon.outlet_at(url)
    assert (found.id if found else None) == outlet


def test_the_outlet_that_nobody_names_is_that_of_the_address_and_never_the_one_quoted(the_reader: Reader) -> None:
    text = "دیدار دو وزیر\nبه گزارش ایسنا، سخنگوی وزارت خارجه کشورمان گفت: مذاکرات ادامه دارد.\n"
    assert the_reader.read(Report("a", text)).report.outlet == "ISNA"
    assert the_reader.read(Report("a", text, url="https://www.mehrnews.com/news/1")).report.outlet == "Mehr"
    assert the_reader.read(Report("a", text, outlet="Own Desk", url="https://www.mehrnews.com/news/1")).report.outlet == "Own Desk"


def test_an_outlet_called_otherwise_has_the_homeland_of_its_address(the_reader: Reader) -> None:
    text = "رئیس جمهوری کشورمان گفت: مذاکرات ادامه دارد.\n"
    said = the_reader.read(Report("a", text, outlet="صفحه یک | خبرها", published="2024-06-01", url="https://tass.ru/politika/1"))
    assert "russia" in {a.state for a in said.actors.values()} | set(said.actors)
    assert said.statements[0].speaker == "putin"
