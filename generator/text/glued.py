"""A full stop glued between two sentences: "sales fell.The firm".

    glued  = before mark [closing quotation marks] here [opening ones] after
    before = a word of two letters or more that ends in lower case | four digits | "%" | ")"
    mark   = "." | "?" | "!" | "…", up to three of them
    after  = a capitalised word

It is no such place in an address, the name of a site, a file or a program ("Node.js", "Booking.Com", "Ph.D"),
a call ("System.Exit()") or after an abbreviation that a name follows ("Dr.Who").
"""

import re
from collections.abc import Iterator

from generator.text.word_lists import word_list

# One set of characters first, so that the search skips what is no mark.
_GLUED = re.compile(r"[.?!…](?!\s)[.?!…]{0,2}[\"'”’)\]]{0,3}(?=[\"'“‘(]?(?:[A-Z][a-z]{1,30}|A|I)(?![\w(@/-]|\.[a-z0-9]))")
_BEFORE = re.compile(r"(?:[^\W\d_][a-z]|\d{4}|[%)])$")
_ADDRESS = re.compile(r"[/@\\=]|www\.")
_REACH = 80


def glued_ends(text: str) -> Iterator[int]:
    """Where a sentence starts right after the mark that ends the one before, in order."""
    for match in _GLUED.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        if _BEFORE.search(before) and not _is_name(text, match.span(), before):
            yield match.end()


def _is_name(text: str, mark: tuple[int, int], before: str) -> bool:
    start, end = mark
    left, right = before.rsplit(maxsplit=1)[-1], text[end : end + _REACH].split(maxsplit=1)[0]
    if _ADDRESS.search(left + text[start:end] + right):
        return True
    names = {left.lstrip("\"'“‘(["), left.rpartition(".")[2]}
    ending = right.rstrip("\"'”’)],;:.?!").lower()
    return not names.isdisjoint(word_list("abbreviations_before_a_name")) or ending in word_list("glued_endings")
