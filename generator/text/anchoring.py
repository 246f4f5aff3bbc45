"""Where in a text a reader's quote stands that was taken from a page of it, white space aside.

A page writes other white space than its text: line breaks of the HTML, no-break spaces, nothing between two paragraphs. So
each run of white space counts as one space, and where that finds nothing, a blank line may count as none. Every other character
must be the text's. Where the quote stands several times, what the reader's program kept before and after it must fit one
place: both of them, or one where no place has both. Nothing is ever chosen for being similar.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.model import Span
from generator.text.quotes import TextQuoteSelector

_WHITE = re.compile(r"\s+")
_CONTEXT = 64
"""Characters of prefix and suffix that are compared; Hypothesis keeps 32."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that a quote fits, and whether what stands around it fits as well, as far as that was given."""

    span: Span
    has_context: bool


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text with shorter white space; where each shortened run ends in it, and how many characters were lost up to there."""

    text: str
    ends: tuple[int, ...]
    lost: tuple[int, ...]

    def original(self, at: int) -> int:
        return at + self.lost[bisect_right(self.ends, at)]

    def places(self, exact: str) -> Iterator[int]:
        at = self.text.find(exact)
        while at >= 0:
            yield at
            at = self.text.find(exact, at + len(exact))


@dataclass(frozen=True)
class Searchable:
    """A text that quotes are looked for in, folded once."""

    text: str

    @cached_property
    def _spaced(self) -> _Folded:
        return _folded(self.text, glued=False)

    @cached_property
    def _glued(self) -> _Folded:
        return _folded(self.text, glued=True)

    def anchor(self, selector: TextQuoteSelector) -> Anchor | Literal["nowhere", "several"]:
        """The one place that `selector` fits."""
        exact = _WHITE.sub(" ", selector.exact).strip()
        for folded in (self._spaced, self._glued) if exact else ():
            places = list(folded.places(exact))
            if places:
                return self._decided(folded, places, exact, selector)
        return "nowhere"

    def _decided(
        self, folded: _Folded, places: Sequence[int], exact: str, selector: TextQuoteSelector
    ) -> Anchor | Literal["several"]:
        prefix, suffix = _ink(selector.prefix)[-_CONTEXT:], _ink(selector.suffix)[:_CONTEXT]
        before = {at for at in places if _ink(folded.text[max(0, at - 3 * _CONTEXT) : at]).endswith(prefix)}
        ends = {at: at + len(exact) for at in places}
        after = {at for at in places if _ink(folded.text[ends[at] : ends[at] + 3 * _CONTEXT]).startswith(suffix)}
        fitting = before & after or before | after
        chosen = fitting if len(places) > 1 else set(places)
        if len(chosen) != 1:
            return "several"
        (at,) = chosen
        span = Span(folded.original(at), folded.original(ends[at] - 1) + 1)
        return Anchor(span, bool((prefix and at in before) or (suffix and at in after)))


def whole_words(text: str, span: Span) -> Span:
    """`span`, and the rest of a word of Latin letters or figures that it cuts."""
    start, end = span.start, span.end
    while _is_within_word(text, start):
        start -= 1
    while _is_within_word(text, end):
        end += 1
    return Span(start, end)


def _is_within_word(text: str, at: int) -> bool:
    around = text[at - 1 : at + 1] if at else ""
    return len(around) == 2 and around.isascii() and around.isalnum()


def _folded(text: str, *, glued: bool) -> _Folded:
    pieces, at, ends, lost, length = [], 0, [], [0], 0
    for run in _WHITE.finditer(text):
        space = "" if glued and run[0].count("\n") > 1 else " "
        pieces += [text[at : run.start()], space]
        length += run.start() - at + len(space)
        at = run.end()
        if len(run[0]) > len(space):
            ends.append(length)
            lost.append(lost[-1] + len(run[0]) - len(space))
    return _Folded("".join((*pieces, text[at:])), tuple(ends), tuple(lost))


def _ink(text: str) -> str:
    return "".join(text.split())
