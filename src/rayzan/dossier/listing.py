"""Lists over a dossier as it is shown, judgements applied: rows, how many, and facets that open the very rows they count."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from rayzan.dossier.columns import EVERYWHERE, HELD, LISTS, List
from rayzan.dossier.contract import Filters
from rayzan.dossier.key import kind_of
from rayzan.dossier.match import days, narrowed
from rayzan.dossier.search import ask
from rayzan.dossier.store import Dossier
from rayzan.errors import DossierError

Where = Mapping[str, str]
NOTHING = ""  # as a filter: where nothing is told


def rows(store: Dossier, kind: str, where: Where = {}, limit: int | None = None, offset: int = 0) -> list[dict[str, Any]]:
    """The rows of a kind: report, statement, question, event, state, commitment, figure, time, note, instrument, actor.

    `where` narrows by any facet of the kind, by outlet, lang, report, run and by the actor, topic, instrument … that a report holds, by
    `since` and `until` (ISO days of publishing), by `q`, a search line, and by `gathered`, the UTC moment after which a run brought the report. A facet given as "" means: nothing told. Values set apart
    by blanks (who, whom, topics, flags, parties) are narrowed by one of them. Events also by `on`: «first/last», two ISO days, or "" for those of no day,
    and by `among`: actors set apart by blanks who all stand in the event, on whichever side.

    Raises `DossierError` for a kind or facet there is not.
    """
    wanted = _of(kind)
    condition, values = _condition(store, wanted, where)
    told = ", ".join(f'{sql} AS "{name}"' for name, sql in wanted.columns.items())
    if wanted.one and limit is not None:  # which ones first: what is shown of each is gathered only of those
        sql = f"SELECT {wanted.one} FROM {_source(wanted, f'{condition} {wanted.order}')} WHERE {condition} GROUP BY {wanted.one} ORDER BY {wanted.order} LIMIT ? OFFSET ?"
        shown = [id_ for (id_,) in store.told(sql, *values, int(limit), int(offset))]
        if not shown:
            return []
        condition, values = f"({condition}) AND {wanted.one} IN ({', '.join('?' * len(shown))})", [*values, *shown]
        limit = None
    group = f" GROUP BY {wanted.one}" if wanted.one else ""
    part = "" if limit is None else f" LIMIT {int(limit)} OFFSET {int(offset)}"
    ask_for = store.told if wanted.one else store.query
    found = ask_for(f"SELECT {told} FROM {wanted.source} WHERE {condition}{group} ORDER BY {wanted.order}{part}", *values)
    return [dict(zip(wanted.columns, row, strict=True)) for row in found]


def count(store: Dossier, kind: str, where: Where = {}) -> int:
    """How many rows `rows` gives."""
    wanted = _of(kind)
    condition, values = _condition(store, wanted, where)
    return int(store.told(f"SELECT {_counted(wanted)} FROM {_source(wanted, condition)} WHERE {condition}", *values)[0][0])


def facets(store: Dossier, kind: str, where: Where = {}, fields: Iterable[str] | None = None) -> dict[str, list[tuple[str, int]]]:
    """Of what the rows consist: (value, rows) by facet, most frequent first; `rows` narrowed by that value gives as many.

    Without `fields` all facets of the kind.
    """
    wanted = _of(kind)
    condition, values = _condition(store, wanted, where)
    out: dict[str, list[tuple[str, int]]] = {}
    for field in fields if fields is not None else (*wanted.facets, *(("outlet",) if "outlet" not in wanted.facets else ())):
        if field in HELD and field not in wanted.facets:
            source, sql = f"{wanted.source} JOIN facet f ON f.report = r.number AND f.kind = ?", "f.value"
            told: list[Any] = [field]
            if kind == "report" and not where:  # only reports that are shown have facets
                source = "(SELECT report, value FROM facet WHERE kind = ?) f"
        else:
            sql, told = _facet(wanted, field), []
            source = _source(wanted, f"{sql} {condition}")
        found = store.told(f"SELECT {sql}, {_counted(wanted)} FROM {source} WHERE {condition} GROUP BY {sql}", *told, *values)
        counts: dict[str, int] = {}
        for value, number in found:
            for part in _values(wanted, field, value):
                counts[part] = counts.get(part, 0) + number
        out[field] = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    return out


def one(store: Dossier, key: str) -> dict[str, Any] | None:
    """The row of a fact by its permanent key, with the `list` it stands in; None where the dossier shows none."""
    try:
        report, kind = kind_of(key)
    except ValueError:
        return None
    found = rows(store, kind, {"report": report, "key": key})
    return {"list": kind, **found[0]} if found else None


def names(store: Dossier) -> dict[str, dict[str, Any]]:
    """Actors by id with their names in both scripts and their type."""
    said = store.query("SELECT id, max(name_fa), max(name_en), max(type) FROM actor GROUP BY id")
    return {id_: {"name_fa": fa, "name_en": en, "type": type_} for id_, fa, en, type_ in said}


def named(store: Dossier, kind: str, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Of some actors or instruments (`kind`) the names in both scripts and the type, by id; ids that nothing has are left out."""
    wanted = sorted(set(ids))
    table, id_, type_ = ("actor", "id", "type") if kind == "actor" else ("instrument", "key", "kind")
    sql = f'SELECT max(name_fa), max(name_en), max({type_}) FROM "{table}" WHERE {id_} = ?'
    out = store.told_each(sql, wanted)
    return {one: {"name_fa": fa, "name_en": en, "type": of} for one, ((fa, en, of),) in out.items() if of is not None}


