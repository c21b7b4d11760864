"""Instruments: the known by name, the unknown by shape, all names of one under one key."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from rayzan.extract.draft import Draft, Found, InstrumentDraft
from rayzan.lang.fa.language import Persian
from rayzan.lexicon.wordlist import Wordlist
from rayzan.text.match import longest

MOST_WORDS = 12
OPEN, CLOSE = ("«", '"', "“"), ("»", '"', "”")
STOPS = frozenset(
    [
        "میان",
        "بین",
        "به",
        "در",
        "درباره",
        "برای",
        "را",
        "که",
        "با",
        "از",
        "تا",
        "علیه",
        "و",
        "یا",
        "است",
        "هست",
        "شد",
        "بود",
        "طی",
        "توسط",
        "بر",
        "نیز",
        "هم",
        "خواهد",
        "پس",
        "ضمن",
    ]
)


@dataclass(slots=True)
class Shapes:
    """The kind words and qualifiers of a language."""

    kinds: list[tuple[str, Wordlist, bool]] = field(default_factory=list)
    starts: set[str] = field(default_factory=set)
    qualifiers: set[str] = field(default_factory=set)
    not_names: set[str] = field(default_factory=set)
    bare: dict[str, str] = field(default_factory=dict)
    never: Wordlist | None = None
    demonstratives: set[str] = field(default_factory=set)


@cache
def shapes(language: Persian) -> Shapes:
    """The shapes of a language, built once."""
    table: dict[str, Any] = language.table("instrument")
    out = Shapes()
    for row in table["kind"]:
        out.kinds.append((row["kind"], Wordlist(language.variants, row["words"]), row.get("strong", False)))
        out.starts |= {p[0] for w in row["words"] for p in language.variants(w)}
    words = table["words"]
    out.qualifiers = {p[0] for w in words["qualifiers"] for p in language.variants(w)}
    out.not_names = {language.keys(w)[0] for w in words["not_names"]}
    out.never = Wordlist(language.variants, words["never"])
    out.demonstratives = set(words["demonstratives"])
    for kind, forms, _ in out.kinds:
        for w in words["bare"]:
            for p in language.variants(w):
                if len(p) == 1 and forms.at(p, 0, 1):
                    out.bare[p[0]] = kind
    return out


class Instruments:
    """Finds mentions in order and gathers them under keys."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys, self.end = draft, draft.view.keys, len(draft.view.keys)
        self.s = shapes(draft.language)
        self.table: dict[str, InstrumentDraft] = {}
        self.last: str | None = None
        self.states = {m.first: m for m in draft.mentions if m.kind in ("state", "government", "body", "people")}
        self.time_from = {t.first: t for t in draft.times}
        self.words: dict[str, set[str]] = {}

    def run(self) -> list[InstrumentDraft]:
        known = {h.first: h for h in longest([h for h in self.draft.names if h.value.kind == "instrument" and h.value.sure])}
        furniture = [(s.start, s.end) for s in self.draft.furniture]
        at = 0
        while at < self.end:
            start = self.draft.view.words[at].start
            if any(s <= start < e for s, e in furniture):
                at += 1
                continue
            if at in known:
                hit = known[at]
                self._add(self._entry(hit.value.id), at, self._quoted_end(at, hit.last))
                at = hit.last
                continue
            at = self._shape(at) or self._pointing(at) or at + 1
        return [i for i in self.table.values() if i.mentions]

    def _quoted_end(self, at: int, last: int) -> int:
        return last

    def _entry(self, id: str) -> InstrumentDraft:
        if id not in self.table:
            e = self.draft.lexicon.instruments[id]
            self.table[id] = InstrumentDraft(id, e.kind, e.name_en, e.name_fa, e.parties)
            self.words[id] = {k for f in (e.name_fa, *e.forms) for k in self.draft.language.keys(f)}
        return self.table[id]

    def _add(self, entry: InstrumentDraft, first: int, last: int) -> None:
        entry.mentions.append(Found(first, last))
        self.last = entry.key

    def _kind_at(self, at: int) -> tuple[str, int, bool]:
        if self.keys[at] not in self.s.starts or (self.s.never and self.s.never.at(self.keys, at, self.end)):
            return "", 0, False
        best = ("", 0, False)
        for kind, forms, strong in self.s.kinds:
            size = forms.at(self.keys, at, self.end)
            if size > best[1]:
                best = (kind, size, strong)
        return best

    def _shape(self, at: int) -> int:
        """An unknown instrument by kind word and qualifiers; the word behind it, 0 if there is none."""
        kind, size, strong = self._kind_at(at)
        if not size or (at and self.keys[at - 1] in self.s.demonstratives):
            return 0
        behind = at + size
        if behind < self.end and self.keys[behind] in OPEN:
            close = next((i for i in range(behind + 2, min(behind + 40, self.end)) if self.keys[i] in CLOSE), None)
            if close is not None and close - behind > 2:
                self._unknown(kind, behind + 1, close, quoted=True)
                return close + 1
        last = self._name_end(behind)
        qualifiers = [k for k in self.keys[behind:last] if k in self.s.qualifiers]
        numbered = any(k.isdigit() for k in self.keys[behind:last])
        term = any(k in ("ساله",) or k.endswith("ساله") for k in self.keys[behind:last])
        quoted = at > 0 and self.keys[at - 1] in OPEN and last < self.end and self.keys[last] in CLOSE
        inside_title = self._title_end(at)
        if inside_title:
            self._unknown(kind, at, inside_title, quoted=True)
            return inside_title
        if last == behind or (kind == "resolution" and not (numbered or qualifiers)):
            return 0
        weak = not strong and not qualifiers and not term and not quoted
        if weak or (kind in ("programme", "plan", "document", "protocol", "mechanism") and not (qualifiers or term or quoted)):
            return 0
        if kind in ("plan", "document", "protocol") and len(qualifiers) < 2 and not (term or quoted):
            return 0
        if (
            kind == "agreement"
            and self.keys[at] in ("توافق", "توافقی", "قرارداد")
            and not any(q not in ("نهایی", "موقت", "کار", "همکاری") for q in qualifiers)
        ):
            return 0
        self._unknown(kind, at, last)
        return last

    def _title_end(self, at: int) -> int:
        """A title in quotation marks that begins at a kind word: to its closing mark; 0 if there is none."""
        if at == 0 or self.keys[at - 1] not in ("«",):
            return 0
        close = next((i for i in range(at + 3, min(at + 40, self.end)) if self.keys[i] == "»"), None)
        return close if close is not None and not any(k in (".", "\n") for k in self.keys[at:close]) else 0

    def _name_end(self, at: int) -> int:
        """Where the name behind a kind word ends: before a preposition, conjunction, verb, time or mark."""
        last = at
        while last < min(at + MOST_WORDS, self.end):
            key = self.keys[last]
            if key in STOPS or not (key[0].isalnum()) or key in self.s.not_names or (last in self.time_from and key == "سال"):
                break
            if self.draft.language.verbs.form(key) and key not in self.s.qualifiers:
                break
            last += 1
        return last

    def _unknown(self, kind: str, first: int, last: int, quoted: bool = False) -> None:
        """An instrument no lexicon knows: joined to an earlier one of its kind whose words it shares, else a new key."""
        words = {k for k in self.keys[first:last] if k[0].isalnum()}
        for key, entry in self.table.items():
            shared = words & self.words[key]
            if (entry.kind == kind or quoted or "document" in (kind, entry.kind)) and len(shared) >= max(
                2, min(len(words), len(self.words[key])) // 2 + 1
            ):
                self._add(entry, first, last)
                self.words[key] |= words
                return
        span = self.draft.view.span(first, last)
        parties = self._parties(first, last)
        key = self._key(kind, parties, first, last)
        if key not in self.table:
            self.table[key] = InstrumentDraft(
                key,
                kind if kind not in ("plan", "document", "protocol") else {"plan": "project"}.get(kind, "agreement"),
                span.text,
                span.text,
                parties,
                known_from="report",
            )
            self.words[key] = words
        self._add(self.table[key], first, last)

    def _parties(self, first: int, last: int) -> tuple[str, ...]:
        """The parties named in the name or right behind it: «… میان ایران و روسیه»."""
        found: list[str] = []
        for m in self.draft.mentions:
            if (
                first <= m.first < last + 8
                and m.kind in ("state", "government", "body", "group")
                and m.first in range(first, self._reach(last))
            ):
                found.extend(a for a in m.actors if a not in found)
        return tuple(found)

    def _reach(self, last: int) -> int:
        if last < self.end and self.keys[last] in ("میان", "بین", "با"):
            return min(last + 9, self.end)
        return last

    def _key(self, kind: str, parties: tuple[str, ...], first: int, last: int) -> str:
        numbers = [k for k in self.keys[first:last] if k.isdigit()]
        base = "-".join((*parties[:2], kind.replace("_", "-"), *numbers[:2]))
        if not parties and not numbers:
            base = f"{kind.replace('_', '-')}-{sum(1 for k in self.table if k.startswith(kind.replace('_', '-'))) + 1}"
        return base

    def _pointing(self, at: int) -> int:
        """«این سند», bare «معاهده»: the last instrument that fits; the word behind it, 0 if none does."""
        demonstrative = self.keys[at] in self.s.demonstratives and at + 1 < self.end
        start = at + 1 if demonstrative else at
        kind, size, _ = self._kind_at(start)
        if not size:
            return 0
        last = start + size
        if demonstrative and not (last < self.end and self.keys[last] in OPEN):
            entry = self._fitting(kind)
            if entry is None or (last < self.end and self.keys[last] in self.s.qualifiers and kind in ("programme", "plan")):
                return 0
            self._add(entry, at, last)
            return last
        if self.keys[at] in self.s.bare and not demonstrative and size == 1:
            entry = self._fitting(kind, exact=True)
            if entry is not None and (last >= self.end or self._name_end(last) == last):
                self._add(entry, at, last)
                return last
        return 0

    def _fitting(self, kind: str, exact: bool = False) -> InstrumentDraft | None:
        """The last instrument that a pointing word of this kind can mean; a document or text can mean any."""
        kin = {
            "treaty": {"treaty", "agreement"},
            "agreement": {"agreement", "treaty", "memorandum"},
            "document": {"programme", "agreement", "treaty", "memorandum", "statement", "road_map"},
            "plan": {"project", "resolution", "plan"},
            "programme": {"programme", "road_map"},
        }
        wanted = {kind} if exact else kin.get(kind, {kind})
        if exact and kind == "treaty":
            wanted = {"treaty"}
        latest = sorted((e for e in self.table.values() if e.kind in wanted and e.mentions), key=lambda e: e.mentions[-1].first)
        return latest[-1] if latest else None


def find(draft: Draft) -> None:
    """Fills `draft.instruments`; their states stay open."""
    draft.instruments = Instruments(draft).run()
