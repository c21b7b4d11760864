"""The source of a cue: who is subject of the cue's clause, and where speech is nobody's."""

from rayzan.extract import several
from rayzan.extract.ahead import happens, object_acts
from rayzan.extract.clause import Clauses
from rayzan.extract.cue import Cues
from rayzan.extract.draft import Found, Mention
from rayzan.extract.nounphrase import Source
from rayzan.extract.setting import Setting
from rayzan.lang.fa.verbs import Group, Tense

SAYING = frozenset({"گفتن", "نوشتن", "فرمودن", "افزودن"})
RELATED = frozenset({"name", "title", "people", "someone", "body", "outlet"})
SUBJECTS = frozenset({"name", "title", "body", "state", "government", "outlet", "people"})
BODY = 10  # words of a body that no lexicon knows
EVERYBODY = frozenset({"هرکس", "هرکسی"})


class Sources:
    """Finds the sources of the cues of one draft."""

    def __init__(self, clauses: Clauses, cues: Cues) -> None:
        self.clauses, self.cues, self.keys = clauses, cues, clauses.keys

    def of(self, s: Setting, begin: int, shared: bool, inside: bool) -> Source | None:
        """Who is subject of the cue's clause; None where the subject is left out or the first person speaks."""
        plural = s.cue.verb.form.plural
        if s.cue.verb.form.person == 1:
            return None
        labelled = self._labelled(s)
        if labelled is not None:
            s.start = labelled.last
            return labelled
        source = (
            self._relative(s, begin)
            or (None if shared or inside or plural else self._behind_that(s, begin))
            or self._last_clause(s, begin, plural, shared)
            or self._that_clause(s, begin)
            or self.clauses.subject(begin, s.cue.first, plural, strict=shared or inside)
        )
        source = self._named_so(source) if source is not None and not source.who else source
        if source is not None and source.who and source.who[0].kind == "self":  # «به ما می‌گویند»: the first person hears
            return None
        if plural and not inside and (source is None or self._one_abroad(source) or several.unlikely(self.clauses, source, s.cue.first)):
            source = self.several(s) or source
        if source is None and inside:
            return self._inner_clause(s, begin) or self._plain_subject(begin, s.cue.first)
        return source or (None if shared else self._before_object(s, begin) or self._before_state(s, begin))

    def _named_so(self, source: Source) -> Source:
        """«زنی به نام «سارا بیدگلی» گفت»: whom an unnamed person's name is told of; the source itself where no name is."""
        at = source.last + 2
        m = self.clauses.mention_from.get(at) if self.keys[source.last : at] == ["به", "نام"] else None
        return Source(m.first, m.last, (m,)) if m is not None and m.kind == "name" else source

    def _inner_clause(self, s: Setting, begin: int) -> Source | None:
        """The subject at the head of the cue's own clause within somebody's words: «… انجام نشده، چون X این درخواست را رد کرده است»."""
        ends = [g.last for g in self.clauses.verbs_in(begin, s.cue.first) if self.keys[g.last] in ("،", "؛", ".", "چون", "زیرا")]
        if not ends or s.cue.verb.form.person != 3:
            return None
        at = ends[-1] + (self.keys[ends[-1]] in ("،", "؛", "."))
        at = self.clauses.head(at + (self.keys[at] in ("چون", "زیرا", "اما", "ولی")), s.cue.first)
        who = self.clauses.subject(at, s.cue.first, s.cue.verb.form.plural, strict=True)
        return who if who is not None and who.first == at else None

    def _one_abroad(self, source: Source) -> bool:
        """Whether a source is one foreign person, of whom nobody writes in the plural of honour: «… ترامپ، کارشناسان معتقدند»."""
        draft = self.clauses.draft
        actors = [draft.actors[id] for m in source.who for id in m.actors if id in draft.actors]
        return len(source.who) == 1 and len(actors) == 1 and actors[0].type == "person" and actors[0].state not in (None, draft.homeland)

    def several(self, s: Setting) -> Source | None:
        """The plural subject behind other clauses; of «می‌گویند», which is hearsay as often, only one without a verb of its own."""
        told = several.subject(self.clauses, s.start, s.cue.first)
        hearsay = s.cue.verb.form.lemma == "گفتن" and s.cue.verb.form.tense in (Tense.PRESENT, Tense.IMPERFECT)
        if told is not None and hearsay:
            verbs = self.clauses.verbs_in(told.last, s.cue.first)
            return None if any(map(self.clauses.finishes, verbs)) else told
        return told

    def _labelled(self, s: Setting) -> Source | None:
        """«پیمانی که X آن را «P» خواند»: the subject of a relative clause with an object of its own."""
        if "value" not in s.cue.entry.shapes:
            return None
        for at in range(s.cue.first - 2, s.start, -1):
            if self.keys[at] == "که":
                source = self.clauses.subject(at + 1, s.cue.first, s.cue.verb.form.plural, strict=True)
                if source is None:
                    source = self.clauses.noun_phrase(at + 1, s.cue.first)
                    return source if source is not None and self.keys[source.last] == "آن" else None
                own = source.first == at + 1 and "را" in self.keys[source.last : s.cue.first]
                return source if own else None
            if at in self.clauses.verb_from and self.clauses.finishes(self.clauses.verb_from[at]):
                return None
        return None

    def _relative(self, s: Setting, begin: int) -> Source | None:
        """«از جمله آنان بیدگلی است که روز پنجشنبه گفت C», «وکیلی که گفته بود C»: whom the relative clause of the cue, which has no subject of
        its own, is about."""
        opens = self.keys[s.cue.last : s.cue.last + 1] in (["که"], [":"], ["«"])
        if not opens and s.cue.verb.form.lemma not in SAYING and "on" not in s.cue.entry.shapes:
            return None
        at = s.cue.first - 1
        while at > begin and self.keys[at] != "که":
            if at in self.clauses.verb_from and self.clauses.finishes(self.clauses.verb_from[at]):
                return None
            at -= 1
        if at <= begin or self._plain_subject(at + 1, s.cue.first) is not None:
            return None
        if self.clauses.subject(at + 1, s.cue.first, s.cue.verb.form.plural, strict=True) is not None:
            return None
        end = at - (self.keys[at - 1] in ("است", "بود", "،"))
        m = next((m for m in self.clauses.mentions(begin, at) if m.last == end and m.kind in RELATED), None)
        if m is None or self._depends(m) or s.cue.verb.form.plural != (m.kind == "people"):
            return None
        s.start = at + 1
        return Source(m.first, m.last, (m,))

    def _depends(self, m: Mention) -> bool:
        """Whether a mention only belongs to the noun before it: «منبع نزدیک به سازمان X», «برادر X»."""
        before, lists = m.first - 1, self.clauses.lists
        governed = before > 0 and lists.governed.at(self.keys, before - 1, m.first) == 2
        return governed or self.keys[before] in lists.dependents or any(list.at(self.keys, before, m.first) for list in lists.callers)

    def onward(self, s: Setting, source: Source | None) -> Source | None:
        """Whose the next cue of the sentence is: the source's, or the main clause's behind a relative one: «X در پاسخ Y که گفته بود C، گفت …»."""
        if source is None or source.first <= s.sentence.first or self.keys[source.last] != "که" or source.last >= s.cue.first:
            return source
        if not self.keys[source.first - 1][0].isalpha():  # set apart from what stands before it, it is the main clause's own
            return source
        return self.clauses.subject(s.sentence.first, source.first) or source

    def _last_clause(self, s: Setting, begin: int, plural: bool, shared: bool) -> Source | None:
        """The subject of the clause that holds the cue, where «که» or «و» behind a finished verb opens it."""
        groups = [
            g
            for g in self.clauses.verbs_in(begin, s.cue.first)
            if self.clauses.finishes(g) or self.clauses.opens_relative(g) or self._joins_another(g, s.cue.first)
        ]
        if not groups:
            return None
        opens = self.clauses.lists.openers.at(self.keys, groups[-1].last, s.cue.first)  # «… به گونه‌ای که X گفت»
        if self.keys[groups[-1].last] not in ("که", "و", "،", "؛", ":", "اما", "ولی", "زیرا") and opens < 2:
            return None
        start = groups[-1].last + (self.keys[groups[-1].last] in ("که", "و", "،", "؛", ":"))
        told = self.clauses.subject(start, s.cue.first, plural, strict=True)
        if told is None and self.keys[groups[-1].last] == "و" and s.cue.first == s.cue.verb.first:
            sure = not shared or self.keys[s.cue.last : s.cue.last + 1] in ([":"], ["که"])
            return self._plain_subject(start, s.cue.first) if sure else None
        if told is None and self.keys[groups[-1].last] == "و":  # «… و در همین رابطه روزنامه X با اشاره به … از C خبر داد»
            at = self.clauses.head(self.clauses.settings(start, s.cue.first), s.cue.first)
            lists = self.clauses.lists
            called = self.keys[at] in lists.quantifiers or any(list.at(self.keys, at, s.cue.first) for list in lists.callers)
            return self.clauses.noun_phrase(at, s.cue.first) if called and at > start else None
        if told is None and self.keys[groups[-1].last] != "و":
            at = self.clauses.head(self.clauses.settings(start, s.cue.first), s.cue.first)
            if at < s.cue.first and self.keys[at] in self.clauses.lists.quantifiers:
                return self.clauses.subject(at, s.cue.first, plural)
            behind = self.clauses.head(start, s.cue.first)
            if behind > start or self.keys[groups[-1].last] not in ("که", "،"):  # «…، درحالی که دولت‌های غربی …»
                return self._plain_subject(behind, s.cue.first)
        return told

    def _behind_that(self, s: Setting, begin: int) -> Source | None:
        """«این سفر پس از آن انجام شد که بیدگلی راه را بست و گفت C»: who heads the clause behind a verb and «که», whose deed comes before the cue."""
        for at in range(s.cue.first - 1, begin, -1):
            if self.keys[at] != "که" or at not in self.clauses.verb_ends:
                continue
            m = self.clauses.mention_from.get(at + 1)
            if m is None or m.kind not in ("name", "title") or m.last >= s.cue.first or self.keys[m.last] == "را":
                return None
            deeds = [g for g in self.clauses.verbs_in(m.last, s.cue.first) if g.form.person == 3 and not g.form.plural and self.keys[g.last] == "و"]
            done = deeds and deeds[-1].last == s.cue.first - 1 and deeds[-1].form.tense is Tense.PAST
            return Source(m.first, m.last, (m,)) if done else None
        return None

    def _joins_another(self, g: Group, limit: int) -> bool:
        """«تنش‌ها شدت گرفته و آلمان از X خواسته است»: whether «و» behind a participle opens the clause of another subject."""
        m = self.clauses.mention_from.get(g.last + 1)
        if g.form.tense is not Tense.PARTICIPLE or self.keys[g.last] != "و" or m is None or m.kind not in SUBJECTS or m.last >= limit:
            return False
        return self.clauses.preposition(m.last, limit) > 0 and self.keys[m.last] != "به"

    def _that_clause(self, s: Setting, begin: int) -> Source | None:
        """The short subject behind the last «که» before a cue: «آن‌طور که مقام‌ها اعلام کرده‌اند», «کار به جایی رسید که X گفت»."""
        for at in range(s.cue.first - 1, begin, -1):
            group = self.clauses.verb_from.get(at)
            if group is not None and self.clauses.finishes(group):
                return None
            if self.keys[at] in ("که", "اینکه"):
                return self._plain_subject(at + 1, s.cue.first)
        return None

    def _plain_subject(self, first: int, limit: int) -> Source | None:
        """A short noun phrase that is all that stands before the cue, adverbs aside: «ایرانی‌ها گفته‌اند»."""
        at = self.clauses.head(first, limit)
        phrase = self.clauses.noun_phrase(at, limit)
        most = 8 if any(list.at(self.keys, at, limit) for list in self.clauses.lists.callers) else 4
        if phrase is None or phrase.last - phrase.first > most or self.keys[phrase.first] in self.clauses.lists.inanimate:
            return None
        end = limit
        while end > phrase.last and (self.keys[end - 1] in self.clauses.lists.adverbs or self.keys[end - 1] in ("،", ",")):
            end -= 1
        return phrase if phrase.last == end else None

    def _before_state(self, s: Setting, begin: int) -> Source | None:
        """«حزب سبز لبنان طرح راه را محکوم کرد»: a body, medium or several up to the state they belong to, their object right behind."""
        at = self.clauses.head(self.clauses.settings(begin, s.cue.first), s.cue.first)
        if not any(list.at(self.keys, at, s.cue.first) for list in self.clauses.lists.callers) or "را" not in self.keys[at : s.cue.first]:
            return None
        end = next(i for i in range(at, s.cue.first) if self.keys[i] == "را")
        plain = not any(self.clauses.preposition(i, end) or i in self.clauses.verb_from for i in range(at, min(at + 7, end)))
        near = min(at + 7, end)
        owners = [Found(m.first, m.last) for m in self.clauses.mentions(at + 1, near) if m.kind in ("state", "government")]
        owners += [Found(h.first, h.last) for h in self.clauses.draft.names if at < h.first < near and h.value.kind == "adjective"]  # «وکلای انگلیسی C را …»
        m = min(owners, default=None)
        if m is None or not plain or m.last >= end or self.keys[m.last] in ("و", "،", "را") or self.keys[m.first - 1] in ("و", "،"):
            return None
        return Source(at, m.last, ())

    def _before_object(self, s: Setting, begin: int) -> Source | None:
        """«بهروز رادمنش مخالفت خود را اعلام کرد»: a name no lexicon knows right before an act noun that is the object."""
        acts = object_acts(self.clauses.draft.language)
        for at in range(begin + 1, s.cue.first - 1):
            if self.keys[at] in acts and "را" in self.keys[at : min(at + 8, s.cue.first)]:
                return self._plain_subject(begin, at)
        return self._before_happening(s, begin) if "announced" in s.cue.entry.shapes else None

    def _before_happening(self, s: Setting, begin: int) -> Source | None:
        """«اتحادیه وابسته به شورای بندر ازسرگیری کار را اعلام کرد»: a body no lexicon knows, up to what happens, which is the object."""
        at = self.clauses.head(self.clauses.settings(begin, s.cue.first), s.cue.first)
        end = next((i for i in range(at + 1, min(at + BODY, s.cue.first)) if happens(self.clauses, i)), None)
        if end is None or "را" not in self.keys[end : s.cue.first] or not any(list.at(self.keys, at, end) for list in self.clauses.lists.callers[3:]):
            return None
        plain = all(self.keys[i][0].isalpha() and i not in self.clauses.verb_from and self.keys[i] not in ("که", "را") for i in range(at, end))
        return Source(at, end, ()) if plain else None

    def _some_that(self, s: Setting, source: Source | None) -> bool:
        """«پیش‌بینی‌هایی که می‌گویند C», «کسانی که می‌گویند C»: unnamed ones, of whom a relative clause in the present tells."""
        form, at = s.cue.verb.form, s.cue.verb.first - 1
        if form.lemma != "گفتن" or not form.plural or form.tense is not Tense.PRESENT or at <= s.sentence.first or self.keys[at] != "که":
            return False
        return self.keys[at - 1].endswith("ی") and (source is None or source.last != at)

    def nobody(self, s: Setting, source: Source | None) -> bool:
        """Nobody's speech: figures «می‌گویند», a hearsay «می‌گویند» without a subject, «نمی‌توان از او خواست»."""
        form = s.cue.verb.form
        if source is None and form.plural and form.person == 3 and form.tense in (Tense.PRESENT, Tense.IMPERFECT):
            return s.cue.first == s.cue.verb.first
        if self._some_that(s, source):
            return True
        head = source.first if source is not None else self.clauses.head(s.start, s.cue.first)
        if self.keys[head] in EVERYBODY:  # «هرکسی که از راه می‌رسد می‌گوید …»
            return True
        if self.keys[s.sentence.first] == "آیا":  # a question about speech reports none
            return True
        if self.keys[head] in self.clauses.lists.inanimate and (source is None or not source.who):
            return True
        if self._supposed(s, head) or "نه" in self.keys[max(head - 1, 0) : head + 1]:  # «هنوز نه X از آن خبر داده بود، نه Y»
            return True
        bare = form.tense is Tense.PAST and form.person == 3 and not form.plural
        if not bare:
            return False
        at = s.cue.first - 1
        while at >= max(s.start, s.cue.first - 30):
            if self.keys[at] in self.cues.impersonal:
                return True
            group = self.clauses.verb_from.get(at)
            closed = group is not None and s.cue.first < s.cue.verb.first and group.form.person  # «… باید باز باشند بر C تاکید کرد»
            if group is not None and (closed or self.clauses.finishes(group) or group.last == s.cue.first or self.keys[group.last] in ("،", ",")):
                return False
            at -= 1
        return False

    def _supposed(self, s: Setting, head: int) -> bool:
        """«اگر X خواستار C بود، …»: the clause of the cue is a condition."""
        at = next((i for i in range(head - 1, max(s.sentence.first, head - 12) - 1, -1) if self.keys[i] in ("اگر", "چنانچه")), None)
        if at is None or self.keys[s.cue.last : s.cue.last + 1] == [":"]:
            return False
        return all(g.form.person == 1 for g in self.clauses.verbs_in(at, head))  # «اگر فرض بگیریم که X …»
