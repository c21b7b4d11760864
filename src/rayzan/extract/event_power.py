"""Events told by a noun about forces and power: deployments, withdrawals, coups."""

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_noun import HELD, Nouns, Shapes, Site
from rayzan.extract.event_party import Ids
from rayzan.lang.fa.verbs import Tense

TROOPS = ("نیرو", "سرباز", "نظامی", "لشکر", "تیپ", "گردان", "ناو", "جنگنده", "یگان", "سامانه", "تجهیزات", "هیات", "هییت", "پزشک", "پرستار", "ارتش", "تیم")
WISHED = frozenset({"برای", "خواستار", "خواهان", "احتمال", "لزوم", "ضرورت", "امکان", "درخواست", "طرح", "صورت", "عدم", "مخالف", "محل", "وعده", "مجوز", "قصد", "درباره", "درخصوص"})
BEGUN = frozenset({"آغاز", "شروع", "روند", "پایان", "تکمیل"})
LED = ("رهبری", "فرماندهی", "سرکردگی", "دست")
BINDING = ("برجام", "توافق", "پیمان", "معاهده", "سازمان", "اتحادیه", "مذاکرات", "انپیتی")
DONE = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
REACH = 12  # words of the phrase that says what is sent and where


def sending(n: Nouns, x: Site) -> EventDraft | None:
    """«اعزام نیروهای X به Y», «استقرار سامانه موشکی X در Y», «خروج نیروهای X از Y»: whose forces go where."""
    if n.keys[x.first] == "خروج" and (left := _left(n, x)) is not None:
        return left
    toward = "از" if n.keys[x.first] == "خروج" else "به" if n.keys[x.first] == "اعزام" else "در"
    told = toward == "به" or n.keys[x.first - 1] in BEGUN or x.framed and n.keys[x.first - 2] in ("پس", "بعد", "در")
    stop = next((i for i in range(x.behind, min(x.behind + REACH, x.s.last)) if n.keys[i] == "،"), min(x.behind + REACH, x.s.last))
    at = next((i for i in range(x.behind, stop) if n.keys[i] == toward and n.scene.place(i + 1)[0]), -1) if told else -1
    if at < 0 or not any(k.startswith(TROOPS) for k in n.keys[x.behind : at]) or n.keys[x.first - 1] in WISHED:
        return None
    place, end = n.scene.place(at + 1)
    who = _owner(n, x.behind, at) or n.roles.agent(end, min(end + 6, x.s.last))[0]
    if not who or not n.roles.known(who):
        return None
    whom = tuple(i for i in n.roles.near(at + 1, x.s.last, 0)[0] if i not in who and n.roles.kind(i) == "state")
    return n.made(x._replace(group=None), who, whom, end, where=place)


def _left(n: Nouns, x: Site) -> EventDraft | None:
    """«سوئد خروج خود از پیمان را اعلام کرد»; over the report and of what is past also «پس از خروج سوئد از پیمان»: who gives
    up what binds it."""
    r, draft = n.roles, n.roles.draft
    own = "خود" in n.keys[x.last : x.behind]
    owner, after = ((), x.behind) if own else r.near(x.behind, x.s.last, 0)
    pact = n.keys[after : after + 1] == ["از"] and (
        after + 1 in draft.in_instrument or n.keys[after + 1].startswith(BINDING) or (m := r.at.get(after + 1)) is not None and m.kind == "body"
    )
    if not pact or n.keys[x.first - 1] in WISHED:
        return None
    verb = next((g for g in r.clauses.verbs_in(after, min(after + REACH, x.s.last)) if g.form.person), None)
    if own and verb is not None and n.keys[verb.first - 1] in ("اعلام", "آغاز") and not verb.form.negative and verb.form.tense in DONE:
        who = tuple(i for i in r.subject(x.s, x.start, x.first, verb) if r.kind(i) in ("state", "body") or r.leads(i))
        return n.made(x._replace(group=verb), who, (), verb.last) if who and r.known(who) else None
    headline = draft.headline
    over = headline is not None and headline.first <= x.first < headline.last and verb is None and not x.framed
    since = n.keys[x.first - 1] in ("از", "پی", "دنبال", "زمان") and n.keys[x.first - 2] not in ("قبل", "پیش", "جلوگیری", "خودداری")
    binding = after + 1 in draft.in_instrument or n.keys[after + 1].startswith(BINDING)
    if not over and not (since and binding and (verb is None or verb.form.tense in (*DONE, Tense.PRESENT, Tense.IMPERFECT))):
        return None
    who = tuple(i for i in owner if r.kind(i) in ("state", "body"))
    return n.made(x._replace(group=None), who, (), after + 2, status="happened") if who and r.known(who) else None


def _owner(n: Nouns, first: int, last: int) -> Ids:
    """The state or body that the words to `last` belong to: «لشکر ۳ هوابرد سوئد», «نیروهای سوئدی»."""
    for at in range(last - 1, first - 1, -1):
        if (m := n.roles.ending.get(at + 1)) is not None and m.first >= first and m.kind in ("state", "government", "body", "group", "people"):
            return m.states[:1] if m.kind in ("group", "people") and m.states[:1] and m.states[0] in n.roles.draft.actors else n.roles.ids(m)
        if nation := n.roles.adjective(at):
            return (nation,)
    return ()


def coup(n: Nouns, x: Site) -> EventDraft | None:
    """«کودتای ارتش علیه X», «کودتا به رهبری X صورت گرفت»: who took power."""
    r = n.roles
    who, after = r.near(x.behind, x.s.last, 1)
    if not who:
        led = next((i for i in range(x.last, min(x.last + 6, x.s.last - 1)) if n.keys[i] == "به" and n.keys[i + 1] in LED), -1)
        who, after = r.near(led + 2, x.s.last, 1) if led >= 0 else ((), x.behind)
    who = tuple(i for i in who if r.kind(i) != "state")  # «کودتای ۱۹۸۹ لهستان»: where it was
    if not who or not r.known(who):
        return None
    whom, _, end = r.target(after, min(after + 5, x.s.last))
    verb = next((g for g in r.clauses.verbs_in(after, min(after + 10, x.s.last)) if g.form.person and n.keys[g.first - 1] in HELD | {"رخ"}), None)
    if not whom and verb is None and not x.framed:
        return None
    place = n.scene.where(x.start, max(after, end), True) or n.scene.home(who)
    return n.made(x._replace(group=verb), who, whom, max(after, end), where=place)


POWERS: Shapes = {"sending": sending, "coup": coup}
