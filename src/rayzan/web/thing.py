"""The page of one thing by its permanent address: an actor, an instrument, a story, a fact."""

from collections.abc import Callable, Mapping
from typing import Any

from litestar import get
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler

from rayzan.dossier.store import Dossier
from rayzan.web.bench import Answer, Ask, Workbench, workbench

View = Callable[[Workbench, Dossier, str, Mapping[str, str]], dict[str, Any] | None]


def page_of(path: str, template: str, view: View) -> HTTPRouteHandler:
    """The handler of `path` with an id, which may hold slashes. `view`: all that the page shows, by the id and the query of the address; None where there is no such thing."""

    @get(f"{path}/{{id:path}}", sync_to_thread=True, name=path)
    def page(request: Ask) -> Answer:
        bench = workbench(request)
        id = str(request.path_params["id"]).removeprefix("/")
        with bench.open() as store:
            values = view(bench, store, id, request.query_params)
            if values is None:
                raise NotFoundException(id)
            return bench.page(request, template, **values)

    return page
