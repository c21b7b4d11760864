"""What a language brings: how its words are cut, its verbs, its word lists."""

from pathlib import Path
from typing import Any, Protocol

from rayzan.text.view import View


class Language(Protocol):
    """A language pack. `table(name)` is one of its TOML word lists, parsed once."""

    code: str

    def view(self, raw: str) -> View: ...

    def keys(self, form: str) -> tuple[str, ...]: ...

    def table(self, name: str) -> dict[str, Any]: ...

    @property
    def data(self) -> Path: ...
