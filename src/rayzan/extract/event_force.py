"""Events told by a noun that are uses of force: attacks, killings, fights."""

from rayzan.extract.draft import EventDraft
from rayzan.extract.event_argument import ARMED
from rayzan.extract.event_noun import Nouns, Shapes, Site
from rayzan.extract.event_party import Ids
from rayzan.lang.fa.verbs import Tense

MEANS = {  # by what an attack was made, in PLOVER's modes
    "aerial": {"هوایی", "بمباران"}, "drone": {"پهپادی"}, "heavy-weapons": {"موشکی", "راکتی", "موشکباران"}, "explosives": {"انتحاری"},
}  # fmt: skip
WORDY = frozenset({"لفظی", "تجاری", "رسانهای", "تبلیغاتی", "روانی", "اقتصادی", "توییتری", "کلامی", "زرگری", "سرد", "نفتی", "ارزی"})  # «جنگ تجاری»
LED = 8  # words behind an attack in which it is told what it led to
FELL = frozenset({"کشته", "زخمی", "شهادت", "جان", "مرگ"})


def _not_meant(n: Nouns, x: Site) -> EventDraft | None:
    """«X قصد حمله به Y در Z را ندارد»: an attack that is denied; one that is meant is no event yet."""
    r = n.roles
    verb = next((g for g in r.clauses.verbs_in(x.behind, x.s.last) if g.form.person), None)
    if verb is None or not verb.form.negative or verb.form.lemma != "داشتن" or verb.form.tense is not Tense.PRESENT:
        return None
    start = r.start(x.s, x.first - 1)
    start += n.keys[start] == "که" and bool(r.clauses.verbs_in(max(x.s.first, start - 2), start))  # «گفت که X قصد …»
    who = r.subject(x.s, start, x.first - 1)
    whom, at, end = r.target(x.behind, verb.first)
    whom = tuple(i for i in whom if i not in who)
    there = (n.scene.place(i + 1)[0] for i in range(at, verb.first - 1) if n.keys[i] == "در")
    place = next((p for p in there if p), n.scene.state_place(whom))
    return n.made(x._replace(group=None), who, whom, verb.last, where=place, status="denied") if who and whom and r.known((*who, *whom)) else None


