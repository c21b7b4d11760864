"""Names of instruments by shape: kind word, qualifiers, parties, term, title in quotation marks."""

from bisect import bisect_left

from rayzan.extract.draft import Draft, Mention
from rayzan.extract.instrument_kind import Kind, Shape, words
from rayzan.lang.fa.verbs import Tense

MOST_WORDS = 9
OPEN, CLOSE = ("«", '"', "“"), ("»", '"', "”")
PARTY = frozenset({"state", "government", "body", "group"})
SIGNED = frozenset({"memorandum", "agreement", "treaty", "protocol", "statement"})  # kinds that a signing makes instruments without a name
MADE = frozenset({"plan", "programme", "law", "resolution", "document", "protocol", "mechanism"})  # kinds that are put forward or passed
TITLED = frozenset({"law", "treaty", "project", "plan", "resolution"})  # kinds that one word in marks names: «قانون "لوگان"»
RENEWED = frozenset({"جدید", "تازه", "فعلی", "کنونی", "قبلی", "پیشین"})  # these may stand within a name
SOME = frozenset({"جدیدی", "جامعی", "مشابهی", "واحدی", "مشترکی", "دیگری", "تازهای"})  # «سند جدیدی»
MEASURES = frozenset({"میلیون", "میلیارد", "هزار", "درصد", "کیلومتر", "نفر", "روز", "هفته", "ماه", "تن"})
APART = 9  # words between two whom «میان» joins
YEAR = 4  # digits of a year
REACH = 26  # words between such a one and the verb that tells its signing


