"""Asides that a sentence of any length can stand without, each as the characters to leave out.

    parentheses   = " (" no bracket ")"
    connective    = ", however," and the like

Nothing here reads meaning; `statement` refuses what holds a negation, a hedge, a condition or a number's qualifier. What only a
long sentence loses is found by `clauses` and `tails`.
"""

import re
from collections.abc import Iterator

from generator.model import Span

_PARENTHESES = re.compile(r"\s\([^()]{1,200}\)|(?<=\w)（[^（）]{1,200}）")
_CONNECTIVE = re.compile(
    r", (?:however|therefore|moreover|furthermore|meanwhile|nevertheless|nonetheless|of course|"
    r"for (?:example|instance)|in particular|indeed|in fact|then|thus|in turn|too|also|consequently|accordingly|as a result|"
    r"on the other hand|by contrast|after all),(?= )",
    re.IGNORECASE,
)


def parentheses(sentence: str) -> Iterator[Span]:
    """Each aside in round brackets."""
    if "(" in sentence or "（" in sentence:
        yield from (Span(*match.span()) for match in _PARENTHESES.finditer(sentence))


def connectives(sentence: str) -> Iterator[Span]:
    """Each word between commas that only ties the sentence to the one before."""
    yield from (Span(*match.span()) for match in _CONNECTIVE.finditer(sentence))
