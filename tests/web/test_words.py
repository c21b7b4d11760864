"""The words of the interface: each is said somewhere."""

import re
import tomllib
from pathlib import Path

import rayzan.web

HOME = Path(rayzan.web.__file__).parent
SAID = "\n".join(p.read_text(encoding="utf-8") for p in (*HOME.glob("*.py"), *HOME.glob("templates/*.html")))
MADE = tuple(re.findall(r"'([a-z]+_)' ~", SAID))  # words whose name a template puts together


def test_every_word_of_the_pages_is_said() -> None:
    words = tomllib.loads((HOME / "words.toml").read_text(encoding="utf-8"))["words"]
    assert MADE and "home" in words
    told = set(re.findall(r"[a-z_0-9]+", SAID))
    assert [word for word in words if word not in told and not word.startswith(MADE)] == []