class Names:
    """Reads instruments' names in one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys, self.end = draft, draft.view.keys, len(draft.view.keys)
        self.w = words(draft.language)
        self.parties: dict[int, Mention] = {m.first: m for m in draft.mentions if m.kind in PARTY}
        self.places = {h.first: h.last for h in draft.names if h.value.kind == "place" and h.value.sure}
        self.owners: dict[int, Mention] = {m.first: m for m in draft.mentions if m.kind in PARTY | {"people", "name", "title"}}
        self.verbs = {g.first: g for g in draft.verbs}

    def kind_at(self, at: int) -> tuple[Kind | None, int]:
        """The kind word at a word and how many words it takes; the longest wins."""
        if at >= self.end or self.keys[at] not in self.w.starts or self.w.never.at(self.keys, at):
            return None, 0
        sized = [(k.words.at(self.keys, at), k) for k in self.w.kinds]
        size, kind = max(sized, key=lambda found: found[0])
        if self.keys[at] == "پیشنهادی" and at and self.keys[at - 1][0].isalpha() and self.keys[at - 1] not in self.w.stops:
            return None, 0  # «کابینه پیشنهادی …»: an adjective
        if self.keys[at] in ("ابتکار", "پیشنهاد") and at and self.keys[at - 1] == "به":
            return None, 0  # «به ابتکار سامان رادمهر»
        return (kind, size) if size else (None, 0)

    def shape_at(self, at: int) -> Shape | None:
        """The unknown instrument that a kind word and what follows it name; None if it is a common noun here."""
        kind, size = self.kind_at(at)
        if kind is None or kind.again or (at and self.keys[at - 1] in self.w.demonstratives):
            return None
        if at and (self.keys[at - 1].isdigit() and len(self.keys[at - 1]) < YEAR or self.keys[at - 1] in self.w.counted):
            return None  # «۲۰ سند همکاری», «هیچ‌گونه توافق تسلیحاتی»
        title = self._title(at, at + size)
        if title is not None and (not kind.foreign or self.foreign(Shape(kind.kind, *title, (), (), ()))):
            return Shape(kind.kind, *title, self.told_qualifiers(*title), self._numbers(*title), self.named(*title), True)
        last = self.name_end(at + size)
        found = Shape(kind.kind, at, last, self.told_qualifiers(at + size, last), self._numbers(at + size, last), self.named(last, last))
        if self._accepted(kind, found, at + size):
            return found
        end, owners = self._owners(kind, at + size)
        if not owners and kind.kind == "agreement" and (between := self._between(last)):
            end, owners = last, between
        return Shape(kind.kind, at, end, (), (), owners) if owners and any(self._abroad(o) for o in owners) else None

    def _owners(self, kind: Kind, at: int) -> tuple[int, tuple[str, ...]]:
        """Whose the thing is, told right behind its kind word, and the word behind that: «طرح پوتین», «توافق پوتین و اردوغان»; an agreement
        is of two."""
        first = self.owners.get(at)
        if first is None or not first.actors or kind.kind not in ("plan", "agreement") or self.keys[at - 1] in ("پیشنهاد", "پیشنهادی", "طرحی"):
            return at, ()
        second = self.owners.get(first.last + 1) if self.keys[first.last : first.last + 1] in (["و"], ["با"]) else None
        if kind.kind == "plan":
            return first.last, first.actors
        return (first.last, (*first.actors, *second.actors)) if second is not None and second.actors else (at, ())

    def _between(self, at: int) -> tuple[str, ...]:
        """The two people or parties behind «میان», «بین»: «توافق پنهانی میان X و Y»."""
        first = self.owners.get(at + 1) if self.keys[at : at + 1] in (["میان"], ["بین"]) else None
        if first is None or not first.actors:
            return ()
        second = next((m for m in self.draft.mentions_in(first.last, first.last + APART) if m.actors and m.first in self.owners and m.actors != first.actors), None)
        return (*first.actors, *second.actors) if second is not None else ()

    def _accepted(self, kind: Kind, x: Shape, behind: int) -> bool:
        telling = [q for q in x.qualifiers if q not in self.w.vague]
        term = any(k.endswith("ساله") for k in self.keys[behind : x.last])
        if kind.foreign and not (x.parties or self.foreign(x)):
            return False
        if kind.alone or self._signed(x) or self._made(kind, x, behind):
            return True
        told = any(len(k) > 2 and k[0].isalpha() for k in self.keys[behind : x.last])
        if kind.kind == "resolution" and not (x.qualifiers or x.numbers or told):
            return False
        if x.first and self.keys[x.first - 1] == "یک" and not kind.strong and not x.parties:
            return False  # «برجام یک توافق چندجانبه است»
        if behind < self.end and kind.kind in ("agreement", "treaty", "statement", "document") and self._placed(behind):
            return True
        if kind.strong:
            return bool(x.qualifiers or x.numbers or len(x.parties) > 1 or kind.kind == "statement" and x.parties or told and self.foreign(x))
        if kind.kind in ("plan", "programme", "document", "protocol", "mechanism", "law"):
            proposed = x.last - behind > 1 and x.qualifiers[:1] == ("پیشنهادی",)
            shared = len(x.qualifiers) > 1 and len(x.parties) > 1  # «برنامه جامع همکاری سوئد و نروژ»
            return bool(shared or telling and (len(x.qualifiers) > 1 or x.parties) or term or "صلح" in x.qualifiers or proposed)
        return bool(telling or term or len(x.parties) > 1)

    def _made(self, kind: Kind, x: Shape, behind: int) -> bool:
        """«طرحی را برای … ارائه داد», «لایحه‌ای … تصویب کرد»: what is put forward, drawn up or passed is an instrument, named or not."""
        if kind.kind not in MADE:
            return False
        some = self.keys[behind - 1].endswith("ی") or self.keys[behind : behind + 1] == ["خود"] or self.keys[x.last - 1] in SOME
        told = x.last > behind and "را" in self.keys[x.last : x.last + REACH]  # «طرح کاهش نیروها را مطرح کردم»
        if not some and not told:
            return False
        s = self.draft.view.sentences[self.draft.view.sentence_of[x.first]]
        verb = next((g for i in range(x.last, min(s.last, x.last + REACH)) if (g := self.verbs.get(i)) is not None and g.form.person), None)
        return verb is not None and not verb.form.negative and self.keys[verb.first - 1] in self.w.making and self.foreign(x)

    def _signed(self, x: Shape) -> bool:
        """«یادداشت تفاهمی را در زمینه … امضا کردند», «امضای توافقی با …»: what is signed is an instrument, named or not."""
        if x.kind not in SIGNED or not (x.parties or self.foreign(x)):
            return False
        if x.first and self.keys[x.first - 1] in self.w.signing:
            return True
        s = self.draft.view.sentences[self.draft.view.sentence_of[x.first]]
        verb = next((g for i in range(x.last, min(s.last, x.last + REACH)) if (g := self.verbs.get(i)) is not None and g.form.person), None)
        if verb is None or verb.form.negative:
            return False
        reached = verb.form.lemma == "رسیدن" or verb.form.lemma == "یافتن" and self.keys[verb.first - 1] == "دست"
        if reached and x.first and self.keys[x.first - 1] == "به" and self.keys[x.first].endswith("ی"):
            return True  # «به توافقی برای … دست یافتند»
        return self.keys[verb.first - 1] in self.w.signing or verb.form.lemma == "بستن"  # «قراردادی بسته شد»

    def _placed(self, at: int) -> bool:
        """A place right behind the kind word names it: «توافق ژنو»; two capitals are its parties."""
        hit = self.places.get(at)
        return hit is not None and self.keys[hit : hit + 1] != ["و"] and at not in self.parties

    def foreign(self, x: Shape) -> bool:
        """A state or body from abroad stands in the sentence."""
        s = self.draft.view.sentences[self.draft.view.sentence_of[x.first]]
        near = (m for m in self.draft.mentions_in(s.first, s.last) if m.kind in ("state", "body", "government", "name", "title"))
        return any(self._abroad(a) for m in near for a in m.actors)

    def _abroad(self, id: str) -> bool:
        actor = self.draft.actors.get(id)
        if actor is None or id == self.draft.homeland:
            return False
        if actor.state is None:  # the UN, and who holds an office there
            return actor.type != "person" or actor.office is not None
        return actor.state != self.draft.homeland

    def _title(self, at: int, behind: int) -> tuple[int, int] | None:
        """A title in quotation marks: «برنامه … ۲۰۲۸» whole, or «معامله …» behind its kind word."""
        if at and self.keys[at - 1] == "«":
            close = self._close(at)
            if close == behind + 1 and not self.told_qualifiers(behind, close) and not self.keys[behind].isdigit():
                return None  # «توافق بهتر»
            return (
                (at, close) if close > behind and not any(g.form.person for i in range(behind, close) if (g := self.verbs.get(i))) else None
            )
        if behind < self.end and self.keys[behind] in OPEN and self._opens(behind):
            close = self._close(behind + 1)
            named = self.owners.get(behind + 1)
            if named is not None and named.kind == "name" and named.last == close and named.last - named.first > 1:
                return None  # «سند پیشنهادی "سامان رادمهر"»: who offers it
            if close == behind + 2 and self.kind_at(at)[0] is not None and self._one_word(at, behind):
                return at, close + 1
            if close > behind + 2 and not any(i in self.verbs for i in range(behind + 1, close)):
                return behind + 1, close
        return None

    def _one_word(self, at: int, behind: int) -> bool:
        """Whether one word in marks names the thing: «قانون "لوگان"», «پروژه «گلوبال‌استون»»."""
        kind, _ = self.kind_at(at)
        return kind is not None and kind.kind in TITLED and behind + 1 not in self.owners and self.keys[behind + 1] not in self.w.qualifiers

    def _opens(self, at: int) -> bool:
        """Whether a mark opens: «"» does where an even number of them stands before it in the sentence."""
        s = self.draft.view.sentences[self.draft.view.sentence_of[at]]
        return self.keys[at] != '"' or self.keys[s.first : at].count('"') % 2 == 0

    def _close(self, at: int) -> int:
        """Where the quotation opened before a word closes; 0 if it does not close within its sentence."""
        for i in range(at, min(at + 40, self.end)):
            if self.keys[i] in CLOSE:
                return i
            if self.keys[i] in (".", "\n", ":"):
                break
        return 0

    def name_end(self, at: int) -> int:
        """Where the name behind a kind word ends: before a stop, a party, a verb or the noun of a compound verb."""
        last = at
        while last < min(at + MOST_WORDS, self.end):
            key = self.keys[last]
            if key in self.w.stops and not self._renewed(last) or not key[0].isalnum() or last in self.parties or last in self.verbs:
                break
            if key == "و" and not (last + 1 < self.end and self.keys[last + 1] in self.w.qualifiers):
                break
            if key.isdigit() and last + 1 < self.end and self.keys[last + 1] in MEASURES:
                break  # «راه‌آهن … ۸ میلیون دلار وام گرفت»
            group = self.verbs.get(last + 1)
            if group is not None and (group.form.person or group.form.tense is Tense.PARTICIPLE) and key not in self.w.qualifiers:
                break
            last += 1
        while last > at and self.keys[last - 1] == "و":
            last -= 1
        return last

    def _renewed(self, at: int) -> bool:
        """«معاهده جدید کاهش تسلیحات»: «جدید» within a name, a qualifier behind it."""
        return self.keys[at] in RENEWED and at + 1 < self.end and self.keys[at + 1] in self.w.qualifiers

    def told_qualifiers(self, first: int, last: int) -> tuple[str, ...]:
        """The qualifiers among these words; «صلحی» is «صلح»."""
        told = (k if k in self.w.qualifiers else k.removesuffix("ی") for k in self.keys[first:last])
        return tuple(dict.fromkeys(k for k in told if k in self.w.qualifiers))

    def _numbers(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(k for k in self.keys[first:last] if k.isdigit())

    def named(self, first: int, last: int) -> tuple[str, ...]:
        """The parties in the name, right behind it, or behind «میان / بین / با»."""
        found: list[str] = []
        end = last
        if last < self.end and self.keys[last] in ("میان", "بین", "با"):
            end = last + 1
        begin = bisect_left(self.draft.mentions, first, key=lambda m: m.first)
        for at in range(begin, len(self.draft.mentions)):
            m = self.draft.mentions[at]
            if m.first > end:
                break
            if m.kind in PARTY:
                found.extend(a for a in m.actors if a not in found)
                if m.first == end:
                    end = m.last + 1 if m.last < self.end and self.keys[m.last] in ("و", "،") else m.last
        return tuple(found)

    def english(self, x: Shape) -> str:
        """A readable English name: kind, qualifiers, numbers, parties."""
        about = " ".join(dict.fromkeys(self.w.qualifiers[q] for q in x.qualifiers))
        names = [self.draft.actors[p].name_en for p in x.parties if p in self.draft.actors]
        kind = x.kind.replace("_", " ")
        return " ".join(w for w in (about, kind, " ".join(x.numbers), f"({'–'.join(names[:4])})" if names else "") if w).capitalize()

    def slug(self, x: Shape) -> str:
        """A readable key from kind, parties, qualifiers and numbers."""
        about = [w.lower().replace(" ", "-") for q in x.qualifiers[:4] for w in (self.w.qualifiers[q],)]
        return "-".join(dict.fromkeys((*x.parties[:2], *about, x.kind.replace("_", "-"), *x.numbers[:2])))
