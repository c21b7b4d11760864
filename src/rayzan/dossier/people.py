"""The actors that rows speak of."""

from collections.abc import Iterable, Mapping
from typing import Any

from rayzan.dossier.listing import named
from rayzan.dossier.store import Dossier

ONE = ("speaker", "by", "to", "claimed_by")
MANY = ("who", "whom")


def people(store: Dossier, rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Names in both scripts and type of all actors that rows of facts name, by id."""
    ids = {str(id) for row in rows for id in (*(row.get(c) for c in ONE), *(p for c in MANY for p in str(row.get(c) or "").split())) if id}
    return named(store, "actor", ids)
