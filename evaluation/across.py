"""Scores what is found across the five reference reports against the truths of `cross.yaml`.

    python evaluation/across.py [--list]

Prints one line for each measure; `--list` adds what was missed and what was found beyond the gold, for judging by reading. Verdicts on the
latter are kept in `discrepancies.tsv` and `corroborations.tsv` by report and offsets.
"""

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from rayzan.collate import timeline
from rayzan.collate.collation import Collation, collate
from rayzan.collate.told import Place, Told
from rayzan.reading import reader
from rayzan.text.fold import fold
from rayzan.text.report import Report

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
KINDS = {  # the gold's kind of a discrepancy by the kinds that say the same here
    "figure_window": {"window", "number"}, "name": {"name"}, "state": {"state"}, "agents": {"agents"}, "assessment": {"assessment"},
    "status": {"membership"}, "coverage": {"coverage"}, "heading_vs_body": {"heading"}, "outlet_spelling": {"spelling"}, "time": {"date"},
}  # fmt: skip


class Score(NamedTuple):
    """Found of wanted, and which were missed."""

    name: str
    found: int
    wanted: int
    missed: tuple[str, ...] = ()

    @property
    def recall(self) -> float:
        return self.found / self.wanted


def five(shared: Path) -> list[Told]:
    """The five reference reports with their records, under the short ids of the gold."""
    gold = yaml.safe_load((shared / "eval/gold/reports/cross.yaml").read_text(encoding="utf-8"))
    out = []
    for id, row in gold["reports"].items():
        report = Report(id, (shared / "reports" / f"{row['file']}.txt").read_text(encoding="utf-8"))
        out.append(Told(report, reader().read(report)))
    return out


class Gold:
    """The truths over the five reports, anchors as places."""

    def __init__(self, shared: Path, told: Iterable[Told]) -> None:
        self.rows: dict[str, Any] = yaml.safe_load((shared / "eval/gold/reports/cross.yaml").read_text(encoding="utf-8"))
        self.texts = {t.id: t.text for t in told}

    def place(self, row: Mapping[str, Any]) -> Place:
        """Where an anchor stands: «first … last» within its line."""
        lines = self.texts[row["report"]].split("\n")
        start = sum(len(line) + 1 for line in lines[: row["line"] - 1])
        line = lines[row["line"] - 1]
        first, _, last = (part.strip() for part in row["anchor"].partition("…"))
        at = line.index(first)
        end = line.index(last, at + len(first)) + len(last) if last else at + len(first)
        return Place(row["report"], start + at, start + end, line[at:end])

    def line(self, place: Place) -> tuple[str, int]:
        return place.report, self.texts[place.report].count("\n", 0, place.start)


def meets(found: Place, wanted: Place) -> bool:
    """Whether two places are one, or the same words elsewhere in the same report."""
    one, other = fold(found.text), fold(wanted.text)
    return found.overlaps(wanted) or (found.report == wanted.report and (one in other or other in one))


def same_events(gold: Gold, c: Collation) -> Score:
    """Events told in several reports: each report that tells it has a place in one occasion."""
    missed = []
    for e in gold.rows["same_events"]:
        places = [gold.place(t) for t in e["told_in"]]
        wanted = {p.report for p in places}
        hit = [{p.report for p in places for x in o.told if x.place.overlaps(p)} for o in c.occasions]
        if wanted not in hit:
            missed.append(e["key"])
    return Score("same events joined", len(gold.rows["same_events"]) - len(missed), len(gold.rows["same_events"]), tuple(missed))


def look_alikes(gold: Gold, c: Collation) -> Score:
    """Look-alikes that no occasion and no instrument joins."""
    joined = []
    for n, pair in enumerate(gold.rows["not_the_same"]):
        a, b = gold.place(pair["a"]), gold.place(pair["b"])
        for o in c.occasions:
            if any(x.place.overlaps(a) for x in o.told) and any(x.place.overlaps(b) for x in o.told):
                joined.append(f"{n}: {o.id}")
    total = len(gold.rows["not_the_same"])
    return Score("look-alikes apart", total - len(joined), total, tuple(joined))


def instruments(gold: Gold, told: Iterable[Told], c: Collation) -> Score:
    """Instruments all of whose names that were found have one key, which no other instrument of the gold has."""
    mentions = [(Place.of(t.id, m), c.keys[t.id][i.key]) for t in told for i in t.record.instruments for m in i.mentions]
    keys: dict[str, set[str]] = {}
    for row in gold.rows["instruments"]:
        places = [gold.place(s) for s in row["surface_names"]]
        keys[row["key"]] = {key for place, key in mentions if any(place.overlaps(p) for p in places)}
    missed = [k for k, v in keys.items() if len(v) != 1 or any(v & w for other, w in keys.items() if other != k)]
    return Score("instruments with one key", len(keys) - len(missed), len(keys), tuple(missed))


