"""The evidence quote, in the terms of the W3C Web Annotation Data Model (section 4.2.4, Text Quote Selector).

A quote stands in a text when its characters do, exactly. One thing is folded, on both sides: a run of white space that contains
a line break counts as one space, so that a hard-wrapped body and a one-line quote agree. Double spaces, case, dashes and
quotation marks are the article's own and are compared as they are.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Span
from generator.text.type_repair import repair

# Two spaces or more, or one line break; one set of characters first, so that the search skips what is neither.
_RUN = re.compile(r"\s(?:\s+|(?<=[\n\r]))")
_BREAK = re.compile(r"[\n\r]\s*")
_IDEOGRAPH = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
# A sign, a currency and a percentage are part of what a word says; punctuation around it is not.
_TOKEN = re.compile(rf"[{_IDEOGRAPH}]|[^\s{_IDEOGRAPH}\"'“”‘’„«»()\[\]{{}},.;:!?…—–]+(?:['’.,:][^\W_]+)*")
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class TextQuoteSelector:
    """The characters `exact`, with the characters just before and after that tell it from its like."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def one_line(text: str) -> str:
    """`text` with each run of white space that contains a line break as one space, the form in which quotes are compared."""
    return _RUN.sub(_folded_run, text) if "\n" in text or "\r" in text else text


def locate(text: str, exact: str, prefix: str = "", suffix: str = "") -> Span | None:
    """Where `exact` stands in `text`: where prefix and suffix fit, else the first place; None where it does not stand."""
    if not exact:
        return None
    folded, exact, prefix, suffix = _folded(text), one_line(exact), one_line(prefix), one_line(suffix)
    for before, after in ((prefix, suffix), (prefix, ""), ("", suffix), ("", "")):
        at = folded.line.find(before + exact + after)
        if at >= 0:
            start = at + len(before)
            return folded.place(Span(start, start + len(exact)))
    return None


def count(text: str, exact: str) -> int:
    """How many times `exact` stands in `text`, not counting overlaps."""
    return _folded(text).line.count(one_line(exact)) if exact else 0


def describe(text: str, span: Span, context: int = 32) -> TextQuoteSelector:
    """The selector of the characters at `span`, with up to `context` characters on either side."""
    before, after = text[max(0, span.start - context) : span.start], text[span.end : span.end + context]
    # A run of white space cut in two would not fold as the whole run does.
    return TextQuoteSelector(span.of(text), before.lstrip(), after.rstrip())


def is_subsequence(text: str, quote: str) -> bool:
    """Whether the words of `text` are words of `quote` in its order, typing and the case of a first letter aside."""
    if text == quote:
        return True
    if quote.isascii() and not _may_be_within(text, quote):
        return False
    remaining = iter(_tokens(quote))
    return all(token in remaining for token in _tokens(text))


def _may_be_within(text: str, quote: str) -> bool:
    """Whether all words of `text`, their first letters aside, stand somewhere in `quote`, which is of ASCII.

    Most statements of a person's own have one that does not, and this is seen before either is taken apart. To mend the typing
    of ASCII neither joins nor parts what stands between its signs.
    """
    return all(letters[0][1:] in quote for letters in _LETTERS.finditer(text))


def _tokens(text: str) -> list[str]:
    return [token[0].lower() + token[1:] for token in _TOKEN.findall(repair(text).replace("’", "'"))]


def _folded_run(match: re.Match[str]) -> str:
    run = match[0]
    return " " if "\n" in run or "\r" in run else run


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text on one line: where each shortened run ends in it, and how many characters are lost by then."""

    line: str
    ends: tuple[int, ...]
    lost: tuple[int, ...]

    def place(self, span: Span) -> Span:
        """Where what stands at `span` of the line stands in the text."""
        start = span.start + self.lost[bisect_right(self.ends, span.start)]
        return Span(start, span.end + self.lost[bisect_right(self.ends, span.end)])


# All quotes of a brief are looked for in one text, one after another: 28 foldings of it were most of what verifying took.
@lru_cache(maxsize=4)
def _folded(text: str) -> _Folded:
    pieces: list[str] = []
    ends, lost, at = [], [0], 0
    for match in _BREAK.finditer(text):
        bare = text[at : match.start()].rstrip()
        length = match.end() - at - len(bare)
        pieces += (bare, " ")
        at = match.end()
        if length > 1:
            ends.append(at - lost[-1] - length + 1)
            lost.append(lost[-1] + length - 1)
    return _Folded("".join([*pieces, text[at:]]), tuple(ends), tuple(lost))
