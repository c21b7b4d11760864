"""What each page shows, out of the dossier: plain values, no HTML."""

from typing import Any

from rayzan.dossier.search import find
from rayzan.dossier.store import Dossier
from rayzan.errors import DossierError
from rayzan.record import Record

Values = dict[str, Any]
PREVIEW = 12  # rows on the home page; each list links to all of its rows


def _rows(store: Dossier, sql: str, names: str, *values: object) -> list[Values]:
    return [dict(zip(names.split(), row, strict=True)) for row in store.query(sql, *values)]


REPORTS = "SELECT id, outlet, published, substr(text, 1, 400) FROM latest ORDER BY published IS NULL, published DESC, id"
SPOKEN = """SELECT speaker, coalesce((SELECT name_fa FROM actor a WHERE a.id = s.speaker LIMIT 1), speaker), coalesce(speaker_en, speaker), count(*), count(DISTINCT report)
            FROM statement s WHERE speaker IS NOT NULL GROUP BY speaker ORDER BY 4 DESC, 1"""
STANDING = """SELECT i.key, max(i.name_en), max(i.name_fa), max(i.kind), count(DISTINCT i.report), sum(i.mentions),
              (SELECT s.state FROM instrument_state s JOIN latest r ON r.number = s.report WHERE s.instrument = i.key AND s.flags = ''
               ORDER BY coalesce(s."when", r.published) DESC, s.start DESC LIMIT 1)
              FROM instrument i GROUP BY i.key ORDER BY 6 DESC, 1"""


def _begins(text: str) -> str:
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return first if len(first) < 110 else first[:108].rsplit(" ", 1)[0] + " …"


def reports(store: Dossier) -> list[Values]:
    out = _rows(store, REPORTS, "id outlet published begins")
    for row in out:
        row["begins"] = _begins(row["begins"])
    return out


def home(store: Dossier) -> Values:
    """Counts, the newest reports, who spoke, where instruments stand."""
    counts = {k: store.query(f"SELECT count(*) FROM {t}")[0][0] for k, t in (("reports", "latest"), ("statements", "statement"), ("events", "event"), ("commitments", "commitment"), ("figures", "figure"))}  # fmt: skip
    counts["instruments"] = store.query("SELECT count(DISTINCT key) FROM instrument")[0][0]
    return {
        "counts": counts,
        "reports": reports(store),
        "speakers": _rows(store, SPOKEN, "id name_fa name_en count reports")[:PREVIEW],
        "instruments": _rows(store, STANDING, "key name_en name_fa kind reports mentions state")[:PREVIEW],
    }


def listing(store: Dossier, kind: str) -> Values | None:
    """All rows of a kind with their reports; None for a kind there is not."""
    if kind == "reports":
        return {"rows": reports(store)}
    if kind == "statements":
        sql = """SELECT r.id, r.published, r.outlet, s.id, s.speaker, coalesce((SELECT name_fa FROM actor a WHERE a.id = s.speaker AND a.report = s.report), s.speaker),
                 coalesce(s.speaker_en, s.speaker), s.cue, s.content, s.directness, s.act, s.topics, s.start, s."end" FROM statement s JOIN latest r ON r.number = s.report
                 ORDER BY r.published IS NULL, r.published DESC, r.id, s.start"""
        return {"rows": _rows(store, sql, "report published outlet id speaker name_fa name_en cue content directness act topics start end")}
    if kind == "events":
        sql = """SELECT r.id, e.id, e.type, e.who, e.whom, e."when", e."where", e.status, e.claimed_by, e.evidence, e.start, e."end", e.plover FROM event e
                 JOIN latest r ON r.number = e.report ORDER BY e."when" IS NULL, e."when" DESC, r.published DESC, r.id, e.start"""
        return {
            "rows": _rows(store, sql, "report id type who whom when where status claimed evidence start end plover"),
            "names": names(store),
        }
    if kind == "instruments":
        return {"rows": _rows(store, STANDING, "key name_en name_fa kind reports mentions state")}
    if kind == "commitments":
        sql = """SELECT r.id, c."by", c.kind, c.due, c.what, c.claimed_by, c.start, c."end" FROM commitment c JOIN latest r ON r.number = c.report
                 ORDER BY c.due IS NULL, c.due, r.published DESC, r.id, c.start"""
        return {"rows": _rows(store, sql, "report by kind due what claimed start end"), "names": names(store)}
    if kind == "figures":
        sql = """SELECT r.id, f.value, f.high, f.unit, f.bound, f.window, f.speaker, f.evidence, f.start, f."end", r.published FROM figure f
                 JOIN latest r ON r.number = f.report ORDER BY f.unit IS NULL, f.unit, r.published, r.id, f.start"""
        return {
            "rows": _rows(store, sql, "report value high unit bound window speaker evidence start end published"),
            "names": names(store),
        }
    return None