def attack(n: Nouns, x: Site) -> EventDraft | None:
    """«حمله X به Y», «X به Y حمله کرد», «حملات علیه Y توسط X»."""
    r = n.roles
    if n.keys[x.first - 1] in ("هدف", "مورد"):
        return _hit(n, x)
    if any(key == "دریای" for key in n.keys[x.behind : x.behind + 6]) and n.keys[x.first] == "شلیک":
        return None  # «شلیک موشک به سمت دریای X» is a test
    if n.keys[x.first - 1] == "قصد":
        return _not_meant(n, x)
    stop = min(next((g.first for g in r.clauses.verbs_in(x.behind, x.s.last)), x.s.last), x.behind + 20)
    stop = next(
        (i for i in range(x.behind, stop) if n.keys[i] in ("/", "؛", ":", "حمله", "حملات")), stop
    )  # a digest's headlines stand side by side
    owner, after = r.near(x.behind, stop, 3)
    whom, at, end = r.target(after, stop) if n.keys[after : after + 1] != ["،"] else ((), 0, 0)  # «پس از حملات X، Y …»
    if whom and at - after > 6:
        whom, end = (), 0
    if owner and n.keys[x.first].startswith("بمباران") and all(r.kind(i) != "state" for i in owner):
        owner, whom = (), owner  # «بمباران بندر Y»
    if owner and not whom and x.framed:
        whom = _struck(n, x)
    if not whom:
        whom, end = _led(n, x, after)
    by, by_end = r.agent(after, stop)
    who = owner or by
    if not who and x.group is not None and not x.group.form.passive and x.group.form.lemma in ("کردن", "دادن"):
        who = r.subject(x.s, x.start, x.first, x.group)
        whom = whom or r.target(x.start, x.first)[0]
    if n.figurative.at(n.keys, x.behind, x.s.last) or x.group is not None and x.group.form.tense is Tense.PRESENT:
        return None  # «به دولت حمله می‌کنند» is mostly words
    if not who and n.keys[x.first - 2 : x.first] == ["اقدام", "به"]:
        who = r.subject(x.s, x.start, x.first)
    busy = n.keys[x.first - 2 : x.first] == ["در", "حال"] or n.keys[x.first - 3 : x.first] == ["در", "حال", "انجام"]
    be = next((g for g in r.clauses.verbs_in(x.behind, min(x.behind + 10, x.s.last)) if g.form.lemma == "بودن"), None)
    if busy and be is not None:  # «X در حال بمباران Y است»
        who, whom = r.subject(x.s, x.start, x.first - 2), whom or owner
        by_place = n.scene.where(x.behind, be.first, True)
    else:
        by_place = None
    if not who and n.keys[x.first - 1] == "از" and n.keys[x.first - 2] not in ("پس", "بعد", "پیش", "قبل", "بیش"):
        who = tuple(i for i in r.speaker(x.s) if r.kind(i) in ("state", "body"))
    place = n.scene.state_place(whom, *((after, end) if end else (x.start, x.first))) or by_place
    if x.group is not None and whom and all(r.kind(i) == "person" for i in whom) and not any(k.startswith(ARMED) for k in n.keys[x.start : x.first]):
        return None  # «رسانه‌ها به او حمله کردند» is words
    if not whom and not place:
        for i in range(after, min(after + 5, stop) if n.keys[after : after + 1] != ["،"] else after):
            if r.against.at(n.keys, i, stop) and (found := n.scene.place(i + r.against.at(n.keys, i, stop)))[0]:
                place, end = found
                break
    if owner and not whom and not place and n.keys[after : after + 1] == ["در"]:  # «حملات هوایی X در شمال Y»
        place, end = n.scene.place(after + 1 + n.scene.parts.at(n.keys, after + 1, stop))
    who = tuple(i for i in who if i not in whom)
    if whom and at:
        place = next((h for i in range(at, min(end + 8, x.s.last)) if i in n.scene.place_from and (h := n.scene.place(i)[0])), place)
    verb = next((g for g in r.clauses.verbs_in(end or after, x.s.last) if g.form.person), None)
    if x.group is None and verb is not None and verb.form.tense is Tense.FUTURE:
        return None  # «حمله X به Y باعث … خواهد شد» only thinks of it
    dated = (
        x.framed
        or x.group is not None
        and x.group.form.lemma in ("شدن", "گرفتن")
        or n.scene.when(x.start, x.first, x.last, x.s) is not None
    )
    if not who and not (dated and whom and all(r.kind(i) != "person" for i in whom) and n.keys[x.first - 1] != "برای"):
        return None  # «حمله به X» without an agent is told only where it is set in time
    if n.keys[x.first].startswith("جنای") and not (who and (whom or place or n.keys[x.first] != "جنایت")):
        return None
    if not n.roles.known((*who, *whom)) or not (whom or place or n.keys[x.first].startswith("جنای")):
        return None
    event = n.made(x, who, whom, max(after, end, by_end), where=place)
    if event is not None:
        told = set(n.keys[x.first : x.behind])
        event.mode = next((mode for mode, forms in MEANS.items() if told & forms), None)
    return event


def _hit(n: Nouns, x: Site) -> EventDraft | None:
    """«پایگاه X هدف حمله قرار گرفت»."""
    r = n.roles
    verb = next((g for g in r.clauses.verbs_in(x.last, min(x.last + 8, x.s.last)) if g.form.person), None)
    if verb is None or n.keys[verb.first - 1] != "قرار" or verb.form.negative:
        return None
    if verb.form.lemma == "دادن":
        who, whom = r.subject(x.s, x.start, x.first, verb), r.object(x.start, x.first - 1)
    else:
        who = r.agent(x.start, verb.first)[0] or r.near(x.behind, verb.first, 1)[0]
        comma = next((i for i in range(x.first - 1, x.start, -1) if n.keys[i] == "،"), x.start)
        whom = next((ids for m in r.clauses.mentions(comma, x.first - 1) if (ids := r.ids(m)) and not set(ids) & set(who)), ())
    whom = tuple(i for i in whom if i not in who)
    site = x._replace(group=verb)
    where = next(
        (place for i in range(x.start, x.first) if i in n.scene.place_from and (place := n.scene.place(i)[0])), n.scene.state_place(whom, x.start, x.first)
    )
    return n.made(site, who, whom, verb.last, where=where) if whom and r.known((*who, *whom)) else None


def _led(n: Nouns, x: Site, after: int) -> tuple[Ids, int]:
    """«حمله X که منجر به کشته شدن Y شد»: who fell, and where that ends."""
    for at in range(after, min(after + LED, x.s.last - 2)):
        if n.keys[at] in ("منجر", "موجب", "باعث") and (fell := next((i for i in range(at + 1, at + 3) if n.keys[i] in FELL), 0)):
            return n.roles.near(fell + 1 + (n.keys[fell + 1] in ("شدن", "باختن", "رسیدن")), x.s.last, 2)
    return (), 0


