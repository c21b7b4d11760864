"""The commands that look across reports: stories, copies, why, discrepancies, timeline, judge."""

import sys
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

import msgspec

from rayzan.collate import timeline
from rayzan.collate.collation import Collation, collate
from rayzan.collate.copies import Copy
from rayzan.collate.disagreement import Corroboration, Discrepancy
from rayzan.collate.judgement import copy_id
from rayzan.collate.story import Story
from rayzan.collate.told import Place, Told
from rayzan.dossier.judgement import judge, judgements, undo
from rayzan.dossier.store import open_dossier
from rayzan.errors import RayzanError

Row = TypeVar("Row")
WIDTH = 100  # letters of a quotation shown on one line


def _read(dossier: str) -> tuple[list[Told], Collation]:
    """The reports of a dossier as judged, and what spans them."""
    with open_dossier(dossier, create=False) as store:
        told = [Told(report, record) for report, record in store.records()]
        said = judgements(store)
    return told, collate(told, said)


def _print(rows: Iterable[Row], form: str, line: Callable[[Row], str], plain: Callable[[Row], Any]) -> int:
    """Rows as text or as JSON Lines; exit code 1 where there is none."""
    if form not in ("text", "jsonl"):
        raise RayzanError(f"{form}: no such format; give text or jsonl")
    found = False
    for row in rows:
        found = True
        sys.stdout.write((msgspec.json.encode(plain(row)).decode() if form == "jsonl" else line(row)) + "\n")
    return 0 if found else 1


def _quoted(text: str) -> str:
    """Words on one line, Persian set apart by isolates."""
    line = " ".join(text.split())
    return f"\u2068{line if len(line) <= WIDTH else line[: WIDTH - 1] + '…'}\u2069"


def _span(p: Place) -> dict[str, Any]:
    return {"report": p.report, "span": {"start": p.start, "end": p.end, "text": p.text}}


def list_stories(dossier: str, form: str, all_: bool) -> int:
    """Stories of several reports, or all."""
    _, c = _read(dossier)
    return _print((s for s in c.stories if all_ or len(s.reports) > 1), form, _story_line, _story)


def _story(s: Story) -> dict[str, Any]:
    reasons = [{"a": m.a, "b": m.b, "kind": r.kind, "what": r.what, "weight": r.weight} for m in s.merges for r in m.reasons]
    return {"story": s.id, "day": s.day, "reports": s.reports, "originals": s.originals, "reasons": reasons}


def _originals(count: int) -> str:
    """«1 original», «2 originals»."""
    return f"{count} original" if count == 1 else f"{count} originals"


def _story_line(s: Story) -> str:
    return f"{s.id}  {s.day or 'no day'}  {len(s.reports)} reports, {_originals(s.originals)}: {' '.join(s.reports)}"


def list_copies(dossier: str, form: str) -> int:
    _, c = _read(dossier)
    return _print(c.copies, form, _copy_line, lambda x: {"id": copy_id(x), **msgspec.to_builtins(x)})


def _copy_line(c: Copy) -> str:
    first = "came first" if c.order != "unknown" else "may have come first"
    return f"{c.first} {first} (by {c.order}), {c.copy}: {c.kind}; {c.share:.0%} of the copy stands in it, {c.share_of_first:.0%} of it in the copy"


def explain_story(dossier: str, report: str, form: str) -> int:
    """Why reports make one story: each merge with its reasons and weights, copies and originals."""
    told, c = _read(dossier)
    story = next((s for s in c.stories if report in s.reports), None)
    if story is None:
        raise RayzanError(f"{report}: no story or report of that name in {dossier}; `rayzan stories` lists them")
    if form == "jsonl":
        return _print([story], form, _story_line, _story)
    print(_story_line(story))
    heads = {t.id: t.record.report for t in told}
    for id in story.reports:
        print(f"  {id}  {heads[id].published or 'undated'}  {heads[id].outlet or 'no outlet'}")
    for m in story.merges:
        print(f"  {m.a} and {m.b}, weight {m.weight:.1f}:")
        for r in m.reasons:
            print(f"    {r.weight:4.1f}  {r.kind}: {r.what or 'the same'}")
    if not story.merges:
        print("  it stands alone: no other report shares an event, sayings or text with it")
    for x in c.copies:
        if x.first in story.reports and x.copy in story.reports:
            print("  copy: " + _copy_line(x))
    return 0


def list_discrepancies(dossier: str, form: str, kind: str | None, corroborations: bool) -> int:
    """Where reports tell one thing differently; with `corroborations` where independent ones tell the same."""
    _, c = _read(dossier)
    if corroborations:
        return _print((x for x in c.corroborations if kind in (None, x.kind)), form, _corroboration_line, _corroboration)
    return _print((d for d in c.discrepancies if kind in (None, d.kind)), form, _discrepancy_line, _discrepancy)


def _discrepancy(d: Discrepancy) -> dict[str, Any]:
    return {
        "id": d.id, "kind": d.kind, "severity": d.severity, "a": _span(d.a), "b": _span(d.b), "about": d.about, "en": d.en, "fa": d.fa,
        "verdict": d.verdict, "note": d.note,
    }  # fmt: skip


def _discrepancy_line(d: Discrepancy) -> str:
    judged = f" [{d.verdict}{': ' + d.note if d.note else ''}]" if d.verdict else ""
    return f"{d.id}  {d.kind}, {d.severity}{judged}: {d.en}\n    {d.fa}\n    {d.a.report}: {_quoted(d.a.text)}\n    {d.b.report}: {_quoted(d.b.text)}"


