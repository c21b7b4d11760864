"""Who is named at a word: one party, or several joined by «و» and commas, known or not."""

from functools import cache

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import ActorDraft, Draft, Mention
from rayzan.extract.event_stranger import DELEGATIONS, Strangers
from rayzan.extract.pair import two_at
from rayzan.lang.fa.language import Persian
from rayzan.lexicon.wordlist import Wordlist

PARTIES = frozenset({"name", "title", "state", "government", "body", "group", "people", "someone", "pronoun", "self", "back"})
HEADS = ("-president", "-prime-minister", "-chancellor", "-king", "-emir", "-supreme-leader")
CALLING = 9  # words of a post beside a name
JOINS = ("و", "،")
Ids = tuple[str, ...]


@cache
def words(language: Persian, name: str) -> Wordlist:
    """A word list of event.toml."""
    return Wordlist(language.variants, language.table("event")["words"][name])


def merge(*lists: Ids) -> Ids:
    """All ids, each once, in order."""
    return tuple(dict.fromkeys(i for ids in lists for i in ids))


class Parties:
    """Names the parties of one draft by where they stand."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.keys = draft, draft.view.keys
        self.clauses = Clauses(draft)
        self.strangers = Strangers(draft, self.clauses)
        self.at = self.clauses.mention_from
        self.ending = {m.last: m for m in draft.mentions}
        language = draft.language
        self.frames, self.crowd = (words(language, n) for n in ("frames", "crowd"))
        self.adjectives = {
            h.first: h.value.id for h in draft.names if h.value.kind == "adjective" and h.value.sure and h.last == h.first + 1
        }
        self.doubtful = {h.first: h for h in draft.names if h.value.kind == "state" and not h.value.sure}
        self.people = [m for m in draft.mentions if m.kind in ("name", "title") and m.actors]

    def ids(self, m: Mention) -> Ids:
        """The actors meant; a pronoun is the person named last, «من» and «ما» the speaker."""
        if m.kind == "self":
            speaker = self.draft.speaker_at(m.first)
            return (speaker,) if speaker else ()
        if m.kind == "pronoun":
            object = self.keys[m.last : m.last + 1] == ["را"]  # «X وی را برکنار کرد»: not X
            limit = self.draft.view.sentences[self.draft.view.sentence_of[m.first]].first if object else m.first
            before = next((p for p in reversed(self.people) if p.last <= limit), None) or next((p for p in reversed(self.people) if p.last <= m.first), None)
            return before.actors if before else ()
        if m.kind == "back" and m.title == "body" and not self.keys[m.last - 1].endswith("ها"):
            body = next((p for p in reversed(self.draft.mentions) if p.last <= m.first and p.kind == "body" and p.actors), None)
            return body.actors if body else ()
        if m.kind == "people" and "دو" in self.keys[m.first : m.last]:
            return two_at(self.draft, m.first, m.last)[0]  # «سران دو کشور»
        if m.kind == "group" and self.keys[m.first] == "دو" and m.first + 1 < m.last:
            return self._pair(m) or m.actors or two_at(self.draft, m.first, m.last)[0]
        return tuple(a for a in m.actors if self.kind(a) != "outlet")

    def kind(self, id: str) -> str:
        actor = self.draft.actors.get(id)
        return actor.type if actor else "person"

    def leads(self, id: str) -> bool:
        """Whether an actor is a head of state or government."""
        actor = self.draft.actors.get(id)
        return actor is not None and actor.type == "person" and (actor.office or "").endswith(HEADS)

    def known(self, ids: Ids) -> bool:
        """Whether one of them is more than words of this report: in the lexicon, or in an office or a state's service."""
        actors = [self.draft.actors[i] for i in ids if i in self.draft.actors]
        return any(a.known_from == "lexicon" or a.state or a.office for a in actors)

    def _pair(self, m: Mention) -> Ids:
        """«دو وزیر»: the last two people named before who hold an office of that word."""
        office = {"وزیر": "minister", "رییس": "president", "رهبر": ""}.get(self.keys[m.first + 1])
        if office is None:
            return ()
        found: list[str] = []
        for p in reversed([p for p in self.people if p.last <= m.first]):
            actor = self.draft.actors.get(p.actors[0])
            if actor and actor.office and office in actor.office and p.actors[0] not in found:
                found.insert(0, p.actors[0])
            if len(found) == 2:
                return tuple(found)
        return ()

    def party(self, at: int, last: int) -> tuple[Ids, int]:
        """The parties named at a word, joined by «و» and commas, and the word behind them."""
        found: Ids = ()
        ended, comma = False, None  # a comma makes a list only with «و» before its last item
        while at < last and (m := self.at.get(at)) is not None and m.kind in PARTIES and m.last <= last:
            if m.kind == "state" and self.keys[m.first] in DELEGATIONS:
                sent, at = self.strangers.delegation(m.first, last)
                found = merge(found, (sent,) if sent else ())
            else:
                found, at = merge(found, self.ids(m) or self.unheld(m)), m.last
            if m.kind == "state" and at < last and at in self.at and self.at[at].kind == "state":
                continue  # «روسیه ـ ایران و ترکیه»: the dash folds away
            beside = self.at.get(at + 1) if m.kind == "name" and at < last and self.keys[at] == "،" else None
            if beside is not None and beside.kind == "title" and beside.last <= last:
                at = beside.last  # «سامان رادمهر، رئیس پلیس و …»: the post is the name's
            at = self._called(at, last) if m.kind == "name" else at
            if m.kind == "state" and at + 1 < last and self.keys[at] in JOINS and at + 1 not in self.at and (hit := self.doubtful.get(at + 1)):
                found, at = merge(found, (self.state(hit.value.id),)), hit.last  # «چاد، مالی و نیجر»
            joined = at + 1 < last and self.keys[at] in JOINS and at + 1 in self.at
            if not joined or ended and self.keys[at] == "،":
                break
            if self.keys[at] == "،" and not comma:
                comma = (found, at)
            ended = self.keys[at] == "و"  # «X، Y و Z»: what follows «و» and a comma is no part of the list
            at += 1
        return comma if comma and not ended else (found, at)

    def _called(self, at: int, last: int) -> int:
        """Behind the post that a comma sets beside a name, where «و» joins another party: «سامان رادمهر، نماینده لهستان و نمایندگان سوئد»; else `at`."""
        if at >= last or self.keys[at] != "،" or not (at + 1 in self.strangers.posts or self.strangers.post.at(self.keys, at + 1, last)):
            return at
        end = at + 1
        while end < min(at + CALLING, last) and self.keys[end] != "و":
            m = self.at.get(end)
            if not (self.strangers.plain(end) or end in self.adjectives or m is not None and m.kind in ("state", "government", "body", "title")):
                return at
            end = m.last if m is not None else end + 1
        return end if end + 1 < last and self.keys[end] == "و" and end + 1 in self.at else at

    def unheld(self, m: Mention) -> Ids:
        """«رئیس سنای پارلمان قزاقستان»: who holds an office of which no lexicon knows the holder; nobody for a bare «رئیس‌جمهور»."""
        if m.kind != "title" or m.predicate or m.last - m.first < 3 or m.title == "counterpart":
            return ()
        entered, _ = self.strangers.enter(m.first, m.last, "person", None)
        return (entered,) if entered else ()

    def near(self, at: int, last: int, gap: int = 3) -> tuple[Ids, int]:
        """The parties at a word or up to `gap` plain words behind it: «با برخی مقامات ارشد ایران»."""
        i, end = at, min(at + gap + 1, last)
        while i < end:
            if i in self.at and self.at[i].kind in PARTIES:
                found, behind = self.party(i, last)
                if found:
                    return self._listed(found, behind, last)
            if i > at and self.keys[i] in self.strangers.bodies and (body := self.strangers.phrase(i, last))[0]:
                return self._listed((body[0],), body[1], last)  # «توافق میلیاردی شرکت ویستا با …»
            if i == at:
                two, behind = two_at(self.draft, i, last)
                if two:
                    return two, behind
                stranger, behind = self.strangers.phrase(i, last)
                if stranger:
                    return self._listed((stranger,), behind, last)
            if size := self.crowd.at(self.keys, i, last):
                i, end = i + size, min(end + size, last)
                continue
            if i > at and (state := self.adjective(i)):
                return (state,), i + 1
            if i in self.clauses.verb_from or not self.keys[i][0].isalnum() and self.keys[i] not in ("«", '"', "”", "“", "»"):
                break
            if self.clauses.preposition(i, last):
                break
            i += 1
        return (), at

    def _listed(self, found: Ids, at: int, last: int) -> tuple[Ids, int]:
        """A party with those that «و» joins to it, and the items of a list before it: «مقامات X، Y و Z»."""
        behind, called = at, at in self.ending and self.ending[at].kind == "name" and self.ending[at].title is not None
        while behind < last and behind in self.at and self.at[behind].kind in ("title", "state"):
            behind = self.at[behind].last  # «سامان رادمهر مشاور امنیت ملی نخست‌وزیر لهستان و …»
        if at < behind < last and self.keys[behind] == "و" and behind + 1 in self.at and self.at[behind + 1].kind == "name":
            at = behind
        items, end = found, at
        while end + 1 < last and self.keys[end] == "،" and end + 1 in self.at and self.at[end + 1].kind in ("state", "body", "people"):
            more, end = self.ids(self.at[end + 1]), self.at[end + 1].last
            items = merge(items, more)
        if end > at and self.keys[end] == "و" and end + 1 in self.at:
            found, at = items, end
        while at + 2 < last and (self.keys[at] == "و" or self.keys[at] in ("»", '"', "”") and self.keys[at + 1] == "و"):
            at += self.keys[at] != "و"
            other = at + 1 + (self.keys[at + 1] in ("همچنین", "نیز"))  # «X و همچنین Y»
            if other in self.at and self.at[other].kind in PARTIES:
                more, at = self.party(other, last)
                return merge(found, more), at
            stranger, behind = self.strangers.phrase(at + 1, last)
            if not stranger or called and self.strangers.post.at(self.keys, at + 1, last):
                break  # «سامان رادمهر معاون نخست‌وزیر و رئیس سازمان برنامه» is one man
            found, at = merge(found, (stranger,)), behind
        return found, at

    def adjective(self, at: int) -> str | None:
        """The state of an adjective: «جنگنده‌های انگلیسی»."""
        hit = self.adjectives.get(at)
        if hit is None:
            return None
        return self.state(hit)

    def state(self, id: str) -> str:
        """The id of a state, entered among the actors if the report does not name it by its noun."""
        s = self.draft.lexicon.states[id]
        self.draft.actors.setdefault(id, ActorDraft("state", s.name_en, s.name_fa, wikidata=s.wikidata, aliases=s.forms, state=id))
        return id

    def body(self, first: int, last: int) -> Ids:
        """The body that the lexicon knows in these words: «سران سازمان همکاری شانگهای»."""
        for hit in self.draft.names:
            if hit.value.kind == "body" and hit.value.sure and first <= hit.first and hit.last <= last:
                entry = self.draft.lexicon.bodies[hit.value.id]
                if entry.id not in self.draft.actors:
                    self.draft.actors[entry.id] = ActorDraft(
                        entry.type, entry.name_en, entry.name_fa, aliases=entry.forms, state=entry.state, wikidata=entry.wikidata
                    )
                return (entry.id,)
        return ()
