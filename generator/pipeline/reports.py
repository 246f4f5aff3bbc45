"""Findings and differences as text: for people, as JSON for programs, as workflow commands for GitHub.

GitHub's annotations: `::error file=…,line=…,title=…::message`, with %, line ends and, in properties, : and , written as %25,
%0D, %0A, %3A and %2C (docs.github.com, "Workflow commands for GitHub Actions").
"""

import json
from collections.abc import Callable, Iterable, Iterator

from generator.errors import Problem, on_one_line
from generator.pipeline.differences import Part

_LEVELS = {"fault": "error", "warning": "warning"}


def as_text(problems: Iterable[Problem]) -> str:
    """One line a finding."""
    return "".join(f"{on_one_line(str(problem))}\n" for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list of objects with path, line (0: the whole file), severity and message."""
    found = [{"path": p.path, "line": p.line, "severity": p.severity, "message": p.message} for p in problems]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """One workflow command a finding, which GitHub shows beside the line."""
    return "".join(_command(problem) for problem in problems)


def _command(problem: Problem) -> str:
    path = _escaped(problem.path).replace(":", "%3A").replace(",", "%2C")
    place = f"file={path},line={max(problem.line, 1)},title=briefs check"
    return f"::{_LEVELS[problem.severity]} {place}::{_escaped(problem.message)}\n"


def _escaped(text: str) -> str:
    return on_one_line(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def as_differences(path: str, parts: Iterable[Part]) -> str:
    """What stands and what the engine would write, part by part, where they differ or the part is a person's."""
    lines, same = [], 0
    for part in parts:
        if part.whose == "the machine's" and part.standing == part.engine:
            same += 1
            continue
        lines += list(_difference(path, part))
    told = f"{same} of its parts are the machine's and as the engine writes them now"
    return "".join(f"{on_one_line(line)}\n" for line in (*lines, f"{path}: {told}"))


def _difference(path: str, part: Part) -> Iterator[str]:
    place = f"{path}:{part.line}" if part.line else path
    nothing = part.whose != "deleted by you" and not part.engine and bool(part.standing)
    yield f"{place}: {part.name}: {part.whose}" + ("; the engine writes no such item" if nothing else "")
    yield from (f"    {line}" for line in part.changes())


FORMATS: dict[str, Callable[[Iterable[Problem]], str]] = {"text": as_text, "json": as_json, "github": as_github}
"""What `briefs check --format` takes."""
