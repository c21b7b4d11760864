"""«امروز»: what the dossier holds, what came last, what waits."""

from datetime import date
from typing import Any

from litestar import get

from rayzan.dossier.about import covered
from rayzan.dossier.following import followed
from rayzan.dossier.listing import count, facets, named, rows
from rayzan.dossier.queue import waiting
from rayzan.dossier.store import Dossier
from rayzan.web.bench import Answer, Ask, workbench
from rayzan.web.lists import ids_of

KINDS = ("report", "statement", "event", "instrument", "commitment", "figure", "actor")
NEWEST, SPOKE, STOOD = 7, 9, 8


def view(store: Dossier) -> dict[str, Any]:
    counts = {kind: count(store, kind) for kind in KINDS}
    newest = rows(store, "report", limit=NEWEST)
    states = [r for r in latest_states(store) if r["published"] or r["when"]][:STOOD]
    spoke = facets(store, "statement", {}, ["speaker"])["speaker"]
    spoke = [s for s in spoke if s[0]][:SPOKE]
    ids = {id for id, _ in spoke} | ids_of(states, [], {})
    return {
        "counts": counts, "reports": newest, "states": states, "speakers": spoke, "waits": waiting(store), "followed": followed(store),
        "names": named(store, "actor", ids), "instruments": named(store, "instrument", {s["instrument"] for s in states}),
        "range": covered(store), "today": date.today().isoformat(),
    }  # fmt: skip


def latest_states(store: Dossier) -> list[dict[str, Any]]:
    """For each instrument the state told last, newest first."""
    out: dict[str, dict[str, Any]] = {}
    for row in rows(store, "state", {"flags": ""}):
        out[row["instrument"]] = row  # the list goes by instrument, then by date: the last one stays
    return sorted(out.values(), key=lambda r: (r["when"] or r["published"] or "", r["instrument"]), reverse=True)


@get("/", sync_to_thread=True)
def today(request: Ask) -> Answer:
    bench = workbench(request)
    with bench.open() as store:
        found = bench.collated.ready(store)
        differ = sum(not d.verdict for d in found.collation.discrepancies) if found else None  # None while they are being collated
        return bench.page(request, "home.html", **view(store), open=differ)


@get("/about", sync_to_thread=True)
def about(request: Ask) -> Answer:
    bench = workbench(request)
    return bench.page(request, "about.html")


HANDLERS = (today, about)
