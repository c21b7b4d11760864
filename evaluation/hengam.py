"""Date and time spans beside Hengam's gold: strict F1 (the very span and its type, DAT or TIM), in its scheme and in ours.

    python evaluation/hengam.py [GOLD] [--verbose]

Every second sentence is for reading and mending (`--verbose` shows no others); the rest are only scored.

Hengam (Mirzababaei, Kargaran et al. 2022, MIT) marks 261 spans in 180 sentences of everyday and written Persian, without values.
Published, from the label files in its repository: HengamTagger (rules) 81.8, HengamTransA (neural) 87.0.

Its scheme is not ours, so what the reading finds is put into its scheme first (`Scheme`), by these differences and no others:

1. Times of day and durations are spans there; here durations are figures, and a time of day belongs to its day.
2. A part of day and a clock are spans of type TIM of their own there, «فردا | ساعت ۸ صبح»; here one expression of its day.
3. «از», «تا», «طی», «هر», «این», «بعد», «پس از», «به وقت …», «یک بار», and «در» before a noun of time are within the span there; here they never are.
4. «از شنبه تا چهارشنبه», «شنبه و یکشنبه», «۲ ساعت و سی دقیقه», «۱۴۰۱ هجری شمسی ۲۳ فروردین» are one span there; here two.
5. How often («هر روز») and open counts («چند ماه») are spans there; here none.
6. A count from an event («سه روز قبل از سفر») is a span there; here none. Words of measure before a count are not in it («حداقل»).
7. An hour with its part of day needs no «ساعت» there («۸ صبح»), and a part of day alone is a span behind «تا», «در», «از».
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rayzan.extract.almanac import Times
from rayzan.extract.draft import Draft
from rayzan.extract.time import grammar
from rayzan.lang.fa.numerals import number_at, pair_at
from rayzan.reading import Reader, reader
from rayzan.text.report import Report

GOLD = Path(__file__).parents[2] / "shared" / "data" / "datetime" / "Hengam_Gold.txt"
PUBLISHED = {"HengamTagger (rules)": 81.8, "HengamTransA (neural)": 87.0}
PARTS_OF_GOLD = ("all", "read for mending", "only scored")
CLOCKED = frozenset(["hour", "minute", "second"])
SPANNED = CLOCKED | {"day", "week", "month", "year", "decade", "century"}
NOUNS = frozenset(["تاریخ", "ماه", "سال", "سالهای", "قرن", "هفته", "فصل", "روز", "روزهای", "شب", "ماههای", "هفتههای", "دهه", "ساعت", "طی"])
PARTS = frozenset(["بامداد", "صبح", "ظهر", "عصر", "شب"])
OFTEN = frozenset(["روز", "شب", "هفته", "ماه", "سال", "ساعت", "دقیقه", "ثانیه", "ساله"])


class Span(NamedTuple):
    """Tokens `first` to `last` (exclusive) of a type, DAT or TIM."""

    first: int
    last: int
    type: str


def sentences(path: Path) -> Iterator[tuple[list[str], list[Span]]]:
    """The tokens and gold spans of each sentence."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
        spans: list[Span] = []
        for at, (_, tag) in enumerate(rows):
            if tag.startswith("B"):
                spans.append(Span(at, at + 1, tag[2:]))
            elif tag.startswith("I") and spans:
                spans[-1] = spans[-1]._replace(last=at + 1)
        if rows:
            yield [word for word, _ in rows], spans


