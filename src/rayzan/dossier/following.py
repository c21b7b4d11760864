"""What persons follow: an instrument, an actor, a story or a search, with a note on why and the reports that came since."""

from typing import Any

from rayzan.dossier.judgement import Judgement, judge, judgements
from rayzan.dossier.listing import count
from rayzan.dossier.store import Dossier
from rayzan.errors import DossierError

KINDS = ("instrument", "actor", "story", "search")


def follow(store: Dossier, kind: str, subject: str, who: str, note: str | None = None) -> Judgement:
    """Begins to follow; what is followed already goes on as it was. It is a judgement and is let go by `undo`."""
    had = next((j for j in judgements(store, kind, subject) if j.verdict == "follow"), None)
    return had or judge(store, kind, subject, "follow", who, note=note)


def followed(store: Dossier) -> list[dict[str, Any]]:
    """All that is followed, newest first: number, kind, subject, note, who, made; `where`, which narrows the list of reports to those
    that came since, and their number `new` (None for a story, which has no such list, and for a search that can no longer be read)."""
    out = []
    for j in reversed(judgements(store)):
        if j.verdict == "follow":
            where = {"q" if j.kind == "search" else j.kind: j.subject, "gathered": j.made}
            row = {"number": j.number, "kind": j.kind, "subject": j.subject, "note": j.note, "who": j.who, "made": j.made, "where": where}
            out.append(row | {"new": None if j.kind == "story" else _count(store, where)})
    return out


def _count(store: Dossier, where: dict[str, str]) -> int | None:
    try:
        return count(store, "report", where)
    except DossierError:
        return None
