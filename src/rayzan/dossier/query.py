"""The search language: words, "phrases", prefix*, OR, NOT or -, brackets, field:value; words are folded as the texts are."""

import re
from typing import NamedTuple

from rayzan.dossier.spelling import search_keys
from rayzan.errors import DossierError
from rayzan.lang.fa import halfspace
from rayzan.text.fold import fold
from rayzan.text.word import HALF_SPACE

FIELDS = ("outlet", "lang", "actor", "speaker", "topic", "act", "instrument", "event")
DATES = {"from": "since", "to": "until", "since": "since", "until": "until"}
_PIECE = re.compile(r'(?P<field>[a-z]+):(?:"(?P<said>[^"]*)"|(?P<value>[^\s()"]+))|"(?P<phrase>[^"]*)"|(?P<sign>[()])|(?P<word>[^\s()"]+)')


class Phrase(NamedTuple):
    """Words in this order, side by side; `prefix`: the last of them only begins so. One word is a phrase of one."""

    keys: tuple[str, ...]
    prefix: bool = False


class Either(NamedTuple):
    """At least one of these."""

    parts: tuple["Node", ...]


class Every(NamedTuple):
    """Each of these."""

    parts: tuple["Node", ...]


class Without(NamedTuple):
    """`this` without `that`."""

    this: "Node"
    that: "Node"


Node = Phrase | Either | Every | Without


class Query(NamedTuple):
    """A parsed search."""

    node: Node

    def shown(self) -> str:
        """The folded query as words, for the reader to see what was searched."""
        return _shown(self.node)

    def leaves(self) -> list[Phrase]:
        """The phrases whose places are to be marked, longest first; those after NOT are none."""
        return sorted(dict.fromkeys(_leaves(self.node)), key=lambda p: (-len(p.keys), -len("".join(p.keys))))


class Asked(NamedTuple):
    """What a search line asks: words (None if it only narrows), (field, value) pairs, days."""

    query: Query | None
    fields: tuple[tuple[str, str], ...]
    since: str | None
    until: str | None


def parse(line: str) -> Asked:
    """The search that a line asks for.

    Raises `DossierError` for an empty search, open brackets and fields there are not.
    """
    line = line.replace("«", '"').replace("»", '"').replace("“", '"').replace("”", '"')
    if line.count('"') % 2:
        raise DossierError(f"{line}: a quotation mark is left open; close it")
    fields: list[tuple[str, str]] = []
    days: dict[str, str] = {}
    pieces: list[tuple[str, str]] = []
    for m in _PIECE.finditer(line):
        if m["field"]:
            value = m["said"] if m["said"] is not None else m["value"]
            if m["field"] in DATES:
                days[DATES[m["field"]]] = _day(value)
            elif m["field"] in FIELDS:
                fields.append((m["field"], value))
            else:
                raise DossierError(f"{m['field']}: no such field; fields are {', '.join((*FIELDS, *DATES))}")
        elif m["phrase"] is not None:
            pieces.append(("phrase", m["phrase"]))
        elif m["word"] == "-" and line[m.end() : m.end() + 1] in ('"', "("):
            pieces.append(("word", "NOT"))
        else:
            pieces.append(("sign", m["sign"]) if m["sign"] else ("word", m["word"]))
    parser = _Parser(pieces)
    node = parser.either()
    if parser.at < len(pieces):
        raise DossierError(f"{line}: a bracket closes that was not opened; take it out")
    if node is None and not fields and not days:
        raise DossierError("nothing to search for: give at least one word")
    return Asked(Query(node) if node else None, tuple(fields), days.get("since"), days.get("until"))


def _day(value: str) -> str:
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value):
        raise DossierError(f"{value}: no date; give YYYY-MM-DD, YYYY-MM or YYYY")
    return value


