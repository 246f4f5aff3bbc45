"""Source files of any known format to `Article`: bytes and a file name in, the article's own words out.

    .txt                    plain
    .md .markdown           markdown
    .html .htm .xhtml       html

Each format yields a `Reading`; `reading.article_from` makes the `Article` from it, the same way for all. Nothing here reads a
file, asks the network or the clock.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import Any

from generator.errors import Refused
from generator.model import Article
from generator.settings import ARTICLE_SUFFIXES

MAX_BYTES = 10_000_000

# The module of this package that reads each ending. It is imported when a file first asks for it: what takes web pages apart
# needs 0.15 s to load, more than ten plain texts to be read; and where no article is read, none is, nor what they share.
_FORMATS = {
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_DECODES = ("html",)  # a page says itself how its bytes are to be read


def parse(content: bytes, name: str, published: str | None = None) -> Article:
    """The article in `content`, whose format the ending of `name` tells.

    `published` (EDTF) is used where the source does not give its date. Raises Refused with the reason.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in _FORMATS:
        raise Refused(f"its ending {suffix or '(none)'} is not one of {', '.join(ARTICLE_SUFFIXES)}")
    if len(content) > MAX_BYTES:
        raise Refused(f"it is larger than {MAX_BYTES // 1_000_000} MB")
    if not content.strip():
        raise Refused("it is empty")
    found: Article = _module("reading").article_from(_reader(_FORMATS[suffix])(content), name, published)
    return found


@cache
def _reader(name: str) -> Callable[[bytes], Any]:
    """What reads the format `name`: bytes to a `Reading`."""
    module = _module(name)
    return module.read if name in _DECODES else lambda content: module.read(_module("decode").decode(content))


@cache
def _module(name: str) -> Any:
    return import_module(f"{__name__}.{name}")
