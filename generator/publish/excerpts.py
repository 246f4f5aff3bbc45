"""How much of an article's text its page carries, and the HTML of what is left.

    full       all of it
    excerpts   the paragraphs around the cited sentences; of a paragraph of more than LONG_PARAGRAPH sentences, which may be a
               whole article, only the cited ones and the NEIGHBOURS on either side of each
    none       the quotes alone

What is left out is marked by a gap: in a line, or in a block of its own where whole
blocks are missing. A list keeps the numbers of its items. As in `source`, characters other than spaces are counted, so that a
place in the plain text is the same place in the HTML.
"""

import html as entities
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import SourceText, Span
from generator.publish.evidence import CitedSentence, FoundStatement
from generator.publish.tokens import BLOCK_BREAKS, GAP, INLINE, REFERENCE, after_spaces, ink, name_of, reach, tokens

LONG_PARAGRAPH, NEIGHBOURS = 8, 2
_PARAGRAPH = re.compile(r"(?:(?!\n\n).)+", re.DOTALL)
_START = re.compile(r'start="(\d{1,9})"')
_GAP_ITEM, _GAP_PARAGRAPH = f'<li class="gap">{GAP}</li>', f"<p>{GAP}</p>"
_GAP_BLOCKS = {"ul": _GAP_ITEM, "ol": _GAP_ITEM, "blockquote": _GAP_PARAGRAPH}


