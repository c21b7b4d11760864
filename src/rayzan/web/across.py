"""Stories, discrepancies and corroborations: what spans reports."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from litestar import get

from rayzan.collate.story import Story
from rayzan.dossier.judgement import judgements
from rayzan.dossier.listing import named
from rayzan.dossier.store import Dossier
from rayzan.web.bench import Answer, Ask, Workbench, workbench
from rayzan.web.collating import MOST, Across
from rayzan.web.thing import page_of

SEVERITIES = ("contradiction", "variance", "note")
FACETS = ("severity", "kind", "verdict", "outlets", "about")


def outlets(found: Across, ids: tuple[str, ...]) -> str:
    """The outlets of some reports, once each, as one value of a facet."""
    return " × ".join(sorted({found.reports[id]["outlet"] or "–" for id in ids if id in found.reports}))


def counted(told: list[dict[str, str]], query: Mapping[str, str]) -> tuple[list[int], dict[str, list[tuple[str, int, bool]]]]:
    """Which rows a query keeps, and for each facet its values with their rows under all the other filters."""
    fields = [f for f in FACETS if told and f in told[0]]
    asked = {k: v for k, v in query.items() if k in fields and v}
    kept = [n for n, row in enumerate(told) if all(row[k] == v for k, v in asked.items())]
    facets = {}
    for field in fields:
        rest = {k: v for k, v in asked.items() if k != field}
        counts = Counter(row[field] for row in told if all(row[k] == v for k, v in rest.items()))
        facets[field] = [(value, n, asked.get(field) == value) for value, n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))]
    return kept, facets


def named_in(store: Dossier, ids: set[str]) -> dict[str, Any]:
    """Names of the actors and instruments among some ids."""
    every = ids | {part for id in ids for part in id.split()}  # some are about two things, set apart by a blank
    return {"names": named(store, "actor", every), "instruments": named(store, "instrument", every)}


@get("/stories", sync_to_thread=True)
def stories(request: Ask) -> Answer:
    def view(_: Dossier, found: Across) -> dict[str, Any]:
        several = [s for s in found.collation.stories if len(s.reports) > 1]
        several.sort(key=lambda s: (s.day or "", s.id), reverse=True)
        return {
            "stories": several, "differ": {s.id: sum(set(d.reports) <= set(s.reports) for d in found.collation.discrepancies) for s in several},
            "single": sum(len(s.reports) == 1 for s in found.collation.stories),
            "copies": [c for c in found.collation.copies if c.first in found.reports and c.copy in found.reports],
        }  # fmt: skip

    return collated(request, "stories.html", view)


def story(bench: Workbench, store: Dossier, id: str, query: Mapping[str, str]) -> dict[str, Any] | None:
    """All that the page of a story shows, by any of its reports."""
    found = bench.collated.across(store)
    it = next((s for s in found.collation.stories if id == s.id or id in s.reports), None)
    return of_story(store, found, it) if it else None


def of_story(store: Dossier, found: Across, it: Story) -> dict[str, Any]:
    """A story with what its reports differ about and agree on, their copies, and other stories of the time."""
    mine = set(it.reports)
    differ = [d for d in found.collation.discrepancies if set(d.reports) <= mine]
    agree = [c for c in found.collation.corroborations if set(c.reports) <= mine]
    made = [j for j in judgements(store, "story") if j.subject in mine]
    return {
        "story": it, "reports": [found.reports[id] for id in it.reports if id in found.reports], "discrepancies": differ, "corroborations": agree, "made": made,
        "copies": [c for c in found.collation.copies if {c.first, c.copy} <= mine],
        "others": [s for s in found.collation.stories if s.id != it.id and s.day and it.day and s.day[:7] == it.day[:7]][:60], "every": found.reports,
        **named_in(store, {d.about for d in differ} | {c.about for c in agree} | {r.what for x in it.merges for r in x.reasons}),
    }  # fmt: skip


def collated(request: Ask, template: str, view: Callable[[Dossier, Across], dict[str, Any]]) -> Answer:
    """A page over all that spans reports; while that is being made a page that says so and comes back by itself."""
    bench = workbench(request)
    with bench.open() as store:
        found = bench.collated.ready(store)
        if found is None:
            return bench.page(request, "collating.html", 503)
        return bench.page(request, template, reports=found.reports, total=found.total, most=MOST, **view(store, found))


@get("/corroborations", sync_to_thread=True)
def corroborations(request: Ask) -> Answer:
    query = dict(request.query_params)

    def view(store: Dossier, found: Across) -> dict[str, Any]:
        every = sorted(found.collation.corroborations, key=lambda c: (-c.originals, c.kind, c.id))
        told = [{"kind": c.kind, "outlets": outlets(found, c.reports), "about": c.about, "verdict": c.verdict or "open"} for c in every]
        kept, facets = counted(told, query)
        return {"rows": [every[n] for n in kept], "facets": facets, **named_in(store, {c.about for c in every})}

    return collated(request, "corroborations.html", view)


@get("/discrepancies", sync_to_thread=True)
def discrepancies(request: Ask) -> Answer:
    query = dict(request.query_params)

    def view(store: Dossier, found: Across) -> dict[str, Any]:
        every = sorted(found.collation.discrepancies, key=lambda d: (SEVERITIES.index(d.severity), d.id))
        told = [
            {"severity": d.severity, "kind": d.kind, "verdict": d.verdict or "open", "outlets": outlets(found, d.reports), "about": d.about} for d in every
        ]
        kept, facets = counted(told, query)
        return {"rows": [every[n] for n in kept], "facets": facets, **named_in(store, {d.about for d in every})}

    return collated(request, "discrepancies.html", view)


def discrepancy(bench: Workbench, store: Dossier, id: str, query: Mapping[str, str]) -> dict[str, Any] | None:
    """All that the page of a discrepancy shows; of a rejected one only the judgements."""
    found = bench.collated.across(store)
    it = next((d for d in found.collation.discrepancies if d.id == id), None)
    made = judgements(store, "discrepancy", id)
    if it is None and not made:
        return None
    beside = f"/compare?r={it.a.report}&r={it.b.report}" if it else ""
    return {"d": it, "id": id, "reports": found.reports, "made": made, "beside": beside, **named_in(store, {it.about} if it else set())}


HANDLERS = (stories, page_of("/t", "story.html", story), discrepancies, corroborations, page_of("/d", "discrepancy.html", discrepancy))
