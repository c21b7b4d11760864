"""One saying told twice: other numbers, a denial, another speaker, a quotation in other words."""

from collections.abc import Iterator

from rayzan.collate.alike import contained, grams
from rayzan.collate.disagreement import CONTRADICTION, NOTE, VARIANCE, Discrepancy, differ
from rayzan.collate.saying import told_twice
from rayzan.collate.told import Place, Told
from rayzan.lang.fa.language import persian
from rayzan.record import Statement
from rayzan.text.fold import fold

SAME = 0.85  # of the shorter's grams: the same words
PRONOUNS = frozenset({"وی", "او", "ایشان"})
LONG = 40  # grams of a saying that nobody says by chance


def disagreements(one: Told, other: Told) -> Iterator[Discrepancy]:
    """Where two reports on one event give one saying other words that matter."""
    told = told_twice(one, other)
    for t in told:
        a, b = Place.of(one.id, t.a.content), Place.of(other.id, t.b.content)
        speaker = t.a.speaker or ""
        if t.likeness >= SAME and _denied(t.a) != _denied(t.b) and _whole(t.a, t.b):
            yield differ(
                "wording",
                CONTRADICTION,
                a,
                b,
                speaker,
                "one report has a denial where the other has none",
                "یک گزارش سخن را نفی‌شده آورده و دیگری نه",
            )
        elif t.a.directness == t.b.directness == "direct" and 0.7 <= t.likeness < SAME and _whole(t.a, t.b):
            yield differ("wording", NOTE, a, b, speaker, "one quotation in other words", "یک نقل قول با واژه‌های دیگر")


def _whole(a: Statement, b: Statement) -> bool:
    """Whether two sayings are about as long: one that is only longer differs by what it adds."""
    one, other = len(grams(a.content.text)), len(grams(b.content.text))
    return min(one, other) >= 0.75 * max(one, other)


def _denied(s: Statement) -> int:
    """How many verbs of a saying are negated."""
    keys = persian().keys(s.content.text)
    return sum(g.form.negative for g in persian().verbs.groups(keys, 0, len(keys)))


def attributions(one: Told, other: Told) -> Iterator[Discrepancy]:
    """The same long saying in two mouths, in reports that are no copies of one another."""
    told = told_twice(one, other)
    known_a, known_b = {t.a.id for t in told}, {t.b.id for t in told}
    for a in one.record.statements:
        for b in other.record.statements:
            if a.id in known_a or b.id in known_b or not a.speaker or not b.speaker or a.speaker == b.speaker or a.within or b.within:
                continue
            if (
                min(len(grams(a.content.text)), len(grams(b.content.text))) < LONG
                or contained(a.content.text, b.content.text) < SAME
                or not _whole(a, b)
            ):
                continue
            if not (a.source and b.source) or fold(a.source.text) in PRONOUNS or fold(b.source.text) in PRONOUNS:
                continue  # who is meant is our reading, not the report's word
            if _part_of(one, a.speaker, b.speaker) or _part_of(other, b.speaker, a.speaker):
                continue
            yield differ(
                "attribution", VARIANCE, Place.of(one.id, a.content), Place.of(other.id, b.content), f"{a.speaker} {b.speaker}",
                f"the same words by {one.called((a.speaker,))} in one report and by {other.called((b.speaker,))} in the other", "یک سخن از دو گوینده نقل شده است",
            )  # fmt: skip


def _part_of(told: Told, speaker: str, of: str) -> bool:
    """Whether a speaker stands for the other: a person for the state or body, a member for the group."""
    return told.state(speaker) == of or of in speaker.split("-") or speaker in of.split("-")
