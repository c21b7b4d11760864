"""The commands that keep a dossier: read again, check, copy, index, forget, runs and versions."""

from cyclopts import App

from rayzan.cli.option import DOSSIER, Packs, Store

upkeep = App()


@upkeep.command
def reread(dossier: Store = DOSSIER, pack: Packs = []) -> int:
    """Reads all reports of the dossier again with the rules of this rayzan, beside what was read before."""
    from rayzan.cli.reading import read_again

    return read_again(dossier, pack)


@upkeep.command
def check(dossier: Store = DOSSIER, rebuild: bool = False) -> int:
    """Verifies the dossier: pages, references, hashes, spans; --rebuild first makes index and derived tables anew."""
    from rayzan.cli.keeping import check_dossier

    return check_dossier(dossier, rebuild)


@upkeep.command
def backup(target: str, dossier: Store = DOSSIER) -> int:
    """Copies the dossier into a new file, or into an empty PostgreSQL database."""
    from rayzan.cli.keeping import backup_dossier

    return backup_dossier(dossier, target)


@upkeep.command
def index(engine: str, dossier: Store = DOSSIER) -> int:
    """Searches the dossier by another index from now on: fts5 (inside the file) or tantivy (beside it, quicker when ranking many)."""
    from rayzan.cli.keeping import index_by

    return index_by(dossier, engine)


@upkeep.command
def forget(report: str, dossier: Store = DOSSIER) -> int:
    """Takes a report and all that was read from it out of the dossier."""
    from rayzan.cli.keeping import forget_report

    return forget_report(dossier, report)


@upkeep.command
def runs(dossier: Store = DOSSIER) -> int:
    """Lists the runs: which rules and lexicon read how many reports, and when."""
    from rayzan.cli.keeping import list_runs

    return list_runs(dossier)


@upkeep.command
def versions(report: str, dossier: Store = DOSSIER) -> int:
    """Shows the versions of a report that changed, and what changed."""
    from rayzan.cli.keeping import show_versions

    return show_versions(dossier, report)


@upkeep.command
def diff(one: int, other: int, dossier: Store = DOSSIER) -> int:
    """Shows what two runs read differently."""
    from rayzan.cli.keeping import diff_runs

    return diff_runs(dossier, one, other)
