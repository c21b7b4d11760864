"""Every page in both languages; every count opens the very rows it counts; every fact shows its words; texts go through untouched."""

import csv
import gzip
import io
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from rayzan.dossier.listing import count, rows
from rayzan.dossier.store import open_dossier
from rayzan.web import address
from rayzan.web.speech import Speech, words

PAGES = (
    "/", "/reports", "/statements", "/statements/matrix", "/statements/by/speaker", "/questions", "/instruments", "/states", "/commitments",
    "/meetings", "/meetings?cal=gregorian", "/events", "/figures", "/times", "/notes", "/actors", "/search", "/search?q=گفت", "/search?q=گفت&exact=1", "/timeline",
    "/timeline?dir=ltr", "/timeline?by=party", "/stories", "/t/s05-signing", "/discrepancies", "/discrepancies?severity=contradiction", "/corroborations", "/events?among=niksoroud sepehrin", "/graph", "/compare", "/compare?r=s03-two-presidents&r=s04-two-presidents-mowj", "/review", "/judgements", "/follow", "/runs",
    "/export", "/about", "/r/s05-signing", "/r/odd%201",
)  # fmt: skip
ARABIC = re.compile("[\u0600-\u06ff]")
Client = TestClient[Litestar]


class Reading(HTMLParser):
    """The links of a page, the raw text it shows, and the words of its own that are not set in Persian."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.raw: list[str] = []
        self.persian: list[str] = []
        self._open: list[tuple[str, bool, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "a" and told.get("href"):
            self.links.append(str(told["href"]))
        if tag in ("meta", "link", "input", "br", "img", "line", "circle", "rect"):
            return
        inside = self._open[-1] if self._open else ("", False, False)
        raw = "raw" in (told.get("class") or "").split()
        if raw:
            self.raw.append("")
        own = told.get("lang") == "fa" or tag in ("bdi", "title", "option", "text", "script") or inside[2]
        self._open.append((tag, raw or inside[1], own))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][1]:
            self.raw[-1] += data
        elif self._open and not self._open[-1][2] and ARABIC.search(data):
            self.persian.append(data.strip())


def read(html: str) -> Reading:
    out = Reading()
    out.feed(html)
    return out


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_in_both_languages(client: Client, path: str) -> None:
    for lang, way in (("fa", "rtl"), ("en", "ltr")):
        got = client.get(path, headers={"cookie": f"lang={lang}"})
        assert got.status_code == 200, got.text
        assert f'<html lang="{lang}" dir="{way}">' in got.text
        assert got.text.count("<h1") == 1 and got.text.count("<main") == 1
        assert "شیوه ارجاع" in got.text if lang == "fa" else "How to cite" in got.text
        if lang == "en":  # nothing of the interface is left in Persian; texts, names and ids are marked as such
            assert read(got.text).persian == []


def test_the_language_of_the_page_narrows_nothing(client: Client) -> None:
    def told(address: str) -> str:
        counted = re.search(r'role="status"><b>([^<]+)</b>', client.get(address).text)
        assert counted, address
        return counted[1].translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹٬", "0123456789,"))

    for page in address.LISTED:
        assert told(f"/{page}?lang=en") == told(f"/{page}?lang=fa") == told(f"/{page}"), page
        assert told(f"/{page}?lang=fa&text_lang=en") == "0", page
        assert client.get(f"/export/{page}.jsonl?lang=en").headers["X-Rows"] == client.get(f"/export/{page}.jsonl").headers["X-Rows"]
    assert told("/meetings?lang=en") == told("/meetings?lang=fa")
    assert told("/reports?lang=en") == told("/reports?text_lang=fa") != "0"
    assert client.get("/statements?text_lang=fa&lang=en").text.startswith('<!doctype html>\n<html lang="en"')


def test_every_fact_has_a_page_with_its_words(client: Client, filled: Path) -> None:
    with open_dossier(filled) as store:
        for kind in address.LETTERS:
            for row in rows(store, kind, limit=4):
                for lang in ("fa", "en"):
                    got = client.get(address.fact(kind, row["key"]), headers={"cookie": f"lang={lang}"})
                    assert got.status_code == 200
                    assert row["start"] is None or address.report(row["report"], row["start"], row["end"]) in got.text
        for row in rows(store, "actor", limit=12):
            assert client.get(address.actor(row["id"])).status_code == 200
        for row in rows(store, "instrument"):
            assert client.get(address.instrument(row["key"])).status_code == 200
            assert client.get(address.instrument(row["key"]) + "?at=۱۴۰۳").status_code == 200


def test_the_text_of_the_reader_is_the_raw_text(client: Client, filled: Path) -> None:
    with open_dossier(filled) as store:
        for row in rows(store, "report"):
            got = client.get(address.report(row["id"]))
            assert "\n".join(read(got.text).raw) == store.one(row["id"])[0].text


@pytest.mark.parametrize("page", address.LISTED)
def test_every_count_of_a_facet_opens_its_rows(client: Client, filled: Path, page: str) -> None:
    kind = address.LISTED[page]
    html = client.get(f"/{page}", headers={"cookie": "lang=en"}).text
    counted = re.findall(r'<li><a href="([^"]+)"><span>.*?</span> <b>([\d,]+)</b></a></li>', html)
    with open_dossier(filled) as store:
        assert counted or not count(store, kind)
        for href, number in counted[:14]:
            path, query = href.replace("&amp;", "&").split("?")
            got = client.get(href.replace("&amp;", "&"), headers={"cookie": "lang=en"}).text
            told = re.search(r'role="status"><b>([\d,]+)</b>', got)
            assert told and told[1] == number and path == f"/{page}"
            assert count(store, kind, dict(parse_qsl(query, keep_blank_values=True))) == int(number.replace(",", ""))


def test_the_matrix_opens_as_many_statements_as_it_says(client: Client, filled: Path) -> None:
    html = client.get("/statements/matrix", headers={"cookie": "lang=en"}).text
    cells = re.findall(r'<td class="heat[1-5]"><a href="/statements\?([^"]+)"[^>]*>([\d,]+)</a>', html)
    assert cells
    with open_dossier(filled) as store:
        for query, number in cells:
            assert count(store, "statement", dict(parse_qsl(query.replace("&amp;", "&")))) == int(number)


def test_links_of_the_workbench_lead_somewhere(client: Client) -> None:
    seen: set[str] = set()
    for page in ("/", "/instruments", "/statements", "/r/s05-signing", "/meetings", "/graph", "/search?q=گفت", "/timeline"):
        for link in dict.fromkeys(read(client.get(page).text).links):
            path = urlsplit(link)._replace(fragment="").geturl()
            if path.startswith("/") and path not in seen and len(seen) < 160:
                seen.add(path)
                assert client.get(path).status_code == 200, (page, link)
    assert len(seen) > 60


@pytest.mark.parametrize("page", ["statements", "events", "figures", "reports", "instruments"])
def test_a_file_holds_the_rows_of_the_view(client: Client, filled: Path, page: str) -> None:
    kind = address.LISTED[page]
    with open_dossier(filled) as store:
        for where in ({}, {"outlet": rows(store, "report")[0]["outlet"]}):
            wanted = count(store, kind, where)
            got = client.get(address.at(f"/export/{page}.jsonl", where))
            assert len(got.content.splitlines()) == wanted == int(got.headers["x-rows"])
            plain, marked = (client.get(address.at(f"/export/{page}.csv", {**where, **bom})).content for bom in ({}, {"bom": "1"}))
            assert marked == "\ufeff".encode() + plain
            assert len(list(csv.reader(io.StringIO(plain.decode())))) == wanted + 1


def test_search_says_what_it_searched_and_finds_any_spelling(client: Client) -> None:
    found = [client.get("/search", params={"q": q}).text for q in ("همکاری‌های", "همکاریهای", "همکاری های")]
    assert all("جست‌وجو شد" in html for html in found)
    assert len({tuple(link for link in read(html).links if link.startswith("/r/")) for html in found}) == 1
    exact = client.get("/search", params={"q": "همکاریهای", "exact": "1"}).text
    assert "odd%201" not in exact


def test_what_is_not_there_and_what_cannot_be_read_gets_a_page(client: Client) -> None:
    for path in ("/nothing", "/r/nothing", "/a/nothing", "/i/nothing", "/s/nothing", "/s/odd 1.s00000000", "/statements/by/colour", "/export/poems.csv"):
        got = client.get(path)
        assert got.status_code == 404 and Speech("fa")("missing") in got.text
    for path in ("/search?q=(", "/statements?since=yesterday", "/i/nothing?at=۱۴۰۴/۱۳/۰۱"):
        assert client.get(path).status_code in (400, 404)
    assert client.get("/statements?page=99999").status_code == client.get("/statements?page=x").status_code == 200


def test_words_stand_in_both_languages() -> None:
    templates = "".join(p.read_text(encoding="utf-8") for p in (Path(address.__file__).parent / "templates").glob("*.html"))
    assert not set(re.findall(r"\bt\('(\w+)'\)", templates)) - set(words())
    for word, (fa, en) in words().items():
        assert ARABIC.search(fa) or word == "other", word
        assert not ARABIC.search(en) or word == "other", word
    persian, english = Speech("fa"), Speech("en")
    assert persian.day("2025-12-17") == "۲۶ آذر ۱۴۰۴" and english.day("2025-12-17") == "17 Dec 2025"
    assert persian.number(80_000_000.0) == "۸۰٬۰۰۰٬۰۰۰" and persian.window("P1Y6M") == "۱ سال و ۶ ماه"


def test_nothing_comes_from_elsewhere_and_nothing_stands_inline(client: Client) -> None:
    for path in PAGES:
        got = client.get(path)
        assert got.headers["content-security-policy"].startswith("default-src 'self'")
        assert not re.search(r"<[^>]+\s(style|on\w+)=|<style|<script(?![^>]*src=\"/static/)|src=\"http", got.text)


def test_the_scripts_of_the_reader_stay_small(client: Client) -> None:
    loaded = re.findall(r'<script type="module" src="(/static/built/[a-z]+\.js)', client.get("/r/s05-signing").text)
    bodies = {src: client.get(src).content for src in loaded}
    for src in list(bodies):
        for other in re.findall(rb'from\s*"\./([a-z]+\.js)"|import\s*"\./([a-z]+\.js)"', bodies[src]):
            name = "/static/built/" + (other[0] or other[1]).decode()
            bodies[name] = client.get(name).content
    assert len(bodies) >= 3 and sum(len(gzip.compress(b)) for b in bodies.values()) < 60_000


def test_a_discrepancy_shows_both_sides_and_a_count_opens_its_rows(client: Client) -> None:
    html = client.get("/discrepancies", headers={"cookie": "lang=en"}).text
    ids = set(re.findall(r'href="/d/(\w+)"', html))
    assert ids
    for id in ids:
        page = read(client.get(f"/d/{id}").text)
        assert sum(bool(re.match(r"/r/.+#c=\d+-\d+", link)) for link in page.links) == 2
    for href, number in re.findall(r'<li><a href="(/discrepancies\?[^"]+)"><span>.*?</span> <b>([\d,]+)</b>', html):
        got = client.get(href.replace("&amp;", "&"), headers={"cookie": "lang=en"}).text
        assert got.count('<p class="by"><a href="/d/') == int(number)


def test_a_story_says_why_it_is_one(client: Client) -> None:
    html = client.get("/stories").text
    ids = re.findall(r'<p class="by"><a href="(/t/[^"]+)"', html)
    assert ids
    for address_ in ids:
        story = client.get(address_).text
        assert Speech("fa")("why_merged") in story and Speech("fa")("one_report") not in story


class Words(HTMLParser):
    """The words of a page that are its own: what stands in `bdi`, in `kbd` or in another language or direction is not."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.own: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.own += [str(told[k]) for k in ("aria-label", "placeholder", "title") if told.get(k) and tag != "time"]
        if tag in ("meta", "link", "input", "br", "img", "line", "circle", "rect"):
            return
        apart = tag in ("bdi", "kbd", "title", "script", "option") or told.get("dir") in ("ltr", "auto") or (tag != "html" and bool(told.get("lang")))
        self._open.append((tag, apart or bool(self._open and self._open[-1][1])))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and not self._open[-1][1]:
            self.own.append(data)


