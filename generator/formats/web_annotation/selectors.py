"""The TextQuoteSelector among the selectors of a target, which are alternatives or refine each other."""

from typing import Any

from generator.formats.web_annotation.values import listed, mapping, string
from generator.text.quotes import TextQuoteSelector

_DEEPEST = 10


def text_quote(selectors: Any, deepest: int = _DEEPEST) -> TextQuoteSelector | None:
    """The quote that the first of `selectors` to have one selects: the innermost, where selectors refine each other."""
    for selector in map(mapping, listed(selectors)):
        inner = text_quote(selector.get("refinedBy"), deepest - 1) if deepest else None
        if inner:
            return inner
        is_quote = any(string(kind).endswith("TextQuoteSelector") for kind in listed(selector.get("type")))
        if is_quote and string(selector.get("exact")).strip():
            return TextQuoteSelector(*(string(selector.get(part)) for part in ("exact", "prefix", "suffix")))
    return None
