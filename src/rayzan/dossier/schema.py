"""The tables of a dossier: append and version; derived tables readable in the sqlite shell and in Datasette."""

VERSION = 1

TABLES = """
CREATE TABLE report (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, version INTEGER NOT NULL, sha256 TEXT NOT NULL, lang TEXT NOT NULL,
  outlet TEXT, published TEXT, url TEXT, encoding TEXT, text TEXT NOT NULL,
  UNIQUE (id, version), UNIQUE (id, sha256)
);
CREATE TABLE run (
  number INTEGER PRIMARY KEY, rules TEXT NOT NULL, lexicon TEXT NOT NULL, started TEXT NOT NULL, ended TEXT, reports INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE record (
  report INTEGER NOT NULL REFERENCES report(number) ON DELETE CASCADE, run INTEGER NOT NULL REFERENCES run(number), json TEXT NOT NULL,
  PRIMARY KEY (report, run)
);
CREATE TABLE statement (
  report INTEGER NOT NULL REFERENCES report(number) ON DELETE CASCADE, id TEXT NOT NULL, speaker TEXT, speaker_en TEXT, cue TEXT, content TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, directness TEXT, act TEXT, within TEXT, topics TEXT, PRIMARY KEY (report, id)
);
CREATE TABLE event (
  report INTEGER NOT NULL REFERENCES report(number) ON DELETE CASCADE, id TEXT NOT NULL, type TEXT, plover TEXT, who TEXT, whom TEXT, "when" TEXT,
  "where" TEXT, status TEXT, claimed_by TEXT, evidence TEXT, start INTEGER, "end" INTEGER, PRIMARY KEY (report, id)
);
CREATE TABLE instrument (
  report INTEGER NOT NULL REFERENCES report(number) ON DELETE CASCADE, key TEXT NOT NULL, kind TEXT, name_en TEXT, name_fa TEXT, parties TEXT,
  mentions INTEGER, PRIMARY KEY (report, key)
);
CREATE TABLE instrument_state (
  report INTEGER NOT NULL REFERENCES report(number) ON DELETE CASCADE, key TEXT NOT NULL, state TEXT, "when" TEXT, claimed_by TEXT, flags TEXT,
  evidence TEXT, start INTEGER, "end" INTEGER
);
CREATE TABLE commitment (
  report INTEGER NOT NULL REFERENCES report(number) ON DELETE CASCADE, "by" TEXT, "to" TEXT, kind TEXT, due TEXT, what TEXT, claimed_by TEXT,
  start INTEGER, "end" INTEGER
);
CREATE TABLE figure (
  report INTEGER NOT NULL REFERENCES report(number) ON DELETE CASCADE, value REAL, high REAL, unit TEXT, bound TEXT, change TEXT, window TEXT,
  speaker TEXT, evidence TEXT, start INTEGER, "end" INTEGER
);
CREATE TABLE time (
  report INTEGER NOT NULL REFERENCES report(number) ON DELETE CASCADE, value TEXT, precision TEXT, calendar TEXT, part TEXT, text TEXT, start INTEGER,
  "end" INTEGER
);
CREATE TABLE actor (
  report INTEGER NOT NULL REFERENCES report(number) ON DELETE CASCADE, id TEXT NOT NULL, type TEXT, name_en TEXT, name_fa TEXT, office TEXT,
  office_en TEXT, mentions INTEGER, PRIMARY KEY (report, id)
);
CREATE VIRTUAL TABLE search USING fts5 (keys, content='', tokenize="unicode61 remove_diacritics 0");
CREATE INDEX statement_speaker ON statement (speaker);
CREATE INDEX state_key ON instrument_state (key);
CREATE INDEX report_date ON report (published);
CREATE VIEW latest AS SELECT r.* FROM report r WHERE r.version = (SELECT max(version) FROM report o WHERE o.id = r.id);
"""

# Derived tables hold the last reading of each report; `record` keeps every reading.
DERIVED = ("statement", "event", "instrument", "instrument_state", "commitment", "figure", "time", "actor")
