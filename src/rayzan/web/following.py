"""What readers follow: an instrument, an actor, a story, a search."""

from litestar import get, post
from litestar.response import Redirect

from rayzan.dossier import following
from rayzan.dossier.listing import named
from rayzan.errors import DossierError
from rayzan.web.bench import WHO, Answer, Ask, go, reader_name, workbench
from rayzan.web.judging import REVIEWER, local


@get("/follow", sync_to_thread=True)
def followed(request: Ask) -> Answer:
    bench = workbench(request)
    with bench.open() as store:
        rows = following.followed(store)
        by_kind = {kind: {r["subject"] for r in rows if r["kind"] == kind} for kind in following.KINDS}
        return bench.page(
            request, "follow.html", rows=rows, names=named(store, "actor", by_kind["actor"]), instruments=named(store, "instrument", by_kind["instrument"])
        )


@post("/follow/begin")
async def begin(request: Ask) -> Redirect:
    bench = workbench(request)
    form = {k: str(v).strip() for k, v in (await request.form()).items()}
    if form.get("kind") not in following.KINDS or not form.get("subject"):
        raise DossierError(f"{form.get('kind') or '–'}: only {', '.join(following.KINDS)} can be followed")
    who = form.get("who") or reader_name(request) or REVIEWER
    with bench.open() as store:
        following.follow(store, form["kind"], form["subject"], who, form.get("note") or None)
    return go(local(form.get("back", "/follow")), keep={WHO: who})


HANDLERS = (followed, begin)
