"""How many elements a page has and how deep they nest, told from its tags in one scan, before any parser builds a tree of it.

    <!-- ... -->, <script>, <style>, <textarea>, <title>   skipped whole
    void elements (<br>, <img>, ...)                       do not nest
    <p>, <li>, <td>, <tr>, <dt>, <dd>, <option>            end where the next of their kind begins, as HTML has it
    an end tag                                             ends the innermost element of its name with all inside it

It is a model of HTML's rules, good enough to bound the depth; what a page means is the parser's.
"""

import re

from generator.errors import Refused
from generator.formats.article.word_lists import section

MAX_DEPTH = 200
MAX_ELEMENTS = 30_000
"""A page takes about 60 µs an element; the largest of 84 pages of newspapers has 3,100."""

_TAG = re.compile(r"<(?:!--|(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40}))")
_VOID = frozenset(section("page_elements.txt", "void"))
_RAW = frozenset(section("page_elements.txt", "raw"))
_CLOSES_PARAGRAPH = frozenset(section("page_elements.txt", "ends a paragraph"))
_SCOPES = frozenset(section("page_elements.txt", "scopes"))
_SIBLINGS = {
    "p": frozenset(("p",)),
    "li": frozenset(("li", "p")),
    "dt": frozenset(("dt", "dd", "p")),
    "dd": frozenset(("dt", "dd", "p")),
    "option": frozenset(("option",)),
    "td": frozenset(("td", "th", "p")),
    "th": frozenset(("td", "th", "p")),
    "tr": frozenset(("tr", "td", "th", "p")),
}


def refuse_unwieldy(page: str) -> None:
    """Raises Refused where the elements of `page` nest deeper than MAX_DEPTH or are more than MAX_ELEMENTS."""
    small = page.lower()
    open_elements: list[str] = []
    at = count = 0
    while match := _TAG.search(small, at):
        at = _step(small, match, open_elements)
        count += 1
        if at < 0:
            return
        if count > 2 * MAX_ELEMENTS:
            raise Refused(f"it has more than {MAX_ELEMENTS:,} elements")
        if len(open_elements) > MAX_DEPTH:
            raise Refused(f"it is nested more than {MAX_DEPTH} elements deep")


def _step(page: str, tag: re.Match[str], open_elements: list[str]) -> int:
    """Takes one tag into account; where to go on, or -1 where an unended comment or script swallows the rest."""
    name = tag[2]
    if name is None:
        return page.find("-->", tag.end())
    if tag[1]:
        _close(open_elements, name)
    elif name in _RAW:
        return page.find("</" + name, tag.end())
    elif name not in _VOID:
        _close_implied(open_elements, name)
        open_elements.append(name)
    return tag.end()


def _close(open_elements: list[str], name: str) -> None:
    for at in range(len(open_elements) - 1, -1, -1):
        if open_elements[at] == name:
            del open_elements[at:]
            return


def _close_implied(open_elements: list[str], name: str) -> None:
    closing = _SIBLINGS.get(name, frozenset(("p",)) if name in _CLOSES_PARAGRAPH else frozenset())
    last = len(open_elements)
    for at in range(len(open_elements) - 1, -1, -1):
        if open_elements[at] in _SCOPES:
            break
        if open_elements[at] in closing:
            last = at
    del open_elements[last:]
