"""The report's head: outlet, date, headline, furniture."""

import re
from bisect import bisect_left
from datetime import date
from itertools import pairwise

from rayzan.extract.draft import Draft, Found
from rayzan.record.note import Note
from rayzan.text.segment import STOPS, Stretch

_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}")


def _day(told: str) -> date | None:
    """The day of an ISO date; None where it is none."""
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None


SHORTEST_REPEAT = 3  # words of a headline


class Heads:
    """Reads the head of a report."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.view, self.keys = draft.view, draft.view.keys
        self.table = draft.language.table("head")
        self.credits = draft.language.words("head", "credit")
        self.found = draft.language.words("head", "credit_found")
        self.more = draft.language.words("head", "credit_more")
        self.openers = draft.language.words("head", "line_openers")
        self.whole = draft.language.words("head", "line_whole")
        self.agencies = draft.language.words("head", "agency")
        self.taken: set[int] = set()  # the words of furniture
        self.brackets = draft.language.words("head", "brackets")

    def read(self) -> None:
        self._carrier()
        self._stamp()
        for line in self.view.lines:
            self._line(line)
        for sentence in self.view.sentences:
            self._credit(sentence)
        for verb in self.draft.verbs:
            if self._runs_in(verb.last):
                self._credit(self.view.sentences[self.view.sentence_of[verb.last]]._replace(first=verb.last))
        self._headline()
        self._repeats()
        self.draft.furniture.sort(key=lambda s: s.start)
        self.draft.in_furniture = frozenset(self.taken)

    def _runs_in(self, at: int) -> bool:
        """Whether a lost line end runs a word into the verb before it: «… ادامه داردبه گزارش X،»."""
        words = self.view.words
        return at < len(words) and words[at].start == words[at - 1].end and words[at].key[0].isalpha()

    def _carrier(self) -> None:
        """What the carrier says of outlet and date; an outlet that it leaves out is told by the address."""
        report = self.draft.report
        at = self.draft.lexicon.outlet_at(report.url) if report.url else None
        self.draft.outlet = report.outlet or (at.name_en if at is not None else None)
        self.draft.homeland = (self._homeland(self.draft.outlet) if self.draft.outlet else None) or (at.homeland if at is not None else None)
        if report.published:
            if (day := _day(report.published[:10])) is not None:
                self.draft.published = day
                self.draft.published_known_from = "metadata"
            elif len(report.published) == 7 and _day(report.published + "-01") is not None:
                self.draft.published_month = report.published
                self.draft.published_known_from = "metadata"
            else:
                self.draft.notes.append(Note("no-date", None, f"{report.published}, given as the report's date, is no date"))
            if len(report.published) > 13 and report.published[11:13].isdigit():
                self.draft.stamp_hour = int(report.published[11:13])

    def _homeland(self, outlet: str) -> str | None:
        wanted = outlet.casefold()
        for entry in self.draft.lexicon.outlets.values():
            if wanted in (entry.id, entry.name_en.casefold(), entry.name_fa) or outlet in entry.forms:
                return entry.homeland
        return None

    def _take(self, first: int, last: int) -> None:
        if self.taken.isdisjoint(range(first, last)):
            self.taken.update(range(first, last))
            self.draft.furniture.append(self.view.span(first, last))

    def _stamp(self) -> None:
        """« date 2025-11-18 …» before the text, with what the player shows, and the outlet's line «… -» behind it."""
        keys = self.keys
        at = 0
        while at < len(keys) and keys[at] == "\n":
            at += 1
        first = at
        if at + 1 < len(keys) and keys[at] == self.table["stamp"] and _STAMP.fullmatch(keys[at + 1]):
            day = _day(keys[at + 1])
            if day is None:
                self.draft.notes.append(Note("no-date", self.view.span(at + 1, at + 2), f"{keys[at + 1]}, given as the report's date, is no date"))
            elif self.draft.published is None:
                self.draft.published, self.draft.published_known_from = day, "stamp"
            at += 2
            for words in self.table["stamp_words"]:
                phrase = self.draft.language.keys(words)
                if tuple(keys[at : at + len(phrase)]) == phrase:
                    at += len(phrase)
        end = at
        while at < len(keys) and keys[at] == "\n":  # a stamp may have a line of its own
            at += 1
        end = self._dateline(at) or end
        if end > first:
            self._take(first, end)

    def _dateline(self, at: int) -> int:
        """«خبرگزاری … -», «خبرگزاری …:» at a line's head: the word behind the dash or colon; 0 if there is none.

        An outlet that speaks carries no dateline: «رویترز نوشت:», a heading «رویترز: …», «روزنامه …: …».
        """
        outlet = self._outlet_in(at, min(at + 5, len(self.keys)))
        if outlet is None:
            return 0
        last = next(
            (i for i in range(at + 1, min(at + 7, len(self.keys))) if self.keys[i] in self.table["dash"] or self.keys[i] == "\n"), 0
        )
        if not last or self.keys[last] == "\n" or any(self.draft.language.verbs.form(k) for k in self.keys[at:last]):
            return 0
        agency = self.agencies.at(self.keys, at) and self.keys[at] not in self.table["no_agency"]
        credited = agency or self.credits.at(self.keys, at + (self.keys[at] in ("»", "«")))
        if self.keys[last] == ":" and not credited and self.draft.lexicon.outlets[outlet].name_en != self.draft.outlet:
            return 0
        self._name_outlet(outlet)
        return last + 1

    def _outlet_in(self, first: int, last: int) -> str | None:
        """The outlet named in these words, an unsure name only behind a word for a medium."""
        best: tuple[int, str] | None = None
        begin, end = (bisect_left(self.draft.names, at, key=lambda h: h.first) for at in (first, last))
        for hit in self.draft.names[begin:end]:
            if hit.value.kind == "outlet" and hit.last <= last:
                credited = (
                    bool(self.agencies.ending(self.keys, hit.first))
                    or hit.value.sure
                    or self.keys[hit.first - 1] in ("گزارش", "خبرنگار", "نقل", "از")
                )
                if credited and (best is None or hit.last - hit.first > best[0]):
                    best = (hit.last - hit.first, hit.value.id)
        return best[1] if best else None

    def _body_in(self, first: int, last: int) -> bool:
        """Whether these words name a body: «سازمان ملل», «آژانس»."""
        begin, end = (bisect_left(self.draft.names, at, key=lambda h: h.first) for at in (first, last))
        return any(hit.value.kind == "body" and hit.last <= last for hit in self.draft.names[begin:end])

    def _name_outlet(self, id: str) -> None:
        if self.draft.outlet is None:
            entry = self.draft.lexicon.outlets[id]
            self.draft.outlet, self.draft.homeland = entry.name_en, entry.homeland

    def _line(self, line: Stretch) -> None:
        """Source lines, «پخش زنده», a dateline «خبرگزاری … -»."""
        keys, n = self.keys, line.last - line.first
        size = self.openers.at(keys, line.first, line.last)
        whole = self.whole.at(keys, line.first, line.last)
        if (size and (n == size or keys[line.first + size] in (":", "/", "؛"))) or (whole and whole == n):
            self._take(line.first, line.last)
            return
        end = self._dateline(line.first)
        if end and end < line.last:
            self._take(line.first, end)
        for at in range(line.first, line.last):
            if keys[at] == "(":
                size = self.brackets.at(keys, at + 1, line.last)
                if size and at + 1 + size < line.last and keys[at + 1 + size] == ")":
                    self._take(at, at + size + 2)

    def _credit(self, sentence: Stretch) -> None:
        """«به گزارش …، به نقل از …،» at the head of a sentence."""
        keys, at = self.keys, sentence.first
        while at < sentence.last and keys[at] in ("«", "»", '"', "-", "*", "؛"):
            at += 1
        size = self.credits.at(keys, at, sentence.last)
        if not size:
            return
        end = self._credit_end(at + size, sentence.last)
        if not end:
            return
        outlet = self._outlet_in(at, end)
        if outlet is None and self.found.at(self.keys, at, sentence.last) == size and self._body_in(at + size, end):
            return
        while end < sentence.last and self.more.at(keys, end, sentence.last):
            further = self._credit_end(end, sentence.last)
            if not further:
                break
            end = further
        if sentence.line <= 6 and outlet:
            self._name_outlet(outlet)
        self._take(at, end)

    def _credit_end(self, at: int, last: int) -> int:
        for i in range(at, min(at + self.table["credit_words"], last)):
            if self.keys[i] in self.table["credit_stops"] or (self.keys[i] in STOPS and i + 1 < last):
                return i + 1
        return 0

    def _repeats(self) -> None:
        """The headline once more at the head of a line, word for word, whether more follows («… باز شدوزیر گفت») or not."""
        head = self.draft.headline
        if head is None or head.last - head.first < SHORTEST_REPEAT:
            return
        title = self.keys[head.first : head.last]
        for line in self.view.lines:
            end = line.first + len(title)
            apart = end == line.last or (end < line.last and self.view.words[end].start == self.view.words[end - 1].end)
            if line.first > head.first and apart and self.keys[line.first : end] == title:
                self._take(line.first, end)

    def _headline(self) -> None:
        """The first line that is no furniture, if it is short, or short from stroke to stroke («… / …»), closes with no full stop, and
        more lines follow. A line that trails off («هر روز دورتر...») is one only where it is very short."""
        lines = [line for line in self.view.lines if not self.taken.issuperset(range(line.first, line.last))]
        if len(lines) < 2 or not self.taken.isdisjoint(range(lines[0].first, lines[0].last)):
            return
        first, last = lines[0].first, lines[0].last
        edges = [first - 1, *(at for at in range(first, last) if self.keys[at] == "/"), last]
        longest = max(b - a - 1 for a, b in pairwise(edges))
        most = self.table["trailing_words" if self.keys[last - 1] in ("...", "…") else "headline_words"]
        if longest <= most and last - first <= self.table["stroke_words"] and self.keys[last - 1] != ".":
            self.draft.headline = Found(first, last)


def find(draft: Draft) -> None:
    """Fills the draft's outlet, homeland, date, headline and furniture."""
    Heads(draft).read()
