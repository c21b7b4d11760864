"""Parties of an event that no lexicon knows, from the words that name them: «شماری از زندانیان طالبان», «ژنرال رادمهر»."""

from functools import cache

from rayzan.extract.clause import Clauses
from rayzan.extract.draft import ActorDraft, Draft
from rayzan.extract.event_person import Persons
from rayzan.extract.syntax import CLOSE
from rayzan.lang.fa.language import Persian
from rayzan.lang.fa.numerals import number_at
from rayzan.lexicon.wordlist import Wordlist

PLURALS = ("ان", "ها", "های", "انی", "هایی", "ات", "یان", "ین")
LINKS = ("همراه", "وابسته", "به", "موسوم", "تحت", "امر", "فرماندهی", "حمایت", "«", '"', "“")
DELEGATIONS = ("هیات", "هییت", "هیاتی", "هییتی")
UNITS = ("تن", "نفر", "زن", "عضو", "طرف", "گروه", "حزب", "فراکسیون", "همتا", "عامل", "جوان", "فعال", "نظامی", "مخالف", "مهاجم")  # also adjectives, measures, many


@cache
def _heads(language: Persian) -> tuple[dict[str, str], frozenset[str]]:
    """Nouns for many by key, with their English plural; nouns that head a body's name."""
    table = language.table("event")
    crowds = {p[0]: en for form, en in table["crowds"].items() for p in language.variants(form)}
    bodies = {*language.table("actor")["body_heads"], *language.table("event")["words"]["bodies"]}
    return crowds, frozenset(language.keys(word)[0] for word in bodies)


