"""One person's name in two spellings."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from rayzan.collate.disagreement import NOTE, Discrepancy, differ
from rayzan.collate.told import Place, Told
from rayzan.lang.fa.language import persian
from rayzan.record import Actor

LEAST = 5  # letters of a name part that is compared
FAR = 2  # letters that a slip changes


def disagreements(group: Sequence[Told]) -> Iterator[Discrepancy]:
    """Names of persons that the reports of a group, or one report, spell in two ways; one for each person."""
    spelt: dict[str, dict[str, Place]] = {}
    for told in group:
        for id, actor in told.record.actors.items():
            if actor.type == "person" and actor.known_from == "lexicon":
                for m in sorted(actor.mentions, key=lambda m: m.start):
                    for key in persian().keys(m.text):
                        if len(key) >= LEAST and _of_name(key, actor):
                            spelt.setdefault(id, {}).setdefault(key, Place.of(told.id, m))
    for id, forms in sorted(spelt.items()):
        keys = list(forms)
        found = next(((a, b) for n, a in enumerate(keys) for b in keys[n + 1 :] if is_slip(a, b)), None)
        if found:
            a, b = forms[found[0]], forms[found[1]]
            yield differ(
                "spelling",
                NOTE,
                a,
                b,
                id,
                f"one person, two spellings: “{a.text}” and “{b.text}”",
                f"نام یک تن با دو املا: «{a.text}» و «{b.text}»",
            )


def _of_name(key: str, actor: Actor) -> bool:
    """Whether a word is a part of the person's name, rightly spelt or not, and none of a title."""
    parts = {part for name in (actor.name_fa, *actor.aliases) for part in persian().keys(name)}
    return key in parts or any(is_slip(key, part) for part in parts)


def is_slip(a: str, b: str) -> bool:
    """Whether two words are one name with a slip: a letter or two, and no ending of the language put on.

    >>> is_slip("عبداالهیان", "عبداللهیان"), is_slip("لاوروف", "لاوروفی")
    (True, False)
    """
    if a == b or a.startswith(b) or b.startswith(a):
        return False
    most = FAR if min(len(a), len(b)) >= 8 else 1
    return a[0] == b[0] and 0 < Levenshtein.distance(a, b, score_cutoff=most) <= most
