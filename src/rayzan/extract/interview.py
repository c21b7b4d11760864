"""The interview: questions of an outlet and the answers to them, turn by turn, in the shapes in which reports set them apart."""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Found, Mention
from rayzan.lang.fa.language import Persian
from rayzan.lexicon.wordlist import Wordlist

STARS = frozenset({"*", "•", "-", "–", "—", "ـ", "**", "***", "●", "■", "◆", "▪"})
FEW = 2  # marked questions that make an interview
SOME = 3  # unmarked ones that do where nothing announces it
NEAR = 4  # words of a label in front of a turn
REACH = 24  # words from «با» to «به گفت‌وگو»


class Turns(NamedTuple):
    """Labels of those who ask and answer, what a dialogue is called, what announces that one is given, how one addresses whom one asks."""

    askers: Wordlist
    answerers: Wordlist
    dialogues: Wordlist
    announcing: Wordlist
    addressing: Wordlist


class Piece(NamedTuple):
    """A paragraph, or what of one stands before or behind a lost line end; `label`: who speaks, in front of a colon; `asks`: None if nothing
    but a question mark tells."""

    words: Found
    label: Found | None
    starred: bool
    asks: bool | None
    query: bool


class Exchange(NamedTuple):
    """A question and its answer; `asker`, `teller`: who is told in front of them, if anybody is."""

    question: Found
    answer: Found
    asker: Found | None
    teller: Found | None


class Interview(NamedTuple):
    """The exchanges of an interview; with whom it is and whose it is, where the report says so."""

    exchanges: tuple[Exchange, ...]
    told: Mention | None
    outlet: Mention | None


@cache
def turns(language: Persian) -> Turns:
    """The words that interviews need, built once."""
    table = language.table("question")
    lists = {name: Wordlist(language.variants, table[name]) for name in Turns._fields}
    return Turns(**lists)


def find(clauses: Clauses) -> Interview | None:
    """The interview that a report gives: «س: Q» and «ج: A», «*Q؟» and A, Q؟ and A in paragraphs of their own. None if it gives none."""
    if "؟" not in clauses.keys:
        return None
    t = turns(clauses.draft.language)
    announced = _announced(clauses, t)
    begin = announced.last if announced is not None else 0
    pieces = [p._replace(words=Found(max(p.words.first, begin), p.words.last)) for p in _labelled(clauses.keys, _pieces(clauses, t)) if p.words.last > begin]
    exchanges = tuple(_exchanges(clauses, pieces, _asked(clauses, t, pieces, announced is not None)))
    if not exchanges:
        return None
    before = [s for s in clauses.draft.view.sentences if s.first < exchanges[0].question.first]
    calls = [(at, size, s.last) for s in before for at in range(s.first, s.last) if (size := t.dialogues.at(clauses.keys, at, s.last))]
    told = next((m for call in reversed(calls) if (m := _with(clauses, *call)) is not None), None)
    outlets = [m for at, _, last in calls for m in clauses.mentions(at, last) if m.kind == "outlet"]
    return Interview(exchanges, told, outlets[-1] if outlets else None)


def _pieces(clauses: Clauses, t: Turns) -> list[Piece]:
    """The paragraphs of a report, cut where a lost line end runs a question into its answer or an answer into a starred question."""
    keys, words, out = clauses.keys, clauses.draft.view.words, []
    for line in clauses.draft.view.lines:
        title = clauses.draft.headline is not None and line.first == clauses.draft.headline.first
        if title or clauses.draft.in_furniture.issuperset(range(line.first, line.last)):
            continue
        first = line.first
        for at in range(line.first + 1, line.last):
            glued = words[at].start == words[at - 1].end
            if glued and (keys[at - 1] == "؟" and keys[at][0].isalnum() or keys[at] in ("*", "**", "***") and keys[at - 1] not in STARS):
                out.append(_piece(clauses, t, first, at))
                first = at
        out.append(_piece(clauses, t, first, line.last))
    return out


def _piece(clauses: Clauses, t: Turns, first: int, last: int) -> Piece:
    keys = clauses.keys
    head = clauses.furniture_ends.get(first, first)
    head = first if keys[head - 1] == ":" and head - first <= NEAR else head  # «فارس: …»: a turn as well as a credit
    starred = head < last and keys[head] in STARS
    while head < last and not keys[head][0].isalnum() and keys[head] not in ("«", '"', "("):
        head += 1
    query = "؟" in keys[max(head, last - 3) : last] and "!" not in keys[max(head, last - 2) : last]  # «…؟!» asks nobody
    colon = next((at for at in range(head + 1, min(head + 1 + NEAR, last)) if keys[at] == ":"), None)
    if colon is None:
        return Piece(Found(head, last), None, starred, None, query)
    if t.askers.at(keys, head, last) == colon - head:
        return Piece(Found(colon + 1, last), Found(head, colon), starred, True, query)
    if t.answerers.at(keys, head, last) == colon - head:
        return Piece(Found(colon + 1, last), Found(head, colon), starred, False, query)
    said = any(at in clauses.verb_from for at in range(head, colon))
    return Piece(Found(head, last), None if said else Found(head, colon), starred, None, query)


