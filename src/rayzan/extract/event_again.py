"""What points back to an event told before: «در این دیدار», «این تجمع», «مسئولیت این حمله»: who else took part, when and where it was."""

from collections.abc import Iterable

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_noun import HELD, POINTING, Trigger
from rayzan.extract.event_party import Ids
from rayzan.extract.event_role import Roles
from rayzan.extract.event_scene import Scene
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.match import Hit
from rayzan.text.segment import Stretch

MEETINGS = frozenset({"meeting", "consultation", "summit", "signing"})
THERE = frozenset({"حضور", "شرکت", "حاضر", "همراهی"})
TOOK_PLACE = HELD | {"رخ", "روی", "اتفاق"}
FAR = 8  # sentences back to what is pointed to
DONE = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


def again(roles: Roles, scene: Scene, hits: Iterable[Hit[Trigger]], events: list[EventDraft]) -> list[EventDraft]:
    """The events, each fuller by what is told of it in words that point to it; what is told of it as of another is left out."""
    out = sorted(events, key=lambda e: e.first)
    for hit in hits:
        view = roles.draft.view
        s = view.sentences[view.sentence_of[hit.first]]
        if hit.first <= s.first or roles.keys[hit.first - 1] not in POINTING[:4]:
            continue
        known = next((e for e in reversed(out) if e.last < hit.first and _kin(e, hit.value)), None)
        if known is None or view.sentence_of[hit.first] - view.sentence_of[known.first] > FAR:
            continue
        told = _one(roles, hit, s, known, out)
        out = [e for e in out if e is not told]
        _fill(roles, scene, hit, s, known)
    return out


def _kin(e: EventDraft, pointed: Trigger) -> bool:
    """Whether an event may be what a noun points to."""
    if e.status != "happened":
        return False
    if pointed.type in MEETINGS:
        return e.type in MEETINGS - {"signing"} or e.type == "call" == pointed.type
    return e.type == pointed.type and (pointed.mode is None or e.mode == pointed.mode)


def _verb(roles: Roles, first: int, s: Stretch) -> Group | None:
    return next((g for g in roles.clauses.verbs_in(first, s.last) if g.form.person), None)


def _one(roles: Roles, hit: Hit[Trigger], s: Stretch, known: EventDraft, events: list[EventDraft]) -> EventDraft | None:
    """«در این حمله ده سرباز کشته شدند»: what is told apart and is the attack pointed to, whose victims it gives."""
    verb = _verb(roles, hit.last, s)
    if verb is None or hit.value.type != "attack":
        return None
    other = next((e for e in events if e is not known and e.type == "attack" and hit.first - 2 <= e.last and e.last == verb.last), None)
    if other is None or known.who and other.who and not set(known.who) & set(other.who):
        return None
    known.who = known.who or tuple(i for i in other.who if i not in known.whom)
    known.whom = known.whom or tuple(i for i in other.whom if i not in known.who)
    known.where = known.where or other.where
    return other


def _fill(roles: Roles, scene: Scene, hit: Hit[Trigger], s: Stretch, known: EventDraft) -> None:
    """Adds who was there, who says it did it, when and where it was."""
    verb, keys = _verb(roles, hit.last, s), roles.keys
    if verb is None or verb.form.negative or verb.form.tense not in DONE:
        return
    start, before = roles.start(s, hit.first), keys[hit.first - 2]
    if before == "در" and keys[verb.first - 1] in THERE and hit.value.type in MEETINGS:
        known.who = (*known.who, *(i for i in _present(roles, s, start, hit.first - 2, verb) if i not in (*known.who, *known.whom)))
    if before in ("مسوولیت", "مسیولیت") and "عهده" in keys[hit.last : verb.first] and not known.who:
        known.who = tuple(i for i in roles.subject(s, start, hit.first - 2, verb) if i not in known.whom)
    if keys[verb.first - 1] in TOOK_PLACE and verb.first - hit.last < 30 and before not in ("در", "از", "پس", "به"):
        known.when = known.when or scene.when(start, hit.first, verb.last, s)
        known.where = known.where or scene.where(start, verb.first)


def _present(roles: Roles, s: Stretch, start: int, limit: int, verb: Group) -> Ids:
    """The people who are told to have been there."""
    return tuple(i for i in roles.subject(s, start, limit, verb, deep=False) if roles.kind(i) in ("person", "group"))
