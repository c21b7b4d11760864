"""Web archives, and tables whose columns are called otherwise."""

import io
import json
from pathlib import Path

from tests.gather.site import STORY, article

from rayzan.errors import ReportError
from rayzan.gather.address import report_id
from rayzan.gather.files import Given, reports
from rayzan.text.report import Report


def archive(*pages: tuple[str, bytes, str]) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for url, body, kind in pages:
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))
    return out.getvalue()


def test_each_page_of_an_archive_is_a_report(tmp_path: Path) -> None:
    url = "https://example.com/news/12345/a"
    old = article(body=STORY.replace("ی", "ي").replace("ک", "ك")).replace("۱۱ دی ۱۴۰۴", "").replace("ی", "ي").replace("ک", "ك").replace("۱۲ دي ۱۳۹۸", "")
    data = archive(
        (url, article().encode(), "text/html; charset=utf-8"),
        ("https://example.com/b", old.encode("cp1256"), "text/html; charset=windows-1256"),
        ("https://example.com/empty", b"<html></html>", "text/html"),
        ("https://example.com/picture.png", b"\x89PNG", "image/png"),
    )
    (tmp_path / "a.warc.gz").write_bytes(data)
    found = list(reports([tmp_path / "a.warc.gz"]))
    good = [r for r in found if isinstance(r, Report)]
    assert [r.id for r in good] == [report_id(url), report_id("https://example.com/b")]
    assert STORY in good[0].text and good[0].url == url and good[1].encoding == "windows-1256"
    (error,) = (r for r in found if isinstance(r, ReportError))
    assert "https://example.com/empty" in str(error) and "no article" in str(error)


def test_an_archive_that_breaks_off_gives_what_is_before_the_break(tmp_path: Path) -> None:
    data = archive(("https://example.com/a", article().encode(), "text/html"), ("https://example.com/b", article().encode(), "text/html"))
    (tmp_path / "a.warc.gz").write_bytes(data[:-200])
    found = list(reports([tmp_path / "a.warc.gz"]))
    assert isinstance(found[0], Report) and isinstance(found[-1], ReportError)


def test_columns_may_be_called_otherwise(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'nid,body,day\n7,"{STORY}",2024-01-02\n', encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps({"nid": 7, "body": STORY, "day": "2024-01-02"}), encoding="utf-8")
    given = Given(columns=(("id", "nid"), ("text", "body"), ("published", "day")))
    for name in ("a.csv", "a.jsonl"):
        (report,) = reports([tmp_path / name], given)
        assert isinstance(report, Report) and (report.id, report.text, report.published) == ("7", STORY, "2024-01-02")
    (error,) = reports([tmp_path / "a.csv"])
    assert isinstance(error, ReportError) and "--column text=" in str(error)
