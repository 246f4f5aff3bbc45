"""The text of a brief's page as a program in the browser counts it, and where the article's own characters stand in it.

    page    the textContent of <body>
    inside  the part of it in the element #article-text, which holds the article's text, or so much of it as is published

Both are read off the HTML as it was written, so that an overridden template counts as well. The article's own elements have no
class (the sanitiser takes it away): what has one is the theme's, such as a note beside its sentence or a gap. As in `source`,
the runs of text on the page are found in the article's text whatever either does with spaces, character by character where
they are not there as they are. Only that element is read tag by tag; of the rest the tags are taken out.
"""

import html as entities
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Span
from generator.publish.alignment import ink_places, starts
from generator.publish.tokens import name_of, tag_at, text_of, texts_and_tags

ELEMENT = "article-text"
"""The id of the element that holds the article's text."""

_ID = f' id="{ELEMENT}"'
_CLASS = " class="

_CONTEXTS = (32, 64, 128, 256, 512)
"""Characters of context, the first as Hypothesis takes them; more where the page has the same words elsewhere."""


@dataclass(frozen=True, slots=True)
class PublishedText:
    """The text of a page; `own` are the runs of it that are the article's.

    `here` says where each piece of these runs starts, and `there` where the same one starts in the article's text.
    """

    page: str
    inside: Span
    own: tuple[Span, ...]
    here: Sequence[int]
    there: Sequence[int]

    def span(self, span: Span) -> Span:
        """Where the characters at `span` of the article's text, no space at either end, stand on the page."""
        return Span(self._place(span.start), self._place(span.end - 1) + 1)

    def _place(self, at: int) -> int:
        piece = bisect_right(self.there, at) - 1
        return self.here[piece] + at - self.there[piece]

    def is_whole(self, span: Span) -> bool:
        """Whether nothing but the article's own stands at `span` of the page."""
        return self._run(span).end >= span.end

    def context(self, span: Span) -> tuple[str, str]:
        """What stands before and after `span` of the page: the article's own where that tells it from its like, else more."""
        run = self._run(span)
        first = None
        for edge in (run, Span(0, len(self.page))):
            for length in _CONTEXTS:
                before = self.page[max(edge.start, span.start - length) : span.start]
                after = self.page[span.end : max(span.end, min(edge.end, span.end + length))]
                first = first or (before, after)
                if self.page.count(before + span.of(self.page) + after) == 1:
                    return before, after
        return first or ("", "")

    def _run(self, span: Span) -> Span:
        run = self.own[bisect_right(self.own, Span(span.start, sys.maxsize)) - 1]
        return run if run.start <= span.start < run.end else span


def published_text(html: str, text: str, shown: Sequence[Span]) -> PublishedText | None:
    """The text of the page `html` that publishes the parts `shown` of an article's `text`; None where it does not hold them."""
    body = html[max(html.find("<body"), 0) :].replace("\r\n", "\n").replace("\r", "\n")
    opening = _opening(body)
    if opening is None:
        return None
    before = text_of(body[: opening.start])
    walk = _Walk(len(before), body[opening.start : opening.end])
    after = walk.through(body, opening.end)
    page, published = before + "".join(walk.pieces) + text_of(body[after:]), _shown_alone(text, shown)
    places = _places(page, walk.own, published) or _places(page, _characters(page, walk.own), published)
    return PublishedText(page, Span(len(before), walk.at), tuple(walk.runs()), *places) if places else None


def _opening(html: str) -> Span | None:
    """The tag that opens the element of the article's text."""
    at = html.find(_ID)
    while at >= 0:
        start = max(html.rfind("<", 0, at), 0)
        tag = tag_at(html, start)
        if start + len(tag) > at and not tag.startswith("</"):
            return Span(start, start + len(tag))
        at = html.find(_ID, at + 1)
    return None


def _shown_alone(text: str, shown: Sequence[Span]) -> str:
    """`text` with spaces in place of what is not shown, so that each character stands where it did."""
    pieces: list[str] = []
    at = 0
    for span in shown:
        pieces += (" " * (span.start - at), span.of(text))
        at = span.end
    return "".join(pieces)


def _places(page: str, pieces: Sequence[Span], text: str) -> tuple[list[int], list[int]] | None:
    """Where each of the pieces starts on the page and in `text`, white space aside; None where `text` does not hold them so."""
    here, bare = [], []
    for piece in pieces:
        if inside := piece.of(page).strip():
            here.append(page.index(inside[0], piece.start))
            bare.append(inside)
    there = starts(bare, text)
    return None if there is None else (here, there)


def _characters(page: str, runs: Sequence[Span]) -> list[Span]:
    """The characters of the runs, one by one, white space aside."""
    return [Span(run.start + at, run.start + at + 1) for run in runs for at in ink_places(run.of(page))]


class _Walk:
    """The state of the one walk through the element of the article's text: its text so far, and which of it is its own."""

    def __init__(self, at: int, opening: str) -> None:
        self.pieces: list[str] = []
        self.own: list[Span] = []
        self.at = at
        self._article = _Element()
        self._article.take(opening, _ID)
        self._theme = _Element()

    def through(self, html: str, start: int) -> int:
        """Walks on from `start`; says where the element ends."""
        found = texts_and_tags(html[start:])
        for number in range(0, len(found) - 1, 2):
            self._text(found[number])
            self._theme.take(found[number + 1], _CLASS)
            self._article.take(found[number + 1], _ID)
            if not self._article.depth:
                return start + sum(map(len, found[: number + 2]))
        self._text(found[-1])
        return len(html)

    def runs(self) -> Iterator[Span]:
        """The article's own, those that touch as one."""
        start = end = -1
        for span in self.own:
            if span.start != end:
                if end > start:
                    yield Span(start, end)
                start = span.start
            end = span.end
        if end > start:
            yield Span(start, end)

    def _text(self, source: str) -> None:
        piece = entities.unescape(source)
        end = self.at + len(piece)
        if piece and not self._theme.depth:
            self.own.append(Span(self.at, end))
        self.pieces.append(piece)
        self.at = end


class _Element:
    """An element that begins with a tag that says so, and ends where those of its name that began in it have ended."""

    def __init__(self) -> None:
        self.depth = 0
        self._name = ""

    def take(self, tag: str, sign: str) -> None:
        """A tag; where none is open, one with `sign` in it opens."""
        if self.depth:
            # Most tags have another name, and to look for it takes less than to read theirs.
            if self._name in tag[: len(self._name) + 2].lower() and name_of(tag) == self._name:
                self.depth += -1 if tag.startswith("</") else 1
        elif sign in tag and not tag.startswith("</"):
            self.depth, self._name = 1, name_of(tag)
