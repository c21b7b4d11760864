"""Requests: what a named party is asked, called on, told that it must do."""

from collections.abc import Iterator

from rayzan.extract.commitment_clause import Finder
from rayzan.extract.draft import CommitmentDraft, Found
from rayzan.lang.fa.verbs import Tense


def asked(f: Finder) -> Iterator[CommitmentDraft]:
    """«از X خواست که …», «از X می‌خواهم …»: put to a named party."""
    for g, s in f.groups():
        if g.form.lemma != "خواستن" or g.form.negative or g.form.tense in (Tense.FUTURE, Tense.SUBJUNCTIVE):
            continue
        start = f.start(s, g.first)
        at = next(
            (
                i
                for i in range(g.first - 2, start - 1, -1)
                if f.keys[i] == "از" and (f.party(i + 1, g.first) or i + 1 < g.first and f.keys[i + 1][0].isalpha())
            ),
            -1,
        )
        end = f.end(s, g.last)
        if at < 0 or end <= g.last + 1:
            continue
        content = next((x for x in f.draft.statements if x.cue and x.cue.first <= g.first < x.cue.last), None)
        end = max(end, content.last) if content else end
        yield f.made("ask", "request", f.one(f.party(at + 1, g.first)), at, end, Found(g.last, end), None)


def demanded(f: Finder) -> Iterator[CommitmentDraft]:
    """«خواستار بازگشت X و Y به میز مذاکره شد»: a demand that names who is to act."""
    for x in f.draft.statements:
        if x.act != "demand" or x.cue is None or f.keys[x.cue.first] not in ("خواستار", "خواهان"):
            continue
        acting = f.keys[x.first] in f.lists["acts"]
        by = f.party(x.first + 1, x.last) if acting else ()
        verbs = [g for g in f.clauses.verbs_in(x.first, x.last) if g.form.person]
        first, last = min(x.first, x.cue.first), max(x.last, x.cue.last)
        by = by or (f.subject(x.first, x.last, True) if verbs else ())
        if last - first <= 45 and by:
            yield f.made("demand", "request", f.one(by), first, last, Found(x.first, x.last))


def obliged(f: Finder) -> Iterator[CommitmentDraft]:
    """«تهران باید … فراهم کند»: put to a named party by somebody else."""
    for g, s in f.groups():
        if g.form.tense is not Tense.SUBJUNCTIVE or g.form.person != 3 or g.form.passive:
            continue
        start, speaker = f.start(s, g.first), f.draft.speaker_at(g.first)
        must = next((i for i in range(start, g.first) if f.keys[i] in f.lists["must"]), None)
        if must is None or speaker is None:
            continue
        source = f.clauses.subject(start, must, g.form.plural, strict=True)
        by: tuple[str, ...] = ()
        if source is not None and source.who:
            if source.who[0].kind not in ("name", "title", "state", "body", "group", "government", "people"):
                continue
            by = tuple(i for m in source.who for i in f.ids(m))
        elif (stranger := f.head(start, must)[0]) is not None:
            by = (stranger,)
        side = f.draft.actors[speaker].state if speaker in f.draft.actors else None
        forces = all(f.draft.actors[i].type == "group" and f.draft.actors[i].state == side for i in by if i in f.draft.actors)
        if by and speaker not in by and side not in by and not (side and forces):
            yield f.made("must", "request", f.one(by), start, g.last)


def called(f: Finder) -> Iterator[CommitmentDraft]:
    """«از X درخواست کرد که …», «X را به پذیرش … فراخواند»: put to a named party in other words than «خواست»."""
    for g, s in f.groups():
        if (
            g.form.negative
            or g.form.tense in (Tense.FUTURE, Tense.SUBJUNCTIVE)
            or f.keys[g.first - 1] not in f.lists["calling"]
            and g.form.lemma != "فراخواندن"
        ):
            continue
        start = f.start(s, g.first)
        whom = next((i for i in range(start, g.first - 1) if f.keys[i] == "از" and f.party(i + 1, g.first)), -1)
        follows = next((h for h in f.clauses.verbs_in(g.last, s.last) if h.form.person), None)
        if whom >= 0 and follows is not None and follows.form.tense is Tense.SUBJUNCTIVE:
            yield f.made("call", "request", f.one(f.party(whom + 1, g.first)), whom, f.end(s, g.last), Found(g.last, f.end(s, g.last)))
            continue
        for m in f.clauses.mentions(start, g.first - 1):
            if m.actors and f.keys[m.last : m.last + 2] == ["را", "به"] and m.last + 3 < g.first:
                yield f.made("call", "request", f.one(f.ids(m)), m.first, g.last, Found(m.last + 2, g.first - 1))
                break
