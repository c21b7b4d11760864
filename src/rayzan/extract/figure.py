"""Figures: a number with a meaning, its unit, bound, change and window."""

from typing import Any

from rayzan.extract.draft import Draft, FigureDraft, Found
from rayzan.lang.fa.numerals import Number, number_at

FRACTIONS = {"نیمی": 0.5, "نصف": 0.5, "ثلث": 1 / 3, "ربع": 0.25}
PARTS = {"سوم": 3, "چهارم": 4, "پنجم": 5, "دهم": 10}


class Figures:
    """Walks the words of a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys, self.end = draft, draft.view.keys, len(draft.view.keys)
        language = draft.language
        table = language.table("figure")
        self.units: dict[tuple[str, ...], dict[str, Any]] = {
            phrase: row for row in language.table("unit")["unit"] for form in row["forms"] for phrase in language.variants(form)
        }
        self.bounds = {phrase: bound for form, bound in table["bounds"].items() for phrase in language.variants(form)}
        self.rises, self.falls, self.idioms = (language.words("figure", k) for k in ("rises", "falls", "idioms"))
        self.no_figure = {language.keys(w)[0] for w in table["no_figure"]}
        self.names_before = {language.keys(w)[0] for w in table["names_before"]}
        self.counts = {language.keys(w)[0]: unit for w, unit in table["counts"].items()}
        self.timed = [False] * (self.end + 1)
        for t in draft.times:
            self.timed[t.first : t.last] = [True] * (t.last - t.first)

    def run(self) -> None:
        at = 0
        while at < self.end:
            if self.timed[at]:
                at += 1
                continue
            if self.keys[at].endswith("درصد") and len(self.keys[at]) > 4:  # «صددرصد»
                glued = number_at([self.keys[at][:-4]], 0, 1)
                if glued is not None:
                    self.draft.figures.append(FigureDraft(at, at + 1, glued.value, unit="percent"))
                at += 1
                continue
            number = number_at(self.keys, at, self.end)
            if number is None:
                at += 1
                continue
            found = None if at in self.draft.in_furniture else self._figure(number)
            if found is None:
                at = number.last
            else:
                self.draft.figures.append(found)
                at = found.last

    def _figure(self, n: Number) -> FigureDraft | None:
        if n.first > 0 and (self.keys[n.first - 1] in self.names_before or self.timed[n.first - 1]) and n.digits and n.value < 10000:
            return None
        if "+" in self.keys[n.first] or ":" in self.keys[n.first] or self.idioms.at(self.keys, n.first, self.end):
            return None
        first, bound = self._bound(n.first)
        last, value, high = n.last, n.value, None
        if (
            last + 1 < self.end
            and self.keys[last] in ("تا", "الی", "-")
            and (upper := number_at(self.keys, last + 1, self.end))
            and upper.value > 0
        ):
            low = value if value * 100 > upper.value else value * self._scale(upper)
            if low < upper.value:
                value, high, last = low, upper.value, upper.last
        if last < self.end and self.keys[last] in PARTS and n.value < 10 and not n.digits:
            return FigureDraft(first, last + 1, round(n.value / PARTS[self.keys[last]], 4), unit="share", bound=bound)
        if n.vague and n.value >= 1e6 and bound == "exact":
            return None
        unit, last = self._unit(last, value, n)
        if unit is None and not self._bare(n, first, bound):
            return None
        if n.vague:
            return None
        end = last
        if last < self.end and self.keys[last] == "و" and unit and (more := number_at(self.keys, last + 1, self.end)):
            behind = self._unit(more.last, more.value, more)
            if behind[0] is None and more.value < value and more.last < self.end and self.keys[more.last] == "سنت":
                end = more.last + 1
        return FigureDraft(
            first, end, value, high, unit, bound, self._change(first, end), self._what(first, end), self._window(first, end, unit)
        )

    @staticmethod
    def _scale(n: Number) -> float:
        scale = 1.0
        while n.value / (scale * 1000) >= 1:
            scale *= 1000
        return scale

    def _bound(self, at: int) -> tuple[int, str]:
        for size in (3, 2, 1):
            phrase = tuple(self.keys[max(0, at - size) : at])
            if len(phrase) == size and phrase in self.bounds:
                return at - size, self.bounds[phrase]
        return at, "exact"

    def _unit(self, at: int, value: float, n: Number) -> tuple[str | None, int]:
        """The unit behind a number and the word behind it; the unit is None for a mere count of partners, «دو کشور»."""
        for size in (2, 1):
            row = self.units.get(tuple(self.keys[at : at + size]))
            if row is None:
                continue
            if value < row.get("floor", 0):
                return None, at
            if row.get("duration") and not self._duration(at, size, value):
                return None, at
            if (
                row["unit"] == "person"
                and self.keys[at] == "تن"
                and value >= 100000
                and at + 1 < self.end
                and self.keys[at + 1] in ("نفت", "کالا", "گندم", "بار", "مواد")
            ):
                return "tonne", at + 1
            if row["unit"] == "time":
                return self._counted(at), at + size
            return str(row["unit"]), at + size
        if at < self.end and self.keys[at] in self.no_figure:
            return None, at
        return None, at

    def _counted(self, at: int) -> str:
        """What happened so many times: «پنج بار … دیدار»."""
        for key in self.keys[at : min(at + 8, self.end)]:
            if key in self.counts:
                return str(self.counts[key])
        return "time"

    def _duration(self, at: int, size: int, value: float) -> bool:
        """A duration is a figure unless it counts to or from a day («دو سال پیش») or is one unit."""
        behind = self.keys[at + size] if at + size < self.end else ""
        if behind in ("پیش", "قبل", "گذشته", "آینده", "اخیر", "بعد", "دیگر", "و"):
            return False
        return value > 1

    def _bare(self, n: Number, first: int, bound: str) -> bool:
        """A large or bounded number without a unit: «جان ۲۳۴۵ را گرفت», «بیش از ۲۰ نهاد»."""
        behind = self.keys[n.last] if n.last < self.end else ""
        if (
            behind in self.no_figure
            or n.value < 10
            or (n.digits and 1250 <= n.value <= 2100 and n.value == int(n.value) and bound == "exact")
        ):
            return False
        if bound != "exact":
            return behind[:1].isalpha()
        if n.value >= 1000 and not (n.digits and len(self.keys[n.first]) > 7):
            return behind in ("را", "مورد") or behind[:1].isalpha()
        return False

    def _change(self, first: int, last: int) -> str:
        window = range(max(0, first - 4), min(last + 4, self.end))
        for at in window:
            if self.rises.at(self.keys, at, self.end):
                return "up"
            if self.falls.at(self.keys, at, self.end):
                return "down"
        return "none"

    def _what(self, first: int, last: int) -> Found | None:
        """The noun phrase behind the unit, up to three words; None where a verb or mark follows at once."""
        end = last
        while (
            end < min(last + 3, self.end)
            and self.keys[end][0].isalpha()
            and self.keys[end] not in ("که", "را", "و", "در", "از", "به", "با", "است", "بود")
        ):
            if self.draft.language.verbs.form(self.keys[end]):
                break
            end += 1
        return Found(last, end) if end > last else None

    def _window(self, first: int, last: int, unit: str | None) -> str | None:
        """The period a figure covers: of a past window its length, of a year or month the value."""
        s = self.draft.view.sentence_of[first]
        if s < 0:
            return None
        sentence = self.draft.view.sentences[s]
        near = [t for t in self.draft.times_in(sentence.first, first + 1) if first - t.last < 12]
        if not near:
            return None
        t = near[-1]
        words = self.keys[t.first : t.last]
        if words[-1] in ("گذشته", "اخیر") and t.precision == "interval":
            return _length(self.keys[t.first : t.last - 1])
        if words in (["سال", "جاری"], ["امسال"]) and t.value:
            return t.value
        return None


def _length(words: list[str]) -> str | None:
    """An ISO duration of counted words: «یکسال و نیم» is P1Y6M."""
    from rayzan.lang.fa.numerals import GLUED

    half = words[-1] == "نیم"
    key = words[0]
    if key in GLUED:
        unit, count = {"سال": "Y", "ماه": "M", "فته": "W", "روز": "D"}[key[-3:]], float(GLUED[key])
    else:
        number = number_at(words, 0, len(words))
        if number is None or number.last >= len(words):
            return None
        unit, count = {"سال": "Y", "ماه": "M", "هفته": "W", "روز": "D"}.get(words[number.last], ""), number.value
    if not unit or count != int(count):
        return None
    return f"P{int(count)}{unit}" + ("6M" if half and unit == "Y" else "")


def find(draft: Draft) -> None:
    """Fills `draft.figures`, in order."""
    Figures(draft).run()
