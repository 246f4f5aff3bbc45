"""Slips at what stands between words: a sign or a space typed for a letter, moved by one, put in, or left where a word is gone.

"201 2" for "2012"      "i n2012" for "in 2012"      "on  August" for "on 6 August"      "45$" for "45%"
"""

from collections.abc import Iterator

from generator.formats.brief.near_words import DIGITS, LETTERS, SIGNS, common
from generator.text.type_repair import repair

_PLAIN = str.maketrans("’‘–", "''-")
_BEFORE, _BEHIND = " '\"([“‘„", " '\"”’.,:;!?)]-"


def undone(text: str, within: tuple[int, int], letters: str = "") -> Iterator[tuple[int, int, str]]:
    """What one slip between the words of `text`, of those `within`, may have been: from where to where stood what."""
    start, end = within
    small = f"{LETTERS}{letters}"
    every = f"{DIGITS}{small}{small.upper()}{SIGNS}"
    for at in range(start, end + 1):
        sign, before = text[at : at + 1] if at < end else "", text[at - 1 : at] if at > start else ""
        if not sign.isalnum() and not before.isalnum():
            yield from ((at, at, new) for new in every if new.isalnum())
        if sign and not sign.isalnum():
            yield at, at + 1, ""
            yield from ((at, at + 1, new) for new in every if new != sign)
        if before and sign and before.isalnum() != sign.isalnum():
            yield at - 1, at + 1, sign + before


def around(text: str, within: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """From where to where the words reach, of those `within`, that the characters from `start` to `end` touch or part."""
    first, last = within
    before, behind = text[first:start], text[end:last]
    if not text[start:end].strip(" ") and not before[-1:].isalnum() and not behind[:1].isalnum():
        before, behind = before.rstrip(" "), behind.lstrip(" ")
    return first + len(before) - len(before.split(" ")[-1]), last - len(behind) + len(behind.split(" ")[0])


def differing(one: str, other: str) -> tuple[str, str]:
    """The words in which two texts differ that one slip makes of each other."""
    start = common(one, other)
    end = len(one) - min(common(one[::-1], other[::-1]), len(one) - start, len(other) - start)
    first, last = around(one, (0, len(one)), start, end)
    return one[first:last], other[first : len(other) - len(one) + last]


def is_same(wrong: str, right: str) -> bool:
    """Whether two pieces of a text say the same, but for signs around their words and ways of typing."""
    return _words(wrong) == _words(right)


def _words(text: str) -> list[str]:
    chunks = repair(text).translate(_PLAIN).split()
    return [bare for chunk in chunks if (bare := chunk.lstrip(_BEFORE).rstrip(_BEHIND))]
