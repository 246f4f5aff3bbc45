"""The statements of a brief as W3C Web Annotations (JSON-LD): each a body with a TextQuoteSelector into the article's text.

    https://www.w3.org/TR/annotation-model/    sections 3.2.4 (TextualBody), 4.2.4 (Text Quote Selector), 5.3 (Annotation Page)

The target is the brief's page, which carries the article's text, or so much of it as `excerpts` leaves: prefix and suffix are
up to 32 characters, as Hypothesis uses, and end where the published text does.
"""

from collections.abc import Sequence

from generator.model import Span
from generator.publish.evidence import FoundStatement, StatementKind
from generator.publish.plain import json_file

_AROUND = 32
_MOTIVATIONS: dict[StatementKind, str] = {
    "key_point": "highlighting",
    "challenge": "assessing",
    "event": "describing",
    "note": "commenting",
}


def annotations(
    found: Sequence[FoundStatement], text: str, url: str, language: str, shown: Sequence[Span] | None = None
) -> bytes:
    """An annotation page of the statements of the brief at `url`; its page has the parts `shown` of the article's `text`."""
    parts = [Span(0, len(text))] if shown is None else shown
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{url}annotations.json",
        "type": "AnnotationPage",
        "items": [_annotation(one, text, url, language, parts) for one in found],
    }
    return json_file(page)


def _annotation(found: FoundStatement, text: str, url: str, language: str, shown: Sequence[Span]) -> dict[str, object]:
    statement = found.statement
    return {
        "id": f"{url}#{statement.anchor}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS[statement.kind],
        "body": {"type": "TextualBody", "value": statement.text, "format": "text/plain", "language": language},
        "target": {"source": url, "selector": _selector(found.span, text, shown)},
    }


def _selector(span: Span, text: str, shown: Sequence[Span]) -> dict[str, str]:
    around = next(part for part in shown if part.start <= span.start and span.end <= part.end)
    return {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(around.start, span.start - _AROUND) : span.start],
        "suffix": text[span.end : min(around.end, span.end + _AROUND)],
    }
