"""The commands that look across reports: stories, copies, discrepancies, timelines, judgements."""

from cyclopts import App

from rayzan.cli.option import DOSSIER, Form, Store, Who

across = App()


@across.command
def stories(dossier: Store = DOSSIER, format: Form = "text", all: bool = False) -> int:
    """Lists the reports that are on one event, how many originals stand behind each story, and with jsonl the reasons; --all: single reports too."""
    from rayzan.cli.collating import list_stories

    return list_stories(dossier, format, all)


@across.command
def why(story: str, dossier: Store = DOSSIER, format: Form = "text") -> int:
    """Tells why reports make one story: shared facts with their weights, copies; any report of the story names it."""
    from rayzan.cli.collating import explain_story

    return explain_story(dossier, story, format)


@across.command
def copies(dossier: Store = DOSSIER, format: Form = "text") -> int:
    """Lists copies and near-copies: who came first, how much is common."""
    from rayzan.cli.collating import list_copies

    return list_copies(dossier, format)


@across.command
def discrepancies(dossier: Store = DOSSIER, format: Form = "text", kind: str | None = None, corroborations: bool = False) -> int:
    """Lists where reports tell one thing differently; --corroborations: where independent ones tell the same."""
    from rayzan.cli.collating import list_discrepancies

    return list_discrepancies(dossier, format, kind, corroborations)


@across.command(name="timeline")
def timeline_of(
    of: str, *names: str, dossier: Store = DOSSIER, as_of: str | None = None, topic: str | None = None, format: Form = "text"
) -> int:
    """Prints a timeline: `instrument KEY`, `actor ID` (--topic) or `relation STATE STATE`; --as-of: as it stood on a day."""
    from rayzan.cli.collating import show_timeline

    return show_timeline(dossier, of, list(names), as_of, topic, format)


judge = App(name="judge", help="Keeps and takes back what persons decide: accept, reject, edit, merge, split, explain.")
across.command(judge)


@judge.default
def judge_(kind: str, subject: str, verdict: str, *values: str, who: Who, note: str | None = None, dossier: Store = DOSSIER) -> int:
    """Decides of a KIND (story, discrepancy, corroboration, copy, statement, event, actor, instrument …) by its id or key.

    merge takes the id that stays, split the reports that part, edit field=value; --note says why (what explains a discrepancy).
    """
    from rayzan.cli.collating import record_judgement

    return record_judgement(dossier, kind, subject, verdict, who, list(values), note)


@judge.command(name="undo")
def judge_undo(number: int, who: Who, dossier: Store = DOSSIER) -> int:
    """Takes a decision back; it stays in the log as undone."""
    from rayzan.cli.collating import undo_judgement

    return undo_judgement(dossier, number, who)


@judge.command(name="list")
def judge_list(dossier: Store = DOSSIER, format: Form = "text") -> int:
    """Lists all decisions with who and when."""
    from rayzan.cli.collating import list_judgements

    return list_judgements(dossier, format)