def _corroboration(c: Corroboration) -> dict[str, Any]:
    return {
        "id": c.id, "kind": c.kind, "about": c.about, "originals": c.originals, "evidence": [_span(p) for p in c.evidence], "en": c.en, "fa": c.fa,
        "verdict": c.verdict, "note": c.note,
    }  # fmt: skip


def _corroboration_line(c: Corroboration) -> str:
    places = "".join(f"\n    {p.report}: {_quoted(p.text)}" for p in c.evidence)
    return f"{c.id}  {c.kind}, {_originals(c.originals)}: {c.en}{places}"


def show_timeline(dossier: str, of: str, names: list[str], as_of: str | None, topic: str | None, form: str) -> int:
    """The timeline of an instrument, an actor or two states, as of a day if given."""
    told, c = _read(dossier)
    try:
        day = date.fromisoformat(as_of) if as_of else None
    except ValueError as e:
        raise RayzanError(f"{as_of}: no date; give YYYY-MM-DD") from e
    wanted = {"instrument": 1, "actor": 1, "relation": 2}
    if of not in wanted or len(names) != wanted[of]:
        raise RayzanError("give `instrument KEY`, `actor ID` or `relation STATE STATE`")
    if of == "instrument":
        found = timeline.instrument(names[0], told, c.keys, c.story_days(), day)
    elif of == "actor":
        found = timeline.actor(names[0], told, topic, c.story_days(), day)
    else:
        found = timeline.relation(names[0], names[1], told, c.keys, c.occasions, c.story_days(), day)
    code = _print(found.steps, form, _step_line, _step)
    if form == "text":
        for gap in found.gaps:
            print(f"no report tells: {gap}")
        for r in c.relations if of == "instrument" else ():
            if names[0] in (r.of, r.to):
                print(f"{r.of} {r.kind} {r.to}  {r.place.report}: {_quoted(r.place.text)}")
    return code


def _step(s: timeline.Step) -> dict[str, Any]:
    return {
        "date": s.date, "by": s.by, "kind": s.kind, "what": s.what, "about": s.about, "claimed_by": s.claimed_by, "note": s.note,
        "evidence": [_span(p) for p in s.evidence],
    }  # fmt: skip


def _step_line(s: timeline.Step) -> str:
    when = s.date or (f"by {s.by}" if s.by else "no day")
    told = ", ".join(x or "narrator" for x in s.claimed_by)
    note = f" [{s.note}]" if s.note else ""
    places = "".join(f"\n    {p.report}: {_quoted(p.text)}" for p in s.evidence)
    return f"{when}  {s.what} {s.about}{note} (told by {told}){places}"


def record_judgement(dossier: str, kind: str, subject: str, verdict: str, who: str, values: list[str], note: str | None) -> int:
    """Keeps a person's decision: accept, reject, edit (field=value), merge (the id it becomes), split (the reports that part), explain."""
    value: Any = None
    if verdict == "merge":
        value = values[0] if len(values) == 1 else None
    elif verdict == "split":
        value = values
    elif verdict == "edit":
        value = dict(_field(v) for v in values)
    elif values:
        raise RayzanError(f"{verdict} takes no values")
    if kind in ("story", "discrepancy", "corroboration", "copy"):
        _check(dossier, kind, subject, verdict, values)
    with open_dossier(dossier, create=False) as store:
        made = judge(store, kind, subject, verdict, who, value, note)
    print(f"{made.number}: {kind} {subject} {verdict}, by {who} {made.made}; `rayzan judge undo {made.number} --who NAME` takes it back")
    return 0


def _field(text: str) -> tuple[str, Any]:
    name, sign, value = text.partition("=")
    if not sign:
        raise RayzanError(f"{text}: an edit is given as field=value")
    try:
        return name, msgspec.json.decode(value)
    except msgspec.DecodeError:
        return name, value


def _check(dossier: str, kind: str, subject: str, verdict: str, values: list[str]) -> None:
    """Refuses a judgement on what there is not."""
    _, c = _read(dossier)
    if kind == "story":
        mine = next((s for s in c.stories if subject in s.reports), None)
        if mine is None:
            raise RayzanError(f"{subject}: no such story; `rayzan stories --all` lists them")
        known = {r for s in c.stories for r in s.reports} if verdict == "merge" else set(mine.reports)
        strange = [v for v in values if v not in known]
        if strange or (verdict in ("merge", "split") and not values):
            raise RayzanError(
                f"{' '.join(strange) or verdict}: give {'a report of another story' if verdict == 'merge' else 'reports of that story'}"
            )
        return
    ids: dict[str, Iterable[str]] = {
        "discrepancy": (d.id for d in c.discrepancies), "corroboration": (x.id for x in c.corroborations), "copy": map(copy_id, c.copies),
    }  # fmt: skip
    if subject not in set(ids[kind]):
        raise RayzanError(f"{subject}: no such {kind} shown in {dossier}")


def undo_judgement(dossier: str, number: int, who: str) -> int:
    with open_dossier(dossier, create=False) as store:
        taken = undo(store, number, who)
    print(f"{number}: {taken.kind} {taken.subject} {taken.verdict} taken back by {who}")
    return 0


def list_judgements(dossier: str, form: str) -> int:
    """All decisions in the order they were made, those taken back marked."""
    with open_dossier(dossier, create=False) as store:
        rows = judgements(store, undone=True)
    return _print(
        rows,
        form,
        lambda j: f"{j.number}  {j.kind} {j.subject} {j.verdict}  {j.who} {j.made}" + (f"  undone by {j.undone_by}" if j.undone else ""),
        msgspec.to_builtins,
    )
