"""Which instruments of a report are one: by their words, their parties, what the lexicon knows by a name told later."""

from rayzan.extract.draft import InstrumentDraft
from rayzan.extract.instrument_kind import Shape
from rayzan.extract.instrument_name import Names

# What a pointing word can mean beside its own kind.
KIN = {
    "treaty": {"treaty", "agreement"}, "agreement": {"agreement", "treaty", "memorandum", "ceasefire"},
    "document": {"programme", "agreement", "treaty", "memorandum", "statement", "road_map", "document"},
    "plan": {"project", "resolution", "plan", "programme", "law"}, "programme": {"programme", "road_map", "law", "plan"},
    "project": {"project", "corridor"}, "protocol": {"protocol"}, "ceasefire": {"ceasefire"}, "law": {"law", "resolution", "plan"},
}  # fmt: skip
PLAIN = frozenset({"صلح", "نهایی", "جامع", "دوجانبه"})  # qualifiers that tell one agreement of two parties from no other of theirs
PARTICLE = 3  # letters of a word that tells little
BILLS = frozenset({"law", "resolution", "plan"})  # «قطعنامه تحدید …», «لایحه تحدید …»: one act of a parliament by two kind words


class Same:
    """Joins the instruments of one report."""

    def __init__(self, names: Names, table: dict[str, InstrumentDraft], shapes: dict[str, list[Shape]]) -> None:
        self.names, self.table, self.shapes = names, table, shapes

    def joined(self, x: Shape) -> str | None:
        """The key of an earlier one of this kind that the name can mean: the same parties as a known one's, or the one's words among the other's."""
        if len(x.parties) > 1 and not x.titled and not x.numbers and len(x.qualifiers) < 2:
            for entry in self.table.values():
                if (
                    entry.known_from == "lexicon"
                    and entry.kind in KIN.get(x.kind, set()) | {x.kind}
                    and set(entry.parties) == set(x.parties)
                ):
                    return entry.key
        for key, told in self.shapes.items():
            for old in told:
                one, other = ({self.names.w.qualifiers[q] for q in names} for names in (x.qualifiers, old.qualifiers))
                related = old.kind in KIN.get(x.kind, ()) or {old.kind, x.kind} <= BILLS
                kin = old.kind == x.kind or related and (x.titled != old.titled or len(one & other) > 1)
                clash = (
                    x.parties
                    and old.parties
                    and not set(x.parties) & set(old.parties)
                    or x.numbers
                    and old.numbers
                    and x.numbers != old.numbers
                )
                if kin and not clash and (one <= other or other <= one or len(one & other) > 1):
                    return key
        return None

    def recognise(self) -> None:
        """«قطعنامه کاهش اختیارات …», later «طرح کاهش اختیارات جنگی …»: what the lexicon knows by a name told later, of two words in common."""
        known = [e for e in self.table.values() if e.known_from == "lexicon"]
        for key, told in list(self.shapes.items()):
            entry = self.table[key]
            if entry.known_from == "lexicon" or any(x.titled for x in told):
                continue
            mine = {self.names.w.qualifiers[q] for x in told for q in x.qualifiers}
            for other in known:
                its = {self.names.w.qualifiers[q] for m in other.mentions for q in self.names.told_qualifiers(m.first, m.last)}
                kin = other.kind in KIN.get(entry.kind, set()) | {entry.kind}
                clash = entry.parties and other.parties and not set(entry.parties) & set(other.parties)
                if kin and not clash and len(mine & its) > 1 and mine <= its:
                    other.mentions.extend(entry.mentions)
                    del self.table[key]
                    break

    def merge(self) -> None:
        """«توافقنامه با آمریکا» beside a known agreement of America with others, «توافق صلح» of the same two: an unknown one without words of
        its own is the only known one of its kind whose parties take its own in."""
        known = [e for e in self.table.values() if e.known_from == "lexicon" and e.mentions]
        for key, told in list(self.shapes.items()):
            entry = self.table.get(key)
            if entry is None or entry.known_from == "lexicon" or not entry.parties or any(x.titled or x.numbers for x in told):
                continue
            if any(q not in PLAIN for x in told for q in x.qualifiers):
                continue
            fitting = [o for o in known if o.kind in KIN.get(entry.kind, set()) | {entry.kind} and set(entry.parties) <= set(o.parties)]
            if len(fitting) == 1:
                fitting[0].mentions.extend(entry.mentions)
                del self.table[key]

    def alike(self, made: InstrumentDraft) -> InstrumentDraft | None:
        """The one of the report that something spoken of again is: the same kind word and a word in common, «قانون انتخابات», «قانون انتخابات پارلمانی»."""
        its = self._words(made)
        for entry in self.table.values():
            kin = made.kind == entry.kind or made.kind in KIN.get(entry.kind, set()) or entry.kind in KIN.get(made.kind, set())
            if entry.known_from == "report" and entry.mentions and kin and its & self._words(entry):
                return entry
        return None

    def _words(self, i: InstrumentDraft) -> set[str]:
        """The telling words of an instrument's names, its kind word and parties apart."""
        told = {k for m in i.mentions for k in self.names.keys[m.first + 1 : m.last] if len(k) > PARTICLE and k[0].isalpha()}
        return told - self.names.w.starts - self.names.w.vague
