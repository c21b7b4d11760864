"""Who stands in one event with whom: a drawing of at most so many actors, and always the same as a table."""

from collections.abc import Mapping
from math import cos, hypot, pi, sin
from typing import Any

from litestar import get

from rayzan.dossier.about import counterparts
from rayzan.dossier.listing import named
from rayzan.dossier.store import Dossier
from rayzan.web import lists
from rayzan.web.bench import Answer, Ask, workbench

DRAWN = 32  # actors without a wish of the reader; more are hard to tell apart
MOST = 200
WIDE, HIGH = 1000.0, 680.0
MARGIN = 70.0
STEPS = 160


def layout(ids: list[str], edges: Mapping[tuple[str, str], int], centre: str | None) -> dict[str, tuple[float, float]]:
    """Places for actors: those with events in common near one another (Fruchterman and Reingold, 1991); the same input, the same places."""
    at = {id: [cos(2 * pi * n / len(ids)) * 0.5, sin(2 * pi * n / len(ids)) * 0.5] for n, id in enumerate(ids)}
    if centre in at:
        at[centre] = [0.0, 0.0]
    k = (1 / max(len(ids), 1)) ** 0.5
    for step in range(STEPS if len(ids) <= 60 else 40):
        heat = 0.1 * (1 - step / STEPS)
        push = {id: [0.0, 0.0] for id in ids}
        for n, a in enumerate(ids):
            for b in ids[n + 1 :]:
                dx, dy = at[a][0] - at[b][0], at[a][1] - at[b][1]
                gap = max(hypot(dx, dy), 0.01)
                pull = k * k / gap - (gap * gap / k * (0.6 + 0.15 * min(edges.get((a, b), edges.get((b, a), 0)), 6)) if (a, b) in edges or (b, a) in edges else 0)
                for id, sign in ((a, 1), (b, -1)):
                    push[id][0] += sign * dx / gap * pull
                    push[id][1] += sign * dy / gap * pull
        for id in ids:
            size = max(hypot(*push[id]), 1e-9)
            if id != centre:
                for axis in (0, 1):
                    at[id][axis] += push[id][axis] / size * min(size, heat) - at[id][axis] * 0.02
    return _scaled(at)


def _scaled(at: Mapping[str, list[float]]) -> dict[str, tuple[float, float]]:
    xs, ys = [p[0] for p in at.values()], [p[1] for p in at.values()]
    wide, high = max(max(xs) - min(xs), 1e-9), max(max(ys) - min(ys), 1e-9)
    return {
        id: (round(MARGIN + (x - min(xs)) / wide * (WIDE - 2 * MARGIN), 1), round(40 + (y - min(ys)) / high * (HIGH - 80), 1)) for id, (x, y) in at.items()
    }


def view(store: Dossier, query: Mapping[str, str]) -> dict[str, Any]:
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
    return {
        "centre": centre, "where": where, "ids": ids, "every": len(every), "most": most, "degree": degree, "edges": drawn, "at": layout(ids, drawn, centre) if ids else {},
        "pairs": listed, "all_pairs": len(pairs), "wide": WIDE, "high": HIGH,
        "names": named(store, "actor", {*ids, *(id for pair, _ in listed for id in pair), *([centre] if centre else ())}), "typed": {k: query.get(k, "") for k in ("since", "until")},
    }  # fmt: skip


@get("/graph", sync_to_thread=True)
def graph(request: Ask) -> Answer:
    bench = workbench(request)
    with bench.open() as store:
        return bench.page(request, "graph.html", **view(store, dict(request.query_params)))


HANDLERS = (graph,)
