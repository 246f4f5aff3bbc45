"""A W3C Web Annotation (https://www.w3.org/TR/annotation-model/), as far as a note can hold it.

Of its bodies, the texts that are no tags make the note; a text that says it is HTML loses its markup. Where several targets
stand, each is annotated. With the motivation "replying" the target is what it answers.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.formats.web_annotation.annotation import WebAnnotation
from generator.formats.web_annotation.selectors import text_quote
from generator.formats.web_annotation.values import listed, mapping, person, plain, string

_NO_NOTE = {"tagging", "classifying", "identifying", "linking", "bookmarking"}
"""The purposes of bodies that say nothing to a reader."""

_MOST_CREATORS = 3


def annotations(given: Mapping[str, Any], number: int) -> Iterator[WebAnnotation]:
    """The annotation, once for each of its targets."""
    creators = filter(None, map(person, listed(given.get("creator"))[:_MOST_CREATORS]))
    texts = [plain(string(given.get("bodyValue"))), *map(_text, listed(given.get("body")))]
    replies = "replying" in listed(given.get("motivation"))
    for target in listed(given.get("target")) or [None]:
        page = _page(target)
        yield WebAnnotation(
            number,
            id=string(given.get("id")),
            page=page,
            selector=text_quote(mapping(target).get("selector")),
            text="\n\n".join(filter(None, texts)),
            by=", ".join(creators) or None,
            created=string(given.get("created")),
            answers=(page,) if replies and page else (),
        )


def _page(target: Any) -> str:
    described = mapping(target)
    source = described.get("source") or described.get("id") or target
    return string(source) or string(mapping(source).get("id"))


def _text(body: Any) -> str:
    """The text of a body; a Choice says its first, a specific resource what it is of."""
    described = mapping(body)
    if _NO_NOTE.intersection(map(string, listed(described.get("purpose")))):
        return ""
    inner = mapping(next(iter(listed(described.get("items"))), None)) or mapping(described.get("source"))
    value = described.get("value") or inner.get("value")
    kinds = map(string, (*listed(described.get("format")), *listed(inner.get("format"))))
    return plain(string(value), is_html=any(kind.startswith("text/html") for kind in kinds))
