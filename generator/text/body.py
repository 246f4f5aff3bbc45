"""The body of a brief: Markdown on disk, HTML on the page, plain text where quotes are matched and offsets counted.

    blocks --to_markdown--> Markdown --to_html--> HTML --to_text--> the blocks' texts, joined by blank lines

Markdown is Python-Markdown's with lists kept apart by kind (sane_lists). HTML written into a body is text and is shown as such.
What leaves passes nh3 with a short allow-list: no image, class, id, style, script, SVG or MathML; a first-level heading is the
page's own, so a body's is lowered to the second.

`markdown_bounds` meets hostile input first, so that the time grows with the length: a body with too many brackets is shown
without links, one with too many marks as plain paragraphs.
"""

import html
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

import markdown
import nh3
from markdown.inlinepatterns import AutolinkInlineProcessor, AutomailInlineProcessor

from generator.model import Block
from generator.text.everyday_markdown import everyday_html
from generator.text.markdown_bounds import bounded, has_costly_links, is_costly, split_blocks
from generator.text.markdown_escapes import escape, escape_start, unescape

_BLOCKS = ("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre")
_INLINES = ("em", "strong", "code", "a")
_CLEANER = nh3.Cleaner(
    tags={*_BLOCKS, *_INLINES, "hr", "br"},
    attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener noreferrer nofollow",
)
_IMAGES = ("image_link", "image_reference", "short_image_ref")
_LINKS = ("link", "reference", "short_reference")
# As Python-Markdown has them, but for its own placeholders, which an address would show: "<\<a@b.c>".
_WEB_ADDRESS = r"<((?:[Ff]|[Hh][Tt])[Tt][Pp][Ss]?://[^<>\x02\x03]*)>"
_MAIL_ADDRESS = r"<([^<> !\x02\x03]+@[^@<> \x02\x03]+)>"
_TAG = re.compile(r'<[^">]*(?:"[^"]*"[^">]*)*>')
_CLOSING_HASH = re.compile(r"#$")
_INLINE = re.compile(r"</?(?:em|strong|code|a)\b")


def to_markdown(blocks: Iterable[Block]) -> str:
    """The blocks as Markdown; what Markdown would read as a mark is escaped, and nothing else is changed."""
    filled = (block for block in blocks if block.text.strip())
    return "\n\n".join(_run(kind, list(run)) for kind, run in groupby(filled, _kind))


def to_html(body: str) -> str:
    """The body as HTML of the allow-list only."""
    return _rendered(body)[0]


# A brief is verified and shown by the text and the HTML of one body, each asked for where it is needed.
@lru_cache(maxsize=4)
def _rendered(body: str) -> tuple[str, str]:
    page = _cleaned(body)
    return page, "\n\n".join(_blocks(page))


def _cleaned(body: str) -> str:
    return _CLEANER.clean(_page(body).replace("<h1>", "<h2>").replace("</h1>", "</h2>"))


def _page(body: str) -> str:
    if is_costly(body):
        return _plain(body)
    if has_costly_links(body):
        return _renderer(has_links=False).convert(bounded(body))
    return everyday_html(body, _parse)


def _parse(body: str) -> str:
    return _renderer(has_links=True).convert(bounded(body))


def _plain(body: str) -> str:
    return "\n".join(f"<p>{html.escape(unescape(block))}</p>" for block in split_blocks(body))


def _renderer(*, has_links: bool) -> markdown.Markdown:
    renderer = markdown.Markdown(extensions=["sane_lists"])
    renderer.ESCAPED_CHARS = [*renderer.ESCAPED_CHARS, "<", "~"]
    renderer.preprocessors.deregister("html_block")
    for pattern in ["html", *_IMAGES, *(() if has_links else _LINKS)]:
        renderer.inlinePatterns.deregister(pattern)
    renderer.inlinePatterns.register(AutolinkInlineProcessor(_WEB_ADDRESS, renderer), "autolink", 120)
    renderer.inlinePatterns.register(AutomailInlineProcessor(_MAIL_ADDRESS, renderer), "automail", 110)
    return renderer


def to_text(body: str) -> str:
    """The text of the body that a reader sees, its blocks separated by blank lines."""
    return _rendered(body)[1]


def _blocks(page: str) -> Iterator[str]:
    lines = page.replace("<br>\n", "\n").replace("<br>", "\n")
    for piece in _TAG.sub(lambda tag: "" if _INLINE.match(tag[0]) else "\0", lines).split("\0"):
        if piece.strip():
            yield html.unescape(piece.strip("\n"))


def _kind(block: Block) -> str:
    return "ordered" if block.kind == "item" and block.ordered else block.kind


def _run(kind: str, blocks: list[Block]) -> str:
    texts = [escape(block.text) for block in blocks]
    match kind:
        case "heading":
            return "\n\n".join("## " + _CLOSING_HASH.sub("\\#", text) for text in texts)
        case "item":
            return "\n".join(f"- {escape_start(text)}" for text in texts)
        case "ordered":
            return "\n".join(f"{number}. {escape_start(text)}" for number, text in enumerate(texts, 1))
        case "quotation":
            return "\n>\n".join(f"> {escape_start(text)}" for text in texts)
    return "\n\n".join(map(escape_start, texts))