def discrepancies(gold: Gold, c: Collation, certainty: str = "text") -> tuple[Score, set[str]]:
    """The gold's discrepancies that are found, of one kind and at the same places, and the ids of those found that match one."""
    missed, matched = [], set[str]()
    wanted = [d for d in gold.rows["discrepancies"] if d["certainty"] == certainty]
    for row in wanted:
        a, b = gold.place(row["a"]), gold.place(row["b"])
        hits = [
            d.id for d in c.discrepancies
            if d.kind in KINDS[row["kind"]] and ((meets(d.a, a) and meets(d.b, b)) or (meets(d.a, b) and meets(d.b, a)))
        ]  # fmt: skip
        matched.update(hits)
        if not hits:
            missed.append(row["id"])
    return Score(f"discrepancies ({certainty})", len(wanted) - len(missed), len(wanted), tuple(missed)), matched


def corroborations(gold: Gold, c: Collation) -> tuple[Score, set[str]]:
    """The gold's corroborations by independent reports that are found: evidence in the same lines of two of its reports, or in the same words."""
    missed, matched = [], set[str]()
    # What one report tells thrice is no corroboration: nothing may be found there.
    wanted = [r for r in gold.rows["corroborations"] if len({e["report"] for e in r["evidence"]}) > 1]
    for row in wanted:
        places = [gold.place(e) for e in row["evidence"]]
        lines = {gold.line(p) for p in places}
        hits = [
            x.id
            for x in c.corroborations
            if len({p.report for p in x.evidence if gold.line(p) in lines or any(meets(p, w) for w in places)}) > 1
        ]
        matched.update(hits)
        if not hits:
            missed.append(row["id"])
    return Score("corroborations", len(wanted) - len(missed), len(wanted), tuple(missed)), matched


STEPS = (  # the bilateral timeline: what carries each of its six steps
    ("roadmap-20y", "mandated"), ("iran-russia-treaty", "signing"), ("iran-russia-treaty", "in_force"), ("russia iran", "support"),
    ("pezeshkian putin", "consultation"), ("consultation-programme-2026-2028", "signing"),
)  # fmt: skip


def steps_in_order(told: list[Told], c: Collation) -> Score:
    """The six steps of the bilateral timeline in their order."""
    found = timeline.relation("iran", "russia", told, c.keys, c.occasions, c.story_days()).steps
    at = [next((n for n, s in enumerate(found) if (s.about, s.what) == step), None) for step in STEPS]
    missed = [f"{about} {what}" for (about, what), n in zip(STEPS, at, strict=True) if n is None]
    told_ = [n for n in at if n is not None]
    wrong = [] if told_ == sorted(told_) else ["out of order"]
    return Score("steps of the timeline in order", len(STEPS) - len(missed) - len(wrong), len(STEPS), tuple(missed + wrong))


def verdicts(table: Path) -> dict[str, str]:
    """Verdicts by reading on what was found beyond the gold: id by right or wrong."""
    with table.open(encoding="utf-8") as rows:
        return {r["id"]: r["verdict"] for r in csv.DictReader(rows, delimiter="\t")}


def precision(ids: Iterable[str], matched: set[str], judged: Mapping[str, str]) -> tuple[int, int, list[str]]:
    """How many are right, of how many, and those that nobody has judged yet (they count as wrong)."""
    every = list(ids)
    right = [i for i in every if i in matched or judged.get(i) == "right"]
    return len(right), len(every), [i for i in every if i not in matched and i not in judged]


def main() -> Iterator[str]:
    told = five(SHARED)
    gold, c = Gold(SHARED, told), collate(told)
    found, matched_d = discrepancies(gold, c)
    corroborated, matched_c = corroborations(gold, c)
    for s in (same_events(gold, c), look_alikes(gold, c), instruments(gold, told, c), steps_in_order(told, c), found, corroborated):
        yield f"{s.name}: {s.found} of {s.wanted}" + (f"; missed: {', '.join(s.missed)}" if s.missed else "")
    for name, ids, matched, table in (
        ("discrepancies", [d.id for d in c.discrepancies], matched_d, "discrepancies.tsv"),
        ("corroborations", [x.id for x in c.corroborations], matched_c, "corroborations.tsv"),
    ):
        right, every, open_ = precision(ids, matched, verdicts(HERE / table))
        yield f"{name} right: {right} of {every}" + (f"; not judged: {', '.join(open_)}" if open_ else "")
    if "--list" in sys.argv:
        for d in c.discrepancies:
            yield f"{d.id}\t{'gold' if d.id in matched_d else 'beyond'}\t{d.kind}\t{d.a.report}:{d.a.start}-{d.a.end}\t{d.b.report}:{d.b.start}-{d.b.end}\t{d.en}"
        for x in c.corroborations:
            places = " ".join(f"{p.report}:{p.start}-{p.end}" for p in x.evidence)
            yield f"{x.id}\t{'gold' if x.id in matched_c else 'beyond'}\t{x.kind}\t{places}\t{x.en}"


if __name__ == "__main__":
    print("\n".join(main()))
