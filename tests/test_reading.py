"""The whole reading, on real reports where they are at hand."""

import gzip
import json
import random
import re
from pathlib import Path

import pytest

from rayzan.errors import ReportError
from rayzan.reading import Reader
from rayzan.record import Record
from rayzan.record.record import from_json, to_json
from rayzan.text.report import Report
from rayzan.text.span import Span
from tests.conftest import cases

ROOT = Path(__file__).parent.parent


def spans(value: object) -> list[Span]:
    """Every span of a record, however deep."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple | list):
        return [s for v in value for s in spans(v)]
    if isinstance(value, dict):
        return [s for v in value.values() for s in spans(v)]
    if hasattr(value, "__struct_fields__"):
        return [s for f in value.__struct_fields__ for s in spans(getattr(value, f))]
    return []


def test_a_text_that_breaks_off_anywhere_is_read(the_reader: Reader) -> None:
    chance = random.Random(5)
    texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "samples" / "reports").glob("*.txt"))]
    texts += ["روز جمعه ", "رشد با «نیک‌نام»، وزیر دفاع", "گفت که نمایندگان", "آزادی پنج هزار و ۵۳۲ زندانی خ", "در گفت‌وگو با وزیر خارجه "]
    for text in texts:
        for end in {len(text), *(chance.randrange(len(text)) for _ in range(12))}:
            the_reader.read(Report("a", text[:end]))


@pytest.mark.parametrize("kind", ["commitment", "event", "figure", "head", "instrument", "speaker", "statement", "time", "topic"])
def test_a_case_that_breaks_off_at_a_word_is_read(the_reader: Reader, kind: str) -> None:
    """What each rule looks for may be just what the cut took away: every case up to one word, another in each case."""
    for number, (text, _) in enumerate(cases(ROOT / "tests" / "cases" / "fa" / f"{kind}.txt")):
        words = text.replace(" ⏎ ", "\n").split(" ")
        for end in range(1 + number % 3, len(words), 3):
            the_reader.read(Report("a", " ".join(words[:end])))


def test_every_span_of_the_corpus_holds(the_reader: Reader, shared: Path) -> None:
    with gzip.open(shared / "corpus" / "fa-diplomacy.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            if number % 3 == 0:  # a third of the corpus a run keeps the tests short; the benchmark reads all of it
                report = Report(row["id"], row["text"], outlet=row.get("outlet"), published=row.get("published"))
                for s in spans(the_reader.read(report)):
                    assert report.text[s.start : s.end] == s.text


def test_the_same_bytes_on_every_run(wire: list[Report]) -> None:
    from rayzan.lang.fa.language import Persian
    from rayzan.lexicon.lexicon import open_lexicon

    one, other = Reader(open_lexicon(), Persian()), Reader(open_lexicon(), Persian())
    for report in wire[:8]:
        assert to_json(one.read(report)) == to_json(other.read(report))


def test_a_record_survives_its_json(the_reader: Reader, wire: list[Report]) -> None:
    record = the_reader.read(wire[0])
    assert from_json(to_json(record)) == record


def bare(record: Record) -> list[object]:
    """What a record asserts, spelling of half-spaces aside."""

    def key(span: Span | None) -> str | None:
        return re.sub(r"[\s\u200c]", "", span.text) if span else None

    return [
        [(s.speaker, key(s.cue), key(s.content), s.directness, s.act, s.within) for s in record.statements],
        [(t.value, key(t.text)) for t in record.times],
        [(f.value, f.unit, key(f.evidence)) for f in record.figures],
        [(i.kind, [key(m) for m in i.mentions]) for i in record.instruments],
        [(e.type, e.who, e.when) for e in record.events],
    ]


@pytest.mark.parametrize("spelt", ["", " "])
def test_the_same_record_whichever_way_half_spaces_are_spelt(the_reader: Reader, wire: list[Report], spelt: str) -> None:
    """Deleted or typed as blanks: at least 99 in 100 statements, times, figures, instruments and events come out alike."""
    same = total = 0
    for report in wire:
        kept = bare(the_reader.read(report))
        other = bare(
            the_reader.read(Report(report.id, report.text.replace("\u200c", spelt), outlet=report.outlet, published=report.published))
        )
        for a, b in zip(kept, other, strict=True):
            total += len(a)  # type: ignore[arg-type]
            same += sum(x in b for x in a)  # type: ignore[operator,attr-defined]
    assert same / total >= 0.99, f"{same} of {total}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "؟",
        "«",
        "a",
        "😀 گفت: 😀",
        "گفت:",
        "وی گفت که",
        "۱۲۳",
        "\u200c\u200c",
        "از از از از",
        "ترور",
        "بر اساس گزارش",
        "سفیر ژاپن در",
        ":" * 50,
        "«" * 50,
        "و " * 200,
    ],
)
def test_odd_text_never_raises(the_reader: Reader, text: str) -> None:
    record = the_reader.read(Report("odd", text))
    for s in spans(record):
        assert text[s.start : s.end] == s.text


def test_half_of_a_character_is_no_text(the_reader: Reader) -> None:
    with pytest.raises(ReportError, match="a: its text holds half of a character .* at 3"):
        the_reader.read(Report("a", "وی \ud800 گفت"))


@pytest.mark.parametrize("published", ["2020-13-01", "2020-13", "17 Dec 2025", "1404/09/26"])
def test_a_date_that_is_none_is_no_date_of_the_record(the_reader: Reader, published: str) -> None:
    record = the_reader.read(Report("a", "نروژ گفت: نشست فردا برگزار می‌شود.", published=published))
    assert record.report.published is None
    assert [note.text for note in record.notes if note.kind == "no-date"] == [f"{published}, given as the report's date, is no date"]
