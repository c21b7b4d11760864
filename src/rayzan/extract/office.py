"""Offices: a title with the state or body it belongs to, organs of a state by rule, deputies' offices."""

from rayzan.extract.draft import Found, Mention
from rayzan.extract.naming import Finder
from rayzan.lexicon.lexicon import Name
from rayzan.text.match import Hit


def office_at(f: Finder, at: int) -> Mention | None:
    """A title with the state or body it belongs to, at a word: «وزیر خارجه وقت روسیه»."""
    if chief := _chief(f, at):
        return chief
    hit = f.hit(at, "title", "titles") or _settled_by_state(f, at)
    if hit is None:
        return None
    title = f.draft.lexicon.titles[hit.value.id]
    if any(tuple(f.keys[hit.last : hit.last + len(p)]) == p for w in title.not_before for p in f.draft.language.variants(w)):
        return None
    plural = hit.value.kind == "titles"
    last, former = hit.last, False
    last, former = f.former(last, former)
    further, states = f.states_at(last) if plural else f.office_state_at(last)
    if not states and (between := _between(f, last)):
        further, states = f.office_state_at(between)
    body = f.hit(last, "body")
    if title.of == "body" and body or not states and body and not plural:
        further, states = body.last, (body.value.id,)
    elif not states and title.of == "state":
        further, states = _ruled_body(f, last)
    last = further
    if not states and title.owner and not plural:
        states = (title.owner,)
    if not states and title.of == "body" and not plural and (further := unknown_body(f, last)) > last:
        return Mention(at, further, "title", title=title.id, deputy=True, former=former, words=Found(at, further))
    last, former = f.former(last, former)
    if (
        title.id in ("ambassador", "permanent-representative", "special-envoy", "charge-d-affaires", "consul-general")
        and last < f.end
        and f.keys[last] in ("در", "نزد", "به")
    ):
        start = last + 1
        if f.keys[start : start + 2] == ["امور", "امور"]:
            start += 1
        if f.keys[start] == "امور":
            start += 1
        further, to = f.office_state_at(start)
        body = f.hit(start, "body")
        if to:
            last, states = further, (*(states or ("?",)), *to)
        elif body:
            last, states = body.last, (*(states or ("?",)), body.value.id)
    if not states and title.of == "state":
        states = _of_next(f, last)
    return Mention(at, last, "group" if plural else "title", title=title.id, states=states, former=former, words=Found(at, last))


def _chief(f: Finder, at: int) -> Mention | None:
    """The one head of a body, by whatever word for a head the press calls the post: «رئیس سازمان بهداشت جهانی» is its director-general."""
    size = f.s.chiefs.at(f.keys, at)
    body = f.hit(at + size, "body") if size else None
    if body is None:
        return None
    held = f.draft.lexicon.holders
    titles = [t for t in f.s.chief_titles if f"{body.value.id}-{t}" in held]
    if len(titles) != 1:
        return None
    return Mention(at, body.last, "title", title=titles[0], states=(body.value.id,), words=Found(at, body.last))


def _of_next(f: Finder, at: int) -> tuple[str, ...]:
    """The state of an office in a list of them, told behind the last: «معاون رئیس‌جمهور، وزیر نیرو و وزیر دفاع ونزوئلا»."""
    if at + 1 >= f.end or f.keys[at] not in ("،", "و") or f.hit(at + 1, "title") is None:
        return ()
    following = office_at(f, at + 1)
    told = (
        following is not None
        and following.kind == "title"
        and following.states
        and following.states[0] not in ("both", "this", "ours", "?")
    )
    title = f.draft.lexicon.titles.get(following.title or "") if following is not None else None
    return following.states if told and following is not None and title is not None and title.of == "state" and not title.owner else ()


