"""Kills `rayzan add` at random moments and looks whether every report is in exactly once and the dossier is whole.

    python benchmarks/kills.py [--kills 200] [--reports 2000] [--seed 7]

The reports are real ones where the material beside the checkout is there, else the samples, each with a last line of its own. When all are in, the
next dossier is begun, until so many kills are done. Each kill is followed by a look at the file as it was left: no half report. The exit code tells.
"""

import argparse
import gzip
import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from rayzan.dossier.store import open_dossier
from rayzan.dossier.verify import check, content_hash

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "fa-diplomacy.jsonl.gz"
HALF = """SELECT count(*) FROM report r WHERE NOT EXISTS (SELECT 1 FROM record x WHERE x.report = r.number)
          OR NOT EXISTS (SELECT 1 FROM facet f WHERE f.report = r.number) OR (SELECT count(*) FROM report o WHERE o.id = r.id) > 1"""


def material(many: int, to: Path) -> None:
    if CORPUS.exists():
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            texts = [json.loads(line)["text"][:1500] for line in lines]
    else:
        texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "samples" / "reports").glob("*.txt"))]
    with to.open("w", encoding="utf-8") as out:
        for n in range(many):
            out.write(json.dumps({"id": f"r{n:05}", "text": f"{texts[n % len(texts)]}\nشماره {n}"}, ensure_ascii=False) + "\n")


def held(dossier: Path) -> tuple[int, int]:
    """Reports in the file as it was left, and how many of them are not whole."""
    try:
        with sqlite3.connect(dossier) as db:
            return db.execute("SELECT count(*) FROM report").fetchone()[0], db.execute(HALF).fetchone()[0]
    except sqlite3.OperationalError:
        return 0, 0  # killed before there were tables


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--reports", type=int, default=2_000)
    options.add_argument("--seed", type=int, default=7)
    told = options.parse_args()
    chance, kills, rounds, wrong = random.Random(told.seed), 0, 0, 0
    hashes = set()
    with TemporaryDirectory() as home:
        rows = Path(home) / "rows.jsonl"
        material(told.reports, rows)
        while kills < told.kills:
            dossier = Path(home) / f"{rounds}.dossier"
            command = [sys.executable, "-m", "rayzan", "add", str(rows), "--dossier", str(dossier)]
            at: list[int] = []
            while kills < told.kills and held(dossier)[0] < told.reports:
                before = held(dossier)[0]
                process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                if chance.random() < 0.8:  # most while reports go in, the others at any moment from the start on
                    while process.poll() is None and held(dossier)[0] <= before:
                        time.sleep(0.005)
                time.sleep(chance.random() * 0.3)
                process.send_signal(signal.SIGKILL)
                process.wait()
                kills += process.returncode == -signal.SIGKILL
                count, half = held(dossier)
                at.append(count)
                wrong += half
            whole = subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0
            with open_dossier(dossier, create=False) as store:
                count, ids = store.query("SELECT count(*), count(DISTINCT id) FROM report")[0]
                found = check(store)
                hashes.add(content_hash(store))
            wrong += (not whole) + (count != told.reports) + (ids != told.reports) + len(found)
            rounds += 1
            print(f"dossier {rounds}: {len(at)} kills, reports left in after them {at[:3]} … {at[-3:]}; in the end {count} reports, {ids} ids, check: {found or 'clean'}")
            dossier.unlink()
    print(f"{kills} kills, {rounds} dossiers, content hashes {len(hashes)}, wrong {wrong}")
    return 1 if wrong or len(hashes) != 1 else 0


sys.exit(main())
