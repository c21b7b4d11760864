"""Who speaks: the source words of each statement, through «وی», «این مقام» and subjects left out, to an actor."""

from itertools import pairwise

from rayzan.extract.draft import ActorDraft, Draft, Found, Mention, StatementDraft
from rayzan.lang.fa.verbs import Tense
from rayzan.resolve.antecedent import Antecedents
from rayzan.resolve.left_out import LeftOut
from rayzan.resolve.nesting import nest
from rayzan.resolve.phrase import PhraseActors
from rayzan.resolve.same import Same
from rayzan.resolve.short import ShortNames
from rayzan.resolve.they import THEY, They

GOING_ON = frozenset(["ادامه", "افزود", "میافزاید", "اضافه", "همچنین"])  # «وی ادامه داد»: who spoke last
SOURCE = "منبع"


class Speakers:
    """Resolves speakers in the order of the text; «وی» goes to the last speaker, not to the last name."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.phrases = PhraseActors(draft)
        self.before = Antecedents(draft)
        self.left_out = LeftOut(draft, self.phrases, self.before)
        self.they = They(draft, self.phrases, self.before)
        self.called: set[str] = set()  # those known by an office alone

    def run(self) -> None:
        statements = self.draft.statements
        nest(statements)
        order = sorted(
            range(len(statements)),
            key=lambda i: (min(statements[i].first, self._at(statements[i])), self._at(statements[i]), statements[i].first),
        )
        for i in order:
            s = statements[i]
            s.speaker = self._speaker(s)
            if s.act != "question" or not s.narrated:  # «خبرنگاری پرسید: … وی گفت»: «وی» is the one asked
                self.before.hear(s)
        self._cataphora(order)
        self._join([statements[i] for i in order])

    @staticmethod
    def _at(s: StatementDraft) -> int:
        return min(s.source.first if s.source else s.first, s.cue.first if s.cue else s.first)

    def _speaker(self, s: StatementDraft) -> str | None:
        enclosing = self.draft.statements[s.within].speaker if s.within is not None else None
        if s.person == 1:
            return enclosing or self.before.last
        if s.rule == "answer" and s.who:  # with whom the interview is
            return self._meant(s.who[0], s, enclosing) if s.who[0].actors else self.phrases.of(Found(s.who[0].first, s.who[0].last), False)
        if s.source is None:
            return self.left_out.meant(s, enclosing)
        if not s.who:
            return self._unknown(s)
        if len(s.who) > 1:
            return self._joint(s)
        author = self.phrases.extent.author(s.source)
        if author.first < s.who[0].first and (
            self.phrases.heads(author) or (s.who[0].kind == "state" and self.phrases.people_of(s.source, s.who[0].first, self.left_out.plural(s)))
        ):
            return self._unknown(s)  # «تلویزیون چین», «بومیان پرو»: the noun at the head speaks, not whom it belongs to
        return self._meant(s.who[0], s, enclosing)

    def _meant(self, m: Mention, s: StatementDraft, enclosing: str | None) -> str | None:
        if m.kind == "pronoun":
            if s.cue is not None and self._pluperfect(s) and (quoted := self.before.quoted(m.first)) is not None:
                return quoted
            goes_on = s.cue is not None and self.draft.view.keys[s.cue.first] in GOING_ON
            one = self.before.introduced(m.first, surname=not goes_on) or self.before.last_person
            return one or self.before.person(m) or self.before.last or self.before.named(m)
        if m.kind == "self":
            return enclosing or self.before.last
        if m.kind == "you":
            return None
        if m.kind == "back":
            same = self.before.same_noun(m)
            if same is not None:
                return same
            if m.title == "outlet" and self.draft.view.keys[m.last - 1] == SOURCE and self.before.last_many():
                return self.before.last  # a body that spoke last: «دیده‌بان حقوق بشر … این منبع»
            wanted = self.before.latest(m.title or "")
            if wanted is None and m.title == "outlet":
                told = [o for o in self.draft.mentions if o.kind == "outlet" and o.last <= m.first and o.actors]
                return told[-1].actors[0] if told else self._unknown(s)
            if wanted is None and m.title == "body" and not self.before.last_many():
                wanted = self.phrases.repeated(m) or self.before.several(m)
            elif wanted is not None and m.title == "body" and not self.phrases.of_kind(m, wanted):
                wanted = self.phrases.repeated(m) or wanted
            if wanted is None and m.title == "person" and not self.before.one(self.before.last):
                wanted = self.before.person(m)
            return wanted or self.before.last or self.before.named(m)
        if m.kind == "paper":
            return self.before.author(m) or self.before.last or self.before.named(m)
        if (house := self.phrases.media.house(m)) is not None:
            return house
        if m.kind == "body" and not m.states and self.before.last is not None and self._same_organ(m, self.before.last):
            return self.before.last
        if len(m.actors) > 1:
            return self._group(m.actors, self.draft.view.span(m.first, m.last).text)
        if m.actors:
            if m.kind in ("title", "someone") and self.draft.actors[m.actors[0]].known_from == "report":
                self.called.add(m.actors[0])
            return m.actors[0]
        return self._unknown(s)

    def _same_organ(self, m: Mention, id: str) -> bool:
        """«وزارت خارجه آلمان گفت … در بیانیه وزارت خارجه»: whether the body that spoke last is such an organ of another state."""
        actor = self.draft.actors[id]
        return bool(m.title) and actor.type == "body" and actor.state is not None and id == f"{actor.state}-{m.title}"

    def _joint(self, s: StatementDraft) -> str | None:
        ids = tuple(dict.fromkeys(a for m in self._apart(s.who) for a in m.actors))
        if len(ids) == 1:
            return ids[0]
        assert s.source is not None
        return self._group(ids, self.draft.view.span(*s.source).text) if ids else self._unknown(s)

    def _apart(self, who: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Those who speak together without the second offices of one of them: «A، وزیر B و C، وزیر D و رئیس E»."""
        names = sum(m.kind == "name" for m in who)
        second = [
            n for m, n in pairwise(who) if m.kind == "name" and m.title and n.kind in ("title", "someone") and n.first == m.last + 1 and names > 1
        ]
        return tuple(m for m in who if m not in second)

    def _group(self, ids: tuple[str, ...], words: str) -> str:
        id = "-".join(ids)
        if id not in self.draft.actors:
            names = [self.draft.actors[i].name_en for i in ids if i in self.draft.actors]
            reverse = "-".join(reversed(ids))
            self.draft.actors[id] = ActorDraft(
                "group", " and ".join(names), words, aliases=(words, reverse, " and ".join(reversed(names))), known_from="report"
            )
        return id

    def _unknown(self, s: StatementDraft) -> str | None:
        """A noun phrase that no mention stands for becomes an actor of the report's own, under its words."""
        if s.source is None:
            return self.before.last
        if self.draft.view.keys[s.source.first] in THEY:
            they = self.they.meant(s.source)
            return self._group(they, self.draft.view.span(*s.source).text) if len(they) > 1 else next(iter(they), None)
        kind = self.phrases.points_to(s.source)
        if kind is not None:
            return self.before.aforesaid(s.source) or self.before.latest(kind) or self.before.last
        if self.phrases.wrote(s.source) and (several := self.before.together(frozenset(["group"]))) is not None:
            return several
        if self.phrases.media.bare(s.source) and self.before.last_medium is not None:
            return self.before.last_medium
        author = self.phrases.extent.author(s.source) if s.rule == "document" else s.source
        return self.phrases.of(author, self.left_out.plural(s)) or self.before.last

    def _pluperfect(self, s: StatementDraft) -> bool:
        """Whether the cue tells of words before those told: «گفته بود»."""
        verb = self.left_out.cue_verb(s)
        return verb is not None and verb.form.tense is Tense.PLUPERFECT

    def _join(self, order: list[StatementDraft]) -> None:
        """Gives what one called by an office said to the one whom the report names in it."""
        self._rename(order, ShortNames(self.draft).meant([s.speaker for s in order if s.speaker]))
        self._rename(order, Same(self.draft, self.called | self.phrases.called, self.phrases.told, order).joined())

    def _rename(self, order: list[StatementDraft], joined: dict[str, str]) -> None:
        for s in order:
            s.speaker = joined.get(s.speaker, s.speaker) if s.speaker else None
        for m in self.draft.mentions:
            if any(a in joined for a in m.actors):
                m.actors = tuple(joined.get(a, a) for a in m.actors)
        for id in joined:
            del self.draft.actors[id]

    def _cataphora(self, order: list[int]) -> None:
        """A report cut so that it begins with «وی»: the first speaker named later is meant."""
        statements = self.draft.statements
        named = next(
            (
                statements[i].speaker
                for i in order
                if statements[i].speaker and statements[i].who and statements[i].who[0].kind in ("name", "title")
            ),
            None,
        )
        for i in order:
            if (
                statements[i].speaker is None
                and statements[i].rule != "passive"
                and (statements[i].source is None or statements[i].who and statements[i].who[0].kind in ("pronoun", "back"))
            ):
                statements[i].speaker = named


def resolve(draft: Draft) -> None:
    """Fills `speaker` and `within` of the draft's statements, and whose voice each word is in."""
    Speakers(draft).run()
    for s in sorted(draft.statements, key=lambda s: s.first - s.last):
        draft.voice.update(dict.fromkeys(range(s.first, s.last), s))
