"""One speaker told in several ways: «یک نماینده مجلس … بیدگلی … عضو کمیسیون انرژی …». Joined only where the report bears it out."""

from collections import Counter

from rayzan.extract.draft import Draft, StatementDraft
from rayzan.resolve.calling import callings

APPOSITION = 14  # words from a name on in which the report says what its bearer is
NEXT = 3  # of them those right beside the name
LEAD = 3  # lines of heading and lead
LONG = 3  # words of a calling that name one post
MOST_CALLED = 5  # callings in one report that may all be the one named speaker's
WOVEN = 3  # turns of one called so that stand among the turns of one named
HIGH = ("-president", "-minister", "-chancellor", "-leader", "-king", "-emir", "-secretary-general", "-speaker")
CHAIR = "رئیس"
INDEFINITE = ("یک", "یکی")


class Same:
    """Joins those called by what they are to those named."""

    def __init__(self, draft: Draft, called: set[str], told: dict[str, set[str]], order: list[StatementDraft]) -> None:
        self.draft, self.keys, self.called, self.told = draft, draft.view.keys, called, told
        self.turns = [s for s in order if s.within is None and s.speaker is not None and self._person(s.speaker)]
        self.spoken = [s.speaker for s in order if (s.within is None or s.rule == "relay") and s.speaker is not None]
        self.headed = any(s.rule == "heading" for s in order[:1])
        self.names = {a for m in draft.mentions if m.kind == "name" for a in m.actors}
        self.small = draft.language.words("syntax", "prepositions")
        self.callings = callings(draft.language)
        self.lead = draft.view.lines[: LEAD + 1][-1].first if len(draft.view.lines) > LEAD else len(self.keys)

    def _person(self, id: str) -> bool:
        actor = self.draft.actors.get(id)
        return actor is not None and actor.type == "person"

    def joined(self) -> dict[str, str]:
        """For each of them who turns out to be a named one, that one's id."""
        names = set(self.names)
        headed = Counter(s.speaker for s in self.turns if s.speaker not in names and any(t.rule == "heading" for t in self.turns[:2]))
        self.called -= names
        names |= self.told.keys()
        named = [id for s in self.turns if (id := s.speaker) and id not in self.called and (id in names or headed[id] > 1)]
        told = {id: self._told_of(id) for id in dict.fromkeys(named)}
        out: dict[str, str] = {}
        for id in dict.fromkeys(s.speaker for s in self.turns if s.speaker in self.called):
            if id is None or self.callings.sources.at(self._words(id), 0):  # a source that stays unnamed
                continue
            fits = {n: rounds for n, rounds in told.items() if not self._contradicts(id, n)}
            alone = self._alone(id, only=len(told) == 1)
            meant = self._by_words(id, fits) or (alone if alone in fits else None)
            meant = meant or self._in_turn(id, fits) or self._woven(id, fits) or self._by_all_words(id, fits) or self._by_words(id, self._silent(id, names - told.keys())) or self._led(id, fits)
            if meant is not None:
                out[id] = meant
        out |= {id: meant for id, meant in self._of_heading(self.spoken).items() if id not in out}
        return {id: out.get(meant, meant) for id, meant in out.items() if out.get(meant, meant) != id}

    def _of_heading(self, order: list[str]) -> dict[str, str]:
        """Those unnamed whom the heading calls in fewer words than the report does: «یک منبع: C» and «یک منبع آگاه گفت: C»."""
        if order and (medium := self._medium(order)) is not None:
            return {order[0]: medium}
        if not order or not (words := self._unnamed(order[0])):
            return {}
        either = self.headed and not self.callings.sources.at(words, 0)  # «سناتور پرو: C ⏎ یک سناتور گفت …», of no source
        others = {id: set(more) for id in order[1:] if id != order[0] and (more := self._unnamed(id)) and more[0] == words[0]}
        fits = {id for id, more in others.items() if set(words) < more or either and more < set(words)}
        return {order[0]: fits.pop()} if len(fits) == 1 else {}

    def _medium(self, order: list[str]) -> str | None:
        """The one medium that speaks in a report, where the heading only says what it is: «روزنامه آلمانی: C»."""
        first = self.draft.actors[order[0]]
        if first.type != "outlet" or order[0] in self.draft.lexicon.outlets:
            return None
        media = {id for id in order[1:] if id in self.draft.lexicon.outlets}
        words = self._words(order[0])
        called = len(words) > 1 and self.callings.kinds["outlet"].at(words, 0) and any(self._adjective(word) for word in words[1:])
        return media.pop() if called and len(media) == 1 else None

    def _adjective(self, word: str) -> bool:
        """Whether a word is the adjective of a state."""
        return any(word in self.draft.language.keys(form) for state in self.draft.lexicon.states.values() for form in state.adjectives)

    def _unnamed(self, id: str) -> list[str]:
        """The words by which a report calls those whom it does not name; none for those named."""
        actor = self.draft.actors.get(id)
        unnamed = actor is not None and actor.known_from == "report" and actor.type in ("person", "group") and id not in self.names
        words = self._words(id) if unnamed else []
        return words if words and self.callings.can_speak(words) else []

    def _told_of(self, id: str, behind: bool = False) -> list[tuple[set[str], set[str]]]:
        """What the report says beside each naming of a person: the words next to the name, one of which must head what the person is
        called, and all words up to the sentence's ends; `behind`: only what stands behind the name."""
        out = [(self.told[id], self.told[id])] if id in self.told else []
        sentence_of = self.draft.view.sentence_of
        for m in self.draft.mentions:
            if m.kind == "name" and id in m.actors:
                first = last = m.first
                while last < min(len(self.keys), m.last + APPOSITION) and sentence_of[last] == sentence_of[m.first]:
                    last += 1
                while first > max(0, m.first - NEXT) and sentence_of[first - 1] == sentence_of[m.first]:
                    first -= 1
                beside = self.keys[first : m.first], [k for k in self.keys[m.first : last] if k[0].isalnum()][: m.last - m.first + NEXT]
                if behind:
                    beside = [], beside[1]
                out.append((set(beside[0]) | set(beside[1]), set(self.keys[first:last])))
        return out

    def _words(self, id: str) -> list[str]:
        """The words that say what somebody is, without «یک» and prepositions."""
        keys = list(self.draft.language.cut(self.draft.actors[id].name_fa))
        at = 1 if keys[0] in (*INDEFINITE, "این", "آن") else 0
        return [k for i, k in enumerate(keys) if i >= at and k[0].isalnum() and k not in ("و", "از") and not self.small.at(keys, i)]

    def _by_words(self, id: str, told: dict[str, list[tuple[set[str], set[str]]]]) -> str | None:
        """The one of whom the report says the same words: «بیدگلی، عضو کمیسیون انرژی» and «عضو کمیسیون انرژی»."""
        words = self._words(id)
        if not words or (len(words) < 2 and not self._indefinite(id)):
            return None
        most = len(words) // 5
        fits = [
            n
            for n, rounds in told.items()
            if any(words[0] in beside and sum(w not in all for w in words) <= most for beside, all in rounds)
        ]
        return fits[0] if len(fits) == 1 else None

    def _by_all_words(self, id: str, told: dict[str, list[tuple[set[str], set[str]]]]) -> str | None:
        """The one speaker of whom the report says each of a calling's words, further on beside the name: «بیدگلی، معاون رادمهر و نامزد انتخابات پرو»."""
        words = self._words(id)
        fits = [n for n, rounds in told.items() if any(all.issuperset(words) for _, all in rounds)]
        return fits[0] if len(words) >= LONG and len(fits) == 1 and not self._indefinite(id) else None

    def _indefinite(self, id: str) -> bool:
        return self.draft.actors[id].name_fa.split()[0] in INDEFINITE

    def _contradicts(self, id: str, named: str) -> bool:
        """Whether a named one is known to be somebody else: another office at the date, an office that the lexicon does not give
        that person, or one whose name the other's calling holds («سخنگوی دفتر X»)."""
        one, other = self.draft.actors[id], self.draft.actors[named]
        if one.office and other.office and one.office != other.office:
            return True
        if one.office is not None and named in self.draft.lexicon.persons:
            return True
        if other.state is not None and other.state not in (states := self._states(id)) and states:  # «نماینده چین» is no American
            return True
        return other.name_fa.split()[-1] in one.name_fa

    def _states(self, id: str) -> set[str]:
        """The states that the words by which somebody is called hold, as the report names them."""
        words = set(self._words(id))
        return {
            m.states[0]
            for m in self.draft.mentions
            if m.kind == "state" and m.states and m.states[0] in self.draft.lexicon.states and words.issuperset(self.keys[m.first : m.last])
        }

    def _silent(self, id: str, names: set[str]) -> dict[str, list[tuple[set[str], set[str]]]]:
        """What the report says of those whom it names and who have no turn of their own, for a calling of three words and more."""
        if len(self._words(id)) < LONG:
            return {}
        return {n: self._told_of(n, behind=True) for n in sorted(names) if self._person(n) and not self._contradicts(id, n)}

    def _in_turn(self, id: str, told: dict[str, list[tuple[set[str], set[str]]]]) -> str | None:
        """Who speaks right behind one called by what he is in the lead, and on both sides of that one's later turn: the office and the
        name of one man take turns, whoever else speaks afterwards."""
        speakers = [s.speaker for s in self.turns]
        if speakers[0] != id or self._indefinite(id) or self.draft.actors[id].office:
            return None
        named = next((s for s in speakers if s != id), None)
        if named not in told or self.draft.actors[named].office:
            return None
        later = [at for at in range(speakers.index(named), len(speakers)) if speakers[at] == id and speakers[at - 1] != id]
        between = [at for at in later if speakers[at - 1] == named and next((s for s in speakers[at:] if s != id), None) == named]
        return named if between and all(speakers[at - 1] == named for at in later) else None

    def _woven(self, id: str, told: dict[str, list[tuple[set[str], set[str]]]]) -> str | None:
        """The one named speaker of a report on both sides of each of several turns of one called by what he is, whoever is in office:
        «بیدگلی گفت … دستیار رئیس‌جمهور افزود … بیدگلی گفت … دستیار رئیس‌جمهور …»."""
        speakers = [s.speaker for s in self.turns]
        rounds = [at for at in range(len(speakers)) if speakers[at] == id and speakers[at - 1 : at] != [id]]
        named = {s for s in speakers if s not in self.called}
        if len(rounds) < WOVEN or self._indefinite(id) or len(named) != 1 or not named <= told.keys():
            return None
        inside = all(set(speakers[:at]) & named and set(speakers[at:]) & named for at in rounds[:-1])
        return named.pop() if inside and speakers.index(id) > 0 else None

    def _led(self, id: str, told: dict[str, list[tuple[set[str], set[str]]]]) -> str | None:
        """Who speaks by name right behind one whom the heading and the lead only call an official or the like: «یک مقام آمریکایی: C ⏎ جان رادمن
        گفت …»; nobody whom the lead would have called by a high office."""
        words = self._words(id)
        if self._indefinite(id) and any(s.speaker == id and s.first >= self.lead for s in self.turns):  # who goes on below the lead is one more
            return None
        second = next((s for s in self.turns if s.speaker not in self.called), None)
        if self.turns[0].speaker != id or second is None or second.speaker not in told or self._too(second):
            return None
        actor = self.draft.actors[second.speaker]
        high = actor.office is not None and actor.office.endswith(HIGH)
        called = self.callings.back.at(words, 0) > 0 and words[0] not in self.callings.others and self.draft.actors[id].office is None
        return second.speaker if called and not high else None

    def _too(self, s: StatementDraft) -> bool:
        """Whether a turn is told as one more's: «سامان رادمهر نیز گفت»."""
        return s.source is not None and s.cue is not None and "نیز" in self.keys[s.source.first : s.cue.first]

    def _alone(self, id: str, only: bool) -> str | None:
        """The named speaker between whose turns this one speaks, others that are called by what they are beside it perhaps («بیدگلی …
        نماینده مردم کاشان … عضو کمیسیون … بیدگلی»); where one named speaks in the whole report (`only`), also in the lead before his
        turns and at the end behind them. Not one in office, whom the report would call by it."""
        if len({s.speaker for s in self.turns if s.speaker in self.called}) > MOST_CALLED:
            return None
        speakers = [s.speaker for s in self.turns]
        first = speakers.index(id)
        before = next((s for s in reversed(speakers[:first]) if s not in self.called), None)
        later = next((s for s in speakers[first:] if s not in self.called), None)
        named = next((s for s in speakers if s not in self.called), None) if only else before
        if named is None or (not only and before != later):
            return None
        actor = self.draft.actors[named]
        words = self._words(id)
        beside = set().union(*(near for near, _ in self._told_of(named)))
        if words[0] in self.callings.single_posts - beside and beside & self.callings.single_posts:
            return None  # «سرمربی» is another than «مدیرعامل»
        post = self.draft.actors[id].office is not None and words[0] not in beside
        amid = only and before == named and later in (named, None) and words[0] == CHAIR and not self._indefinite(id)  # «رئیس ستاد …», a chair that a head of government has
        if amid and self.draft.actors[id].office is None:
            return named
        if post or self.callings.ministers.at(words, 0) or (
            actor.office and (not self.callings.back.at(words, 0) or words[0] in self.callings.others)
        ):
            return None
        if first == 0:
            second = next((s for s in self.turns if s.speaker != id), None)
            if self._indefinite(id) and self.turns[0].first >= self.lead:
                return None
            return named if second is not None and second.speaker == named and not self._too(second) else None
        return named if not self._indefinite(id) and before == named and later in (named, None) else None
