"""Tells a quote from its like: where the same characters stand in the text twice, a place is named by what is around it."""

from typing import Any

from generator.formats.brief.places import LISTS
from generator.model import Brief, Span
from generator.text.body import to_text
from generator.text.quotes import TextQuoteSelector, count, describe, locate, one_line

_CONTEXTS = (32, 64, 128, 256, 512)
"""How many characters of context are tried, in turn, before all that there are."""


def distinguished(brief: Brief, text: str | None = None) -> Brief:
    """The brief whose every quote stands in its text once, or does with its prefix and suffix.

    `text` is what the body was written from, where that is known: as long as every quote stands in it once, which is the rule,
    the body need not be read as Markdown.
    """
    if text is not None and not _repeats(brief, text):
        return brief
    body = to_text(brief.body)
    items = {name: tuple(_distinguished(item, body) for item in getattr(brief, name)) for name in LISTS}
    return brief.model_copy(update=items)


def _repeats(brief: Brief, text: str) -> bool:
    """Whether a quote of the brief stands in `text` twice."""
    folded = one_line(text)
    return any(folded.count(one_line(item.quote)) > 1 for name in LISTS for item in getattr(brief, name))


def told_apart(body: str, span: Span) -> TextQuoteSelector:
    """The quote at `span` of `body`, in one line, with what is around it where the quote alone stands more than once."""
    exact = one_line(span.of(body))
    for context in (*_CONTEXTS, len(body)) if count(body, exact) > 1 else ():
        found = describe(body, span, context)
        if count(body, found.prefix + found.exact + found.suffix) == 1:
            return TextQuoteSelector(exact, one_line(found.prefix), one_line(found.suffix))
    return TextQuoteSelector(exact)


def _distinguished(item: Any, body: str) -> Any:
    span = locate(body, item.quote) if count(body, item.quote) > 1 else None
    found = told_apart(body, span) if span else None
    if found is None or not (found.prefix or found.suffix):
        return item
    return item.model_copy(update={"prefix": found.prefix or None, "suffix": found.suffix or None})