def shown_spans(
    mode: SourceText,
    text: str,
    sentences: Sequence[Span],
    cited: Sequence[CitedSentence],
    found: Sequence[FoundStatement],
) -> tuple[Span, ...]:
    """The parts of `text` that are published, in order and apart from each other."""
    if mode == "full":
        return (Span(0, len(text)),)
    if mode == "none":
        return _joined((one.span for one in found), text)
    paragraphs = [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
    return _joined((part for one in cited for part in _around(one, paragraphs, sentences)), text)


def shown_text(text: str, spans: Sequence[Span]) -> str:
    """What is published of `text`, its parts on lines of their own."""
    return "\n\n".join(span.of(text) for span in spans)


def moved(cited: Sequence[CitedSentence], spans: Sequence[Span]) -> tuple[CitedSentence, ...]:
    """The cited sentences where they stand in the published text, as far as they are published."""
    starts = [0]
    for span in spans:
        starts.append(starts[-1] + span.end - span.start + 2)
    return tuple(_moved(one, spans, starts) for one in cited)


def cut(html: str, text: str, spans: Sequence[Span]) -> str:
    """`html` without what stands outside `spans` of `text`, with `<gap>` where something is missing."""
    writer = _Cutter([(len(ink(text[: span.start])), len(ink(text[: span.end]))) for span in spans])
    for token in tokens(html):
        if token.startswith("<"):
            writer.tag(token)
        else:
            writer.text(token)
    return writer.html()


def _around(one: CitedSentence, paragraphs: Sequence[Span], sentences: Sequence[Span]) -> Iterator[Span]:
    for paragraph in paragraphs:
        if paragraph.start < one.span.end and one.span.start < paragraph.end:
            yield _of_long(one, paragraph, sentences) or paragraph


def _of_long(one: CitedSentence, paragraph: Span, sentences: Sequence[Span]) -> Span | None:
    first = bisect_right(sentences, paragraph)
    last = first
    while last < len(sentences) and sentences[last].end <= paragraph.end:
        last += 1
    first -= first > 0 and sentences[first - 1].start == paragraph.start
    if last - first <= LONG_PARAGRAPH:
        return None
    at = one.number - 1
    return Span(sentences[max(first, at - NEIGHBOURS)].start, sentences[min(last - 1, at + NEIGHBOURS)].end)


def _joined(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The spans in order; those that overlap or have nothing but spaces between them are one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _moved(one: CitedSentence, spans: Sequence[Span], starts: Sequence[int]) -> CitedSentence:
    parts = [
        (starts[n] + max(one.span.start, span.start) - span.start, starts[n] + min(one.span.end, span.end) - span.start)
        for n, span in enumerate(spans)
        if span.start < one.span.end and one.span.start < span.end
    ]
    return CitedSentence(one.number, Span(parts[0][0], parts[-1][1]), one.markers)


@dataclass(slots=True)
class _Open:
    """A block that has not ended: where it starts in what is written, and what has been kept and left out of it."""

    name: str
    start: int
    first_item: int = 1
    items: int = 0
    kept: bool = False
    missing: bool = False
    gap_first: bool = False
    gap_last: bool = False


class _Cutter:
    """The state of the one walk."""

    def __init__(self, kept: list[tuple[int, int]]) -> None:
        self._kept, self._at, self._ink = kept, 0, 0
        self._out: list[str] = []
        self._stack = [_Open("", 0)]

    def html(self) -> str:
        """All that was kept; the source has ended."""
        if self._stack[0].missing and not self._stack[0].gap_last:
            self._out.append(_GAP_PARAGRAPH)
        return "".join(self._out)

    def tag(self, token: str) -> None:
        """One tag of the source."""
        name = name_of(token)
        if name in INLINE:
            self._inline(name, token)
        elif name in BLOCK_BREAKS:
            if self._stack[-1].kept and not self._stack[-1].missing and name != "hr":
                self._out.append(token)
        elif token.startswith("</"):
            self._close(token)
        else:
            start = _START.search(token)
            self._stack[-1].items += name == "li"
            self._stack.append(_Open(name, len(self._out), int(start[1]) if start else 1))
            self._out.append(token)

    def text(self, run: str) -> None:
        """One run of text between two tags."""
        for piece in REFERENCE.findall(run):
            if not piece.startswith("&"):
                self._characters(piece)
            elif (character := entities.unescape(piece)).isspace():
                self._space(piece)
            else:
                self._piece(piece, len(character))

    def _characters(self, piece: str) -> None:
        """Characters that stand for themselves, cut where the kept parts begin and end."""
        at = 0
        while at < len(piece):
            start = after_spaces(piece, at)
            if start > at:
                self._space(piece[at:start])
            end, count = reach(piece, start, self._to_next_edge())
            part = piece[start:end].rstrip()
            if part:
                self._piece(part, count)
            at = start + len(part)

    def _to_next_edge(self) -> int:
        if (part := self._part()) is None:
            return sys.maxsize
        return (part[0] if self._ink < part[0] else part[1]) - self._ink

    def _part(self) -> tuple[int, int] | None:
        """The kept part that is here or comes next."""
        while self._at < len(self._kept) and self._kept[self._at][1] <= self._ink:
            self._at += 1
        return self._kept[self._at] if self._at < len(self._kept) else None

    def _space(self, space: str) -> None:
        top = self._stack[-1]
        if top.kept and not top.missing:
            self._out.append(space)

    def _piece(self, piece: str, length: int) -> None:
        top, part = self._stack[-1], self._part()
        if part is None or self._ink < part[0]:
            top.missing = True
        else:
            if top.missing:
                top.gap_first = top.gap_first or not top.kept
                self._out.append(f"{GAP} ")
            top.missing = top.gap_last = False
            for block in self._stack:
                block.kept = True
            self._out.append(piece)
        self._ink += length

    def _inline(self, name: str, token: str) -> None:
        empty = token.startswith("</") and self._out and name_of(self._out[-1]) == name and not self._out[-1].startswith("</")
        if empty:
            self._out.pop()
        else:
            self._out.append(token)

    def _close(self, token: str) -> None:
        block, parent = self._stack.pop(), self._stack[-1]
        if not block.kept:
            del self._out[block.start :]
            parent.missing = parent.missing or block.missing
            return
        if block.missing:
            space = "" if self._out[-1].isspace() else " "
            self._out.append(_GAP_BLOCKS.get(block.name, f"{space}{GAP}"))
            block.gap_last = True
        self._out.append(token)
        if parent.name == "ol" and parent.missing:
            self._out[block.start] = f'<li value="{parent.first_item + parent.items - 1}">'
        if parent.missing and not block.gap_first and not parent.gap_last:
            self._out.insert(block.start, _GAP_BLOCKS.get(parent.name, _GAP_PARAGRAPH))
            parent.gap_first = parent.gap_first or block.start == parent.start + 1
        parent.missing, parent.gap_last = False, block.gap_last
