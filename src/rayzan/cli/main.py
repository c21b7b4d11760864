"""rayzan: the command line."""

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from rayzan.cli.across import across
from rayzan.cli.asking import lexicon
from rayzan.cli.option import DOSSIER, Columns, Packs, Store
from rayzan.cli.progress import progress
from rayzan.cli.upkeep import upkeep
from rayzan.dossier.showing import SHOWN
from rayzan.errors import RayzanError

app = App(
    name="rayzan",
    suppress_keyboard_interrupt=False,  # `main` says what to do
    help="Reads diplomatic news reports into a cited record: who met whom, who said what, what was agreed and where it stands.",
)
app.command(upkeep, name="*")
app.command(across, name="*")
app.command(lexicon)
INTERRUPTED = 130  # as shells have it
REFUSED = 2  # exit code: the command could not be done


@app.command
def read(
    *paths: Path, published: str | None = None, outlet: str | None = None, lang: str | None = None, column: Columns = [], pack: Packs = []
) -> int:
    """Prints one record a report as JSON Lines; touches no store, clock or network."""
    from rayzan.cli.reading import given, read_paths

    return read_paths(list(paths), given(outlet, published, lang, column), pack)


@app.command
def add(
    *paths: str,
    dossier: Store = DOSSIER,
    published: str | None = None,
    outlet: str | None = None,
    lang: str | None = None,
    column: Columns = [],
    pack: Packs = [],
) -> int:
    """Reads reports (files, folders, archives, addresses of pages, feeds and sitemaps) and stores them with their records in a dossier.

    The same report twice is one, a changed one a new version. Broken off, it goes on where it was.
    """
    from rayzan.cli.gathering import add_paths
    from rayzan.cli.reading import given

    return add_paths(list(paths), dossier, given(outlet, published, lang, column), pack)


@app.command
def watch(feeds: Path, dossier: Store = DOSSIER, once: bool = False, pause: float = 2.0, pack: Packs = []) -> int:
    """Gathers what the feeds and sitemaps of a list bring, politely, until interrupted; --once stops when nothing more is due.

    --pause: seconds between two requests to one host.
    """
    from rayzan.cli.gathering import watch_feeds

    return watch_feeds(feeds, dossier, once, pause, pack)


@app.command(name="feeds")
def shipped_feeds() -> int:
    """Prints the list of feeds that comes with rayzan: `rayzan feeds > feeds.toml`."""
    from rayzan.cli.gathering import list_feeds

    return list_feeds()


@app.command
def gathered(dossier: Store = DOSSIER, failed: bool = False) -> int:
    """Lists the addresses gathered from and what came of each; --failed only those that failed."""
    from rayzan.cli.gathering import list_gathered

    return list_gathered(dossier, failed)


@app.command
def show(dossier: Store = DOSSIER) -> int:
    """Prints what the dossier holds: reports, who spoke how often, meetings, instruments and their latest state, open dates."""
    from rayzan.cli.showing import overview

    return overview(dossier)


@app.command
def find(*words: str, dossier: Store = DOSSIER, limit: int = 20) -> int:
    """Finds words in reports and statements, whichever way their half-spaces were typed."""
    from rayzan.cli.showing import find_words

    return find_words(" ".join(words), dossier, limit)


@app.command
def events(dossier: Store = DOSSIER, plover: bool = False) -> int:
    """Lists the events of the dossier with dates, claims and sources; --plover: as JSON Lines in PLOVER's fields."""
    from rayzan.cli.showing import listing, plover_rows

    if plover:
        return plover_rows(dossier)
    return listing("events", dossier)


@app.command
def instruments(dossier: Store = DOSSIER) -> int:
    """Lists instruments with the states that reports assert of them, by date."""
    from rayzan.cli.showing import listing

    return listing("instruments", dossier)


@app.command
def commitments(dossier: Store = DOSSIER) -> int:
    """Lists who is to do what by when."""
    from rayzan.cli.showing import listing

    return listing("commitments", dossier)


@app.command
def figures(dossier: Store = DOSSIER) -> int:
    """Lists figures with their windows and speakers."""
    from rayzan.cli.showing import listing

    return listing("figures", dossier)


@app.command
def explain(*paths: Path, pack: Packs = []) -> int:
    """Shows each sentence with the spans found in it and the rule that took each."""
    from rayzan.cli.explaining import explain_paths

    return explain_paths(list(paths), pack)


@app.command
def evaluate(gold: Path, *paths: Path, records: Path | None = None, floors: Path | None = None, pack: Packs = []) -> int:
    """Scores records (or the reports at PATHS, read now) against gold; with --floors fails below a floor."""
    from rayzan.cli.evaluating import score

    return score(gold, list(paths), records, floors, pack)


@app.command
def export(
    kind: str, form: str, dossier: Store = DOSSIER, where: Annotated[list[str], Parameter(name="--where", help="field=value; may be given again")] = [],
    out: Path | None = None, bom: bool = False,
) -> int:  # fmt: skip
    """Writes rows of the dossier: KIND is report, statement, question, event, state, commitment, figure, time, note, instrument, actor or graph.

    FORM: jsonl, csv (--bom for spreadsheets), parquet; ris (citations), ftm (FollowTheMoney), ics (events and deadlines); gexf (graph).
    """
    from rayzan.cli.exporting import export_rows

    return export_rows(dossier, kind, form, where, out, bom)


@app.command
def serve(dossier: Store = DOSSIER, port: int = 8000, host: str = "127.0.0.1", pack: Packs = []) -> int:
    """Serves the dossier as pages at http://127.0.0.1:PORT; --pack: what it was read with, for the names of its outlets, places and offices."""
    from rayzan.web.app import run

    return run(dossier, host, port, pack)


def main() -> None:
    """The entry point: an error of ours is a message and exit code 2, never a traceback."""
    SHOWN.set(progress)
    try:
        code = app(result_action="return_value")
    except RayzanError as e:
        print(f"rayzan: {e}", file=sys.stderr)
        sys.exit(REFUSED)
    except KeyboardInterrupt:
        print("rayzan: interrupted; the same command again goes on where it was", file=sys.stderr)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)
