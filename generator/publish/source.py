"""The article's text with its cited sentences marked, as pieces that the theme's `source` partial writes out.

The HTML that comes in is sanitised and well-formed. It is read once, from left to right, tags and text apart, and is never
parsed into a tree and written again: what the sanitiser let through is what leaves. Places are those of the plain text, in
which each text of the HTML stands, whatever either does with spaces and line ends. Where `excerpts` has taken text out stands
a gap.

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
from typing import Literal, NamedTuple

from generator.model import Span
from generator.publish.alignment import respaced, starts
from generator.publish.evidence import CitedSentence
from generator.publish.tokens import GAP, INLINE, REFERENCE, after_spaces, ink, name_of, text_of, texts_and_tags

_LINE_BREAKS = frozenset({"br", "wbr"})
_HEADING = re.compile(r"h[1-6]")
_HIGHEST_HEADING = 3

PieceKind = Literal["html", "open", "close", "gap"]


class TextsDifferError(ValueError):
    """The HTML and the plain text of a body do not say the same."""


class Piece(NamedTuple):
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
    found = texts_and_tags(html)
    runs = list(map(entities.unescape, found[::2]))
    edges = [_Edge(one.span.start, one.span.end, one) for one in cited if one.span.of(text).strip()]
    places = _places(runs, text)
    if places is None:
        edges, text = _respaced(edges, text, "".join(runs)), "".join(runs)
        places = _places(runs, text) or []
    writer = _Writer([*sorted(edges, key=lambda edge: edge.start), _NO_EDGE], _heading_levels(found[1::2]))
    for source, run, place, tag in zip(found[::2], runs, places, [*found[1::2], ""], strict=True):
        if run:
            writer.text(source, run, place)
        if tag:
            writer.tag(tag)
    return tuple(writer.pieces())


@dataclass(frozen=True, slots=True)
class _Edge:
    """Where a cited sentence starts and ends."""

    start: int
    end: int
    sentence: CitedSentence | None = None


_NO_EDGE = _Edge(sys.maxsize, sys.maxsize)


def check_same(html: str, text: str) -> None:
    """Raises TextsDifferError where the two do not say the same."""
    if ink(text_of(html)) != ink(text):
        raise TextsDifferError("the body's HTML and its plain text differ")


def _places(runs: Sequence[str], text: str) -> list[int] | None:
    """Where each run would start in `text` if that had its spaces; None where `text` has not each run as it is."""
    bare = [run.strip() for run in runs]
    found = starts(filter(None, bare), text)
    if found is None:
        return None
    places = iter(found)
    return [next(places) - run.index(inside[0]) if inside else -1 for run, inside in zip(runs, bare, strict=True)]


def _respaced(edges: Sequence[_Edge], text: str, other: str) -> list[_Edge]:
    """The edges where they are in `other`. Raises TextsDifferError where that does not say the same as `text`."""
    if ink(text) != ink(other):
        raise TextsDifferError("the body's HTML and its plain text differ")
    moved = respaced([Span(edge.start, edge.end) for edge in edges], text, other)
    return [_Edge(span.start, span.end, edge.sentence) for span, edge in zip(moved, edges, strict=True)]


def _heading_levels(tags: Iterable[str]) -> dict[str, int]:
    names = sorted({name for tag in {*tags} if _HEADING.fullmatch(name := name_of(tag))})
    return {name: min(_HIGHEST_HEADING + rank, 6) for rank, name in enumerate(names)}


@dataclass(slots=True)
class _Writer:
    """The state of the one walk: the inline elements open, the edge that comes next, and whether its mark is open.

    Behind the last edge stands one that never comes.
    """

    edges: list[_Edge]
    levels: dict[str, int]
    out: list[Piece] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    inline: list[tuple[str, str]] = field(default_factory=list)
    written: int = 0
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

    def text(self, source: str, run: str, place: int) -> None:
        """One text of the source between two tags: `run`, whose first character stands at `place`."""
        edge = self.edges[self.next_edge]
        end = place + len(run)
        if run.isspace():
            self.buffer.append(source)
        elif end <= edge.start or (self.marked and end < edge.end):
            self._open_inline()
            self.buffer.append(source)
        elif source is run:
            self._characters(run, place)
        else:
            self._references(source, place)

    def _references(self, source: str, place: int) -> None:
        """Text with character references, which no edge cuts in two; that of a space is one."""
        at = place
        for piece in REFERENCE.findall(source):
            characters = entities.unescape(piece)
            if characters == piece:
                self._characters(piece, at)
            elif characters.isspace():
                self.buffer.append(piece)
            else:
                self._write(piece, at, at + len(characters))
            at += len(characters)

    def _characters(self, piece: str, place: int) -> None:
        """Characters that stand for themselves, between which edges may be."""
        at = 0
        while at < len(piece):
            start = after_spaces(piece, at)
            self.buffer.append(piece[at:start])
            if start == len(piece):
                return
            at = self._write_up_to_edge(piece, start, place)

    def _write_up_to_edge(self, piece: str, start: int, place: int) -> int:
        self._open_mark_if_due(place + start)
        self._open_inline()
        edge = self.edges[self.next_edge]
        at = min(len(piece), (edge.end if self.marked else edge.start) - place)
        self.buffer.append(piece[start:at])
        self._close_mark_if_due(place + at)
        return at

    def _write(self, piece: str, start: int, end: int) -> None:
        """What stands at `start` to `end` and holds no edge."""
        self._open_mark_if_due(start)
        self._open_inline()
        self.buffer.append(piece)
        self._close_mark_if_due(end)

    def _close_mark_if_due(self, at: int) -> None:
        if self.marked and at == self.edges[self.next_edge].end:
            self._close_mark(last=True)
            self.next_edge += 1
            self.begun = False

    def _open_mark_if_due(self, at: int) -> None:
        if self.marked or at < self.edges[self.next_edge].start:
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
        if self.written < len(self.inline):
            self.buffer.extend(token for _, token in self.inline[self.written :])
            self.written = len(self.inline)

    def _close_inline(self) -> None:
        if self.written:
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
