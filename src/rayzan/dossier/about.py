"""What the dossier holds of one instrument or actor: names seen, parties, offices, who it stands beside."""

from collections.abc import Iterable
from typing import Any

from rayzan.dossier.listing import Where, events_by, rows
from rayzan.dossier.store import Dossier


def spelled(store: Dossier, kind: str, id: str) -> list[tuple[str, int, int]]:
    """The words by which reports mention an actor or instrument: (words, mentions, reports), most frequent first."""
    sql = "SELECT text, count(*), count(DISTINCT report) FROM mention WHERE kind = ? AND id = ? GROUP BY text ORDER BY 2 DESC, 1"
    return [(str(text), int(n), int(in_)) for text, n, in_ in store.told(sql, kind, id)]


def covered(store: Dossier) -> tuple[str | None, str | None]:
    """The days of the first and the last dated report; None where no report has one."""
    first, last = (store.query(f"SELECT published FROM latest WHERE day > 0 ORDER BY day {way} LIMIT 1") for way in ("ASC", "DESC"))
    return (first[0][0], last[0][0]) if first and last else (None, None)


def parties(store: Dossier, key: str) -> list[str]:
    """The parties of an instrument, as the reading with most of them has it; empty where none is known."""
    found = store.told("SELECT parties FROM instrument WHERE key = ? AND parties <> '' ORDER BY length(parties) DESC, parties LIMIT 1", key)
    return str(found[0][0]).split() if found else []


def belongs(store: Dossier, id: str, party: str) -> bool:
    """Whether an actor is a state or body, or stands for that state."""
    return id == party or bool(store.told("SELECT 1 FROM actor WHERE id = ? AND state = ? LIMIT 1", id, party))


def sides(store: Dossier, ids: Iterable[str]) -> dict[str, str]:
    """Of each actor the state that it stands for; itself where reports know of none."""
    sql = "SELECT max(state) FROM actor WHERE id = ?"
    return {id: str(state or id) for id, ((state,),) in store.told_each(sql, sorted(set(ids))).items()}


def mentioning(store: Dossier, kind: str, id: str, limit: int) -> tuple[int, list[dict[str, Any]]]:
    """The statements whose words mention an actor or instrument: how many, and the newest of them as `listing.rows` gives them."""
    sql = """SELECT DISTINCT s.report, s.key FROM mention m JOIN statement s ON s.report = m.report AND s.start <= m.start AND s."end" >= m."end"
             WHERE m.kind = ? AND m.id = ?"""
    number = int(store.told(f"SELECT count(*) FROM ({sql}) k", kind, id)[0][0])
    newest = store.told(f"SELECT k.key, r.id FROM ({sql}) k JOIN report r ON r.number = k.report ORDER BY r.day DESC, r.id, k.key LIMIT ?", kind, id, limit)
    wanted, told = {key for key, _ in newest}, dict.fromkeys(report for _, report in newest)
    return number, [r for report in told for r in rows(store, "statement", {"report": report}) if r["key"] in wanted]


def offices(store: Dossier, id: str) -> list[dict[str, Any]]:
    """The offices that reports saw an actor in: office, office_en, first and last day of such reports, how many; oldest first."""
    sql = """SELECT a.office, max(a.office_en), min(r.published), max(r.published), count(*) FROM actor a JOIN report r ON r.number = a.report
             WHERE a.id = ? AND a.office IS NOT NULL GROUP BY a.office ORDER BY 3 IS NULL, 3, 1"""
    return [dict(zip(("office", "office_en", "first", "last", "reports"), row, strict=True)) for row in store.told(sql, id)]


def offices_at(store: Dossier, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The office in which a report saw an actor, by report and actor; pairs of which none is told are left out."""
    wanted = {(report, actor) for report, actor in pairs if actor}
    told = sorted({report for report, _ in wanted})
    if not told:
        return {}
    sql = f"SELECT r.id, a.id, a.office FROM latest r JOIN actor a ON a.report = r.number WHERE a.office IS NOT NULL AND r.id IN ({', '.join('?' * len(told))})"
    return {(str(report), str(actor)): str(office) for report, actor, office in store.told(sql, *told) if (report, actor) in wanted}


def counterparts(store: Dossier, id: str | None = None, where: Where = {}) -> dict[tuple[str, str], int]:
    """Pairs of actors that stand in one event, by id, with the number of events; with `id` only its own pairs. `where`: as in `rows`."""
    out: dict[tuple[str, str], int] = {}
    for sides, number in events_by(store, ("who", "whom"), where).items():
        who = sorted({actor for side in sides for actor in side.split()})
        for n, one in enumerate(who):
            for other in who[n + 1 :]:
                if id in (None, one, other):
                    out[one, other] = out.get((one, other), 0) + number
    return out
