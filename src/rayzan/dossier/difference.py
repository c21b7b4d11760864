"""What two readings of a report have otherwise, and what two versions of a text have otherwise."""

import difflib
from collections.abc import Iterator

from rayzan.dossier.key import keyed
from rayzan.dossier.store import Dossier
from rayzan.record import Commitment, Event, Figure, Note, Question, Record, State, Statement, Time


def facts(record: Record) -> list[str]:
    """Each fact as a line, by kind: what two readings are compared by."""
    out = []
    for _, kind, fact, of in keyed(record):
        match fact:
            case Statement() as s:
                said = f"{s.speaker} ({s.directness}, {s.act}): {s.content.text}"
            case Question() as q:
                said = f"{q.by} to {q.to}: {q.text.text}"
            case Event() as e:
                said = f"{e.type} {' '.join(e.who)} / {' '.join(e.whom)} {e.when or ''} {e.where or ''} {e.status}: {e.evidence.text}"
            case State() as x:
                said = f"{of.key if of else ''} {x.state} {x.when or ''}: {x.evidence.text}"
            case Commitment() as c:
                said = f"{c.by} {c.kind} {c.due or ''}: {c.evidence.text}"
            case Figure() as f:
                said = f"{f.value} {f.high or ''} {f.unit} {f.bound}: {f.evidence.text}"
            case Time() as t:
                said = f"{t.value}: {t.text.text}"
            case Note() as n:
                said = n.text
        out.append(f"{kind:10s} {said}".replace("\n", " "))
    head = record.report
    out.append(f"{'head':10s} {head.outlet} {head.published} ({head.published_known_from}), topics {' '.join(record.topics)}")
    return out + [f"{'actor':10s} {id_} {a.office or ''} {len(a.mentions)}" for id_, a in record.actors.items()]


def between(old: Record, new: Record) -> list[str]:
    """Lines that only one of two readings has: «- …» of the old one, then «+ …» of the new one."""
    before, after = facts(old), facts(new)
    return [f"- {f}" for f in sorted(set(before) - set(after))] + [f"+ {f}" for f in sorted(set(after) - set(before))]


def runs(store: Dossier, one: int, other: int) -> Iterator[tuple[str, list[str]]]:
    """Reports, with their version, that the dossier as it stood after two runs reads otherwise, with the lines of `between`.

    Raises `DossierError` for a run there is not.
    """
    before, after = store.as_of(one), store.as_of(other)
    for version in sorted(set(before) | set(after)):
        if version not in before:
            yield version, ["+ (a report or version that came after the first of the two runs)"]
        elif version not in after:
            yield version, ["- (a report or version that the second of the two runs had not yet)"]
        elif lines := between(before[version], after[version]):
            yield version, lines


def texts(old: str, new: str) -> list[str]:
    """What changed in a text: lines that went («- »), lines that came («+ »), in the order of the text."""
    return [line for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line[:2] in ("- ", "+ ")]
