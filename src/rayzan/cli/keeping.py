"""The commands that keep a dossier well: check, backup, forget, diff."""

from pathlib import Path

from rayzan.dossier.sqlite import open_dossier
from rayzan.lang.fa.join import join
from rayzan.record import Record


def check_dossier(dossier: Path) -> int:
    with open_dossier(dossier, join, write=False) as store:
        wrong = store.check()
        count = store.query("SELECT count(*) FROM report")[0][0]
        print("\n".join(wrong) if wrong else f"{dossier}: {count} reports, all hashes, spans and references hold")
        print(f"content {store.content_hash()}")
    return 1 if wrong else 0


def backup_dossier(dossier: Path, target: Path) -> int:
    with open_dossier(dossier, join, write=False) as store:
        store.backup(target)
    print(f"{target}: a copy of {dossier}")
    return 0


def forget_report(dossier: Path, report: str) -> int:
    with open_dossier(dossier, join, write=False) as store:
        versions = store.forget(report)
    print(f"{report}: forgotten, {versions} version{'s' if versions > 1 else ''}")
    return 0


def _facts(record: Record) -> set[str]:
    out = {f"statement  {s.speaker}: {s.content.text}" for s in record.statements}
    out |= {f"event      {e.type} {' '.join(e.who)} {e.when or ''}: {e.evidence.text}" for e in record.events}
    out |= {f"state      {i.key} {x.state}: {x.evidence.text}" for i in record.instruments for x in i.states}
    out |= {f"figure     {f.value} {f.unit}: {f.evidence.text}" for f in record.figures}
    return out | {f"time       {t.value}: {t.text.text}" for t in record.times}


def diff_runs(dossier: Path, one: int, other: int) -> int:
    with open_dossier(dossier, join, write=False) as store:
        before, after = store.run_records(one), store.run_records(other)
    for id in sorted(set(before) & set(after)):
        old, new = _facts(before[id]), _facts(after[id])
        if old != new:
            print(id)
            for fact in sorted(old - new):
                print(f"  - {fact}")
            for fact in sorted(new - old):
                print(f"  + {fact}")
    return 0
