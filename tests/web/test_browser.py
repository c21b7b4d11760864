"""The pages in Debian's Chromium; skipped with a word where Node, its packages or Chromium are not there (`.ci/run` installs them)."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import pytest
from tests.web.test_pages import PAGES

from rayzan.dossier.listing import rows
from rayzan.dossier.store import open_dossier
from rayzan.web import address

ROOT = Path(__file__).parents[2] / "workbench"
BUILDS_WITH = 20  # the oldest Node that Vite runs on
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def missing() -> str | None:
    """What the browser tests lack; None where all is there."""
    if shutil.which("node") is None:
        return "Node is not installed"
    if not (ROOT / "node_modules" / "playwright-core").is_dir():
        return "the packages of workbench/ are not installed; run `npm ci` there"
    return None if Path(CHROMIUM).exists() else f"Chromium is not at {CHROMIUM}; install it, or set CHROMIUM"


pytestmark = pytest.mark.skipif(missing() is not None, reason=f"browser tests: {missing()}")


@pytest.fixture
def served(own: Path) -> Iterator[str]:
    """The address of a server over a dossier of its own."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "rayzan", "serve", "--dossier", str(own), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            for _ in range(100):
                try:
                    urlopen(f"http://127.0.0.1:{port}/about")
                    break
                except OSError:
                    time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def pages(own: Path) -> list[str]:
    """All kinds of pages, those of single things included."""
    with open_dossier(own) as store:
        facts = [address.fact(kind, row["key"]) for kind in address.LETTERS for row in rows(store, kind, limit=1)]
        things = [address.actor(rows(store, "actor", limit=1)[0]["id"]), address.instrument(rows(store, "instrument", limit=1)[0]["key"])]
    return [*PAGES, *facts, *things, "/nothing", "/search?q=("]


def run(served: str, own: Path, name: str, lang: str) -> str:
    """What the tests of a file say; empty where all passed."""
    env = {**os.environ, "RAYZAN_URL": served, "RAYZAN_PAGES": json.dumps(pages(own)), "RAYZAN_LANG": lang}
    command = ["node", "--test", "--test-reporter=spec", f"tests/{name}.test.mjs"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=600, check=False)
    return done.stdout[-9000:] + done.stderr[-2000:] if done.returncode else ""


@pytest.mark.parametrize("name", ["reader", "review", "plain"])
def test_in_the_browser(served: str, own: Path, name: str) -> None:
    said = run(served, own, name, "fa")
    assert not said, said


def test_every_page_in_both_languages_and_themes(served: str, own: Path) -> None:
    with ThreadPoolExecutor(2) as both:
        said = list(both.map(lambda lang: run(served, own, "pages", lang), ("fa", "en")))
    assert not any(said), "\n".join(said)


def test_the_built_files_are_those_of_the_sources(tmp_path: Path) -> None:
    version = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True).stdout
    if int(version.removeprefix("v").split(".")[0]) < BUILDS_WITH:
        pytest.skip(f"Vite needs Node {BUILDS_WITH}, here is {version.strip()}")
    subprocess.run(["npx", "tsc", "--noEmit"], cwd=ROOT, check=True, capture_output=True)
    subprocess.run(["npx", "vite", "build", "--outDir", str(tmp_path / "built"), "--logLevel", "error"], cwd=ROOT, check=True, capture_output=True)
    shipped = Path(address.__file__).parent / "static" / "built"
    assert {p.name: p.read_bytes() for p in shipped.iterdir()} == {p.name: p.read_bytes() for p in (tmp_path / "built").iterdir()}
