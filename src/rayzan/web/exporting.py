"""The present view as a file: the same filters, all of its rows."""

from urllib.parse import quote

from litestar import Response, get
from litestar.exceptions import NotFoundException

from rayzan.dossier.columns import LISTS
from rayzan.dossier.listing import count, rows
from rayzan.export.table import csv_lines, jsonl
from rayzan.web import address
from rayzan.web.bench import HEADERS, Answer, Ask, workbench
from rayzan.web.lists import narrowing

FORMATS = {"jsonl": "application/x-ndjson", "csv": "text/csv"}


@get("/export", sync_to_thread=True)
def formats(request: Ask) -> Answer:
    bench = workbench(request)
    with bench.open() as store:
        return bench.page(request, "export.html", counts={kind: count(store, kind) for kind in address.PAGES}, formats=list(FORMATS))


@get("/export/{name:str}", sync_to_thread=True)
def file(request: Ask) -> Response[bytes]:
    """All rows of a list as narrowed, e.g. /export/statements.csv?speaker=lavrov; how many and by what stands in the head of the answer."""
    bench = workbench(request)
    name = str(request.path_params["name"])
    bom = request.query_params.get("bom", "")
    page, _, form = name.rpartition(".")
    kind = address.LISTED.get(page)
    if kind is None or form not in FORMATS:
        raise NotFoundException(name)
    with bench.open() as store:
        where = narrowing(kind, request.query_params)
        found = rows(store, kind, where)
    content = b"".join(jsonl(found) if form == "jsonl" else csv_lines(found, LISTS[kind].columns, bool(bom)))
    told = "; ".join(f"{k}={quote(v)}" for k, v in sorted(where.items())) or "all"
    disposition = f'attachment; filename="{page}.{form}"'
    return Response(content, media_type=FORMATS[form], headers={**HEADERS, "Content-Disposition": disposition, "X-Rows": str(len(found)), "X-Filters": told})


HANDLERS = (formats, file)
