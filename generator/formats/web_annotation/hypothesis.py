"""A row of Hypothesis: its API's answer to a search, and the export of its client.

    {"id", "created", "user": "acct:ann@…", "user_info": {"display_name"}, "uri", "text", "references": [ids],
     "permissions": {"read": ["group:…" or "acct:…"]}, "target": [{"source", "selector": [{"type", "exact", …}]}]}

`text` is Markdown and stays so. `references` are the annotations that a reply answers, the first one first. Tags are left out.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.formats.web_annotation.annotation import WebAnnotation
from generator.formats.web_annotation.selectors import text_quote
from generator.formats.web_annotation.values import listed, mapping, person, plain, string


def annotations(row: Mapping[str, Any], number: int) -> Iterator[WebAnnotation]:
    """The annotation in a row, once for each of its targets."""
    readers = [string(one) for one in listed(mapping(row.get("permissions")).get("read"))]
    for target in map(mapping, listed(row.get("target")) or [{}]):
        yield WebAnnotation(
            number,
            id=string(row.get("id")),
            page=string(row.get("uri")) or string(target.get("source")),
            selector=text_quote(target.get("selector")),
            text=plain(string(row.get("text"))),
            by=person(mapping(row.get("user_info")).get("display_name")) or person(row.get("user")),
            created=string(row.get("created")),
            answers=tuple(filter(None, map(string, listed(row.get("references"))))),
            is_private=bool(readers) and all(one.startswith("acct:") for one in readers),
        )
