"""Lists of feeds."""

from pathlib import Path

import pytest

from rayzan.errors import ReportError
from rayzan.gather.feeds import feeds, listed, shipped


def test_the_shipped_list_has_persian_russian_and_english_outlets() -> None:
    found = listed(shipped(), "shipped")
    assert {f.lang for f in found} == {"fa", "ru", "en"}
    assert len({f.url for f in found}) == len(found) > 30
    assert all(f.outlet for f in found)


@pytest.mark.parametrize(
    ("text", "says"),
    [("", "no feed"), ("x = [", "a.toml"), ('[[feed]]\nurl = "ftp://x"', "feed 1: needs a url"), ('[[feed]]\nurl = "https://x"\nevery = "1s"', "no less"),
     ('[[feed]]\nurl = "https://x"\ncolour = "red"', "colour is no field")],
)  # fmt: skip
def test_a_list_that_is_wrong_is_told_where(text: str, says: str) -> None:
    with pytest.raises(ReportError, match=says):
        listed(text, "a.toml")


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="rayzan feeds >"):
        feeds(tmp_path / "gone.toml")
