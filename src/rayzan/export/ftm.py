"""Entities of FollowTheMoney (followthemoney.tech), one JSON object a line: actors, events with those involved, reports."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha1
from typing import Any

from rayzan.export.plain import line, plain, title
from rayzan.lexicon.lexicon import open_lexicon

SCHEMAS = {"person": "Person", "state": "PublicBody", "body": "Organization", "group": "Organization", "outlet": "Organization"}
OTHER = "LegalEntity"  # an actor of which the reports do not tell whether it is a person or a body
Entity = dict[str, Any]


def entities(kind: str, rows: Iterable[Mapping[str, Any]], names: Mapping[str, Mapping[str, Any]]) -> Iterator[Entity]:
    """The entities of rows: of an actor or a report itself; of an event the event, proved by its report, and once each the actors and reports."""
    seen: set[str] = set()
    for row in rows:
        for entity in MADE[kind](row, names):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                yield entity


def _id(kind: str, id: object) -> str:
    """An identifier that the model takes: letters, digits and dashes only."""
    return f"rayzan-{kind}-{sha1(str(id).encode('utf-8', 'replace')).hexdigest()}"


def _entity(schema: str, id: str, **told: Any) -> Entity:
    listed = {name: [str(v) for v in (value if isinstance(value, list) else [value]) if v not in (None, "")] for name, value in told.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in listed.items() if values}}


def _actor(row: Mapping[str, Any], names: Mapping[str, Mapping[str, Any]]) -> Iterator[Entity]:
    yield _named(str(row["id"]), row)


def _named(id: str, about: Mapping[str, Any]) -> Entity:
    told = [plain(about[field]) for field in ("name_fa", "name_en") if about.get(field)]
    country = _countries().get(id) if about.get("type") == "state" else None
    return _entity(SCHEMAS.get(str(about.get("type")), OTHER), _id("actor", id), name=list(dict.fromkeys(told)) or [plain(id)], country=country)


@cache
def _countries() -> dict[str, str]:
    """The model's code of each state of the shipped lexicon, by its id; a state of a pack has none."""
    return {state.id: state.iso.lower() for state in open_lexicon().states.values() if state.iso}


def _report(row: Mapping[str, Any], names: Mapping[str, Mapping[str, Any]]) -> Iterator[Entity]:
    yield _article(str(row["id"]), row)


def _article(id: str, row: Mapping[str, Any]) -> Entity:
    return _entity(
        "Article", _id("report", id), name=line(title({**row, "id": id})), fileName=plain(id), publisher=line(row["outlet"]) if row["outlet"] else None,
        publishedAt=row["published"], sourceUrl=row.get("url"),
    )  # fmt: skip


def _event(row: Mapping[str, Any], names: Mapping[str, Mapping[str, Any]]) -> Iterator[Entity]:
    who = list(dict.fromkeys([*(row["who"] or "").split(), *(row["whom"] or "").split()]))
    start, _, end = str(row["when"] or "").partition("/")
    day = {"startDate": start, "endDate": end} if end else {"date": start}
    said = ", ".join(str(names.get(id, {}).get("name_en") or id) for id in who)
    yield _entity(
        "Event", _id("event", row["key"]), name=line(f"{row['type']}: {said}" if said else row["type"]), recordId=plain(row["key"]), **day,
        location=row["where"], summary=plain(row["words"] or ""), description=f"{plain(row['report'])} c. {row['start']}–{row['end']}",
        keywords=[row["type"], row["status"], *(row["flags"] or "").split()], involved=[_id("actor", id) for id in who],
        proof=_id("report", row["report"]), publisher=line(row["outlet"]) if row["outlet"] else None,
    )  # fmt: skip
    for id in who:
        yield _named(id, names.get(id, {}))
    yield _article(str(row["report"]), row)


MADE = {"actor": _actor, "report": _report, "event": _event}
