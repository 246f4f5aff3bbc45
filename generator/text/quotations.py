"""Where quotation marks and brackets pair, so that a sentence is not cut inside what someone says.

    pairs: “ ”  „ “  « »  「 」  『 』  （ ）  and the straight and single marks, whose direction their neighbours tell:
    an opening one has white space, a bracket or a dash before it and a character after it

Pairs never cross a blank line. A mark that opens again before it was closed counts from there, so that one stray mark (an inch,
a lost quotation mark) spoils at most its own pair. A single mark closes only after punctuation: elsewhere it is an apostrophe.
"""

import re
from collections.abc import Iterator

from generator.model import Span

# One set of characters first, so that the search skips what cannot be a mark.
_MARK = re.compile(
    r"[\"“”„«»「」『』（）'‘’\n](?:(?<=[\"“”„«»「」『』（）])|(?<=['‘])(?<!\w['‘])(?=\w)|(?<=[.,?!…]['’])(?!\w)|(?<=\n)[^\S\n]*\n)"
)
_CLOSES = {"”": "“", "»": "«", "」": "「", "』": "『", "）": "（", "’": "‘"}
_BEFORE_OPENING = "\n\t ([{“‘—–-\u3000\xa0"


def quotations(text: str) -> Iterator[Span]:
    """The spans between paired marks, the marks included, in the order in which they close."""
    open_at: dict[str, int] = {}
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        opening = _CLOSES.get(mark, mark)
        if mark[0] == "\n":
            open_at.clear()
        elif opening in open_at and _closes(text, mark, at):
            yield Span(open_at.pop(opening), match.end())
        elif mark == opening:
            open_at[mark] = at


def _closes(text: str, mark: str, at: int) -> bool:
    return mark in _CLOSES or (mark in "\"'" and at > 0 and text[at - 1] not in _BEFORE_OPENING)
