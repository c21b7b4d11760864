"""The parts of time expressions: weekdays, months, day numbers, years; what rules of time are made of."""

from rayzan.extract.draft import Draft, TimeDraft
from rayzan.extract.moment import Clock
from rayzan.lang.fa import calendar as cal
from rayzan.lang.fa.numerals import GLUED, ordinal_at, plain


class Times:
    """Reads the parts of expressions of one draft; `triggers` are the words at which one can begin."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys, self.end = draft, draft.view.keys, len(draft.view.keys)
        table, language = draft.language.table("time"), draft.language
        self.parts = {p: part for form, part in table["parts"].items() for p in language.variants(form)}
        self.days = {p: shift for form, shift in table["days"].items() for p in language.variants(form)}
        self.feasts = {p: day for form, day in table["feasts"].items() for p in language.variants(form)}
        self.edges = {p: edge for form, edge in table["edge"].items() for p in language.variants(form)}
        self.units: dict[str, str] = table["units"]
        self.seasons: dict[str, int] = table["seasons"]
        self.past, self.coming, self.present = ({language.keys(w)[0] for w in table[k]} for k in ("past", "coming", "present"))
        self.plurals = {p[0] for w in table["plurals"] for p in language.variants(w)}
        self.about, self.these, self.new_year, self.era = (language.words("time", k) for k in ("about", "these", "new_year", "era"))
        self.not_year, self.year_heads = ({language.keys(w)[0] for w in table[k]} for k in ("not_year", "year_heads"))
        self.clock = Clock(draft)
        self.triggers = self._triggers()

    def _triggers(self) -> set[str]:
        words = {p[0] for table in (self.parts, self.days, self.feasts, self.edges) for p in table}
        words |= set(self.units) | set(self.seasons) | self.plurals | set(cal.WEEKDAYS) | set(cal.JALALI) | set(cal.GREGORIAN) | set(GLUED)
        words |= {
            "بیست",
            "سی",
            "امسال",
            "پارسال",
            "سال",
            "سالهای",
            "سالهایی",
            "دهه",
            "این",
            "آن",
            "همین",
            "روز",
            "شنبه",
            "یک",
            "سه",
            "چهار",
            "پنج",
            "دو",
            "حدود",
            "نزدیک",
            "کمتر",
            "بیش",
            "تقریبا",
            "حداقل",
            "دیماه",
            "چند",
        }
        words |= {m + "ماه" for m in cal.JALALI} | {"دومین", "نخستین", "اولین", "سومین", "چهارمین", "آخرین"}
        return words

    # readers of parts

    def table_at(self, table: dict[tuple[str, ...], str] | dict[tuple[str, ...], int], at: int) -> tuple[int, object]:
        for size in (3, 2, 1):
            phrase = tuple(self.keys[at : at + size])
            if len(phrase) == size and phrase in table:
                return size, table[phrase]
        return 0, None

    def weekday_at(self, at: int) -> tuple[int, int]:
        """A weekday, «سه شنبه» in two words too: its number and the word behind it; (-1, at) if none."""
        if at >= self.end:
            return -1, at
        if at + 1 < self.end and self.keys[at + 1] == "شنبه" and self.keys[at] + "شنبه" in cal.WEEKDAYS:
            return cal.WEEKDAYS[self.keys[at] + "شنبه"], at + 2
        if self.keys[at] in cal.WEEKDAYS:
            return cal.WEEKDAYS[self.keys[at]], at + 1
        return -1, at

    def month_at(self, at: int) -> tuple[str, int, int]:
        """A month's name: calendar, number, and the word behind it with «ماه»; ("", 0, at) if none."""
        if at >= self.end:
            return "", 0, at
        key = self.keys[at]
        bare = key[:-3] if key.endswith("ماه") and key[:-3] in cal.JALALI else key
        for name, months in (("jalali", cal.JALALI), ("gregorian", cal.GREGORIAN)):
            if bare in months:
                last = at + 1
                if last < self.end and self.keys[last] == "ماه":
                    last += 1
                return name, months[bare], last
        return "", 0, at

    def day_number(self, at: int) -> tuple[int, int]:
        """A day of the month in digits or as an ordinal; (0, at) if none."""
        if at >= self.end:
            return 0, at
        value = plain(self.keys[at])
        if value is not None and 1 <= value <= 31 and value == int(value):
            return int(value), at + 1
        return ordinal_at(self.keys, at, self.end)

    def year_at(self, at: int, calendar: str) -> tuple[int | None, int, str]:
        """A year behind a day or month: digits with «سال» or an era, or «سال گذشته»; its word behind; calendar it settles."""
        start = at
        if at < self.end and self.keys[at] == "،":
            at += 1
        if at < self.end and self.keys[at] == "سال":
            at += 1
            if at < self.end and self.keys[at] in self.past | self.present | self.coming:
                shift = -1 if self.keys[at] in self.past else 0 if self.keys[at] in self.present else 1
                year = self.clock.year(calendar)
                return (year + shift if year else None), at + 1, calendar
        value = plain(self.keys[at]) if at < self.end else None
        if value is None or value != int(value) or "/" in self.keys[at] or not (1200 <= value <= 2100 or (at > start and value < 100)):
            return None, start, calendar
        last = at + 1
        settled = calendar
        if size := self.era.at(self.keys, last, self.end):
            settled = "gregorian" if self.keys[last] == "میلادی" else calendar
            last += size
        return cal.full_year(int(value), settled), last, settled

    def made(self, first: int, last: int, value: str | None, precision: str, calendar: str, part: str | None = None) -> TimeDraft:
        return TimeDraft(first, last, value, precision, calendar, part, self.clock.anchor if calendar == "relative" else None)
