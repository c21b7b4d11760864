"""Adjuncts: the times, places, meetings and openers that stand ahead of a subject: «در دیدار با X», «در ترکیه», «پس از …،»."""

from rayzan.extract.syntax import Syntax

COUNTS = frozenset({"چند", "یک", "دو", "سه", "چهار", "پنج", "شش", "ده"})
UNITS = frozenset({"ساعت", "روز", "هفته", "ماه", "سال", "دقیقه"})
PLACE = 7  # words of a place or meeting told ahead of «یک …»


class Adjuncts(Syntax):
    """Reads what a clause sets ahead of its subject."""

    def settings(self, first: int, last: int, mark: str = "") -> int:
        """The first word behind settings: openers, times, «در دیدار با …», and phrases with a preposition up to a comma.

        A phrase that opens with `mark` is no setting.
        """
        at = first
        while at < last:
            start = at
            if self._some_time_after(at, last) and (comma := self.comma(at, last)) > 0 and "را" not in self.keys[at:comma]:
                at = comma + 1
                continue
            while at < last and (self.keys[at] in self.lists.adverbs or self.keys[at] in ("،", ",", ")", "»", '"')):
                at += 1
            if mark and at < last and self.keys[at] == mark:
                break
            if at > start and (behind := self._apposed(at, last)):
                at = behind
                continue
            size = self.preposition(at, last) if at not in self.mention_from else 0
            if self.keys[at : at + 2] == ["در", "ادامه"] and at + 2 < last and self._goes_on_to(at + 2):
                at += 2
                continue
            comma = self.comma(at, last) if size else -1
            if (m := self.mention_from.get(at + 3)) is not None and self.keys[at : at + 3] == ["به", "نقل", "از"] and m.last < last:
                at = m.last  # «X به نقل از Y شمار آنان را …»
                continue
            if comma > 0 and "را" in self.keys[at:comma]:
                comma = -1
            if comma > 0 and (behind := self._object_round(comma, last)):
                at = behind
                break
            short = self._setting_end(at + size, last) if size else 0
            place = self._place(at, size, last)
            if comma > 0 and place and comma > place + 1 and not short:
                at = place
            elif comma > 0 and (not short or comma - short < 14):
                at = comma + 1
            elif short:
                at = short
            elif (
                size
                and self.keys[at] == "در"
                and (m := self.mention_from.get(at + size)) is not None
                and m.kind in ("state", "government", "body")
            ):
                at = m.last  # «در ترکیه تظاهرکنندگان …»
            elif size and self.keys[at] == "در" and (one := self._before_one(at + size, last)):
                at = one
            elif size and self.keys[at] == "در" and (t := self.time_from.get(at + size)) is not None and t.last < last:
                at = t.last  # «در هفتم فوریه نیز …»
            else:
                at = self._opener(at, last)
            if at == start:
                break
        return at

    def _some_time_after(self, at: int, last: int) -> bool:
        """«چند ماه پس از کشته شدن X، …», «دو روز پیش از نشست، …»: whether a length of time before or after something is told."""
        counted = at + 3 < last and (self.keys[at] in COUNTS or self.keys[at].isdigit())
        return counted and self.keys[at + 1] in UNITS and self.keys[at + 2] in ("پس", "بعد", "پیش", "قبل") and self.keys[at + 3] == "از"

    def _goes_on_to(self, at: int) -> bool:
        """«X در ادامه توقف حمله‌ها، … را خواستار شد»: whether no setting but the object stands behind «در ادامه»."""
        key = self.keys[at]
        return key[0].isalpha() and key not in self.lists.settings and key in self.lists.abstract

    def _object_round(self, comma: int, last: int) -> int:
        """Where the object that holds a comma begins: «در نشست اسلو آرمان کیهانی، رئیس‌جمهور سوئد را …»; 0 if the comma is in none."""
        m = next((m for i in range(comma - 1, comma - 6, -1) if (m := self.mention_from.get(i)) is not None), None)
        return m.first if m is not None and m.last > comma + 1 and m.last < last and self.keys[m.last] == "را" else 0

    def _apposed(self, at: int, last: int) -> int:
        """Behind «رئیس اتاق بندر» in «X، رئیس اتاق بندر نیز …»: what a comma sets beside a source up to a comma or an adverb; 0 if none."""
        if self.keys[at - 1] not in ("،", ",") or not self.lists.callers[1].at(self.keys, at, last):
            return 0
        for i in range(at + 1, min(at + 14, last)):
            if self.keys[i] in ("،", ",") or (self.keys[i] in self.lists.adverbs and self.keys[i] != "دیگر"):
                return i
            if self.keys[i] in ("را", "که", ":") or i in self.verb_from:
                return 0
        return 0

    def _place(self, at: int, size: int, last: int) -> int:
        """Behind «در ترکیه», if no further word belongs to it; 0 if no such place stands there."""
        m = self.mention_from.get(at + size) if size and self.keys[at] == "در" else None
        if m is None or m.kind not in ("state", "government") or m.last >= last:
            return 0
        return m.last if self.keys[m.last][0].isalpha() and self.keys[m.last] != "و" else 0

    def _before_one(self, at: int, last: int) -> int:
        """Behind «در تجمع دیروز» before «یک روحانی», an unnamed person whom no preposition and no noun of speech governs; 0 if none stands there."""
        people = (*self.lists.callers, self.draft.language.words("actor", "back_person"), self.draft.language.words("actor", "humans"))
        for i in range(at + 1, min(at + PLACE, last - 1)):
            if self.preposition(i, last) or i in self.verb_from or self.keys[i] in ("و", "که", "را") or not self.keys[i][0].isalpha():
                return 0
            if self.keys[i] == "یک" and self.keys[i - 1] not in self.lists.owned and any(list.at(self.keys, i + 1, last) for list in people):
                return i
        return 0

    def _opener(self, at: int, last: int) -> int:
        if at in self.time_from and self.time_from[at].last < last:
            return self.time_from[at].last
        if at < last and at not in self.mention_from and (size := self.lists.openers.at(self.keys, at, last)):
            return at + size
        if at < last and self.keys[at] == "روز" and at + 1 in self.time_from:
            return self.time_from[at + 1].last
        return at

    def _setting_end(self, at: int, last: int) -> int:
        """Behind a setting noun with its partner: «در گفت‌وگو با رویترز»; 0 if the phrase is no setting."""
        if at < last and self.keys[at] in ("این", "همین", "یک", "آن"):
            at += 1
        if at >= last or self.keys[at] not in self.lists.settings:
            return 0
        at += 1
        while at < last:
            if self.keys[at] in self.lists.setting_words or self.keys[at].endswith(("انه", "آمیز", "سابقه", "زده")):
                at += 1
            elif at in self.mention_from:
                at = self.mention_from[at].last
            elif at in self.time_from:
                at = self.time_from[at].last
            elif self.keys[at] in ("با", "در", "به", "از") and at + 1 in self.mention_from:
                at = self.mention_from[at + 1].last
            else:
                break
        return at
