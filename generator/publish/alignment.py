"""Where the pieces of a text stand in another one that says the same, whatever either does with spaces and line ends.

pieces   One   and   two.          text   One\n\nand two.          starts   0   5   9
"""

import re
from bisect import bisect_left
from collections.abc import Iterable

from generator.model import Span
from generator.publish.tokens import after_spaces

_INK = re.compile(r"\S")


def starts(pieces: Iterable[str], text: str) -> list[int] | None:
    """Where each piece starts in `text`; None where they are not, in their order, all of it that is no white space.

    No piece is empty or has white space at either end.
    """
    found, at = [], 0
    for piece in pieces:
        if not text.startswith(piece, at):
            at = after_spaces(text, at)
            if not text.startswith(piece, at):
                return None
        found.append(at)
        at += len(piece)
    return found if after_spaces(text, at) == len(text) else None


def ink_places(text: str) -> list[int]:
    """Where the characters other than white space stand, each of which is a piece of any text that says the same."""
    return [match.start() for match in _INK.finditer(text)]


def respaced(spans: Iterable[Span], text: str, other: str) -> list[Span]:
    """Where what stands at `spans` of `text` stands in `other`, which says the same."""
    here, there = ink_places(text), ink_places(other)
    edges = ((bisect_left(here, span.start), bisect_left(here, span.end)) for span in spans)
    return [Span(there[first], there[end - 1] + 1) for first, end in edges]
