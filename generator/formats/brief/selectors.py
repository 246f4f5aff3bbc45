"""Tells a quote from its like: where the same characters stand in the text twice, the first place is named by what is around
it."""

from typing import Any

from generator.formats.brief.places import LISTS
from generator.model import Brief
from generator.text.body import to_text
from generator.text.quotes import count, describe, locate, one_line

_CONTEXTS = (32, 64, 128, 256, 512)
"""How many characters of context are tried, in turn, before all that there are."""


def distinguished(brief: Brief) -> Brief:
    """The brief whose every quote stands in its text once, or does with its prefix and suffix."""
    body = to_text(brief.body)
    items = {name: tuple(_distinguished(item, body) for item in getattr(brief, name)) for name in LISTS}
    return brief.model_copy(update=items)


def _distinguished(item: Any, body: str) -> Any:
    span = locate(body, item.quote) if count(body, item.quote) > 1 else None
    for context in (*_CONTEXTS, len(body)) if span else ():
        found = describe(body, span, context) if span else None
        if found and count(body, found.prefix + found.exact + found.suffix) == 1:
            return item.model_copy(update={"prefix": one_line(found.prefix) or None, "suffix": one_line(found.suffix) or None})
    return item