class Scheme:
    """What a draft holds, in Hengam's scheme; positions are the draft's words."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys = draft, draft.view.keys
        self.times = Times(draft, grammar(draft.language).tables)
        self.label: list[str] = [""] * len(self.keys)
        self.begin: set[int] = set()

    def spans(self) -> list[Span]:
        for t in self.draft.times:
            counted = {"ساعت", "دقیقه", "ثانیه"} & set(self.keys[t.first : t.last]) and self.times.clock_at(t.first) == t.first
            self._put(t.first, t.last, "TIM" if counted and t.precision != "day" or counted and t.value is None else "DAT")
        for f in self.draft.figures:
            if f.unit in SPANNED:
                number = next(at for at in range(f.first, f.last) if self.keys[at] not in ("بیشتر", "کمتر", "بیش", "از", "حداقل"))
                self._put(number, f.last, "TIM" if f.unit in CLOCKED else "DAT")
        self._open_counts()
        self._from_events()
        self._clocks()
        found: list[Span] = []
        for at, label in enumerate(self.label):
            if label and (at in self.begin or not found or found[-1].last != at or found[-1].type != label):
                found.append(Span(at, at + 1, label))
            elif label:
                found[-1] = found[-1]._replace(last=at + 1)
        parted = [p for s in found for p in self._parted(s)]
        return self._joined([self._widened(s) for s in parted])

    def _parted(self, s: Span) -> list[Span]:
        """«چهارشنبه مورخ ۲۲ شهریور» is two there."""
        cut = next((at for at in range(s.first, s.last) if self.keys[at] == "مورخ"), None)
        return [s] if cut is None else [s._replace(last=cut), s._replace(first=cut + 1)]

    def _key(self, at: int) -> str:
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def _put(self, first: int, last: int, label: str) -> None:
        self.begin.add(first)
        last = min(last, len(self.label))
        self.label[first:last] = [label] * (last - first)

    def _open_counts(self) -> None:
        """Difference 5, and counts that are left open: «هر سه روز یک بار», «چند ماه»."""
        for at, key in enumerate(self.keys[:-1]):
            number = number_at(self.keys, at + 1, len(self.keys)) if key == "هر" else None
            unit = number.last if number else at + 1
            if unit < len(self.keys) and key in ("هر", "چند", "چندین") and self.keys[unit] in OFTEN and not self.label[at]:
                last = unit + 1
                if self.keys[last : last + 2] == ["یک", "بار"]:
                    last += 2
                elif self.keys[last : last + 1] == ["یکبار"]:
                    last += 1
                self._put(at, last, "TIM" if self.keys[unit] in ("ساعت", "دقیقه", "ثانیه") else "DAT")

    def _from_events(self) -> None:
        """Difference 6: «سه روز قبل از», «۳ سال پس از» count from an event."""
        for at in range(len(self.keys)):
            number = None if self.label[at] or self.label[at - 1] and at else number_at(self.keys, at, len(self.keys))
            pair = pair_at(self.keys, at, len(self.keys)) if not self.label[at] else None
            unit = pair[2] if pair else number.last if number else len(self.keys)
            if self._key(unit) in OFTEN and self._key(unit + 1) in ("قبل", "پیش", "پس", "بعد"):
                self._put(at, unit + (2 if self._key(unit + 1) in ("قبل", "پیش") else 1), "TIM" if self._key(unit) in ("ساعت", "دقیقه") else "DAT")

    def _clocks(self) -> None:
        """Differences 1 and 2: clocks and parts of day get a type of their own, wherever they stand."""
        at, end = 0, len(self.keys)
        while at < end:
            last = self.times.clock_at(at)
            if last == at and ":" in self.keys[at] and self.keys[at][0].isdigit():
                last = at + 1
            last = max(last, self._hour(at))
            if last == at and self._key(at - 1) in ("تا", "از", "در") and self.keys[at] in PARTS:
                last = at + 1
            part, _ = self.times.table_at(self.times.tables.parts, at)
            if last == at and part and self._key(at + part) == "حدود":
                part += 1
            if last == at and part and (self.label[at] or self.times.clock_at(at + part) > at + part):
                last = max(at + part, self.times.clock_at(at + part))
            if last > at and part and self.keys[at] == "شب" and self.label[at]:
                last = at  # «شنبه شب», «شب یلدا» are days there
            if last > at:
                more, _ = self.times.table_at(self.times.tables.parts, last) if last < end else (0, None)
                last += more
                if self.keys[last : last + 2] == ["به", "وقت"]:
                    last += 3
                elif self._key(last).lower() in ("am", "pm"):
                    last += 1
                if last < end and self.label[last] and last not in self.begin:
                    self.begin.add(last)
                self._put(at, last, "TIM")
                self.begin -= set(range(at + 1, last))
            at = max(last, at + 1)

    def _hour(self, at: int) -> int:
        """«۸ صبح», «۲ تا ۳ صبح»: the word behind the hour; `at` if none stands there."""
        hour = number_at(self.keys, at, min(at + 1, len(self.keys)))
        if hour is None or not 1 <= hour.value <= 12:
            return at
        upper = number_at(self.keys, at + 2, min(at + 3, len(self.keys))) if self._key(at + 1) == "تا" else None
        behind = upper.last if upper else at + 1
        return behind if self._key(behind) in PARTS and (hour.digits or self._key(behind) != "شب") else at

    def _widened(self, s: Span) -> Span:
        """Difference 3 and 5."""
        first, before = s.first, self._key(s.first - 1)
        if self._key(s.first) in ("حداقل", "حداکثر", "کمتر", "بیشتر") and s.last > s.first + 1:
            return s._replace(first=s.first + 1)
        if self.keys[s.last : s.last + 2] == ["تا", "کنون"] or self.keys[s.last : s.last + 1] == ["تاکنون"]:
            s = s._replace(last=s.last + (2 if self.keys[s.last] == "تا" else 1))
        if before in ("هر", "تا", "طی", "از", "این"):
            first -= 1
        elif before == "در" and self.keys[s.first] in NOUNS or before == "تاریخ" and s.first > 1 and self.keys[s.first - 2] == "در":
            first -= 1 if before == "در" else 2
        elif before == "بعد":
            first -= 1
        if first == s.first - 1 and before == "از" and s.first > 1 and self.keys[s.first - 2] == "پس":
            first -= 1
        return s._replace(first=first)

    def _joined(self, found: list[Span]) -> list[Span]:
        """Difference 4: neighbours of one type, and those that «و» joins, are one."""
        out: list[Span] = []
        for s in found:
            before = out[-1] if out and out[-1].type == s.type else None
            gap = self.keys[before.last : s.first] if before else None
            within = self._key(s.last - 1) in ("دقیقه", "ثانیه") or s.type == "DAT"
            if before and (gap == [] and self.keys[s.first] != "از" or gap == ["و"] and within or gap == ["لغایت"]):
                out[-1] = before._replace(last=s.last)
            else:
                out.append(s)
        return out


def read(the_reader: Reader, words: list[str], plain: bool) -> list[Span]:
    """The spans of a sentence in tokens: in Hengam's scheme, or `plain` as the record has them."""
    starts, text = [], ""
    for at, word in enumerate(words):
        if at > 1 and words[at - 1] in ("/", "-", ":", ".") and word.isdigit() and words[at - 2].isdigit():
            text = text[:-3] + words[at - 1]  # «۱۴۰۱ / ۰۵» is cut by their tokens only
            starts[-1] = len(text) - 1
        starts.append(len(text))
        text += word + " "
    draft = the_reader.draft(Report("sentence", text, published="2022-06-01"))
    found = [Span(t.first, t.last, "DAT") for t in draft.times] if plain else Scheme(draft).spans()
    out = []
    for s in found:
        span = draft.view.span(s.first, s.last)
        inside = [i for i, start in enumerate(starts) if span.start <= start < span.end]
        if inside:
            out.append(Span(inside[0], inside[-1] + 1, s.type))
    return out


