"""Headings: «X: C», «هشدار X به Y: C», «قدردانی X از C»."""

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import Found, StatementDraft
from rayzan.extract.label import ADDRESS, label, whose
from rayzan.extract.nounphrase import Source
from rayzan.text.segment import Stretch

MOST_WORDS_BEFORE_COLON = 14


def find(clauses: Clauses, line: Stretch, headline: bool) -> StatementDraft | None:
    """The statement of a line that is a heading; None if it is none.

    A body line counts as a heading by its form: a source at its head, a colon right behind, no speech verb before it.
    """
    return colon(clauses, line, headline) or (nominal(clauses, line) or slashed(clauses, line) or denied(clauses, line) if headline else None)


def colon(clauses: Clauses, line: Stretch, headline: bool) -> StatementDraft | None:
    """«عراقچی: …», «سفیر ایران در کویت: …», «هشدار X به Y: …»."""
    keys = clauses.keys
    first = line.first
    while first < line.last and keys[first] in ("*", "-", "»", "•") or first in clauses.furniture_ends:
        first = clauses.furniture_ends.get(first, first + 1)
        if first >= line.last:
            return None
    if headline:
        slash = [at for at in range(first, line.last) if keys[at] == "/"]
        colons = [at for at in range(first, line.last) if keys[at] == ":"]
        if slash and colons and slash[0] < colons[0]:
            first = max(at for at in slash if at < colons[0]) + 1
    at = next((i for i in range(first, min(first + MOST_WORDS_BEFORE_COLON, line.last)) if keys[i] == ":"), None)
    if at is None or at == first:
        return None
    if any(g.form.person for g in clauses.verbs_in(first, at)):
        return None
    source, act = _source(clauses, first, at, headline)
    if source is None:
        return None
    found = clauses.trimmed(at + 1, line.last)
    if found is None:
        return None
    cue = Found(first, source.first) if source.first > first else None  # «هشدار X: …»
    return StatementDraft(found.first, found.last, cue, Found(source.first, source.last), "heading", "direct", act, who=source.who)


def plain(clauses: Clauses, line: Stretch) -> StatementDraft | None:
    """«سامان رادمهر رئیس شورای بندر: C.» in the body: a person, named or by office, with nothing else before the colon."""
    keys = clauses.keys
    first = clauses.furniture_ends.get(line.first, line.first)
    m = clauses.mention_from.get(first)
    if m is None or m.kind not in ("name", "title"):
        return None
    source = clauses._joined(m, line.last, True)
    if source.last >= line.last or keys[source.last] != ":":
        return None
    found = clauses.trimmed(source.last + 1, line.last)
    if found is None or not any(map(clauses.finishes, clauses.verbs_in(*found))):
        return None
    return StatementDraft(*found, None, Found(source.first, source.last), "heading", "direct", "", who=source.who)


def _name_end(clauses: Clauses, first: int, colon: int, headline: bool) -> int:
    """Where a name at a heading's start ends that stands for nobody sure: a surname that is also a word («روحانی: …»), in a
    headline also up to four plain words («بهزاد نبوی: …»), if they are no label; 0 if there is none."""
    keys = clauses.keys
    known = [h.last for h in clauses.draft.names if h.first == first and h.last <= colon and h.value.kind in ("surname", "person")]
    if known:
        return max(known)
    if not headline or any(keys[first] == act.split()[0] for act in clauses.draft.language.table("cue")["headline"]["acts"]):
        return 0
    labels = clauses.draft.language.words("cue", "no_heading")
    at = first
    while at < colon and keys[at] not in ADDRESS:
        plain = keys[at][0].isalpha() and not clauses.preposition(at, colon) and keys[at] not in ("و", "که", "را", "یا", "تا")
        if not plain or labels.at(keys, at, colon) or clauses.draft.language.verbs.group_at(keys, at, colon):
            return 0
        at += 1
    return at if 0 < at - first <= 4 else 0


def _source(clauses: Clauses, first: int, colon: int, headline: bool) -> tuple[Source | None, str]:
    keys = clauses.keys
    m = clauses.mention_from.get(first)
    if m is not None and m.kind != "you" and m.last <= colon:
        if m.last == colon:
            return Source(m.first, m.last, (m,)), ""
        joined = clauses._joined(m, colon, True)
        if joined.last == colon:
            return joined, ""
        if keys[m.last] in ("به", "خطاب", "در", "درباره", "و", "(", "،"):
            return Source(m.first, m.last, (m,)), ""
        named = _name_end(clauses, first, colon, headline)  # «یک منبع مطلع: …»: a mention with words no list knows
        return (Source(first, colon, ()), "") if named == colon else (None, "")
    labelled = label(clauses, first, colon)
    if labelled is not None:
        return whose(clauses, labelled[0], colon, headline), labelled[1]
    named = _name_end(clauses, first, colon, headline)
    if named and (named == colon or (keys[named] in ADDRESS and named - first > 1)):
        return Source(first, named, ()), ""
    occupation = clauses.draft.language.words("actor", "occupations").at(keys, first, colon)
    if occupation and headline and colon - first <= 9:
        return Source(first, colon, ()), ""
    return None, ""


