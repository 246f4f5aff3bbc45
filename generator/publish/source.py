"""The article's text with its cited sentences marked, as pieces that the theme's `source` partial writes out.

The HTML that comes in is sanitised and well-formed. It is read once, from left to right, tags and text apart, and is never
parsed into a tree and written again: what the sanitiser let through is what leaves. Characters other than spaces are counted,
so that a place in the plain text is the same place in the HTML whatever either does with spaces and line ends.

    <p>One <em>and two. Three</em> four.</p>   with the second sentence cited gives
    <p>One <em>and two.</em> [open]<em>Three</em> four.[close]</p>

Inline elements are closed before a mark's edge and opened again behind it; a mark is closed before the edge of a block and
opened again in the next one. Headings are set below the page's own: the article's highest becomes h3, and none skips a level.
"""

import html as entities
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.publish.evidence import CitedSentence

_INLINE = frozenset({"a", "abbr", "b", "code", "del", "em", "i", "s", "span", "strong", "sub", "sup"})
_LINE_BREAKS = frozenset({"br", "wbr"})
_HEADING = re.compile(r"h[1-6]")
_TOKEN = re.compile(r"<|[^<]+")
_TAG_STOP = re.compile(r"[\"'>]")
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_WORD = re.compile(r"\s+|&[A-Za-z0-9#]{1,32};|&|[^\s&]+")
_HIGHEST_HEADING = 3

PieceKind = Literal["html", "open", "close"]


class TextsDifferError(ValueError):
    """The HTML and the plain text of a body do not say the same."""


@dataclass(frozen=True, slots=True)
class Piece:
    """HTML to be written as it is, or the edge of a mark; a sentence's `first` mark carries its id and the ways back."""

    kind: PieceKind
    html: str = ""
    sentence: CitedSentence | None = None
    first: bool = False


def mark(html: str, text: str, cited: Sequence[CitedSentence]) -> tuple[Piece, ...]:
    """`html` in pieces, the `cited` sentences of `text` marked. Raises TextsDifferError where the two do not agree."""
    if _ink(entities.unescape("".join(t for t in _tokens(html) if not t.startswith("<")))) != _ink(text):
        raise TextsDifferError("the body's HTML and its plain text differ")
    writer = _Writer(_edges(text, cited), _heading_levels(html))
    for token in _tokens(html):
        if token.startswith("<"):
            writer.tag(token)
        else:
            writer.text(token)
    return tuple(writer.pieces())


def _ink(text: str) -> str:
    return "".join(text.split())


def _tokens(html: str) -> Iterator[str]:
    at = 0
    while match := _TOKEN.match(html, at):
        end = _tag_end(html, at) if match.group() == "<" else match.end()
        yield html[at:end]
        at = end


