"""What a figure is of: the noun phrase that its number counts or measures."""

from rayzan.extract.counted import Counted
from rayzan.extract.draft import Draft, Found

MOST = 4  # words of a phrase


def measured(draft: Draft, words: Counted, first: int, last: int) -> Found | None:
    """«۱۰۰ میلیون دلار کمک», «صادرات نفت به ۵ میلیارد دلار رسید»: the phrase behind the unit, else before «به» or «از»; None if neither."""
    return _behind(draft, words, last) or _before(draft, words, first)


def _behind(draft: Draft, words: Counted, last: int) -> Found | None:
    keys, end = draft.view.keys, last
    while end < min(last + MOST - 1, len(keys)) and _noun(draft, words, end):
        end += 1
    return Found(last, end) if end > last else None


def _before(draft: Draft, words: Counted, first: int) -> Found | None:
    keys = draft.view.keys
    if first < 2 or keys[first - 1] not in ("به", "از", "را", "با"):
        return None
    begin = first - 1
    while begin > max(0, first - 1 - MOST) and _noun(draft, words, begin - 1):
        begin -= 1
    return Found(begin, first - 1) if begin < first - 1 else None


def _noun(draft: Draft, words: Counted, at: int) -> bool:
    """Whether a word can stand in the phrase: letters, no verb, no word of time, none of the words that end a phrase."""
    key = draft.view.keys[at]
    if not key[0].isalpha() or key in words.ends_phrase or draft.language.verbs.form(key):
        return False
    return not any(t.first <= at < t.last for t in draft.times_in(at - 8, at + 8))
