"""Cuts a text into sentences, each with the characters it stands on.

    a blank line, and a line of marks ("- END -"), always ends a sentence; another line break never does
    `sentence_ends` finds where a sentence ends, `inline_lists` where an item of a list in the line starts
    nothing is cut inside quotation marks, unless a quotation that stands by itself is very long
    a list's number, or a closing bracket, is no sentence of its own

What it does not do: it finds no sentences in text without punctuation, and leaves a long sentence whole.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Span
from generator.text.inline_lists import item_starts
from generator.text.quotations import quotations
from generator.text.sentence_ends import sentence_ends

# A quotation longer than this that stands by itself is cut inside: about five sentences of news prose.
_LONG_QUOTATION = 600

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LINE_OF_MARKS = re.compile(r"\n[-–—*=_~#]{1,40} ?\w{0,12} ?[-–—*=_~#]{1,40}(?=\n|$)")
_LIST_NUMBER = re.compile(r"[•⁃]?\s?\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4})(?:\.\)|[.)])\s*")
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `text` stands at `span` of the text it was cut from, without white space around it."""

    span: Span
    text: str


def sentences(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of `text` in order; `language` is a BCP 47 tag, unknown ones are cut by general rules."""
    return tuple([Sentence(span, span.of(text)) for span in sentence_spans(text, language)])


def sentence_spans(text: str, language: str = "en") -> tuple[Span, ...]:
    """Where the sentences of `text` stand, for those that need no more of them."""
    breaks = sorted({*_breaks(text)}) if "\n" in text else []
    ends = _outside_quotations(text, sorted({*sentence_ends(text, language, breaks), *item_starts(text, breaks)}))
    places = _without_fragments(text, sorted({*ends, *breaks}), frozenset(breaks))
    return tuple([span for start, end in pairwise([0, *places, len(text)]) if (span := _stripped(text, start, end))])


def _breaks(text: str) -> Iterator[int]:
    yield from (match.end() for match in _BLANK_LINE.finditer(text))
    for match in _LINE_OF_MARKS.finditer(text):
        yield match.start() + 1
        yield match.end()


def _outside_quotations(text: str, ends: list[int]) -> list[int]:
    kept, at = [], 0
    for quotation in sorted(quotations(text)):
        first, last = bisect_right(ends, quotation.start, at), bisect_left(ends, quotation.end)
        if first < last and not (_is_long(quotation) and _stands_alone(text, quotation, ends, last)):
            kept += ends[at:first]
            at = last
    return kept + ends[at:]


def _is_long(quotation: Span) -> bool:
    return quotation.end - quotation.start > _LONG_QUOTATION


def _stands_alone(text: str, quotation: Span, ends: list[int], following: int) -> bool:
    end = ends[following] if following < len(ends) else len(text)
    return not text[quotation.end : end].strip()


def _without_fragments(text: str, places: list[int], breaks: frozenset[int]) -> list[int]:
    kept, start = [], 0
    for place, following in pairwise([*places, len(text)]):
        number = place - start < 9 and _LIST_NUMBER.fullmatch(text, start, place)
        if place in breaks or (not number and _has_word(text, place, following)):
            kept.append(place)
            start = place
    return kept


def _has_word(text: str, start: int, end: int) -> bool:
    # Most sentences begin with a letter: to see that costs less than to search for one.
    return (start < end and text[start].isalnum()) or bool(_WORD.search(text, start, end))


def _stripped(text: str, start: int, end: int) -> Span | None:
    """What stands there without the white space around it; None where it is nothing else."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    bare = piece.strip()
    return Span(start, start + len(bare)) if bare else None
