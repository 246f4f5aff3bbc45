"""Where the front matter and the text below it stand in the text of a brief.

    brief = [byte order mark] "---" line, front matter, "---" line, text

Lines end in a line feed, with or without a carriage return before it. Offsets count in the text as it was read, so that what
stands between them can be kept as it is.
"""

import re
from dataclasses import dataclass

from generator.errors import InvalidBrief, Problem
from generator.model import Span

_MERGE_MARKER = re.compile(r"(?:<{7}|>{7}) ")
_BETWEEN_SIDES = re.compile(r"={7}\s*$|\|{7} ")
_BREAKS = "\r\n"


@dataclass(frozen=True, slots=True)
class Fenced:
    """A brief's text and its two parts: `head` is the lines between the fences, `body` the text without the breaks around
    it."""

    text: str
    head: Span
    body: Span

    @property
    def front_matter(self) -> str:
        """The lines between the fences, ending in line feeds."""
        return self.head.of(self.text).replace("\r\n", "\n")

    @property
    def body_text(self) -> str:
        """The text below the front matter, its lines ending in line feeds."""
        return self.body.of(self.text).replace("\r\n", "\n")

    @property
    def line_break(self) -> str:
        """How the lines of this file end."""
        return "\r\n" if self.text[: self.head.start].endswith("\r\n") else "\n"


def fenced(text: str, path: str) -> Fenced:
    """The parts of `text`. Raises InvalidBrief where a fence is missing or a merge was left unfinished."""
    lines = text.split("\n")
    # Hardly a text holds any such mark: to look for it in the whole costs less than in each line.
    for number, line in enumerate(lines if "<<<<<<< " in text or ">>>>>>> " in text else (), 1):
        if _MERGE_MARKER.match(line):
            raise _invalid(path, number, f"found {line[:40]!r}: a merge was left unfinished; keep one side")
    if lines[0].removeprefix("\ufeff").rstrip() != "---":
        raise _invalid(
            path, 1, f"found {lines[0].removeprefix(chr(0xFEFF)).rstrip(_BREAKS)[:40]!r}, expected '---' as the first line"
        )
    start = end = len(lines[0]) + 1
    for line in lines[1:]:
        if line.rstrip() == "---":
            return Fenced(text, _headed(text, Span(start, end), path), _core(text, end + len(line)))
        end += len(line) + 1
    raise _invalid(path, 1, "the front matter that starts here has no closing '---' line; add it above the text")


def _headed(text: str, head: Span, path: str) -> Span:
    """`head`, unless a line stands in it that only a merge leaves there; in the text below, it may be a heading's."""
    lines = head.of(text)
    for number, line in enumerate(lines.split("\n") if "=======" in lines or "||||||| " in lines else (), 2):
        if _BETWEEN_SIDES.match(line):
            raise _invalid(path, number, f"found {line[:40].rstrip()!r}: a merge was left unfinished; keep one side")
    return head


def _core(text: str, start: int) -> Span:
    end = len(text)
    while start < end and text[start] in _BREAKS:
        start += 1
    while end > start and text[end - 1] in _BREAKS:
        end -= 1
    return Span(start, end)


def _invalid(path: str, line: int, message: str) -> InvalidBrief:
    return InvalidBrief((Problem(path, line, message),))
