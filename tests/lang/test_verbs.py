"""Verbs: cases, and what is found in UniMorph's paradigms and in the treebank."""

from collections import Counter
from pathlib import Path

import pytest
from tests.conftest import ROOT, cases

from rayzan.lang.fa.language import persian
from rayzan.lang.fa.verbs import Group, Tense
from rayzan.text.fold import fold

CASES = list(cases(ROOT / "tests" / "cases" / "fa" / "verb.txt"))


def told(group: Group, text: str) -> str:
    form = group.form
    person = f" {form.person}{'p' if form.plural else 's'}" if form.person else ""
    return f"{text}: {form.lemma} {form.tense.value}{person}{' negative' * form.negative}{' passive' * form.passive}"


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=lambda x: x[:20] if isinstance(x, str) else "")
def test_cases(text: str, wanted: list[tuple[str, str]]) -> None:
    view = persian().view(text)
    groups = [g for s in view.sentences for g in persian().verbs.groups(view.keys, s.first, s.last)]
    assert [told(g, view.span(g.first, g.last).text) for g in groups] == [form for _, form in wanted]


# UniMorph's features to our tenses; its progressive («دارد می‌رود») is a present or imperfect with داشتن before it.
FEATURES = {
    "SBJV;PRS": {Tense.SUBJUNCTIVE}, "PFV": {Tense.SUBJUNCTIVE}, "SBJV;PST": {Tense.SUBJUNCTIVE}, "FUT": {Tense.FUTURE}, "PST": {Tense.PAST},
    "PRS;PRF": {Tense.PERFECT}, "PST;PRF": {Tense.PLUPERFECT}, "PRS;IPFV": {Tense.PRESENT}, "PST;IPFV": {Tense.IMPERFECT},
    "PRS;PROG": {Tense.PRESENT}, "PST;PROG": {Tense.IMPERFECT}, "IMP": {Tense.IMPERATIVE, Tense.SUBJUNCTIVE},
}  # fmt: skip
BARE_YOU = ["2", "SG", "PFV"]  # «گیری», «رسانی»: nouns to us, on purpose
AMBIGUOUS = 0.03  # «می‌خورد» is past and present, «کشتی» a ship: one reading is given, or none


def test_unimorph_paradigms(shared: Path) -> None:
    """Every form of every paradigm whose verb we know: person, number, tense and lemma."""
    verbs, right, wrong = persian().verbs, 0, Counter[str]()
    for line in (shared / "data" / "lexicon" / "unimorph_fas").read_text(encoding="utf-8").splitlines():
        lemma, _, rest = line.partition("\t")
        form, _, features = rest.partition("\t")
        _, *marks = features.split(";")
        if len(marks) < 3 or marks[0] not in "123" or marks[-1] == "COL" or marks == BARE_YOU or verbs.form(fold(lemma.split()[-1])) is None:
            continue
        keys = persian().view(form).keys[:-1]
        groups = verbs.groups(keys, 0, len(keys))
        got = groups[-1].form if groups and groups[-1].last == len(keys) else None
        plain = Tense.PAST if marks[2:] == ["PST"] else None
        same = (
            got is not None
            and (got.tense in FEATURES[";".join(marks[2:])] or got.tense is plain)
            and (got.person, got.plural, got.lemma) == (int(marks[0]), marks[1] == "PL", lemma.split()[-1])
        )
        right += same
        wrong[features] += not same
    assert right > 14_000
    assert wrong.total() / (right + wrong.total()) <= AMBIGUOUS, wrong.most_common(5)


def test_verbs_of_the_treebank(shared: Path) -> None:
    """On the test text of UD Persian-PerDT: finite verbs found, their polarity, and nouns taken for verbs."""
    verbs = persian().verbs
    found = wanted = polar = false = 0
    rows: list[list[str]] = []
    for line in (*(shared / "data" / "halfspace" / "fa_perdt-ud-test.conllu").read_text(encoding="utf-8").splitlines(), ""):
        if line[:1].isdigit() and "-" not in line.split("\t")[0]:
            rows.append(line.split("\t"))
        elif not line:
            keys = [fold(row[1]) for row in rows]
            form = {at: g.form for g in verbs.groups(keys, 0, len(keys)) for at in range(g.first, g.last)}
            for at, row in enumerate(rows):
                if row[3] in ("VERB", "AUX") and "Person=" in row[5] and len(row[1]) > 2:  # not the copula's ending «ست», «ند»
                    wanted += 1
                    found += at in form
                    polar += at in form and ("Polarity=Neg" in row[5]) <= form[at].negative
                false += row[3] not in ("VERB", "AUX") and at in form and form[at].person > 0
            rows = []
    assert wanted > 3_000
    assert found / wanted >= 0.96
    assert polar / found >= 0.999
    assert false / wanted <= 0.018
