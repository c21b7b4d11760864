"""One cue at work in its clause."""


import msgspec

from rayzan.extract.clause import Clauses
from rayzan.extract.cue import Cue
from rayzan.extract.nounphrase import Source, objects
from rayzan.text.segment import Stretch


class Setting(msgspec.Struct):
    """One cue at work: its sentence, where its clause begins, who is its subject, where the sentence ends."""

    clauses: Clauses
    sentence: Stretch
    cue: Cue
    start: int
    source: Source | None
    last: int
    line_last: int
    next: Cue | None

    @property
    def keys(self) -> list[str]:
        return self.clauses.keys

    def region(self, mark: str = "") -> int:
        """Where content before the cue may begin: behind the source and its settings, `mark` being the content's own."""
        first = self.source.last if self.source and self.source.first >= self.start else self.start
        at = self.clauses.settings(self._past_calling(self._past_clauses(first)), self.cue.first, mark)
        if at < self.cue.first and self.keys[at] == "که":  # «X در نامه‌ای که دیروز منتشر شد C را …»
            closed = next((g.last for g in self.clauses.verbs_in(at, self.cue.first) if self.clauses.finishes(g)), at)
            return self.clauses.settings(closed, self.cue.first, mark)
        return at

    def _past_calling(self, first: int) -> int:
        """Behind what calls a source without a comma, up to a time or an object: «آرمان کیهانی مدیر بندر شمال روز جمعه راه را …»; behind «رئیس اتاق شمال
        کشور ضمن …» up to that; `first` if nothing does."""
        clauses, keys = self.clauses, self.keys
        if self.source is None or first != self.source.last or first >= self.cue.first or not keys[first][0].isalpha():
            return first
        named = self.source.who and self.source.who[0].kind == "name" and clauses.lists.callers[1].at(keys, first, self.cue.first)
        for at in range(first, min(first + 12, self.cue.first)):
            if keys[at] in ("را", "که", "،", ",", "«", ":") or at in clauses.verb_from:
                return first
            spoken_of = named and keys[at] in objects(clauses.draft.language) and "را" in keys[at : self.cue.first] and not clauses.lists.prepositions.ending(keys, at, first)
            if at > first and (keys[at] == "ضمن" or named and at in clauses.time_from or spoken_of):
                return at
        return first

    def _object_before(self, first: int, end: int) -> bool:
        """Whether the clause that ends at a word hangs on the cue's own object: «سندی را که همه می‌شناسند، رد کرد»."""
        if self.keys[end] not in ("،", ",") or "را" in self.keys[end : self.cue.first]:
            return False
        mark = next((at for at in range(first, end) if self.keys[at] == "را"), None)
        if mark is None:
            return False
        that = next((at for at in range(mark, end) if self.keys[at] == "که"), None)
        return that is not None and not any(map(self.clauses.finishes, self.clauses.verbs_in(mark, that)))

    def _past_clauses(self, first: int) -> int:
        """Behind a relative clause on the subject («X که … استعفا کرد») and clauses closed by «و»."""
        groups = self.clauses.verbs_in(first, self.cue.first)
        if groups and self.keys[first] == "که":
            return groups[-1].last
        ends = [g.last for g in groups if self.clauses.finishes(g)]
        if "value" in self.cue.entry.shapes or "object" in self.cue.entry.shapes:
            ends = [end for end in ends if not self._object_before(first, end)]
        for end in reversed(ends):
            if self.keys[end] in ("و", "،") or (self.keys[end] == "که" and end == ends[-1]):
                return end + 1
            if self.keys[end : end + 3] in (["که", "در", "آن"], ["که", "طی", "آن"]):
                return end + 3
        return first
