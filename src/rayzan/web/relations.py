"""Who stands in one event with whom: a drawing of at most so many actors, and always the same as a table."""

from collections.abc import Mapping
from typing import Any

from litestar import get

from rayzan.dossier.about import counterparts
from rayzan.dossier.listing import named
from rayzan.dossier.store import Dossier
from rayzan.web import layout, lists
from rayzan.web.bench import Answer, Ask, workbench
from rayzan.web.speech import Speech

DRAWN = 32  # actors without a wish of the reader; more are hard to tell apart
MOST = 200
LONGEST = 28  # letters of a name on the drawing


def radius(events: int) -> float:
    """Of the dot of an actor with so many events, px."""
    return round(4 + events**0.5 * 2, 1) if events < 64 else 20.0


def shortened(name: str) -> str:
    """A name as the drawing has it: the first words of a long one."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def view(store: Dossier, query: Mapping[str, str], speech: Speech) -> dict[str, Any]:
    """All that the page of relations shows, with the names on the drawing in a language."""
    where = {k: v for k, v in lists.narrowing("event", query).items() if k not in ("who", "whom")}
    centre = query.get("actor") or None
    where.pop("actor", None)
    pairs = counterparts(store, centre, where)
    degree: dict[str, int] = {}
    for (a, b), n in pairs.items():
        degree[a], degree[b] = degree.get(a, 0) + n, degree.get(b, 0) + n
    every = sorted(degree, key=lambda i: (i != centre, -degree[i], i))
    most = min(int(query["most"]), MOST) if query.get("most", "").isdigit() and int(query["most"]) > 1 else DRAWN
    ids = every[:most]
    listed = sorted(pairs.items(), key=lambda p: (-p[1], p[0]))[:MOST]
    drawn = {pair: n for pair, n in pairs.items() if pair[0] in ids and pair[1] in ids}
    names = named(store, "actor", {*ids, *(id for pair, _ in listed for id in pair), *([centre] if centre else ())})
    shown = {id: shortened(speech.name(names.get(id), id)) for id in ids}
    sizes = tuple((id, radius(degree[id]), len(shown[id]) * layout.LETTER) for id in ids)
    return {
        "shown": shown, "radius": {id: r for id, r, _ in sizes}, "line": layout.LINE,
        "centre": centre, "where": where, "ids": ids, "every": len(every), "most": most, "degree": degree, "edges": drawn, "at": layout.layout(sizes, tuple(sorted(drawn.items())), centre) if ids else {},
        "pairs": listed, "all_pairs": len(pairs), "wide": layout.WIDE, "high": layout.high(len(ids)),
        "names": names, "typed": {k: query.get(k, "") for k in ("since", "until")},
    }  # fmt: skip


@get("/graph", sync_to_thread=True)
def graph(request: Ask) -> Answer:
    bench = workbench(request)
    with bench.open() as store:
        return bench.page(request, "graph.html", **view(store, dict(request.query_params), bench.speech(request)))


HANDLERS = (graph,)
