"""What several commands are given in the same way."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

Packs = Annotated[list[Path], Parameter(name="--pack", help="a lexicon pack of your own: a folder of .toml files; may be given again")]
Store = Annotated[str, Parameter(name="--dossier", help="the dossier: a file, or a postgresql:// address")]
Columns = Annotated[
    list[str],
    Parameter(name="--column", help="where a table calls a column otherwise: text=body; columns are id text published outlet url lang"),
]
DOSSIER = "rayzan.dossier"
Form = Annotated[str, Parameter(name="--format", help="text, or jsonl: one JSON object a line")]
Who = Annotated[str, Parameter(name="--who", help="who decides")]
