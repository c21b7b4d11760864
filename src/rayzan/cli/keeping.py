"""The commands that keep a dossier well: check, backup, forget, runs, versions, diff."""

import sys

from rayzan.dossier.copy import backup
from rayzan.dossier.difference import runs, texts
from rayzan.dossier.engine import choose
from rayzan.dossier.store import open_dossier
from rayzan.dossier.verify import check, content_hash


def check_dossier(dossier: str, rebuild: bool) -> int:
    with open_dossier(dossier, create=False) as store:
        if rebuild:
            store.derived.rebuild()
        wrong = check(store)
        count = store.query("SELECT count(*) FROM report")[0][0]
        print("\n".join(wrong) if wrong else f"{dossier}: {count} reports, all hashes, spans and references hold")
        print(f"content {content_hash(store)}")
    return 1 if wrong else 0


def backup_dossier(dossier: str, target: str) -> int:
    with open_dossier(dossier, create=False) as store:
        backup(store, target)
    print(f"{target}: a copy of {dossier}")
    return 0


def index_by(dossier: str, engine: str) -> int:
    choose(dossier, engine)
    print(f"{dossier}: searched by {engine} from now on")
    return 0


def forget_report(dossier: str, report: str) -> int:
    with open_dossier(dossier, create=False) as store, store.writer():
        versions = store.forget(report)
    print(f"{report}: forgotten, {versions} version{'s' if versions > 1 else ''}")
    return 0


def list_runs(dossier: str) -> int:
    with open_dossier(dossier, create=False) as store:
        for number, rules, lexicon, started, ended, reports in store.query(
            "SELECT number, rules, lexicon, started, ended, reports FROM run ORDER BY number"
        ):
            print(f"run {number}: rules {rules}, lexicon {lexicon}, {started} to {ended or 'broken off'}, {reports} reports read")
    return 0


def show_versions(dossier: str, report: str) -> int:
    with open_dossier(dossier, create=False) as store:
        versions = store.versions(report)
    before = None
    for number, version in versions:
        print(f"{report} version {number}: {len(version.text):,} characters, sha256 {version.sha256[:12]}")
        if before is not None:
            sys.stdout.writelines(f"  {line}\n" for line in texts(before, version.text))
        before = version.text
    return 0


def diff_runs(dossier: str, one: int, other: int) -> int:
    with open_dossier(dossier, create=False) as store:
        same = True
        for version, lines in runs(store, one, other):
            same = False
            print(version)
            sys.stdout.writelines(f"  {line}\n" for line in lines)
    if same:
        print(f"{dossier}: after run {one} and after run {other} every report is read alike")
    return 0
