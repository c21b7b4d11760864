"""What spans the reports of a dossier, collated when first asked for and kept until something changes that it rests on."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from threading import Lock, Thread
from typing import Any, NamedTuple

import msgspec

from rayzan.collate.collation import Collation, collate
from rayzan.collate.disagreement import Corroboration, Discrepancy
from rayzan.collate.judgement import as_judged
from rayzan.collate.told import Place, Told
from rayzan.dossier.judgement import judgements
from rayzan.dossier.listing import rows
from rayzan.dossier.store import Dossier, open_dossier

MOST = 1500  # newest reports that are collated for a page; the page says how many there are
QUICK = 200  # so many reports are collated while a reader waits
JUDGED = ("discrepancy", "corroboration")  # whose verdicts are laid over a collation that is there
# What judgements leave as it was: one that accepts, one that follows, one on what was found.
_STATE = """SELECT count(*), count(undone), max(number) FROM judgement WHERE verdict NOT IN ('accept', 'follow') AND kind NOT IN ('discrepancy', 'corroboration')"""


class Across(NamedTuple):
    """A collation of the newest reports of a dossier: how many of how many, and what is said of each in lists."""

    collation: Collation
    reports: dict[str, dict[str, Any]]
    total: int

    def on(self, ids: set[str]) -> tuple[list[Discrepancy], list[Corroboration]]:
        """Where reports differ and bear each other out about an instrument or actor, by its ids."""
        differ = [d for d in self.collation.discrepancies if ids & set(d.about.split())]
        return differ, [c for c in self.collation.corroborations if ids & set(c.about.split())]

    def at(self, place: Place) -> tuple[list[Discrepancy], list[Corroboration]]:
        """Those that rest on some words: either's words lie within the other's."""

        def held(x: Place) -> bool:
            same = x.report == place.report
            return same and (place.start <= x.start and x.end <= place.end or x.start <= place.start and place.end <= x.end)

        differ = [d for d in self.collation.discrepancies if held(d.a) or held(d.b)]
        return differ, [c for c in self.collation.corroborations if any(map(held, c.evidence))]


class Collated:
    """The collation of one dossier, made once for every state of it."""

    def __init__(self, dossier: str | Path) -> None:
        self.dossier = dossier
        self._kept: tuple[tuple[Any, ...], Across] | None = None
        self._lock = Lock()

    def across(self, store: Dossier) -> Across:
        """What spans the newest reports, as judged; waits until it is made."""
        state = _state(store)
        with self._lock:
            if self._kept is None or self._kept[0] != state:
                self._kept = state, _made(store) if state[0] <= QUICK else _made_beside(self.dossier)
            return _judged(store, self._kept[1])

    def ready(self, store: Dossier) -> Across | None:
        """The same where a reader need not wait for it; None while it is being made."""
        kept, state = self._kept, _state(store)
        if kept and kept[0] == state:
            return _judged(store, kept[1])
        if int(store.query("SELECT count(*) FROM latest")[0][0]) <= QUICK:
            return self.across(store)
        if not self._lock.locked():
            Thread(target=self.renew, daemon=True).start()
        return None

    def renew(self) -> None:
        """Makes it for readers to come. Raises `DossierError` where the dossier cannot be opened."""
        with open_dossier(self.dossier, create=False) as store:
            self.across(store)


def _state(store: Dossier) -> tuple[Any, ...]:
    return (*store.query("SELECT count(*), max(number) FROM report")[0], *store.query(_STATE)[0], store.last_run())


def _made(store: Dossier) -> Across:
    heads = {r["id"]: r for r in rows(store, "report", limit=MOST)}
    told = (Told(*store.one(id)) for id in heads) if len(heads) == MOST else (Told(*pair) for pair in store.records())
    said = [j for j in judgements(store) if j.kind not in JUDGED]
    return Across(collate(told, said), heads, int(store.query("SELECT count(*) FROM latest")[0][0]))


def _made_beside(dossier: str | Path) -> Across:
    """The same made by a process of its own, so that other pages need not share their time with it."""
    with ProcessPoolExecutor(1, get_context("spawn")) as beside:
        return beside.submit(_made_of, str(dossier)).result()


def _made_of(dossier: str) -> Across:
    with open_dossier(dossier, create=False) as store:
        return _made(store)


def _judged(store: Dossier, found: Across) -> Across:
    """With the verdicts on what was found."""
    said, c = [j for kind in JUDGED for j in judgements(store, kind)], found.collation
    differ, agree = as_judged(c.discrepancies, "discrepancy", said), as_judged(c.corroborations, "corroboration", said)
    return found._replace(collation=msgspec.structs.replace(c, discrepancies=tuple(differ), corroborations=tuple(agree)))
