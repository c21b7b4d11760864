"""Search: one box, hit lines with their words marked, facets over the reports found, the folded query shown."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from litestar import get

from rayzan.dossier.listing import count, named, rows
from rayzan.dossier.mark import places
from rayzan.dossier.search import ask
from rayzan.dossier.store import Dossier
from rayzan.errors import DossierError
from rayzan.web.bench import Answer, Ask, workbench
from rayzan.web.lists import faceted, ids_of, narrowing

REPORTS = 20  # a page
PLACES = 4  # shown of one report
AROUND = 110  # code points on either side of a hit


class Hit(NamedTuple):
    """A place that matches, with what stands before and after in its line."""

    start: int
    end: int
    before: str
    words: str
    after: str


def hit(text: str, start: int, end: int) -> Hit:
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = last if last >= 0 else len(text)
    before, after = text[max(first, start - AROUND) : start], text[end : min(last, end + AROUND)]
    if start - AROUND > first:
        before = "… " + before.partition(" ")[2]
    if end + AROUND < last:
        after = after.rpartition(" ")[0] + " …"
    return Hit(start, end, before, text[start:end], after)


def spelt(text: str, q: str, most: int) -> list[tuple[int, int]]:
    """The places of the very letters that were typed."""
    typed, at = q.strip(' "«»'), -1
    out: list[tuple[int, int]] = []
    while typed and len(out) < most and (at := text.find(typed, at + 1)) >= 0:
        out.append((at, at + len(typed)))
    return out


def view(store: Dossier, q: str, query: Mapping[str, str]) -> dict[str, Any]:
    """What a search shows. Raises `DossierError` for a line that cannot be read."""
    asked, _ = ask(store, q)
    where = narrowing("report", {**query, "q": q})
    number = int(query.get("page", "1")) if query.get("page", "1").isdigit() else 1
    exact = query.get("exact") == "1"
    if exact:
        every = [r for r in rows(store, "report", where) if spelt(store.one(r["id"])[0].text, q, 1)]
        total, found = len(every), every[(number - 1) * REPORTS : number * REPORTS]
    else:
        total, found = count(store, "report", where), rows(store, "report", where, REPORTS, (number - 1) * REPORTS)
    leaves = asked.query.leaves() if asked.query else []
    shown = []
    for row in found:
        text = store.one(row["id"])[0].text
        spans = spelt(text, q, PLACES) if exact else places(text, leaves, PLACES)
        shown.append({**row, "hits": [hit(text, *span) for span in spans]})
    told = [] if exact else faceted(store, "report", where)
    return {
        "rows": shown, "total": total, "folded": asked.query.shown() if asked.query else "", "facets": told, "where": where, "kind": "report", "exact": exact,
        "page_number": number, "pages": -(-total // REPORTS), "per_page": REPORTS, "names": named(store, "actor", ids_of([], told, where)),
        "statements": None if exact else count(store, "statement", where),
        "instruments": named(store, "instrument", [v.value for f in told if f.field == "instrument" for v in f.values]),
    }  # fmt: skip


@get("/search", sync_to_thread=True)
def search(request: Ask) -> Answer:
    bench = workbench(request)
    q = request.query_params.get("q", "")
    with bench.open() as store:
        if not q.strip():
            return bench.page(request, "search.html", q=q, wrong=None, rows=None)
        try:
            values = view(store, q, request.query_params)
        except DossierError as e:
            return bench.page(request, "search.html", 400, q=q, wrong=str(e), rows=None)
        return bench.page(request, "search.html", q=q, wrong=None, **values)


HANDLERS = (search,)
