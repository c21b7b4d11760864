"""What persons' judgements mean for what spans reports: applied to what is shown, in the order they were made; undone ones do not come here."""

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

import msgspec

from rayzan.collate.copies import Copy
from rayzan.collate.disagreement import Corroboration, Discrepancy
from rayzan.collate.merge import Merge
from rayzan.collate.occasion import Reason

Judged = TypeVar("Judged", Discrepancy, Corroboration)
SHOWN = {"accept": "accepted", "explain": "explained"}


class Judgement(Protocol):
    """A decision as a dossier keeps it. `subject`: an id of a story, discrepancy, corroboration or copy; `value`: of a merge the other
    story's id, of a split the ids of the reports that part."""

    @property
    def kind(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def verdict(self) -> str: ...
    @property
    def value(self) -> Any: ...
    @property
    def note(self) -> str | None: ...
    @property
    def who(self) -> str: ...


def groups_as_judged(groups: Iterable[Iterable[str]], judgements: Iterable[Judgement]) -> tuple[list[list[str]], list[Merge]]:
    """The groups of reports after judgements on stories, and the merges that persons made.

    A story is meant by any of its reports, so that a judgement holds also when a new report comes first. merge: both become one; split: the
    named reports part into a story of their own; reject: each report stands alone again; accept changes nothing.
    """
    out = [list(g) for g in groups]
    known = {r for g in out for r in g}
    merges: list[Merge] = []
    for j in judgements:
        if j.kind != "story" or j.subject not in known:
            continue
        mine = next(g for g in out if j.subject in g)
        if j.verdict == "merge" and j.value in known and j.value not in mine:
            other = next(g for g in out if j.value in g)
            out = [g for g in out if g is not mine and g is not other] + [mine + other]
            a, b = sorted((j.subject, str(j.value)))
            merges.append(Merge(a, b, (Reason("judged", f"one event, says {j.who}", 100.0),)))
        elif j.verdict == "split":
            parted = [r for r in mine if r in set(j.value or ())]
            out = [g for g in out if g is not mine] + [g for g in ([r for r in mine if r not in parted], parted) if g]
        elif j.verdict == "reject":
            out = [g for g in out if g is not mine] + [[r] for r in mine]
    return out, merges


def as_judged(found: Iterable[Judged], kind: str, judgements: Iterable[Judgement]) -> list[Judged]:
    """Discrepancies or corroborations as judged: rejected ones go, accepted and explained ones say so with the note; the last word counts."""
    last: dict[str, Judgement] = {j.subject: j for j in judgements if j.kind == kind}
    out = []
    for x in found:
        j = last.get(x.id)
        if j is None:
            out.append(x)
        elif j.verdict != "reject":
            out.append(msgspec.structs.replace(x, verdict=SHOWN[j.verdict], note=j.note))
    return out


def copies_as_judged(found: Iterable[Copy], judgements: Iterable[Judgement]) -> list[Copy]:
    """Copies without those that a person rejected; a copy's id is `copy_id`."""
    rejected = {j.subject: j.verdict == "reject" for j in judgements if j.kind == "copy"}
    return [c for c in found if not rejected.get(copy_id(c))]


def copy_id(c: Copy) -> str:
    """The id that a judgement names a copy by: both reports."""
    return f"{c.first} {c.copy}"
