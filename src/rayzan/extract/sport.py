"""Match reports: what they call meetings, contracts and elections is sport's."""

from rayzan.extract.draft import Draft
from rayzan.lexicon.wordlist import Wordlist

WORDS = 4  # words of sport that make a report a match report


def match_report(draft: Draft) -> bool:
    """Whether a report is of a match, a team or its players: «سرمربی تیم ملی با باشگاه … به تفاهم رسید»."""
    sport = Wordlist(draft.language.variants, draft.language.table("event")["words"]["sport"])
    keys = draft.view.keys
    return sum(bool(sport.at(keys, at)) for at, key in enumerate(keys) if key in sport.starts) >= WORDS
