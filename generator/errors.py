"""What can go wrong, in the user's words.

    BriefsError
    ├── Refused         an article that cannot become a brief: the reason alone
    └── InvalidBrief    a brief that breaks its format: one Problem a fault

A message says what was found, what was expected and what to do. Nothing here prints.
"""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["fault", "warning"]


def on_one_line(text: str) -> str:
    """`text` without line ends, escape codes and other marks that would speak to a terminal or a log instead of a person."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about one file: `path` as the user knows it, `line` counted from 1 (0: the whole file)."""

    path: str
    line: int
    message: str
    severity: Severity = "fault"

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return on_one_line(f"{place}: {'warning: ' if self.severity == 'warning' else ''}{self.message}")


class BriefsError(Exception):
    """The base of every error that a user can cause and mend."""


class Refused(BriefsError):
    """An article that cannot become a brief; the text is the reason ("it is empty")."""


class InvalidBrief(BriefsError):
    """A brief that breaks its format."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
