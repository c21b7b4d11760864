"""What spans reports, on the pages of instruments and facts; names that a pack brings."""

from pathlib import Path

from litestar import Litestar
from litestar.testing import TestClient
from tests.web.conftest import SAMPLES

from rayzan.collate.collation import Collation
from rayzan.dossier.judgement import judge
from rayzan.dossier.listing import rows
from rayzan.dossier.store import open_dossier
from rayzan.lexicon.lexicon import open_lexicon
from rayzan.web import address
from rayzan.web.app import create
from rayzan.web.collating import Collated

Client = TestClient[Litestar]


def collation(dossier: Path) -> Collation:
    with open_dossier(dossier) as store:
        return Collated(dossier).across(store).collation


def test_an_instrument_lists_where_reports_differ_and_agree_about_it(client: Client, filled: Path) -> None:
    found = collation(filled)
    with open_dossier(filled) as store:
        keys = {r["key"] for r in rows(store, "instrument")}
    differ = next(d for d in found.discrepancies if d.about in keys)
    html = client.get(address.instrument(differ.about)).text
    assert f'href="{address.discrepancy(differ.id)}"' in html
    assert all(address.report(p.report, p.start, p.end) in html for p in (differ.a, differ.b))
    agree = next(c for c in found.corroborations if c.about.split()[0] in keys)
    html = client.get(address.instrument(agree.about.split()[0])).text
    assert all(address.report(p.report, p.start, p.end) in html for p in agree.evidence)


def test_a_fact_lists_the_same_in_other_reports(client: Client, filled: Path) -> None:
    found, every = 0, collation(filled).corroborations
    with open_dossier(filled) as store:
        for kind in ("statement", "event", "state", "figure"):
            for row in rows(store, kind):
                for it in every:
                    if any((p.report, p.start, p.end) == (row["report"], row["start"], row["end"]) for p in it.evidence):
                        html = client.get(address.fact(kind, row["key"])).text
                        assert all(address.report(p.report, p.start, p.end) in html for p in it.evidence)
                        found += 1
                        break
    assert found > 3


def test_outlets_of_a_pack_stand_in_persian(filled: Path) -> None:
    with open_dossier(filled) as store:
        held = {r["outlet"] for r in rows(store, "report")}
    own = next(o for o in open_lexicon(SAMPLES / "pack").outlets.values() if o.name_en in held and o.name_fa and o.name_fa != o.name_en)
    with TestClient(create(filled)) as bare, TestClient(create(filled, [SAMPLES / "pack"])) as packed:
        assert f"<bdi>{own.name_en}</bdi>" in bare.get("/reports?lang=fa").text
        html = packed.get("/reports?lang=fa").text
        assert f"<bdi>{own.name_fa}</bdi>" in html and f"<bdi>{own.name_en}</bdi>" not in html
        assert f"<bdi>{own.name_en}</bdi>" in packed.get("/reports?lang=en").text


def test_verdicts_on_what_was_found_leave_the_collation(own: Path) -> None:
    kept = Collated(own)
    with open_dossier(own) as store:
        first = kept.across(store).collation
        judge(store, "discrepancy", first.discrepancies[0].id, "reject", "t")
        judge(store, "statement", rows(store, "statement", limit=1)[0]["key"], "accept", "t")
        after = kept.across(store).collation
        assert after.stories is first.stories and len(after.discrepancies) == len(first.discrepancies) - 1
        a, b = (s.reports[0] for s in first.stories[:2])
        judge(store, "story", a, "merge", "t", b)
        assert any({a, b} <= set(s.reports) for s in kept.across(store).collation.stories)
