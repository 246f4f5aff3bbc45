"""Where the fields and items of a brief stand in its text: what can be replaced without touching what is beside it.

A field is the lines of a key of the front matter, an item the lines of an entry of key_points, challenges or timeline. What
stands between them (comments, blank lines) belongs to neither. A front matter of another build than one key a line at the
margin has no outline, and a list that is not written with hyphens has no items.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

import yaml

from generator.formats.brief.digests import Mark, digest, item_digest
from generator.formats.brief.fences import Fenced
from generator.formats.brief.places import LISTS
from generator.model import Span

Style = Literal["scalar", "lines", "brackets", "empty"]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HYPHEN = re.compile(r"^ *-(?=[ \r\n])", re.MULTILINE)
_BLANK_LINES = re.compile(r"(?:[ \t]*\r?\n)*")


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list: its lines, and what it is known by."""

    span: Span
    mark: Mark


@dataclass(frozen=True, slots=True)
class Field:
    """A key: its lines, the place after its colon, the characters of its value.

    A list written with hyphens has `items`, whose hyphens stand in column `indent`; the mapping `generated` has `parts`.
    """

    key: str
    span: Span
    colon: int
    value: Span
    digest: str
    style: Style
    items: tuple[Item, ...] = ()
    indent: int = 2
    parts: tuple["Field", ...] = ()

    @property
    def is_tidy(self) -> bool:
        """Whether nothing stands between the items."""
        ends = (self.items[0].span.start, *(item.span.end for item in self.items)) if self.items else ()
        return all(item.span.start == end for item, end in zip(self.items, ends, strict=False))


@dataclass(frozen=True, slots=True)
class Outline:
    """The fields of the front matter in the order of the file."""

    file: Fenced
    fields: tuple[Field, ...]

    def field(self, key: str) -> Field | None:
        """The field of that name."""
        return next((field for field in self.fields if field.key == key), None)


class _Unlined(Exception):
    """The text has no outline."""


def outline(file: Fenced) -> Outline | None:
    """The outline of a brief that parses; None where its keys do not stand on lines of their own."""
    text = file.head.of(file.text)
    try:
        root = yaml.compose(text, Loader=_Loader)
        fields = tuple(_fields(root, file.text, file.head.start))
    except (yaml.YAMLError, _Unlined):
        return None
    at_margin = all(file.text[field.span.start] != " " for field in fields)
    return Outline(file, fields) if at_margin else None


def _fields(node: Any, text: str, offset: int) -> Iterator[Field]:
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise _Unlined
    last = 0
    for key, value in node.value:
        field = _field(key, value, text, offset)
        if field.span.start < last or text[field.span.start : key.start_mark.index + offset].strip(" "):
            raise _Unlined
        last = field.span.end
        yield field


def _field(key: Any, value: Any, text: str, offset: int) -> Field:
    start = text.rfind("\n", 0, key.start_mark.index + offset) + 1
    span = Span(start, _end_of_lines(value, text, offset))
    colon = text.index(":", key.end_mark.index + offset) + 1
    whole = Span(value.start_mark.index + offset, _end(value, text, offset))
    field = Field(key.value, span, colon, whole, digest(span.of(text)), _style(value, whole.of(text)))
    if field.style == "lines" and field.key in LISTS:
        items, indent = _items(value, text, offset, span)
        return replace(field, items=items, indent=indent)
    if field.style == "lines" and field.key == "generated":
        return replace(field, parts=tuple(_fields(value, text, offset)))
    return field


def _style(value: Any, source: str) -> Style:
    if isinstance(value, yaml.ScalarNode):
        return "scalar"
    if not value.flow_style:
        return "lines"
    return "empty" if source == "[]" else "brackets"


def _items(node: Any, text: str, offset: int, field: Span) -> tuple[tuple[Item, ...], int]:
    items: list[Item] = []
    hyphens: list[int] = []
    last = text.index("\n", field.start) + 1
    for value in node.value:
        content = value.start_mark.index + offset
        found = list(_HYPHEN.finditer(text, last, content))
        if not found:
            raise _Unlined
        start, last = found[-1].start(), _end_of_lines(value, text, offset)
        hyphens.append(found[-1].end() - 1 - start)
        source = text[start:last]
        items.append(Item(Span(start, last), Mark(digest(_quote(value)), item_digest(source, hyphens[0]))))
    return tuple(items), hyphens[0]


def _quote(node: Any) -> str:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((str(value.value) for key, value in pairs if key.value == "quote"), "")


def _end_of_lines(node: Any, text: str, offset: int) -> int:
    end = text.index("\n", max(_end(node, text, offset) - 1, 0)) + 1
    last = _last(node)
    if isinstance(last, yaml.ScalarNode) and last.style in ("|", ">"):
        # Blank lines after a block can be part of its value.
        blank = _BLANK_LINES.match(text, end)
        end = blank.end() if blank else end
    return end


def _end(node: Any, text: str, offset: int) -> int:
    last = _last(node)
    end = last.end_mark.index + offset
    return len(text[:end].rstrip()) if isinstance(last, yaml.ScalarNode) and last.style in ("|", ">") else int(end)


def _last(node: Any) -> Any:
    """The last scalar or bracketed part of `node`, whose end is exact."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        node = node.value[-1]
        node = node[1] if isinstance(node, tuple) else node
    return node
