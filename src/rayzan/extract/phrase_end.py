"""Where the noun phrases beside a figure begin and end."""

from rayzan.extract.counted import Counted
from rayzan.extract.draft import Draft, Found

MOST = 6  # words of a phrase
DOUBLE = frozenset(["پیدا", "قرار", "دست", "عمل", "سر", "نظر"])  # «افت پیدا کرد»: two words go with the verb
LIGHT = frozenset(
    ["کردن", "شدن", "دادن", "داشتن", "یافتن", "گرفتن", "نمودن", "ساختن", "کشیدن", "گذاشتن", "زدن", "خوردن", "گردیدن", "پذیرفتن", "بردن", "آوردن", "گذراندن", "بودن", "گشتن", "رفتن"]
)  # fmt: skip
WHOSE = frozenset(["او", "وی", "آنها", "خود", "ما", "آنان"])  # «تولید آنها ۲۸ درصد افت کرد»
NO_HEAD = frozenset(["دلیل", "علت", "خاطر", "منظور", "ترتیب"])  # «به همین دلیل بهای نفت»
WITHIN = frozenset(["این", "آن", "هر"])  # within a phrase, not at its head: «بهای هر بشکه»


class Phrase:
    """The phrases of one draft."""

    def __init__(self, draft: Draft, words: Counted) -> None:
        self.draft, self.keys, self.words = draft, draft.view.keys, words

    def key(self, at: int) -> str:
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def end(self, begin: int, whole: bool = False) -> int:
        """The word behind the phrase that begins at a word, without what goes with a light verb: «ایرانی | بازداشت شدند».

        `whole`: the phrase is part of what a copula says, «خریدار ۵ درصد از نفت نروژ است».
        """
        end = begin
        while end < min(begin + MOST, len(self.keys)) and self._noun(end) and self.keys[end] not in self.words.fates:
            end += 1
        ahead = self.key(end) in ("خواهد", "خواهند", "نخواهد", "نخواهند", "می", "نمی")
        form = self.draft.language.verbs.form(self.key(end + ahead))
        if end == begin or form is None or form.lemma not in LIGHT or whole and form.lemma == "بودن":
            return end
        if self.keys[end - 1] in self.words.given and form.lemma != "کشیدن":
            return end  # «۱۰۰ میلیون دلار کمک کرد»
        return max(begin, end - (2 if self.keys[end - 1] in DOUBLE else 1))

    def behind(self, begin: int) -> Found | None:
        end = self.end(begin)
        return Found(begin, end) if end > begin else None

    def before(self, last: int) -> Found | None:
        """The phrase that ends before a word, «این» within it but not at its head."""
        begin = last - (self.key(last - 1) in WHOSE and last > 1 and self._noun(last - 2))
        told = self.draft.figures[-1].last if self.draft.figures else 0
        while begin > max(told, last - MOST) and (self._noun(begin - 1) or self.key(begin - 1) in WITHIN and begin < last or self._partners(begin - 1)):
            begin -= 1
        while begin < last and self.keys[begin] in WITHIN | NO_HEAD:
            begin += 1
        said = self.words.amounts | self.words.numbers
        inner = [at for at in range(begin + 1, last) if self.keys[at] in said and self.keys[at - 1] not in said]
        if inner and self.keys[begin] not in said:
            begin = inner[-1]  # «گزارش بانک | نرخ تورم را ۴۰ درصد»
        return Found(begin, last) if begin < last else None

    def head(self, last: int) -> Found | None:
        """The noun that «۱۰۰ میلیون دلاری» qualifies, with one word that goes with it: «نقشه راه»."""
        found = self.before(last)
        if found is None:
            return None
        begin = max(found.first, last - 2)
        while begin > found.first and (self.keys[begin] in self.words.qualities or self.keys[begin][-1] == "ی"):
            begin -= 1  # «بودجه جدید دفاعی»
        while begin < last and self.keys[begin] in self.words.relations - self.words.amounts:
            begin += 1  # «به صورت ۲۴ ساعته»
        return Found(begin, last) if begin < last else None

    def wider(self, found: Found) -> Found | None:
        """«قرارداد‌هایی به ارزش»: with what has the worth."""
        alone = found.last - found.first == 1
        if not alone or self.key(found.first - 1) not in ("به", "با"):
            return None if alone and self.keys[found.first] in ("مدت", "تعداد", "عنوان", "صورت", "مورد", "شرح") else found
        if self.keys[found.first] == "مدت":
            return None
        whole = self.before(found.first - 1)
        if whole is None or self.key(whole.first - 1) in ("سوی", "توسط", "به", "در", "از", "یک", "روی", "با", "برای", "بر") or self.keys[whole.first] in ("روز", "سال", "ماه"):
            return found if self.keys[found.first] not in ("مدت", "تعداد", "عنوان", "صورت") else None
        return Found(whole.first, found.last if self.keys[found.first] not in ("مدت", "تعداد") else whole.last)

    def over_time(self, at: int) -> int:
        """Back over a time, its preposition and what is compared with it: «تورم | در سال گذشته ۷ درصد», «تجارت | نسبت به سال قبل ۱۰ درصد»."""
        for t in self.draft.times_in(max(0, at - 8), at):
            if t.last == at:
                near = self.keys[max(0, t.first - 6) : t.first]
                for word in ("نسبت", "مقایسه"):
                    if word in near:
                        at = t.first - len(near) + near.index(word)
                        return self.over_time(at - (self.key(at - 1) == "در"))
                return t.first - (self.key(t.first - 1) in ("در", "طی", "برای", "از", "تا"))
        return at

    def timed(self, at: int) -> bool:
        return any(t.first <= at < t.last for t in self.draft.times_in(at - 8, at + 8))

    def _partners(self, at: int) -> bool:
        """«تجارت دو کشور»: a small number within a phrase."""
        return self.key(at) in ("دو", "سه") and self.key(at + 1) in ("کشور", "طرف", "ملت", "دولت") and at > 0 and self._noun(at - 1)

    def _noun(self, at: int) -> bool:
        """Whether a word can stand in the phrase: letters, no verb, no word of time, none of the words that end a phrase."""
        key = self.keys[at]
        if not key[0].isalpha() or key in self.words.ends_phrase or self.words.begins(key):
            return False
        if self.draft.language.verbs.form(key) and not (key in self.words.nouns and self.key(at + 1)[:1].isalpha()):
            return False
        return not self.timed(at)
