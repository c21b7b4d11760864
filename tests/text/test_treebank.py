"""Sentences and words on the test texts of the Persian treebanks, by the measures of `make peers`."""

from pathlib import Path

import peers
import pytest


@pytest.mark.parametrize(
    ("text", "sentences", "words"),
    [("fa_perdt-ud-test.conllu", 99.8, 99.7), ("fa_seraji-ud-test.conllu", 98.8, 99.6)],
)
def test_sentences_and_words(shared: Path, text: str, sentences: float, words: float) -> None:
    """F1 in hundredths; what is missed in PerDT's sentences are calls («جانم! عزیزم!»), in Seraji's datelines without a stop and one
    reply that it parts from its question («چرا؟ گفت: …»)."""
    bank = peers.treebank(shared / "data" / "halfspace" / text)
    ours = peers.rayzan()
    assert peers.splitting(ours, bank) >= sentences
    assert peers.cutting(ours, bank) >= words


def test_measures_see_a_wrong_split_and_a_wrong_half_space() -> None:
    """A tool that splits nothing and restores nothing scores nothing; one that inserts everywhere is told so."""
    bank = [peers.Sentence("می‌رود به خانه.", ("می‌رود", "به", "خانه", ".")), peers.Sentence("نشست.", ("نشست", "."))]
    idle = peers.Tool(lambda text: text, lambda text: [text], lambda text: [text])
    wild = peers.Tool(lambda text: text.replace("ه", "ه\u200cه")[:-1], str.split, str.split)
    assert peers.splitting(idle, bank) == 0
    assert peers.cutting(idle, bank) == 0
    assert peers.restoring(idle, bank) == (0, 0)
    assert peers.restoring(wild, [peers.Sentence("خاهر.", ())])[1] == 100
