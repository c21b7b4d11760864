"""Events: what happened between actors outside the talking, each once."""

from functools import cache

from rayzan.extract.draft import Draft, EventDraft
from rayzan.extract.event_again import again
from rayzan.extract.event_alias import one_name
from rayzan.extract.event_carry import carry, follow, margin
from rayzan.extract.event_deed import DEEDS
from rayzan.extract.event_force import FORCE
from rayzan.extract.event_journey import JOURNEYS
from rayzan.extract.event_letter import LETTERS
from rayzan.extract.event_noun import Nouns, Trigger
from rayzan.extract.event_once import once
from rayzan.extract.event_party import words
from rayzan.extract.event_power import POWERS
from rayzan.extract.event_public import PUBLIC
from rayzan.extract.event_role import Roles
from rayzan.extract.event_ruling import RULINGS
from rayzan.extract.event_sanction import SANCTIONS
from rayzan.extract.event_scene import Scene
from rayzan.extract.event_signing import signings
from rayzan.extract.event_talk import TALKS
from rayzan.extract.event_verb import VerbEvents
from rayzan.extract.plover import plover
from rayzan.extract.sport import match_report
from rayzan.lang.fa.language import Persian
from rayzan.text.match import Phrases, longest

MATCHES = ("attack", "vote", "signing", "sanction", "appointment")  # what a match report tells of in the words of such events


@cache
def triggers(language: Persian) -> Phrases[Trigger]:
    """The nouns that may tell an event."""
    return Phrases(
        (phrase, Trigger(row["type"], row.get("mode"), row["shape"], frozenset(row["light"])))
        for row in language.table("event")["noun"]
        for form in row["forms"]
        for phrase in language.variants(form)
    )


def _signed(event: EventDraft, signed: list[EventDraft]) -> bool:
    """Whether the signing that a verb tells is that of an instrument, which knows its parties better."""
    return event.type == "signing" and any(event.first < s.last and s.first < event.last for s in signed)


def find(draft: Draft) -> None:
    """Fills `draft.events`, in the order of the text."""
    sport = match_report(draft)  # its meetings, attacks and votes are matches
    roles = Roles(draft)
    scene = Scene(draft, roles)
    shapes = {**TALKS, **JOURNEYS, **FORCE, **DEEDS, **LETTERS, **POWERS, **PUBLIC, **RULINGS, **SANCTIONS}
    nouns = Nouns(roles, scene, words(draft.language, "behind"), words(draft.language, "figurative"), shapes)
    told: list[EventDraft | None] = []
    hits = list(longest(triggers(draft.language).find(draft.view.keys)))
    for hit in hits:
        match = sport and (hit.value.type in MATCHES or draft.view.keys[hit.first].startswith(("دیدار", "ملاقات")))
        if hit.first not in draft.in_furniture and not match:
            told.append(nouns.read(hit.value, hit.first, hit.last, draft.view.sentences[draft.view.sentence_of[hit.first]]))
    finite = VerbEvents(draft, roles, scene)
    for g in draft.verbs:
        if g.first not in draft.in_furniture:
            event = finite.read(g, draft.view.sentences[draft.view.sentence_of[g.first]])
            match = sport and event is not None and (event.type in MATCHES or event.rule.startswith("host"))
            told.append(event if not match else None)
    signed = signings(draft, roles, scene) if not sport else []
    events = again(roles, scene, hits, [*(e for e in told if e is not None and not _signed(e, signed)), *signed])
    one_name(draft, events)
    found = once(
        events,
        draft.headline.last if draft.headline else 0,
        {i: a.state for i, a in draft.actors.items() if a.state},
        {i: a.state for i, a in draft.actors.items() if a.known_from == "report" and not a.office},
        scene.lands,
    )
    carry(found, scene)
    margin(draft, found)
    follow(draft, found)
    roles.strangers.forget({i for e in found for i in (*e.who, *e.whom)})
    for e in found:
        e.claimed_by = draft.speaker_at(e.first)
        e.plover = plover(e)
    draft.events = sorted(found, key=lambda e: (e.first, e.last))
