"""The present view as a file: the same filters, all of its rows."""

from collections.abc import Mapping
from urllib.parse import quote

from litestar import Response, get
from litestar.exceptions import NotFoundException

from rayzan.dossier.about import counterparts
from rayzan.dossier.columns import LISTS
from rayzan.dossier.listing import count, named, rows
from rayzan.dossier.people import people
from rayzan.dossier.store import Dossier
from rayzan.export.forms import SUFFIX, File, forms, write, write_graph
from rayzan.web import address
from rayzan.web.bench import HEADERS, Answer, Ask, workbench
from rayzan.web.lists import narrowing


@get("/export", sync_to_thread=True)
def page(request: Ask) -> Answer:
    bench = workbench(request)
    with bench.open() as store:
        counts = {kind: count(store, kind) for kind in address.PAGES}
        return bench.page(request, "export.html", counts=counts, forms={kind: forms(kind) for kind in counts})


@get("/export/{name:str}", sync_to_thread=True)
def file(request: Ask) -> Response[bytes]:
    """All rows of a list as narrowed, e.g. /export/statements.csv?speaker=lavrov; how many and by what stands in the head of the answer."""
    bench = workbench(request)
    name = str(request.path_params["name"])
    stem, _, form = name.partition(".")
    kind = "graph" if stem == "graph" else address.LISTED.get(stem)
    if kind is None or form not in forms(kind):
        raise NotFoundException(name)
    with bench.open() as store:
        made, number, where = of_graph(store, request.query_params) if kind == "graph" else of_rows(store, kind, form, request.query_params)
    told = "; ".join(f"{k}={quote(v)}" for k, v in sorted(where.items())) or "all"
    disposition = f'attachment; filename="{stem}.{SUFFIX.get(form, form)}"'
    heads = {"Content-Disposition": disposition, "X-Rows": str(made.held), "X-Left-Off": str(number - made.held), "X-Filters": told}
    return Response(made.content, media_type=made.media, headers={**HEADERS, **heads})


def of_rows(store: Dossier, kind: str, form: str, query: Mapping[str, str]) -> tuple[File, int, dict[str, str]]:
    """The file of a list, how many rows the list has, what it is narrowed to."""
    where = narrowing(kind, query)
    found = rows(store, kind, where)
    names = people(store, found) if form in ("ftm", "ics") else {}
    return write(form, kind, found, list(LISTS[kind].columns), names, where, bool(query.get("bom"))), len(found), where


def of_graph(store: Dossier, query: Mapping[str, str]) -> tuple[File, int, dict[str, str]]:
    """The file of the relation graph as its page narrows it: all pairs, drawn or not."""
    where = {k: v for k, v in narrowing("event", query).items() if k not in ("who", "whom", "actor")}
    centre = query.get("actor") or None
    pairs = counterparts(store, centre, where)
    told = {**where, **({"actor": centre} if centre else {})}
    return write_graph(pairs, named(store, "actor", {id for pair in pairs for id in pair}), told), len(pairs), told


HANDLERS = (page, file)