# Names of forms and signs of the search language, which are the same in every language.
SIGNS = frozenset(["CSV", "JSONL", "BOM", "OR", "NOT", "Enter", "English", "outlet", "speaker", "topic", "from", "to", "PLOVER", "JSON", "Parquet", "RIS", "FtM", "ICS", "GEXF"])


@pytest.mark.parametrize("page", [*PAGES, "/search?q=%22", "/statements?since=neverday", "/r/nothing", "/statements?speaker=nobody"])
def test_persian_pages_hold_no_word_left_in_english(client: Client, page: str) -> None:
    read = Words()
    read.feed(client.get(page, headers={"cookie": "lang=fa"}).text)
    told = {word for text in read.own for word in re.findall("[A-Za-z]{2,}", text)} - SIGNS
    assert not told


def test_no_page_shows_its_own_markup(client: Client) -> None:
    for page in PAGES:
        assert not re.search(r"&lt;/?(p|a|bdi|span)[ &]", client.get(page).text), page


NOTED = (
    "«باوروف» is taken for Sergey Lavrov: one letter off that name, which the report has too", "«همکاریهایدو» is read as «همکاریهای دو»",
    "two calendars name different days: 2024-05-06 and 2024-05-07", "«عبدالهیان» is taken for Hossein Amir-Abdollahian: a known slip for that name",
    "«باوروف» is taken for Sergey Lavrov: the office beside it, foreign minister of Russia, was that person's",
    "«سرگئی باوروف» is taken for Sergey Lavrov: the surname is that person's, and the given name nearly so",
    "the report names Nader Pendar as foreign minister of Russia; by the lexicon it was Sergey Lavrov on 2024-05-06",
)  # fmt: skip
REFUSED = ("neverday: no date; give 1404/09/26 or 2025-12-17", '": a quotation mark is left open; close it', "1404/13/01: there is no such day")


@pytest.mark.parametrize("text", [*NOTED, *REFUSED])
def test_notes_and_refusals_are_told_in_persian(text: str) -> None:
    persian, english = Speech("fa"), Speech("en")
    said = persian.note(text, None) if text in NOTED else persian.refusal(text)
    assert not re.search("[A-Za-z]", said.replace("neverday", ""))
    assert english.note(text, None) == english.refusal(text) == text
