"""The lists of a dossier: where their rows come from, what they show, by what they are narrowed."""

from collections.abc import Mapping
from typing import NamedTuple


class List(NamedTuple):
    """`columns`: name and SQL; `facets`: what rows are narrowed and counted by; `one`: what is one row where rows are gathered;
    `many`: facets that hold several values set apart by blanks; `numbers`: those that are numbers. `r` is always the report."""

    source: str
    columns: dict[str, str]
    facets: dict[str, str]
    order: str
    one: str | None = None
    many: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


# `text_lang` is `lang` by another name: in addresses of pages `lang` is the language of the page.
EVERYWHERE = {"report": "r.id", "outlet": "r.outlet", "lang": "r.lang", "text_lang": "r.lang", "run": "r.added_in"}
HELD = ("actor", "speaker", "topic", "act", "instrument", "event")  # what a report as a whole holds; see `derive.facets`
_REPORT = {"report": "r.id", "published": "r.published", "outlet": "r.outlet"}
_NEWEST = "r.day DESC, r.id"


def _fact(table: str, columns: str, facets: str, span: str, order: str = "", many: str = "", numbers: str = "", more: Mapping[str, str] = {}) -> List:
    """A list of facts, a row each: key and verdict, the columns, the report, the words and their place. `more`: facets that no column holds."""
    told = {name: f't."{name}"' for name in f"key verdict {columns}".split()}
    place = {"words": f't."{span}"', "start": "t.start", "end": 't."end"'}
    narrowing = {name: f't."{name}"' for name in f"key verdict {facets}".split()} | dict(more)
    order = order or _NEWEST
    return List(
        f'"{table}" t JOIN report r ON r.number = t.report', {**told, **_REPORT, **place}, narrowing, f"{order}, t.start, t.key", None,
        frozenset(many.split()), frozenset(numbers.split()),
    )  # fmt: skip


_BEGINS = "substr(r.text, 1, 400)"
_STANDING = """(SELECT s.state FROM instrument_state s JOIN report o ON o.number = s.report WHERE s.instrument = t.key AND s.flags = ''
    ORDER BY coalesce(s."when", o.published) IS NULL, coalesce(s."when", o.published) DESC, s.start DESC LIMIT 1)"""
_SPOKEN = "(SELECT count(*) FROM statement s WHERE s.speaker = t.id)"
# What is due has its end: a day, month or year, or the second half of an interval; «..» is open.
_DUE_ENDS = """CASE WHEN substr(t.due, length(t.due) - 2) = '/..' THEN NULL WHEN substr(t.due, 1, 3) = '../' THEN substr(t.due, 4)
    WHEN replace(t.due, '/', '') <> t.due THEN substr(t.due, (length(t.due) + 1) / 2 + 1) ELSE t.due END"""
_LAST_DAY = "(SELECT max(l.published) FROM latest l WHERE l.day > 0)"
# By the last day that the reports tell of, never by the clock.
_STANDS = f"""CASE WHEN {_DUE_ENDS} IS NULL THEN 'no_day_due' WHEN substr({_LAST_DAY}, 1, length({_DUE_ENDS})) > {_DUE_ENDS} THEN 'overdue' ELSE 'not_yet_due' END"""
# The days of the newest reports on the instruments named in the words. Of mentions the few of the report are looked through, not all of
# instruments: `kind` is no index's column here.
_NEWEST_ON_IT = """SELECT (SELECT max(l.day) FROM instrument i JOIN report l ON l.number = i.report WHERE i.key = m.id) AS day
    FROM mention m WHERE m.report = t.report AND m.kind || '' = 'instrument' AND m.start < t."end" AND m."end" > t.start"""
_LATER = f"""CASE WHEN r.day <= 0 THEN 'undated_report' ELSE (SELECT CASE WHEN max(n.day) IS NULL THEN 'names_no_instrument'
    WHEN max(n.day) > r.day THEN 'later_mention' ELSE 'no_later_mention' END FROM ({_NEWEST_ON_IT}) n) END"""

LISTS = {
    "report": List(
        "latest r",
        {
            "id": "r.id", "published": "r.published", "outlet": "r.outlet", "lang": "r.lang", "url": "r.url", "version": "r.version", "run": "r.added_in",
            "begins": _BEGINS,
        },
        {"outlet": "r.outlet", "lang": "r.lang", "published": "r.published"},
        _NEWEST,
    ),
    "statement": _fact(
        "statement", "id speaker speaker_en cue directness act within answers topics rule", "speaker act directness topics rule cue", "content", many="topics"
    ),
    "question": _fact("question", "id by to", "by to", "text"),
    "event": _fact(
        "event", "id type plover who whom when where status flags claimed_by rule", "type plover who whom where status flags claimed_by rule when", "evidence",
        't."when" IS NULL, t."when" DESC, r.day DESC, r.id', many="who whom flags",
    ),
    "state": _fact(
        "instrument_state", "instrument state when claimed_by flags", "instrument state claimed_by flags", "evidence",
        't.instrument, coalesce(t."when", r.published) IS NULL, coalesce(t."when", r.published), r.id', many="flags",
    ),
    "commitment": _fact(
        "commitment", "by to kind due what claimed_by rule", "by to kind due claimed_by rule", "evidence", 't.due IS NULL, t.due, r.day DESC, r.id',
        more={"standing": _STANDS, "later": _LATER},
    ),
    "figure": _fact(
        "figure", "value high unit bound change what window speaker", "value unit bound change window speaker", "evidence",
        "t.unit IS NULL, t.unit, r.day DESC, r.id", numbers="value",
    ),
    "time": _fact("time", "value precision calendar part", "value precision calendar part", "text"),
    "note": _fact("note", "kind text", "kind", "words"),
    "instrument": List(
        "instrument t JOIN report r ON r.number = t.report",
        {
            "key": "t.key", "name_en": "max(t.name_en)", "name_fa": "max(t.name_fa)", "kind": "max(t.kind)", "reports": "count(*)", "mentions": "sum(t.mentions)",
            "state": _STANDING, "first": "min(r.published)", "last": "max(r.published)",
        },
        {"key": "t.key", "kind": "t.kind", "parties": "t.parties"},
        "sum(t.mentions) DESC, t.key", "t.key", frozenset(("parties",)),
    ),
    "actor": List(
        "actor t JOIN report r ON r.number = t.report",
        {
            "id": "t.id", "type": "max(t.type)", "name_en": "max(t.name_en)", "name_fa": "max(t.name_fa)", "reports": "count(*)", "mentions": "sum(t.mentions)",
            "statements": _SPOKEN, "first": "min(r.published)", "last": "max(r.published)",
        },
        {"id": "t.id", "type": "t.type", "office": "t.office", "state": "t.state"},
        "sum(t.mentions) DESC, t.id", "t.id",
    ),
}  # fmt: skip
