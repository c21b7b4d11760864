"""What persons decide of facts, actors, instruments, stories and discrepancies: kept apart from the records, undoable, with who and when."""

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from rayzan.dossier.key import Fact, keyed, kind_of
from rayzan.dossier.settle import edited
from rayzan.dossier.store import Dossier, now
from rayzan.errors import DossierError

FACT = ("accept", "reject", "edit")
# What may be decided of what. Of facts: accept, reject, edit; of things with an id also merge (`value`: the id it is merged into) and
# split (`value`: the ids that part from it); of a discrepancy accept («real»), reject («wrong reading») and explain. Whoever follows a thing,
# or a search line, decides that too, with a note on why.
VERDICTS = {
    **dict.fromkeys(("statement", "question", "event", "state", "commitment", "figure", "time", "note"), FACT),
    "actor": ("accept", "merge", "follow"), "instrument": ("accept", "merge", "follow"),
    "story": ("accept", "reject", "merge", "split", "follow"), "search": ("follow",),
    "discrepancy": ("accept", "reject", "explain"), "corroboration": ("accept", "reject"), "copy": ("accept", "reject"),
}  # fmt: skip
COLUMNS = "number, kind, subject, report, verdict, value, before, note, who, made, undone, undone_by"


class Judgement(msgspec.Struct, frozen=True):
    """One decision. `subject`: the key of a fact or an id; `before`: the fact as it was shown; `made`, `undone`: UTC, ISO."""

    number: int
    kind: str
    subject: str
    report: str | None
    verdict: str
    value: Any
    before: Any
    note: str | None
    who: str
    made: str
    undone: str | None = None
    undone_by: str | None = None


def judge(store: Dossier, kind: str, subject: str, verdict: str, who: str, value: Any = None, note: str | None = None) -> Judgement:
    """Keeps a decision and applies it to what the dossier shows, in one transaction.

    `value`: for an edit the new values by field, a span as {"start", "end"} in code points of the raw text; for a merge the id that
    stays; for a split whatever its reader keeps there.

    Raises `DossierError` for a kind, verdict or fact there is not, and for a value that does not fit.
    """
    if verdict not in VERDICTS.get(kind, ()):
        raise DossierError(f"{kind} {verdict}: no such decision; {kind} takes {', '.join(VERDICTS.get(kind, ())) or 'none'}")
    report, before = None, None
    with store.backend.transaction():
        if VERDICTS[kind] is FACT:
            report, fact = _fact(store, kind, subject)
            before = msgspec.to_builtins(fact)
            if verdict == "edit":
                value = _checked(store, report, fact, value)
        elif verdict == "merge":
            if not isinstance(value, str) or value == subject:
                raise DossierError(f"{subject}: a merge needs another {kind} to be merged into")
            if kind in ("actor", "instrument") and subject in _chain(store.derived.merged(), value):
                raise DossierError(f"{subject}: {value} was merged into it; undo that first")
        sql = f"INSERT INTO judgement ({COLUMNS.partition(', ')[2]}) VALUES (?,?,?,?,?,?,?,?,?,NULL,NULL) RETURNING {COLUMNS}"
        told = [None if v is None else json.dumps(v, ensure_ascii=False) for v in (value, before)]
        (row,) = store.backend.rows(sql, (kind, subject, report, verdict, *told, note, who, now()))
        made = _judgement(row)
        _show(store, made)
    return made


def undo(store: Dossier, number: int, who: str) -> Judgement:
    """Takes a decision back; it stays in the log as undone.

    Raises `DossierError` for a number there is not, and one undone already.
    """
    with store.backend.transaction():
        rows = store.backend.rows(f"SELECT {COLUMNS} FROM judgement WHERE number = ?", (number,))
        if not rows or rows[0][10] is not None:
            raise DossierError(f"{number}: {'undone already' if rows else 'no such judgement'}; nothing changed")
        store.backend.run("UPDATE judgement SET undone = ?, undone_by = ? WHERE number = ?", (now(), who, number))
        (row,) = store.backend.rows(f"SELECT {COLUMNS} FROM judgement WHERE number = ?", (number,))
        taken = _judgement(row)
        _show(store, taken)
    return taken


def judgements(store: Dossier, kind: str | None = None, subject: str | None = None, undone: bool = False) -> list[Judgement]:
    """Decisions in the order they were made, of a kind or subject if given; those taken back only if `undone`."""
    where, values = ["1 = 1"], []
    for column, value in (("kind", kind), ("subject", subject)):
        if value is not None:
            where.append(f"{column} = ?")
            values.append(value)
    if not undone:
        where.append("undone IS NULL")
    return [_judgement(row) for row in store.query(f"SELECT {COLUMNS} FROM judgement WHERE {' AND '.join(where)} ORDER BY number", *values)]


def _judgement(row: tuple[Any, ...]) -> Judgement:
    number, kind, subject, report, verdict, value, before, *rest = row
    return Judgement(number, kind, subject, report, verdict, value and json.loads(value), before and json.loads(before), *rest)


def _fact(store: Dossier, kind: str, key: str) -> tuple[str, Fact]:
    """Report and fact of a key, as the record has it or as it was edited."""
    try:
        report, meant = kind_of(key)
        if meant == kind:
            _, record = store.one(report, judged=False)
            found = next(k.fact for k in keyed(record) if k.key == key)
            for j in judgements(store, kind, key):
                found = edited(found, store.one(report)[0].text, j.value) if j.verdict == "edit" else found
            return report, found
    except (ValueError, StopIteration):
        pass
    raise DossierError(f"{key}: no such {kind} in {store.name}")


def _checked(store: Dossier, report: str, fact: Fact, value: Any) -> dict[str, Any]:
    """The values of an edit, spans with their words."""
    if not isinstance(value, Mapping) or not value:
        raise DossierError("an edit needs new values: a field with what it is to be")
    raw = store.one(report)[0].text
    out = dict(value)
    for name, given in value.items():
        if isinstance(given, Mapping):
            start, end = given.get("start"), given.get("end")
            if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(raw)):
                raise DossierError(f"{name}: no place in the text of {report}; give start and end within 0 and {len(raw)}")
            out[name] = {"start": start, "end": end, "text": raw[start:end]}
    if "id" in out or "rule" in out:
        raise DossierError("id and rule of a fact cannot be edited")
    try:
        edited(fact, raw, out)
    except msgspec.ValidationError as e:
        raise DossierError(f"the edit does not fit: {e}") from e
    return out


def _chain(merged: Mapping[str, str], start: str) -> list[str]:
    """An id and what it became, step by step."""
    out = [start]
    while out[-1] in merged and merged[out[-1]] not in out:
        out.append(merged[out[-1]])
    return out


def _show(store: Dossier, made: Judgement) -> None:
    """Derives anew what a decision changes."""
    if made.report is not None:
        store.derived.again("r.id = ?", made.report)
    elif made.verdict == "merge" and made.kind in ("actor", "instrument"):
        column = "id" if made.kind == "actor" else "key"
        shown = (made.subject, made.value, store.derived.merged().get(made.value, made.value))  # whichever of them the rows show now
        store.derived.again(f'EXISTS (SELECT 1 FROM "{made.kind}" a WHERE a.report = r.number AND a.{column} IN (?, ?, ?))', *shown)