def _between(f: Finder, at: int) -> int:
    """Behind the adjectives and further portfolios that may stand between an office and its state: «سخنگوی دولت وفاق ملی لیبی»,
    «وزیر انرژی و معادن الجزایر»; 0 if none stand there."""
    last = at
    while last < f.end:
        if size := f.s.between.at(f.keys, last):
            last += size
        elif f.keys[last] == "و" and (size := f.s.portfolios.at(f.keys, last + 1)):
            last += 1 + size
        elif last > at and (size := f.s.former.at(f.keys, last)) and f.office_state_at(last + size)[1]:
            last += size  # «وزیر انرژی و معادن سابق الجزایر»
        else:
            break
    return last if last > at else 0


def _settled_by_state(f: Finder, at: int) -> Hit[Name] | None:
    """A title that is also a common word or a name («امیر», «شاه»), where a state that has this office stands behind it: «امیر قطر»."""
    hit = f.hit(at, "title", sure=False)
    states = f.office_state_at(hit.last)[1] if hit is not None else ()
    return hit if hit is not None and states and f"{states[0]}-{hit.value.id}" in f.draft.lexicon.holders else None


def _ruled_body(f: Finder, at: int) -> tuple[int, tuple[str, ...]]:
    found = organ(f, at)
    return (found.last, ()) if found else (at, ())


def unknown_body(f: Finder, at: int) -> int:
    """Where a body that no lexicon knows ends, from its head noun: «فدراسیون فوتبال», «وزارت ورزش و جوانان»; `at` if none begins."""
    if at >= f.end or f.keys[at] not in f.s.body_heads:
        return at
    last = at + 1
    while last < min(at + 5, f.end):
        joined = f.keys[last] == "و" and last > at + 1 and last + 1 < f.end and f.keys[last + 1] not in f.s.body_heads
        if not f.named(last) and not (joined and f.named(last + 1)):
            break
        last += 1 + joined
    return last


def organ(f: Finder, at: int) -> Mention | None:
    """«وزارت خارجه لهستان», «ارتش آمریکا»: an organ of a state by rule; a body that the lexicon names in full is itself."""
    if at >= len(f.keys) or f.keys[at] not in f.s.organ_starts:
        return None
    for id, forms in f.s.organs:
        size = forms.at(f.keys, at)
        if size:
            last, states = f.office_state_at(at + size)
            if not states and id not in ("mfa", "mod", "treasury", "health-ministry", "embassy"):
                return None
            if id == "embassy" and last < f.end and f.keys[last] == "در" and (to := f.office_state_at(last + 1))[1]:
                last, states = to[0], (*(states or ("?",)), *to[1])
            if (named := f.hit(at, "body")) is not None and named.last >= last:
                return None
            return Mention(at, last, "body", title=id, states=states)
    return None


def deputy_office(f: Finder, at: int) -> Mention | None:
    """«معاون سیاسی وزیر خارجه», «مشاور نخست‌وزیر پاکستان»: an office of its own beside the title it names."""
    size = f.s.deputies.at(f.keys, at)
    if not size or office_at(f, at) is not None:
        return None
    for start in range(at + size, min(at + size + 4, f.end)):
        key = f.keys[start]
        if not key[0].isalpha() or key in ("و", "که", "را") or (f.s.prepositions.at(f.keys, start) and start > at + size):
            return None
        inner = office_at(f, start)
        if inner is not None and inner.kind == "title":
            last = inner.last
            if f.keys[last : last + 2] == ["در", "امور"]:
                last = f.office_state_at(last + 2)[0] if f.office_state_at(last + 2)[1] else min(last + 3, f.end)
                last += f.keys[last - 1] == "بین" and last < f.end
            return Mention(
                at, last, "title", title=inner.title, states=inner.states, deputy=True, words=Found(at, last), former=inner.former
            )
        ruled = organ(f, start)
        if ruled is not None:
            return Mention(at, ruled.last, "title", title=None, states=ruled.states, deputy=True, words=Found(at, ruled.last))
        body = f.hit(start, "body")
        if body is not None:
            return Mention(at, body.last, "title", title=None, states=(body.value.id,), deputy=True, words=Found(at, body.last))
    return None