def _struck(n: Nouns, x: Site) -> Ids:
    """Who fell: «کشته شدن سه سرباز X در حمله Y»."""
    for at in range(x.first - 1, max(x.s.first, x.first - 14) - 1, -1):
        if n.keys[at] in FELL:
            behind = at + 1 + (n.keys[at + 1] in ("شدن", "باختن", "رسیدن"))
            return n.roles.near(behind, x.first, 4)[0]
    return ()


def kill(n: Nouns, x: Site) -> EventDraft | None:
    """«اقدام X در ترور Y», «ترور Y توسط X»."""
    if {"عملیات", "توطئه", "توطیه", "خنثی", "تلاش", "طرح", "پروژه", "نقشه", "دسیسه", "برنامه", "تهدید"} & {n.keys[x.first - 1], n.keys[x.first - 2]}:
        return None  # what was foiled
    if n.keys[x.first - 1].startswith("اتهام") or n.keys[x.last : x.last + 1] == ["و"]:
        return None  # «اتهام‌های قتل و شکنجه X»
    whom, after = n.roles.near(x.behind, x.s.last, 2)
    if n.keys[after : after + 1] == ["،"] and (named := n.roles.at.get(after + 1)) is not None and named.kind == "name" and named.actors:
        whom, after = named.actors, named.last  # «ترور فرمانده ایرانی، سامان رادمهر»
    who, end = n.roles.agent(after, min(after + 8, x.s.last))
    if not who:
        for back in range(x.first - 1, max(x.start, x.first - 14) - 1, -1):
            if n.keys[back] in ("اقدام", "جنایت", "نقش", "تصمیم"):
                who = n.roles.near(back + 1, x.first, 2)[0]
                break
    did = next((g for g in n.roles.clauses.verbs_in(after, min(after + 10, x.s.last)) if n.keys[g.first - 1] == "انجام"), None)
    if not who and did is not None and did.form.lemma == "دادن" and not did.form.negative:  # «X ترور Y را انجام داد»
        who, end = tuple(i for i in n.roles.subject(x.s, x.start, x.first) if i not in whom), did.last
    person = any(n.roles.kind(i) == "person" for i in whom)
    thought = (
        n.keys[x.first] in ("نابودی", "شهادت") or n.keys[x.last - 1].endswith("تن") or n.keys[x.last - 1].endswith("دن")
    )  # «کشتن Y» without who did it is only thought of
    if not whom or not who and (not person or thought or not n.roles.known(whom)):
        return None
    event = n.made(x, who, whom, max(after, end))
    if event is not None:  # what stands before is another deed: «از ساقط کردن پهپاد در خلیج فارس تا ترور Y»
        event.where = (
            n.scene.where(x.last, min(max(after, end) + 6, x.s.last), True) or event.where
            if x.framed
            else n.scene.where(x.last, min(max(after, end) + 6, x.s.last), True)
        )
    return event


def fight(n: Nouns, x: Site) -> EventDraft | None:
    """«درگیری میان X و Y»."""
    if n.keys[x.last] in WORDY:
        return None  # «جنگ لفظی میان X و Y»
    who, after = n.roles.between(x.behind, min(x.behind + 10, x.s.last))
    if not who and n.keys[x.first].startswith("درگیری"):  # «درگیری نیروهای X و Y»; «جنگ X و Y» is an age
        who, after = n.roles.near(x.behind, x.s.last, 1)
        who = who if len(who) > 1 and n.roles.known(who) else ()
    if not who and n.keys[x.first].startswith("درگیری"):  # «میان X و Y درگیری رخ داد»
        who = n.roles.between(x.start, x.first)[0]
    if not who and x.framed and n.keys[x.behind : x.behind + 1] == ["با"]:  # «سه عضو X در درگیری با Y کشته شدند»
        other, after = n.roles.near(x.behind + 1, x.s.last)
        own = n.roles.subject(x.s, x.start, x.first, deep=False)
        who = (*own, *(i for i in other if i not in own)) if own and other and n.roles.known((*own, *other)) else ()
    seen = n.keys[x.first - 1] == "شاهد" and next((place for i in range(x.start, x.first) if i in n.scene.place_from and (place := n.scene.place(i)[0])), None)
    over = next((n.scene.place(i + 2)[0] for i in range(after, min(after + 4, x.s.last - 2)) if n.keys[i : i + 2] == ["بر", "سر"]), None)
    over = over or (n.scene.place(x.behind + 2)[0] if n.keys[x.behind : x.behind + 2] == ["بر", "سر"] else None)  # «درگیری بر سر قره‌باغ میان X و Y»
    return n.made(x, who, (), after, where=seen or over) if len(who) > 1 else None  # «استان X شاهد درگیری‌های Y و Z است»


FORCE: Shapes = {"attack": attack, "kill": kill, "fight": fight}