def _tag_end(html: str, start: int) -> int:
    """Where the tag at `start` ends; a `>` in a quoted attribute does not end it."""
    at = start
    while stop := _TAG_STOP.search(html, at):
        if stop.group() == ">":
            return stop.end()
        closing = html.find(stop.group(), stop.end())
        if closing < 0:
            break
        at = closing + 1
    return len(html)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A cited sentence by the characters other than spaces that come before it and before its end."""

    start: int
    end: int
    sentence: CitedSentence


def _edges(text: str, cited: Sequence[CitedSentence]) -> list[_Edge]:
    edges, at, count = [], 0, 0
    for sentence in sorted(cited, key=lambda one: one.span):
        start = count + len(_ink(text[at : sentence.span.start]))
        count = start + len(_ink(sentence.span.of(text)))
        at = sentence.span.end
        if count > start:
            edges.append(_Edge(start, count, sentence))
    return edges


def _heading_levels(html: str) -> dict[str, int]:
    names = sorted({name for name in map(_name, _tokens(html)) if _HEADING.fullmatch(name)})
    return {name: min(_HIGHEST_HEADING + rank, 6) for rank, name in enumerate(names)}


def _name(token: str) -> str:
    match = _TAG_NAME.match(token)
    return match[1].lower() if match else ""


@dataclass(slots=True)
class _Writer:
    """The state of the one walk: the characters counted, the inline elements open, and the mark that is open."""

    edges: list[_Edge]
    levels: dict[str, int]
    out: list[Piece] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    inline: list[tuple[str, str]] = field(default_factory=list)
    written: int = 0
    ink: int = 0
    next_edge: int = 0
    marked: bool = False
    begun: bool = False
    level: int = _HIGHEST_HEADING - 1

    def pieces(self) -> list[Piece]:
        """All that was written; the source has ended."""
        self._close_mark()
        self._flush()
        return self.out

    def tag(self, token: str) -> None:
        """One tag of the source."""
        name = _name(token)
        if name in _INLINE:
            self._inline_tag(name, token)
        elif name in _LINE_BREAKS:
            self.buffer.append(token)
        else:
            self._close_mark()
            self._close_inline()
            self.buffer.append(self._heading(name, token) if name in self.levels else token)

    def text(self, run: str) -> None:
        """One run of text between two tags."""
        ink = len(_ink(entities.unescape(run)))
        if self._untouched(ink):
            if ink:
                self._open_inline()
            self.buffer.append(run)
            self.ink += ink
            return
        for word in _WORD.findall(run):
            self._word(word)

    def _untouched(self, ink: int) -> bool:
        if self.next_edge >= len(self.edges) or not ink:
            return True
        edge = self.edges[self.next_edge]
        return self.ink + ink <= edge.start or (self.marked and self.ink + ink < edge.end)

    def _word(self, word: str) -> None:
        """White space, one character reference, or characters without either, which an edge may cut in two."""
        character = entities.unescape(word)
        if character.isspace():
            self.buffer.append(word)
            return
        length, at = len(character), 0
        while at < length:
            self._open_mark_if_due()
            self._open_inline()
            part = min(length - at, self._to_next_edge())
            self.buffer.append(word if part == length else word[at : at + part])
            self.ink += part
            at += part
            self._close_mark_if_due()

    def _to_next_edge(self) -> int:
        if self.next_edge >= len(self.edges):
            return sys.maxsize
        edge = self.edges[self.next_edge]
        return (edge.end if self.marked else edge.start) - self.ink

    def _close_mark_if_due(self) -> None:
        if self.marked and self.ink == self.edges[self.next_edge].end:
            self._close_mark()
            self.next_edge += 1
            self.begun = False

    def _open_mark_if_due(self) -> None:
        if self.marked or self.next_edge >= len(self.edges) or self.ink < self.edges[self.next_edge].start:
            return
        self._close_inline()
        self._edge("open")
        self.marked = True

    def _close_mark(self) -> None:
        if not self.marked:
            return
        self._close_inline()
        self._edge("close")
        self.marked, self.begun = False, True

    def _edge(self, kind: PieceKind) -> None:
        self._flush()
        self.out.append(Piece(kind, sentence=self.edges[self.next_edge].sentence, first=not self.begun))

    def _inline_tag(self, name: str, token: str) -> None:
        if not token.startswith("</"):
            self.inline.append((name, token))
        elif self.inline:
            if self.written == len(self.inline):
                self.buffer.append(f"</{name}>")
                self.written -= 1
            self.inline.pop()

    def _open_inline(self) -> None:
        self.buffer.extend(token for _, token in self.inline[self.written :])
        self.written = len(self.inline)

    def _close_inline(self) -> None:
        self.buffer.extend(f"</{name}>" for name, _ in reversed(self.inline[: self.written]))
        self.written = 0

    def _heading(self, name: str, token: str) -> str:
        if token.startswith("</"):
            return f"</h{self.level}>"
        self.level = min(self.levels[name], self.level + 1)
        return f"<h{self.level}>"

    def _flush(self) -> None:
        if self.buffer:
            self.out.append(Piece("html", "".join(self.buffer)))
            self.buffer = []