def crossed(store: Dossier, kind: str, one: str, other: str, where: Where = {}) -> dict[tuple[str, str], int]:
    """How many rows have a value of one facet and a value of another: what a matrix shows. Facets of the kind itself only."""
    wanted = _of(kind)
    condition, values = _condition(store, wanted, where)
    a, b = _facet(wanted, one), _facet(wanted, other)
    out: dict[tuple[str, str], int] = {}
    source = _source(wanted, f"{a} {b} {condition}")
    for x, y, number in store.told(f"SELECT {a}, {b}, {_counted(wanted)} FROM {source} WHERE {condition} GROUP BY {a}, {b}", *values):
        for row in _values(wanted, one, x):
            for column in _values(wanted, other, y):
                out[row, column] = out.get((row, column), 0) + number
    return out


def events_by(store: Dossier, fields: tuple[str, ...], where: Where = {}) -> dict[tuple[str, ...], int]:
    """How many events have the same values of some fields; values set apart by blanks stay together."""
    wanted = _of("event")
    condition, values = _condition(store, wanted, where)
    told = ", ".join(_facet(wanted, field) for field in fields)
    found = store.told(f"SELECT {told}, count(*) FROM {_source(wanted, condition)} WHERE {condition} GROUP BY {told}", *values)
    return {tuple(v or NOTHING for v in row[:-1]): int(row[-1]) for row in found}


def _values(wanted: List, field: str, value: object) -> Iterable[str]:
    return sorted(set(str(value).split(" "))) if field in wanted.many and value else (NOTHING if value is None else str(value),)


def _of(kind: str) -> List:
    if kind not in LISTS:
        raise DossierError(f"{kind}: no such list; there are {', '.join(LISTS)}")
    return LISTS[kind]


def _source(wanted: List, sql: str) -> str:
    """Where rows come from: without the reports where nothing is asked of them, which indexes then answer alone."""
    return wanted.source.partition(" JOIN ")[0] if not re.search(r"\br\.", sql) else wanted.source


def _counted(wanted: List) -> str:
    return f"count(DISTINCT {wanted.one})" if wanted.one else "count(*)"


def _facet(wanted: List, field: str) -> str:
    sql = wanted.facets.get(field) or EVERYWHERE.get(field)
    if sql is None:
        known = (*wanted.facets, *EVERYWHERE, *HELD, "since", "until", "q", "gathered")
        raise DossierError(f"{field}: nothing to narrow by; there are {', '.join(known)}")
    return sql


def _condition(store: Dossier, wanted: List, where: Where) -> tuple[str, list[Any]]:
    """SQL and values of what the rows are narrowed to."""
    said: list[str] = []
    values: list[Any] = []

    def add(sql: str, told: Iterable[Any]) -> None:
        said.append(sql)
        values.extend(told)

    for field, value in where.items():
        if field in ("since", "until"):
            continue
        if field == "q":
            asked, filters = ask(store, value)
            add(*narrowed(filters, "r.number"))
            if asked.since or asked.until:
                add("r.day >= ? AND r.day < ?", days(filters))
            if asked.query is not None:
                sql, told = store.backend.within(asked.query)
                add(f"r.number IN ({sql})", told)
        elif field == "gathered":
            add("r.added_in IN (SELECT number FROM run WHERE started > ?)", (value,))
        elif field == "on":
            first, _, last = value.partition("/")
            add(*(('length(t."when") = 10 AND t."when" BETWEEN ? AND ?', (first, last)) if value else ('(t."when" IS NULL OR length(t."when") <> 10)', ())))
        elif field == "among":
            for actor in value.split():
                add("""' ' || coalesce(t.who, '') || ' ' || coalesce(t.whom, '') || ' ' LIKE ?""", (f"% {actor} %",))
        elif field in HELD and field not in wanted.facets:
            add(*narrowed(Filters(((field, value),)), "r.number"))
        elif value == NOTHING:
            add(f"coalesce(CAST({_facet(wanted, field)} AS TEXT), '') = ''", ())
        elif field in wanted.many:
            add(f"' ' || {_facet(wanted, field)} || ' ' LIKE ?", (f"% {value} %",))
        else:
            add(f"{_facet(wanted, field)} = ?", (_number(field, value) if field in wanted.numbers or field == "run" else value,))
    if where.get("since") or where.get("until"):
        add("r.day >= ? AND r.day < ?", days(Filters((), where.get("since"), where.get("until"))))
    return " AND ".join(said) or "1 = 1", values


def _number(field: str, value: str) -> float:
    try:
        return float(value)
    except ValueError:
        raise DossierError(f"{field}: {value} is no number") from None
