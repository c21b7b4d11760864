"""The exceptions that rayzan raises: each says what, where and what to do."""


class RayzanError(Exception):
    """Anything that stops rayzan from doing what it was asked."""


class ReportError(RayzanError):
    """A report that cannot be read: missing, binary, empty or in no known encoding."""


class LexiconError(RayzanError):
    """An entry of a lexicon or pack that breaks its schema; names file and line."""


class DossierError(RayzanError):
    """A dossier that cannot be opened, is held by another writer, or fails its check."""


class GoldError(RayzanError):
    """Gold that cannot be scored against: missing, malformed, or without records."""


class GatherError(RayzanError):
    """A page that cannot be fetched now: says why; `later` whether it may be there another time."""

    def __init__(self, says: str, status: int | None = None, later: bool = False, wait: float | None = None) -> None:
        super().__init__(says)
        self.status, self.later, self.wait = status, later, wait


class ExportError(RayzanError):
    """Rows that cannot be written in a form: the form does not hold them, or its library is not installed."""
