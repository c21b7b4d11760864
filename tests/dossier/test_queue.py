"""What is to be judged first: the heaviest of all kinds, however many are asked for."""

from pathlib import Path

from rayzan import open_dossier, read
from rayzan.dossier.listing import rows
from rayzan.dossier.queue import SIGNS, TABLES, WEIGHT, queue, reasons
from rayzan.dossier.store import Dossier
from rayzan.gather.files import reports
from rayzan.text.report import Report

SAMPLES = Path(__file__).parents[2] / "samples" / "reports"


def by_hand(store: Dossier) -> list[str]:
    """All facts that nobody judged, by their points, each counted on its own."""
    days = dict(store.query("SELECT id, day FROM latest"))
    out = []
    for kind in TABLES:
        for row in rows(store, kind):
            told = reasons(store, {**row, "list": kind})
            points = WEIGHT[kind] + sum(n for name, _, n in SIGNS[kind] if name in told)
            out.append((-points, -days[row["report"]], row["key"]))
    return [key for _, _, key in sorted(out)]


def test_the_heaviest_come_first_however_many_are_asked_for(tmp_path: Path) -> None:
    with open_dossier(tmp_path / "a.dossier") as store:
        run = store.begin_run("1", "shipped")
        for report in reports([SAMPLES]):
            assert isinstance(report, Report)
            store.add(report, read(report), run)
        wanted = by_hand(store)
        assert len(wanted) > 40
        for offset in (0, 1, 7, 30, len(wanted) - 1, len(wanted)):
            for limit in (1, 5, 20):
                assert [r["key"] for r in queue(store, limit=limit, offset=offset)] == wanted[offset : offset + limit]
        events = {r["key"] for r in rows(store, "event")}
        assert [r["key"] for r in queue(store, "event", limit=9)] == [k for k in wanted if k in events][:9]
