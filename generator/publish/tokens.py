"""Sanitised HTML as a row of tags and texts, for those that read it once from left to right and write it again.

Places are counted in ink: characters other than spaces, which are the same in the HTML and in its plain text whatever either
does with spaces and line ends.
"""

import html as entities
import re
from collections.abc import Iterator
from functools import lru_cache

INLINE = frozenset({"a", "abbr", "b", "code", "del", "em", "i", "s", "span", "strong", "sub", "sup"})
BLOCK_BREAKS = frozenset({"br", "hr", "wbr"})
"""Elements without an end."""
GAP = "<gap>"
"""Stands where text was taken out; the sanitiser lets nobody else write it."""
REFERENCE = re.compile(r"&[A-Za-z0-9#]{1,32};|&|[^&]+")
"""One character reference, or all characters up to the next."""

_INK = re.compile(r"\S")
_TOKEN = re.compile(r"[^<]+|<[^\"'>]*>|<")
"""A text, or a tag without quoted attributes, or the start of one with them."""

_TAG = re.compile(r"<[^\"'>]*+(?:\"[^\"]*+\"[^\"'>]*+|'[^']*+'[^\"'>]*+)*+(?:>|[\s\S]*+)")
"""A tag whole, and what follows where it does not end."""

_TAG_STOP = re.compile(r"[\"'>]")
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")


def tokens(html: str, at: int = 0) -> Iterator[str]:
    """The tags of `html` and the texts between them, in order, from `at` on; together they are the rest of `html`."""
    while match := _TOKEN.match(html, at):
        end = _tag_end(html, at) if match.group() == "<" else match.end()
        yield html[at:end]
        at = end


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
