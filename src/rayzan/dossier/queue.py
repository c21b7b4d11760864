"""What a person should look at first: facts not yet judged, by how much they weigh and how many signs of doubt they bear."""

from typing import Any

from rayzan.dossier.listing import one
from rayzan.dossier.store import Dossier

TABLES = {"state": "instrument_state", "commitment": "commitment", "event": "event", "statement": "statement", "figure": "figure", "question": "question"}
WEIGHT = {"state": 6, "commitment": 4, "event": 4, "statement": 3, "figure": 2, "question": 1}
_KINDS = "('garbled-name', 'office-holder', 'calendar-clash')"
_NOTED = f"""(t.report IN (SELECT report FROM note WHERE kind IN {_KINDS}) AND EXISTS (SELECT 1 FROM note n WHERE n.report = t.report
    AND n.kind IN {_KINDS} AND n.start < t."end" AND n."end" > t.start))"""
# Signs of doubt of each kind: the name of the reason, the condition, what it adds.
SIGNS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "state": (("date", 't."when" IS NULL', 1), ("flag", "t.flags <> ''", 1), ("note", _NOTED, 2)),
    "commitment": (("party", 't."by" IS NULL', 3), ("note", _NOTED, 2)),
    "event": (("party", "t.who = ''", 3), ("date", 't."when" IS NULL', 1), ("flag", "t.flags <> ''", 1), ("note", _NOTED, 2)),
    "statement": (("speaker", "t.speaker IS NULL", 5), ("note", _NOTED, 2)),
    "figure": (("value", "t.unit IS NULL", 2), ("note", _NOTED, 2)),
    "question": (("party", 't."to" IS NULL', 2),),
}


def waiting(store: Dossier) -> int:
    """How many facts of the kinds of the queue nobody has judged."""
    judged = """SELECT count(DISTINCT t.key) FROM judgement j JOIN latest r ON r.id = j.report JOIN "{}" t ON t.report = r.number AND t.key = j.subject
                WHERE j.kind = ? AND j.undone IS NULL AND t.verdict IS NOT NULL"""
    told = sum(int(store.told(f'SELECT count(*) FROM "{table}"')[0][0]) for table in TABLES.values())
    kinds = {kind for (kind,) in store.query("SELECT DISTINCT kind FROM judgement WHERE undone IS NULL")}
    return told - sum(int(store.told(judged.format(table), kind)[0][0]) for kind, table in TABLES.items() if kind in kinds)


def queue(store: Dossier, kind: str | None = None, report: str | None = None, limit: int = 20, offset: int = 0) -> list[dict[str, Any]]:
    """Facts to judge, heaviest and most doubtful first: each as `listing.one` gives it, with its `reasons` (names of `SIGNS`)."""
    need = limit + offset
    best: list[tuple[int, int, str]] = []
    for name in TABLES if kind is None else [kind] if kind in TABLES else []:
        least = -best[need - 1][0] if 0 < need <= len(best) else 0
        most = WEIGHT[name] + sum(n for _, _, n in SIGNS[name])
        if most < least:  # nothing of this kind comes before what was found
            continue
        noted = sum(n for sign, _, n in SIGNS[name] if sign == "note")
        best = sorted([*best, *_heaviest(store, name, report, need, most - noted < least)])[:need]
    rows = (one(store, key) for _, _, key in best[offset:])
    return [{**row, "reasons": reasons(store, row)} for row in rows if row]


def _heaviest(store: Dossier, kind: str, report: str | None, limit: int, noted: bool) -> list[tuple[int, int, str]]:
    """The first facts of a kind, as they are sorted: points and day with a minus, key; only of reports with a note that tells of doubt if `noted`."""
    points = " + ".join([str(WEIGHT[kind]), *(f"CASE WHEN {sql} THEN {n} ELSE 0 END" for _, sql, n in SIGNS[kind])])
    where = ["t.verdict IS NULL", *(["r.id = ?"] if report else []), *([f"t.report IN (SELECT report FROM note WHERE kind IN {_KINDS})"] if noted else [])]
    sql = f"""SELECT -({points}) AS points, -r.day AS day, t.key AS key FROM "{TABLES[kind]}" t JOIN report r ON r.number = t.report
              WHERE {' AND '.join(where)} ORDER BY points, day, key LIMIT ?"""
    return [(int(p), int(day), str(key)) for p, day, key in store.query(sql, *([report] if report else []), limit)]


def reasons(store: Dossier, row: dict[str, Any]) -> list[str]:
    """The signs of doubt that a fact bears, by name."""
    kind = row["list"]
    return [name for name, sql, _ in SIGNS.get(kind, ()) if store.query(f'SELECT 1 FROM "{TABLES[kind]}" t JOIN report r ON r.number = t.report WHERE r.id = ? AND t.key = ? AND {sql}', row["report"], row["key"])]
