"""Review: a queue of facts to judge, the judgements made, and taking them back."""

from collections.abc import Mapping
from typing import Any

from litestar import get, post
from litestar.response import Redirect

from rayzan.dossier.judgement import VERDICTS, judge, judgements, undo
from rayzan.dossier.key import kind_of
from rayzan.dossier.listing import named
from rayzan.dossier.queue import TABLES, queue, waiting
from rayzan.dossier.store import Dossier
from rayzan.errors import DossierError
from rayzan.web.bench import WHO, Answer, Ask, go, reader_name, workbench
from rayzan.web.reader import paragraphs
from rayzan.web.speaking import fact

NEAR = 2  # paragraphs of context before and after
REVIEWER = "reviewer"  # where a reader gives no name
# What an edit may change by the form: the span, then fields with a single value.
EDITABLE: dict[str, tuple[str, tuple[str, ...]]] = {
    "statement": ("content", ("speaker", "act", "directness")), "event": ("evidence", ("type", "when", "where", "status")),
    "state": ("evidence", ("state", "when", "claimed_by")), "commitment": ("evidence", ("by", "to", "kind", "due")),
    "figure": ("evidence", ("unit", "bound", "window", "speaker")), "question": ("text", ("by", "to")), "time": ("text", ("value", "precision")),
    "note": ("span", ("text",)),
}  # fmt: skip


def view(store: Dossier, query: Mapping[str, str]) -> dict[str, Any]:
    kind = query.get("kind") if query.get("kind") in TABLES else None
    report = query.get("report") or None
    at = int(query.get("at", "0")) if query.get("at", "0").isdigit() else 0
    found = queue(store, kind, report, 1, at)
    last = [j for j in judgements(store) if j.verdict != "follow"][-1:]
    values: dict[str, Any] = {"kinds": list(TABLES), "only": kind, "report": report, "at": at, "waits": waiting(store), "item": None, "last": last[0] if last else None}
    if found:
        shown = fact(store, found[0]["key"])
        assert shown is not None
        text = store.one(found[0]["report"])[0].text
        near = [p for p in paragraphs(text, []) if abs(p.number - shown["number"]) <= NEAR]
        values |= shown | {"item": found[0], "paragraphs": near, "editable": EDITABLE[found[0]["list"]]}
    return values


@get("/review", sync_to_thread=True)
def review(request: Ask) -> Answer:
    bench = workbench(request)
    with bench.open() as store:
        return bench.page(request, "review.html", **view(store, dict(request.query_params)))


def edit_of(kind: str, form: Mapping[str, str]) -> dict[str, Any]:
    """The new values of an edit: the span if its place was given, each field whose value is another than the one it had."""
    span, fields = EDITABLE[kind]
    out: dict[str, Any] = {}
    start, end = form.get("start", ""), form.get("end", "")
    if start.isdigit() and end.isdigit() and (start, end) != (form.get("start_had"), form.get("end_had")):
        out[span] = {"start": int(start), "end": int(end)}
    for field in fields:
        if field in form and form[field].strip() != form.get(f"{field}_had", ""):
            out[field] = form[field].strip() or None
    return out


def local(path: str) -> str:
    """The page to go back to: one of this workbench's own."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/review"


@post("/judge")
async def decide(request: Ask) -> Redirect:
    """Keeps a judgement and goes back to where it was made."""
    bench = workbench(request)
    sent = await request.form()
    form = {k: str(v) for k, v in sent.items()}
    kind, subject, verdict = form.get("of", ""), form.get("subject", ""), form.get("verdict", "")
    who = form.get("who", "").strip() or reader_name(request) or REVIEWER
    value: Any = None
    if verdict == "edit" and kind in EDITABLE:
        value = edit_of(kind, form)
    elif verdict == "merge":
        value = form.get("into", "").strip()
    elif verdict == "split":
        value = [str(id) for id in sent.getall("part", [])]
        if not value:
            raise DossierError(f"{subject}: a split needs the reports that part from it")
    with bench.open() as store:
        judge(store, kind, subject, verdict, who, value, form.get("note", "").strip() or None)
    return go(local(form.get("back", "/review")), keep={WHO: who})


@post("/undo")
async def take_back(request: Ask) -> Redirect:
    bench = workbench(request)
    form = {k: str(v) for k, v in (await request.form()).items()}
    number = form.get("number", "")
    if not number.isdigit():
        raise DossierError(f"{number or '–'}: no number of a judgement")
    with bench.open() as store:
        undo(store, int(number), form.get("who", "").strip() or reader_name(request) or REVIEWER)
    return go(local(form.get("back", "/judgements")))


@get("/judgements", sync_to_thread=True)
def log(request: Ask) -> Answer:
    bench = workbench(request)
    undone = request.query_params.get("undone", "")
    with bench.open() as store:
        made = [j for j in reversed(judgements(store, undone=bool(undone))) if j.verdict != "follow"]
        ids = {j.subject for j in made if j.kind == "actor"} | {j.value for j in made if j.kind == "actor" and isinstance(j.value, str)}
        keys = {j.subject for j in made if j.kind == "instrument"} | {j.value for j in made if j.kind == "instrument" and isinstance(j.value, str)}
        return bench.page(
            request, "judgements.html", made=made, with_undone=bool(undone), names=named(store, "actor", ids), instruments=named(store, "instrument", keys),
            facts=[k for k, v in VERDICTS.items() if "edit" in v], report_of=report_of,
        )  # fmt: skip


def report_of(key: str) -> str:
    """The report of a fact's key."""
    return kind_of(key)[0]


HANDLERS = (review, decide, take_back, log)
