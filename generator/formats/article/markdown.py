"""Markdown (.md, .markdown): CommonMark with front matter, to the words a reader sees.

    # x, x ===        the first one is the headline, unless the front matter has a title; others are headings
    - x, 1. x         items; a list that does not start at 1 keeps its numbers in the text
    > x               quotation
    [x](y), *x*, `x`  x
    ![x](y)           nothing; nor do code blocks, tables, comments and tags leave a trace

markdown-it-py is used and not Python-Markdown, which takes 26 s for 8,000 `[`. Its inline rules are still quadratic in the
worst case, so that a paragraph of more than 20,000 characters is taken as it is written.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.formats.article.characters import clean, single_line
from generator.formats.article.dates import read_date
from generator.formats.article.front_matter import FrontMatter, front_matter_of
from generator.formats.article.names import read_names
from generator.formats.article.reading import Reading
from generator.model import Block, BlockKind

_PARSER = MarkdownIt("commonmark").disable("inline")
_LONGEST_INLINE = 20_000
"""20,000 of `[` take 0.05 s, 300,000 take 11 s."""
_TABLE_ROW = re.compile(r"\|[^\n]*\|")
_TAG = re.compile(r"</?[a-zA-Z!?][^<>]{0,2000}>")
_UNSEEN = re.compile(r"<!--|<(script|style)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"']{3,2000}")


def read(text: str) -> Reading:
    """What a Markdown text says. Raises Refused where its front matter cannot be read."""
    text = clean(text)
    head = front_matter_of(text)
    references: dict[str, Any] = {}
    blocks = list(_blocks(_PARSER.parse(text[head.body :], references), references))
    title = head.first("title", "headline")
    top = next((at for at, (level, _) in enumerate(blocks) if level == 1), None)
    if title is None and top is not None:
        title = blocks.pop(top)[1].text
    return Reading(
        blocks=tuple(block for _, block in blocks),
        headline=single_line(title)[:500] if title else None,
        author=_author(head),
        published=read_date(head.first("published", "date")),
        url=_url(head),
        language=head.first("language", "lang"),
        standfirst=single_line(head.first("standfirst", "subtitle", "deck") or "") or None,
    )


def _author(head: FrontMatter) -> str | None:
    stated = single_line(", ".join(name.strip() for name in head.all("author", "authors", "byline")))[:300]
    return read_names(re.sub(r"^by\s", "", stated, flags=re.IGNORECASE)) or stated or None


def _url(head: FrontMatter) -> str | None:
    stated = head.first("url", "link", "canonical_url", "source")
    return stated if stated and _ADDRESS.fullmatch(stated) else None


def _blocks(tokens: Sequence[Token], references: dict[str, Any]) -> Iterator[tuple[int, Block]]:
    """Each block with the level of its heading (0 for none)."""
    around: list[Token] = []
    fresh_item: Token | None = None
    for token in tokens:
        if token.nesting == 1:
            around.append(token)
            fresh_item = token if token.type == "list_item_open" else fresh_item
        elif token.nesting == -1:
            around.pop()
        text = _text_of(token, references)
        if not text:
            continue
        yield _block(text, around, fresh_item)
        fresh_item = None


def _block(text: str, around: Sequence[Token], item: Token | None) -> tuple[int, Block]:
    level = next((int(outer.tag[1]) for outer in around if outer.type == "heading_open"), 0)
    lists = [outer for outer in around if outer.type in ("ordered_list_open", "bullet_list_open")]
    ordered = bool(lists) and lists[-1].type == "ordered_list_open"
    kind: BlockKind = "paragraph"
    if level:
        kind = "heading"
    elif item is not None and ordered and lists[-1].attrGet("start") not in (None, 1):
        text = f"{item.info}{item.markup} {text}"
    elif item is not None:
        kind = "item"
    elif any(outer.type == "blockquote_open" for outer in around):
        kind = "quotation"
    return level, Block(kind, text, ordered=kind == "item" and ordered)


def _text_of(token: Token, references: dict[str, Any]) -> str:
    if token.type == "html_block":
        return single_line(_TAG.sub("", _seen(token.content)))
    if token.type != "inline" or _TABLE_ROW.match(token.content):
        return ""
    if len(token.content) > _LONGEST_INLINE:
        return single_line(token.content)
    parts: list[Token] = []
    _PARSER.inline.parse(token.content, _PARSER, references, parts)
    return single_line("".join(map(_inline, parts)))


def _inline(token: Token) -> str:
    if token.type in ("text", "code_inline", "text_special"):
        return token.content
    is_break = token.type in ("softbreak", "hardbreak") or (token.type == "html_inline" and token.content[:3].lower() == "<br")
    return " " if is_break else ""


def _seen(html: str) -> str:
    """`html` without comments, scripts and style sheets; what an unended one swallows is gone."""
    seen, at = list[str](), 0
    while match := _UNSEEN.search(html, at):
        seen.append(html[at : match.start()])
        end = html.find("-->" if match[1] is None else "</", match.end())
        if end < 0:
            return "".join(seen)
        at = end + (3 if match[1] is None else 0)
    return "".join(seen) + html[at:]