def shown(words: list[str], spans: set[Span]) -> str:
    return " | ".join(f"{s.type[0]} {' '.join(words[s.first : s.last])}" for s in sorted(spans))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    for name, plain in (("in Hengam's scheme", False), ("times as recorded", True)):
        counts = {part: [0, 0, 0] for part in PARTS_OF_GOLD}
        for at, (words, gold) in enumerate(sentences(options.gold)):
            found, half = read(reader(), words, plain), PARTS_OF_GOLD[1 + at % 2]
            for part in ("all", half):
                for i, n in enumerate((len(set(found) & set(gold)), len(found), len(gold))):
                    counts[part][i] += n
            if options.verbose and half == "read for mending" and not plain and set(found) != set(gold):
                print(f"gold {shown(words, set(gold) - set(found))} ··· found {shown(words, set(found) - set(gold))}")
        for part, (right, ours, theirs) in counts.items():
            scores = f"P {100 * right / ours:.1f}  R {100 * right / theirs:.1f}  strict F1 {200 * right / (ours + theirs):.1f}"
            print(f"{name:20s} {part:16s} {scores}  of {theirs} spans")
    for name, f1 in PUBLISHED.items():
        print(f"{name:24s} strict F1 {f1} (published)")


if __name__ == "__main__":
    main()
