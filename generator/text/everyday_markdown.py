"""The Markdown that bodies are mostly written in, as HTML without a parser; what is written otherwise goes to one.

    paragraph     lines that start with no mark; between them escapes, *emphasis* and [links](https://…) of plain words
    heading       one line of one to six "#", a space and text without "#"
    list          lines that all start with "- ", or with "1. ", "2. " …, where no other list or unread block adjoins

The result is the parser's to the letter, which the tests hold it against. A paragraph or a heading ends whatever stands before
it, so a run of blocks between two of them can be given to the parser alone, where no address is defined for links elsewhere.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

_UNREAD_ANYWHERE, _SPACED_LINE = ("\t", "\r", "\x02", "\x03", "]:"), re.compile(r"\n[^\S\n]+(?=\n|\Z)")
"""What may change how other blocks are read: white space that the parser rewrites, and definitions of links."""

_NO_PARAGRAPH = re.compile(r"[\s#>=_+-]|\*(?:[\s*]|\Z)|\d+\.[ \t]")
"""The mark of another block at the start of a line, or white space."""

_HEADING = re.compile(r"(#{1,6}) ([^\s#](?:[^#\n]*[^\s#])?)")
_BULLET = re.compile(r"- ")
_NUMBER = re.compile(r"\d{1,9}\. ")

_MARK = re.compile(r"[\\`*_<>&]|\]\(")
_ESCAPED = r"\\(?P<escaped>[]\\`*_{}()>#+.!<~[-])"
_LINK = r"(?<!!)\[(?P<words>[^]\\`*_<>&!\n[]+)\]\((?P<address>[A-Za-z0-9_/:.%?=#~+,;@-]+)\)"
_EMPHASIS = r"(?<![^\s(])\*(?P<emphasis>[^\W_](?:[^]\\`*_<>&[]*[\w.,!?])?)(?:(?<=\w)\*(?![^\s.,;:!?)])|\*(?!\S))"
_REFERENCE = r"&#?\w+;"
_INLINE = re.compile(rf"[^\\`*_<>&[]+|{_ESCAPED}|{_LINK}|{_EMPHASIS}|(?P<mark>[*_<>[]|(?!{_REFERENCE})&)")
_WRITTEN = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


_MOST_PARSED = 8
"""Parts of one body that are parsed apart: each sets up a parser, in 0.1 ms, so that more are had for less as one."""


class _Block(NamedTuple):
    """A block as HTML, None where it is for the parser; one that `bounds` has nothing to do with those around it."""

    source: str
    html: str | None
    bounds: bool


def everyday_html(body: str, parse: Callable[[str], str]) -> str:
    """The HTML of `body`; `parse` is asked for what is not everyday Markdown."""
    if any(mark in body for mark in _UNREAD_ANYWHERE) or _SPACED_LINE.search(body) or body[:1].isspace():
        return parse(body)
    runs = list(_runs(map(_block, body.rstrip("\n").split("\n\n"))))
    if sum(html is None for _, html in runs) > _MOST_PARSED:
        return parse(body)
    return "\n".join(filter(None, (parse(source) if html is None else html for source, html in runs)))


def _runs(blocks: Iterator[_Block]) -> Iterator[tuple[str, str | None]]:
    """Parts of a body that can be read apart, each with its HTML, or None where it is for the parser."""
    for bounds, run in groupby(blocks, lambda block: block.bounds):
        found = list(run)
        if bounds or len(found) == 1:
            yield from ((block.source, block.html) for block in found)
        else:
            yield "\n\n".join(block.source for block in found), None


def _block(source: str) -> _Block:
    html = None
    if all(map(_is_of_paragraph, source.split("\n"))):
        html = _element("p", source)
    elif heading := _HEADING.fullmatch(source):
        html = _element(f"h{len(heading[1])}", heading[2])
    else:
        return _Block(source, _list(source), bounds=False)
    return _Block(source, html, bounds=html is not None)


def _is_of_paragraph(line: str) -> bool:
    return bool(line) and not line[-1].isspace() and not _NO_PARAGRAPH.match(line)


def _list(source: str) -> str | None:
    start, tag = (_BULLET, "ul") if source.startswith("- ") else (_NUMBER, "ol")
    items = [_item(line, start) for line in source.split("\n")]
    if None in items or (tag == "ol" and not source.startswith("1. ")):
        return None
    return f"<{tag}>\n" + "\n".join(map(str, items)) + f"\n</{tag}>"


def _item(line: str, start: re.Pattern[str]) -> str | None:
    found = start.match(line)
    text = line[found.end() :] if found else ""
    return _element("li", text) if _is_of_paragraph(text) else None


def _element(tag: str, text: str) -> str | None:
    inside = _inline(text)
    return None if inside is None else f"<{tag}>{inside}</{tag}>"


def _inline(text: str) -> str | None:
    """What stands in a block as HTML; None where its marks may mean more than is read here."""
    if not _MARK.search(text):
        return text
    pieces, at = [], 0
    while at < len(text):
        found = _INLINE.match(text, at)
        if found is None:
            return None
        pieces.append(found)
        at = found.end()
    return "".join(map(_written, pieces)) if _is_plain(text, pieces) else None


def _is_plain(text: str, pieces: Sequence[re.Match[str]]) -> bool:
    """Whether no two of the marks that stand for themselves can pair, nor one with those of a link or an emphasis."""
    kinds = [piece.lastgroup for piece in pieces]
    alone = "".join(piece[0] for piece, kind in zip(pieces, kinds, strict=True) if kind == "mark") if "mark" in kinds else ""
    links, emphases = kinds.count("address"), kinds.count("emphasis")
    brackets = {text.count("["), text.count("]"), text.count("](")}
    return (
        alone.count("*") <= (not emphases)
        and alone.count("_") <= 1
        and not {"<", ">"} <= set(alone)
        and (brackets == {links} or "](" not in text)
    )


def _written(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "escaped":
            return _WRITTEN.get(found["escaped"], found["escaped"])
        case "address":
            return f'<a href="{found["address"]}">{found["words"]}</a>'
        case "emphasis":
            return f"<em>{found['emphasis']}</em>"
    return _WRITTEN.get(found[0], found[0])
