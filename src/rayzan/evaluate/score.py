"""The score of records against gold: precision, recall and F1 of each kind, micro-averaged over reports."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rayzan.errors import GoldError
from rayzan.evaluate.align import Row, overlap, pair, plain, same_actor, shared
from rayzan.evaluate.tally import Tally

STRICT, FOUND = 0.8, 0.5


def rows(record: Row, key: str) -> list[Any]:
    return [r for r in record.get(key) or () if r]


class ReportScore:
    """One report's gold beside its record."""

    def __init__(self, gold: Row, system: Row, tally: Tally) -> None:
        self.gold, self.system, self.tally = gold, system, tally
        self.actors, self.others = gold.get("actors") or {}, system.get("actors") or {}

    def same(self, gold: Any, system: Any) -> bool:
        return same_actor(gold, self.actors.get(gold), system, self.others.get(system))

    def run(self) -> None:
        self.statements()
        self.events()
        self.instruments()
        self.spans("commitments", "commitment", "evidence", 0.4)
        self.figures()
        self.times()
        self.topics()
        self.spans("questions", "question", "text", 0.4)
        self.head()

    def statements(self) -> None:
        gold = [s for s in rows(self.gold, "statements") if s.get("content")]
        system = [s for s in rows(self.system, "statements") if s.get("content")]

        def weight(g: Row, s: Row) -> float:
            return overlap(g["content"], s["content"]) + (0.05 if g.get("cue") and s.get("cue") and shared(g["cue"], s["cue"]) else 0)

        found = pair(gold, system, weight, FOUND)
        spoken = [(i, j) for i, j in found if self.same(gold[i]["speaker"], system[j].get("speaker"))]
        strict = [(i, j) for i, j in spoken if overlap(gold[i]["content"], system[j]["content"]) >= STRICT]
        for name, hits in (("statement found", found), ("statement speaker", spoken), ("statement strict", strict)):
            self.tally.kind(name, len(hits), len(system), len(gold))
        self.tally.detail("speaker", len(spoken), len(found))
        cued = [(i, j) for i, j in found if gold[i].get("cue")]
        self.tally.detail("cue", sum(bool(shared(gold[i]["cue"], system[j].get("cue"))) for i, j in cued), len(cued))
        self.tally.detail("directness", sum(gold[i].get("directness") == system[j].get("directness") for i, j in found), len(found))
        acts = sum((gold[i].get("act") or "statement") == (system[j].get("act") or "statement") for i, j in found)
        self.tally.detail("act", acts, len(found))
        self.tally.detail("within", sum(bool(gold[i].get("within")) == bool(system[j].get("within")) for i, j in found), len(found))

    def events(self) -> None:
        gold, system = rows(self.gold, "events"), rows(self.system, "events")

        def parties(e: Row) -> list[Any]:
            return (e.get("who") or []) + (e.get("whom") or [])

        def weight(g: Row, s: Row) -> float:
            if g["type"] != s.get("type"):
                return 0
            wanted, told = parties(g), parties(s)
            hit = sum(any(self.same(a, b) for b in told) for a in wanted)
            union = len(wanted) + len(told) - hit
            near = 1 if shared(g.get("evidence"), s.get("evidence")) else 0
            return 0.6 * (hit / union if union else 1.0) + 0.4 * near

        found = pair(gold, system, weight, 0.45)
        self.tally.kind("event", len(found), len(system), len(gold))
        self.tally.detail("event when", sum(_text(gold[i].get("when")) == _text(system[j].get("when")) for i, j in found), len(found))
        placed = [(i, j) for i, j in found if gold[i].get("where")]
        self.tally.detail("event where", sum(plain(gold[i]["where"]) == plain(system[j].get("where")) for i, j in placed), len(placed))
        status = sum((gold[i].get("status") or "happened") == (system[j].get("status") or "happened") for i, j in found)
        self.tally.detail("event status", status, len(found))

    def instruments(self) -> None:
        gold = [(k["key"], m) for k in rows(self.gold, "instruments") for m in rows(k, "mentions")]
        system = [(k["key"], m) for k in rows(self.system, "instruments") for m in rows(k, "mentions")]
        found = pair(gold, system, lambda g, s: overlap(g[1], s[1]), 0.3)
        self.tally.kind("instrument mention", len(found), len(system), len(gold))
        links = Counter((gold[i][0], system[j][0]) for i, j in found)
        best: dict[Any, Any] = {}
        for (g, s), _ in links.most_common():
            if g not in best and s not in best.values():
                best[g] = s
        self.tally.detail("instrument identity", sum(n for (g, s), n in links.items() if best.get(g) == s), len(found))
        states = [(k["key"], x) for k in rows(self.gold, "instruments") for x in rows(k, "states")]
        told = [(k["key"], x) for k in rows(self.system, "instruments") for x in rows(k, "states")]

        def weight(g: Any, s: Any) -> float:
            same = float(g[1]["state"] == s[1].get("state")) * (0.5 + 0.5 * float(best.get(g[0]) == s[0]))
            return same * (1 if shared(g[1].get("evidence"), s[1].get("evidence")) else 0)

        self.tally.kind("instrument state", len(pair(states, told, weight, 0.9)), len(told), len(states))

    def spans(self, key: str, name: str, field: str, floor: float) -> None:
        gold, system = rows(self.gold, key), rows(self.system, key)
        found = pair(gold, system, lambda g, s: overlap(g.get(field), s.get(field)), floor)
        self.tally.kind(name, len(found), len(system), len(gold))
        if name == "commitment":
            self.tally.detail("commitment by", sum(self.same(gold[i].get("by"), system[j].get("by")) for i, j in found), len(found))

    def figures(self) -> None:
        gold, system = rows(self.gold, "figures"), rows(self.system, "figures")

        def weight(g: Row, s: Row) -> float:
            return (_number(g["value"]) == _number(s.get("value"))) * (1.0 if shared(g.get("evidence"), s.get("evidence")) else 0.0)

        found = pair(gold, system, weight, 0.9)
        self.tally.kind("figure", len(found), len(system), len(gold))
        windowed = [(i, j) for i, j in found if gold[i].get("window")]
        self.tally.detail("figure window", sum(str(gold[i]["window"]) == str(system[j].get("window")) for i, j in windowed), len(windowed))

    def times(self) -> None:
        gold, system = rows(self.gold, "times"), rows(self.system, "times")
        found = pair(gold, system, lambda g, s: overlap(g.get("text"), s.get("text")), 0.3)
        self.tally.kind("time", len(found), len(system), len(gold))
        self.tally.detail("time value", sum(_text(gold[i].get("value")) == _text(system[j].get("value")) for i, j in found), len(found))

    def topics(self) -> None:
        gold, system = set(self.gold.get("topics") or ()), set(self.system.get("topics") or ())
        self.tally.kind("topic", len(gold & system), len(system), len(gold))

    def head(self) -> None:
        gold, system = self.gold.get("report") or {}, self.system.get("report") or {}
        if gold.get("published"):
            self.tally.detail("published", str(gold["published"]) == str(system.get("published")), 1)
        if gold.get("headline"):
            self.tally.detail("headline", overlap(gold["headline"], system.get("headline")) >= STRICT, 1)
        wanted, told = ({c for s in rows(r, "furniture") for c in range(s["start"], s["end"])} for r in (gold, system))
        self.tally.kind("furniture", len(wanted & told), len(told), len(wanted))


def _text(value: object) -> str | None:
    return None if value in (None, "") else str(value)


def _number(value: object) -> float | str:
    return float(str(value)) if str(value).replace(".", "", 1).replace("-", "", 1).isdigit() else str(value)


def gold_records(folder: Path) -> dict[str, Row]:
    """The gold of a folder by report id, in the order of ids.

    Raises `GoldError` where the folder is missing or holds none.
    """
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder; give a folder of gold records (<report id>.json)")
    found: dict[str, Row] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as e:
            raise GoldError(f"{path}: no JSON ({e})") from e
        if "statements" in record:
            found[path.stem] = record
    if not found:
        raise GoldError(f"{folder}: no gold records here (<report id>.json with statements)")
    return found


def evaluate(gold: dict[str, Row], records: Iterable[Row]) -> Tally:
    """The tally of records (in the exchange form) against gold; a report without a record counts as missed."""
    by_id = {str(r["report"]["id"]): r for r in records}
    tally = Tally()
    for id, wanted in gold.items():
        ReportScore(wanted, by_id.get(id, {}), tally).run()
    return tally
