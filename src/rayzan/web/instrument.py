"""Instruments: where each stands, what reports say of it step by step, as of any day."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from litestar import get

from rayzan.dossier.about import belongs, mentioning, parties, spelled
from rayzan.dossier.listing import count, named, rows
from rayzan.dossier.store import Dossier
from rayzan.web import lists
from rayzan.web.across import named_in
from rayzan.web.bench import Answer, Ask, Workbench, workbench
from rayzan.web.thing import page_of
from rayzan.web.when import iso_of

# The steps of the lifecycle, each with the states that reach it.
STEPS = {
    "proposed": ("proposed", "mandated"), "negotiating": ("negotiating",), "agreed": ("agreed",), "initialled": ("initialled",), "signed": ("signed",),
    "ratified": ("ratified",), "in_force": ("in_force", "implementing"), "amended": ("amended",),
    "ended": ("stalled", "suspended", "terminated", "replaced"),
}  # fmt: skip
RELATED = 12
SAID, REPORTS, CLAIMS, DAYS = 30, 40, 80, 24  # shown on a page, the newest; the page says how many there are and leads to all
Rows = list[dict[str, Any]]


class Step(NamedTuple):
    """A step of the strip. `how`: told, split (asserted by some, denied or only foreseen by others), ahead (only foreseen), hollow."""

    name: str
    how: str
    claims: Rows


def strip(claims: Iterable[dict[str, Any]]) -> list[Step]:
    """The lifecycle by the claims of reports: each step with those that speak of it."""
    told = list(claims)
    out = []
    for name, states in STEPS.items():
        here = [c for c in told if c["state"] in states]
        plain, flagged = [c for c in here if not c["flags"]], [c for c in here if c["flags"]]
        denied = [c for c in told if c["state"] == "denied" and name == "agreed"]
        how = "split" if plain and (denied or any("negated" in c["flags"] for c in flagged)) else "told" if plain else "ahead" if flagged else "hollow"
        out.append(Step(name, how, here))
    return out


def day_told(claim: dict[str, Any]) -> str:
    """The day that a claim is of: the day it gives, else that of its report; empty where neither is known."""
    return str(claim["when"] or claim["published"] or "")


def as_of(claims: Rows, day: str | None) -> Rows:
    """The claims known until a day; undated ones only where no day is asked for."""
    return [c for c in claims if day is None or (day_told(c) and day_told(c)[: len(day)] <= day)]


def standing(claims: Rows) -> dict[str, Any] | None:
    """The claim that says where the instrument stands last; None where none does without a flag."""
    plain = sorted((c for c in claims if not c["flags"]), key=lambda c: (day_told(c), c["published"] or "", c["start"]))
    return plain[-1] if plain else None


def people(claims: Rows, rows_: Rows = []) -> set[str]:
    return {c["claimed_by"] for c in claims if c["claimed_by"]} | {p for r in rows_ for p in (r.get("parties") or "").split()}


@get("/instruments", sync_to_thread=True)
def tracker(request: Ask) -> Answer:
    bench = workbench(request)
    with bench.open() as store:
        values = lists.view(store, "instrument", request.query_params)
        told = {r["key"]: rows(store, "state", {"instrument": r["key"]}) for r in values["rows"]}
        party = {r["key"]: parties(store, r["key"]) for r in values["rows"]}
        ids = {p for ps in party.values() for p in ps} | {i for claims in told.values() for i in people(claims)}
        values["names"] |= named(store, "actor", ids)
        seen = {r["key"]: [words for words, _, _ in spelled(store, "instrument", r["key"])] for r in values["rows"]}
        return bench.page(
            request, "instruments.html", **values, strips={k: strip(c) for k, c in told.items()}, standing={k: standing(c) for k, c in told.items()},
            parties=party, seen=seen,
        )  # fmt: skip


def view(bench: Workbench, store: Dossier, key: str, query: Mapping[str, str]) -> dict[str, Any] | None:
    """All that the page of an instrument shows, as of the day `at` if that is asked for; None where no report mentions it."""
    about = rows(store, "instrument", {"key": key})
    if not about:
        return None
    claims = rows(store, "state", {"instrument": key})
    typed = query.get("at", "")
    day = iso_of(typed, last=True)
    known = as_of(claims, day)
    sides = parties(store, key)
    meetings = rows(store, "event", {"instrument": key}, RELATED)
    undertaken = rows(store, "commitment", {"instrument": key}, RELATED)
    number, said = mentioning(store, "instrument", key, SAID)
    shown = known[-CLAIMS:]
    ids = people(known) | set(sides) | lists.ids_of([*meetings, *undertaken, *said], [], {})
    lanes = {p: [c for c in known if c["claimed_by"] and belongs(store, c["claimed_by"], p)] for p in sides}
    found = bench.collated.ready(store)
    differ, agree = found.on({key, *(keys.get(key, key) for keys in found.collation.keys.values())}) if found else ([], [])
    about_them = named_in(store, {d.about for d in differ} | {c.about for c in agree})
    return {
        "collated": found is not None, "discrepancies": differ, "corroborations": agree, "every": found.reports if found else {},
        "key": key, "instrument": about[0], "known": shown, "all_known": len(known), "steps": strip(known), "standing": standing(known), "as_of": day, "typed": typed,
        "parties": sides, "lanes": {p: c for p, c in lanes.items() if c}, "spelled": spelled(store, "instrument", key), "meetings": meetings,
        "commitments": undertaken, "statements": said, "all_statements": number, "names": named(store, "actor", ids) | about_them["names"], "instruments": named(store, "instrument", [key]) | about_them["instruments"],
        "days": sorted({day_told(c) for c in claims if day_told(c)}), "reports": rows(store, "report", {"instrument": key}, REPORTS), "all_reports": count(store, "report", {"instrument": key}), "days_shown": DAYS,
    }  # fmt: skip


HANDLERS = (tracker, page_of("/i", "instrument.html", view))
