"""What became of readers' annotations, as text for people and as JSON for programs."""

import json
from collections.abc import Callable, Iterator

from generator.errors import on_one_line
from generator.pipeline.annotations import Imported
from generator.pipeline.reports import as_text

_SHOWN = 60
_LEFT_OUT = {
    "highlight": "without a text",
    "whole page": "on a whole page",
    "private": "private",
    "elsewhere": "of other pages",
    "of a brief": "of the briefs' own",
}


def as_lines(found: Imported, dry_run: bool) -> str:
    """One line a note, then one a finding."""
    told = "would be added" if dry_run else "added"
    lines = (
        f"{path}: {told}: note{f' by {note.by}' if note.by else ''} at {_shortened(note.quote)}"
        for path, notes in found.added.items()
        for note in notes
    )
    return "".join(f"{on_one_line(line)}\n" for line in lines) + as_text(found.problems)


def as_object(found: Imported, _dry_run: bool) -> str:
    """A JSON object: `added` and `problems` as lists, the others as counts."""
    added = [{"path": path, **note.model_dump(exclude_none=True)} for path, notes in found.added.items() for note in notes]
    problems = [{"path": p.path, "severity": p.severity, "message": p.message} for p in found.problems]
    value = {"added": added, "problems": problems, "known": found.known, "left_out": found.left_out}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def import_summary(found: Imported, dry_run: bool) -> str:
    """The numbers in one line."""
    return f"{', '.join(_counts(found, dry_run))}{'; nothing was written' if dry_run else ''}"


def _counts(found: Imported, dry_run: bool) -> Iterator[str]:
    notes = sum(map(len, found.added.values()))
    yield f"{notes} {'note' if notes == 1 else 'notes'} {'would be added' if dry_run else 'added'}"
    yield f"{found.known} there already"
    orphans = sum(problem.severity == "fault" for problem in found.problems)
    yield f"{orphans} without a place"
    left_out = ", ".join(f"{found.left_out[kind]} {name}" for kind, name in _LEFT_OUT.items() if found.left_out.get(kind))
    if left_out:
        yield f"left out: {left_out}"


def _shortened(quote: str) -> str:
    return f'"{quote}"' if len(quote) <= _SHOWN else f'"{quote[: _SHOWN - 3]}…"'


IMPORT_FORMATS: dict[str, Callable[[Imported, bool], str]] = {"text": as_lines, "json": as_object}
"""What `briefs annotations import --format` takes."""
