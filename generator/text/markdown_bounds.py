"""Bounds on what a body may cost, so that rendering time grows with its length and no faster.

Python-Markdown takes time in the square of the opening brackets, the inline marks and the underlined headings of one block, and
calls itself once for each level that a quotation or a list nests; the cleaner takes time in the square of that depth.
An honest body meets none of these bounds, and then nothing of it is changed.
"""

import re
from collections.abc import Callable, Iterator

# Squares of the counts in a block, added up over the blocks; each bound is worth about a tenth of a second.
# Without them 12 kB of "[" take 8 s, and 200 kB of backslashes 4 s.
_BRACKETS = 250_000
_UNDERLINES = 1_000_000
_MARKS = 400_000_000

DEEPEST = 8

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_MARKER = r"(?:>|[-*+](?=[ \t])|\d{1,9}\.(?=[ \t]))"
_DEEP_LINE = re.compile(rf"^([ \t]*(?:{_MARKER}[ \t]*){{{DEEPEST}}})(\d{{0,9}})(?={_MARKER}|\.[ \t])", re.MULTILINE)
_DEEP_INDENT = re.compile(rf"^( {{{4 * DEEPEST}}}|\t{{{DEEPEST}}})[ \t]+", re.MULTILINE)
_RULE = re.compile(r" {0,3}([-*_]) {0,2}(?:\1 {0,2})*$", re.MULTILINE)


def bounded(body: str) -> str:
    """`body` with the quotations and lists that nest deeper than DEEPEST shown as text."""
    return _DEEP_LINE.sub(_as_text, _DEEP_INDENT.sub(r"\1", body))


def is_costly(body: str) -> bool:
    """Whether `body` has too many marks to be read as Markdown at all."""
    return _exceed(_marks, body, _MARKS) or _exceed(_underlines, body, _UNDERLINES)


def has_costly_links(body: str) -> bool:
    """Whether `body` has too many brackets to be searched for links."""
    return _exceed(_brackets, body, _BRACKETS)


def split_blocks(body: str) -> Iterator[str]:
    """The parts of `body` between blank lines."""
    yield from _BLANK_LINE.split(body)


def _exceed(counted: Callable[[str], int], body: str, bound: int) -> bool:
    # No sum of squares is greater than the square of the sum, for which nothing need be split.
    return counted(body) ** 2 > bound and sum(counted(block) ** 2 for block in split_blocks(body)) > bound


def _marks(text: str) -> int:
    return sum(map(text.count, "\\*_`&"))


def _underlines(text: str) -> int:
    return text.count("\n=") + text.count("\n-")


def _brackets(text: str) -> int:
    return text.count("[")


def _as_text(match: re.Match[str]) -> str:
    return match[0] if _RULE.match(match.string, match.start()) else f"{match[1]}{match[2]}\\"
