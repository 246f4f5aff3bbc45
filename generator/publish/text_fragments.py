"""Text fragments: the address of a page at a sentence of it (https://wicg.github.io/scroll-to-text-fragment/).

    https://example.org/a#:~:text=The%20whole%20sentence.
    https://example.org/a#:~:text=Its%20first%20words,and%20its%20last.     where the sentence is long

A browser that knows none of it, or does not find the words, opens the page at its top. A comma, an ampersand and a hyphen mean
something in a fragment, so those of the text are encoded, as everything is but letters and digits of ASCII. A sentence over
several blocks of the publisher's page is found only in the long form.
"""

from collections.abc import Sequence
from urllib.parse import quote

from generator.publish.reading import length

LONGEST = 90
"""Characters of a sentence that is written out; a longer one is given by its first and its last words."""
_WORDS, _CHARACTERS = 5, 10
_PERCENT = {code: f"%{code:02X}" for code in range(128) if not chr(code).isalnum()}
_SPACE = _PERCENT[ord(" ")]
_UNRESERVED = {ord(mark): _PERCENT[ord(mark)] for mark in "-._~"}
"""Marks that an address may hold as they are, and a fragment may not."""


def at_sentence(url: str, sentence: str) -> str:
    """`url` at `sentence`; a fragment that it has stays, a text fragment is replaced."""
    address, mark, fragment = url.partition("#")
    return f"{address}#{fragment.partition(':~:')[0] if mark else ''}:~:text={directive(sentence)}"


def directive(sentence: str) -> str:
    """The text directive's value for a sentence."""
    words = sentence.split()
    line = " ".join(words)
    # What is ASCII has no more words than spaces between them: neither bound can be passed.
    read = 0 if line.isascii() else length(line)
    if len(line) <= LONGEST and read <= LONGEST // 2:
        return _encoded(words)
    if read > 2 * len(words):
        return f"{_encoded(line[:_CHARACTERS].split())},{_encoded(line[-_CHARACTERS:].split())}"
    some = min(_WORDS, len(words) // 2) or 1
    return f"{_encoded(words[:some])},{_encoded(words[-some:])}"


def _encoded(words: Sequence[str]) -> str:
    line = " ".join(words)
    if not line.isascii():
        return quote(line, safe="", errors="replace").translate(_UNRESERVED)
    # Most words are of letters alone, and to ask takes less than to look up each.
    return _SPACE.join([word if word.isalnum() else word.translate(_PERCENT) for word in words])
