"""What a dossier derives from its records, judgements applied: the tables, the views and the index of words. It can be made anew at any time."""

import json
from typing import Any

from rayzan.dossier import fingerprint
from rayzan.dossier.contract import Backend
from rayzan.dossier.derive import rows
from rayzan.dossier.match import ordinal
from rayzan.dossier.schema import DERIVED, LAST, VIEWS, derived
from rayzan.dossier.settle import Settled, settle
from rayzan.dossier.showing import SHOWN
from rayzan.dossier.spelling import search_text
from rayzan.record import Record
from rayzan.record.record import from_json


class Derivation:
    """The derived part of a dossier; made anew on opening where this rayzan derives otherwise than the one that wrote it."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        if backend.rows("SELECT value FROM meta WHERE name = 'derived'") != [(fingerprint.derived(),)]:
            self.rebuild()

    def put(self, number: int, record: Record, fresh: bool = False) -> None:
        """Tables and index of a report from its record, in place of what was there; nothing was there if `fresh`."""
        if not fresh:
            self.take_out(number)
        head = record.report
        day = ordinal(head.published)
        self.backend.run(
            "UPDATE report SET outlet = ?, published = ?, day = ? WHERE number = ?", (head.outlet, head.published, day, number)
        )
        ((text,),) = self.backend.rows("SELECT text FROM report WHERE number = ?", (number,))
        self.backend.index(number, day, search_text(text))
        shown = self.settled(record, text)
        found: dict[str, list[tuple[object, ...]]] = {}
        for table, values in rows(shown.record, shown.names):
            found.setdefault(table, []).append((number, *values))
        for table, many in found.items():
            marks = ",".join("?" * len(many[0]))
            self.backend.many(f'INSERT INTO "{table}" VALUES ({marks})', many)

    def merged(self) -> dict[str, str]:
        """Actors and instruments that persons have merged: id by the id it became in the end."""
        said = "SELECT subject, value FROM judgement WHERE verdict = 'merge' AND kind IN ('actor', 'instrument') AND undone IS NULL ORDER BY number"
        step = {subject: str(json.loads(value)) for subject, value in self.backend.rows(said)}
        out = {}
        for start in step:
            end, seen = step[start], {start}
            while end in step and end not in seen:
                seen.add(end)
                end = step[end]
            out[start] = end
        return out

    def settled(self, record: Record, text: str) -> Settled:
        """The record as judged."""
        sql = "SELECT subject, verdict, value FROM judgement WHERE report = ? AND undone IS NULL ORDER BY number"
        verdicts: dict[str, list[tuple[str, dict[str, Any] | None]]] = {}
        for subject, verdict, value in self.backend.rows(sql, (record.report.id,)):
            verdicts.setdefault(subject, []).append((verdict, json.loads(value) if value else None))
        return settle(record, text, verdicts, self.merged())

    def again(self, where: str, *values: object, what: str = "") -> None:
        """Derives anew the latest reports `r` of which a condition holds, by day, which an index takes quickest. With `what` it is shown as that."""
        sql = f"SELECT r.number FROM latest r WHERE {where} ORDER BY r.day, r.number"
        numbers = [int(number) for (number,) in self.backend.rows(sql, values)]
        for number in SHOWN.get()(numbers, what) if what else numbers:
            ((told,),) = self.backend.rows(f"SELECT x.json FROM record x JOIN report r ON r.number = x.report AND {LAST} WHERE r.number = ?", (number,))
            self.put(number, from_json(told))

    def take_out(self, number: int) -> None:
        held = self.backend.rows(
            "SELECT r.day, r.text FROM report r JOIN facet f ON f.report = r.number AND f.kind = 'lang' WHERE r.number = ?", (number,)
        )
        for day, text in held:
            self.backend.unindex(number, day, search_text(text))
        for table in DERIVED:
            self.backend.run(f'DELETE FROM "{table}" WHERE report = ?', (number,))

    def rebuild(self) -> None:
        """Everything derived, again from the records, in one transaction."""
        with self.backend.alone():
            for view in VIEWS:
                self.backend.run(f"DROP VIEW IF EXISTS {view}")
            for table in DERIVED:
                self.backend.run(f'DROP TABLE IF EXISTS "{table}"')
            for statement in filter(str.strip, derived().split(";")):
                self.backend.run(statement)
            self.backend.clear_index()
            self.again("1 = 1", what="making the index anew")
            self.backend.run("DELETE FROM meta WHERE name = 'derived'")
            self.backend.run("INSERT INTO meta (name, value) VALUES ('derived', ?)", (fingerprint.derived(),))

    def index_again(self) -> None:
        """The index, again from the texts, in one transaction."""
        with self.backend.alone():
            self.backend.clear_index()
            numbers = [int(number) for (number,) in self.backend.rows("SELECT number FROM latest ORDER BY day, number")]
            for number in SHOWN.get()(numbers, "making the index anew"):
                ((day, text),) = self.backend.rows("SELECT day, text FROM latest WHERE number = ?", (number,))
                self.backend.index(number, day, search_text(text))
