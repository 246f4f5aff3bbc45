"""Lists written in one line: "1. buy 2. sell", "a) buy b) sell", "• buy • sell".

    item = number ("." | ")" | ".)") text       the text's first number is 1 or a, and each next one follows on
    item = bullet text

A number out of turn ("2. The score was 4. Nobody …") starts no item.
"""

import re
from collections.abc import Iterable, Iterator

_BULLET = re.compile(r"[•⁃▪‣◦](?<=\s.)")
_NUMBER = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2}|[a-z])(?:\.\)|[.)])(?=\s)")
_FIRST = re.compile(r"[ \t]{0,8}\(?[1a](?:\.\)|[.)])\s")


def item_starts(text: str, breaks: Iterable[int]) -> Iterator[int]:
    """Where an item that is not the first of its line's list starts; `breaks` are the places where a block starts."""
    if not text.isascii():
        yield from (match.start() for match in _BULLET.finditer(text))
    starts = [0, *breaks]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if _FIRST.match(text, start):
            yield from _in_turn(text, start, end)


def _in_turn(text: str, start: int, end: int) -> Iterator[int]:
    expected = ""
    for match in _NUMBER.finditer(text, start, end):
        if match[1] == expected:
            yield match.start()
        if match[1] == expected or not expected:
            expected = str(int(match[1]) + 1) if match[1].isdigit() else chr(ord(match[1]) + 1)
