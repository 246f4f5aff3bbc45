"""Source files of any known format to `Article`: bytes and a file name in, the article's own words out.

    .txt                    plain
    .md .markdown           markdown
    .html .htm .xhtml       html

Each format yields a `Reading`; `reading.article_from` makes the `Article` from it, the same way for all. Nothing here reads a
file, asks the network or the clock.
"""

from collections.abc import Callable
from pathlib import PurePath

from generator.errors import Refused
from generator.formats.article import html, markdown, plain
from generator.formats.article.decode import decode
from generator.formats.article.reading import Reading, article_from
from generator.model import Article

MAX_BYTES = 10_000_000

_READERS: dict[str, Callable[[bytes], Reading]] = {
    ".txt": lambda content: plain.read(decode(content)),
    ".md": lambda content: markdown.read(decode(content)),
    ".markdown": lambda content: markdown.read(decode(content)),
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
}
SUFFIXES = tuple(_READERS)


def parse(content: bytes, name: str, published: str | None = None) -> Article:
    """The article in `content`, whose format the ending of `name` tells.

    `published` (EDTF) is used where the source does not give its date. Raises Refused with the reason.
    """
    suffix = PurePath(name).suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        raise Refused(f"its ending {suffix or '(none)'} is not one of {', '.join(SUFFIXES)}")
    if len(content) > MAX_BYTES:
        raise Refused(f"it is larger than {MAX_BYTES // 1_000_000} MB")
    if not content.strip():
        raise Refused("it is empty")
    return article_from(reader(content), name, published)