def names(store: Dossier) -> dict[str, Values]:
    """Actors by id, with their names in both scripts."""
    return {r["id"]: r for r in _rows(store, "SELECT id, max(name_fa), max(name_en) FROM actor GROUP BY id", "id name_fa name_en")}


def report(store: Dossier, id: str) -> Values:
    """One report's untouched text beside its record."""
    found, record = store.one(id)
    return {"report": found, "head": record.report, "record": record, "facts": facts(record), "actors": _actors(record)}


def _actors(record: Record) -> dict[str, Values]:
    return {id: {"name_fa": a.name_fa, "name_en": a.name_en, "office_en": a.office_en} for id, a in record.actors.items()}


def facts(record: Record) -> list[Values]:
    """Everything with a span, in the order of the text: what the reader lists and lights up."""
    out: list[Values] = []
    for s in record.statements:
        out.append({"layer": "statements", "id": s.id, "fact": s, "span": s.content, "more": [x for x in (s.source, s.cue) if x]})
    out += [{"layer": "events", "id": e.id, "fact": e, "span": e.evidence, "more": []} for e in record.events]
    for i in record.instruments:
        out += [{"layer": "instruments", "id": f"{i.key}-{n}", "fact": i, "span": m, "more": []} for n, m in enumerate(i.mentions, 1)]
    out += [{"layer": "commitments", "id": f"c{n}", "fact": c, "span": c.evidence, "more": []} for n, c in enumerate(record.commitments, 1)]
    out += [{"layer": "figures", "id": f"f{n}", "fact": f, "span": f.evidence, "more": []} for n, f in enumerate(record.figures, 1)]
    out += [{"layer": "times", "id": f"t{n}", "fact": t, "span": t.text, "more": []} for n, t in enumerate(record.times, 1)]
    return sorted(out, key=lambda f: (f["span"].start, -f["span"].end))


def actor(store: Dossier, id: str) -> Values:
    """An actor's names, offices by report and statements."""
    rows = _rows(store, "SELECT a.name_en, a.name_fa, a.type, a.office_en, r.published, r.id FROM actor a JOIN latest r ON r.number = a.report WHERE a.id = ? ORDER BY r.published", "name_en name_fa type office published report", id)  # fmt: skip
    if not rows:
        return {}
    sql = """SELECT r.id, r.published, r.outlet, s.id, s.cue, s.content, s.directness, s.act, s.topics, s.start, s."end" FROM statement s JOIN latest r ON r.number = s.report
             WHERE s.speaker = ? ORDER BY r.published IS NULL, r.published, r.id, s.start"""
    return {
        "id": id,
        "actor": rows[-1],
        "posts": rows,
        "rows": _rows(store, sql, "report published outlet id cue content directness act topics start end", id),
    }


def instrument(store: Dossier, key: str) -> Values:
    """An instrument's names and the states that reports assert of it, oldest first."""
    rows = _rows(store, "SELECT i.name_en, i.name_fa, i.kind, i.parties, i.mentions, r.id, r.published FROM instrument i JOIN latest r ON r.number = i.report WHERE i.key = ? ORDER BY r.published", "name_en name_fa kind parties mentions report published", key)  # fmt: skip
    if not rows:
        return {}
    sql = """SELECT s.state, s."when", s.claimed_by, s.flags, s.evidence, s.start, s."end", r.id, r.published, r.outlet FROM instrument_state s
             JOIN latest r ON r.number = s.report WHERE s.instrument = ? ORDER BY coalesce(s."when", r.published) IS NULL, coalesce(s."when", r.published), r.id, s.start"""
    return {"key": key, "instrument": rows[0], "mentions": rows, "states": _rows(store, sql, "state when claimed flags evidence start end report published outlet", key), "names": names(store)}  # fmt: skip


def search(store: Dossier, q: str) -> Values:
    """The places where the words stand, with the folded query that was searched."""
    if not q.strip():
        return {"q": q, "query": None, "hits": []}
    try:
        query, hits = find(store, q, 60)
    except DossierError:
        return {"q": q, "query": None, "hits": []}
    shown = []
    for h in hits:
        text = store.one(h.report)[0].text
        line_start = text.rfind("\n", 0, h.start) + 1
        line_end = text.find("\n", h.end)
        line_end = line_end if line_end >= 0 else len(text)
        before, after = text[max(line_start, h.start - 140) : h.start], text[h.end : min(line_end, h.end + 140)]
        shown.append({"report": h.report, "start": h.start, "end": h.end, "before": before, "words": text[h.start : h.end], "after": after})
    return {"q": q, "query": query, "hits": shown}
