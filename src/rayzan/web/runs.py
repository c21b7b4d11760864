"""Runs: which rules read what and when, what two runs read otherwise, what was gathered and what failed."""

from itertools import islice

from litestar import get

from rayzan.dossier.difference import runs as between
from rayzan.dossier.store import Dossier
from rayzan.web.bench import Answer, Ask, workbench

REPORTS = 100  # reports of a comparison on one page; the page says when there are more
ADDRESSES = 200  # of what was gathered, those that failed most first; the page says how many there are
COLUMNS = ("number", "rules", "lexicon", "started", "ended", "reports")
GATHERED = ("url", "fetched", "status", "word", "report", "failures")


def _rows(store: Dossier, columns: tuple[str, ...], rest: str) -> list[dict[str, object]]:
    return [dict(zip(columns, row, strict=True)) for row in store.query(f"SELECT {', '.join(columns)} FROM {rest}")]


@get("/runs", sync_to_thread=True)
def runs(request: Ask) -> Answer:
    bench = workbench(request)
    one = request.query_params.get("one", "")
    other = request.query_params.get("other", "")
    with bench.open() as store:
        changed = None
        if one.isdigit() and other.isdigit():
            changed = list(islice(between(store, int(one), int(other)), REPORTS + 1))
        return bench.page(
            request, "runs.html", runs=_rows(store, COLUMNS, "run ORDER BY number DESC"), changed=changed[:REPORTS] if changed is not None else None,
            cut=changed is not None and len(changed) > REPORTS, one=one, other=other,
            gathered=_rows(store, GATHERED, f"fetched ORDER BY failures DESC, fetched DESC LIMIT {ADDRESSES}"),
            addresses=int(store.query("SELECT count(*) FROM fetched")[0][0]),
        )  # fmt: skip


HANDLERS = (runs,)
