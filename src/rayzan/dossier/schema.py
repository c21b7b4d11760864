"""The tables of a dossier: append and version; derived tables readable in the sqlite shell, in Datasette and in psql."""

VERSION = 2

_OF = "report INTEGER NOT NULL REFERENCES report(number) ON DELETE CASCADE"
_KEY = "key TEXT NOT NULL, verdict TEXT"
_AT = 'start INTEGER, "end" INTEGER'

# What is kept for good. `report` has a row a version; `outlet` and `published` as the reading knows them, `_given` as they came;
# `day` is the ordinal of the day published, 0 where that is open; `latest` 1 of the last version, 0 of those before. `judgement` is what persons decided: `subject` is the key of a fact
# (then `report` is its report) or the id of an actor, instrument, story or discrepancy; `value` and `before` are JSON.
KEPT = """
CREATE TABLE run (
  number {serial}, rules TEXT NOT NULL, lexicon TEXT NOT NULL, started TEXT NOT NULL, ended TEXT, reports INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE report (
  number {serial}, id TEXT NOT NULL, version INTEGER NOT NULL, sha256 TEXT NOT NULL, lang TEXT NOT NULL, outlet TEXT, published TEXT,
  day INTEGER NOT NULL DEFAULT 0, outlet_given TEXT, published_given TEXT, url TEXT, encoding TEXT, added_in INTEGER REFERENCES run(number),
  latest INTEGER NOT NULL DEFAULT 1, text TEXT NOT NULL, UNIQUE (id, version)
);
CREATE INDEX report_text ON report (id, sha256);
CREATE INDEX report_newest ON report (day DESC, id);
CREATE INDEX report_latest ON report (latest, day DESC, id);
CREATE INDEX report_outlet ON report (latest, outlet);
CREATE TABLE record (
  report INTEGER NOT NULL REFERENCES report(number) ON DELETE CASCADE, run INTEGER NOT NULL REFERENCES run(number), json TEXT NOT NULL,
  PRIMARY KEY (report, run)
);
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE judgement (
  number {serial}, kind TEXT NOT NULL, subject TEXT NOT NULL, report TEXT, verdict TEXT NOT NULL, value TEXT, before TEXT, note TEXT, who TEXT NOT NULL,
  made TEXT NOT NULL, undone TEXT, undone_by TEXT
);
CREATE INDEX judgement_subject ON judgement (subject);
CREATE INDEX judgement_report ON judgement (report);
CREATE VIEW latest AS SELECT r.* FROM report r WHERE r.latest = 1;
"""

LAST = "x.run = (SELECT max(run) FROM record WHERE report = r.number)"  # that `x` is the last record of `r`

# What the pages gathered from told of themselves, so that a page is asked for again only when it may have changed.
FETCHED = """
CREATE TABLE fetched (
  key TEXT PRIMARY KEY, url TEXT NOT NULL, root TEXT NOT NULL, due TEXT, every INTEGER, outlet TEXT, listed TEXT, changed TEXT, etag TEXT, modified TEXT,
  fetched TEXT, status INTEGER, word TEXT, report TEXT, failures INTEGER NOT NULL DEFAULT 0, checks INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX fetched_due ON fetched (due);
"""

# What a copy of a dossier takes over, in this order.
COPIED = {
    "run": "number, rules, lexicon, started, ended, reports",
    "report": "number, id, version, sha256, lang, outlet, published, day, outlet_given, published_given, url, encoding, added_in, latest, text",
    "record": "report, run, json",
    "judgement": "number, kind, subject, report, verdict, value, before, note, who, made, undone, undone_by",
    "fetched": "key, url, root, due, every, outlet, listed, changed, etag, modified, fetched, status, word, report, failures, checks",
}
COUNTED = ("run", "report", "judgement")  # tables whose rows are numbered as they come

