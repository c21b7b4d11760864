"""Events in PLOVER's terms (PLOVER manual, openeventdata, CC BY-SA 4.0: names of types and modes only)."""

from rayzan.extract.draft import EventDraft

# type → (event type, mode); a future or offered meeting is an agreement to meet (manual, AGREE).
_CODES: dict[str, tuple[str, str | None]] = {
    "meeting": ("CONSULT", None), "visit": ("CONSULT", "visit"), "call": ("CONSULT", "phone"), "signing": ("SUPPORT", None),
    "press_conference": ("CONSULT", "multilateral"), "consultation": ("CONSULT", None), "summit": ("CONSULT", "multilateral"),
    "agreement": ("AGREE", None), "mandate": ("AGREE", None), "attack": ("ASSAULT", None), "sanction": ("SANCTION", "discontinue"),
    "vote": ("SUPPORT", None), "appointment": ("SUPPORT", None), "other": ("COOPERATE", None),
}  # fmt: skip
_OTHER_MODES = {"release": ("RETREAT", "release"), "aid": ("AID", None), "expel": ("SANCTION", "expel"), "arrest": ("COERCE", "arrest"), "exercise": ("MOBILIZE", "troops"), "resign": ("RETREAT", "resign"), "withdraw": ("RETREAT", "withdraw"), "recognise": ("SUPPORT", None), "message": ("CONSULT", None), "attend": ("CONSULT", "multilateral"), "ties": ("SANCTION", "discontinue"), "summon": ("ACCUSE", "disapprove"), "ceasefire": ("RETREAT", "ceasefire"), "test": ("MOBILIZE", "weapons"), "deploy": ("MOBILIZE", "troops"), "close": ("COERCE", "restrict"), "coup": ("ASSAULT", None), "seize": ("COERCE", "seize"), "sue": ("ACCUSE", None), "extradite": ("COOPERATE", None), "protest": ("PROTEST", "demo"), "convict": ("SANCTION", "convict"), "suspend": ("SANCTION", "discontinue"), "join": ("COOPERATE", None), "open": ("COOPERATE", None), "veto": ("REJECT", "change"), "unveil": ("COOPERATE", None), "credentials": ("CONSULT", None), "rule": ("SANCTION", "convict"), "welcome": ("CONSULT", None), "deliver": ("COOPERATE", None)}  # fmt: skip
_CONTEXTS = {"attack": ("military",), "sanction": ("diplomatic", "economic"), "vote": ("legislative",), "appointment": ("executive",)}


def plover(event: EventDraft) -> tuple[str, str | None, tuple[str, ...]]:
    """The event's PLOVER type, mode and contexts."""
    code: tuple[str, str | None]
    if event.mode == "exercise" and len(event.who) > 1:
        return "COOPERATE", None, ("military",)  # one's own exercise is a show of force, a joint one cooperation
    if event.mode == "veto":
        return "REJECT", "change", ("legislative",)
    if event.type == "vote" and event.rule.startswith("election"):
        return "SUPPORT", None, ("election",)
    if event.type == "other" and event.mode in _OTHER_MODES:
        code = _OTHER_MODES[event.mode]
    elif event.status in ("planned", "proposed") and event.type in ("meeting", "visit", "call", "consultation", "summit", "signing"):
        code = ("AGREE", None)
    elif event.type == "attack" and event.rule.startswith("kill") and event.who and event.whom:
        code = ("ASSAULT", "targeted")
    elif event.type == "attack" and event.mode:
        code = ("ASSAULT", event.mode)
    else:
        code = _CODES[event.type]
    return code[0], code[1], _CONTEXTS.get(event.type, ("diplomatic",))
