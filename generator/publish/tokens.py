"""Sanitised HTML as a row of tags and texts, for those that read it once from left to right and write it again.

Ink is characters other than spaces, which are the same in the HTML and in its plain text whatever either does with spaces and
line ends.
"""

import html as entities
import re
from functools import lru_cache

INLINE = frozenset({"a", "abbr", "b", "code", "del", "em", "i", "s", "span", "strong", "sub", "sup"})
BLOCK_BREAKS = frozenset({"br", "hr", "wbr"})
"""Elements without an end."""
GAP = "<gap>"
"""Stands where text was taken out; the sanitiser lets nobody else write it."""
REFERENCE = re.compile(r"&[A-Za-z0-9#]{1,32};|&|[^&]+")
"""One character reference, or all characters up to the next."""

_INK = re.compile(r"\S")
_TAG = re.compile(r"<[^\"'>]*+(?:\"[^\"]*+\"[^\"'>]*+|'[^']*+'[^\"'>]*+)*+(?:>|[\s\S]*+)")
"""A tag whole, and what follows where it does not end."""

_TEXTS_AND_TAGS = re.compile(f"({_TAG.pattern})")
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")


def tokens(html: str) -> list[str]:
    """The tags of `html` and the texts between them, in order; together they are `html`."""
    return [token for token in texts_and_tags(html) if token]


def texts_and_tags(html: str) -> list[str]:
    """Texts and tags by turns, text first and last; a text may be empty."""
    return _TEXTS_AND_TAGS.split(html)


def tag_at(html: str, start: int) -> str:
    """The tag that starts there; empty where none does."""
    match = _TAG.match(html, start)
    return match[0] if match else ""


def text_of(html: str) -> str:
    """The texts between the tags of `html`, references resolved; the same tags as those of `tokens`."""
    return entities.unescape(_TAG.sub("\0", html)).replace("\0", "")


@lru_cache(maxsize=256)
def name_of(token: str) -> str:
    """The name of a tag's element, in lower case; empty for text."""
    match = _TAG_NAME.match(token)
    return match[1].lower() if match else ""


def ink(text: str) -> str:
    """The characters other than spaces."""
    return "".join(text.split())


def after_spaces(text: str, start: int) -> int:
    """The place of the first character from `start` that is no space, or the text's end."""
    found = _INK.search(text, start)
    return found.start() if found else len(text)


def reach(text: str, start: int, count: int) -> tuple[int, int]:
    """The place behind `count` characters other than spaces from `start`, or the text's end, and how many there were."""
    at, remaining = start, count
    while remaining and at < len(text):
        part = text[at : at + remaining]
        at += len(part)
        remaining -= len(ink(part))
    return at, count - remaining
