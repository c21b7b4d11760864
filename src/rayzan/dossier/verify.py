"""Whether a dossier is whole: its pages, references, hashes, spans, and what it holds."""

import hashlib

import msgspec

from rayzan.dossier.schema import LAST, SPANS
from rayzan.dossier.store import Dossier
from rayzan.record.record import from_json
from rayzan.text.report import Report


def check(store: Dossier) -> list[str]:
    """What is wrong with the dossier, each as a sentence; empty if nothing."""
    out = store.backend.damage()
    for number, id, version, text, sha in store.backend.stream("SELECT number, id, version, text, sha256 FROM report ORDER BY number"):
        if Report(id, text).sha256 != sha:
            out.append(f"{id}: the text of version {version} does not match its hash")
        records = store.query("SELECT json FROM record WHERE report = ?", number)
        if not records:
            out.append(f"{id}: version {version} has no record")
        for (json,) in records:
            try:
                if from_json(json).report.sha256 != sha:
                    out.append(f"{id}: a record of version {version} was read from another text")
            except msgspec.DecodeError as e:
                out.append(f"{id}: a record of version {version} cannot be read ({e})")
        for table, words in SPANS.items():
            for start, end, said in store.query(
                f'SELECT start, "end", {words} FROM "{table}" WHERE report = ? AND start IS NOT NULL', number
            ):
                if text[start:end] != said:
                    out.append(f"{id}: a span of {table} at {start} does not hold")
    ((reports,),) = store.query("SELECT count(*) FROM latest")
    if store.backend.indexed() != reports:
        out.append(f"search: {store.backend.indexed()} reports in the index of {reports}; `rayzan check --rebuild` makes it anew")
    return out


def content_hash(store: Dossier) -> str:
    """A hash of all reports with their versions and last records, whatever order, file, run or database they came in."""
    rows = store.backend.stream(
        f"""SELECT r.id, r.sha256, r.lang, coalesce(r.outlet_given, ''), coalesce(r.published_given, ''), coalesce(r.url, ''), x.json
            FROM report r JOIN record x ON x.report = r.number AND {LAST}"""
    )
    each = sorted(hashlib.sha256("\x00".join(row).encode("utf-8", "surrogatepass")).digest() for row in rows)
    return hashlib.sha256(b"".join(each)).hexdigest()
