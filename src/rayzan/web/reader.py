"""The source reader: the untouched text, paragraph by paragraph, beside everything in it that has a span."""

from typing import Any, NamedTuple

from litestar import get
from litestar.exceptions import NotFoundException

from rayzan.dossier.listing import named, rows
from rayzan.dossier.store import Dossier
from rayzan.errors import DossierError
from rayzan.record import Record
from rayzan.web.bench import Answer, Ask, workbench
from rayzan.web.lists import ids_of

LAYERS = ("statement", "event", "instrument", "state", "commitment", "figure", "time", "actor", "question", "note")
LIT = frozenset(("statement",))  # layers that are lit when the page opens
BY_KEY = ("statement", "question", "event", "state", "commitment", "figure", "time", "note")


class Paragraph(NamedTuple):
    """A line of the raw text, unchanged and without its line break; `said`: the statements that begin in it, `at`: all facts that do."""

    number: int
    start: int
    text: str
    said: list[dict[str, Any]]
    at: list[str]


def facts(store: Dossier, id: str, record: Record) -> list[dict[str, Any]]:
    """Everything with a span, in the order of the text, an outer one before those in it."""
    out: list[dict[str, Any]] = []
    more = {s.id: [x for x in (s.source, s.cue) if x] for s in record.statements}
    source = {s.id: s.source.text for s in record.statements if s.source}
    for layer in BY_KEY:
        for row in rows(store, layer, {"report": id}):
            if row["start"] is not None:
                beside = {"layer": layer, "more": more.get(row["id"], []) if layer == "statement" else [], "source": source.get(row.get("id") or "")}
                out.append({**row, **beside})
    for i in record.instruments:
        out += [{"layer": "instrument", "key": i.key, "id": i.key, "words": m.text, "start": m.start, "end": m.end, "more": []} for m in i.mentions]
    for id_, a in record.actors.items():
        out += [{"layer": "actor", "key": id_, "id": id_, "words": m.text, "start": m.start, "end": m.end, "more": []} for m in a.mentions]
    return sorted(out, key=lambda f: (f["start"], -f["end"], LAYERS.index(f["layer"]), f["key"]))


def paragraphs(text: str, told: list[dict[str, Any]]) -> list[Paragraph]:
    """The lines of a text with where they start. Joined by line breaks they are the raw text again.

    >>> [(p.start, p.text) for p in paragraphs("الف\\n\\nب", [])]
    [(0, 'الف'), (4, ''), (5, 'ب')]
    """
    out, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        here = [f for f in told if start <= f["start"] < start + len(line) + 1]
        places = list(dict.fromkeys(f"{f['start']}-{f['end']}" for f in here))
        out.append(Paragraph(number, start, line, [f for f in here if f["layer"] == "statement"], places))
        start += len(line) + 1
    return out


def view(store: Dossier, id: str) -> dict[str, Any]:
    report, record = store.one(id)
    told = facts(store, id, record)
    versions = store.versions(id)
    return {
        "report": report, "head": record.report, "record": record, "facts": told, "paragraphs": paragraphs(report.text, told), "layers": LAYERS, "lit": LIT,
        "counts": {layer: sum(f["layer"] == layer for f in told) for layer in LAYERS}, "versions": [(n, len(v.text)) for n, v in versions],
        "names": named(store, "actor", ids_of(told, [], {}) | set(record.actors)), "actors": record.actors,
        "instruments": named(store, "instrument", [i.key for i in record.instruments]),
        "plain_notes": [n for n in record.notes if n.span is None],
    }  # fmt: skip


@get("/r/{id:path}", sync_to_thread=True)
def report(request: Ask) -> Answer:
    bench = workbench(request)
    id = str(request.path_params["id"])
    with bench.open() as store:
        try:
            values = view(store, id.removeprefix("/"))
        except DossierError as e:
            raise NotFoundException(str(e)) from e
        return bench.page(request, "reader.html", **values)


HANDLERS = (report,)
