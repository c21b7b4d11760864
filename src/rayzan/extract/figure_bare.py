"""Numbers without a unit that count all the same."""

from rayzan.extract.counted import Counted
from rayzan.extract.draft import Draft
from rayzan.extract.figure_label import BACK, Labels, like_year
from rayzan.lang.fa.numerals import SCALED, SCALES, Number, number_at, ordinal_at

ENDS_WHAT = frozenset(["که", "را", "و", "در", "از", "به", "با", "است", "بود", "تا", "بر", "برای"])
LARGE = frozenset(key for key, scale in SCALES.items() if scale >= 1e6)


class Bare:
    """Judges the bare numbers of one draft."""

    def __init__(self, draft: Draft, words: Counted, timed: list[bool], labels: Labels) -> None:
        self.draft, self.keys, self.words, self.timed, self.labels = draft, draft.view.keys, words, timed, labels

    def key(self, at: int) -> str:
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def counts(self, n: Number, last: int, value: float, first: int, bound: str) -> bool:
        """Whether a number without a unit is a figure: `first` is its bound's word, `last` the word behind it."""
        behind = self.key(last)
        row = self.words.units.get((behind,))
        if self.keys[n.first] in LARGE or n.last == n.first + 1 and self.keys[n.first] == "سی":
            return False  # «میلیون» alone, «بی‌بی‌سی»
        if self._left(n, last, first):
            return True
        if self.key(first - 1) == "سال" and self.key(first - 2) != "هر" or row and row.duration or behind in self.words.no_count:
            return False
        if self._scaled(n) or self._reached(n, last, first):
            return True
        told = self.key(first - 1) in ("تعداد", "شمار")  # «تعداد ۱۹۹۱ نماینده انتخاباتی»
        if value < 3 or like_year(self.keys, n) and bound == "exact" and not told or not behind[:1].isalpha() or self._no_noun(n, last):
            return False
        if bound != "exact":
            return behind not in ("ساعت",) and behind not in self.words.no_figure
        if value >= 1000 and (behind in ("را", "مورد") or n.last > n.first + 1 or "," in self.keys[n.first] or value >= 10000):
            return behind in ("را", "مورد") or behind not in ENDS_WHAT
        if behind in self.words.ends_phrase or behind in ENDS_WHAT or len(behind) < 3 or behind.isascii():
            return False
        return self._many(n, first) if value >= 10 else self._few(n, behind, first)

    def _no_noun(self, n: Number, last: int) -> bool:
        """Whether no counted noun stands behind: an ordinal «سی پنجمین نشست», a verb, a telephone number."""
        behind = self.key(last)
        return (
            behind.endswith("مین")
            or bool(ordinal_at(self.keys, last, len(self.keys))[0])
            or n.digits
            and len(self.keys[n.first]) > 7
            and "," not in self.keys[n.first]
            or bool(self.draft.language.verbs.form(behind))
        )

    def _scaled(self, n: Number) -> bool:
        """«۳۰ میلیارد پرداخت شد»: millions and more are always counted."""
        return any(key in LARGE or key in SCALED and SCALED[key][1] in LARGE for key in self.keys[n.first : n.last])

    def _reached(self, n: Number, last: int, first: int) -> bool:
        """«شمار کلاهک‌ها به ۱۵۵۰ محدود می‌شود», «شمار مبتلایان ۱۲۷۲۹ بود»: what a number of things comes to."""
        s = self.draft.view.sentences[self.draft.view.sentence_of[n.first]]
        before = self.keys[max(s.first, first - 10) : first]
        if any(key in self.words.ranks for key in before[-4:]) or self.timed[n.first - 1] and n.first > 0:
            return False
        told = any(key in self.words.numbers for key in before) or n.value >= 10000 or "," in self.keys[n.first]
        if like_year(self.keys, n) and not told:
            return False
        form = self.draft.language.verbs.form(self.key(last))
        if told and form is not None and form.lemma == "بودن" and n.value >= 3:
            return True
        if n.digits and self.key(last) in ("و", "،", ".") and any(key in self.words.numbers for key in before[-3:]) and not like_year(self.keys, n):
            return self.key(first - 1) not in self.words.names_before  # «تعداد فوتی‌ها ۴۲ و …»
        if self.key(first - 1) != "به" or n.last - n.first == 1 and not n.digits and n.value < 3:
            return False
        return self.key(last) in self.words.reaches or form is not None and form.lemma in ("رسیدن", "رساندن")

    def _left(self, n: Number, last: int, first: int) -> bool:
        """The first of «از ۶ به ۷ افزایش یافت»."""
        upper = number_at(self.keys, last + 1, len(self.keys)) if self.key(last) == "به" and self.key(first - 1) in ("از", "رقم") else None
        return upper is not None and not like_year(self.keys, n) and self._reached(upper, upper.last, last + 1)

    def _many(self, n: Number, first: int) -> bool:
        """«در این حمله ۱۰ گارد», «با ۳۵۰ ونتیلاتور»: ten and more behind a word that no label follows."""
        pointed = self.key(first - 2) in self.words.pointing
        plain = not n.digits or self.keys[n.first].isdigit()
        return plain and (pointed or not n.digits or self.key(n.last) in self.words.no_figure or self.key(first - 1) in self.words.counts_behind or self._begins(n))

    def _few(self, n: Number, behind: str, first: int) -> bool:
        """«سه اثر باستانی», «در ۵ نقطه شهر»: three to nine things, where they are no mere parts of a talk («سه محور») and not pointed back to."""
        before = self.key(first - 1)
        if behind in self.words.no_figure or before in self.words.pointing or behind[-2:] == "ها" or behind[-3:] in ("های", "گان"):
            return False
        if n.digits and (not self.keys[n.first].isdigit() or self._begins(n) and self.draft.view.sentence_of[n.first] > 0 or not before[:1].isalpha()):
            return False  # «۴ افشای …»: it counts off a list
        return before in self.words.counts_behind or self._begins(n) or not n.digits and before[:1].isalpha() and before not in self.words.names_before

    def _begins(self, n: Number) -> bool:
        """Whether a number begins its sentence, or follows a time that ends in «گذشته» and its like: «در دو سال گذشته ۷۶ موزه گشوده شد»."""
        at, of = n.first, self.draft.view.sentence_of[n.first]
        if self.timed[at - 1] and at > 0 and self.keys[at - 1] in BACK:
            return True
        cut = any(key[0].isdigit() for key in self.keys[max(0, at - 3) : at])  # a decimal that a line's end cuts
        return not cut and of >= 0 and self.draft.view.sentences[of].first == at