# Rebuilt from the last record of the latest version of each report.
DERIVED = {
    "statement": f'{_OF}, {_KEY}, id TEXT NOT NULL, speaker TEXT, speaker_en TEXT, cue TEXT, content TEXT NOT NULL, {_AT}, directness TEXT, act TEXT, within TEXT, answers TEXT, topics TEXT, rule TEXT, PRIMARY KEY (report, id)',
    "question": f'{_OF}, {_KEY}, id TEXT NOT NULL, "by" TEXT, "to" TEXT, text TEXT, {_AT}, PRIMARY KEY (report, id)',
    "event": f'{_OF}, {_KEY}, id TEXT NOT NULL, type TEXT, plover TEXT, who TEXT, whom TEXT, "when" TEXT, "where" TEXT, status TEXT, flags TEXT, claimed_by TEXT, evidence TEXT, {_AT}, rule TEXT, PRIMARY KEY (report, id)',
    "instrument": f"{_OF}, key TEXT NOT NULL, kind TEXT, name_en TEXT, name_fa TEXT, parties TEXT, mentions INTEGER, PRIMARY KEY (report, key)",
    "instrument_state": f'{_OF}, {_KEY}, instrument TEXT NOT NULL, state TEXT, "when" TEXT, claimed_by TEXT, flags TEXT, evidence TEXT, {_AT}',
    "commitment": f'{_OF}, {_KEY}, "by" TEXT, "to" TEXT, kind TEXT, due TEXT, what TEXT, claimed_by TEXT, evidence TEXT, {_AT}, rule TEXT',
    "figure": f'{_OF}, {_KEY}, value DOUBLE PRECISION, high DOUBLE PRECISION, unit TEXT, bound TEXT, change TEXT, what TEXT, "window" TEXT, speaker TEXT, evidence TEXT, {_AT}',
    "time": f'{_OF}, {_KEY}, value TEXT, "precision" TEXT, calendar TEXT, part TEXT, text TEXT, {_AT}',
    "actor": f"{_OF}, id TEXT NOT NULL, type TEXT, name_en TEXT, name_fa TEXT, office TEXT, office_en TEXT, state TEXT, mentions INTEGER, PRIMARY KEY (report, id)",
    "mention": f'{_OF}, kind TEXT NOT NULL, id TEXT NOT NULL, text TEXT, {_AT}',
    "note": f'{_OF}, {_KEY}, kind TEXT NOT NULL, text TEXT, words TEXT, {_AT}',
    "facet": f"{_OF}, kind TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, value, report)",
}  # fmt: skip
# For those who look in with a shell, Datasette or psql: facts with their report, as they are shown.
_BY = ' t JOIN report r ON r.number = t.report'
VIEWS = {
    "statements": f't.speaker_en, t.act, t.directness, t.cue, t.content, t.topics, r.id AS report, r.published, r.outlet, t.key, t.start, t."end" FROM statement{_BY}',
    "events": f't."when", t.type, t.who, t.whom, t."where", t.status, t.claimed_by, t.evidence, t.plover, r.id AS report, r.published, r.outlet, t.key FROM event{_BY}',
    "states": f't.instrument, t.state, t."when", t.claimed_by, t.flags, t.evidence, r.id AS report, r.published, r.outlet, t.key FROM instrument_state{_BY}',
    "commitments": f't."by", t."to", t.kind, t.due, t.what, t.claimed_by, r.id AS report, r.published, r.outlet, t.key FROM commitment{_BY}',
    "figures": f't.value, t.high, t.unit, t.bound, t.what, t."window", t.speaker, t.evidence, r.id AS report, r.published, r.outlet, t.key FROM figure{_BY}',
}  # fmt: skip
SPANS = {
    "statement": "content", "question": "text", "event": "evidence", "instrument_state": "evidence", "commitment": "evidence", "figure": "evidence",
    "time": "text", "mention": "text", "note": "words",
}  # fmt: skip

_INDEXES = (
    "statement (speaker, topics)", "statement (act)", "statement (topics)", "event (type)", "instrument_state (instrument)", "instrument (key)",
    "actor (id, mentions)", "actor (type, id)", "actor (state, id)", "mention (kind, id)", "facet (report, kind, value)",
)  # fmt: skip


def kept(serial: str) -> str:
    """The statements that make the kept tables; `serial` is how the database writes a number that counts itself."""
    return KEPT.replace("{serial}", serial) + FETCHED


def derived() -> str:
    """The statements that make the derived tables, each with an index by report, and the views over them."""
    out = [f'CREATE TABLE "{name}" ({columns});' for name, columns in DERIVED.items()]
    out += [f"CREATE INDEX {on.split()[0]}_by_{on.split('(')[1].split(',')[0].strip(')')} ON {on};" for on in _INDEXES]
    out += [f'CREATE INDEX {name}_report ON "{name}" (report);' for name, columns in DERIVED.items() if "KEY (report" not in columns and name != "facet"]
    out += [f"CREATE VIEW {name} AS SELECT {shown};" for name, shown in VIEWS.items()]
    return "\n".join(out)