class Strangers(Persons):
    """Names the parties of one draft that no mention covers, and enters them among its actors."""

    def __init__(self, draft: Draft, clauses: Clauses) -> None:
        super().__init__(draft, clauses)
        self.crowds, self.bodies = _heads(draft.language)
        self.crowd = Wordlist(draft.language.variants, draft.language.table("event")["words"]["crowd"])

    def phrase(self, at: int, last: int) -> tuple[str | None, int]:
        """The party that the words from `at` name, and the word behind them; None and `at` where they name none."""
        return next((found for rule in (self._people, self._national, self._body, self._post, self._person) if (found := rule(at, last))[0]), (None, at))

    def many(self, key: str) -> str | None:
        """The English plural of a noun for many: «زندانیان» → prisoners, «اعضای» → members; None for one and for other nouns."""
        if key == "تنها":  # only
            return None
        if found := self.crowds.get(key.removesuffix("ی")):
            return found
        if key.endswith(("گان", "گانی")) and (found := self.folk.get(key[: key.rindex("گان")] + "ه")):
            return found
        return next((self.folk[stem] for end in PLURALS if (stem := key.removesuffix(end)) != key and stem in self.folk), None)

    def _people(self, at: int, last: int) -> tuple[str | None, int]:
        """«دو زندانی ایرانی», «شماری از نمایندگان پارلمان عراق», «خانواده قربانیان»."""
        i, counted = at, False
        sent = at + (self.keys[at] == "یک") if at < last else at
        if sent + 1 < last and self.keys[sent] in DELEGATIONS:
            return self.delegation(sent, last)
        while i < last:
            if size := self.crowd.at(self.keys, i, last):
                i, counted = i + size, True
            elif self.keys[i] != "یک" and (n := number_at(self.keys, i, last)) is not None:
                i, counted = n.last, True
            elif self.keys[i] in ("دهها", "صدها", "هزاران"):
                i, counted = i + 1, True
            elif counted and self.keys[i] in ("تن", "نفر", "از", "هزار", "میلیون", "و") and i + 1 < last:
                i += 1
            else:
                break
        english = (self.many(self.keys[i]) or counted and self.folk.get(self.keys[i].removesuffix("ی")) or None) if i < last else None
        english = english or (self.folk.get(self.keys[i]) if counted and i < last else None)
        if english is None and counted and i > at and self.keys[i - 1] in ("تن", "نفر") and i < last and self.keys[i] == "دیگر":
            return self.enter(at, i + 1, "group", "people")  # «۵ نفر دیگر»
        if english is None and counted and i > at and self.keys[i - 1] in ("تن", "نفر"):
            return self.enter(at, i, "group", "people")  # «هزاران نفر در ورشو …»
        if english is None or self.keys[i] == "تن" and i + 1 < len(self.keys) and self.plain(i + 1) and not self.many(self.keys[i + 1]):
            return None, at  # «۱۱ تن تجهیزات» is weight
        m = self.clauses.mention_from.get(i)
        if m is not None and m.actors and m.last <= last:
            return m.actors[0], m.last
        unnamed = self.clauses.mention_from.get(i)
        if self.keys[i].removesuffix("ی") in self.crowds and (of := number_at(self.keys, i + 1, last)) is not None and of.last < last:
            return self.enter(i, self.end(of.last, last), "group", english)  # «سفرای پنج عضو شورای امنیت»
        end = self._owned(unnamed.last, last) if unnamed is not None and i + 1 < unnamed.last <= last else self.end(i + 1, last)
        if english == "sides":  # «طرف‌های روسی», «دو طرف روسیه»: the states
            owner = next((m for m in self.clauses.mentions(i, end) if m.actors), None)
            return (owner.actors[0], owner.last) if owner else (None, at)
        return self.enter(i, end, "group", english)

    def _national(self, at: int, last: int) -> tuple[str | None, int]:
        """«دیپلمات سوئدی», «ژنرال سوئدی»: one person of a state, without a name."""
        if self.keys[at] == "یک" and at + 2 < last:
            person, behind = self._national(at + 1, last)
            return (person, behind) if person else (None, at)
        english = self.folk.get(self.keys[at]) if at + 1 < last and at not in self.clauses.mention_from else None
        if english is None or not english.endswith("s") or self.keys[at] in UNITS or at + 1 not in self.adjectives:
            return None, at
        if at > 0 and self.keys[at - 1] != "یک" and number_at(self.keys, at - 1, at) is not None or at + 2 < last and (at + 2 in self.adjectives or self.keys[at + 2] in ("و", "یا")):
            return None, at
        return self.enter(at, at + 2, "person", english.removesuffix("s"))

    def _owned(self, at: int, last: int) -> int:
        """Behind whose they are: «وزرای خارجه کشورهای عضو اتحادیه اروپا»; `at` if that is not told."""
        end = at
        while end < last and self.keys[end] in ("کشورهای", "عضو"):
            end += 1
        owner = self.clauses.mention_from.get(end)
        return owner.last if owner is not None and owner.kind in ("state", "government", "body") and owner.last <= last else at

    def delegation(self, at: int, last: int) -> tuple[str | None, int]:
        """«هیاتی از لهستان به ریاست معاون وزیر خارجه»: who leads it, if told; else the delegation itself."""
        whole = self.clauses.mention_from.get(at)  # «هیات لهستان» is a mention of the state
        if whole is not None:
            end = whole.last
        elif self.keys[at + 1] == "از" and (owner := self.clauses.mention_from.get(at + 2)) is not None:
            end = owner.last
        elif self.plain(at + 1) and not self.many(self.keys[at + 1]):
            end = self.end(at + 1, last)
        else:
            return None, at
        while end < last and self.plain(end) and self.keys[end] not in ("به",):
            end += 1
        led = end + 2 < last and self.keys[end] == "به" and self.keys[end + 1] in ("ریاست", "سرپرستی", "رهبری")
        leader = self.clauses.mention_from.get(end + 2) if led else None
        if leader is not None and leader.actors and leader.kind in ("name", "title") and leader.last <= last:
            return leader.actors[0], leader.last
        return self.enter(at, min(end, last), "group", "delegation")

    def _body(self, at: int, last: int) -> tuple[str | None, int]:
        """«ستاد اقوام», «گروه ثبات»: a head noun and the name behind it; «نیروهای وابسته به X» are X; bare «پارلمان» is the state's."""
        if at < last and self.keys[at] in ("پارلمان", "مجلس") and (at + 1 >= last or not self.plain(at + 1)):
            return self._parliament(at), at + 1
        if at >= last or self.keys[at] not in self.bodies:
            return None, at
        i = at + 1
        while i < last and i - at < 6 and self.keys[i] in LINKS:
            i += 1
        m = self.clauses.mention_from.get(i)
        if (
            m is not None
            and m.actors
            and m.kind in ("body", "name")
            and m.last <= last
            and i > at + 1 - (self.keys[at] in ("نیروهای", "شبهنظامیان"))
        ):
            return m.actors[0], m.last + (m.last < last and self.keys[m.last] in CLOSE)
        end = self.end(at + 1, last)
        return self.enter(at, end, "body", None) if end > at + 1 else (None, at)

    def _post(self, at: int, last: int) -> tuple[str | None, int]:
        """«رئیس دانشگاه ورشو», «معاون استاندار ورشو»: who holds a post that no lexicon knows."""
        size = self.post.at(self.keys, at, last) if at < last else 0
        if not size or at in self.clauses.mention_from or at > 0 and self.keys[at - 1] == "،":
            return None, at  # behind a comma it stands beside a name
        end = self.end(at + size, last)
        return self.enter(at, end, "person", None) if end > at + size else (None, at)

    def _parliament(self, at: int) -> str | None:
        """The parliament of the state named last before."""
        told = [a for m in self.draft.mentions if m.last <= at and m.kind in ("state", "title", "name") for a in m.actors]
        states = [s for a in told if (actor := self.draft.actors.get(a)) and (s := a if actor.type == "state" else actor.state)]
        state = self.draft.lexicon.states.get(states[-1]) if states else None
        if state is None:
            return None
        id = "majlis" if state.id == "iran" else f"{state.id}-parliament"
        if id not in self.draft.actors:
            known = self.draft.lexicon.bodies.get(id)
            self.draft.actors[id] = ActorDraft(
                "body", known.name_en if known else f"Parliament of {state.name_en}", self.draft.view.span(at, at + 1).text, state=state.id
            )
            self.entered.add(id)
        return id

