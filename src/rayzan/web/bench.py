"""What every page needs: the dossier opened anew for each request, the templates, the reader's language and colours."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from litestar import Request, Response
from litestar.datastructures import Cookie
from litestar.exceptions import PermissionDeniedException
from litestar.response import Redirect
from markupsafe import Markup

from rayzan.dossier.store import Dossier, open_dossier
from rayzan.export.forms import forms
from rayzan.export.plain import title
from rayzan.web import address
from rayzan.web.collating import Collated
from rayzan.web.naming import names
from rayzan.web.speech import LANGUAGES, QUOTED, STANDS, Speech, parts

Ask = Request[Any, Any, Any]
Answer = Response[str]
PERSIAN = re.compile("[\u0600-\u06ff]")
HERE = Path(__file__).parent
BENCH = "bench"
LANG, THEME, WHO = "lang", "theme", "who"
THEMES = ("light", "dark")
KEPT = 60 * 60 * 24 * 365  # seconds that a reader's choices are kept
# Nothing comes from elsewhere and nothing stands inline; `data:` is for the empty icon.
POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
HEADERS = {"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}


class Workbench:
    """The pages over one dossier; each request opens it anew, so that pages show what is in it now."""

    def __init__(self, dossier: str | Path, packs: Iterable[Path] = ()) -> None:
        """`packs`: the lexicon packs that the dossier was read with, for the names of their outlets, places and offices."""
        self.dossier, self.names, self.collated = dossier, names(packs), Collated(dossier)
        self.env = Environment(
            loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape(["html", "svg"]), trim_blocks=True, lstrip_blocks=True,
            undefined=StrictUndefined,
        )  # fmt: skip
        self.env.globals |= {"to": address, "static": self.static, "forms": forms, "parts": parts, "stands": STANDS}
        self.env.filters |= {"begins": title, "set_apart": set_apart}

    def open(self) -> Dossier:
        return open_dossier(self.dossier, create=False)

    @cached_property
    def _hashes(self) -> dict[str, str]:
        files = [p for p in (HERE / "static").rglob("*") if p.is_file()]
        return {p.relative_to(HERE / "static").as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()[:8] for p in files}

    def static(self, name: str) -> str:
        """The address of a static file, another one when its content is another."""
        return f"/static/{name}?{self._hashes[name]}"

    def lang(self, request: Ask) -> str:
        """The reader's language: Persian where nothing else was chosen."""
        return chosen(request, LANG, LANGUAGES) or LANGUAGES[0]

    def speech(self, request: Ask) -> Speech:
        """The interface as its reader reads it."""
        return Speech(self.lang(request), self.names)

    def page(self, request: Ask, template: str, status: int = 200, **values: Any) -> Answer:
        """A rendered page in the reader's language."""
        speech, theme = self.speech(request), chosen(request, THEME, THEMES)
        query = dict(parse_qsl(str(request.url.query), keep_blank_values=True))
        bare = {k: v for k, v in query.items() if k not in (LANG, THEME)}
        html = self.env.get_template(template).render(
            t=speech, theme=theme, path=request.url.path, query=bare, who=reader_name(request), dossier=Path(str(self.dossier)).name,
            origin=f"{request.url.scheme}://{request.url.netloc}", **values,
        )  # fmt: skip
        kept = [kept_cookie(k, query[k]) for k, of in ((LANG, LANGUAGES), (THEME, THEMES)) if query.get(k) in of]
        body = html.encode("utf-8", "replace").decode()  # a lone surrogate of a text has no UTF-8
        return Response(body, media_type="text/html", status_code=status, cookies=kept, headers=HEADERS)


def set_apart(text: str) -> Markup:
    """A sentence of the interface with the words quoted in it marked as Persian, so that they are read and set as such."""
    parts = QUOTED.split(text)
    return Markup("").join(Markup('<bdi lang="fa">{}</bdi>').format(p) if QUOTED.fullmatch(p) and PERSIAN.search(p) else p for p in parts)


def chosen(request: Ask, name: str, of: tuple[str, ...]) -> str | None:
    """A reader's choice, from the address or else the cookie; None where neither says one there is."""
    return next((v for v in (request.query_params.get(name), request.cookies.get(name)) if v in of), None)


def workbench(request: Ask) -> Workbench:
    """The workbench that a request asks."""
    bench: Workbench = request.app.state[BENCH]
    return bench


def reader_name(request: Ask) -> str:
    """The name that a reader judges in; empty where none was given yet."""
    return unquote(request.cookies.get(WHO, ""))


def own_pages_only(request: Ask) -> None:
    """Refuses a form that another site sends: what changes the dossier comes from its own pages.

    Raises `PermissionDeniedException`.
    """
    origin = request.headers.get("origin")
    if request.method == "POST" and origin and urlsplit(origin).netloc != request.headers.get("host"):
        raise PermissionDeniedException(f"{origin}: judgements are taken from this dossier's own pages only")


def go(path: str, query: Mapping[str, str] = {}, keep: Mapping[str, str] = {}) -> Redirect:
    """To another page after a form; `keep`: cookies to set."""
    return Redirect(address.at(path, query), status_code=303, cookies=[kept_cookie(k, v) for k, v in keep.items()])


def kept_cookie(name: str, value: str) -> Cookie:
    """A reader's choice, kept for a year; written so that any name in any script goes through."""
    return Cookie(key=name, value=quote(value), samesite="lax", max_age=KEPT, path="/")
