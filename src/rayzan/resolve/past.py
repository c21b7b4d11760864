"""The time that a sentence tells of, where that is years before the report: by it the offices in it are looked up."""

from bisect import bisect_left

from rayzan.extract.draft import Draft, Mention

REACH = 12  # words from a date to the office of its time
ENTRY = 2  # sentences behind one that a past day opens, which still tell of that day
COLUMN = 3  # so many of them make a report a column of past days, whose entries reach to the next
OPEN = "9999"  # in an undated report every year tells its own time
OPENING = 4  # words at the head of a sentence in which a date is the whole sentence's


class Past:
    """The past times of one draft, and its undated entries."""

    def __init__(self, draft: Draft, day: str | None) -> None:
        self.draft, self.day = draft, day
        self.times = self._times()
        self.entries = sum(opens and len(value) == 10 for _, _, value, opens in self.times)
        keys, marks = draft.view.keys, draft.language.table("head")["entry_marks"]
        marked = [line for line in draft.view.lines if keys[line.first] in marks]
        self.undated = marked if len(marked) >= COLUMN else []

    def _times(self) -> list[tuple[int, int, str, bool]]:
        """The words of each time a year and more before the report, that time, and whether it opens its sentence."""
        edge = f"{int(self.day[:4]) - 1}{self.day[4:]}" if self.day is not None else OPEN
        sizes = ("day", "month", "year") if self.day is not None else ("year",)
        out = []
        for t in self.draft.times:
            full = t.value is not None and t.value[:4].isdigit() and "/" not in t.value and t.precision in sizes
            before = self.draft.view.keys[t.first - 1] if t.first else ""
            old = full and t.value is not None and (t.value < edge[: len(t.value)] or t.value == edge)
            if old and t.value is not None and before not in ("از", "تا"):
                sentence_of = self.draft.view.sentence_of
                opens = t.first < OPENING or sentence_of[t.first - OPENING] != sentence_of[t.first]
                out.append((t.last, t.first, t.value, opens))
        return out

    def day_at(self, m: Mention) -> str | None:
        """The day by which an office is looked up: the report's, or the time years before that its sentence tells of
        («در سال ۲۰۱۵ رئیس‌جمهور آمریکا …», «رئیس‌جمهور آمریکا در سال ۲۰۱۵ …», «۱۶ بهمن ۱۳۸۹، …»)."""
        at = bisect_left(self.times, m.first + 1, key=lambda t: t[0]) - 1
        if (behind := self._behind(m, at + 1)) is not None:
            return behind
        if at < 0:
            return self.day
        last, _, value, opens = self.times[at]
        near = opens or m.first - last <= REACH
        sentence_of = self.draft.view.sentence_of
        apart = sentence_of[m.first] - sentence_of[last - 1]
        if opens and len(value) == 10 and 0 < apart <= (ENTRY if self.entries < COLUMN else apart) and not self._dated_between(last, m.first):
            return value
        return value if near and apart == 0 else self.day

    def _behind(self, m: Mention, at: int) -> str | None:
        """The past time right behind an office, «در» before it: «رئیس‌جمهور آمریکا در سال ۲۰۱۵»."""
        keys = self.draft.view.keys
        if at >= len(self.times) or keys[m.last : m.last + 1] != ["در"]:
            return None
        first, value = self.times[at][1], self.times[at][2]
        return value if first == m.last + 1 else None

    def _dated_between(self, first: int, last: int) -> bool:
        return any(t.value for t in self.draft.times_in(first, last))

    def undated_entry(self, m: Mention) -> bool:
        """Whether an office stands in an entry of a column of past days («امروز در تاریخ») that tells no day of its own: then the
        report's day tells nothing of its holder."""
        return any(line.first <= m.first for line in self.undated) and self.day_at(m) == self.day
