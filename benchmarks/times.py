"""Speed of times and figures beside parstdex and dateparser, on the same sentences in one run: characters per CPU second.

    python benchmarks/times.py [REPORTS.jsonl[.gz]]

Needs `pip install parstdex dateparser`; a package that is not there is told as such. parstdex gives spans without values (and cannot be
installed from Python 3.12 on); dateparser's `search_dates` gives values. We time words, sentences, verbs, times and figures together.
"""

import gzip
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rayzan.extract import figure, head
from rayzan.extract import time as times
from rayzan.extract.draft import Draft
from rayzan.lang.fa.language import persian
from rayzan.lexicon.lexicon import open_lexicon
from rayzan.text.report import Report

ROOT = Path(__file__).parent.parent
SLOW = 30_000  # characters for those that read a thousand a second


def sentences(path: Path | None) -> list[str]:
    if path is None:
        texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "samples" / "reports").glob("*.txt"))] * 5
    else:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
    return [line for text in texts for line in text.split("\n") if line.strip()]


def ours() -> Callable[[str], object]:
    language, lexicon = persian(), open_lexicon()

    def read(sentence: str) -> object:
        draft = Draft(Report("a", sentence, published="2020-02-16"), lexicon, language, language.view(sentence))
        for s in draft.view.sentences:
            draft.verbs.extend(language.verbs.groups(draft.view.keys, s.first, s.last))
        for stage in (head.find, times.find, figure.find):
            stage(draft)
        return draft.times, draft.figures

    return read


def parstdex() -> Callable[[str], object]:
    from parstdex import Parstdex

    read: Callable[[str], object] = Parstdex().extract_marker
    return read


def dateparser() -> Callable[[str], object]:
    from dateparser.search import search_dates

    return lambda sentence: search_dates(sentence, languages=["fa"])


def rate(name: str, make: Callable[[], Callable[[str], object]], material: list[str]) -> None:
    try:
        read = make()
    except ImportError as error:
        print(f"{name:32s} not installed: {error}")
        return
    read(material[0])
    start, chars, failed = time.process_time(), 0, 0
    for sentence in material:
        try:
            read(sentence)
        except Exception:  # another package's error is its own: counted, and the run goes on
            failed += 1
        chars += len(sentence)
    spent = time.process_time() - start
    print(f"{name:32s} {chars / spent:12,.0f} characters per CPU second ({chars:,} characters, {failed} sentences failed)")


def main() -> None:
    material = sentences(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    few, chars = [], 0
    for sentence in material:
        few.append(sentence)
        chars += len(sentence)
        if chars > SLOW:
            break
    rate("rayzan, times and figures", ours, material)
    rate("rayzan, on the few", ours, few)
    rate("parstdex, spans", parstdex, few)
    rate("dateparser, search_dates", dateparser, few)


main()
