"""Evidence: which sentences of the article each statement of a brief rests on, and the addresses that tie the two.

    #point-2                the second key point          #s12      sentence 12 of the article
    #r12-1                  the marker of the first statement that rests on sentence 12

Sentences are counted from 1 over the whole text. A quote of two sentences has two markers; a sentence that three
statements rest on has three ways back. A quote is looked for as `generator.text.quotes` does it, never guessed.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.model import Brief, Challenge, KeyPoint, Note, Span, TimelineEvent
from generator.text.quotes import locate

StatementKind = Literal["key_point", "challenge", "event", "note"]
Item = KeyPoint | Challenge | TimelineEvent | Note
_ANCHORS: dict[StatementKind, str] = {
    "key_point": "point",
    "challenge": "challenge",
    "event": "event",
    "note": "note",
}


class Statement(NamedTuple):
    """One thing a brief says: its kind, its number among its kind (from 1), its words, its quote and what is around that."""

    kind: StatementKind
    number: int
    text: str
    quote: str
    prefix: str = ""
    suffix: str = ""

    @property
    def anchor(self) -> str:
        """The id of its element on the brief's page."""
        return f"{_ANCHORS[self.kind]}-{self.number}"


class Marker(NamedTuple):
    """The link from a statement to one sentence that it rests on."""

    id: str
    sentence: int
    statement: Statement

    @property
    def target(self) -> str:
        """The id of the sentence's element."""
        return f"s{self.sentence}"


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence of the article that statements rest on; `markers` are the ways back, in reading order."""

    number: int
    span: Span
    markers: tuple[Marker, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Each statement of a brief with its markers, and the sentences cited, in the article's order."""

    markers: dict[str, tuple[Marker, ...]]
    cited: tuple[CitedSentence, ...]


class FoundStatement(NamedTuple):
    """A statement with the place of its quote in the article's text."""

    statement: Statement
    span: Span


def statements(brief: Brief) -> Iterator[Statement]:
    """All that a brief says, in the order of its page."""
    lists: tuple[tuple[StatementKind, Sequence[Item]], ...] = (
        ("key_point", brief.key_points),
        ("challenge", brief.challenges),
        ("event", brief.timeline),
        ("note", brief.notes),
    )
    for kind, items in lists:
        for number, one in enumerate(items, 1):
            yield Statement(kind, number, one.text, one.quote, one.prefix or "", one.suffix or "")


def find(brief: Brief, text: str) -> tuple[tuple[FoundStatement, ...], tuple[Statement, ...]]:
    """The statements whose quotes stand in `text`, each with its place, and those whose quotes do not."""
    found, missing = [], []
    for statement in statements(brief):
        span = locate(text, statement.quote, statement.prefix, statement.suffix)
        if span is None or not span.of(text).strip():
            missing.append(statement)
        else:
            found.append(FoundStatement(statement, span))
    return tuple(found), tuple(missing)


def tie(found: Sequence[FoundStatement], sentences: Sequence[Span]) -> Evidence:
    """The markers of each statement, by its anchor, and the sentences they point to."""
    markers: dict[str, tuple[Marker, ...]] = {}
    by_sentence: defaultdict[int, list[Marker]] = defaultdict(list)
    ends = [sentence.end for sentence in sentences]
    for item in found:
        own = []
        for number in _numbers(item.span, sentences, ends):
            marker = Marker(f"r{number}-{len(by_sentence[number]) + 1}", number, item.statement)
            by_sentence[number].append(marker)
            own.append(marker)
        markers[item.statement.anchor] = tuple(own)
    cited = (CitedSentence(number, sentences[number - 1], tuple(by_sentence[number])) for number in sorted(by_sentence))
    return Evidence(markers, tuple(cited))


def _numbers(span: Span, sentences: Sequence[Span], ends: Sequence[int]) -> Iterator[int]:
    """The numbers of the sentences that `span` touches; `ends` are theirs."""
    for number in range(bisect_right(ends, span.start), len(sentences)):
        if sentences[number].start >= span.end:
            return
        yield number + 1
