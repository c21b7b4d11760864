"""The commands that show a dossier in tables."""

import json
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rayzan.dossier.listing import count
from rayzan.dossier.search import MARKS, find
from rayzan.dossier.store import Dossier, open_dossier
from rayzan.export.plain import title
from rayzan.export.plover import rows

MOST = 15  # rows of an overview table; the caption says how many there are

LISTS = {
    "events": (
        ("date", "type", "who", "with or to", "where", "status", "told by", "report"),
        'SELECT e."when", e.type, e.who, e.whom, e."where", e.status, coalesce(e.claimed_by, \'narrator\'), r.id FROM event e JOIN latest r ON r.number = e.report'
        ' ORDER BY e."when" IS NULL, e."when", r.id',
    ),
    "instruments": (
        ("instrument", "state", "when", "told by", "words", "report"),
        "SELECT s.instrument, s.state, coalesce(s.\"when\", r.published), coalesce(s.claimed_by, 'narrator'), s.evidence, r.id FROM instrument_state s"
        ' JOIN latest r ON r.number = s.report ORDER BY s.instrument, coalesce(s."when", r.published), r.id',
    ),
    "commitments": (
        ("by", "kind", "due", "what", "told by", "report"),
        "SELECT c.\"by\", c.kind, c.due, c.what, coalesce(c.claimed_by, 'narrator'), r.id FROM commitment c JOIN latest r ON r.number = c.report ORDER BY c.due IS NULL, c.due, r.id",
    ),
    "figures": (  # those of one unit and thing side by side, in the order of the time they cover
        ("told on", "value", "to", "unit", "bound", "change", "of what", "window", "said by", "words", "report"),
        'SELECT r.published, f.value, f.high, f.unit, f.bound, f.change, f.what, f."window", coalesce(f.speaker, \'narrator\'), f.evidence, r.id'
        " FROM figure f JOIN latest r ON r.number = f.report"
        ' ORDER BY f.unit IS NULL, f.unit, f.what IS NULL, f.what, coalesce(f."window", r.published), r.published, r.id, f.evidence',
    ),
}


def plover_rows(where: str) -> int:
    """Prints the dossier's events as PLOVER's JSON, one a line."""
    with open_dossier(where, create=False) as dossier:
        for report, record in dossier.records():
            for row in rows(report, record):
                print(json.dumps(row, ensure_ascii=False))
    return 0


def number(value: float) -> str:
    """A figure as a reader writes it.

    >>> number(80_000_000.0), number(3.5)
    ('80,000,000', '3.5')
    """
    return f"{value:,.12g}" if abs(value) < 1e12 else f"{value:,.0f}"


def _console() -> Console:
    """In a terminal as wide as it is; elsewhere each row on one line, so that it can be searched by lines."""
    return Console(file=sys.stdout, width=None if sys.stdout.isatty() else 1000, highlight=False)


def _cell(value: object) -> Text:
    """A cell: Persian set apart by isolates, so that terminals that know bidi keep the columns."""
    text = "–" if value in (None, "") else (number(value) if isinstance(value, float) else str(value).replace("\n", " "))
    if any("\u0600" <= c <= "\u06ff" for c in text):
        text = f"\u2068{text if len(text) <= 70 else text[:69] + '…'}\u2069"
    return Text(text)


def _table(heading: str, columns: tuple[str, ...], rows: Sequence[tuple[object, ...]], of: int | None = None) -> Table:
    """Rows as a table; `of`: how many there are, told where these are fewer."""
    table = Table(title=heading, title_justify="left", header_style="bold", box=None, pad_edge=False)
    for place, column in enumerate(columns):  # where it is narrow, cells are folded: a value or an identity cut short would be another one
        counted = any(isinstance(row[place], float) for row in rows)
        whole = counted or all(len(str(row[place])) <= len("2020-02-22") for row in rows)
        table.add_column(column, overflow="fold", no_wrap=whole, justify="right" if counted else "left")
    for row in rows:
        table.add_row(*(_cell(v) for v in row))
    if of is not None and of > len(rows):
        table.caption = f"{len(rows)} of {of}"
    return table


