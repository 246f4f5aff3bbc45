"""The article's text with its cited sentences marked, as pieces that the theme's `source` partial writes out.

The HTML that comes in is sanitised and well-formed. It is read once, from left to right, tags and text apart, and is never
parsed into a tree and written again: what the sanitiser let through is what leaves. Characters other than spaces are counted,
so that a place in the plain text is the same place in the HTML whatever either does with spaces and line ends. Where
`excerpts` has taken text out stands a gap.

    <p>One <em>and two. Three</em> four.</p>   with the second sentence cited gives
    <p>One <em>and two.</em> [open]<em>Three</em> four.[close]</p>

Inline elements are closed before a mark's edge and opened again behind it; a mark is closed before the edge of a block and
opened again in the next one. Headings are set below the page's own: the article's highest becomes h3, and none skips a level.
"""

import html as entities
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.publish.evidence import CitedSentence
from generator.publish.tokens import GAP, INLINE, REFERENCE, after_spaces, ink, name_of, reach, tokens

_LINE_BREAKS = frozenset({"br", "wbr"})
_HEADING = re.compile(r"h[1-6]")
_HIGHEST_HEADING = 3

PieceKind = Literal["html", "open", "close", "gap"]


class TextsDifferError(ValueError):
    """The HTML and the plain text of a body do not say the same."""


@dataclass(frozen=True, slots=True)
class Piece:
    """HTML to be written as it is, a gap, or the edge of a mark.

    A sentence's `first` mark carries its id and the ways back, its `last` is followed by people's notes on it.
    """

    kind: PieceKind
    html: str = ""
    sentence: CitedSentence | None = None
    first: bool = False
    last: bool = False


def mark(html: str, text: str, cited: Sequence[CitedSentence]) -> tuple[Piece, ...]:
    """`html` in pieces, the `cited` sentences of `text` marked. Raises TextsDifferError where the two do not agree."""
    found = tuple(tokens(html))
    _check_same(found, text)
    writer = _Writer(_edges(text, cited), _heading_levels(found))
    for token in found:
        if token.startswith("<"):
            writer.tag(token)
        else:
            writer.text(token)
    return tuple(writer.pieces())


@dataclass(frozen=True, slots=True)
class _Edge:
    """A cited sentence by the characters other than spaces that come before it and before its end."""

    start: int
    end: int
    sentence: CitedSentence


def check_same(html: str, text: str) -> None:
    """Raises TextsDifferError where the two do not say the same."""
    _check_same(tokens(html), text)


def _check_same(found: Iterable[str], text: str) -> None:
    if ink(entities.unescape("".join(token for token in found if not token.startswith("<")))) != ink(text):
        raise TextsDifferError("the body's HTML and its plain text differ")


def _edges(text: str, cited: Sequence[CitedSentence]) -> list[_Edge]:
    edges, at, count = [], 0, 0
    for sentence in sorted(cited, key=lambda one: one.span):
        start = count + len(ink(text[at : sentence.span.start]))
        count = start + len(ink(sentence.span.of(text)))
        at = sentence.span.end
        if count > start:
            edges.append(_Edge(start, count, sentence))
    return edges


def _heading_levels(found: Iterable[str]) -> dict[str, int]:
    names = sorted({name for token in found if token.startswith(("<h", "<H")) and _HEADING.fullmatch(name := name_of(token))})
    return {name: min(_HIGHEST_HEADING + rank, 6) for rank, name in enumerate(names)}


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
        name = name_of(token)
        if token == GAP:
            self._flush()
            self.out.append(Piece("gap"))
        elif name in INLINE:
            self._inline_tag(name, token)
        elif name in _LINE_BREAKS:
            self.buffer.append(token)
        else:
            self._close_mark()
            self._close_inline()
            self.buffer.append(self._heading(name, token) if name in self.levels else token)

    def text(self, run: str) -> None:
        """One run of text between two tags."""
        length = len(ink(entities.unescape(run)))
        if self._untouched(length):
            if length:
                self._open_inline()
            self.buffer.append(run)
            self.ink += length
            return
        for piece in REFERENCE.findall(run):
            if piece.startswith("&"):
                self._reference(piece)
            else:
                self._characters(piece)

    def _untouched(self, length: int) -> bool:
        if self.next_edge >= len(self.edges) or not length:
            return True
        edge = self.edges[self.next_edge]
        return self.ink + length <= edge.start or (self.marked and self.ink + length < edge.end)

    def _reference(self, piece: str) -> None:
        """One character reference, which no edge cuts in two; that of a space is one."""
        character = entities.unescape(piece)
        if character.isspace():
            self.buffer.append(piece)
            return
        self._open_mark_if_due()
        self._open_inline()
        self.buffer.append(piece)
        self.ink += len(character)
        self._close_mark_if_due()

    def _characters(self, piece: str) -> None:
        """Characters that stand for themselves, between which edges may be."""
        at = 0
        while at < len(piece):
            start = after_spaces(piece, at)
            if start > at:
                self.buffer.append(piece[at:start])
            if start == len(piece):
                return
            self._open_mark_if_due()
            self._open_inline()
            at, count = reach(piece, start, self._to_next_edge())
            self.buffer.append(piece[start:at])
            self.ink += count
            self._close_mark_if_due()

    def _to_next_edge(self) -> int:
        if self.next_edge >= len(self.edges):
            return sys.maxsize
        edge = self.edges[self.next_edge]
        return (edge.end if self.marked else edge.start) - self.ink

    def _close_mark_if_due(self) -> None:
        if self.marked and self.ink == self.edges[self.next_edge].end:
            self._close_mark(last=True)
            self.next_edge += 1
            self.begun = False

    def _open_mark_if_due(self) -> None:
        if self.marked or self.next_edge >= len(self.edges) or self.ink < self.edges[self.next_edge].start:
            return
        self._close_inline()
        self._edge("open")
        self.marked = True

    def _close_mark(self, *, last: bool = False) -> None:
        if not self.marked:
            return
        self._close_inline()
        self._edge("close", last=last)
        self.marked, self.begun = False, True

    def _edge(self, kind: PieceKind, *, last: bool = False) -> None:
        self._flush()
        self.out.append(Piece(kind, sentence=self.edges[self.next_edge].sentence, first=not self.begun, last=last))

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
