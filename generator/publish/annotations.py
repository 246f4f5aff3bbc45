"""The statements of a brief as W3C Web Annotations (JSON-LD), each with the place of its quote on the brief's page.

    https://www.w3.org/TR/annotation-model/    "Embedded Textual Body", "Selectors", "Annotation Page"

The target is the brief's page, which carries the article's text, or so much of it as `excerpts` leaves. Its two selectors are
alternatives, as the model has it: a TextQuoteSelector that fits one place of the whole page, and the element #article-text
refined by a TextPositionSelector, which counts Unicode code points of that element's textContent and so does not move with
what stands around it. Both hold for the HTML as it was written. Where a template leaves the element out there is the quote
alone; where a note stands within a quote, the quote leaves it out and the position does not.
"""

import re

from generator.model import Note, Span
from generator.publish.evidence import FoundStatement, StatementKind
from generator.publish.page import Annotated
from generator.publish.plain import json_file
from generator.publish.published_text import ELEMENT, PublishedText, published_text

_AROUND = 32
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOTIVATIONS: dict[StatementKind, str] = {
    "key_point": "highlighting",
    "challenge": "assessing",
    "event": "describing",
    "note": "commenting",
}


def annotations(one: Annotated, url: str, html: str) -> bytes:
    """An annotation page of the statements of a brief, whose page `html` stands at `url`."""
    published = published_text(html, one.text, one.shown)
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{url}annotations.json",
        "type": "AnnotationPage",
        "items": [_annotation(one, found, url, published) for found in one.found],
    }
    return json_file(page)


def _annotation(one: Annotated, found: FoundStatement, url: str, published: PublishedText | None) -> dict[str, object]:
    statement, language = found.statement, one.brief.language
    return {
        "id": f"{url}#{statement.anchor}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS[statement.kind],
        **(_made(one.brief.notes[statement.number - 1]) if statement.kind == "note" else {}),
        "body": {"type": "TextualBody", "value": statement.text, "format": "text/plain", "language": language},
        "target": {"source": url, "selector": _selectors(one, found.span, published)},
    }


def _made(note: Note) -> dict[str, object]:
    """Who wrote a note and when: the model wants a moment, so a day is its first one (UTC) and less than a day is none."""
    made: dict[str, object] = {"creator": {"type": "Person", "name": note.by}} if note.by else {}
    if note.date and _DAY.fullmatch(note.date):
        made["created"] = f"{note.date}T00:00:00Z"
    return made


def _selectors(one: Annotated, span: Span, published: PublishedText | None) -> list[dict[str, object]]:
    place = published.span(span) if published else None
    if published is None or place is None:
        return [_quote(one.text, span, *_around(one, span))]
    position = Span(place.start - published.inside.start, place.end - published.inside.start)
    element: dict[str, object] = {"type": "CssSelector", "value": f"#{ELEMENT}", "refinedBy": _position(position)}
    if published.is_whole(place):
        return [_quote(published.page, place, *published.context(place)), element]
    return [_quote(one.text, span, *_around(one, span)), element]


def _quote(text: str, span: Span, prefix: str, suffix: str) -> dict[str, object]:
    return {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": prefix, "suffix": suffix}


def _position(span: Span) -> dict[str, object]:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def _around(one: Annotated, span: Span) -> tuple[str, str]:
    """What stands before and after a quote in the published part of the article's text around it."""
    part = next(part for part in one.shown if part.start <= span.start and span.end <= part.end)
    before = one.text[max(part.start, span.start - _AROUND) : span.start]
    return before, one.text[span.end : min(part.end, span.end + _AROUND)]
