"""The statements of a brief as W3C Web Annotations (JSON-LD), each with the place of its quote on the brief's page.

    https://www.w3.org/TR/annotation-model/    "Embedded Textual Body", "Selectors", "Annotation Page"

The target is the brief's page, which carries the article's text, or so much of it as `excerpts` leaves. Its two selectors are
alternatives, as the model has it: a TextQuoteSelector that fits one place of the whole page, and the element #article-text
refined by a TextPositionSelector, which counts Unicode code points of that element's textContent and so does not move with
what stands around it. Both hold for the HTML as it was written. Where a template leaves the element out there is the quote
alone; where a note stands within a quote, the quote leaves it out and the position does not.
"""

import re
from collections.abc import Iterator

from generator.model import Span
from generator.publish.evidence import FoundStatement, Statement, StatementKind
from generator.publish.page import Annotated
from generator.publish.plain import SLOT, Rows, form, json_file, quoted
from generator.publish.published_text import ELEMENT, PublishedText, published_text

_AROUND = 32
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOTIVATIONS: dict[StatementKind, str] = {
    "key_point": "highlighting",
    "challenge": "assessing",
    "event": "describing",
    "note": "commenting",
}
_BODY = {"type": "TextualBody", "value": SLOT, "format": "text/plain", "language": SLOT}
_TARGET = {"source": SLOT, "selector": [SLOT]}
_ANNOTATION = form({"id": SLOT, "type": "Annotation", "motivation": SLOT, "body": _BODY, "target": _TARGET})
_QUOTE = form({"type": "TextQuoteSelector", "exact": SLOT, "prefix": SLOT, "suffix": SLOT})
_POSITION = {"type": "TextPositionSelector", "start": SLOT, "end": SLOT}
_ELEMENT = form({"type": "CssSelector", "value": f"#{ELEMENT}", "refinedBy": _POSITION})


def annotations(one: Annotated, url: str, html: str) -> bytes:
    """An annotation page of the statements of a brief, whose page `html` stands at `url`."""
    published = published_text(html, one.text, one.shown)
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{url}annotations.json",
        "type": "AnnotationPage",
        "items": Rows(_annotation(one, found, url, published) for found in one.found),
    }
    return json_file(page)


def _annotation(one: Annotated, found: FoundStatement, url: str, published: PublishedText | None) -> str:
    statement = found.statement
    return _ANNOTATION % (
        quoted(f"{url}#{statement.anchor}"),
        ", ".join(_motivation(one, statement)),
        quoted(statement.text),
        quoted(one.brief.language),
        quoted(url),
        ", ".join(_selectors(one, found.span, published)),
    )


def _motivation(one: Annotated, statement: Statement) -> Iterator[str]:
    """Why it was made, and of a note who wrote it and when: the model wants a moment, so a day is its first one (UTC).

    A date that is less than a day is no moment.
    """
    yield quoted(_MOTIVATIONS[statement.kind])
    if statement.kind == "note":
        note = one.brief.notes[statement.number - 1]
        if note.by:
            yield f'"creator": {quoted({"type": "Person", "name": note.by})}'
        if note.date and _DAY.fullmatch(note.date):
            yield f'"created": {quoted(f"{note.date}T00:00:00Z")}'


def _selectors(one: Annotated, span: Span, published: PublishedText | None) -> Iterator[str]:
    place = published.span(span) if published else None
    if published is None or place is None:
        yield _quote(one.text, span, *_around(one, span))
        return
    if published.is_whole(place):
        yield _quote(published.page, place, *published.context(place))
    else:
        yield _quote(one.text, span, *_around(one, span))
    inside = published.inside.start
    yield _ELEMENT % (place.start - inside, place.end - inside)


def _quote(text: str, span: Span, prefix: str, suffix: str) -> str:
    return _QUOTE % (quoted(span.of(text)), quoted(prefix), quoted(suffix))


def _around(one: Annotated, span: Span) -> tuple[str, str]:
    """What stands before and after a quote in the published part of the article's text around it."""
    part = next(part for part in one.shown if part.start <= span.start and span.end <= part.end)
    before = one.text[max(part.start, span.start - _AROUND) : span.start]
    return before, one.text[span.end : min(part.end, span.end + _AROUND)]
