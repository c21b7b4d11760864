"""What persons decide shows at once, survives reading again, and can be taken back."""

from collections.abc import Callable

import pytest

from rayzan.dossier.judgement import judge, judgements, undo
from rayzan.dossier.listing import count, facets, one, rows
from rayzan.dossier.store import Dossier
from rayzan.dossier.verify import check
from rayzan.errors import DossierError

TEXT = "وزیر خارجه روسیه گفت: همکاری‌های ما ده درصد رشد داشت. وی گفت: مذاکرات ادامه دارد. رئیس جمهور روسیه در نشست حضور داشت."
Add = Callable[..., str]


def said(store: Dossier) -> list[str]:
    return [r["words"] for r in rows(store, "statement")]


def test_a_rejected_fact_goes_and_comes_back(store: Dossier, add: Add) -> None:
    add("a", TEXT)
    before = said(store)
    key = rows(store, "statement")[0]["key"]
    made = judge(store, "statement", key, "reject", "mina", note="قولی در کار نیست")
    assert said(store) == before[1:] and one(store, key) is None
    assert store.one("a")[1].statements[0].content.text == before[1]
    assert store.one("a", judged=False)[1].statements[0].content.text == before[0]
    assert (made.who, made.before["content"]["text"]) == ("mina", before[0])
    undo(store, made.number, "mina")
    assert said(store) == before
    (log,) = judgements(store, undone=True)
    assert log.undone_by == "mina" and judgements(store) == []
    with pytest.raises(DossierError, match="undone already"):
        undo(store, made.number, "mina")


def test_an_edit_keeps_the_key_and_survives_new_readings_and_versions(store: Dossier, add: Add) -> None:
    add("a", TEXT)
    key = rows(store, "statement")[1]["key"]
    start = TEXT.index("مذاکرات")
    judge(store, "statement", key, "edit", "mina", {"content": {"start": start, "end": start + 7}, "speaker": "putin"})
    assert (one(store, key) or {})["words"] == "مذاکرات"
    add("a", TEXT)  # read again
    add("a", "تیتر تازه\n" + TEXT)  # a version whose places have moved
    shown = one(store, key) or {}
    assert (shown["words"], shown["speaker"], shown["verdict"], shown["start"]) == ("مذاکرات", "putin", "edit", start + 10)
    assert check(store) == []


def test_a_merge_of_actors_shows_everywhere_and_is_undone(store: Dossier, add: Add) -> None:
    add("a", TEXT)
    speaker = rows(store, "statement")[0]["speaker"]
    made = judge(store, "actor", speaker, "merge", "mina", "russia")
    assert {r["speaker"] for r in rows(store, "statement")} == {"russia"}
    assert count(store, "actor", {"id": speaker}) == 0
    second = judge(store, "actor", "russia", "merge", "mina", "rf")
    assert {r["speaker"] for r in rows(store, "statement")} == {"rf"}
    with pytest.raises(DossierError, match="undo that first"):
        judge(store, "actor", "rf", "merge", "mina", speaker)
    undo(store, made.number, "mina")
    undo(store, second.number, "mina")
    assert {r["speaker"] for r in rows(store, "statement")} == {speaker}
    assert check(store) == []


def test_decisions_on_what_other_rooms_derive_are_kept(store: Dossier) -> None:
    judge(store, "story", "t1", "merge", "mina", "t2")
    judge(store, "discrepancy", "d1", "explain", "omid", note="تقویم")
    assert [(j.kind, j.subject, j.verdict, j.value) for j in judgements(store)] == [("story", "t1", "merge", "t2"), ("discrepancy", "d1", "explain", None)]
    assert [j.who for j in judgements(store, kind="discrepancy")] == ["omid"]


@pytest.mark.parametrize(
    ("kind", "subject", "verdict", "value", "says"),
    [
        ("statement", "a.s00000000", "accept", None, "no such statement"), ("statement", "x", "accept", None, "no such statement"),
        ("statement", "KEY", "merge", "b", "no such decision"), ("poem", "KEY", "accept", None, "no such decision"),
        ("statement", "KEY", "edit", None, "needs new values"), ("statement", "KEY", "edit", {"colour": "red"}, "does not fit"),
        ("statement", "KEY", "edit", {"content": {"start": 5, "end": 5_000}}, "no place"), ("statement", "KEY", "edit", {"id": "s9"}, "cannot be edited"),
        ("statement", "KEY", "edit", {"speaker": 5}, "does not fit"), ("actor", "russia", "merge", "russia", "another actor"),
    ],
)  # fmt: skip
def test_a_decision_that_makes_no_sense_is_refused(
    store: Dossier, add: Add, kind: str, subject: str, verdict: str, value: object, says: str
) -> None:
    add("a", TEXT)
    with pytest.raises(DossierError, match=says):
        judge(store, kind, rows(store, "statement")[0]["key"] if subject == "KEY" else subject, verdict, "mina", value)
    assert judgements(store) == []


def test_a_rejected_fact_leaves_the_facets(store: Dossier, add: Add) -> None:
    add("a", TEXT)
    for row in rows(store, "statement", {"speaker": "lavrov"}):
        judge(store, "statement", row["key"], "reject", "mina")
    assert "lavrov" not in dict(facets(store, "report", fields=["speaker"])["speaker"])
