"""The page of an actor: names, offices, statements by topic, events, counterparts."""

from collections.abc import Mapping
from typing import Any

from rayzan.dossier.about import counterparts, offices, spelled
from rayzan.dossier.judgement import judgements
from rayzan.dossier.listing import count, facets, named, rows
from rayzan.dossier.store import Dossier
from rayzan.lexicon.entry import Person
from rayzan.web.bench import Workbench
from rayzan.web.lists import ids_of
from rayzan.web.thing import page_of
from rayzan.web.when import iso_of

SAID, MET, BESIDE = 15, 12, 15


def holdings(person: Person | None, day: str | None) -> list[dict[str, Any]]:
    """Terms of office by the lexicon, oldest first; `now`: whether the day asked for lies within."""
    out = []
    for h in sorted(person.held, key=lambda h: h.start or "") if person else ():
        inside = day is not None and (h.start or "") <= day and (h.end is None or day[: len(h.end)] <= h.end)
        out.append({"office": h.office, "start": h.start, "end": h.end, "acting": h.acting, "uncertain": h.uncertain, "now": inside})
    return out


def view(bench: Workbench, store: Dossier, id: str, query: Mapping[str, str]) -> dict[str, Any] | None:
    """All that the page of an actor shows, until the day `at` if that is asked for; None where no report names it."""
    about = rows(store, "actor", {"id": id})
    if not about:
        return None
    typed, person = query.get("at", ""), bench.names.lexicon.persons.get(id)
    day = iso_of(typed, last=True)
    dated = {"until": day} if day else {}
    said = rows(store, "statement", {"speaker": id, **dated}, SAID)
    met = {r["key"]: r for side in ("who", "whom") for r in rows(store, "event", {side: id, **dated}, MET)}
    beside = sorted(counterparts(store, id, dated).items(), key=lambda p: (-p[1], p[0]))[:BESIDE]
    others = [(a if b == id else b, n) for (a, b), n in beside]
    offices_ = [o for o in offices(store, id) if not day or not o["first"] or o["first"] <= day]
    merged = [j for j in judgements(store, "actor") if j.verdict == "merge" and j.value == id]
    return {
        "id": id, "actor": about[0], "offices": offices_, "holdings": holdings(person, day), "as_of": day, "typed": typed, "rows": said,
        "said": count(store, "statement", {"speaker": id, **dated}), "topics": [f for f in facets(store, "statement", {"speaker": id, **dated}, ["topics"])["topics"] if f[0]],
        "events": sorted(met.values(), key=lambda r: r["when"] or r["published"] or "", reverse=True)[:MET],
        "met": count(store, "event", {"who": id, **dated}), "met_as_other": count(store, "event", {"whom": id, **dated}),
        "counterparts": others, "spelled": spelled(store, "actor", id), "dated": dated, "merged": merged, "known": person is not None,
        "wikidata": wikidata(store, id), "names": named(store, "actor", {id, *(o for o, _ in others), *ids_of([*met.values(), *said], [], {})}),
    }  # fmt: skip


def wikidata(store: Dossier, id: str) -> str | None:
    """The actor's Wikidata item as the newest report that names it has it; None where the lexicon knows none."""
    newest = rows(store, "report", {"actor": id}, 1)
    if not newest:
        return None
    actor = store.one(newest[0]["id"])[1].actors.get(id)
    return actor.wikidata if actor else None


HANDLERS = (page_of("/a", "actor.html", view),)
