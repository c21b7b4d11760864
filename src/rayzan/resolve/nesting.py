"""Which statement is told within which."""

from rayzan.extract.draft import StatementDraft
from rayzan.text.over import Over


def nest(statements: list[StatementDraft]) -> None:
    """A statement whose cue stands in another's content is within the innermost such."""
    over = Over([(s.first, s.last) for s in statements])
    for i, s in enumerate(statements):
        at = s.cue.first if s.cue else -1
        if s.rule == "relay":
            s.within = next(
                (j for j, o in enumerate(statements) if j != i and (o.first, o.last) == (s.first, s.last) and o.rule != "relay"), None
            )
            continue
        if at < 0:
            continue
        holding = [
            (o.last - o.first, j)
            for j, o in ((j, statements[j]) for j in over.at(at))
            if j != i and (o.first, o.last) != (s.first, s.last) and not (s.first <= o.first and o.last <= s.last)
        ]
        if holding:
            s.within = min(holding)[1]
