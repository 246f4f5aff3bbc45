"""Reads the text cases under tests/cases, which anyone can add a line to.

    title of the case
    .
    what goes in, any number of lines
    .
    what must come out, any number of lines
    .

A line with a single full stop ends a part; blank lines between cases, and lines that start with `# ` there, are passed over.
"""

from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    title: str
    given: str
    expected: str
    place: str

    def __str__(self) -> str:
        return f"{self.place} {self.title}"


def read_cases(name: str) -> list[Case]:
    """The cases of tests/cases/<name> (a file, or a folder of .txt files), in order."""
    path = CASES / name
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    return [case for file in files for case in _cases_in(file)]


def _cases_in(file: Path) -> list[Case]:
    lines = file.read_text(encoding="utf-8").split("\n")
    cases, at = [], 0
    while at < len(lines):
        if not lines[at].strip() or lines[at].startswith("# "):
            at += 1
            continue
        title, first = lines[at], at + 1
        given, after = _part(lines, first + 1, file)
        expected, at = _part(lines, after, file)
        if lines[first] != ".":
            raise ValueError(f"{file}:{first + 1}: a line with a single full stop was expected after the title")
        cases.append(Case(title, given, expected, f"{file.name}:{first}"))
    return cases


def _part(lines: list[str], start: int, file: Path) -> tuple[str, int]:
    for end in range(start, len(lines)):
        if lines[end] == ".":
            return "\n".join(lines[start:end]), end + 1
    raise ValueError(f"{file}:{start}: the case does not end with a full stop on a line of its own")
