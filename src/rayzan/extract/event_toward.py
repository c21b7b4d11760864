"""The place that a finite verb leads to or from: «به مسکو رفت», «از زندان پاکستان آزاد شد»."""

from rayzan.extract.draft import Draft
from rayzan.extract.event_argument import PACTS, Verb
from rayzan.extract.event_role import Roles
from rayzan.extract.event_scene import Scene

HIT = 6  # words behind «به» in which the place that was hit is told


class Ways:
    """Reads where the verbs of one draft lead."""

    def __init__(self, draft: Draft, roles: Roles, scene: Scene) -> None:
        self.draft, self.roles, self.scene, self.keys = draft, roles, scene, draft.view.keys

    def _hit(self, start: int, limit: int) -> str | None:
        """«پنج موشک به منطقه سبز ورشو شلیک شد»: the place that was hit."""
        for at in range(start, limit):
            if self.keys[at] == "به":
                return next((p for i in range(at + 1, min(at + HIT, limit)) if i in self.scene.place_from and (p := self.scene.place(i)[0])), None)
        return None

    def _there(self, start: int, limit: int) -> str | None:
        """«به مسکو رفت»: the place right before the verb."""
        for at in range(max(start, limit - 5), limit):
            if self.keys[at] == "به":
                place, behind = self.scene.place(at + 1 + (self.keys[at + 1] == "مقصد"))
                if place and behind >= limit - 1:
                    return place
        return None

    def _seen(self, start: int, limit: int) -> str | None:
        """«در دیدار از ورشو به سر می‌برد»: the place that is seen."""
        at = next((i for i in range(start, limit - 1) if self.keys[i] in ("دیدار", "بازدید") and self.keys[i + 1] == "از"), -1)
        return self.scene.place(at + 2)[0] if at >= 0 else None

    def _left(self, start: int, limit: int) -> bool:
        """«از پیمان خارج شد», «از سوریه خارج شدند»: what one may leave stands behind «از»."""
        for at in range(start, limit - 1):
            if self.keys[at] == "از":
                m = self.roles.at.get(at + 1)
                if at + 1 in self.draft.in_instrument or m is not None and m.kind in ("state", "body") or self.scene.place(at + 1)[0]:
                    return True
                if any(key.startswith(PACTS) for key in self.keys[at + 1 : min(at + 4, limit)]):
                    return True
        return False

    def _from(self, verb: Verb, start: int, limit: int) -> str | None:
        """«سفیر خود را از عراق خارج کرد», «از زندان پاکستان آزاد شد»: the place that one is taken from."""
        if verb.mode not in ("withdraw", "release", "expel"):
            return None
        for at in range(start, limit):
            if self.keys[at] == "از":
                place, _ = self.scene.place(at + 1 + (self.keys[at + 1] in ("زندان", "خاک", "زندانهای")))
                if place:
                    return place
        return None
