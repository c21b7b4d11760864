"""Signings and agreements: each state of an instrument that somebody brought about is an event as well."""

from rayzan.extract.draft import Draft, EventDraft, StateDraft
from rayzan.extract.event_party import Ids, merge
from rayzan.extract.event_role import Roles
from rayzan.extract.event_scene import FLAGS, Scene
from rayzan.lang.fa.verbs import Tense
from rayzan.text.segment import Stretch


def signings(draft: Draft, roles: Roles, scene: Scene) -> list[EventDraft]:
    """Each signing of an instrument that the text asserts: «سند … را امضا کردند», «امضای معاهده»."""
    out: list[EventDraft] = []
    for instrument in draft.instruments:
        for state in instrument.states:
            if state.state not in ("signed", "agreed") or {"hypothetical", "negated"} & set(state.flags):
                continue
            s = draft.view.sentences[draft.view.sentence_of[state.first]]
            type = "signing" if state.state == "signed" else "agreement"
            who = _signers(roles, s, state, instrument.parties)
            finite = any(g.last == state.last for g in roles.clauses.verbs_in(state.first, state.last))
            if not who or (type == "agreement" and not finite):
                continue
            start = roles.start(s, state.first)
            status = "planned" if "future" in state.flags or not finite and _to_come(roles, s, state) else "happened"
            named = not finite and roles.keys[state.last - 1] == "شده"  # «طبق توافق امضا شده»: what the clause dates is another
            when = state.when or scene.when(state.first if named else start, state.first, state.last, s)
            where = scene.where(start, min(state.last + 3, s.last))
            out.append(EventDraft(type, state.first, state.last, f"{type}:instrument", who, (), when, where, status, FLAGS.get(status, ())))
    return out


def _to_come(roles: Roles, s: Stretch, state: StateDraft) -> bool:
    """«پس از امضای توافق گفت‌وگوها آغاز می‌شود»: what follows is to come, and so is the signing."""
    before = roles.keys[state.first - 2 : state.first]
    verb = next((g for g in roles.clauses.verbs_in(state.last, s.last) if g.form.person), None)
    coming = verb is not None and verb.form.tense in (Tense.PRESENT, Tense.FUTURE) and verb.form.lemma not in ("بودن", "داشتن")
    return before in (["پس", "از"], ["بعد", "از"]) and coming


def _signers(roles: Roles, s: Stretch, state: StateDraft, parties: Ids) -> Ids:
    """The subject of the signing verb, the two who met in the sentence, else the instrument's parties."""
    verb = next((g for g in roles.clauses.verbs_in(state.first, state.last) if g.last == state.last), None)
    start = roles.start(s, state.first)
    if verb is not None and verb.form.lemma == "کردن" and not verb.form.passive:
        subject = roles.subject(s, start, state.first, verb)
        if len(subject) > 1:
            return subject
        partner = roles.partner(start, verb.first)[0]
        if subject and partner:
            return merge(subject, partner)
        if subject and all(roles.kind(i) in ("person", "state") for i in subject):
            return merge(subject, ()) if not parties or roles.kind(subject[0]) == "person" else parties
    told = next((g for g in roles.clauses.verbs_in(state.last, s.last) if g.form.person), None)
    if told is not None and roles.keys[told.first - 1] == "خبر" and (own := roles.subject(s, start, state.first)) and (other := roles.partner(state.last, told.first)[0]):
        return merge(own, other)  # «X از امضای توافق حمل‌ونقل با Y خبر داد»
    if len(parties) == 1 and told is not None and roles.keys[told.first - 1] == "خبر" and (own := roles.subject(s, start, state.first)):
        return merge(own, parties)  # «X از امضای توافقی با Y خبر داد»
    for m in roles.clauses.mentions(s.first, state.first):
        if m.kind == "group" and len(found := roles.ids(m)) > 1:
            return found
    return parties