def slashed(clauses: Clauses, line: Stretch) -> StatementDraft | None:
    """«هشدار X/ C» in a headline: act and speaker before the stroke."""
    keys = clauses.keys
    at = next((i for i in range(line.first + 2, min(line.first + MOST_WORDS_BEFORE_COLON, line.last)) if keys[i] == "/"), None)
    told = label(clauses, line.first, at) if at is not None else None
    m = clauses.mention_from.get(told[0]) if told is not None else None
    if at is None or told is None or m is None or clauses._joined(m, at, True).last != at:
        return None
    end = next((i for i in range(at + 1, line.last) if keys[i] == "/"), line.last)
    found = clauses.trimmed(at + 1, end)
    if found is None:
        return None
    return StatementDraft(*found, Found(line.first, m.first), Found(m.first, m.last), "headline-act", "direct", told[1], who=(m,))


def denied(clauses: Clauses, line: Stretch) -> StatementDraft | None:
    """«توافق بر سر راه تکذیب شد», «راه باز شد/ X تکذیب کرد» in a headline: what is denied, by whom if that is told."""
    keys = clauses.keys
    g = next((g for g in clauses.verbs_in(line.first, line.last) if g.last >= line.last - 1 and keys[g.first - 1] == "تکذیب"), None)
    if g is None or g.form.negative or g.form.lemma not in ("شدن", "کردن") or g.first - 1 <= line.first:
        return None
    cue, stroke = Found(g.first - 1, g.last), next((i for i in range(line.first, g.first) if keys[i] == "/"), None)
    if g.form.lemma == "شدن":
        found = clauses.trimmed(line.first if stroke is None else stroke + 1, g.first - 1)
        return StatementDraft(*found, cue, None, "headline-act", "indirect", "denial") if found is not None else None
    m = clauses.mention_from.get(stroke + 1) if stroke is not None else None
    found = clauses.trimmed(line.first, stroke) if m is not None and m.last == cue.first and stroke is not None else None
    return StatementDraft(*found, cue, Found(m.first, m.last), "headline-act", "indirect", "denial", who=(m,)) if found is not None and m is not None else None


def nominal(clauses: Clauses, line: Stretch) -> StatementDraft | None:
    """«قدردانی X از C», «تاکید X بر C»: act, speaker and content in one headline."""
    keys = clauses.keys
    acts = clauses.draft.language.table("cue")["headline"]["acts"]
    first = line.first
    size = next((n for n in (3, 2, 1) if " ".join(keys[first : first + n]) in acts), 0)
    if not size:
        return None
    act, *links = acts[" ".join(keys[first : first + size])]
    end = next((at for at in range(first + size, line.last) if keys[at] == "/"), line.last)
    for link in (clauses.draft.language.keys(link) for link in links):
        source, begin = _named(clauses, first + size, end, link)
        found = clauses.trimmed(begin, end) if source is not None else None
        if source is not None and found is not None:
            cue, named = Found(first, first + size), Found(source.first, source.last)
            return StatementDraft(*found, cue, named, "headline-act", "indirect", act, who=source.who)
    return None


def _named(clauses: Clauses, first: int, last: int, link: tuple[str, ...]) -> tuple[Source | None, int]:
    """Who stands between the act noun and its link, «هشدار X نسبت به C», «هشدار X به Y درباره C», and the word behind the link."""
    keys = clauses.keys
    m = clauses.mention_from.get(first)
    if m is not None:
        joined = clauses._joined(m, last, True)
        at = joined.last
        told = clauses.mention_from.get(at + 1) if at + 1 < last and keys[at] == "به" and link != ("به",) else None
        at = told.last if told is not None else at
        return (joined, at + len(link)) if at < last and tuple(keys[at : at + len(link)]) == link else (None, 0)
    end = next((i for i in range(first, min(first + 9, last)) if tuple(keys[i : i + len(link)]) == link), None)
    if end is None or end == first or any(clauses.preposition(i, end) for i in range(first, end)):
        return None, 0
    return Source(first, end, tuple(clauses.mentions(first, end)) if end - first <= 2 else ()), end + len(link)
