"""Commitments: who undertakes, is mandated or is asked to do what, by when, on what condition."""

from rayzan.extract.commitment_act import acts
from rayzan.extract.commitment_clause import Finder
from rayzan.extract.commitment_rule import RULES
from rayzan.extract.draft import CommitmentDraft, Draft

TELLING = 3  # letters of a word that tells what is undertaken; shorter ones are mostly particles


def _same(one: CommitmentDraft, other: CommitmentDraft) -> bool:
    """One act told once: the words of the one lie by half or more in the other's."""
    shared = min(one.last, other.last) - max(one.first, other.first)
    return shared * 2 >= min(one.last - one.first, other.last - other.first)


def _again(draft: Draft, one: CommitmentDraft, other: CommitmentDraft) -> bool:
    """The same act told again in other words' company: same party and kind, and half the words in common; of a headline two words are
    enough, and of its «عزم X برای …», «آماده‌ایم» the party."""
    one_by, other_by = ({*(c.by or "").split("-")} for c in (one, other))
    mine, its = (set(draft.view.keys[c.first : c.last]) for c in (one, other))
    head = draft.headline
    titled = head is not None and head.first <= one.first and one.last <= head.last <= other.first
    if one.kind != other.kind or one_by != other_by and not (titled and one_by & other_by and len({w for w in mine & its if len(w) > TELLING}) > 1):
        return False
    if one.by and titled:
        return one.rule in ("resolve", "readiness") or len({w for w in mine & its if len(w) > TELLING}) > 1
    return len(mine & its) * 2 > max(len(mine), len(its))


def find(draft: Draft) -> None:
    """Fills `draft.commitments`, in the order of the text; of an act told twice the body's telling stays."""
    finder = Finder(draft)
    found = [act for rule in RULES for c in rule(finder) for act in acts(finder, c)]
    out: list[CommitmentDraft] = []
    for c in found:
        if not any(_same(c, o) for o in out):
            out.append(c)
    out.sort(key=lambda c: (c.first, c.last))
    out = [c for i, c in enumerate(out) if not any(_again(draft, c, o) for o in out[i + 1 :])]
    for c in out:
        finder.complete(c)
    draft.commitments = out
    finder.strangers.forget(
        {id for c in out for id in (c.by, c.to) if id} | {i for c in out if c.by and "-" in c.by for i in c.by.split("-")}
    )
