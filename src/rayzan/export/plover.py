"""PLOVER's JSON, one event a line (PLOVER manual, openeventdata, CC BY-SA 4.0: names of fields, types and modes only)."""

from collections.abc import Iterator
from typing import Any

from rayzan.record import Record
from rayzan.record.event import Event
from rayzan.text.report import Report

# Conflict–cooperation quad classes: verbal and material cooperation, verbal and material conflict.
QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 2: ("COOPERATE", "AID", "RETREAT"), 3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}  # fmt: skip
DIRECTED = frozenset({"COOPERATE", "AID", "SANCTION"})  # types that are nothing without a recipient


def rows(report: Report, record: Record) -> Iterator[dict[str, Any]]:
    """A report's events in PLOVER's fields.

    Left out: events without an actor, denied ones (the manual excludes negated events), directed types without a
    recipient, and events that neither the text nor the report dates, since PLOVER requires a date.
    """
    for event in record.events:
        row = _row(report, record, event)
        if row is not None:
            yield row


def _row(report: Report, record: Record, event: Event) -> dict[str, Any] | None:
    day, end = _days(event.when or record.report.published)
    actors, recipients = list(event.who), list(event.whom)
    code = event.plover.event_type
    if code == "COOPERATE" and not recipients and len(actors) > 1:
        actors, recipients = actors[:1], actors[1:]  # material exchange has two sides
    if code == "ASSAULT" and not actors and recipients:
        actors = ["unknown"]
    if not actors or event.status == "denied" or day is None or code in DIRECTED and not recipients:
        return None
    row = {
        "id": f"{record.report.id}:{event.id}",
        "date": day,
        "enddate": end,
        "actor": [_entity(record, id) for id in actors],
        "recipient": [_entity(record, id) for id in recipients],
        "event": [code],
        "mode": [event.plover.mode] if event.plover.mode else [],
        "context": list(event.plover.context),
        "quad_code": next(quad for quad, codes in QUADS.items() if code in codes),
        "event_loc": {"name": event.where} if event.where else None,
        "event_text": [event.evidence.text],
        "text_info": {"start": event.evidence.start, "end": event.evidence.end},
        "cite_info": {"publication": record.report.outlet, "language": record.report.lang, "url": record.report.url},
        "flags": list(event.flags),
        "claimed_by": event.claimed_by,
        "coder": f"rayzan:{event.rule}",
    }
    return {key: value for key, value in row.items() if value not in (None, [])}


def _entity(record: Record, id: str) -> dict[str, Any]:
    """An actor as PLOVER's entity object: its identifier (Wikidata's where known), name, office."""
    actor = record.actors.get(id)
    if actor is None:
        return {"identifier_id": id, "identifier_text": id}
    told = {
        "identifier_id": actor.wikidata or id,
        "identifier_text": actor.name_en,
        "entity_text": actor.name_fa,
        "office": actor.office_en,
    }
    return {key: value for key, value in told.items() if value}


def _days(when: str | None) -> tuple[str | None, str | None]:
    """First and last day of an ISO value as YYYY-MM-DD; a month or year begins on its first day; (None, None) where open.

    >>> _days("2020-05"), _days("2020-05-01/2020-05-03")
    (('2020-05-01', None), ('2020-05-01', '2020-05-03'))
    """
    if not when:
        return None, None
    first, _, last = when.partition("/")
    day, end = ((value + "-01-01"[len(value) - 4 :])[:10] if 4 <= len(value) <= 10 else None for value in (first, last))
    return day, end
