"""Statements as a matrix of speakers and topics, and the page of each fact by its permanent key."""

from collections.abc import Mapping
from typing import Any

from litestar import get
from litestar.handlers import HTTPRouteHandler

from rayzan.collate.told import Place
from rayzan.dossier.judgement import judgements
from rayzan.dossier.listing import crossed, named, one, rows
from rayzan.dossier.queue import reasons
from rayzan.dossier.store import Dossier
from rayzan.web import address
from rayzan.web.across import named_in
from rayzan.web.bench import Answer, Ask, Workbench, workbench
from rayzan.web.lists import faceted, ids_of, narrowing
from rayzan.web.thing import page_of

SPEAKERS = 40  # rows of the matrix; the page says how many there are
AROUND = 420  # code points of context on either side of a fact's words
ALIKE = 8
SPANNING = ("statement", "event", "state", "commitment", "figure")  # kinds whose facts reports tell alike or otherwise


def matrix(store: Dossier, query: dict[str, str]) -> dict[str, Any]:
    where = narrowing("statement", query)
    cells = crossed(store, "statement", "speaker", "topics", where)
    totals: dict[str, int] = {}
    for (speaker, _), number in cells.items():
        totals[speaker] = totals.get(speaker, 0) + number
    speakers = [s for s in sorted(totals, key=lambda s: (-totals[s], s)) if s]
    on: dict[str, int] = {}
    for (_, topic), number in cells.items():
        on[topic] = on.get(topic, 0) + number
    topics = [t for t in sorted(on, key=lambda t: (-on[t], t)) if t]
    told = faceted(store, "statement", where)
    shown = speakers[:SPEAKERS]
    return {
        "where": where, "cells": cells, "speakers": shown, "all_speakers": len(speakers), "topics": topics, "facets": told, "kind": "statement",
        "most": max(cells.values(), default=1), "names": named(store, "actor", {*shown, *ids_of([], told, where)}),
        "instruments": named(store, "instrument", [v.value for f in told if f.field == "instrument" for v in f.values]),
    }  # fmt: skip


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a place: from whole words, within its lines and those next to it."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before, after = text[first:start], text[end:last]
    if first:
        before = "… " + before.partition(" ")[2]
    if last < len(text):
        after = after.rpartition(" ")[0] + " …"
    return before, after


def fact(store: Dossier, key: str) -> dict[str, Any] | None:
    """All that the page of a fact shows; None where the dossier shows no such fact."""
    row = one(store, key)
    if row is None:
        return None
    kind = row["list"]
    report, record = store.one(row["report"])
    start = row["start"] or 0
    before, after = context(report.text, start, row["end"] or 0)
    alike: list[dict[str, Any]] = []
    if kind == "statement" and row["speaker"]:
        topic = (row["topics"] or "").split(" ")[0]
        alike = [r for r in rows(store, "statement", {"speaker": row["speaker"], **({"topics": topic} if topic else {})}, ALIKE + 1) if r["key"] != key][:ALIKE]
    within = next((r for r in rows(store, "statement", {"report": row["report"]}) if r["id"] == row.get("within")), None) if row.get("within") else None
    answers = next((r for r in rows(store, "question", {"report": row["report"]}) if r["id"] == row.get("answers")), None) if row.get("answers") else None
    made = judgements(store, kind, key)
    people = ids_of([row, *alike, *filter(None, (within, answers))], [], {})
    return {
        "kind": kind, "row": row, "head": record.report, "before": before, "after": after, "alike": alike, "within": within, "answers": answers,
        "judgements": made, "actors": record.actors, "names": named(store, "actor", people), "reasons": reasons(store, row),
        "instruments": named(store, "instrument", [row["instrument"]] if row.get("instrument") else []),
        "number": report.text.count("\n", 0, start) + 1,
    }  # fmt: skip


def spanning(bench: Workbench, store: Dossier, row: Mapping[str, Any]) -> dict[str, Any]:
    """Where other reports tell a fact otherwise or bear it out."""
    found = bench.collated.ready(store) if row["start"] is not None and row["list"] in SPANNING else None
    differ, agree = found.at(Place(row["report"], row["start"], row["end"], row["words"])) if found else ([], [])
    return {"discrepancies": differ, "corroborations": agree, "every": found.reports if found else {}}


@get("/statements/matrix", sync_to_thread=True)
def cross(request: Ask) -> Answer:
    bench = workbench(request)
    with bench.open() as store:
        return bench.page(request, "matrix.html", **matrix(store, dict(request.query_params)))


def one_of(kind: str) -> HTTPRouteHandler:
    """The handler for the facts of a kind."""

    def view(bench: Workbench, store: Dossier, key: str, query: Mapping[str, str]) -> dict[str, Any] | None:
        values = fact(store, key)
        if values is None or values["kind"] != kind:
            return None
        told = spanning(bench, store, values["row"])
        about = named_in(store, {x.about for found in (told["discrepancies"], told["corroborations"]) for x in found})
        return values | told | {room: about[room] | values[room] for room in ("names", "instruments")}

    return page_of(f"/{address.LETTERS[kind]}", "fact.html", view)


HANDLERS = (cross, *(one_of(kind) for kind in address.LETTERS))
