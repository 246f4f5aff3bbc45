"""What a page's JSON-LD (schema.org) says of the article: headline, author, datePublished, inLanguage, url.

Only objects whose @type is a kind of article count. A script that is no JSON, or nests too deep for the parser, says nothing.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_MOST_NODES = 5_000
_LONGEST = 500_000


@dataclass(frozen=True, slots=True)
class Described:
    """The fields of one article object; None or () where it has none."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    url: str | None = None


def described(scripts: Iterable[str]) -> Described:
    """The first article that the JSON-LD `scripts` of a page describe."""
    articles = (node for script in scripts for node in _objects(script) if _is_article(node))
    best = max(articles, key=lambda node: "datePublished" in node, default=None)
    if best is None:
        return Described()
    return Described(
        headline=_text(best.get("headline")),
        authors=tuple(_names(best.get("author"))),
        published=_text(best.get("datePublished")),
        language=_text(best.get("inLanguage")),
        url=_text(best.get("url")),
    )


def _objects(script: str) -> Iterator[dict[str, Any]]:
    try:
        pending: list[Any] = [json.loads(script, strict=False)] if len(script) <= _LONGEST else []
    except (ValueError, RecursionError):
        return
    seen = 0
    while pending and seen < _MOST_NODES:
        node = pending.pop(0)
        seen += 1
        if isinstance(node, dict):
            yield node
            pending += [value for value in node.values() if isinstance(value, dict | list)]
        elif isinstance(node, list):
            pending += node[:_MOST_NODES]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(("Article", "BlogPosting", "Report")) for kind in kinds)


def _names(author: Any) -> Iterator[str]:
    for one in author if isinstance(author, list) else [author]:
        name = _text(one.get("name")) if isinstance(one, dict) else _text(one)
        if name:
            yield name


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return value.strip() or None if isinstance(value, str) and len(value) <= 1000 else None
