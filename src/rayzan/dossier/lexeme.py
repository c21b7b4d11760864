"""The words of a text as PostgreSQL indexes them, and a query as it is asked of that index.

Pairs of words side by side are lexemes too, so that a phrase is found by the index alone and not by looking into every text that has its words.
"""

from itertools import pairwise
from typing import NamedTuple

from rayzan.dossier.query import Either, Every, Node, Phrase, Without
from rayzan.errors import DossierError

# What is long stands beside the rows, so that many rows are looked at quickly: of most queries the index of lexemes alone says what to find.
INDEX = (
    """CREATE TABLE IF NOT EXISTS search (report INTEGER PRIMARY KEY, day INTEGER NOT NULL, whole BOOLEAN NOT NULL, keys TSVECTOR NOT NULL,
       words TEXT NOT NULL) WITH (toast_tuple_target = 128)""",
    "CREATE INDEX IF NOT EXISTS search_keys ON search USING gin (keys)",
    "CREATE INDEX IF NOT EXISTS search_day ON search (day DESC, report DESC)",
)
LETTERS = 1_000_000  # bytes of lexemes that a tsvector holds, with a little room
PARTED = "  parted"  # a lexeme of texts whose pairs don't fit; no word begins with a blank


class Lexemes(NamedTuple):
    """What a text is indexed by; `whole` where its pairs are among them."""

    told: list[str]
    whole: bool


class Wanted(NamedTuple):
    """What a row `s` of the index must hold: a tsquery, and SQL with its values where that alone does not settle it."""

    lexemes: str
    also: str = ""
    values: tuple[object, ...] = ()


def lexemes(words: str) -> Lexemes:
    """The lexemes of the words of a text.

    >>> lexemes("نشست در وین")
    Lexemes(told=[' در وین', ' نشست در', 'در', 'نشست', 'وین'], whole=True)

    Raises `DossierError` for a text of more different words than PostgreSQL can index.
    """
    keys = words.split()
    single = set(keys)
    both = single.union(f" {one} {other}" for one, other in pairwise(keys))
    if _fit(both):
        return Lexemes(sorted(both), True)
    if not _fit(single):
        raise DossierError("a text of more different words than PostgreSQL can index (1 MB): part it, or keep it in a dossier in a file")
    return Lexemes(sorted(single | {PARTED}), False)


def _fit(lexemes: set[str]) -> bool:
    return sum(len(lexeme.encode()) for lexeme in lexemes) <= LETTERS


def wanted(node: Node) -> Wanted:
    """What is asked of the index.

    >>> wanted(Either((Phrase(("وین",), prefix=True), Phrase(("ژنو",)))))
    Wanted(lexemes="('وین':* | 'ژنو')", also='', values=())
    """
    match node:
        case Phrase(keys, prefix):
            end = ":*" if prefix else ""
            if len(keys) == 1:
                return Wanted(_quoted(keys[0]) + end)
            pairs = " & ".join(_quoted(f" {one} {other}") for one, other in pairwise(keys)) + end
            alone = " & ".join(map(_quoted, keys)) + end
            found = f"({pairs} | {_quoted(PARTED)} & {alone})"
            return Wanted(found, "(s.whole OR s.words LIKE ?)" if len(keys) == 2 else "s.words LIKE ?", (like(node),))
        case Every(parts):
            told = [wanted(part) for part in parts]
            also = " AND ".join(t.also for t in told if t.also)
            return Wanted(f"({' & '.join(t.lexemes for t in told)})", f"({also})" if also else "", tuple(v for t in told for v in t.values))
        case Either(parts):
            told = [wanted(part) for part in parts]
            also = ""
            if any(t.also for t in told):
                settled = "s.whole OR " if all(t.also in ("", "(s.whole OR s.words LIKE ?)") for t in told) else ""
                also = f"({settled}{' OR '.join(map(_in_full, told))})"
            values = tuple(v for t in told for v in (t.lexemes, *t.values)) if also else ()
            return Wanted(f"({' | '.join(t.lexemes for t in told)})", also, values)
        case Without(this, that):
            some, none = wanted(this), wanted(that)
            if not none.also:
                return Wanted(f"({some.lexemes} & !{none.lexemes})", some.also, some.values)
            also = " AND ".join(filter(None, (some.also, f"NOT {_in_full(none)}")))
            return Wanted(some.lexemes, f"({also})", (*some.values, none.lexemes, *none.values))


def _in_full(told: Wanted) -> str:
    """SQL of all that is wanted; its values are the tsquery and those of the rest."""
    return f"(s.keys @@ ?::tsquery{f' AND {told.also}' if told.also else ''})"


def _quoted(lexeme: str) -> str:
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def like(phrase: Phrase) -> str:
    """The pattern that a phrase makes in the words of a text, each with a blank before and after it.

    >>> like(Phrase(("نشست", "وین"))), like(Phrase(("50_a",), prefix=True))
    ('% نشست وین %', '% 50\\\\_a%')
    """
    said = " ".join(phrase.keys)
    for sign in ("\\", "%", "_"):
        said = said.replace(sign, "\\" + sign)
    return f"% {said}" + ("%" if phrase.prefix else " %")
