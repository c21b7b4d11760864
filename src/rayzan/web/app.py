"""The workbench's server: pages that read without scripts, in Persian and English."""

import logging
from collections.abc import Iterable
from pathlib import Path
from threading import Thread

import uvicorn
from litestar import Litestar
from litestar.datastructures import State
from litestar.exceptions import HTTPException, NotFoundException
from litestar.static_files import create_static_files_router

from rayzan.dossier.columns import LISTS
from rayzan.dossier.store import open_dossier
from rayzan.errors import DossierError, ExportError
from rayzan.web import (
    across,
    acting,
    charting,
    exporting,
    following,
    home,
    instrument,
    judging,
    lists,
    meetings,
    reader,
    relations,
    runs,
    searching,
    speaking,
    timeline,
    weighing,
)  # fmt: skip
from rayzan.web.bench import BENCH, HERE, Answer, Ask, Workbench, own_pages_only

LOG = logging.getLogger(__name__)
ROOMS = (
    home, searching, reader, speaking, instrument, acting, meetings, timeline, relations, across, weighing, judging, following, runs, exporting, charting, lists,
)  # fmt: skip


def create(dossier: str | Path, packs: Iterable[Path] = ()) -> Litestar:
    """The application over a dossier, which was read with some packs of its own."""
    bench = Workbench(dossier, packs)

    def missing(request: Ask, _: Exception) -> Answer:
        return bench.page(request, "missing.html", 404)

    def refused(request: Ask, error: Exception) -> Answer:
        said = error.detail if isinstance(error, HTTPException) else str(error)
        status = error.status_code if isinstance(error, HTTPException) else 400
        return bench.page(request, "refused.html", status, said=said)

    def broken(request: Ask, error: Exception) -> Answer:
        LOG.error("%s failed", request.url.path, exc_info=error)
        return bench.page(request, "broken.html", 500)

    static = create_static_files_router(path="/static", directories=[HERE / "static"])
    return Litestar(
        [*(handler for room in ROOMS for handler in room.HANDLERS), static], state=State({BENCH: bench}),
        before_request=own_pages_only, openapi_config=None,
        exception_handlers={NotFoundException: missing, DossierError: refused, ExportError: refused, HTTPException: refused, Exception: broken},
    )  # fmt: skip


def ahead(bench: Workbench) -> None:
    """Counts what the lists of a dossier count and collates its reports, so that the first reader need not wait for it."""
    try:
        with bench.open() as store:
            for kind in LISTS:
                lists.view(store, kind, {})
            speaking.matrix(store, {})
        bench.collated.renew()
    except DossierError as e:  # the page that needs it will say so
        LOG.warning("nothing counted ahead: %s", e)


def run(dossier: str | Path, host: str, port: int, packs: Iterable[Path] = ()) -> int:
    """Serves a dossier until interrupted. Tables that an older rayzan derived are made anew before, not within a request."""
    with open_dossier(dossier, create=False):
        pass
    app = create(dossier, packs)
    print(f"rayzan: {dossier} at http://{host}:{port}")
    Thread(target=ahead, args=(app.state[BENCH],), daemon=True).start()
    uvicorn.run(app, host=host, port=port, log_level="warning")
    return 0