def _labelled(keys: list[str], pieces: list[Piece]) -> list[Piece]:
    """The pieces with the labels that come back told apart: one behind which mostly questions stand asks, another answers; other words before
    a colon are no label."""
    behind: dict[tuple[str, ...], list[bool]] = {}
    for p in pieces:
        if p.asks is None and p.label is not None:
            behind.setdefault(tuple(keys[p.label.first : p.label.last]), []).append(p.query)
    back = {label: 2 * sum(found) > len(found) for label, found in behind.items() if len(found) >= FEW}
    asks = any(back.values()) or any(p.asks for p in pieces)
    out = []
    for p in pieces:
        if p.asks is None and p.label is not None:
            turn = back.get(tuple(keys[p.label.first : p.label.last])) if asks else None
            p = p._replace(label=None) if turn is None else p._replace(words=Found(p.label.last + 1, p.words.last), asks=turn)
        out.append(p)
    return out


def _announced(clauses: Clauses, t: Turns) -> Found | None:
    """The sentence that announces an interview: «گفت‌وگو با X را در ادامه می‌خوانید»."""
    for s in clauses.draft.view.sentences:
        inside = range(s.first, s.last)
        if any(t.dialogues.at(clauses.keys, at, s.last) for at in inside) and any(t.announcing.at(clauses.keys, at, s.last) for at in inside):
            return Found(s.first, s.last)
    return None


def _with(clauses: Clauses, at: int, size: int, last: int) -> Mention | None:
    """With whom the interview is that a word calls so: «گفت‌وگوی شرق با X», «با X به گفت‌وگو نشسته‌ایم»; «در گفت‌وگو با شرق گفت» tells an outlet."""
    keys = clauses.keys
    behind = [i for i in range(at + size, min(at + size + NEAR, last)) if keys[i] == "با"]
    begin = max(at - REACH, clauses.draft.view.sentences[clauses.draft.view.sentence_of[at]].first)
    before = [i for i in range(at - 1, begin - 1, -1) if keys[i] in ("با", "سراغ")] if keys[at - 1] != "در" and not behind else []
    for first in (i + 1 + (keys[i + 1] == "«") for i in (*behind, *before)):
        m = clauses.mention_from.get(first)
        if m is not None and m.kind in ("name", "title", "someone") and m.actors:
            return m
    if keys[at - 1] == "در" or not behind and keys[at - 1] != "به":
        return None
    places = [i + 1 + (keys[i + 1] == "«") for i in (*behind, *before)]
    return next((m for i in places if i not in clauses.mention_from and (m := _called(clauses, i, last)) is not None), None)


def _called(clauses: Clauses, first: int, last: int) -> Mention | None:
    """One whom no lexicon knows, by the few words up to the next mark or preposition."""
    keys = clauses.keys
    end = next((i for i in range(first, min(first + 2 * NEAR, last)) if not keys[i][0].isalpha() or keys[i] in ("را", "که", "و") or clauses.preposition(i, last)), last)
    return Mention(first, end, "someone") if 0 < end - first <= NEAR + 1 else None


def _asked(clauses: Clauses, t: Turns, pieces: list[Piece], announced: bool) -> list[int]:
    """Which pieces are questions, by the first shape that the report keeps to; none if it is no interview."""
    labelled = [n for n, p in enumerate(pieces) if p.asks]
    answered = any(p.asks is False for p in pieces)
    if labelled and (len(labelled) >= FEW or answered and announced):
        return labelled
    starred = [n for n, p in enumerate(pieces) if p.starred]
    queries = [n for n in starred if pieces[n].query]
    if len(queries) >= FEW and 2 * len(queries) > len(starred):
        return starred
    plain = [n for n, p in enumerate(pieces[:-1]) if p.query and not pieces[n + 1].query and (announced or _run_in(clauses, p)) and not _told(clauses, p)]
    addressed = sum(any(t.addressing.at(clauses.keys, at, pieces[n].words.last) for at in range(*pieces[n].words)) for n in plain)
    enough = len(plain) >= (FEW if announced else SOME) and addressed >= (1 if announced else FEW)
    return plain if enough else []


def _told(clauses: Clauses, p: Piece) -> bool:
    """«رئیس دادگاه پرسید: …؟»: whether the report tells that a question was put."""
    groups = clauses.verbs_in(*p.words)
    return any(g.form.person == 3 and (g.form.lemma == "پرسیدن" or clauses.keys[g.last : g.last + 1] == [":"]) for g in groups)


def _run_in(clauses: Clauses, p: Piece) -> bool:
    """Whether a piece runs into the next one without a space."""
    words = clauses.draft.view.words
    return p.words.last < len(words) and words[p.words.last].start == words[p.words.last - 1].end


def _exchanges(clauses: Clauses, pieces: list[Piece], asked: list[int]) -> list[Exchange]:
    """Each question with what stands up to the next one; what nobody answers is none."""
    out = []
    for n, end in pairwise((*asked, len(pieces))):
        question, behind = pieces[n], pieces[n + 1 : end]
        if not behind:
            continue
        label = behind[0].label if behind[0].asks is False else None
        teller = label if label is not None and not turns(clauses.draft.language).answerers.at(clauses.keys, *label) else None
        text = clauses.trimmed(*question.words)
        answer = clauses.trimmed(behind[0].words.first, behind[-1].words.last)
        if text is not None and answer is not None:
            out.append(Exchange(text, answer, question.label, teller))
    return out
