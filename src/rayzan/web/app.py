"""The workbench's server: pages that read without scripts; the reader adds one small module."""

from pathlib import Path

import uvicorn
from jinja2 import Environment, FileSystemLoader, select_autoescape
from litestar import Litestar, Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.static_files import create_static_files_router

from rayzan.dossier.store import Dossier, open_dossier
from rayzan.errors import DossierError
from rayzan.web import pages
from rayzan.web.words import Speech

HERE = Path(__file__).parent
COOKIE = "lang"


class Workbench:
    """The pages over one dossier file; each request opens it anew, so that pages show what is in it now."""

    def __init__(self, dossier: str | Path) -> None:
        self.dossier = dossier
        self.env = Environment(
            loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape(["html"]), trim_blocks=True, lstrip_blocks=True
        )

    def open(self) -> Dossier:
        return open_dossier(self.dossier, create=False)

    def page(self, template: str, request: Request, **values: object) -> Response[str]:  # type: ignore[type-arg]
        lang = request.query_params.get("lang") or request.cookies.get(COOKIE) or "fa"
        speech = Speech(lang if lang in ("fa", "en") else "fa")
        html = self.env.get_template(template).render(t=speech, path=request.url.path, query=request.url.query, **values)
        response = Response(html, media_type="text/html")
        if "lang" in request.query_params:
            response.set_cookie(COOKIE, speech.lang, samesite="lax")
        return response


def create(dossier: str | Path) -> Litestar:
    """The application over a dossier file."""
    bench = Workbench(dossier)

    @get("/", sync_to_thread=True)
    def home(request: Request) -> Response[str]:  # type: ignore[type-arg]
        with bench.open() as store:
            return bench.page("home.html", request, **pages.home(store))

    @get("/r/{id:str}", sync_to_thread=True)
    def report(request: Request, id: str) -> Response[str]:  # type: ignore[type-arg]
        with bench.open() as store:
            try:
                values = pages.report(store, id)
            except DossierError as e:
                raise NotFoundException(str(e)) from e
        return bench.page("reader.html", request, **values)

    @get("/a/{id:str}", sync_to_thread=True)
    def actor(request: Request, id: str) -> Response[str]:  # type: ignore[type-arg]
        with bench.open() as store:
            values = pages.actor(store, id)
        if not values:
            raise NotFoundException(id)
        return bench.page("actor.html", request, **values)

    @get("/i/{key:str}", sync_to_thread=True)
    def instrument(request: Request, key: str) -> Response[str]:  # type: ignore[type-arg]
        with bench.open() as store:
            values = pages.instrument(store, key)
        if not values:
            raise NotFoundException(key)
        return bench.page("instrument.html", request, **values)

    @get("/search", sync_to_thread=True)
    def search(request: Request, q: str = "") -> Response[str]:  # type: ignore[type-arg]
        with bench.open() as store:
            return bench.page("search.html", request, **pages.search(store, q))

    @get("/{kind:str}", sync_to_thread=True)
    def listing(request: Request, kind: str) -> Response[str]:  # type: ignore[type-arg]
        with bench.open() as store:
            values = pages.listing(store, kind)
        if values is None:
            raise NotFoundException(kind)
        return bench.page(f"{kind}.html", request, **values)

    def missing(request: Request, _: Exception) -> Response[str]:  # type: ignore[type-arg]
        response = bench.page("missing.html", request)
        response.status_code = 404
        return response

    static = create_static_files_router(path="/static", directories=[HERE / "static"])
    return Litestar(
        [home, report, actor, instrument, search, listing, static], exception_handlers={NotFoundException: missing}, openapi_config=None
    )


def run(dossier: str | Path, host: str, port: int) -> int:
    """Serves a dossier until interrupted."""
    with open_dossier(dossier, create=False):
        pass
    print(f"rayzan: {dossier} at http://{host}:{port}")
    uvicorn.run(create(dossier), host=host, port=port, log_level="warning")
    return 0
