"""Which index a dossier in a file is searched by: FTS5 inside the file, or tantivy beside it."""

from importlib.util import find_spec
from pathlib import Path
from shutil import rmtree

from rayzan.dossier.beside import folder_of
from rayzan.dossier.sqlite import ENGINES, FTS5, TANTIVY, Sqlite
from rayzan.dossier.store import Dossier, is_address, open_dossier
from rayzan.errors import DossierError

LARGE = 100_000  # reports from which on tantivy is taken where it is installed and nobody chose


def choose(where: str, engine: str, chosen: bool = True) -> None:
    """Searches the dossier in a file by an engine from now on; its index is made anew.

    Raises `DossierError` for an engine there is not, one that is not installed, and a dossier that is no file.
    """
    if engine not in ENGINES:
        raise DossierError(f"{engine}: no such index; there are {', '.join(ENGINES)}")
    if is_address(where):
        raise DossierError(f"{where}: is searched by its database; only a dossier in a file has a choice")
    if engine == TANTIVY and find_spec("tantivy") is None:
        raise DossierError(f"{where}: tantivy is not installed; install rayzan[tantivy]")
    with open_dossier(where, create=False) as store, store.backend.alone():
        store.backend.run("DELETE FROM meta WHERE name IN ('engine', 'engine chosen')")
        store.backend.run("INSERT INTO meta (name, value) VALUES ('engine', ?)", (engine,))
        if chosen:
            store.backend.run("INSERT INTO meta (name, value) VALUES ('engine chosen', 'yes')")
    if engine == FTS5:
        rmtree(folder_of(Path(where)), ignore_errors=True)
    with open_dossier(where) as store:
        store.derived.index_again()
        store.backend.weigh()


def outgrown(store: Dossier) -> bool:
    """Whether a dossier has become so large that tantivy searches it better, and may: it is installed and nobody chose otherwise."""
    if not isinstance(store.backend, Sqlite) or store.backend.engine() != FTS5 or store.query("SELECT 1 FROM meta WHERE name = 'engine chosen'"):
        return False
    return find_spec("tantivy") is not None and int(store.query("SELECT count(*) FROM latest")[0][0]) >= LARGE
