"""The text of a brief's page as a program in the browser counts it, and where the article's own characters stand in it.

    page    the textContent of <body>
    inside  the part of it in the element #article-text, which holds the article's text, or so much of it as is published

Both are read off the HTML as it was written, so that an overridden template counts as well. The article's own elements have no
class (the sanitiser takes it away): what has one is the theme's, such as a note beside its sentence or a gap. As in `source`,
the runs of text on the page are found in the article's text whatever either does with spaces, character by character where
they are not there as they are. Only that element is read tag by tag; of the rest the tags are taken out.
"""

import html as entities
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from generator.model import Span
from generator.publish.alignment import ink_places, starts
from generator.publish.tokens import name_of, tag_at, text_of, texts_and_tags

ELEMENT = "article-text"
"""The id of the element that holds the article's text."""

_ID = f' id="{ELEMENT}"'
_CLASS = " class="

_START = attrgetter("start")

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
        run = self.own[bisect_right(self.own, span.start, key=_START) - 1]
        return run if run.start <= span.start < run.end else span


def published_text(html: str, text: str, shown: Sequence[Span]) -> PublishedText | None:
    """The text of the page `html` that publishes the parts `shown` of an article's `text`; None where it does not hold them."""
    body = html[max(html.find("<body"), 0) :]
    if "\r" in body:
        body = body.replace("\r\n", "\n").replace("\r", "\n")
    opening = _opening(body)
    if opening is None:
        return None
    before = text_of(body[: opening.start])
    walk = _Walk(len(before), body[opening.start : opening.end])
    after = walk.through(body, opening.end)
    page, published = before + "".join(walk.pieces) + text_of(body[after:]), _shown_alone(text, shown)
    own = tuple(walk.runs())
    places = _places(walk.inked, published) or _places(_characters(page, own), published)
    return PublishedText(page, Span(len(before), walk.at), own, *places) if places else None


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


def _places(pieces: Sequence[tuple[int, str]], text: str) -> tuple[list[int], list[int]] | None:
    """Where each of the pieces starts on the page and in `text`; None where `text` does not hold them so."""
    there = starts([piece for _, piece in pieces], text)
    return None if there is None else ([at for at, _ in pieces], there)


def _characters(page: str, runs: Sequence[Span]) -> list[tuple[int, str]]:
    """The characters of the runs, one by one, white space aside, each with its place."""
    return [(run.start + at, page[run.start + at]) for run in runs for at in ink_places(run.of(page))]


class _Walk:
    """The state of the one walk through the element of the article's text: its text so far, and which of it is its own.

    `inked` are the article's own texts without the white space around them, each with its place on the page.
    """

    def __init__(self, at: int, opening: str) -> None:
        self.pieces: list[str] = []
        self.inked: list[tuple[int, str]] = []
        self.at = at
        self._edges: list[int] = []
        self._article = _Element()
        self._article.take(opening, _ID)
        self._theme = _Element()

    def through(self, html: str, start: int) -> int:
        """Walks on from `start`; says where the element ends."""
        found = texts_and_tags(html[start:])
        for number in range(0, len(found) - 1, 2):
            tag = found[number + 1]
            if found[number]:
                self._text(found[number])
            if self._theme.depth or _CLASS in tag:
                self._theme.take(tag, _CLASS)
            if self._article.is_named(tag):
                self._article.take(tag, _ID)
                if not self._article.depth:
                    return start + sum(map(len, found[: number + 2]))
        self._text(found[-1])
        return len(html)

    def runs(self) -> Iterator[Span]:
        """The article's own, those that touch as one."""
        yield from map(Span, self._edges[::2], self._edges[1::2])

    def _text(self, source: str) -> None:
        piece = entities.unescape(source)
        end = self.at + len(piece)
        if piece and not self._theme.depth:
            if self._edges and self._edges[-1] == self.at:
                self._edges[-1] = end
            else:
                self._edges += (self.at, end)
            if bare := piece.strip():
                self.inked.append((self.at + piece.index(bare[0]), bare))
        self.pieces.append(piece)
        self.at = end


class _Element:
    """An element that begins with a tag that says so, and ends where those of its name that began in it have ended."""

    def __init__(self) -> None:
        self.depth = 0
        self._name = ""

    def is_named(self, tag: str) -> bool:
        """Whether a tag may be of this element's name. Most have another, and to see that takes less than to read theirs."""
        return self._name in tag[: len(self._name) + 2].lower()

    def take(self, tag: str, sign: str) -> None:
        """A tag; where none is open, one with `sign` in it opens."""
        if self.depth:
            if self.is_named(tag) and name_of(tag) == self._name:
                self.depth += -1 if tag.startswith("</") else 1
        elif sign in tag and not tag.startswith("</"):
            self.depth, self._name = 1, name_of(tag)
