"""`rayzan explain`: the spans under the text, with the rule that took each."""

from pathlib import Path

from rayzan.cli.reading import reader_for
from rayzan.cli.showing import number
from rayzan.errors import ReportError
from rayzan.gather.files import reports
from rayzan.record import Record


def _facts(r: Record) -> list[tuple[int, int, str]]:
    out: list[tuple[int, int, str]] = []
    for s in r.statements:
        source = f", source «{s.source.text}»" if s.source else ", source left out"
        cue = f", cue «{s.cue.text}»" if s.cue else ", no cue"
        out.append(
            (s.content.start, s.content.end, f"statement {s.id} by {s.speaker} ({s.directness}, {s.act}{source}{cue}) by rule {s.rule}")
        )
    out += [
        (e.evidence.start, e.evidence.end, f"event {e.id} {e.type} {' + '.join(e.who)} {e.when or ''} by rule {e.rule}") for e in r.events
    ]
    for i in r.instruments:
        out += [(m.start, m.end, f"instrument {i.key} ({i.known_from})") for m in i.mentions]
        out += [(x.evidence.start, x.evidence.end, f"state of {i.key}: {x.state}") for x in i.states]
    out += [(c.evidence.start, c.evidence.end, f"commitment of {c.by} ({c.kind}) by rule {c.rule}") for c in r.commitments]
    out += [(f.evidence.start, f.evidence.end, f"figure {number(f.value)} {f.unit or ''} ({f.bound})") for f in r.figures]
    out += [(t.text.start, t.text.end, f"time {t.value or 'open'} ({t.precision}, {t.calendar})") for t in r.times]
    return sorted(out)


def explain_paths(paths: list[Path], packs: list[Path]) -> int:
    reader, failed = reader_for(packs), 0
    for report in reports(paths):
        if isinstance(report, ReportError):
            print(f"rayzan: {report}")
            failed += 1
            continue
        record = reader.read(report)
        print(f"== {report.id}  outlet {record.report.outlet}, published {record.report.published} ({record.report.published_known_from})")
        facts, at = _facts(record), 0
        for line in report.text.split("\n"):
            print(line)
            for start, end, told in facts:
                if at <= start <= at + len(line):
                    words = report.text[start:end].replace("\n", " ")
                    print(f"    {start}–{end} {told}\n        {words if len(words) < 90 else words[:60] + ' … ' + words[-25:]}")
            at += len(line) + 1
        for note in record.notes:
            print(f"    note {note.kind}: {note.text}")
    return 1 if failed else 0