class _Parser:
    """either := every (OR every)*; every := one+; one := [NOT] phrase | word | ( either )."""

    def __init__(self, pieces: list[tuple[str, str]]) -> None:
        self.pieces, self.at = pieces, 0

    def _next(self) -> tuple[str, str]:
        return self.pieces[self.at] if self.at < len(self.pieces) else ("end", "")

    def either(self) -> Node | None:
        parts = [self.every()]
        while self._next() == ("word", "OR"):
            self.at += 1
            parts.append(self.every())
        found = [p for p in parts if p is not None]
        return None if not found else found[0] if len(found) == 1 else Either(tuple(found))

    def every(self) -> Node | None:
        wanted: list[Node] = []
        refused: list[Node] = []
        run: list[str] = []
        while self._next()[0] != "end" and self._next() not in (("word", "OR"), ("sign", ")")):
            kind, text = self._next()
            if kind == "word" and text not in ("NOT", "AND") and not text.startswith("-") and not text.endswith("*"):
                run.append(text)
                self.at += 1
                continue
            wanted += self._run(run)
            run = []
            if (kind, text) == ("word", "AND"):
                self.at += 1
            elif kind == "word" and (text == "NOT" or text.startswith("-") and len(text) > 1):
                if text == "NOT":
                    self.at += 1
                else:
                    self.pieces[self.at] = (kind, text[1:])
                refused += [n for n in (self.one(),) if n]
            else:
                wanted += [n for n in (self.one(),) if n]
        wanted += self._run(run)
        if not wanted:
            if refused:
                raise DossierError("only words to leave out: give at least one word to search for")
            return None
        node: Node = wanted[0] if len(wanted) == 1 else Every(tuple(wanted))
        if refused:
            node = Without(node, refused[0] if len(refused) == 1 else Either(tuple(refused)))
        return node

    def one(self) -> Node | None:
        kind, text = self._next()
        if kind == "end" or (kind, text) == ("sign", ")"):
            return None
        self.at += 1
        if kind == "sign":
            node = self.either()
            if self._next() != ("sign", ")"):
                raise DossierError("a bracket is left open; close it")
            self.at += 1
            return node
        if kind == "phrase":
            found = _searchable(text)
            return Either((Phrase(found), *_apart(text))) if found and HALF_SPACE in text else Phrase(found) if found else None
        if text.endswith("*"):
            found = _searchable(text.rstrip("*"))
            return Phrase(found, prefix=True) if found else None
        return next(iter(self._run([text])), None)

    def _run(self, run: list[str]) -> list[Node]:
        """Bare words side by side: each must stand; two that a text may write as one may stand as one."""
        if not run:
            return []
        text = " ".join(run)
        found = _searchable(text)
        spelt = {_searchable(w): w for w in text.split()}
        nodes: list[Node] = []
        for i, key in enumerate(found):
            ways = [Phrase((key,)), *_apart(spelt.get((key,), key))]
            ways += [Phrase((found[k] + found[k + 1],)) for k in (i - 1, i) if k >= 0 and k + 1 < len(found)]
            nodes.append(ways[0] if len(ways) == 1 else Either(tuple(dict.fromkeys(ways))))
        return nodes


def _apart(word: str) -> list[Phrase]:
    """The ways in which a word may stand as several: at its half-spaces, typed or, typed joined, put back («بینالمللی» as «بین المللی»)."""
    if HALF_SPACE not in word:
        parts = halfspace.parts(fold(word).strip())
    else:
        parts = tuple(word.split(HALF_SPACE))
    found = _searchable(" ".join(parts))
    return [Phrase(found)] if len(found) > 1 else []


def _searchable(text: str) -> tuple[str, ...]:
    return tuple(search_keys(text))


def _leaves(node: Node) -> list[Phrase]:
    if isinstance(node, Phrase):
        return [node]
    if isinstance(node, Without):
        return _leaves(node.this)
    return [leaf for part in node.parts for leaf in _leaves(part)]


def _shown(node: Node) -> str:
    match node:
        case Phrase(found, prefix):
            return ("“" + " ".join(found) + "”" if len(found) > 1 else found[0]) + ("*" if prefix else "")
        case Either(parts):
            first = parts[0]
            if isinstance(first, Phrase) and len(first.keys) == 1 and all(_same(p, first) for p in parts[1:]):
                return _shown(first)  # the spellings of one word
            return "(" + " OR ".join(map(_shown, parts)) + ")"
        case Every(parts):
            return " ".join(map(_shown, parts))
        case Without(this, that):
            return f"{_shown(this)} NOT {_shown(that)}"


def _same(node: Node, word: Phrase) -> bool:
    """Whether a part is the same word written otherwise: taken apart, or joined with its neighbour."""
    joined = "".join(node.keys) if isinstance(node, Phrase) else ""
    return joined == word.keys[0] or (len(joined) > len(word.keys[0]) and word.keys[0] in joined)
