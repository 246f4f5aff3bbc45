"""The text of a brief's page as a program in the browser counts it, and where the article's own characters stand in it.

    page    the textContent of <body>
    inside  the part of it in the element #article-text, which holds the article's text, or so much of it as is published

Both are read off the HTML as it was written, so that an overridden template counts as well. The article's own elements have no
class (the sanitiser takes it away): what has one is the theme's, such as a note beside its sentence or a gap. As in `source`,
characters other than spaces are matched one by one. Only that element is read tag by tag; of the rest the tags are taken out.
"""

import html as entities
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Span
from generator.publish.tokens import ink, name_of, reach, text_of, tokens

ELEMENT = "article-text"
"""The id of the element that holds the article's text."""

_ID = f' id="{ELEMENT}"'
_CLASS = " class="
_STRIDE = 512
"""Characters between two counts that are kept: 256 to 1,024 take the same time for articles of 6 KB, fewer take more."""

_CONTEXTS = (32, 64, 128, 256, 512)
"""Characters of context, the first as Hypothesis takes them; more where the page has the same words elsewhere."""


@dataclass(frozen=True, slots=True)
class Inked:
    """Parts of a text in short pieces: where each starts, and how many characters other than spaces come before it."""

    text: str
    starts: tuple[int, ...]
    counts: tuple[int, ...]

    def count(self, at: int) -> int:
        """How many characters other than spaces come before `at`, which is the place of one or one past it."""
        piece = bisect_right(self.starts, at) - 1
        return self.counts[piece] + len(ink(self.text[self.starts[piece] : at])) if piece >= 0 else 0

    def place(self, number: int) -> int:
        """Where character `number` other than a space stands, counted from 0."""
        piece = bisect_right(self.counts, number) - 1
        return reach(self.text, self.starts[piece], number - self.counts[piece] + 1)[0] - 1


@dataclass(frozen=True, slots=True)
class PublishedText:
    """The text of a page; `own` are the runs of it that are the article's.

    `here` counts the characters of these runs, and `there` the same ones in the article's text.
    """

    page: str
    inside: Span
    own: tuple[Span, ...]
    here: Inked
    there: Inked

    def span(self, span: Span) -> Span:
        """Where the characters at `span` of the article's text, no space at either end, stand on the page."""
        return Span(self.here.place(self.there.count(span.start)), self.here.place(self.there.count(span.end - 1)) + 1)

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
        return next((run for run in self.own if run.start <= span.start < run.end), span)


def published_text(html: str, text: str, shown: Sequence[Span]) -> PublishedText | None:
    """The text of the page `html` that publishes the parts `shown` of an article's `text`; None where it does not hold them."""
    body = html[max(html.find("<body"), 0) :].replace("\r\n", "\n").replace("\r", "\n")
    opening = _opening(body)
    if opening is None:
        return None
    before = text_of(body[: opening.start])
    walk = _Walk(len(before), body[opening.start : opening.end])
    after = walk.through(body, opening.end)
    page, own = before + "".join(walk.pieces) + text_of(body[after:]), tuple(walk.runs())
    if ink("".join(run.of(page) for run in own)) != ink("".join(part.of(text) for part in shown)):
        return None
    return PublishedText(page, Span(len(before), walk.at), own, _inked(page, own), _inked(text, shown))


def _opening(html: str) -> Span | None:
    """The tag that opens the element of the article's text."""
    at = html.find(_ID)
    while at >= 0:
        start = max(html.rfind("<", 0, at), 0)
        tag = next(tokens(html[start:]), "")
        if start + len(tag) > at and tag.startswith("<") and not tag.startswith("</"):
            return Span(start, start + len(tag))
        at = html.find(_ID, at + 1)
    return None


def _inked(text: str, spans: Sequence[Span]) -> Inked:
    starts, counts, count = [], [], 0
    for span in spans:
        for start in range(span.start, span.end, _STRIDE):
            if length := len(ink(text[start : min(start + _STRIDE, span.end)])):
                starts.append(start)
                counts.append(count)
                count += length
    return Inked(text, tuple(starts), tuple(counts))


class _Walk:
    """The state of the one walk through the element of the article's text: its text so far, and where the theme's own began."""

    def __init__(self, at: int, opening: str) -> None:
        self.pieces: list[str] = []
        self.at = at
        self._article = _Element()
        self._article.take(opening, _ID)
        self._theme = _Element()
        self._own: list[Span] = []

    def through(self, html: str, start: int) -> int:
        """Walks on from `start`; says where the element ends."""
        place = start
        for token in tokens(html, start):
            place += len(token)
            if not token.startswith("<"):
                self._text(entities.unescape(token))
                continue
            self._theme.take(token, _CLASS)
            self._article.take(token, _ID)
            if not self._article.depth:
                break
        return place

    def runs(self) -> Iterator[Span]:
        """The article's own, those that touch as one."""
        start = end = -1
        for span in self._own:
            if span.start != end:
                if end > start:
                    yield Span(start, end)
                start = span.start
            end = span.end
        if end > start:
            yield Span(start, end)

    def _text(self, piece: str) -> None:
        end = self.at + len(piece)
        if not self._theme.depth:
            self._own.append(Span(self.at, end))
        self.pieces.append(piece)
        self.at = end


class _Element:
    """An element that begins with a tag that says so, and ends where those of its name that began in it have ended."""

    def __init__(self) -> None:
        self.depth = 0
        self._name = ""

    def take(self, token: str, sign: str) -> None:
        """A tag; where none is open, one with `sign` in it opens."""
        if self.depth:
            if name_of(token) == self._name:
                self.depth += -1 if token.startswith("</") else 1
        elif sign in token and not token.startswith("</"):
            self.depth, self._name = 1, name_of(token)