def overview(dossier: str) -> int:
    console = _console()
    with open_dossier(dossier, create=False) as store:
        counts = store.query(
            "SELECT (SELECT count(*) FROM latest), (SELECT count(*) FROM statement), (SELECT count(*) FROM event), (SELECT count(DISTINCT key) FROM instrument),"
            " (SELECT count(*) FROM commitment), (SELECT count(*) FROM figure), (SELECT count(*) FROM time)"
        )[0]
        names = ("reports", "statements", "events", "instruments", "commitments", "figures", "times")
        console.print(Text(f"{dossier}: " + ", ".join(f"{n} {name}" for n, name in zip(counts, names, strict=True))))
        for table in _overview(store, counts[0]):
            console.print()
            console.print(table)
    return 0


def _overview(store: Dossier, reports: int) -> list[Table]:
    spoken = store.query(
        "SELECT speaker_en, count(*), count(DISTINCT report), (SELECT office_en FROM actor a WHERE a.id = s.speaker AND office_en IS NOT NULL LIMIT 1)"
        " FROM statement s WHERE speaker IS NOT NULL GROUP BY speaker ORDER BY 2 DESC, 1"
    )
    met = store.query(
        'SELECT e."when", e.type, e.who, e."where", e.status, r.id FROM event e JOIN latest r ON r.number = e.report'
        " WHERE e.type IN ('meeting', 'visit', 'call', 'summit', 'signing', 'press_conference') ORDER BY e.\"when\" IS NULL, e.\"when\" DESC, r.id"
    )
    standing = store.query(
        "SELECT i.name_en, i.key, (SELECT s.state FROM instrument_state s JOIN latest r ON r.number = s.report WHERE s.instrument = i.key AND s.flags = ''"
        ' ORDER BY coalesce(s."when", r.published) DESC, s.start DESC LIMIT 1), count(DISTINCT i.report), sum(i.mentions) FROM instrument i GROUP BY i.key ORDER BY 5 DESC, 2'
    )
    dated = store.query(
        "SELECT r.published, r.id, r.outlet, substr(r.text, 1, 400) FROM latest r ORDER BY r.published IS NULL, r.published DESC, r.id LIMIT ?", MOST
    )
    titled = [(day, id, outlet, title({"id": id, "begins": begins})) for day, id, outlet, begins in dated]
    return [
        _table("Reports", ("published", "report", "outlet", "title"), titled, reports),
        _table("Who spoke", ("speaker", "statements", "reports", "office at the time"), spoken[:MOST], len(spoken)),
        _table("Meetings, visits, calls, signings", ("date", "type", "who", "where", "status", "report"), met[:MOST], len(met)),
        _table("Instruments and where they stand", ("name", "key", "latest state", "reports", "mentions"), standing[:MOST], len(standing)),
    ]


def listing(name: str, dossier: str) -> int:
    columns, sql = LISTS[name]
    with open_dossier(dossier, create=False) as store:
        rows = store.query(sql)
    _console().print(_table(f"{len(rows)} {name}", columns, rows))
    return 0


def find_words(phrase: str, dossier: str, limit: int) -> int:
    console = _console()
    with open_dossier(dossier, create=False) as store:
        query, hits = find(store, phrase, limit)
        console.print(Text(f"searched: {query}"))
        for hit in hits:
            said = store.query(
                'SELECT id, speaker_en FROM statement WHERE report = ? AND start <= ? AND "end" >= ? ORDER BY "end" - start LIMIT 1',
                hit.number,
                hit.start,
                hit.end,
            )
            who = f"  [{said[0][0]}, {said[0][1]}]" if said else ""
            console.print(Text(f"{hit.report} {hit.start}–{hit.end}{who}"))
            console.print(_cell(hit.line.strip()))
        shown = len({h.report for h in hits})
        every = count(store, "report", {"q": phrase}) if shown >= limit else shown
    of = f" of {every}; --limit shows more" if every > shown else ""
    print(f"{len(hits)} places, of each report up to {MARKS}, in {shown} reports{of}")
    return 0 if hits else 1
